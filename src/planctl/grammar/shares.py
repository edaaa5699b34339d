"""Results as they stand to a plan: the share of it that was done, and the distance to its target."""

from decimal import Decimal

from planctl.grammar.bounds import bound
from planctl.grammar.figures import comparator_behind, parse_size, tenths_of
from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenMatch, TokenPattern
from planctl.values.meanings import Assigned, Bounded, Cell, Comparator, Completion, Distance, Figure, Meaning

PLAN = "(?:(?:[plan-part][of]?)*[plan][plan-tail]*)"
_SIZE = "(?:(?P<size>[number])(?P<unit>[unit])|(?P<tenths>[tenths]))"
_SHARE = TokenPattern(f"""
    (?:[already]*[makes][done]?{PLAN}[of]?[share-name]?[reaches|equals]? | {PLAN}?[share-name][reaches|equals]?)
    {_SIZE}(?P<after>[or-more|or-less|or-so])?
""")
_DISTANCE = TokenPattern(f"""
    [still]*[from-it]?(?P<before>{PLAN})?[still]*
    (?:(?P<overfills>[overfills])|(?P<distant_short>[distant-short])|(?P<distant_over>[distant-over])
       |(?P<short>[short])|(?P<over>[over]))
    (?P<plan>{PLAN})?[out]?(?P<size>[number])(?P<unit>[unit])?
""")
_DISTANCE_LEFT = TokenPattern(
    f"[with|from-it]{PLAN}[still|has]*(?P<size>[number])(?P<unit>[unit])[of]?[somewhat]*[short]"
)
"""与年度目标尚有3个百分点差距: as 低于年度目标3个百分点."""
_TARGET = """(?P<target>
    [at-least|at-most|denies|not-under|not-over|rises|falls|drops|up|down|about]*[number][unit]?[or-more|or-less|or-so]?
)"""
_SET = "(?:[plan-part|set-so|of]*[plan][plan-tail|set-so]*)"
_TOLD = TokenPattern(f"""
    [up|down]?(?P<missed>[fails])?[evenly|nearly|somewhat]*
    (?:(?P<within>[keeps-within])|[fulfils|completes]|[less|more|beyond|behind|over])
    [plan-part|set-so|of]*?{_TARGET}[of]?{PLAN}(?:[or-less]|[number][unit]?)?
""")
_APART = TokenPattern(f"[with|from-it]{PLAN}{_TARGET}[has|somewhat]*[than|text]{{0,4}}(?P<missed>[short])[somewhat]?")
_FROM = TokenPattern(f"""
    [with|from-it](?=.*[plan])[plan-part|plan|set-so|of]*?{_TARGET}(?:[of]{PLAN})?[still|has|text|somewhat]{{0,4}}
    (?:[number][unit]?[of])?(?:(?P<missed>[short|distant-short])|[over|distant-over])(?:[out]?[number][unit]?|[somewhat])?
""")
_BRACKETED = TokenPattern(f"""
    [with|from-it]?(?P<missed>[fails])?[evenly|nearly]*(?:[fulfils|completes]|[less|more|beyond|behind|over])?
    {PLAN}[opens]{_TARGET}[closes](?:(?:[distant-short|short]|[distant-over|over])?[out]?[number][unit]?)?
""")
_SHARE_OF = TokenPattern(f"""
    [already]*[makes][done]?{PLAN}(?P<target>[number][unit])[of](?P<share>[number])(?P<share_unit>[unit])
""")
_NAMED = TokenPattern(f"(?:{_SET}[equals|has|guess-tail]? | [keeps-within](?=.*[or-less])){_TARGET}")
_EVEN = TokenPattern(f"[with|from-it]{PLAN}[steadily]*[in-step]")


def told(tokens: Tokens) -> Meaning | None:
    """That a target was reached or missed, which is named with it: 低于4.5%的控制目标, 与目标5%有差距.

    Behind a result 完成7%的目标 says so as well; alone it is 7%.
    """
    if found := _SHARE_OF.fullmatch(tokens):
        share = parse_size(found["share"])
        return _statement(share >= (100 if found["share_unit"] == "%" else 1), _target(found))
    if found := _TOLD.fullmatch(tokens):
        return _statement("missed" not in found, _target(found, within="within" in found))
    if found := _APART.fullmatch(tokens) or _FROM.fullmatch(tokens) or _BRACKETED.fullmatch(tokens):
        return _statement("missed" not in found, _target(found))
    return None


def _statement(reached: bool, target: Cell | None) -> Assigned | None:
    return Assigned(reached, target) if target else None


def target_told_in(tokens: Tokens) -> Cell | None:
    """Return the target that a clause names, whether or not it says what became of it; `None` where it names none."""
    found = told(tokens)
    return found.told if isinstance(found, Assigned) else named_target(tokens)


def named_target(tokens: Tokens) -> Cell | None:
    """Return the target that a clause behind a result names and says no more of: 计划为增长6%, 控制在5.5%以内."""
    found = _NAMED.fullmatch(tokens)
    return _target(found) if found else None


def _target(found: TokenMatch, *, within: bool = False) -> Cell | None:
    """Return the target of a match as a cell; `within` says that it is a ceiling."""
    words = found.part("target")
    meaning = bound(words)
    if not isinstance(meaning, Bounded):
        return None
    if within and meaning.comparator is Comparator.PLAIN:
        meaning = meaning._replace(comparator=Comparator.AT_MOST)
    return Cell(words.printed, meaning)


def completion(tokens: Tokens) -> Meaning | None:
    """The share of a plan that was done (完成年计划的89.4%)."""
    found = _SHARE.fullmatch(tokens)
    if not found or ("size" in found and found["unit"] != "%"):
        return None
    figure = Figure(parse_size(found["size"]), "%") if "size" in found else tenths_of(found["tenths"])
    return Completion(figure, comparator_behind(found.part("after")) or Comparator.PLAIN)


def distance(tokens: Tokens) -> Meaning | None:
    """How far from its target a result is, below zero where it is short of it (低1.7个百分点, 超目标2个百分点)."""
    if _EVEN.fullmatch(tokens):
        return Distance(Figure(Decimal(0), ""))
    if left := _DISTANCE_LEFT.fullmatch(tokens):
        return Distance(Figure(-parse_size(left["size"]), left["unit"]))
    found = _DISTANCE.fullmatch(tokens)
    if not found:
        return None
    figure = Figure(parse_size(found["size"]), found["unit"])
    if "overfills" in found:
        return None if figure.unit in ("", "%") else Distance(figure)
    is_short = "short" in found or "distant_short" in found
    names_plan = "before" in found or "plan" in found
    if not names_plan and ("short" in found or "over" in found):
        return None
    return Distance(figure._replace(size=-figure.size) if is_short else figure)

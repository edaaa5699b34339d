"""Results as they stand to a plan: the share of it that was done, and the distance to its target."""

from decimal import Decimal

from planctl.grammar.figures import comparator_behind, parse_size, tenths_of
from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenPattern
from planctl.values.meanings import Assigned, Comparator, Completion, Distance, Figure, Meaning

_PLAN = "(?:(?:[plan-part][of]?)*[plan][plan-tail]*)"
_SIZE = "(?:(?P<size>[number])(?P<unit>[unit])|(?P<tenths>[tenths]))"
_SHARE = TokenPattern(f"""
    (?:[already]*[makes][done]?{_PLAN}[of]?[share-name]?[reaches|equals]? | {_PLAN}?[share-name][reaches|equals]?)
    {_SIZE}(?P<after>[or-more|or-less|or-so])?
""")
_DISTANCE = TokenPattern(f"""
    [still]*[from-it]?(?P<before>{_PLAN})?[still]*
    (?:(?P<overfills>[overfills])|(?P<distant_short>[distant-short])|(?P<distant_over>[distant-over])
       |(?P<short>[short])|(?P<over>[over]))
    (?P<plan>{_PLAN})?[out]?(?P<size>[number])(?P<unit>[unit])?
""")
_OF_PLAN = "(?P<size>[number])(?P<unit>[unit])?[or-more|or-less|or-so]?"
_TOLD = TokenPattern(f"""
    [up|down]?(?P<missed>[fails])?[evenly]*(?:[fulfils|completes|keeps-within]|[less|more|beyond|behind|over])
    [rises|falls|up|down]?{_OF_PLAN}[of]{_PLAN}[or-less]?
""")
_APART = TokenPattern(
    f"[with|from-it]{_PLAN}[rises|falls|up|down]?{_OF_PLAN}[has]?[than|text]{{0,4}}(?P<missed>[short])"
)
_SHARE_OF = TokenPattern(f"""
    [already]*[makes][done]?{_PLAN}(?P<size>[number])(?P<unit>[unit])[of](?P<share>[number])(?P<share_unit>[unit])
""")
_KEPT = TokenPattern("[keeps-within](?P<size>[number])(?P<unit>[unit])?[or-less]")
_EVEN = TokenPattern(f"[with|from-it]{_PLAN}[steadily]*[in-step]")


def told(tokens: Tokens) -> Meaning | None:
    """That a target was reached or missed, which is named with it: 低于4.5%的控制目标, 与目标5%有差距.

    Behind a result 完成7%的目标 says so as well; alone it is 7%.
    """
    if found := _SHARE_OF.fullmatch(tokens):
        share = parse_size(found["share"])
        reached = share >= (100 if found["share_unit"] == "%" else 1)
        return Assigned(reached, Figure(parse_size(found["size"]), found["unit"]))
    if not (found := _TOLD.fullmatch(tokens) or _APART.fullmatch(tokens)):
        return None
    return Assigned("missed" not in found, Figure(parse_size(found["size"]), found["unit"]))


def kept_within(tokens: Tokens) -> Figure | None:
    """Return the ceiling that a clause says something was kept within: 控制在5.5%以内, which is how one is set, too."""
    found = _KEPT.fullmatch(tokens)
    return Figure(parse_size(found["size"]), found["unit"]) if found else None


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

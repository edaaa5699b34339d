"""Results as they stand to a plan: the share of it that was done, and the distance to its target."""

from planctl.grammar.figures import comparator_behind, parse_size, tenths_of
from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenPattern
from planctl.values.meanings import Comparator, Completion, Distance, Figure, Meaning

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


def completion(tokens: Tokens) -> Meaning | None:
    """The share of a plan that was done (完成年计划的89.4%)."""
    found = _SHARE.fullmatch(tokens)
    if not found or ("size" in found and found["unit"] != "%"):
        return None
    figure = Figure(parse_size(found["size"]), "%") if "size" in found else tenths_of(found["tenths"])
    return Completion(figure, comparator_behind(found.part("after")) or Comparator.PLAIN)


def distance(tokens: Tokens) -> Meaning | None:
    """How far from its target a result is, below zero where it is short of it (低1.7个百分点, 超目标2个百分点)."""
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

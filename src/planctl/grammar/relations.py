"""Texts that measure an indicator by another one: faster than, in step with, up to the level of."""

from planctl.grammar.figures import parse_size
from planctl.grammar.lexer import Tokens
from planctl.grammar.token_patterns import TokenMatch, TokenPattern
from planctl.values.meanings import Comparator, Figure, Meaning, Relative

_SIDES = {
    Comparator.AT_LEAST: "[denies][not-behind]|[as-much-or-more]",
    Comparator.AT_MOST: "[denies][not-beyond]",
    Comparator.MORE_THAN: "[beyond]|[beats](?=[known|last-year|whole-place]|[text]{1,4}[stands-at])",
    Comparator.LESS_THAN: "[behind]",
}
"""The words of each relation to another indicator."""
_TO = "|".join(f"(?P<{each}>{words})" for each, words in _SIDES.items())
_NAMED = "(?:(?:(?![refuses])[text]){0,12}?[measured][growth]?)?"
"""The indicator itself may be named before what it is measured by."""
_REFERENCE = """
    (?![tells]+(?:[number|digits|year]|$))
    (?:[year]?(?:(?![relation])[text]){1,24}?|[year])
"""
_MARGIN = """
    (?P<margin>[number])(?P<unit>[unit])?(?:(?:[minus|dash]+|[to])[number](?P<last>[unit]))?
    (?:(?P<or_more>[or-more])|(?P<rough>[or-so]))?
"""
_RELATIVE = TokenPattern(f"{_NAMED}[softly]*+(?:{_TO})(?P<reference>{_REFERENCE})(?:{_MARGIN})?")
_THAN = TokenPattern(f"""
    [than](?P<reference>{_REFERENCE})(?:(?P<more_than>[higher])|(?P<less_than>[lower])){_MARGIN}
""")
_IN_STEP = TokenPattern(f"""
    {_NAMED}[softly]*+(?:
      (?:[with](?P<reference>{_REFERENCE})|(?P<before>[than-last-year]))[steadily]*[in-step][grows-so]?(?P<above>[or][a-little]?[better])?
      | [in-step-with](?P<other>{_REFERENCE}))
""")
_AS_LAST_YEAR = TokenPattern("[as-before-how]*[as-before]")
_LEVEL = TokenPattern("""
    (?P<lead>(?:[holds]|[denies][not-under]|[recovers][to])*+)
    (?P<reference>(?:[known|year]|[word]{0,4}[mean])[word]{0,8}?[stands-at]|[word]{0,4}?[mean-level])(?P<above>[or-more])?
""")
_WITHIN = TokenPattern("""
    [softly]*+[keeps-within](?P<reference>[known|year][word]{0,8}?(?:[stands-at]|[mean][measured]))[or-less]?
""")
"""At most the level of a place: 控制在全省平均水平以内."""
_KEPT = TokenPattern(".*?[keeps].*")
_TWICE = TokenPattern("""
    (?P<first>[^lists]*?(?P<relation>[side])[^lists]{1,24})[lists](?P<second>[side])(?P<other>[^lists|number|digits]{1,24})
""")
_IN_STEP_AND = TokenPattern("""
    (?P<first>[^lists]{0,12}[with][^lists]{1,16}[in-step])[lists](?P<second>[side])(?P<other>[^lists|number|digits]{1,24})
""")
"""Two conditions: 高于全国平均水平、高于城镇居民收入增速, and 与经济增长同步、快于全国平均水平."""
_ASSIGNED = TokenPattern("[text|number|year]*?(?:[orders-of-others|controlled]|[checks][checked])[text|number|year]*")
"""What says that a reference is a figure set by a higher level, and no other indicator."""


_ABOVE = frozenset("省市州区县")


def relative(tokens: Tokens) -> Meaning | None:
    """A comparison with another indicator, named in words, perhaps with by how much."""
    if (found := _TWICE.fullmatch(tokens)) and found["relation"] == found["second"]:
        return _both(found)
    if found := _IN_STEP_AND.fullmatch(tokens):
        return _both(found)
    if found := _RELATIVE.fullmatch(tokens):
        return _apart(found, next(each for each in _SIDES if each.value in found))
    if found := _THAN.fullmatch(tokens):
        return _apart(found, Comparator.MORE_THAN if "more_than" in found else Comparator.LESS_THAN)
    if found := _IN_STEP.fullmatch(tokens):
        comparator = Comparator.AT_LEAST if "above" in found else Comparator.ABOUT
        return _to(comparator, found["reference"] or found["other"] or found["before"][1:])
    if _AS_LAST_YEAR.fullmatch(tokens):
        return Relative(Comparator.ABOUT, "上年")
    if found := _WITHIN.fullmatch(tokens):
        return _to(Comparator.AT_MOST, found["reference"])
    if found := _LEVEL.fullmatch(tokens):
        kept = _KEPT.fullmatch(found.part("lead")) and "above" not in found
        return Relative(Comparator.ABOUT if kept else Comparator.AT_LEAST, found["reference"])
    return None


def _both(found: TokenMatch) -> Relative | None:
    """Return the comparison with both of two references, kept together: no single indicator is meant."""
    read = relative(found.part("first"))
    if not isinstance(read, Relative) or read.margin:
        return None
    return read._replace(reference=f"{read.reference}、{found['second']}{found['other']}")


def _apart(found: TokenMatch, comparator: Comparator) -> Relative | None:
    """Return on which side of the other indicator it asks to be, and by how much, below zero for below it.

    By how much something is 不低于 another is said by some for above it and by some for below it: neither is guessed.
    """
    bounded = comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if bounded and _ASSIGNED.fullmatch(found.part("reference")):
        return None
    if "margin" not in found:
        return _to(comparator, found["reference"])
    unit = found["unit"] or found["last"]
    rough = "rough" in found
    if comparator is Comparator.AT_LEAST or (bounded and (rough or "or_more" in found)) or not unit:
        return None
    size = parse_size(found["margin"])
    margin = Figure(-size if comparator is Comparator.LESS_THAN else size, unit)
    return _to(Comparator.ABOUT if rough else comparator, found["reference"], margin)


def _to(comparator: Comparator, reference: str, margin: Figure | None = None) -> Relative | None:
    """Return a comparison; a single sign names no other indicator, but for the level above (高于省)."""
    return Relative(comparator, reference, margin) if len(reference) > 1 or reference in _ABOVE else None

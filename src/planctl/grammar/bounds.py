"""Texts with figures to be held to: a bound, a range, several figures."""

import re
from decimal import Decimal

from planctl.grammar.figures import comparator_behind, parse_size, tenths_of
from planctl.grammar.leads import Lead, lead_of
from planctl.grammar.lexer import Tokens, tokens_of
from planctl.grammar.together import figures_together
from planctl.grammar.token_patterns import TokenMatch, TokenPattern
from planctl.values.meanings import Between, Bounded, Comparator, Figure, Meaning, Several
from planctl.values.units import convert

_LEAD = "(?P<lead>[^number|digits]*?)"
_SIGN = "[secures]?(?P<sign>[minus|plus|below-zero]?)"
_BEHIND = "(?P<after>[or-more|or-less|or-so])"
_BOUND = TokenPattern(f"""
    {_LEAD}{_SIGN}(?P<number>[number])(?:(?P<odd>[odd])?(?P<unit>[unit])?|(?P<magnitude>[unit])[odd](?P<noun>[unit]))
    {_BEHIND}?
    (?:[of]?[sound]?[level]{{1,2}} | [barrier])?
""")
_RANGE = TokenPattern(f"""
    {_LEAD}{_SIGN}(?P<low>[number])(?P<low_unit>[unit])?
    (?: (?:[dash]+|[to])(?P<below>[minus|below-zero])? | [minus]{{1,2}}(?P<under>[below-zero])? )
    (?P<high>[number])(?P<high_unit>[unit])?
    (?:[of]?[sound]?[within|level])*
""")
_AROUND = TokenPattern(
    f"{_LEAD}{_SIGN}(?P<low>[number])(?P<low_unit>[unit])?[give-or-take](?P<high>[number])(?P<high_unit>[unit])?"
)
_BOTH_ENDS = TokenPattern("""
    (?P<floor>[^digits]*?[number][unit]?[or-more]) [lists|parts|joins]?
    (?:[denies][not-over])? (?P<ceiling>[minus]?[number][unit]?[or-less])
""")
_INDEX = TokenPattern(f"""
    {_LEAD}(?P<number>[number]){_BEHIND}?[opens]?[with-it]?[base-year][equals](?P<base>[number])[closes]?
""")
_IN_WORDS = TokenPattern("""
    (?P<lead>[^number|digits|two-digits|no-growth|tenths|round]*?) (?:
      (?P<two_digits>[two-digits])[or-more]?[of]?[rises|up]?
      | (?P<no_growth>[no-growth])
      | (?P<tenths>[tenths])(?P<behind_tenths>[or-more|or-less|or-so])?(?:[of]?[sound]?[level])?
      | (?P<round>[round])(?P<currency>[currency])?(?P<behind_round>[or-more|or-less|or-so])?[barrier]?
    )
""")
_REACHES = "突破|超|达|冲刺|[迈跨站登跃].$"
"""What leads to a round figure in words."""
_ROUND_SIZES = {"亿": (1, "亿"), "百亿": (100, "亿"), "千亿": (1000, "亿"), "万亿": (1, "万亿")}
_OF_EACH = TokenPattern(
    ".*?(?P<of_each>[at-least|steps-up|at-most|more|less|about|falls|cuts]|[denies][not-under|not-over]|[falls-short][reaches])"
)


def bound(tokens: Tokens) -> Meaning | None:
    """A figure, bare or with the sign or words that say how to stand to it."""
    found = _BOUND.fullmatch(tokens)
    if not found:
        return _against_last_year(tokens) or _in_words(tokens)
    lead = lead_of(found.part("lead"))
    comparator = lead and _comparator(lead, found.part("after"), odd="odd" in found or "noun" in found)
    negative = found["sign"] not in ("", "+", "↑")
    may_be_its_size = found["after"] and comparator is not Comparator.ABOUT
    if not lead or comparator is None or (negative and (lead.decline or may_be_its_size)):
        return None  # -3%以内 may be a fall of 3% at most
    size, unit = parse_size(found["number"]), f"{found['unit']}{found['magnitude']}{found['noun']}"
    return Bounded(comparator, Figure(-size if negative else size, _unit(unit, lead)), lead.decline)


def between(tokens: Tokens) -> Meaning | None:
    """A range; its ends belong to it, and the first may leave out the unit."""
    if found := _BOTH_ENDS.fullmatch(tokens):
        return _from_floor_to_ceiling(bound(found.part("floor")), bound(found.part("ceiling")))
    if not (found := _RANGE.fullmatch(tokens)):
        return _give_or_take(tokens)
    if not (lead := lead_of(found.part("lead"))) or lead.comparators:
        return None
    unit = _unit(found["high_unit"] or found["low_unit"], lead)
    low = _end(found, "low", lead, below=found["sign"] not in ("", "+", "↑"))
    high = Figure(parse_size(found["high"]), unit)
    converted = convert(low.completed(unit), unit)
    if not converted:
        return None
    return _range(converted, high._replace(size=-high.size) if "below" in found or "under" in found else high, lead)


def _give_or_take(tokens: Tokens) -> Between | None:
    """Return the range around a figure (5%±0.5%)."""
    found = _AROUND.fullmatch(tokens)
    lead = lead_of(found.part("lead")) if found else None
    if not found or not lead or lead.comparators:
        return None
    unit = _unit(found["high_unit"] or found["low_unit"], lead)
    middle = convert(_end(found, "low", lead, below=found["sign"] not in ("", "+", "↑")).completed(unit), unit)
    apart = parse_size(found["high"])
    return middle and _range(middle._replace(size=middle.size - apart), middle._replace(size=middle.size + apart), lead)


def several(tokens: Tokens) -> Meaning | None:
    """Several figures in one cell, in the order of what they are of (分别)."""
    if not (together := figures_together(tokens)):
        return None
    read = [bound(tokens_of(each)) for each in together.figures(before=_of_each(together.head))]
    known = tuple(meaning for meaning in read if isinstance(meaning, Bounded))
    return Several(known) if len(known) == len(read) else None


def _of_each(head: Tokens) -> str:
    """Return what stands before 分别 and holds for each of several figures (突破分别为)."""
    found = _OF_EACH.fullmatch(head)
    return found["of_each"] if found else ""


def _comparator(lead: Lead, after: Tokens, *, odd: bool = False) -> Comparator | None:
    """Return the one comparator that stands before and behind a figure; `None` for two."""
    behind = comparator_behind(after)
    said = {
        *lead.comparators,
        *([Comparator.MORE_THAN] if odd else []),
        *([behind] if behind else []),
    }
    return None if len(said) > 1 else next(iter(said), Comparator.PLAIN)


def _unit(printed: str, lead: Lead) -> str:
    """Return a printed unit, with what each so many of it are for: 每千人口4.5个 is 4.5个/千人."""
    return f"{printed}/{lead.base}" if lead.base and printed and "/" not in printed and printed not in "%‰" else printed


def _end(found: TokenMatch, name: str, lead: Lead, *, below: bool) -> Figure:
    size = parse_size(found[name])
    return Figure(-size if below else size, _unit(found[f"{name}_unit"], lead))


def _range(low: Figure, high: Figure, lead: Lead) -> Between | None:
    """Return the range between two ends; a fall may be printed by its size, -10~-12, and so not in order."""
    if high.size < low.size < 0:
        low, high = high, low
    negative = low.size < 0 or high.size < 0
    if low.size >= high.size or (negative and lead.decline):
        return None
    return Between(low, high, lead.decline)


def _from_floor_to_ceiling(floor: Meaning | None, ceiling: Meaning | None) -> Meaning | None:
    """Return the range that a floor and a ceiling leave (6%以上、8%以内)."""
    match floor, ceiling:
        case Bounded(Comparator.AT_LEAST, low, False), Bounded(Comparator.AT_MOST, high, False):
            completed = convert(low.completed(high.unit), high.unit)
            return Between(completed, high) if completed and completed.size < high.size else None
    return None


def _against_last_year(tokens: Tokens) -> Meaning | None:
    """Return the growth that a figure with last year as 100 says."""
    found = _INDEX.fullmatch(tokens)
    lead = lead_of(found.part("lead")) if found and found["base"] == "100" else None
    if not found or not lead or lead.decline or not (comparator := _comparator(lead, found.part("after"))):
        return None
    return Bounded(comparator, Figure(parse_size(found["number"]) - 100, "%"))


def _in_words(tokens: Tokens) -> Meaning | None:
    """Return a figure that is written in words: two digits, none, tenths, a round sum (万亿元)."""
    found = _IN_WORDS.fullmatch(tokens)
    lead = lead_of(found.part("lead")) if found else None
    if not found or not lead:
        return None
    if "two_digits" in found or "no_growth" in found:
        growth = Bounded(Comparator.AT_LEAST, Figure(Decimal(10), "%"))
        if "no_growth" in found:
            growth = Bounded(Comparator.PLAIN, Figure(Decimal(0), "%"))
        return None if lead.decline or lead.comparators else growth
    if "tenths" in found:
        figure, behind = tenths_of(found["tenths"]), found.part("behind_tenths")
    elif re.search(_REACHES, found["lead"]):
        size, magnitude = _ROUND_SIZES[found["round"]]
        figure, behind = Figure(Decimal(size), f"{magnitude}{found['currency']}"), found.part("behind_round")
    else:
        return None
    comparator = _comparator(lead, behind)
    return Bounded(comparator, figure, lead.decline) if comparator else None

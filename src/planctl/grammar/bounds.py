"""Texts with figures to be held to: a bound, a range, several figures."""

import re
from decimal import Decimal

from planctl.grammar.figures import (
    AFTER,
    BEFORE,
    CELL_UNIT,
    NUMBER,
    ROUGHLY,
    TENTHS,
    comparator_of,
    parse_size,
    per_cent,
)
from planctl.grammar.leads import Lead, parse_lead
from planctl.grammar.lengths import CELL, at_most
from planctl.values.meanings import Between, Bounded, Comparator, Figure, Meaning, Several
from planctl.values.units import convert

_SIGNED = r"(?P<lead>(?:PM2\.5|PM10|[^0-9])*?)(?P<sign>[-–+↑负]?)(?P<tail>[0-9].*)"
_FIGURE = (
    f"(?P<number>{NUMBER})(?P<odd>余|多)?(?P<unit>{CELL_UNIT})?(?P<after>{AFTER})?"
    "(?:的?(?:合理)?(?:水平|增长|增速|目标|速度|区间)|大关|关口|新?台阶|全覆盖)?"
)
_RANGE = (
    f"(?P<low>{NUMBER})(?P<low_unit>{CELL_UNIT})?(?:[‐‑‒–—―~]+|--?|至|到)"
    f"(?P<high>(?:(?<=[‐‑‒–—―~至到])-|负)?{NUMBER})(?P<high_unit>{CELL_UNIT})?"
    f"(?:{ROUGHLY}|之间|的?(?:合理)?区间内?|的?水平|的?增长)*"
)
_AROUND = f"(?P<low>{NUMBER})(?P<low_unit>{CELL_UNIT})?±(?P<high>{NUMBER})(?P<high_unit>{CELL_UNIT})?"
_BOTH_ENDS = (
    f"(?P<floor>.*?{NUMBER}(?:{CELL_UNIT})?及?以上)[、,且并]?"
    f"(?:不超过)?(?P<ceiling>-?{NUMBER}(?:{CELL_UNIT})?及?以[内下])"
)
_LAST_YEAR = r"\(?(?:以)?(?:上年|去年)(?:同期)?(?:=|为)100\)?"
_INDEX = f"(?P<number>{NUMBER})(?P<after>{AFTER})?{_LAST_YEAR}"
_TENTHS = f"(?P<lead>[^0-9]*?)(?P<tenths>{TENTHS})(?P<after>[^0-9]*)"
_TWO_DIGITS = "(?P<lead>.*?)两位数(?:以上)?的?(?:增长|增速)?"
_NO_GROWTH = "(?P<lead>.*?)零增长"
_ROUND = f"(?P<lead>.*?)(?P<round>[百千万]?亿)(?P<rest>(?:元|美元|斤)?(?:{AFTER})?(?:大关|关口|新?台阶)?)"
_REACHES = "突破|超|达|冲刺|[迈跨站登跃].$"
_ROUND_SIZES = {"亿": "1亿", "百亿": "100亿", "千亿": "1000亿", "万亿": "1万亿"}
_ALL = "(?P<head>[^0-9]*)分别(?P<lead>[^0-9]*)(?P<items>[0-9].*)"
_OF_EACH = f"(?:{BEFORE}|下降|降低|减少|压减|削减|回落|下滑|下跌)$"
"""What stands before 分别 and holds for each of several figures (突破分别为)."""
_BETWEEN_ITEMS = "、|以及|和|及|与"


@at_most(CELL)
def bound(text: str) -> Meaning | None:
    """A figure, bare or with the sign or words that say how to stand to it."""
    if not re.search("[0-9]", text):
        return _in_words(text)
    if not (signed := re.fullmatch(_SIGNED, text)):
        return None
    if not (found := re.fullmatch(_FIGURE, signed["tail"])):
        return _against_last_year(signed)
    lead = parse_lead(signed["lead"])
    comparator = lead and _comparator(lead, found["after"], odd=bool(found["odd"]))
    negative = signed["sign"] not in ("", "+", "↑")
    if not lead or comparator is None or (negative and (lead.decline or _may_be_its_size(found["after"]))):
        return None
    size = parse_size(found["number"])
    figure = Figure(-size if negative else size, _unit(found["unit"], lead))
    return Bounded(comparator, figure, lead.decline)


@at_most(CELL)
def between(text: str) -> Meaning | None:
    """A range; its ends belong to it, and the first may leave out the unit."""
    if "以上" in text and (found := re.fullmatch(_BOTH_ENDS, text)):
        return _from_floor_to_ceiling(bound(found["floor"]), bound(found["ceiling"]))
    if not (signed := re.fullmatch(_SIGNED, text)):
        return None
    found = re.fullmatch(_RANGE, signed["tail"]) or re.fullmatch(_AROUND, signed["tail"])
    if not found or not (lead := parse_lead(signed["lead"])) or lead.comparators:
        return None
    sign = "" if signed["sign"] in ("", "+", "↑") else "-"
    first, last = f"{sign}{found['low']}", found["high"].replace("负", "-")
    unit = _unit(found["high_unit"] or found["low_unit"], lead)
    low = convert(Figure(parse_size(first), _unit(found["low_unit"], lead)).completed(unit), unit)
    if not low:
        return None
    high = Figure(parse_size(last), unit)
    if "±" in found[0]:
        low, high = low._replace(size=low.size - high.size), high._replace(size=low.size + high.size)
    return _range(low, high, lead)


@at_most(CELL)
def several(text: str) -> Meaning | None:
    """Several figures in one cell, in the order of what they are of (分别)."""
    if "分别" not in text or not (found := re.fullmatch(_ALL, text)):
        return None
    *items, last = re.split(_BETWEEN_ITEMS, found["items"])
    tail = re.fullmatch(f"-?{NUMBER}(?P<unit>{CELL_UNIT})?(?P<after>.*)", last)
    if not (items and tail):
        return None
    alike = [*(_completed(item, tail["unit"] or "", tail["after"]) for item in items), last]
    of_each = re.search(_OF_EACH, found["head"])
    lead = f"{of_each[0] if of_each else ''}{found['lead']}"
    read = [bound(f"{lead}{item}") for item in alike]
    known = tuple(meaning for meaning in read if isinstance(meaning, Bounded))
    return Several(known) if len(known) == len(read) else None


def _may_be_its_size(after: str | None) -> bool:
    """Return whether a bound behind a figure below zero may be meant of its size: -3%以内 is a fall of 3% at most."""
    return after is not None and not re.fullmatch(ROUGHLY, after)


def _comparator(lead: Lead, after: str | None, *, odd: bool = False) -> Comparator | None:
    return comparator_of({*lead.comparators, *([Comparator.MORE_THAN] if odd else [])}, after)


def _unit(printed: str | None, lead: Lead) -> str:
    """Return a printed unit, with what each so many of it are for: 每千人口4.5个 is 4.5个/千人."""
    per = f"/{lead.base}" if lead.base and printed and "/" not in printed and printed not in "%‰" else ""
    return f"{printed or ''}{per}"


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


def _against_last_year(signed: re.Match[str]) -> Meaning | None:
    """Return the growth that a figure with last year as 100 says."""
    if "100" not in signed["tail"] or not (found := re.fullmatch(_INDEX, signed["tail"])):
        return None
    lead = parse_lead(signed["lead"])
    comparator = lead and not lead.decline and _comparator(lead, found["after"])
    if not comparator or signed["sign"]:
        return None
    return Bounded(comparator, Figure(parse_size(found["number"]) - 100, "%"))


def _in_words(text: str) -> Meaning | None:
    """Return a figure that is written in words: two digits, none, tenths, a round sum (万亿元)."""
    if not re.search("[两零成亿]", text):
        return None
    for pattern, figure in (
        (_TWO_DIGITS, Bounded(Comparator.AT_LEAST, Figure(Decimal(10), "%"))),
        (_NO_GROWTH, Bounded(Comparator.PLAIN, Figure(Decimal(0), "%"))),
    ):
        if found := re.fullmatch(pattern, text):
            lead = parse_lead(found["lead"])
            return figure if lead and not lead.decline and not lead.comparators else None
    if found := re.fullmatch(_TENTHS, text):
        return bound(f"{found['lead']}{per_cent(found['tenths'])}{found['after']}")
    if (found := re.fullmatch(_ROUND, text)) and re.search(_REACHES, found["lead"]):
        return bound(f"{found['lead']}{_ROUND_SIZES[found['round']]}{found['rest']}")
    return None


def _completed(item: str, unit: str, after: str) -> str:
    """Return one of several figures with the unit and the comparator that the last one has for all."""
    found = re.fullmatch(f"(-?{NUMBER})({CELL_UNIT})?(.*)", item)
    return f"{found[1]}{found[2] or unit}{found[3] or after}" if found else item

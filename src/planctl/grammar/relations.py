"""Texts that measure an indicator by another one: faster than, in step with, up to the level of."""

import re

from planctl.grammar.figures import DENIED, NUMBER, ROUGHLY, UNIT, parse_size
from planctl.grammar.lengths import CELL, at_most
from planctl.values.meanings import Comparator, Figure, Meaning, Relative

RELATIONS = {
    Comparator.AT_LEAST: f"{DENIED}(?:低|慢|少|差|逊|小)于|达到[或并]超过",
    Comparator.AT_MOST: f"{DENIED}(?:高于|超过|快于|多于|大于)",
    Comparator.MORE_THAN: "快于|高于|超过|大于|好于|优于|多于|强于|跑赢|领先于?|超出|超(?=[全上去同]|[一-鿿]{1,4}平均)",
    Comparator.LESS_THAN: "低于|慢于|小于|少于",
}
"""The words of each relation to another indicator."""

_SOFTLY = "(?:略|稍|明显|显著|适度|大幅|继续|力争|确保|努力|争取|保持|增长|增速|增幅|实现|总体|分别|要|均|都|在)*+"
_NAMED = "(?:(?:(?![未不没难无])[一-鿿]){0,12}?(?:增长|增速|增幅|涨幅|收入|支出|消费|投资)(?:增长|增速|增幅)?)?"
"""The indicator itself may be named before what it is measured by."""
_YEAR = "20[0-9]{2}年"
_NO_REFERENCE = f"(?:增长|增加|新增|增速|提高|达到|完成|实现|下降|等于|{ROUGHLY})++(?:[0-9]|$)"
_OTHER_RELATION = "[快高低慢多少大小优好等]于|超过|超出|同步|持平"
STRIVES = "力争|努力|争取|尽可能|奋力|力求|确保"
"""What begins a clause of its own, of what is striven for."""
_REFERENCE = (
    f"(?!{_NO_REFERENCE})"
    f"(?:(?:{_YEAR})?(?:(?!{_OTHER_RELATION}|{STRIVES})[一-鿿A-Za-z“”·、]){{2,24}}?|[省市州区县]|{_YEAR})"
)
_MARGIN = (
    f"(?P<margin>{NUMBER})(?P<unit>{UNIT})?(?:(?:[-‐‑‒–—―~]+|至|到){NUMBER}(?P<last>{UNIT}))?(?P<after>以上|{ROUGHLY})?"
)
_TO = "|".join(f"(?P<{each}>{words})" for each, words in RELATIONS.items())
_RELATIVE = f"{_NAMED}{_SOFTLY}(?:{_TO})(?P<reference>{_REFERENCE})(?:{_MARGIN})?"
_THAN = f"[比较](?P<reference>{_REFERENCE})(?:(?P<more_than>高出?|快)|(?P<less_than>低|慢)){_MARGIN}"
_IN_STEP = (
    f"{_NAMED}{_SOFTLY}(?:[与和同跟较比](?P<reference>{_REFERENCE})"
    "(?:保持|基本|大致|大体|总体|相)*(?:同步|持平|相当|一致|适应|匹配|协调)(?:增长|提高|提升|增加)?"
    "(?P<above>[或及](?:略|稍|更)?[高快好])?|"
    f"(?:同步于|相当于|持平于)(?P<other>{_REFERENCE}))"
)
_AS_LAST_YEAR = "(?:同比|基本|总体|大体|大致|保持|力争|实现)*持平"
_LEVEL = (
    "(?P<lead>(?:增长|增速|增幅|涨幅|达到|达|不低于|保持|维持|稳定在|(?:恢复|回升)[到至]|力争|确保|继续|在)*+)"
    f"(?P<reference>(?:全国|全省|全市|全区|全县|上年|去年|同期|历史|区域|西部|中部|东部|疫情前|{_YEAR}|[一-鿿]{{0,4}}平均)"
    "[一-鿿]{0,8}?(?:平均水平|平均|水平|最好水平))(?P<above>及?以上)?"
)
_TWICE = "(?P<first>[^、]*?(?P<relation>[高快低优]于)[^、]{2,24})、(?P=relation)(?P<other>[^、0-9]{2,24})"
"""Two conditions under one relation: 高于全国平均水平、高于城镇居民收入增速."""
_IN_STEP_AND = (
    "(?P<first>[^、]{0,12}[与和同跟][^、]{2,16}(?:同步|一致|持平))、(?P<relation>[高快低优]于)(?P<other>[^、0-9]{2,24})"
)
"""Two conditions, of which the first is to keep up: 与经济增长同步、快于全国平均水平."""
_ASSIGNED = "下达|核定|[省市国]控|(?:控制|考核)(?:目标|指标|数|要求)"
"""What says that a reference is a figure set by a higher level, and no other indicator."""


@at_most(CELL)
def relative(text: str) -> Meaning | None:
    """A comparison with another indicator, named in words, perhaps with by how much."""
    if not re.search("[于过同与和跟平赢出超先比较]", text):
        return None
    if "、" in text and (found := re.fullmatch(_TWICE, text) or re.fullmatch(_IN_STEP_AND, text)):
        return _both(found)
    if found := re.fullmatch(_RELATIVE, text):
        return _apart(found)
    if re.search("[0-9]", text) and (found := re.fullmatch(_THAN, text)):
        return _apart(found)
    if found := re.fullmatch(_IN_STEP, text):
        return Relative(
            Comparator.AT_LEAST if found["above"] else Comparator.ABOUT, found["reference"] or found["other"]
        )
    if re.fullmatch(_AS_LAST_YEAR, text):
        return Relative(Comparator.ABOUT, "上年")
    if found := re.fullmatch(_LEVEL, text):
        kept = re.search("保持|维持|稳定|持平", found["lead"]) and not found["above"]
        return Relative(Comparator.ABOUT if kept else Comparator.AT_LEAST, found["reference"])
    return None


def _both(found: re.Match[str]) -> Relative | None:
    """Return the comparison with both of two references, kept together: no single indicator is meant."""
    read = relative(found["first"])
    if not isinstance(read, Relative) or read.margin:
        return None
    return read._replace(reference=f"{read.reference}、{found['relation']}{found['other']}")


def _apart(found: re.Match[str]) -> Relative | None:
    """Return on which side of the other indicator it asks to be, and by how much, below zero for below it.

    By how much something is 不低于 another is said by some for above it and by some for below it: neither is guessed.
    """
    said = found.groupdict()
    comparator = next(each for each in RELATIONS if said.get(each))
    bounded = comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if bounded and re.search(_ASSIGNED, found["reference"]):
        return None
    if not found["margin"]:
        return Relative(comparator, found["reference"])
    unit = found["unit"] or found["last"]
    if comparator is Comparator.AT_LEAST or (bounded and found["after"]) or not unit:
        return None
    size = parse_size(found["margin"])
    margin = Figure(-size if comparator is Comparator.LESS_THAN else size, unit)
    is_rough = re.fullmatch(ROUGHLY, found["after"] or "")
    return Relative(Comparator.ABOUT if is_rough else comparator, found["reference"], margin)

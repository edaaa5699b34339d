"""Of which time a report in prose speaks, from one position of a sentence on: of its year, or of another stretch."""

import re
from enum import StrEnum
from typing import NamedTuple

from planctl.grammar.lengths import NAME
from planctl.grammar.text import normal


class SpokenTime(StrEnum):
    """A time that is spoken of: the year that is over, several years, a part of the year, or what is to come."""

    YEAR = "year"
    YEARS = "years"
    PART = "part"
    GOAL = "goal"


class TimeMark(NamedTuple):
    """Where a sentence names a time, and which.

    It `leads` where nothing was told before it, and `opens` where what follows the sentence is of that time as well.
    What is said aside (较2021年增加2亿元, 为近五年最高) holds to `until`, the end of its clause; 0 for what goes on.
    """

    at: int
    period: SpokenTime
    leads: bool
    opens: bool
    until: int = 0


_GOAL = "力争|到20[0-9]{2}年|20[345][05]年"
_YEARS = (
    "五载|回[首顾眸望]“?十[二三四五六]五”?|“?十[二三四五六]五”?(?:即将)?(?:收官在即|收官之际|圆满收官)|五年的?(?:拼搏|努力|实践|探索)|"
    "届[^,。;]{0,6}次会议以来|与五年前相比|[这过近]去?的?[三四五]年|[三四五]年[来间]|五年的(?:奋斗|发展|工作)|(?:今后|未来|下一?个?)五年|"
    "第?十[二三四五六]个五年规划|“?十[二三四五六]五”?规划(?:《?纲要|的?《?建议|编制|草案)|"
    "“?十[二三四五六]五”?(?:时期|期间|以来|这五年|五年|发展(?:取得|成就))"
)
_ASIDE = (
    "近几?年来?|多年来|(?<![续第])五年(?![一-鿿]{0,4}(?:规划|计划|行动|制|工程|方案))|年均(?!浓度|值|气温|降水)|"
    "(?:[比较与]|相比|从|由|自)(?:20[0-9]{2}年|“?十[二三四五六]五)|(?<![去今]年)以来(?!最|首次|新)|20[0-9]{2}年来|"
    "20[0-9]{2}年?[-—–~至到]{1,2}20[0-9]{2}年"
)
_PART = (
    "[上下]半年|(?<![0-9])[0-9]{1,2}月份(?=,)|(?:[一二三四]|前[两三])季度|前[0-9十]{1,2}个?月|截至[0-9]{1,2}月|"
    "[0-9]{1,2}[-—–~至到]{1,2}[0-9]{1,2}月"
)
_YEAR = "过去的?一年|一年来|(?<![比较])[这去]一?年(?!间)|全年(?!目标|任务|预期)|刚刚过去"
_NUMBER = "(?<![到从由自至比较与和—–~-])20[0-9]{2}年(?!来|以来|末|底|[0-9]{1,2}月)"
_MARK = re.compile(
    f"(?P<goal>{_GOAL})|(?P<years>{_YEARS})|(?P<aside>{_ASIDE})|(?P<part>{_PART})|(?P<year>{_YEAR})|"
    f"(?P<number>{_NUMBER})"
)
_PERIODS = {"aside": SpokenTime.YEARS, "number": SpokenTime.YEAR}
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")
"""Years in brackets are of a plan that is named, not of what is told."""
_SIGN = re.compile("[,:、]")
_ENDS_CLAUSE = re.compile("[^,0-9]{0,8},")
"""Behind a comparison that all of a sentence rests on: 与2020年相比,."""
_OPENING = 30
"""A time that is named within so many characters of a sentence may be that of all that follows."""
_TOLD = re.compile("[0-9](?![0-9]*(?:年|月|日))|年均|连续")
"""What has been told before a time is named is of another: such a name is an aside."""


def marks_in(sentence: str, year: int = 0) -> tuple[TimeMark, ...]:
    """Return where a sentence of a report names a time, in its order; the report plans for a year, 0 where unknown."""
    told = _TOLD.search(sentence)
    first = min(told.start() if told else len(sentence), _OPENING)
    found = tuple(_MARK.finditer(_IN_BRACKETS.sub(lambda aside: " " * len(aside[0]), sentence)))
    several = max((each.start() for each in found if each["years"] or each["aside"]), default=-1)
    return tuple(mark for each in found if (mark := _mark(each, year, first, several)))


def part_of_year(text: str) -> str:
    """Return the part of a year that a short text names, such as 上半年 or 1-6月; empty where it names none."""
    plain = normal(text) if len(text) <= NAME else ""
    found = re.search(_PART, plain)
    return found[0] if found else ""


def _mark(found: re.Match[str], year: int, first: int, several: int) -> TimeMark | None:
    """Return a time that is named; a year by its number is one of several where these are spoken of behind it.

    A comparison with the year before (较2021年 of what came of 2022) names none.

    In a report that plans for a year, any other than the one before is told beside it, or to come.
    """
    kind = found.lastgroup or ""
    if year and kind == "aside" and found[0].endswith(f"{year - 2}年"):
        return None
    if year and kind in ("number", "goal") and found[0][:4].isdecimal():
        kind = "number" if int(found[0][:4]) == year - 1 else "goal"
    period = _PERIODS.get(kind) or SpokenTime(kind)
    heads = bool(_ENDS_CLAUSE.match(found.string, found.end()))
    before = found.string[: found.start()]
    begins = before.endswith((",", ":")) or not _SIGN.search(before)
    leads = found.start() <= first and (kind != "aside" or (heads and begins))
    opens = leads and (kind in ("year", "years") or (kind == "number" and found.start() > several))
    goes_on = leads or period is SpokenTime.YEAR or (heads and (kind == "goal" or (begins and kind != "aside")))
    until = 0 if goes_on else found.string.find(",", found.end())
    return TimeMark(found.start(), period, leads, opens, max(until, 0))

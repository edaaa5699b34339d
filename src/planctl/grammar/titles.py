"""What stands at the head of a report: its title, who presents it, whose plan it is, and when."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from planctl.grammar.figures import DIGITS, parse_count
from planctl.grammar.text import half_width

FIRST_LINES = 14
"""The title ends within so many lines that have text; a page may have its own above it."""
_ENDS_TITLE = "报告(?:[(（].{1,12}[)）])?$"
_BEGINS_TITLE = "关于|20[0-9]{2}年|国民经济"
_OFFICE = "(?:发展和改革|发展改革|计划)(?:和[一-鿿]{2,8})?(?:委员会|委|局)|人民政府|发改委"
_PRESENTS = f"^[^:：]*(?:{_OFFICE})(?=(?:(?:党组书记、?)?(?:主任|局长)[一-鿿×xX*＊○〇]{{0,4}})?$)"
ABOUT = "关于"
_ISSUER = "(?:发展和改革|发展改革|人民政府|政府工作|发改|计划|经济和社会)"
_WORK_REPORT = "政府工作报告"
_OF_YEAR = "^20[0-9]{2}年"
_ENDS_OF_NAMES = "省|自治区|特别行政区|市|州|盟|区|县|旗"
_NAMES = f"(?:[一-鿿]{{1,12}}?(?:{_ENDS_OF_NAMES})){{1,4}}"
_CONGRESS = f"(?:^|在)({_NAMES})第[一二三四五六七八九十]{{1,3}}届人民代表大会"
"""Where it was presented, which a report without the name of its region in its title says."""
_ITSELF = frozenset(f"{word}{kind}" for word in "全我本" for kind in "省市州盟区县旗")
"""How a region calls itself, where its congress has its name."""
_OF_NATION = "国务院总理|第[一二三四五六七八九十]{1,3}届全国人民代表大会第[一二三四五六七八九十]{1,2}次会议上"
"""Who presents the report of the nation, or where."""
NATION = "中国"
_KINDS_OF_REGIONS = ("自治州", "自治县", "自治旗", *_ENDS_OF_NAMES.split("|"))
"""What the name of a region ends with, the longer before what they end with themselves."""
_SHORTEST = 2
"""No place of China has a name of one character when its kind is left out."""
_PEOPLES = (
    *("维吾尔", "哈萨克", "蒙古", "柯尔克孜", "塔吉克", "锡伯", "各族", "藏族", "蒙古族", "回族", "维吾尔族", "苗族"),
    *("彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "傣族"),
    *("黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "仫佬族"),
    *("达斡尔族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族"),
    *("鄂温克族", "保安族", "裕固族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族", "德昂族", "京族"),
)
"""As the names of autonomous regions have them (GB/T 3304), some without 族."""
_DAY = r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日"
_YEAR_IN_WORDS = "(?:二[〇○零]|二0)[〇○零一二三四五六七八九0]{2}(?=年)"
_OF_DAY = "(?<=[年月])([一二三四五六七八九十]{1,3})(?=[月日])"
_SIGNS_OF_NUMBERS = {sign: str(size) for size, sign in enumerate(DIGITS)} | {"〇": "0", "○": "0"}
_YEAR_OF_REPORT = re.compile(
    "(20[0-9]{2})年(?:[一-鿿]{0,14}?(?:政府)?工作报告|(?P<month>[0-9]{1,2})月[0-9]{1,2}日)|"
    "(20[0-9]{2})[-/.](?P<number>[0-9]{1,2})[-/.][0-9]{1,2}"
)
_FIRST = 3000
"""The head of a report stands within so many characters."""
_LATE = 11
"""A report that is presented from this month on plans for the year after."""


class PrintedTitle(NamedTuple):
    """A report's title on one line, who presents it, whose plan it is, and the day, each empty where it is not said."""

    title: str
    issuer: str
    region: str
    delivered: str


def parse_title(lines: list[str]) -> PrintedTitle:
    """Return what the first lines of a report say of it."""
    printed = list(islice(("".join(line.split()) for line in lines if line.strip()), 2 * FIRST_LINES))
    if not printed:
        return PrintedTitle("", "", "", "")
    first = list(map(in_digits, printed))
    end = next((count for count, line in enumerate(first[:FIRST_LINES], 1) if re.search(_ENDS_TITLE, line)), 1)
    start = _start(first[:end])
    title = "".join(first[start:end])
    issuer, about, rest = title.partition(ABOUT)
    whose = _region(issuer) or _region(rest) or _region(re.sub(_OF_YEAR, "", title))
    congress = _of_congress(first)
    if congress and (not whose or whose in _ITSELF or congress.endswith(whose)):
        whose = congress
    if not (about and issuer):
        presents = (found[0] for line in first if (found := re.search(_PRESENTS, line)))
        issuer = next(presents, f"{whose}人民政府" if whose and _WORK_REPORT in title else "")
    return PrintedTitle("".join(printed[start:end]), issuer, whose, _delivered([half_width(line) for line in first]))


def is_plan_report(title: str) -> bool:
    """Return whether a title is of a report on a plan, and not of the work of a government."""
    return "计划" in title and _WORK_REPORT not in title


def year_of_title(found: PrintedTitle) -> int:
    """Return the latest year that a title names, or else that of its day; 0 where it has neither."""
    years = re.findall("20[0-9]{2}(?=年)", half_width(in_digits(found.title)))
    return int(max(years, default=found.delivered[:4] or 0))


def year_of_report(text: str) -> int | None:
    """Return the year that the head of a normal text names as its own, or the one that it plans for by its day."""
    found = _YEAR_OF_REPORT.search(in_digits(text[:_FIRST]))
    if not found:
        return None
    return int(found[1] or found[3]) + (int(found["month"] or found["number"] or 0) >= _LATE)


def in_digits(text: str) -> str:
    """Return a text with the years and days that it has in Chinese numerals in digits: 二〇二六年一月二十七日."""
    years = re.sub(_YEAR_IN_WORDS, lambda found: "".join(_SIGNS_OF_NUMBERS.get(sign, sign) for sign in found[0]), text)
    return re.sub(_OF_DAY, lambda found: str(parse_count(found[1])), years) if years != text else text


def ends_title(line: str) -> bool:
    """Return whether a line ends the title of a report."""
    return bool(re.search(_ENDS_TITLE, "".join(line.split())))


def own_name(region: str) -> str:
    """Return a region's name without those of the regions that it is in: 涪陵区 of 重庆市涪陵区."""
    return re.split("(?<=..[省市州盟区])(?=..)", region)[-1]


def spoken_names(region: str) -> tuple[str, ...]:
    """Return how a region calls itself in its report, the longest first: 广西壮族自治区, 广西; none without a name."""
    own = own_name(region)
    kind = next((each for each in _KINDS_OF_REGIONS if own.endswith(each) and len(own) - len(each) >= _SHORTEST), "")
    short = _without_peoples(own.removesuffix(kind)) if kind else ""
    return tuple(dict.fromkeys(filter(None, (region, own, short))))


def _without_peoples(name: str) -> str:
    """Return a name without the peoples that an autonomous region is named by behind its place: 黔东南苗族侗族."""
    while people := next((each for each in _PEOPLES if name.endswith(each) and len(name) - len(each) >= _SHORTEST), ""):
        name = name.removesuffix(people)
    return name


def _start(lines: list[str]) -> int:
    """Return where a title begins in the lines to its end: what stands before it on a page is none of it."""
    start = next((count for count, line in enumerate(lines) if re.search(_BEGINS_TITLE, line)), len(lines) - 1)
    return start - 1 if start > 0 and re.search(_PRESENTS, lines[start - 1]) else start


def _region(text: str) -> str:
    found = re.match(f"(?:20[0-9]{{2}}年)?(?:中国)?({_NAMES})(?={_ISSUER}|国民经济|20[0-9]{{2}})", half_width(text))
    return found[1] if found else ""


def _of_congress(lines: Sequence[str]) -> str:
    """Return the region whose congress a report was presented to; the nation, where it is that of the whole."""
    joined = (half_width(f"{one}{other}") for one, other in zip(lines, [*lines[1:], ""], strict=True))
    found = (re.search(_CONGRESS, line) for line in joined)
    own = next((each[1] for each in found if each), "")
    return own or (NATION if any(re.search(_OF_NATION, line) for line in lines) else "")


def _delivered(lines: list[str]) -> str:
    """Return the day that has a place behind it (在某省…会议上), or else the first: a page may have its own above."""
    patterns = (f"{_DAY}在", _DAY)
    found = next((day for pattern in patterns for line in lines if (day := re.search(pattern, line))), None)
    return _day(*map(int, found.groups())) if found else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""

"""Texts with figures: bounds, ranges, several figures, shares of a plan, distances to a target."""

import re
from decimal import Decimal

from planctl.grammar.text import UnreadableCell
from planctl.messages import say
from planctl.values import Between, Bounded, Comparator, Completion, Distance, Figure, Meaning, Several

COMPARATORS = {
    Comparator.AT_LEAST: ("≥|>=|不低于|不少于|不小于|至少|最低", "(?:及|或)?(?:其)?以上|或更高"),
    Comparator.AT_MOST: ("≤|<=|不高于|不超过|不超|不大于|不多于|至多|最高|最多", "(?:及|或)?(?:其)?以下|以内|之内|内"),
    Comparator.MORE_THAN: (">|超过|超|突破|高于|大于|多于|逾", ""),
    Comparator.LESS_THAN: ("<|低于|小于|少于|不到|不足", ""),
    Comparator.ABOUT: ("大?约|将近|接近|近", "左右|上下"),
}
"""The words and signs of each comparator, before its figure and after it. In official Chinese, 以上, 以下 and 以内
include the figure itself."""

NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_NOUN = (
    "元|美元|欧元|人次|人天|人年|人|户|家|个|件|项|座|天|次|所|名|台|辆|套|起|亩|公顷|平方公里|平方米|立方米|海里|公里|米|"
    "公斤|千克|市斤|斤|吨标准煤|吨标煤|吨|克|微克|毫克|千瓦时|千瓦|兆瓦|瓦|度|标准箱|标箱|箱|条|处|头|只|羽|株|棵|位|级|分|"
    "岁|张|床|间|幢|栋|艘|架|列|批|场|册|部|种|篇|村|镇|倍|升|GWh|MWh|kWh|GW|MW|kW|TEU"
)
_MAGNITUDE = "万亿|亿|千万|百万|万|千"
UNIT = f"%|‰|个?百分点|(?:{_MAGNITUDE})?(?:{_NOUN})(?:/(?:{_MAGNITUDE})?(?:{_NOUN}))?|万亿|亿|万"
_DASH = "[-‐‑‒–—―~]+|至|到"
_WHEN = (
    "全年|全市|全区|全省|全县|年均|平均|本年|当年|比上年|较上年|比去年|较去年|同比|同口径|名义|实际|可比价?|按可比价格?(?:计算)?|"
    "累计|均|各|都|再|要|将"
)
_HOW = "目标|力争|确保|争取|努力|力保|预期|继续|持续|稳步|稳定|保持|维持|不断|总体|基本|成功|全面|进一步|有效"
_RISES = "增长|增加|增速|增幅|涨幅|上涨|提高|提升|上升|扩大|回升|递增|净增|新增|增|涨|升"
_DOES = (
    "新建|新培育|培育|引进|引育|获批|认定|创建|建成|建设|完成|实现|达到|达|为|是|在|至|到|控制|有|了|共|落户|发放|改造|实施|"
    "新设立?|新发展|转移|开展|治理|接待|安置|签约"
)
_REACHED = "(?:提高|提升|扩大|增加|增长|增|上升|下降|降低|降|压减|减少|缩小|控制|压降|回落|收窄)(?:至|到)"
_FALLS = "下降|降低|压减|减少|降幅|缩减|削减|下调|回落|压降|降|减"
_OF = "(?:新增|净增|新建|新培育|培育|建成|完成|引进|每)[一-鿿]{1,8}?(?=[0-9])"
_VERB = f"{_OF}|{_REACHED}|{_WHEN}|{_HOW}|{_RISES}|{_DOES}"
_NAMED = "(?:(?!未|不|低|高于|快于|慢于|超|目标|计划|任务|预期|分别|突破|差)[一-鿿A-Za-z])"
_BEFORE = "|".join(before for before, _ in COMPARATORS.values())
# What leads a figure is never taken back (`*+`): 达到 is also 达 and 到, and a long row of them would take for ever.
LEAD = f"(?:{_NAMED}{{1,12}}?(?={_VERB}|{_FALLS}|{_BEFORE}))?(?:{_VERB})*+"
_DECLINE = f"(?P<decline>(?:同比|年均|平均|累计)?(?:{_FALLS})(?:幅度)?(?:达到|达|为|了|控制在)?)?"
_AFTER = "|".join(after for _, after in COMPARATORS.values() if after)
_BOUND = (
    f"{LEAD}{_DECLINE}(?P<before>{_BEFORE})?(?P<number>-?{NUMBER})(?P<odd>余|多)?(?P<unit>{UNIT})?"
    f"(?P<after>{_AFTER})?(?:的?(?:水平|增长|增速|目标))?"
)
_RANGE = (
    f"{LEAD}{_DECLINE}(?P<low>{NUMBER})(?P<low_unit>{UNIT})?(?:{_DASH})(?P<high>{NUMBER})(?P<high_unit>{UNIT})?"
    "(?:左右|之间|的?(?:合理)?区间内?|的?水平|的?增长)*"
)
_FIGURE = f"(?P<number>-?{NUMBER})(?P<unit>{UNIT})?"
_PLAN = (
    "(?:(?:全年|年度?|年初|预期|预定|既定|计划|目标|任务|预算|投资|增长|序时)*"
    "(?:计划|目标|任务|预算|预期)(?:任务|目标|数|值|指标|进度)*)"
)
_SHARE = (
    f"(?:已|累计)?(?:完成|达到|达|占|为|实现|是)(?:了)?{_PLAN}的?(?:完成率)?(?:达到|达|为)?(?P<size>{NUMBER}%)|"
    f"(?:{_PLAN})?(?:任务)?(?:完成率|完成进度|完成比例)(?:达到|达|为)?(?P<rate>{NUMBER}%)"
)
_DISTANCE = (
    f"(?:但|仍|还|均|都)*(?:与|比|较|距离?|离)?(?:{_PLAN})?(?:值|要求)?(?:仍|还)?"
    f"(?:(?P<short>低于|少于|慢于|落后于?|低|少|差|慢|欠|不足|相差|短缺)|(?P<over>高于|多于|快于|超过|超出|超额|超|高|多|快))"
    f"(?P<plan>{_PLAN})?(?:了|出|约)?(?P<size>{NUMBER}(?:{UNIT})?)"
)
_PLANNED = "计划|目标|任务|预算|预期|完成率|进度|比例"
_APART = "[低少差慢欠足缺高多快超后]"
"""What a share or a distance cannot be without: cheap to ask, where the whole pattern is not."""
_ALONE = frozenset({"低", "少", "差", "慢", "欠", "相差", "短缺", "高", "快"})
"""What says a distance to the target also where the target is not named."""
_LAST_YEAR = r"\(?(?:以)?(?:上年|去年)(?:同期)?(?:=|为)100\)?"
_INDEX = f"{LEAD}(?P<before>{_BEFORE})?(?P<number>{NUMBER})(?P<after>{_AFTER})?{_LAST_YEAR}"
_TENTHS = "(?P<before>[^0-9]*?)(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?P<after>[^0-9]*)"
_TWO_DIGITS = f"(?:{_VERB})*+两位数(?:以上)?的?(?:增长|增速)?"
_NO_GROWTH = f"(?:{_VERB})*+零增长"
_ALL = "[^0-9]*分别(?P<lead>[^0-9]*)(?P<items>[0-9].*)"
_BETWEEN_ITEMS = "、|以及|和|及|与"
_CHINESE = "零一二三四五六七八九"


def bound(text: str) -> Meaning | None:
    """A figure, bare or with the sign or words that say how to stand to it."""
    if not re.search("[0-9]", text):
        return _in_words(text)
    if not (found := re.fullmatch(_BOUND, text)):
        return _against_last_year(text)
    comparator = _comparator(found["before"], found["after"], odd=bool(found["odd"]))
    if comparator is None:
        return None
    figure = parse_figure(f"{found['number']}{found['unit'] or ''}")
    return Bounded(comparator, figure, decline=bool(found["decline"]))


def between(text: str) -> Meaning | None:
    """A range; its ends belong to it, and the first may leave out the unit."""
    if not re.search(f"[0-9].*(?:{_DASH}).*[0-9]", text) or not (found := re.fullmatch(_RANGE, text)):
        return None
    unit = found["high_unit"] or found["low_unit"] or ""
    low, high = _size(found["low"]), _size(found["high"])
    if found["low_unit"] not in (None, unit) or low >= high:
        return None
    return Between(Figure(low, unit), Figure(high, unit), decline=bool(found["decline"]))


def several(text: str) -> Meaning | None:
    """Several figures in one cell, in the order of what they are of (分别)."""
    if "分别" not in text or not (found := re.fullmatch(_ALL, text)):
        return None
    *items, last = re.split(_BETWEEN_ITEMS, found["items"])
    tail = re.fullmatch(f"-?{NUMBER}(?P<unit>{UNIT})?(?P<after>.*)", last)
    if not (items and tail):
        return None
    alike = [*(_completed(item, tail["unit"] or "", tail["after"]) for item in items), last]
    read = [bound(f"{found['lead']}{item}") for item in alike]
    known = tuple(meaning for meaning in read if isinstance(meaning, Bounded))
    return Several(known) if len(known) == len(read) else None


def completion(text: str) -> Meaning | None:
    """The share of a plan that was done (完成年计划的89.4%)."""
    if not (text.endswith("%") and re.search(_PLANNED, text) and (found := re.fullmatch(_SHARE, text))):
        return None
    return Completion(parse_figure(found["size"] or found["rate"]))


def distance(text: str) -> Meaning | None:
    """How far from its target a result is, below zero where it is short of it (低1.7个百分点, 超目标2个百分点)."""
    if not (re.search(_APART, text) and (found := re.fullmatch(_DISTANCE, text))):
        return None
    if (found["short"] or found["over"]) not in _ALONE and not re.search(_PLAN, text):
        return None
    figure = parse_figure(found["size"])
    return Distance(figure._replace(size=-figure.size) if found["short"] else figure)


def parse_figure(text: str) -> Figure:
    """Return the figure that `text` prints, such as `330`, `1,203.4` or `5.0%`; the decimals are kept.

    Raises `UnreadableCell` where there is no figure or anything beside it.
    """
    if not (found := re.fullmatch(_FIGURE, text)):
        raise UnreadableCell(
            say("'{text}' is not a figure", text=text),
            say("write it as {forms}", forms=("330", "1,203.4", "5.0%")),
        )
    return Figure(_size(found["number"]), found["unit"] or "")


def _against_last_year(text: str) -> Meaning | None:
    """Return the growth that a figure with last year as 100 says."""
    if "100" not in text or not (found := re.fullmatch(_INDEX, text)):
        return None
    comparator = _comparator(found["before"], found["after"])
    return Bounded(comparator, Figure(_size(found["number"]) - 100, "%")) if comparator else None


def _in_words(text: str) -> Meaning | None:
    """Return a figure that is written in words: two digits, none, tenths."""
    if not re.search("[两零成]", text):
        return None
    if re.fullmatch(_TWO_DIGITS, text):
        return Bounded(Comparator.AT_LEAST, Figure(Decimal(10), "%"))
    if re.fullmatch(_NO_GROWTH, text):
        return Bounded(Comparator.PLAIN, Figure(Decimal(0), "%"))
    if found := re.fullmatch(_TENTHS, text):
        digits = f"{_CHINESE.index(found['tenths'])}{5 if found['half'] else 0}"
        return bound(f"{found['before']}{digits}%{found['after']}")
    return None


def _completed(item: str, unit: str, after: str) -> str:
    """Return one of several figures with the unit and the comparator that the last one has for all."""
    found = re.fullmatch(f"(-?{NUMBER})({UNIT})?(.*)", item)
    return f"{found[1]}{found[2] or unit}{found[3] or after}" if found else item


def _size(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _comparator(before: str | None, after: str | None, *, odd: bool = False) -> Comparator | None:
    """Return the comparator that words before and after a figure say; `None` where they say two."""
    said = {Comparator.MORE_THAN} if odd else set()
    for side, word in ((0, before), (1, after)):
        for comparator, words in COMPARATORS.items():
            if word and words[side] and re.fullmatch(words[side], word):
                said.add(comparator)
    return None if len(said) > 1 else next(iter(said), Comparator.PLAIN)

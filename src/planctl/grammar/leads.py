"""What stands before a figure: the name of what it is of, verbs, comparators, and words for a rise or a fall.

Everything before the digits is read here, in whatever order it is printed (约增长, 增长约, 降幅不超过), so that no word
that turns the meaning round is taken for part of a name.
"""

import re
from typing import NamedTuple

from planctl.grammar.figures import BEFORE, COMPARATORS
from planctl.values.meanings import Comparator

_WHEN = (
    "全年|年均|人均|户均|平均|本年|当年|[比较](?:上年|去年)(?:同期)?|同比|同口径|名义|实际|"
    "可比价?|按可比价格?(?:计算)?|累计|每年|均|各|都|再|要|将|仅|只|才"
)
_WHERE = "全市|全区|全省|全县"
_HOW = (
    "目标值?|力争|确保|保证|争取|努力|力保|奋力|冲刺|预期|继续|持续|稳步|稳定|保持|维持|巩固|不断|总体|基本|"
    "成功|全面|进一步|有效|严"
)
_SET = "(?:国家|自治区|上级|[省市州区县])(?:级|里)?(?:政府)?(?:下达|核定|规定|确定)的?"
_RISES = "增长|增加|上涨|提高|提升|上升|扩大|回升|递增|增|涨|升(?!规|级)"
_HAS = "达到|达|为|是|介于|在|至|到|控制|有|了|共|占比|占"
_ACTS = (
    "新建|培育|引进|引育|获批|认定|创建|建成|建设|完成|实现|落户|发放|改造|实施|设立|发展|转移|开展|治理|接待|安置|签约|"
    "新增|净增|增加|增收|节约|节能|减税|降费|减免|减负|减亏"
)
"""What is done to as much as the figure says; what it is done to may stand between (新增就业5万人)."""
_CUTS = "压减|减少|减排(?!量)|淘汰|化解|关闭|压缩|削减|降低|缩减|压降"
"""What takes away as much as the figure says; what it takes it from may stand between (压减产能100万吨)."""
_FALLS = f"{_CUTS}|下降|下调|下滑|下跌|回落|萎缩|降|减|跌|↓"
_EASES = "收窄|放缓|缩小"
_REACHED = f"(?:{_RISES}|{_FALLS}|{_EASES}|控制|稳定|缩短)(?:至|到)"
"""What rises or falls to a level is that level."""
_UP = "增速|增幅|涨幅|增长率|增长幅度"
_DOWN = "降幅|跌幅|减幅|(?:下降|降低|减少)(?:幅度|率)|负增长"
_COMPARE = {comparator.value: words for comparator, (words, _) in COMPARATORS.items()}
_KINDS = {
    **_COMPARE,
    "down": _DOWN,
    "up": _UP,
    "reached": _REACHED,
    "where": _WHERE,
    "does": f"{_ACTS}|{_WHEN}|{_HOW}|{_SET}|{_HAS}|新(?=培育|设立|发展|建)",
    "falls": _FALLS,
    "eases": _EASES,
    "rises": _RISES,
}
"""The kinds of words, asked in this order: 不低于 before 低于, 降低到 before 降低."""
_WORD = "|".join(words for words in _KINDS.values())
_WORD_OF_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())

_HARMLESS = (
    "不良|不动产|不锈钢|未来|未成年|无害|无线|无人|无障碍|无偿|负债|负荷|负担|负氧|困难|难题|节约|集约|约束|月均|青少年|少年|少数|少儿|"
    "降水|降雨|降尘|低保|低收入|低碳|最低生活|最低工资|超高|超低|超算|减税|减灾|减排量|公共预算|基金预算|预算收入|预算支出|由负转正|扭负为正|转负为正|"
    r"PM2\.5|PM10|R&D|[Ⅰ-Ⅻ]"
)
"""Parts of names with a word in them that would deny or turn round what the figure says, were it alone."""
_NO_NAME = (
    "未|没|不|难|无|负|约|至少|仅|只|降|跌|减|少|多增|低|高于|快于|慢于|超|突破|差|分别|目标|计划|任务|预期|预计|预测|预估|预算|进度|完成率|环比|"
    "季度|半年|月|[一二两三四五六七八九十]年"
)
_NAMED = f"(?:{_HARMLESS}|(?!{_NO_NAME})[一-鿿A-Za-z])"
_NO_OBJECT = (
    f"(?!{_FALLS}|{_EASES}|{_UP}|{_DOWN}|{BEFORE}|达到|完成|控制|保持|稳定|同比|累计|增长|上涨|提高|提升|上升|回升)"
)
"""A word of these between a verb and a figure is another verb: 增加值回落5% is no increase."""
_MEASURED = f"(?:{_NO_OBJECT}{_NAMED}){{1,16}}(?<=[率比例重度量额])(?<!年度)"
"""A name that may stand straight before its figure: 优良率90%, 第三产业占比52%."""
_TAKES = "|".join(f"(?<={word[:2]})" for word in f"{_ACTS}|{_CUTS}".split("|"))
_COUNTED = "(?:十|百|千|万|亿)*(?:人|户|亩|公顷|平方公里|万元)"
# Words are never taken back (`*+`): 达到 is also 达 and 到, and a long row of them would take for ever.
_LEAD = (
    f"(?:每(?P<base>{_COUNTED})口?(?:{_NAMED}{{1,16}})?|"
    f"(?:{_NAMED}{{1,16}}?(?={_WORD}))??(?P<words>(?:{_WORD})*+)(?!率)(?:(?:{_TAKES})(?:{_NO_OBJECT}{_NAMED}){{1,10}}|{_MEASURED})?)"
)


class Lead(NamedTuple):
    """What the words before a figure say: comparators, whether something falls by it, and per what (每千人口)."""

    comparators: frozenset[Comparator]
    decline: bool
    base: str


def parse_lead(text: str) -> Lead | None:
    """Return what the words before a figure say; `None` where any of them is not known or two do not go together."""
    if not text:
        return Lead(frozenset(), decline=False, base="")
    if not (found := re.fullmatch(_LEAD, text)):
        return None
    kinds = [word.lastgroup for word in re.finditer(_WORD_OF_KIND, found["words"] or "")]
    falls = _falls(kinds)
    if falls is None or _beyond_a_place(kinds):
        return None
    return Lead(frozenset(Comparator(kind) for kind in kinds if kind in _COMPARE), falls, found["base"] or "")


def _beyond_a_place(kinds: list[str | None]) -> bool:
    """Return whether a comparator is to the figure of a place (低于全省1个百分点), and not to the one printed."""
    return "where" in kinds and any(kind in _COMPARE for kind in kinds[: kinds.index("where")])


def _falls(kinds: list[str | None]) -> bool | None:
    """Return whether the words say by how much something falls; `None` where a fall itself eases or grows.

    涨幅回落0.3个百分点 is a fall, of the growth; 降幅收窄1个百分点 is neither a fall nor a rise of what falls.
    """
    moves = [kind for kind in kinds if kind in ("down", "up", "falls", "eases", "rises")]
    match moves:
        case ["down", *rest]:
            return None if rest else True
        case ["up", "falls" | "eases"] | ["falls"]:
            return True
        case []:
            return False
    return None if {"falls", "eases", "down"} & set(moves) else False

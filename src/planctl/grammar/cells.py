"""The text of a printed cell read into its meaning.

A form is a way of printing. `FORMS` is asked in order and the first that answers decides; to read one more form, add
a function and name it in the tuple. Patterns are compiled when they are first asked, for most files need few of them.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from planctl.messages import Message, say
from planctl.values import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Comparator,
    Discontinued,
    Figure,
    Meaning,
    Qualitative,
    Relative,
)

HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord("≧"): "≥",
    ord("≦"): "≤",
    ord("−"): "-",
}

COMPARATORS = {
    Comparator.AT_LEAST: ("≥|>=|不低于|不少于|不小于|至少", "及?以上"),
    Comparator.AT_MOST: ("≤|<=|不高于|不超过|不大于|不多于", "及?以下|以内|之内"),
    Comparator.MORE_THAN: (">|超过|超|突破|高于|大于|多于", ""),
    Comparator.LESS_THAN: ("<|低于|小于|少于|不到|不足", ""),
    Comparator.ABOUT: ("约|将近|接近|近", "左右|上下"),
}
"""The words and signs of each comparator, before its figure and after it. In official Chinese, 以上, 以下 and 以内
include the figure itself."""

RELATIONS = {
    "快于": Comparator.MORE_THAN,
    "高于": Comparator.MORE_THAN,
    "超过": Comparator.MORE_THAN,
    "不低于": Comparator.AT_LEAST,
    "不慢于": Comparator.AT_LEAST,
    "低于": Comparator.LESS_THAN,
    "不高于": Comparator.AT_MOST,
}

_REACHED = "(?:提高|提升|扩大|增加|增|增长|下降|降低|降|压减|减少|缩小)(?:至|到)"
_LEAD = f"(?:{_REACHED}|力争|确保|继续|同比|增长|增加|达到|达|保持在|保持|稳定在|控制在|实现|为)*"
_DECLINE = "(?P<decline>(?:同比)?(?:下降|降低|压减|减少))?"
_NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_NOUN = (
    "元|美元|人次|人|户|家|个|件|项|座|天|次|所|名|台|辆|套|起|亩|公顷|平方公里|平方米|立方米|公里|米|公斤|千克|斤|吨|"
    "微克|毫克|千瓦时|千瓦|度|标箱|箱|条|处|头|只"
)
_UNIT = f"%|‰|个?百分点|(?:万亿|亿|千万|百万|万|千)?(?:{_NOUN})(?:/(?:{_NOUN}))?|万亿|亿|万"
_DASH = "[-–—~]+|至|到"

_FIGURE = f"(?P<number>-?{_NUMBER})(?P<unit>{_UNIT})?"
_BOUND = (
    f"{_LEAD}{_DECLINE}(?P<before>{'|'.join(before for before, _ in COMPARATORS.values())})?"
    f"(?P<number>-?{_NUMBER})(?P<odd>余|多)?(?P<unit>{_UNIT})?"
    f"(?P<after>{'|'.join(after for _, after in COMPARATORS.values() if after)})?"
)
_RANGE = f"{_LEAD}(?P<low>{_NUMBER})(?P<low_unit>{_UNIT})?(?:{_DASH})(?P<high>{_NUMBER})(?P<high_unit>{_UNIT})?"
_NAME = "[一-鿿A-Za-z]{2,20}"
_RELATIVE = f"(?:增长|增速|增幅)*(?P<relation>{'|'.join(RELATIONS)})(?P<reference>{_NAME})"
_IN_STEP = f"(?:增长|增速|增幅)*[与和同](?P<reference>{_NAME}?)(?:保持|基本)*(?:同步|持平)(?:增长)?"
_ASSIGNED = (
    "(?P<negated>未能|未|没有)?(?:已|全面|如期|按时|顺利|圆满|超额|力争|确保)*(?:完成|达到|控制在)"
    "[一-鿿“”]{0,20}?(?:任务|目标|指标|要求|计划)(?:数|值)?(?:范围内|以内|之内|内)?"
)
_DISCONTINUED = "已?(?:不再|停止|取消)(?:进行|纳入)?(?:统计|考核|监测|公布)"
_QUALITATIVE = (
    "(?:力争|确保|保持|实现|总体|稳步|持续|继续|进一步|稳定|逐步|不断|有所|明显)*"
    "(?:提升|提高|上升|增长|改善|好转|下降|降低|减少|稳定|平稳|正增长)"
)
_ESTIMATED = r"预计(?:为|数)?:?(?P<rest>.+)|(?P<start>.+)\(预计数?\)"
_SPACE = r"(?<![0-9.,])\s+|\s+(?![0-9.,])"
_NO_FIGURE = frozenset({"", "-", "--", "–", "—", "——", "/", "…"})


class UnreadableCell(ValueError):
    """A text has no form that is known; carries what to say of it and what to do."""

    def __init__(self, message: Message, remedy: Message) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def blank(text: str) -> Meaning | None:
    """Nothing printed, or the dash that stands for nothing."""
    return Blank() if text in _NO_FIGURE else None


def discontinued(text: str) -> Meaning | None:
    """The indicator is no longer counted."""
    return Discontinued() if re.fullmatch(_DISCONTINUED, text) else None


def bound(text: str) -> Meaning | None:
    """A figure, bare or with the sign or words that say how to stand to it."""
    if not (found := re.fullmatch(_BOUND, text)):
        return None
    said = {_comparator(found["before"], 0), _comparator(found["after"], 1)} - {Comparator.PLAIN}
    said |= {Comparator.MORE_THAN} if found["odd"] else set()
    if len(said) > 1:
        return None
    figure = parse_figure(f"{found['number']}{found['unit'] or ''}")
    return Bounded(said.pop() if said else Comparator.PLAIN, figure, decline=bool(found["decline"]))


def between(text: str) -> Meaning | None:
    """A range; its ends belong to it, and the first may leave out the unit."""
    if not (found := re.fullmatch(_RANGE, text)):
        return None
    unit = found["high_unit"] or ""
    low, high = _size(found["low"]), _size(found["high"])
    if found["low_unit"] not in (None, unit) or low >= high:
        return None
    return Between(Figure(low, unit), Figure(high, unit))


def relative(text: str) -> Meaning | None:
    """A comparison with another indicator, named in words."""
    if found := re.fullmatch(_RELATIVE, text):
        return Relative(RELATIONS[found["relation"]], found["reference"])
    if found := re.fullmatch(_IN_STEP, text):
        return Relative(Comparator.ABOUT, found["reference"])
    return None


def assigned(text: str) -> Meaning | None:
    """What a higher level set, without a figure; as a result, the statement that it was or was not fulfilled."""
    found = re.fullmatch(_ASSIGNED, text)
    return Assigned(fulfilled=not found["negated"]) if found else None


def qualitative(text: str) -> Meaning | None:
    """A direction in words."""
    return Qualitative(text) if re.fullmatch(_QUALITATIVE, text) else None


class Form(NamedTuple):
    """A way of printing: the function that reads it, and how it looks."""

    read: Callable[[str], Meaning | None]
    examples: tuple[str, ...]


FORMS: tuple[Form, ...] = (
    Form(blank, ("", "—")),
    Form(discontinued, ("不再统计",)),
    Form(bound, ("6.5", "≥330", "5.5以内", "1,203.4万元", "不低于60%", "突破100家", "90余起", "5%左右", "下降3%")),
    Form(assigned, ("完成市上下达任务", "未完成市上下达任务")),
    Form(relative, ("快于经济增速", "与经济增长同步")),
    Form(between, ("5%—5.5%",)),
    Form(qualitative, ("稳步提升", "正增长")),
)


def half_width(text: str) -> str:
    """Return the text with full-width digits, letters and signs as their half-width twins, and nothing else changed."""
    return text.translate(HALF_WIDTH)


def parse_cell(text: str) -> Cell:
    """Return the cell that `text` prints; figures have the printed unit, or none.

    White space is passed over, but not inside a number; full-width digits and signs are read as their half-width
    twins, and 预计 before or (预计) after any form makes it an estimate. Raises `UnreadableCell` for a text of no
    known form.
    """
    compact = re.sub(_SPACE, "", half_width(text))
    if estimated := re.fullmatch(_ESTIMATED, compact):
        compact = estimated["rest"] or estimated["start"]
    for form in FORMS:
        if meaning := form.read(compact):
            return Cell(text, meaning, estimated=bool(estimated))
    forms = tuple(example for form in FORMS for example in form.examples if example)
    raise UnreadableCell(
        say("'{text}' has no form that can be read", text=text),
        say("write it as printed, in one of the forms {forms}, with 预计 before an estimate", forms=forms),
    )


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


def _size(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _comparator(word: str | None, side: int) -> Comparator:
    if word:
        for comparator, words in COMPARATORS.items():
            if words[side] and re.fullmatch(words[side], word):
                return comparator
    return Comparator.PLAIN

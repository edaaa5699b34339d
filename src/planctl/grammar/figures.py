"""Figures as they are printed: numbers, units, and the words that say how to stand to a figure."""

import re
from decimal import Decimal

from planctl.grammar.text import UnreadableCell
from planctl.messages.message import say
from planctl.values.meanings import Comparator, Figure

DENIED = "(?:不|不得|不能|不可|不应|不宜|未|未能|没有?|没能|难以|无法)"
"""What turns the comparator behind it round."""
COMPARATORS = {
    Comparator.AT_LEAST: (
        f"≥|>=|(?:大|高|多)于(?:或)?等于|{DENIED}(?:低于|少于|小于)|至少|最低|最少|保底|底线|下限|[迈跨站登跃](?:上|入|过|越)",
        "(?:及|或)?(?:其)?以上|或更高",
    ),
    Comparator.AT_MOST: (
        f"≤|<=|(?:小|低|少)于(?:或)?等于|{DENIED}(?:高于|超过|超出|大于|多于|突破)|不超|至多|最高|最多|上限",
        "(?:及|或)?(?:其)?以下|以内|之内|内",
    ),
    Comparator.LESS_THAN: ("<|低于|小于|少于|不到|不足|达不到|(?:未能?|没有?|没能|难以|无法|不能)(?:达到|达)", ""),
    Comparator.MORE_THAN: (">|超过|超出|超(?!额)|突破|高于|大于|多于|逾", ""),
    Comparator.ABOUT: ("大?约|将近|接近|近", "左右|上下"),
}
"""The words and signs of each comparator, before its figure and after it. In official Chinese, 以上, 以下 and 以内
include the figure itself; a word that denies another stands before it (不超过, 没有突破)."""

NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_NOUN = (
    "元|美元|欧元|人次|人天|人年|人|户|家|个|件|项|座|天|次|所|名|台|辆次|架次|班次|辆|套|起|亩|公顷|平方公里|平方米|立方米|海里|公里|米|"
    "公斤|千克|市斤|斤|吨标准煤|吨标煤|吨公里|吨|克|微克|毫克|千瓦时|千瓦|兆瓦|瓦|度|标准箱|标箱|箱|条|处|头|只|羽|株|棵|位|"
    "级|分|岁|张|床|间|幢|栋|艘|架|列|批|场|册|部|种|篇|村|镇|倍|升|GWh|MWh|kWh|GW|MW|kW|TEU|[EPT]FLOPS|P"
)
_MAGNITUDE = "万亿|亿|千万|百万|万|千"
UNIT = (
    "%|‰|个?百分点|个点|微克每立方米|[μµu]g/m[3³]|"
    f"(?:{_MAGNITUDE})?(?:{_NOUN})(?:/(?:(?:{_MAGNITUDE})?(?:{_NOUN})|年|月|日))?|万亿|亿|万"
)
CELL_UNIT = f"{UNIT}|(?<![0-9]{{4}})年"
"""In prose a number of years is mostly no figure (5年来), and 2022年 is none in a cell either."""

DIGITS = "零一二三四五六七八九"
TENTHS = "[一二三四五六七八九]成半?"

ROUGHLY = COMPARATORS[Comparator.ABOUT][1]
"""What says behind a figure that it is about so much."""
BEFORE = "|".join(before for before, _ in COMPARATORS.values())
AFTER = "|".join(after for _, after in COMPARATORS.values() if after)
_FIGURE = f"(?P<number>-?{NUMBER})(?P<unit>{CELL_UNIT})?"


def parse_figure(text: str) -> Figure:
    """Return the figure that `text` prints, such as `330`, `1,203.4` or `5.0%`; the decimals are kept.

    Raises `UnreadableCell` where there is no figure or anything beside it.
    """
    if not (found := re.fullmatch(_FIGURE, text)):
        raise _no_figure(text)
    return Figure(parse_size(found["number"]), found["unit"] or "")


def parse_size(number: str) -> Decimal:
    """Return the number that digits print, with or without a comma at the thousands.

    Raises `UnreadableCell` for any other text.
    """
    if not re.fullmatch(f"-?{NUMBER}", number):
        raise _no_figure(number)
    return Decimal(number.replace(",", ""))


def parse_count(text: str) -> int:
    """Return the whole number below a thousand that digits print, Chinese ones or others: 32, 三十二, 一百零五.

    Raises `UnreadableCell` for more than three digits that are not Chinese.
    """
    if text.isdecimal():
        if len(text) > 3:
            raise _no_figure(text)
        return int(text)
    text = text.replace("两", "二")
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    size = 100 * (DIGITS.find(hundreds) if hundreds else 1) if hundred else 0
    size += 10 * (DIGITS.find(tens) if tens.strip("零") else 1) if ten else 0
    return size + max(DIGITS.find(ones.strip("零") or "零"), 0)


def per_cent(tenths: str) -> str:
    """Return tenths as per cent, in digits: 九成 is 90%, 九成半 95%; raises `UnreadableCell` for any other text."""
    if not re.fullmatch(TENTHS, tenths):
        raise _no_figure(tenths)
    return f"{DIGITS.index(tenths[0])}{5 if tenths.endswith('半') else 0}%"


def _no_figure(text: str) -> UnreadableCell:
    return UnreadableCell(
        say("'{text}' is not a figure", text=text),
        say("write it as {forms}", forms=("330", "1,203.4", "5.0%")),
    )


def comparator_of(said: set[Comparator], after: str | None) -> Comparator | None:
    """Return the comparator that words before a figure have said and the word after it says; `None` for two."""
    found = {comparator for comparator, (_, words) in COMPARATORS.items() if after and re.fullmatch(words, after)}
    return None if len(found | said) > 1 else next(iter(found | said), Comparator.PLAIN)

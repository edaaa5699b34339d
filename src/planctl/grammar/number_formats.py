"""Numbers of a spreadsheet as it shows them: a stored 6.6 that is formatted `0.00` is printed 6.60.

The formats are those of ECMA-376, part 1, 18.8.30 and 18.8.31, with the dates of a Chinese Excel.
"""

import operator
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from planctl.grammar.lengths import CELL

GENERAL = "General"
_NUMBERED = {
    "0": (1,),
    "0.00": (2,),
    "#,##0": (3,),
    "#,##0.00": (4,),
    "0%": (9,),
    "0.00%": (10,),
    "@": (49,),
    "0.00E+00": (11,),
    "##0.0E+0": (48,),
    "#,##0;-#,##0": (37, 38),
    "#,##0.00;-#,##0.00": (39, 40),
    "yyyy/m/d": (14,),
    "d-mmm-yy": (15,),
    "d-mmm": (16,),
    "mmm-yy": (17,),
    "yyyy/m/d h:mm": (22,),
    "m-d-yy": (30,),
    "h:mm AM/PM": (18,),
    "h:mm:ss AM/PM": (19,),
    "h:mm": (20,),
    "h:mm:ss": (21,),
    "mm:ss": (45, 47),
    "[h]:mm:ss": (46,),
    'h"时"mm"分"': (32,),
    'yyyy"年"m"月"d"日"': (31,),
    'yyyy"年"m"月"': (27, 36, 50, 52, 57),
    'm"月"d"日"': (28, 29, 51, 53, 54, 58),
}
BUILT_IN = {number: code for code, numbers in _NUMBERED.items() for number in numbers}
"""What the formats stand for that a file names by their number alone."""
_EXACT = Context(prec=15, rounding=ROUND_HALF_UP)
"""A spreadsheet shows no more digits of what it stores in binary."""
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_MOST_DIGITS = 25
_LONGEST_GENERAL = 11
_MOST_DAYS = 2_950_000
"""A day of the year 9976; `date` ends soon behind it."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "一二三四五六日"
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


class _Token(NamedTuple):
    kind: str
    text: str


class _Section(NamedTuple):
    tokens: tuple[_Token, ...]
    condition: str = ""

    def has(self, *kinds: str) -> bool:
        return any(token.kind in kinds for token in self.tokens)


def shown_number(stored: str, code: str = GENERAL, epoch_1904: bool = False) -> str:
    """Return a stored number as a spreadsheet shows it in a format, however narrow the column.

    What is no number, or too large for one, stays as it is stored. Fractions, powers of ten and days that no calendar
    has are shown as plain numbers.
    """
    value = _decimal(stored)
    if value is None:
        return stored
    section, signed = _chosen(_sections(code[:CELL]), value)
    if not section.tokens:
        return ""
    if section.has("date"):
        return _date(section.tokens, value, epoch_1904) or _general(value)
    if section.has("exponent", "fraction") or (section.has("general") and not section.has("digit")):
        shown = _general(abs(value))
        if not section.has("exponent", "fraction"):
            shown = "".join(shown if kind == "general" else text for kind, text in section.tokens if kind != "comma")
    else:
        shown = _placed(section.tokens, abs(value))
    return f"-{shown}" if value < 0 and signed else shown


def shown_text(text: str, code: str) -> str:
    """Return a text in a format that sets words around it (`@"亿元"`); in any other it is as it is."""
    sections = _sections(code[:CELL])
    section = sections[3] if len(sections) > 3 else sections[-1]
    if not section.has("text"):
        return text
    return "".join(text if kind == "text" else literal for kind, literal in section.tokens)


def _decimal(stored: str) -> Decimal | None:
    plain = stored.strip()
    if not plain.isascii() or len(plain) > 40 or "_" in plain:
        return None
    try:
        value = _EXACT.create_decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and -_MOST_DIGITS < value.adjusted() < _MOST_DIGITS else None


def _general(value: Decimal) -> str:
    """Return a number as no format shows it: in eleven characters, but never with an exponent."""
    whole = len(f"{value.copy_abs():f}".partition(".")[0])
    rounded = round_to(value, max(_LONGEST_GENERAL - 1 - whole, 0))
    shown = f"{rounded if rounded or not value else value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def round_to(value: Decimal, decimals: int) -> Decimal:
    """Return a number with so many decimals, a half rounded away from zero as spreadsheets do."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


def _chosen(sections: Sequence[_Section], value: Decimal) -> tuple[_Section, bool]:
    """Return the section of a format for a number, and whether it shows the sign apart."""
    if any(section.condition for section in sections):
        for section in sections:
            if not section.condition or _holds(section.condition, value):
                return section, True
        return _Section((_Token("general", ""),)), True
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _holds(condition: str, value: Decimal) -> bool:
    sign = next(sign for sign in _HOLDS if condition.startswith(sign))
    bound = _decimal(condition.removeprefix(sign))
    return bound is not None and _HOLDS[sign](value, bound)


def _placed(tokens: Sequence[_Token], value: Decimal) -> str:
    """Return a number with its digits where a format has places for them."""
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    places = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    before, behind = [at for at in places if at < point], [at for at in places if at > point]
    last = places[-1] if places else len(tokens)
    thousands = sum(1 for _ in takewhile(lambda token: token.kind == "comma", tokens[last + 1 :]))
    grouped = any(token.kind == "comma" for token in tokens[before[0] : before[-1]]) if before else False
    percents = sum(token.kind == "percent" for token in tokens)
    whole, _, fraction = f"{round_to(value.scaleb(2 * percents - 3 * thousands, _WIDE), len(behind)):f}".partition(".")
    needed = sum(tokens[at].text == "0" for at in before)
    whole = whole.lstrip("0").rjust(needed, "0")
    ends = max((n for n, at in enumerate(behind, 1) if fraction[n - 1] != "0" or tokens[at].text == "0"), default=0)
    made: list[str] = []
    for at, token in enumerate(tokens):
        if token.kind == "digit" and at < point:
            made.append(_digits(whole, before.index(at), len(before), grouped))
        elif token.kind == "digit":
            made.append(fraction[behind.index(at)] if behind.index(at) < ends else "")
        elif token.kind == "point":
            made.append("." if ends else "")
        elif token.kind in ("literal", "percent"):
            made.append(token.text)
    return "".join(made)


def _digits(whole: str, place: int, places: int, grouped: bool) -> str:
    """Return the digits that stand in a place of so many: one, or in the first all that are left."""
    end = len(whole) - (places - 1 - place)
    start = 0 if place == 0 else max(end - 1, 0)
    made = ""
    for at in range(start, max(end, 0)):
        right = len(whole) - 1 - at
        made += whole[at] + ("," if grouped and right and right % 3 == 0 else "")
    return made


def _date(tokens: Sequence[_Token], value: Decimal, epoch_1904: bool) -> str:
    """Return a day and time; empty for a number that is none."""
    seconds = int(round_to(value * 86_400, 0))
    days, within = divmod(seconds, 86_400)
    if not 0 <= days < _MOST_DAYS:
        return ""
    # Lotus took 1900 for a leap year, and every spreadsheet since counts so.
    first = date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30) if days > 59 else date(1899, 12, 31)
    day = first + timedelta(days=days)
    half = any(token.text == "half" for token in tokens)
    made = []
    for at, (kind, text) in enumerate(tokens):
        if kind != "date":
            made.append(text if kind in ("literal", "point", "comma") else "")
        elif text == "half":
            made.append("上午" if within < 43_200 else "下午")
        elif text[0] == "[":
            made.append(str(seconds // {"h": 3_600, "m": 60, "s": 1}[text[1]]))
        elif text[0] in "hs" or (text[0] == "m" and len(text) < 3 and _is_minute(tokens, at)):
            of = {"h": within // 3_600, "m": within // 60 % 60, "s": within % 60}[text[0]]
            of = (of + 11) % 12 + 1 if half and text[0] == "h" else of
            made.append(f"{of:0{min(len(text), 2)}}")
        else:
            made.append(_of_day(text, day))
    return "".join(made)


def _is_minute(tokens: Sequence[_Token], at: int) -> bool:
    before = next((text for kind, text in reversed(tokens[:at]) if kind == "date"), "")
    behind = next((text for kind, text in tokens[at + 1 :] if kind == "date"), "")
    return before.strip("[")[:1] == "h" or behind[:1] == "s"


def _of_day(text: str, day: date) -> str:
    length = len(text)
    if text[0] in "ye":
        return f"{day.year % 100:02}" if text[0] == "y" and length < 3 else str(day.year)
    if text[0] == "m":
        return _MONTHS[day.month - 1] if length > 2 else f"{day.month:0{length}}"
    if text[0] == "d" and length < 3:
        return f"{day.day:0{length}}"
    return ("星期" if length > 3 else "周" if text[0] == "d" else "") + _WEEKDAYS[day.weekday()]


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the sections of a format: for positive and negative numbers, for zero, and for text."""
    made: list[_Section] = []
    tokens: list[_Token] = []
    condition = ""
    at = 0
    while at < len(code):
        token, at = _token(code, at)
        if token.kind == "end":
            made.append(_Section(tuple(tokens), condition))
            tokens, condition = [], ""
        elif token.kind == "condition":
            condition = token.text
        elif token.kind == "literal" and token.text == "/" and tokens and tokens[-1].kind == "digit":
            tokens.append(_Token("fraction", ""))
        elif token.kind != "nothing":
            tokens.append(token)
    return (*made, _Section(tuple(tokens), condition))


_SIGNS = {";": "end", ".": "point", ",": "comma", "%": "percent", "@": "text", **dict.fromkeys("0#?", "digit")}
_HALVES = ("am/pm", "a/p", "上午/下午")
_GENERALS = ("general", "g/通用格式")


def _token(code: str, at: int) -> tuple[_Token, int]:
    """Return what begins at a place of a format, and where that ends."""
    sign = code[at]
    lowered = code[at : at + 10].lower()
    if sign == '"':
        end = code.find('"', at + 1)
        end = len(code) if end < 0 else end
        return _Token("literal", code[at + 1 : end]), end + 1
    if sign in "\\!":
        return _Token("literal", code[at + 1 : at + 2]), at + 2
    if sign in "_*":
        return _Token("nothing", ""), at + 2
    if sign == "[":
        end = code.find("]", at)
        end = len(code) if end < 0 else end
        return _bracketed(code[at + 1 : end]), end + 1
    if sign in _SIGNS:
        return _Token(_SIGNS[sign], sign), at + 1
    if lowered[:2] in ("e+", "e-"):
        return _Token("exponent", ""), at + 2
    for words, token in ((_GENERALS, _Token("general", "")), (_HALVES, _Token("date", "half"))):
        if word := next((word for word in words if lowered.startswith(word)), ""):
            return token, at + len(word)
    if lowered[0] in "ymdhse" or lowered.startswith("aaa"):
        length = sum(1 for _ in takewhile(lambda each: each == lowered[0], code[at:].lower()))
        return _Token("date", lowered[0] * length), at + length
    return _Token("literal", sign), at + 1


def _bracketed(inside: str) -> _Token:
    """Return what stands in brackets: a currency, a condition, or time that is not counted by days; no colour."""
    lowered = inside.lower()
    if inside.startswith("$"):
        return _Token("literal", inside[1:].partition("-")[0])
    if inside[:1] in ("<", ">", "="):
        return _Token("condition", inside)
    if lowered and lowered[0] in "hms" and set(lowered) == {lowered[0]}:
        return _Token("date", f"[{lowered[0]}")
    return _Token("nothing", "")

"""Figures as they are printed, and patterns of them, from the words of the lexicon, for what searches a text."""

import re
from decimal import Decimal

from planctl.grammar.lexer import NUMBER, Tokens
from planctl.grammar.lexicon import any_of, words_of
from planctl.grammar.text import UnreadableCell
from planctl.grammar.token_patterns import TokenPattern
from planctl.messages.message import say
from planctl.values.meanings import Comparator, Figure

_COUNTED = f"(?:(?:{any_of('magnitude')})(?:{any_of('odd')})?)?(?:{any_of('unit-noun')})"
UNIT = f"{any_of('unit-plain')}|(?:{_COUNTED})(?:/(?:{_COUNTED}|年|月|日))?|{any_of('magnitude-bare')}"
DIGITS = "零一二三四五六七八九"
BEFORE = (
    f"(?:{any_of('denies')})(?:{any_of('not-under', 'not-over', 'reaches')})|"
    f"{any_of('at-least', 'steps-up', 'at-most', 'more', 'less', 'about')}"
)
"""What says before a figure how to stand to it."""
AFTER = any_of("or-more", "or-less", "or-so")
"""What says so behind it."""


_BEHIND = TokenPattern("(?P<at_least>[or-more])|(?P<at_most>[or-less])|(?P<about>[or-so])")


def comparator_behind(tokens: Tokens) -> Comparator | None:
    """Return the comparator that the word behind a figure says; `None` where there is no word."""
    found = _BEHIND.fullmatch(tokens)
    return Comparator(found.kind) if found else None


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


def tenths_of(words: str) -> Figure:
    """Return a share that is printed in tenths, in per cent: 九成 is 90%, 九成半 95%.

    Raises `UnreadableCell` for any other text.
    """
    if words not in words_of("tenths"):
        raise _no_figure(words)
    return Figure(Decimal(DIGITS.index(words[0]) * 10 + (5 if words.endswith("半") else 0)), "%")


def _no_figure(text: str) -> UnreadableCell:
    return UnreadableCell(
        say("'{text}' is not a figure", text=text),
        say("write it as {forms}", forms=("330", "1,203.4", "5.0%")),
    )

"""Printed text parted into tokens: numbers, the units behind them, the longest words of the lexicon, and single signs.

A token is one sign of a code that stands for the kinds of its word (`vocabulary`), and forms are patterns over such
codes (`token_patterns`). The time is linear in the text.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from planctl.grammar.lexicon import words_of
from planctl.grammar.vocabulary import CODE_OF_SHAPE, KINDS_OF_CODES, ROLES, WORDS_FROM, by_first, code_of_sign

NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_FIGURE = re.compile(f"(?P<year>20[0-9]{{2}}年)|(?P<number>{NUMBER})(?![0-9])|(?P<digits>[0-9]+)")
_ODD = words_of("odd")
_PER = ("年", "月", "日")
_PLAIN = by_first(words_of("unit-plain", "magnitude-bare"))
_NOUNS, _MAGNITUDES = (by_first(words_of(kind)) for kind in ("unit-noun", "magnitude"))


class Token(NamedTuple):
    """A stretch of a text and the kinds of its word, in alphabetical order; none for a word that the lexicon lacks."""

    printed: str
    kinds: tuple[str, ...]


class Tokens(NamedTuple):
    """A text in tokens: the code of each, and where each begins, with where the last one ends."""

    text: str
    codes: str
    places: tuple[int, ...]

    @property
    def printed(self) -> str:
        """What the tokens print."""
        return self.text[self.places[0] : self.places[-1]]

    def part(self, first: int, last: int) -> "Tokens":
        """Return the tokens from one on to before another."""
        return Tokens(self.text, self.codes[first:last], self.places[first : last + 1])


def tokens_of(text: str) -> Tokens:
    """Return a text in half-width signs and without white space as tokens; every sign is in one of them."""
    codes: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        places.append(at)
        code, at = _figure(text, at) if text[at].isdecimal() and text[at].isascii() else _word(text, at)
        codes.append(code)
        if code == CODE_OF_SHAPE["number"]:
            at = _behind_number(text, places[-1], at, codes, places)
    return Tokens(text, "".join(codes), (*places, len(text)))


def each_token(tokens: Tokens) -> tuple[Token, ...]:
    """Return the tokens of a text one by one, for who wants to see how it was parted."""
    stretches = pairwise(tokens.places)
    kinds = (KINDS_OF_CODES[ord(code)] - ROLES for code in tokens.codes)
    return tuple(Token(tokens.text[slice(*at)], tuple(sorted(of))) for at, of in zip(stretches, kinds, strict=True))


def _figure(text: str, at: int) -> tuple[str, int]:
    found = _FIGURE.match(text, at)
    if not found or not found.lastgroup:
        return CODE_OF_SHAPE["sign"], at + 1
    return CODE_OF_SHAPE[found.lastgroup], found.end()


def _word(text: str, at: int) -> tuple[str, int]:
    for word, code in WORDS_FROM.get(text[at], ()):
        if text.startswith(word, at):
            return code, at + len(word)
    return code_of_sign(text[at]), at + 1


def _behind_number(text: str, start: int, at: int, codes: list[str], places: list[int]) -> int:
    """Write down what stands behind a number, 余 or 多 and its unit, or that within it; return where they end."""

    def write(shape: str, end: int) -> int:
        codes.append(CODE_OF_SHAPE[shape])
        places.append(at)
        return end

    is_year = text[start:at].isdecimal() and at - start >= len("2022")
    if text[at : at + 1] in _ODD:
        at = write("odd", at + 1)
    end = unit_end(text, at, is_year=is_year)
    if end > at:
        is_bare = text[at:end] in words_of("magnitude-bare")
        at = write("unit", end)
        if is_bare and text[at : at + 1] in _ODD and (noun := _noun(text, at + 1)) > at + 1:
            at = write("odd", at + 1)
            at = write("unit", noun)
    return at


def unit_end(text: str, at: int, *, is_year: bool = False) -> int:
    """Return where a unit ends that begins at a position; that position where there is none."""
    end = max(_longest(_PLAIN, text, at), _counted(text, at))
    if end == at and not is_year and text.startswith("年", at):
        return at + 1
    if not text.startswith("/", end) or text[at:end] in words_of("unit-plain", "magnitude-bare"):
        return end
    per = _counted(text, end + 1)
    if per > end + 1:
        return per
    return end + 2 if text[end + 1 : end + 2] in _PER else end


def _counted(text: str, at: int) -> int:
    """Return where a noun ends that is counted, with or without a magnitude before it."""
    behind = _longest(_MAGNITUDES, text, at)
    with_magnitude = _noun(text, behind) if behind > at else at
    return max(_noun(text, at), with_magnitude if with_magnitude > behind else at)


def _noun(text: str, at: int) -> int:
    """Return where a noun ends; none begins where a longer word does (迈上5万亿台阶)."""
    end = _longest(_NOUNS, text, at)
    _, end_of_word = _word(text, at) if end > at else ("", at)
    return end if end >= end_of_word else at


def _longest(words: dict[str, tuple[str, ...]], text: str, at: int) -> int:
    for word in words.get(text[at : at + 1], ()):
        if text.startswith(word, at):
            return at + len(word)
    return at

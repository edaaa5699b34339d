"""Printed text parted into tokens: numbers, the units behind them, the longest words of the lexicon, and single signs.

A token is one sign of a code that stands for the kinds of its word, and forms are patterns over such codes
(`token_patterns`). The time is linear in the text.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from planctl.grammar.lexicon import LEXICON, words_of

NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}|0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_FIGURE = re.compile(f"(?P<year>20[0-9]{{2}}年)|(?P<number>{NUMBER})(?![0-9])|(?P<digits>[0-9]+)")
_LETTER = re.compile("[一-鿿A-Za-zⅠ-Ⅻ]")
_PER = ("年", "月", "日")
_SIGNS = {
    "-": ("minus",),
    **dict.fromkeys("+↑", ("plus",)),
    "负": ("below-zero",),
    "–": ("minus", "dash"),
    **dict.fromkeys("‐‑‒—―~", ("dash",)),
    "±": ("give-or-take",),
    "[": ("opens-square",),
    "]": ("closes-square",),
    "“": ("quotes", "quoting"),
    "”": ("quotes", "quoting"),
    "(": ("opens", "bracket"),
    ")": ("closes", "bracket"),
    **dict.fromkeys(",;", ("parts",)),
    "、": ("lists", "comma"),
}
"""The kinds of signs that are no words."""


ROLES = frozenset({"text", "word", "named", "object", "roman", "no-remark", "turns"})
"""What a token may be part of, beside the kinds that the lexicon gives its word."""


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


_APART = ("unit-", "magnitude", "bars-", "turns-words", "target-")
"""Kinds of no token: units are tokens behind a number alone, what bars is looked for in other words, and where a target
begins is looked for in a sentence."""
_BARRED = {"no-remark": words_of("bars-remark"), "turns": words_of("turns-words")}
_ROMAN = "ⅠⅡⅢⅣⅤ"
_HARMLESS = re.compile("|".join(map(re.escape, sorted(words_of("harmless"), key=len, reverse=True))))
_NO_OBJECT = frozenset(
    {"falls", "cuts", "eases", "up", "down", "at-least", "steps-up", "at-most", "more", "less", "about", "verb"}
)


def _kinds_of_words() -> dict[str, frozenset[str]]:
    """Return the kinds of each word that may be a token, with the roles that it can have in a name or in words."""
    kinds: dict[str, set[str]] = {sign: {"roman"} for sign in _ROMAN}
    for sign, of_sign in _SIGNS.items():
        kinds.setdefault(sign, set()).update(of_sign)
    for bar in words_of("bars-name", "bars-remark", "turns-words"):
        kinds.setdefault(bar, set())
    for each in LEXICON.values():
        for word in () if each.kind.startswith(_APART) else each.words:
            kinds.setdefault(word, set()).add(each.kind)
    return {word: frozenset(found | _roles(word, found)) for word, found in kinds.items()}


def _roles(word: str, kinds: set[str]) -> set[str]:
    """Return where a word may be: in a text of words, in the name of a figure, in that of what a verb counts."""
    if not _LETTER.match(word):
        return {"text"} if "quoting" in kinds else set()
    roles = {"text", "word"} if word[0] not in _ROMAN else set()
    plain = _HARMLESS.sub("", word)
    roles.update(role for role, bars in _BARRED.items() if any(bar in plain for bar in bars))
    if not any(bar in plain for bar in words_of("bars-name")):
        roles.add("named")
        if not kinds & _NO_OBJECT:
            roles.add("object")
            if word.endswith(words_of("quantity")) and word != "年度":
                roles.add("quantity")
    return roles


_WORDS = _kinds_of_words()
_FREE = frozenset({"text", "word", "named", "object"})
_OTHERS = {each: frozenset({each}) for each in ("year", "number", "digits", "unit", "odd", "sign")}
KINDS_OF_CODES = dict(enumerate(sorted({*_WORDS.values(), _FREE, *_OTHERS.values()}, key=sorted), start=33))
"""The kinds that each code stands for."""
KINDS = frozenset[str]().union(*KINDS_OF_CODES.values())
_CODES = {kinds: chr(code) for code, kinds in KINDS_OF_CODES.items()}


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their first signs, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {sign: tuple(each) for sign, each in found.items()}


_WORDS_FROM = {
    sign: tuple((word, _CODES[_WORDS[word]]) for word in words) for sign, words in _by_first(list(_WORDS)).items()
}
_PLAIN = _by_first(words_of("unit-plain", "magnitude-bare"))
_NOUNS, _MAGNITUDES = (_by_first(words_of(kind)) for kind in ("unit-noun", "magnitude"))
_CODE_OF = {kind: _CODES[kinds] for kind, kinds in _OTHERS.items()}


def tokens_of(text: str) -> Tokens:
    """Return a text in half-width signs and without white space as tokens; every sign is in one of them."""
    codes: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        places.append(at)
        code, at = _figure(text, at) if text[at].isdecimal() and text[at].isascii() else _word(text, at)
        codes.append(code)
        if code == _CODE_OF["number"]:
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
        return _CODE_OF["sign"], at + 1
    return _CODE_OF[found.lastgroup], found.end()


def _word(text: str, at: int) -> tuple[str, int]:
    for word, code in _WORDS_FROM.get(text[at], ()):
        if text.startswith(word, at):
            return code, at + len(word)
    return (_CODES[_FREE] if _LETTER.match(text[at]) else _CODE_OF["sign"]), at + 1


def _behind_number(text: str, start: int, at: int, codes: list[str], places: list[int]) -> int:
    """Write down what stands behind a number, 余 or 多 and its unit; return where they end."""
    if text[at : at + 1] in ("余", "多"):
        codes.append(_CODE_OF["odd"])
        places.append(at)
        at += 1
    end = unit_end(text, at, is_year=text[start:at].isdecimal() and at - start >= len("2022"))
    if end > at:
        codes.append(_CODE_OF["unit"])
        places.append(at)
    return end


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

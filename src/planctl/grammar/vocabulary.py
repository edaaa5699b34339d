"""What each word and sign is: its kinds in the lexicon, and the roles that it can have in a name or in words.

All that have the same kinds share one code; tokens carry codes, and patterns over them see the kinds.
"""

import re
from collections.abc import Iterable

from planctl.grammar.lexicon import LEXICON, any_of, words_of

_LETTER = re.compile("[一-鿿A-Za-zⅠ-Ⅻ]")
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
    "、": ("lists",),
}
"""The kinds of signs that are no words."""


ROLES = frozenset({"text", "word", "named", "object", "roman", "no-remark", "turns"})
"""What a token may be part of, beside the kinds that the lexicon gives its word."""


_APART = ("unit-", "magnitude", "bars-", "turns-words", "target-")
"""Kinds of no token: units are tokens behind a number alone, what bars is looked for in other words, and where a target
begins is looked for in a sentence."""
_BARRED = {"no-remark": frozenset(words_of("bars-remark")), "turns": frozenset(words_of("turns-words"))}
_UNNAMED = frozenset(words_of("bars-name"))
_QUANTITIES = words_of("quantity")
_ROMAN = "ⅠⅡⅢⅣⅤ"
_HARMLESS = re.compile(any_of("harmless"))
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
    inside = {plain[start:end] for start in range(len(plain)) for end in range(start + 1, len(plain) + 1)}
    roles.update(role for role, bars in _BARRED.items() if not bars.isdisjoint(inside))
    if _UNNAMED.isdisjoint(inside):
        roles.add("named")
        if not kinds & _NO_OBJECT:
            roles.add("object")
            if word.endswith(_QUANTITIES) and word != "年度":
                roles.add("quantity")
    return roles


_WORDS = _kinds_of_words()
_FREE = frozenset({"text", "word", "named", "object"})
_SHAPES = {each: frozenset({each}) for each in ("year", "number", "digits", "unit", "odd", "sign")}
KINDS_OF_CODES = dict(enumerate(sorted({*_WORDS.values(), _FREE, *_SHAPES.values()}, key=sorted), start=33))
"""The kinds that each code stands for."""
KINDS = frozenset[str]().union(*KINDS_OF_CODES.values())
_CODES = {kinds: chr(code) for code, kinds in KINDS_OF_CODES.items()}
CODE_OF_SHAPE = {shape: _CODES[kinds] for shape, kinds in _SHAPES.items()}
"""The codes of what is no word: numbers and years, units and 余 behind a number, and signs that say nothing."""


def by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their first signs, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {sign: tuple(each) for sign, each in found.items()}


WORDS_FROM = {sign: tuple((word, _CODES[_WORDS[word]]) for word in words) for sign, words in by_first(_WORDS).items()}
"""The words that begin with a sign, the longest first, each with its code."""


def code_of_sign(sign: str) -> str:
    """Return the code of a single sign that begins no word: part of a name, or nothing that a form knows."""
    return _CODES[_FREE] if _LETTER.match(sign) else CODE_OF_SHAPE["sign"]

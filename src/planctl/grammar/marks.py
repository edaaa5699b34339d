"""The marks beside what a table prints: signs that mark a row (*), and numbers of notes, raised or circled."""

import re
from typing import NamedTuple
from unicodedata import normalize

from planctl.grammar.text import half_width

STARS = "*★☆▲△※●◆■"
_POINTS = re.compile(f"[0-9①-⑳⑴-⒇注()\\[\\]〔〕,、，{STARS}]{{1,16}}")
_NUMBER = re.compile("[0-9]+")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWERS = ("2", "3")


class Marks(NamedTuple):
    """The signs that mark a row, in half-width, and the numbers of notes."""

    stars: str
    notes: tuple[str, ...]


def parse_marks(mark: str) -> Marks:
    """Return what the marks beside a text say: `*1,2` marks its row, and refers to the notes 1 and 2."""
    stars = "".join(sign for sign in half_width(mark) if sign in STARS)
    parted = "".join(f",{sign}," if "①" <= sign <= "⒇" else sign for sign in mark)
    return Marks(stars, tuple(_NUMBER.findall(normalize("NFKC", parted))))


def without_stars(text: str) -> tuple[str, str]:
    """Return a value without the signs that mark its row, and those signs; signs alone are the value."""
    kept = "".join(sign for sign in text if half_width(sign) not in STARS)
    return (kept, parse_marks(text).stars) if kept else (text, "")


def printed_with_marks(runs: list[tuple[str, bool]]) -> tuple[str, str]:
    """Return the text that pieces make, each with whether it is raised, and the marks that are raised in it.

    What is raised and no mark is a power: m² is m2, and of any other the digits stay raised signs. Where all of it is
    raised, nothing is.
    """
    texts: list[str] = []
    marks: list[str] = []
    raises = any(text.strip() for text, raised in runs if not raised)
    for text, raised in _merged(runs):
        before = "".join(texts).rstrip()
        if not (raised and raises and text.strip()):
            texts.append(text)
        elif is_note_mark(text, before):
            marks.append("".join(text.split()))
        else:
            texts.append(text if _is_letter(before) else text.translate(_SUPERSCRIPT))
    return "".join(texts), ",".join(marks)


def prose_with_marks(runs: list[tuple[str, bool]]) -> str:
    """Return the text of a paragraph: numbers of notes raised in it are left out, and signs that mark stay in it."""
    texts: list[str] = []
    for text, raised in _merged(runs):
        before = "".join(texts).rstrip()
        if not (raised and before) or _is_letter(before):
            texts.append(text)
        elif is_note_mark(text, before):
            texts.append(parse_marks(text).stars)
        else:
            texts.append(text.translate(_SUPERSCRIPT))
    return "".join(texts)


def _merged(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return pieces with neighbours that are alike as one: Word parts a number wherever it was typed anew."""
    merged: list[tuple[list[str], bool]] = []
    for text, raised in runs:
        if merged and (merged[-1][1] == raised or not text.strip()):
            merged[-1][0].append(text)
        else:
            merged.append(([text], raised))
    return [("".join(texts), raised) for texts, raised in merged]


def is_note_mark(raised: str, before: str) -> bool:
    """Return whether raised characters mark what is before them, and are no power of it (m², ×10⁴)."""
    plain = "".join(half_width(raised).split())
    if not _POINTS.fullmatch(plain):
        return False
    stars, notes = parse_marks(plain)
    if stars:
        return True
    is_power = _is_letter(before) or before.endswith("×10") or (before.endswith("米") and plain in _POWERS)
    return bool(notes) and not is_power and all(len(note) < 3 for note in notes)


def _is_letter(before: str) -> bool:
    return before[-1:].isascii() and before[-1:].isalpha()

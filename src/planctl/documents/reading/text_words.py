"""The words of a line that white space parts, with the columns of the screen that they take."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

LONGEST_LINE = 500
"""A line with more characters is no row of a table."""
LEAST_GAP = 2
"""So many blank columns part the words of a line."""


class Metric(NamedTuple):
    """How many columns signs take: those of East Asia, and those that are as wide there and not elsewhere."""

    wide: int
    ambiguous: int


METRICS = (Metric(2, 1), Metric(2, 2), Metric(1, 1))
"""As terminals count, as fonts of East Asia are, and as programs count that know signs alone."""


class Word(NamedTuple):
    """A word: its text, the columns that it takes, and how many signs stand before it, white space left out."""

    text: str
    start: int
    end: int
    offset: int


def widths_of(line: str, metric: Metric) -> list[int]:
    """Return how many columns each sign of a line takes."""
    if line.isascii():
        return [1] * len(line)
    sizes = {"W": metric.wide, "F": metric.wide, "A": metric.ambiguous}
    return [1 if sign.isascii() else sizes.get(east_asian_width(sign), 1) for sign in line]


def words_in(line: str, metric: Metric = METRICS[0]) -> list[Word]:
    """Return the words of a line, which stand apart by `LEAST_GAP` columns; none of a line that is too long."""
    if len(line) > LONGEST_LINE:
        return []
    words: list[Word] = []
    first: int | None = None
    at = last_end = offset = 0
    last = -1
    for index, (sign, size) in enumerate(zip(line, widths_of(line, metric), strict=True)):
        if not sign.isspace():
            if first is None:
                first, start, before = index, at, offset
            elif at - last_end >= LEAST_GAP:
                words.append(Word(line[first : last + 1], start, last_end, before))
                first, start, before = index, at, offset
            last, last_end = index, at + size
            offset += 1
        at += size
    if first is not None:
        words.append(Word(line[first : last + 1], start, last_end, before))
    return words


def spelled(words: Sequence[Word]) -> list[Word]:
    """Return words with those that are one sign each as one: 指  标  名  称."""
    made: list[Word] = []
    for before, word in pairwise([Word("", 0, 0, 0), *words]):
        if made and len(word.text) == 1 and len(before.text) == 1 and word.start - before.end < 2 * LEAST_GAP + 1:
            made[-1] = made[-1]._replace(text=made[-1].text + word.text, end=word.end)
        else:
            made.append(word)
    return made

"""The characters of a page put together: lines of text by where they stand, and paragraphs by how lines are set."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from planctl.grammar.documents import behind_mark, is_item, parse_heading

RAISED = 0.85
"""A character is raised where it is smaller than this part of the largest in its line, and stands higher."""
CLOSING = "，。；：、）》”’％"
"""Signs that never begin a line."""
GAP = 0.3
"""Two characters are apart where more than this part of their size is between them."""
ENOUGH = 0.4
"""Two characters stand in one line where they share this part of the height of the lower one."""


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Where its centre is, across and up."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


class Character(NamedTuple):
    """A character, the box of its line there, its size, and the height of the line that it stands on."""

    sign: str
    box: Box
    size: float
    base: float


class PrintedLine(NamedTuple):
    """A line of text, and its box."""

    characters: tuple[Character, ...]
    box: Box

    @property
    def text(self) -> str:
        """What it says, with a space where a gap is left between two characters."""
        return "".join(_spaced(self.characters))

    @property
    def size(self) -> float:
        """The size of its largest character, in points."""
        return max(character.size for character in self.characters)


def printed_lines(characters: Iterable[Character]) -> list[PrintedLine]:
    """Return the lines that characters make, from the top down, each from left to right."""
    lines: list[tuple[Box, list[Character]]] = []
    for character in sorted(characters, key=lambda each: -each.box.middle[1]):
        if lines and _share(lines[-1][0], character.box):
            lines[-1][1].append(character)
        else:
            lines.append((character.box, [character]))
    return [_line(members) for _, members in lines]


def _share(line: Box, box: Box) -> bool:
    common = min(line.top, box.top) - max(line.bottom, box.bottom)
    return common > ENOUGH * min(line.top - line.bottom, box.top - box.bottom)


def _line(members: Iterable[Character]) -> PrintedLine:
    ordered = tuple(sorted(members, key=lambda each: each.box.left))
    boxes = [each.box for each in ordered]
    box = Box(
        min(each.left for each in boxes),
        min(each.bottom for each in boxes),
        max(each.right for each in boxes),
        max(each.top for each in boxes),
    )
    return PrintedLine(ordered, box)


def runs_in(line: PrintedLine, size: float) -> list[tuple[str, bool]]:
    """Return the pieces of text of a line, each with whether it is raised beside characters of a size.

    What is small and alone in a line was raised behind the line above.
    """
    runs: list[tuple[str, bool]] = []
    full = [character for character in line.characters if character.size > RAISED * size]
    base = min((character.base for character in full), default=line.box.bottom - size)
    for character, sign in zip(line.characters, _spaced(line.characters), strict=True):
        raised = character.size <= RAISED * size and character.base > base + size * (1 - RAISED)
        runs.append((sign, raised))
    return runs


def _spaced(characters: Sequence[Character]) -> list[str]:
    """Return the signs of characters, each with a space before it where a gap is left."""
    signs = [character.sign for character in characters[:1]]
    for before, character in pairwise(characters):
        gap = character.box.left - before.box.right
        signs.append(f" {character.sign}" if gap > GAP * character.size else character.sign)
    return signs


def sides_of(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return where the lines of a page begin and end at most: so wide its text is set."""
    return min((line.box.left for line in lines), default=0), max((line.box.right for line in lines), default=0)


def starts_anew(line: PrintedLine, above: PrintedLine, sides: tuple[float, float]) -> bool:
    """Return whether a line begins a paragraph: it is a heading, is set in, or the line above it is not full.

    `sides` are those of the text of its page.
    """
    left, right = sides
    set_in = line.box.left > left + line.size
    is_short = above.box.right + _first_word(line) < right - above.size
    begins = parse_heading(line.text) is not None or is_item(line.text) or behind_mark(line.text.strip()) is not None
    return set_in or is_short or begins


def _first_word(line: PrintedLine) -> float:
    """Return the width of what cannot be parted at the beginning of a line: a sign, or a figure with what ends it."""
    first = list(takewhile(lambda each: each.sign.isascii() or each.sign in CLOSING, line.characters))
    return (first[-1].box.right - first[0].box.left if first else 0) + line.size

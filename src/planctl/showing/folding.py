"""Lines folded to a width in cells: between words, and where one is too wide between Chinese signs."""

from collections.abc import Callable, Iterator

from rich.cells import cell_len

CLOSING = frozenset("，。、；：！？）】》〉」』”’％")
PAUSES = frozenset("，。；：")
"""What a name does not have, and a sentence does: that may be parted although it would fit on a line of its own."""
OPENING = frozenset("（【《〈「『“‘")


def fold(text: str, width: int) -> list[str]:
    """Return the text as lines of at most `width` cells, which is two at least."""
    if cell_len(text) <= width:
        return [text]
    lines, line, room = [], "", width
    for unit in _units(text, width):
        if cell_len(unit.rstrip()) > room and line:
            lines.append(line.rstrip())
            line, room = "", width
        line += unit
        room -= cell_len(unit)
    return [*lines, line.rstrip()]


def _units(text: str, width: int) -> Iterator[str]:
    """Yield what stays together: a word or name with the space behind it, or else a sign with what clings to it."""
    for word in _split(text, lambda before, after: before == " " and after != " "):
        if cell_len(word.rstrip()) <= width and not PAUSES & set(word):
            yield word
        else:
            for unit in _split(word, _may_part):
                yield from _parted(unit, width)


def _split(text: str, may_part: Callable[[str, str], bool]) -> Iterator[str]:
    unit = ""
    for sign in text:
        if unit and may_part(unit[-1], sign):
            yield unit
            unit = ""
        unit += sign
    yield unit


def _may_part(before: str, after: str) -> bool:
    if after == " " or after in CLOSING or before in OPENING:
        return False
    return after in OPENING or cell_len(before) == 2 or cell_len(after) == 2


def _parted(unit: str, width: int) -> Iterator[str]:
    """Yield a unit in pieces that fit."""
    piece = ""
    for sign in unit:
        if piece and cell_len(piece) + cell_len(sign) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece

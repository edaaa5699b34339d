"""Tables that fit: columns share the width there is, cells fold and are never cut, and what does not fit is named.

rich prints them and knows how wide Chinese is. The lines are put together here, because rich's own table cuts or drops
what does not fit, and takes ten times as long: it measures and wraps each cell again.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from planctl.showing.folding import fold, widest_word
from planctl.showing.look import Look

GUTTER = 2
NARROWEST = 4
WIDEST = 400
"""To the widest text of a column all others are filled up with blanks: what is wider than this is not waited for."""


WIDEST_HEAD = 12
"""A head's word is kept whole as far as that; a year may be the head of a column, and so may a name of data."""


class Column(NamedTuple):
    """A column: its title, the least width at which it may fold (0 never folds), and when it is given up.

    The column with the highest `spare` goes first; those with 0 always stay. One that is `english` is for readers of
    English alone.
    """

    title: str
    least: int = 0
    spare: int = 0
    right: bool = False
    english: bool = False


class Piece(NamedTuple):
    """The text of a cell, written as it is (no markup is read in it), and its style."""

    text: str
    style: str = ""


class Table(NamedTuple):
    """A table laid out: the columns that stayed with their widths, and their pieces in rows, the titles first.

    `left_out` has the titles of the columns that were given up. Where it does not fold, a text may be wider than its
    column.
    """

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Piece, ...], ...]
    rule: str
    left_out: tuple[str, ...]
    folds: bool = True

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the lines of each row; titles, where there are any, have a rule below them."""
        titles, *rows = self.rows
        if any(title.text for title in titles):
            yield from self._row(console, titles)
            yield Segment(self.rule * (sum(self.widths) + GUTTER * (len(self.widths) - 1)) + "\n")
        for row in rows:
            yield from self._row(console, row)

    def _row(self, console: Console, row: tuple[Piece, ...]) -> Iterator[Segment]:
        widths = self.widths if self.folds else map(max, self.widths, (cell_len(piece.text) for piece in row))
        folded = (fold(piece.text, width) for piece, width in zip(row, widths, strict=True))
        styles = [console.get_style(piece.style) if piece.style else None for piece in row]
        for line in zip_longest(*folded, fillvalue=""):
            gap = 0
            for text, column, width, style in zip(line, self.columns, self.widths, styles, strict=True):
                blank = max(0, width - cell_len(text))
                before = gap + (blank if column.right else 0)
                gap = GUTTER + (0 if column.right else blank)
                if text:
                    yield Segment(" " * before)
                    yield Segment(text, style)
                else:
                    gap += before
            yield Segment.line()


def fit_lines(lines: Sequence[Piece], look: Look) -> Table:
    """Return lines of text, folded where the stream is narrower."""
    return fit_table((Column("", least=NARROWEST),), [[line] for line in lines], look)


def fit_table(columns: Sequence[Column], rows: Sequence[Sequence[Piece]], look: Look) -> Table:
    """Return the table as wide as it wants to be, or as wide as the stream where that is less."""
    wanted = [index for index, column in enumerate(columns) if look.wording.is_english or not column.english]
    columns, rows = [columns[index] for index in wanted], [[row[index] for index in wanted] for row in rows]
    titles = tuple(Piece(column.title, "bold") for column in columns)
    body = (titles, *(tuple(Piece(look.writable(text), style) for text, style in row) for row in rows))
    natural = [max(1, *(cell_len(row[index].text) for row in body)) for index in range(len(columns))]
    if look.width is None:
        natural = [min(wide, WIDEST) for wide in natural]
    least = [
        min(wide, max(column.least, min(widest_word(column.title), WIDEST_HEAD)) if column.least else wide)
        for wide, column in zip(natural, columns, strict=True)
    ]
    kept = _kept(columns, least, look.width)
    return Table(
        columns=tuple(columns[index] for index in kept),
        widths=_widths([natural[index] for index in kept], [least[index] for index in kept], look.width),
        rows=tuple(tuple(row[index] for index in kept) for row in body),
        rule=look.signs.rule,
        left_out=tuple(column.title for index, column in enumerate(columns) if index not in kept),
        folds=look.width is not None,
    )


def without_empty(columns: Sequence[Column], rows: Sequence[Sequence[Piece]]) -> tuple[list[Column], list[list[Piece]]]:
    """Return columns and rows without those columns in which no row has anything."""
    kept = [index for index in range(len(columns)) if not rows or any(row[index].text for row in rows)]
    return [columns[index] for index in kept], [[row[index] for index in kept] for row in rows]


def left_out(table: Table, look: Look) -> tuple[Piece, ...]:
    """Return the line that says which columns did not fit, if any did not."""
    if not table.left_out:
        return ()
    said = look.wording.say("left out at {width} columns: {titles}", width=look.width or 0, titles=table.left_out)
    return (Piece(said, "dim"),)


def _kept(columns: Sequence[Column], least: Sequence[int], width: int | None) -> list[int]:
    """Return which columns stay: the sparest go until the others fit, and come back where they are narrow enough."""
    kept = list(range(len(columns)))
    gone: list[int] = []
    while not _fit(kept, least, width):
        sparest = max(kept, key=lambda index: columns[index].spare)
        if not columns[sparest].spare:
            break
        kept.remove(sparest)
        gone.append(sparest)
    for index in reversed(gone):
        if _fit([*kept, index], least, width):
            kept.append(index)
    return sorted(kept)


def _fit(kept: Sequence[int], least: Sequence[int], width: int | None) -> bool:
    return width is None or sum(least[index] for index in kept) + GUTTER * (len(kept) - 1) <= width


def _widths(natural: Sequence[int], least: Sequence[int], width: int | None) -> tuple[int, ...]:
    """Return the width of each column: all it wants, or its least and a fair share of what is left."""
    if width is None:
        return tuple(natural)
    room = width - GUTTER * (len(natural) - 1)
    widths = list(least)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    while sum(widths) < room:
        lines = [-(-wide // now) for wide, now in zip(natural, widths, strict=True)]
        if max(lines) == 1:
            break
        widths[lines.index(max(lines))] += 1
    return tuple(widths)

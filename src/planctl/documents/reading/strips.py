"""The lines of a table as a text prints them, and the rows that they make where cells fold over several lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.documents.reading.document import TableField
from planctl.documents.reading.grids import Origin, make_field
from planctl.grammar.cells import is_readable
from planctl.grammar.documents import years_in
from planctl.grammar.marks import STARS
from planctl.grammar.rows import (
    begins_row,
    is_class,
    is_numbered_class,
    is_numbered_name,
    is_unit,
    is_within_head,
    parse_kind,
    parse_name,
)
from planctl.grammar.text import width_of

MOST_LINES = 10_000
"""A table that takes more lines is none of a report."""
LEAST_COUNTED = 3
"""Where so many names begin with a number, all rows begin so, with what stands before a part, or as a class."""
TALLEST = 8
"""No row takes more lines than this."""
TWO_FIGURES = 40
BEGINS_WITHIN = 20
BRACKET_OPEN = 15
NOT_FULL = 7
NO_FIGURE = 6
WORDS = 2
FALSE_FULL = 2
HANGING = 4
"""A line may be shorter than the widest by so much and be full: signs that end a cell hang over."""
ASKEW = 3
OVER_A_GAP = 3
TWO_WHOLE = 10
CLOSED = 2
LEFT_OVER = 10
LONGEST_REST = 12
OPENING = ("(", "（", "[", "〔", *"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", *STARS)
HOPELESS = TWO_FIGURES + BEGINS_WITHIN
SETTINGS = ("top", "middle", "bottom")


class CellStrip(NamedTuple):
    """What of a cell stands in one line: its text, how far in the line without white space, and its columns."""

    text: str
    offset: int
    first: int
    last: int
    indent: int = 0


class Strip(NamedTuple):
    """A line of a table: its number, what stands in it from the left, and whether blank lines are above it."""

    line: int
    pieces: tuple[CellStrip, ...]
    apart: bool = False


class _Read(NamedTuple):
    """What a line says by itself, read once however many rows it may be of.

    That is whether it begins a class, the columns in which it begins a row, those that have a figure, and how many
    brackets are opened and not closed in each.
    """

    is_class: bool
    begins: tuple[int, ...]
    figures: tuple[int, ...]
    depths: tuple[tuple[int, int], ...]


def rows_of(strips: Sequence[Strip], columns: int, head: int = 0) -> list[list[Origin | None]]:
    """Return the rows that lines make, each with its cells in order; the first ones, so many, are of the head."""
    folding = _Folding(strips, columns, head)
    groups = _head_as_one(strips, folding.groups(), folding)
    return [_row(strips[start:end], columns) for start, end in groups]


def row_of(strips: Sequence[Strip], columns: int) -> list[Origin | None]:
    """Return the one row that lines make."""
    return _row(strips, columns)


def is_class_row(strip: Strip) -> bool:
    """Return whether a line is the row that begins a class."""
    return len(strip.pieces) == 1 and is_numbered_class(strip.pieces[0].text)


def _row(strips: Sequence[Strip], columns: int) -> list[Origin | None]:
    if len(strips) == 1 and is_class_row(strips[0]):
        return [Origin(field_of([(strips[0].line, strips[0].pieces[0])], strips[0].line), 1, columns)]
    pieces = [(strip.line, piece) for strip in strips for piece in strip.pieces]
    row: list[Origin | None] = []
    while len(row) < columns:
        at = sum(origin.columns if origin else 1 for origin in row)
        if at >= columns:
            break
        here = [each for each in pieces if each[1].first <= at <= each[1].last]
        last = max((piece.last for _, piece in here), default=at)
        alone = [each for each in pieces if each[1].first <= last and each[1].last >= at]
        is_merged = last > at and len(alone) == len(here) and all(piece.first == at for _, piece in here)
        row.append(Origin(field_of(here, strips[0].line), 1, last - at + 1 if is_merged else 1))
    return row


def field_of(pieces: Sequence[tuple[int, CellStrip]], line: int) -> TableField:
    """Return the field of what stands in some lines, by their numbers; an empty one is of `line`."""
    if not pieces:
        return TableField("", line)
    first_line, first = pieces[0]
    text = "".join(piece.text for _, piece in pieces)
    return make_field(text, first_line, first.offset)._replace(indent=first.indent, more=pieces[-1][0] - first_line)


class _Folding:
    """Finds the rows: the parting of lines that is the least unusual, however cells stand in their row."""

    def __init__(self, strips: Sequence[Strip], columns: int, head: int) -> None:
        self.strips = strips
        self.head = head
        self._joins: dict[tuple[int, str, str], int] = {}
        self.columns = columns
        self.widths, self.filled = self._widths()
        self.has_figures = _columns_of_figures(strips, columns)
        self.lines = [self._read(strip) for strip in strips]
        first = [strip.pieces[0].text for strip in strips if strip.pieces and not is_class_row(strip)]
        numbered = sum(map(is_numbered_name, first))
        self.counted = numbered >= LEAST_COUNTED and not self.has_figures[0]
        self.gaps = any(strip.apart for strip in strips[1:]) and not all(strip.apart for strip in strips[1:])

    def groups(self) -> list[tuple[int, int]]:
        """Return where each row begins and ends, by the setting of cells in which that is the least unusual."""
        best: list[list[tuple[int, int]]] = [[(0, 0)] for _ in SETTINGS]
        for start in range(len(self.strips)):
            for end, costs in self._costs(start):
                for setting, cost in zip(best, costs, strict=True):
                    total = setting[start][0] + cost
                    if len(setting) <= end:
                        setting.extend([(total, start)] * (end + 1 - len(setting)))
                    elif total < setting[end][0]:
                        setting[end] = (total, start)
        chosen = min(best, key=lambda setting: setting[-1][0])
        groups: list[tuple[int, int]] = []
        end = len(self.strips)
        while end:
            groups.append((chosen[end][1], end))
            end = chosen[end][1]
        return groups[::-1]

    def anchors(self, start: int, end: int) -> bool:
        """Return whether there is a figure in some lines."""
        return any(line.figures for line in self.lines[start:end])

    def _read(self, strip: Strip) -> _Read:
        names = [piece for piece in strip.pieces[:2] if not self.has_figures[piece.first]]
        figures = [piece for piece in strip.pieces if self.has_figures[piece.first] and _is_figure(piece.text)]
        depths = [(piece.first, _depth(piece.text)) for piece in strip.pieces]
        return _Read(
            is_class_row(strip),
            tuple(piece.first for piece in names if begins_row(piece.text)),
            tuple(piece.first for piece in figures),
            tuple((column, depth) for column, depth in depths if depth),
        )

    def _costs(self, start: int) -> Iterator[tuple[int, tuple[int, int, int]]]:
        """Yield for each end how unusual it is that the lines from `start` on are one row, in each setting."""
        last: dict[int, CellStrip] = {}
        spans: dict[int, tuple[int, int]] = {}
        figures: dict[int, int] = {}
        open_ = [0] * self.columns
        joins = 0
        first = self.lines[start]
        unlike, rest = self._without_figures(start), LEFT_OVER * self._is_rest(start)
        begun = first.is_class
        for end in range(start, min(start + TALLEST, len(self.strips))):
            strip, line = self.strips[end], self.lines[end]
            if end > start:
                begins = any(column in last for column in line.begins) or line.is_class or first.is_class
                joins += BEGINS_WITHIN * begins
                joins += OVER_A_GAP * (self.gaps and strip.apart)
            for piece in strip.pieces:
                if piece.first in last:
                    joins += self._join(last[piece.first], piece)
                last[piece.first] = piece
                spans[piece.first] = (spans.get(piece.first, (end, end))[0], end)
            for column, depth in line.depths:
                open_[column] += depth
            for column in line.figures:
                joins += TWO_FIGURES * (column in figures)
                joins += BEGINS_WITHIN * (not column and end > start and bool(first.begins))
                figures[column] = end
            if end > start and joins >= HOPELESS:
                return
            mixed = TWO_FIGURES * (start < self.head and bool(figures))
            begun = begun or bool(line.begins)
            counted = self.counted and start >= self.head and not begun
            has_values = not (self.has_figures[0] or self.counted) and any(
                self.has_figures[each.first] and self._is_value(start, each) for each in last.values()
            )
            alone = 0 if figures else min(unlike, WORDS if has_values else NO_FIGURE)
            alone = max(alone, NO_FIGURE * counted) + rest
            alone += 0 if figures else NO_FIGURE * all(self.has_figures[column] for column in spans)
            alone += BRACKET_OPEN * sum(map(bool, open_))
            yield end + 1, tuple(joins + alone + mixed + each for each in _askew(spans, start, end))  # type: ignore[misc]

    def _without_figures(self, start: int) -> int:
        strip = self.strips[start]
        names_class = len(strip.pieces) == 1 and is_class(strip.pieces[0].text)
        return 1 if names_class or self.lines[start].begins else NO_FIGURE

    def _is_rest(self, start: int) -> bool:
        """Return whether a line begins in the middle of a cell: with a unit in brackets, a note, or a sign."""
        texts = [piece.text.strip() for piece in self.strips[start].pieces if not self.has_figures[piece.first]]
        return any(text.startswith(OPENING) and not begins_row(text) and len(text) < LONGEST_REST for text in texts[:1])

    def _is_value(self, start: int, piece: CellStrip) -> bool:
        """Return whether a text is a value by itself, and does not go on with what fills the line above the row."""
        above = self.strips[start - 1].pieces if start else ()
        goes_on = any(each.first == piece.first and self._join(each, piece) < NOT_FULL for each in above)
        return not goes_on and is_readable(piece.text.strip())

    def _join(self, above: CellStrip, below: CellStrip) -> int:
        """Return how unusual it is that a cell goes on from one line to the other: it does where it found no room."""
        key = (above.first, above.text, below.text)
        if above.first != above.last or below.first != below.last:
            return 0
        if key not in self._joins:
            self._joins[key] = self._joined(*key)
        return self._joins[key]

    def _joined(self, column: int, above: str, below: str) -> int:
        if below.lstrip().startswith(OPENING):
            return 1
        free = self.widths[column] - width_of(above.strip()) - width_of(first_word(below))
        whole = _is_value if self.has_figures[column] else _is_whole
        if whole(above) and whole(below) and not whole(above.strip() + below.strip()):
            return TWO_WHOLE
        if free > HANGING:
            return NOT_FULL
        closed = CLOSED * bool(parse_name(above).unit)
        return closed + (FALSE_FULL if free >= 0 or not self.filled[column] else 0)

    def _widths(self) -> tuple[list[int], list[bool]]:
        """Return how wide each column is, and whether several lines fill it."""
        sizes: list[list[int]] = [[0, 0] for _ in range(self.columns)]
        for strip in self.strips:
            for piece in strip.pieces:
                if piece.first == piece.last:
                    sizes[piece.first] = sorted((*sizes[piece.first], width_of(piece.text.strip())))[-2:]
        return [widest for _, widest in sizes], [widest - second < 3 for second, widest in sizes]


def has_two_figures(bands: Sequence[Sequence[Strip]], columns: int) -> bool:
    """Return whether a band of lines, which rules part from the others, has several rows: two figures in a column."""
    figures = _columns_of_figures([strip for band in bands for strip in band], columns)
    for band in bands:
        counts = Counter(
            piece.first
            for strip in band
            for piece in strip.pieces
            if figures[piece.first] and _is_figure(piece.text) and piece.first == piece.last
        )
        if any(count > 1 for count in counts.values()):
            return True
    return False


def _columns_of_figures(strips: Sequence[Strip], columns: int) -> list[bool]:
    """Return for each column whether at least half of what stands in it are figures."""
    printed = Counter(piece.first for strip in strips for piece in strip.pieces)
    figures = Counter(piece.first for strip in strips for piece in strip.pieces if _is_figure(piece.text))
    return [bool(figures[column]) and 2 * figures[column] >= printed[column] for column in range(columns)]


def _is_figure(text: str) -> bool:
    return any(map(str.isdecimal, text)) and not years_in(text) and not is_numbered_name(text)


def _depth(text: str) -> int:
    """Return how many brackets a text opens and does not close; fewer than none where it closes more."""
    return text.count("（") + text.count("(") - text.count("）") - text.count(")")


def _askew(spans: dict[int, tuple[int, int]], start: int, end: int) -> tuple[int, int, int]:
    """Return how many cells do not stand at the top, in the middle, and at the bottom of a row."""
    top = sum(first > start for first, _ in spans.values())
    middle = sum(abs(first + last - start - end) > 1 for first, last in spans.values())
    bottom = sum(last < end for _, last in spans.values())
    return ASKEW * top, ASKEW * middle, ASKEW * bottom


def _is_value(text: str) -> bool:
    return is_readable(text.strip())


def _is_whole(text: str) -> bool:
    """Return whether a text is a unit or a kind, and goes on in no other line."""
    return is_unit(text.strip()) or parse_kind(text) is not None


def first_word(text: str) -> str:
    """Return what of a text cannot be parted at its beginning: a sign, or a figure or word in Latin letters."""
    plain = text.strip()
    size = next((count for count, sign in enumerate(plain) if not (sign.isascii() and sign.isalnum())), len(plain))
    return plain[: max(size, 1)]


def _head_as_one(
    strips: Sequence[Strip], groups: Sequence[tuple[int, int]], folding: _Folding
) -> list[tuple[int, int]]:
    """Return the rows with those of the head as one, where lines of it say nothing by themselves."""
    count = next(
        (at for at, group in enumerate(groups) if folding.anchors(*group) or is_class_row(strips[group[0]])), 0
    )
    whole = (groups[0][0], groups[count - 1][1]) if count > 1 else None
    if (
        whole
        and not all(_is_head(strips, group, folding) for group in groups[:count])
        and _is_head(strips, whole, folding)
    ):
        return [whole, *groups[count:]]
    return list(groups)


def _is_head(strips: Sequence[Strip], group: tuple[int, int], folding: _Folding) -> bool:
    row = _row(strips[group[0] : group[1]], folding.columns)
    return all(is_within_head(origin.field.text) for origin in row if origin and origin.field.text)


def with_indents(strips: Sequence[Strip], starts: Sequence[Sequence[int]]) -> list[Strip]:
    """Return lines with how far in its column each piece begins, where a column is not centred: `starts` are where."""
    lefts: dict[int, set[int]] = {}
    for strip, at in zip(strips, starts, strict=True):
        for piece, start in zip(strip.pieces, at, strict=True):
            lefts.setdefault(piece.first, set()).add(start)
    made = []
    for strip, at in zip(strips, starts, strict=True):
        pieces = (
            piece._replace(indent=start - min(lefts[piece.first]) if len(lefts[piece.first]) < 4 else 0)
            for piece, start in zip(strip.pieces, at, strict=True)
        )
        made.append(strip._replace(pieces=tuple(pieces)))
    return made

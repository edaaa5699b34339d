"""The ruling lines of a page, and the tables that they make: which cells there are, and which of them are merged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.documents.reading.limits import MEETINGS, RULED, Allowance
from planctl.documents.reading.pdf_text import Box, Character

NEAR = 2.5
"""Points: lines that are no further apart are one, and lines that come so near to each other meet."""
COVERED = 0.6
"""A border is drawn where lines cover this part of it."""
SHORTEST = 4.0
MOST_MEETINGS = 2_000_000
"""Lines that could meet in more places than this are no tables."""


class Stroke(NamedTuple):
    """A straight line from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class Ruling(NamedTuple):
    """A line across (`at` is its height) or down (`at` is how far from the left), from `start` to `end`."""

    at: float
    start: float
    end: float


class RuledCell(NamedTuple):
    """A cell: the characters in it, and how many rows and columns it covers."""

    characters: tuple[Character, ...]
    rows: int
    columns: int


class RuledTable(NamedTuple):
    """A table: its box, how many rows and columns it has, and its cells by row and column, in reading order.

    One that has a single column is a frame around text.
    """

    box: Box
    rows: int
    columns: int
    cells: tuple[tuple[int, int, RuledCell], ...]


def sheets_in(
    segments: Iterable[Stroke], characters: Sequence[Character], allowance: Allowance
) -> tuple[list[RuledTable], list[Character]]:
    """Return the tables and frames that lines make, with the characters in them, and the characters around them.

    Raises `PlanctlError` where lines make more cells than a document may have.
    """
    sheets: list[RuledTable] = []
    around = list(characters)
    for frame in _frames(*_rulings(segments), allowance):
        allowance.take(MEETINGS, len(around))
        if sheet := _sheet(frame, around, allowance):
            sheets.append(sheet)
            around = [each for each in around if not _is_in(each, sheet.box)]
    return sheets, around


def _frames(
    across: Sequence[Ruling], down: Sequence[Ruling], allowance: Allowance
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Return the lines that hang together, those across from the top down and those down from the left; small first."""
    if len(across) * len(down) > MOST_MEETINGS:
        return []
    allowance.take(MEETINGS, len(across) * len(down))
    group = list(range(len(across) + len(down)))

    def found(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for high, line in enumerate(across):
        for low, other in enumerate(down, len(across)):
            if _reaches(line, other.at) and _reaches(other, line.at):
                group[found(high)] = found(low)
    frames: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index, line in enumerate([*across, *down]):
        frames.setdefault(found(index), ([], []))[index >= len(across)].append(line)
    whole = [frame for frame in frames.values() if len(frame[0]) > 1 and frame[1]]
    return sorted(whole, key=lambda frame: max(line.end - line.start for line in frame[0]))


def _reaches(line: Ruling, at: float) -> bool:
    return line.start - NEAR <= at <= line.end + NEAR


def _edges(positions: Iterable[float]) -> list[float]:
    """Return positions in order, those that are near each other as one."""
    edges: list[float] = []
    for position in sorted(positions):
        if not edges or position - edges[-1] > NEAR:
            edges.append(position)
    return edges


def _sheet(
    frame: tuple[list[Ruling], list[Ruling]], characters: Sequence[Character], allowance: Allowance
) -> RuledTable | None:
    """Return the table in a frame of lines; one whose sides are open ends where its lines across do."""
    across, down = frame
    heights = _edges(line.at for line in across)[::-1]
    sides = (min(line.start for line in across), max(line.end for line in across))
    widths = _edges([*(line.at for line in down), *sides])
    box = Box(widths[0], heights[-1], widths[-1], heights[0])
    inside = [each for each in characters if _is_in(each, box)]
    if not inside or len(widths) < 2:
        return None
    size = (len(heights) - 1, len(widths) - 1)
    allowance.take(RULED, size[0] * size[1])
    merged = _merged(heights, widths, sorted(across), sorted(down))
    below = [-height for height in heights[1:]]
    held: dict[tuple[int, int], list[Character]] = {}
    for each in inside:
        x, y = each.box.middle
        row = min(bisect_left(below, -y), size[0] - 1)
        column = min(max(bisect_right(widths, x) - 1, 0), size[1] - 1)
        held.setdefault(merged[row, column], []).append(each)
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, origin in merged.items():
        areas.setdefault(origin, []).append(at)
    cells = []
    for origin, area in sorted(areas.items()):
        rows, columns = (max(each[way] for each in area) - origin[way] + 1 for way in (0, 1))
        cells.append((*origin, RuledCell(tuple(held.get(origin, ())), rows, columns)))
    return RuledTable(box, *size, tuple(cells))


def _merged(
    heights: Sequence[float], widths: Sequence[float], across: Sequence[Ruling], down: Sequence[Ruling]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each place in a table the first place of the cell that it is in: no line parts them."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(heights)):
        for column, (left, right) in enumerate(pairwise(widths)):
            at = (row, column)
            origins[at] = at
            if column and not _is_drawn(down, left, bottom, top):
                origins[at] = origins[row, column - 1]
            elif row and not _is_drawn(across, top, left, right):
                origins[at] = origins[row - 1, column]
    return origins


def _is_drawn(lines: Sequence[Ruling], at: float, start: float, end: float) -> bool:
    """Return whether one or more of the lines, which are in order, part what is on either side."""
    first = bisect_left(lines, at - 2 * NEAR, key=lambda line: line.at)
    near = lines[first : bisect_right(lines, at + 2 * NEAR, key=lambda line: line.at)]
    covered = sum(max(min(line.end, end) - max(line.start, start), 0) for line in near)
    return covered >= COVERED * (end - start)


def _is_in(character: Character, box: Box) -> bool:
    x, y = character.box.middle
    return box.left <= x <= box.right and box.bottom <= y <= box.top


def _rulings(segments: Iterable[Stroke]) -> tuple[list[Ruling], list[Ruling]]:
    """Return the lines across and the lines down, those that continue each other as one."""
    across, down = [], []
    for x0, y0, x1, y1 in segments:
        if abs(y1 - y0) < 1 and abs(x1 - x0) >= SHORTEST:
            across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) < 1 and abs(y1 - y0) >= SHORTEST:
            down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return _joined(across), _joined(down)


def _joined(lines: Sequence[Ruling]) -> list[Ruling]:
    joined: list[Ruling] = []
    level: list[Ruling] = []
    for line in [*sorted(lines), None]:
        if level and (line is None or line.at - level[0].at > NEAR):
            joined += _chained(level)
            level = []
        if line:
            level.append(line)
    return joined


def _chained(level: Iterable[Ruling]) -> Iterator[Ruling]:
    """Yield the lines at one height, each as far as they go on without a gap."""
    last: Ruling | None = None
    for line in sorted(level, key=lambda each: each.start):
        if last and line.start <= last.end + NEAR:
            last = last._replace(end=max(last.end, line.end))
            continue
        if last:
            yield last
        last = line
    if last:
        yield last

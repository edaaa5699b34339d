"""Tables and frames that a plain text draws with lines: ┌─┬─┐, ╔═╦═╗ or +--+--+, and bars between the cells.

A cell may take several lines between two rules; where rules part no rows, the rows are told by what stands in them. A
cell that no rule parts from the one below or beside it is merged with it. A frame of one column is a box around text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from planctl.documents.reading.grids import Origin
from planctl.documents.reading.strips import (
    MOST_LINES,
    CellStrip,
    Strip,
    field_of,
    first_word,
    has_two_figures,
    row_of,
    rows_of,
)
from planctl.documents.reading.text_words import LONGEST_LINE, METRICS, Metric, widths_of
from planctl.grammar.documents import behind_mark, is_item, is_page_number, is_table_caption, parse_heading
from planctl.grammar.text import width_of
from planctl.messages.message import PlanctlError, say

ACROSS = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
STROKES = frozenset(chr(code) for code in range(0x2500, 0x2571)) - ACROSS
ASCII_ACROSS = frozenset("-=")
ASCII_STROKES = frozenset("|+")
BARS = frozenset("│┃┆┇┊┋╎╏║|｜")
BREAK_LINES = 3
SAMPLE = 200
"""So many lines say how wide the signs of a table are."""
MOST_BETWEEN = 8
LEAST_RULE = 3
FAR = 10_000
MARGINS = 4
"""So many columns between the lines of a frame and its text hold none."""
MOST_STROKES = 100
"""A line with more strokes is an ornament."""


class DrawnSegment(NamedTuple):
    """What stands in a line between two strokes: its text, where it begins in the line, and the strokes' edges."""

    text: str
    offset: int
    first: int
    last: int
    is_rule: bool


class Drawn(NamedTuple):
    """What is drawn: the rows of a table, or the text of a frame by lines, and the lines that it takes, from 0."""

    rows: tuple[tuple[Origin | None, ...], ...]
    frame: tuple[tuple[int, str], ...]
    width: int
    start: int
    end: int


class _Cell(NamedTuple):
    last: int
    pieces: list[tuple[int, CellStrip]]
    bottom: int


class _Stroke(NamedTuple):
    place: int
    at: int


def drawn_in(lines: Sequence[str], file: str) -> Iterator[Drawn]:
    """Yield each table and frame that lines draw, from the top down; raises `PlanctlError` for one that is too long."""
    number = 0
    while number < len(lines):
        if not _is_drawn(lines[number]):
            number += 1
            continue
        blocks = _blocks(lines, number)
        end = blocks[-1][1]
        if drawn := _read(lines, [each for start, stop in blocks for each in range(start, stop)], number, end, file):
            yield drawn
        number = end


def without_strokes(line: str) -> str:
    """Return a line with bars where strokes stand in it, and nothing where it is a rule."""
    if not _is_drawn(line):
        return line
    plain = "".join("|" if sign in STROKES else " " if sign in ACROSS else sign for sign in line)
    return "" if not plain.strip("| ") or _is_ascii_rule(line) else plain


def _is_drawn(line: str) -> bool:
    if line.isascii():
        return _is_ascii_rule(line)
    return len(line) <= LONGEST_LINE and (not STROKES.isdisjoint(line) or _is_rule(line))


def _is_rule(line: str) -> bool:
    plain = line.strip()
    return _is_ascii_rule(line) or (len(plain) >= LEAST_RULE and all(sign in ACROSS for sign in plain))


def _is_ascii_rule(line: str) -> bool:
    plain = line.strip()
    return LEAST_RULE < len(plain) <= LONGEST_LINE and plain[0] == plain[-1] == "+" and set(plain) <= {*"+-=: "}


def _blocks(lines: Sequence[str], start: int) -> list[tuple[int, int]]:
    """Return the stretches of lines that are drawn as one from a line on: page numbers may stand between them."""
    blocks: list[tuple[int, int]] = []
    ascii_only = _is_ascii_rule(lines[start])
    number = start
    while True:
        end = number
        while end < len(lines) and (_is_drawn(lines[end]) or (ascii_only and lines[end].lstrip().startswith("|"))):
            end += 1
            if end < len(lines) and _ends(lines[end - 1]) and _begins(lines[end]):
                break
        blocks.append((number, end))
        behind = next((at for at in range(end, min(end + MOST_BETWEEN, len(lines))) if _is_drawn(lines[at])), None)
        if behind is None or not _is_break(lines[end:behind]):
            return blocks
        number = behind


def _begins(line: str) -> bool:
    return line.strip()[:1] in {*"┌┏╔╭╓╒"}


def _ends(line: str) -> bool:
    return line.strip()[:1] in {*"└┗╚╰╙╘"}


def _is_break(between: Sequence[str]) -> bool:
    """Return whether lines are what stands between two pages: a number, and a running head or two."""
    printed = [line.strip() for line in between if line.strip()]
    numbers = any(map(is_page_number, printed))
    return numbers and len(printed) <= BREAK_LINES and not any(map(is_table_caption, printed))


def _read(lines: Sequence[str], numbers: Sequence[int], start: int, end: int, file: str) -> Drawn | None:
    if len(numbers) > MOST_LINES:
        raise PlanctlError(say("{file} has a table of more than {most} lines", file=file, most=MOST_LINES))
    first = numbers[:SAMPLE]
    metric = min(METRICS, key=lambda each: len(_places(_strokes(lines, first, each))))
    strokes = _strokes(lines, numbers, metric)
    edges = _edges(strokes)
    if len(edges) < 2 or len(numbers) < 2:
        return None
    nearest = {at: min(range(len(edges)), key=lambda each: abs(edges[each] - at)) for at in _places(strokes)}
    parted = [
        (number, _segments(lines[number], found, len(edges), nearest))
        for number, found in zip(numbers, strokes, strict=True)
    ]
    if len(edges) == 2:
        inside = [(number, "".join(each.text for each in parts if not each.is_rule)) for number, parts in parted]
        return Drawn((), tuple(inside), edges[1] - edges[0] - 1, start, end)
    rows = tuple(map(tuple, _rows(parted, len(edges) - 1)))
    return Drawn(rows, (), 0, start, end) if len(rows) > 1 else None


def _strokes(lines: Sequence[str], numbers: Sequence[int], metric: Metric) -> list[list[_Stroke]]:
    """Return the strokes of each line, and what is beyond them where text is: outer lines may be left out."""
    found: list[list[_Stroke]] = []
    for number in numbers:
        line, at = lines[number], 0
        here: list[_Stroke] = []
        is_ascii = not any(sign in STROKES for sign in line)
        for index, (sign, size) in enumerate(zip(line, widths_of(line, metric), strict=True)):
            if sign in STROKES or (
                is_ascii and (sign in "|｜" or (sign == "+" and ("+-" in line or "-+" in line or "+=" in line)))
            ):
                here.append(_Stroke(index, at))
            at += size
        found.append(here[:MOST_STROKES])
    return _with_sides([lines[number] for number in numbers], found)


def _with_sides(lines: Sequence[str], strokes: list[list[_Stroke]]) -> list[list[_Stroke]]:
    """Return the strokes of lines, and those that are left out at the left and right of text that stands there."""
    having = [(line, found) for line, found in zip(lines, strokes, strict=True) if found]
    if len(having) < 2:
        return strokes
    left = any(line[: found[0].place].strip() for line, found in having)
    right = any(line[found[-1].place + 1 :].strip() for line, found in having)
    for line, found in zip(lines, strokes, strict=True):
        found[:0] = [_Stroke(-1, -2)] * left
        found += [_Stroke(len(line), FAR)] * right
    return strokes


def _places(strokes: Sequence[Sequence[_Stroke]]) -> set[int]:
    return {stroke.at for line in strokes for stroke in line}


def _edges(strokes: Sequence[Sequence[_Stroke]]) -> list[int]:
    """Return where the edges of columns are: where strokes stand, or, drawn unevenly, where those of full lines do."""
    edges: list[int] = []
    for at in sorted(_places(strokes)):
        if not edges or at - edges[-1] > 1:
            edges.append(at)
    counts = Counter(len(line) for line in strokes if line)
    if not counts:
        return []
    usual = max(counts, key=lambda each: (counts[each], each))
    if len(edges) <= max(counts) + 1:
        return edges
    full = [line for line in strokes if len(line) == usual]
    return [sorted(line[place].at for line in full)[len(full) // 2] for place in range(usual)]


def _segments(line: str, strokes: Sequence[_Stroke], edges: int, nearest: Mapping[int, int]) -> list[DrawnSegment]:
    """Return what stands between the strokes of a line, each by the edges that they are."""
    places = list(range(edges)) if len(strokes) == edges else [nearest[stroke.at] for stroke in strokes]
    plain = without_strokes(line)
    segments: list[DrawnSegment] = []
    for (left, first), (right, last) in pairwise(zip(strokes, places, strict=True)):
        text = line[left.place + 1 : right.place]
        if first < last:
            offset = len("".join(plain[: left.place + 1].split()))
            segments.append(DrawnSegment(text, offset, first, last - 1, _is_across(text)))
    return segments


def _is_across(text: str) -> bool:
    plain = text.strip()
    if not plain:
        return False
    across = ACROSS if plain[0] in ACROSS else ASCII_ACROSS | {":"}
    return set(plain) <= across and (plain[0] in ACROSS or len(plain) >= LEAST_RULE)


def _rows(parted: Sequence[tuple[int, Sequence[DrawnSegment]]], columns: int) -> list[list[Origin | None]]:
    """Return the rows of a table: what stands between rules, or, where these part no rows, what lines make."""
    bands: list[list[tuple[int, Sequence[DrawnSegment]]]] = [[]]
    for number, segments in parted:
        if any(segment.is_rule for segment in segments) and bands[-1]:
            bands.append([])
        bands[-1].append((number, segments))
    return _ruled(bands, columns)


def _ruled(bands: Sequence[Sequence[tuple[int, Sequence[DrawnSegment]]]], columns: int) -> list[list[Origin | None]]:
    strips = [[strip for line in band if (strip := Strip(line[0] + 1, _pieces(line[1]))).pieces] for band in bands]
    strips = [band for band in strips if band]
    if has_two_figures(strips, columns):
        head, body = (strips[0], strips[1:]) if len(strips) > 1 else ([], strips)
        rows = [row_of(head, columns)] if head else []
        return rows + [row for band in body if band for row in rows_of(band, columns)]
    return _merged(bands)


def _pieces(segments: Sequence[DrawnSegment]) -> tuple[CellStrip, ...]:
    return tuple(
        CellStrip(each.text, each.offset, each.first, each.last, len(each.text) - len(each.text.lstrip()))
        for each in segments
        if not each.is_rule and each.text.strip()
    )


def _merged(bands: Sequence[Sequence[tuple[int, Sequence[DrawnSegment]]]]) -> list[list[Origin | None]]:
    """Return the rows that bands are, where a cell goes on over a line that has no rule in its columns."""
    going_on: dict[int, tuple[int, int]] = {}
    cells: dict[tuple[int, int], _Cell] = {}
    lines: list[int] = []
    for band in bands:
        texts = [(number, each) for number, segments in band for each in segments if not each.is_rule]
        for each in (each for _, segments in band for each in segments if each.is_rule):
            for column in range(each.first, each.last + 1):
                going_on.pop(column, None)
        for number, each in texts:
            key = going_on.get(each.first, (len(lines), each.first))
            if key[1] != each.first or (key in cells and cells[key].last != each.last):
                key = (len(lines), each.first)
            cells.setdefault(key, _Cell(each.last, [], len(lines)))
            going_on.update(dict.fromkeys(range(each.first, each.last + 1), key))
            cells[key].pieces.extend((number + 1, piece) for piece in _pieces([each]))
            cells[key] = cells[key]._replace(bottom=len(lines))
        if texts:
            lines.append(band[0][0] + 1)
    rows: list[list[Origin | None]] = [[] for _ in lines]
    for (top, first), (last, pieces, bottom) in sorted(cells.items()):
        field = field_of(pieces, pieces[0][0] if pieces else lines[top])
        rows[top].append(Origin(field, bottom - top + 1, last - first + 1))
    return rows


def box_lines(drawn: Drawn) -> dict[int, str]:
    """Return the text of a frame by the lines from 0, a paragraph each where it began; the others are empty."""
    made: dict[int, str] = {}
    begun: int | None = None
    above = ""
    for number, text in drawn.frame:
        plain = text.strip()
        made[number] = ""
        if not plain:
            begun = None
            continue
        is_full = width_of(above) + width_of(first_word(plain)) > drawn.width - MARGINS
        begins = (
            parse_heading(plain)
            or is_item(plain)
            or behind_mark(plain) is not None
            or text.startswith(("   ", "\u3000\u3000"))
        )
        if begun is not None and is_full and not begins:
            made[begun] += plain
        else:
            begun = number
            made[number] = plain
        above = plain
    return made

"""The tables of a plain text: a cell a line, after a tab; or a row a line, with tabs or `|` between its cells."""

from collections.abc import Iterator, Sequence

from planctl.documents.reading.aligned_text import AlignedText
from planctl.documents.reading.document import TableField
from planctl.documents.reading.drawn_text import Drawn
from planctl.documents.reading.grids import Grid, Origin, make_field, spread
from planctl.documents.reading.limits import CELLS, Allowance
from planctl.grammar.documents import ends_sentence
from planctl.grammar.rows import is_class
from planctl.grammar.text import half_width

FIRST = "1"
"""What the first row is numbered, where rows begin with their number."""
LONGEST_OF_HEAD = 12
"""A line without a tab that has more characters does not go on with the head."""
LONGEST_HEAD = 200
"""A cell of the head that has more characters is complete."""


def grids_in(
    lines: Sequence[str], allowance: Allowance, drawings: Sequence[Drawn], aligned: AlignedText
) -> Iterator[Grid]:
    """Yield each table of a text, in whichever layout it stands; raises `PlanctlError` for one that is too large."""
    allowance.check(CELLS, max((line.count("\t") + line.count("|") for line in lines), default=0))
    number = 0
    drawn = {each.start: each for each in drawings if each.rows}
    ends = {each.start: each.end for each in drawings}
    while number < len(lines):
        if number in ends:
            if number in drawn:
                yield spread(drawn[number].rows, allowance)
            number = ends[number]
            continue
        separator = _separator(lines[number])
        if not separator and (table := aligned.table_at(number)):
            yield spread(table.rows, allowance)
            number = table.end
            continue
        rows, end = (_rows if separator in ("|", "\t") else _cells)(lines, number, separator) if separator else ([], 0)
        if rows:
            yield spread([[Origin(field) for field in row] for row in rows], allowance)
        number = max(end, number + 1)


def _from(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    """Yield the lines behind so many others, each with its number, without a copy of them for each table."""
    return ((index + 1, lines[index]) for index in range(start, len(lines)))


def _separator(line: str) -> str:
    """Return what stands between the cells of a row: `|`, a tab, `cell` where a line is one cell, or nothing."""
    if "|" in _with_bars(line).strip().strip("|"):
        return "|"
    if "\t" in line.strip("\t"):
        return "\t"
    return "cell" if line.startswith("\t") and line.strip() else ""


def _rows(lines: Sequence[str], start: int, separator: str) -> tuple[list[tuple[TableField, ...]], int]:
    """Return the rows from a line on, and the line that ends them: the first one with text and without a separator."""
    rows: list[tuple[TableField, ...]] = []
    for number, line in _from(lines, start):
        plain = _with_bars(line) if separator == "|" else line
        if separator not in plain:
            if plain.strip() and not _is_class_row(lines, number, separator):
                return rows, number - 1
            if plain.strip():
                rows.append((make_field(plain, number),))
            continue
        if plain.strip("|-: \t"):
            inside = plain.strip().removeprefix("|").removesuffix("|") if separator == "|" else line
            rows.append(_fields(inside.split(separator), number, separator))
    return rows, len(lines)


def _is_class_row(lines: Sequence[str], number: int, separator: str) -> bool:
    """Return whether a line that has no separator is a row of its own: it names a class, and rows follow it."""
    following = next((line for _, line in _from(lines, number) if line.strip()), "")
    return is_class(lines[number - 1]) and separator in _with_bars(following)


def _with_bars(line: str) -> str:
    return line.replace("｜", "|")


def _fields(cells: Sequence[str], number: int, separator: str) -> tuple[TableField, ...]:
    """Return the fields of a row, each with how far in its line it stands once white space is gone."""
    fields = []
    offset = gap = len(separator.strip())
    for cell in cells:
        fields.append(make_field(cell, number, offset))
        offset += len(half_width(fields[-1].text)) + gap
    return tuple(fields)


def _cells(lines: Sequence[str], start: int, _: str) -> tuple[list[tuple[TableField, ...]], int]:
    """Return the rows from a line on that has a cell alone, and the line that ends them.

    A line without a tab goes on with the head, and behind the head it ends the table.
    """
    fields: list[TableField] = []
    groups: list[int] = []
    counting, blank, end = False, False, len(lines)
    for number, line in _from(lines, start):
        if line.startswith("\t"):
            if blank or not groups:
                groups.append(0)
            fields.append(make_field(line.removeprefix("\t"), number))
            counting = counting or fields[-1].text == FIRST
            groups[-1] += 1
        elif line.strip() and (counting or _ends_head(line, fields[-1])):
            end = number - 1
            break
        elif line.strip():
            fields[-1] = fields[-1]._replace(text=fields[-1].text + "".join(line.split()))
        blank = not line.strip() and not line.startswith("\t")
    width = _width(fields, groups)
    starts = range(0, len(fields) - width + 1, width) if width > 1 else ()
    return [tuple(fields[first : first + width]) for first in starts], end


def _ends_head(line: str, last: TableField) -> bool:
    """Return whether a line without a tab does not go on with the last cell of a head."""
    return len(line.strip()) > LONGEST_OF_HEAD or len(last.text) > LONGEST_HEAD or ends_sentence(line)


def _width(fields: Sequence[TableField], groups: Sequence[int]) -> int:
    """Return how many cells make a row: as blank lines part all of them, or as stand before the first number."""
    if len(groups) > 1 and len(set(groups)) == 1:
        return groups[0]
    return next((count for count, field in enumerate(fields) if field.text == FIRST), 0)

"""The tables of a plain text: a cell a line, after a tab; or a row a line, with tabs or `|` between its cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from planctl.documents.document import Field, Table
from planctl.grammar.documents import is_table_caption
from planctl.grammar.text import half_width

FIRST = "1"
"""What the first row is numbered; what stands above it is the head."""


def tables_in(lines: Sequence[str]) -> Iterator[Table]:
    """Yield each table below a line that numbers it, in whichever layout it stands."""
    for number, line in enumerate(lines, 1):
        if is_table_caption(line):
            separator = _separator(lines, number)
            rows = _rows(lines, number, separator) if separator else _cells(lines, number)
            count = next((count for count, row in enumerate(rows) if row[0].text == FIRST), 0)
            if count and len(rows[count]) > 1:
                yield Table(line.strip(), _merged(rows[:count]), tuple(rows[count:]), number)


def _separator(lines: Sequence[str], caption: int) -> str:
    """Return what stands between the cells of a row, by the first line below the caption; empty for a cell a line."""
    first = next((line for line in lines[caption:] if line.strip()), "")
    if "|" in first.strip().strip("|"):
        return "|"
    return "\t" if "\t" in first.strip("\t") else ""


def _rows(lines: Sequence[str], caption: int, separator: str) -> list[tuple[Field, ...]]:
    """Return the rows below a caption; the first line without a separator ends the table. Short rows are filled up."""
    rows: list[tuple[Field, ...]] = []
    for number, line in enumerate(lines[caption:], caption + 1):
        if separator not in line:
            if line.strip():
                break
            continue
        if not line.strip("|-: \t"):
            continue
        inside = line.strip().removeprefix("|").removesuffix("|") if separator == "|" else line
        rows.append(_fields(inside.split(separator), number, separator))
    width = max(map(len, rows), default=0)
    return [row + tuple(Field("", row[-1].line) for _ in range(width - len(row))) for row in rows]


def _fields(cells: Sequence[str], number: int, separator: str) -> tuple[Field, ...]:
    """Return the fields of a row, each with how far in its line it stands once white space is gone."""
    fields = []
    offset = gap = len(separator.strip())
    for cell in cells:
        text = "".join(cell.split())
        fields.append(Field(text, number, offset))
        offset += len(half_width(text)) + gap
    return tuple(fields)


def _cells(lines: Sequence[str], caption: int) -> list[tuple[Field, ...]]:
    """Return the rows of a table that has a cell a line; how many make a row, its head says.

    A line without a tab goes on with the head, and behind the head it ends the table.
    """
    fields: list[Field] = []
    counting = False
    for number, line in enumerate(lines[caption:], caption + 1):
        if line.startswith("\t"):
            text = "".join(line.split())
            counting = counting or text == FIRST
            fields.append(Field(text, number))
        elif line.strip() and (counting or not fields):
            break
        elif line.strip():
            fields[-1] = Field(fields[-1].text + "".join(line.split()), fields[-1].line)
    width = next((count for count, field in enumerate(fields) if field.text == FIRST), 0)
    starts = range(0, len(fields) - width + 1, width) if width else ()
    return [tuple(fields[start : start + width]) for start in starts]


def _merged(rows: Sequence[tuple[Field, ...]]) -> tuple[Field, ...]:
    """Return the head of a table, each column with all that stands in it once, from the top down."""
    return tuple(
        Field("".join(text for text, _ in groupby(field.text for field in column)), column[0].line)
        for column in zip(*rows, strict=True)
    )

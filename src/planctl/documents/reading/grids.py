"""Tables as readers find them, cell by cell, spread out so that every row has a field in every column."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from planctl.documents.reading.document import TableField
from planctl.documents.reading.limits import CELLS, CHARACTERS, COLUMNS, Allowance

Grid = tuple[tuple[TableField, ...], ...]


class Origin(NamedTuple):
    """A cell that stands for itself, and how many rows and columns it covers."""

    field: TableField
    rows: int = 1
    columns: int = 1


def make_field(text: str, line: int, offset: int = 0, mark: str = "") -> TableField:
    """Return the field that a cell's text makes: without white space, which counts where it sets the text in."""
    return TableField("".join(text.split()), line, offset, mark, len(text) - len(text.lstrip()))


def spread(rows: Sequence[Sequence[Origin | None]], allowance: Allowance) -> Grid:
    """Return the grid of rows that name their own cells in order, as a page's source does; `None` is a gap.

    A cell that another covers shares its text. Short rows are filled up. Raises `PlanctlError` where this table has
    more columns, or it and those before it have more cells, than a document may have.
    """
    covered: dict[tuple[int, int], TableField] = {}
    for number, row in enumerate(rows):
        allowance.take(CELLS, len(row))
        column = 0
        for origin in row:
            while (number, column) in covered:
                column += 1
            if column > COLUMNS.most:
                allowance.take(COLUMNS, column)
            if origin:
                _cover(covered, origin, (number, column), len(rows), allowance)
            column += origin.columns if origin else 1
    width = max((column for _, column in covered), default=-1) + 1
    allowance.take(CELLS, max(width * len(rows) - len(covered), 0))
    grid = []
    blank = TableField("", 0)
    for number in range(len(rows)):
        blank = TableField("", covered.get((number, 0), blank).line)
        grid.append(tuple(covered.get((number, column), blank) for column in range(width)))
    return tuple(grid)


def _cover(
    covered: dict[tuple[int, int], TableField], origin: Origin, at: tuple[int, int], most: int, allowance: Allowance
) -> None:
    """Write down a cell wherever it reaches; `most` is how many rows there are."""
    row, column = at
    down = range(row, min(row + origin.rows, most))
    across = range(column, min(column + origin.columns, COLUMNS.most))
    others = max(len(down) * len(across) - 1, 0)
    allowance.take(CELLS, others)
    allowance.take(CHARACTERS, others * len(origin.field.text))
    for place in product(down, across):
        covered.setdefault(place, origin.field._replace(shared=place != at))

"""Tables as readers find them, cell by cell, spread out so that every row has a field in every column."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.documents.document import Field
from planctl.messages import PlanctlError, say

Grid = tuple[tuple[Field, ...], ...]

MOST_CELLS = 100_000
MOST_COLUMNS = 200


class Origin(NamedTuple):
    """A cell that stands for itself, and how many rows and columns it covers."""

    field: Field
    rows: int = 1
    columns: int = 1


def make_field(text: str, line: int, offset: int = 0, mark: str = "") -> Field:
    """Return the field that a cell's text makes: without white space, which counts where it sets the text in."""
    return Field("".join(text.split()), line, offset, mark, len(text) - len(text.lstrip()))


def spread(rows: Sequence[Sequence[Origin | None]], file: str) -> Grid:
    """Return the grid of rows that name their own cells in order, as a page's source does; `None` is a gap.

    A cell that another covers shares its text. Short rows are filled up. Raises `PlanctlError` for a table with more
    than `MOST_CELLS` cells.
    """
    covered: dict[tuple[int, int], Field] = {}
    size = 0
    for number, row in enumerate(rows):
        column = 0
        for origin in row:
            while (number, column) in covered:
                column += 1
            if origin:
                for at in _area(origin, number, column, len(rows)):
                    covered.setdefault(at, origin.field._replace(shared=at != (number, column)))
                    size += 1
            if size > MOST_CELLS or column > MOST_COLUMNS:
                raise PlanctlError(say("{file} has a table of more than {most} cells", file=file, most=MOST_CELLS))
            column += origin.columns if origin else 1
    width = max((column for _, column in covered), default=-1) + 1
    return tuple(
        tuple(covered.get((number, column), _blank(covered, number)) for column in range(width))
        for number in range(len(rows))
    )


def _area(origin: Origin, row: int, column: int, most: int) -> Iterator[tuple[int, int]]:
    bottom, right = min(row + origin.rows, most), min(column + origin.columns, MOST_COLUMNS)
    return ((down, across) for down in range(row, bottom) for across in range(column, right))


def _blank(covered: dict[tuple[int, int], Field], row: int) -> Field:
    first = covered.get((row, 0))
    return Field("", first.line if first else 0)

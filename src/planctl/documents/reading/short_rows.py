"""Rows of a table that have one cell less than the others: which one is missing, so that each stands below its head."""

from collections.abc import Iterator, Mapping, Sequence

from planctl.documents.reading.document import TableField
from planctl.documents.reading.grids import Grid
from planctl.grammar.documents import begins_as_figure

MOST_OF_HEAD = 3
"""So many rows of head there are at most."""
WIDEST = 20
"""Tables that are wider are left as they are: trying each place would take long."""
Row = tuple[TableField, ...]


def aligned(grid: Grid) -> Grid:
    """Return the grid with the cell that a row lacks where it is most likely missing, and not always at its end.

    In a head the cells stand below one that is merged along; in other rows one that is merged as in the head stands
    below that, and figures where others have figures.
    """
    short = {number for number, row in enumerate(grid) if len(row) <= WIDEST and _is_short(row)}
    figures = _figures([row for number, row in enumerate(grid) if number not in short])
    return tuple(_moved(grid, number, row, figures) if number in short else row for number, row in enumerate(grid))


def _is_short(row: Row) -> bool:
    """Return whether the last cell of a row alone is missing, which has the line of the first."""
    missing = [not (field.text or field.shared) and field.line == row[0].line for field in row[1:]]
    return sum(missing) == 1 and missing[-1]


def _figures(rows: Sequence[Row]) -> list[bool]:
    """Return for each column whether most of its cells are figures."""
    columns = [
        [field.text for field in column if field.text and not field.shared] for column in zip(*rows, strict=True)
    ]
    return [2 * sum(map(begins_as_figure, texts)) > len(texts) for texts in columns]


def _moved(grid: Grid, number: int, row: Row, figures: Sequence[bool]) -> Row:
    """Return a short row with its gap in the likeliest place; the last one of those that are as likely."""
    own = {field.line for field in row[:-1] if not field.shared}
    free = [column for column, field in enumerate(row) if field.line in own or column == len(row) - 1]
    choices = list(_choices(row, free))
    if 0 < number < MOST_OF_HEAD and not any(begins_as_figure(row[column].text) for column in free):
        merged = {column for columns in _merged_along(grid[number - 1]) for column in columns}
        if {*free} - merged and len(free) - 1 == len(merged.intersection(free)):
            return next((choice for gap, choice in choices if gap not in merged), row)
        return row
    if len(figures) < len(row):
        return row
    known = {field.text: begins_as_figure(field.text) for field in row}
    head = {columns for above in grid[:MOST_OF_HEAD] for columns in _merged_along(above)}

    def likelihood(choice: tuple[int, Row]) -> tuple[int, int, int]:
        gap, made = choice
        return len(head.intersection(_merged_along(made))), _fits(made, free, figures, known), gap

    return max(choices, key=likelihood)[1]


def _choices(row: Row, free: Sequence[int]) -> Iterator[tuple[int, Row]]:
    """Yield the row with its gap in each of the free columns that does not part a merged cell, and which that is."""
    present = [row[column] for column in free[:-1]]
    for at, gap in enumerate(free):
        if at < len(present) and present[at].shared:
            continue
        made = list(row)
        for column, field in zip(free, (*present[:at], row[-1], *present[at:]), strict=True):
            made[column] = field
        yield gap, tuple(made)


def _fits(row: Row, free: Sequence[int], figures: Sequence[bool], known: Mapping[str, bool]) -> int:
    """Return how many cells are figures where figures stand, or none where none stand."""
    return sum(known[row[column].text] == figures[column] for column in free if row[column].text)


def _merged_along(row: Row) -> set[tuple[int, ...]]:
    """Return the columns of each cell of a row that covers several."""
    columns: dict[int, list[int]] = {}
    for column, field in enumerate(row):
        if not field.shared:
            columns[field.line] = [column]
        elif field.line in columns:
            columns[field.line].append(column)
    return {tuple(each) for each in columns.values() if len(each) > 1}

"""Sheets of cells as text and tables: what stands over a table and below it is text, as it is on a page of paper.

A row with one text alone is a line of text, unless it stands within a table, as the name of a class does. Rows and
columns without any text are passed over.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from planctl.documents.reading.grids import Origin
from planctl.documents.reading.limits import CELLS
from planctl.documents.reading.page import PageBuilder
from planctl.grammar.documents import ends_sentence, is_box, is_table_caption, parse_heading
from planctl.grammar.marks import prose_with_marks
from planctl.grammar.rows import begins_note, begins_row, is_class
from planctl.grammar.titles import ends_title

Place = tuple[int, int]
Area = tuple[int, int, int, int]
LONGEST_CLASS = 40
"""A row with one text alone that has more characters is no row of a table."""


class SheetCell(NamedTuple):
    """The text of a cell: its pieces, each with whether it is raised, and white space where it is set in."""

    runs: tuple[tuple[str, bool], ...]
    indent: str = ""

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(text for text, _ in self.runs)


def add_sheet(
    page: PageBuilder, cells: Mapping[Place, SheetCell], merged: Iterable[Area] = (), passed_over: Sequence[int] = ()
) -> None:
    """Add a sheet to a page: its cells that have text, by row and column.

    `merged` has the areas that are one cell, each from its first row and column to its last, and `passed_over` the
    rows, in order, that are not shown. Raises `PlanctlError` where a page would have too much.
    """
    if cells:
        _Sheet(page, cells, merged, passed_over).add()


class _Sheet:
    def __init__(
        self, page: PageBuilder, cells: Mapping[Place, SheetCell], merged: Iterable[Area], passed_over: Sequence[int]
    ) -> None:
        self.page = page
        self.rows = sorted({row for row, _ in cells})
        self.columns = sorted({column for _, column in cells})
        page.allowance.check(CELLS, len(self.rows) * len(self.columns))
        row_at = {row: at for at, row in enumerate(self.rows)}
        column_at = {column: at for at, column in enumerate(self.columns)}
        self.cells = {(row_at[row], column_at[column]): cell for (row, column), cell in cells.items()}
        self.owners: dict[Place, Place] = {}
        self.ends: dict[Place, Place] = {}
        for area in merged:
            self._merge(area, (area[0], area[1]) in cells)
        self.passed_over = passed_over
        self.texts = [self._texts_in(row) for row in range(len(self.rows))]

    def add(self) -> None:
        """Add the lines and tables of the sheet to the page."""
        if len(self.columns) == 1:
            lines = [self.cells[row, 0] for row in range(len(self.rows))]
            heading = parse_heading(lines[0].text.strip())
            if heading and is_box(heading.number):
                with self.page.box():
                    self._lines(lines)
            else:
                self._lines(lines)
            return
        table: list[int] = []
        for row, texts in enumerate(self.texts):
            if len(texts) > 1 or (texts and table and not self._leaves_table(row)):
                table.append(row)
            elif texts:
                self._table(table)
                table = []
                self._lines(self.cells[place] for place in texts if place[0] == row)
        self._table(table)

    def _merge(self, area: Area, has_text: bool) -> None:
        top, left, bottom, right = area
        rows = range(bisect_left(self.rows, top), bisect_right(self.rows, bottom))
        columns = range(bisect_left(self.columns, left), bisect_right(self.columns, right))
        if not (rows and columns) or (rows[0], columns[0]) in self.owners:
            return
        self.page.allowance.check(CELLS, len(self.owners) + len(rows) * len(columns))
        places = list(product(rows, columns))
        if len(places) > 1 and not any(place in self.owners for place in places):
            self.owners.update(dict.fromkeys(places, places[0]))
            self.ends[places[0]] = places[-1]
            for place in places[has_text:]:
                self.cells.pop(place, None)

    def _texts_in(self, row: int) -> tuple[Place, ...]:
        """Return where the texts begin that a row shows, each once."""
        places = ((row, column) for column in range(len(self.columns)))
        shown = dict.fromkeys(self.owners.get(place, place) for place in places)
        return tuple(place for place in shown if place in self.cells)

    def _leaves_table(self, row: int) -> bool:
        """Return whether a row with one text below rows of a table is no part of it."""
        place = self.texts[row][0]
        text = self.cells[place].text.strip()
        if len(text) > LONGEST_CLASS or is_table_caption(text) or begins_note(text) or ends_sentence(text):
            return True
        if ends_title(text) or (self._is_apart(row) and not is_class(text)):
            return True
        is_last = all(len(texts) < 2 for texts in self.texts[row:])
        return is_last and place == (row, 0) and not begins_row(text)

    def _is_apart(self, row: int) -> bool:
        """Return whether a row that is shown, and empty, stands above this one."""
        before, here = self.rows[row - 1], self.rows[row]
        unseen = bisect_left(self.passed_over, here) - bisect_right(self.passed_over, before)
        return here - before - 1 > unseen

    def _lines(self, cells: Iterable[SheetCell]) -> None:
        for cell in cells:
            for line in prose_with_marks(list(cell.runs)).split("\n"):
                if line.strip():
                    self.page.line(line.strip())

    def _table(self, rows: Sequence[int]) -> None:
        """Add rows as a table, with the columns that have any text in them."""
        if not rows:
            return
        columns = sorted({column for row in rows for _, column in self.texts[row]})
        self.page.expect(len(rows) * len(columns))
        origins = []
        for row in rows:
            origins.append(list(self._origins(row, rows, columns)))
            self.page.line("")
        self.page.table(origins)

    def _origins(self, row: int, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Origin]:
        """Yield the cells that begin in a row of a table; one that is merged may begin beyond the table."""
        for column in columns:
            place = (row, column)
            owner = self.owners.get(place, place)
            first_row, first_column = bisect_left(rows, owner[0]), bisect_left(columns, owner[1])
            if (rows[first_row], columns[first_column]) == place:
                bottom, right = self.ends.get(owner, place)
                cell = self.cells.get(owner, SheetCell(()))
                field = self.page.cell(list(cell.runs), cell.indent)
                yield Origin(field, bisect_right(rows, bottom) - first_row, bisect_right(columns, right) - first_column)

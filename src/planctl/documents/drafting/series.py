"""Which series a printed row is of: by the catalogue, or by a placeholder that a person has to name."""

from collections.abc import Mapping
from typing import NamedTuple

from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.grammar.names import Subject, parse_subject
from planctl.report.catalogue import Catalogue, Entry


class Series(NamedTuple):
    """The id of a printed row, and what the catalogue has of it, if it knows the name."""

    id: str
    entry: Entry | None


class Naming:
    """Gives the same series the same id in all files of a draft, and no id twice in one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._placeholders: dict[tuple[Subject, str], str] = {}
        self._count = 0

    def series(self, rows: tuple[PrintedRow, ...], year: int) -> dict[int, Series]:
        """Return the series of each row of a table, by the line that it stands in."""
        taken: set[str] = set()
        found: dict[int, Series] = {}
        for row in (each for indicator in rows for each in (indicator, *indicator.parts)):
            entry = self.catalogue.find(row.name, row.unit)
            if entry and entry.id in taken:
                entry = None
            series = Series(entry.id if entry else self._placeholder(row, year, taken), entry)
            taken.add(series.id)
            found[row.line] = series
        return found

    def _placeholder(self, row: PrintedRow, year: int, taken: set[str]) -> str:
        key = (parse_subject(row.name), row.unit)
        name = self._placeholders.get(key)
        if not name or name in taken:
            self._count += 1
            name = f"unnamed-{year}-{self._count}"
            self._placeholders.setdefault(key, name)
        return name


def names_of(rows: tuple[PrintedRow, ...], series: Mapping[int, Series]) -> dict[str, str]:
    """Return the printed name of each row of a table by its id."""
    return {series[row.line].id: row.name for each in rows for row in (each, *each.parts)}

"""Which series a printed row is of: by the catalogue, or by a placeholder that a person has to name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.grammar.names import Subject, parse_subject
from planctl.grammar.rows import is_growth_alone
from planctl.grammar.target_names import BOTH
from planctl.grammar.text import normal
from planctl.report.catalogue import Catalogue, Entry

GROWN = "增速"


class Series(NamedTuple):
    """The id of a printed row, and what the catalogue has of it, if it knows the name."""

    id: str
    entry: Entry | None


class Naming:
    """Gives the same series the same id in all files of a draft, and no id twice in one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._placeholders: dict[Subject, dict[str, str]] = {}
        self._count = 0

    def series(self, rows: tuple[PrintedRow, ...], year: int) -> dict[int, Series]:
        """Return the series of each row of a table, by the line that it stands in."""
        taken: set[str] = set()
        found: dict[int, Series] = {}
        for row, name in _full_names(rows):
            entry = self.catalogue.find(name, row.unit or row.unit_of_figures)
            if entry and entry.id in taken:
                entry = None
            series = Series(entry.id if entry else self._placeholder(row, name, year, taken), entry)
            taken.add(series.id)
            found[row.line] = series
        return found

    def _placeholder(self, row: PrintedRow, full: str, year: int, taken: set[str]) -> str:
        """Return the id of a series without a name of ours: that of another table's in its unit, or without one."""
        by_unit = self._placeholders.setdefault(parse_subject(full), {})
        units = (row.unit, "") if row.unit else ("", *by_unit)
        name = next((by_unit[unit] for unit in units if by_unit.get(unit, "") not in ("", *taken)), "")
        if not name:
            self._count += 1
            name = f"unnamed-{year}-{self._count}"
        by_unit.setdefault(row.unit, name)
        return name


def _full_names(rows: Sequence[PrintedRow]) -> Iterator[tuple[PrintedRow, str]]:
    """Yield each row with its name, and with that of the row above or around it where it leaves it to that.

    增长 below 税收收入 is the growth of that, and 城镇 below 居民人均可支配收入 is 城镇居民人均可支配收入.
    """
    above = ""
    for whole in rows:
        for row in (whole, *whole.parts):
            name = row.name
            if is_growth_alone(name) and above:
                name = f"{above}{GROWN}"
            elif normal(name) in BOTH and "居民" in whole.name:
                name = f"{name}{whole.name[whole.name.index('居民') :]}"
            above = above if is_growth_alone(row.name) else name
            yield row, name


def names_of(rows: tuple[PrintedRow, ...], series: Mapping[int, Series]) -> dict[str, str]:
    """Return the printed name of each row of a table by its id."""
    return {series[row.line].id: row.name for each in rows for row in (each, *each.parts)}

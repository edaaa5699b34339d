"""A few rows out of many reports: those that are asked for, and what a verdict on them needs."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from planctl.report.model import Indicator, Report, with_parts
from planctl.report.plan import final_name


class Entry(NamedTuple):
    """What an indicator is known by, with its parts, and the ids of the other rows that these refer to."""

    ids: tuple[str, ...]
    references: tuple[str, ...]


def entry_of(indicator: Indicator) -> Entry:
    """Return what an indicator is known by and refers to."""
    rows = tuple(with_parts((indicator,)))
    named = [row.reference for row in rows] + [row.follows.denominator for row in rows if row.follows]
    return Entry(tuple(row.id for row in rows), tuple(id for id in named if id))


def needed(tables: Collection[Iterable[Entry]], wanted: Iterable[str]) -> frozenset[str]:
    """Return the ids of the rows to keep of a year's tables: those wanted, with all that they are judged by.

    That is the row that one is printed under, all its parts, and the rows referred to, in whatever table they stand:
    two tables of a year may print the same row with other parts.
    """
    ids = frozenset(wanted)
    while True:
        kept = [entry for table in tables for entry in table if not ids.isdisjoint(entry[0])]
        more = ids.union(*(each for entry in kept for each in entry))
        if more == ids:
            return ids
        ids = more


def narrowed(report: Report, ids: Collection[str]) -> Report:
    """Return a report with no more in it than the rows that have one of the ids, and where they stand.

    What the report states of all its rows, or around them, would be said of too few, and is left out.
    """
    kept = tuple(row for row in report.indicators if any(each.id in ids for each in with_parts((row,))))
    finals = tuple(figure for figure in report.finals if figure.id in ids)
    places = {name: place for name, place in report.places.items() if row_of(name) in ids}
    return Report(report.kind, report.year, report.source, kept, finals=finals, places=places)


def row_of(place: str) -> str:
    """Return the id of the row that the name of a place begins with; of a final figure, that of the row it is of."""
    return place.removeprefix(final_name("")).partition(".")[0]


def narrowed_together(reports: Iterable[Report], wanted: Iterable[str]) -> tuple[Report, ...]:
    """Return the reports of a year with no more in them than the rows that are wanted and what they are judged by."""
    reports = tuple(reports)
    ids = needed([[entry_of(row) for row in report.indicators] for report in reports], wanted)
    return tuple(narrowed(report, ids) for report in reports)

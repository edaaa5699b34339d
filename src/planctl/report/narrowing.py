"""A few rows out of many reports: those that are asked for, and what a verdict on them needs."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from planctl.report.model import Indicator, Region, Report, Source, with_parts
from planctl.report.plan import figure_name


class RowNames(NamedTuple):
    """The ids of an indicator and its parts, of other rows that these refer to, and of series that they follow."""

    ids: tuple[str, ...]
    references: tuple[str, ...]
    earlier: tuple[str, ...]


def names_of(indicator: Indicator) -> RowNames:
    """Return what an indicator is known by, refers to and follows."""
    rows = tuple(with_parts((indicator,)))
    follows = tuple(row.follows for row in rows if row.follows)
    named = [row.reference for row in rows] + [each.denominator for each in follows]
    return RowNames(tuple(row.id for row in rows), tuple(id for id in named if id), tuple(each.id for each in follows))


class Outline(NamedTuple):
    """What a report is of, the ids of its rows, and of those that are drafts."""

    kind: str
    year: int
    region: Region
    rows: tuple[str, ...]
    drafts: tuple[str, ...]


def outline_of(report: Report) -> Outline:
    """Return the outline of a report."""
    names = map(names_of, report.indicators)
    return outlined((report.kind, report.year, report.source), names, report.places)


def outlined(head: tuple[str, int, Source], names: Iterable[RowNames], places: Iterable[str]) -> Outline:
    """Return the outline of a report by its kind, year and source, the names of its rows, and of its places."""
    kind, year, source = head
    rows = tuple(id for own, *_ in names for id in own)
    drafts = {place.removesuffix(".draft") for place in places if place.endswith(".draft")}
    return Outline(kind, year, source.region, rows, tuple(id for id in rows if id in drafts))


def needed(tables: Collection[Iterable[RowNames]], wanted: Iterable[str]) -> frozenset[str]:
    """Return the ids of the rows to keep of a year's tables: those wanted, with all that they are judged by.

    That is the row that one is printed under, all its parts, and the rows referred to, in whatever table they stand:
    two tables of a year may print the same row with other parts. A row that follows one that is wanted is, too.
    """
    known = [tuple(names) for table in tables for names in table]
    ids = frozenset(wanted)
    ids = ids.union(*(own for own, _, earlier in known if not ids.isdisjoint(earlier)))
    while True:
        kept = [(own, references) for own, references, _ in known if not ids.isdisjoint(own)]
        more = ids.union(*(each for pair in kept for each in pair))
        if more == ids:
            return ids
        ids = more


def narrowed(report: Report, ids: Collection[str]) -> Report:
    """Return a report with no more in it than the rows that have one of the ids, and where they stand.

    What the report states of all its rows, or around them, would be said of too few, and is left out.
    """
    kept = tuple(row for row in report.indicators if any(each.id in ids for each in with_parts((row,))))
    figures = tuple(figure for figure in report.figures if figure.id in ids)
    places = {name: place for name, place in report.places.items() if row_of(name) in ids}
    return Report(report.kind, report.year, report.source, kept, figures=figures, places=places)


def row_of(place: str) -> str:
    """Return the id of the row that the name of a place begins with; of a figure, that of the row it is of."""
    return place.removeprefix(figure_name("")).partition(".")[0]


def narrowed_together(reports: Iterable[Report], wanted: Iterable[str]) -> tuple[Report, ...]:
    """Return the reports of a year with no more in them than the rows that are wanted and what they are judged by."""
    reports = tuple(reports)
    ids = needed([[names_of(row) for row in report.indicators] for report in reports], wanted)
    return tuple(narrowed(report, ids) for report in reports)

"""A region's own series, which the catalogue lacks, by what is printed of them: they keep their ids in later plans."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from planctl.documents.drafting.entries import Data
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.names import moves_of, parse_subject
from planctl.grammar.target_names import TargetMovement, bare_name
from planctl.report.catalogue import LEVEL, Entry
from planctl.report.directions import unit_of
from planctl.values.meanings import Direction
from planctl.values.units import scale

Told = tuple[str, TargetMovement, str]
"""What targets and results of one series have in common: the name, how it moves, and the unit without its magnitude."""
OwnSeries = Mapping[Told, Entry]


class PlannedSeries(NamedTuple):
    """A series of a plan that is known already: its id, names and direction, its target as printed, and its unit."""

    id: str
    name: str
    name_en: str
    better: Direction
    target: str
    unit: str


Planned = Mapping[int, tuple[PlannedSeries, ...]]
"""The series with a target of each year."""
NO_TARGETS: Planned = MappingProxyType({})


def told_as(name: str, printed: str, unit: str = "") -> Told:
    """Return what a name and its target or result have in common with others of their series."""
    unit = unit_of(parse_any_cell(printed)) or unit
    return parse_subject(bare_name(name)).key, moves_of(name, printed), scale(unit)[1]


def own_series(planned: Planned) -> OwnSeries:
    """Return the series of plans by what is printed of them, each as the latest plan has it."""
    return {
        told_as(each.name, each.target, each.unit): Entry(each.id, each.name_en, LEVEL, (), each.better)
        for year in sorted(planned)
        for each in planned[year]
    }


def series_in(rows: Iterable[Data]) -> Iterator[PlannedSeries]:
    """Yield the series of drafted rows and of their parts."""
    for row in rows:
        better = Direction(row.get("better", Direction.HIGHER))
        yield PlannedSeries(row["id"], row["name"], row["name_en"], better, row.get("target", ""), row.get("unit", ""))
        yield from series_in(row.get("parts", ()))

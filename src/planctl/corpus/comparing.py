"""Regions side by side: the rows that they share, with targets, results, ranks and what the next year asks."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from planctl.corpus.measure import SeriesMeasure, measure_of
from planctl.corpus.orders import RegionOrder as RegionOrder
from planctl.corpus.wordings import TargetWording, wording_of
from planctl.diff.fate import Fate
from planctl.diff.marks import move_target
from planctl.judging.assessment import Assessment, status_of
from planctl.judging.cases import Judged
from planctl.judging.verdict import Status
from planctl.report.model import Region, Succession
from planctl.report.plan import Case, Plan
from planctl.values.meanings import Cell


class RegionYear(NamedTuple):
    """A region's year, judged, and its plan of the next year; `None` where that is not there."""

    assessment: Assessment
    following: Plan | None = None

    @property
    def region(self) -> Region:
        """Whose year it is."""
        return self.assessment.plan.region


class RegionsInYear(NamedTuple):
    """A year of those regions that have it, out of so many in all."""

    year: int
    years: tuple[RegionYear, ...]
    regions: int


class ComparedRow(NamedTuple):
    """A region's row in a series.

    `target` and `actual` are sizes in the unit of the series, and `rank` is that of the actual among all regions, 1 the
    best; equals share one. `following` is the row of the next year's plan: of the same series, or one that follows it,
    and then `succession` says how.
    """

    year: RegionYear
    judged: Judged
    target: Decimal | None
    actual: Decimal | None
    rank: int | None = None
    following: Case | None = None
    succession: Succession | None = None

    def __repr__(self) -> str:
        return f"<ComparedRow of {self.region.name}: {self.case.indicator.id}>"

    @property
    def region(self) -> Region:
        """Whose row it is."""
        return self.year.region

    @property
    def case(self) -> Case:
        """The row, with what its verdict needs."""
        return self.judged.case

    @property
    def status(self) -> Status | None:
        """What became of its target; `None` for a part without figures."""
        return status_of(self.judged)

    @property
    def wording(self) -> TargetWording:
        """How its target is worded."""
        return wording_of(self.case.target_in_force)

    @property
    def next_target(self) -> Cell | None:
        """The target of the next year in the same series."""
        return self.following.target_in_force if self.following and not self.succession else None

    @property
    def became(self) -> Fate | None:
        """What became of its target in the next year's plan; `None` where that is not there."""
        if not self.following:
            return Fate.DROPPED if self.year.following else None
        if self.succession:
            return Fate(self.succession)
        old, new = self.case, self.following
        return Fate(move_target(old.indicator, new.indicator, old.target_in_force, new.target_in_force).movement)


class Spread(NamedTuple):
    """The least, the middle and the greatest of some figures; of two in the middle their mean."""

    least: Decimal
    median: Decimal
    greatest: Decimal


class ComparedSeries(NamedTuple):
    """A series as regions have it: a row for each that does, and how many are without."""

    id: str
    measure: SeriesMeasure
    rows: tuple[ComparedRow, ...]
    without: int

    def __repr__(self) -> str:
        return f"<ComparedSeries {self.id}: {len(self.rows)} regions>"

    @property
    def name(self) -> str:
        """The name that most regions print, the first where none is printed more often."""
        return Counter(row.case.indicator.name for row in self.rows).most_common(1)[0][0]

    @property
    def name_en(self) -> str:
        """The English name that most regions have; empty where none has one."""
        named = Counter(filter(None, (row.case.indicator.name_en for row in self.rows)))
        return named.most_common(1)[0][0] if named else ""

    @property
    def counts(self) -> "Counter[Status | None]":
        """How many of its rows have each status."""
        return Counter(row.status for row in self.rows)

    @property
    def targets(self) -> Spread | None:
        """How the figures of its targets spread; `None` where it has none."""
        return spread_of(row.target for row in self.rows)

    @property
    def actuals(self) -> Spread | None:
        """How the figures of its results spread; `None` where it has none."""
        return spread_of(row.actual for row in self.rows)

    @property
    def units(self) -> tuple[str, ...]:
        """The units that regions print it in, that of the series first."""
        printed = (row.case.indicator.unit for row in self.rows)
        return tuple(dict.fromkeys(filter(None, (self.measure.unit, *printed))))


class Comparison(NamedTuple):
    """A year of many regions: its series, those that most regions share first."""

    year: int
    series: tuple[ComparedSeries, ...]

    def __repr__(self) -> str:
        return f"<Comparison of {self.year}: {len(self.series)} series>"

    def select(
        self, statuses: Collection[Status] = (), order: RegionOrder = RegionOrder.CODE
    ) -> "tuple[ComparedSeries, ...]":
        """Return each series with the rows that have one of `statuses`, or with all, in `order`; ranks stay."""

        def wanted(series: ComparedSeries) -> Iterable[ComparedRow]:
            return (row for row in series.rows if not statuses or row.status in statuses)

        return tuple(each._replace(rows=_sorted(each, wanted(each), order)) for each in self.series)


def compare(year: int, years: Iterable[RegionYear], regions: int, least: int = 1) -> Comparison:
    """Return the series of a year that at least so many regions have, parts too, out of so many regions in all."""
    found: dict[str, list[tuple[RegionYear, Judged]]] = defaultdict(list)
    for each in years:
        for judged in each.assessment.rows:
            found[judged.case.indicator.id].append((each, judged))
    shared = [_series(id, rows, regions) for id, rows in found.items() if len(rows) >= least]
    return Comparison(year, tuple(sorted(shared, key=lambda each: (-len(each.rows), each.id))))


def spread_of(sizes: Iterable[Decimal | None]) -> Spread | None:
    """Return how figures spread; `None` where there is none."""
    there = [size for size in sizes if size is not None]
    return Spread(min(there), median(there), max(there)) if there else None


def _series(id: str, rows: Sequence[tuple[RegionYear, Judged]], regions: int) -> ComparedSeries:
    measure = measure_of(judged.case for _, judged in rows)
    compared = [_row(year, judged, measure) for year, judged in sorted(rows, key=lambda row: row[0].region.code)]
    ranks = _ranks([row.actual for row in compared if row.actual is not None], measure)
    ranked = (row._replace(rank=ranks.get(row.actual) if row.actual is not None else None) for row in compared)
    return ComparedSeries(id, measure, tuple(ranked), regions - len(rows))


def _row(year: RegionYear, judged: Judged, measure: SeriesMeasure) -> ComparedRow:
    following, succession = _following(judged.case.indicator.id, year.following)
    target, actual = measure.target_of(judged.case), measure.actual_of(judged.case)
    return ComparedRow(year, judged, target, actual, None, following, succession)


def _following(id: str, plan: Plan | None) -> tuple[Case | None, Succession | None]:
    rows = plan.rows if plan else ()
    if same := next((case for case in rows if case.indicator.id == id), None):
        return same, None
    for case in rows:
        if (follows := case.indicator.follows) and follows.id == id:
            return case, follows.relation
    return None, None


def _ranks(sizes: Sequence[Decimal], measure: SeriesMeasure) -> dict[Decimal, int]:
    """Return the rank of each size: one more than there are better ones."""
    ranks: dict[Decimal, int] = {}
    for rank, size in enumerate(sorted(sizes, reverse=measure.higher_first), 1):
        ranks.setdefault(size, rank)
    return ranks


def _sorted(series: ComparedSeries, rows: Iterable[ComparedRow], order: RegionOrder) -> tuple[ComparedRow, ...]:
    sign = -1 if series.measure.higher_first else 1

    def key(row: ComparedRow) -> tuple[bool, Decimal]:
        match order:
            case RegionOrder.GAP:
                size = _gap(row)
            case RegionOrder.ACTUAL:
                size = None if row.actual is None else sign * row.actual
            case RegionOrder.TARGET:
                size = None if row.target is None else sign * row.target
            case RegionOrder.CODE:
                size = None
        return size is None, size or Decimal(0)

    return tuple(sorted(rows, key=key))


def _gap(row: ComparedRow) -> Decimal | None:
    """Return how far a result is from its target: in per cent of it, or in points where it is a rate."""
    gap = row.judged.gap
    if gap is None:
        return None
    return gap.size if gap.shown_percent is None else gap.shown_percent

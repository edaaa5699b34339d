"""One series of many regions through the years, and where it was redefined on the way."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planctl.corpus.measure import SeriesMeasure, measure_of
from planctl.judging.assessment import Assessment, status_of
from planctl.judging.cases import Judged
from planctl.judging.verdict import Status
from planctl.report.model import Region, Succession
from planctl.report.plan import Case


class SeriesYear(NamedTuple):
    """A region's row of one year, judged."""

    year: int
    judged: Judged

    @property
    def case(self) -> Case:
        """The row, with what its verdict needs."""
        return self.judged.case

    @property
    def status(self) -> Status | None:
        """What became of its target; `None` for a part without figures."""
        return status_of(self.judged)

    @property
    def final_status(self) -> Status | None:
        """What becomes of the target by final figures; `None` where there are none."""
        return self.judged.other.status if self.judged.other else None


class Break(NamedTuple):
    """From a year on, a series goes on from another one, or another one goes on from it: they are no one line."""

    year: int
    earlier: str
    later: str
    relation: Succession


class RegionSeries(NamedTuple):
    """A region's years in a series, in order, and where another series comes before it or after it."""

    region: Region
    years: tuple[SeriesYear, ...]
    breaks: tuple[Break, ...]


class SeriesThroughYears(NamedTuple):
    """A series of many regions: by code, with all years that any of them has it in, and its measure."""

    id: str
    measure: SeriesMeasure
    regions: tuple[RegionSeries, ...]

    def __repr__(self) -> str:
        return f"<SeriesThroughYears {self.id}: {len(self.regions)} regions>"

    @property
    def years(self) -> tuple[int, ...]:
        """All years in which a region has it."""
        return tuple(sorted({each.year for region in self.regions for each in region.years}))

    @property
    def names(self) -> tuple[str, str]:
        """Its name and its English name, as the last year of the first region has it."""
        last = self.regions[0].years[-1].case.indicator
        return last.name, last.name_en


def through_years(id: str, regions: Iterable[Sequence[Assessment]]) -> SeriesThroughYears:
    """Return a series of regions, each given with its years; raises `ValueError` where no region has it."""
    found = [region for years in regions if (region := _region(id, years)).years]
    if not found:
        raise ValueError(f"no region has a series {id}")
    measure = measure_of(year.case for region in found for year in region.years)
    return SeriesThroughYears(id, measure, tuple(sorted(found, key=lambda each: each.region.code)))


def _region(id: str, assessments: Sequence[Assessment]) -> RegionSeries:
    ordered = sorted(assessments, key=lambda each: each.plan.year)
    years, breaks = [], []
    for assessment in ordered:
        for judged in assessment.rows:
            row, year = judged.case.indicator, assessment.plan.year
            if row.id == id:
                years.append(SeriesYear(year, judged))
            if (follows := row.follows) and id in (row.id, follows.id):
                breaks.append(Break(year, follows.id, row.id, follows.relation))
    return RegionSeries(ordered[0].plan.region, tuple(years), tuple(breaks))

"""What there is of a region: the years of its files, how many rows they have, and how many nobody has compared."""

from collections.abc import Iterable
from typing import NamedTuple

from planctl.report.model import Region
from planctl.report.plan import Plan
from planctl.report.regions import RegionLevel, level_of


class RegionOverview(NamedTuple):
    """A region, the years that there are files of by their kind, and the rows and drafts of all of them.

    `is_known` is whether the table of regions has its code.
    """

    region: Region
    is_known: bool
    targets: tuple[int, ...]
    outcomes: tuple[int, ...]
    projects: tuple[int, ...]
    rows: int
    drafts: int

    @property
    def level(self) -> RegionLevel:
        """How high the region is, by its code."""
        return level_of(self.region.code)


def overview_of(plans: Iterable[Plan], *, is_known: bool) -> RegionOverview:
    """Return what there is of a region, by the plans of all its years; raises `ValueError` without any."""
    years = sorted(plans, key=lambda plan: plan.year)
    if not years:
        raise ValueError("a region has a year at least")

    def of_kind(kind: str) -> tuple[int, ...]:
        return tuple(plan.year for plan in years if any(report.kind == kind for report in plan.reports))

    return RegionOverview(
        region=years[-1].region,
        is_known=is_known,
        targets=of_kind("targets"),
        outcomes=of_kind("indicators"),
        projects=of_kind("projects"),
        rows=sum(len(plan.rows) for plan in years),
        drafts=sum(plan.drafts() for plan in years),
    )

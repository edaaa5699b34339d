"""What there is of a region: the years of its files, how many rows they have, and how many nobody has compared."""

from collections.abc import Iterable
from typing import NamedTuple

from planctl.report.model import Region
from planctl.report.narrowing import Outline
from planctl.report.plan import FINAL
from planctl.report.regions import RegionLevel, level_of


class RegionOverview(NamedTuple):
    """A region, the years that there are files of by their kind, and the rows and drafts of all of them.

    `is_known` is whether the table of regions has its code. A row that has a target and a result in a year is one.
    """

    region: Region
    is_known: bool
    targets: tuple[int, ...]
    outcomes: tuple[int, ...]
    finals: tuple[int, ...]
    projects: tuple[int, ...]
    rows: int
    drafts: int

    @property
    def level(self) -> RegionLevel:
        """How high the region is, by its code."""
        return level_of(self.region.code)


def overview_of(outlines: Iterable[Outline], *, is_known: bool) -> RegionOverview:
    """Return what there is of a region, by the outlines of its files; raises `ValueError` without any."""
    files = sorted(outlines, key=lambda outline: outline.year)
    if not files:
        raise ValueError("a region has a file at least")

    def of_kind(kind: str) -> tuple[int, ...]:
        return tuple(file.year for file in files if file.kind == kind)

    return RegionOverview(
        region=files[-1].region,
        is_known=is_known,
        targets=of_kind("targets"),
        outcomes=of_kind("indicators"),
        finals=of_kind(FINAL),
        projects=of_kind("projects"),
        rows=len({(file.year, id) for file in files for id in file.rows}),
        drafts=len({(file.year, id) for file in files for id in file.drafts}),
    )

"""Each region's year, folded up on the page of many regions: its indicators as `planctl status` shows them."""

from collections.abc import Sequence
from typing import NamedTuple

from planctl.corpus.comparing import RegionYear
from planctl.report.model import Region
from planctl.showing.fields import Fields
from planctl.showing.indicator import StatusRow, shown_fields, status_rows
from planctl.showing.look import Look
from planctl.showing.page.cells import NAMES, TableCell, cells_of, columns_of
from planctl.showing.status import counted

UNSHOWN = NAMES | {"number", "unit", "bar"}


class FoldedRow(NamedTuple):
    """An indicator or part, and its cells."""

    id: str
    name: str
    name_en: str
    unit: str
    is_part: bool
    cells: list[TableCell]


class FoldedRegion(NamedTuple):
    """A region with its counts in words, the heads of the columns behind the names, and its rows."""

    region: Region
    counts: str
    heads: list[tuple[str, str]]
    rows: tuple[FoldedRow, ...]


def folded_regions(years: Sequence[RegionYear], look: Look) -> tuple[FoldedRegion, ...]:
    """Return what the page has of each region, in their order."""
    return tuple(_region(each, look) for each in years)


def _region(year: RegionYear, look: Look) -> FoldedRegion:
    assessment = year.assessment
    rows = tuple(status_rows(assessment.plan, assessment.judged))
    fields, heads = columns_of(shown_fields(rows, assessment.vintage), look, UNSHOWN)
    counts = counted(assessment.counts, look.wording)
    return FoldedRegion(year.region, counts, heads, tuple(_row(row, fields, look) for row in rows))


def _row(row: StatusRow, fields: Fields[StatusRow], look: Look) -> FoldedRow:
    styles = {"verdict": f"verdict {row.status.value if row.status else 'none'}", "because": "quiet"}
    indicator = row.indicator
    return FoldedRow(
        id=indicator.id,
        name=f"{indicator.prefix}{indicator.name}",
        name_en=indicator.name_en if look.wording.is_english else "",
        unit=indicator.unit,
        is_part=row.part_of is not None,
        cells=cells_of(fields, row, look, styles),
    )

"""A matrix of regions and series: in each cell what became of the target, and the result."""

from collections.abc import Sequence
from typing import NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.report.model import Region
from planctl.showing.look import Look
from planctl.showing.page.limits import MOST_REGIONS
from planctl.showing.pieces import cell_text


class MatrixCell(NamedTuple):
    """What a region has of a series: its verdict, its sign and result, and both with the target in words."""

    status: str
    sign: str
    text: str
    told: str


class MatrixRow(NamedTuple):
    """A region with a cell for each series; `None` for one that it has not."""

    region: Region
    cells: tuple[MatrixCell | None, ...]


class Matrix(NamedTuple):
    """The rows by the codes of their regions, and how many regions more there are."""

    rows: tuple[MatrixRow, ...]
    left_out: int


def matrix_of(regions: Sequence[Region], series: Sequence[ComparedSeries], look: Look) -> Matrix:
    """Return those of some regions that there is room for, with a column for each series."""
    found = [{row.region: row for row in each.rows} for each in series]
    rows = (
        MatrixRow(region, tuple(_cell(each[region], look) if region in each else None for each in found))
        for region in regions[:MOST_REGIONS]
    )
    return Matrix(tuple(rows), max(len(regions) - MOST_REGIONS, 0))


def _cell(row: ComparedRow, look: Look) -> MatrixCell:
    wording, unit = look.wording, row.case.indicator.unit
    status = wording.term(row.status) if row.status else wording.say("no figure")
    target = cell_text(row.case.target_in_force, unit) or wording.say("none")
    actual = cell_text(row.case.actual, unit) or wording.say("none")
    said = (wording.say("target {cell}", cell=target), wording.say("actual {cell}", cell=actual))
    return MatrixCell(
        status=row.status.value if row.status else "none",
        sign=look.signs.status[row.status] if row.status else "",
        text=f"{row.actual:f}" if row.actual is not None else "",
        told=wording.semicolon.join((status, *said)),
    )

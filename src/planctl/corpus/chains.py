"""Targets from level to level: what a region asks beside the region above it (层层加码)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.diff.marks import move_target
from planctl.diff.movement import Movement
from planctl.report.regions import NATION
from planctl.values.units import is_rate

POINTS = "points"
"""The unit of a difference of rates."""


class Position(StrEnum):
    """How a region's figure stands to that of the level above: above it, the same, or below it."""

    ABOVE = "above"
    SAME = "same"
    BELOW = "below"
    INCOMPARABLE = "incomparable"


class ChainLink(NamedTuple):
    """A region's row, and that of the nearest region above it that has the series.

    `above` is `None` where none of them has it; `missing` are the codes between them, or up to the nation, of which
    there is no target. `difference` is the region's figure minus that above it, in the region's unit, or in points.
    """

    row: ComparedRow
    above: ComparedRow | None
    missing: tuple[str, ...]
    movement: Movement | None = None
    difference: Decimal | None = None
    unit: str = ""

    @property
    def position(self) -> Position | None:
        """How its figure stands to that above it; `None` where nothing is above it."""
        if self.above is None:
            return None
        if self.difference is None:
            return Position.SAME if self.movement is Movement.UNCHANGED else Position.INCOMPARABLE
        return Position.SAME if not self.difference else Position.ABOVE if self.difference > 0 else Position.BELOW

    @property
    def asks(self) -> str | None:
        """Whether it asks more than the level above, less, or the same; `None` where that cannot be said.

        Nor can it of amounts: a city is to make fewer jobs than its province, however much it asks.
        """
        is_amount = self.difference is not None and self.unit != POINTS
        return _ASKS.get(self.movement) if self.movement and not is_amount else None


_ASKS = {Movement.RAISED: "more", Movement.LOWERED: "less", Movement.UNCHANGED: "same"}


class Chains(NamedTuple):
    """A series from level to level: its links in the order of codes, each region below those that it is in."""

    year: int
    series: ComparedSeries
    links: tuple[ChainLink, ...]

    def __repr__(self) -> str:
        return f"<Chains of {self.series!r} in {self.year}: {len(self.links)}>"

    @property
    def counts(self) -> Mapping[Position | None, int]:
        """How many regions stand in which position to the level above them."""
        return Counter(link.position for link in self.links)


def chain(year: int, series: ComparedSeries, above: Callable[[str], str]) -> Chains:
    """Return each region of a series under the level above it; `above` is the code that a code is directly in."""
    rows = {row.region.code: row for row in series.rows}
    return Chains(year, series, tuple(_link(row, rows, tuple(_ladder(row.region.code, above))) for row in series.rows))


def _ladder(code: str, above: Callable[[str], str]) -> Iterable[str]:
    """Yield the codes above one, the nearest first."""
    while code != NATION:
        code = above(code)
        yield code


def _link(row: ComparedRow, rows: Mapping[str, ComparedRow], ladder: tuple[str, ...]) -> ChainLink:
    found = next((index for index, code in enumerate(ladder) if code in rows), None)
    if found is None:
        return ChainLink(row, None, ladder)
    upper = rows[ladder[found]]
    target, other = row.case.target_in_force, upper.case.target_in_force
    moved = move_target(upper.case.indicator, row.case.indicator, other, target)
    size, unit = (moved.shift.size, moved.shift.unit) if moved.shift else (None, "")
    return ChainLink(row, upper, ladder[:found], moved.movement, size, POINTS if is_rate(unit) else unit)

"""How far off the rows are: rates by points, anything else in per cent of its target, the missed apart from the met."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planctl.judging.cases import Judged
from planctl.judging.statuses import Status
from planctl.showing.page.rows import Row
from planctl.showing.page.stacks import StackSide, from_middle
from planctl.values.units import has_points


class RankedBy(StrEnum):
    """What rows are ranked by."""

    POINTS = "points"
    PERCENT = "percent"


FIRST = (Status.UNMET, *(each for each in Status if each is not Status.UNMET))
MOST = {RankedBy.POINTS: Decimal(10), RankedBy.PERCENT: Decimal(100)}
"""A bar as long as that fills its side; no longer one is drawn."""


class Ranked(NamedTuple):
    """A row with the gap that it is ranked by, as a number and as a length to one side."""

    row: Row
    size: Decimal
    side: StackSide


class Ranking(NamedTuple):
    """The rows of one verdict that one measure compares, the worst first."""

    status: Status
    measure: RankedBy
    rows: tuple[Ranked, ...]


def rankings(judged: Iterable[Judged], rows: Mapping[str, Row]) -> tuple[Ranking, ...]:
    """Return the rows that have a gap, by verdict and measure; against a target of zero nothing is in per cent."""
    found: dict[tuple[Status, RankedBy], list[Ranked]] = {}
    for each in judged:
        measure, size = _gap(each)
        if each.verdict and size is not None:
            ranked = Ranked(rows[each.case.indicator.id], size, from_middle(size, MOST[measure]))
            found.setdefault((each.verdict.status, measure), []).append(ranked)
    groups = [(status, measure) for status in FIRST for measure in RankedBy if (status, measure) in found]
    return tuple(Ranking(*group, tuple(sorted(found[group], key=lambda each: each.size))) for group in groups)


def _gap(judged: Judged) -> tuple[RankedBy, Decimal | None]:
    gap = judged.gap
    if gap and has_points(gap.limit.unit):
        return RankedBy.POINTS, gap.size
    return RankedBy.PERCENT, gap.percent if gap else None

"""The breakdowns of a programme, held against its figures."""

from typing import NamedTuple

from planctl.model import Breakdown, Measure, Programme
from planctl.sums import Agreement, Sum, add_up

WORST_FIRST = tuple(reversed(Agreement))


class Held(NamedTuple):
    """A breakdown, and the sum of its items for each measure that all of them print."""

    breakdown: Breakdown
    sums: tuple[tuple[Measure, Sum], ...]

    def sum(self, measure: Measure) -> Sum | None:
        """Return the sum of a measure."""
        return dict(self.sums).get(measure)

    @property
    def agreement(self) -> Agreement | None:
        """The worst agreement of all measures; `None` where no sum has a printed figure to be held against."""
        found = {each.agreement for _, each in self.sums}
        return next((agreement for agreement in WORST_FIRST if agreement in found), None)


def hold(programme: Programme) -> tuple[Held, ...]:
    """Return each breakdown of a programme with its sums."""
    return tuple(_hold(programme, breakdown) for breakdown in programme.breakdowns)


def _hold(programme: Programme, breakdown: Breakdown) -> Held:
    sums = (
        (measure, add_up(programme.figures.of(measure), [item.figures.of(measure) for item in breakdown.items]))
        for measure in Measure
    )
    return Held(breakdown, tuple((measure, found) for measure, found in sums if found))

"""The breakdowns of a programme, held against its figures."""

from typing import NamedTuple

from planctl.judging.sums import Sum, SumAgreement, add_up, plain_figure
from planctl.report.model import Breakdown, Item, Measure, Programme


class Held(NamedTuple):
    """A breakdown, and the sum of its items for each measure that all of them print.

    A single item (其中产业项目32个) is not all of a programme, and is held against nothing.
    """

    breakdown: Breakdown
    sums: tuple[tuple[Measure, Sum], ...]

    def sum(self, measure: Measure) -> Sum | None:
        """Return the sum of a measure."""
        return dict(self.sums).get(measure)

    def unsummed(self, measure: Measure) -> tuple[Item, ...]:
        """Return the items for whose sake there is no sum of a measure that others print: without a plain figure.

        All of them, where each has one and their units differ in kind.
        """
        cells = [(item, item.figures.of(measure)) for item in self.breakdown.items]
        if self.sum(measure) or not any(cell for _, cell in cells):
            return ()
        return tuple(item for item, cell in cells if not plain_figure(cell)) or self.breakdown.items

    @property
    def worst(self) -> tuple[Measure, Sum] | None:
        """The sum that agrees least with what is printed, of equal ones that of the money planned for the year.

        `None` where no sum has a printed figure to be held against.
        """
        held = [(measure, found) for measure, found in reversed(self.sums) if found.agreement]
        return max(
            held, key=lambda each: tuple(SumAgreement).index(each[1].agreement or SumAgreement.EXACT), default=None
        )

    @property
    def agreement(self) -> SumAgreement | None:
        """How that one agrees."""
        return self.worst[1].agreement if self.worst else None


def hold(programme: Programme) -> tuple[Held, ...]:
    """Return each breakdown of a programme with its sums."""
    return tuple(_hold(programme, breakdown) for breakdown in programme.breakdowns)


def _hold(programme: Programme, breakdown: Breakdown) -> Held:
    whole = programme.figures if len(breakdown.items) > 1 else None
    sums = (
        (measure, add_up(whole and whole.of(measure), [item.figures.of(measure) for item in breakdown.items]))
        for measure in Measure
    )
    return Held(breakdown, tuple((measure, found) for measure, found in sums if found))

"""A year's plan watched within the year: how each indicator stands by a month, and how many stand how."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from planctl.judging.assessment import Order
from planctl.judging.progress import Known, Pace, Watched, watch
from planctl.judging.rules import AS_JUDGED, Policy
from planctl.messages.message import PlanctlError, say
from planctl.report.model import Kind
from planctl.report.plan import PROGRESS, Plan
from planctl.values.meanings import Due


class PaceCounts(NamedTuple):
    """How many indicators stand how to what is due."""

    total: int
    on_course: int
    behind: int
    undetermined: int


class PlanProgress:
    """A plan with how each of its indicators stands by a month."""

    def __init__(self, plan: Plan, month: int, watched: tuple[Watched, ...]) -> None:
        self.plan = plan
        self.month = month
        self.watched = watched

    def __repr__(self) -> str:
        """Show whose plan it is, up to which month, and its counts."""
        counts = ", ".join(f"{number} {name}" for name, number in self.counts._asdict().items() if number)
        return f"<{type(self).__name__} of {self.plan.region.name}, up to {self.until}: {counts}>"

    @property
    def until(self) -> str:
        """The month up to which it was asked for, with its year."""
        return month_of(self.plan.year, self.month)

    @cached_property
    def rows(self) -> tuple[Watched, ...]:
        """All indicators in printed order, each followed by its parts."""
        return tuple(row for each in self.watched for row in (each, *each.parts))

    @cached_property
    def counts(self) -> PaceCounts:
        """The counts of all indicators."""
        found = Counter(each.pace for each in self.watched if each.pace)
        return PaceCounts(found.total(), *(found[pace] for pace in Pace))

    @cached_property
    def undecided(self) -> tuple[str, ...]:
        """The ids of the rows that have a figure, and of which nothing says what is due."""
        return tuple(
            row.case.indicator.id for row in self.rows if row.figure and row.headway and row.headway.due is None
        )

    def select(
        self, paces: frozenset[Pace] = frozenset(), kind: Kind | None = None, order: Order = Order.PRINTED
    ) -> "WatchedSelection":
        """Return the indicators of `kind` that stand one of these ways, or any where none is named, in `order`."""
        rows = [
            each
            for each in self.watched
            if (not paces or each.pace in paces) and kind in (None, each.case.indicator.kind)
        ]
        return WatchedSelection(self, tuple(sorted(rows, key=_gap_key) if order is Order.GAP else rows))


class WatchedSelection(NamedTuple):
    """Some rows of a plan within its year, in the order to show them; counts stay those of the whole."""

    progress: PlanProgress
    rows: tuple[Watched, ...]


def month_of(year: int, month: int) -> str:
    """Return a month as it is written in the data: 2023-06."""
    return f"{year}-{month:02}"


def watch_plan(
    plan: Plan, month: int, due: Callable[[str, str], Due | None], policy: Policy = AS_JUDGED
) -> PlanProgress:
    """Return how each indicator of a plan stands by a month, by its last figure until then.

    `due` says of a name with a unit what is due of its targets within the year, where that is known. Raises
    `PlanctlError` where there is no figure up to that month.
    """
    figures = plan.figures_until(month)
    if not figures:
        remedy = say("{file} would have them, as docs/data.md says", file=f"{PROGRESS}_{plan.year}.yaml")
        until = month_of(plan.year, month)
        raise PlanctlError(say("there are no figures up to {month}; {remedy}", month=until, remedy=remedy))
    known = Known(figures, due, policy)
    return PlanProgress(plan, month, tuple(watch(case, known) for case in plan.cases))


def _gap_key(row: Watched) -> tuple[bool, Decimal]:
    percent = row.headway.gap_percent if row.headway else None
    return (percent is None, percent if percent is not None else Decimal(0))

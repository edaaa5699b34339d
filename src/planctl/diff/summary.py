"""The changes counted, followed from the misses, and selected. Selecting never changes what is counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from planctl.diff.bridge import Bridge
from planctl.diff.changes import Added, Change, Diff, Dropped, Paired, Relation, with_parts
from planctl.diff.fate import ChangeOrder, Fate
from planctl.diff.movement import Movement, meaning_of
from planctl.grammar.readings import demanded
from planctl.judging.assessment import status_of
from planctl.judging.verdict import Status
from planctl.report.model import Indicator, Kind
from planctl.report.plan import Plan

Member = TypeVar("Member", bound=StrEnum)


class PlanSide(NamedTuple):
    """How many rows one of the plans has, and how its indicators are related to the other; these add up to `total`."""

    total: int
    parts: int
    constraint: int
    constraint_without_figure: int
    relations: dict[Relation, int]


class DiffSummary(NamedTuple):
    """What two plans come to: their sizes, and what became of their indicators.

    `missed` follows the indicators that were unmet before, and `missed_parts` their parts that were; `parts` counts the
    parts as `fates` counts the indicators.
    """

    before: PlanSide
    after: PlanSide
    fates: dict[Fate, int]
    missed: dict[Fate, int]
    missed_parts: dict[Fate, int]
    parts: dict[Fate, int]


class Selected(NamedTuple):
    """Some changes of a diff, in the order to show them, and the bridges to show with them, if any are asked for."""

    diff: Diff
    changes: tuple[Change, ...]
    order: ChangeOrder = ChangeOrder.PRINTED
    bridges: Mapping[str, Bridge] | None = None


def fate(change: Change) -> Fate:
    """Return what became of a change's target: what its relation says, or else how the target moved."""
    if isinstance(change, Paired) and change.relation in (Relation.KEPT, Relation.RENAMED):
        return Fate(change.moved.movement)
    return Fate(change.relation)


def is_change(change: Change) -> bool:
    """Return whether anything changed in a row or its parts: its name, its target, or a mark that tells of a change."""
    if not isinstance(change, Paired) or change.relation is not Relation.KEPT:
        return True
    told = any(mark.tells_of_change for mark in change.marks)
    return change.moved.movement is not Movement.UNCHANGED or told or any(map(is_change, change.parts))


def summarize(diff: Diff) -> DiffSummary:
    """Return the counts of a whole diff."""
    parts = tuple(part for change in diff.changes for part in with_parts(change.parts))
    before, after = _by_row(diff, 0), _by_row(diff, -1)
    missed = [(row, change) for row, change in before.values() if _status(change) is Status.UNMET]
    return DiffSummary(
        before=_side(diff.before.plan, before),
        after=_side(diff.after, after),
        fates=_counted(Fate, map(fate, diff.changes)),
        missed=_counted(Fate, (fate(change) for row, change in missed if not row.is_part)),
        missed_parts=_counted(Fate, (fate(change) for row, change in missed if row.is_part)),
        parts=_counted(Fate, map(fate, parts)),
    )


def select(
    diff: Diff,
    statuses: frozenset[Status] = frozenset(),
    kind: Kind | None = None,
    fates: frozenset[Fate] = frozenset(),
    order: ChangeOrder = ChangeOrder.PRINTED,
) -> Selected:
    """Return the changes that meet each condition that is named, in an order.

    An indicator had one of `statuses` before, is of `kind` in either plan, and became one of `fates`, itself or a part.
    """
    rows = [
        change
        for change in diff.changes
        if (not statuses or any(_status(each) in statuses for each in _of_indicators(change)))
        and (kind is None or any(kind is row.kind for each in _of_indicators(change) for row in rows_of(each)))
        and (not fates or any(fate(each) in fates for each in with_parts((change,))))
    ]
    return Selected(diff, tuple(sorted(rows, key=_change_key) if order is ChangeOrder.CHANGE else rows), order)


def rows_of(change: Change) -> tuple[Indicator, ...]:
    """Return the rows of a change, the one before first."""
    match change:
        case Added(after):
            return (after.indicator,)
        case Dropped(before):
            return (before.case.indicator,)
        case Paired():
            return (change.before.case.indicator, change.after.indicator)


def _status(change: Change) -> Status | None:
    return None if isinstance(change, Added) else status_of(change.before)


def _of_indicators(change: Change) -> tuple[Change, ...]:
    """Return a change and those inside it of rows that were indicators of their own before."""
    inside = with_parts(change.parts)
    return (change, *(part for part in inside if not rows_of(part)[0].is_part))


def _by_row(diff: Diff, side: int) -> dict[str, tuple[Indicator, Change]]:
    """Return each row of a side (0 before, -1 after) with its change; of several, the one in which it is itself."""
    found: dict[str, tuple[Indicator, Change]] = {}
    for change in with_parts(diff.changes):
        absent = Added if side == 0 else Dropped
        if isinstance(change, absent):
            continue
        row = rows_of(change)[side]
        if row.id not in found or (isinstance(change, Paired) and not change.follows):
            found[row.id] = row, change
    return found


def _side(plan: Plan, changes: dict[str, tuple[Indicator, Change]]) -> PlanSide:
    constraint = [case for case in plan.cases if case.indicator.kind is Kind.CONSTRAINT]
    without = [case for case in constraint if not demanded(meaning_of(case.target_in_force), case.indicator.better)]
    relations = _counted(Relation, (change.relation for row, change in changes.values() if not row.is_part))
    return PlanSide(len(plan.cases), len(plan.rows) - len(plan.cases), len(constraint), len(without), relations)


def _counted(members: type[Member], found: Iterable[Member]) -> dict[Member, int]:
    counts = Counter(found)
    return {member: counts[member] for member in members}


def _change_key(change: Change) -> tuple[bool, Decimal]:
    """Return how much harder a target became, in per cent, and what has none after all others."""
    moved = change.moved if isinstance(change, Paired) else None
    if not moved or not moved.shift or moved.shift.percent is None:
        return True, Decimal(0)
    percent = abs(moved.shift.percent)
    return False, -percent if moved.movement is Movement.LOWERED else percent

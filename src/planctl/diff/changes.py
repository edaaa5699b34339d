"""What became of each indicator from one plan to the next: every row of both plans, each in one change.

A series that was split is in the change of each that goes on from it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planctl.diff.lineage import Link, link
from planctl.diff.marks import Mark, Pair, marks_of, move_target
from planctl.diff.movement import Moved, Movement, Standing, Stands, become, meaning_of, stand
from planctl.grammar.readings import as_growth
from planctl.judging.assessment import Assessment, assess
from planctl.judging.cases import NO_CELL, Judged
from planctl.report.model import Follows
from planctl.report.plan import Case, Plan
from planctl.values.meanings import combined


class Relation(StrEnum):
    """How the row of one plan is related to that of the other."""

    KEPT = "kept"
    RENAMED = "renamed"
    REDEFINED = "redefined"
    REPLACED = "replaced"
    ADDED = "added"
    DROPPED = "dropped"


class Paired(NamedTuple):
    """A row that goes on, as the same series or as one that follows it.

    `standing` is how the new target stands to the last result; `None` where there is no target or no result.
    """

    relation: Relation
    before: Judged
    after: Case
    moved: Moved
    standing: Stands | None
    marks: tuple[Mark, ...]
    follows: tuple[Follows, ...]
    parts: tuple["Change", ...]

    def __repr__(self) -> str:
        return f"<Paired {self.after.indicator.id}: {self.relation.value}, {self.moved.movement.value}>"

    @property
    def target(self) -> Movement | None:
        """What became of the target of one series; `None` where the row follows another, which is never compared."""
        return None if self.follows else self.moved.movement


class Added(NamedTuple):
    """A row that only the plan after has."""

    after: Case
    parts: tuple["Change", ...]

    def __repr__(self) -> str:
        return f"<Added {self.after.indicator.id}>"

    @property
    def relation(self) -> Relation:
        """Always `ADDED`."""
        return Relation.ADDED


class Dropped(NamedTuple):
    """A row that only the plan before has."""

    before: Judged
    parts: tuple["Change", ...]

    def __repr__(self) -> str:
        return f"<Dropped {self.before.case.indicator.id}>"

    @property
    def relation(self) -> Relation:
        """Always `DROPPED`."""
        return Relation.DROPPED


Change = Paired | Added | Dropped


class Diff(NamedTuple):
    """Two plans and all that changed between them: in the order of the plan after, what was dropped last."""

    before: Assessment
    after: Plan
    changes: tuple[Change, ...]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.before.plan!r} and {self.after!r}: {len(self.changes)} changes>"


def diff(before: Plan, after: Plan, between: Sequence[Plan] = ()) -> Diff:
    """Return what became of each indicator of `before` in `after`.

    `between` are the plans of the years between them. Parts stand inside the change of the row that they are printed
    under, in the plan after where they are in it.
    """
    assessment = assess(before)
    pairing = _Pairing(link(before, after, between), assessment)
    changes = [change for case in after.cases for change in pairing.changes(case)]
    return Diff(assessment, after, (*changes, *pairing.dropped(assessment.judged)))


def with_parts(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes, each followed by those of its parts."""
    return tuple(each for change in changes for each in (change, *with_parts(change.parts)))


class _Pairing:
    """The links between two plans, by either side."""

    def __init__(self, links: tuple[Link, ...], before: Assessment) -> None:
        self._old = {row.case.indicator.id: row for row in before.rows}
        self._links: Mapping[str, list[Link]] = defaultdict(list)
        self._home = {each.before: each for each in sorted(links, key=_farther, reverse=True)}
        self._shared = {row for row, number in Counter(each.before for each in links).items() if number > 1}
        for each in links:
            self._links[each.after].append(each)

    def changes(self, case: Case) -> tuple[Change, ...]:
        """Return the change that a row of the plan after is part of; several where it unites what others followed."""
        parts = tuple(change for part in case.parts for change in self.changes(part))
        pairs = sorted(self._links.get(case.indicator.id, ()), key=lambda pair: bool(pair.follows))
        if not pairs:
            return (Added(case, parts),)
        return tuple(self._pair(each, case, () if count else parts) for count, each in enumerate(pairs))

    def dropped(self, rows: Sequence[Judged]) -> tuple[Change, ...]:
        """Return those rows of the plan before that have none in the plan after; their parts may still have."""
        return tuple(Dropped(row, self.dropped(row.parts)) for row in rows if row.case.indicator.id not in self._home)

    def _pair(self, pair: Link, case: Case, parts: tuple[Change, ...]) -> Change:
        before = self._old[pair.before]
        lost = self.dropped(before.parts) if self._home[pair.before] is pair else ()
        return _paired(pair, before, case, (*parts, *lost), shared=pair.before in self._shared)


def _farther(pair: Link) -> tuple[bool, str]:
    """Return what ranks the links of one series: itself first, then by id, so that the order of rows is no matter."""
    return bool(pair.follows), pair.after


def _paired(pair: Link, before: Judged, after: Case, parts: tuple[Change, ...], *, shared: bool) -> Paired:
    old, new = before.case.indicator, after.indicator
    target, new_target = before.case.target_in_force, after.target_in_force
    better = combined(old.given, new.given).better
    actual = before.case.actual and as_growth(before.case.actual, new_target or NO_CELL, new.name)
    standing = stand(new_target, actual, better)
    if pair.succession:
        relation = Relation(pair.succession)
        moved = Moved(become(meaning_of(target), meaning_of(new_target), better))
        standing = standing and Stands(Standing.INCOMPARABLE)
    else:
        relation = Relation.KEPT if old.name == new.name else Relation.RENAMED
        moved = move_target(old, new, target, new_target)
    marks = marks_of(Pair(before, after, pair.follows, moved.movement, standing, shared))
    return Paired(relation, before, after, moved, standing, marks, pair.follows, parts)

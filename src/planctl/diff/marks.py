"""What a reader should know of a pair of rows beside what became of the target: one condition for each mark."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from planctl.diff.movement import Moved, Movement, Stands, meaning_of, move
from planctl.grammar.readings import demanded
from planctl.judging.cases import Judged
from planctl.judging.verdict import Status
from planctl.report.model import Follows, Indicator, Kind, Redefinition
from planctl.report.plan import Case
from planctl.values.meanings import (
    Between,
    Blank,
    Bounded,
    Cell,
    Comparator,
    Direction,
    Discontinued,
    Meaning,
    Relative,
    combined,
)
from planctl.values.units import convert


class Mark(StrEnum):
    """A mark on a pair of rows, told in this order."""

    CONSTRAINT_LOST = "constraint-lost"
    CONSTRAINT_GAINED = "constraint-gained"
    REINSTATED = "reinstated"
    BASIS_CHANGED = "basis-changed"
    UNIT_CHANGED = "unit-changed"
    COMPARATOR_CHANGED = "comparator-changed"
    RANGE_CHANGED = "range-changed"
    TO_FIGURE = "to-figure"
    PLACE_CHANGED = "place-changed"
    SHARED = "shared"
    ADJUSTED = "adjusted"
    PRINTED_TARGET_DIFFERS = "printed-target-differs"
    ESTIMATED = "estimated"
    ROUNDING_SENSITIVE = "rounding-sensitive"
    ABOUT = "about"

    @property
    def tells_of_change(self) -> bool:
        """Whether it says that a row changed, rather than what its figures rest on."""
        return self in CHANGING


CHANGING = frozenset(
    [
        Mark.CONSTRAINT_LOST,
        Mark.CONSTRAINT_GAINED,
        Mark.REINSTATED,
        Mark.BASIS_CHANGED,
        Mark.UNIT_CHANGED,
        Mark.COMPARATOR_CHANGED,
        Mark.RANGE_CHANGED,
        Mark.TO_FIGURE,
        Mark.PLACE_CHANGED,
    ]
)


class Pair(NamedTuple):
    """Two rows that belong together, and what has been found of them."""

    before: Judged
    after: Case
    follows: tuple[Follows, ...]
    movement: Movement
    standing: Stands | None
    shared: bool

    @property
    def old(self) -> Indicator:
        """The row before."""
        return self.before.case.indicator

    @property
    def new(self) -> Indicator:
        """The row after."""
        return self.after.indicator

    @property
    def better(self) -> Direction:
        """Whether more or less is better."""
        return combined(self.old.given, self.new.given).better

    @property
    def meanings(self) -> tuple[Meaning, Meaning]:
        """What the targets mean that are in force."""
        return meaning_of(self.before.case.target_in_force), meaning_of(self.after.target_in_force)

    @property
    def comparators(self) -> tuple[Comparator | None, Comparator | None]:
        """The comparators as printed; `None` for what is no single figure."""
        old, new = map(_comparator, self.meanings)
        return old, new


def marks_of(pair: Pair) -> tuple[Mark, ...]:
    """Return the marks of a pair, in their order."""
    return tuple(mark for mark in Mark if CONDITIONS[mark](pair))


def move_target(old: Indicator, new: Indicator, before: Cell | None, after: Cell | None) -> Moved:
    """Return what became of a target of the row `old` as one of the row `new`, which is the same series.

    Relative targets are measured by the same indicator where the data says so by its id, or else by its name.
    """
    if old.reference and new.reference:
        same = old.reference == new.reference
    else:
        names = [meaning.reference for meaning in map(meaning_of, (before, after)) if isinstance(meaning, Relative)]
        same = len(set(names)) < 2
    return move(before, after, combined(old.given, new.given).better, same_reference=same)


def _comparator(meaning: Meaning) -> Comparator | None:
    return meaning.comparator if isinstance(meaning, Bounded) else None


def _of_kinds(pair: Pair, before: Kind, after: Kind) -> bool:
    indicators = not pair.old.is_part and not pair.new.is_part
    return indicators and (pair.old.kind, pair.new.kind) == (before, after)


def _reinstated(pair: Pair) -> bool:
    verdict = pair.before.verdict
    dropped = verdict is not None and verdict.status is Status.DISCONTINUED
    back = not isinstance(pair.meanings[1], Blank | Discontinued)
    return dropped and back and not isinstance(meaning_of(pair.after.actual), Discontinued)


def _basis_changed(pair: Pair) -> bool:
    return any(follows.change is Redefinition.BASIS for follows in pair.follows)


def comparator_changed(old: Meaning, new: Meaning) -> bool:
    """Return whether two figures or ranges print another way to stand to them."""
    both = isinstance(old, Bounded | Between) and isinstance(new, Bounded | Between)
    return both and _comparator(old) is not _comparator(new)


def _range_changed(pair: Pair) -> bool:
    old, new = pair.meanings
    if not (isinstance(old, Between) and isinstance(new, Between)):
        return False
    return (convert(old.low, new.low.unit), convert(old.high, new.high.unit)) != (
        convert(new.low, new.low.unit),
        convert(new.high, new.high.unit),
    )


def _unit_changed(pair: Pair) -> bool:
    old, new = (demanded(meaning, pair.better) for meaning in pair.meanings)
    units = (old.figure.unit, new.figure.unit) if old and new else (pair.old.unit, pair.new.unit)
    return units[0] != units[1]


def _to_figure(pair: Pair) -> bool:
    old, new = (demanded(meaning, pair.better) for meaning in pair.meanings)
    return new is not None and old is None


def _printed_differs(pair: Pair) -> bool:
    if pair.follows or not (pair.old.adjusted or pair.new.adjusted):
        return False
    return move_target(pair.old, pair.new, pair.old.target, pair.new.target).movement is not pair.movement


CONDITIONS: dict[Mark, Callable[[Pair], bool]] = {
    Mark.CONSTRAINT_LOST: lambda pair: _of_kinds(pair, Kind.CONSTRAINT, Kind.EXPECTED),
    Mark.CONSTRAINT_GAINED: lambda pair: _of_kinds(pair, Kind.EXPECTED, Kind.CONSTRAINT),
    Mark.REINSTATED: _reinstated,
    Mark.BASIS_CHANGED: _basis_changed,
    Mark.UNIT_CHANGED: _unit_changed,
    Mark.COMPARATOR_CHANGED: lambda pair: comparator_changed(*pair.meanings),
    Mark.RANGE_CHANGED: _range_changed,
    Mark.TO_FIGURE: _to_figure,
    Mark.PLACE_CHANGED: lambda pair: pair.old.is_part != pair.new.is_part,
    Mark.SHARED: lambda pair: pair.shared,
    Mark.ADJUSTED: lambda pair: bool(pair.old.adjusted or pair.new.adjusted),
    Mark.PRINTED_TARGET_DIFFERS: _printed_differs,
    Mark.ESTIMATED: lambda pair: bool(pair.standing and pair.old.actual and pair.old.actual.estimated),
    Mark.ROUNDING_SENSITIVE: lambda pair: bool(pair.standing and pair.standing.rounding_sensitive),
    Mark.ABOUT: lambda pair: Comparator.ABOUT in (*pair.comparators, _comparator(meaning_of(pair.before.case.actual))),
}

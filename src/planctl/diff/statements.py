"""The figures in the prose: found by what one types, and laid beside those of the year before that they take up."""

from enum import StrEnum
from typing import NamedTuple

from planctl.diff.marks import Mark, comparator_changed
from planctl.diff.movement import Moved, Movement, move
from planctl.report.model import Statement
from planctl.report.plan import Plan
from planctl.values.meanings import combined


class Against(StrEnum):
    """How a target stands to the outcome that it takes up, by their figures.

    A target is raised or lowered against an earlier target, which is another thing.
    """

    ABOVE = "above"
    AT = "at"
    BELOW = "below"
    INCOMPARABLE = "incomparable"


class Taken(NamedTuple):
    """A statement, the one of the year before that it takes up, how far its figure is off, and what changed beside."""

    before: Statement
    after: Statement
    moved: Moved
    flags: tuple[Mark, ...] = ()

    def __repr__(self) -> str:
        return f"<Taken {self.after.id}: {self.against.value}>"

    @property
    def against(self) -> Against:
        """Where the figure stands to the one before; words are at others only where they ask the same."""
        if shift := self.moved.shift:
            return Against.ABOVE if shift.size > 0 else Against.BELOW if shift.size < 0 else Against.AT
        return Against.AT if self.moved.movement is Movement.UNCHANGED else Against.INCOMPARABLE


class Stated(NamedTuple):
    """A plan and those of its statements that were asked for."""

    plan: Plan
    statements: tuple[Statement, ...]

    def __repr__(self) -> str:
        return f"<Stated of {self.plan!r}: {len(self.statements)} statements>"


class Pairs(NamedTuple):
    """Two plans and the statements of the later one that take up one of the earlier."""

    before: Plan
    after: Plan
    pairs: tuple[Taken, ...]

    def __repr__(self) -> str:
        return f"<Pairs of {self.before!r} and {self.after!r}: {len(self.pairs)}>"


def search(plan: Plan, text: str = "") -> Stated:
    """Return the statements of a plan that have `text` in their label, words, section or id, or all of them."""
    wanted = text.strip().casefold()
    return Stated(plan, tuple(each for each in plan.statements if _mentions(each, wanted)))


def pair(before: Plan, after: Plan, text: str = "") -> Pairs:
    """Return the statements of `after` beside those of `before` that they take up, where either mentions `text`.

    A figure of a year is never set beside a cumulative one: such a pair is incomparable.
    """
    wanted = text.strip().casefold()
    known = {each.id: each for each in reversed(before.statements)}
    pairs = [(known[each.continues], each) for each in after.statements if each.continues in known]
    return Pairs(
        before, after, tuple(_taken(old, new) for old, new in pairs if _mentions(old, wanted) or _mentions(new, wanted))
    )


def _taken(old: Statement, new: Statement) -> Taken:
    if old.period is not new.period:
        return Taken(old, new, Moved(Movement.INCOMPARABLE))
    changed = comparator_changed(old.value.meaning, new.value.meaning)
    moved = move(old.value, new.value, combined(old.given, new.given).better)
    return Taken(old, new, moved, (Mark.COMPARATOR_CHANGED,) if changed else ())


def _mentions(statement: Statement, wanted: str) -> bool:
    words = (statement.id, statement.label, statement.label_en, statement.quote, statement.section)
    return any(wanted in word.casefold() for word in words)

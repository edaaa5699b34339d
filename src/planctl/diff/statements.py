"""The figures in the prose: found by what one types, and laid beside those of the year before that they take up."""

from typing import NamedTuple

from planctl.diff.marks import Mark, comparator_changed
from planctl.diff.movement import Moved, Movement, move
from planctl.report.model import Statement
from planctl.report.plan import Plan
from planctl.values.meanings import combined


class Taken(NamedTuple):
    """A statement, the one of the year before that it takes up, what became of the figure, and what changed beside."""

    before: Statement
    after: Statement
    moved: Moved
    flags: tuple[Mark, ...] = ()


class Stated(NamedTuple):
    """A plan and those of its statements that were asked for."""

    plan: Plan
    statements: tuple[Statement, ...]


class Pairs(NamedTuple):
    """Two plans and the statements of the later one that take up one of the earlier."""

    before: Plan
    after: Plan
    pairs: tuple[Taken, ...]


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

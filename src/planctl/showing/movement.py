"""What became of a target in words: the signs of a fate, how far a figure moved, how it stands to the last result."""

from collections.abc import Iterable

from planctl.diff.changes import Change, Paired
from planctl.diff.fate import Fate
from planctl.diff.marks import Mark
from planctl.diff.movement import Moved, Movement, Shift, Standing, Stands
from planctl.diff.statements import Against
from planctl.showing.bar import bar
from planctl.showing.look import Look
from planctl.showing.pieces import signed
from planctl.values.units import is_rate

FATE_STYLES = {
    Fate.RAISED: "bold cyan",
    Fate.LOWERED: "magenta",
    Fate.UNCHANGED: "dim",
    Fate.ADDED: "green",
    Fate.DROPPED: "red",
}


AGAINST_STYLES = {
    Against.ABOVE: "bold cyan",
    Against.AT: "dim",
    Against.BELOW: "magenta",
    Against.INCOMPARABLE: "yellow",
}


def is_marked(change: Change) -> bool:
    """Return whether a mark tells of a change in the row."""
    return isinstance(change, Paired) and any(mark.tells_of_change for mark in change.marks)


def both(old: str | None, new: str | None, look: Look) -> str:
    """Return what two rows have, once where it is the same."""
    if old == new or old is None:
        return new or ""
    return old if new is None else f"{old} {look.signs.becomes} {new}".strip()


def sign(became: Fate, look: Look) -> str:
    """Return the sign that stands before a fate's word."""
    signs = {
        Fate.RAISED: look.signs.raised,
        Fate.LOWERED: look.signs.lowered,
        Fate.UNCHANGED: "=",
        Fate.INCOMPARABLE: "?",
        Fate.REDEFINED: "~",
        Fate.REPLACED: "~",
        Fate.ADDED: "+",
        Fate.DROPPED: "-",
    }
    return signs.get(became, look.signs.becomes)


def fate_text(became: Fate, look: Look) -> str:
    """Return what became of a target with its sign before it."""
    return f"{sign(became, look)} {look.wording.term(became)}"


def against_text(against: Against, look: Look) -> str:
    """Return how a target stands to what was reached, with its sign before it."""
    signs = {Against.ABOVE: look.signs.raised, Against.AT: "=", Against.BELOW: look.signs.lowered}
    return f"{signs.get(against, '?')} {look.wording.term(against)}"


def shift_text(shift: Shift, look: Look, *, with_unit: bool = False) -> str:
    """Return how far a target moved, in points for a rate, else in its unit and in per cent; empty where it did not."""
    if not shift.size:
        return ""
    if is_rate(shift.unit):
        return look.wording.say("{size} points", size=signed(shift.size, look))
    percent = f" ({signed(shift.shown_percent.normalize(), look)}%)" if shift.shown_percent is not None else ""
    return f"{signed(shift.size, look)}{shift.unit if with_unit else ''}{percent}"


def moved_text(moved: Moved, flags: Iterable[Mark], look: Look) -> str:
    """Return how far a figure of the prose moved, with its unit; of one that did not, that, and what else changed."""
    change = shift_text(moved.shift, look, with_unit=True) if moved.shift else ""
    is_same = moved.shift and moved.movement in (Movement.RAISED, Movement.LOWERED)
    return change or (
        look.wording.say("same figure") if is_same else look.wording.listed(map(look.wording.term, flags))
    )


def standing_text(stands: Stands, look: Look) -> str:
    """Return how a target stands to the last result, and by how much."""
    standing = look.wording.term(stands.standing)
    if stands.standing is Standing.SAME or not stands.shift:
        return standing
    return f"{standing} {signed(stands.shift.size, look)}"


def reached_bar(stands: Stands, look: Look) -> str:
    """Return a bar of how much of a target the last result already reaches; empty where they are no figures."""
    return bar(stands.shift.earlier, stands.shift.earlier + stands.shift.size, look) if stands.shift else ""

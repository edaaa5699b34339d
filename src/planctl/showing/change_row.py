"""A row of the table of `diff`: its cells, its signs and the words beside them."""

from collections.abc import Iterable
from typing import NamedTuple

from planctl.diff.changes import Added, Change, Dropped, Paired
from planctl.diff.fate import Fate
from planctl.diff.marks import Mark
from planctl.diff.movement import Moved, Movement, Shift, Standing, Stands
from planctl.diff.summary import fate, rows_of
from planctl.showing.bar import bar
from planctl.showing.change import remark_of
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, cell_text, printed_name, signed, status_text, target_text
from planctl.values.units import is_rate

FATE_STYLES = {
    Fate.RAISED: "bold cyan",
    Fate.LOWERED: "magenta",
    Fate.UNCHANGED: "dim",
    Fate.ADDED: "green",
    Fate.DROPPED: "red",
}


Styled = tuple[str, str]
"""A text and its style."""


class ChangeRow(NamedTuple):
    """The texts of a change's row with their styles, in the order of the columns of `diff`."""

    became: Styled
    number: Styled
    name: Styled
    name_en: Styled
    unit: Styled
    target_before: Styled
    target_after: Styled
    change: Styled
    actual: Styled
    standing: Styled
    reached: Styled
    verdict: Styled
    marks: Styled
    remark: Styled


def change_row(change: Change, indent: str, look: Look) -> ChangeRow:
    """Return the row of a change; its names begin with `indent`."""
    became = fate(change)
    style = FATE_STYLES.get(became, "")
    before = None if isinstance(change, Added) else change.before
    old = before.case.indicator if before else None
    new = None if isinstance(change, Dropped) else change.after.indicator
    pair = change if isinstance(change, Paired) else None
    stands = pair.standing if pair and not pair.follows else None
    verdict = before.verdict if before else None
    units_differ = bool(old and new and old.unit != new.unit)
    moved = shift_text(pair.moved.shift, look, with_unit=units_differ) if pair and pair.moved.shift else ""
    return ChangeRow(
        became=(f"{fate_text(became, look)}{' !' if is_marked(change) else ''}", style or "yellow"),
        number=(_both(old and (old.number or ""), new and (new.number or ""), look), "dim"),
        name=(indent + _both(old and printed_name(old), new and printed_name(new), look), ""),
        name_en=(indent + rows_of(change)[-1].name_en, "dim"),
        unit=(_both(old and old.unit, new and new.unit, look), "dim"),
        target_before=(target_text(old, look, with_unit=units_differ) if old else "", ""),
        target_after=(target_text(new, look, with_unit=units_differ) if new else "", ""),
        change=(moved, style),
        actual=(cell_text(old.actual, old.unit if units_differ else "") if old else "", ""),
        standing=(standing_text(stands, look) if stands else "", ""),
        reached=(reached_bar(stands, look) if stands else "", style),
        verdict=(status_text(verdict.status, look) if verdict else "", STYLES[verdict.status] if verdict else ""),
        marks=(look.wording.listed(map(look.wording.term, pair.marks)) if pair else "", "yellow"),
        remark=(remark_of(change, look.wording) or "", "dim"),
    )


def is_marked(change: Change) -> bool:
    """Return whether a mark tells of a change in the row."""
    return isinstance(change, Paired) and any(mark.tells_of_change for mark in change.marks)


def _both(old: str | None, new: str | None, look: Look) -> str:
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

"""A target held against another target, or against the last result: harder to meet, easier, or not to be compared.

Figures are brought to one unit first. Nothing here knows of rows or plans.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planctl.grammar.readings import asked, demanded, falls
from planctl.judging.comparison import FROM_BELOW, STRICT, figure_and_span
from planctl.values.meanings import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Certainty,
    Comparator,
    Direction,
    Discontinued,
    Figure,
    Meaning,
    Relative,
    UnreadableText,
    percent_of,
)
from planctl.values.units import convert, has_points, margin_in


class Movement(StrEnum):
    """What became of a target; raised means harder to meet, whichever way that is."""

    RAISED = "raised"
    LOWERED = "lowered"
    UNCHANGED = "unchanged"
    TO_WORDS = "to-words"
    TO_RELATIVE = "to-relative"
    TO_BLANK = "to-blank"
    INCOMPARABLE = "incomparable"


class Standing(StrEnum):
    """How a target stands to a result: whether that result would have been short of it."""

    HARDER = "harder"
    SAME = "same"
    EASIER = "easier"
    INCOMPARABLE = "incomparable"


class Shift(NamedTuple):
    """How far a figure is from an earlier one, in the figure's own unit, and in per cent of the earlier one.

    `earlier` is the earlier one's size in that unit.
    """

    size: Decimal
    unit: str
    percent: Decimal | None
    earlier: Decimal

    @property
    def shown_percent(self) -> Decimal | None:
        """The per cent where they say something to a reader: `None` where the unit is a rate, which moves by points."""
        return None if has_points(self.unit) else self.percent


class Moved(NamedTuple):
    """What became of a target, and by how much where both are figures."""

    movement: Movement
    shift: Shift | None = None


class Stands(NamedTuple):
    """How a target stands to a result, by how much where both are figures, and whether rounding could change that."""

    standing: Standing
    shift: Shift | None = None
    rounding_sensitive: bool = False


EASIER_FIRST = (
    (Comparator.ABOUT, Comparator.AT_LEAST, Comparator.MORE_THAN),
    (Comparator.ABOUT, Comparator.AT_MOST, Comparator.LESS_THAN),
)
"""Ways to stand to another indicator: in step with it (同步) up to faster (快于), and not above it down to below."""


def move(before: Cell | None, after: Cell | None, better: Direction, *, same_reference: bool = True) -> Moved:
    """Return what became of the target of one series.

    Relative targets are compared where they are measured by the same indicator, however each names it.
    """
    old, new = meaning_of(before), meaning_of(after)
    if (old_bound := demanded(old, better)) and (new_bound := demanded(new, better)):
        return _move_figure(old_bound, new_bound, better)
    if isinstance(old, Relative) and isinstance(new, Relative):
        return Moved(_move_relation(old, new, better) if same_reference else Movement.INCOMPARABLE)
    if isinstance(old, UnreadableText) or isinstance(new, UnreadableText):
        return Moved(Movement.INCOMPARABLE)
    same = old == new or (isinstance(old, Assigned) and isinstance(new, Assigned))
    return Moved(Movement.UNCHANGED if same else become(old, new, better))


def meaning_of(cell: Cell | None) -> Meaning:
    """Return what a cell means; one that is not printed means what a blank one does."""
    return cell.meaning if cell else Blank()


def become(before: Meaning, after: Meaning, better: Direction) -> Movement:
    """Return what kind of target one became that was of another kind; of the same kind they are not compared."""
    kinds = [_kind(meaning, better) for meaning in (before, after)]
    return kinds[1] if kinds[0] is not kinds[1] and kinds[1] else Movement.INCOMPARABLE


def stand(target: Cell | None, actual: Cell | None, better: Direction) -> Stands | None:
    """Return how a target stands to the last result of the same series; `None` where there is no target or result.

    An open-ended result (64以上) is harder or easier only where all that it can be is.
    """
    if target is None or actual is None:
        return None
    if isinstance(target.meaning, Blank) or isinstance(actual.meaning, Blank | Discontinued):
        return None
    bound = demanded(target.meaning, better)
    if not (bound and isinstance(actual.meaning, Bounded | Between)) or bound.decline is not falls(actual.meaning):
        return Stands(Standing.INCOMPARABLE)
    figure, span = figure_and_span(actual.meaning, better)
    limit, there = convert(bound.figure, figure.unit), convert(figure, bound.figure.unit)
    if not (limit and there):
        return Stands(Standing.INCOMPARABLE)
    comparator = asked(bound, better)
    shift = _shift(there, bound.figure)
    plain = isinstance(actual.meaning, Bounded) and actual.meaning.comparator is Comparator.PLAIN
    sensitive = plain and figure.rounded_span.satisfies(comparator, limit.size) is Certainty.SOMETIMES
    if span.satisfies(STRICT.get(comparator, comparator), limit.size) is Certainty.ALWAYS:
        standing = Standing.EASIER if shift.size else Standing.SAME
    elif span.satisfies(comparator, limit.size) is Certainty.NEVER:
        standing = Standing.HARDER
    elif span.low == span.high:
        standing = Standing.SAME
    else:
        return Stands(Standing.INCOMPARABLE)
    return Stands(standing, shift, rounding_sensitive=sensitive)


def _kind(meaning: Meaning, better: Direction) -> Movement | None:
    if isinstance(meaning, Blank):
        return Movement.TO_BLANK
    if isinstance(meaning, Relative):
        return Movement.TO_RELATIVE
    return None if demanded(meaning, better) else Movement.TO_WORDS


def _move_figure(before: Bounded, after: Bounded, better: Direction) -> Moved:
    """Return what became of a figure: of equal ones, a sign that turns equality away is harder than none.

    Two signs at one figure (突破10万户, 10万户以上) ask the same as far as anybody will tell them apart.
    """
    old_figure = convert(before.figure, after.figure.unit)
    old, new = (asked(bound, better) for bound in (before, after))
    if not old_figure or before.decline is not after.decline or (old in FROM_BELOW) != (new in FROM_BELOW):
        return Moved(Movement.INCOMPARABLE)
    shift = _shift(old_figure, after.figure)
    harder = shift.size if new in FROM_BELOW else -shift.size
    bare = Comparator.PLAIN in (before.comparator, after.comparator)
    if not harder and bare:
        strictness = [comparator in STRICT.values() for comparator in (old, new)]
        harder = Decimal(strictness[1] - strictness[0])
    return Moved(_by(harder), shift)


def _by(harder: Decimal | int) -> Movement:
    """Return what became of a target that is so much harder to meet."""
    if not harder:
        return Movement.UNCHANGED
    return Movement.RAISED if harder > 0 else Movement.LOWERED


def _move_relation(before: Relative, after: Relative, better: Direction) -> Movement:
    """Return what became of a target that stands to another indicator: first by its margin, then by its comparator."""
    order = next((each for each in EASIER_FIRST if {before.comparator, after.comparator} <= set(each)), None)
    sides = {_side(each, better) for each in (before, after)}
    further = _further(before.margin, after.margin)
    if not order or len(sides) > 1 or further is None:
        return Movement.INCOMPARABLE
    if further:
        return _by(further if sides == {Comparator.AT_LEAST} else -further)
    return _by(order.index(after.comparator) - order.index(before.comparator))


def _side(relation: Relative, better: Direction) -> Comparator:
    """Return whether what stands in relation to another indicator has to be above it or below it."""
    if relation.comparator is Comparator.ABOUT:
        return asked(Bounded(Comparator.ABOUT, Figure(Decimal(0))), better)
    return Comparator.AT_LEAST if relation.comparator in FROM_BELOW else Comparator.AT_MOST


def _further(before: Figure | None, after: Figure | None) -> Decimal | None:
    """Return how much further from the other indicator a margin is, up or down; `None` for units of other kinds."""
    if not (before and after):
        return (after.size if after else Decimal(0)) - (before.size if before else Decimal(0))
    old = margin_in(before, after.unit) or margin_in(after, before.unit)
    if not old:
        return None
    return after.size - old.size if margin_in(before, after.unit) else old.size - before.size


def _shift(before: Figure, after: Figure) -> Shift:
    """Return the shift between two figures of one unit; of rates in percentage points."""
    old, new = (convert(figure, "%") or figure for figure in (before, after))
    size = new.size - old.size
    return Shift(size, new.unit, percent_of(size, old.size), old.size)

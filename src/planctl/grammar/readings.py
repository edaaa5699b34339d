"""A cell's meaning said in words: the opposite of the grammar.

What reads texts is imported late: what was read before is said without it.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from planctl.messages.message import Message, say
from planctl.values.meanings import (
    Assigned,
    Between,
    Bounded,
    Cell,
    Comparator,
    Completion,
    Direction,
    Discontinued,
    Distance,
    Figure,
    Meaning,
    NoTarget,
    Qualitative,
    Relative,
    Several,
    UnreadableText,
)

SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.MORE_THAN: ">",
    Comparator.LESS_THAN: "<",
}

_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}
"""How a figure is stood to by what is as far on the other side of zero."""

_LAST_YEAR = "[上去]年(?:同期)?(?:水平)?"


def asked(bound: Bounded, better: Direction) -> Comparator:
    """Return how an actual has to stand to a figure: a bare or rough one takes the indicator's direction.

    Where it says by how much something falls, a greater fall is better, whichever way the indicator goes.
    """
    if bound.comparator in SIGNS:
        return bound.comparator
    return Comparator.AT_MOST if better is Direction.LOWER and not bound.decline else Comparator.AT_LEAST


def as_judged(cell: Cell, better: Direction) -> Cell:
    """Return the cell with a bare or rough figure turned into the bound that it sets; other cells are themselves."""
    match cell.meaning:
        case Bounded() as bound:
            return cell._replace(meaning=bound._replace(comparator=asked(bound, better)))
    return cell


LEAST_INDEX, MOST_INDEX = 90, 120
"""Between which an index of prices lies, the year before being 100; no growth of prices does."""


def as_growth(actual: Cell, target: Cell, name: str) -> Cell:
    """Return a result as its target has it, where that is how much something grew, or by how much it fell.

    As the year before (与上年持平) is no growth, 下降3% is a growth of -3%, and a growth of 1% a fall of -1%; so is 1%
    where the target prints a fall as -3. Where neither the name nor how the target is printed says that it moves, the
    result is itself. An index of prices with
    last year as 100 (100.4) is a growth of 0.4% where the target is a growth.
    """
    if grown := _grown(actual, target, name):
        return grown
    demands_fall = falls(target.meaning)
    told: Bounded | Between
    match actual.meaning:
        case Relative(Comparator.ABOUT, reference, None) if re.fullmatch(_LAST_YEAR, reference):
            told = Bounded(Comparator.PLAIN, Figure(Decimal(0), "%"), demands_fall)
        case (Bounded() | Between()) as told if told.decline is not demands_fall:
            pass
        case _:
            return actual
    turned = _as_demanded(told, actual, target, name)
    return actual._replace(meaning=turned._replace(decline=demands_fall)) if turned else actual


def as_unchanged(target: Cell, actual: Cell, name: str) -> Cell:
    """Return a target to be as the year before (持平) as a growth of 0%, where the result says how much it grew."""
    match target.meaning, actual.meaning:
        case Relative(Comparator.ABOUT, reference, None), Bounded() | Between() if re.fullmatch(_LAST_YEAR, reference):
            from planctl.grammar.names import moves_of
            from planctl.grammar.target_names import TargetMovement

            if moves_of(name, actual.printed) is not TargetMovement.NONE:
                return target._replace(meaning=Bounded(Comparator.PLAIN, Figure(Decimal(0), "%")))
    return target


def _grown(actual: Cell, target: Cell, name: str) -> Cell | None:
    """Return the growth that an index of prices says, where its target is a growth; else `None`."""
    match actual.meaning, target.meaning:
        case Bounded(Comparator.PLAIN, figure, False), Bounded(figure=asked) if "价格" in name:
            if LEAST_INDEX <= figure.size <= MOST_INDEX and asked.size < LEAST_INDEX:
                size = figure.size - 100
                return actual._replace(meaning=Bounded(Comparator.PLAIN, Figure(size, asked.unit or "%")))
    return None


def _as_demanded(told: Bounded | Between, actual: Cell, target: Cell, name: str) -> Bounded | Between | None:
    """Return a figure with the sign that its target's direction gives it; `None` where nothing says that it moves."""
    from planctl.grammar.names import moves_of
    from planctl.grammar.target_names import TargetMovement
    from planctl.grammar.text import normal

    negative = falls(target.meaning) and normal(target.printed).startswith("-")
    unchanged = told.decline and not any(map(str.isdecimal, target.printed))  # 持平, to be a growth of 0%
    if negative or unchanged:
        return _negated(told)
    if moves_of(name, target.printed) is TargetMovement.NONE:
        return None
    rises = moves_of("", actual.printed) is TargetMovement.RISES
    if told.decline is falls(target.meaning) or (moves_of(name, "") is TargetMovement.FALLS and not rises):
        return told
    return _negated(told) if told.decline or rises else None


def falls(meaning: Meaning) -> bool:
    """Return whether a figure says by how much something falls (下降3%); such a one is held against its like alone."""
    return isinstance(meaning, Bounded | Between) and meaning.decline


def _negated(told: Bounded | Between) -> Bounded | Between:
    match told:
        case Bounded():
            return negated(told)
        case Between(low, high):
            return told._replace(low=high._replace(size=-high.size), high=low._replace(size=-low.size))


def negated(told: Bounded) -> Bounded:
    """Return a figure on the other side of zero; a floor is a ceiling there."""
    turned = _TURNED.get(told.comparator, told.comparator)
    return told._replace(comparator=turned, figure=told.figure._replace(size=-told.figure.size))


def demanded(meaning: Meaning, better: Direction) -> Bounded | None:
    """Return the figure that a target demands, as printed; of a range its easier end, and `None` without a figure."""
    match meaning:
        case Bounded():
            return meaning
        case Between(low, high, decline):
            return Bounded(Comparator.PLAIN, low if better is Direction.HIGHER or decline else high, decline)
    return None


def printed_with_unit(cell: Cell, unit: str) -> str:
    """Return a cell as printed; a figure in that unit, printed without it, gets it before words behind it."""
    match cell.meaning:
        case Bounded(figure=figure) | Between(high=figure) if figure.unit == unit and unit not in cell.printed:
            from planctl.grammar.printing import with_unit
            from planctl.grammar.text import normal

            return cell.printed if unit in normal(cell.printed) else with_unit(cell.printed, figure)
    return cell.printed


class Reading(NamedTuple):
    """A text and the cell it is read as; and, for an indicator, the cell as judged there."""

    text: str
    cell: Cell
    judged: Cell | None = None


def read_text(text: str, unit: str = "", better: Direction | None = None) -> Reading:
    """Return how `text` is read, and how an indicator with that unit and direction would have it judged."""
    from planctl.grammar.cells import parse_any_cell

    cell = parse_any_cell(text).in_unit(unit)
    return Reading(text, cell, as_judged(cell, better) if better else None)


def describe(cell: Cell) -> Message:
    """Return what the cell says, in words, with the unit it has."""
    reading = _meaning(cell.meaning)
    if cell.recovered:
        reading = say("{reading}, of a target of {target}", reading=reading, target=_meaning(cell.recovered.meaning))
    if cell.stretch:
        reading = say("{reading}, and beyond it: {stretch}", reading=reading, stretch=cell.stretch)
    if cell.beside:
        reading = say("{reading}, and beside it: {beside}", reading=reading, beside=cell.beside)
    if cell.cumulative:
        reading = say("{reading}, of several years", reading=reading)
    return say("{reading}, estimated", reading=reading) if cell.estimated else reading


def _meaning(meaning: Meaning) -> Message:
    match meaning:
        case Bounded(comparator, figure, decline):
            size = _bounded(comparator, figure)
            return say("down by {size}", size=size) if decline else size
        case Between(low, high, decline):
            span = say("from {low} to {high}", low=low, high=high)
            return say("down by {size}", size=span) if decline else span
        case Several(bounds):
            return say("several figures: {figures}", figures=tuple(_meaning(each) for each in bounds))
        case Relative(comparator, reference, margin):
            relation = _relative(comparator, reference)
            return say("{relation} by {margin}", relation=relation, margin=margin) if margin else relation
    return _without_target(meaning)


def _without_target(meaning: Meaning) -> Message:
    match meaning:
        case Completion(share, comparator):
            return say("{share} of what was planned", share=_bounded(comparator, share))
        case Distance(figure):
            size = figure._replace(size=abs(figure.size))
            short = figure.size < 0
            return say("{size} short of the target", size=size) if short else say("{size} over the target", size=size)
        case Assigned(fulfilled, Cell() as told):
            done = say("{told}, which was reached", told=_meaning(told.meaning))
            return done if fulfilled else say("{told}, which was not reached", told=_meaning(told.meaning))
        case Assigned(False):
            return say("not as a higher level assigned it, without a figure")
        case Assigned():
            return say("as a higher level assigned it, without a figure")
        case Qualitative(words):
            return say("in words, without a figure: {words}", words=words)
        case NoTarget():
            return say("deliberately without a target")
        case UnreadableText(words):
            from planctl.grammar.cells import unreadable

            return unreadable(words)
        case Discontinued():
            return say("no longer counted")
    return say("blank")


def _bounded(comparator: Comparator, figure: Figure) -> Message:
    match comparator:
        case Comparator.AT_LEAST:
            return say("at least {figure}", figure=figure)
        case Comparator.AT_MOST:
            return say("at most {figure}", figure=figure)
        case Comparator.MORE_THAN:
            return say("more than {figure}", figure=figure)
        case Comparator.LESS_THAN:
            return say("less than {figure}", figure=figure)
        case Comparator.ABOUT:
            return say("about {figure}", figure=figure)
        case Comparator.PLAIN:
            return say("{figure}", figure=figure)


def _relative(comparator: Comparator, reference: str) -> Message:
    match comparator:
        case Comparator.MORE_THAN:
            return say("more than {reference}", reference=reference)
        case Comparator.AT_LEAST:
            return say("at least {reference}", reference=reference)
        case Comparator.LESS_THAN:
            return say("less than {reference}", reference=reference)
        case Comparator.AT_MOST:
            return say("at most {reference}", reference=reference)
        case _:
            return say("in step with {reference}", reference=reference)

"""A cell's meaning said in words: the opposite of the grammar."""

from typing import NamedTuple

from planctl.grammar.cells import UnreadableCell, parse_cell
from planctl.messages import Message, say
from planctl.values import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Comparator,
    Direction,
    Discontinued,
    Figure,
    Meaning,
    Qualitative,
    Relative,
)

SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.MORE_THAN: ">",
    Comparator.LESS_THAN: "<",
}


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


def demanded(meaning: Meaning, better: Direction) -> Bounded | None:
    """Return the figure that a target demands, as printed; of a range its easier end, and `None` without a figure."""
    match meaning:
        case Bounded():
            return meaning
        case Between(low, high):
            return Bounded(Comparator.PLAIN, low if better is Direction.HIGHER else high)
    return None


class Reading(NamedTuple):
    """A text and the cell it is read as, or what is wrong with it; and, for an indicator, the cell as judged there."""

    text: str
    cell: Cell | UnreadableCell
    judged: Cell | None = None


def read_text(text: str, unit: str = "", better: Direction | None = None) -> Reading:
    """Return how `text` is read, and how an indicator with that unit and direction would have it judged."""
    try:
        cell = parse_cell(text).in_unit(unit)
    except UnreadableCell as fault:
        return Reading(text, fault)
    return Reading(text, cell, as_judged(cell, better) if better else None)


def describe(cell: Cell) -> Message:
    """Return what the cell says, in words, with the unit it has."""
    reading = _meaning(cell.meaning)
    return say("{reading}, estimated", reading=reading) if cell.estimated else reading


def _meaning(meaning: Meaning) -> Message:
    match meaning:
        case Bounded(comparator, figure, True):
            return say("down by {size}", size=_bounded(comparator, figure))
        case Bounded(comparator, figure):
            return _bounded(comparator, figure)
        case Between(low, high):
            return say("from {low} to {high}", low=low, high=high)
        case Relative(comparator, reference):
            return _relative(comparator, reference)
        case Assigned(fulfilled):
            return (
                say("as a higher level assigned it, without a figure")
                if fulfilled
                else say("not as a higher level assigned it, without a figure")
            )
        case Qualitative(words):
            return say("in words, without a figure: {words}", words=words)
        case Discontinued():
            return say("no longer counted")
        case Blank():
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

"""A whole held against the sum of its parts. Printed figures are intervals, so sums are too; counts are exact."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import NamedTuple

from planctl.judging.comparison import figure_and_span
from planctl.values.meanings import DIGITS, Between, Bounded, Cell, Comparator, Direction, Figure, Span
from planctl.values.units import convert


class SumAgreement(StrEnum):
    """How a whole stands to the sum of its parts, from the best to the worst."""

    EXACT = "exact"
    WITHIN_ROUNDING = "within-rounding"
    BEYOND = "beyond"


class Sum(NamedTuple):
    """The sum of some parts and the whole it is held against (`None` without one), in the whole's unit.

    `rounding` is by how much rounding of all of them can have set the two apart.
    """

    figure: Figure
    whole: Figure | None
    rounding: Decimal

    @property
    def difference(self) -> Decimal | None:
        """The sum minus the whole."""
        with localcontext(prec=DIGITS):
            return self.figure.size - self.whole.size if self.whole else None

    @property
    def agreement(self) -> SumAgreement | None:
        """How the whole stands to it."""
        if self.difference is None:
            return None
        if not self.difference:
            return SumAgreement.EXACT
        return SumAgreement.WITHIN_ROUNDING if abs(self.difference) <= self.rounding else SumAgreement.BEYOND


def add_up(whole: Cell | None, parts: Iterable[Cell | None]) -> Sum | None:
    """Return the sum of the parts, held against the whole where that is a plain figure.

    Returns `None` where a part is not a plain figure, or not of a unit of the whole's kind. A difference that rounding
    explains in the closed interval is left to rounding, whichever way halves were rounded.
    """
    figures = [plain_figure(part) for part in parts]
    printed = plain_figure(whole)
    unit = next((figure.unit for figure in (printed, *figures) if figure), "")
    sizes = [_in_unit(figure, unit) for figure in figures]
    known = [each for each in sizes if each]
    if not known or len(known) < len(sizes):
        return None
    with localcontext(prec=DIGITS):
        rounding = sum((each for _, each in known), printed.rounding if printed else Decimal(0)).normalize()
        return Sum(Figure(sum((size for size, _ in known), Decimal(0)), unit), printed, rounding)


def printed_span(cell: Cell | None) -> Span | None:
    """Return all values that a printed figure can stand for, as rounding has it; below zero where it says a fall.

    Returns `None` for a cell without a figure, and for a rough one (左右), which has no bounds.
    """
    match cell.meaning if cell else None:
        case Bounded(Comparator.PLAIN, figure, decline):
            span = figure.rounded_span
        case Bounded(comparator, _, decline) as bound if comparator is not Comparator.ABOUT:
            _, span = figure_and_span(bound, Direction.HIGHER)
        case Between(low, high, decline):
            span = Span(low.size, high.size)
        case _:
            return None
    if not decline:
        return span
    low_end, high_end = (None if end is None else -end for end in (span.high, span.low))
    return Span(low_end, high_end, span.high_included, span.low_included)


def plain_figure(cell: Cell | None) -> Figure | None:
    """Return the figure of a cell that has one without any bound, and `None` for any other."""
    match cell:
        case Cell(_, Bounded(Comparator.PLAIN, figure, False)):
            return figure
    return None


def _in_unit(figure: Figure | None, unit: str) -> tuple[Decimal, Decimal] | None:
    """Return a figure's size and its rounding in a unit."""
    if not figure:
        return None
    size, rounding = (convert(Figure(each, figure.unit), unit) for each in (figure.size, figure.rounding))
    return (size.size, rounding.size) if size and rounding else None

"""A printed cell as columns: its figure or bounds, what it is in words, and its status as an observation."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planctl.judging.comparison import FROM_BELOW
from planctl.report.model import Follows, Succession
from planctl.showing.reading import target_reading
from planctl.values.meanings import (
    Between,
    Blank,
    Bounded,
    Cell,
    Comparator,
    Completion,
    Discontinued,
    Distance,
    Figure,
    Relative,
    Several,
)

FROM_ABOVE = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


class ObservationStatus(StrEnum):
    """The codes of the SDMX code list CL_OBS_STATUS that apply, the first that does before the others.

    SDMX has a break in a series go before an estimate where one code is all there is room for.
    """

    MISSING = "L"
    BREAK = "B"
    ESTIMATED = "E"
    PROVISIONAL = "P"
    NO_FIGURE = "M"
    NORMAL = "A"


class ReadFigure(NamedTuple):
    """One figure of a cell: its value, or the bounds that it gives, and what goes with it.

    A bound is a value too: ≥330 has the value 330 and the lower bound 330. A range has bounds alone.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    decline: bool = False
    reference: str | None = None
    margin: Decimal | None = None


def kind_of(cell: Cell) -> str:
    """Return the kind that a cell is read as, by the word that the JSON has for it."""
    return str((target_reading(cell) or {})["kind"])


def figures_of(cell: Cell, unit: str = "") -> tuple[ReadFigure, ...]:
    """Return each figure of a cell, in the order printed; of one in words or without text, one that has no value.

    `unit` is the row's, for what prints none.
    """
    row_unit = unit or None
    match cell.meaning:
        case Bounded() as bound:
            return (_bounded(bound),)
        case Several(bounds):
            return tuple(map(_bounded, bounds))
        case Between(low, high, decline):
            return (ReadFigure(low=low.size, high=high.size, unit=high.unit or None, decline=decline),)
        case Completion(share, comparator):
            return (_sized(share)._replace(comparator=comparator),)
        case Distance(figure):
            return (_sized(figure),)
        case Relative(comparator, reference, margin):
            size, said = (margin.size, margin.unit or None) if margin else (None, row_unit)
            return (ReadFigure(unit=said, comparator=comparator, reference=reference, margin=size),)
    return (ReadFigure(unit=row_unit),)


def single_value(cell: Cell | None) -> Decimal | None:
    """Return the value of a cell that has one figure; `None` for any other."""
    found = figures_of(cell) if cell else ()
    return found[0].value if len(found) == 1 else None


def status_of_cell(cell: Cell, *, is_result: bool, follows: Follows | None = None) -> ObservationStatus:
    """Return the status of a cell as an observation.

    A result that is printed as a bound, a range or roughly is provisional, where it is not called an estimate. A row
    that follows a series which was redefined breaks it.
    """
    if isinstance(cell.meaning, Blank | Discontinued):
        return ObservationStatus.MISSING
    if follows and follows.relation is Succession.REDEFINED:
        return ObservationStatus.BREAK
    if cell.estimated:
        return ObservationStatus.ESTIMATED
    figures = figures_of(cell)
    if is_result and any(_is_open(figure) for figure in figures):
        return ObservationStatus.PROVISIONAL
    known = any(size is not None for figure in figures for size in (figure.value, figure.low, figure.high))
    return ObservationStatus.NORMAL if known else ObservationStatus.NO_FIGURE


def _is_open(figure: ReadFigure) -> bool:
    rough = figure.comparator is Comparator.ABOUT and figure.value is not None
    return rough or figure.low is not None or figure.high is not None


def _bounded(bound: Bounded) -> ReadFigure:
    size = bound.figure.size
    return _sized(bound.figure)._replace(
        low=size if bound.comparator in FROM_BELOW else None,
        high=size if bound.comparator in FROM_ABOVE else None,
        comparator=bound.comparator,
        decline=bound.decline,
    )


def _sized(figure: Figure) -> ReadFigure:
    return ReadFigure(value=figure.size, unit=figure.unit or None)

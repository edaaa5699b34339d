"""The figures of one series brought to one unit and one direction, so that regions can be ranked and ranged."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from planctl.grammar.readings import as_growth, asked, demanded, falls
from planctl.judging.cases import NO_CELL
from planctl.report.plan import Case
from planctl.values.meanings import Between, Bounded, Cell, Comparator, Direction, Figure, combined
from planctl.values.units import convert


class SeriesMeasure(NamedTuple):
    """The unit that a series is counted in, whether it says by how much something falls, and what of it is better."""

    unit: str
    falls: bool
    better: Direction

    @property
    def higher_first(self) -> bool:
        """Whether the greatest figure is the best one."""
        bare = Bounded(Comparator.PLAIN, Figure(Decimal(0)), self.falls)
        return asked(bare, self.better) is Comparator.AT_LEAST

    def target_of(self, case: Case) -> Decimal | None:
        """Return the figure that a row's target demands; of a range its easier end, and `None` without one."""
        bound = demanded(case.target_in_force.meaning, self.better) if case.target_in_force else None
        return self.size_of(bound) if bound else None

    def actual_of(self, case: Case) -> Decimal | None:
        """Return the figure of a row's result; `None` where it is none, or open-ended (64以上)."""
        meaning = result_of(case).meaning
        told = isinstance(meaning, Bounded) and meaning.comparator in (Comparator.PLAIN, Comparator.ABOUT)
        return self.size_of(meaning) if told and isinstance(meaning, Bounded) else None

    def size_of(self, bound: Bounded) -> Decimal | None:
        """Return a figure in the unit and the direction of the series; `None` where it is in another kind of unit."""
        found = convert(bound.figure, self.unit)
        if found is None:
            return None
        return found.size if bound.decline is self.falls else -found.size


def measure_of(cases: Iterable[Case]) -> SeriesMeasure:
    """Return how the rows of one series are measured: as most of them are, the first where none is more."""
    rows = tuple(cases)
    cells = [cell for case in rows for cell in (case.target_in_force, result_of(case))]
    figures = [figure for cell in cells for figure in _figures(cell)]
    told = Counter(falls(cell.meaning) for cell in cells if cell and _figures(cell))
    return SeriesMeasure(
        unit=_most_common(figure.unit for figure in figures),
        falls=told[True] > told[False],
        better=combined(*(case.indicator.given for case in rows)).better,
    )


def result_of(case: Case) -> Cell:
    """Return a row's result as its target has it; a blank cell where none is published."""
    return as_growth(case.actual or NO_CELL, case.target_in_force or NO_CELL, case.indicator.name)


def _figures(cell: Cell | None) -> tuple[Figure, ...]:
    match cell.meaning if cell else None:
        case Bounded(_, figure):
            return (figure,)
        case Between(low):
            return (low,)
    return ()


def _most_common(units: Iterable[str]) -> str:
    return next((unit for unit, _ in Counter(filter(None, units)).most_common(1)), "")

"""One series through the years: what was asked of it, and what came of it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from planctl.report.plan import Plan
from planctl.values.meanings import Bounded, Cell
from planctl.values.units import convert


class Year(NamedTuple):
    """A year's target in force and result of a series, as printed; `None` where that year's plan has none.

    `unit` is that of figures which are printed without one.
    """

    year: int
    target: Cell | None
    actual: Cell | None
    unit: str


def follow(plans: Iterable[Plan], id: str) -> tuple[Year, ...]:
    """Return each year that has the indicator or part, in order; a series that was redefined has another id."""
    return tuple(
        Year(plan.year, case.target_in_force, case.actual, case.indicator.unit)
        for plan in sorted(plans, key=lambda plan: plan.year)
        for case in plan.rows
        if case.indicator.id == id
    )


def sizes_of(cells: Iterable[Cell | None]) -> tuple[Decimal | None, ...]:
    """Return the size of each cell's single figure in the unit of the last of them; `None` for any other cell."""
    figures = [cell.meaning.figure if cell and isinstance(cell.meaning, Bounded) else None for cell in cells]
    unit = next((figure.unit for figure in reversed(figures) if figure), "")
    there = [convert(figure, unit) if figure else None for figure in figures]
    return tuple(figure.size if figure else None for figure in there)

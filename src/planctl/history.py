"""One series through the years: what was asked of it, and what came of it."""

from collections.abc import Iterable
from typing import NamedTuple

from planctl.plan import Plan
from planctl.values import Bounded, Cell, Figure


class Year(NamedTuple):
    """A year's target in force and result of a series, as printed; `None` where that year's plan has none."""

    year: int
    target: Cell | None
    actual: Cell | None


def follow(plans: Iterable[Plan], id: str) -> tuple[Year, ...]:
    """Return each year that has the indicator or part, in order; a series that was redefined has another id."""
    return tuple(
        Year(plan.year, case.target_in_force, case.actual)
        for plan in sorted(plans, key=lambda plan: plan.year)
        for case in plan.rows
        if case.indicator.id == id
    )


def figures_of(cells: Iterable[Cell | None]) -> tuple[Figure | None, ...]:
    """Return the single figure of each cell, and `None` for any other cell."""
    return tuple(cell.meaning.figure if cell and isinstance(cell.meaning, Bounded) else None for cell in cells)

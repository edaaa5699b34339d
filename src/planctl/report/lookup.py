"""An indicator found by what a person would type: its id, its number, or a part of its name."""

from collections.abc import Callable

from planctl.messages.suggestions import Suggestions
from planctl.report.model import Indicator
from planctl.report.plan import Case, Plan

Naming = Callable[[Indicator], str]

EXACT: tuple[Naming, ...] = (
    lambda row: row.id,
    lambda row: row.number or "",
    lambda row: row.name,
    lambda row: row.prefix + row.name,
    lambda row: row.name_en,
)
"""What decides at once, the first that matches."""

PARTIAL: tuple[Naming, ...] = (lambda row: row.prefix + row.name, lambda row: row.name_en, lambda row: row.id)
"""What may contain the query."""


def find_cases(plan: Plan, query: str) -> tuple[Case, ...]:
    """Return the indicators and parts that `query` names: those it names exactly, or else those that contain it."""
    wanted = query.strip().casefold()
    rows = plan.rows if wanted else ()
    for naming in EXACT:
        if found := tuple(case for case in rows if naming(case.indicator).casefold() == wanted):
            return found
    return tuple(case for case in rows if any(wanted in naming(case.indicator).casefold() for naming in PARTIAL))


def near_ids(plan: Plan, query: str) -> tuple[str, ...]:
    """Return the ids of rows that `query` may have meant, the nearest first."""
    ids = {naming(case.indicator).casefold(): case.indicator.id for naming in PARTIAL for case in plan.rows}
    near = Suggestions(ids).near(query.strip().casefold(), 5, 0.5)
    return tuple(dict.fromkeys(ids[name] for name in near))

"""An indicator found by what a person would type: its id, its number, or a part of its name."""

from collections.abc import Callable, Sequence

from planctl.messages.suggestions import Suggestions
from planctl.report.model import Indicator
from planctl.report.plan import Case

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


def find_cases(rows: Sequence[Case], query: str) -> tuple[Case, ...]:
    """Return those of some indicators and parts that `query` names: exactly, or else as a part."""
    wanted = query.strip().casefold()
    if not wanted:
        return ()
    for naming in EXACT:
        if found := tuple(case for case in rows if naming(case.indicator).casefold() == wanted):
            return found
    return tuple(case for case in rows if mentions(case.indicator, wanted))


def mentions(row: Indicator, wanted: str) -> bool:
    """Return whether a row has a text, in small letters, in one of its names or its id."""
    return any(wanted in naming(row).casefold() for naming in PARTIAL)


def near_ids(rows: Sequence[Case], query: str) -> tuple[str, ...]:
    """Return the ids of rows that `query` may have meant, the nearest first."""
    ids = {naming(case.indicator).casefold(): case.indicator.id for naming in PARTIAL for case in rows}
    near = Suggestions(ids).near(query.strip().casefold(), 5, 0.5)
    return tuple(dict.fromkeys(ids[name] for name in near))

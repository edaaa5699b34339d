"""`planctl scenarios`: the counts under each reading, and the rows that move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.assessment import Counts
from planctl.plan import Plan
from planctl.scenarios import Outcome
from planctl.views.look import Look
from planctl.views.pieces import heading
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import render

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Plan, tuple[Outcome, ...]]

COLUMNS = ("name", *Counts._fields, "counts_as_stated", "members_as_stated", "moved")


def document(shown: Shown) -> dict[str, Any]:
    """Return the JSON of `scenarios`."""
    plan, outcomes = shown
    return {"schema": 1, "year": plan.year, "scenarios": [_outcome(outcome) for outcome in outcomes]}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    agreement = outcome.agreement
    return {
        "name": outcome.scenario.name,
        "about": render(outcome.scenario.about),
        "counts": outcome.counts._asdict(),
        "counts_as_stated": agreement.counts if agreement else None,
        "members_as_stated": agreement.members if agreement else None,
        "moved": [{"id": move.indicator.id, "from": move.before, "to": move.after} for move in outcome.moved],
    }


def sheet(shown: Shown) -> Sheet:
    """Return a row for each reading."""
    rows = (
        {**entry, **entry["counts"], "moved": [f"{move['id']}:{move['to']}" for move in entry["moved"]]}
        for entry in document(shown)["scenarios"]
    )
    return sheet_of(COLUMNS, rows)


def brief(shown: Shown) -> Sheet:
    """Return the same rows."""
    return sheet(shown)


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each reading, with the rows that move named in Chinese."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table, left_out

    plan, outcomes = shown
    columns = (
        Column("Reading", least=15),
        Column("All", right=True),
        Column("Met", right=True),
        Column("Unmet", right=True),
        Column("Disc.", right=True, spare=1),
        Column("Pend.", right=True, spare=3),
        Column("Und.", right=True, spare=2),
        Column("As stated", least=9),
        Column("Moves", least=16),
        Column("What it does", least=24, spare=4),
    )
    rows = [[Piece(text) for text in _row(outcome, look)] for outcome in outcomes]
    grid = fit_table(columns, rows, look)
    return [heading(plan, look), grid, fit_lines(left_out(grid, look), look)]


def _row(outcome: Outcome, look: Look) -> list[str]:
    moves = "; ".join(
        f"{move.indicator.prefix}{move.indicator.name} "
        + (f"{move.before} {look.signs.becomes} {move.after}" if move.before else f"+ {move.after}")
        for move in outcome.moved
    )
    return [
        outcome.scenario.name,
        *map(str, outcome.counts),
        _as_stated(outcome),
        moves,
        render(outcome.scenario.about),
    ]


def _as_stated(outcome: Outcome) -> str:
    if not outcome.agreement:
        return ""
    if outcome.agreement.agrees:
        return "yes"
    return "same counts, other members" if outcome.agreement.counts else "no"

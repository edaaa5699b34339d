"""`planctl scenarios`: the counts under each reading, and the rows that move."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.judging.assessment import Counts
from planctl.judging.scenarios import Move, Outcome
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Plan, tuple[Outcome, ...]]

COLUMNS = ("name", *Counts._fields, "counts_as_stated", "members_as_stated", "moved")


def document(shown: Shown, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `scenarios`."""
    plan, outcomes = shown
    return {"schema": 1, "year": plan.year, "scenarios": [_outcome(outcome, wording) for outcome in outcomes]}


def _outcome(outcome: Outcome, wording: Wording) -> dict[str, Any]:
    agreement = outcome.agreement
    return {
        "name": outcome.scenario.name,
        "about": wording(outcome.scenario.about),
        "counts": outcome.counts._asdict(),
        "counts_as_stated": agreement.counts if agreement else None,
        "members_as_stated": agreement.members if agreement else None,
        "moved": [{"id": move.indicator.id, "from": move.before, "to": move.after} for move in outcome.moved],
    }


def sheet(shown: Shown, wording: Wording) -> Sheet:
    """Return a row for each reading."""
    rows = (
        {**entry, **entry["counts"], "moved": [f"{move['id']}:{move['to']}" for move in entry["moved"]]}
        for entry in document(shown, wording)["scenarios"]
    )
    return sheet_of(COLUMNS, rows)


def brief(shown: Shown, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(shown, wording)


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each reading, with the rows that move named in Chinese."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    plan, outcomes = shown
    say = look.wording.say
    columns = (
        Column(say("Reading"), least=15),
        Column(say("All"), right=True),
        Column(say("Met"), right=True),
        Column(say("Unmet"), right=True),
        Column(say("Disc."), right=True, spare=1),
        Column(say("Pend."), right=True, spare=3),
        Column(say("Und."), right=True, spare=2),
        Column(say("As stated"), least=9),
        Column(say("Moves"), least=16),
        Column(say("What it does"), least=24, spare=4),
    )
    rows = [[Piece(text) for text in _row(outcome, look)] for outcome in outcomes]
    grid = fit_table(columns, rows, look)
    return [heading(plan, look), grid, fit_lines(left_out(grid, look), look)]


def _row(outcome: Outcome, look: Look) -> list[str]:
    moves = look.wording.semicolon.join(move_text(move, look) for move in outcome.moved)
    return [
        name_text(outcome, look.wording),
        *map(str, outcome.counts),
        as_stated(outcome, look.wording),
        moves,
        look.wording(outcome.scenario.about),
    ]


def name_text(outcome: Outcome, wording: Wording) -> str:
    """Return what a reading is called: by its name in English, and in words in other languages."""
    name = outcome.scenario.name
    return name if wording.is_english else wording.translate(name.replace("-", " "))


def move_text(move: Move, look: Look) -> str:
    """Return the name of a row that moves, and from what to what."""
    after = look.wording.term(move.after)
    became = f"{look.wording.term(move.before)} {look.signs.becomes} {after}" if move.before else f"+ {after}"
    return f"{move.indicator.prefix}{move.indicator.name} {became}"


def as_stated(outcome: Outcome, wording: Wording) -> str:
    """Return whether the counts and members are those that the report states; empty where nothing is to compare."""
    if not outcome.agreement:
        return ""
    if outcome.agreement.agrees:
        return wording.say("yes")
    if reasons := outcome.agreement.acknowledged:
        return wording.say("acknowledged: {reasons}", reasons=wording.listed(map(wording.text, reasons)))
    return wording.say("same counts, other members") if outcome.agreement.counts else wording.say("no")

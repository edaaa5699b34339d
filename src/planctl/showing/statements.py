"""`planctl statements`: the figures in a report's prose."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.statements import Stated
from planctl.report.model import Statement
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.reading import actual_reading
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = ("id", "section", "label", "label_en", "value", "period", "quote", "repeats", "continues", "part_of", "place")
BRIEF = ("section", "label", "value", "period", "quote", "repeats", "continues")


def document(stated: Stated, _: Wording) -> dict[str, Any]:
    """Return the JSON of `statements`."""
    plan = stated.plan
    return {
        "schema": 1,
        "region": plan.region._asdict(),
        "year": plan.year,
        "statements": [statement_document(plan, statement) for statement in stated.statements],
    }


def statement_document(plan: Plan, statement: Statement) -> dict[str, Any]:
    """Return the JSON of a statement, with its place."""
    return {
        **{key: said for key, said in statement._asdict().items() if key != "ground"},
        "value": statement.value.printed,
        "value_reading": actual_reading(statement.value),
        "place": str(plan.place(f"statements.{statement.id}") or ""),
    }


def sheet(stated: Stated, wording: Wording) -> Sheet:
    """Return a row for each statement."""
    return sheet_of(COLUMNS, document(stated, wording)["statements"])


def brief(stated: Stated, wording: Wording) -> Sheet:
    """Return a row for each statement, with what a reader wants of it."""
    return sheet_of(BRIEF, document(stated, wording)["statements"])


def table(stated: Stated, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each statement in the order of the text, and how many there are."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    say = look.wording.say
    columns = (
        Column(say("Section"), spare=1),
        Column(say("Figure of"), least=16),
        Column(say("in English"), least=30, spare=5, english=True),
        Column(say("Value"), least=12),
        Column(say("Period"), spare=2),
        Column(say("Repeats"), least=20, spare=4),
        Column(say("Takes up"), least=20, spare=6),
        Column(say("Words"), least=30, spare=3),
    )
    rows = [
        [
            Piece(each.section, "dim"),
            Piece(each.label),
            Piece(each.label_en, "dim"),
            Piece(each.value.printed, "bold"),
            Piece(look.wording.term(each.period), "dim"),
            Piece(each.repeats or "", "dim"),
            Piece(each.continues or "", "dim"),
            Piece(each.quote, "dim"),
        ]
        for each in stated.statements
    ]
    shown = fit_table(columns, rows, look)
    shown_count, total = len(stated.statements), len(stated.plan.statements)
    count = say("{count} of {total} statements", count=shown_count, total=total)
    return [heading(stated.plan, look), shown, fit_lines([Piece(""), Piece(count), *left_out(shown, look)], look)]

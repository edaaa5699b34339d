"""`planctl check --list`: every check with its weight and what it finds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.checks.registry import CHECKS
from planctl.showing.explanation import summary_of
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = ("name", "severity", "about")


def document(_: None, wording: Wording) -> dict[str, Any]:
    """Return the register of checks as JSON."""
    about = ((check, wording.translate(summary_of(check.find))) for check in CHECKS)
    return {
        "schema": 1,
        "checks": [{"name": check.name, "severity": check.severity.value, "about": line} for check, line in about],
    }


def sheet(answer: None, wording: Wording) -> Sheet:
    """Return a row for each check."""
    return sheet_of(COLUMNS, document(answer, wording)["checks"])


def brief(answer: None, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(answer, wording)


def table(answer: None, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each check, in the order in which they are asked."""
    from planctl.showing.table import Column, Piece, fit_table

    say = look.wording.say
    columns = (Column(say("Check")), Column(say("Weight")), Column(say("Finds"), least=24))
    rows = [
        [
            Piece(check.name),
            Piece(look.wording.term(check.severity)),
            Piece(look.wording.translate(summary_of(check.find))),
        ]
        for check in CHECKS
    ]
    return [fit_table(columns, rows, look)]

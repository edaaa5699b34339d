"""`planctl check --list`: every check with its weight and what it finds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.checks import CHECKS
from planctl.views.look import Look
from planctl.views.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = ("name", "severity", "about")


def document(_: None) -> dict[str, Any]:
    """Return the register of checks as JSON."""
    about = ((check, (check.find.__doc__ or "").split("\n")[0]) for check in CHECKS)
    return {
        "schema": 1,
        "checks": [{"name": check.name, "severity": check.severity.value, "about": line} for check, line in about],
    }


def sheet(answer: None) -> Sheet:
    """Return a row for each check."""
    return sheet_of(COLUMNS, document(answer)["checks"])


def brief(answer: None) -> Sheet:
    """Return the same rows."""
    return sheet(answer)


def table(answer: None, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each check, in the order in which they are asked."""
    from planctl.views.table import Column, Piece, fit_table

    columns = (Column("Check"), Column("Weight"), Column("Finds", least=24))
    return [fit_table(columns, [[Piece(text) for text in row] for row in sheet(answer).rows], look)]

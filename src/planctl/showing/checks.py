"""`planctl check --list`: every check with its weight and what it finds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.checks.registry import CHECKS, Check
from planctl.messages.message import Message, say
from planctl.showing.explanation import summary_of
from planctl.showing.fields import Field, csv_of, object_of, table_of
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

# fmt: off
CHECK: tuple[Field[Check], ...] = (
    Field("name", say("Check"), say("The name of the check."), lambda row: row.name),
    Field("severity", say("Weight"), say("How much its findings weigh."), lambda row: row.severity),
    Field("about", say("Finds"), say("What it finds."), lambda row: Message(summary_of(row.find)), least=24),
)
# fmt: on


def document(_: None, wording: Wording) -> dict[str, Any]:
    """Return the register of checks as JSON."""
    return {"schema": 1, "checks": [object_of(CHECK, check, wording) for check in CHECKS]}


def sheet(_: None, wording: Wording) -> Sheet:
    """Return a row for each check."""
    return csv_of(CHECK, CHECKS, wording)


def brief(answer: None, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(answer, wording)


def table(_: None, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each check, in the order in which they are asked."""
    return [table_of(CHECK, CHECKS, look)]

"""`planctl diff --suggest`: what a row that stands alone may go on from, for the person who transcribes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.changes import Diff
from planctl.diff.proposals import Proposal
from planctl.messages.message import say
from planctl.report.model import Indicator
from planctl.showing.fields import (
    ALL,
    UNTITLED,
    Field,
    Output,
    Styled,
    Type,
    brief_of,
    csv_of,
    object_of,
    side,
    table_of,
)
from planctl.showing.indicator import SIDE
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Diff, tuple[Proposal, ...]]


def _before(proposal: Proposal) -> Indicator:
    return proposal.before


def _after(proposal: Proposal) -> Indicator:
    return proposal.after


def _name(row: Indicator) -> str:
    return f"{row.prefix}{row.name}"


def _units(proposal: Proposal, look: Look) -> Styled:
    same = proposal.before.unit == proposal.after.unit
    return look.wording.say("same unit") if same else look.wording.say("other unit"), "dim"


KEYS = ("id", "prefix", "name", "name_en", "unit")
ROW = tuple(field for key in KEYS for field in SIDE if field.key == key)


# fmt: off
def proposal_fields(old: str = "", new: str = "") -> tuple[Field[Proposal], ...]:
    """Return the fields of a proposal between the plans of two years."""
    return (
        Field("likeness", UNTITLED, say("How alike the rows are, in per cent."), lambda row: row.likeness, Type.INTEGER,
            outputs=ALL ^ Output.TABLE),
        *side("before", old, ROW, _before, KEYS),
        *side("after", new, ROW, _after, KEYS),
        Field("row", say("In {year}", year=new), UNTITLED, lambda row: _name(row.after), outputs=Output.TABLE,
            least=16),
        Field("id", say("id"), UNTITLED, lambda row: row.after.id, outputs=Output.TABLE, style="dim", least=24,
            spare=1),
        Field("from", say("may go on from, in {year}", year=old), UNTITLED, lambda row: _name(row.before),
            outputs=Output.TABLE, least=16),
        Field("from_id", say("id"), UNTITLED, lambda row: row.before.id, outputs=Output.TABLE, style="dim", least=24),
        Field("units", say("Unit"), UNTITLED, lambda row: None, outputs=Output.TABLE, shown=_units, spare=2),
        Field("alike", say("Alike"), UNTITLED, lambda row: f"{row.likeness}%", outputs=Output.TABLE, right=True),
    )
# fmt: on


PROPOSAL = proposal_fields()

ADVICE = say(
    "Nothing is applied. Where both are one series, give the later row the earlier id. Where it was defined anew or "
    "another measure took its place, add below the later row: "
    "{example}",
    example="follows: {id: …, relation: redefined or replaced, remark: {zh: …, en: …}}",
)


def document(shown: Shown, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `diff --suggest`."""
    diff, proposals = shown
    return {
        "schema": 1,
        "from": diff.before.plan.year,
        "to": diff.after.year,
        "proposals": [
            {
                **object_of(PROPOSAL, each, wording),
                "before": object_of(ROW, each.before, wording),
                "after": object_of(ROW, each.after, wording),
            }
            for each in proposals
        ],
    }


def sheet(shown: Shown, wording: Wording) -> Sheet:
    """Return a row for each proposal."""
    return csv_of(PROPOSAL, shown[1], wording)


def brief(shown: Shown, wording: Wording) -> Sheet:
    """Return the same rows."""
    return brief_of(PROPOSAL, shown[1], wording)


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each proposal, and what to do with it."""
    from planctl.showing.table import Piece, fit_lines

    diff, proposals = shown
    old, new = str(diff.before.plan.year), str(diff.after.year)
    say = look.wording.say
    head = heading(diff.after, look, f"{old} {look.signs.becomes} {new}")
    if not proposals:
        return [head, fit_lines([Piece(say("no row that stands alone is like one that does in the other plan"))], look)]
    return [
        head,
        table_of(proposal_fields(old, new), proposals, look),
        fit_lines([Piece(""), Piece(look.wording(ADVICE))], look),
    ]

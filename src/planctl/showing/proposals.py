"""`planctl diff --suggest`: what a row that stands alone may go on from, for the person who transcribes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.changes import Diff
from planctl.diff.proposals import Proposal
from planctl.messages.message import say
from planctl.report.model import Indicator
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Diff, tuple[Proposal, ...]]

KEYS = ("id", "prefix", "name", "name_en", "unit")
COLUMNS = ("likeness", *(f"before_{key}" for key in KEYS), *(f"after_{key}" for key in KEYS))

ADVICE = say(
    "Nothing is applied. Where both are one series, give the later row the earlier id. Where it was defined anew or "
    "another measure took its place, add below the later row: "
    "{example}",
    example="follows: {id: …, relation: redefined or replaced, remark: {zh: …, en: …}}",
)


def document(shown: Shown, _: Wording) -> dict[str, Any]:
    """Return the JSON of `diff --suggest`."""
    diff, proposals = shown
    return {
        "schema": 1,
        "from": diff.before.plan.year,
        "to": diff.after.year,
        "proposals": [
            {"likeness": each.likeness, "before": _row(each.before), "after": _row(each.after)} for each in proposals
        ],
    }


def _row(row: Indicator) -> dict[str, str | None]:
    return {
        "id": row.id,
        "prefix": row.prefix or None,
        "name": row.name,
        "name_en": row.name_en,
        "unit": row.unit or None,
    }


def sheet(shown: Shown, wording: Wording) -> Sheet:
    """Return a row for each proposal."""
    rows = (
        {
            "likeness": entry["likeness"],
            **{f"{side}_{key}": entry[side][key] for side in ("before", "after") for key in KEYS},
        }
        for entry in document(shown, wording)["proposals"]
    )
    return sheet_of(COLUMNS, rows)


def brief(shown: Shown, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(shown, wording)


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each proposal, and what to do with it."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table

    diff, proposals = shown
    old, new = diff.before.plan.year, diff.after.year
    say = look.wording.say
    columns = (
        Column(say("In {year}", year=new), least=16),
        Column(say("id"), least=24, spare=1),
        Column(say("may go on from, in {year}", year=old), least=16),
        Column(say("id"), least=24),
        Column(say("Unit"), spare=2),
        Column(say("Alike"), right=True),
    )
    rows = [
        [
            Piece(f"{each.after.prefix}{each.after.name}"),
            Piece(each.after.id, "dim"),
            Piece(f"{each.before.prefix}{each.before.name}"),
            Piece(each.before.id, "dim"),
            Piece(say("same unit") if each.before.unit == each.after.unit else say("other unit"), "dim"),
            Piece(f"{each.likeness}%"),
        ]
        for each in proposals
    ]
    head = heading(diff.after, look, f"{old} {look.signs.becomes} {new}")
    if not rows:
        return [head, fit_lines([Piece(say("no row that stands alone is like one that does in the other plan"))], look)]
    return [head, fit_table(columns, rows, look), fit_lines([Piece(""), Piece(look.wording(ADVICE))], look)]

"""`planctl statements --pairs`: figures in the prose beside those of the year before that they take up."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.fate import Fate
from planctl.diff.movement import Movement
from planctl.diff.statements import Pairs
from planctl.showing.change import SHIFT, shift_document
from planctl.showing.change_row import FATE_STYLES, fate_text, moved_text
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.statements import statement_document
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

KEYS = ("id", "section", "label", "value", "period")
COLUMNS = (
    *(f"before_{key}" for key in KEYS),
    *(f"after_{key}" for key in KEYS),
    "target",
    *SHIFT,
)


def document(pairs: Pairs, _: Wording) -> dict[str, Any]:
    """Return the JSON of `statements --pairs`."""
    return {
        "schema": 1,
        "region": pairs.after.region._asdict(),
        "from": pairs.before.year,
        "to": pairs.after.year,
        "pairs": [
            {
                "before": statement_document(pairs.before, each.before),
                "after": statement_document(pairs.after, each.after),
                "target": each.moved.movement.value,
                **shift_document(each.moved.shift),
                "flags": [flag.value for flag in each.flags],
            }
            for each in pairs.pairs
        ],
    }


def sheet(pairs: Pairs, wording: Wording) -> Sheet:
    """Return a row for each pair."""
    rows = (
        {**entry, **{f"{side}_{key}": entry[side][key] for side in ("before", "after") for key in KEYS}}
        for entry in document(pairs, wording)["pairs"]
    )
    return sheet_of(COLUMNS, rows)


def brief(pairs: Pairs, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(pairs, wording)


def table(pairs: Pairs, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each pair, and how many went which way."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    old, new = pairs.before.year, pairs.after.year
    say = look.wording.say
    columns = (
        Column(say("Became")),
        Column(say("Figure of"), least=16),
        Column(say("in English"), least=30, spare=3, english=True),
        Column(say("In {year}", year=old), least=10),
        Column(say("For {year}", year=new), least=10),
        Column(say("Change"), least=11, spare=1),
        Column(say("Period"), spare=2),
    )
    rows = []
    for before, after, moved, flags in pairs.pairs:
        fate = Fate(moved.movement)
        rows.append(
            [
                Piece(fate_text(fate, look), FATE_STYLES.get(fate, "yellow")),
                Piece(after.label),
                Piece(after.label_en, "dim"),
                Piece(before.value.printed),
                Piece(after.value.printed),
                Piece(moved_text(moved, flags, look)),
                Piece(look.wording.term(after.period), "dim"),
            ]
        )
    shown = fit_table(columns, rows, look)
    counts = Counter(each.moved.movement for each in pairs.pairs)
    said = look.wording.summed((counts[movement], movement) for movement in Movement)
    total = say("{count} pairs = {counts}", count=len(pairs.pairs), counts=said) if said else say("no pairs")
    below = [Piece(""), Piece(total), *left_out(shown, look)]
    return [heading(pairs.after, look, f"{old} {look.signs.becomes} {new}"), shown, fit_lines(below, look)]

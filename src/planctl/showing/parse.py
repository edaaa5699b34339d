"""`planctl parse`: how a cell is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.grammar.cells import forms_near
from planctl.grammar.readings import Reading, describe
from planctl.showing.look import Look
from planctl.showing.reading import full_reading
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


BRIEF = ("text", "kind", "words")


def document(readings: Sequence[Reading], wording: Wording) -> dict[str, Any]:
    """Return the JSON of `parse`."""
    return {"schema": 1, "readings": [_reading(reading, wording) for reading in readings]}


def _reading(reading: Reading, wording: Wording) -> dict[str, Any]:
    found = full_reading(reading.cell)
    if not reading.cell.is_readable:
        found["fault"] = wording(describe(reading.cell))
    judged_as = {"judged_as": full_reading(reading.judged)["kind"]} if reading.judged else {}
    return {"text": reading.text, **found, **judged_as}


def sheet(readings: Sequence[Reading], wording: Wording) -> Sheet:
    """Return a row for each text."""
    columns = ("text", "kind", "value", "low", "high", "unit", "estimated", "reference", "words")
    rows = zip(document(readings, wording)["readings"], readings, strict=True)
    return sheet_of(columns, ({**row, "words": _words(reading, wording)} for row, reading in rows))


def brief(readings: Sequence[Reading], wording: Wording) -> Sheet:
    """Return text, kind and words."""
    rows = zip(document(readings, wording)["readings"], readings, strict=True)
    return sheet_of(BRIEF, ({**row, "words": _words(reading, wording)} for row, reading in rows))


def table(readings: Sequence[Reading], look: Look) -> Sequence["RenderableType"]:
    """Return a row for each text, and below it the forms that can be read where one could not be."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table

    say = look.wording.say
    columns = (Column(say("Text"), least=12), Column(say("Kind"), english=True), Column(say("Reads as"), least=20))
    rows = [[Piece(text) for text in row] for row in brief(readings, look.wording).rows]
    remedies = [
        Piece(look.wording.say("{text}: {remedy}", text=reading.text, remedy=forms_near(reading.text)))
        for reading in readings
        if not reading.cell.is_readable
    ]
    return [fit_table(columns, rows, look), fit_lines([Piece(""), *remedies] if remedies else [], look)]


def _words(reading: Reading, wording: Wording) -> str:
    words = describe(reading.cell)
    if reading.judged and reading.judged != reading.cell:
        return wording.say("{reading}; judged as {judged}", reading=words, judged=describe(reading.judged))
    return wording(words)

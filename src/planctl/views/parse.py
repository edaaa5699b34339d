"""`planctl parse`: how a cell is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.grammar.text import UnreadableCell
from planctl.readings import Reading, describe
from planctl.views.look import Look
from planctl.views.reading import full_reading
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import render

if TYPE_CHECKING:
    from rich.console import RenderableType


def document(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return the JSON of `parse`."""
    return {"schema": 1, "readings": [_reading(reading) for reading in readings]}


def _reading(reading: Reading) -> dict[str, Any]:
    if isinstance(reading.cell, UnreadableCell):
        nothing = {"unit": None, "estimated": False, "reference": None}
        found = {"kind": "unreadable", **nothing, "fault": render(reading.cell.message)}
    else:
        found = full_reading(reading.cell)
    judged_as = {"judged_as": full_reading(reading.judged)["kind"]} if reading.judged else {}
    return {"text": reading.text, **found, **judged_as}


def sheet(readings: Sequence[Reading]) -> Sheet:
    """Return a row for each text."""
    columns = ("text", "kind", "value", "low", "high", "unit", "estimated", "reference", "words")
    rows = zip(document(readings)["readings"], readings, strict=True)
    return sheet_of(columns, ({**row, "words": _words(reading)} for row, reading in rows))


def brief(readings: Sequence[Reading]) -> Sheet:
    """Return text, kind and words."""
    rows = zip(document(readings)["readings"], readings, strict=True)
    return sheet_of(("text", "kind", "words"), ({**row, "words": _words(reading)} for row, reading in rows))


def table(readings: Sequence[Reading], look: Look) -> Sequence["RenderableType"]:
    """Return a row for each text, and below it the forms that can be read where one could not be."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table

    columns = (Column("Text", least=12), Column("Kind"), Column("Reads as", least=20))
    rows = [[Piece(text) for text in row] for row in brief(readings).rows]
    faults = [reading.cell for reading in readings if isinstance(reading.cell, UnreadableCell)]
    remedy = [Piece(""), Piece(render(faults[0].remedy))] if faults else []
    return [fit_table(columns, rows, look), fit_lines(remedy, look)]


def _words(reading: Reading) -> str:
    if isinstance(reading.cell, UnreadableCell):
        return render(reading.cell.message)
    words = render(describe(reading.cell))
    if reading.judged and reading.judged != reading.cell:
        words += f"; judged as {render(describe(reading.judged))}"
    return words

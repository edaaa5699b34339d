"""`planctl wording`: how firm the targets of a year are worded, by series or by region."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.corpus.wordings import TargetWording, Worded, WordedYear
from planctl.messages.message import say
from planctl.showing.fields import PROGRAMS, Field, Output, Type, brief_of, csv_of, object_of, table_of
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

_TITLES = {
    TargetWording.AT_LEAST: say("At least"),
    TargetWording.AT_MOST: say("At most"),
    TargetWording.BARE: say("Bare"),
    TargetWording.RANGE: say("Range"),
    TargetWording.ABOUT: say("About"),
    TargetWording.RELATIVE: say("Relative"),
    TargetWording.ASSIGNED: say("Assigned"),
    TargetWording.WORDS: say("Words"),
    TargetWording.NONE: say("None"),
}


def _count(wording: TargetWording) -> Field[Worded]:
    told = say("How many targets are worded so.")
    key = wording.replace("-", "_")
    return Field(key, _TITLES[wording], told, lambda row: row.counts[wording], Type.INTEGER, right=True)


# fmt: off
WORDED: tuple[Field[Worded], ...] = (
    Field("id", say("Id"), say("The series, or the code of the region."), lambda row: row.id, least=12),
    Field("name", say("Name"), say("Its name."), lambda row: row.name, least=8, spare=1),
    Field("name_en", say("in English"), say("Its name in English."), lambda row: row.name_en,
        outputs=PROGRAMS | Output.TABLE, style="dim", least=12, spare=6, english=True),
    Field("targets", say("Targets"), say("How many targets there are."), lambda row: row.total, Type.INTEGER,
        right=True),
    *map(_count, TargetWording),
    Field("stretched", say("Aims beyond"), say("How many of all aim beyond as well (力争更好)."),
        lambda row: row.stretched, Type.INTEGER, right=True, spare=1),
)
# fmt: on


def document(found: WordedYear, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `wording`."""
    rows = [object_of(WORDED, row, wording) for row in found.rows]
    return {"schema": 1, "year": found.year, "by": found.by.value, "rows": rows}


def sheet(found: WordedYear, wording: Wording) -> Sheet:
    """Return a row for each series, or for each region."""
    return csv_of(WORDED, found.rows, wording)


def brief(found: WordedYear, wording: Wording) -> Sheet:
    """Return the same rows."""
    return brief_of(WORDED, found.rows, wording)


def table(found: WordedYear, look: Look) -> Sequence["RenderableType"]:
    """Return the same rows, and how many targets there are in all."""
    from planctl.showing.table import Piece, fit_lines, left_out

    grid = table_of(WORDED, found.rows, look)
    totals = {wording: sum(row.counts[wording] for row in found.rows) for wording in TargetWording}
    counts = look.wording.summed((number, wording) for wording, number in totals.items())
    all_of = look.wording.say("{total} targets = {counts}", total=sum(totals.values()), counts=counts)
    title = look.wording.say("{year}: how targets are worded", year=str(found.year))
    below = fit_lines([Piece(""), Piece(all_of), *left_out(grid, look)], look)
    return [fit_lines([Piece(title, "bold"), Piece("")], look), grid, below]

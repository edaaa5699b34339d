"""`planctl regions`: the regions of a folder, and what there is of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.corpus.overview import RegionOverview
from planctl.messages.message import say
from planctl.report.model import Region
from planctl.showing.fields import ALL, Field, Output, Type, brief_of, csv_of, object_of, table_of
from planctl.showing.look import Look
from planctl.showing.regions.row import REGION
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

Overviews = tuple[RegionOverview, ...]


def _years(years: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(map(str, years))


def _region(row: RegionOverview) -> Region:
    return row.region


# fmt: off
OVERVIEW: tuple[Field[RegionOverview], ...] = (
    *(field.of(_region) for field in REGION[:3]),
    Field("level", say("Level"), say("nation, province, prefecture or county, by the code."), lambda row: row.level,
        spare=1),
    Field("targets", say("Targets"), say("The years that there are targets of."), lambda row: _years(row.targets)),
    Field("outcomes", say("Outcome"), say("The years whose outcome there is."), lambda row: _years(row.outcomes)),
    Field("finals", say("Final"), say("The years that there are final figures of."), lambda row: _years(row.finals),
        spare=4),
    Field("projects", say("Projects"), say("The years that there are projects of."), lambda row: _years(row.projects),
        spare=5),
    Field("rows", say("Rows"), say("How many rows all its years have, parts too."), lambda row: row.rows, Type.INTEGER,
        right=True, spare=3),
    Field("drafts", say("Drafts"), say("How many of them nobody has compared with the report."),
        lambda row: row.drafts, Type.INTEGER, right=True, spare=3),
    Field("is_known", say("Known"), say("Whether the table of regions has its code."), lambda row: row.is_known,
        Type.BOOLEAN, outputs=ALL ^ Output.TABLE),
)
# fmt: on


def document(regions: Overviews, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `regions`."""
    return {"schema": 1, "regions": [object_of(OVERVIEW, each, wording) for each in regions]}


def sheet(regions: Overviews, wording: Wording) -> Sheet:
    """Return a row for each region."""
    return csv_of(OVERVIEW, regions, wording)


def brief(regions: Overviews, wording: Wording) -> Sheet:
    """Return the same rows."""
    return brief_of(OVERVIEW, regions, wording)


def table(regions: Overviews, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each region, how many there are, and which codes are of none that is known."""
    from planctl.showing.table import Piece, fit_lines, left_out

    grid = table_of(OVERVIEW, regions, look)
    lines = [look.wording.say("regions: {number}", number=len(regions))]
    if unknown := tuple(each.region.code for each in regions if not each.is_known):
        lines.append(look.wording.say("not in the table of regions: {codes}", codes=unknown))
    return [grid, fit_lines([Piece(""), *map(Piece, lines), *left_out(grid, look)], look)]

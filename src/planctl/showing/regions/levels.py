"""`planctl levels`: what each region asks beside the level above it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.corpus.chains import POINTS, ChainLink, Chains, Position
from planctl.messages.message import say
from planctl.report.model import Region
from planctl.report.regions import level_of
from planctl.showing.fields import (
    PEOPLE,
    PROGRAMS,
    UNTITLED,
    Field,
    Output,
    Styled,
    Type,
    brief_of,
    csv_of,
    object_of,
    table_of,
)
from planctl.showing.look import Look
from planctl.showing.pieces import cell_text, signed
from planctl.showing.reading import target_reading
from planctl.showing.regions.comparison import series_title
from planctl.showing.regions.row import REGION, REGION_KEYS, region_document
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


def _region(row: ChainLink) -> Region:
    return row.row.region


_ASKED = {"more": say("more"), "less": say("less"), "same": say("as much")}


def _difference_cell(row: ChainLink, look: Look) -> Styled:
    if row.difference is None:
        return "", ""
    return f"{signed(row.difference, look)}{row.unit if row.unit != POINTS else ''}", ""


# fmt: off
LINK: tuple[Field[ChainLink], ...] = (
    *(field.of(_region)._replace(key=REGION_KEYS[field.key],
        outputs=field.outputs & ~Output.OBJECT) for field in REGION),
    Field("target", say("Target"), say("The target as printed; the adjusted one where a note adjusts it."),
        lambda row: row.row.case.target_in_force, reads=target_reading, least=8,
        shown=lambda row, look: (cell_text(row.row.case.target_in_force, row.row.case.indicator.unit), "")),
    Field("above", say("Level above"), say("The code of the nearest region above it that has the series."),
        lambda row: row.above.region.code if row.above else None, outputs=PROGRAMS),
    Field("above_name", say("Level above"), UNTITLED, lambda row: row.above.region.name if row.above else None,
        outputs=PEOPLE, least=8),
    Field("above_target", say("Its target"), say("The target of that region as printed."),
        lambda row: row.above.case.target_in_force if row.above else None, reads=target_reading, least=8),
    Field("difference", say("Difference"),
        say("The target minus that of the level above, in the region's unit, or in points."),
        lambda row: row.difference, Type.DECIMAL, right=True,
        shown=_difference_cell),
    Field("difference_unit", UNTITLED, say("The unit of the difference: points for rates."),
        lambda row: row.unit or None, outputs=PROGRAMS),
    Field("position", say("Stands"), say("above, same, below or incomparable; none where nothing is above it."),
        lambda row: row.position),
    Field("asks", say("Asks"), say("more, less or the same: harder or easier to meet."), lambda row: row.asks,
        said=lambda row: _ASKED.get(row.asks or ""), spare=1),
    Field("missing", say("Not there"), say("The levels between them, or up to the nation, without the series."),
        lambda row: row.missing, spare=2),
)
# fmt: on


def document(chains: Chains, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `levels`."""
    series = chains.series
    links = [
        {"region": region_document(link.row.region, wording), **object_of(LINK, link, wording)} for link in chains.links
    ]
    return {
        "schema": 1,
        "year": chains.year,
        "id": series.id,
        "name": series.name,
        "unit": series.measure.unit or None,
        "counts": {position.value: chains.counts[position] for position in Position},
        "regions": links,
    }


def sheet(chains: Chains, wording: Wording) -> Sheet:
    """Return a row for each region."""
    return csv_of(LINK, chains.links, wording)


def brief(chains: Chains, wording: Wording) -> Sheet:
    """Return the same rows, with what a reader wants of them."""
    return brief_of(LINK, chains.links, wording)


def table(chains: Chains, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each region below those that it is in, and how many stand in which position."""
    from planctl.showing.table import Piece, fit_lines, left_out

    grid = table_of(LINK, chains.links, look)
    title = f"{chains.year} {series_title(chains.series, look.wording)}"
    below = [Piece(""), *map(Piece, _below(chains, look.wording)), *left_out(grid, look)]
    return [fit_lines([Piece(title, "bold"), Piece("")], look), grid, fit_lines(below, look)]


def _below(chains: Chains, wording: Wording) -> Iterator[str]:
    counted = tuple(
        wording.say("{number} {term}", number=chains.counts[position], term=position)
        for position in Position
        if chains.counts[position]
    )
    if counted:
        yield wording.say("beside the level above: {counts}", counts=counted)
    alone = [link for link in chains.links if link.above is None]
    if not alone:
        return
    levels = tuple(dict.fromkeys(level_of(code) for link in alone for code in link.missing))
    yield wording.say(
        "without a level above them here: {number}; no {levels} of this folder has this series of {year}",
        number=len(alone),
        levels=levels,
        year=str(chains.year),
    )

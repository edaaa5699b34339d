"""`planctl series`: a series through the years, regions as rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.corpus.through_years import Break, RegionSeries, SeriesThroughYears, SeriesYear
from planctl.messages.message import say
from planctl.report.model import Region
from planctl.showing.bar import sparkline
from planctl.showing.fields import (
    ALL,
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
from planctl.showing.pieces import STYLES, cell_text
from planctl.showing.reading import actual_reading, target_reading
from planctl.showing.regions.row import REGION, REGION_KEYS, region_document
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


class RegionYearRow(NamedTuple):
    """A region's year in a series."""

    region: RegionSeries
    year: SeriesYear


def _region(row: RegionYearRow) -> Region:
    return row.region.region


def _whose(row: RegionSeries) -> Region:
    return row.region


def _year(row: RegionYearRow) -> SeriesYear:
    return row.year


# fmt: off
YEAR: tuple[Field[SeriesYear], ...] = (
    Field("year", say("Year"), say("The year of the plan."), lambda row: row.year, Type.INTEGER),
    Field("target", say("Target"), say("The target as printed; the adjusted one where a note adjusts it."),
        lambda row: row.case.target_in_force, reads=target_reading),
    Field("actual", say("Actual"), say("The result as printed."), lambda row: row.case.actual, reads=actual_reading),
    Field("unit", say("Unit"), say("The unit that is printed with the name."),
        lambda row: row.case.indicator.unit or None),
    Field("verdict", say("Verdict"), say("What became of the target."), lambda row: row.status),
    Field("gap", say("Gap"), say("The actual minus the target, positive when better than required."),
        lambda row: gap.size if row.judged.verdict and (gap := row.judged.verdict.gap) else None, Type.DECIMAL),
)
BREAK: tuple[Field[Break], ...] = (
    Field("year", UNTITLED, say("The year of the plan in which the later series begins."), lambda row: row.year,
        Type.INTEGER, outputs=Output.OBJECT),
    Field("earlier", UNTITLED, say("The series that it follows."), lambda row: row.earlier, outputs=Output.OBJECT),
    Field("later", UNTITLED, say("The series that follows it."), lambda row: row.later, outputs=Output.OBJECT),
    Field("relation", UNTITLED, say("redefined or replaced."), lambda row: row.relation, outputs=Output.OBJECT),
)
ROW: tuple[Field[RegionYearRow], ...] = (
    *(field.of(_region)._replace(key=REGION_KEYS[field.key]) for field in REGION),
    *(field.of(_year) for field in YEAR),
)
# fmt: on


def document(series: SeriesThroughYears, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `series`."""
    name, name_en = series.names
    return {
        "schema": 1,
        "id": series.id,
        "name": name,
        "name_en": name_en,
        "unit": series.measure.unit or None,
        "regions": [
            {
                "region": region_document(each.region, wording),
                "years": [object_of(YEAR, year, wording) for year in each.years],
                "breaks": [object_of(BREAK, found, wording) for found in each.breaks],
            }
            for each in series.regions
        ],
    }


def sheet(series: SeriesThroughYears, wording: Wording) -> Sheet:
    """Return a row for each year of each region."""
    return csv_of(ROW, _rows(series), wording)


def brief(series: SeriesThroughYears, wording: Wording) -> Sheet:
    """Return the same rows."""
    return brief_of(ROW, _rows(series), wording)


def _rows(series: SeriesThroughYears) -> Iterator[RegionYearRow]:
    return (RegionYearRow(region, year) for region in series.regions for year in region.years)


def table(series: SeriesThroughYears, look: Look) -> Sequence["RenderableType"]:
    """Return the regions with a column for each year and a line of the results; and where a series was redefined."""
    from planctl.showing.table import Piece, fit_lines, left_out

    fields: list[Field[RegionSeries]] = [field.of(_whose) for field in REGION]
    fields += [
        Field(str(year), say("{year}", year=str(year)), UNTITLED, lambda _: None, shown=_cell_of(year), least=12)
        for year in series.years
    ]
    fields.append(
        Field("line", say("Actuals"), UNTITLED, lambda _: None, shown=_line_of(series), outputs=ALL ^ PROGRAMS, spare=1)
    )
    grid = table_of(fields, series.regions, look)
    name, name_en = series.names
    inside = [name_en] if look.wording.is_english else []
    inside += [series.measure.unit] if series.measure.unit else []
    title = f"{name} ({', '.join(inside)})" if inside else name
    lines = [_broken(each, found, look.wording) for each in series.regions for found in each.breaks]
    below = [Piece(""), *map(Piece, lines), *left_out(grid, look)]
    return [fit_lines([Piece(title, "bold"), Piece("")], look), grid, fit_lines(below, look)]


def _cell_of(year: int) -> Callable[[RegionSeries, Look], Styled]:
    def cell(region: RegionSeries, look: Look) -> Styled:
        found = next((each for each in region.years if each.year == year), None)
        if not found:
            return "", ""
        case, unit = found.case, found.case.indicator.unit
        target, actual = cell_text(case.target_in_force, unit), cell_text(case.actual, unit)
        if not found.status or not actual:
            return (look.wording.say("target {target}", target=target) if target else ""), ""
        told = f"{look.signs.status[found.status]} {actual}"
        return (f"{told} ({target})" if target else told), STYLES[found.status]

    return cell


def _line_of(series: SeriesThroughYears) -> Callable[[RegionSeries, Look], Styled]:
    def cell(region: RegionSeries, look: Look) -> Styled:
        sizes = {each.year: series.measure.actual_of(each.case) for each in region.years}
        return sparkline([sizes.get(year) for year in series.years], look), "cyan"

    return cell


def _broken(region: RegionSeries, found: Break, wording: Wording) -> str:
    return wording.say(
        "{region}: from {year} on '{later}' follows '{earlier}', which was {relation}: they are two series",
        region=region.region.name,
        year=str(found.year),
        later=found.later,
        earlier=found.earlier,
        relation=found.relation,
    )

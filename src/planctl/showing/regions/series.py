"""`planctl series`: a series through the years, regions as rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.corpus.through_years import Break, RegionSeries, SeriesThroughYears, SeriesYear
from planctl.judging.cases import Judged
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
from planctl.showing.judged import ACTUAL, FINAL, GAP, TARGET, VERDICT
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, cell_text, verdict_cell
from planctl.showing.regions.row import REGION, REGION_KEYS, region_document, title_of
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.showing.table import Table


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


def _judged(row: SeriesYear) -> Judged:
    return row.judged


def _final_cell(row: SeriesYear, look: Look) -> Styled:
    return verdict_cell(row.final_status, look) if row.final_status else ("", "")


# fmt: off
YEAR: tuple[Field[SeriesYear], ...] = (
    Field("year", say("Year"), say("The year of the plan."), lambda row: row.year, Type.INTEGER),
    *(field.of(_judged)._replace(shown=None) for field in (TARGET, ACTUAL)),  # the unit has a column
    Field("unit", say("Unit"), say("The unit that is printed with the name."),
        lambda row: row.case.indicator.unit or None),
    VERDICT.of(_judged),
    FINAL.of(_judged),
    Field("final_verdict", say("By final figures"), say("What became of the target by final figures."),
        lambda row: row.final_status, shown=_final_cell),
    GAP.of(_judged),
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
    """Return the regions with a column for each year and a line of the results; of one region the years as rows.

    Below stands where a series was redefined.
    """
    from planctl.showing.table import Piece, fit_lines, left_out

    lines = [_broken(each, found, look.wording) for each in series.regions for found in each.breaks]
    title = title_of(*series.names, series.measure.unit, look.wording)
    if len(series.regions) == 1:
        (region,) = series.regions
        title = f"{region.region.name} {title}"
        has_finals = any(year.case.final for year in region.years)
        fields = tuple(field for field in YEAR if has_finals or field.key not in ("final", "final_verdict"))
        grid = table_of(fields, region.years, look)
    else:
        grid = _years_across(series, look)
    below = [Piece(""), *map(Piece, lines), *left_out(grid, look)]
    return [fit_lines([Piece(title, "bold"), Piece("")], look), grid, fit_lines(below, look)]


def _years_across(series: SeriesThroughYears, look: Look) -> "Table":
    fields: list[Field[RegionSeries]] = [field.of(_whose) for field in REGION]
    fields += [
        Field(str(year), say("{year}", year=str(year)), UNTITLED, lambda _: None, shown=_cell_of(year), least=12)
        for year in series.years
    ]
    fields.append(
        Field("line", say("Actuals"), UNTITLED, lambda _: None, shown=_line_of(series), outputs=ALL ^ PROGRAMS, spare=1)
    )
    return table_of(fields, series.regions, look)


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
    years = series.years

    def cell(region: RegionSeries, look: Look) -> Styled:
        sizes = {each.year: series.measure.actual_of(each.case) for each in region.years}
        return sparkline([sizes.get(year) for year in years], look), "cyan"

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

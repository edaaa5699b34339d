"""`planctl compare`: the series that regions share, or the regions in some series, side by side."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries, Comparison, RegionOrder, Spread
from planctl.diff.fate import Fate
from planctl.judging.verdict import Status
from planctl.messages.message import Message, say
from planctl.report.model import Region
from planctl.showing.fields import (
    PEOPLE,
    UNTITLED,
    Field,
    Output,
    Styled,
    Type,
    brief_of,
    csv_of,
    object_of,
    plain,
    table_of,
)
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, cell_text
from planctl.showing.regions.row import COMPARED, REGION, SERIES, of_region, region_document, title_of
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.showing.table import Table


class ShownComparison(NamedTuple):
    """A comparison, which rows of it to show in which order, and whether series were named."""

    comparison: Comparison
    statuses: tuple[Status, ...] = ()
    order: RegionOrder = RegionOrder.CODE
    named: bool = True

    @property
    def rows(self) -> tuple[ComparedSeries, ...]:
        """The series with the rows to show."""
        return self.comparison.select(self.statuses, self.order)


class InSeries(NamedTuple):
    """A region's row, and the series that it is in."""

    series: ComparedSeries
    row: ComparedRow


class Beside(NamedTuple):
    """A region with its rows in several series, by their ids."""

    region: Region
    rows: dict[str, ComparedRow]


def _spread_fields(which: str, title: Message, get: Callable[[ComparedSeries], Spread | None]) -> Iterator[Field[Any]]:
    """Yield how some figures spread: each part of it for programs, and all of it in one cell for people."""
    told = say("Of their figures, in the unit of the series: the least, the middle and the greatest.")
    for index, part in enumerate(Spread._fields):
        yield Field(f"{which}_{part}", title, told, _part(get, index), Type.DECIMAL, outputs=Output.CSV)
    yield Field(which, title, told, lambda row: spread_text(get(row)), outputs=PEOPLE, least=12, spare=2)


def _part(get: Callable[[ComparedSeries], Spread | None], index: int) -> Callable[[ComparedSeries], Decimal | None]:
    return lambda row: spread[index] if (spread := get(row)) else None


# fmt: off
COUNTS: tuple[Field[ComparedSeries], ...] = (
    Field("regions", say("Regions"), say("How many regions have it."), lambda row: len(row.rows), Type.INTEGER,
        right=True),
    Field("met", say("Met"), say("How many of them met their target."), lambda row: row.counts[Status.MET],
        Type.INTEGER, right=True),
    Field("unmet", say("Unmet"), say("How many did not."), lambda row: row.counts[Status.UNMET], Type.INTEGER,
        right=True),
    Field("pending", say("Pend."), say("How many have no published result."), lambda row: row.counts[Status.PENDING],
        Type.INTEGER, right=True, spare=1),
    Field("undetermined", say("Und."), say("How many have one that cannot be judged."),
        lambda row: row.counts[Status.UNDETERMINED], Type.INTEGER, right=True, spare=1),
    Field("none", say("None"), say("How many regions have no such series."), lambda row: row.without, Type.INTEGER,
        right=True, spare=4),
)
SPREADS: tuple[Field[ComparedSeries], ...] = (
    *_spread_fields("targets", say("Targets"), lambda row: row.targets),
    *_spread_fields("actuals", say("Actuals"), lambda row: row.actuals),
)
# fmt: on


def _series_of(each: InSeries) -> ComparedSeries:
    return each.series


def _row_of(each: InSeries) -> ComparedRow:
    return each.row


OVERVIEW = (*SERIES, *COUNTS, *SPREADS)
IN_SERIES: tuple[Field[InSeries], ...] = (
    *(
        field.of(_series_of)._replace(key=key, outputs=Output.CSV)
        for field, key in zip(SERIES, ("series", "series_name", "series_name_en", "unit"), strict=True)
    ),
    *(field.of(_row_of) for field in (*of_region(), *COMPARED)),
)


def document(shown: ShownComparison, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `compare`."""
    found = [_series(each, whole, wording) for each, whole in zip(shown.rows, shown.comparison.series, strict=True)]
    return {"schema": 1, "year": shown.comparison.year, "series": found}


def _series(series: ComparedSeries, whole: ComparedSeries, wording: Wording) -> dict[str, Any]:
    rows = [
        {"region": region_document(row.region, wording), **object_of(COMPARED, row, wording)} for row in series.rows
    ]
    spreads = {"targets": whole.targets, "actuals": whole.actuals}
    return {
        **object_of(SERIES, whole, wording),
        "counts": object_of(COUNTS, whole, wording),
        "rows": rows,
        **{key: spread and plain(spread._asdict(), wording) for key, spread in spreads.items()},
    }


def sheet(shown: ShownComparison, wording: Wording) -> Sheet:
    """Return a row for each region in each series that is named, or for each series where none is."""
    return csv_of(IN_SERIES, _in_series(shown), wording) if shown.named else csv_of(OVERVIEW, shown.rows, wording)


def brief(shown: ShownComparison, wording: Wording) -> Sheet:
    """Return the same rows, with what a reader wants of them."""
    if not shown.named:
        return brief_of(OVERVIEW, shown.comparison.series, wording)
    rows = (each.row for each in _in_series(shown))
    return brief_of((*of_region(), *COMPARED), rows, wording)


def _in_series(shown: ShownComparison) -> Iterator[InSeries]:
    return (InSeries(series, row) for series in shown.rows for row in series.rows)


def table(shown: ShownComparison, look: Look) -> Sequence["RenderableType"]:
    """Return the series, or the regions in one, or those in several with a column for each; and what they come to."""
    from planctl.showing.table import Piece, fit_lines, left_out

    comparison = shown.comparison
    if not shown.named:
        grid = table_of(OVERVIEW, comparison.series, look)
        lines = [look.wording.say("{number} series that several regions share", number=len(comparison.series))]
        title = str(comparison.year)
    elif len(comparison.series) == 1:
        (series,) = shown.rows
        grid = table_of((*of_region(), *COMPARED), series.rows, look)
        lines = list(_below(comparison.series[0], len(series.rows), look))
        title = f"{comparison.year} {series_title(comparison.series[0], look.wording)}"
    else:
        grid = _side_by_side(shown, look)
        lines = [f"{series_title(each, look.wording)}: {_counted(each, look.wording)}" for each in comparison.series]
        title = str(comparison.year)
    below = [Piece(""), *map(Piece, lines), *left_out(grid, look)]
    return [fit_lines([Piece(title, "bold"), Piece("")], look), grid, fit_lines(below, look)]


def _side_by_side(shown: ShownComparison, look: Look) -> "Table":
    """Return regions as rows, with the target and the result of each series, and a sign for what became of it."""
    fields: list[Field[Beside]] = [field.of(lambda each: each.region) for field in REGION]
    for series in shown.comparison.series:
        name = series.name if not look.wording.is_english else series.id
        titles = ((say("{name}: target", name=name), _target_in), (say("{name}: actual", name=name), _actual_in))
        fields += (
            Field(series.id, title, UNTITLED, lambda _: None, shown=cell_in(series.id), least=8)
            for title, cell_in in titles
        )
    found: dict[Region, Beside] = {}
    for each in _in_series(shown):
        found.setdefault(each.row.region, Beside(each.row.region, {})).rows[each.series.id] = each.row
    return table_of(fields, [found[region] for region in sorted(found)], look)


def _target_in(id: str) -> Callable[[Beside, Look], Styled]:
    def cell(each: Beside, look: Look) -> Styled:
        row = each.rows.get(id)
        return (cell_text(row.case.target_in_force, row.case.indicator.unit) if row else ""), ""

    return cell


def _actual_in(id: str) -> Callable[[Beside, Look], Styled]:
    def cell(each: Beside, look: Look) -> Styled:
        if not (row := each.rows.get(id)) or not row.status:
            return "", ""
        printed = cell_text(row.case.actual, row.case.indicator.unit)
        return f"{look.signs.status[row.status]} {printed}".strip(), STYLES[row.status]

    return cell


def series_title(series: ComparedSeries, wording: Wording) -> str:
    """Return how a series is called above a table."""
    return title_of(series.name, series.name_en, series.measure.unit, wording)


def spread_text(spread: Spread | None) -> str:
    """Return how figures spread, the middle between the ends; one figure where all are the same."""
    if spread is None:
        return ""
    least, middle, greatest = (f"{size:f}" for size in spread)
    return middle if spread.least == spread.greatest else f"{least} … {middle} … {greatest}"


def _counted(series: ComparedSeries, wording: Wording) -> str:
    counts = wording.summed((series.counts[status], status) for status in Status)
    return f"{len(series.rows)} = {counts or 0}"


def _below(series: ComparedSeries, shown: int, look: Look) -> Iterator[str]:
    wording = look.wording
    if shown < len(series.rows):
        yield wording.say("shown: {shown} of {total}", shown=shown, total=len(series.rows))
    counts = _counted(series, wording)
    yield wording.say("regions: {counts}; without it: {without}", counts=counts, without=series.without)
    for title, spread in ((say("targets"), series.targets), (say("actuals"), series.actuals)):
        if spread:
            yield wording.say("{title} (least, middle, greatest): {spread}", title=title, spread=spread_text(spread))
    if any(row.became in (Fate.RAISED, Fate.LOWERED) for row in series.rows):
        yield wording.say("next year: raised is harder to meet, lowered is easier")
    if len(series.units) > 1:
        yield wording.say(
            "printed in {units}; ranked and ranged in {unit}", units=series.units, unit=series.measure.unit
        )

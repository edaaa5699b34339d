"""The page of many regions in a year: each shared series as a dot plot, all of them in a matrix, and what follows."""

from typing import Any, NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.diff.fate import Fate
from planctl.judging.verdict import Status
from planctl.report.model import Region
from planctl.showing.look import Look
from planctl.showing.movement import fate_text
from planctl.showing.page.answers import RegionAnswers
from planctl.showing.page.cells import TableCell, cells_of, columns_of
from planctl.showing.page.dots import DotPlot, dot_plot, sorted_rows
from planctl.showing.page.folded import folded_regions
from planctl.showing.page.limits import MOST_NAMED, MOST_REGIONS, are_folded, drawn_series, ends_of
from planctl.showing.page.matrix import matrix_of
from planctl.showing.page.next_year import NEXT_YEAR, NextYear, counts_of, next_years, total_of
from planctl.showing.page.rendering import rendered
from planctl.showing.regions.comparison import OVERVIEW, spread_text
from planctl.showing.regions.row import COMPARED
from planctl.showing.wording import Wording

BESIDE_NAMES = frozenset({"id", "name", "name_en", "unit"})


class RegionCells(NamedTuple):
    """A region's row of the table below a picture."""

    region: Region
    cells: list[TableCell]


class ShownSeries(NamedTuple):
    """A series on the page: its names and counts, its row of the overview, its picture, and the table below that."""

    id: str
    name: str
    name_en: str
    unit: str
    counts: tuple[tuple[str, int], ...]
    spreads: str
    less_is_better: bool
    cells: list[TableCell]
    plot: DotPlot
    left_out: int
    rows: list[RegionCells]


class ShownNext(NamedTuple):
    """What became of the targets of a series, and how many of each fate there are as data."""

    id: str
    name: str
    name_en: str
    data: dict[str, int]
    cells: list[TableCell]


def page(answers: RegionAnswers, wording: Wording) -> str:
    """Return the page, in the language of the wording."""
    look = Look(None, "utf-8", wording)
    title = wording.say("The plans of {year}, region by region", year=str(answers.comparison.year))
    return rendered("regions", title, _context(answers, look), look)


def _context(answers: RegionAnswers, look: Look) -> dict[str, Any]:
    wording, year = look.wording, answers.comparison.year
    shown = drawn_series(answers.comparison.series)
    following = next_years(shown, year + 1)
    is_folded = are_folded(answers.years)
    return {
        "title": wording.say("The plans of {year}, region by region", year=str(year)),
        "year": str(year),
        "next_year": str(year + 1),
        "regions": len(answers.years),
        "with_next": sum(each.following is not None for each in answers.years),
        "without": tuple(_name(each, look) for each in answers.without[:MOST_NAMED]),
        "unnamed": max(len(answers.without) - MOST_NAMED, 0),
        "faults": answers.faults,
        "status_words": {status.value: wording.term(status) for status in Status},
        "counts": _counts(answers),
        "shared": len(answers.comparison.series),
        "overview_heads": columns_of(OVERVIEW, look, BESIDE_NAMES)[1],
        "series_heads": columns_of(COMPARED, look)[1],
        "series": [_series(each, look) for each in shown],
        "unshown": len(answers.comparison.series) - len(shown),
        "most": MOST_REGIONS,
        "matrix": matrix_of([each.region for each in answers.years], shown, look),
        "next_heads": columns_of(NEXT_YEAR, look)[1],
        "following": [_next(each, look) for each in following],
        "fates": [(key, size, _fate(key, year + 1, look)) for key, size in total_of(following)],
        "folded": folded_regions(answers.years, look) if is_folded else (),
    }


def _fate(key: str, year: int, look: Look) -> str:
    return look.wording.say("no target in {year}", year=str(year)) if key == "none" else fate_text(Fate(key), look)


def _name(region: Region, look: Look) -> str:
    return (look.wording.is_english and region.name_en) or region.name


def _counts(answers: RegionAnswers) -> dict[str, int]:
    """Return how many indicators of all regions have each status, of those that any has."""
    counts = [each.assessment.counts._asdict() for each in answers.years]
    totals = {status.value: sum(each[status.value] for each in counts) for status in Status}
    return {status: size for status, size in totals.items() if size}


def _series(series: ComparedSeries, look: Look) -> ShownSeries:
    ends = ends_of(sorted_rows(series))
    rows = [*ends.first, *ends.last]
    return ShownSeries(
        id=series.id,
        name=series.name,
        name_en=series.name_en if look.wording.is_english else "",
        unit=series.measure.unit,
        counts=tuple((status.value, series.counts[status]) for status in Status if series.counts[status]),
        spreads=_spreads(series, look.wording),
        less_is_better=not series.measure.higher_first,
        cells=cells_of(columns_of(OVERVIEW, look, BESIDE_NAMES)[0], series, look),
        plot=dot_plot(series, rows, look),
        left_out=ends.left_out,
        rows=[_row(row, look) for row in rows],
    )


def _spreads(series: ComparedSeries, wording: Wording) -> str:
    both = ((wording.say("targets"), series.targets), (wording.say("actuals"), series.actuals))
    told = (f"{title} {spread_text(spread)}" for title, spread in both if spread)
    return wording.semicolon.join(told)


def _row(row: ComparedRow, look: Look) -> RegionCells:
    styles = {"verdict": f"verdict {row.status.value if row.status else 'none'}"}
    sorts = {"target": row.target, "actual": row.actual}
    return RegionCells(row.region, cells_of(columns_of(COMPARED, look)[0], row, look, styles, sorts))


def _next(each: NextYear, look: Look) -> ShownNext:
    series = each.series
    return ShownNext(
        id=series.id,
        name=series.name,
        name_en=series.name_en if look.wording.is_english else "",
        data={f"data-{key}": size for key, size in counts_of(each).items()},
        cells=cells_of(NEXT_YEAR, each, look),
    )

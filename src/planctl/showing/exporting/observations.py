"""The table of observations: every figure that the reports print, one row each."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.judging.assessment import Assessment
from planctl.judging.cases import Judged
from planctl.judging.within_year import month_of
from planctl.messages.message import Place
from planctl.projects.listing import OUTCOME
from planctl.report.model import Figures, Follows, Indicator, Measure, Report
from planctl.report.plan import Plan, figure_name, name_of_figure
from planctl.showing.exporting.figures import ReadFigure, figures_of, kind_of, status_of_cell
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.observed import OBSERVATIONS, FigureSubject, Measured
from planctl.showing.exporting.programmes import breakdown_key, measure_name, planned, programme_key
from planctl.showing.exporting.statements import stated
from planctl.showing.exporting.tables import DataTable, Record, Value, filled, key_of
from planctl.showing.indicator import row_key, status_rows
from planctl.showing.pieces import report_name, shown_place
from planctl.showing.reading import signed_figure
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell


class Observed(NamedTuple):
    """A cell and what it is of: the columns that all cells of one thing share, and those of this cell.

    `key` is that of the thing; `words` are columns by their names.
    """

    key: str
    measure: str
    cell: Cell
    place: Place | None
    report: Report | None
    words: Record
    unit: str = ""
    is_result: bool = False
    follows: Follows | None = None


def observation_table(material: Material, wording: Wording) -> DataTable:
    """Return the table of observations of all years: of indicators, statements, programmes and their parts."""
    records = (
        record
        for assessment in material.assessments
        for observed in _all(assessment)
        for record in _records(assessment.plan, observed)
    )
    return filled(OBSERVATIONS, records, wording)


def _all(assessment: Assessment) -> Iterator[Observed]:
    for row in status_rows(assessment.plan, assessment.judged):
        yield from _of_indicator(row.plan, row.judged, row.part_of)
    yield from _of_statements(assessment.plan)
    yield from _of_programmes(assessment.plan)


def _records(plan: Plan, observed: Observed) -> Iterator[Record]:
    cell, region, report = observed.cell, plan.region, observed.report
    figures = figures_of(cell, observed.unit)
    for position, figure in enumerate(figures, 1):
        key = key_of(observed.key, observed.measure)
        found: dict[str, Value] = {
            **dict.fromkeys(OBSERVATIONS.names),
            "key": key if len(figures) == 1 else key_of(key, position),
            "region": region.code,
            "region_name": region.name,
            "year": plan.year,
            "measure": observed.measure,
            "position": position,
            **_figure(figure),
            **_cell(cell),
            "status": status_of_cell(cell, is_result=observed.is_result, follows=observed.follows).value,
            "report_key": key_of(region.code, report_name(report)) if report else None,
            "place": shown_place(observed.place),
            **observed.words,
        }
        yield found


def _figure(figure: ReadFigure) -> Record:
    return {**figure._asdict(), "comparator": figure.comparator.value if figure.comparator else None}


def _cell(cell: Cell) -> Record:
    recovered = signed_figure(cell.recovered)
    return {
        "printed": cell.printed,
        "reading": kind_of(cell),
        "estimated": cell.estimated,
        "cumulative": cell.cumulative,
        "stretch": cell.stretch or None,
        "beside": cell.beside or None,
        "recovered_target": recovered.size if recovered else None,
    }


def _of_indicator(plan: Plan, judged: Judged, part_of: str | None) -> Iterator[Observed]:
    row, verdict = judged.case.indicator, judged.verdict
    gap = judged.gap
    words: Record = {
        "subject": FigureSubject.INDICATOR.value,
        "id": row.id,
        "number": row.number,
        "part_of": part_of,
        "name": row.name,
        "name_en": row.name_en,
        "kind": row.kind.value,
        "verdict": verdict.status.value if verdict else None,
        "gap": gap.size if gap else None,
        "gap_percent": gap.percent if gap else None,
        "follows": row.follows.id if row.follows else None,
        "indicator_key": row_key(plan, row.id),
    }
    cells = (
        (Measured.TARGET, row.target, f"{row.id}.target"),
        (Measured.ADJUSTED_TARGET, row.adjusted.target if row.adjusted else None, f"{row.id}.adjusted.target"),
        (Measured.ACTUAL, row.actual, f"{row.id}.actual"),
        (Measured.FINAL, judged.case.final.actual if judged.case.final else None, f"{figure_name(row.id)}.actual"),
    )
    key = row_key(plan, row.id)
    for measure, cell, at in cells:
        if cell is not None:
            is_result = measure in (Measured.ACTUAL, Measured.FINAL)
            source = judged.case.final.source if judged.case.final and measure is Measured.FINAL else None
            of, report = {**words, "source": source}, _report_of(plan, at)
            yield Observed(key, measure.value, cell, plan.place(at), report, of, row.unit, is_result, row.follows)
    yield from _within_year(plan, row, words)


def _within_year(plan: Plan, row: Indicator, words: Record) -> Iterator[Observed]:
    for figure in plan.within_year_of(row):
        at, until = f"{name_of_figure(figure)}.actual", month_of(plan.year, figure.until or 0)
        key, measure, place = key_of(row_key(plan, row.id), until), Measured.PROGRESS.value, plan.place(at)
        of, report = {**words, "until": until, "source": figure.source}, _report_of(plan, at)
        yield Observed(key, measure, figure.actual, place, report, of, row.unit, is_result=True, follows=row.follows)


def _report_of(plan: Plan, at: str) -> Report | None:
    return next((report for report in plan.reports if at in report.places), None)


def _of_statements(plan: Plan) -> Iterator[Observed]:
    for report, each in stated(plan):
        is_result = report.kind == OUTCOME
        key = key_of(plan.region.code, report_name(report), "statements", each.id)
        words: Record = {
            "subject": FigureSubject.STATEMENT.value,
            "id": each.id,
            "part_of": each.part_of,
            "name": each.label,
            "name_en": each.label_en,
            "period": each.period.value,
            "section": each.section or None,
            "statement_key": key,
        }
        measure = Measured.STATED_ACTUAL if is_result else Measured.STATED_TARGET
        place = report.places.get(f"statements.{each.id}")
        yield Observed(key, measure.value, each.value, place, report, words, is_result=is_result)


def _of_programmes(plan: Plan) -> Iterator[Observed]:
    for report, programme in planned(plan):
        key = programme_key(plan, report, programme)
        at = f"programmes.{programme.id}"
        words: Record = {
            "subject": FigureSubject.PROGRAMME.value,
            "id": programme.id,
            "name": programme.name,
            "name_en": programme.name_en,
            "section": programme.section or None,
            "programme_key": key,
        }
        yield from _of_figures(key, programme.figures, at, report, words)
        for number, breakdown in enumerate(programme.breakdowns, 1):
            inside = breakdown_key(plan, report, programme, number)
            for position, item in enumerate(breakdown.items, 1):
                item_key = key_of(inside, position)
                words = {
                    "subject": FigureSubject.ITEM.value,
                    "id": f"{programme.id}-{breakdown.by.value}-{number}-{position}",
                    "part_of": programme.id,
                    "name": item.name,
                    "name_en": item.name_en,
                    "section": breakdown.section or None,
                    "programme_key": key,
                    "item_key": item_key,
                }
                within = f"{at}.breakdowns.{breakdown.by.value}.items.{position}"
                yield from _of_figures(item_key, item.figures, within, report, words)


def _of_figures(key: str, figures: Figures, at: str, report: Report, words: Record) -> Iterator[Observed]:
    for measure in Measure:
        if cell := figures.of(measure):
            place = report.places.get(f"{at}.{measure.value}")
            yield Observed(key, measure_name(measure), cell, place, report, words)

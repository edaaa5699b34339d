"""The pages of a dataset, those that an analyst would make: status, diffs, programmes, projects, pairs, sources."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from planctl.diff.changes import Diff
from planctl.diff.summary import summarize
from planctl.judging.assessment import Assessment
from planctl.messages.message import say
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import named_in
from planctl.report.model import Breakdown, Figures, Item, Measure, Programme
from planctl.showing.change import change_fields, change_rows
from planctl.showing.exporting.figures import figures_of
from planctl.showing.exporting.indicators import REPORT, ReportRow
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.page import page_of
from planctl.showing.exporting.programmes import planned
from planctl.showing.exporting.tables import WorkbookPage
from planctl.showing.fields import PAGES, Field, Output
from planctl.showing.indicator import STATUS, status_rows
from planctl.showing.pairs import PAIR, pair_rows
from planctl.showing.projects.pieces import share
from planctl.showing.projects.project import PROJECT
from planctl.showing.reading import target_reading
from planctl.showing.statements import STATEMENT, StatementRow
from planctl.showing.status import counted
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell, PrintedStage


class FiguresRow(NamedTuple):
    """A programme, or a part of it by which it is broken down."""

    year: int
    programme: Programme
    held: Held | None = None
    item: Item | None = None

    @property
    def figures(self) -> Figures:
        """The figures of the part, or of all of it."""
        return self.item.figures if self.item else self.programme.figures

    @property
    def breakdown(self) -> Breakdown | None:
        """The breakdown that it is a part in."""
        return self.held.breakdown if self.held else None

    @property
    def stage(self) -> PrintedStage | None:
        """The stage that its name says."""
        return self.item.stage if self.item else self.programme.stage

    @property
    def share(self) -> Decimal | None:
        """The share of the part in the programme's planned investment, in per cent."""
        of = self.programme.figures.planned_investment
        return share(self.item.figures.planned_investment, of) if self.item else None


def _printed(measure: Measure) -> Callable[[FiguresRow], Cell | None]:
    return lambda row: row.figures.of(measure)


def _unit(row: FiguresRow) -> str | None:
    cells = (row.figures.planned_investment, row.figures.total_investment)
    return next((figures_of(cell)[0].unit for cell in cells if cell), None)


# fmt: off
FIGURES: tuple[Field[FiguresRow], ...] = (
    Field("year", say("Year"), say("The year of the plan."), lambda row: row.year, outputs=Output.SHEET),
    Field("programme", say("Programme"), say("The name of the programme."), lambda row: row.programme.name,
        outputs=PAGES),
    Field("level", say("Level"), say("Whose it is."), lambda row: row.programme.level, outputs=Output.SHEET),
    Field("by", say("By"), say("By what it is broken down."), lambda row: row.breakdown.by if row.breakdown else None,
        outputs=PAGES),
    Field("part", say("Part"), say("The name of the part."), lambda row: row.item.name if row.item else None,
        outputs=PAGES, names=True),
    Field("name_en", say("in English"), say("The name in English."), lambda row: (row.item or row.programme).name_en,
        outputs=Output.SHEET, english=True),
    Field("stage", say("Stage"), say("The stage that its name says."),
        lambda row: row.stage.stage if row.stage else None, outputs=Output.SHEET),
    Field("count", say("Count"), say("How many projects."), _printed(Measure.COUNT), outputs=PAGES,
        reads=target_reading),
    Field("total_investment", say("Total investment"), say("The total investment."), _printed(Measure.TOTAL_INVESTMENT),
        outputs=PAGES, reads=target_reading),
    Field("planned_investment", say("Planned investment"), say("The planned investment of the year."),
        _printed(Measure.PLANNED_INVESTMENT), outputs=PAGES, reads=target_reading),
    Field("unit", say("Unit of the investments"), say("The unit of both."), _unit, outputs=Output.SHEET),
    Field("share", say("Share in per cent"), say("The share of the part in the programme's planned investment."),
        lambda row: row.share, outputs=PAGES),
    Field("agreement", say("Sum of the parts"), say("How the parts add up."),
        lambda row: row.held.agreement if row.held else None, outputs=Output.SHEET),
)
# fmt: on


def pages_of(material: Material, wording: Wording) -> tuple[WorkbookPage, ...]:
    """Return all pages of the dataset."""
    return (
        _status(material.assessments, wording),
        *(_diff(diff, wording) for diff in material.diffs),
        _programmes(material, wording),
        _projects(material, wording),
        _pairs(material, wording),
        _statements(material, wording),
        _sources(material, wording),
    )


def _status(assessments: tuple[Assessment, ...], wording: Wording) -> WorkbookPage:
    """Return the page of all indicators of all years, with their verdicts."""
    rows = (row for each in assessments for row in status_rows(each.plan, each.judged))
    lines = (
        wording.say("{year}: {counts}", year=str(each.plan.year), counts=counted(each.counts, wording))
        for each in assessments
    )
    title = wording.say("Status")
    return page_of(title, STATUS, rows, wording, lines, is_parted=True, is_part=lambda row: row.part_of is not None)


def _diff(diff: Diff, wording: Wording) -> WorkbookPage:
    """Return the page of what became of each row of a plan in the next."""
    old, new = str(diff.before.plan.year), str(diff.after.year)
    counts = wording.summed((number, became) for became, number in summarize(diff).fates.items())
    return page_of(
        wording.say("Diff {before}-{after}", before=old, after=new),
        change_fields(old, new),
        change_rows(diff.changes, diff),
        wording,
        (wording.say("their targets: {counts}", counts=counts),),
        is_part=lambda row: row.owner is not None,
    )


def _programmes(material: Material, wording: Wording) -> WorkbookPage:
    rows = _figure_rows(material)
    title = wording.say("Programmes")
    return page_of(title, FIGURES, rows, wording, is_parted=True, is_part=lambda row: row.item is not None)


def _projects(material: Material, wording: Wording) -> WorkbookPage:
    rows = (named for plan in material.plans for report in plan.reports for named in named_in(report))
    return page_of(wording.say("Projects"), PROJECT, rows, wording, is_parted=True)


def _pairs(material: Material, wording: Wording) -> WorkbookPage:
    rows = (row for pairs in material.pairs for row in pair_rows(pairs))
    return page_of(wording.say("Pairs"), PAIR, rows, wording)


def _statements(material: Material, wording: Wording) -> WorkbookPage:
    rows = (
        StatementRow(plan, each, report)
        for plan in material.plans
        for report in plan.reports
        for each in report.statements
    )
    return page_of(wording.say("Statements"), STATEMENT, rows, wording, is_parted=True)


def _sources(material: Material, wording: Wording) -> WorkbookPage:
    rows = (ReportRow(plan, report) for plan in material.plans for report in plan.reports)
    return page_of(wording.say("Sources"), REPORT, rows, wording)


def _figure_rows(material: Material) -> Iterator[FiguresRow]:
    for plan in material.plans:
        for _, programme in planned(plan):
            yield FiguresRow(plan.year, programme)
            for held in hold(programme):
                yield from (FiguresRow(plan.year, programme, held, item) for item in held.breakdown.items)

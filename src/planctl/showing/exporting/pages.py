"""The pages of a dataset, those that an analyst would make: status, diffs, programmes, projects, pairs, sources."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planctl.diff.statements import Pairs, Taken
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import Named, named_in
from planctl.report.model import Breakdown, Figures, Item, Measure, Programme, Report
from planctl.report.plan import Plan
from planctl.showing.exporting.changes import shift_record
from planctl.showing.exporting.figures import figures_of, single_value
from planctl.showing.exporting.material import Material, shown_place
from planctl.showing.exporting.page import INDENT, Field, page_of
from planctl.showing.exporting.programmes import planned
from planctl.showing.exporting.status_page import diff_page, printed, status_page
from planctl.showing.exporting.tables import Page, Value
from planctl.showing.projects.pieces import share
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


class PairRow(NamedTuple):
    """A figure in the prose of a year beside the one that it takes up."""

    pairs: Pairs
    taken: Taken


class SourceRow(NamedTuple):
    """A report."""

    plan: Plan
    report: Report


def pages_of(material: Material, wording: Wording) -> tuple[Page, ...]:
    """Return all pages of the dataset."""
    return (
        status_page(material.assessments, wording),
        *(diff_page(diff, wording) for diff in material.diffs),
        _programmes(material, wording),
        _projects(material, wording),
        _pairs(material, wording),
        _sources(material, wording),
    )


def _programmes(material: Material, wording: Wording) -> Page:
    say = wording.say
    fields = (
        Field[FiguresRow](say("Year"), lambda row: row.year),
        Field[FiguresRow](say("Programme"), lambda row: row.programme.name, brief=True),
        Field[FiguresRow](say("Level"), lambda row: row.programme.level),
        Field[FiguresRow](say("By"), lambda row: row.breakdown.by if row.breakdown else None, brief=True),
        Field[FiguresRow](say("Part"), lambda row: f"{INDENT}{row.item.name}" if row.item else None, brief=True),
        Field[FiguresRow](say("in English"), lambda row: (row.item or row.programme).name_en, english=True),
        Field[FiguresRow](say("Stage"), lambda row: row.stage.stage if row.stage else None),
        Field[FiguresRow](say("Count"), lambda row: printed(_of(row, Measure.COUNT)), brief=True),
        Field[FiguresRow](say("Count as a number"), lambda row: single_value(_of(row, Measure.COUNT))),
        Field[FiguresRow](say("Total investment"), lambda row: printed(_of(row, Measure.TOTAL_INVESTMENT)), brief=True),
        Field[FiguresRow](
            say("Total investment as a number"), lambda row: single_value(_of(row, Measure.TOTAL_INVESTMENT))
        ),
        Field[FiguresRow](
            say("Planned investment"), lambda row: printed(_of(row, Measure.PLANNED_INVESTMENT)), brief=True
        ),
        Field[FiguresRow](
            say("Planned investment as a number"), lambda row: single_value(_of(row, Measure.PLANNED_INVESTMENT))
        ),
        Field[FiguresRow](say("Unit of the investments"), _unit),
        Field[FiguresRow](say("Share in per cent"), lambda row: row.share, brief=True),
        Field[FiguresRow](say("Sum of the parts"), lambda row: row.held.agreement if row.held else None),
    )
    return page_of(say("Programmes"), fields, _figure_rows(material), wording, is_parted=True)


def _projects(material: Material, wording: Wording) -> Page:
    say = wording.say
    fields = (
        Field[Named](say("Year"), lambda row: row.report.year),
        Field[Named](say("Project"), lambda row: row.project.name, brief=True),
        Field[Named](say("Stage"), lambda row: row.project.known_stage, brief=True),
        Field[Named](
            say("Stage as printed"), lambda row: row.project.stage.printed if row.project.stage else None, brief=True
        ),
        Field[Named](say("Sector"), lambda row: row.project.sector or None),
        Field[Named](say("Capacity"), lambda row: row.project.capacity or None),
        Field[Named](say("Company"), lambda row: row.project.company or None),
        Field[Named](say("Product"), lambda row: row.project.product or None),
        Field[Named](say("Phase"), lambda row: row.project.phase),
        Field[Named](say("Programme"), lambda row: row.programme.name if row.programme else None, brief=True),
        Field[Named](say("Level"), lambda row: row.programme.level if row.programme else None),
        Field[Named](say("Section"), lambda row: row.project.section or None),
        Field[Named](say("Id"), lambda row: row.project.id),
        Field[Named](say("Place"), lambda row: shown_place(row.report.places.get(f"projects.{row.project.id}"))),
    )
    rows = (named for plan in material.plans for report in plan.reports for named in named_in(report))
    return page_of(say("Projects"), fields, rows, wording, is_parted=True)


def _pairs(material: Material, wording: Wording) -> Page:
    say = wording.say
    fields = (
        Field[PairRow](say("Year before"), lambda row: row.pairs.before.year),
        Field[PairRow](say("Year after"), lambda row: row.pairs.after.year, brief=True),
        Field[PairRow](say("Became"), lambda row: row.taken.moved.movement, brief=True),
        Field[PairRow](say("Figure of"), lambda row: row.taken.after.label, brief=True),
        Field[PairRow](say("in English"), lambda row: row.taken.after.label_en, english=True),
        Field[PairRow](say("Figure before"), lambda row: row.taken.before.value.printed, brief=True),
        Field[PairRow](say("Figure before as a number"), lambda row: single_value(row.taken.before.value)),
        Field[PairRow](say("Figure after"), lambda row: row.taken.after.value.printed, brief=True),
        Field[PairRow](say("Figure after as a number"), lambda row: single_value(row.taken.after.value)),
        Field[PairRow](say("Change"), lambda row: shift_record(row.taken.moved.shift)["change"], brief=True),
        Field[PairRow](say("Unit of the change"), lambda row: shift_record(row.taken.moved.shift)["change_unit"]),
        Field[PairRow](say("Change in per cent"), _shift_percent),
        Field[PairRow](say("Period"), lambda row: row.taken.after.period),
        Field[PairRow](say("Section before"), lambda row: row.taken.before.section or None),
        Field[PairRow](say("Section after"), lambda row: row.taken.after.section or None),
        Field[PairRow](say("Id"), lambda row: row.taken.after.id),
    )
    rows = (PairRow(pairs, taken) for pairs in material.pairs for taken in pairs.pairs)
    return page_of(say("Pairs"), fields, rows, wording)


def _sources(material: Material, wording: Wording) -> Page:
    say = wording.say
    fields = (
        Field[SourceRow](say("Year"), lambda row: row.report.year, brief=True),
        Field[SourceRow](say("Kind"), lambda row: row.report.kind, brief=True),
        Field[SourceRow](say("Region"), lambda row: row.plan.region.name),
        Field[SourceRow](say("Code"), lambda row: row.plan.region.code),
        Field[SourceRow](say("Title"), lambda row: row.report.source.title, brief=True),
        Field[SourceRow](say("Issuer"), lambda row: row.report.source.issuer),
        Field[SourceRow](say("Delivered"), lambda row: row.report.source.delivered, brief=True),
        Field[SourceRow](say("Address"), lambda row: row.report.source.url, brief=True),
        Field[SourceRow](say("SHA-256 of the text"), lambda row: row.report.source.sha256),
    )
    rows = (SourceRow(plan, report) for plan in material.plans for report in plan.reports)
    return page_of(say("Sources"), fields, rows, wording)


def _shift_percent(row: PairRow) -> Value:
    return row.taken.moved.shift.shown_percent if row.taken.moved.shift else None


def _figure_rows(material: Material) -> Iterator[FiguresRow]:
    for plan in material.plans:
        for _, programme in planned(plan):
            yield FiguresRow(plan.year, programme)
            for held in hold(programme):
                yield from (FiguresRow(plan.year, programme, held, item) for item in held.breakdown.items)


def _unit(row: FiguresRow) -> str | None:
    cells = (row.figures.planned_investment, row.figures.total_investment)
    return next((figures_of(cell)[0].unit for cell in cells if cell), None)


def _of(row: FiguresRow, measure: Measure) -> Cell | None:
    return row.figures.of(measure)

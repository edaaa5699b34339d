"""The tables of programmes, of what they are broken down by and whether sums hold, and of named projects."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.judging.sums import Sum
from planctl.messages.message import say
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import named_in
from planctl.projects.totals import Total, total
from planctl.report.model import Item, Measure, Overlap, Programme, Report
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import DataTable, Shape, column, filled, key_of, shape_of
from planctl.showing.fields import Type
from planctl.showing.pieces import report_key
from planctl.showing.projects.pieces import share
from planctl.showing.projects.project import PROJECT
from planctl.showing.projects.sums import all_shares
from planctl.showing.wording import Wording


class ProgrammeRow(NamedTuple):
    """A programme in its report."""

    plan: Plan
    report: Report
    programme: Programme

    @property
    def key(self) -> str:
        """What tells it apart."""
        return programme_key(*self)

    def other(self, id: str) -> str | None:
        """Return what tells another programme of the same report apart."""
        found = next((each for each in self.report.programmes if each.id == id), None)
        return programme_key(self.plan, self.report, found) if found else None


class OverlapRow(NamedTuple):
    """A programme that another may have projects of."""

    of: ProgrammeRow
    overlap: Overlap


class BreakdownRow(NamedTuple):
    """A breakdown of a programme, which is the first, the second and so on."""

    of: ProgrammeRow
    held: Held
    number: int

    @property
    def key(self) -> str:
        """What tells it apart."""
        return breakdown_key(*self.of, self.number)

    @property
    def worst(self) -> tuple[Measure | None, Sum | None]:
        """The sum that agrees worst, and what it is of."""
        return self.held.worst or (None, None)


class SumRow(NamedTuple):
    """The sum of the parts of a breakdown."""

    of: BreakdownRow
    measure: Measure
    found: Sum


class ItemRow(NamedTuple):
    """A part of a breakdown, and which it is, from 1."""

    of: BreakdownRow
    position: int
    item: Item


class TotalRow(NamedTuple):
    """What all programmes of a plan come to together."""

    plan: Plan
    measure: Measure
    total: Total


# fmt: off
PROGRAMMES = Shape(
    "programmes",
    say("The lists of projects that the reports plan. Their figures stand among the observations."),
    (
    column("key", say("Region, report and id."), lambda row: row.key, required=True),
    column("region", say("Whose plan it is in."), lambda row: row.plan.region.code, references="regions",
        required=True),
    column("year", say("The year of the plan."), lambda row: row.plan.year, Type.INTEGER, required=True),
    column("report_key", say("The report."), lambda row: report_key(row.plan, row.report), references="reports",
        required=True),
    column("id", say("The identity of the programme across years."), lambda row: row.programme.id, required=True),
    column("name", say("The name as printed."), lambda row: row.programme.name, required=True),
    column("name_en", say("The name in English."), lambda row: row.programme.name_en or None),
    column("level", say("Whose it is: national down to county."), lambda row: row.programme.level, required=True),
    column("section", say("Where the report has it."), lambda row: row.programme.section or None),
    column("stage", say("preparatory, starting, continuing or completing."),
        lambda row: row.programme.stage and row.programme.stage.stage),
    column("stage_printed", say("The words for the stage."),
        lambda row: row.programme.stage and row.programme.stage.printed),
    ),
)
OVERLAPS = Shape(
    "overlaps",
    say("Programmes that may have some of the same projects."),
    (
    column("key", say("The programme and the id of the other one."),
        lambda row: key_of(row.of.key, row.overlap.id), required=True),
    column("programme_key", say("The programme."), lambda row: row.of.key, references="programmes", required=True),
    column("other_key", say("The programme that may have projects of it."), lambda row: row.of.other(row.overlap.id),
        references="programmes"),
    column("within", say("The part of that one outside of which there are none."), lambda row: row.overlap.within),
    column("remark", say("Why we hold so."), lambda row: row.overlap.remark, required=True),
    ),
)
BREAKDOWNS = Shape(
    "breakdowns",
    say("By what each programme is broken down, and whether its parts add up."),
    (
    column("key", say("The programme and by what it is broken down."), lambda row: row.key, required=True),
    column("programme_key", say("The programme."), lambda row: row.of.key, references="programmes", required=True),
    column("by", say("area, stage, source, sector or level."), lambda row: row.held.breakdown.by, required=True),
    column("section", say("Where the report has it."), lambda row: row.held.breakdown.section or None),
    column("agreement", say("exact, within-rounding or beyond: how the worst of its sums stands."),
        lambda row: row.held.agreement),
    column("measure", say("The measure of that sum."), lambda row: row.worst[0] and measure_name(row.worst[0])),
    column("difference", say("That sum minus the printed figure."),
        lambda row: row.worst[1] and row.worst[1].difference, Type.DECIMAL),
    ),
)
SUMS = Shape(
    "sums",
    say("The sum of the parts of each breakdown, held against the figure printed for the whole."),
    (
    column("key", say("The breakdown and the measure."), lambda row: key_of(row.of.key, measure_name(row.measure)),
        required=True),
    column("breakdown_key", say("The breakdown."), lambda row: row.of.key, references="breakdowns", required=True),
    column("measure", say("count, total-investment or planned-investment."), lambda row: measure_name(row.measure),
        required=True),
    column("sum", say("The sum of the parts."), lambda row: row.found.figure.size, Type.DECIMAL, required=True),
    column("whole", say("The figure printed for the whole."), lambda row: row.found.whole and row.found.whole.size,
        Type.DECIMAL),
    column("unit", say("The unit of both."), lambda row: row.found.figure.unit or None),
    column("difference", say("The sum minus the whole."), lambda row: row.found.difference, Type.DECIMAL),
    column("rounding", say("The most that rounding could explain."),
        lambda row: row.found.rounding if row.found.whole else None, Type.DECIMAL),
    column("agreement", say("exact, within-rounding or beyond."), lambda row: row.found.agreement),
    ),
)
ITEMS = Shape(
    "breakdown_items",
    say("The parts of each breakdown. Their figures stand among the observations."),
    (
    column("key", say("The breakdown and the position."), lambda row: key_of(row.of.key, row.position), required=True),
    column("breakdown_key", say("The breakdown."), lambda row: row.of.key, references="breakdowns", required=True),
    column("position", say("Which part it is, from 1."), lambda row: row.position, Type.INTEGER, required=True),
    column("name", say("The name as printed."), lambda row: row.item.name, required=True),
    column("name_en", say("The name in English."), lambda row: row.item.name_en or None),
    column("stage", say("preparatory, starting, continuing or completing."),
        lambda row: row.item.stage and row.item.stage.stage),
    column("stage_printed", say("The words for the stage."), lambda row: row.item.stage and row.item.stage.printed),
    column("share", say("The per cent of the programme's planned investment."),
        lambda row: share(row.item.figures.planned_investment, row.of.of.programme.figures.planned_investment),
        Type.DECIMAL),
    ),
)
TOTALS = Shape(
    "totals",
    say("What all programmes of a year come to together, for they may have projects in common."),
    (
    column("key", say("Region, year and measure."),
        lambda row: key_of(row.plan.region.code, row.plan.year, measure_name(row.measure)), required=True),
    column("region", say("Whose plan it is."), lambda row: row.plan.region.code, references="regions", required=True),
    column("year", say("The year of the plan."), lambda row: row.plan.year, Type.INTEGER, required=True),
    column("measure", say("count, total-investment or planned-investment."), lambda row: measure_name(row.measure),
        required=True),
    column("least", say("The least that they can come to."), lambda row: row.total.least, Type.DECIMAL, required=True),
    column("most", say("The most, where they have nothing in common."), lambda row: row.total.most, Type.DECIMAL,
        required=True),
    column("unit", say("The unit of both."), lambda row: row.total.unit or None),
    column("without", say("The ids of programmes that are not in it, with spaces between."),
        lambda row: tuple(programme.id for programme in row.total.without)),
    ),
)
# fmt: on
PROJECTS = shape_of("projects", say("The projects that the reports name."), PROJECT)


def programme_tables(material: Material, wording: Wording) -> tuple[DataTable, ...]:
    """Return the tables of programmes, overlaps, breakdowns, sums, parts, totals and named projects."""
    plans = material.plans
    programmes = [ProgrammeRow(plan, *each) for plan in plans for each in planned(plan)]
    breakdowns = [
        BreakdownRow(row, held, number) for row in programmes for number, held in enumerate(hold(row.programme), 1)
    ]
    overlaps = (OverlapRow(row, each) for row in programmes for each in row.programme.overlaps)
    sums = (SumRow(row, measure, found) for row in breakdowns for measure, found in row.held.sums)
    items = (ItemRow(row, *each) for row in breakdowns for each in enumerate(row.held.breakdown.items, 1))
    named = (each for plan in plans for report in plan.reports for each in named_in(report))
    rows = (
        (PROGRAMMES, programmes),
        (OVERLAPS, overlaps),
        (BREAKDOWNS, breakdowns),
        (SUMS, sums),
        (ITEMS, items),
        (TOTALS, (row for plan in plans for row in _totals(plan))),
        (PROJECTS, named),
    )
    return tuple(filled(shape, each, wording) for shape, each in rows)


def planned(plan: Plan) -> Iterator[tuple[Report, Programme]]:
    """Yield each programme of a plan with the report that has it."""
    for report in plan.reports:
        for programme in report.programmes:
            yield report, programme


def programme_key(plan: Plan, report: Report, programme: Programme) -> str:
    """Return the key of a programme."""
    return key_of(report_key(plan, report), "programmes", programme.id)


def breakdown_key(plan: Plan, report: Report, programme: Programme, number: int) -> str:
    """Return the key of a programme's breakdown, which is the first, the second and so on."""
    return key_of(programme_key(plan, report, programme), programme.breakdowns[number - 1].by.value, number)


def measure_name(measure: Measure) -> str:
    """Return how a measure of projects is called among the measures of observations."""
    return measure.value.replace("_", "-")


def _totals(plan: Plan) -> Iterator[TotalRow]:
    shares = all_shares(plan)
    for measure in Measure:
        if found := total(shares, measure):
            yield TotalRow(plan, measure, found)

"""The tables of programmes, of what they are broken down by and whether sums hold, and of named projects."""

from collections.abc import Iterator

from planctl.messages.message import say
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import named_in
from planctl.projects.totals import total
from planctl.report.model import Measure, Programme, Report
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import Column, Record, Shape, Table, filled, key_of, shape_of, tabulate
from planctl.showing.fields import Type
from planctl.showing.pieces import report_key, report_name
from planctl.showing.projects.pieces import share, stage_document
from planctl.showing.projects.project import PROJECT
from planctl.showing.projects.sums import all_shares
from planctl.showing.wording import Wording

_OF_REPORT = (
    Column("region", Type.TEXT, say("Whose plan it is in."), "regions", required=True),
    Column("year", Type.INTEGER, say("The year of the plan."), required=True),
    Column("report_key", Type.TEXT, say("The report."), "reports", required=True),
)
_STAGE = (
    Column("stage", Type.TEXT, say("preparatory, starting, continuing or completing.")),
    Column("stage_printed", Type.TEXT, say("The words for the stage.")),
)
PROGRAMMES = Shape(
    "programmes",
    say("The lists of projects that the reports plan. Their figures stand among the observations."),
    (
        Column("key", Type.TEXT, say("Region, report and id."), required=True),
        *_OF_REPORT,
        Column("id", Type.TEXT, say("The identity of the programme across years."), required=True),
        Column("name", Type.TEXT, say("The name as printed."), required=True),
        Column("name_en", Type.TEXT, say("The name in English."), required=True),
        Column("level", Type.TEXT, say("Whose it is: national down to county."), required=True),
        Column("section", Type.TEXT, say("Where the report has it.")),
        *_STAGE,
    ),
)
OVERLAPS = Shape(
    "overlaps",
    say("Programmes that may have some of the same projects."),
    (
        Column("key", Type.TEXT, say("The programme and the id of the other one."), required=True),
        Column("programme_key", Type.TEXT, say("The programme."), "programmes", required=True),
        Column("other_key", Type.TEXT, say("The programme that may have projects of it."), "programmes"),
        Column("within", Type.TEXT, say("The part of that one outside of which there are none.")),
        Column("remark", Type.TEXT, say("Why we hold so."), required=True),
    ),
)
BREAKDOWNS = Shape(
    "breakdowns",
    say("By what each programme is broken down, and whether its parts add up."),
    (
        Column("key", Type.TEXT, say("The programme and by what it is broken down."), required=True),
        Column("programme_key", Type.TEXT, say("The programme."), "programmes", required=True),
        Column("by", Type.TEXT, say("area, stage, source, sector or level."), required=True),
        Column("section", Type.TEXT, say("Where the report has it.")),
        Column("agreement", Type.TEXT, say("exact, within-rounding or beyond: how the worst of its sums stands.")),
        Column("measure", Type.TEXT, say("The measure of that sum.")),
        Column("difference", Type.DECIMAL, say("That sum minus the printed figure.")),
    ),
)
SUMS = Shape(
    "sums",
    say("The sum of the parts of each breakdown, held against the figure printed for the whole."),
    (
        Column("key", Type.TEXT, say("The breakdown and the measure."), required=True),
        Column("breakdown_key", Type.TEXT, say("The breakdown."), "breakdowns", required=True),
        Column("measure", Type.TEXT, say("count, total-investment or planned-investment."), required=True),
        Column("sum", Type.DECIMAL, say("The sum of the parts."), required=True),
        Column("whole", Type.DECIMAL, say("The figure printed for the whole.")),
        Column("unit", Type.TEXT, say("The unit of both.")),
        Column("difference", Type.DECIMAL, say("The sum minus the whole.")),
        Column("rounding", Type.DECIMAL, say("The most that rounding could explain.")),
        Column("agreement", Type.TEXT, say("exact, within-rounding or beyond.")),
    ),
)
ITEMS = Shape(
    "breakdown_items",
    say("The parts of each breakdown. Their figures stand among the observations."),
    (
        Column("key", Type.TEXT, say("The breakdown and the position."), required=True),
        Column("breakdown_key", Type.TEXT, say("The breakdown."), "breakdowns", required=True),
        Column("position", Type.INTEGER, say("Which part it is, from 1."), required=True),
        Column("name", Type.TEXT, say("The name as printed."), required=True),
        Column("name_en", Type.TEXT, say("The name in English."), required=True),
        *_STAGE,
        Column("share", Type.DECIMAL, say("The per cent of the programme's planned investment.")),
    ),
)
TOTALS = Shape(
    "totals",
    say("What all programmes of a year come to together, for they may have projects in common."),
    (
        Column("key", Type.TEXT, say("Region, year and measure."), required=True),
        Column("region", Type.TEXT, say("Whose plan it is."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year of the plan."), required=True),
        Column("measure", Type.TEXT, say("count, total-investment or planned-investment."), required=True),
        Column("least", Type.DECIMAL, say("The least that they can come to."), required=True),
        Column("most", Type.DECIMAL, say("The most, where they have nothing in common."), required=True),
        Column("unit", Type.TEXT, say("The unit of both.")),
        Column("without", Type.TEXT, say("The ids of programmes that are not in it, with spaces between.")),
    ),
)
PROJECTS = shape_of("projects", say("The projects that the reports name."), PROJECT)


def programme_tables(material: Material, wording: Wording) -> tuple[Table, ...]:
    """Return the tables of programmes, overlaps, breakdowns, sums, parts, totals and named projects."""
    plans = material.plans
    every = [(plan, report, programme) for plan in plans for report, programme in planned(plan)]
    held = [
        (breakdown_key(*each, number), programme_key(*each), each[2], one)
        for each in every
        for number, one in enumerate(hold(each[2]), 1)
    ]
    return (
        tabulate(PROGRAMMES, (_programme(*each) for each in every)),
        tabulate(OVERLAPS, (record for each in every for record in _overlaps(*each, wording))),
        tabulate(BREAKDOWNS, (_breakdown(key, programme, one) for key, programme, _, one in held)),
        tabulate(SUMS, (record for key, *_, one in held for record in _sums(key, one))),
        tabulate(ITEMS, (record for key, _, programme, one in held for record in _items(key, programme, one))),
        tabulate(TOTALS, (record for plan in plans for record in _totals(plan))),
        filled(
            PROJECTS, PROJECT, (each for plan in plans for report in plan.reports for each in named_in(report)), wording
        ),
    )


def planned(plan: Plan) -> Iterator[tuple[Report, Programme]]:
    """Yield each programme of a plan with the report that has it."""
    for report in plan.reports:
        for programme in report.programmes:
            yield report, programme


def programme_key(plan: Plan, report: Report, programme: Programme) -> str:
    """Return the key of a programme."""
    return key_of(plan.region.code, report_name(report), "programmes", programme.id)


def breakdown_key(plan: Plan, report: Report, programme: Programme, number: int) -> str:
    """Return the key of a programme's breakdown, which is the first, the second and so on."""
    return key_of(programme_key(plan, report, programme), programme.breakdowns[number - 1].by.value, number)


def measure_name(measure: Measure) -> str:
    """Return how a measure of projects is called among the measures of observations."""
    return measure.value.replace("_", "-")


def _of_report(plan: Plan, report: Report) -> Record:
    key = report_key(plan, report)
    return {"region": plan.region.code, "year": plan.year, "report_key": key}


def _programme(plan: Plan, report: Report, programme: Programme) -> Record:
    return {
        "key": programme_key(plan, report, programme),
        **_of_report(plan, report),
        "id": programme.id,
        "name": programme.name,
        "name_en": programme.name_en,
        "level": programme.level.value,
        "section": programme.section or None,
        **stage_document(programme.stage),
    }


def _overlaps(plan: Plan, report: Report, programme: Programme, wording: Wording) -> Iterator[Record]:
    key = programme_key(plan, report, programme)
    known = {each.id: each for each in report.programmes}
    for overlap in programme.overlaps:
        other = known.get(overlap.id)
        yield {
            "key": key_of(key, overlap.id),
            "programme_key": key,
            "other_key": programme_key(plan, report, other) if other else None,
            "within": overlap.within,
            "remark": wording.text(overlap.remark),
        }


def _breakdown(key: str, programme: str, held: Held) -> Record:
    measure, worst = held.worst or (None, None)
    return {
        "key": key,
        "programme_key": programme,
        "by": held.breakdown.by.value,
        "section": held.breakdown.section or None,
        "agreement": held.agreement.value if held.agreement else None,
        "measure": measure_name(measure) if measure else None,
        "difference": worst.difference if worst else None,
    }


def _sums(key: str, held: Held) -> Iterator[Record]:
    for measure, found in held.sums:
        yield {
            "key": key_of(key, measure_name(measure)),
            "breakdown_key": key,
            "measure": measure_name(measure),
            "sum": found.figure.size,
            "whole": found.whole.size if found.whole else None,
            "unit": found.figure.unit or None,
            "difference": found.difference,
            "rounding": found.rounding if found.whole else None,
            "agreement": found.agreement.value if found.agreement else None,
        }


def _items(key: str, programme: Programme, held: Held) -> Iterator[Record]:
    for position, item in enumerate(held.breakdown.items, 1):
        yield {
            "key": key_of(key, position),
            "breakdown_key": key,
            "position": position,
            "name": item.name,
            "name_en": item.name_en,
            **stage_document(item.stage),
            "share": share(item.figures.planned_investment, programme.figures.planned_investment),
        }


def _totals(plan: Plan) -> Iterator[Record]:
    shares = all_shares(plan)
    for measure in Measure:
        if found := total(shares, measure):
            yield {
                "key": key_of(plan.region.code, plan.year, measure_name(measure)),
                "region": plan.region.code,
                "year": plan.year,
                "measure": measure_name(measure),
                "least": found.least,
                "most": found.most,
                "unit": found.unit or None,
                "without": " ".join(programme.id for programme in found.without) or None,
            }

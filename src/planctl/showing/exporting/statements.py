"""The table of statements: the figures in the prose. What each says stands among the observations."""

from collections.abc import Iterator

from planctl.messages.message import say
from planctl.report.model import Report, Statement
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material, report_name, shown_place
from planctl.showing.exporting.tables import Column, Record, Shape, Table, Type, key_of, tabulate

STATEMENTS = Shape(
    "statements",
    say("The figures in the prose of the reports."),
    (
        Column("key", Type.TEXT, say("Region, report and id."), required=True),
        Column("region", Type.TEXT, say("Whose report it is in."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year that the report is of."), required=True),
        Column("report_key", Type.TEXT, say("The report."), "reports", required=True),
        Column("id", Type.TEXT, say("The identity of the statement."), required=True),
        Column("section", Type.TEXT, say("Where the report has it.")),
        Column("label", Type.TEXT, say("What the figure is of, in Chinese."), required=True),
        Column("label_en", Type.TEXT, say("What the figure is of, in English."), required=True),
        Column("printed", Type.TEXT, say("The figure as printed.")),
        Column("period", Type.TEXT, say("Whether it is of the year or cumulative."), required=True),
        Column("quote", Type.TEXT, say("The words around it."), required=True),
        Column("better", Type.TEXT, say("Whether higher or lower is better."), required=True),
        Column("repeats", Type.TEXT, say("The row of a table, or figure of a programme, that says the same.")),
        Column("continues", Type.TEXT, say("The statement of the year before that it takes up.")),
        Column("part_of", Type.TEXT, say("The row or statement of which it is a part.")),
        Column("place", Type.TEXT, say("Where it stands in the data: file, line and column.")),
    ),
)


def statement_table(material: Material) -> Table:
    """Return the table of the statements of all reports."""
    return tabulate(STATEMENTS, (record for plan in material.plans for record in _records(plan)))


def stated(plan: Plan) -> Iterator[tuple[Report, Statement]]:
    """Yield each statement of a plan with the report that has it."""
    for report in plan.reports:
        for statement in report.statements:
            yield report, statement


def statement_key(plan: Plan, statement: Statement) -> str:
    """Return the key of a statement of a plan; reports of one year may give different ones the same id."""
    report = next(report for report in plan.reports if statement in report.statements)
    return key_of(plan.region.code, report_name(report), "statements", statement.id)


def _records(plan: Plan) -> Iterator[Record]:
    for report, each in stated(plan):
        yield {
            "key": key_of(plan.region.code, report_name(report), "statements", each.id),
            "region": plan.region.code,
            "year": plan.year,
            "report_key": key_of(plan.region.code, report_name(report)),
            "id": each.id,
            "section": each.section or None,
            "label": each.label,
            "label_en": each.label_en,
            "printed": each.value.printed,
            "period": each.period.value,
            "quote": each.quote,
            "better": each.better.value,
            "repeats": each.repeats,
            "continues": each.continues,
            "part_of": each.part_of,
            "place": shown_place(report.places.get(f"statements.{each.id}")),
        }

"""The table of statements: the figures in the prose. What each says stands among the observations."""

from collections.abc import Iterator

from planctl.messages.message import say
from planctl.report.model import Report, Statement
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import DataTable, filled, shape_of
from planctl.showing.statements import STATEMENT, StatementRow
from planctl.showing.wording import Wording

STATEMENTS = shape_of("statements", say("The figures in the prose of the reports."), STATEMENT)


def statement_table(material: Material, wording: Wording) -> DataTable:
    """Return the table of the statements of all reports."""
    rows = (StatementRow(plan, each, report) for plan in material.plans for report, each in stated(plan))
    return filled(STATEMENTS, rows, wording)


def stated(plan: Plan) -> Iterator[tuple[Report, Statement]]:
    """Yield each statement of a plan with the report that has it."""
    for report in plan.reports:
        for statement in report.statements:
            yield report, statement

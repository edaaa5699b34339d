"""`planctl statements`: the figures in a report's prose."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.diff.statements import Stated
from planctl.messages.message import Place, say
from planctl.report.model import Report, Statement
from planctl.report.plan import Plan
from planctl.showing.fields import (
    NOWHERE,
    PROGRAMS,
    UNTITLED,
    Field,
    Output,
    Type,
    brief_of,
    csv_of,
    object_of,
    table_of,
)
from planctl.showing.look import Look
from planctl.showing.pieces import heading, report_key, shown_place
from planctl.showing.reading import actual_reading
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


class StatementRow(NamedTuple):
    """A statement in its plan, and the report that has it, where that is known already."""

    plan: Plan
    statement: Statement
    known: Report | None = None

    @property
    def report(self) -> Report:
        """The report that has it; reports of one year may give different ones the same id."""
        return self.known or next(report for report in self.plan.reports if self.statement in report.statements)

    @property
    def key(self) -> str:
        """What tells it apart in a dataset."""
        return f"{self.report_key}.statements.{self.statement.id}"

    @property
    def report_key(self) -> str:
        """What tells its report apart in a dataset."""
        return report_key(self.plan, self.report)

    @property
    def at(self) -> str:
        """The name of its place."""
        return f"statements.{self.statement.id}"

    @property
    def place(self) -> Place | None:
        """Where it stands in the data."""
        return self.plan.place(self.at)


# fmt: off
IN = ("statements",)
STATEMENT: tuple[Field[StatementRow], ...] = (
    Field("key", UNTITLED, say("Region, report and id."), lambda row: row.key, outputs=NOWHERE, tables=IN,
        required=True),
    Field("region", UNTITLED, say("Whose report it is in."), lambda row: row.plan.region.code, outputs=NOWHERE,
        tables=IN, references="regions", required=True),
    Field("year", say("Year"), say("The year that the report is of."), lambda row: row.plan.year, Type.INTEGER,
        outputs=Output.SHEET, tables=IN, required=True),
    Field("report_key", UNTITLED, say("The report."), lambda row: row.report_key, outputs=NOWHERE, tables=IN,
        references="reports", required=True),
    Field("id", UNTITLED, say("The identity of the statement."), lambda row: row.statement.id, outputs=PROGRAMS,
        tables=IN, required=True),
    Field("section", say("Section"), say("Where the report has it."), lambda row: row.statement.section, tables=IN,
        style="dim", spare=1),
    Field("label", say("Figure of"), say("What the figure is of, in Chinese."), lambda row: row.statement.label,
        tables=IN, required=True, least=16, names=True),
    Field("label_en", say("in English"), say("What the figure is of, in English."), lambda row: row.statement.label_en,
        outputs=PROGRAMS | Output.TABLE | Output.SHEET, tables=IN, style="dim", least=30, spare=5, english=True),
    Field("value", say("Value"), say("The figure as printed."), lambda row: row.statement.value, style="bold",
        tables=IN, reads=actual_reading, least=12),
    Field("period", say("Period"), say("Whether it is of the year or cumulative."), lambda row: row.statement.period,
        tables=IN, required=True, style="dim", spare=2),
    Field("repeats", say("Repeats"), say("The row of a table, or figure of a programme, that says the same."),
        lambda row: row.statement.repeats, tables=IN, style="dim", least=20, spare=4),
    Field("continues", say("Takes up"), say("The statement of the year before that it takes up."),
        lambda row: row.statement.continues, tables=IN, style="dim", least=20, spare=6),
    Field("quote", say("Words"), say("The words around it."), lambda row: row.statement.quote, tables=IN, required=True,
        style="dim", least=30, spare=3),
    Field("better", UNTITLED, say("Whether higher or lower is better."), lambda row: row.statement.better,
        outputs=Output.OBJECT, tables=IN, required=True),
    Field("part_of", UNTITLED, say("The row or statement of which it is a part."), lambda row: row.statement.part_of,
        outputs=PROGRAMS, tables=IN),
    Field("place", UNTITLED, say("Where it stands in the data: file, line and column."),
        lambda row: str(row.place or ""),
        outputs=PROGRAMS),
    Field("place", UNTITLED, say("Where it stands in the data: file, line and column."),
        lambda row: shown_place(row.report.places.get(row.at)), outputs=NOWHERE, tables=IN),
)
# fmt: on
CONTRACT = tuple(field for field in Statement._fields if field != "ground")
COLUMNS = ("id", "section", "label", "label_en", "value", "period", "quote", "repeats", "continues", "part_of", "place")
"""The order of the JSON, and that of CSV and Markdown."""


def document(stated: Stated, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `statements`."""
    plan = stated.plan
    return {
        "schema": 1,
        "region": plan.region._asdict(),
        "year": plan.year,
        "statements": [statement_document(plan, statement, wording) for statement in stated.statements],
    }


def statement_document(plan: Plan, statement: Statement, wording: Wording) -> dict[str, Any]:
    """Return the JSON of a statement, with its place."""
    found = object_of(STATEMENT, StatementRow(plan, statement), wording, CONTRACT)
    behind = {key: found.pop(key) for key in ("value_reading", "place")}
    return {**found, **behind}


def _rows(stated: Stated) -> Iterator[StatementRow]:
    return (StatementRow(stated.plan, each) for each in stated.statements)


def sheet(stated: Stated, wording: Wording) -> Sheet:
    """Return a row for each statement."""
    return csv_of(STATEMENT, _rows(stated), wording, COLUMNS)


def brief(stated: Stated, wording: Wording) -> Sheet:
    """Return a row for each statement, with what a reader wants of it."""
    return brief_of(STATEMENT, _rows(stated), wording)


def table(stated: Stated, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each statement in the order of the text, and how many there are."""
    from planctl.showing.table import Piece, fit_lines, left_out

    shown = table_of(STATEMENT, _rows(stated), look)
    shown_count, total = len(stated.statements), len(stated.plan.statements)
    count = look.wording.say("{count} of {total} statements", count=shown_count, total=total)
    return [heading(stated.plan, look), shown, fit_lines([Piece(""), Piece(count), *left_out(shown, look)], look)]

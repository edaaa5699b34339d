"""The tables of regions, reports, years, indicators and verdicts."""

from typing import NamedTuple

from planctl.judging.assessment import Assessment
from planctl.messages.message import Message, say
from planctl.report.model import Report
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import DataTable, Shape, column, filled, key_of, shape_of
from planctl.showing.fields import NOWHERE, PAGES, UNTITLED, Field, Output, Type
from planctl.showing.indicator import STATUS, status_rows
from planctl.showing.pieces import report_key
from planctl.showing.wording import Wording


class ReportRow(NamedTuple):
    """A report of a plan."""

    plan: Plan
    report: Report


REGIONS = Shape(
    "regions",
    say("Whose plans they are."),
    (
        column("code", say("The six-digit code of GB/T 2260."), lambda region: region.code, required=True),
        column("name", say("The name as printed."), lambda region: region.name, required=True),
        column("name_en", say("The name in English."), lambda region: region.name_en or None),
    ),
)
# fmt: off
IN = ("reports",)
REPORT: tuple[Field[ReportRow], ...] = (
    Field("key", UNTITLED, say("Region, kind and year."), lambda row: report_key(*row), outputs=NOWHERE, tables=IN,
        required=True),
    Field("year", say("Year"), say("The year of which it is."), lambda row: row.report.year, Type.INTEGER,
        outputs=PAGES, tables=IN, required=True),
    Field("kind", say("Kind"), say("indicators (the outcome), targets, projects, final or progress (within the year)."),
        lambda row: row.report.kind, outputs=PAGES, tables=IN, required=True),
    Field("name", say("Region"), say("Whose report it is."), lambda row: row.plan.region.name, outputs=Output.SHEET),
    Field("region", say("Code"), say("Whose report it is, by its code."), lambda row: row.plan.region.code,
        outputs=Output.SHEET, tables=IN, references="regions", required=True),
    Field("title", say("Title"), say("The title of the published report."), lambda row: row.report.source.title,
        outputs=PAGES, tables=IN, required=True),
    Field("issuer", say("Issuer"), say("Who issued it."), lambda row: row.report.source.issuer or None,
        outputs=Output.SHEET, tables=IN),
    Field("delivered", say("Delivered"), say("When it was presented."), lambda row: row.report.source.delivered,
        Type.DATE, outputs=PAGES, tables=IN),
    Field("url", say("Address"), say("Where it was published, if it was."), lambda row: row.report.source.url or None,
        outputs=PAGES, tables=IN),
    Field("sha256", say("SHA-256 of the text"), say("The digest of the published text that was transcribed."),
        lambda row: row.report.source.sha256 or None, outputs=Output.SHEET, tables=IN),
)
# fmt: on
REPORTS = shape_of(
    "reports",
    say("The published reports, one row for what each says of a year's outcome, targets or projects."),
    REPORT,
)


def _count(name: str, description: Message) -> Field[Assessment]:
    return column(name, description, lambda row: getattr(row.counts, name), Type.INTEGER, required=True)


def _stated(name: str, description: Message) -> Field[Assessment]:
    def stated(row: Assessment) -> int | None:
        return getattr(row.plan.claim, name) if row.plan.claim else None

    return column(f"stated_{name}", description, stated, Type.INTEGER)


def _agrees(row: Assessment) -> bool | None:
    return row.agreement.agrees if row.agreement else None


YEAR: tuple[Field[Assessment], ...] = (
    column("key", say("Region and year."), lambda row: key_of(row.plan.region.code, row.plan.year), required=True),
    column("region", say("Whose plan it is."), lambda row: row.plan.region.code, references="regions", required=True),
    column("year", say("The year of the plan."), lambda row: row.plan.year, Type.INTEGER, required=True),
    _count("total", say("How many indicators it has.")),
    _count("met", say("How many of them were met.")),
    _count("unmet", say("How many were not.")),
    _count("discontinued", say("How many are no longer counted.")),
    _count("pending", say("How many have no published result.")),
    _count("undetermined", say("How many have one that cannot be judged.")),
    _stated("total", say("How many indicators the report says that there are.")),
    _stated("met", say("How many it says were met.")),
    _stated("unmet", say("How many it says were not.")),
    _stated("discontinued", say("How many it says are no longer counted.")),
    column("agrees", say("Whether counts and members are those that the report states."), _agrees, Type.BOOLEAN),
)
YEARS = Shape("years", say("What each year's plan comes to, and what the report says that it does."), YEAR)
INDICATORS = shape_of(
    "indicators", say("The rows of each year's table: indicators, and the parts printed under them."), STATUS
)
VERDICTS = shape_of(
    "verdicts", say("What became of each indicator and part; a part without figures has no verdict."), STATUS
)


def indicator_tables(material: Material, wording: Wording) -> tuple[DataTable, ...]:
    """Return the tables of regions, reports, years, indicators and verdicts."""
    rows = [row for each in material.assessments for row in status_rows(each.plan, each.judged)]
    reports = (ReportRow(plan, report) for plan in material.plans for report in plan.reports)
    regions = {plan.region.code: plan.region for plan in material.plans}
    return (
        filled(REGIONS, regions.values(), wording),
        filled(REPORTS, reports, wording),
        filled(YEARS, material.assessments, wording),
        filled(INDICATORS, rows, wording),
        filled(VERDICTS, (row for row in rows if row.verdict), wording),
    )

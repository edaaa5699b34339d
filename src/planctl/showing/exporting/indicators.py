"""The tables of regions, reports, years, indicators and verdicts."""

from typing import NamedTuple

from planctl.judging.assessment import Assessment
from planctl.messages.message import say
from planctl.report.model import Report
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import Column, Record, Shape, Table, filled, key_of, shape_of, tabulate
from planctl.showing.fields import NOWHERE, UNTITLED, Field, Output, Type
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
        Column("code", Type.TEXT, say("The six-digit code of GB/T 2260."), required=True),
        Column("name", Type.TEXT, say("The name as printed."), required=True),
        Column("name_en", Type.TEXT, say("The name in English."), required=True),
    ),
)
# fmt: off
IN = ("reports",)
WANTED = Output.SHEET | Output.DOCUMENT
REPORT: tuple[Field[ReportRow], ...] = (
    Field("key", UNTITLED, say("Region, kind and year."), lambda row: report_key(*row), outputs=NOWHERE, tables=IN,
        required=True),
    Field("year", say("Year"), say("The year of which it is."), lambda row: row.report.year, Type.INTEGER,
        outputs=WANTED, tables=IN, required=True),
    Field("kind", say("Kind"), say("indicators (the outcome), targets or projects."), lambda row: row.report.kind,
        outputs=WANTED, tables=IN, required=True),
    Field("name", say("Region"), say("Whose report it is."), lambda row: row.plan.region.name, outputs=Output.SHEET),
    Field("region", say("Code"), say("Whose report it is, by its code."), lambda row: row.plan.region.code,
        outputs=Output.SHEET, tables=IN, references="regions", required=True),
    Field("title", say("Title"), say("The title of the published report."), lambda row: row.report.source.title,
        outputs=WANTED, tables=IN, required=True),
    Field("issuer", say("Issuer"), say("Who issued it."), lambda row: row.report.source.issuer, outputs=Output.SHEET,
        tables=IN, required=True),
    Field("delivered", say("Delivered"), say("When it was presented."), lambda row: row.report.source.delivered,
        Type.DATE, outputs=WANTED, tables=IN, required=True),
    Field("url", say("Address"), say("Where it was published."), lambda row: row.report.source.url, outputs=WANTED,
        tables=IN, required=True),
    Field("sha256", say("SHA-256 of the text"), say("The digest of the published text that was transcribed."),
        lambda row: row.report.source.sha256, outputs=Output.SHEET, tables=IN, required=True),
)
# fmt: on
REPORTS = shape_of(
    "reports",
    say("The published reports, one row for what each says of a year's outcome, targets or projects."),
    REPORT,
)
COUNTS = ("total", "met", "unmet", "discontinued", "pending", "undetermined")
STATED = ("total", "met", "unmet", "discontinued")
YEARS = Shape(
    "years",
    say("What each year's plan comes to, and what the report says that it does."),
    (
        Column("key", Type.TEXT, say("Region and year."), required=True),
        Column("region", Type.TEXT, say("Whose plan it is."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year of the plan."), required=True),
        Column("total", Type.INTEGER, say("How many indicators it has."), required=True),
        Column("met", Type.INTEGER, say("How many of them were met."), required=True),
        Column("unmet", Type.INTEGER, say("How many were not."), required=True),
        Column("discontinued", Type.INTEGER, say("How many are no longer counted."), required=True),
        Column("pending", Type.INTEGER, say("How many have no published result."), required=True),
        Column("undetermined", Type.INTEGER, say("How many have one that cannot be judged."), required=True),
        Column("stated_total", Type.INTEGER, say("How many indicators the report says that there are.")),
        Column("stated_met", Type.INTEGER, say("How many it says were met.")),
        Column("stated_unmet", Type.INTEGER, say("How many it says were not.")),
        Column("stated_discontinued", Type.INTEGER, say("How many it says are no longer counted.")),
        Column("agrees", Type.BOOLEAN, say("Whether counts and members are those that the report states.")),
    ),
)
INDICATORS = shape_of(
    "indicators", say("The rows of each year's table: indicators, and the parts printed under them."), STATUS
)
VERDICTS = shape_of(
    "verdicts", say("What became of each indicator and part; a part without figures has no verdict."), STATUS
)


def indicator_tables(material: Material, wording: Wording) -> tuple[Table, ...]:
    """Return the tables of regions, reports, years, indicators and verdicts."""
    rows = [row for each in material.assessments for row in status_rows(each.plan, each.judged)]
    reports = (ReportRow(plan, report) for plan in material.plans for report in plan.reports)
    regions = {plan.region.code: plan.region._asdict() for plan in material.plans}
    return (
        tabulate(REGIONS, regions.values()),
        filled(REPORTS, REPORT, reports, wording),
        tabulate(YEARS, map(_year, material.assessments)),
        filled(INDICATORS, STATUS, rows, wording),
        filled(VERDICTS, STATUS, (row for row in rows if row.verdict), wording),
    )


def _year(assessment: Assessment) -> Record:
    plan, agreement, counts = assessment.plan, assessment.agreement, assessment.counts
    return {
        "key": key_of(plan.region.code, plan.year),
        "region": plan.region.code,
        "year": plan.year,
        **{name: getattr(counts, name) for name in COUNTS},
        **{f"stated_{name}": getattr(plan.claim, name) if plan.claim else None for name in STATED},
        "agrees": agreement.agrees if agreement else None,
    }

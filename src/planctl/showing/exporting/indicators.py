"""The tables of regions, reports, years, indicators and verdicts."""

from collections.abc import Iterator

from planctl.judging.assessment import Assessment
from planctl.judging.cases import Judged
from planctl.messages.message import say
from planctl.report.plan import Plan
from planctl.showing.exporting.material import Material, report_name, shown_place
from planctl.showing.exporting.tables import Column, Record, Shape, Table, Type, key_of, tabulate
from planctl.showing.wording import Wording

REGIONS = Shape(
    "regions",
    say("Whose plans they are."),
    (
        Column("code", Type.TEXT, say("The six-digit code of GB/T 2260."), required=True),
        Column("name", Type.TEXT, say("The name as printed."), required=True),
        Column("name_en", Type.TEXT, say("The name in English."), required=True),
    ),
)
REPORTS = Shape(
    "reports",
    say("The published reports, one row for what each says of a year's outcome, targets or projects."),
    (
        Column("key", Type.TEXT, say("Region, kind and year."), required=True),
        Column("region", Type.TEXT, say("Whose report it is."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year of which it is."), required=True),
        Column("kind", Type.TEXT, say("indicators (the outcome), targets or projects."), required=True),
        Column("title", Type.TEXT, say("The title of the published report."), required=True),
        Column("issuer", Type.TEXT, say("Who issued it."), required=True),
        Column("delivered", Type.DATE, say("When it was presented."), required=True),
        Column("url", Type.TEXT, say("Where it was published."), required=True),
        Column("sha256", Type.TEXT, say("The digest of the published text that was transcribed."), required=True),
    ),
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
INDICATORS = Shape(
    "indicators",
    say("The rows of each year's table: indicators, and the parts printed under them."),
    (
        Column("key", Type.TEXT, say("Region, year and id."), required=True),
        Column("region", Type.TEXT, say("Whose plan it is in."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year of the plan."), required=True),
        Column("id", Type.TEXT, say("The identity of the series across years."), required=True),
        Column("position", Type.INTEGER, say("Which row of the year it is, from 1."), required=True),
        Column("number", Type.TEXT, say("The number as printed; a part has none.")),
        Column("prefix", Type.TEXT, say("What is printed before the name of a part.")),
        Column("part_of", Type.TEXT, say("The id of the indicator that it is printed under.")),
        Column("part_of_key", Type.TEXT, say("The same, as a row of this table."), "indicators"),
        Column("name", Type.TEXT, say("The name as printed."), required=True),
        Column("name_en", Type.TEXT, say("The name in English."), required=True),
        Column("unit", Type.TEXT, say("The unit that is printed with the name.")),
        Column("kind", Type.TEXT, say("constraint or expected."), required=True),
        Column("better", Type.TEXT, say("Whether higher or lower is better."), required=True),
        Column("reference", Type.TEXT, say("The id of the indicator that a relative target is measured by.")),
        Column("follows", Type.TEXT, say("The id of the series of an earlier plan that it goes on from.")),
        Column("follows_relation", Type.TEXT, say("Whether that was redefined or replaced.")),
        Column("remark", Type.TEXT, say("What we note of it.")),
        Column("place", Type.TEXT, say("Where it stands in the data: file, line and column.")),
    ),
)
VERDICTS = Shape(
    "verdicts",
    say("What became of each indicator and part; a part without figures has no verdict."),
    (
        Column("key", Type.TEXT, say("The row that is judged."), "indicators", required=True),
        Column("region", Type.TEXT, say("Whose plan it is in."), "regions", required=True),
        Column("year", Type.INTEGER, say("The year of the plan."), required=True),
        Column("id", Type.TEXT, say("The identity of the series."), required=True),
        Column("verdict", Type.TEXT, say("met, unmet, discontinued, pending or undetermined."), required=True),
        Column("rule", Type.TEXT, say("The rule that gave it."), required=True),
        Column("because", Type.TEXT, say("Why, in one line."), required=True),
        Column("gap", Type.DECIMAL, say("The actual minus the target, positive when better than required.")),
        Column("gap_percent", Type.DECIMAL, say("The gap in per cent of the target.")),
        Column("gap_open_ended", Type.BOOLEAN, say("Whether the gap is measured from the end of an open actual.")),
        Column("flags", Type.TEXT, say("What the verdict rests on, with spaces between.")),
        Column("reason", Type.TEXT, say("The reason that the report gives, in our words.")),
    ),
)


def indicator_tables(material: Material, wording: Wording) -> tuple[Table, ...]:
    """Return the tables of regions, reports, years, indicators and verdicts."""
    regions = {plan.region.code: plan.region._asdict() for plan in material.plans}
    return (
        tabulate(REGIONS, regions.values()),
        tabulate(REPORTS, (record for plan in material.plans for record in _reports(plan))),
        tabulate(YEARS, map(_year, material.assessments)),
        tabulate(INDICATORS, (record for plan in material.plans for record in _indicators(plan, wording))),
        tabulate(VERDICTS, (record for each in material.assessments for record in _verdicts(each, wording))),
    )


def judged_rows(assessment: Assessment) -> Iterator[tuple[Judged, str | None]]:
    """Yield each indicator, and then its parts with the id of what they are part of, in printed order."""
    for judged in assessment.judged:
        yield judged, None
        for part in judged.parts:
            yield part, judged.case.indicator.id


def row_key(plan: Plan, id: str) -> str:
    """Return the key of a row of a plan's table."""
    return key_of(plan.region.code, plan.year, id)


def _reports(plan: Plan) -> Iterator[Record]:
    for report in plan.reports:
        source = report.source
        yield {
            "key": key_of(plan.region.code, report_name(report)),
            "region": plan.region.code,
            "year": report.year,
            "kind": report.kind,
            "title": source.title,
            "issuer": source.issuer,
            "delivered": source.delivered,
            "url": source.url,
            "sha256": source.sha256,
        }


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


def _indicators(plan: Plan, wording: Wording) -> Iterator[Record]:
    owners = {part.indicator.id: case.indicator.id for case in plan.cases for part in case.parts}
    for position, case in enumerate(plan.rows, 1):
        row, part_of = case.indicator, owners.get(case.indicator.id)
        yield {
            "key": row_key(plan, row.id),
            "region": plan.region.code,
            "year": plan.year,
            "id": row.id,
            "position": position,
            "number": row.number,
            "prefix": row.prefix or None,
            "part_of": part_of,
            "part_of_key": row_key(plan, part_of) if part_of else None,
            "name": row.name,
            "name_en": row.name_en,
            "unit": row.unit or None,
            "kind": row.kind.value,
            "better": row.better.value,
            "reference": row.reference,
            "follows": row.follows.id if row.follows else None,
            "follows_relation": row.follows.relation.value if row.follows else None,
            "remark": wording.text(row.remark) if row.remark else None,
            "place": shown_place(plan.place(row.id)),
        }


def _verdicts(assessment: Assessment, wording: Wording) -> Iterator[Record]:
    plan = assessment.plan
    for judged, _ in judged_rows(assessment):
        if not (verdict := judged.verdict):
            continue
        reason, gap = plan.reason_for(judged.case), verdict.gap
        yield {
            "key": row_key(plan, judged.case.indicator.id),
            "region": plan.region.code,
            "year": plan.year,
            "id": judged.case.indicator.id,
            "verdict": verdict.status.value,
            "rule": verdict.rule,
            "because": wording(verdict.because),
            "gap": gap.size if gap else None,
            "gap_percent": gap.percent if gap else None,
            "gap_open_ended": gap.open_ended if gap else None,
            "flags": " ".join(flag.value for flag in verdict.flags) or None,
            "reason": wording.text(reason.summary) if reason else None,
        }

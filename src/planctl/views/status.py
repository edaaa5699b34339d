"""`planctl status`: a year's indicators with their verdicts, and the counts below."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.assessment import Assessment, Counts, Selection, count
from planctl.judging import Judged
from planctl.model import Kind
from planctl.views.bar import bar
from planctl.views.indicator import COLUMNS, indicator_document, records
from planctl.views.look import Look
from planctl.views.pieces import STYLES, gap_text, heading, printed_name, status_text, target_text
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import render

if TYPE_CHECKING:
    from rich.console import RenderableType

BRIEF = ("number", "name", "unit", "target", "adjusted_target", "actual", "gap", "verdict", "because")


def document(selection: Selection) -> dict[str, Any]:
    """Return the JSON of `status`: the counts of the whole plan, and the indicators that were selected."""
    assessment = selection.assessment
    plan, agreement = assessment.plan, assessment.agreement
    claim = plan.claim
    return {
        "schema": 1,
        "region": {"code": plan.region.code, "name": plan.region.name, "name_en": plan.region.name_en},
        "year": plan.year,
        "summary": assessment.counts._asdict(),
        "stated": {
            "total": claim.total,
            "met": claim.met,
            "unmet": claim.unmet,
            "discontinued": claim.discontinued,
        }
        if claim
        else None,
        "agrees": agreement.agrees if agreement else None,
        "indicators": [indicator_document(plan, judged) for judged in selection.rows],
    }


def sheet(selection: Selection) -> Sheet:
    """Return a row for each indicator and part, with all that the JSON says of it but the readings."""
    return sheet_of(COLUMNS, records(document(selection)["indicators"]))


def brief(selection: Selection) -> Sheet:
    """Return the rows with what a reader wants of them."""
    rows = (row.case.indicator for judged in selection.rows for row in (judged, *judged.parts))
    named = zip(records(document(selection)["indicators"]), rows, strict=True)
    return sheet_of(BRIEF, ({**record, "name": printed_name(row)} for record, row in named))


def table(selection: Selection, look: Look) -> Sequence["RenderableType"]:
    """Return the table in its order, parts indented under their indicators, and the counts below it."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table, left_out

    columns = (
        Column("No.", spare=2, right=True),
        Column("Indicator", least=16),
        Column("in English", least=24, spare=6),
        Column("Unit", spare=3),
        Column("Target", least=8),
        Column("Actual", least=8),
        Column("Gap", spare=1, right=True),
        Column("Verdict"),
        Column("vs target", spare=4),
        Column("Why", least=24, spare=5),
    )
    rows = [[Piece(*cell) for cell in cells] for judged in selection.rows for cells in _rows(judged, look)]
    plan = selection.assessment.plan
    shown = fit_table(columns, rows, look)
    below = [*(Piece(line) for line in _below(selection)), *left_out(shown, look)]
    return [heading(plan, look), shown, fit_lines(below, look)]


def _rows(judged: Judged, look: Look) -> Iterator[list[tuple[str, str]]]:
    yield _row(judged, look, "")
    for part in judged.parts:
        yield _row(part, look, "  ")


def _row(judged: Judged, look: Look, indent: str) -> list[tuple[str, str]]:
    indicator, verdict = judged.case.indicator, judged.verdict
    status = verdict.status if verdict else None
    style = STYLES[status] if status else "dim"
    return [
        (indicator.number or "", "dim"),
        (f"{indent}{printed_name(indicator)}", ""),
        (f"{indent}{indicator.name_en}", "dim"),
        (indicator.unit, "dim"),
        (target_text(indicator, look), ""),
        (indicator.actual.printed if indicator.actual else "", ""),
        (gap_text(verdict.gap if verdict else None, look), style),
        (status_text(status, look) if status else "no figure", style),
        (bar(verdict.gap if verdict else None, look), style),
        (render(verdict.because) if verdict else "", "dim"),
    ]


def _below(selection: Selection) -> Iterator[str]:
    assessment = selection.assessment
    yield ""
    if len(selection.rows) < assessment.counts.total:
        yield f"shown: {len(selection.rows)} of {assessment.counts.total}"
    yield f"all: {_counted(assessment.counts)}"
    for kind in Kind:
        sign = "*" if kind is Kind.CONSTRAINT else ""
        yield f"{sign}{kind} indicators: {_counted(count(assessment.of_kind(kind)))}"
    if assessment.bases:
        yield "the met rest on: " + ", ".join(f"{base} {number}" for base, number in assessment.bases.items())
    yield from _agreement(assessment)
    if drafts := assessment.plan.drafts():
        yield f"drafts: {drafts} of {len(assessment.plan.rows)} rows; nobody has compared them with the page yet"


def _counted(counts: Counts) -> str:
    found = counts._asdict()
    total = found.pop("total")
    return f"{total} = " + (" + ".join(f"{number} {status}" for status, number in found.items() if number) or "0")


def _agreement(assessment: Assessment) -> Iterator[str]:
    agreement, claim = assessment.agreement, assessment.plan.claim
    if agreement is None or claim is None:
        return
    including = f" ({claim.includes})" if claim.includes else ""
    sizes = {"met": claim.met, "unmet": claim.unmet, "discontinued": claim.discontinued or None}
    sizes |= {each.words: each.size for each in claim.others}
    said = ", ".join(f"{size} {words}" for words, size in sizes.items() if size is not None)
    stated = f"{said} of {claim.total}{including}"
    if agreement.agrees:
        yield f"agrees with the report: it states {stated}, and names the same ones"
        return
    counts = "the same counts, but other members" if agreement.counts else "other counts"
    yield f"disagrees with the report: it states {stated}: {counts}"
    for status, id in agreement.only_judged:
        yield f"  {status} here, and the report does not say so: {id}"
    for status, id in agreement.only_stated:
        yield f"  {status} in the report, and not here: {id}"

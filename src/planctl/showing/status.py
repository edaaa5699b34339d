"""`planctl status`: a year's indicators with their verdicts, and the counts below."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.judging.assessment import Agreement, Assessment, Counts, Selection, count, names_all_unmet
from planctl.judging.verdict import Status
from planctl.messages.message import say
from planctl.report.model import Claim, Kind
from planctl.report.plan import Vintage
from planctl.showing.fields import brief_of, csv_of, table_of
from planctl.showing.indicator import CONTRACT, STATUS, StatusRow, indicator_document, shown_fields, status_rows
from planctl.showing.look import Look
from planctl.showing.pieces import heading, printed_name
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


def document(selection: Selection, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `status`: the counts of the whole plan, and the indicators that were selected."""
    assessment = selection.assessment
    plan, agreement = assessment.plan, assessment.agreement
    claim = plan.claim
    return {
        "schema": 1,
        "region": {"code": plan.region.code, "name": plan.region.name, "name_en": plan.region.name_en},
        "year": plan.year,
        "vintage": assessment.vintage,
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
        "indicators": [indicator_document(plan, judged, wording) for judged in selection.rows],
    }


def sheet(selection: Selection, wording: Wording) -> Sheet:
    """Return a row for each indicator and part, with all that the JSON says of it but the readings."""
    return csv_of(STATUS, _rows(selection), wording, CONTRACT)


def brief(selection: Selection, wording: Wording) -> Sheet:
    """Return the rows with what a reader wants of them."""
    rows = tuple(_rows(selection))
    return brief_of(shown_fields(rows, selection.assessment.vintage), rows, wording)


def table(selection: Selection, look: Look) -> Sequence["RenderableType"]:
    """Return the table in its order, parts indented under their indicators, and the counts below it."""
    from planctl.showing.table import Piece, fit_lines, left_out

    rows = tuple(_rows(selection))
    fields = shown_fields(rows, selection.assessment.vintage)
    shown = table_of(fields, rows, look, is_part=lambda row: row.part_of is not None)
    below = [*(Piece(line) for line in _below(selection, look.wording)), *left_out(shown, look)]
    head = heading(selection.assessment.plan, look, comes_to=_comes_to(selection.assessment, look.wording))
    return [head, shown, fit_lines(below, look)]


def _rows(selection: Selection) -> Iterator[StatusRow]:
    return status_rows(selection.assessment.plan, selection.rows)


def _comes_to(assessment: Assessment, wording: Wording) -> str:
    """Return the counts of the whole plan, and in a word whether the report says the same."""
    counts, agreement = counted(assessment.counts, wording), assessment.agreement
    if agreement is None:
        return counts
    if agreement.agrees:
        return wording.say("{counts}; agrees with the report", counts=counts)
    if agreement.acknowledged:
        return wording.say("{counts}; differs from the report, as acknowledged", counts=counts)
    return wording.say("{counts}; disagrees with the report", counts=counts)


def _below(selection: Selection, wording: Wording) -> Iterator[str]:
    assessment = selection.assessment
    yield ""
    if len(selection.rows) < assessment.counts.total:
        yield wording.say("shown: {shown} of {total}", shown=len(selection.rows), total=assessment.counts.total)
    yield from count_lines(assessment, wording)


def count_lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Yield what the whole comes to: counts, what the met rest on, whether the report agrees, final figures, drafts."""
    yield wording.say("all: {counts}", counts=counted(assessment.counts, wording))
    for kind in Kind:
        counts = counted(count(assessment.of_kind(kind)), wording)
        sign = "*" if kind is Kind.CONSTRAINT else ""
        yield sign + wording.say("{kind} indicators: {counts}", kind=kind, counts=counts)
    if assessment.bases:
        bases = tuple(
            wording.say("{basis} {number}", basis=each, number=size) for each, size in assessment.bases.items()
        )
        yield wording.say("the met rest on: {bases}", bases=bases)
    yield from agreement_lines(assessment, wording)
    yield from _vintage_lines(assessment, wording)
    if drafts := assessment.plan.drafts():
        total = len(assessment.plan.rows)
        yield wording.say(
            "drafts: {drafts} of {total} rows; nobody has compared them with the page yet", drafts=drafts, total=total
        )


def _vintage_lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Yield how many rows have final figures, and which verdicts are others by the figures of the other vintage."""
    rows = assessment.plan.rows
    if not (known := sum(bool(row.final) for row in rows)):
        if assessment.vintage is Vintage.FINAL:
            yield wording.say("final figures: none are known, and all verdicts are those of the report")
        return
    if assessment.vintage is Vintage.FINAL:
        yield wording.say("final figures: {known} of {total} rows rest on them", known=known, total=len(rows))
    else:
        yield wording.say("final figures: known of {known} of {total} rows", known=known, total=len(rows))
    for each in assessment.turned:
        if each.verdict and each.other:
            here, there, name = each.verdict.status, each.other.status, printed_name(each.case.indicator)
            if assessment.vintage is Vintage.FINAL:
                said = say("{status} here, and {other} by the report: {name}", status=here, other=there, name=name)
            else:
                said = say("{status} here, and {other} by final figures: {name}", status=here, other=there, name=name)
            yield f"  {wording(said)}"


def counted(counts: Counts, wording: Wording) -> str:
    """Return counts as a sum: `32 = 17 met + 15 unmet`."""
    found = counts._asdict()
    total = found.pop("total")
    parts = wording.summed((number, Status(status)) for status, number in found.items())
    return f"{total} = {parts or 0}"


def agreement_lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Yield whether the report says the same, and what only one of the two says; nothing without a claim."""
    agreement, claim = assessment.agreement, assessment.plan.claim
    if agreement is None or claim is None:
        return
    stated = _stated(claim, wording)
    unnamed = claim.discontinued and not claim.discontinued_indicators
    named = names_all_unmet(assessment.plan) or not claim.unmet
    if agreement.agrees and (unnamed or not named):
        yield wording.say("agrees with the report: it states {stated}", stated=stated)
    elif agreement.agrees:
        yield wording.say("agrees with the report: it states {stated}, and names the same ones", stated=stated)
    else:
        yield from _disagreement(agreement, stated, wording)
    if unnamed:
        yield "  " + wording.say(
            "which of them are no longer counted is not named: 'discontinued_indicators' of the claim would say"
        )


def _disagreement(agreement: Agreement, stated: str, wording: Wording) -> Iterator[str]:
    if agreement.acknowledged:
        reasons = wording.listed(map(wording.text, agreement.acknowledged))
        yield wording.say("acknowledged: {reasons}; the report states {stated}", reasons=reasons, stated=stated)
    elif agreement.counts:
        yield wording.say(
            "disagrees with the report: it states {stated}: the same counts, but other members", stated=stated
        )
    else:
        yield wording.say("disagrees with the report: it states {stated}: other counts", stated=stated)
    for status, id in agreement.only_judged:
        yield "  " + wording.say("{status} here, and the report does not say so: {id}", status=status, id=id)
    for status, id in agreement.only_stated:
        yield "  " + wording.say("{status} in the report, and not here: {id}", status=status, id=id)


def _stated(claim: Claim, wording: Wording) -> str:
    sizes = {
        wording.term(Status.MET): claim.met,
        wording.term(Status.UNMET): claim.unmet,
        wording.term(Status.DISCONTINUED): claim.discontinued or None,
        **{each.words: each.size for each in claim.others},
    }
    known = ((size, words) for words, size in sizes.items() if size is not None)
    said = wording.listed(wording.say("{number} {term}", number=size, term=words) for size, words in known)
    stated = wording.say("{counts} of {total}", counts=said, total=claim.total)
    if not claim.includes:
        return stated
    return wording.say("{stated} ({includes})", stated=stated, includes=claim.includes)

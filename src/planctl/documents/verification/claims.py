"""The count sentence of the data held against that of the document."""

from collections.abc import Iterable, Iterator

from planctl.checks.verified import Verified
from planctl.documents.extraction.prose import mentioned
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.outcomes import COUNTED_APART, CountedOutcome, PrintedClaim, parse_claim
from planctl.grammar.text import normal
from planctl.grammar.titles import is_plan_report
from planctl.messages.message import say
from planctl.report.model import Claim, Report, with_parts
from planctl.values.meanings import Discontinued

AT = "claim"
NONE = "—"


def verify_claim(report: Report, ledger: Ledger) -> None:
    """Hold the counts of an outcome, what they include and whom they name against the sentence that states them."""
    found = parse_claim(ledger.flow.text)
    if not report.claim:
        states = any(row.number for row in report.indicators) or is_plan_report(report.source.title)
        if found and report.kind == "indicators" and states:
            ledger.miss(*found.span, say("the data does not have the count sentence"), AT)
        return
    if not found:
        ledger.differ(Verified.MISSING_IN_DOCUMENT, report, AT, "", say("the document has no count sentence"))
        return
    start, end = found.span
    ledger.hold(start, end - start, report, AT)
    for key, here, there in _pairs(report, report.claim, found, ledger.flow.text[start:end]):
        if here == there:
            ledger.match()
        else:
            message = say("the data has {here}, and the document {there}", here=here or NONE, there=there or NONE)
            ledger.differ(Verified.DIFFERENT, report, AT, key, message, ledger.line_of(start), there)


def _pairs(report: Report, claim: Claim, found: PrintedClaim, sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield each key of a claim with what the data has and what the document prints, in the same form."""
    rows = tuple(with_parts(report.indicators))
    names = {row.id: row.name for row in rows}
    gone = mentioned(found.ceased, names)
    discontinued = found.size(CountedOutcome.DISCONTINUED)
    sizes = {
        "total": (claim.total, found.total),
        "met": (claim.met, found.size(CountedOutcome.MET)),
        "unmet": (claim.unmet, found.size(CountedOutcome.UNMET)),
        "discontinued": (claim.discontinued, len(gone) if discontinued is None else discontinued),
    }
    for key, (here, there) in sizes.items():
        yield key, _size(here), _size(there)
    yield "includes", normal(claim.includes), normal(found.includes)
    named = [names.get(id, id) for id in claim.discontinued_indicators]
    if found.ceased:
        yield "discontinued_indicators", _listed(named), _listed(names[id] for id in gone)
    else:
        ceased = {row.name for row in rows if row.actual and isinstance(row.actual.meaning, Discontinued)}
        printed = (name for name in named if name in ceased or normal(name) in sentence)
        yield "discontinued_indicators", _listed(named), _listed(printed)
    if claim.unmet_indicators:
        missed = (names[id] for id in mentioned(found.missed, names))
        yield "unmet_indicators", _listed(names.get(id, id) for id in claim.unmet_indicators), _listed(missed)
    apart = [each for each in found.classes if each.outcome in COUNTED_APART]
    others = _listed(f"{each.size} {normal(each.words)}" for each in claim.others)
    yield "others", others, _listed(f"{each.size} {each.words}" for each in apart)


def _size(size: int | None) -> str:
    return NONE if size is None else str(size)


def _listed(words: Iterable[str]) -> str:
    return "、".join(sorted(words))

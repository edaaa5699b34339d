"""The paragraph that explains missed targets held against the reasons of the data, both ways: members and counts."""

from collections.abc import Mapping

from planctl.checks.verified import Verified
from planctl.documents.extraction.prose import PrintedReason, mentioned, read_reasons
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.outcomes import enumeration_in
from planctl.grammar.text import normal
from planctl.messages.message import Message, say
from planctl.report.model import Enumeration, Reason, Report, with_parts


def verify_reasons(report: Report, ledger: Ledger) -> None:
    """Hold the reasons of a file, their members and what they enumerate against the paragraph that explains misses."""
    if report.kind != "indicators":
        return
    names = {row.id: row.name for row in with_parts(report.indicators)}
    printed = {each.number: each for each in read_reasons(ledger.document)}
    for reason in report.reasons:
        if found := printed.pop(reason.number, None):
            _reason(report, reason, found, names, ledger)
        else:
            message = say("the document has no reason {number}", number=reason.number)
            ledger.differ(Verified.MISSING_IN_DOCUMENT, report, f"reasons.{reason.number}", "", message)
    for found in printed.values():
        if found.members(names):
            start = _place(found, ledger)
            message = say("the data does not have reason {number}", number=found.number)
            ledger.miss(start, start + len(found.text), message, f"reasons.{found.number}")


def _place(found: PrintedReason, ledger: Ledger) -> int:
    start, end = ledger.flow.line_span(found.line)
    return ledger.flow.text.find(found.text, start, end)


def _reason(report: Report, reason: Reason, found: PrintedReason, names: Mapping[str, str], ledger: Ledger) -> None:
    """Hold one reason against its clause."""
    at, members, anywhere = f"reasons.{reason.number}", found.members(names), mentioned(found.text, names)
    for id in reason.indicators:
        if id in anywhere:
            ledger.match()
        else:
            message = say("reason {number} does not name {name}", number=reason.number, name=names.get(id, id))
            ledger.differ(Verified.MISSING_IN_DOCUMENT, report, at, f"indicators.{id}", message, found.line)
    for id in members:
        if id not in reason.indicators:
            start = _place(found, ledger)
            message = say("reason {number} names {name}, too", number=reason.number, name=names[id])
            ledger.miss(start, start + len(found.text), message, at)
    if fault := _enumeration(reason.enumeration, found, names):
        ledger.differ(Verified.DIFFERENT, report, at, "enumeration", fault, found.line, found.text)
    elif counted := enumeration_in(found.text):
        ledger.match()
        place = _place(found, ledger) + counted.end
        ledger.hold(place, len(counted.quote), report, at, "enumeration.count")


def _enumeration(ours: Enumeration | None, found: PrintedReason, names: Mapping[str, str]) -> Message | None:
    """Return how the names that a reason counts are otherwise in the data; `None` where they are not."""
    counted = enumeration_in(found.text)
    if not counted:
        return say("it counts no names") if ours else None
    listed = mentioned(found.text[counted.start : counted.end], names)
    if (
        ours
        and (normal(ours.quote), ours.size) == (counted.quote, counted.size)
        and set(ours.indicators) == set(listed)
    ):
        return None
    members = tuple(names[id] for id in listed)
    return say("it counts {quote}: {members}", quote=counted.quote, members=members)

"""A whole document beside all reports that were transcribed from it."""

from collections.abc import Iterable

from planctl.documents.document import Document
from planctl.grammar.titles import own_name, parse_title
from planctl.messages import PlanctlError, say
from planctl.model import Report
from planctl.verification.ledger import Ledger, Verification
from planctl.verification.projects import verify_projects
from planctl.verification.prose import verify_prose
from planctl.verification.tables import verify_tables


def verify(reports: Iterable[Report], document: Document, *, whole: bool = True) -> Verification:
    """Return what of the reports the document does not bear out, and what it prints that they do not have.

    They are all that was transcribed from it, unless they are not the `whole`. Raises `PlanctlError` for a document
    that says that it is of another region, and does not name theirs, and for one that bears out nothing at all.
    """
    ledger = Ledger(document)
    known = tuple(reports)
    _check_region(known, document)
    verify_tables(known, ledger, whole=whole)
    for report in known:
        verify_prose(report, ledger)
        verify_projects(report, ledger)
    return _of_this_plan(ledger.close(), document)


def _check_region(reports: Iterable[Report], document: Document) -> None:
    said = parse_title(list(document.lines)).region
    for report in reports:
        ours = report.source.region.name
        if said and not any(name in document.flow.text for name in (ours, own_name(ours))):
            raise PlanctlError(
                say("{file} is of {there}, and the data is of {here}", file=document.file, there=said, here=ours)
            )


def _of_this_plan(verification: Verification, document: Document) -> Verification:
    """Return the verification; a list of all that the data has would help nobody who gave the wrong file."""
    if verification.summary.cells and not verification.summary.matched:
        raise PlanctlError(
            say(
                "{file} has nothing of the data: it is another document, or cut off before its tables",
                file=document.file,
            )
        )
    return verification

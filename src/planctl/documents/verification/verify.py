"""A whole document beside all reports that were transcribed from it."""

from collections.abc import Iterable

from planctl.documents.reading.document import Document
from planctl.documents.verification.claims import verify_claim
from planctl.documents.verification.head import verify_head
from planctl.documents.verification.ledger import Ledger, Verification
from planctl.documents.verification.left_out import tell_figures, tell_projects
from planctl.documents.verification.notes import verify_notes
from planctl.documents.verification.printed import PrintedDocument, read_printed
from planctl.documents.verification.programmes import verify_programmes
from planctl.documents.verification.projects import verify_projects
from planctl.documents.verification.reasons import verify_reasons
from planctl.documents.verification.sentences import verify_sentence
from planctl.documents.verification.statements import verify_statements
from planctl.documents.verification.tables import verify_tables
from planctl.grammar.text import normal
from planctl.grammar.titles import own_name, parse_title
from planctl.messages.message import PlanctlError, say
from planctl.report.model import Report


def verify(reports: Iterable[Report], document: Document, *, whole: bool = True) -> Verification:
    """Return what of the reports the document does not bear out, and what it prints that they do not have.

    They are all that was transcribed from it, unless they are not the `whole`. Raises `PlanctlError` for a document
    that says that it is of another region, and does not name theirs, and for one that bears out nothing at all.
    """
    return verify_printed(reports, read_printed(document), whole=whole)


def transcribed_from(document: Document, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return those of some reports that are of a document, by its digest, or by its title and day; all where none is.

    Reports of several years may have one title, 政府工作报告; the day counts where the document prints it.
    """
    known = tuple(reports)
    digest, find = document.sha256, document.flow.find
    day = parse_title(list(document.lines)).delivered

    def is_of(report: Report) -> bool:
        source = report.source
        same_day = not day or str(source.delivered) == day
        return source.sha256 == digest or (same_day and bool(find(normal(source.title))))

    return tuple(filter(is_of, known)) or known


def verify_printed(reports: Iterable[Report], printed: PrintedDocument, *, whole: bool = True) -> Verification:
    """Return the same of a document whose tables, lists and sentences were read; raises what `verify` does."""
    known, document = tuple(reports), printed.document
    ledger = Ledger(document, known)
    _check_region(known, document)
    verify_tables(known, printed.tables, ledger, whole=whole)
    verify_sentence(known, printed, ledger, whole=whole)
    verify_statements(known, ledger)
    for report in known:
        verify_claim(report, ledger)
        verify_notes(report, printed.notes_of(report), ledger)
        verify_reasons(report, ledger)
        verify_programmes(report, printed.programmes, ledger)
    verify_projects(known, printed.programmes, ledger)
    if known and not ledger.matched:
        raise PlanctlError(
            say(
                "{file} has nothing of the data: it is another document, or cut off before its tables",
                file=document.file,
            )
        )
    for report in known:
        verify_head(report, ledger)
    if whole and known:
        tell_figures(known, printed, ledger)
        tell_projects(known, printed, ledger)
    return ledger.close(whole=whole)


def _check_region(reports: Iterable[Report], document: Document) -> None:
    said = parse_title(list(document.lines)).region
    for report in reports:
        ours = report.source.region.name
        if said not in ("", ours) and not any(name in document.flow.text for name in (ours, own_name(ours))):
            raise PlanctlError(
                say("{file} is of {there}, and the data is of {here}", file=document.file, there=said, here=ours)
            )

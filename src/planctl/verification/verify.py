"""A whole document beside all reports that were transcribed from it."""

from collections.abc import Iterable

from planctl.documents.document import Document
from planctl.model import Report
from planctl.verification.ledger import Ledger, Verification
from planctl.verification.projects import verify_projects
from planctl.verification.prose import verify_prose
from planctl.verification.tables import verify_tables


def verify(reports: Iterable[Report], document: Document, *, whole: bool = True) -> Verification:
    """Return what of the reports the document does not bear out, and what it prints that they do not have.

    They are all that was transcribed from it, unless they are not the `whole`.
    """
    ledger = Ledger(document)
    known = tuple(reports)
    verify_tables(known, ledger, whole=whole)
    for report in known:
        verify_prose(report, ledger)
        verify_projects(report, ledger)
    return ledger.close()

"""What is verified against the published document, and the check that nothing has changed since."""

from collections.abc import Iterator
from enum import StrEnum

from planctl.checks.dossier import Dossier, Finding
from planctl.checks.lock import DOCUMENT, digests, file_name, name_of
from planctl.messages.message import say


class Verified(StrEnum):
    """How something in the data stands to the published document; acknowledged under `accept` as a finding is."""

    DIFFERENT = "different"
    MISSING_IN_DOCUMENT = "missing-in-document"
    MISSING_IN_DATA = "missing-in-data"


def unverified(dossier: Dossier) -> Iterator[Finding]:
    """Something is not as it was when the data was last verified against the published document.

    `verified.lock`, which `planctl verify REPORT --lock` writes beside the data, has a digest of everything in a file:
    what is printed, and what was decided in reading it. Comments and white space may change. Asked where a lock has
    the file.

    Example: a target of 6.5 becomes 6.6 after the data was verified.
    """
    remedy = say("run 'planctl verify REPORT --lock' with the published report")
    for report in dossier.reports:
        known = dossier.lock.files.get(file_name(report))
        if known is None:
            continue
        found = digests(report)
        for at, digest in found.items():
            if known.get(at) != digest:
                was = say("it was changed after") if at in known else say("it was added after")
                message = say("{was} the data was verified", was=was)
                yield Finding(report, name_of(at), "", message, remedy)
        for at in known:
            if at not in found and at != DOCUMENT:
                message = say("'{at}' was removed after the data was verified", at=name_of(at))
                yield Finding(report, name_of(at), "", message, remedy)

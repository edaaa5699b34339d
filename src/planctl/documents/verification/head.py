"""What every file has of the report itself, held against the head of the document and its digest."""

from typing import NamedTuple

from planctl.checks.verified import Verified
from planctl.documents.reading.document import RunningText
from planctl.documents.verification.ledger import Ledger
from planctl.files.loading import load_regions
from planctl.grammar.text import normal
from planctl.grammar.titles import ABOUT, PrintedTitle, own_name, parse_title
from planctl.messages.message import say
from planctl.report.model import Region, Report

AT = "report"
ANOTHER = say("verify it against the document that was transcribed; where another was, write the digest of that")


class _Told(NamedTuple):
    """Something of the head: its key, what the data has, what the document prints, and whether these are one."""

    key: str
    here: str
    there: str
    agrees: bool


def verify_head(report: Report, ledger: Ledger) -> None:
    """Hold the title, the issuer, the day, the region and the digest of one file against the document.

    The digest is asked of a document of the form that the file names: another form of the same text has another one.
    What the document does not print is not asked.
    """
    printed, source = parse_title(list(ledger.document.lines)), report.source
    told = [
        _Told("title", source.title, printed.title, _is_line(source.title, "", ledger.flow)),
        _Told("issuer", source.issuer, printed.issuer, _is_issuer(source.issuer, printed, ledger.flow)),
        _Told("delivered", str(source.delivered), printed.delivered, str(source.delivered) == printed.delivered),
        _Told("region.name", source.region.name, printed.region, _is_of(source.region, printed)),
    ]
    if source.sha256 and source.form == ledger.document.kind:
        digest = ledger.document.sha256
        told.append(_Told("source.sha256", source.sha256, digest, source.sha256 == digest))
    for each in told:
        if each.agrees:
            ledger.match()
        elif each.there:
            message = say("the data has {here}, and the document {there}", here=each.here, there=each.there)
            remedy = ANOTHER if each.key == "source.sha256" else None
            ledger.differ(Verified.DIFFERENT, report, f"{AT}.{each.key}", "", message, 1, each.there, remedy)


def _is_line(words: str, behind: str, flow: RunningText) -> bool:
    """Return whether words are whole lines of the text, from the beginning of one to an end, or to the words behind."""
    text, plain = flow.text, normal(words)
    for start in flow.find(plain):
        end = start + len(plain)
        begins = start == 0 or flow.lines[start - 1] != flow.lines[start]
        ends = end == len(text) or flow.lines[end - 1] != flow.lines[end]
        if begins and (ends or (behind and text.startswith(behind, end))):
            return True
    return False


def _is_issuer(issuer: str, printed: PrintedTitle, flow: RunningText) -> bool:
    return normal(issuer) == normal(printed.issuer) or _is_line(issuer, ABOUT, flow)


def _is_of(region: Region, printed: PrintedTitle) -> bool:
    """Return whether the document prints a name of the region: whole, its own alone, or with a short one before it."""
    names = (normal(region.name), normal(own_name(region.name)))
    if normal(printed.region) in names:
        return True
    regions = load_regions()
    known = filter(None, map(regions.at, regions.all_of(printed.region)))
    return (region.code, region.name) in {(each.code, each.name) for each in known}

"""What every file of a draft begins with: the published report, with placeholders for what it does not say itself."""

from typing import NamedTuple

from planctl.documents.drafting.entries import Data
from planctl.documents.reading.document import Document
from planctl.files.layout import Quoted
from planctl.grammar.titles import parse_title
from planctl.messages.message import Message, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE, NO_DAY, TO_TRANSLATE, TO_WRITE
from planctl.report.model import Region
from planctl.report.regions import Regions

UNKNOWN = Region(NO_CODE, "", "")


class Whose(NamedTuple):
    """Whose plan a document is taken to be, with placeholders, and what it prints against that."""

    region: Region
    contradiction: Message | None = None


def whose_plan(document: Document, regions: Regions, code: str = NO_CODE) -> Whose:
    """Return whose plan a document is: the region of a code that is given, or else the one that its head names.

    A region that is not in the table has the name that the document prints, and placeholders.
    """
    printed = parse_title(list(document.lines)).region
    known = regions.all_of(printed)
    if code == NO_CODE:
        return Whose(regions.find(printed) or Region(code, printed, ""))
    region = (regions.at(code) if known or not printed else None) or Region(code, printed, "")
    if not known or code in known:
        return Whose(region)
    return Whose(
        region,
        say(
            "{document} names {printed} in its head, and was drafted as of {code} {name}, as was asked",
            document=document.file,
            printed=printed,
            code=code,
            name=region.name,
        ),
    )


def draft_header(document: Document, region: Region = UNKNOWN, address: str = NO_ADDRESS) -> Data:
    """Return the entry of the published report; what neither it nor the caller says is a placeholder."""
    found = parse_title(list(document.lines))
    return {
        "draft": document.place(1),
        "title": found.title or TO_WRITE,
        "region": {
            "code": Quoted(region.code),
            "name": region.name or found.region or TO_WRITE,
            "name_en": region.name_en or TO_TRANSLATE,
        },
        "issuer": found.issuer or TO_WRITE,
        "delivered": Quoted(found.delivered or NO_DAY),
        "source": {"url": address, "sha256": document.sha256, "form": document.kind},
    }

"""What every file of a draft begins with: the published report, with placeholders for what it does not say itself."""

from planctl.documents.drafting.entries import Data
from planctl.documents.reading.document import Document
from planctl.files.layout import Quoted
from planctl.grammar.titles import parse_title
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE, NO_DAY, TO_TRANSLATE, TO_WRITE


def draft_header(document: Document, region: str = NO_CODE, address: str = NO_ADDRESS) -> Data:
    """Return the entry of the published report; what neither it nor the caller says is a placeholder."""
    found = parse_title(list(document.lines))
    return {
        "draft": document.place(1),
        "title": found.title or TO_WRITE,
        "region": {"code": Quoted(region), "name": found.region or TO_WRITE, "name_en": TO_TRANSLATE},
        "issuer": found.issuer or TO_WRITE,
        "delivered": Quoted(found.delivered or NO_DAY),
        "source": {"url": address, "sha256": document.sha256, "form": document.kind},
    }

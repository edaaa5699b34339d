"""XML and web pages as lxml reads them; whatever it cannot read, or could choke on, is refused here."""

from lxml import etree

from planctl.documents.reading.limits import ATTRIBUTES, MARKUP, Allowance
from planctl.messages.message import Message, PlanctlError

Element = etree._Element


def parsed(content: bytes, parser: etree.XMLParser | etree.HTMLParser, allowance: Allowance, fault: Message) -> Element:
    """Return the root of what is marked up.

    Raises `PlanctlError` with the fault where it has none or cannot be read, and where it has too many tags.
    """
    allowance.take(MARKUP, content.count(b"<") + content.count(b"=") + content.count(b"&"))
    for tag in content.split(b"<"):
        # lxml compares each attribute with all before it.
        if len(tag) > ATTRIBUTES.most and tag[:1].isalpha():
            allowance.check(ATTRIBUTES, len(tag.partition(b">")[0].split()))
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    if root is None:
        raise PlanctlError(fault)
    return root

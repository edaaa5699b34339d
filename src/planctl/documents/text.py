"""Plain text, as a page is saved: a paragraph a line, headings that begin sections, and boxes between them."""

from planctl.documents.assembly import assemble
from planctl.documents.document import Document, Progress, unheeded
from planctl.documents.limits import CHARACTERS, LINES, Allowance
from planctl.documents.sieve import Sieve
from planctl.documents.text_tables import grids_in
from planctl.messages import PlanctlError, say

ENCODINGS = ("utf-8-sig", "gb18030")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a text file; raises `PlanctlError` for what is no text, or too long."""
    allowance, sieve = Allowance(name), Sieve()
    text = decoded(content, name)
    allowance.take(CHARACTERS, len(text))
    printed = text.splitlines()
    allowance.take(LINES, len(printed))
    lines = [sieve.through(line, number) for number, line in enumerate(printed, 1)]
    return assemble(content, name, "text", lines, tuple(grids_in(lines, allowance)), unread=sieve.told())


def decoded(content: bytes, name: str) -> str:
    """Return the text that bytes are, in UTF-8 or GB18030; raises `PlanctlError` for any other."""
    utf_16 = ("utf-16",) if content.startswith(UTF_16) else ()
    for encoding in (*utf_16, *ENCODINGS):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise PlanctlError(say("{file} is no text in UTF-8 or GB18030", file=name))

"""Plain text, as a page is saved: a paragraph a line, headings that begin sections, and boxes between them."""

from planctl.documents.assembly import assemble
from planctl.documents.document import Document, Progress, unheeded
from planctl.documents.text_tables import grids_in
from planctl.grammar.text import without_invisible
from planctl.messages import PlanctlError, say

ENCODINGS = ("utf-8-sig", "gb18030")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a text file; raises `PlanctlError` for what is no text, or too long."""
    lines = decoded(content, name).splitlines()
    return assemble(content, name, "text", lines, tuple(grids_in(lines, name)))


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
        return without_invisible(text)
    raise PlanctlError(say("{file} is no text in UTF-8 or GB18030", file=name))

"""Plain text, as a page is saved: a paragraph a line, headings that begin sections, and boxes between them."""

from planctl.documents.reading.aligned_text import AlignedText
from planctl.documents.reading.assembly import assemble
from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.drawn_text import box_lines, drawn_in, without_strokes
from planctl.documents.reading.limits import CHARACTERS, LINES, Allowance
from planctl.documents.reading.sieve import Sieve
from planctl.documents.reading.text_tables import grids_in
from planctl.messages.message import PlanctlError, say

ENCODINGS = ("utf-8-sig", "gb18030")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a text file; raises `PlanctlError` for what is no text, or too long."""
    allowance, sieve = Allowance(name), Sieve()
    text = decoded(content, name)
    allowance.take(CHARACTERS, len(text))
    split = text.splitlines()
    allowance.take(LINES, len(split))
    printed = [sieve.through(line, number) for number, line in enumerate(split, 1)]
    drawings = tuple(drawn_in(printed, name))
    lines = list(printed)
    for drawn in drawings:
        lines[drawn.start : drawn.end] = map(without_strokes, printed[drawn.start : drawn.end])
        for number, inside in box_lines(drawn).items():
            lines[number] = f"\t{inside}" if inside else ""
    ends = {drawn.end for drawn in drawings if drawn.frame}
    aligned = AlignedText(lines, name)
    grids = tuple(grids_in(lines, allowance, drawings, aligned))
    lines = ["" if number in aligned.passed_over else line for number, line in enumerate(lines)]
    return assemble(content, name, "text", lines, grids, unread=sieve.told(), ends=ends)


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

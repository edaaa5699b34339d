"""Plain text, as a page is saved: a paragraph a line, headings that begin sections, and boxes between them."""

from hashlib import sha256

from planctl.documents.document import Document, Flow
from planctl.documents.text_tables import tables_in
from planctl.grammar.documents import is_item, parse_heading
from planctl.grammar.text import normal
from planctl.messages import PlanctlError, say

ENCODINGS = ("utf-8-sig", "gb18030")
MAGIC = {b"%PDF": "PDF", b"PK\x03\x04": "Word or zip", b"\xd0\xcf\x11\xe0": "old Word", b"\x89PNG": "image"}
MOST_LINES = 200_000


def read_text(content: bytes, name: str) -> Document:
    """Return the document in a text file.

    Raises `PlanctlError` for what is no text, or more than `MOST_LINES` lines of it.
    """
    lines = _decoded(content, name).splitlines()
    if len(lines) > MOST_LINES:
        raise PlanctlError(say("{file} has more than {most} lines", file=name, most=MOST_LINES))
    return Document(name, sha256(content).hexdigest(), "text", _flow(lines), tuple(tables_in(lines)))


def _decoded(content: bytes, name: str) -> str:
    for magic, kind in MAGIC.items():
        if content.startswith(magic):
            raise PlanctlError(
                say("{file} is a {kind} file; planctl reads plain text so far: save it as text", file=name, kind=kind)
            )
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise PlanctlError(say("{file} is no text in UTF-8 or GB18030", file=name))


def _flow(lines: list[str]) -> Flow:
    text: list[str] = []
    places: list[int] = []
    sections: list[tuple[int, str]] = []
    chapter = section = box = ""
    blank = 0
    for number, line in enumerate(lines, 1):
        plain = normal(line)
        heading = parse_heading(line)
        if box and plain and _leaves_box(line, blank, heading.depth if heading else 0):
            box = ""
        if heading and heading.depth == 3:
            box = heading.number
        elif heading and heading.depth == 2 and not box:
            section = heading.number
        elif heading and not box:
            chapter, section = heading.number, ""
        sections.append((len(places), box or f"{chapter}{section}"))
        text.append(plain)
        places += [number] * len(plain)
        blank = 0 if plain else blank + 1
    return Flow("".join(text), tuple(places), tuple(sections))


def _leaves_box(line: str, blank: int, depth: int) -> bool:
    """Return whether a line is behind a box: it counts on in the text, or is a chapter or section after a gap."""
    return not line.startswith("\t") and (is_item(line) or (blank > 1 and depth in (1, 2)))

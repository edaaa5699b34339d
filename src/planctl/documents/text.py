"""Plain text, as a page is saved: paragraphs a line each, and the cells of tables a line each, after a tab."""

from hashlib import sha256

from planctl.documents.document import Document, Field, Flow, Table
from planctl.grammar.documents import is_item, is_table_caption, parse_heading
from planctl.grammar.text import half_width
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
    return Document(name, sha256(content).hexdigest(), "text", _flow(lines), tuple(_tables(lines)))


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
        plain = "".join(half_width(line).split())
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


def _tables(lines: list[str]) -> list[Table]:
    found = []
    for number, line in enumerate(lines, 1):
        if is_table_caption(line):
            fields = _fields(lines, number)
            width = next((count for count, field in enumerate(fields) if field.text == "1"), 0)
            rows = [tuple(fields[start : start + width]) for start in range(width, len(fields), width)] if width else []
            whole = tuple(row for row in rows if len(row) == width)
            if width > 1:
                found.append(Table(line.strip(), tuple(fields[:width]), whole, number))
    return found


def _fields(lines: list[str], caption: int) -> list[Field]:
    """Return the cells below a caption; a line without a tab goes on with the head, and behind it ends the table."""
    fields: list[Field] = []
    counting = False
    for number, line in enumerate(lines[caption:], caption + 1):
        if line.startswith("\t"):
            text = "".join(line.split())
            counting = counting or text == "1"
            fields.append(Field(text, number))
        elif line.strip() and (counting or not fields):
            break
        elif line.strip():
            fields[-1] = Field(fields[-1].text + "".join(line.split()), fields[-1].line)
    return fields

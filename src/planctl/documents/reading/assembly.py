"""What a reader found, put together: the running text with its sections, and each table with what stands over it."""

from collections import defaultdict
from collections.abc import Container, Sequence
from hashlib import sha256
from itertools import pairwise

from planctl.documents.reading.document import Document, PrintedTable, RunningText, Unread
from planctl.documents.reading.grids import Grid
from planctl.grammar.documents import ends_sentence, is_item, is_page_number, is_table_caption, parse_heading
from planctl.grammar.text import normal
from planctl.grammar.titles import ends_title

BOX = 3
"""How deep the heading of a box is, which may stand over a table."""
CAPTION_LINES = 3
LONGEST_CAPTION = 60


def assemble(
    content: bytes,
    name: str,
    kind: str,
    lines: Sequence[str],
    grids: Sequence[Grid],
    *,
    pages: Sequence[int] = (),
    unread: Sequence[Unread] = (),
    ends: Container[int] = (),
) -> Document:
    """Return the document that was read from `content` as lines, where a cell of a grid is a line after a tab.

    A box ends with each of the lines `ends`.
    """
    tables = tuple(_table(lines, grid) for grid in grids if grid and len(grid[0]) > 1)
    flow = _flow(lines, {number for table in tables for number in range(table.line, _end(table) + 1)}, ends)
    paragraphs = tuple(number for number, line in enumerate(lines, 1) if line and not line.startswith("\t"))
    digest = sha256(content).hexdigest()
    return Document(name, digest, kind, tuple(lines), flow, tables, tuple(pages), tuple(unread), paragraphs)


def _table(lines: Sequence[str], grid: Grid) -> PrintedTable:
    first = min(field.line for row in grid for field in row if field.line)
    above: list[str] = []
    for line in reversed(lines[max(first - 1 - 2 * CAPTION_LINES, 0) : first - 1]):
        text = line.strip()
        if not text or is_page_number(text):
            continue
        if len(above) == CAPTION_LINES or len(text) > LONGEST_CAPTION or "\t" in line or "|" in line:
            break
        heading = parse_heading(text)
        if ends_sentence(text) or ends_title(text) or (heading and heading.depth != BOX):
            break
        above.insert(0, text)
        if is_table_caption(text):
            break
    return PrintedTable(" ".join(above), grid, first)


def _end(table: PrintedTable) -> int:
    return max(field.line + field.more for row in table.rows for field in row)


def _flow(lines: Sequence[str], in_tables: Container[int], ends: Container[int]) -> RunningText:
    """Return the text of lines with its sections; what stands in a table is no heading (一、经济发展)."""
    text: list[str] = []
    places: list[int] = []
    sections: list[tuple[int, str]] = []
    part = chapter = section = box = ""
    blank = 0
    for number, line in enumerate(lines, 1):
        plain = normal(line)
        heading = None if number in in_tables else parse_heading(line)
        if box and plain and _leaves_box(line, blank, heading.depth if heading else 0):
            box = ""
        if heading and heading.depth == 3:
            box = heading.number
        elif heading and heading.depth == 2 and not box:
            section = heading.number
        elif heading and heading.gathers and not box:
            part, chapter, section = heading.number, "", ""
        elif heading and not box:
            chapter, section = heading.number, ""
        name = box or f"{part}{chapter}{section}"
        if not sections or sections[-1][1] != name:
            sections.append((len(places), name))
        text.append(plain)
        places += [number] * len(plain)
        blank = 0 if plain else blank + 1
        if number in ends:
            box = ""
    return RunningText("".join(text), tuple(places), tuple(sections), _stretches(sections, len(places)))


def _stretches(sections: Sequence[tuple[int, str]], length: int) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return where the text of each section stands, in one piece or in several."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for (start, name), (end, _) in pairwise([*sections, (length, "")]):
        found[name].append((start, end))
    return {name: tuple(spans) for name, spans in found.items()}


def _leaves_box(line: str, blank: int, depth: int) -> bool:
    """Return whether a line is behind a box: it counts on in the text, or is a chapter or section after a gap."""
    return not line.startswith("\t") and (is_item(line) or (blank > 1 and depth in (1, 2)))

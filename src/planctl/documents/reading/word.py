"""Word documents (.docx): the paragraphs and tables of the body, with merged cells by their origin.

Only the part that has the text is read, so that nothing else in it costs time or memory.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.grids import Origin
from planctl.documents.reading.limits import COLUMNS, bounded
from planctl.documents.reading.markup import Element, parsed
from planctl.documents.reading.package import BODY, Package
from planctl.documents.reading.page import PageBuilder
from planctl.grammar.documents import with_bar
from planctl.grammar.marks import prose_with_marks
from planctl.messages.message import say

_COUNTS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}numId",
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}pStyle",
)
"""What says that Word counts a paragraph by itself: a list, or a style that is one."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset(
    {
        *(f"{_W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "txbxContent")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_SYMBOLS = {"F0A3": "≤", "F0B3": "≥", "F0B1": "±", "F02D": "-", "F03C": "<", "F03E": ">", "F025": "%", "F02A": "*"}
"""Signs of the font Symbol; others are shown as such."""
_UNSEEN = ("vanish", "strike", "dstrike")
_OFF = ("0", "false", "none")


def read_word(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a .docx file; raises `PlanctlError` for what is none, is cut short, or is too large."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    page = PageBuilder(name)
    fault = say("{file} is no Word document that can be read", file=name)
    root = parsed(Package(content, name).read(BODY), parser, page.allowance, fault)
    walk = _Walk(page)
    walk.blocks(root.find(f"{_W}body"))
    return walk.page.close(content, "docx")


class _Cell(NamedTuple):
    element: Element
    start: int
    columns: int
    goes_on: bool


class _Walk:
    """Goes through the blocks of a body in their order."""

    def __init__(self, page: PageBuilder) -> None:
        self.page = page
        self._counted: Counter[str] = Counter()

    def blocks(self, element: Element | None) -> None:
        """Read the paragraphs, tables and boxes in an element."""
        for block in _blocks(element) if element is not None else ():
            if block.tag == f"{_W}tbl":
                self._table(block)
                continue
            for text in prose_with_marks(list(_runs(block))).split("\n"):
                if text.strip():
                    self.page.line(text.strip())
            if any(block.find(f".//{_W}{name}") is not None for name in ("drawing", "pict")):
                self.page.picture()
            for box in _boxes(block):
                self._box([box])

    def _box(self, elements: list[Element]) -> None:
        beginning = next((text for each in elements for text, _ in _runs(each) if text.strip()), "")
        with self.page.frame(beginning):
            for element in elements:
                self.blocks(element)

    def _table(self, table: Element) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        self.page.expect(sum(map(len, rows)))
        if max((cell.start + cell.columns for row in rows for cell in row), default=0) < 2:
            self._box([cell.element for row in rows for cell in row])
            return
        origins: list[list[Origin | None]] = []
        above: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(rows):
            made: list[Origin | None] = [None] * (row[0].start if row else 0)
            for cell in row:
                if cell.goes_on and cell.start in above:
                    top, index = above[cell.start]
                    if origin := (origins[top][index] if top < number else None):
                        origins[top][index] = origin._replace(rows=number - top + 1)
                    continue
                above[cell.start] = (number, len(made))
                made.append(
                    Origin(self.page.cell(list(self._cell(cell.element)), _indent(cell.element)), 1, cell.columns)
                )
            origins.append(made)
            self.page.line("")
        self.page.table(origins)

    def _cell(self, cell: Element) -> Iterator[tuple[str, bool]]:
        """Yield the text of a cell; where Word counts in it by itself, the number that it shows."""
        runs = list(_runs(cell))
        number = next((found for path in _COUNTS if (found := cell.find(f".//{path}")) is not None), None)
        name = "" if number is None else str(number.get(f"{_W}val", ""))
        is_counted = number is not None and (str(number.tag).endswith("numId") or name.startswith("ListNumber"))
        if is_counted and not any(text.strip() for text, _ in runs):
            self._counted[name] += 1
            yield str(self._counted[name]), False
        yield from runs


def _blocks(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag not in _GONE:
            yield from _blocks(child)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes in an element; what stands in a box in one of them is read with that."""
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in _GONE:
            yield from _boxes(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_W}tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag not in (f"{_W}tbl", *_GONE):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[_Cell]:
    start = _value(row, "trPr", "gridBefore", 0)
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is row:
            columns = max(_value(cell, "tcPr", "gridSpan", 1), 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            yield _Cell(cell, start, columns, goes_on)
            start += columns


def _value(element: Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{_W}{properties}/{_W}{name}")
    return default if found is None else bounded(found.get(f"{_W}val"), COLUMNS.most, default)


def _runs(element: Element) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of text in an element, each with whether it is raised; what was deleted is passed over."""
    for child in element:
        if child.tag == f"{_W}r":
            if any(_is_on(child, name) for name in _UNSEEN):
                continue
            is_raised, underlined = _is_raised(child), _is_on(child, "u")
            yield from ((with_bar(text) if underlined else text, is_raised) for text in _texts(child))
        elif child.tag not in _GONE:
            yield from _runs(child)


def _is_raised(run: Element) -> bool:
    """Return whether a run is a superscript, or its characters stand higher than the line."""
    align, position = (run.find(f"{_W}rPr/{_W}{name}") for name in ("vertAlign", "position"))
    if align is not None:
        return align.get(f"{_W}val") == "superscript"
    by = "" if position is None else str(position.get(f"{_W}val", "")).removeprefix("+")
    return by.isascii() and by.isdigit() and by.strip("0") != ""


def _is_on(run: Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "on") not in _OFF


def _texts(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_W}t" or child.tag in _SIGNS:
            yield _SIGNS.get(str(child.tag), child.text or "")
        elif child.tag == f"{_W}sym":
            code = str(child.get(f"{_W}char", "")).upper()
            yield _SYMBOLS.get(code, "�")
        elif child.tag not in _GONE:
            yield from _texts(child)


def _indent(cell: Element) -> str:
    """Return white space where the first paragraph of a cell is set in."""
    indent = cell.find(f"{_W}p/{_W}pPr/{_W}ind")
    sizes = (
        () if indent is None else (indent.get(f"{_W}{name}") for name in ("left", "start", "leftChars", "firstLine"))
    )
    return "\u3000" if any(bounded(size, 1) for size in sizes) else ""

"""Web pages: paragraphs, and tables with their merged cells. What a browser would not show is passed over."""

from collections.abc import Iterator

from lxml import etree

from planctl.documents.assembly import MOST_LINES
from planctl.documents.document import Document, Progress, unheeded
from planctl.documents.grids import MOST_COLUMNS, Origin
from planctl.documents.page import Page
from planctl.documents.text import decoded
from planctl.grammar.documents import indent_in, with_bar
from planctl.grammar.marks import prose_with_marks
from planctl.messages import PlanctlError, say

Element = etree._Element

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "iframe", "object", "svg", "select", "nav"})
UNSEEN |= {"s", "strike", "del"}
INLINE = frozenset(
    {"a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "s", "small"}
)
INLINE |= {"span", "strong", "sub", "sup", "tt", "u", "var"}
DEEPEST = 200


def read_html(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a web page; raises `PlanctlError` for what is none, or too large. Fetches nothing."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(decoded(content, name).encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise PlanctlError(say("{file} is no web page that can be read", file=name))
    walk = _Walk(Page(name))
    walk.element(root, 0)
    walk.end_line()
    return walk.page.close(content, "html")


class _Walk:
    """Goes through the elements of a web page as it is laid out."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._line: list[tuple[str, bool]] = []

    def element(self, element: Element, depth: int, *, raised: bool = False) -> None:
        """Read an element and all in it; what is nested deeper than `DEEPEST` is one piece of text."""
        tag = element.tag
        if not isinstance(tag, str) or not _is_seen(element):
            return
        block = tag not in INLINE
        if block:
            self.end_line()
        if tag == "table":
            self._table(element, depth)
        elif tag == "img":
            self.page.picture()
        elif depth > DEEPEST:
            self._line += ((str(text), raised) for text in element.itertext())
        else:
            raised = raised or _is_raised(element)
            self._line.append((element.text or "", raised))
            for child in element:
                self.element(child, depth + 1, raised=raised)
                self._line.append((child.tail or "", raised))
        if block:
            self.end_line()

    def end_line(self) -> None:
        """End the line that is being read, if there is any text in it."""
        text = " ".join(prose_with_marks(self._line).split())
        self._line.clear()
        if text:
            self.page.line(text)

    def _table(self, table: Element, depth: int) -> None:
        rows = [[cell for cell in row.iterchildren("td", "th") if _is_seen(cell)] for row in _own_rows(table)]
        if max(map(len, rows), default=0) < 2 or table.find(".//table") is not None:
            beginning = next((str(text) for text in table.itertext() if str(text).strip()), "")
            with self.page.frame(beginning):
                for cell in (cell for row in rows for cell in row):
                    self.element(cell, depth + 1)
            return
        origins = []
        for row in rows:
            origins.append([Origin(self.page.cell(list(_runs(cell)), _indent(cell)), *_spans(cell)) for cell in row])
            self.page.line("")
        self.page.table(origins)


def _is_seen(element: Element) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    hidden = element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    return element.tag not in UNSEEN and not hidden


def _is_raised(element: Element) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return element.tag == "sup" or "vertical-align:super" in style


def _indent(cell: Element) -> str:
    """Return white space for how far a cell, or the first paragraph in it, is set in."""
    for element in (cell, *cell.iterchildren("p", "div", "span")):
        if size := indent_in(element.get("style") or ""):
            return "\u3000" * size
    return ""


def _own_rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _runs(element: Element, depth: int = 0, *, raised: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of text in a cell, each with whether it is raised."""
    if depth > DEEPEST:
        yield "".join(map(str, element.itertext())), raised
        return
    yield with_bar(element.text or "") if element.tag == "u" else element.text or "", raised
    for child in element:
        if isinstance(child.tag, str) and _is_seen(child):
            yield from _runs(child, depth + 1, raised=raised or _is_raised(child))
        yield child.tail or "", raised


def _spans(cell: Element) -> tuple[int, int]:
    rows, columns = (_number(cell.get(name, "1")) for name in ("rowspan", "colspan"))
    return rows or MOST_LINES, min(columns, MOST_COLUMNS) or 1


def _number(text: str) -> int:
    """Return how much a cell covers; for rows 0 means all that are left, and what is no number means 1."""
    plain = text.strip()
    return min(int(plain[:9]), MOST_LINES) if plain.isascii() and plain.isdigit() else 1

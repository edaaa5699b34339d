"""Web pages: paragraphs, and tables with their merged cells. What a browser would not show is passed over."""

from collections.abc import Iterator

from lxml import etree

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.grids import Origin
from planctl.documents.reading.limits import COLUMNS, DEEPEST, LINES, bounded
from planctl.documents.reading.markup import Element, parsed
from planctl.documents.reading.page import PageBuilder
from planctl.documents.reading.text import decoded
from planctl.grammar.documents import indent_in, with_bar
from planctl.grammar.marks import prose_with_marks
from planctl.messages.message import say

UNSEEN = frozenset({"head", "script", "style", "noscript", "template", "iframe", "object", "svg", "select", "nav"})
UNSEEN |= {"s", "strike", "del"}
INLINE = frozenset(
    {"a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "s", "small"}
)
INLINE |= {"span", "strong", "sub", "sup", "tt", "u", "var"}


def read_html(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a web page; raises `PlanctlError` for what is none, or too large. Fetches nothing."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    page = PageBuilder(name)
    fault = say("{file} is no web page that can be read", file=name)
    walk = _Walk(page)
    walk.element(parsed(decoded(content, name).encode(), parser, page.allowance, fault), 0)
    walk.end_line()
    return walk.page.close(content, "html")


class _Walk:
    """Goes through the elements of a web page as it is laid out."""

    def __init__(self, page: PageBuilder) -> None:
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
        self.page.expect(sum(map(len, _own_rows(table))))
        rows = [[cell for cell in row.iterchildren("td", "th") if _is_seen(cell)] for row in _own_rows(table)]
        if max(map(len, rows), default=0) < 2 or table.find(".//table") is not None:
            beginning = next((str(text) for text in table.itertext() if str(text).strip()), "")
            with self.page.frame(beginning):
                for cell in (cell for row in rows for cell in row):
                    self.element(cell, depth + 1)
            return
        origins = []
        for row in rows:
            origins.append([Origin(self.page.cell(_runs(cell), _indent(cell)), *_spans(cell)) for cell in row])
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


def _runs(cell: Element) -> list[tuple[str, bool]]:
    """Return the pieces of text in a cell, each with whether it is raised."""
    runs: list[tuple[str, bool]] = []
    _add_runs(runs, cell, 0, raised=False)
    return runs


def _add_runs(runs: list[tuple[str, bool]], element: Element, depth: int, *, raised: bool) -> None:
    if depth > DEEPEST:
        runs.append(("".join(map(str, element.itertext())), raised))
        return
    text = element.text or ""
    runs.append((with_bar(text) if element.tag == "u" else text, raised))
    for child in element:
        if isinstance(child.tag, str) and _is_seen(child):
            _add_runs(runs, child, depth + 1, raised=raised or _is_raised(child))
        runs.append((child.tail or "", raised))


def _spans(cell: Element) -> tuple[int, int]:
    """Return how many rows and columns a cell covers; 0 rows are all that are left, and what is no number is 1."""
    rows, columns = bounded(cell.get("rowspan"), LINES.most, 1), bounded(cell.get("colspan"), COLUMNS.most, 1)
    return rows or LINES.most, columns or 1

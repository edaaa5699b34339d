"""`planctl verify --html`: the document's text as a page, every figure of it marked as the data has it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from planctl.documents.reading.document import Document, PrintedTable
from planctl.documents.reading.figures import figures_of
from planctl.documents.verification.ledger import HeldStretch, Verification
from planctl.grammar.documents import parse_heading
from planctl.messages.message import Place, say
from planctl.showing.look import Look
from planctl.showing.page.rendering import rendered
from planctl.showing.verification import summed
from planctl.showing.webpage import generator
from planctl.showing.wording import Wording

GENERATOR = generator("verify")
"""What tells such a page from any other file."""
LONGEST_HEADING = 60
"""A longer line is a paragraph that begins with its heading."""


class FigureMark(StrEnum):
    """How a figure of the document stands to the data."""

    HELD = "held"
    DIFFERENT = "different"
    LEFT = "left"


WORDS = {
    FigureMark.HELD: say("in the data"),
    FigureMark.DIFFERENT: say("otherwise in the data"),
    FigureMark.LEFT: say("not in the data"),
}


class MarkedFigure(NamedTuple):
    """A figure of the text, how it stands to the data, and where the data has it."""

    start: int
    end: int
    mark: FigureMark
    place: Place | None


class MarkedText(NamedTuple):
    """Some text of the document; what is marked has a name to lead to, what is said of it, and where that leads."""

    text: str
    mark: FigureMark | None = None
    id: str = ""
    title: str = ""
    address: str = ""


class ShownCell(NamedTuple):
    """A cell of a table, how many columns and rows it covers, and the raised mark behind it."""

    pieces: tuple[MarkedText, ...]
    across: int
    down: int
    raised: str


class Block(NamedTuple):
    """A paragraph, a heading of a `depth` with a name to lead to, or the rows of a table."""

    pieces: tuple[MarkedText, ...] = ()
    depth: int = 0
    id: str = ""
    is_boxed: bool = False
    rows: tuple[tuple[ShownCell, ...], ...] = ()

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(piece.text for piece in self.pieces).strip()


def page(found: Verification, wording: Wording, link: Callable[[str], str], folder: str = "") -> str:
    """Return the page, on which places are named as in a `folder` of data.

    `link` gives the address of a file of the data, as seen from where the page will stand; empty where it has none.
    """
    path = found.document.file
    found = found._replace(document=found.document._replace(file=PurePath(path).name))
    figures = tuple(marked_figures(found))
    blocks = tuple(_Body(found.document, figures, wording, link, folder).blocks())
    context = {
        "name": found.document.file,
        "source": found.source,
        "total": len(figures),
        "counts": {mark.value: sum(figure.mark is mark for figure in figures) for mark in FigureMark},
        "words": {mark.value: wording(WORDS[mark]) for mark in FigureMark},
        "summed": tuple(map(wording, summed(found))),
        "differences": tuple(
            (wording(each.problem.message), each.problem.place.below(folder), _named(each.document_place, path))
            for each in found.differences
        ),
        "chapters": tuple(each for each in blocks if each.depth == 1),
        "blocks": blocks,
    }
    return rendered("marked", found.source.title, context, Look(None, "utf-8", wording), GENERATOR)


def _named(place: str, path: str) -> str:
    """Return a place in a document whose folder is not told: the page may be handed on."""
    return PurePath(path).name + place.removeprefix(path) if place.startswith(path) else place


def marked_figures(found: Verification) -> Iterator[MarkedFigure]:
    """Yield each figure of the document with how it stands to the data."""
    for span in figures_of(found.document):
        held, apart = _around(found.held, span), _around(found.apart, span)
        if apart and not (held and held.end - held.start < apart.end - apart.start):
            yield MarkedFigure(*span, FigureMark.DIFFERENT, apart.place)
        elif held:
            yield MarkedFigure(*span, FigureMark.HELD, held.place)
        else:
            yield MarkedFigure(*span, FigureMark.LEFT, None)


def _around(stretches: Sequence[HeldStretch], span: tuple[int, int]) -> HeldStretch | None:
    """Return the shortest stretch that a span is in."""
    before = stretches[: bisect_right(stretches, span[0], key=lambda each: each.start)]
    return min((each for each in before if span[1] <= each.end), key=lambda each: each.end - each.start, default=None)


class _Body:
    """Told block by block: headings and paragraphs, and tables with their cells as they are merged."""

    def __init__(
        self,
        document: Document,
        figures: Sequence[MarkedFigure],
        wording: Wording,
        link: Callable[[str], str],
        folder: str,
    ) -> None:
        self.document = document
        self.wording = wording
        self.link = link
        self.folder = folder
        self._starts = {figure.start: figure for figure in figures}
        self._counted = dict.fromkeys(FigureMark, 0)
        self._sections = {start for start, _ in document.flow.sections}

    def blocks(self) -> Iterator[Block]:
        """Yield the headings, paragraphs and tables of the document in its order."""
        tables = {table.line: table for table in self.document.tables}
        behind = 0
        for number, line in enumerate(self.document.lines, 1):
            if table := tables.get(number):
                behind = max(field.line for row in table.rows for field in row)
                yield Block(rows=tuple(self._rows(table)))
            if number > behind and line.strip():
                start, _ = self.document.flow.line_span(number)
                heading = parse_heading(line) if start in self._sections and len(line) <= LONGEST_HEADING else None
                pieces = tuple(self._pieces(line.strip(), start))
                yield Block(pieces, heading.depth if heading else 0, f"l-{number}", line.startswith("\t"))

    def _rows(self, table: PrintedTable) -> Iterator[tuple[ShownCell, ...]]:
        for row, fields in enumerate(table.rows):
            cells = []
            for column, field in enumerate(fields):
                if not field.shared:
                    start = self.document.flow.line_span(field.line)[0] + field.offset
                    pieces = tuple(self._pieces(field.text, start))
                    cells.append(ShownCell(pieces, *_spans(table, row, column), field.mark))
            yield tuple(cells)

    def _pieces(self, text: str, position: int) -> Iterator[MarkedText]:
        """Yield text that begins at a position of the document, parted where figures begin and end."""
        written, figure = "", None
        for sign in text:
            if not sign.isspace() and (begun := self._starts.get(position)):
                if written:
                    yield MarkedText(written)
                written, figure = "", begun
            written += sign
            position += not sign.isspace()
            if figure and position == figure.end:
                yield self._marked(written, figure)
                written, figure = "", None
        if written:
            yield self._marked(written, figure) if figure else MarkedText(written)

    def _marked(self, text: str, figure: MarkedFigure) -> MarkedText:
        self._counted[figure.mark] += 1
        words = self.wording(WORDS[figure.mark])
        name = f"{figure.mark}-{self._counted[figure.mark]}"
        if not figure.place:
            return MarkedText(text, figure.mark, name, words)
        title = self.wording.say("{words}: {place}", words=words, place=str(figure.place.below(self.folder)))
        address = self.link(figure.place.file)
        return MarkedText(text, figure.mark, name, title, f"{address}#L{figure.place.line}" if address else "")


def _spans(table: PrintedTable, row: int, column: int) -> tuple[int, int]:
    """Return how many columns and rows a cell covers."""
    line = table.rows[row][column].line
    across = down = 1
    while column + across < len(table.rows[row]) and _covers(table, row, column + across, line):
        across += 1
    while row + down < len(table.rows) and _covers(table, row + down, column, line):
        down += 1
    return across, down


def _covers(table: PrintedTable, row: int, column: int, line: int) -> bool:
    field = table.rows[row][column]
    return field.shared and field.line == line

"""`planctl verify --html`: the document's text as a page, every figure of it marked as the data has it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from html import escape
from pathlib import PurePath
from typing import NamedTuple

from planctl.documents.reading.document import Document, PrintedTable
from planctl.documents.reading.figures import figures_of
from planctl.documents.verification.ledger import HeldStretch, Verification
from planctl.messages.message import Place, say
from planctl.showing.webpage import generator, web_page
from planctl.showing.wording import Wording

STYLE = """
body { font: 16px/1.7 system-ui, sans-serif; max-width: 60em; margin: 1em auto; padding: 0 1em; }
p { margin: .2em 0; white-space: pre-wrap; } p.box { margin-left: 3em; }
table { border-collapse: collapse; margin: 1em 0; } td { border: 1px solid #999; padding: .1em .5em; }
.held, .different, .left { padding: 0 .1em; border-radius: .2em; color: inherit; }
.held { background: #cfe8ff; text-decoration: none; }
.different { background: #ffd9b3; text-decoration: underline wavy #b34700; font-weight: bold; }
.left { outline: 1px dashed #555; }
.held::after { content: "✓"; font-size: .6em; } .different::after { content: "✗"; } .left::after { content: "?"; }
@media (prefers-color-scheme: dark) {
  body { background: #111; color: #eee; } .held { background: #0b3a5e; } .different { background: #6b3200; }
  .left { outline-color: #bbb; }
}
"""


GENERATOR = generator("verify")
"""What tells such a page from any other file."""


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


def page(found: Verification, wording: Wording, link: Callable[[str], str], folder: str = "") -> str:
    """Return the page, on which places are named as in a `folder` of data.

    `link` gives the address of a file of the data, as seen from where the page will stand; empty where it has none.
    """
    figures = list(marked_figures(found))
    counts = {mark: sum(figure.mark is mark for figure in figures) for mark in FigureMark}
    legend = " · ".join(
        f'<a class="{mark}" href="#{mark}-1">{counts[mark]}</a> {escape(wording(WORDS[mark]))}' for mark in FigureMark
    )
    total = escape(wording.say("{count} figures:", count=len(figures)))
    name = PurePath(found.document.file).name
    body = "\n".join(_Body(found.document, figures, wording, link, folder).blocks())
    about = f'<h1>{escape(name)}</h1>\n<p lang="{wording.language}">{total} {legend}</p>'
    return web_page(GENERATOR, "zh", name, STYLE, f"{about}\n<main>\n{body}\n</main>")


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
    """Written block by block: paragraphs, and tables with their cells as they are merged."""

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
        self._ends = {figure.end: figure for figure in figures}
        self._counted = dict.fromkeys(FigureMark, 0)

    def blocks(self) -> Iterator[str]:
        """Yield the paragraphs and tables of the document in its order."""
        tables = {table.line: table for table in self.document.tables}
        behind = 0
        for number, line in enumerate(self.document.lines, 1):
            if table := tables.get(number):
                behind = max(field.line for row in table.rows for field in row)
                yield self._table(table)
            if number > behind and (
                text := self._text(line.strip("\t"), self.document.flow.line_span(number)[0]).strip()
            ):
                yield f'<p class="box">{text}</p>' if line.startswith("\t") else f"<p>{text}</p>"

    def _table(self, table: PrintedTable) -> str:
        rows = []
        for row, fields in enumerate(table.rows):
            cells = []
            for column, field in enumerate(fields):
                if not field.shared:
                    start = self.document.flow.line_span(field.line)[0] + field.offset
                    across, down = _spans(table, row, column)
                    size = f' colspan="{across}"' * (across > 1) + f' rowspan="{down}"' * (down > 1)
                    mark = f"<sup>{escape(field.mark)}</sup>" if field.mark else ""
                    cells.append(f"<td{size}>{self._text(field.text, start)}{mark}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return "<table>\n" + "\n".join(rows) + "\n</table>"

    def _text(self, text: str, position: int) -> str:
        """Return text that begins at a position of the document, escaped, with its figures marked."""
        written = []
        for sign in text:
            if not sign.isspace() and (figure := self._starts.get(position)):
                written.append(self._opened(figure))
            written.append(escape(sign))
            if not sign.isspace():
                position += 1
                if position in self._ends:
                    written.append("</a>")
        return "".join(written)

    def _opened(self, figure: MarkedFigure) -> str:
        self._counted[figure.mark] += 1
        anchor = f'id="{figure.mark}-{self._counted[figure.mark]}" class="{figure.mark}"'
        words = self.wording(WORDS[figure.mark])
        if not figure.place:
            return f'<a {anchor} title="{escape(words)}">'
        title = self.wording.say("{words}: {place}", words=words, place=str(figure.place.below(self.folder)))
        address = self.link(figure.place.file)
        href = f' href="{escape(address)}#L{figure.place.line}"' if address else ""
        return f'<a {anchor}{href} title="{escape(title)}">'


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

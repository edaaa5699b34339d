"""What stands on the pages of a PDF, written down as one document: paragraphs and tables, without page furniture."""

from collections import Counter
from collections.abc import Sequence

from planctl.documents.reading.grids import Origin
from planctl.documents.reading.page import PageBuilder
from planctl.documents.reading.pdf_rulings import RuledTable
from planctl.documents.reading.pdf_text import PrintedLine, printed_lines, runs_in, sides_of, starts_anew
from planctl.grammar.documents import is_page_number, parse_heading
from planctl.grammar.marks import prose_with_marks
from planctl.grammar.text import without_digits
from planctl.messages.message import say

Part = PrintedLine | RuledTable
"""What stands on a page, one below the other: a line of text, or a table."""

NO_TEXT = say("the page has no text that could be read: it may be a scan; transcribe it by hand")
BOX = 3
"""How deep the heading of a box is."""
LEAST_REPEATED = 3
"""A line at the top or foot of so many pages is page furniture."""


def write(pages: Sequence[Sequence[Part] | None], page: PageBuilder) -> None:
    """Write down what pages print, where `None` is a page without text."""
    writing = _Writing(page)
    furniture = _furniture(pages)
    for parts in pages:
        if parts is None:
            writing.end_paragraph()
        writing.read([part for part in _unframed(parts or (), writing.boxed) if not _is_furniture(part, furniture)])
        if parts is None:
            page.not_read(NO_TEXT, page.number)
    writing.end_paragraph()


class _Writing:
    """Written page after page; a paragraph may go on from one to the next."""

    def __init__(self, page: PageBuilder) -> None:
        self.page = page
        self.boxed = False
        self._paragraph: list[PrintedLine] = []

    def read(self, parts: Sequence[Part]) -> None:
        """Write down what stands on the next page."""
        sides = sides_of([part for part in parts if isinstance(part, PrintedLine)])
        for count, part in enumerate(parts):
            if isinstance(part, RuledTable) or not self._paragraph or starts_anew(part, self._paragraph[-1], sides):
                self.end_paragraph()
            if not count:
                self.page.turn(pending=bool(self._paragraph))
            if isinstance(part, RuledTable):
                self._table(part)
            else:
                self._paragraph.append(part)
        if not parts:
            self.page.turn(pending=bool(self._paragraph))
        self.boxed = bool(parts) and _is_frame(parts[-1])

    def end_paragraph(self) -> None:
        """End the paragraph that is being read, if any."""
        if self._paragraph:
            runs = [run for line in self._paragraph for run in runs_in(line, line.size)]
            self.page.line(prose_with_marks(runs))
        self._paragraph.clear()

    def _table(self, sheet: RuledTable) -> None:
        if sheet.columns == 1:
            self._box(sheet)
            return
        rows: list[list[Origin | None]] = [[] for _ in range(sheet.rows)]
        for row, _, cell in sheet.cells:
            size = max((character.size for character in cell.characters), default=0)
            runs = [run for line in printed_lines(cell.characters) for run in runs_in(line, size)]
            rows[row].append(Origin(self.page.cell(runs), cell.rows, cell.columns))
        self.page.table(rows)

    def _box(self, sheet: RuledTable) -> None:
        sides = sides_of(_lines_in(sheet))
        with self.page.box():
            for _, _, cell in sheet.cells:
                for line in printed_lines(cell.characters):
                    if self._paragraph and starts_anew(line, self._paragraph[-1], sides):
                        self.end_paragraph()
                    self._paragraph.append(line)
                self.end_paragraph()


def _unframed(parts: Sequence[Part], boxed: bool) -> list[Part]:
    """Return parts with the text of frames that are no boxes by itself, all from the top down.

    A box has a heading, or goes on at the top of a page where the last one ended in a box.
    """
    found: list[Part] = []
    for count, part in enumerate(parts):
        lines = _lines_in(part) if _is_frame(part) else []
        heading = parse_heading(lines[0].text) if lines else None
        is_box = (heading is not None and heading.depth == BOX) or (boxed and not count)
        found += lines if lines and not is_box else [part]
    return sorted(found, key=lambda part: -part.box.top)


def _is_frame(part: Part) -> bool:
    return isinstance(part, RuledTable) and part.columns == 1


def _lines_in(part: Part) -> list[PrintedLine]:
    cells = part.cells if isinstance(part, RuledTable) else ()
    return [line for _, _, cell in cells for line in printed_lines(cell.characters)]


def _furniture(pages: Sequence[Sequence[Part] | None]) -> frozenset[str]:
    ends = Counter(
        without_digits(part.text)
        for parts in pages
        for part in {*(parts or ())[:1], *(parts or ())[-1:]}
        if isinstance(part, PrintedLine)
    )
    return frozenset(text for text, times in ends.items() if times >= LEAST_REPEATED)


def _is_furniture(part: Part, furniture: frozenset[str]) -> bool:
    return isinstance(part, PrintedLine) and (is_page_number(part.text) or without_digits(part.text) in furniture)

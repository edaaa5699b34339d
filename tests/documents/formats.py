"""A test document, as a government would publish its plan report, in the formats in which it may come to a reader.

`as_html`, `as_docx`, `as_xlsx`, `as_csv`, `as_pdf` and `as_text` render the same paragraphs and tables; `Format` says
how they are laid out.
The same input always gives the same bytes.

A table is broken after every `rows_a_page` of its own rows, its head counted among those of the first piece; each
further piece begins with the first `repeat_head` rows once more. A vertical span that crosses a break is split in two:
the text stays in the first part, and the second is empty. Where a table flows (`rows_a_page=0`), PDF breaks it in the
same way where a page ends; in Word its first `repeat_head` rows are marked as a head that repeats.

The PDF embeds a font of its own, made from the Vera that comes with reportlab: letters and figures look as they should,
and every Chinese character is drawn as `#`, one em wide, but is itself when the text is extracted. STSong-Light, which
is not embedded, will not do: where the system has no Chinese font, pdfium finds no glyph, gives the characters no
height, and drops every text object of one character alone, such as a cell that says 元.
"""

import csv
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO, StringIO
from itertools import chain, product
from typing import NamedTuple
from unicodedata import east_asian_width

import docx
from docx.oxml import OxmlElement
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable


class CellSpec(NamedTuple):
    """A cell of a table, where it begins; `mark` is a note mark behind its text, such as `2`."""

    text: str
    row_span: int = 1
    column_span: int = 1
    mark: str = ""


class Paragraph(NamedTuple):
    """A paragraph of plain text."""

    text: str


class Grid(NamedTuple):
    """A table: the cells that begin in each row, in order, as in HTML; what a span covers is not listed."""

    rows: tuple[tuple[CellSpec, ...], ...]


class Format(NamedTuple):
    """How a document is laid out; a mark is small and raised (in text: a circled figure), or `[2]` on the line."""

    rows_a_page: int = 0
    repeat_head: int = 0
    page_numbers: bool = False
    superscript: bool = True


class Placed(NamedTuple):
    """A cell at its place: its first row and column, counted from 0, and those behind its last ones."""

    row: int
    column: int
    end_row: int
    end_column: int
    cell: CellSpec

    def merges(self) -> bool:
        """Tell whether it covers more than one field."""
        return (self.end_row, self.end_column) != (self.row + 1, self.column + 1)


class Piece(NamedTuple):
    """As much of a table as stands together."""

    height: int
    width: int
    cells: tuple[Placed, ...]

    def fields(self) -> list[list[CellSpec]]:
        """Return the cell at the place where it begins, and an empty one elsewhere."""
        fields = [[CellSpec("")] * self.width for _ in range(self.height)]
        for placed in self.cells:
            fields[placed.row][placed.column] = placed.cell
        return fields

    def part(self, start: int, stop: int, head: int) -> "Piece":
        """Return the rows from `start` to before `stop`, below as many rows of head where it does not begin there."""
        above = head if start else 0
        cells = sorted((*self._cut(0, above, 0), *self._cut(start, stop, above)))
        return Piece(above + stop - start, self.width, tuple(cells))

    def _cut(self, start: int, stop: int, to: int) -> Iterator[Placed]:
        for row, column, end_row, end_column, cell in self.cells:
            first, last = max(row, start), min(end_row, stop)
            if first < last:
                shown = cell if first == row else CellSpec("")
                yield Placed(first - start + to, column, last - start + to, end_column, shown)


def place(grid: Grid) -> Piece:
    """Put every cell in its place, as HTML does; a span that reaches below the last row ends there."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, specs in enumerate(grid.rows):
        column = 0
        for cell in specs:
            while (row, column) in taken:
                column += 1
            placed = Placed(row, column, min(row + cell.row_span, len(grid.rows)), column + cell.column_span, cell)
            covered = set(product(range(row, placed.end_row), range(column, placed.end_column)))
            if taken & covered:
                raise ValueError(f"the cell {cell.text!r} in row {row} overlaps another")
            taken |= covered
            cells.append(placed)
    return Piece(len(grid.rows), max((column + 1 for _, column in taken), default=0), tuple(cells))


def pieces(grid: Grid, form: Format) -> list[Piece]:
    """Break a table into the pieces of which it is made in this format."""
    whole = place(grid)
    each = form.rows_a_page or max(whole.height, 1)
    starts = range(0, whole.height, each)
    return [whole.part(start, min(start + each, whole.height), form.repeat_head) for start in starts]


def as_html(parts: Sequence[Paragraph | Grid], form: Format) -> bytes:
    """Render the document as a web page."""
    title = next((part.text for part in parts if isinstance(part, Paragraph)), "")
    body: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph):
            body.append(f"<p>{_marked_up(part.text, '<br>')}</p>\n")
        else:
            body += (_html_table(piece, form) for piece in pieces(part, form))
    head = f'<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n</head>'
    return f'<!DOCTYPE html>\n<html lang="zh">\n{head}\n<body>\n{"".join(body)}</body>\n</html>\n'.encode()


def _html_table(piece: Piece, form: Format) -> str:
    rows = [""] * piece.height
    for placed in piece.cells:
        rows[placed.row] += _html_cell(placed, form)
    return "".join(('<table border="1">\n', *(f"<tr>{row}</tr>\n" for row in rows), "</table>\n"))


def _html_cell(placed: Placed, form: Format) -> str:
    rows, columns, cell = placed.end_row - placed.row, placed.end_column - placed.column, placed.cell
    down = f' rowspan="{rows}"' if rows > 1 else ""
    along = f' colspan="{columns}"' if columns > 1 else ""
    mark = f"<sup>{escape(cell.mark)}</sup>" if cell.mark and form.superscript else escape(_on_line(cell.mark))
    return f"<td{down}{along}>{_marked_up(cell.text, '<br>')}{mark}</td>"


def _marked_up(text: str, line_break: str) -> str:
    return escape(text, quote=False).replace("\n", line_break)


def _on_line(mark: str) -> str:
    return f"[{mark}]" if mark else ""


def as_docx(parts: Sequence[Paragraph | Grid], form: Format) -> bytes:
    """Render the document for Word."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, Paragraph):
            document.add_paragraph(part.text)
            continue
        for piece in pieces(part, form):
            table = document.add_table(piece.height, piece.width, "Table Grid")
            _fill_word(table, piece, form)
    written = BytesIO()
    document.save(written)
    return _undated(written)


def _fill_word(table: WordTable, piece: Piece, form: Format) -> None:
    fields = [row.cells for row in table.rows]
    for placed in piece.cells:
        cell = fields[placed.row][placed.column]
        if placed.merges():
            cell = cell.merge(fields[placed.end_row - 1][placed.end_column - 1])
        _write_word(cell.paragraphs[0], placed.cell, form)
    for row in table.rows[: 0 if form.rows_a_page else form.repeat_head]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write_word(paragraph: WordParagraph, cell: CellSpec, form: Format) -> None:
    if cell.text:
        paragraph.add_run(cell.text)
    if cell.mark and form.superscript:
        paragraph.add_run(cell.mark).font.superscript = True
    elif cell.mark:
        paragraph.add_run(_on_line(cell.mark))


def _undated(written: BytesIO) -> bytes:
    """Write the archive anew with one date for all of its files."""
    again = BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()


FONT = "VeraHan"
SIZE = 10
MARGIN = 54
BREAK = "<br/>"
PADDING = 6  # of reportlab's frames, and of the cells at left and right
STYLE = ParagraphStyle("text", fontName=FONT, fontSize=SIZE, leading=1.4 * SIZE, wordWrap="CJK")
WIDE = (range(0x2010, 0x2800), range(0x3000, 0xA000), range(0xF900, 0xFB00), range(0xFE10, 0xFFF0))


def as_pdf(parts: Sequence[Paragraph | Grid], form: Format) -> bytes:
    """Render the document as pages of A4, its tables with ruling lines."""
    _register_font()
    written = BytesIO()
    template = SimpleDocTemplate(written, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, invariant=1)
    foot = _pdf_foot if form.page_numbers else lambda canvas, template: None
    template.build(list(_pdf_story(parts, form)), onFirstPage=foot, onLaterPages=foot)
    return written.getvalue()


def _pdf_story(parts: Sequence[Paragraph | Grid], form: Format) -> Iterator[Flowable]:
    for part in parts:
        if isinstance(part, Paragraph):
            yield PdfParagraph(_marked_up(part.text, BREAK), STYLE)
        else:
            widths = _pdf_widths(place(part))
            for number, piece in enumerate(pieces(part, form)):
                if number:
                    yield PageBreak()
                yield _PdfPiece(piece, widths, form)
        yield Spacer(0, SIZE)


@lru_cache
def _register_font() -> None:
    """Register a font that has all characters of Vera as they are, and all Chinese ones with the glyph of `#`."""
    font = TTFont(FONT, "Vera.ttf")
    glyph = font.face.charToGlyph[ord("#")]
    for code in set(chain(*WIDE)) - set(font.face.charToGlyph):
        font.face.charToGlyph[code] = glyph
        font.face.charWidths[code] = 1000
    registerFont(font)


class _PdfPiece(PdfTable):
    """A table that breaks where a page ends as it does elsewhere; reportlab would never break a span."""

    def __init__(self, piece: Piece, widths: list[float], form: Format) -> None:
        self.piece, self.widths, self.form = piece, widths, form
        style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
        for placed in filter(Placed.merges, piece.cells):
            style.add("SPAN", (placed.column, placed.row), (placed.end_column - 1, placed.end_row - 1))
        fields = [[PdfParagraph(_pdf_cell(cell, form), STYLE) for cell in row] for row in piece.fields()]
        super().__init__(fields, colWidths=widths, style=style)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that find room, and the rest; nothing where not even one below the head does."""
        stops = range(self.form.repeat_head + 1, self.piece.height)
        fitting = bisect_right(stops, height, key=lambda stop: self._part(0, stop).wrap(width, height)[1])
        return [self._part(0, stops[fitting - 1]), self._part(stops[fitting - 1], self.piece.height)] if fitting else []

    def _part(self, start: int, stop: int) -> "_PdfPiece":
        return _PdfPiece(self.piece.part(start, stop, self.form.repeat_head), self.widths, self.form)


def _pdf_widths(piece: Piece) -> list[float]:
    """Share the page among the columns by their longest texts, as far as they are not very long or short."""
    longest = [4] * piece.width
    for placed in piece.cells:
        if placed.end_column == placed.column + 1:
            length = sum(2 if east_asian_width(sign) in "WF" else 1 for sign in placed.cell.text)
            longest[placed.column] = max(longest[placed.column], min(length, 20))
    free = A4[0] - 2 * MARGIN - 2 * PADDING * (1 + piece.width)
    return [2 * PADDING + free * each / sum(longest) for each in longest]


def _pdf_cell(cell: CellSpec, form: Format) -> str:
    if not form.superscript:
        return _marked_up(cell.text + _on_line(cell.mark), BREAK)
    mark = f'<super size="{0.6 * SIZE}" rise="{0.4 * SIZE}">{escape(cell.mark)}</super>' if cell.mark else ""
    return _marked_up(cell.text, BREAK) + mark


def _pdf_foot(canvas: Canvas, _: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, SIZE)
    canvas.drawCentredString(A4[0] / 2, MARGIN / 2, f"— {canvas.getPageNumber()} —")


def as_xlsx(parts: Sequence[Paragraph | Grid], form: Format) -> bytes:
    """Render the document as a workbook: a box in a sheet of its own, all else in rows; a sheet has no pages."""
    book = Workbook()
    sheet = book.active
    for part in parts:
        if isinstance(part, Paragraph):
            sheet.append([part.text])
            continue
        piece = place(part)
        if piece.width == 1:
            sheet = book.create_sheet()
        _fill_sheet(sheet, piece, form)
        if piece.width == 1:
            sheet = book.create_sheet()
    written = BytesIO()
    book.save(written)
    return _undated(written)


def _fill_sheet(sheet: Worksheet, piece: Piece, form: Format) -> None:
    above = sheet.max_row if sheet["A1"].value is not None or sheet.max_row > 1 else 0
    for placed in piece.cells:
        cell = sheet.cell(above + placed.row + 1, placed.column + 1)
        cell.value = _sheet_text(placed.cell, form)
        cell.data_type = "s"
        if placed.merges():
            sheet.merge_cells(None, cell.row, cell.column, above + placed.end_row, placed.end_column)


def _sheet_text(cell: CellSpec, form: Format) -> str | CellRichText:
    if not (cell.mark and form.superscript):
        return cell.text + _on_line(cell.mark)
    raised = TextBlock(InlineFont(vertAlign="superscript"), cell.mark)
    return CellRichText(cell.text, raised) if cell.text else CellRichText(raised)


def as_csv(parts: Sequence[Paragraph | Grid], form: Format) -> bytes:
    """Render the document as a table with commas; the text of a merged cell stands where that begins."""
    written = StringIO()
    rows = csv.writer(written)
    for part in parts:
        if isinstance(part, Paragraph):
            rows.writerow([part.text])
        else:
            rows.writerows([_text_cell(cell, form) for cell in row] for row in place(part).fields())
    return written.getvalue().encode("utf-8-sig")


def as_text(parts: Sequence[Paragraph | Grid], form: Format, layout: str) -> bytes:
    """Render the document as text: `cells` (a tab and a cell a line, empty lines between rows), `tabs` or `pipes`."""
    join = {"cells": lambda texts: "\t" + "\n\t".join(texts), "tabs": "\t".join, "pipes": _pipes}[layout]
    between = "\n\n" if layout == "cells" else "\n"
    blocks = []
    for part in parts:
        if isinstance(part, Paragraph):
            blocks.append(part.text)
            continue
        for piece in pieces(part, form):
            blocks.append(between.join(join([_text_cell(cell, form) for cell in row]) for row in piece.fields()))
    return ("\n\n".join(blocks) + "\n").encode()


def _pipes(texts: list[str]) -> str:
    return f"| {' | '.join(text.replace('|', chr(92) + '|') for text in texts)} |"


def _text_cell(cell: CellSpec, form: Format) -> str:
    number = int(cell.mark) if form.superscript and cell.mark.isdecimal() else 0
    mark = chr(ord("①") + number - 1) if 1 <= number <= 20 else _on_line(cell.mark)
    return re.sub(r"\s+", " ", cell.text) + mark

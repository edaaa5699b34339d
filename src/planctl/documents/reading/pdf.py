"""PDF documents with a text layer: what each page prints, in reading order. Nothing is recognized from images."""

from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double, c_float
from math import hypot
from sys import maxunicode
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.limits import DRAWN, PAGES, PRINTED, Allowance
from planctl.documents.reading.page import PageBuilder
from planctl.documents.reading.pdf_pages import Part, write
from planctl.documents.reading.pdf_rulings import Stroke, sheets_in
from planctl.documents.reading.pdf_text import Box, Character, printed_lines
from planctl.messages.message import PlanctlError, say

BORROWED = say(
    "the fonts of the text are not in the document, so characters that stand alone may be missing; look at the page"
)
LAST_WESTERN = "\u2e7f"
NONE_OF_THE_TEXT = "\0\x02\ufffe"
"""What pdfium gives for a glyph without a character, and for a hyphen at the end of a line."""


def read_pdf(content: bytes, name: str, progress: Progress = unheeded) -> Document:
    """Return the document in a PDF.

    Raises `PlanctlError` for one that is damaged, encrypted, too long, or holds no text at all.
    """
    page = PageBuilder(name)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise PlanctlError(say("{file} is damaged or encrypted: it cannot be opened", file=name)) from None
    try:
        page.allowance.take(PAGES, len(document))
        sheets: list[_Paper | None] = []
        for number in range(len(document)):
            sheets.append(_read_page(document, number, page))
            progress(number + 1, len(document))
    finally:
        document.close()
    if not any(sheets):
        raise PlanctlError(say("{file} has no text layer: it is a scan, and planctl reads no images", file=name))
    write([paper.parts if paper else None for paper in sheets], page)
    if borrowed := next((number for number, paper in enumerate(sheets, 1) if paper and paper.borrows), 0):
        page.not_read(BORROWED, borrowed)
    return page.close(content, "pdf")


class _Paper(NamedTuple):
    """What stands on a page, from the top down, and whether it has Chinese text in fonts that are not in the file."""

    parts: list[Part]
    borrows: bool


class _Drawn(NamedTuple):
    """What a page is made of: the straight pieces of its lines, and whether the fonts of all its text are there."""

    segments: list[Stroke]
    embedded: bool


def _read_page(document: pypdfium2.PdfDocument, number: int, written: PageBuilder) -> _Paper | None:
    """Return what stands on a page; `None` where it has no text, or cannot be read."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            characters = list(_characters(text, written))
            drawn = _drawn(page, written.allowance) if characters else None
    except pypdfium2.PdfiumError:
        return None
    if not drawn:
        return None
    sheets, around = sheets_in(drawn.segments, characters, written.allowance)
    parts: list[Part] = [*sheets, *printed_lines(around)]
    borrows = not drawn.embedded and any(character.sign > LAST_WESTERN for character in characters)
    return _Paper(sorted(parts, key=lambda part: -part.box.top), borrows)


def _characters(text: pypdfium2.PdfTextPage, written: PageBuilder) -> Iterator[Character]:
    across, base = c_double(), c_double()
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    count = max(text.count_chars(), 0)
    written.allowance.take(PRINTED, count)
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        sign = chr(code) if code <= maxunicode else ""
        if sign.isspace() or not sign.isprintable():
            written.visible(sign.strip(NONE_OF_THE_TEXT))
            continue
        raw.FPDFText_GetCharOrigin(text, index, across, base)
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        box = Box(loose.left, loose.bottom, loose.right, loose.top)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        yield Character(sign, box, size, base.value)


def _drawn(page: pypdfium2.PdfPage, allowance: Allowance) -> _Drawn:
    segments: list[Stroke] = []
    embedded = True
    for shape in page.get_objects():
        allowance.take(DRAWN)
        if shape.type == raw.FPDF_PAGEOBJ_TEXT:
            embedded = embedded and raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(shape.raw)) == 1
        elif shape.type == raw.FPDF_PAGEOBJ_PATH:
            allowance.take(DRAWN, max(raw.FPDFPath_CountSegments(shape), 0))
            segments += _segments(shape)
    return _Drawn(segments, embedded)


def _segments(shape: pypdfium2.PdfObject) -> Iterator[Stroke]:
    """Yield each straight piece of what is drawn."""
    matrix = shape.get_matrix()
    first = last = None
    for index in range(raw.FPDFPath_CountSegments(shape)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last:
            yield Stroke(*last, *point)
        if raw.FPDFPathSegment_GetClose(segment) and first:
            yield Stroke(*point, *first)
        last = point

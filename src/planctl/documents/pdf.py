"""PDF documents with a text layer: what each page prints, in reading order. Nothing is recognized from images."""

from collections.abc import Iterator
from ctypes import byref, c_double, c_float
from math import hypot

import pypdfium2
from pypdfium2 import raw

from planctl.documents.document import Document, Progress, unheeded
from planctl.documents.pdf_pages import Part, written
from planctl.documents.pdf_rulings import Segment, sheets_in
from planctl.documents.pdf_text import Box, Character, printed_lines
from planctl.messages import PlanctlError, say

BORROWED = say(
    "the fonts of the text are not in the document, so characters that stand alone may be missing; look at the page"
)
LAST_WESTERN = "\u2e7f"
MOST_PAGES = 2_000
MOST_CHARACTERS = 50_000
MOST_SEGMENTS = 50_000


def read_pdf(content: bytes, name: str, progress: Progress = unheeded) -> Document:
    """Return the document in a PDF.

    Raises `PlanctlError` for one that is damaged, encrypted, too long, or holds no text at all.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise PlanctlError(say("{file} is damaged or encrypted: it cannot be opened", file=name)) from None
    try:
        if len(document) > MOST_PAGES:
            raise PlanctlError(say("{file} has more than {most} pages", file=name, most=MOST_PAGES))
        pages: list[list[Part] | None] = []
        borrowed = 0
        for number in range(len(document)):
            pages.append(_read_page(document, number))
            borrowed = borrowed or (number + 1) * _has_borrowed_fonts(document, number)
            progress(number + 1, len(document))
    finally:
        document.close()
    if not any(isinstance(page, list) for page in pages):
        raise PlanctlError(say("{file} has no text layer: it is a scan, and planctl reads no images", file=name))
    page = written(pages, name)
    if borrowed:
        page.not_read(BORROWED, borrowed)
    return page.close(content, "pdf")


def _has_borrowed_fonts(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Return whether a page has Chinese text in fonts that are not in the document."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return False
    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    embedded = all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(each.raw)) == 1 for each in texts)
    return not embedded and any(sign > LAST_WESTERN for sign in page.get_textpage().get_text_range())


def _read_page(document: pypdfium2.PdfDocument, number: int) -> list[Part] | None:
    """Return what stands on a page, from the top down; `None` where it has no text, or too much."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    characters = list(_characters(page))
    if not characters or len(characters) > MOST_CHARACTERS:
        return None
    sheets, around = sheets_in(list(_segments(page)), characters)
    parts: list[Part] = [*sheets, *printed_lines(around)]
    return sorted(parts, key=lambda part: -part.box.top)


def _characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    text = page.get_textpage()
    across, base = c_double(), c_double()
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(min(text.count_chars(), MOST_CHARACTERS + 1)):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign.isspace() or not sign.isprintable():
            continue
        raw.FPDFText_GetCharOrigin(text, index, across, base)
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        box = Box(loose.left, loose.bottom, loose.right, loose.top)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        yield Character(sign, box, size, base.value)


def _segments(page: pypdfium2.PdfPage) -> Iterator[Segment]:
    """Yield each straight piece of what is drawn on a page."""
    count = 0
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
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
                yield Segment(*last, *point)
            if raw.FPDFPathSegment_GetClose(segment) and first:
                yield Segment(*point, *first)
            last = point
            count += 1
            if count > MOST_SEGMENTS:
                return

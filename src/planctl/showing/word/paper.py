"""A Word document as offices hand it in: A4, page numbers, and tables whose heads are repeated on every page.

Text is set in the fonts that Word has for Chinese wherever it comes from; columns are as wide as what stands in them.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from rich.cells import cell_len

from planctl.showing.fields import Field, Output, Row, chosen
from planctl.showing.look import Look
from planctl.showing.packing import CORE, packed

AUTHOR = "planctl"
MARK = f"<dc:creator>{AUTHOR}</dc:creator>"
"""What tells such a document from any other, near its beginning, until Word writes it again."""
SHORT, LONG, MARGIN = 210, 297, 20
BODY, HEAD = "宋体", "黑体"
TEXT, SMALL = Pt(10.5), Pt(9)
CHARACTER = 1.7
"""How wide a narrow character of a table is."""
PADDING, NARROWEST = 4, 5
HEADED = 15
"""Millimetres that a heading takes."""
INDENT = Mm(3)


class Paper:
    """A document to which headings, lines and tables are added one after the other."""

    def __init__(self, title: str, look: Look) -> None:
        self.look = look
        self._document = Document()
        self._width = SHORT - 2 * MARGIN
        for name in ("Normal", "Title", "Heading 1", "Heading 2"):
            _set_font(self._document.styles[name], BODY if name == "Normal" else HEAD)
        self._document.styles["Normal"].font.size = TEXT
        _lay_out(self._document.sections[0], is_wide=False)
        _number_pages(self._document.sections[0])
        about = self._document.core_properties
        about.title, about.author, about.comments = look.writable(title), AUTHOR, ""
        for made in (about._element.find(qn("dcterms:created")), about._element.find(qn("dcterms:modified"))):
            if made is not None:
                about._element.remove(made)
        self.heading(title, 0)

    def heading(self, text: str, level: int = 1, *, on_new_page: bool = False) -> None:
        """Add a heading; level 0 is that of the document."""
        added = self._document.add_heading(self.look.writable(text), level)
        added.paragraph_format.page_break_before = on_new_page

    def lines(self, texts: Iterable[str]) -> None:
        """Add a paragraph for each text."""
        for text in texts:
            self._document.add_paragraph(self.look.writable(text.strip())).paragraph_format.space_after = Pt(3)

    def picture(self, png: bytes, told: str, above: int = HEADED) -> None:
        """Add a picture as wide as the text, or as high as is left of a page, with what those hear who do not see it.

        `above` are the millimetres of that page that are taken.
        """
        added = self._document.add_picture(io.BytesIO(png), width=Mm(self._width))
        most = Mm((SHORT if self._width > SHORT else LONG) - 2 * MARGIN - above)
        if added.height > most:
            added.width, added.height = round(added.width * most / added.height), most
        added._inline.docPr.set("descr", self.look.writable(told))

    def turn(self) -> None:
        """Go on on a new page that lies on its side, for wide tables."""
        self._width = LONG - 2 * MARGIN
        _lay_out(self._document.add_section(WD_SECTION.NEW_PAGE), is_wide=True)

    def table(
        self, fields: Sequence[Field[Row]], rows: Sequence[Row], is_part: Callable[[Row], bool] = lambda _: False
    ) -> None:
        """Add a table with a line for each row, of the fields that a terminal has and that any row has a text in."""
        kept = [each for each in chosen(fields, Output.TABLE) if self.look.wording.is_english or not each.english]
        cells = {field.key: [field.cell(row, self.look) for row in rows] for field in kept}
        kept = [field for field in kept if any(text for text, _ in cells[field.key])]
        heads = [self.look.wording(field.title) for field in kept]
        columns = [[(head, "bold"), *cells[field.key]] for head, field in zip(heads, kept, strict=True)]
        widths = _shares([[text for text, _ in column] for column in columns], self._width)
        table = self._document.add_table(rows=0, cols=len(kept), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for number, line in enumerate(zip(*columns, strict=True)):
            added = table.add_row()
            _mark_row(added, "w:cantSplit", *(["w:tblHeader"] if number == 0 else []))
            inside = number > 0 and is_part(rows[number - 1])
            for cell, width, field, (text, style) in zip(added.cells, widths, kept, line, strict=True):
                cell.width = Mm(width)
                self._fill(cell.paragraphs[0], text, style, field, is_inside=inside and field.names)

    def content(self) -> bytes:
        """Return the bytes of the file, the same for the same data."""
        stream = io.BytesIO()
        self._document.save(stream)
        return packed(stream.getvalue(), {}, first=CORE)

    def _fill(self, paragraph: Any, text: str, style: str, field: Field[Any], *, is_inside: bool) -> None:
        run = paragraph.add_run(self.look.writable(text))
        run.font.size = SMALL
        run.bold = "bold" in style or None
        paragraph.paragraph_format.space_after = Pt(0)
        if field.right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if is_inside:
            paragraph.paragraph_format.left_indent = INDENT


def _shares(columns: Sequence[Sequence[str]], width: int) -> list[float]:
    """Return how wide each column is of a whole `width`: what it needs, and where that is too much, the widest less."""
    needs = [max(map(cell_len, column)) + PADDING for column in columns]
    most = max(needs)
    while sum(min(need, most) for need in needs) * CHARACTER > width and most > NARROWEST:
        most -= 1
    shares = [min(need, most) for need in needs]
    return [width * share / sum(shares) for share in shares]


def _set_font(style: Any, name: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.pop(qn("w:eastAsiaTheme"), None)
    fonts.set(qn("w:eastAsia"), name)


def _lay_out(section: Any, *, is_wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(LONG), Mm(SHORT)) if is_wide else (Mm(SHORT), Mm(LONG))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)


def _number_pages(section: Any) -> None:
    """Put the number of the page at its foot; later sections go on with it."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _mark_row(row: Any, *marks: str) -> None:
    for mark in marks:
        row._tr.get_or_add_trPr().append(OxmlElement(mark))

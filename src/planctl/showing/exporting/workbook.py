"""The pages of a dataset as an Excel workbook. Numbers are written with the digits that they have.

openpyxl writes a number with sixteen significant digits of its binary neighbour, 9.2 as 9.199999999999999, so it is
given the exact digits as text and told that they are a number. The file is packed again so that the same data is the
same bytes.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.xml.functions import tostring

from planctl.diff.fate import Fate
from planctl.judging.sums import SumAgreement
from planctl.judging.verdict import Status
from planctl.showing.exporting.page import INDENT, shown
from planctl.showing.exporting.tables import Dataset, Value, WorkbookPage
from planctl.showing.packing import CORE, packed
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

GREEN, RED, YELLOW, GREY = "FFC6EFCE", "FFFFC7CE", "FFFFEB9C", "FFE7E6E6"
CYAN, PURPLE = "FFCCECFF", "FFE4DFEC"
FILLS: dict[StrEnum, str] = {
    Status.MET: GREEN,
    Status.UNMET: RED,
    Status.UNDETERMINED: YELLOW,
    Status.DISCONTINUED: GREY,
    Status.PENDING: GREY,
    Fate.RAISED: CYAN,
    Fate.LOWERED: PURPLE,
    Fate.ADDED: GREEN,
    Fate.DROPPED: RED,
    SumAgreement.EXACT: GREEN,
    SumAgreement.WITHIN_ROUNDING: YELLOW,
    SumAgreement.BEYOND: RED,
}
WIDEST, NARROWEST, SPARE = 60, 6, 3
LINE, MOST_LINES = 15, 27
"""How high a line is in points, and how many a row may have."""
AT_TOP = Alignment(vertical="top")
MOST_CHARACTERS = 32_767
"""As many as a cell holds."""


def workbook(dataset: Dataset, wording: Wording) -> bytes:
    """Return the workbook: a sheet that sums up, and one for each page, or for each year of one that is parted.

    What a document has room for is printed, on the width of one page, with its heads on all; on the screen, heads and
    names stay in sight.
    """
    book = Workbook()
    book.remove(book.active)
    summary = book.create_sheet(wording.say("Summary"))
    heading = summary.cell(1, 1)
    _write_text(heading, dataset.heading)
    heading.font, heading.alignment = Font(bold=True, size=14), AT_TOP
    summary.column_dimensions["A"].width, summary.column_dimensions["B"].width = WIDEST / 2, WIDEST
    for page in dataset.pages:
        parts = tuple(_by_year(page))
        for part in parts:
            _fill_sheet(book.create_sheet(part.title), part, wording)
        _sum_up(summary, page, parts, wording)
    for sheet in book:
        _set_up_print(sheet)
    book.properties.title = dataset.heading
    book.properties.creator = "planctl"
    stream = io.BytesIO()
    book.save(stream)
    book.properties.created = book.properties.modified = f"{dataset.date.isoformat()}T00:00:00Z"
    return packed(stream.getvalue(), {CORE: tostring(book.properties.to_tree())})


def _by_year(page: WorkbookPage) -> Iterator[WorkbookPage]:
    """Yield a page for each year of one that is parted by it, named after it; any other as it is."""
    years = dict.fromkeys(row[0] for row in page.rows if isinstance(row[0], int)) if page.is_parted else {}
    for year in years:
        rows = tuple(row for row in page.rows if row[0] == year)
        yield page._replace(title=f"{page.title} {year}", rows=rows)
    if not years:
        yield page


def _sum_up(summary: "Worksheet", page: WorkbookPage, sheets: Iterable[WorkbookPage], wording: Wording) -> None:
    """Write what a page says below what the sheet that sums up has: how many rows, with a way there, and its lines."""
    for sheet in sheets:
        at = summary.max_row + 1
        _write_text(summary.cell(at, 1), sheet.title)
        summary.cell(at, 1).hyperlink = Hyperlink(f"A{at}", location=f"'{sheet.title}'!A1")
        summary.cell(at, 1).font = Font(bold=True, underline="single")
        _write_text(summary.cell(at, 2), wording.say("{count} rows", count=str(len(sheet.rows))))
    for line in page.lines:
        at = summary.max_row + 1
        _write_text(summary.cell(at, 2), line)
        _make_room(summary, at, width_of(line))


def _set_up_print(sheet: "Worksheet") -> None:
    """Set a sheet to be printed across, on the width of one page and as many as it is long."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddFooter.center.text = "&A, &P / &N"


def width_of(text: str) -> int:
    """Return how many narrow characters a text is wide: a Chinese one is two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _fill_sheet(sheet: "Worksheet", page: WorkbookPage, wording: Wording) -> None:
    for column, head in enumerate(page.heads, 1):
        cell = sheet.cell(1, column)
        _write_text(cell, head)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(page.rows, 2):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column)
                cell.alignment = AT_TOP
                _write(cell, value, wording)
    sheet.freeze_panes = f"{get_column_letter(page.named + 2)}2"
    sheet.print_title_rows = "1:1"
    first, last = (get_column_letter(at + 1) for at in (min(page.brief), max(page.brief)))
    sheet.print_area = f"{first}1:{last}{len(page.rows) + 1}"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.heads))}{len(page.rows) + 1}"
    widths = [[width_of(shown(value, wording)) for value in row] for row in page.rows]
    for column, (head, *others) in enumerate(zip(page.heads, *widths, strict=True), 1):
        width = min(max(NARROWEST, width_of(head), *others), WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = width + SPARE
    for number, of_row in enumerate(widths, 2):
        _make_room(sheet, number, max(of_row))


def _make_room(sheet: "Worksheet", row: int, width: int) -> None:
    """Make a row as high as a text of a width is when it is folded, which not every program does itself."""
    if width > WIDEST:
        sheet.row_dimensions[row].height = LINE * min(-(-width // WIDEST), MOST_LINES)


def _write(cell: Any, value: Value, wording: Wording) -> None:
    match value:
        case StrEnum():
            _write_text(cell, shown(value, wording))
            if value in FILLS:
                cell.fill = PatternFill("solid", fgColor=FILLS[value])
        case Decimal() | int():
            cell.value = f"{value:f}" if isinstance(value, Decimal) else str(int(value))
            cell.data_type = "n"
            cell.number_format = _number_format(value)
        case date():
            cell.value = value
            cell.number_format = "yyyy-mm-dd"
        case _:
            _write_text(cell, shown(value, wording))


def _write_text(cell: Any, text: str) -> None:
    """Write a text as text, whatever sign it begins with; of one that is longer than a cell holds, its beginning.

    A text that is set in, is so by its cell, so that the name in it can be looked up.
    """
    if text.startswith(INDENT):
        text = text.removeprefix(INDENT)
        cell.alignment = Alignment(indent=2, vertical="top")
    cell.value = text[:MOST_CHARACTERS]
    cell.data_type = "s"
    if width_of(text) > WIDEST:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _number_format(value: Decimal | int) -> str:
    """Return the format that shows as many decimals as the figure has."""
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return "0." + "0" * places if places > 0 else "0"

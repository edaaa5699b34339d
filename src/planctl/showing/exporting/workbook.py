"""The pages of a dataset as an Excel workbook. Numbers are written with the digits that they have.

openpyxl writes a number with sixteen significant digits of its binary neighbour, 9.2 as 9.199999999999999, so it is
given the exact digits as text and told that they are a number. The file is packed again so that the same data is the
same bytes.
"""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
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
MOST_CHARACTERS = 32_767
"""As many as a cell holds."""


def workbook(dataset: Dataset, wording: Wording) -> bytes:
    """Return the workbook: a sheet for each page, its head frozen, each column as wide as what stands in it."""
    book = Workbook()
    book.remove(book.active)
    for page in dataset.pages:
        _fill_sheet(book.create_sheet(page.title), page, wording)
    book.properties.title = dataset.heading
    book.properties.creator = "planctl"
    stream = io.BytesIO()
    book.save(stream)
    book.properties.created = book.properties.modified = f"{dataset.date.isoformat()}T00:00:00Z"
    return packed(stream.getvalue(), {CORE: tostring(book.properties.to_tree())})


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
                _write(sheet.cell(number, column), value, wording)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.heads))}{len(page.rows) + 1}"
    for column, width in enumerate(_widths(page, wording), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _widths(page: WorkbookPage, wording: Wording) -> Sequence[int]:
    texts = zip(*(page.heads, *(tuple(shown(value, wording) for value in row) for row in page.rows)), strict=True)
    return [min(max(NARROWEST, *map(width_of, column)), WIDEST) + SPARE for column in texts]


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

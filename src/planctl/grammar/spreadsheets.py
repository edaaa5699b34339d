"""What a spreadsheet writes in its own way: places of cells, signs in strings, and titles that nobody gave."""

import re

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_UNNAMED = re.compile(r"(?:sheet|table|工作表|表格?)\s{0,3}[0-9]{0,4}", re.IGNORECASE)


def parse_place(text: str) -> tuple[int, int] | None:
    """Return the row and column of a cell, counted from 1: `B3` is (3, 2); `None` for what is no place in a sheet."""
    if not (found := _PLACE.fullmatch(text)):
        return None
    column = 0
    for letter in found[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    row = int(found[2])
    return (row, column) if 1 <= row <= MOST_ROWS and column <= MOST_COLUMNS else None


def parse_area(text: str) -> tuple[int, int, int, int] | None:
    """Return the first row and column of an area such as `A1:C2`, and the last; `None` for what is none."""
    first, _, last = text.partition(":")
    start, end = parse_place(first), parse_place(last or first)
    return (*start, *end) if start and end and start[0] <= end[0] and start[1] <= end[1] else None


def without_escapes(text: str) -> str:
    """Return a string of a workbook with the signs that it writes by their number (`_x000D_`)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def is_unnamed(title: str) -> bool:
    """Return whether a sheet has the title that it was made with: Sheet1, 工作表1."""
    return bool(_UNNAMED.fullmatch(title.strip()))

"""Tables whose cells a comma, a semicolon or a tab parts, as spreadsheets save them (.csv).

A text is one where its rows are alike and none of it reads as prose; quoted cells may have lines and commas in them.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.limits import CELLS, CHARACTERS, LINES
from planctl.documents.reading.page import PageBuilder
from planctl.documents.reading.sheets import Place, SheetCell, add_sheet
from planctl.documents.reading.text import decoded
from planctl.grammar.documents import ends_sentence

SEPARATORS = (",", ";", "\t")
_STATED = "sep="
"""Excel takes a first line `sep=;` for what it says, and shows it to nobody."""
MOST_ROWS_ASKED = 500
_STROKES = "|｜│┃║"
_INDENT = "\u3000"


class _Rows(NamedTuple):
    """How the rows look that a separator makes: how many there are with several cells, and how wide most of them are.

    `single` have one cell; `laid_out` are set by other means than separators, and `prose` has sentences.
    """

    several: int
    single: int
    width: int
    alike: int
    laid_out: int
    prose: int
    spaced: int
    quoted: bool


def separator_of(text: str) -> str:
    """Return what parts the cells of a text that is a table; empty for any other text."""
    stated, _ = _stated(text)
    if stated:
        return stated
    rows = {separator: _rows(text, separator) for separator in SEPARATORS if text.count(separator) > 1}
    fitting = [separator for separator in rows if _fits(rows[separator], separator)]
    return max(fitting, key=lambda separator: rows[separator].width, default="")


def read_separated(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a table of cells with separators; raises `PlanctlError` where it has too much."""
    page = PageBuilder(name)
    text = decoded(content, name)
    page.allowance.check(CHARACTERS, len(text))
    separator = separator_of(text)
    text = _stated(text)[1]
    cells: dict[Place, SheetCell] = {}
    for number, row in enumerate(_parsed(text, separator), 1):
        page.allowance.check(LINES, number)
        for column, cell in enumerate(row, 1):
            if cell.strip():
                cells[number, column] = SheetCell(((cell, False),), _INDENT if cell.startswith(" ") else "")
                page.allowance.check(CELLS, len(cells))
    add_sheet(page, cells)
    return page.close(content, "csv")


def _stated(text: str) -> tuple[str, str]:
    """Return the separator that the first line states, if it does, and the text without that line."""
    first, _, behind = text.partition("\n")
    stated = first.strip("\r \ufeff").lower()
    is_stated = stated.startswith(_STATED) and stated[len(_STATED) :] in SEPARATORS
    return (stated[len(_STATED) :], behind) if is_stated else ("", text)


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    """Return the rows of a text. Where quotes do not close, or stand within cells, they are signs like any other."""
    try:
        for _ in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error:
        # A whole line may stand in one cell, which the module would refuse.
        return (line.split(separator) for line in text.splitlines())
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _rows(text: str, separator: str) -> _Rows:
    widths: Counter[int] = Counter()
    single = laid_out = prose = spaced = 0
    for number, row in enumerate(_parsed(text, separator)):
        if number == MOST_ROWS_ASKED:
            break
        filled = [cell for cell in row if cell.strip()]
        if len(row) < 2 or not filled:
            single += bool(filled)
            continue
        widths[len(row)] += 1
        others = [cell for cell in filled if any(sign in cell for sign in (*_STROKES, "\t")) or "  " in cell.strip()]
        laid_out += bool(others)
        prose += any(ends_sentence(cell) for cell in filled) and len(filled) > 1
        spaced += sum(cell.startswith(" ") for cell in row[1:]) * 2 > len(row) - 1
    width, alike = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    quoted = f'{separator}"' in text or '\n"' in text or text.startswith('"')
    return _Rows(widths.total(), single, width, alike, laid_out, prose, spaced, quoted)


def _fits(rows: _Rows, separator: str) -> bool:
    """Return whether rows are those of a table; one parted by plain tabs is read as text, which has the same rows."""
    if rows.several < 2 or (separator == "\t" and not rows.quoted):
        return False
    if 2 * max(rows.laid_out, rows.spaced) > rows.several or 5 * rows.prose > rows.several:
        return False
    least = 9 if rows.width == 2 else 6
    return 10 * rows.alike >= least * (rows.several + rows.single)

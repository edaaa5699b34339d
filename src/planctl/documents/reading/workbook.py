"""Workbooks (.xlsx): each sheet with what its cells show, merged cells by their origin.

Only the parts that have text and formats are read. What a sheet hides is passed over, as in a web page, and told.
"""

from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import NamedTuple

from lxml import etree

from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.documents.reading.limits import CELLS, bounded
from planctl.documents.reading.markup import Element, parsed
from planctl.documents.reading.package import BOOK, Package
from planctl.documents.reading.page import PageBuilder
from planctl.documents.reading.sheets import Place, SheetCell, add_sheet
from planctl.grammar.documents import with_bar
from planctl.grammar.number_formats import BUILT_IN, GENERAL, shown_number, shown_text
from planctl.grammar.spreadsheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    is_unnamed,
    parse_area,
    parse_place,
    without_escapes,
)
from planctl.messages.message import say

_RELATED = "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_OFF = ("0", "false", "none")
_INDENT = "\u3000"
_TEXTS = ("s", "str", "inlineStr")
Runs = tuple[tuple[str, bool], ...]


def read_workbook(content: bytes, name: str, _: Progress = unheeded) -> Document:
    """Return the document in a .xlsx file; raises `PlanctlError` for what is none, is damaged, or has too much.

    A formula has the value that was stored with it.
    """
    book = _Book(content, name)
    book.add()
    return book.page.close(content, "xlsx")


class _Style(NamedTuple):
    code: str = GENERAL
    indent: str = ""


class _Shown(NamedTuple):
    """What of a sheet is to be shown, and how much of it is not."""

    cells: dict[Place, SheetCell]
    hidden_rows: list[int]
    hidden: int
    without_value: int


class _Book:
    def __init__(self, content: bytes, name: str) -> None:
        self.page = PageBuilder(name)
        self._package = Package(content, name)
        self._book = self._part(BOOK)
        self._strings = self._read_strings()
        self._styles = self._read_styles()
        properties = next(self._book.iter("{*}workbookPr"), None)
        self._epoch_1904 = properties is not None and _is_on(properties.get("date1904", "0"))

    def add(self) -> None:
        """Add all sheets that are shown to the page."""
        paths = self._paths()
        for sheet in self._book.iterfind("{*}sheets/{*}sheet"):
            title = (sheet.get("name") or "").strip()
            path = paths.get(_attribute(sheet, "id"))
            if path is None or path not in self._package:
                continue
            if sheet.get("state", "visible") != "visible":
                self.page.not_read(say("the sheet '{title}' is hidden and passed over", title=title))
                continue
            root = self._part(path)
            if etree.QName(root).localname == "worksheet":
                self._add_sheet(root, title)

    def _add_sheet(self, root: Element, title: str) -> None:
        shown = self._shown(root)
        areas = (parse_area(merge.get("ref") or "") for merge in root.iterfind("{*}mergeCells/{*}mergeCell"))
        first = shown.cells.get(min(shown.cells, default=(0, 0)))
        if first and not is_unnamed(title) and "".join(first.text.split()) != "".join(title.split()):
            self.page.line(title)
        add_sheet(self.page, shown.cells, [area for area in areas if area], shown.hidden_rows)
        if first:
            self.page.line("")
        self._tell(shown, title)

    def _tell(self, shown: _Shown, title: str) -> None:
        if shown.hidden:
            message = say(
                "{count} rows and columns of the sheet '{title}' are hidden and passed over; show what is to be read",
                count=shown.hidden,
                title=title,
            )
            self.page.not_read(message)
        if shown.without_value:
            message = say(
                "{count} formulas of the sheet '{title}' have no stored value; open and save the file in Excel or WPS",
                count=shown.without_value,
                title=title,
            )
            self.page.not_read(message)

    def _part(self, path: str) -> Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        fault = say("{file} is no workbook that can be read", file=self.page.name)
        return parsed(self._package.read(path), parser, self.page.allowance, fault)

    def _paths(self) -> dict[str, str]:
        """Return the part of each sheet by the name that the book has for it."""
        related = self._part(_RELATED) if _RELATED in self._package else ()
        targets = ((each.get("Id") or "", each.get("Target") or "") for each in related if isinstance(each.tag, str))
        return {id: target[1:] if target.startswith("/") else normpath(f"xl/{target}") for id, target in targets}

    def _read_strings(self) -> list[Runs]:
        root = self._part(_STRINGS) if _STRINGS in self._package else ()
        return [tuple(_runs(each)) for each in root if isinstance(each.tag, str)]

    def _read_styles(self) -> list[_Style]:
        if _STYLES not in self._package:
            return []
        root = self._part(_STYLES)
        codes = {
            bounded(each.get("numFmtId"), 100_000): each.get("formatCode") or GENERAL
            for each in root.iterfind("{*}numFmts/{*}numFmt")
        }
        return [_style(each, BUILT_IN | codes) for each in root.iterfind("{*}cellXfs/{*}xf")]

    def _shown(self, root: Element) -> _Shown:
        cells: dict[Place, SheetCell] = {}
        hidden_rows: list[int] = []
        hidden_columns = _hidden_columns(root)
        hidden: set[tuple[str, int]] = set()
        number = without_value = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            number = bounded(row.get("r"), MOST_ROWS, number + 1)
            row_hidden = _is_on(row.get("hidden", "0"))
            if row_hidden:
                hidden_rows.append(number)
            for column, cell in _cells(row):
                shown = self._cell(cell)
                if row_hidden or column in hidden_columns:
                    hidden |= {("row", number) if row_hidden else ("column", column)} if shown else set()
                elif shown and shown.text.strip():
                    cells[number, column] = shown
                    self.page.allowance.check(CELLS, len(cells))
                without_value += shown is None
        return _Shown(cells, sorted(hidden_rows), len(hidden), without_value)

    def _cell(self, cell: Element) -> SheetCell | None:
        """Return what a cell shows; `None` where it has a formula without a value."""
        at = bounded(cell.get("s"), len(self._styles))
        style = self._styles[at] if at < len(self._styles) else _Style()
        if (inside := cell.find("{*}is")) is not None:
            runs = tuple(_runs(inside))
        else:
            value = cell.findtext("{*}v") or ""
            if not value and cell.get("t", "n") != "str" and cell.find("{*}f") is not None:
                return None
            runs = self._shown_value(value, cell.get("t", "n"), style) if value else ()
        if len(runs) == 1:
            runs = ((shown_text(runs[0][0], style.code), runs[0][1]),) if cell.get("t", "n") in _TEXTS else runs
        is_set_in = style.indent or (runs and runs[0][0].startswith(" "))
        return SheetCell(runs, _INDENT if is_set_in else "")

    def _shown_value(self, value: str, kind: str, style: _Style) -> Runs:
        if kind == "s":
            at = bounded(value, len(self._strings), len(self._strings))
            return self._strings[at] if at < len(self._strings) else ()
        if kind == "b":
            return (("FALSE" if value.strip() == "0" else "TRUE", False),)
        if kind == "n":
            return ((shown_number(value, style.code, self._epoch_1904), False),)
        return ((without_escapes(value), False),)


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row that have anything in them, with their columns."""
    column = 0
    for cell in row.iterfind("{*}c"):
        place = parse_place(cell.get("r") or "")
        column = place[1] if place else column + 1
        if len(cell) and column <= MOST_COLUMNS:
            yield column, cell


def _hidden_columns(root: Element) -> set[int]:
    hidden: set[int] = set()
    end = 0
    for columns in root.iterfind("{*}cols/{*}col"):
        first = bounded(columns.get("min"), MOST_COLUMNS)
        if first > end and _is_on(columns.get("hidden", "0")):
            end = bounded(columns.get("max"), MOST_COLUMNS, first)
            hidden.update(range(first, end + 1))
    return hidden


def _style(element: Element, codes: Mapping[int, str]) -> _Style:
    alignment = element.find("{*}alignment")
    is_set_in = alignment is not None and bounded(alignment.get("indent"), 1)
    return _Style(codes.get(bounded(element.get("numFmtId"), 100_000), GENERAL), _INDENT if is_set_in else "")


def _runs(string: Element) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a string, each with whether it is raised; what is struck out is passed over."""
    for child in string:
        if not isinstance(child.tag, str):
            continue
        name = etree.QName(child).localname
        if name == "t":
            yield without_escapes(child.text or ""), False
        elif name == "r" and not _has(child, "strike"):
            text = without_escapes(child.findtext("{*}t") or "")
            align = child.find("{*}rPr/{*}vertAlign")
            is_raised = align is not None and align.get("val") == "superscript"
            yield with_bar(text) if _has(child, "u") else text, is_raised


def _has(run: Element, name: str) -> bool:
    found = run.find(f"{{*}}rPr/{{*}}{name}")
    return found is not None and _is_on(found.get("val", "1"))


def _is_on(value: str) -> bool:
    return value not in _OFF


def _attribute(element: Element, name: str) -> str:
    """Return an attribute of whatever namespace: workbooks name relations in one of two."""
    return next((str(value) for key, value in element.items() if etree.QName(key).localname == name), "")

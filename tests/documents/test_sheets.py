"""Workbooks and tables with separators are read as the same tables of Word are."""

import csv
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from planctl.documents.extraction.indicator_tables import read_tables
from planctl.documents.reading.document import Document
from planctl.documents.reading.reader import read_document
from planctl.messages.message import PlanctlError
from planctl.report.model import Kind
from tests.documents.formats import Format, as_docx
from tests.documents.test_readers import PARTS, shown

HEAD = ("序号", "指标名称", "2022年目标", "2022年完成")


def workbook(fill: Callable[[Any], object], title: str = "Sheet1") -> bytes:
    """Return a workbook whose first sheet is filled."""
    book = openpyxl.Workbook()
    book.active.title = title
    fill(book.active)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def rows_of(rows: Sequence[Sequence[object]]) -> Callable[[Any], object]:
    return lambda sheet: [sheet.append(list(row)) for row in rows]


def read(fill: Callable[[Any], object], title: str = "Sheet1") -> Document:
    return read_document(workbook(fill, title), "plan.xlsx")


def separated(rows: Sequence[Sequence[object]], separator: str = ",", encoding: str = "utf-8") -> Document:
    written = StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return read_document(written.getvalue().encode(encoding), "plan.csv")


def texts(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[field.text for field in row] for row in table.rows]


def merged(sheet: Any) -> None:
    sheet.append(["表1  2022年指标"])
    sheet.append([None, None, None, "单位：公顷"])
    sheet.append(["序号", "指标", "2022年"])
    sheet.append([None, None, "目标", "完成"])
    sheet.append([1, CellRichText("绿地（公顷）", TextBlock(InlineFont(vertAlign="superscript"), "2")), "不公布"])
    sheet.append([2, "公园（个）", CellRichText("4", TextBlock(InlineFont(vertAlign="superscript"), "1")), 5])
    sheet.append([None, "其中：口袋公园", None, 3])
    sheet.append(["注：1.预计数。2.含水面。"])
    for area in ("A1:D1", "A3:A4", "B3:B4", "C3:D3", "C5:D5", "A6:A7", "A8:D8"):
        sheet.merge_cells(area)


def test_a_sheet_has_the_rows_of_the_same_table_in_word() -> None:
    document = read(merged)
    assert document.kind == "xlsx"
    assert shown(document) == shown(read_document(as_docx(PARTS, Format()), "plan.docx"))
    assert document.tables[0].caption == "表1  2022年指标 单位：公顷"
    assert document.lines[-2] == "注：1.预计数。2.含水面。"


def test_a_number_is_read_as_it_is_shown() -> None:
    def fill(sheet: Any) -> None:
        rows_of([HEAD, (1, "增速（%）", 6.5, 0.026), (2, "收入（万元）", 1234567, 330), (3, "甲", True, "#N/A")])(sheet)
        sheet.append([4, "日期", date(2023, 1, 31), 6.6000000000000005])
        formats = {"C2": "0.00", "D2": "0.0%", "C3": "#,##0", "D3": '"≥"0', "C5": 'yyyy"年"m"月"d"日"'}
        for place, code in formats.items():
            sheet[place].number_format = code

    assert [row[2:] for row in texts(read(fill))[1:]] == [
        ["6.50", "2.6%"],
        ["1,234,567", "≥330"],
        ["TRUE", "#N/A"],
        ["2023年1月31日", "6.6"],
    ]


def test_a_formula_has_its_stored_value_or_is_told() -> None:
    content = workbook(rows_of([HEAD, (1, "甲", "=1+1", 5)]))
    (unread,) = read_document(content, "plan.xlsx").unread
    assert str(unread.message).startswith("1 formulas of the sheet 'Sheet1' have no stored value")


def test_what_a_sheet_hides_is_passed_over_and_told() -> None:
    def fill(sheet: Any) -> None:
        rows_of([HEAD, (1, "甲", 3, 4), (2, "乙", 5, 6), (3, "丙", 7, 8)])(sheet)
        sheet.row_dimensions[3].hidden = True
        sheet["E1"] = "旧值"
        sheet.column_dimensions["E"].hidden = True
        old = sheet.parent.create_sheet("旧表")
        old["A1"], old["B1"], old.sheet_state = "戊", "己", "hidden"

    document = read(fill)
    assert texts(document) == [list(HEAD), ["1", "甲", "3", "4"], ["3", "丙", "7", "8"]]
    assert [str(each.message).partition(" and")[0] for each in document.unread] == [
        "2 rows",
        "the sheet '旧表' is hidden",
    ]


def test_a_title_that_somebody_gave_a_sheet_is_its_caption() -> None:
    assert read(rows_of([HEAD, (1, "甲", 3, 4)]), "2022年指标").tables[0].caption == "2022年指标"
    assert read(rows_of([HEAD, (1, "甲", 3, 4)])).tables[0].caption == ""


def test_classes_and_parts_stay_in_the_table_and_notes_leave_it() -> None:
    rows = [
        *(
            HEAD,
            ("一、经济发展",),
            (1, "生产总值（%）*", 6, 3),
            (None, "其中：工业（%）", None, None),
            ("二、民生福祉",),
        ),
        *((2, "天数（天）", 330, 326), (None, "其中：晴天（天）"), ("“*”代表约束性指标",), ("数据来源：统计局",)),
    ]
    document = read(rows_of(rows))
    assert [row[0] or row[1] for row in texts(document)] == [
        *("序号", "一、经济发展", "1", "其中：工业（%）", "二、民生福祉", "2", "其中：晴天（天）"),
    ]
    (table,) = read_tables(document).indicators
    assert [(row.name, row.kind, len(row.parts)) for row in table.rows] == [
        ("生产总值", Kind.CONSTRAINT, 1),
        ("天数", Kind.EXPECTED, 1),
    ]


def test_a_sheet_may_have_several_tables() -> None:
    rows = [
        *(("表1 2022年指标",), HEAD, (1, "甲", 3, 4), (2, "乙", 5, 6), ("表2 2023年指标",)),
        *(("序号", "指标名称", "2023年目标"), (1, "甲", 7), (), ("附：任务",), ("甲", "乙")),
    ]
    document = read(rows_of(rows))
    assert [(table.caption, len(table.rows), len(table.rows[0])) for table in document.tables] == [
        ("表1 2022年指标", 3, 4),
        ("表2 2023年指标", 2, 3),
        ("附：任务", 1, 2),
    ]


def test_rows_and_columns_without_text_cost_nothing() -> None:
    def fill(sheet: Any) -> None:
        rows_of([HEAD, (1, "甲", 3, 4)])(sheet)
        sheet["XFD1048576"] = "边"
        sheet.merged_cells.add("F1:XFA1048000")

    assert [row[:4] for row in texts(read(fill))] == [list(HEAD), ["1", "甲", "3", "4"]]


TABLE = [
    ("表1 2022年指标", "", "", ""),
    ("序号", "指标名称", "2022年\n目标", "2022年,完成"),
    ("1", "地区生产总值（%）", "6.50", "≥2.6"),
    ("2", '"两高"项目（个）', "1,234", ""),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_with_separators_is_read_in_every_encoding(separator: str, encoding: str) -> None:
    document = separated(TABLE, separator, encoding)
    assert (document.kind, document.tables[0].caption) == ("csv", "表1 2022年指标")
    assert texts(document) == [["".join(text.split()) for text in row] for row in TABLE[1:]]


def test_ragged_rows_are_filled_up() -> None:
    assert texts(
        separated([HEAD, ("1", "甲", "3"), ("2", "乙", "4", "5"), ("一、民生福祉",), ("3", "丙", "6", "7")])
    ) == [
        [*HEAD],
        ["1", "甲", "3", ""],
        ["2", "乙", "4", "5"],
        ["一、民生福祉", "", "", ""],
        ["3", "丙", "6", "7"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、执行情况\n增长5.5%,达到6亿元,\n增长3%,为4元。\n二、目标\n增长6%。\n",
        "地区生产总值增长6.5%,达到5亿元。\n收入增长3.5%,达到4亿元。\n",
        "Dear reader, this is\na letter, and no table\n",
        "| 1 | 甲 | 1,234 |\n| 2 | 乙 | 5,678 |\n",
        "1  甲  1,234\n2  乙  5,678\n",
        "序号\t指标\t目标\n1\t甲\t1,234\n2\t乙\t2,345\n",
        "甲,乙\n",
        "",
    ],
)
def test_a_text_with_commas_is_no_table(text: str) -> None:
    assert read_document(text.encode(), "plan.csv").kind == "text"


def test_a_quote_that_does_not_close_takes_its_line_alone() -> None:
    content = '序号,指标,目标\n1,"甲,3\n2,乙,4\n3,丙,5\n'.encode()
    assert texts(read_document(content, "plan.csv"))[1:] == [["1", '"甲', "3"], ["2", "乙", "4"], ["3", "丙", "5"]]


def test_a_separator_that_the_first_line_states_is_believed() -> None:
    assert texts(read_document("sep=;\r\n甲;1,5\r\n乙;2,5\r\n".encode(), "plan.csv")) == [["甲", "1,5"], ["乙", "2,5"]]


@pytest.mark.parametrize(
    ("stream", "remedy"),
    [("Workbook", "save it as .xlsx"), ("Book", "save it as .xlsx"), ("EncryptedPackage", "save it without one")],
)
def test_an_old_workbook_or_one_with_a_password_is_refused_with_a_remedy(stream: str, remedy: str) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + f"{stream}\0".encode("utf-16-le")
    with pytest.raises(PlanctlError, match=remedy):
        read_document(content, "plan.xls")

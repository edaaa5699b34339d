"""Each kind of document is read into the same lines and tables; what a page does not show is passed over."""

import sys
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from planctl.documents.extraction.indicator_tables import read_tables
from planctl.documents.reading.document import Document
from planctl.documents.reading.reader import read_document
from planctl.grammar.marks import printed_with_marks
from planctl.messages.installing import install_command
from planctl.messages.message import PlanctlError
from planctl.report.model import Kind
from tests.documents.formats import FONT, CellSpec, Format, Grid, Paragraph, as_docx, as_html, as_pdf, as_text, as_xlsx

GRID = Grid(
    (
        (CellSpec("序号", 2), CellSpec("指标", 2), CellSpec("2022年", 1, 2)),
        (CellSpec("目标"), CellSpec("完成")),
        (CellSpec("1"), CellSpec("绿地（公顷）", mark="2"), CellSpec("不公布", 1, 2)),
        (CellSpec("2", 2), CellSpec("公园（个）"), CellSpec("4", mark="1"), CellSpec("5")),
        (CellSpec("其中：口袋公园"), CellSpec(""), CellSpec("3")),
    )
)
PARTS = (Paragraph("一、完成情况"), Paragraph("表1  2022年指标"), GRID, Paragraph("注：1.预计数。2.含水面。"))


def shown(document: Document) -> list[list[str]]:
    """Return the table of a document, `~` before what a merge covers and `^` before a mark."""
    (table,) = document.tables
    return [
        ["~" * field.shared + field.text + ("^" + field.mark if field.mark else "") for field in row]
        for row in table.rows
    ]


@pytest.mark.parametrize("kind", ["html", "docx", "xlsx", "pdf"])
def test_a_merged_cell_belongs_to_where_it_begins_and_a_raised_figure_is_a_mark(kind: str) -> None:
    make = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}[kind]
    document = read_document(make(PARTS, Format()), f"report.{kind}")
    assert document.kind == kind
    assert shown(document) == [
        ["序号", "指标", "2022年", "~2022年"],
        ["~序号", "~指标", "目标", "完成"],
        ["1", "绿地（公顷）^2", "不公布", "~不公布"],
        ["2", "公园（个）", "4^1", "5"],
        ["~2", "其中：口袋公园", "", "3"],
    ]
    assert document.tables[0].caption.replace(" ", "") == "表12022年指标"
    assert document.flow.section_at(document.flow.text.index("注:")) == "一"


@pytest.mark.parametrize("layout", ["cells", "tabs", "pipes"])
def test_plain_text_has_the_text_where_a_merge_begins(layout: str) -> None:
    rows = shown(read_document(as_text(PARTS, Format(), layout), "report.txt"))
    assert rows[0] == ["序号", "指标", "2022年", ""]
    assert rows[3] == ["2", "公园（个）", "4①", "5"]


MARKED = Grid(
    (
        (CellSpec("序号"), CellSpec("指标名称", mark="1"), CellSpec("2022年目标", mark="①"), CellSpec("2022年完成")),
        (CellSpec("1"), CellSpec("森林覆盖率（%）", mark="*"), CellSpec("8.5", mark="2"), CellSpec("8.5", mark="②")),
        (CellSpec("2", mark="※"), CellSpec("绿地（公顷）", mark="*3"), CellSpec("7", mark="1、2"), CellSpec("6")),
        (CellSpec("3"), CellSpec("天数（天）", mark="＊"), CellSpec("330", mark="(1)"), CellSpec("326", mark="*")),
    )
)


@pytest.mark.parametrize("kind", ["html", "docx", "xlsx", "pdf"])
def test_raised_signs_and_notes_are_the_same_in_every_kind_of_file(kind: str) -> None:
    make = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}[kind]
    document = read_document(make([PARTS[1], MARKED], Format()), f"report.{kind}")
    assert shown(document) == [
        ["序号", "指标名称^1", "2022年目标^①", "2022年完成"],
        ["1", "森林覆盖率（%）^*", "8.5^2", "8.5^②"],
        ["2^※", "绿地（公顷）^*3", "7^1、2", "6"],
        ["3", "天数（天）^＊", "330^(1)", "326^*"],
    ]
    (table,) = read_tables(document).indicators
    assert [row.name for row in table.rows] == ["森林覆盖率", "绿地", "天数"]
    assert {row.kind for row in table.rows} == {Kind.CONSTRAINT}
    assert [row.notes for row in table.rows] == [("2", "2"), ("3", "1", "2"), ("1",)]
    assert [[field.text for field in row.values.values()] for row in table.rows] == [
        ["8.5", "8.5"],
        ["7", "6"],
        ["330", "326"],
    ]


def html(body: str) -> Document:
    return read_document(f"<html><body>{body}</body></html>".encode(), "page.html")


def test_a_page_set_in_tables_is_read_in_its_order() -> None:
    document = html(
        "<table><tr><td><p>一、甲</p><table><tr><td>a</td><td>b</td></tr></table><p>乙<br>丙</p></td></tr></table>"
    )
    assert [line.strip() for line in document.lines if line.strip()] == ["一、甲", "a", "b", "乙", "丙"]
    assert len(document.tables) == 1


def test_a_box_with_a_heading_is_a_section_until_it_ends() -> None:
    document = html("<p>一、甲</p><table><tr><td><p>专栏1：项目</p><p>一、丁3个</p></td></tr></table><p>二、乙4个</p>")
    section = document.flow.section_at
    assert section(document.flow.text.index("3个")) == "专栏1"
    assert section(document.flow.text.index("4个")) == "二"


def test_what_a_browser_does_not_show_is_no_text() -> None:
    document = html(
        "<script>1</script><style>2</style><p hidden>3</p><nav>4</nav><!-- 5 --><p>六</p><p>面积7m<sup>2</sup></p>"
    )
    assert document.flow.text == "六面积7m2"


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999", "2 ", ""])
def test_a_span_that_says_nothing_sensible_does_no_harm(span: str) -> None:
    document = html(
        f'<table><tr><td rowspan="{span}">a</td><td colspan="{span}">b</td></tr><tr><td>c</td></tr></table>'
    )
    assert document.tables[0].rows[0][0].text == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_is_read_in_its_encoding_whatever_it_says(encoding: str) -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>重庆市</p></body></html>'.encode(encoding)
    assert read_document(page, "page.html").flow.text == "重庆市"


def word(build: Any) -> Document:
    document = docx.Document()
    build(document)
    written = BytesIO()
    document.save(written)
    return read_document(written.getvalue(), "report.docx")


def test_numbers_that_word_counts_by_itself_are_read() -> None:
    def build(document: Any) -> None:
        table = document.add_table(3, 2)
        for count, row in enumerate(table.rows):
            row.cells[1].text = f"指标{count}"
            properties = row.cells[0].paragraphs[0]._p.get_or_add_pPr()
            listed, identity = OxmlElement("w:numPr"), OxmlElement("w:numId")
            identity.set(qn("w:val"), "7")
            listed.append(identity)
            properties.append(listed)

    assert [row[0].text for row in word(build).tables[0].rows] == ["1", "2", "3"]


def raised_by_position(paragraph: Any, text: str, by: str) -> None:
    position = OxmlElement("w:position")
    position.set(qn("w:val"), by)
    paragraph.add_run(text)._r.get_or_add_rPr().append(position)


@pytest.mark.parametrize(
    ("by", "expected"), [("6", ("8.5", "2")), ("0", ("8.52", "")), ("-6", ("8.52", "")), ("²", ("8.52", ""))]
)
def test_characters_that_stand_higher_in_word_are_raised(by: str, expected: tuple[str, str]) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_table(1, 2).rows[0].cells[0].paragraphs[0]
        paragraph.add_run("8.5")
        raised_by_position(paragraph, "2", by)

    field = word(build).tables[0].rows[0][0]
    assert (field.text, field.mark) == expected


def test_a_cell_that_is_raised_as_a_whole_has_its_text_and_a_number_may_be_typed_in_two_pieces() -> None:
    def build(document: Any) -> None:
        cells = document.add_table(1, 2).rows[0].cells
        raised_by_position(cells[0].paragraphs[0], "12", "4")
        cells[1].paragraphs[0].add_run("8.5")
        for piece in "12":
            cells[1].paragraphs[0].add_run(piece).font.superscript = True

    row = word(build).tables[0].rows[0]
    assert [(field.text, field.mark) for field in row] == [("12", ""), ("8.5", "12")]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([("8.5", False), ("2", True)], ("8.5", "2")),
        ([("8.5", False), ("*", True), ("2", True)], ("8.5", "*2")),
        ([("8.5", False), ("100", True)], ("8.5¹⁰⁰", "")),
        ([("1.2×10", False), ("4", True), ("吨", False)], ("1.2×10⁴吨", "")),
        ([("km", False), ("2", True)], ("km2", "")),
        ([("万立方米", False), ("3", True)], ("万立方米³", "")),
        ([("绿地", False), ("乙", True)], ("绿地乙", "")),
        ([("*", True), ("绿地", False)], ("绿地", "*")),
        ([("①", True), ("绿地", False), ("②", True)], ("绿地", "①,②")),
        ([("5", True)], ("5", "")),
        ([], ("", "")),
    ],
)
def test_what_is_raised_is_a_mark_or_a_power(runs: list[tuple[str, bool]], expected: tuple[str, str]) -> None:
    assert printed_with_marks(runs) == expected


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_a_note_in_a_sentence_never_joins_its_figure(kind: str) -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("甲增长8.5")
        paragraph.add_run("2").font.superscript = True
        paragraph.add_run("%，面积7m")
        paragraph.add_run("2").font.superscript = True

    if kind == "html":
        document = html("<p>甲增长8.5<sup>2</sup>%，面积7m<span style='vertical-align: super'>2</span></p>")
    elif kind == "docx":
        document = word(build)
    else:
        document = read_document(raised_in_pdf(), "report.pdf")
    assert document.flow.text == "甲增长8.5%,面积7m2"


def raised_in_pdf() -> bytes:
    """Return a page whose small figures are raised by its matrix of text alone, in a font of one point."""
    as_pdf(PARTS, Format())
    written = BytesIO()
    canvas = Canvas(written)
    text = canvas.beginText()
    text.setFont(FONT, 1)
    at = 100.0
    for piece, size in (("甲增长8.5", 12), ("2", 7), ("%，面积7m", 12), ("2", 7)):
        text.setTextTransform(size, 0, 0, size, at, 700 if size == 12 else 705)
        text.textOut(piece)
        at += size * stringWidth(piece, FONT, 1)
    canvas.drawText(text)
    canvas.save()
    return written.getvalue()


def test_what_was_deleted_in_word_is_gone_and_what_was_inserted_is_there() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("增长")._p
        for tag, inner, text in (("w:del", "w:delText", "5%"), ("w:ins", "w:t", "6%")):
            change, run, written = (OxmlElement(name) for name in (tag, "w:r", inner))
            written.text = text
            run.append(written)
            change.append(run)
            paragraph.append(change)

    assert word(build).flow.text == "增长6%"


def test_a_table_that_is_an_image_is_told_and_not_read() -> None:
    document = html('<p>表1 2022年指标</p><p><img src="table.png"></p><p>二、乙</p>')
    (unread,) = document.unread
    assert (document.place_of(unread), "is an image" in str(unread.message)) == ("page.html:paragraph 1", True)


def test_a_pdf_has_pages_and_no_furniture() -> None:
    parts: list[Paragraph | Grid] = [Paragraph("一、甲。" + "乙" * 400), GRID, Paragraph("二、丙。" + "丁" * 2000)]
    document = read_document(as_pdf(parts, Format(page_numbers=True)), "report.pdf")
    assert len(document.pages) == 2
    assert document.flow.text.count("乙") == 400
    assert document.flow.text.endswith("丁" * 2000)
    assert "—" not in document.flow.text
    assert document.place(len(document.lines)) == "report.pdf:page 1, paragraph 2"
    assert document.place(document.tables[0].rows[3][1].line) == "report.pdf:page 1, table 1, row 4"


def test_a_paragraph_goes_on_where_a_figure_found_no_room_and_ends_before_an_item() -> None:
    parts = [Paragraph("甲" * 44 + "12345.67亿元，" + "乙" * 20), Paragraph("其中："), Paragraph("1.丙项目3个；")]
    document = read_document(as_pdf(parts, Format()), "report.pdf")
    assert [line for line in document.lines if line] == [part.text for part in parts]


@pytest.mark.parametrize(
    ("kind", "library"), [("html", "lxml"), ("docx", "lxml"), ("xlsx", "lxml"), ("pdf", "pypdfium2")]
)
def test_without_the_library_it_says_what_to_install(kind: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = {"html": as_html, "docx": as_docx, "xlsx": as_xlsx, "pdf": as_pdf}[kind](PARTS, Format())
    for name in [library, *(name for name in sys.modules if name.split(".")[0] == library)]:
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("html", "word", "workbook", "pdf"):
        monkeypatch.delitem(sys.modules, f"planctl.documents.reading.{name}", raising=False)
    with pytest.raises(PlanctlError) as told:
        read_document(content, "report")
    assert str(told.value) == f"reading report needs {library}: {install_command(library)}"
    assert read_document("一、甲".encode(), "report.txt").flow.text == "一、甲"

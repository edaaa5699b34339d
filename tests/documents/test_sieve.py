"""Characters that show nothing or turn the text round are left out where a document is read, and counted."""

import pytest

from planctl.documents.reading.document import Document
from planctl.documents.reading.reader import read_document
from planctl.grammar.text import without_invisible
from tests.documents.formats import Format, Paragraph, as_csv, as_docx, as_html, as_pdf, as_xlsx
from tests.documents.hostile import word_body

UNSEEN = (
    *("\x01", "\x08", "\x0b", "\x1b", "\x7f", "\x80", "\x9b", "\x9f", "\xad"),
    *("\u200b", "\u200d", "\u200e", "\u200f", "\u061c", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"),
    *("\ufdd0", "\ufffe", "\uffff", "\U0001ffff", "\U000e0041", "\ud800", "\udfff"),
)
SEEN = ("\t", "\n", "\r", " ", "\u3000", "\xa0", "~", "\xa1", "\u2010", "\u2070", "�", "𠀀", "\ue000")


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_what_shows_nothing_is_left_out(sign: str) -> None:
    assert without_invisible(f"一{sign}二") == "一二"


@pytest.mark.parametrize("sign", SEEN, ids=ascii)
def test_what_is_seen_or_sets_text_apart_stays(sign: str) -> None:
    assert without_invisible(f"一{sign}二") == f"一{sign}二"


def told(document: Document) -> list[str]:
    return [f"{document.place_of(each)}: {str(each.message)[:26]}" for each in document.unread]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("甲\n1\u202e2\u200b\n3\x1b[31m4\n".encode(), "report:2:1"),
        ("<html><p>甲<p>1\u202e2&#8203;<p>3\u20664".encode(), "report:paragraph 2"),
        (
            word_body(
                "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in ("甲", "1\u202e2\u200b", "3\x854")).encode()
            ),
            "report:paragraph 2",
        ),
    ],
    ids=["text", "html", "docx"],
)
def test_what_was_left_out_is_counted_from_where_it_began(content: bytes, place: str) -> None:
    document = read_document(content, "report")
    assert told(document) == [f"{place}: 3 characters from here on "]
    assert document.flow.text.replace("[31m", "") == "甲1234"


def test_a_cell_is_counted_once() -> None:
    page = "<html><table><tr><td>指标<td>目\u200b标<tr><td>产值<td>\u202e5</table>".encode()
    assert told(read_document(page, "report")) == ["report:table 1, row 1: 2 characters from here on "]


@pytest.mark.parametrize("make", [as_html, as_docx, as_xlsx, as_csv, as_pdf])
def test_of_a_document_without_such_characters_nothing_is_told(make: object) -> None:
    assert callable(make)
    assert read_document(make([Paragraph("一、甲5.2%。")], Format()), "report").unread == ()


def test_pages_parted_by_form_feeds_are_lines_and_nothing_is_told() -> None:
    document = read_document("甲\f乙\n".encode(), "report")
    assert (document.lines, document.unread) == (("甲", "乙"), ())


def test_a_heading_is_known_behind_what_shows_nothing() -> None:
    document = read_document("\u200b一、甲\n\u202e专栏1 乙\n3个".encode(), "report")
    assert document.flow.section_at(document.flow.text.index("3个")) == "专栏1"

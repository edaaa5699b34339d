"""Documents that are broken or made to do harm are refused with a clear line, or survived."""

import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from planctl.documents.reader import read_document
from planctl.messages import PlanctlError
from tests.documents.formats import Format, as_docx, as_html, as_pdf
from tests.documents.test_readers import PARTS

SECONDS = 120
"""A document that took longer would hang a reader; this is no measure of speed."""
BYTES = 600_000_000


def word_with(body: bytes, name: str = "word/document.xml", compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", compression) as package:
        package.writestr(name, body)
    return written.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = b"<!DOCTYPE d [<!ENTITY a '%s'>%s]>" % (
    b"x" * 1000,
    b"".join(b"<!ENTITY b%d '%s'>" % (n, b"&b%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9)),
)
EXTERNAL = b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
PDF = as_pdf(PARTS, Format())

HOSTILE = {
    "nothing": b"",
    "a cut PDF": PDF[: len(PDF) // 2],
    "a PDF with nothing behind its name": b"%PDF-1.7\n",
    "a cut Word document": as_docx(PARTS, Format())[:-200],
    "a zip that is no document": word_with(b"<a/>", "other.xml"),
    "a zip with a broken part": word_with(b"<w:document"),
    "old Word, or encrypted": b"\xd0\xcf\x11\xe0" + b"\0" * 4000,
    "an image": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "a zip bomb": word_with(b"<w:document %s><w:body>" % W + b"<w:p/>" * 20_000_000),
    "entities within entities": word_with(LAUGHS + b"<w:document %s><w:body>&b8;</w:body></w:document>" % W),
    "an entity from elsewhere": word_with(
        EXTERNAL + b"<w:document %s><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>" % W
    ),
    "a table of a million cells": b"<html><table>" + (b"<tr>" + b"<td>1" * 1000 + b"</tr>") * 1000 + b"</table>",
    "a span over a million cells": b'<html><table><tr><td rowspan="9999">1<td colspan="9999">2</tr></table>' * 200,
    "elements without end": b"<html>" + b"<b>" * 200_000 + b"x",
    "tables in tables": b"<html>" + b"<table><tr><td>a</td><td>" * 3_000,
    "a long line": b"1" * 3_000_000,
    "many tabs": b"\t1" * 500_000,
    "many bars": b"|1" * 500_000,
    "many headings": "一、".encode() * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_a_clear_line_or_survived(name: str) -> None:
    tracemalloc.start()
    started = time.monotonic()
    said = ""
    try:
        document = read_document(HOSTILE[name], "report")
        said = document.flow.text[:1_000_000]
    except PlanctlError as fault:
        assert str(fault).startswith("report ")
        assert "\n" not in str(fault)
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert time.monotonic() - started < SECONDS
    assert most < BYTES
    assert "root:" not in said


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a cut PDF", "is damaged or encrypted"),
        ("a cut Word document", "is damaged or encrypted"),
        ("a zip that is no document", "is a zip file and no Word document"),
        ("a zip with a broken part", "is no Word document that can be read"),
        ("old Word, or encrypted", "save it as .docx without a password"),
        ("an image", "planctl reads no images"),
        ("a zip bomb", "unpacks to more than"),
        ("a table of a million cells", "more than 200000 lines"),
        ("many tabs", "more than 100000 cells"),
    ],
)
def test_what_is_refused_says_why(name: str, message: str) -> None:
    with pytest.raises(PlanctlError, match=message):
        read_document(HOSTILE[name], "report")


def test_a_scan_is_told_with_its_page() -> None:
    from reportlab.pdfgen.canvas import Canvas

    written = BytesIO()
    canvas = Canvas(written)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    with pytest.raises(PlanctlError, match="no text layer: it is a scan"):
        read_document(written.getvalue(), "report")


def test_a_page_without_text_among_others_is_told() -> None:
    from reportlab.pdfgen.canvas import Canvas

    written = BytesIO()
    canvas = Canvas(written)
    canvas.drawString(100, 100, "one")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    document = read_document(written.getvalue(), "report.pdf")
    assert [document.place_of(each) for each in document.unread] == ["report.pdf:page 2"]


def test_a_web_page_is_only_read() -> None:
    page = as_html(PARTS, Format()).replace(b"</head>", b'<script src="https://example.org/x.js"></script></head>')
    page = page.replace(b"<body>", b'<body><iframe src="file:///etc/passwd"></iframe><img src="https://example.org/x">')
    assert "example" not in read_document(page, "page.html").flow.text


def test_a_pdf_with_fonts_of_the_reader_is_told() -> None:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(UnicodeCIDFont("STSong-Light"))
    written = BytesIO()
    canvas = Canvas(written)
    canvas.setFont("STSong-Light", 12)
    canvas.drawString(100, 700, "完成市上下达任务")
    canvas.save()
    (unread,) = read_document(written.getvalue(), "report.pdf").unread
    assert "fonts of the text are not in the document" in str(unread.message)
    assert read_document(as_pdf(PARTS, Format()), "report.pdf").unread == ()

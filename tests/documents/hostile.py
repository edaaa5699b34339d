"""Small files, each made to fill memory or time where it is read without a bound."""

import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = b"/MediaBox [0 0 600 800]"
FONT = b"/Font << /F 4 0 R >>"


def word_with(body: bytes, name: str = "word/document.xml", compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package with one part."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", compression) as package:
        package.writestr(name, body)
    return written.getvalue()


def word_body(content: bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a Word document with such a body."""
    whole = b"<w:document %s><w:body>%s</w:body></w:document>" % (W, content)
    return word_with(whole, compression=compression)


M = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = b"<workbook %s><sheets>%%s</sheets></workbook>" % M
LISTED = b'<sheet name="%d" r:id="r" xmlns:r="urn:r"/>'
RELATED = b'<Relationships><Relationship Id="r" Target="worksheets/sheet1.xml"/></Relationships>'
SHEET_ROWS = b"<worksheet %s><sheetData>%%s</sheetData>%%s</worksheet>" % M


def book_of(rows: bytes, behind: bytes = b"", sheets: int = 1, strings: bytes = b"", styles: bytes = b"") -> bytes:
    """Return a workbook with such rows in each of its sheets, which are all the same part."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", BOOK % b"".join(LISTED % n for n in range(sheets)))
        package.writestr("xl/_rels/workbook.xml.rels", RELATED)
        package.writestr("xl/worksheets/sheet1.xml", SHEET_ROWS % (rows, behind))
        package.writestr("xl/sharedStrings.xml", b"<sst %s>%s</sst>" % (M, strings))
        package.writestr("xl/styles.xml", b"<styleSheet %s>%s</styleSheet>" % (M, styles))
    return written.getvalue()


def column(number: int) -> bytes:
    """Return how a column is named: 27 is AA."""
    named = b""
    while number:
        number, rest = divmod(number - 1, 26)
        named = b"%c" % (65 + rest) + named
    return named


def numbered(count: int, columns: int = 1) -> bytes:
    """Return rows of numbers."""
    return (b"<row>" + b"<c><v>1</v></c>" * columns + b"</row>") * count


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of objects counted from 1, the first of which is its catalogue."""
    written = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(written + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def stream(data: bytes, entries: bytes = b"", flates: int = 1) -> bytes:
    """Return a stream that is packed so many times."""
    for _ in range(flates):
        data = zlib.compress(data, 9)
    filters = b"/Filter [%s]" % (b" /FlateDecode" * flates)
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(data), filters, entries, data)


def paged(contents: bytes, pages: int = 1, more: Sequence[bytes] = (), resources: bytes = b"") -> bytes:
    """Return a PDF all pages of which have the same contents; `more` objects are counted from 5."""
    page = b"<< /Type /Page /Parent 2 0 R %s /Contents 3 0 R /Resources << %s %%s >> >>" % (SHEET, FONT)
    first = 5 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        contents,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
        *([page % resources] * pages),
    ]
    return pdf_of(objects)


def nested_forms(depth: int = 9, times: int = 10) -> bytes:
    """Return a page with a form that has the next one so many times, and that the next, down to a text."""
    form = b"/Subtype /Form /BBox [0 0 600 800] /Resources << %s /XObject << /X %%d 0 R >> >>" % FONT
    draw = b"/X Do " * times
    forms = [stream(draw, form % (6 + level)) for level in range(depth)]
    forms.append(stream(b"BT /F 9 Tf (text) Tj ET", b"/Subtype /Form /BBox [0 0 600 800] /Resources << %s >>" % FONT))
    return paged(stream(draw), more=forms, resources=b"/XObject << /X 5 0 R >>")


def text_contents(lines: int) -> bytes:
    """Return the contents of a page with so many lines of text."""
    return b"BT /F 9 Tf 10 790 Td " + b"(0123456789012345678901234567890123456789) Tj 0 -0.01 Td " * lines + b"ET"


def ruled(lines: int) -> bytes:
    """Return a page with so many lines across and as many down, and a text."""
    drawn = b"".join(b"10 %d m 5000 %d l S %d 10 m %d 5000 l S " % ((10 * n,) * 4) for n in range(1, lines + 1))
    return paged(stream(drawn + b"BT /F 9 Tf 12 12 Td (1 2 3) Tj ET"))


def spanned(rows: int, columns: int, tables: int) -> bytes:
    """Return tables in a web page, in each of which one cell covers so many rows and columns."""
    table = b"<table><tr><td rowspan=%d colspan=%d>1<td>2" % (rows, columns) + b"<tr>" * rows + b"</table>"
    return b"<html>" + table * tables


def merged(columns: int, rows: int, tables: int) -> bytes:
    """Return tables in Word, in each of which every cell covers so many columns."""
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="%d"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>' % columns
    return word_body((b"<w:tbl>" + (b"<w:tr>" + cell + b"</w:tr>") * rows + b"</w:tbl>") * tables)


def boxed(depth: int) -> bytes:
    """Return a Word document with boxes in boxes."""
    inside = b"<w:p><w:r><w:t>1</w:t></w:r></w:p>"
    for _ in range(depth):
        inside = b"<w:p><w:r><w:pict><w:txbxContent>" + inside + b"</w:txbxContent></w:pict></w:r></w:p>"
    return word_body(inside)


SMALL: dict[str, Callable[[], bytes]] = {
    "forms in forms": nested_forms,
    "contents packed twice": lambda: paged(stream(b"q 1 0 0 1 0 0 cm Q " * 10_000_000, flates=2)),
    "a hundred pages of one stream": lambda: paged(stream(text_contents(1_200)), pages=100),
    "a hundred pages of one drawing": lambda: paged(
        stream(b"1 1 m 9 9 l S " * 40_000 + b"BT /F 9 Tf (a) Tj ET"), pages=100
    ),
    "two thousand pages": lambda: paged(stream(text_contents(5)), pages=2_000),
    "too many pages": lambda: paged(stream(text_contents(5)), pages=2_001),
    "a page of 300 by 300 lines": lambda: ruled(300),
    "a page of 500 by 500 lines": lambda: ruled(500),
    "a page of 2000 by 2000 lines": lambda: ruled(2_000),
    "a million small frames": lambda: paged(stream(b"9 9 9 9 re S 900 9 9 9 re S " * 40_000 + text_contents(1_000))),
    "spans in a web page": lambda: spanned(150, 150, 60),
    "rows beside one wide row": lambda: b"<html><table><tr>" + b"<td>1" * 190 + b"<tr><td>1" * 90_000 + b"</table>",
    "a long text that is spanned": lambda: (
        b"<html><table><tr><td rowspan=300 colspan=150>" + b"1" * 90_000 + b"<td>2" + b"<tr>" * 300
    ),
    "a tag with attributes": lambda: b"<html><p %s>1" % b" ".join(b"a%d" % n for n in range(120_000)),
    "a tag with attributes parted by slashes": lambda: b"<html><p %s>1" % b"/".join(b"a%d" % n for n in range(120_000)),
    "a table of a hundred thousand cells": lambda: b"<html><table>" + (b"<tr>" + b"<td>1" * 100) * 1_100 + b"</table>",
    "short rows": lambda: (
        b"<html><table>" + b"<tr>" + b"<td>1" * 20 + (b"<tr>" + b"<td>1" * 10 + b"<td>a" * 9) * 4_900 + b"</table>"
    ),
    "elements at a depth": lambda: b"<html><table><tr><td>1<td>" + b"<i>" * 95 + b"<b>1</b>" * 100_000,
    "tables in tables": lambda: b"<html>" + b"<table><tr><td>1</td><td>" * 35_000,
    "spans in Word": lambda: merged(199, 500, 100),
    "gaps in Word": lambda: word_body(
        b"<w:tbl>" + b'<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr><w:tc/></w:tr>' * 9_000 + b"</w:tbl>"
    ),
    "paragraphs in Word": lambda: word_body(b"<w:p/>" * 6_000_000),
    "attributes in Word": lambda: word_body(b"<w:p %s/>" % b" ".join(b'a%d="1"' % n for n in range(400_000))),
    "a long run in Word": lambda: word_body(b"<w:p><w:r><w:t>" + b"1" * 38_000_000 + b"</w:t></w:r></w:p>"),
    "boxes in boxes": lambda: boxed(40),
    "elements in elements in Word": lambda: word_body(b"<w:a>" * 100_000),
    "entities in Word": lambda: word_with(
        b"<!DOCTYPE d [<!ENTITY a 'x'>]><w:document %s><w:body>%s</w:body></w:document>" % (W, b"&a;" * 900_000)
    ),
    "a sheet of a million rows": lambda: book_of(numbered(1_000_000)),
    "a sheet of many cells": lambda: book_of(numbered(1_000, 150)),
    "a sheet of 16 384 columns": lambda: book_of(numbered(9, 16_384)),
    "cells on a diagonal": lambda: book_of(
        b"".join(b'<row r="%d"><c r="%s%d"><v>1</v></c></row>' % (n, column(n), n) for n in range(1, 16_000))
    ),
    "a sheet that is merged as a whole": lambda: book_of(
        numbered(300, 150), b"<mergeCells>%s</mergeCells>" % (b'<mergeCell ref="A1:XFD1048576"/>' * 100_000)
    ),
    "merged cells without number": lambda: book_of(
        numbered(600, 150),
        b"<mergeCells>%s</mergeCells>"
        % b"".join(b'<mergeCell ref="A%d:ET%d"/>' % (n, n + 1) for n in range(1, 50_000)),
    ),
    "a sheet that is listed a thousand times": lambda: book_of(numbered(300, 100), sheets=1_000),
    "empty cells without number": lambda: book_of(b"<row>" + b"<c/>" * 5_000_000 + b"</row>"),
    "hidden columns without number": lambda: book_of(
        numbered(9), b'<cols><col min="1" max="16384" hidden="1"/></cols>' * 200_000
    ),
    "a long string that many cells share": lambda: book_of(
        numbered(9_000, 10).replace(b"<c>", b'<c t="s">').replace(b"<v>1<", b"<v>0<"),
        strings=b"<si><t>%s</t></si>" % (b"1" * 9_000_000),
    ),
    "strings without number": lambda: book_of(numbered(9, 9), strings=b"<si/>" * 7_000_000),
    "styles without number": lambda: book_of(numbered(9, 9), styles=b"<cellXfs>%s</cellXfs>" % (b"<xf/>" * 7_000_000)),
    "long numbers in long formats": lambda: book_of(
        (b"<row>" + b'<c s="0"><v>%s</v></c>' % (b"9" * 38) * 100 + b"</row>") * 1_001,
        styles=b'<numFmts><numFmt numFmtId="200" formatCode="%s"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
        % (b"0" * 200),
    ),
    "entities in a workbook": lambda: book_of(b"&a;" * 900_000),
    "many commas": lambda: b",1" * 450_000,
    "many rows with commas": lambda: b"1,2,3\n" * 150_000,
    "many quotes": lambda: b'"1,""' * 180_000,
    "a quote that does not close": lambda: b'1,2,"3\n' + b"4,5,6\n" * 150_000,
    "a long line of digits": lambda: b"1" * 900_000,
    "many tabs": lambda: b"\t1" * 450_000,
    "many bars": lambda: b"|1" * 450_000,
    "many rows of text": lambda: b"1\t2\n" * 49_000,
    "many tables of text": lambda: b"1\t2\nx\n" * 49_000,
    "a cell that goes on": lambda: b"\ta\n" + b"bcdefg\n" * 120_000,
    "many headings": lambda: "一、".encode() * 150_000,
    "many lines of headings": lambda: "一、\n".encode() * 130_000,
}
"""Each is smaller than a megabyte."""

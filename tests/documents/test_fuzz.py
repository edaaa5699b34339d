"""Whatever bytes are given, reading, drafting and verifying them comes back, or says in one line why not."""

import zipfile
from functools import lru_cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from planctl.documents.drafting.draft import draft
from planctl.documents.reading.package import BODY
from planctl.documents.reading.reader import read_document
from planctl.documents.verification.verify import verify
from planctl.files.finding import own_data, report_files
from planctl.files.loading import load_catalogue, load_reports
from planctl.messages.message import PlanctlError
from tests.documents.hostile import word_with
from tests.documents.plans import FORMATS, make_plan, set_plan
from tests.documents.roundtrip import written

PACKAGES = {"package": "docx", "book": "xlsx"}
KINDS = (*FORMATS, *PACKAGES)
"""Word and workbooks are changed in what their body or sheet says, and as packages in the bytes of their zip files."""
PARTS = {"docx": BODY, "xlsx": "xl/worksheets/sheet1.xml"}
EXAMPLES = 60
PIECES = (
    *(b"<", b">", b"</", b"<table>", b"<tr>", b"<td colspan=9>", b"<td rowspan=9>", b"&#", b"\t", b"|", b"\n\n"),
    *(
        "一、".encode(),
        "专栏1".encode(),
        "注：".encode(),
        "表1 2022年指标".encode(),
        "²".encode(),
        b"9" * 50,
        b"\0",
        b"\xff",
    ),
    *(b'<c t="s"><v>', b'<row r="1048576">', b'<c r="XFD9">', b'<mergeCell ref="A1:XFD1048576"/>', b",", b'"', b'"",'),
    *(
        b"<w:tbl>",
        b"<w:tr>",
        b"<w:tc>",
        b"</w:tc>",
        b'w:val="99999999999"',
        b" 0 obj",
        b" R ",
        b"stream",
        b"<< /Kids [",
    ),
)
CHANGES = ("cut", "flip", "repeat", "insert", "drop", "nest")


@lru_cache
def document_of(kind: str) -> bytes:
    """Return what is changed: a report of a few indicators, in Word its body alone."""
    rows, layout = make_plan(3)
    layout = layout._replace(format=PACKAGES.get(kind, kind))
    content = written(set_plan(rows[:6], layout), layout)
    if kind not in PARTS:
        return content
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(PARTS[kind])


def packed(content: bytes, kind: str) -> bytes:
    """Return the file with a part that was changed."""
    if kind == "docx":
        return word_with(content)
    if kind != "xlsx":
        return content
    whole = BytesIO()
    rows, layout = make_plan(3)
    layout = layout._replace(format="xlsx")
    with (
        zipfile.ZipFile(BytesIO(written(set_plan(rows[:6], layout), layout))) as old,
        zipfile.ZipFile(whole, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == PARTS[kind] else old.read(name))
    return whole.getvalue()


@some.composite
def changed(draw: some.DrawFn) -> tuple[str, bytes]:
    """Return a kind of document, and one of it that was changed in up to four places."""
    kind = draw(some.sampled_from(KINDS))
    content = document_of(kind)
    for change in draw(some.lists(some.sampled_from(CHANGES), min_size=1, max_size=4)):
        start = draw(some.integers(0, max(len(content) - 1, 0)))
        length = draw(some.integers(1, 400))
        before, part, behind = content[:start], content[start : start + length], content[start + length :]
        match change:
            case "cut":
                content = before
            case "flip":
                content = before + bytes(byte ^ draw(some.integers(1, 255)) for byte in part[:3]) + part[3:] + behind
            case "repeat":
                content = before + part * draw(some.integers(2, 30)) + behind
            case "insert":
                content = before + draw(some.sampled_from(PIECES)) + part + behind
            case "drop":
                content = before + behind
            case _:
                content = before + draw(some.sampled_from(PIECES)) * draw(some.integers(2, 300)) + part + behind
    return kind, content


@pytest.mark.parametrize("onward", [False, True], ids=["read", "drafted and verified"])
def test_a_changed_document_is_read_or_refused(onward: bool) -> None:
    catalogue = load_catalogue()
    reports = load_reports(report_files(own_data())).reports

    @settings(derandomize=True, deadline=None, database=None, max_examples=EXAMPLES if onward else 8 * EXAMPLES)
    @given(changed())
    def check(made: tuple[str, bytes]) -> None:
        kind, content = made
        try:
            document = read_document(packed(content, kind), "report")
            "\n".join(document.lines).encode()
            [document.place(line) for line in range(1, len(document.lines) + 1)]
        except PlanctlError as fault:
            assert str(fault).startswith("report ")
            assert "\n" not in str(fault)
            return
        for step in ((lambda: draft(document, catalogue)), (lambda: verify(reports, document))) if onward else ():
            try:
                step()
            except PlanctlError as fault:
                assert "\n" not in str(fault)

    check()

"""The data beside a document: what agrees, what differs, and that nothing of it can be changed unnoticed."""

import json
import os
import re
from pathlib import Path

import pytest

from planctl.checks.dossier import Dossier
from planctl.checks.lock import Lock, digests, file_name, lock_of, lock_text, parse_lock
from planctl.checks.verified import Verified, unverified
from planctl.documents.reading.reader import read_document
from planctl.documents.reading.text import read_text
from planctl.documents.verification.ledger import Verification
from planctl.documents.verification.verify import verify
from planctl.files.loading import load_lock
from planctl.grammar.cells import parse_cell
from planctl.messages.message import PlanctlError
from planctl.report.model import Indicator, with_parts
from tests.conftest import DATA, Run
from tests.documents.formats import Format, Grid, Paragraph, as_csv
from tests.verification.mutations import tally
from tests.verification.rendering import (
    FILES,
    FORMATS,
    LAYOUTS,
    as_printed_anew,
    parts_of,
    rendered,
    rendered_as,
    shipped,
)

SHIPPED = shipped()
REPORTS = as_printed_anew(SHIPPED)
PAGE = rendered(SHIPPED)
"""A page with what is left out of the data on purpose."""
TEXT = rendered(REPORTS)


def against(text: str, encoding: str = "utf-8") -> Verification:
    return verify(REPORTS, read_text(text.encode(encoding), "report.txt"))


def without_digest(folder: Path) -> Path:
    """Return a folder with the shipped data, which does not say of what form its digest is."""
    folder.mkdir()
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("    form: text\n", "")
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


def told(found: Verification) -> list[str]:
    return [f"{each.problem.name} {each.problem.at}: {each.problem.message}" for each in found.differences]


def test_the_shipped_data_agrees_with_a_page_that_prints_it() -> None:
    found = against(TEXT)
    assert told(found) == []
    assert found.summary.cells == found.summary.matched > 900
    assert found.coverage.held == found.coverage.figures > 350


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_is_read_in_every_layout(layout: str) -> None:
    found = against(rendered(REPORTS, layout))
    assert told(found) == []
    assert found.summary.cells == found.summary.matched > 900
    assert found.coverage.left == ()


@pytest.mark.parametrize("form", FORMATS, ids=str)
@pytest.mark.parametrize("kind", FILES)
def test_the_shipped_data_agrees_with_a_file_of_every_kind_that_prints_it(kind: str, form: Format) -> None:
    found = verify(REPORTS, read_document(rendered_as(REPORTS, kind, form), f"report.{kind}"))
    assert told(found) == []
    assert found.summary.cells == found.summary.matched > 900
    assert found.coverage.left == ()
    assert found.document.kind == kind


@pytest.mark.parametrize("note", ["", "2", "1,2", "①", "[3]"])
@pytest.mark.parametrize("kind", FILES)
def test_a_raised_sign_marks_its_row_and_raised_notes_are_no_part_of_a_name(kind: str, note: str) -> None:
    found = verify(REPORTS, read_document(rendered_as(REPORTS, kind, FORMATS[0], note), f"report.{kind}"))
    assert told(found) == []
    assert found.summary.cells == found.summary.matched > 900


@pytest.mark.parametrize("kind", FILES)
def test_a_difference_is_told_in_a_file_of_every_kind(kind: str) -> None:
    changed = [
        report._replace(indicators=tuple(_changed(row) for row in report.indicators))
        if report.kind == "indicators"
        else report
        for report in REPORTS
    ]
    found = verify(REPORTS, read_document(rendered_as(changed, kind, FORMATS[0]), f"report.{kind}"))
    (difference,) = found.differences
    assert (difference.problem.at, difference.printed) == ("clean-air-days", "327")
    assert difference.document_place.startswith(f"report.{kind}:")


def _changed(row: Indicator) -> Indicator:
    return row._replace(actual=parse_cell("327")) if row.id == "clean-air-days" else row


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_difference_is_told_with_its_line_in_every_layout(layout: str) -> None:
    text = rendered(REPORTS, layout).replace("预计1.1", "预计1.2")
    (difference,) = against(text).differences
    place = next(count for count, line in enumerate(text.splitlines(), 1) if "预计1.2" in line)
    assert (difference.document_place, difference.printed) == (f"report.txt:{place}:1", "预计1.2")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_other_encodings_are_read(encoding: str) -> None:
    assert told(against(TEXT, encoding)) == []


def test_white_space_and_full_width_forms_are_no_difference() -> None:
    changed = TEXT.replace("\t≥330", "\t ≥ 330 ").replace("\t6.5", "\t６．５").replace("工业", "工 业")
    assert told(against(changed)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("\t326\n", "\t327\n", "different clean-air-days: the data has 326, and the document 327"),
        ("\t≥330\n\t326", "\t330\n\t326", "different clean-air-days: the data has ≥330, and the document 330"),
        (
            "优良天数（天）*",
            "优良天数（天）",
            "different clean-air-days: the data has constraint, and the document expected",
        ),
        ("17项指标", "18项指标", "different claim: the data has 17, and the document 18"),
        ("（含预计数）", "", "different claim: the data has 含预计数, and the document —"),
        ("由4%、8%", "由5%、8%", "different notes.2: the note adjusts 一般公共预算收入增速、5%、0.1%"),
        ("等5项指标", "等6项指标", "different reasons.一: it counts 等6项指标"),
        ("281个", "282个", "different programmes.government-investment-projects: 281个 is not printed of"),
        ("77.7亿元", "77.8亿元", "different programmes.government-investment-projects.breakdowns.area.items.9:"),
        (
            "观音阁水库",
            "观音阁大坝",
            "missing-in-document projects.guanyinge-reservoir: 专栏3 of the document does not",
        ),
        (
            "开工建设九毛九",
            "建成九毛九",
            "different projects.jiumaojiu-supply-centre: the data has 开工建设, and the document 建成",
        ),
        ("规上工业产值实现2295亿元", "规上工业产值实现2259亿元", "missing-in-document statements."),
    ],
)
def test_what_the_document_prints_otherwise_is_told_with_both_places(old: str, new: str, expected: str) -> None:
    assert old in TEXT
    found = against(TEXT.replace(old, new))
    assert any(each.startswith(expected) for each in told(found)), told(found)
    assert all(each.problem.place.line for each in found.differences if each.problem.name != Verified.MISSING_IN_DATA)
    assert any(each.document_place.startswith("report.txt") for each in found.differences)


def test_a_row_that_the_data_does_not_have_is_missing_there_and_the_other_way_round() -> None:
    extra = TEXT.replace("\t99.5\n", "\t99.5\n\n\t33\n\t某指标（%）\n\t1\n\t2\n", 1)
    assert told(against(extra)) == ["missing-in-data indicators: row 33, 某指标, is not in the data"]
    fewer = TEXT.replace("\t32\n\t群众安全感指数（%）*\n\t≥99\n\t99.5\n", "", 1)
    assert "missing-in-document public-security-index: the table of the document has no row 32" in told(against(fewer))


def test_a_figure_that_the_data_does_not_have_is_counted_and_shown() -> None:
    found = against(TEXT + "新建公园123个。\n")
    (span,) = found.coverage.left
    assert found.document.flow.text[slice(*span)] == "123"


def test_years_list_numbers_and_names_are_no_figures() -> None:
    assert against(TEXT + "2024年1月31日，G351、尼龙66、12#泊位。\n").coverage.left == ()


UNKNOWABLE = re.compile(
    r"cut: .*\.(?:product|company): "  # where a company's name ends in that of a project, and a product's
    r"|cut: .*\.(?:label|quote): "  # a verb less, or fewer words of a sentence: they are printed so
    r"|cut: .*\.name: 水环境治理工程PPP$"  # without 项目 at its end, as names may be written
    r"|drop: .* projects: "  # in the text, in no list and with no word for works
    r"|drop: .* statements: identifier-resolution-nodes"  # its figure is a part of a project's name, too
)


def test_changes_of_every_kind_are_caught_beside_the_document_and_by_the_lock() -> None:
    page = read_text(TEXT.encode(), "report.txt")
    sources = [each.source._replace(form="text", sha256=page.sha256) for each in REPORTS]
    found = tally(
        [each._replace(source=source) for each, source in zip(REPORTS, sources, strict=True)], page, every=151
    )
    assert set(found.tried) >= {"cut", "alter", "drop", "swap", "move", "reading"}
    assert [each for each in found.missed if not UNKNOWABLE.match(each)] == []
    assert found.unlocked == ()
    assert found.caught.total() > 0.95 * found.tried.total() > 100


def test_a_lock_survives_being_written() -> None:
    lock = lock_of(REPORTS, "0" * 64, Lock())
    assert parse_lock(lock_text(lock).encode(), "verified.lock") == lock
    with pytest.raises(PlanctlError, match="x:1 is no line of a lock"):
        parse_lock(b"a b\n", "x")


def test_the_shipped_lock_is_of_the_shipped_data() -> None:
    lock = load_lock(DATA)
    assert lock == lock_of(SHIPPED, SHIPPED[0].source.sha256, Lock())


def test_english_names_and_remarks_need_no_verifying_and_are_locked() -> None:
    report = REPORTS[0]
    changed = report._replace(indicators=tuple(each._replace(name_en="x", remark=None) for each in report.indicators))
    page = read_text(TEXT.encode(), "report.txt")
    assert told(verify([changed, *REPORTS[1:]], page)) == []
    assert {at for at, digest in digests(changed).items() if digests(report)[at] != digest} == {
        row.id for row in with_parts(report.indicators)
    } - {part.id for row in report.indicators for part in row.parts}


def test_what_was_changed_after_it_was_verified_is_found_without_the_document(planctl: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text(PAGE, encoding="utf-8")
    folder = without_digest(tmp_path / "data")
    assert planctl("verify", str(page), "--lock", "--data", str(folder)).returncode == 0
    assert planctl("check", "--strict", "--data", str(folder)).returncode == 0
    file = folder / "targets_2023.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('target: "6.5"', 'target: "6.6"', 1), encoding="utf-8")
    ran = planctl("check", "--strict", "--data", str(folder))
    assert ran.returncode == 1
    advised = f"'planctl verify REPORT --lock --data {folder}'"
    assert f"it was changed after the data was verified; run {advised}" in ran.stdout.decode()
    before = (folder / "verified.lock").read_bytes()
    assert planctl("verify", str(page), "--lock", "--data", str(folder)).returncode == 1
    assert (folder / "verified.lock").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [
        *sorted(p.name for p in DATA.glob("*.yaml")),
        "verified.lock",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00\x00", "is no text in UTF-8 or GB18030"),
        (b"a\0b", "is no text"),
        (b"\n" * 300_000, "more than 200000 lines"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(PlanctlError, match=message):
        read_text(content, "report.pdf")


def test_the_command_and_its_contract(planctl: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text(PAGE, encoding="utf-8")
    data = ("--data", str(without_digest(tmp_path / "data")))
    ran = planctl("verify", str(page), *data)
    assert (ran.returncode, ran.stderr) == (0, b"")
    page.write_text(PAGE.replace("\t326\n", "\t327\n") + "新建公园123个。\n", encoding="utf-8")
    ran = planctl("verify", str(page), "--format", "json", *data)
    document = json.loads(ran.stdout)
    assert (ran.returncode, list(document)) == (1, ["schema", "document", "problems", "summary", "coverage", "unread"])
    problem, extra = [each for each in document["problems"] if not each["accepted"]]
    assert (extra["check"], extra["printed"]) == ("missing-in-data", "新建公园123个")
    assert (problem["check"], problem["at"], problem["printed"]) == ("different", "clean-air-days", "327")
    assert problem["document_place"].startswith(f"{page}:")
    assert document["summary"]["different"] == document["summary"]["missing_in_data"] == 1
    assert document["summary"]["accepted"] == 2
    assert document["coverage"]["not_held"] == len(document["coverage"]["left"]) == 2
    assert [each["printed"] for each in document["coverage"]["left"]] == ["10", "123"]
    said = planctl("verify", str(page), "2022", "--coverage", *data).stdout.decode()
    assert "the data has 326, and the document 327" in said
    assert "123 is not in the data" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.txt",), "nowhere.txt cannot be read: there is no such file"),
        (("README.md", "1999"), "planctl: no data for 1999 in "),
        (("docs",), "planctl: no data names a document that is in docs"),
    ],
)
def test_what_cannot_be_read_exits_with_2(planctl: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = planctl("verify", *arguments)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert message in ran.stderr.decode()


@pytest.mark.parametrize("text", ["x", "会议通知\n请于3月5日参加2个会议。\n", TEXT[:20]])
def test_a_file_that_bears_out_nothing_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(PlanctlError, match="has nothing of the data"):
        against(text)


def test_a_lock_that_is_no_text_is_told_with_its_line() -> None:
    with pytest.raises(PlanctlError, match="x:2 is no line of a lock"):
        parse_lock(b"a b c\n\xff b c\n", "x")


@pytest.mark.parametrize("number", ["1 2", "1%202", "1\u30002", "1\u2028", "①", "%", "1\t"])
def test_whatever_a_note_is_numbered_its_lock_can_be_read(number: str) -> None:
    report = REPORTS[0]._replace(notes=(REPORTS[0].notes[0]._replace(number=number), *REPORTS[0].notes[1:]))
    lock = lock_of([report], "0" * 64, Lock())
    assert parse_lock(lock_text(lock).encode(), "verified.lock") == lock
    assert len(lock.files[file_name(report)]) == len(digests(REPORTS[0])) + 1


@pytest.mark.parametrize("id", ["claim", "document"])
def test_a_row_may_be_called_as_something_else_in_the_lock_is(id: str) -> None:
    report = next(each for each in REPORTS if each.claim)
    assert report.claim
    row, *others = report.indicators
    named = report._replace(indicators=(row._replace(id=id), *others))
    lock = lock_of([named], "0" * 64, Lock())
    assert parse_lock(lock_text(lock).encode(), "verified.lock") == lock
    known = lock.files[file_name(report)]
    assert (len(known), known["document"]) == (len(digests(report)) + 1, "0" * 64)
    for changed in (
        named._replace(indicators=(row._replace(id=id, unit="x"), *others)),
        named._replace(claim=report.claim._replace(total=1)),
    ):
        assert list(unverified(Dossier((named,), lock))) == []
        (finding,) = unverified(Dossier((changed,), lock))
        assert finding.at == (id if changed.claim == report.claim else "claim")


def test_a_note_without_a_number_has_a_line_of_its_own_in_the_lock() -> None:
    first, second, *_ = REPORTS[0].notes
    report = REPORTS[0]._replace(notes=(second, second._replace(number="", summary=first.summary)))
    assert len([key for key in digests(report) if key.startswith("notes.")]) == 2


@pytest.mark.parametrize("kind", ["large", "folder", "pipe"])
def test_a_lock_that_is_no_lock_is_refused(kind: str, tmp_path: Path, planctl: Run) -> None:
    for path in DATA.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    lock = tmp_path / "verified.lock"
    if kind == "large":
        with lock.open("wb") as stream:
            stream.truncate(5_000_000_000)
    elif kind == "folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    ran = planctl("check", "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    said = {"large": "is larger than", "folder": "it is a folder, not a file", "pipe": "it is not a regular file"}
    assert f"planctl: {lock} " in ran.stderr.decode()
    assert said[kind] in ran.stderr.decode()


def test_a_given_lock_that_is_no_text_is_told(planctl: Run) -> None:
    ran = planctl("check", "-", "--stdin-name", "verified.lock", stdin=b"\xff\xfe")
    assert ran.returncode == 2
    assert "verified.lock:1 is no line of a lock" in ran.stderr.decode()


def test_a_table_with_commas_has_every_cell_of_its_data() -> None:
    (grid, *_) = (part for part in parts_of(REPORTS) if isinstance(part, Grid) and len(part.rows) > 20)
    found = verify(
        REPORTS, read_document(as_csv([Paragraph("表1  2022年计划指标完成情况"), grid], Format()), "plan.csv")
    )
    assert found.document.kind == "csv"
    rows = {row.id for report in REPORTS for row in with_parts(report.indicators) if report.kind == "indicators"}
    targets = {row.id for report in REPORTS for row in with_parts(report.indicators) if report.kind == "targets"}
    assert [each for each in found.differences if each.printed and each.problem.at in rows] == []
    assert not (rows - targets) & {each.problem.at for each in found.differences}
    printed = {cell.text for row in grid.rows for cell in row if cell.text}
    (table,) = found.document.tables
    assert {field.text for row in table.rows for field in row if field.text} == {
        "".join(text.split()) for text in printed
    }

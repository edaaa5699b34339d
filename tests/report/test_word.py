"""The Word document says what the commands say, is laid out for paper, and is written over by none but itself."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from planctl.api.archive import load
from planctl.api.reporting import gather
from planctl.messages.installing import install_command
from planctl.messages.languages import Language
from planctl.showing.word.document import word
from planctl.showing.wording import ENGLISH, wording_in
from tests.conftest import DATA, FULING, Run, run_without
from tests.report.reading import answer


@pytest.fixture(scope="module")
def both() -> Document:
    return docx.Document(BytesIO(word(gather(load(DATA), 2022, 2023), ENGLISH)))


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def records(table: Table) -> list[dict[str, str]]:
    heads, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [dict(zip(heads, row, strict=True)) for row in rows]


def flat(documents: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in documents:
        yield each
        yield from flat(each["parts"])


def number(text: str) -> str:
    return text.replace("−", "-").lstrip("+≥≤")


def test_the_counts_and_whether_the_report_agrees_are_those_of_status(both: Document, planctl: Run) -> None:
    summary = answer(planctl, "status", "2022")["summary"]
    counts = f"{summary['total']} = {summary['met']} met + {summary['unmet']} unmet"
    assert any(counts in line for line in lines(both))
    assert any(line.startswith("agrees with the report") for line in lines(both))
    assert lines(both)[0] == "重庆市涪陵区 2022–2023"


def test_every_indicator_and_part_has_its_figures_and_its_verdict(both: Document, planctl: Run) -> None:
    rows = list(flat(answer(planctl, "status", "2022")["indicators"]))
    table = next(table for table in both.tables if table.cell(0, len(table.columns) - 2).text == "Verdict")
    for row, shown in zip(rows, records(table), strict=True):
        adjusted = f" → {row['adjusted_target']}" if row["adjusted_target"] else ""
        assert shown["Indicator"].startswith(f"{row['prefix'] or ''}{row['name']}")
        assert (shown["in English"], shown["Unit"]) == (row["name_en"], row["unit"] or "")
        assert (shown["Target"], shown["Actual"]) == ((row["target"] or "") + adjusted, row["actual"] or "")
        assert number(shown["Gap"]) == (row["gap"] or "")
        assert shown["Verdict"].lstrip("✓✗⊘…? ") == (row["verdict"] or "no figure")
        assert shown["Why"] == (row["because"] or "")


def test_every_miss_stands_under_its_reason(both: Document, planctl: Run) -> None:
    missed = [row for row in answer(planctl, "status", "2022")["indicators"] if row["verdict"] == "unmet"]
    said: dict[str, list[str]] = {}
    reason = ""
    for block in both.iter_inner_content():
        if isinstance(block, Table):
            found = [row["in English"] for row in records(block) if "in English" in row]
            said.setdefault(reason, []).extend(found)
        else:
            reason = block.text or reason
    for row in missed:
        assert row["name_en"] in said[row["reason"]]
    assert sum(len(said[reason]) for reason in {row["reason"] for row in missed}) == len(missed)


def test_what_became_of_every_target_is_that_of_diff(both: Document, planctl: Run) -> None:
    changes = list(flat(answer(planctl, "diff", "2022", "2023")["changes"]))
    shown = records(both.tables[-1])
    assert len(shown) == len(changes)
    wanted = sorted(((each["before"] or {}).get("name", ""), (each["after"] or {}).get("name", "")) for each in changes)
    names = (tuple(row["Indicator"].replace("*", "").split(" → ")) for row in shown)
    told = {name.removeprefix("其中：").removeprefix("#") for each in names for name in each}
    assert told == {name for pair in wanted for name in pair if name}
    unmet = answer(planctl, "diff", "2022", "2023")["summary"]["unmet"]["total"]
    assert any(line.startswith(f"of the {unmet} unmet in 2022: ") for line in lines(both))


def test_wide_tables_lie_on_their_side_and_every_head_is_repeated(both: Document) -> None:
    assert [section.orientation for section in both.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    for table in both.tables:
        marks = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert marks == [True, *(False for _ in marks[1:])]
    upright, across = [section.page_width or Mm(0) for section in both.sections]
    assert (round(upright.mm), round(across.mm)) == (210, 297)
    for table, page in zip(both.tables, [*(upright for _ in both.tables[2:]), across, across], strict=True):
        assert Mm(165) < sum(column.width or 0 for column in table.columns) < page - Mm(39)


def test_a_chinese_reader_has_it_in_chinese_without_english_names() -> None:
    document = docx.Document(BytesIO(word(gather(load(DATA), 2022, 2023), wording_in(Language.CHINESE))))
    heads = {cell.text for table in document.tables for cell in table.rows[0].cells}
    assert {"指标", "目标", "判定"} <= heads
    assert not any(letter.isascii() and letter.isalpha() for head in heads for letter in head)
    titles = [each.text for each in document.paragraphs if each.style and each.style.name.startswith("Heading")]
    assert len(titles) == 4
    assert not any(letter.isascii() and letter.isalpha() for title in titles for letter in title)


def test_the_same_data_is_the_same_file_and_a_year_alone_has_no_changes() -> None:
    answers = gather(load(DATA), 2022)
    assert word(answers, ENGLISH) == word(answers, ENGLISH)
    titles = lines(docx.Document(BytesIO(word(answers, ENGLISH))))
    assert not any("became" in title for title in titles)


def test_a_document_is_written_over_until_somebody_writes_in_it(tmp_path: Path, planctl: Run) -> None:
    target = tmp_path / "report.DOCX"
    for _ in range(2):
        ran = planctl("report", "2022", "2023", *FULING, "-o", str(target))
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.decode() == f"{target}: {(target.stat().st_size + 999) // 1000} kB\n"
    edited = docx.Document(str(target))
    edited.add_paragraph("批注")
    edited.core_properties.author = "王"
    edited.save(str(target))
    before = target.read_bytes()
    refused = planctl("report", "2022", "2023", *FULING, "-o", str(target))
    assert (refused.returncode, target.read_bytes()) == (2, before)
    assert b"is there and not as planctl wrote it; choose another name" in refused.stderr


def test_nothing_of_the_machine_is_in_the_document(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for file in DATA.glob("*_202[23].yaml"):
        (tmp_path / "data" / file.name).write_bytes(file.read_bytes())
    document = docx.Document(BytesIO(word(gather(load(tmp_path / "data"), 2022, 2023), ENGLISH)))
    xml = "".join(str(part.blob.decode("utf-8", "replace")) for part in document.part.package.iter_parts())
    assert "涪陵" in xml
    assert str(tmp_path) not in xml


def test_a_document_of_many_regions_is_refused_with_what_to_do(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", "2025", "-d", str(DATA / "provinces"), "-o", "all.docx", cwd=tmp_path)
    assert ran.returncode == 2
    assert b"a Word document is of one region; choose it with --region" in ran.stderr
    assert not (tmp_path / "all.docx").exists()


def test_without_the_library_it_says_what_to_install(tmp_path: Path) -> None:
    ran = run_without("docx", "report", "2022", "-d", str(DATA), "-o", str(tmp_path / "a.docx"))
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"planctl: writing Word needs python-docx: {install_command('python-docx')}\n"
    assert not (tmp_path / "a.docx").exists()


def test_its_charts_are_pictures_with_words_for_those_who_do_not_see_them(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("report", "2022", "2023", "-d", str(DATA), "-o", "a.docx", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    document = docx.Document(str(tmp_path / "a.docx"))
    shapes = document.inline_shapes
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["How far off", "From verdicts to targets"]
    assert all(shape.width <= Mm(297 - 40) and shape.height <= Mm(297 - 40) for shape in shapes)


def test_without_what_draws_them_it_is_written_without_pictures_and_that_is_told(tmp_path: Path) -> None:
    ran = run_without("resvg_py", "report", "2022", "-d", str(DATA), "-o", str(tmp_path / "a.docx"))
    assert ran.returncode == 0
    assert "drawing charts as PNG needs resvg-py: " in ran.stderr.decode()
    assert not docx.Document(str(tmp_path / "a.docx")).inline_shapes

"""A cell of no known form is kept and told, and stops nothing."""

import json
from pathlib import Path

import pytest

import planctl
from planctl.api.checking import check_files
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.grammar.cells import FORMS, forms_near, parse_any_cell, parse_cell
from planctl.grammar.lengths import CELL
from planctl.grammar.text import UnreadableCell
from planctl.judging.cases import judge
from planctl.judging.verdict import Status
from planctl.values.meanings import UnreadableText
from tests.cases import case, part, said, verdict_on
from tests.conftest import DATA, Run
from tests.exporting.test_formats import folder_of
from tests.verification.rendering import rendered

OUTCOME = """\
indicators:
  - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: "5", actual: 6②}
  - id: b
    number: "2"
    name: 乙
    name_en: B
    unit: "%"
    kind: expected
    target: "5"
    actual: "6"
    parts:
      - {id: b-part, name: 丙, name_en: C, unit: "%", target: 5上下左右, actual: "6"}
  - {id: c, number: "3", name: 丁, name_en: D, unit: "%", kind: expected, target: 8左一右, actual: ""}
statements:
  - {id: output, label: 产值, label_en: Output, value: 若干3亿, period: year, section: 一, quote: 产值若干3亿}
"""
TARGETS = """\
indicators:
  - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: 6②}
  - {id: b, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: 7左一右}
"""
PROJECTS = """\
programmes:
  - id: key-projects
    name: 重点项目
    name_en: Key projects
    level: district
    section: 专栏1
    count: 若干
    planned_investment: 3亿元
    breakdowns:
      - by: area
        section: 专栏1
        items:
          - {name: 城区, name_en: Town, count: "3", planned_investment: 2余个亿}
          - {name: 镇, name_en: Townships, count: "4", planned_investment: 1亿元}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years and a project plan, with a cell of no form in each kind of place."""
    return folder_of(tmp_path, indicators_2022=OUTCOME, targets_2023=TARGETS, projects_2023=PROJECTS)


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("5", "6②", "unreadable, undetermined: '6②' has no form that can be read [unreadable]"),
        ("5左一右", "6", "unreadable, undetermined: '5左一右' has no form that can be read [unreadable]"),
        ("5左一右", "完成年计划的99%", "unreadable, undetermined: '5左一右' has no form that can be read [unreadable]"),
        ("5左一右", "不再统计", "discontinued, discontinued: 不再统计: no longer counted [unreadable]"),
        ("5左一右", "", "pending, pending: no result is published [unreadable]"),
        (
            "完成市上下达任务",
            "很行",
            "unreadable, undetermined: '很行' has no form that can be read [unreadable]",
        ),
    ],
)
def test_nothing_is_guessed_of_a_cell_that_cannot_be_read(target: str, actual: str, expected: str) -> None:
    assert said(case(target, actual)) == expected


def test_a_printed_target_that_cannot_be_read_gives_way_to_a_note_that_can() -> None:
    assert verdict_on(case("5左一右", "6", adjusted="5")).status is Status.MET


def test_a_part_that_cannot_be_read_leaves_its_whole_to_its_own_figures() -> None:
    judged = judge(case("5", "6", parts=(part("5左一右", "6"),)))
    assert judged.verdict
    assert (judged.verdict.status, judged.verdict.flags) == (Status.MET, ())
    assert judged.parts[0].verdict
    assert judged.parts[0].verdict.status is Status.UNDETERMINED


def test_a_whole_that_cannot_be_read_is_unmet_where_a_part_is() -> None:
    judged = judge(case("5左一右", "6", parts=(part("5", "4"), part("5", "6"))))
    assert judged.verdict
    assert (judged.verdict.status, judged.verdict.rule) == (Status.UNMET, "part")
    assert [each.verdict.status for each in judged.parts if each.verdict] == [Status.UNMET, Status.MET]


@pytest.mark.parametrize("text", ["8.5②", "差不多", "12:30", "5" * (CELL + 1)])
def test_one_reader_refuses_what_the_other_keeps_as_printed(text: str) -> None:
    cell = parse_any_cell(text)
    assert (cell.printed, cell.meaning) == (text, UnreadableText(text))
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("8.5②", "6.5"),
        ("5.5以内吧", "5.5以内"),
        ("不低于60%呢", "不低于60%"),
        ("≧330x", "≥330"),
        ("完成市里的下达任务", "完成市上下达任务"),
        ("乱", "稳步提升"),
        ("5" * (CELL + 1), "6.5"),
    ],
)
def test_the_remedy_names_the_few_forms_that_are_near(text: str, near: str) -> None:
    shown = next(argument for name, argument in forms_near(text).arguments if name == "forms")
    assert isinstance(shown, tuple)
    assert near in shown
    assert len(shown) == 4
    assert set(shown) <= {example for form in FORMS for example in form.examples}


def test_the_counts_have_it_under_undetermined(folder: Path) -> None:
    counts = planctl.load(folder).status(2022).counts
    assert counts._asdict() == {
        "total": 3, "met": 1, "unmet": 0, "discontinued": 0, "pending": 1, "undetermined": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "2022"),
        ("status", "2023"),
        ("show", "a"),
        ("show", "b", "--year", "2023"),
        ("scenarios", "2022"),
        ("diff", "2022", "2023"),
        ("statements", "2022"),
        ("statements", "2023", "--pairs"),
        ("projects", "2023"),
        ("projects", "2023", "--by", "stage"),
        ("report", "2022", "2023", "-o", "-"),
        *(("export", format, "-o", "-") for format in ("json", "jsonl", "sdmx-csv", "md")),
        ("export", "xlsx", "-o", "plans.xlsx"),
        ("export", "sqlite", "-o", "plans.db"),
        ("export", "csv", "-o", "plans"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_command_goes_on(arguments: tuple[str, ...], lang: str, folder: Path, planctl: Run) -> None:
    ran = planctl(*arguments, "--data", str(folder), "--lang", lang, cwd=folder)
    assert (ran.returncode, ran.stderr.count(b"Traceback")) == (0, 0), ran.stderr.decode()


def test_the_json_has_the_text_and_that_it_cannot_be_read(folder: Path, planctl: Run) -> None:
    ran = planctl("status", "2022", "--data", str(folder), "--format", "json")
    row = json.loads(ran.stdout)["indicators"][0]
    assert row["actual"] == "6②"
    assert row["actual_reading"] == {"kind": "unreadable", "words": "6②", "estimated": False}
    assert (row["verdict"], row["flags"], row["gap"]) == ("undetermined", ["unreadable"], None)


def test_two_targets_that_cannot_be_read_are_not_compared_however_alike(folder: Path, planctl: Run) -> None:
    ran = planctl("diff", "2022", "2023", "--data", str(folder), "--format", "json")
    moved = {row["after"]["id"]: row["target"] for row in json.loads(ran.stdout)["changes"] if row["after"]}
    assert moved == {"a": "incomparable", "b": "incomparable"}


def test_check_names_each_with_its_place(folder: Path) -> None:
    found = check_files(sorted(folder.glob("*.yaml")))
    told = [each.problem for each in found.checked if each.problem.name == "unreadable-cell"]
    assert [(each.at, each.severity.value) for each in told] == [
        (at, "error")
        for at in (
            "a.actual",
            "b-part.target",
            "c.target",
            "statements.output.value",
            "programmes.key-projects.count",
            "programmes.key-projects.breakdowns.area.items.1.planned_investment",
            "a.target",
            "b.target",
        )
    ]  # fmt: skip
    for problem in told:
        line = (found.line(problem.place) or "")[problem.place.column - 1 :]
        assert str(problem.message).split("'")[1] in line.split("}")[0]


def test_one_that_the_page_prints_so_can_be_acknowledged(tmp_path: Path) -> None:
    accept = "accept:\n  - {check: unreadable-cell, at: a.target, reason: {zh: 原文如此。, en: Printed so.}}\n"
    row = '  - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: 6②}\n'
    folder = folder_of(tmp_path, targets_2023=f"indicators:\n{row}{accept}")
    (checked,) = check_files(sorted(folder.glob("*.yaml"))).checked
    assert checked.accepted


def test_verify_tells_it_as_any_other_difference(planctl: Run, tmp_path: Path) -> None:
    document = tmp_path / "report.txt"
    document.write_text(rendered(load_reports(report_files(DATA)).reports), encoding="utf-8")
    data = tmp_path / "data"
    data.mkdir()
    text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8")
    (data / "indicators_2022.yaml").write_text(text.replace('actual: "326"', "actual: 三百二十六天"), encoding="utf-8")
    ran = planctl("verify", str(document), "--data", str(data))
    assert ran.returncode == 1
    assert "the data has 三百二十六天, and the document 326" in ran.stdout.decode()

"""How a printed cell becomes columns, and which status it has as an observation."""

from decimal import Decimal
from pathlib import Path

import pytest

import planctl
from planctl.grammar.cells import parse_cell
from planctl.report.model import Follows, Succession, Text
from planctl.showing.exporting.figures import figures_of, kind_of, status_of_cell
from planctl.showing.exporting.formats import ExportFormat
from tests.exporting.conftest import Written
from tests.exporting.readers import read_jsonl
from tests.exporting.test_formats import folder_of

REDEFINED = Follows("before", Succession.REDEFINED, Text("甲", "a"))
REPLACED = Follows("before", Succession.REPLACED, Text("甲", "a"))


@pytest.mark.parametrize(
    ("printed", "columns"),
    [
        ("", "none|||||%"),
        ("不再统计", "discontinued|||||%"),
        ("完成市上下达任务", "assigned|||||%"),
        ("稳步提升", "qualitative|||||%"),
        ("6.50", "plain|6.50|||plain|"),
        ("≥330天", "at_least|330|330||at_least|天"),
        ("5.5以内", "at_most|5.5||5.5|at_most|"),
        ("突破100家", "more_than|100|100||more_than|家"),
        ("5%左右", "about|5|||about|%"),
        ("5%—5.5%", "between||5|5.5||%"),
        ("下降3%", "plain|3|||plain|%"),
        ("完成年计划的89.4%", "completion|89.4|||plain|%"),
        ("低于目标1.7个百分点", "distance|-1.7||||个百分点"),
        ("快于经济增速", "relative||||more_than|%"),
    ],
)
def test_a_cell_as_columns(printed: str, columns: str) -> None:
    cell = parse_cell(printed)
    (figure,) = figures_of(cell, "%")
    found = (kind_of(cell), figure.value, figure.low, figure.high, figure.comparator, figure.unit)
    assert "|".join("" if each is None else str(each) for each in found) == columns


def test_a_fall_is_told_apart_from_a_rise() -> None:
    assert [figures_of(parse_cell(text))[0].decline for text in ("下降3%", "增长3%", "下降3%以上")] == [
        True,
        False,
        True,
    ]


def test_a_relative_target_has_what_it_is_measured_by_and_its_margin() -> None:
    (figure,) = figures_of(parse_cell("高于全国平均水平1个百分点以上"), "%")
    assert (figure.value, figure.reference, figure.margin, figure.unit) == (
        None,
        "全国平均水平",
        Decimal(1),
        "个百分点",
    )


@pytest.mark.parametrize(
    ("printed", "follows", "result", "target"),
    [
        ("", None, "L", "L"),
        ("—", None, "L", "L"),
        ("不再统计", REDEFINED, "L", "L"),
        ("6.5", None, "A", "A"),
        ("6.5", REPLACED, "A", "A"),
        ("6.5", REDEFINED, "B", "B"),
        ("预计6.5", REDEFINED, "B", "B"),
        ("预计6.5", None, "E", "E"),
        ("预计64以上", None, "E", "E"),
        ("预计完成市上下达任务", None, "E", "E"),
        ("64以上", None, "P", "A"),
        ("64左右", None, "P", "A"),
        ("5%—5.5%", None, "P", "A"),
        ("完成市上下达任务", None, "M", "M"),
        ("与经济增长同步", None, "M", "M"),
    ],
)
def test_the_status_of_a_cell(printed: str, follows: Follows | None, result: str, target: str) -> None:
    cell = parse_cell(printed)
    assert status_of_cell(cell, is_result=True, follows=follows) == result
    assert status_of_cell(cell, is_result=False, follows=follows) == target


ROWS = """\
indicators:
  - {id: incomes, number: "1", name: 甲, name_en: A, unit: "%", kind: expected,
     target: "≥5", actual: 分别增长5.5%、6.6%}
  - {id: trade, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: 5%—5.5%, actual: "5.2"}
statements:
  - {id: figure, label: 丙, label_en: C, value: 3个, period: year, section: 一, quote: 建成3个公园}
"""
TARGETS = """\
indicators:
  - {id: trade, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: 5%—5.5%}
statements:
  - {id: figure, label: 丁, label_en: D, value: 4个, period: year, section: 二, quote: 新建4个公园}
"""
PROJECTS = """\
programmes:
  - {id: works, name: 甲, name_en: A, level: district, section: 一, count: 3个}
"""


def test_several_figures_of_a_cell_are_several_rows(tmp_path: Path, run: Written) -> None:
    folder = folder_of(tmp_path, indicators_2022=ROWS)
    run("export", "jsonl", "-o", str(tmp_path / "figures.jsonl"), "--data", str(folder))
    rows = [row for row in read_jsonl(tmp_path / "figures.jsonl") if row["id"] == "incomes"]
    assert [(row["measure"], row["position"], row["value"], row["printed"]) for row in rows] == [
        ("target", 1, "5", "≥5"),
        ("actual", 1, "5.5", "分别增长5.5%、6.6%"),
        ("actual", 2, "6.6", "分别增长5.5%、6.6%"),
    ]
    assert len({row["key"] for row in rows}) == 3


def test_two_reports_of_a_year_may_give_different_statements_one_id(tmp_path: Path, run: Written) -> None:
    folder = folder_of(tmp_path, indicators_2022=ROWS, targets_2022=TARGETS)
    run("export", "jsonl", "-o", str(tmp_path / "figures.jsonl"), "--data", str(folder))
    rows = [row for row in read_jsonl(tmp_path / "figures.jsonl") if row["id"] == "figure"]
    assert [(row["measure"], row["name"], row["place"].split(":")[0]) for row in rows] == [
        ("stated-actual", "丙", "indicators_2022.yaml"),
        ("stated-target", "丁", "targets_2022.yaml"),
    ]
    assert len({row["key"] for row in rows}) == 2


@pytest.mark.parametrize("format", ExportFormat)
@pytest.mark.parametrize(
    ("name", "text"),
    [("indicators_2022", ROWS), ("targets_2023", TARGETS), ("projects_2023", PROJECTS)],
)
def test_a_folder_of_one_file_can_be_exported(name: str, text: str, format: str, tmp_path: Path) -> None:
    assert planctl.load(folder_of(tmp_path, **{name: text})).export(format)

"""What a table says beside its figures of what became of a target: drafted, held against document and figures."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract
from planctl.grammar.outcomes import CountedOutcome, stated_outcome
from planctl.grammar.rows import Role
from tests.drafting.test_estimates import told
from tests.extraction.test_tables import read, rows

REPORT = """某某县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
——2025年1月10日在某某县第五届人民代表大会第四次会议上
一、2024年国民经济和社会发展计划执行情况
附表　2024年主要指标完成情况和2025年计划
序号\t指标名称\t单位\t2024年目标\t2024年实际\t完成情况\t2025年目标
1\t地区生产总值增速\t%\t6\t6.2\t完成\t6
2\t规模以上工业增加值增速\t%\t7\t7.5\t未完成\t7
3\t城镇新增就业\t人\t4000\t4100\t—\t4000
"""


def draft(folder: Path) -> Path:
    """Draft the report, and return the file of its outcome."""
    (folder / "0.txt").write_text(REPORT, encoding="utf-8")
    extract(folder / "0.txt", folder / "data", region="500101")
    return folder / "data" / "indicators_2024.yaml"


def test_what_a_column_says_of_each_target_is_drafted_beside_the_figures(tmp_path: Path) -> None:
    draft(tmp_path)
    plan = load(tmp_path / "data").plan(2024)
    said = [(str(each.actual.printed), each.stated) for row in plan.rows if (each := row.indicator).actual]
    assert said == [("6.2", "完成"), ("7.5", "未完成"), ("4100", "")]
    assert told(tmp_path, "0.txt") == []


def test_what_the_report_says_is_held_against_its_figures(tmp_path: Path) -> None:
    draft(tmp_path)
    found = [each.problem for each in load(tmp_path / "data").check().checked if each.problem.name == "stated-differs"]
    assert [str(each.message) for each in found] == ["the report says 未完成, and this is met, for 7.5 ≥ 7"]


def test_what_the_data_has_otherwise_than_the_document_is_told(tmp_path: Path) -> None:
    path = draft(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    stated: 完成\n", "").replace("未完成", "超额完成"), encoding="utf-8")
    assert told(tmp_path, "0.txt") == [
        ("gdp-growth", "the data has —, and the document 完成"),
        ("industry-growth", "the data has 超额完成, and the document 未完成"),
    ]


def test_a_column_of_which_most_say_what_became_of_targets_is_one_of_that() -> None:
    body = ("|GDP增长（%）|6|4|未完成|", "|投资增长（%）|6|7|√|", "|消费增长（%）|6|—|由省发布|")
    table = "\n".join(("|指标|2022年目标|2022年实际|完成情况|", *body))
    assert [row.stated for row in rows(read(table))] == ["未完成", "√", ""]


def test_a_lone_column_of_words_is_that_of_the_results() -> None:
    (found,) = rows(read("|指标|2022年目标|2022年完成情况|\n|GDP增长（%）|6|未完成|"))
    assert (found.values[Role.ACTUAL, 2022].text, found.stated) == ("未完成", "")


@pytest.mark.parametrize("head", ["完成情况", "是否完成", "2022年完成情况", "目标达标情况"])
@pytest.mark.parametrize("said", ["未完成", "×", "超额完成"])
def test_words_beside_the_results_are_what_the_report_says_of_them(head: str, said: str) -> None:
    (found,) = rows(read(f"|指标|2022年目标|2022年实际|{head}|\n|GDP增长（%）|6|4|{said}|"))
    assert (found.values[Role.ACTUAL, 2022].text, found.stated) == ("4", said)


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("完成", CountedOutcome.MET),
        ("超额完成", CountedOutcome.MET),
        ("√", CountedOutcome.MET),
        ("是", CountedOutcome.MET),
        ("未完成", CountedOutcome.UNMET),
        ("未达标", CountedOutcome.UNMET),
        ("否", CountedOutcome.UNMET),
        ("不再统计", CountedOutcome.DISCONTINUED),
        ("待核定", CountedOutcome.PENDING),
        ("数据未出", CountedOutcome.PENDING),
        ("控制在目标内", CountedOutcome.MET),
        ("基本完成", CountedOutcome.NEARLY),
        ("—", None),
        ("发改局", None),
    ],
)
def test_a_cell_says_what_became_of_a_target_or_nothing(cell: str, outcome: CountedOutcome | None) -> None:
    assert stated_outcome(cell) is outcome

"""Units behind figures, never behind words; figures that stand together; counts in words; digits of any length."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.documents.verification.verify import verify
from planctl.grammar.cells import is_readable, parse_cell
from planctl.grammar.outcomes import size_of_enumeration, sizes_in
from planctl.grammar.prose import place_in_quote, stated_in
from planctl.grammar.readings import printed_with_unit, read_text
from planctl.grammar.text import UnreadableCell
from planctl.showing.look import Look
from planctl.showing.table import WIDEST, Column, Piece, fit_table
from planctl.values.meanings import Cell, Comparator, Several
from tests.conftest import HEAD, Run
from tests.verification.rendering import rendered
from tests.verification.test_verification import REPORTS, against, told

TOGETHER = "国家高新技术企业79户、市级科技型企业302户，总量分别突破200户、1400户"


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("5.5", "%", "5.5%"),
        ("5.5以内", "%", "5.5%以内"),
        ("３左右", "%", "３%左右"),
        ("≥330", "天", "≥330天"),
        ("90余", "起", "90余起"),
        ("4万余人", "万人", "4万余人"),
        ("5—5.5左右", "%", "5—5.5%左右"),
        ("预计73.5（快报）", "%", "预计73.5%（快报）"),
        ("1,203.4以上", "万元", "1,203.4万元以上"),
        ("8，力争8.5", "%", "8%，力争8.5"),
        ("5.5%以内", "%", "5.5%以内"),
        ("2亿元", "万元", "2亿元"),
        ("九成", "%", "九成"),
        ("101.5（上年=100）", "%", "101.5（上年=100）"),
        ("稳步提升", "%", "稳步提升"),
        ("下降3", "%", "下降3%"),
        ("6.5", "", "6.5"),
    ],
)
def test_a_unit_stands_behind_the_figure_and_never_behind_words(printed: str, unit: str, expected: str) -> None:
    assert printed_with_unit(parse_cell(printed).in_unit(unit), unit) == expected


def test_a_magnitude_that_is_printed_is_not_written_twice() -> None:
    cell = parse_cell("1.2万以上").in_unit("户")
    assert printed_with_unit(cell, "万户") == "1.2万户以上"


def test_show_has_a_unit_before_the_words_that_follow_a_figure(planctl: Run) -> None:
    said = planctl("show", "25").stdout.decode()
    assert "5.5%以内" in said
    assert "以内%" not in said


@pytest.mark.parametrize(
    ("text", "comparator", "decline"),
    [
        ("总量分别突破200户、1400户", Comparator.MORE_THAN, False),
        ("突破分别为200户、1400户", Comparator.MORE_THAN, False),
        ("分别达到200户、1400户以上", Comparator.AT_LEAST, False),
        ("不低于分别5%、6%", Comparator.AT_LEAST, False),
        ("下降分别为3%、5%", Comparator.PLAIN, True),
        ("分别增长5.5%、6.6%", Comparator.PLAIN, False),
    ],
)
def test_what_is_said_before_several_figures_holds_for_each(text: str, comparator: Comparator, decline: bool) -> None:
    found = read_text(text).cell
    assert isinstance(found, Cell)
    assert isinstance(found.meaning, Several)
    assert [(each.comparator, each.decline) for each in found.meaning.bounds] == [(comparator, decline)] * 2


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("甲企业、乙企业分别突破200户、1400户", ["突破200户", "突破1400户"]),
        ("甲产量、乙产量分别下降3%和5%", ["下降3%", "下降5%"]),
        ("甲产量、乙产量均超过5、6万吨", ["超过5万吨", "超过6万吨"]),
        ("甲产量、乙产量分别达到3吨、5吨以上", ["达到3吨以上", "达到5吨以上"]),
        ("投资总额、零售总额分别同比增长2.3%、0.7%", ["2.3%", "0.7%"]),
    ],
)
def test_figures_of_prose_that_stand_together_are_drafted_with_what_holds_for_all(line: str, values: list[str]) -> None:
    assert [each.value for each in stated_in(line)] == values


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("突破200户", "突破200户"),
        ("突破1400户", "1400户"),
        ("1400户", None),
        ("302户", "302户"),
        ("突破140户", None),
        ("1400户以上", None),
        ("突破302户", None),
    ],
)
def test_a_value_stands_in_its_quote_also_with_the_words_that_hold_for_all(value: str, expected: str | None) -> None:
    span = place_in_quote(value, TOGETHER)
    assert (TOGETHER[slice(*span)] if span else None) == expected


def test_the_shipped_total_of_technology_enterprises_is_a_floor_as_its_neighbour_is() -> None:
    (outcome,) = [report for report in REPORTS if report.kind == "indicators"]
    values = {each.id: each.value.meaning for each in outcome.statements}
    for id in ("high-tech-enterprises-total", "municipal-technology-enterprises-total"):
        assert getattr(values[id], "comparator", None) is Comparator.MORE_THAN


@pytest.mark.parametrize(
    ("quote", "size"),
    [
        ("等5项指标", 5),
        ("等五项指标", 5),
        ("等三个指标", 3),
        ("等５项指标", 5),
        ("等十二项指标", 12),
        ("2022年等5项指标", 5),
        ("2022年等五项指标", 5),
        ("等级评定等三项指标", 3),
        ("上述两项指标", 2),
        ("等指标", None),
        ("2022年", None),
    ],
)
def test_an_enumeration_counts_in_digits_or_in_words(quote: str, size: int | None) -> None:
    assert size_of_enumeration(quote) == size


@pytest.mark.parametrize("printed", ["等五项指标", "等五个指标"])
def test_an_enumeration_in_chinese_numerals_is_verified(printed: str) -> None:
    reports = [
        report._replace(
            reasons=tuple(
                reason._replace(enumeration=reason.enumeration._replace(quote=printed))
                if reason.enumeration
                else reason
                for reason in report.reasons
            )
        )
        for report in REPORTS
    ]
    text = rendered(reports)
    assert printed in text
    assert told(verify(reports, against(text).document)) == []


def test_counts_in_a_text_are_those_of_indicators_alone() -> None:
    assert sizes_in("2022年32项指标，其中三个暂无数据，14项未完成") == (32, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "999999999999999.123456789亿元，完成年计划的0.000000001%",
        "999999999999999.123456789%，完成年计划的0.000000001%",
        "0.000000001亿元，完成年计划的999999999999999.123456789%",
        "999999999999999±0.000000001",
        "999999999999999.999999999万亿元，低于目标0.000000001元",
    ],
)
def test_no_digits_are_too_many(text: str) -> None:
    assert parse_cell(text).printed == text


NUMBERS = st.from_regex(r"\A[0-9]{1,16}(\.[0-9]{1,10})?\Z")
AROUND = [
    "{0}亿元，完成年计划的{1}%",
    "{0}%，低于目标{1}个百分点",
    "{0}±{1}",
    "{0}—{1}万元",
    "分别增长{0}%、{1}%",
    "高于上年{0}万元",
]


@given(st.sampled_from(AROUND), NUMBERS, NUMBERS)
@settings(deadline=None)
def test_a_cell_is_read_or_declared_unreadable_whatever_its_digits(form: str, one: str, other: str) -> None:
    text = form.format(one, other)
    try:
        parse_cell(text)
    except UnreadableCell:
        assert not is_readable(text)


def test_a_text_that_is_very_wide_fills_no_other_line_with_blanks() -> None:
    rows = [[Piece("x" * 10_000), Piece("place")], [Piece("short"), Piece("place")]]
    table = fit_table((Column(""), Column("")), rows, Look(None, "utf-8"))
    assert table.widths == (WIDEST, 5)


def test_show_grows_with_the_number_of_parts_and_no_faster(planctl: Run, tmp_path: Path) -> None:
    sizes = []
    for count in (100, 400):
        parts = "".join(
            f'      - {{id: p{number}, name: 部分{number}, name_en: P, unit: "%", target: "5", actual: "4"}}\n'
            for number in range(count)
        )
        row = '  - id: a\n    number: "1"\n    name: 甲\n    name_en: A\n    unit: "%"\n    kind: expected\n'
        text = f'{HEAD}year: 2022\nindicators:\n{row}    target: "5"\n    actual: "6"\n    parts:\n{parts}'
        (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
        sizes.append(len(planctl("show", "a", PLANCTL_DATA=str(tmp_path)).stdout))
    assert sizes[1] < 5 * sizes[0]

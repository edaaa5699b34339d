"""Each rule's cases, near misses first. The third column is what a reader sees."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.judging.cases import judge
from planctl.judging.rules import RULES, Policy, Rule, name_of, tolerating
from planctl.judging.rules import part as part_rule
from planctl.judging.verdict import Status
from planctl.report.plan import Case
from planctl.values.meanings import Direction
from tests.cases import case, part, said, steps, verdict_on


@pytest.mark.parametrize(("target", "actual", "status"), [("下降3%", "下降4%", "met"), ("下降3%", "下降2%", "unmet")])
@pytest.mark.parametrize("better", Direction)
def test_a_greater_fall_is_better_whichever_way_the_indicator_goes(
    target: str, actual: str, status: str, better: Direction
) -> None:
    assert verdict_on(case(target, actual, better=better)).status == status


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥330", "329.9", "bound, unmet: 329.9 < 330"),
        ("≥330", "330.0", "bound, met: 330.0 ≥ 330 [exact rounding-sensitive]"),
        ("≥330", "330.1", "bound, met: 330.1 ≥ 330"),
        ("6.5", "6.4", "bound, unmet: 6.4 < 6.5"),
        ("6.5", "6.5", "bound, met: 6.5 ≥ 6.5 [exact rounding-sensitive]"),
        ("6.5", "6.50", "bound, met: 6.50 ≥ 6.5 [exact rounding-sensitive]"),
        ("5.46", "5.5", "bound, met: 5.5 ≥ 5.46 [rounding-sensitive]"),
        ("5.54", "5.5", "bound, unmet: 5.5 < 5.54 [rounding-sensitive]"),
        ("5.55", "5.5", "bound, unmet: 5.5 < 5.55"),
        ("≤5.5", "5.6", "bound, unmet: 5.6 > 5.5"),
        ("≤5.5", "5.5", "bound, met: 5.5 ≤ 5.5 [exact rounding-sensitive]"),
        ("≤5.5", "5", "bound, met: 5 ≤ 5.5"),
        ("5.5以内", "5.6", "bound, unmet: 5.6 > 5.5"),
        ("＞5", "5", "bound, unmet: 5 ≤ 5 [exact rounding-sensitive]"),
        ("＞5", "5.1", "bound, met: 5.1 > 5"),
        ("＜3", "3", "bound, unmet: 3 ≥ 3 [exact rounding-sensitive]"),
        ("＜3", "2.9", "bound, met: 2.9 < 3"),
        ("-1", "-1.1", "bound, unmet: -1.1 < -1"),
        ("0", "0.1", "bound, met: 0.1 ≥ 0"),
        ("0.1%", "2.6", "bound, met: 2.6 ≥ 0.1"),
        ("5%-5.5%", "4.9", "bound, unmet: 4.9 < 5"),
        ("5%-5.5%", "5.2", "bound, met: 5.2 ≥ 5"),
        ("5%-5.5%", "6", "bound, met: 6 ≥ 5"),
        ("5左右", "5.1", "bound, met: 5.1 ≥ 5 [about]"),
        (
            "5左右",
            "4.9",
            "bound, met: 4.9 < 5, within 5 % of it [about tolerated]",
        ),
        ("63", "预计64以上", "bound, met: 预计64以上 ≥ 63 [estimated]"),
        ("64", "64以上", "bound, met: 64以上 ≥ 64"),
        ("65", "64以上", "bound, undetermined: 64以上 can lie on both sides of 65"),
        ("≤63", "64以上", "bound, unmet: 64以上 > 63"),
        ("5", "4.8%-5.2%", "bound, undetermined: 4.8%-5.2% can lie on both sides of 5"),
        ("4", "4.8%-5.2%", "bound, met: 4.8%-5.2% ≥ 4"),
        ("5", "约5.1", "bound, met: 约5.1 ≥ 5 [about]"),
        ("2.55", "预计2.25", "bound, unmet: 2.25 < 2.55 [estimated]"),
        ("3000万美元", "3000万元", "bound, undetermined: 3000万元 and 3000万美元 differ in unit"),
        ("3%", "2万吨", "bound, undetermined: 2万吨 and 3% differ in unit"),
        ("3000万美元", "0.29亿美元", "bound, unmet: 0.29 < 0.3"),
        ("3000万美元", "2亿美元", "bound, met: 2 ≥ 0.3"),
        ("500亿斤", "2500万吨", "bound, met: 2500 ≥ 2500 [exact rounding-sensitive]"),
        ("下降3%", "下降3.5%", "bound, met: 3.5 ≥ 3"),
        ("下降3%", "2.9%", "bound, undetermined: one of the two says by how much it falls"),
        ("3%", "下降5%", "bound, undetermined: one of the two says by how much it falls"),
        ("[14]", "3.1", "bound, undetermined: 14% is of several years, and 3.1 of one"),
        ("[14]", "[15]", "bound, met: 15 ≥ 14"),
        ("2.5[13.5]", "2.9[12.8]", "bound, met: 2.9 ≥ 2.5"),
        ("450", "468.3(上年458.6)", "bound, met: 468.3 ≥ 450"),
        (None, "上涨0.4%，控制在0.3%的目标以内", "bound, unmet: 0.4 > 0.3"),
        (None, "下降2.3%，与年初确定的增长5%的预期目标相差7.3个百分点", "bound, unmet: -2.3 < 5"),
        (None, "下降3.2%，完成下降3%的年度目标", "bound, met: 3.2 ≥ 3"),
        (None, "3.1%（控制目标4.5%以内）", "bound, met: 3.1 ≤ 4.5"),
        (None, "增长6.8%，未完成增长7%的年度目标", "bound, unmet: 6.8 < 7"),
        ("5", "完成市上下达任务", None),
        ("稳步提升", "5", None),
        ("", "5", "bound, undetermined: no target to hold 5 against"),
        (None, "5", "bound, undetermined: no target to hold 5 against"),
    ],
)
def test_bound(target: str | None, actual: str, expected: str | None) -> None:
    expected = expected or f"bound, undetermined: {actual} cannot be held against {target}: words are not a figure"
    assert said(case(target, actual)) == expected


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("5.5", "5.6", "bound, unmet: 5.6 > 5.5"),
        ("5.5", "5.5", "bound, met: 5.5 ≤ 5.5 [exact rounding-sensitive]"),
        ("5.5", "5", "bound, met: 5 ≤ 5.5"),
        ("≥5.5", "5", "bound, unmet: 5 < 5.5"),
        ("5%-5.5%", "5.4", "bound, met: 5.4 ≤ 5.5"),
        ("5%-5.5%", "5.6", "bound, unmet: 5.6 > 5.5"),
        ("5左右", "4.9", "bound, met: 4.9 ≤ 5 [about]"),
    ],
)
def test_bound_where_less_is_better(target: str, actual: str, expected: str) -> None:
    assert said(case(target, actual, better=Direction.LOWER)) == expected


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("330", "330", "bound, met: 330 ≥ 330 [exact]"),
        ("≥330", "329", "bound, unmet: 329 < 330"),
        ("8", "7.9", "bound, unmet: 7.9 < 8"),
        ("8", "8.0", "bound, met: 8.0 ≥ 8 [exact]"),
    ],
)
def test_bound_of_a_count_which_rounding_does_not_touch(target: str, actual: str, expected: str) -> None:
    assert said(case(target, actual, unit="天")) == expected


@pytest.mark.parametrize(
    ("target", "actual", "reference", "expected"),
    [
        ("快于经济增速", "2.6", "2.6", "relative, unmet: 2.6 ≤ 2.6 [exact rounding-sensitive]"),
        ("快于经济增速", "2.7", "2.6", "relative, met: 2.7 > 2.6"),
        ("快于经济增速", "2.5", "2.6", "relative, unmet: 2.5 ≤ 2.6"),
        ("快于经济增速", "7.8", "预计2.6", "relative, met: 7.8 > 2.6 [estimated]"),
        ("不低于经济增速", "2.6", "2.6", "relative, met: 2.6 ≥ 2.6 [exact rounding-sensitive]"),
        ("与经济增长同步", "3", "2.6", "relative, met: 3 ≥ 2.6 [about]"),
        ("快于经济增速", "7.8", None, "relative, undetermined: no single figure to say what 经济增速 was"),
        ("快于经济增速", "7.8", "", "relative, undetermined: no single figure to say what 经济增速 was"),
        ("快于经济增速", "7.8", "不再统计", "relative, undetermined: no single figure to say what 经济增速 was"),
        ("快于经济增速", "7.8", "2以上", "relative, undetermined: no single figure to say what 经济增速 was"),
        (
            "快于经济增速",
            "完成市上下达任务",
            "2.6",
            "relative, undetermined: 完成市上下达任务 cannot be held against 快于经济增速: words are not a figure",
        ),
    ],
)
def test_relative(target: str, actual: str, reference: str | None, expected: str) -> None:
    assert said(case(target, actual, reference=reference)) == expected


@pytest.mark.parametrize(
    ("target", "actual", "reference", "expected"),
    [
        ("高于上年500万元", "10.6亿元", "10亿元", "relative, met: 10.6 ≥ 10.05"),
        ("高于上年500万元", "10.04亿元", "10亿元", "relative, unmet: 10.04 < 10.05"),
        ("高于上年500万元", "106000万元", "10亿元", "relative, met: 106000 ≥ 100500"),
        ("低于上年0.5亿元", "9.4亿元", "100000万元", "relative, met: 9.4 ≤ 9.5"),
        ("高于全国平均水平1个百分点", "3.5%", "2.6%", "relative, unmet: 3.5 < 3.6"),
        ("高于全国平均水平1个百分点", "3.6%", "2.5%", "relative, met: 3.6 ≥ 3.5"),
        ("低于全国平均水平0.5个百分点", "2‰", "8‰", "relative, met: 2 ≤ 3"),
        (
            "高于上年1个百分点",
            "10.6亿元",
            "10亿元",
            "relative, undetermined: 1个百分点 is no margin on 10亿元: they differ in unit",
        ),
        (
            "高于全国平均水平500万元",
            "10.6",
            "10",
            "relative, undetermined: 500万元 is no margin on 10%: they differ in unit",
        ),
    ],
)
def test_a_margin_is_brought_into_the_unit_of_what_it_is_on(
    target: str, actual: str, reference: str, expected: str
) -> None:
    assert said(case(target, actual, reference=reference)) == expected


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("完成市上下达任务", "未完成任务", "assigned, unmet: 未完成任务: stated, without a figure [stated]"),
        ("完成市上下达任务", "完成市上下达任务", "assigned, met: 完成市上下达任务: stated, without a figure [stated]"),
        (
            "完成市级下达目标",
            "预计完成市上下达任务",
            "assigned, met: 预计完成市上下达任务: stated, without a figure [estimated stated]",
        ),
        (
            "完成市上下达任务",
            "3.3",
            "assigned, undetermined: 3.3 cannot be held against 完成市上下达任务: words are not a figure",
        ),
    ],
)
def test_assigned(target: str, actual: str, expected: str) -> None:
    assert said(case(target, actual)) == expected


@pytest.mark.parametrize("target", ["2", "完成市上下达任务", "快于经济增速", "", None])
def test_discontinued_goes_before_all_others(target: str | None) -> None:
    assert said(case(target, "不再统计")) == "discontinued, discontinued: 不再统计: no longer counted"


@pytest.mark.parametrize("actual", ["", "—", None])
@pytest.mark.parametrize("target", ["2", "完成市上下达任务", "快于经济增速"])
def test_pending_without_a_result(target: str, actual: str | None) -> None:
    assert said(case(target, actual)) == "pending, pending: no result is published"


def test_an_estimate_is_set_aside_only_where_the_policy_says_so() -> None:
    aside = Policy(estimates_count=False)
    assert said(case("72.5", "73.5"), aside) == "bound, met: 73.5 ≥ 72.5"
    assert (
        said(case("72.5", "预计73.5"), aside)
        == "set-aside, undetermined: 预计73.5 is an estimate, set aside [estimated]"
    )
    assert said(case("72.5", "预计73.5")) == "bound, met: 73.5 ≥ 72.5 [estimated]"


@pytest.mark.parametrize(
    ("target", "actual", "parts", "expected"),
    [
        ("7.5", "7.8", (part("8", "8.1"),), "bound, met: 7.8 ≥ 7.5"),
        ("7.5", "7.8", (part("8", "8.0"),), "bound, met: 7.8 ≥ 7.5"),
        ("7.5", "7.8", (part("8", "6.6"),), "part, unmet: 6.6 < 8 in its part 部分 [by-part]"),
        ("7.5", "7.8", (part("8", "预计6.6"),), "part, unmet: 6.6 < 8 in its part 部分 [estimated by-part]"),
        (
            "7.5",
            "7.8",
            (part("8", "6.6", "甲"), part("8", "9", "乙"), part("3", "2", "丙")),
            "part, unmet: 6.6 < 8 in its part 甲; 2 < 3 in its part 丙 [by-part]",
        ),
        ("7.5", "7.4", (part("8", "6.6"),), "bound, unmet: 7.4 < 7.5"),
        ("7.5", "不再统计", (part("8", "6.6"),), "discontinued, discontinued: 不再统计: no longer counted"),
        ("7.5", "", (part("8", "6.6"),), "part, unmet: 6.6 < 8 in its part 部分 [by-part]"),
        ("7.5", "7.8", (part("", ""), part("8", "")), "bound, met: 7.8 ≥ 7.5"),
        ("7.5", "7.8", (part("", "6.6"),), "bound, met: 7.8 ≥ 7.5"),
    ],
)
def test_part(target: str, actual: str, parts: tuple[Case, ...], expected: str) -> None:
    assert said(case(target, actual, parts=parts)) == expected


@pytest.mark.parametrize(
    ("target", "adjusted", "actual", "expected"),
    [
        ("4", "0.1%", "0.05", "bound, unmet: 0.05 < 0.1 [adjusted]"),
        ("4", "0.1%", "2.6", "bound, met: 2.6 ≥ 0.1 [adjusted printed-target-differs]"),
        ("4", "0.1%", "4.1", "bound, met: 4.1 ≥ 0.1 [adjusted]"),
        ("4", "5%", "4.1", "bound, unmet: 4.1 < 5 [adjusted printed-target-differs]"),
    ],
)
def test_an_adjusted_target_is_the_one_that_counts(target: str, adjusted: str, actual: str, expected: str) -> None:
    assert said(case(target, actual, adjusted=adjusted)) == expected


def test_an_adjusted_part_is_judged_as_adjusted_and_told_of_its_whole() -> None:
    whole = case("4", "5", parts=(part("8", "3.3", adjusted="1%"),))
    assert said(whole) == "bound, met: 5 ≥ 4 [printed-target-differs]"
    assert said(whole, Policy(adjusted_targets=False)) == "part, unmet: 3.3 < 8 in its part 部分 [by-part]"


def test_equality_is_not_met_where_the_policy_is_strict() -> None:
    strict = Policy(equality_meets=False)
    assert said(case("58.5", "58.5"), strict) == "bound, unmet: 58.5 ≤ 58.5 [exact rounding-sensitive]"
    assert said(case("≤5", "5", unit="天"), strict) == "bound, unmet: 5 ≥ 5 [exact]"
    assert said(case("58.5", "58.6"), strict) == "bound, met: 58.6 > 58.5"


@pytest.mark.parametrize(
    ("target", "actual", "better", "gap", "percent"),
    [
        ("6.5", "2.6", Direction.HIGHER, "-3.9", "-60.00"),
        ("≤5.5", "5", Direction.HIGHER, "0.5", "9.09"),
        ("5.5", "5.6", Direction.LOWER, "-0.1", "-1.82"),
        ("63", "64以上", Direction.HIGHER, "1", "1.59"),
        ("58.5", "58.5", Direction.HIGHER, "0.0", "0.00"),
        ("-2", "-3", Direction.HIGHER, "-1", "-50.00"),
        ("0", "0.1", Direction.HIGHER, "0.1", None),
        ("3", "2.2%-2.4%", Direction.HIGHER, "-0.8", "-26.67"),
    ],
)
def test_the_gap_is_positive_when_better_than_required(
    target: str, actual: str, better: Direction, gap: str, percent: str | None
) -> None:
    found = verdict_on(case(target, actual, better=better)).gap
    assert found
    assert found.size == Decimal(gap)
    assert found.percent == (Decimal(percent) if percent else None)
    assert found.open_ended is ("以上" in actual)


@pytest.mark.parametrize(
    ("name", "target", "actual", "expected"),
    [
        ("固定资产投资", "增长5%左右", "下降3.3%", "bound, unmet: -3.3 < 5, not within 5 % of it"),
        ("固定资产投资", "保持正增长", "下降3.3%", "bound, unmet: -3.3 ≤ 0"),
        ("固定资产投资增速", "5", "下降3%以上", "bound, unmet: 下降3%以上 < 5"),
        ("外贸进出口", "增长5%", "下降1%—2%", "bound, unmet: 下降1%—2% < 5"),
        ("居民收入增速", "快于经济增速", "下降1%", "relative, unmet: -1 ≤ 2.6"),
        ("单位GDP能耗", "下降2%", "上升1%", "bound, unmet: -1 < 2"),
        ("单位GDP能耗降低", "2", "下降2.5%", "bound, met: 2.5 ≥ 2"),
        ("单位GDP能耗降低", "下降2%", "1.9", "bound, unmet: 1.9 < 2"),
        ("单位GDP能耗", "下降2%", "1.9%", "bound, undetermined: one of the two says by how much it falls"),
        ("失业率", "5.5%", "下降0.1%", "bound, undetermined: one of the two says by how much it falls"),
    ],
)
def test_a_fall_is_a_growth_below_zero_where_growth_was_the_target(
    name: str, target: str, actual: str, expected: str
) -> None:
    assert said(case(target, actual, name=name, reference="2.6")).startswith(expected)


@pytest.mark.parametrize(
    ("name", "target", "actual", "expected"),
    [
        ("粮食产量", "90亿斤以上", "与上年持平", "bound, undetermined: 与上年持平 cannot be held against 90亿斤以上"),
        ("城镇调查失业率", "5.5%左右", "与上年持平", "bound, undetermined: 与上年持平 cannot be held against 5.5%左右"),
        ("固定资产投资", "增长5%", "与全国持平", "bound, undetermined: 与全国持平 cannot be held against 增长5%"),
        ("固定资产投资", "增长5%左右", "与上年持平", "bound, unmet: 与上年持平 < 5, not within 5 % of it"),
        ("固定资产投资", "增长5%", "持平", "bound, unmet: 0 < 5"),
        ("固定资产投资增速", "5%", "同比持平", "bound, unmet: 0 < 5"),
        ("居民消费价格", "2%左右", "与上年基本持平", "bound, unmet: 0 < 2, not within 5 % of it [about]"),
        ("单位GDP能耗", "下降2%", "与上年持平", "bound, unmet: 0 < 2"),
        ("居民收入", "增长与经济增长同步", "与上年持平", "relative, unmet: 0 < 2.6"),
    ],
)
def test_as_the_year_before_is_no_growth_where_growth_was_the_target(
    name: str, target: str, actual: str, expected: str
) -> None:
    told = said(case(target, actual, name=name, unit="", reference="2.6"))
    assert told.startswith(expected.replace("与上年持平 < 5", "0 < 5"))


@pytest.mark.parametrize(
    ("name", "target", "actual", "expected"),
    [
        ("进出口总额增速", "持平", "-3.5%", "bound, unmet: -3.5 < 0"),
        ("进出口总额增速", "与上年持平", "0.5%", "bound, met: 0.5 ≥ 0"),
        ("固定资产投资", "持平", "下降3%", "bound, unmet: -3 < 0"),
        ("固定资产投资", "与去年持平", "持平", "relative, undetermined: no single figure to say what 去年 was"),
        ("城镇调查失业率", "与上年持平", "5.2%", "relative, undetermined: no single figure to say what 上年 was"),
        ("固定资产投资增速", "与全国持平", "3%", "relative, undetermined: no single figure to say what 全国 was"),
    ],
)
def test_a_growth_that_is_to_be_as_the_year_before_is_to_be_none(
    name: str, target: str, actual: str, expected: str
) -> None:
    judged = case(target, actual, name=name, unit="")
    assert said(judged).startswith(expected)
    assert ("to be as the year before is to grow by 0%" in steps(judge(judged))) is expected.startswith("bound")


def test_a_step_tells_what_as_the_year_before_comes_to() -> None:
    assert "held against the target as 0%" in steps(judge(case("增长5%", "与上年持平", unit="")))


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        (
            "快于经济增长",
            "与经济增长同步",
            "in-words, undetermined: 与经济增长同步 cannot be held",
        ),
        (
            "与全国平均同步",
            "与经济增长同步",
            "relative, undetermined: 与经济增长同步 cannot be held",
        ),
        ("稳步提升", "总体平稳", "in-words, undetermined: 总体平稳 cannot be held against 稳步提升"),
        ("与经济增长同步", "增长与经济增长基本同步", "in-words, met: 增长与经济增长基本同步: stated"),
        ("与经济增长同步", "快于经济增速", "in-words, met: 快于经济增速: stated"),
        ("高于经济增速", "增速高于GDP增速", "in-words, met: 增速高于GDP增速: stated"),
        ("持续改善", "持续改善", "in-words, met: 持续改善: stated"),
        ("保持正增长", "实现正增长", "in-words, met: 实现正增长: stated"),
        ("与经济增长同步", "2.6", "relative, met: 2.6 ≥ 2.6"),
    ],
)
def test_a_statement_decides_on_a_target_in_words_of_its_kind(target: str, actual: str, expected: str) -> None:
    assert said(case(target, actual, reference="2.6")).startswith(expected)


@pytest.mark.parametrize(("target", "actual"), [("65", "64以上"), ("5", "完成任务"), ("2", "不再统计"), ("2", "")])
def test_there_is_no_gap_without_two_figures_that_decide(target: str, actual: str) -> None:
    assert verdict_on(case(target, actual)).gap is None


def test_the_gap_of_a_whole_is_its_own_where_a_part_decides() -> None:
    gap = verdict_on(case("7.5", "7.8", parts=(part("8", "6.6"),))).gap
    assert gap
    assert gap.size == Decimal("0.3")


def test_a_verdict_tells_each_step() -> None:
    whole = case("4", "2.6", adjusted="0.1%", parts=(part("8", "3.3", adjusted="1%"),))
    assert steps(judge(whole)) == [
        "target 4, judged as at least 4%",
        "note 2 adjusts the target of 指标 from 4 to 0.1% (and says 视为完成, which decides nothing)",
        "actual 2.6: 2.6%",
        "rule bound: 2.6 ≥ 0.1, so met",
        "part 部分: 3.3 ≥ 1, so met",
        "on printed targets: 2.6 < 4, so unmet",
    ]


def test_a_step_tells_where_rounding_could_change_the_verdict() -> None:
    assert "58.5 is printed for anything from 58.45 to under 58.55, on both sides of 58.5" in steps(
        judge(case("58.5", "58.5"))
    )


def test_a_step_tells_what_a_relative_target_was_held_against() -> None:
    assert steps(judge(case("快于经济增速", "7.8", reference="2.6"))) == [
        "target 快于经济增速: more than 经济增速",
        "actual 7.8: 7.8%",
        "经济增速 is 2.6",
        "rule relative: 7.8 > 2.6, so met",
    ]


@pytest.mark.parametrize("rule", [*RULES, part_rule], ids=name_of)
def test_every_rule_has_a_page_with_an_example_and_a_source(rule: object) -> None:
    assert rule.__doc__
    assert "Example: " in rule.__doc__
    assert "Source: " in rule.__doc__


@pytest.mark.parametrize(
    ("target", "actual", "better", "expected"),
    [
        ("5%左右", "4.8", Direction.HIGHER, "bound, met: 4.8 < 5, within 5 % of it [about tolerated]"),
        ("5%左右", "4.7", Direction.HIGHER, "bound, unmet: 4.7 < 5, not within 5 % of it [about]"),
        ("5%左右", "5", Direction.HIGHER, "bound, met: 5 ≥ 5 [exact rounding-sensitive about]"),
        ("5.5%左右", "5.6", Direction.LOWER, "bound, unmet: 5.6 > 5.5 [about]"),
        ("下降3%左右", "下降2.9%", Direction.LOWER, "bound, met: 2.9 < 3, within 5 % of it [about tolerated]"),
        ("正增长", "0.1", Direction.HIGHER, "bound, met: 0.1 > 0"),
        ("正增长", "0", Direction.HIGHER, "bound, unmet: 0 ≤ 0 [exact rounding-sensitive]"),
        ("不设具体目标", "5", Direction.HIGHER, "bound, undetermined: 不设具体目标: no target is set"),
        ("5%，力争6%", "5.2", Direction.HIGHER, "bound, met: 5.2 ≥ 5"),
        ("320", "完成年计划的102%", Direction.HIGHER, "against-plan, met: 102% of what was planned"),
        ("6.5", "低于目标1.7个百分点", Direction.HIGHER, "against-plan, unmet: -1.7个百分点 from the target"),
        ("6.5", "高于目标0.5个百分点", Direction.HIGHER, "against-plan, met: +0.5个百分点 from the target"),
        ("5.5", "低于目标0.3个百分点", Direction.LOWER, "against-plan, met: -0.3个百分点 from the target"),
    ],
)
def test_rough_targets_words_and_results_against_the_plan(
    target: str, actual: str, better: Direction, expected: str
) -> None:
    assert said(case(target, actual, better=better)) == expected


@pytest.mark.parametrize(("percent", "status"), [(0, "unmet"), (5, "unmet"), (10, "met")])
def test_the_tolerance_of_a_rough_target_can_be_set(percent: int, status: str) -> None:
    assert verdict_on(case("5%左右", "4.6"), tolerating(percent)).status == status


def test_a_margin_is_added_to_what_a_target_is_measured_by() -> None:
    assert said(case("高于经济增速1个百分点以上", "3.5", reference="2.6")) == "relative, unmet: 3.5 < 3.6"


def test_in_step_is_about_the_other_indicator() -> None:
    assert said(case("与经济增长同步", "2.5", reference="2.6")).startswith("relative, met: 2.5 < 2.6, within 5 % of it")


figures = st.decimals(-100, 100, places=1).map(str)


@given(target=figures, actual=figures)
def test_a_better_result_never_turns_met_into_unmet(target: str, actual: str) -> None:
    better = str(Decimal(actual) + Decimal("0.1"))
    if verdict_on(case(target, actual)).status is Status.MET:
        assert verdict_on(case(target, better)).status is Status.MET


@given(target=figures, actual=figures)
def test_less_is_better_mirrors_more_is_better(target: str, actual: str) -> None:
    higher = verdict_on(case(target, actual))
    lower = verdict_on(case(str(-Decimal(target)), str(-Decimal(actual)), better=Direction.LOWER))
    assert higher.status is lower.status
    assert higher.gap
    assert lower.gap
    assert higher.gap.size == lower.gap.size


EXAMPLE = re.compile(r"target `([^`]*)`, actual (?:`([^`]*)`|blank)(?:, growth `([^`]*)`)? is (\w+)")


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_the_example_of_a_rule_is_what_it_does(rule: Rule) -> None:
    page = " ".join((rule.__doc__ or "").split())
    found = EXAMPLE.search(page)
    assert found, page
    target, actual, growth, status = found.groups()
    policy = Policy(estimates_count=False) if "`estimates-aside`, target" in page else Policy()
    verdict = verdict_on(case(target, actual or "", reference=growth), policy)
    assert verdict.status == status
    assert verdict.rule == name_of(rule)


@pytest.mark.parametrize(
    ("target", "actual", "better", "status"),
    [
        ("低于全国平均水平0.3个百分点", "5.4", Direction.LOWER, "unmet"),
        ("低于全国平均水平0.3个百分点", "5", Direction.LOWER, "unmet"),
        ("低于全国平均水平0.3个百分点", "4.9", Direction.LOWER, "met"),
        ("较全国低0.3个百分点", "4.9", Direction.LOWER, "met"),
        ("高于全国1个百分点", "6.2", Direction.HIGHER, "met"),
        ("比全国高1个百分点", "6.2", Direction.HIGHER, "met"),
        ("高于全国1个百分点", "6.1", Direction.HIGHER, "unmet"),
        ("高于全国1个百分点左右", "6", Direction.HIGHER, "met"),
        ("高于全国", "5.2", Direction.HIGHER, "unmet"),
    ],
)
def test_a_margin_lies_on_the_side_that_the_words_say(target: str, actual: str, better: Direction, status: str) -> None:
    assert verdict_on(case(target, actual, better=better, reference="5.2")).status == status


@pytest.mark.parametrize(
    ("target", "actual", "status"),
    [
        ("5", "没有达到5%", "unmet"),
        ("5", "难以达到5%", "unmet"),
        ("2", "负增长2.3%", "undetermined"),
        ("正增长", "负增长2.3%", "unmet"),
        ("负增长", "2", "undetermined"),
        ("下降3%", "降幅达到3.2%", "met"),
        ("降幅控制在3%以内", "下降3.2%", "unmet"),
        ("1000", "没有突破1000", "undetermined"),
        ("95", "仅完成年度计划的96%", "unmet"),
        ("100", "完成调整预算的101%", "met"),
        ("100", "完成年度计划的98%以上", "undetermined"),
        ("100", "完成年度计划的102%以上", "met"),
        ("100", "完成年度计划的76%左右", "unmet"),
    ],
)
def test_what_is_denied_falls_or_is_a_share_is_judged_as_such(target: str, actual: str, status: str) -> None:
    assert verdict_on(case(target, actual)).status == status


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("省未下达", "pending"),
        ("待省下达", "pending"),
        ("国家尚未下达", "pending"),
        ("另行下达", "undetermined"),
        ("以省下达为准", "undetermined"),
        ("按省下达目标执行", "undetermined"),
        ("基本完成省下达任务", "undetermined"),
        ("预计难以完成省下达任务", "unmet"),
        ("未突破省下达指标", "met"),
        ("达标", "met"),
    ],
)
@pytest.mark.parametrize("target", ["完成省下达任务", "不低于上级下达任务", "以省下达为准"])
def test_only_what_is_stated_to_be_fulfilled_fulfils_what_was_assigned(target: str, actual: str, status: str) -> None:
    assert verdict_on(case(target, actual)).status == status


@pytest.mark.parametrize(
    ("actual", "status"),
    [
        ("增长6.1%，高于年度目标0.1个百分点", "met"),
        ("增长3.5%，低于年度目标2.5个百分点", "unmet"),
        ("6820人，完成年度任务的113.7%", "met"),
        ("6820人，完成年度任务的93.7%", "unmet"),
    ],
)
def test_without_a_printed_target_a_result_is_held_against_the_one_that_its_distance_comes_to(
    actual: str, status: str
) -> None:
    judged = judge(case("", actual, unit="人" if "人" in actual else "%"))
    assert judged.verdict
    assert judged.verdict.status == status

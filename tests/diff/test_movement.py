"""Targets held against targets and against results: near misses first, and what the reader would be told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.diff.movement import Movement, Standing, move, stand
from planctl.grammar.cells import parse_cell
from planctl.values.meanings import Cell, Direction

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
MIRRORED = {
    Movement.RAISED: Movement.LOWERED,
    Movement.LOWERED: Movement.RAISED,
    Movement.UNCHANGED: Movement.UNCHANGED,
}


def cell(text: str | None, unit: str = "%") -> Cell | None:
    return None if text is None else parse_cell(text).in_unit(unit)


def said(before: str | None, after: str | None, better: Direction = HIGHER) -> str:
    movement, shift = move(cell(before), cell(after), better)
    return f"{movement} {shift.size:+f}{shift.unit} {shift.percent}" if shift else movement.value


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("8", "8.5", "raised +0.5% 6.25"),
        ("8.0", "8", "unchanged +0.0% 0.00"),
        ("≥330", "330", "unchanged +0% 0.00"),
        ("50", "≥30", "lowered -20% -40.00"),
        (">5", "5", "lowered +0% 0.00"),
        ("5", "超过5", "raised +0% 0.00"),
        ("突破5", "5以上", "unchanged +0% 0.00"),
        ("5以上", "突破5", "unchanged +0% 0.00"),
        ("突破10万户", "100000户以上", "unchanged +0户 0.00"),
        ("突破5", "5.1以上", "raised +0.1% 2.00"),
        ("突破5", "4.9以上", "lowered -0.1% -2.00"),
        ("高于全国平均水平1个百分点", "高于全国平均水平2个百分点", "raised"),
        ("高于全国平均水平2个百分点", "高于全国平均水平1个百分点", "lowered"),
        ("高于全国平均水平1个百分点", "高于全国平均水平1.0个点", "unchanged"),
        ("高于上年500万元", "高于上年0.1亿元", "raised"),
        ("高于上年0.05亿元", "高于上年500万元", "unchanged"),
        ("高于上年500万元", "高于上年3%", "incomparable"),
        ("高于全国平均水平", "高于全国平均水平1个百分点", "raised"),
        ("高于全国平均水平1个百分点", "高于全国平均水平", "lowered"),
        ("低于全国平均水平1个百分点", "低于全国平均水平2个百分点", "raised"),
        ("高于全国平均水平1个百分点左右", "高于全国平均水平2个百分点", "raised"),
        ("高于全国平均水平1个百分点左右", "高于全国平均水平1个百分点", "raised"),
        ("5左右", "5", "unchanged +0% 0.00"),
        ("0", "5", "raised +5% None"),
        ("-3", "-2", "raised +1% 33.33"),
        ("5—5.5", "5—6", "unchanged +0% 0.00"),
        ("5—5.5", "5.5—6", "raised +0.5% 10.00"),
        ("5", "5.5以内", "incomparable"),
        ("5", "5万吨", "incomparable"),
        ("2亿美元", "3000万美元", "lowered -17000万美元 -85.00"),
        ("3000万美元", "2亿美元", "raised +1.7亿美元 566.67"),
        ("5个", "5家", "unchanged +0家 0.00"),
        ("8", "完成市级下达目标", "to-words"),
        ("完成市上下达任务", "完成市级下达目标", "unchanged"),
        ("以省下达为准", "完成省下达任务", "unchanged"),
        ("完成市上下达任务", "稳步提升", "incomparable"),
        ("稳步提升", "稳步提升", "unchanged"),
        ("完成市上下达任务", "3.3", "incomparable"),
        ("7.5", "快于经济增速", "to-relative"),
        ("快于经济增速", "快于经济增长", "unchanged"),
        ("快于经济增速", "与经济增长同步", "lowered"),
        ("与经济增长同步", "不低于经济增速", "raised"),
        ("快于经济增速", "低于经济增速", "incomparable"),
        ("快于经济增速", "完成市级下达目标", "to-words"),
        ("8", "", "to-blank"),
        ("8", None, "to-blank"),
        ("", "8", "incomparable"),
        ("", "", "unchanged"),
        (None, "", "unchanged"),
    ],
)
def test_a_target_that_moves(before: str | None, after: str | None, expected: str) -> None:
    assert said(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("≤5.5", "5.5以内", "unchanged +0.0% 0.00"),
        ("≤5.5", "5", "raised -0.5% -9.09"),
        ("5", "5.5", "lowered +0.5% 10.00"),
        ("5", "不到5", "raised +0% 0.00"),
        ("5—5.5", "5—6", "lowered +0.5% 9.09"),
        ("≤5.5", "≥5", "incomparable"),
        ("不超过5", "不到5", "unchanged +0% 0.00"),
        ("与全国平均水平同步", "低于全国平均水平1个百分点", "raised"),
        ("低于全国平均水平2个百分点", "低于全国平均水平1个百分点", "lowered"),
    ],
)
def test_a_lower_figure_is_harder_where_less_is_better(before: str, after: str, expected: str) -> None:
    assert said(before, after, LOWER) == expected


def test_relative_targets_are_compared_only_where_they_are_measured_by_the_same() -> None:
    before, after = cell("快于经济增速"), cell("快于全市增速")
    assert move(before, after, HIGHER, same_reference=False).movement is Movement.INCOMPARABLE


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("44", "44.4", "easier -0.4%"),
        ("44.5", "44.4", "harder +0.1%"),
        ("≥30", "79", "easier -49%"),
        ("100", "100", "same +0% rounding"),
        ("58.4", "58.36", "harder +0.04%"),
        ("58.4", "58.4", "same +0.0% rounding"),
        (">5", "5", "harder +0% rounding"),
        ("64.5", "预计64以上", "incomparable"),
        ("64", "预计64以上", "incomparable"),
        ("63", "预计64以上", "easier -1%"),
        ("64.5", "64以下", "harder +0.5%"),
        ("6", "5—5.5", "harder +1%"),
        ("5", "5—5.5", "incomparable"),
        ("3000万美元", "0.2亿美元", "harder +1000万美元"),
        ("3000万美元", "0.3亿美元", "same +0万美元 rounding"),
        ("3000万美元", "2亿美元", "easier -17000万美元"),
        ("5", "3万吨", "incomparable"),
        ("完成市级下达目标", "预计1.1", "incomparable"),
        ("快于经济增速", "7.8", "incomparable"),
        ("5", "完成市上下达任务", "incomparable"),
        ("", "7.8", "None"),
        (None, "7.8", "None"),
        ("5", "", "None"),
        ("5", None, "None"),
        ("5", "不再统计", "None"),
    ],
)
def test_a_target_beside_the_last_result(target: str | None, actual: str | None, expected: str) -> None:
    assert stands(target, actual, HIGHER) == expected


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [("5.5以内", "5", "easier +0.5%"), ("5", "5.1", "harder -0.1%"), ("5", "5", "same +0% rounding")],
)
def test_a_ceiling_beside_the_last_result(target: str, actual: str, expected: str) -> None:
    assert stands(target, actual, LOWER) == expected


def stands(target: str | None, actual: str | None, better: Direction) -> str:
    found = stand(cell(target), cell(actual), better)
    if not found:
        return "None"
    shift = f" {found.shift.size:+f}{found.shift.unit}" if found.shift else ""
    return f"{found.standing}{shift}{' rounding' if found.rounding_sensitive else ''}"


FIGURES = st.decimals("-1000", "1000", places=2).map(lambda size: f"{size:f}".replace("-0.00", "0.00"))
TARGETS = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["", "≥", "≤", ">", "<"]), FIGURES),
    st.sampled_from(["", "完成市级下达目标", "稳步提升", "快于经济增速", "与经济增速同步", "5—6", "5左右"]),
)


@given(TARGETS, TARGETS, st.sampled_from(Direction))
def test_what_is_raised_one_way_is_lowered_the_other(one: str, other: str, better: Direction) -> None:
    there = move(cell(one), cell(other), better)
    back = move(cell(other), cell(one), better)
    assert MIRRORED.get(there.movement) is (back.movement if back.movement in MIRRORED else None)
    if there.shift:
        assert back.shift
        assert there.shift.size == -back.shift.size


@given(TARGETS, st.sampled_from(Direction))
def test_a_target_that_stays_is_unchanged(target: str, better: Direction) -> None:
    assert move(cell(target), cell(target), better).movement is Movement.UNCHANGED


@given(FIGURES, FIGURES, st.sampled_from(Direction))
def test_a_target_at_the_last_result_or_beyond_is_never_harder(one: str, other: str, better: Direction) -> None:
    found = stand(cell(one), cell(other), better)
    assert found
    harder = Decimal(one) > Decimal(other) if better is HIGHER else Decimal(one) < Decimal(other)
    assert (found.standing is Standing.HARDER) is harder

"""Cells as sentences print them: what they are read as, and near misses that are refused."""

import pytest

from planctl.grammar.cells import parse_any_cell, parse_cell
from planctl.values.meanings import Assigned, Bounded, Comparator, Qualitative, Relative, Trend


@pytest.mark.parametrize("text", ["按增长5%安排", "按照增长5%考虑", "按增长5%安排，在实际工作中努力争取更好结果"])
def test_what_a_target_is_based_on_is_the_target(text: str) -> None:
    meaning = parse_cell(text).meaning
    assert isinstance(meaning, Bounded)
    assert (meaning.comparator, str(meaning.figure.size), meaning.figure.unit) == (Comparator.PLAIN, "5", "%")


@pytest.mark.parametrize(
    ("text", "comparator", "reference"),
    [
        ("涨幅与全国一致", Comparator.ABOUT, "全国"),
        ("增速保持在全国平均水平以上", Comparator.AT_LEAST, "全国平均水平"),
        ("增速高于全国、高于全省", Comparator.MORE_THAN, "全国、高于全省"),
        ("与经济增长同步、快于全国平均水平", Comparator.ABOUT, "经济增长、快于全国平均水平"),
        ("低于全国平均、低于上年水平", Comparator.LESS_THAN, "全国平均、低于上年水平"),
    ],
)
def test_a_comparison_has_all_that_it_is_with(text: str, comparator: Comparator, reference: str) -> None:
    assert parse_cell(text).meaning == Relative(comparator, reference)


def test_a_comparison_behind_a_figure_stands_beside_it() -> None:
    cell = parse_cell("增长5%左右、高于经济增速")
    assert isinstance(cell.meaning, Bounded)
    assert cell.beside == "高于经济增速"


def test_what_is_to_fit_a_plan_is_assigned_and_not_said_to_be_fulfilled() -> None:
    assert parse_cell("与国家“十五五”考核目标统筹衔接").meaning == Assigned(fulfilled=None)


@pytest.mark.parametrize("text", ["稳定保持在Ⅱ类及以上", "达到或优于Ⅲ类标准", "稳定在Ⅲ类"])
def test_a_class_of_water_is_words(text: str) -> None:
    meaning = parse_cell(text).meaning
    assert isinstance(meaning, Qualitative)
    assert meaning.trend is Trend.STABLE


@pytest.mark.parametrize(
    "text", ["按安排", "按规划安排", "高于全国、低于全省", "高于全国、高于全省2个百分点", "Ⅱ类", "与全国衔接"]
)
def test_near_misses_are_refused(text: str) -> None:
    assert not parse_any_cell(text).is_readable

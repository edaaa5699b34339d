"""Regions side by side: ranks with equals, units and signs brought together, spreads, and what the next year asks."""

from decimal import Decimal
from typing import Any

import pytest

from planctl.corpus.comparing import RegionOrder, Spread, compare
from planctl.corpus.wordings import TargetWording, wording_of
from planctl.diff.fate import Fate
from planctl.grammar.cells import parse_any_cell
from planctl.judging.verdict import Status
from tests.regions.plans import in_year, plan, series


def test_equal_results_share_a_rank_and_the_next_is_counted_after_them() -> None:
    found = series(
        *(in_year(plan(f"{code}0000", "5", actual)) for code, actual in enumerate(["5.5", "6", "5.5", "5"], 11))
    )
    assert [row.rank for row in found.rows] == [2, 1, 2, 4]


def test_where_less_is_better_the_least_result_is_the_first() -> None:
    keys: dict[str, Any] = {"id": "unemployment", "name": "城镇调查失业率", "better": "lower"}
    found = series(in_year(plan("110000", "5.5", "5.1", **keys)), in_year(plan("120000", "5.5", "4.6", **keys)))
    assert [row.rank for row in found.rows] == [2, 1]


def test_of_what_falls_the_greater_fall_is_the_better_one() -> None:
    keys: dict[str, Any] = {"id": "intensity", "name": "单位GDP能耗"}
    rows = [("下降2%", "下降2.5%"), ("下降3%", "下降1%"), ("下降2%", "上升0.5%")]
    found = series(*(in_year(plan(f"{code}0000", *row, **keys)) for code, row in enumerate(rows, 11)))
    assert [(row.actual, row.rank) for row in found.rows] == [
        (Decimal("2.5"), 1),
        (Decimal(1), 2),
        (Decimal("-0.5"), 3),
    ]


def test_a_fall_ranks_below_every_growth() -> None:
    found = series(in_year(plan("110000", "增长5%", "下降3.3%")), in_year(plan("120000", "增长5%", "与上年持平")))
    assert [(row.actual, row.rank, row.status) for row in found.rows] == [
        (Decimal("-3.3"), 2, Status.UNMET),
        (Decimal(0), 1, Status.UNMET),
    ]


def test_figures_in_units_of_a_kind_are_brought_to_the_one_that_most_print() -> None:
    keys: dict[str, Any] = {"id": "grain", "name": "粮食产量"}
    found = series(
        in_year(plan("110000", "1300", "1350", unit="亿斤", **keys)),
        in_year(plan("120000", "260", "270", unit="亿斤", **keys)),
        in_year(plan("130000", "3900", "3901.5", unit="万吨", **keys)),
    )
    assert (found.measure.unit, found.units) == ("亿斤", ("亿斤", "万吨"))
    assert found.actuals == Spread(Decimal(270), Decimal("780.3"), Decimal(1350))
    assert [row.rank for row in found.rows] == [1, 3, 2]


def test_what_cannot_be_brought_to_one_unit_has_a_row_and_no_rank() -> None:
    found = series(
        in_year(plan("110000", "5", "6")),
        in_year(plan("120000", "5", "6")),
        in_year(plan("130000", "300", "320", unit="亿元")),
    )
    assert [row.rank for row in found.rows] == [1, 1, None]
    assert found.targets == Spread(Decimal(5), Decimal(5), Decimal(5))


def test_an_open_ended_or_unpublished_result_has_no_rank() -> None:
    found = series(
        in_year(plan("110000", "5", "6以上")), in_year(plan("120000", "5")), in_year(plan("130000", "5", "4"))
    )
    assert [row.rank for row in found.rows] == [None, None, 1]
    assert [row.status for row in found.rows] == [Status.MET, Status.PENDING, Status.UNMET]


def test_of_two_in_the_middle_the_median_is_their_mean() -> None:
    found = series(in_year(plan("110000", "5", "5.2")), in_year(plan("120000", "5.5", "5.5")))
    assert found.targets == Spread(Decimal(5), Decimal("5.25"), Decimal("5.5"))


def test_regions_without_the_series_are_counted_and_have_no_row() -> None:
    years = [in_year(plan("110000", "5", "6")), in_year(plan("120000", "5", "6", id="other"))]
    found = compare(2025, years, regions=7)
    assert [(each.id, len(each.rows), each.without) for each in found.series] == [("gdp-growth", 1, 6), ("other", 1, 6)]


def test_what_the_next_year_asks_is_beside_what_was_asked() -> None:
    found = series(
        in_year(plan("110000", "5左右", "5"), plan("110000", "5.5左右", year=2026)),
        in_year(plan("120000", "5左右", "5"), plan("120000", "4.5左右", year=2026)),
        in_year(plan("130000", "5左右", "5"), plan("130000", "高于全国平均水平", year=2026)),
        in_year(plan("140000", "5左右", "5"), plan("140000", "5", year=2026, id="other")),
        in_year(plan("150000", "5左右", "5")),
    )
    assert [row.became for row in found.rows] == [Fate.RAISED, Fate.LOWERED, Fate.TO_RELATIVE, Fate.DROPPED, None]
    assert [row.next_target and row.next_target.printed for row in found.rows[:2]] == ["5.5左右", "4.5左右"]


def test_a_next_target_of_another_definition_is_named_and_not_compared() -> None:
    follows = "{id: gdp-growth, relation: redefined, remark: {zh: 口径变化, en: another basis}}"
    after = plan("110000", "7", year=2026, id="gdp-growth-new", follows=follows)
    (row,) = series(in_year(plan("110000", "5", "5"), after)).rows
    assert (row.became, row.next_target) == (Fate.REDEFINED, None)


def test_filters_and_orders_leave_counts_and_ranks_alone() -> None:
    rows = [("5", "5.4"), ("6", "5.4"), ("5", "4"), ("增长平稳", "3")]
    years = [in_year(plan(f"{code}0000", *row)) for code, row in enumerate(rows, 11)]
    found = compare(2025, years, regions=4)

    def codes(*statuses: Status, order: RegionOrder) -> list[str]:
        (each,) = found.select(statuses, order)
        return [row.region.code[:2] for row in each.rows]

    assert codes(Status.UNMET, order=RegionOrder.CODE) == ["12", "13"]
    assert codes(order=RegionOrder.GAP) == ["13", "12", "11", "14"]
    assert codes(order=RegionOrder.ACTUAL) == ["11", "12", "13", "14"]
    assert codes(order=RegionOrder.TARGET) == ["12", "11", "13", "14"]
    (unmet,) = found.select([Status.UNMET])
    assert [row.rank for row in unmet.rows] == [1, 3]


@pytest.mark.parametrize(
    ("printed", "wording"),
    [
        ("≥330", TargetWording.AT_LEAST),
        ("突破10万户", TargetWording.AT_LEAST),
        ("5.5%以内", TargetWording.AT_MOST),
        ("6.5", TargetWording.BARE),
        ("5%—5.5%", TargetWording.RANGE),
        ("增长5%左右、力争更好", TargetWording.ABOUT),
        ("快于经济增速", TargetWording.RELATIVE),
        ("完成市上下达任务", TargetWording.ASSIGNED),
        ("稳步提升", TargetWording.WORDS),
        ("8左一右", TargetWording.WORDS),
        ("不设具体目标", TargetWording.NONE),
        ("", TargetWording.NONE),
    ],
)
def test_the_wording_of_a_target(printed: str, wording: TargetWording) -> None:
    assert wording_of(parse_any_cell(printed)) is wording

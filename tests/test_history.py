"""A series through the years: every year that has it, and its figures in one unit."""

from decimal import Decimal

import planctl
from planctl.grammar.cells import parse_cell
from planctl.report.history import sizes_of
from tests.conftest import DATA, Run

ARCHIVE = planctl.load(DATA)


def test_a_series_has_a_year_for_each_plan_that_has_it() -> None:
    years = ARCHIVE.history("gdp-growth")
    assert [
        (each.year, each.target and each.target.printed, each.actual and each.actual.printed) for each in years
    ] == [
        (2022, "6.5", "2.6"),
        (2023, "6.5", None),
    ]


def test_a_series_that_was_dropped_ends_and_one_that_is_new_begins() -> None:
    assert [each.year for each in ARCHIVE.history("forest-coverage")] == [2022]
    assert [each.year for each in ARCHIVE.history("industry-profit-growth")] == [2023]
    assert ARCHIVE.history("no-such-thing") == ()


def test_the_target_of_a_year_is_the_one_in_force() -> None:
    years = ARCHIVE.history("budget-revenue-growth-excluding-vat-refunds")
    assert [each.target.printed for each in years if each.target] == ["0.1%"]


def test_figures_are_brought_into_the_unit_of_the_last() -> None:
    cells = [parse_cell("2亿美元"), parse_cell("不再统计"), None, parse_cell("3000万美元")]
    assert sizes_of(cells) == (Decimal(20000), None, None, Decimal(3000))


def test_figures_of_other_kinds_are_not_compared() -> None:
    assert sizes_of([parse_cell("5%"), parse_cell("3家")]) == (None, Decimal(3))


def test_a_year_of_which_nothing_is_printed_has_no_line(planctl: Run) -> None:
    said = planctl("show", "rural-income-growth", "--year", "2023").stdout.decode()
    assert "in 2022" in said
    assert "in 2023" not in said
    assert "in 2023       target 快于经济增速" in planctl("show", "resident-income-growth").stdout.decode()


def test_a_gap_of_a_rate_is_not_told_in_per_cent_and_that_of_an_amount_is(planctl: Run) -> None:
    said = planctl("show", "21").stdout.decode()
    assert "gap                +2.5\n" in said
    assert "gap         −4 (−1.21% of the target)" in planctl("show", "26").stdout.decode()

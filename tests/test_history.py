"""A series through the years: every year that has it, and its figures in one unit."""

from decimal import Decimal

import planctl
from planctl.grammar.cells import parse_cell
from planctl.history import sizes_of
from tests.conftest import DATA

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

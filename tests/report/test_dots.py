"""The geometry of the dot plots: where a mark stands, which figures are on the scale, which region comes first."""

from decimal import Decimal

import pytest

from planctl.corpus.comparing import ComparedSeries
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.showing.page.axis import FIRST, LAST, axis_of
from planctl.showing.page.dots import DotPlot, dot_plot, sorted_rows
from tests.regions.plans import in_year, plan, series

MIDDLE = Decimal(50)


def drawn(found: ComparedSeries) -> DotPlot:
    return dot_plot(found, sorted_rows(found), Look(None, "utf-8"))


def sizes(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


@pytest.mark.parametrize(
    ("ends", "texts"),
    [
        (("4.1", "6"), ["4.5", "5", "5.5", "6"]),
        (("0", "2"), ["0", "0.5", "1", "1.5", "2"]),
        (("260", "1350.97"), ["500", "1000"]),
        (("-3", "1"), ["-3", "-2", "-1", "0", "1"]),
        (("0.02", "0.09"), ["0.02", "0.04", "0.06", "0.08"]),
        (("5", "5"), ["5"]),
        (("100", "100"), ["100"]),
    ],
)
def test_a_scale_has_a_few_round_figures(ends: tuple[str, str], texts: list[str]) -> None:
    axis = axis_of(sizes(*ends))
    assert axis
    assert [tick.text for tick in axis.ticks] == texts


def test_figures_stand_in_their_order_between_the_ends_and_one_alone_in_the_middle() -> None:
    axis = axis_of(sizes("-2", "0", "6"))
    assert axis
    assert [axis.at(size) for size in sizes("-2", "0", "6")] == [FIRST, FIRST + (LAST - FIRST) / 4, LAST]
    alone = axis_of(sizes("5"))
    assert alone
    assert alone.at(Decimal(5)) == MIDDLE
    assert axis_of([]) is None


def test_the_least_result_stands_first_where_less_is_better() -> None:
    def unemployment(code: str, target: str, actual: str | None = None) -> Plan:
        return plan(code, target, actual, id="unemployment", name="城镇调查失业率", better="lower")

    found = series(
        in_year(unemployment("110000", "5.5%左右", "5.2%")),
        in_year(unemployment("120000", "5.5%左右", "4.9%")),
        in_year(unemployment("130000", "5.5%左右")),
        in_year(unemployment("140000", "5%左右")),
    )
    assert [row.region.code for row in sorted_rows(found)] == ["120000", "110000", "140000", "130000"]


def test_a_region_without_a_result_stands_behind_all_that_have_one_the_hardest_target_first() -> None:
    found = series(
        in_year(plan("110000", "6%")),
        in_year(plan("120000", "5%", "1%")),
        in_year(plan("130000", "7%")),
        in_year(plan("140000", "快于全国")),
    )
    assert [row.region.code for row in sorted_rows(found)] == ["120000", "130000", "110000", "140000"]


def test_a_range_goes_from_end_to_end_and_about_is_told_apart() -> None:
    plot = drawn(
        series(
            in_year(plan("110000", "5%-6%", "5.5%")),
            in_year(plan("120000", "4%左右", "5%")),
            in_year(plan("130000", "4%", "4%")),
        )
    )
    ranged, about, exact = (row.aim for row in plot.rows)
    assert ranged
    assert about
    assert exact
    assert (ranged.low, ranged.high, ranged.about) == (MIDDLE, LAST, False)
    assert (about.low, about.high, about.about) == (FIRST, FIRST, True)
    assert (exact.low, exact.high, exact.about) == (FIRST, FIRST, False)
    assert [row.dot for row in plot.rows] == [Decimal("73.5"), MIDDLE, FIRST]


def test_a_target_in_words_stands_as_text_and_a_result_in_words_beside_the_line() -> None:
    plot = drawn(series(in_year(plan("110000", "稳步提升", "5%")), in_year(plan("120000", "6%", "总体平稳"))))
    words, stated = plot.rows
    assert (words.words, words.aim) == ("稳步提升", None)
    assert words.dot is not None
    assert (stated.dot, stated.told, stated.words) == (None, "? 总体平稳", "")
    assert stated.aim


def test_a_series_without_any_figure_has_no_scale_and_all_its_words() -> None:
    plot = drawn(series(in_year(plan("110000", "完成国家下达任务")), in_year(plan("120000", "稳步提升"))))
    assert plot.ticks == ()
    assert [row.words for row in plot.rows] == ["完成国家下达任务", "稳步提升"]
    assert [(row.aim, row.dot) for row in plot.rows] == [(None, None)] * 2


def test_lines_share_the_height_of_the_picture() -> None:
    plot = drawn(series(*(in_year(plan(f"{code}0000", "5%", "5%")) for code in (11, 12, 13, 14))))
    assert [row.middle for row in plot.rows] == sizes("12.5", "37.5", "62.5", "87.5")

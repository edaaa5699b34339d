"""The geometry of the charts: where a bar ends and where its mark stands, near misses first."""

from decimal import Decimal

import pytest

from planctl.judging.assessment import assess
from planctl.judging.cases import Judged
from planctl.showing.page.bullets import WIDTH, Bullet, Stretch, bullet
from planctl.showing.page.flow import GAP, UNIT, flow
from planctl.showing.page.stacks import StackSide, from_middle, stack
from tests.conftest import plan_of

TWO_THIRDS = Decimal("666.7")


def judged(target: str, actual: str, more: str = "", unit: str = "%") -> Judged:
    plan = plan_of(f"""
        indicators:
          - id: growth
            number: "1"
            name: 经济增速
            name_en: Growth
            unit: '%'
            kind: expected
            target: '1'
            actual: '2.6'
          - id: row
            number: "2"
            name: 某指标
            name_en: A row
            unit: '{unit}'
            kind: expected
            {more or "better: higher"}
            target: '{target}'
            actual: '{actual}'
        notes:
          - {{number: "1", summary: {{zh: 已下调, en: It was lowered.}}}}
        """)
    return assess(plan).judged[1]


def drawn(target: str, actual: str, more: str = "", unit: str = "%") -> Bullet:
    chart = bullet(judged(target, actual, more, unit))
    assert chart
    return chart


def end(chart: Bullet) -> Decimal:
    assert chart.bar
    return chart.bar.start + chart.bar.width


@pytest.mark.parametrize(
    ("target", "actual", "side"),
    [
        ("≥330", "329.9", "before"),
        ("≥330", "330", "at"),
        ("≥330", "330.1", "beyond"),
        ("≤5.5", "5.4", "before"),
        ("≤5.5", "5.5", "at"),
        ("≤5.5", "5.6", "beyond"),
        ("6.5", "0", "before"),
        ("15", "183", "beyond"),
    ],
)
def test_a_bar_ends_on_the_side_of_its_mark_on_which_the_actual_is(target: str, actual: str, side: str) -> None:
    chart = drawn(target, actual)
    assert chart.mark is not None
    apart = end(chart) - chart.mark
    assert (apart <= -5, apart == 0, apart >= 5) == (side == "before", side == "at", side == "beyond")
    assert end(chart) <= WIDTH


def test_the_bar_has_to_end_beyond_a_floor_and_short_of_a_ceiling() -> None:
    floor, ceiling = drawn("≥3", "4").goal, drawn("≤3", "2").goal
    lower = drawn("3", "2", "better: lower").goal
    assert floor
    assert ceiling
    assert floor.start == ceiling.width == TWO_THIRDS
    assert (floor.start + floor.width, ceiling.start) == (WIDTH, Decimal(0))
    assert lower == ceiling


def test_marks_stand_at_two_thirds_unless_something_goes_far_beyond() -> None:
    assert drawn("≥3", "4").mark == drawn("≥300", "1", unit="天").mark == TWO_THIRDS
    far = drawn("15", "183")
    assert far.mark is not None
    assert far.mark / end(far) == pytest.approx(Decimal(15) / 183, abs=Decimal("0.001"))


def test_an_adjusted_target_stands_beside_the_printed_one() -> None:
    chart = drawn(
        "4",
        "2.6",
        "adjusted: {target: '0.1', replaces: '4', name: 某指标, note: '1', stated: 视为完成}",
    )
    assert chart.mark is not None
    assert chart.printed is not None
    assert chart.mark / chart.printed == pytest.approx(Decimal("0.1") / 4, abs=Decimal("0.001"))
    assert chart.mark < end(chart) < chart.printed


def test_a_relative_target_stands_at_the_figure_it_was_judged_on() -> None:
    chart = drawn("快于经济增速", "5.2", "reference: growth")
    assert chart.mark is not None
    assert chart.mark * 2 == end(chart)


def test_a_range_has_both_its_ends_and_the_easier_one_counts() -> None:
    chart = drawn("5-5.5", "4")
    assert chart.mark is not None
    assert chart.far is not None
    assert chart.far / chart.mark == pytest.approx(Decimal("1.1"), abs=Decimal("0.001"))


def test_an_open_ended_actual_goes_on() -> None:
    chart = drawn("63", "64以上")
    assert chart.onward
    assert chart.onward.start == end(chart)
    assert chart.onward.start + chart.onward.width == WIDTH
    assert not drawn("63", "64").onward


def test_figures_below_zero_go_to_the_left_of_it() -> None:
    chart = drawn("3", "-2")
    assert chart.bar
    assert chart.mark is not None
    assert chart.bar.start > 0
    assert chart.bar.start + chart.bar.width == chart.zero < chart.mark


def test_units_of_a_kind_are_brought_together_and_others_have_no_bar() -> None:
    together = drawn("2亿美元", "20000万美元", unit="亿美元")
    assert end(together) == together.mark
    assert drawn("2亿美元", "3个", unit="亿美元").bar is None


@pytest.mark.parametrize(
    ("target", "actual"), [("完成市上下达任务", "预计完成市上下达任务"), ("稳步提升", "3"), ("", "3")]
)
def test_words_have_no_chart(target: str, actual: str) -> None:
    assert bullet(judged(target, actual)) is None


def test_a_target_of_zero_can_be_drawn() -> None:
    chart = drawn("≤0", "0", unit="人")
    assert chart.mark == chart.zero == 0
    assert chart.bar


def test_pieces_fill_the_line_in_their_order() -> None:
    pieces = stack({"met": 1, "unmet": 0, "pending": 3}, 4)
    assert [(each.key, *each.stretch) for each in pieces] == [
        ("met", Decimal(0), Decimal(250)),
        ("pending", Decimal(250), Decimal(750)),
    ]


def test_lengths_from_the_middle_are_cut_at_the_ends() -> None:
    assert from_middle(Decimal(-50), Decimal(100)) == StackSide(Stretch(Decimal(250), Decimal(250)), False)
    assert from_middle(Decimal(50), Decimal(100)) == StackSide(Stretch(Decimal(500), Decimal(250)), False)
    assert from_middle(Decimal(-2500), Decimal(100)) == StackSide(Stretch(Decimal(0), Decimal(500)), True)
    assert from_middle(Decimal(0), Decimal(100)) == StackSide(Stretch(Decimal(500), Decimal(0)), False)


def test_a_flow_keeps_every_row_and_leaves_room_between_groups() -> None:
    counts = {("met", "raised"): 2, ("met", "dropped"): 1, ("unmet", "raised"): 3}
    picture = flow(counts, ("met", "unmet", "pending"), ("raised", "lowered", "dropped"))
    assert [(node.key, node.size) for node in picture.left] == [("met", 3), ("unmet", 3)]
    assert [(node.key, node.size) for node in picture.right] == [("raised", 5), ("dropped", 1)]
    for nodes in (picture.left, picture.right):
        assert nodes[1].top - nodes[0].top - nodes[0].height == GAP
        assert sum(node.height for node in nodes) == 6 * UNIT
    assert [(band.before, band.after, band.size) for band in picture.bands] == [
        (*key, size) for key, size in counts.items()
    ]
    assert flow({}, ("met",), ("raised",)).bands == ()

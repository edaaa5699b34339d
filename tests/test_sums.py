"""A whole against the sum of its parts."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.grammar.cells import parse_any_cell, parse_cell
from planctl.judging.sums import Sum, SumAgreement, add_up, printed_span


def added(whole: str | None, *parts: str) -> Sum | None:
    return add_up(parse_cell(whole) if whole is not None else None, [parse_cell(part) for part in parts])


def agreement(whole: str | None, *parts: str) -> SumAgreement | None:
    found = added(whole, *parts)
    return found.agreement if found else None


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        ("100个", ("60个", "40个"), "exact"),
        ("100个", ("60个", "41个"), "beyond"),
        ("20.0亿元", ("9.0亿元", "11.0亿元"), "exact"),
        ("20.0亿元", ("9.0亿元", "10.9亿元"), "within-rounding"),
        ("20.0亿元", ("9.0亿元", "10.85亿元"), "beyond"),
        ("20.0亿元", ("9.0亿元", "10.895亿元"), "beyond"),
        ("20.0亿元", ("9.0亿元", "10.900亿元"), "within-rounding"),
        ("20亿元", ("9亿元", "10亿元"), "within-rounding"),
        ("20亿元", ("90000万元", "110000万元"), "exact"),
        ("20.0亿元", ("90000万元", "108000万元"), "beyond"),
        ("1.05亿元", ("0.04亿元", "1.0亿元"), "within-rounding"),
    ],
)
def test_a_difference_is_exact_or_explained_or_not(whole: str, parts: tuple[str, ...], expected: str) -> None:
    assert agreement(whole, *parts) == expected


def test_what_rounding_could_explain_is_half_of_each_last_digit() -> None:
    found = added("175.2亿元", *["31.8亿元"] * 9, "0.04亿元", "0.96亿元")
    assert found
    assert found.rounding == Decimal("0.05") * 10 + Decimal("0.005") * 2


def test_a_part_in_another_unit_keeps_the_precision_that_it_was_printed_with() -> None:
    found = added("1亿元", "5000.0万元", "0.5亿元")
    assert found
    assert found.rounding == Decimal("0.5") + Decimal("0.000005") + Decimal("0.05")


@pytest.mark.parametrize("part", ["约10亿元", "10亿元以上", "", "快于经济增速", "10万吨"])
def test_a_part_that_is_no_plain_figure_of_that_kind_makes_no_sum(part: str) -> None:
    assert added("20亿元", "10亿元", part) is None


def test_a_bound_for_a_whole_leaves_a_sum_that_is_held_against_nothing() -> None:
    found = added("约20亿元", "9亿元", "11亿元")
    assert found
    assert (str(found.figure), found.difference, found.agreement) == ("20亿元", None, None)
    assert agreement(None, "9亿元", "11亿元") is None
    assert added("20亿元") is None


true_sizes = st.decimals(min_value=0, max_value=10_000, places=6, allow_nan=False, allow_infinity=False)
places = st.integers(min_value=0, max_value=3)


@given(
    sizes=st.lists(st.tuples(true_sizes, places), min_size=1, max_size=12),
    whole_places=places,
    rounding=st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN)),
)
def test_rounding_parts_and_total_of_a_true_sum_never_goes_beyond(
    sizes: list[tuple[Decimal, int]], whole_places: int, rounding: str
) -> None:
    def shown(size: Decimal, digits: int) -> str:
        return f"{size.quantize(Decimal(1).scaleb(-digits), rounding):f}亿元"

    total = sum((size for size, _ in sizes), Decimal(0))
    found = agreement(shown(total, whole_places), *(shown(size, digits) for size, digits in sizes))
    assert found in (SumAgreement.EXACT, SumAgreement.WITHIN_ROUNDING)


@given(
    parts=st.lists(st.integers(min_value=0, max_value=10_000), min_size=1, max_size=12),
    slip=st.integers(min_value=-3, max_value=3),
)
def test_counts_are_held_exactly(parts: list[int], slip: int) -> None:
    total = sum(parts) + slip
    if total >= 0:
        found = agreement(f"{total}个", *(f"{part}个" for part in parts))
        assert found is (SumAgreement.BEYOND if slip else SumAgreement.EXACT)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12%", "11.5", "12.5"),
        ("增长12%以上", "12", None),
        ("5.5%以内", None, "5.5"),
        ("下降3%", "-3.5", "-2.5"),
        ("5%—6%", "5", "6"),
        ("79户", "79", "79"),
    ],
)
def test_the_values_that_a_printed_figure_can_stand_for(text: str, low: str | None, high: str | None) -> None:
    span = printed_span(parse_cell(text))
    assert span
    assert (span.low, span.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize("text", ["12%左右", "稳步提升", ""])
def test_what_has_no_bounds_stands_for_no_span(text: str) -> None:
    assert printed_span(parse_any_cell(text)) is None


def test_a_fall_has_its_ends_the_other_way_round() -> None:
    span = printed_span(parse_cell("下降3%"))
    assert span
    assert (span.low_included, span.high_included) == (False, True)

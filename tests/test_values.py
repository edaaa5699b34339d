"""Spans, and what a printed figure stands for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.values.meanings import Certainty, Comparator, Figure, Span, percent_of

BOUNDS = (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.MORE_THAN, Comparator.LESS_THAN)
HOLDS = {
    Comparator.AT_LEAST: lambda value, limit: value >= limit,
    Comparator.AT_MOST: lambda value, limit: value <= limit,
    Comparator.MORE_THAN: lambda value, limit: value > limit,
    Comparator.LESS_THAN: lambda value, limit: value < limit,
}
decimals = st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        (Figure(Decimal("6.6"), "%"), "6.55", "6.65"),
        (Figure(Decimal("2.50"), "%"), "2.495", "2.505"),
        (Figure(Decimal("5"), "%"), "4.5", "5.5"),
        (Figure(Decimal("-3.0"), "%"), "-3.05", "-2.95"),
        (Figure(Decimal("1.4"), "万户"), "1.35", "1.45"),
        (Figure(Decimal("6.25"), "件"), "6.245", "6.255"),
    ],
)
def test_a_printed_figure_stands_for_what_rounds_to_it(figure: Figure, low: str, high: str) -> None:
    assert figure.rounded_span == Span(Decimal(low), Decimal(high), high_included=False)


@pytest.mark.parametrize("unit", ["天", "家", "个"])
def test_a_count_is_exact(unit: str) -> None:
    assert Figure(Decimal(326), unit).rounded_span == Span(Decimal(326), Decimal(326))


@pytest.mark.parametrize(
    ("span", "comparator", "limit", "certainty"),
    [
        (Span(Decimal("58.45"), Decimal("58.55"), high_included=False), Comparator.AT_LEAST, "58.55", "never"),
        (Span(Decimal("58.45"), Decimal("58.55")), Comparator.AT_LEAST, "58.55", "sometimes"),
        (Span(Decimal("58.45"), Decimal("58.55"), high_included=False), Comparator.AT_LEAST, "58.45", "always"),
        (Span(Decimal("4.5"), Decimal("5.5"), high_included=False), Comparator.AT_MOST, "5.5", "always"),
        (Span(Decimal("4.5"), Decimal("5.5"), high_included=False), Comparator.AT_MOST, "4.5", "sometimes"),
        (Span(Decimal(64), None), Comparator.AT_LEAST, "64", "always"),
        (Span(Decimal(64), None), Comparator.MORE_THAN, "64", "sometimes"),
        (Span(Decimal(64), None), Comparator.AT_MOST, "63", "never"),
        (Span(None, Decimal(64)), Comparator.AT_LEAST, "63", "sometimes"),
        (Span(Decimal(64), None, low_included=False), Comparator.MORE_THAN, "64", "always"),
    ],
)
def test_spans_at_their_ends(span: Span, comparator: Comparator, limit: str, certainty: str) -> None:
    assert span.satisfies(comparator, Decimal(limit)) is Certainty(certainty)


@given(low=decimals, width=st.decimals(0, 100, places=2), limit=decimals, place=st.sampled_from(["0", "0.5", "1"]))
def test_a_span_is_certain_only_of_what_holds_for_its_values(
    low: Decimal, width: Decimal, limit: Decimal, place: str
) -> None:
    value = low + width * Decimal(place)
    for comparator in BOUNDS:
        match Span(low, low + width).satisfies(comparator, limit):
            case Certainty.ALWAYS:
                assert HOLDS[comparator](value, limit)
            case Certainty.NEVER:
                assert not HOLDS[comparator](value, limit)
            case Certainty.SOMETIMES:
                assert HOLDS[comparator](low, limit) is not HOLDS[comparator](low + width, limit)


@given(size=decimals, limit=decimals)
def test_a_single_value_is_never_uncertain(size: Decimal, limit: Decimal) -> None:
    for comparator in BOUNDS:
        certainty = Span(size, size).satisfies(comparator, limit)
        assert certainty is (Certainty.ALWAYS if HOLDS[comparator](size, limit) else Certainty.NEVER)


@pytest.mark.parametrize("comparator", [Comparator.PLAIN, Comparator.ABOUT])
def test_what_is_not_a_bound_compares_nothing(comparator: Comparator) -> None:
    with pytest.raises(ValueError, match="is not a bound"):
        Span(Decimal(1), Decimal(1)).satisfies(comparator, Decimal(1))


@pytest.mark.parametrize(
    ("size", "whole", "percent"),
    [
        ("1", "8", "12.50"),
        ("0.00125", "1", "0.13"),
        ("-1", "-4", "-25.00"),
        ("1", "0", None),
        ("1e27", "1e-9", "1" + "0" * 38 + ".00"),
    ],
)
def test_per_cent_of_a_whole(size: str, whole: str, percent: str | None) -> None:
    found = percent_of(Decimal(size), Decimal(whole))
    assert (f"{found:f}" if found is not None else None) == percent


@pytest.mark.parametrize(
    ("printed", "row", "unit"),
    [("", "户", "户"), ("万", "户", "万户"), ("亿", "亿元", "亿元"), ("万", "亿元", "万元"), ("%", "户", "%")],
)
def test_a_figure_takes_what_its_unit_lacks_from_its_row(printed: str, row: str, unit: str) -> None:
    assert Figure(Decimal(1), printed).completed(row).unit == unit

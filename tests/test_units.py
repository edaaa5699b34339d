"""Units brought together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.units import MAGNITUDES, convert, scale
from planctl.values import Figure


@pytest.mark.parametrize(
    ("size", "unit", "other", "same"),
    [
        ("2", "亿美元", "万美元", "20000万美元"),
        ("3000", "万美元", "亿美元", "0.3亿美元"),
        ("1.5", "万亿元", "亿元", "15000亿元"),
        ("1.2", "万户", "户", "12000户"),
        ("5", "个", "家", "5家"),
        ("1.2", "万户", "个", "12000个"),
        ("65", "万千瓦时", "千瓦时", "650000千瓦时"),
        ("500", "亿斤", "万吨", "2500万吨"),
        ("12", "千克", "公斤", "12公斤"),
        ("1", "‰", "%", "0.1%"),
        ("7", "万", "", "70000"),
        ("0.10", "%", "%", "0.10%"),
    ],
)
def test_the_same_quantity_in_another_unit(size: str, unit: str, other: str, same: str) -> None:
    assert str(convert(Figure(Decimal(size), unit), other)) == same


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("%", "万吨"),
        ("%", "个百分点"),
        ("美元", "元"),
        ("人", "人次"),
        ("人", "个"),
        ("天", "个"),
        ("%", ""),
        ("米", "亩"),
    ],
)
def test_units_that_differ_in_kind_are_never_brought_together(unit: str, other: str) -> None:
    assert convert(Figure(Decimal(1), unit), other) is None
    assert convert(Figure(Decimal(1), other), unit) is None


@given(
    st.decimals("-1e9", "1e9", places=3),
    st.sampled_from(["", *MAGNITUDES]),
    st.sampled_from(["", *MAGNITUDES]),
    st.sampled_from(["元", "美元", "户", "吨", "斤", "千瓦时", "米"]),
)
def test_there_and_back_is_the_same_figure(size: Decimal, one: str, other: str, base: str) -> None:
    there = convert(Figure(size, one + base), other + base)
    assert there
    assert convert(there, one + base) == Figure(size, one + base)


def test_every_magnitude_is_counted_in_base_units() -> None:
    assert [scale(f"{magnitude}元") for magnitude in MAGNITUDES] == [(size, "元") for size in MAGNITUDES.values()]

"""Units brought together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.values.meanings import Figure
from planctl.values.units import MAGNITUDES, convert, scale


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
        ("999999999999999.123456789", "万亿元", "元", "999999999999999123456789000元"),
        ("7", "万", "", "70000"),
        ("0.10", "%", "%", "0.10%"),
        ("28", "μg/m³", "微克/立方米", "28微克/立方米"),
        ("28", "µg/m3", "微克每立方米", "28微克每立方米"),
        ("1.7", "个点", "百分点", "1.7百分点"),
        ("3.2", "亿度", "万千瓦时", "32000万千瓦时"),
        ("45", "万TEU", "万标准箱", "45万标准箱"),
        ("120", "万吨标煤", "万吨标准煤", "120万吨标准煤"),
        ("2", "平方公里", "公顷", "200公顷"),
        ("2", "兆瓦", "千瓦", "2000千瓦"),
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
        ("亩", "公顷"),
        ("吨标准煤", "吨"),
        ("千瓦", "千瓦时"),
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


@pytest.mark.parametrize(
    ("unit", "size", "base"),
    [
        ("千元", 1_000, "元"),
        ("万元", 10_000, "元"),
        ("百万元", 1_000_000, "元"),
        ("千万元", 10_000_000, "元"),
        ("亿元", 100_000_000, "元"),
        ("万亿元", 1_000_000_000_000, "元"),
        ("公里", 1_000, "米"),
        ("万户", 10_000, "个"),
        ("千" * 2_000 + "元", 1_000_000, "千" * 1_998 + "元"),
    ],
)
def test_a_unit_is_so_many_of_its_base(unit: str, size: int, base: str) -> None:
    assert scale(unit) == (Decimal(size), base)

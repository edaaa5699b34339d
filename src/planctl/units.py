"""Units brought together: through their magnitudes (万, 亿 …) to what is counted or measured."""

from decimal import Decimal, localcontext

from planctl.values import DIGITS, Figure

MAGNITUDES = {
    "万亿": Decimal(1_000_000_000_000),
    "亿": Decimal(100_000_000),
    "千万": Decimal(10_000_000),
    "百万": Decimal(1_000_000),
    "万": Decimal(10_000),
    "千": Decimal(1_000),
}
MEASURES = {
    "吨": (Decimal(1_000), "千克"),
    "公斤": (Decimal(1), "千克"),
    "千克": (Decimal(1), "千克"),
    "斤": (Decimal("0.5"), "千克"),
    "公里": (Decimal(1_000), "米"),
    "‰": (Decimal("0.1"), "%"),
}
"""Units that are so much of another; grain is printed in 万吨 and in 亿斤."""

MOST_MAGNITUDES = 2
"""As in 万千瓦时."""

MONEY = frozenset({"元", "美元", "欧元", "港元"})

PLAIN_COUNTERS = frozenset("个家户座件项")
"""Counters of things that differ in word alone: the same series is printed with one and with another."""


def scale(unit: str) -> tuple[Decimal, str]:
    """Return how many of its base unit make one `unit`, and the base unit: `亿美元` is 100 000 000 of `美元`."""
    size = Decimal(1)
    for _ in range(MOST_MAGNITUDES):
        magnitude = next((each for each in MAGNITUDES if unit.startswith(each) and unit not in MEASURES), "")
        size, unit = size * MAGNITUDES.get(magnitude, 1), unit.removeprefix(magnitude)
    inner, base = MEASURES.get(unit, (Decimal(1), "个" if unit in PLAIN_COUNTERS else unit))
    return size * inner, base


def convert(figure: Figure, unit: str) -> Figure | None:
    """Return the same quantity in `unit`, exactly; `None` where the units differ in kind, as % and 万吨 do."""
    if figure.unit == unit:
        return figure
    (old, old_base), (new, new_base) = scale(figure.unit), scale(unit)
    with localcontext(prec=DIGITS):
        return Figure((figure.size * old / new).normalize(), unit) if old_base == new_base else None


def is_rate(unit: str) -> bool:
    """Return whether differences in `unit` are points."""
    return unit in ("%", "‰")

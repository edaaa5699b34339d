"""Units brought together: through their magnitudes (万, 亿 …) to what is counted or measured."""

from decimal import Decimal, localcontext

from planctl.values.meanings import DIGITS, Figure

MAGNITUDES = {
    "万亿": Decimal(1_000_000_000_000),
    "亿": Decimal(100_000_000),
    "千万": Decimal(10_000_000),
    "百万": Decimal(1_000_000),
    "万": Decimal(10_000),
    "千": Decimal(1_000),
}

POINT = "个百分点"

_MICROGRAMS = tuple(f"{letter}g/m{three}" for letter in "μµu" for three in "3³")

MEASURES = {
    "吨": (Decimal(1_000), "千克"),
    "公斤": (Decimal(1), "千克"),
    "千克": (Decimal(1), "千克"),
    "斤": (Decimal("0.5"), "千克"),
    "公里": (Decimal(1_000), "米"),
    "公顷": (Decimal(10_000), "平方米"),
    "平方公里": (Decimal(1_000_000), "平方米"),
    "兆瓦": (Decimal(1_000_000), "瓦"),
    "度": (Decimal(1_000), "瓦时"),
    "‰": (Decimal("0.1"), "%"),
    "个点": (Decimal(1), POINT),
    "百分点": (Decimal(1), POINT),
    "标箱": (Decimal(1), "标准箱"),
    "TEU": (Decimal(1), "标准箱"),
    "吨标煤": (Decimal(1), "吨标准煤"),
    **dict.fromkeys(("微克每立方米", *_MICROGRAMS), (Decimal(1), "微克/立方米")),
}
"""Units that are so much of another, or another way to write it; grain is printed in 万吨 and in 亿斤.

亩 is left out: it is a fifteenth of a 公顷, which no decimal holds exactly.
"""

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


def raised_by(figure: Figure, margin: Figure) -> Figure | None:
    """Return a figure and a margin on it, in the figure's unit; `None` where the margin is none of that kind."""
    apart = margin_in(margin, figure.unit)
    with localcontext(prec=DIGITS):
        return figure._replace(size=figure.size + apart.size) if apart else None


def margin_in(margin: Figure, unit: str) -> Figure | None:
    """Return by how much something stands apart, in the unit of that; points are those of a rate."""
    points = convert(margin, POINT)
    return convert(points._replace(unit="%"), unit) if points and is_rate(unit) else convert(margin, unit)


def has_points(unit: str) -> bool:
    """Return whether a figure in `unit` is a rate or points of one, of which a share in per cent says nothing."""
    return is_rate(unit) or scale(unit)[1] == POINT


def is_rate(unit: str) -> bool:
    """Return whether differences in `unit` are points."""
    return unit in ("%", "‰")

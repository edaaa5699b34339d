"""A scale for dots: a few round figures on it, and where a figure stands, in per cent of its length."""

from collections.abc import Collection
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import NamedTuple

from planctl.values.meanings import DIGITS

FIRST, LAST = Decimal(3), Decimal(97)
"""Where the least and the greatest figure stand: room is left for their marks."""
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
INTERVALS = 4
PLACES = Decimal("0.01")


class Tick(NamedTuple):
    """A round figure, and where it stands."""

    at: Decimal
    text: str


class Axis(NamedTuple):
    """A scale from the least to the greatest of some figures; of one alone, that in the middle."""

    low: Decimal
    high: Decimal

    def at(self, size: Decimal) -> Decimal:
        """Return where a figure stands, in per cent; what is beyond an end stands at it."""
        with localcontext(prec=DIGITS):
            if self.low == self.high:
                return (FIRST + LAST) / 2
            inside = min(max(size, self.low), self.high)
            share = (inside - self.low) / (self.high - self.low)
            return (FIRST + share * (LAST - FIRST)).quantize(PLACES)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round figures from end to end: at most five, and the only figure where there is one."""
        if self.low == self.high:
            return (Tick(self.at(self.low), _text(self.low)),)
        with localcontext(prec=DIGITS):
            step = _step(self.high - self.low)
            figure = (self.low / step).to_integral_value(ROUND_CEILING) * step
            found = []
            while figure <= self.high:
                found.append(Tick(self.at(figure), _text(figure)))
                figure += step
        return tuple(found)


def axis_of(sizes: Collection[Decimal]) -> Axis | None:
    """Return the scale that some figures stand on; `None` without any."""
    return Axis(min(sizes), max(sizes)) if sizes else None


def _step(length: Decimal) -> Decimal:
    """Return the least round step of which `INTERVALS` cover a length."""
    least = length / INTERVALS
    unit = Decimal(1).scaleb(least.adjusted())
    return next(step * unit for step in STEPS if step * unit >= least)


def _text(figure: Decimal) -> str:
    return f"{figure.normalize() if figure else Decimal(0):f}"

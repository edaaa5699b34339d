"""Bars: pieces that make up a whole, and lengths on both sides of zero, on a line of `WIDTH`."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import NamedTuple

from planctl.showing.page.bullets import LEAST, WIDTH, Stretch
from planctl.values.meanings import DIGITS


class StackPiece(NamedTuple):
    """One of the pieces of a whole: what it is of, how many, and where on the line."""

    key: str
    size: int
    stretch: Stretch


class StackSide(NamedTuple):
    """A length from the middle of the line; `is_cut` where it would go beyond an end of it."""

    stretch: Stretch
    is_cut: bool


def stack(sizes: Mapping[str, int], whole: int) -> tuple[StackPiece, ...]:
    """Return the pieces that are not nothing, one after another; all of a `whole` would fill the line."""
    pieces: list[StackPiece] = []
    with localcontext(prec=DIGITS):
        start = Decimal(0)
        for key, size in sizes.items():
            if size:
                width = WIDTH * size / whole
                pieces.append(StackPiece(key, size, Stretch(start, width)))
                start += width
    return tuple(pieces)


def share_of(percent: Decimal | None) -> Stretch | None:
    """Return a share as a length; 100 per cent fill the line, and a share that is not nothing can be seen."""
    with localcontext(prec=DIGITS):
        return Stretch(Decimal(0), max(WIDTH * percent / 100, LEAST)) if percent else None


def from_middle(percent: Decimal, most: Decimal) -> StackSide:
    """Return a length to the right of the middle, or to the left of it below zero; `most` per cent reach an end."""
    half = WIDTH / 2
    with localcontext(prec=DIGITS):
        length = min(abs(percent), most) / most * half
        length = max(length, LEAST) if percent else length
        return StackSide(Stretch(half - length if percent < 0 else half, length), abs(percent) > most)

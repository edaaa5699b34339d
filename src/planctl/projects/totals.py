"""What several programmes come to together, where some of them may have projects in common."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from planctl.model import Figures, Measure, Overlap, Programme
from planctl.sums import plain_figure
from planctl.units import convert


class Share(NamedTuple):
    """What a programme has of something: some of its figures, or all."""

    programme: Programme
    figures: Figures


class Total(NamedTuple):
    """What shares come to together: `most` where they have nothing in common, `least` where they have all they can."""

    least: Decimal
    most: Decimal
    unit: str


def total(shares: Iterable[Share], measure: Measure) -> Total | None:
    """Return what the shares come to in a measure; `None` where none is a plain figure, or units differ in kind.

    Programmes of which neither says that it may overlap with the other have nothing in common. Of those that may, at
    least the largest counts, or the largest two without what they can have in common.
    """
    figures = [(share.programme, plain_figure(share.figures.of(measure))) for share in shares]
    known = [(programme, figure) for programme, figure in figures if figure]
    if not known:
        return None
    unit = known[0][1].unit
    sizes: dict[str, Decimal] = {}
    for programme, figure in known:
        there = convert(figure, unit)
        if not there:
            return None
        sizes[programme.id] = sizes.get(programme.id, Decimal(0)) + there.size
    common = _common([programme for programme, _ in known], sizes, measure, unit)
    least = sum((_least(family, sizes, common) for family in _families(sizes, common)), Decimal(0))
    return Total(least, sum(sizes.values(), Decimal(0)), unit)


def overlaps(programmes: Iterable[Programme]) -> tuple[tuple[Programme, Programme, Overlap], ...]:
    """Return each two of these programmes that may have projects in common, and what is said of it."""
    known = {programme.id: programme for programme in programmes}
    return tuple(
        (programme, known[overlap.id], overlap)
        for programme in known.values()
        for overlap in programme.overlaps
        if overlap.id in known
    )


def _common(
    programmes: Iterable[Programme], sizes: Mapping[str, Decimal], measure: Measure, unit: str
) -> dict[tuple[str, str], Decimal]:
    """Return the most that each two programmes can have in common."""
    found = {}
    for one, other, overlap in overlaps(programmes):
        most = min(sizes[one.id], sizes[other.id])
        for item in (item for breakdown in other.breakdowns for item in breakdown.items if item.name == overlap.within):
            figure = plain_figure(item.figures.of(measure))
            there = convert(figure, unit) if figure else None
            most = min(most, there.size) if there else most
        found[one.id, other.id] = most
    return found


def _families(programmes: Iterable[str], common: Iterable[tuple[str, str]]) -> Iterable[list[str]]:
    """Return the programmes in families: those of two different families have nothing in common."""
    families = {programme: [programme] for programme in programmes}
    for one, other in common:
        smaller, larger = sorted((families[one], families[other]), key=len)
        if smaller is not larger:
            larger += smaller
            families |= dict.fromkeys(smaller, larger)
    return {id(family): family for family in families.values()}.values()


def _least(family: list[str], sizes: Mapping[str, Decimal], common: Mapping[tuple[str, str], Decimal]) -> Decimal:
    together = (
        sizes[one] + sizes[other] - most for (one, other), most in common.items() if {one, other} <= set(family)
    )
    return max(*(sizes[each] for each in family), *together) if len(family) > 1 else sizes[family[0]]

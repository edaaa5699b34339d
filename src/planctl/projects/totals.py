"""What several programmes come to together, where some of them may have projects in common."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from planctl.judging.sums import plain_figure
from planctl.report.model import Figures, Measure, Overlap, Programme
from planctl.values.units import convert


class Share(NamedTuple):
    """What a programme has of something: some of its figures, or all."""

    programme: Programme
    figures: Figures


class Total(NamedTuple):
    """What shares come to together: `most` where they have nothing in common, `least` where they have all they can.

    `without` are the programmes that are left out: their figure is not printed, no plain one, or of another kind.
    """

    least: Decimal
    most: Decimal
    unit: str
    without: tuple[Programme, ...]


def total(shares: Iterable[Share], measure: Measure) -> Total | None:
    """Return what the shares come to in a measure, in the unit of the first; `None` where none is a plain figure.

    Programmes of which neither says that it may overlap with the other have nothing in common. Of those that may, the
    least is a choice of them without what each two of it can have in common.
    """
    printed = [(share.programme, share.figures.of(measure)) for share in shares]
    unit = next((figure.unit for _, cell in printed if (figure := plain_figure(cell))), None)
    if unit is None:
        return None
    sizes: dict[str, Decimal] = {}
    without = []
    for programme, cell in printed:
        figure = plain_figure(cell)
        if figure and (there := convert(figure, unit)):
            sizes[programme.id] = sizes.get(programme.id, Decimal(0)) + there.size
        else:
            without.append(programme)
    common = _common([programme for programme, _ in printed if programme.id in sizes], sizes, measure, unit)
    return Total(_least(sizes, common), sum(sizes.values(), Decimal(0)), unit, tuple(without))


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
) -> dict[str, dict[str, Decimal]]:
    """Return the most that each two programmes can have in common, by the one and then by the other."""
    found: dict[str, dict[str, Decimal]] = {programme: {} for programme in sizes}
    for one, other, overlap in overlaps(programmes):
        most = min(sizes[one.id], sizes[other.id], found[one.id].get(other.id, sizes[one.id]))
        for item in (item for breakdown in other.breakdowns for item in breakdown.items if item.name == overlap.within):
            figure = plain_figure(item.figures.of(measure))
            there = convert(figure, unit) if figure else None
            most = min(most, there.size) if there else most
        found[one.id][other.id] = found[other.id][one.id] = most
    return found


def _least(sizes: Mapping[str, Decimal], common: Mapping[str, Mapping[str, Decimal]]) -> Decimal:
    """Return the best of two choices of programmes: the largest first, and those that can share the least first.

    Each adds what it has without all that it can have in common with those chosen before it, if that is anything.
    """
    largest = sorted(sizes, key=lambda each: (-sizes[each], sum(common[each].values())))
    apart = sorted(sizes, key=lambda each: (sum(common[each].values()), -sizes[each]))
    return max(_chosen(order, sizes, common) for order in (largest, apart))


def _chosen(order: Iterable[str], sizes: Mapping[str, Decimal], common: Mapping[str, Mapping[str, Decimal]]) -> Decimal:
    chosen: set[str] = set()
    total = Decimal(0)
    for each in order:
        adds = sizes[each] - sum(common[each][other] for other in common[each].keys() & chosen)
        if adds > 0:
            chosen.add(each)
            total += adds
    return total

"""A figure held against a figure: whether it reaches the other, by how much, and whether rounding could change that."""

from decimal import Decimal

from planctl.grammar.readings import SIGNS, asked, falls
from planctl.judging.verdict import Answer, Flag, Gap, Status
from planctl.messages.message import Message, say
from planctl.values.meanings import Between, Bounded, Cell, Certainty, Comparator, Direction, Figure, Meaning, Span
from planctl.values.units import convert

STRICT = {Comparator.AT_LEAST: Comparator.MORE_THAN, Comparator.AT_MOST: Comparator.LESS_THAN}
CONTRARY = {
    Comparator.AT_LEAST: Comparator.LESS_THAN,
    Comparator.AT_MOST: Comparator.MORE_THAN,
    Comparator.MORE_THAN: Comparator.AT_MOST,
    Comparator.LESS_THAN: Comparator.AT_LEAST,
}
FROM_BELOW = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})


def compare(
    actual: Cell, target: Bounded, better: Direction, *, equality_meets: bool, tolerance: Decimal = Decimal(0)
) -> Answer:
    """Return whether `actual`, whose meaning is a figure or a range, reaches `target`.

    A floor with 左右 is still reached where the actual is short of it by no more than `tolerance` per cent of it; a
    ceiling has none. Undetermined where the units differ in kind, or where an open-ended actual lies on both sides. The
    gap is there wherever the answer is met or unmet.
    """
    comparator = asked(target, better)
    if falls(actual.meaning) is not target.decline:
        return Answer(Status.UNDETERMINED, say("one of the two says by how much it falls"))
    if not equality_meets:
        comparator = STRICT.get(comparator, comparator)
    figure, span = figure_and_span(actual.meaning, better)
    if not (limit := convert(target.figure, figure.unit)):
        differ = say("{actual} and {target} differ in unit", actual=figure, target=target.figure)
        return Answer(Status.UNDETERMINED, differ)
    rough = target.comparator is Comparator.ABOUT
    flags = {Flag.ABOUT} if rough or _is(actual.meaning, Comparator.ABOUT) else set()
    certainty = span.satisfies(comparator, limit.size)
    if certainty is Certainty.SOMETIMES:
        both = say("{actual} can lie on both sides of {target}", actual=actual.printed, target=_size(limit))
        return Answer(Status.UNDETERMINED, both, flags=frozenset(flags))
    reached = certainty is Certainty.ALWAYS
    because = _because(actual, comparator if reached else CONTRARY[comparator], limit)
    tolerated = rough and comparator in FROM_BELOW
    edge = limit.size - abs(limit.size) * tolerance / 100 if tolerated else limit.size
    met = reached or span.satisfies(comparator, edge) is Certainty.ALWAYS
    if tolerated and not reached:
        because = _within(because, tolerance, met=met)
        flags |= {Flag.TOLERATED} if met else set()
    size = figure.size - limit.size if comparator in FROM_BELOW else limit.size - figure.size
    steps: tuple[Message, ...] = ()
    if limit != target.figure:
        steps = (say("{target} is {same}", target=target.figure, same=limit),)
    if _is(actual.meaning, Comparator.PLAIN):
        flags |= set() if size else {Flag.EXACT}
        if figure.rounded_span.satisfies(comparator, edge) is Certainty.SOMETIMES:
            flags.add(Flag.ROUNDING_SENSITIVE)
            steps += (_rounding(figure, limit._replace(size=edge)),)
    gap = Gap(figure, limit, size, open_ended=None in (span.low, span.high))
    return Answer(Status.MET if met else Status.UNMET, because, steps, gap, frozenset(flags))


def _within(because: Message, tolerance: Decimal, *, met: bool) -> Message:
    percent = f"{tolerance:f}"
    if met:
        return say("{because}, within {percent} % of it", because=because, percent=percent)
    return say("{because}, not within {percent} % of it", because=because, percent=percent)


def _is(meaning: Meaning, comparator: Comparator) -> bool:
    return isinstance(meaning, Bounded) and meaning.comparator is comparator


def figure_and_span(meaning: Meaning, better: Direction) -> tuple[Figure, Span]:
    """Return the figure that the gap is measured from, and all values that the actual can have."""
    match meaning:
        case Between(low, high, decline):
            return (low if better is Direction.HIGHER or decline else high), Span(low.size, high.size)
        case Bounded(comparator, figure):
            match comparator:
                case Comparator.AT_LEAST:
                    return figure, Span(figure.size, None)
                case Comparator.MORE_THAN:
                    return figure, Span(figure.size, None, low_included=False)
                case Comparator.AT_MOST:
                    return figure, Span(None, figure.size)
                case Comparator.LESS_THAN:
                    return figure, Span(None, figure.size, high_included=False)
            return figure, Span(figure.size, figure.size)
    raise ValueError(f"{meaning} has no figure")


def _because(actual: Cell, comparator: Comparator, limit: Figure) -> Message:
    match actual.meaning:
        case Bounded(Comparator.PLAIN, figure):
            shown = _size(figure)
        case _:
            shown = actual.printed
    return say("{actual} {sign} {target}", actual=shown, sign=SIGNS[comparator], target=_size(limit))


def _rounding(figure: Figure, limit: Figure) -> Message:
    span = figure.rounded_span
    return say(
        "{figure} is printed for anything from {low} to under {high}, on both sides of {limit}",
        figure=_size(figure),
        low=f"{span.low:f}",
        high=f"{span.high:f}",
        limit=_size(limit),
    )


def _size(figure: Figure) -> str:
    return f"{figure.size:f}"

"""The last result carried over to a new definition by plain arithmetic, with every assumption named.

A level that became a growth rate goes on from its last result; a ratio goes on as its numerator and its denominator
grow. What cannot be carried over is said, with the reason.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from planctl.comparison import CONTRARY
from planctl.diff.changes import Diff, Paired, Relation, with_parts
from planctl.messages import Message, say
from planctl.model import Redefinition
from planctl.plan import Case, Plan
from planctl.readings import SIGNS, asked, demanded
from planctl.units import convert, is_rate
from planctl.values import Bounded, Cell, Certainty, Comparator, Figure

EXTRA_DECIMALS = 2
"""A quotient is rounded to that many more decimals than the result it starts from."""


class Bridge(NamedTuple):
    """What a result comes to where the new target is just reached, and how that stands to the old target.

    `because` says it in one line. `figure` is in the unit of the old series, and `None` where nothing can be carried
    over; `reaches` is `None` there, and where the rounding of the printed result decides.
    """

    because: Message
    figure: Figure | None = None
    reaches: bool | None = None
    assumptions: tuple[Message, ...] = ()


class Growth(NamedTuple):
    """What a series is multiplied by, and the assumption that says so."""

    factor: Decimal
    assumption: Message


def bridges(diff: Diff) -> dict[str, Bridge]:
    """Return a bridge for each row that follows another series, by its id."""
    pairs = [change for change in with_parts(diff.changes) if isinstance(change, Paired)]
    found = {pair.after.indicator.id: bridge(pair, diff.before.plan.year, diff.after) for pair in pairs}
    return {row: each for row, each in found.items() if each}


def bridge(change: Paired, before: int, after: Plan) -> Bridge | None:
    """Return the result of the year `before` carried over to the plan `after`; `None` for the same series.

    Only one step is bridged: a series that was redefined once between the two plans.
    """
    if change.relation not in (Relation.REDEFINED, Relation.REPLACED):
        return None
    if why_not := _no_way(change, before, after):
        return Bridge(why_not)
    if not (start := _start(change)):
        return Bridge(say("there is no single figure of {year} to start from", year=str(before)))
    growths = _growths(change, after)
    return Bridge(growths) if isinstance(growths, Message) else _carried(change, before, start, growths)


def _no_way(change: Paired, before: int, after: Plan) -> Message | None:
    if after.year < before:
        return say("a result is carried forward, not back")
    if after.year - before != 1:
        return say("growth is counted from the year before, and these plans are not of years that follow each other")
    if change.relation is Relation.REPLACED:
        return say("another measure took its place, and no arithmetic leads from one to the other")
    if len(change.follows) != 1:
        return say("it was redefined more than once")
    if change.follows[0].change is None:
        return say("the data does not say what was redefined")
    if change.follows[0].change is Redefinition.BASIS:
        return say("the result of {year} on the new basis is not printed", year=str(before))
    return None


def _start(change: Paired) -> Figure | None:
    match change.before.case.actual:
        case Cell(_, Bounded(Comparator.PLAIN, figure, False)):
            return figure
    return None


def _growths(change: Paired, after: Plan) -> tuple[Growth, ...] | Message:
    """Return by what the level grows, or the numerator and the denominator; or else why that is not known."""
    follows = change.follows[0]
    grown = [(change.after, say("the level"))]
    if follows.change is Redefinition.RATIO_TO_GROWTH:
        denominator = next((row for row in after.rows if row.indicator.id == follows.denominator), None)
        if not denominator:
            return say("no indicator of {year} says how the denominator grows", year=str(after.year))
        grown = [(change.after, say("the numerator")), (denominator, say("the denominator"))]
    growths = []
    for case, what in grown:
        if not (growth := _growth(case, what)):
            return say("{name} has no growth rate as its target", name=case.indicator.name)
        growths.append(growth)
    return tuple(growths)


def _growth(case: Case, what: Message) -> Growth | None:
    bound = demanded(case.target_in_force.meaning, case.indicator.better) if case.target_in_force else None
    if not bound or not is_rate(bound.figure.unit):
        return None
    percent = -bound.figure.size if bound.decline else bound.figure.size
    if percent <= -100:
        return None
    printed = case.target_in_force.printed if case.target_in_force else ""
    said = say(
        "{what} grows by {size} %, which just reaches the target of {name}, {printed}",
        what=what,
        size=f"{percent:f}",
        name=case.indicator.name,
        printed=printed,
    )
    return Growth(1 + percent / 100, said)


def _carried(change: Paired, before: int, start: Figure, growths: tuple[Growth, ...]) -> Bridge:
    printed = change.before.case.actual.printed if change.before.case.actual else ""
    assumptions = [say("growth is counted from the result of {year}, {printed}", year=str(before), printed=printed)]
    assumptions += [growth.assumption for growth in growths]
    size = (start.size * growths[0].factor).normalize()
    if len(growths) > 1:
        digits = Decimal((0, (1,), int(start.size.as_tuple().exponent) - EXTRA_DECIMALS))
        size = (size / _divisor(growths)).quantize(digits, ROUND_HALF_UP)
        assumptions.append(say("both growth rates are at the same prices"))
    reached, because = _held(change.before.case, before, start, growths, Figure(size, start.unit))
    return Bridge(because, Figure(size, start.unit), reached, tuple(assumptions))


def _divisor(growths: tuple[Growth, ...]) -> Decimal:
    """Return by what the denominator grows; 1 where there is none. Products are held, for quotients are inexact."""
    return growths[1].factor if len(growths) > 1 else Decimal(1)


def _held(
    old: Case, before: int, start: Figure, growths: tuple[Growth, ...], end: Figure
) -> tuple[bool | None, Message]:
    """Return whether the carried result reaches the old target, also as rounding may have it, and that in words."""
    bound = demanded(old.target_in_force.meaning, old.indicator.better) if old.target_in_force else None
    limit = convert(bound.figure, start.unit) if bound else None
    became = say("{start} becomes {end}", start=start, end=end)
    if not (bound and limit) or bound.decline:
        return None, became
    comparator = asked(bound, old.indicator.better)
    certainty = start.rounded_span.times(growths[0].factor).satisfies(comparator, limit.size * _divisor(growths))
    target = say("{limit}, the target of {year}", limit=limit, year=str(before))
    if certainty is Certainty.SOMETIMES:
        return None, say("{became}; its rounding decides whether it reaches {target}", became=became, target=target)
    reached = certainty is Certainty.ALWAYS
    sign = SIGNS[comparator if reached else CONTRARY[comparator]]
    return reached, say("{became} {sign} {target}", became=became, sign=sign, target=target)

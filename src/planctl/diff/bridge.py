"""The last result carried over to a new definition by plain arithmetic, with every assumption named.

A level that became a growth rate goes on from its last result; a ratio goes on as its numerator and its denominator
grow. What cannot be carried over is said, with the reason.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from planctl.diff.changes import Diff, Paired, Relation, with_parts
from planctl.grammar.readings import SIGNS, asked, demanded
from planctl.judging.comparison import CONTRARY
from planctl.messages.message import Message, say
from planctl.report.model import Redefinition, Statement
from planctl.report.plan import Case, Plan
from planctl.values.meanings import Bounded, Cell, Certainty, Comparator, Figure, Span
from planctl.values.units import convert, is_rate

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


ONE = Figure(Decimal(1), "倍")


class Growth(NamedTuple):
    """What a series grows to from `earlier`, and the assumption that says so: from 1 where that is a factor.

    `earlier` is a printed level, and rounded as such; 1 is exact.
    """

    factor: Decimal
    assumption: Message
    earlier: Figure = ONE

    @property
    def span(self) -> Span:
        """The values that `earlier` can stand for."""
        return Span(ONE.size, ONE.size) if self.earlier == ONE else self.earlier.rounded_span


def bridges(diff: Diff) -> dict[str, Bridge]:
    """Return a bridge for each row that follows another series, by its id."""
    pairs = [change for change in with_parts(diff.changes) if isinstance(change, Paired)]
    found = {pair.after.indicator.id: bridge(pair, diff.before.plan, diff.after) for pair in pairs}
    return {row: each for row, each in found.items() if each}


def bridge(change: Paired, before: Plan, after: Plan) -> Bridge | None:
    """Return the result of the plan `before` carried over to the plan `after`; `None` for the same series.

    Only one step is bridged: a series that was redefined once between the two plans.
    """
    if change.relation not in (Relation.REDEFINED, Relation.REPLACED):
        return None
    if why_not := _no_way(change, before.year, after):
        return Bridge(why_not)
    if not (start := _plain(change.before.case.actual)):
        return Bridge(say("there is no single figure of {year} to start from", year=str(before.year)))
    growths = _growths(change, before, after)
    return Bridge(growths) if isinstance(growths, Message) else _carried(change, before.year, start, growths)


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


def _plain(cell: Cell | None) -> Figure | None:
    match cell:
        case Cell(_, Bounded(Comparator.PLAIN, figure, False)):
            return figure
    return None


def _growths(change: Paired, before: Plan, after: Plan) -> tuple[Growth, ...] | Message:
    """Return by what the level grows, or the numerator and the denominator; or else why that is not known."""
    is_ratio = change.follows[0].change is Redefinition.RATIO_TO_GROWTH
    growth = _growth(change.after, say("the numerator") if is_ratio else say("the level"))
    denominator = _denominator(change.follows[0].denominator, before, after) if is_ratio else None
    if isinstance(denominator, Message):
        return denominator
    if not growth:
        return say("{name} has no growth rate as its target", name=change.after.indicator.name)
    return (growth, denominator) if denominator else (growth,)


def _denominator(name: str | None, before: Plan, after: Plan) -> Growth | Message:
    """Return by what the denominator grows: an indicator of the plan, or else a figure of its prose."""
    if row := next((row for row in after.rows if row.indicator.id == name), None):
        without = say("{name} has no growth rate as its target", name=row.indicator.name)
        return _growth(row, say("the denominator")) or without
    if statement := next((each for each in after.statements if each.id == name), None):
        earlier = next((each for each in before.statements if each.id == statement.continues), None)
        without = say("no two figures say how {name} grows", name=statement.label)
        return (_between(earlier, statement) if earlier else None) or without
    return say("nothing of {year} says how the denominator grows", year=str(after.year))


def _between(earlier: Statement, later: Statement) -> Growth | None:
    """Return how a figure of the prose grows from one year to the next; `None` where they are no levels of a kind."""
    level, bound = _plain(earlier.value), demanded(later.value.meaning, later.better)
    if not (level and bound) or bound.decline or is_rate(bound.figure.unit) or earlier.period is not later.period:
        return None
    there = convert(bound.figure, level.unit)  # the level keeps its printed decimals, by which it is rounded
    if not there or there.size <= 0 or level.size <= 0:
        return None
    said = say(
        "{what} goes from {earlier} to {later}, which just reaches what the text says of {name}, {printed}",
        what=say("the denominator"),
        earlier=level,
        later=bound.figure,
        name=later.label,
        printed=later.value.printed,
    )
    return Growth(there.size, said, level)


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
        size = (size * growths[1].earlier.size / growths[1].factor).quantize(digits, ROUND_HALF_UP)
        assumptions.append(say("both grow at the same prices"))
    reached, because = _held(change.before.case, before, start, growths, Figure(size, start.unit))
    return Bridge(because, Figure(size, start.unit), reached, tuple(assumptions))


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
    certainty = _reaches(comparator, start, growths, limit)
    target = say("{limit}, the target of {year}", limit=limit, year=str(before))
    if certainty is Certainty.SOMETIMES:
        return None, say("{became}; its rounding decides whether it reaches {target}", became=became, target=target)
    reached = certainty is Certainty.ALWAYS
    sign = SIGNS[comparator if reached else CONTRARY[comparator]]
    return reached, say("{became} {sign} {target}", became=became, sign=sign, target=target)


def _reaches(comparator: Comparator, start: Figure, growths: tuple[Growth, ...], limit: Figure) -> Certainty:
    """Return whether all values that a result can stand for reach a target once carried over.

    Products are held against each other, for quotients are inexact: what the denominator grows to is on the target's
    side, and what it grows from on the other.
    """
    carried = start.rounded_span.times(growths[0].factor)
    if len(growths) == 1:
        return carried.satisfies(comparator, limit.size)
    _, denominator = growths
    ends = [end for end in denominator.span[:2] if end is not None and end > 0]
    found = {carried.times(end).satisfies(comparator, limit.size * denominator.factor) for end in ends}
    return found.pop() if len(ends) == 2 and len(found) == 1 else Certainty.SOMETIMES

"""Checks of targets that ask for less than they seem to: less than was planned or reached the year before."""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal, localcontext
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.diff.changes import Paired, with_parts
from planctl.grammar.prose import grows_by
from planctl.grammar.readings import as_judged, asked, demanded
from planctl.grammar.text import normal
from planctl.judging.comparison import FROM_BELOW
from planctl.judging.sums import printed_span
from planctl.messages.message import Message, Related, say
from planctl.report.model import Indicator, Report, Statement
from planctl.report.model import with_parts as rows_of
from planctl.report.plan import Case
from planctl.values.meanings import DIGITS, Bounded, Cell, Direction, Figure, Relative
from planctl.values.units import convert, is_rate, raised_by


def relative_below(dossier: Dossier) -> Iterator[Finding]:
    """A target measured by another indicator asks for less than was planned or reached the year before.

    What it surely asks for is the target of that indicator in the same year, with the margin on it.

    Example: 快于经济增速, where growth is to be 6.5; the year before had 7.5 as the target, and 7.8 as the result.
    """
    for found in dossier.diffs:
        before, after = found.before.plan, found.after
        for change in with_parts(found.changes):
            if not isinstance(change, Paired) or change.follows or change.after.indicator.better is Direction.LOWER:
                continue
            row, old, target = change.after.indicator, change.before.case, change.after.target_in_force
            floor = _floor(change.after)
            if not floor or not target or not change.after.reference:
                continue
            less = tuple(_above(floor, old, str(before.year)))
            if not less:
                continue
            message = say(
                "{target} promises no more than to pass {floor}, the target of {name}, which is below {earlier}",
                target=target.printed,
                floor=floor,
                name=change.after.reference.name,
                earlier=_both(*(said for said, _ in less)),
            )
            home = dossier.home(before, old.indicator.id)
            there = say("the year before is here")
            related = tuple(Related(place_of(home, old.indicator.id, key), there) for _, key in less)
            yield Finding(dossier.home(after, row.id), row.id, "target", message, say("nothing to mend"), related)


def _floor(case: Case) -> Figure | None:
    """Return what a relative target surely asks for: the target of the other indicator in that year, and the margin."""
    other = case.reference
    target = (other.adjusted.target if other.adjusted else other.target) if other else None
    if not other or not target or not case.target_in_force:
        return None
    match case.target_in_force.meaning, demanded(target.meaning, other.better):
        case Relative(comparator, _, margin), Bounded(_, figure, False) as bound:
            if comparator in FROM_BELOW and asked(bound, other.better) in FROM_BELOW:
                return raised_by(figure, margin) if margin else figure
    return None


def _both(one: Message, other: Message | None = None) -> Message:
    return say("{one} and {other}", one=one, other=other) if other else one


def _above(floor: Figure, old: Case, year: str) -> Iterator[tuple[Message, str]]:
    """Yield what of the year before is above a floor, in words, and under which key it stands."""
    if old.target_in_force and _is_above(old.target_in_force, floor):
        yield say("the target of {year} ({printed})", printed=old.target_in_force.printed, year=year), "target"
    if old.actual and _is_above(old.actual, floor):
        yield say("the result of {year} ({printed})", printed=old.actual.printed, year=year), "actual"


def _is_above(cell: Cell, floor: Figure) -> bool:
    """Return whether a cell surely has more than a figure, or asks for it; a bare target asks for itself at least."""
    match as_judged(cell, Direction.HIGHER).meaning:
        case Bounded(comparator, figure, False) if comparator in FROM_BELOW:
            there = convert(figure, floor.unit)
            return there is not None and there.size > floor.size
    return False


class Grown(NamedTuple):
    """A level that repeats a row, and the statement of its growth in the same words."""

    report: Report
    row: Indicator
    level: Statement
    growth: Statement


def reached_before(dossier: Dossier) -> Iterator[Finding]:
    """A level and its growth imply what it was the year before, and that was above this year's target already.

    Printed figures are intervals, and so is what they imply; the target is held against its lower end.

    Example: 1.4万户、同比增长6% comes from 1.267万户 at least, and the target was 1.2.
    """
    for grown in _grown(dossier):
        row, level = grown.row, grown.level.value
        target = row.adjusted.target if row.adjusted else row.target
        bound = demanded(target.meaning, row.better) if target else None
        base = _base(level, grown.growth.value)
        limit = convert(bound.figure, base.unit) if base and bound and not bound.decline else None
        if not (target and bound and base and limit) or asked(bound, row.better) not in FROM_BELOW:
            continue
        if base.size > limit.size:
            message = say(
                "{level} and {growth} come from at least {base} the year before, which is above the target, {target}",
                level=level.printed,
                growth=grown.growth.value.printed,
                base=base,
                target=target.printed,
            )
            growth, home = f"statements.{grown.growth.id}", grown.report
            related = (
                Related(place_of(home, growth, "value"), say("the growth is here")),
                Related(place_of(home, row.id, "target"), say("the target is here")),
            )
            at = f"statements.{grown.level.id}"
            yield Finding(home, at, "value", message, say("nothing to mend where both stand so"), related)


def _grown(dossier: Dossier) -> Iterator[Grown]:
    for report in dossier.reports:
        rows = {row.id: row for row in rows_of(report.indicators)} if report.kind == "indicators" else {}
        rates = [each for each in report.statements if normal(each.value.printed).endswith("%")]
        for level in report.statements:
            row = rows.get(level.repeats or "")
            if row and not is_rate(row.unit):
                for growth in rates:
                    if grows_by(normal(level.value.printed), normal(growth.value.printed), normal(growth.quote)):
                        yield Grown(report, row, level, growth)


def _base(level: Cell, growth: Cell) -> Figure | None:
    """Return the least that a level was before it grew, two decimals finer than it is printed; `None` if unknown."""
    now, rate = printed_span(level), printed_span(growth)
    if not (isinstance(level.meaning, Bounded) and now and rate) or now.low is None or rate.high is None:
        return None
    figure = level.meaning.figure
    digits = Decimal((0, (1,), int(figure.size.as_tuple().exponent) - 2))
    with localcontext(prec=DIGITS):
        factor = 1 + rate.high / 100
        return Figure((now.low / factor).quantize(digits, ROUND_FLOOR), figure.unit) if factor > 0 else None

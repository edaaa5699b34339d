"""Bullet charts: how far an actual goes, and the marks of its targets, as lengths on a line of `WIDTH`.

Every chart begins at zero and has a scale of its own. Where nothing goes further, the target's mark stands at two
thirds of the line, so that charts compare across units. A bar that misses its mark by ever so little keeps apart from
it, and one that exceeds it passes it.
"""

from decimal import Decimal, localcontext
from typing import NamedTuple

from planctl.grammar.readings import asked, demanded, falls
from planctl.judging.cases import Judged
from planctl.judging.comparison import FROM_BELOW, figure_and_span
from planctl.report.plan import Case
from planctl.values.meanings import (
    DIGITS,
    Between,
    Bounded,
    Cell,
    Comparator,
    Direction,
    Figure,
    Qualitative,
    Relative,
    Trend,
)
from planctl.values.units import convert

WIDTH = Decimal(1000)
BEYOND = Decimal("1.5")
MARGIN = Decimal("1.06")
APART = Decimal(9)
LEAST = Decimal(3)
TENTH = Decimal("0.1")


class Stretch(NamedTuple):
    """A piece of the line."""

    start: Decimal
    width: Decimal


class Bullet(NamedTuple):
    """A chart: the bar, how it may go on where the actual is open-ended, and where it has to end to reach the target.

    `mark` is the target that counts, `far` the other end where that is a range, `printed` the target that a note
    adjusts, and `zero` where the scale's zero is.
    """

    zero: Decimal
    mark: Decimal | None
    goal: Stretch | None
    is_ceiling: bool = False
    bar: Stretch | None = None
    onward: Stretch | None = None
    far: Decimal | None = None
    printed: Decimal | None = None


class _Sizes(NamedTuple):
    """What is drawn, in one unit."""

    limit: Decimal | None
    actual: Decimal | None
    far: Decimal | None
    printed: Decimal | None

    @property
    def all(self) -> tuple[Decimal, ...]:
        return tuple(size for size in self if size is not None)


def bullet(judged: Judged) -> Bullet | None:
    """Return the chart of a row; `None` where it has neither a target with a figure nor one that it was judged on."""
    case = judged.case
    gap = judged.gap
    actual = gap.figure if gap else _figure(case)
    limit = gap.limit if gap else _limit(case)
    if limit is None or (actual and not convert(limit, actual.unit)) or _differ(case):
        actual = None
    unit = actual.unit if actual else limit.unit if limit else ""
    sizes = _Sizes(_in(limit, unit), _in(actual, unit), _in(_far(case), unit), _in(_demand(case, case.target), unit))
    if sizes.limit is None:
        return None
    if not case.indicator.adjusted:
        sizes = sizes._replace(printed=None)
    return _drawn(sizes, is_ceiling(case), _onward(case) if actual else 0)


def is_ceiling(case: Case) -> bool:
    """Return whether a row has to stay below its target."""
    better = case.indicator.better
    match case.target_in_force:
        case Cell(_, Relative(Comparator.PLAIN | Comparator.ABOUT)):
            return better is Direction.LOWER
        case Cell(_, Relative(comparator)):
            return comparator not in FROM_BELOW
        case Cell(_, meaning) if bound := demanded(meaning, better):
            return asked(bound, better) not in FROM_BELOW
    return False


def _drawn(sizes: _Sizes, ceiling: bool, onward: int) -> Bullet:
    with localcontext(prec=DIGITS):
        low, high = _scale(sizes)

        def at(size: Decimal) -> Decimal:
            return ((size - low) / (high - low) * WIDTH).quantize(TENTH)

        assert sizes.limit is not None
        mark, zero = at(sizes.limit), at(Decimal(0))
        far = at(sizes.far) if sizes.far is not None and sizes.far != sizes.limit else None
        end = None if sizes.actual is None else _end(at(sizes.actual), mark)
        goal = Stretch(Decimal(0), mark) if ceiling else Stretch(mark, WIDTH - mark)
        return Bullet(
            zero=zero,
            mark=mark,
            goal=goal,
            is_ceiling=ceiling,
            bar=_between(zero, end) if end is not None else None,
            onward=_between(end, WIDTH if onward > 0 else Decimal(0)) if end is not None and onward else None,
            far=far,
            printed=at(sizes.printed) if sizes.printed is not None else None,
        )


def _scale(sizes: _Sizes) -> tuple[Decimal, Decimal]:
    """Return the ends of the scale; zero is always in it."""
    limit = sizes.limit or Decimal(0)
    low, high = min(Decimal(0), *sizes.all), max(Decimal(0), *sizes.all)
    if low == 0 and 0 < high <= limit * BEYOND / MARGIN:
        return low, limit * BEYOND
    if low == high:
        return low, Decimal(1)
    return low * MARGIN, high * MARGIN


def _end(end: Decimal, mark: Decimal) -> Decimal:
    """Return where a bar ends: at the mark, or far enough from it to be seen."""
    if end == mark or abs(end - mark) >= APART:
        return end
    return mark - APART if end < mark else mark + APART


def _between(one: Decimal, other: Decimal) -> Stretch:
    """Return the stretch between two ends, never so short that it cannot be seen."""
    return Stretch(min(one, other), max(abs(other - one), LEAST))


def _figure(case: Case) -> Figure | None:
    match case.actual:
        case Cell(_, Bounded() | Between() as meaning):
            return figure_and_span(meaning, case.indicator.better)[0]
    return None


def _demand(case: Case, cell: Cell | None) -> Figure | None:
    bound = demanded(cell.meaning, case.indicator.better) if cell else None
    return bound.figure if bound else None


def _limit(case: Case) -> Figure | None:
    match case.target_in_force:
        case Cell(_, Qualitative(_, Trend.POSITIVE_GROWTH)):
            return Figure(Decimal(0), "%")
    return _demand(case, case.target_in_force)


def _far(case: Case) -> Figure | None:
    """Return the end of a range that is harder to reach."""
    match case.target_in_force:
        case Cell(_, Between(low, high)):
            return high if _demand(case, case.target_in_force) == low else low
    return None


def _differ(case: Case) -> bool:
    """Return whether one of target and actual says by how much something falls, and the other does not."""
    target, actual = case.target_in_force, case.actual
    return target is not None and actual is not None and falls(target.meaning) is not falls(actual.meaning)


def _onward(case: Case) -> int:
    """Return which way an open-ended actual may go on: up, down, or not at all."""
    match case.actual:
        case Cell(_, Bounded(Comparator.AT_LEAST | Comparator.MORE_THAN)):
            return 1
        case Cell(_, Bounded(Comparator.AT_MOST | Comparator.LESS_THAN)):
            return -1
    return 0


def _in(figure: Figure | None, unit: str) -> Decimal | None:
    there = convert(figure, unit) if figure else None
    return there.size if there else None

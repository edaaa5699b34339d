"""A dot plot of a series: a line for each region, its target as a hollow mark and its result as a dot.

Lengths are in per cent of the picture, so that it keeps its marks round whatever its width is.
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from typing import NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.corpus.measure import SeriesMeasure
from planctl.corpus.wordings import TargetWording
from planctl.judging.verdict import Status
from planctl.showing.look import Look
from planctl.showing.page.axis import PLACES, Axis, Tick, axis_of
from planctl.showing.pieces import cell_text, status_text
from planctl.values.meanings import DIGITS, Between, Blank, Bounded, Cell, Comparator

PERCENT = Decimal(100)
BEHIND = Decimal(50)
"""A dot beyond this leaves more room before it than behind it."""


class Aim(NamedTuple):
    """A target on the scale: from `low` to `high`, which are one where it is no range; `about` where it says so."""

    low: Decimal
    high: Decimal
    about: bool = False

    @property
    def middle(self) -> Decimal:
        """Where a line to the result begins."""
        return (self.low + self.high) / 2


class Dotted(NamedTuple):
    """A region's line: how high it stands, its target and its result on the scale, and what is said beside them.

    `words` are a target without a figure, and stand `before` the dot where there is more room.
    """

    code: str
    name: str
    middle: Decimal
    status: str
    aim: Aim | None
    dot: Decimal | None
    words: str
    before: bool
    told: str


class DotPlot(NamedTuple):
    """The lines of a series, the best result first, and its scale; no ticks where no row has a figure."""

    ticks: tuple[Tick, ...]
    rows: tuple[Dotted, ...]


def sorted_rows(series: ComparedSeries) -> list[ComparedRow]:
    """Return the rows with the best result first; those without one behind them, the hardest target first."""
    sign = -1 if series.measure.higher_first else 1

    def key(row: ComparedRow) -> tuple[bool, Decimal, bool, Decimal, str]:
        result, target = row.actual, row.target
        return (
            result is None, sign * (result or Decimal(0)), target is None, sign * (target or Decimal(0)),
            row.region.code,
        )  # fmt: skip

    return sorted(series.rows, key=key)


def dot_plot(series: ComparedSeries, rows: Iterable[ComparedRow], look: Look) -> DotPlot:
    """Return the picture of some rows of a series, in their order, on the scale of all of its rows."""
    ends = [end for row in series.rows for end in (_ends(row, series.measure) or ())]
    axis = axis_of([*ends, *(row.actual for row in series.rows if row.actual is not None)])
    there = list(rows)
    drawn = tuple(_dotted(row, series.measure, axis, _height(at, len(there)), look) for at, row in enumerate(there))
    return DotPlot(axis.ticks if axis else (), drawn)


def told_result(row: ComparedRow, look: Look) -> str:
    """Return a result as shortly as it can be told: its sign with its figure, or else with its words."""
    if row.status is None:
        return look.wording.say("no figure")
    if row.status is Status.PENDING:
        return status_text(row.status, look)
    printed = f"{row.actual:f}" if row.actual is not None else cell_text(row.case.actual, row.case.indicator.unit)
    return f"{look.signs.status[row.status]} {printed}".strip()


def shown_name(row: ComparedRow, look: Look) -> str:
    """Return a region's name for the reader."""
    return (look.wording.is_english and row.region.name_en) or row.region.name


def _dotted(row: ComparedRow, measure: SeriesMeasure, axis: Axis | None, middle: Decimal, look: Look) -> Dotted:
    ends, target = _ends(row, measure), row.case.target_in_force
    about = row.wording is TargetWording.ABOUT
    dot = axis.at(row.actual) if axis and row.actual is not None else None
    return Dotted(
        code=row.region.code,
        name=shown_name(row, look),
        middle=middle,
        status=row.status.value if row.status else "none",
        aim=Aim(axis.at(ends[0]), axis.at(ends[1]), about) if axis and ends else None,
        dot=dot,
        words="" if ends else _words(target, row, look),
        before=dot is not None and dot > BEHIND,
        told=told_result(row, look),
    )


def _words(target: Cell | None, row: ComparedRow, look: Look) -> str:
    if target is None or isinstance(target.meaning, Blank):
        return look.wording.say("no target")
    return cell_text(target, row.case.indicator.unit)


def _ends(row: ComparedRow, measure: SeriesMeasure) -> tuple[Decimal, Decimal] | None:
    """Return the figures of a target in the unit of its series, the lower first; `None` without one."""
    if row.target is None:
        return None
    match row.case.target_in_force:
        case Cell(_, Between(low, high, decline)):
            both = [measure.size_of(Bounded(Comparator.PLAIN, end, decline)) for end in (low, high)]
            one, other = (end if end is not None else row.target for end in both)
            return min(one, other), max(one, other)
    return row.target, row.target


def _height(at: int, of: int) -> Decimal:
    with localcontext(prec=DIGITS):
        return ((at + Decimal("0.5")) * PERCENT / of).quantize(PLACES)

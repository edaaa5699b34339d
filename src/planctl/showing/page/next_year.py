"""What the plans of the next year made of the targets: for each series how many regions did what, and which."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.corpus.measure import SeriesMeasure
from planctl.diff.fate import Fate
from planctl.messages.message import say
from planctl.showing.fields import Field, Styled, Type
from planctl.showing.look import Look
from planctl.showing.movement import fate_text
from planctl.showing.page.dots import shown_name
from planctl.showing.page.limits import MOST_NAMED
from planctl.showing.pieces import cell_text

OTHERS = (None, *(fate for fate in Fate if fate not in (Fate.RAISED, Fate.UNCHANGED, Fate.LOWERED)))
MOVED = (Fate.RAISED, Fate.LOWERED)
UNBROKEN = "\N{NO-BREAK SPACE}"


class NextYear(NamedTuple):
    """The rows of a series by what became of their targets; `None` where the next year's plan has none."""

    series: ComparedSeries
    year: int
    by_fate: dict[Fate | None, list[ComparedRow]]

    def of(self, fates: Iterable[Fate | None]) -> list[ComparedRow]:
        """Return the rows of which one of some fates became, in their order."""
        return [row for fate in fates for row in self.by_fate.get(fate, ())]


def next_years(series: Iterable[ComparedSeries], year: int) -> list[NextYear]:
    """Return the series of regions of which any has a plan of the next `year`."""
    found = []
    for each in series:
        if not any(row.year.following for row in each.rows):
            continue
        by_fate: dict[Fate | None, list[ComparedRow]] = defaultdict(list)
        for row in each.rows:
            by_fate[row.became].append(row)
        found.append(NextYear(each, year, dict(by_fate)))
    return found


def _count_of(*fates: Fate | None) -> Callable[[NextYear], int]:
    return lambda each: len(each.of(fates))


def _cell_of(*fates: Fate | None) -> Callable[[NextYear, Look], Styled]:
    def cell(each: NextYear, look: Look) -> Styled:
        groups = (_group(fate, each, look, alone=len(fates) == 1) for fate in fates if each.by_fate.get(fate))
        return look.wording.semicolon.join(groups), ""

    return cell


# fmt: off
NEXT_YEAR: tuple[Field[NextYear], ...] = (
    Field("raised", say("Raised"), say("Regions whose next target is harder to meet."), _count_of(Fate.RAISED),
        Type.INTEGER, shown=_cell_of(Fate.RAISED)),
    Field("unchanged", say("Unchanged"), say("Regions whose next target is the same."), _count_of(Fate.UNCHANGED),
        Type.INTEGER, shown=_cell_of(Fate.UNCHANGED)),
    Field("lowered", say("Lowered"), say("Regions whose next target is easier to meet."), _count_of(Fate.LOWERED),
        Type.INTEGER, shown=_cell_of(Fate.LOWERED)),
    Field("otherwise", say("Otherwise"), say("Regions of whose targets something else became, or that have none."),
        _count_of(*OTHERS), Type.INTEGER, shown=_cell_of(*OTHERS)),
)
# fmt: on


def counts_of(each: NextYear) -> dict[str, int]:
    """Return how many regions there are of each fate, by its key, and by `none` of those without a next target."""
    return {fate.value if fate else "none": len(rows) for fate, rows in each.by_fate.items()}


def _group(fate: Fate | None, each: NextYear, look: Look, *, alone: bool) -> str:
    """Return how many regions share a fate, and which; how far each went where that is told in figures."""
    rows, wording = each.by_fate[fate], look.wording
    named = wording.listed(_named(row, each.series.measure, look) for row in rows[:MOST_NAMED])
    rest = wording.say(" and {number} more", number=len(rows) - MOST_NAMED) if len(rows) > MOST_NAMED else ""
    if alone:
        return f"{len(rows)}: {named}{rest}"
    told = fate_text(fate, look) if fate else wording.say("no target in {year}", year=str(each.year))
    return f"{told} {len(rows)}: {named}{rest}"


def _named(row: ComparedRow, measure: SeriesMeasure, look: Look) -> str:
    """Return a region's name, and how far its target went where it was moved."""
    name = shown_name(row, look)
    if row.became not in MOVED or not row.following:
        return name
    old, new = row.target, measure.target_of(row.following)
    if old is None or new is None or old == new:
        old_cell, new_cell = row.case.target_in_force, row.following.target_in_force
        return f"{name} ({cell_text(old_cell)} {look.signs.becomes} {cell_text(new_cell)})"
    return f"{name} {old:f}{UNBROKEN}{look.signs.becomes}{UNBROKEN}{new:f}"


def total_of(years: Sequence[NextYear]) -> list[tuple[str, int]]:
    """Return how often each fate is met with over all series, by its key, in the order in which they are told."""
    keys: list[Any] = [*(fate.value for fate in Fate), "none"]
    totals = {key: sum(counts_of(each).get(key, 0) for each in years) for key in keys}
    return [(key, size) for key, size in totals.items() if size]

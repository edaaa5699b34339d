"""How much of many regions a page has, so that it stays under two megabytes however many there are.

What 31 provinces have is far within it. Beyond it the page says what it leaves out, and which command has it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planctl.corpus.comparing import ComparedRow, ComparedSeries, RegionYear

MOST_REGIONS = 64
"""So many regions have a line in the picture of a series, and a row in the matrix."""
MOST_SERIES = 40
MOST_LINES = 800
"""So many lines all pictures have together; the series that most regions share come first."""
MOST_FOLDED = 800
"""So many rows the regions have that are told one by one; beyond it none is."""
MOST_NAMED = 20
"""So many regions are named of which the same is told."""


class Ends(NamedTuple):
    """The rows that are shown of a series: all, or those at both ends, with how many are left out between them."""

    first: Sequence[ComparedRow]
    last: Sequence[ComparedRow] = ()
    left_out: int = 0


def ends_of(rows: Sequence[ComparedRow]) -> Ends:
    """Return the rows that there is room for."""
    if len(rows) <= MOST_REGIONS:
        return Ends(rows)
    half = MOST_REGIONS // 2
    return Ends(rows[:half], rows[-half:], len(rows) - MOST_REGIONS)


def drawn_series(series: Iterable[ComparedSeries]) -> tuple[ComparedSeries, ...]:
    """Return the series that there is room for, from the first."""
    found: list[ComparedSeries] = []
    lines = 0
    for each in series:
        lines += min(len(each.rows), MOST_REGIONS)
        if len(found) == MOST_SERIES or lines > MOST_LINES:
            break
        found.append(each)
    return tuple(found)


def are_folded(years: Iterable[RegionYear]) -> bool:
    """Return whether there is room for every row of every region."""
    return sum(len(each.assessment.rows) for each in years) <= MOST_FOLDED

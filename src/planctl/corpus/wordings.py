"""How firm a target is worded, which researchers read as how hard it binds; planctl names it and does not rate it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from planctl.corpus.orders import GroupedBy as GroupedBy
from planctl.report.model import Indicator
from planctl.report.plan import Plan
from planctl.values.meanings import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Comparator,
    NoTarget,
    Relative,
    Several,
)


class TargetWording(StrEnum):
    """How a target is worded: the figures first, from a bound to about; then what has none."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BARE = "bare"
    RANGE = "range"
    ABOUT = "about"
    RELATIVE = "relative"
    ASSIGNED = "assigned"
    WORDS = "words"
    NONE = "none"


_OF_BOUND = {
    Comparator.PLAIN: TargetWording.BARE,
    Comparator.AT_LEAST: TargetWording.AT_LEAST,
    Comparator.MORE_THAN: TargetWording.AT_LEAST,
    Comparator.AT_MOST: TargetWording.AT_MOST,
    Comparator.LESS_THAN: TargetWording.AT_MOST,
    Comparator.ABOUT: TargetWording.ABOUT,
}


def wording_of(target: Cell | None) -> TargetWording:
    """Return how a target is worded; several figures in one cell by the first, and what cannot be read as words."""
    match target.meaning if target else Blank():
        case Bounded(comparator) | Several((Bounded(comparator), *_)):
            return _OF_BOUND[comparator]
        case Between():
            return TargetWording.RANGE
        case Relative():
            return TargetWording.RELATIVE
        case Assigned():
            return TargetWording.ASSIGNED
        case Blank() | NoTarget():
            return TargetWording.NONE
    return TargetWording.WORDS


class Worded(NamedTuple):
    """The targets of one series, or of one region: how many are worded how, and how many of them aim beyond."""

    id: str
    name: str
    name_en: str
    counts: "Counter[TargetWording]"
    stretched: int

    @property
    def total(self) -> int:
        """How many targets there are."""
        return self.counts.total()


class WordedYear(NamedTuple):
    """The wordings of a year, by series or by region: what has most targets first, or by code."""

    year: int
    by: GroupedBy
    rows: tuple[Worded, ...]


def count_wordings(year: int, plans: Iterable[Plan], by: GroupedBy) -> WordedYear:
    """Return how the targets of a year's plans are worded; a row without a target cell has none to count."""
    groups: dict[tuple[str, str], list[tuple[Plan, Indicator, Cell]]] = defaultdict(list)
    for plan in plans:
        for case in plan.rows:
            if target := case.target_in_force:
                whose = (plan.region.code, plan.region.name)
                key = (case.indicator.id, "") if by is GroupedBy.SERIES else whose
                groups[key].append((plan, case.indicator, target))
    rows = [_worded(id, group, by) for (id, _), group in groups.items()]
    return WordedYear(year, by, tuple(sorted(rows, key=lambda row: (_rank(row, by), row.id))))


def _rank(row: Worded, by: GroupedBy) -> int:
    return -row.total if by is GroupedBy.SERIES else 0


def _worded(id: str, group: list[tuple[Plan, Indicator, Cell]], by: GroupedBy) -> Worded:
    named = [(row if by is GroupedBy.SERIES else plan.region) for plan, row, _ in group]
    name, name_en = Counter((each.name, each.name_en) for each in named).most_common(1)[0][0]
    cells = [target for _, _, target in group]
    return Worded(id, name, name_en, Counter(map(wording_of, cells)), sum(bool(cell.stretch) for cell in cells))

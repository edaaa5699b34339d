"""A plan's projects told apart by area, stage, source, sector or level, over all of its programmes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.projects.listing import all_named
from planctl.projects.totals import Share, Total, total
from planctl.report.model import Figures, Grouping, Item, Level, Measure, Programme, Project
from planctl.report.plan import Plan
from planctl.values.meanings import Stage

NO_FIGURES = Figures()
ORDERS: dict[Grouping, tuple[str, ...]] = {Grouping.STAGE: tuple(Stage), Grouping.LEVEL: tuple(Level)}
"""Groups in an order of their own; the others stand as they are printed first."""


class GroupPart(NamedTuple):
    """What one programme has of a group, as which item it is printed, and how many of its projects are named.

    `programme` is `None` for projects that the text names outside of programmes.
    """

    programme: Programme | None
    item: Item | None
    figures: Figures
    named: int


class Group(NamedTuple):
    """A group, empty where the report does not say; `name_en` only where the report's own name is in Chinese."""

    name: str
    name_en: str
    parts: tuple[GroupPart, ...]

    @property
    def named(self) -> int:
        """How many projects of the group are named."""
        return sum(part.named for part in self.parts)

    def total(self, measure: Measure) -> Total | None:
        """Return what its programmes come to together in a measure, as `totals.total` does."""
        return total((Share(part.programme, part.figures) for part in self.parts if part.programme), measure)


class Grouped(NamedTuple):
    """A plan and its groups."""

    plan: Plan
    by: Grouping
    groups: tuple[Group, ...]


def group_by(plan: Plan, by: Grouping) -> Grouped:
    """Return the groups of a plan's projects; what the report does not tell apart stands in a last one without name."""
    parts: dict[str, list[GroupPart]] = {name: [] for name in ORDERS.get(by, ())}
    english: dict[str, str] = {}
    for programme in plan.programmes:
        for name, part in _parts(programme, by):
            parts.setdefault(name, []).append(part)
            if part.item and by not in ORDERS:
                english.setdefault(name, part.item.name_en)
    in_text = [named.project for named in all_named(plan) if not named.programme]
    for name, named in _counted(in_text, None, by).items():
        parts.setdefault(name, []).append(GroupPart(None, None, NO_FIGURES, named))
    names = [name for name in parts if parts[name] and name] + [""] * ("" in parts)
    return Grouped(plan, by, tuple(Group(name, english.get(name, ""), tuple(parts[name])) for name in names))


def _parts(programme: Programme, by: Grouping) -> Iterator[tuple[str, GroupPart]]:
    """Yield what a programme has of each group, with the group's name."""
    named = _counted(programme.projects, programme, by)
    breakdown = next((each for each in programme.breakdowns if each.by is by), None)
    for item in breakdown.items if breakdown else ():
        name = item.known_stage or item.name
        yield name, GroupPart(programme, item, item.figures, named.pop(name, 0))
    whole = _whole(programme, by)
    if not breakdown and (whole or programme.figures != NO_FIGURES):
        yield whole, GroupPart(programme, None, programme.figures, named.pop(whole, 0))
    for name, count in named.items():
        yield name, GroupPart(programme, None, NO_FIGURES, count)


def _whole(programme: Programme, by: Grouping) -> str:
    """Return the group that all of a programme is in; empty where the report does not say."""
    if by is Grouping.LEVEL:
        return programme.level
    stage = programme.stage.stage if programme.stage else None
    return stage if stage and by is Grouping.STAGE else ""


def _counted(projects: Iterable[Project], programme: Programme | None, by: Grouping) -> Counter[str]:
    """Return how many named projects are in each group, in one without name where the report does not say which."""
    match by:
        case Grouping.STAGE:
            return Counter(project.known_stage or "" for project in projects)
        case Grouping.SECTOR:
            return Counter(project.sector for project in projects)
        case Grouping.LEVEL:
            return Counter(programme.level if programme else "" for _ in projects)
    return Counter()

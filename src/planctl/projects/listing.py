"""The named projects of a plan, and those of them that are asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.report.model import Level, Programme, Project, Report
from planctl.report.plan import Plan
from planctl.values.meanings import Stage

OUTCOME = "indicators"


class Named(NamedTuple):
    """A named project, the programme that names it (`None` where the text does, outside of any), and its report."""

    project: Project
    programme: Programme | None
    report: Report

    def __repr__(self) -> str:
        return f"<Named {self.project.id}>"


class Wanted(NamedTuple):
    """Which named projects are asked for: each condition that is given must hold; none given is all."""

    stages: frozenset[Stage] = frozenset()
    levels: frozenset[Level] = frozenset()
    sector: str = ""
    text: str = ""

    def has(self, named: Named) -> bool:
        """Return whether a project is among them."""
        project, programme, _ = named
        if self.stages and project.known_stage not in self.stages:
            return False
        if self.levels and not (programme and programme.level in self.levels):
            return False
        words = (project.id, project.name, project.stage.printed if project.stage else "", project.section)
        where = (programme.id, programme.name) if programme else ()
        return _contains(self.sector, (project.sector,)) and _contains(self.text, (*words, *where))


ALL_NAMED = Wanted()


class Listing(NamedTuple):
    """A plan, and those of its named projects that were asked for."""

    plan: Plan
    projects: tuple[Named, ...]

    def __repr__(self) -> str:
        return f"<Listing of {self.plan!r}: {len(self.projects)} projects>"


def named_in(report: Report) -> Iterator[Named]:
    """Yield the named projects of a report in printed order: those of its programmes, and then those of the text."""
    for programme in report.programmes:
        for project in programme.projects:
            yield Named(project, programme, report)
    for project in report.projects:
        yield Named(project, None, report)


def planned(plan: Plan) -> tuple[Named, ...]:
    """Return the named projects of a year's project plan."""
    return tuple(named for report in plan.reports if report.kind != OUTCOME for named in named_in(report))


def done(plan: Plan) -> tuple[Named, ...]:
    """Return the projects that a year's outcome names as built, started or under way."""
    return tuple(named for report in plan.reports if report.kind == OUTCOME for named in named_in(report))


def all_named(plan: Plan) -> tuple[Named, ...]:
    """Return the projects that are planned for a year, or, where none are, those that its outcome names."""
    return planned(plan) or done(plan)


def list_named(plan: Plan, wanted: Wanted) -> Listing:
    """Return the named projects of a plan that are asked for."""
    return Listing(plan, tuple(named for named in all_named(plan) if wanted.has(named)))


def _contains(wanted: str, words: tuple[str, ...]) -> bool:
    return any(wanted.strip().casefold() in word.casefold() for word in words)

"""Which named projects of a year return in a later one, by what the reports print of them.

What was done in a year is laid beside what is planned for the later one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from planctl.messages.message import Message
from planctl.projects.likeness import Clues, Match, candidates, clues_of, compare
from planctl.projects.listing import ALL_NAMED, Named, Wanted, all_named, done, planned
from planctl.report.model import Project
from planctl.report.plan import Plan
from planctl.values.meanings import Stage


class Course(StrEnum):
    """What two stages in successive years say of a project that is the same."""

    ONWARD = "onward"
    COMPLETED_TWICE = "completed-twice"
    STARTED_TWICE = "started-twice"
    BACKWARD = "backward"


class Return(NamedTuple):
    """A project, one of the year after that it is or may be, how sure that is and why, and how it went on.

    `rivals` is how many other pairs claim one of the two, where it is only likely.
    """

    before: Named
    after: Named
    match: Match
    because: Message
    course: Course | None
    rivals: int = 0


class Returns(NamedTuple):
    """Two plans, the projects of the first that return in the second, and those of each that do not."""

    before: Plan
    after: Plan
    returns: tuple[Return, ...]
    gone: tuple[Named, ...]
    new: tuple[Named, ...]

    def __repr__(self) -> str:
        return f"<Returns of {self.before!r} and {self.after!r}: {len(self.returns)} projects>"


def lay_together(before: Plan, after: Plan, wanted: Wanted = ALL_NAMED) -> Returns:
    """Return the named projects of a plan beside those of a later one: the pairs of which either is wanted.

    A project that certainly returns is not held to be likely another one too. One of which only another phase is there
    does not return.
    """
    old = [clues_of(named) for named in done(before) or planned(before)]
    new = [clues_of(named) for named in all_named(after)]
    found = list(_pairs(old, new))
    sure = _sides(each for each in found if each.match is Match.SAME)
    kept = [each for each in found if each.match is not Match.LIKELY or not _sides([each]) & sure]
    paired = _sides(each for each in kept if each.match is not Match.OTHER_PHASE)
    gone, added = (
        tuple(each.named for each in side if id(each.named) not in paired and wanted.has(each.named))
        for side in (old, new)
    )
    shown = (each for each in _with_rivals(kept) if wanted.has(each.before) or wanted.has(each.after))
    return Returns(before, after, tuple(shown), gone, added)


def _pairs(old: Sequence[Clues], new: Sequence[Clues]) -> Iterator[Return]:
    """Yield each project of a year with each of the next that it is or may be.

    What is only likely is not held where the stages contradict it: what was completed does not start, unless the later
    name alone says a phase, and what was started does not start again, unless the names are the same.
    """
    for before, after in candidates(old, new):
        found = compare(before, after)
        if not found:
            continue
        match, because = found
        course = _course(before.project, after.project)
        again = course is Course.STARTED_TWICE and before.core != after.core
        if match is Match.LIKELY and (course is Course.BACKWARD or again):
            if before.project.phase or not after.project.phase:
                continue
            match = Match.OTHER_PHASE
        yield Return(before.named, after.named, match, because, None if match is Match.OTHER_PHASE else course)


def _sides(pairs: Iterable[Return]) -> set[int]:
    return {id(side) for each in pairs for side in (each.before, each.after)}


def _with_rivals(found: list[Return]) -> Iterator[Return]:
    claims = Counter(id(side) for each in found if each.match is Match.LIKELY for side in (each.before, each.after))
    for each in found:
        others = max(claims[id(each.before)], claims[id(each.after)]) - 1
        yield each._replace(rivals=others) if each.match is Match.LIKELY else each


def _course(before: Project, after: Project) -> Course | None:
    old, new = before.known_stage, after.known_stage
    if not (old and new):
        return None
    if old is new:
        twice = {Stage.COMPLETING: Course.COMPLETED_TWICE, Stage.STARTING: Course.STARTED_TWICE}
        return twice.get(new, Course.ONWARD)
    stages = tuple(Stage)
    return Course.ONWARD if stages.index(old) < stages.index(new) else Course.BACKWARD

"""Which named projects of a year return in the next one, by what the report prints of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planctl.grammar.projects import bare_name, core_name, parse_phase
from planctl.messages import Message, say
from planctl.model import Project
from planctl.plan import Plan
from planctl.projects.listing import ALL_NAMED, Named, Wanted, all_named
from planctl.values import Stage

SHORTEST = 4
"""A name with fewer characters inside another one says nothing."""
LONGEST = 200
"""Of a longer name, only its beginning is searched for others."""


class Match(StrEnum):
    """How sure it is that two names are of one project."""

    SAME = "same"
    LIKELY = "likely"
    OTHER_PHASE = "other-phase"


class Course(StrEnum):
    """What two stages in successive years say of a project that is the same."""

    ONWARD = "onward"
    COMPLETED_TWICE = "completed-twice"
    STARTED_TWICE = "started-twice"
    BACKWARD = "backward"


class Return(NamedTuple):
    """A project, one of the year after that it is or may be, how sure that is and why, and how it went on.

    `rivals` is how many others it could be as well, or that could be the one after.
    """

    before: Named
    after: Named
    match: Match
    because: Message
    course: Course | None
    rivals: int = 0


class Returns(NamedTuple):
    """Two plans, the projects of the first that return in the second, and those of each that stand alone."""

    before: Plan
    after: Plan
    returns: tuple[Return, ...]
    gone: tuple[Named, ...]
    new: tuple[Named, ...]


class Clues(NamedTuple):
    """A named project, and what of its name can tell whether another is the same."""

    named: Named
    bare: str
    core: str
    phase: int | None

    @property
    def project(self) -> Project:
        """The project itself."""
        return self.named.project

    @property
    def keys(self) -> set[str]:
        """What two projects have one of in common where their names are equal, or their companies."""
        return {self.project.id, self.bare, self.project.company} - {""}

    def inside(self, lengths: Iterable[int]) -> set[str]:
        """Return every piece of its name that is one of those lengths long."""
        name = self.core[:LONGEST]
        return {name[start : start + length] for length in lengths for start in range(len(name) - length + 1)}


def lay_together(before: Plan, after: Plan, wanted: Wanted = ALL_NAMED) -> Returns:
    """Return the named projects of a plan beside those of a later one: the pairs of which either is wanted.

    A project that certainly returns is not held to be likely another one too.
    """
    old, new = ([_clues(named) for named in all_named(plan)] for plan in (before, after))
    found = [each for one, other in _candidates(old, new) if (each := _compare(one, other))]
    sure = {id(side) for each in found if each.match is Match.SAME for side in (each.before, each.after)}
    kept = [each for each in found if each.match is not Match.LIKELY or not {id(each.before), id(each.after)} & sure]
    paired = {id(side) for each in kept for side in (each.before, each.after)}
    gone, added = (
        tuple(clues.named for clues in side if id(clues.named) not in paired and wanted.has(clues.named))
        for side in (old, new)
    )
    shown = (each for each in _with_rivals(kept) if wanted.has(each.before) or wanted.has(each.after))
    return Returns(before, after, tuple(shown), gone, added)


def _with_rivals(found: list[Return]) -> Iterator[Return]:
    """Yield the pairs, those that are only likely with how many others claim one of the two."""
    claims = Counter(id(side) for each in found if each.match is Match.LIKELY for side in (each.before, each.after))
    for each in found:
        others = max(claims[id(each.before)], claims[id(each.after)]) - 1
        yield each._replace(rivals=others) if each.match is Match.LIKELY else each


def _clues(named: Named) -> Clues:
    name = named.project.name
    return Clues(named, bare_name(name), core_name(name), parse_phase(name))


def _candidates(old: Sequence[Clues], new: Sequence[Clues]) -> Iterator[tuple[Clues, Clues]]:
    """Yield each two for which a rule may answer, in printed order; to ask of all would take too long for long lists.

    They have a key in common, or the name of one is inside that of the other.
    """
    lengths = {len(clues.core) for clues in (*old, *new) if len(clues.core) >= SHORTEST}
    keys = _index((key, count) for count, clues in enumerate(new) for key in clues.keys)
    earlier, later = (_index((clues.core, count) for count, clues in enumerate(side)) for side in (old, new))
    found: set[tuple[int, int]] = set()
    for first, clues in enumerate(old):
        found |= {(first, second) for key in clues.keys for second in keys.get(key, ())}
        found |= {(first, second) for piece in clues.inside(lengths) for second in later.get(piece, ())}
    for second, clues in enumerate(new):
        found |= {(first, second) for piece in clues.inside(lengths) for first in earlier.get(piece, ())}
    for first, second in sorted(found):
        yield old[first], new[second]


def _index(named: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, count in named:
        found[key].append(count)
    return found


def _compare(before: Clues, after: Clues) -> Return | None:
    """Return how a project of a year goes on in one of the next, or `None` where nothing says that it does.

    What is only likely is not held where the stages contradict it: a project that was completed does not start, unless
    the later name alone says a phase.
    """
    found = next((each for rule in RULES if (each := rule(before, after))), None)
    if not found:
        return None
    match, because = found
    course = _course(before.project, after.project)
    if match is Match.LIKELY and course in (Course.STARTED_TWICE, Course.BACKWARD):
        if before.phase or not after.phase:
            return None
        match = Match.OTHER_PHASE
    return Return(before.named, after.named, match, because, None if match is Match.OTHER_PHASE else course)


def _course(before: Project, after: Project) -> Course | None:
    old, new = before.known_stage, after.known_stage
    if not (old and new):
        return None
    if old is new:
        twice = {Stage.COMPLETING: Course.COMPLETED_TWICE, Stage.STARTING: Course.STARTED_TWICE}
        return twice.get(new, Course.ONWARD)
    stages = tuple(Stage)
    return Course.ONWARD if stages.index(old) < stages.index(new) else Course.BACKWARD


def same_name(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """Equal names, but for quotation marks and a closing 项目 or 工程; or one id, for the transcriber knew."""
    if before.bare == after.bare:
        return Match.SAME, say("the same name")
    return (Match.SAME, say("one id in both files")) if before.project.id == after.project.id else None


def same_product(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """The same company and product: sure where both names say the same phase, likely where one says none."""
    old, new = before.project, after.project
    if not (old.company and old.company == new.company):
        return None
    if old.product and old.product == new.product:
        match = _by_phase(before, after, Match.SAME)
        if match is Match.SAME:
            return match, say("the same company, product and phase")
        one_sided = (before.phase is None) != (after.phase is None)
        return match, (
            say("the same company and product, and one phase is not printed")
            if one_sided
            else say("the same company and product")
        )
    if not (old.product and new.product):
        return _by_phase(before, after, Match.LIKELY), say("the same company, and one product is not printed")
    return None


def near_name(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """Without phase, section and brackets, the names are equal, or one is inside the other."""
    shorter, longer = sorted((before.core, after.core), key=len)
    if len(shorter) < SHORTEST or shorter not in longer:
        return None
    because = say("the same name without phase and brackets") if shorter == longer else say("one name is in the other")
    return _by_phase(before, after, Match.LIKELY), because


RULES: tuple[Callable[[Clues, Clues], tuple[Match, Message] | None], ...] = (same_name, same_product, near_name)
"""Asked in this order; the first that answers decides."""


def _by_phase(before: Clues, after: Clues, with_the_same: Match) -> Match:
    """Return the match of two names by their phases, where all else agrees."""
    if before.phase is None or after.phase is None:
        return Match.LIKELY
    return with_the_same if before.phase == after.phase else Match.OTHER_PHASE

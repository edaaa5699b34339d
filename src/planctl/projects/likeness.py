"""Whether the names of two projects are of one: the rules, and where they can answer at all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from planctl.grammar.projects import bare_name, bracketed, core_name
from planctl.messages.message import Message, say
from planctl.projects.listing import Named
from planctl.report.model import Project

SHORTEST = 4
"""A name with fewer characters inside another one says nothing."""

MOST_CANDIDATES = 200_000
"""So many pairs are looked at; more come of lists that are not of a plan."""


class Match(StrEnum):
    """How sure it is that two names are of one project."""

    SAME = "same"
    LIKELY = "likely"
    OTHER_PHASE = "other-phase"


class Clues(NamedTuple):
    """A named project, and what of its name can tell whether another is the same."""

    named: Named
    bare: str
    core: str
    brackets: tuple[str, ...]

    @property
    def project(self) -> Project:
        """The project itself."""
        return self.named.project

    @property
    def keys(self) -> set[str]:
        """What two projects have one of in common where their ids or names are equal, or their products."""
        made = f"{self.project.company}\n{self.project.product}" if self.project.company else ""
        return {f"id {self.project.id}", self.bare, made} - {""}


def clues_of(named: Named) -> Clues:
    """Return what of a project's name can tell whether another is the same."""
    name = named.project.name
    return Clues(named, bare_name(name), core_name(name), bracketed(name))


def candidates(old: Sequence[Clues], new: Sequence[Clues]) -> Iterator[tuple[Clues, Clues]]:
    """Yield each two for which a rule may answer, in printed order, and no more than `MOST_CANDIDATES`.

    They have an id, a name or a product in common, one of them has the company of the other and no product, or the
    name of one is inside that of the other: to ask it of all would take too long for long lists.
    """
    found = set(islice(_meetings(old, new), MOST_CANDIDATES))
    for first, second in sorted(found):
        yield old[first], new[second]


def _meetings(old: Sequence[Clues], new: Sequence[Clues]) -> Iterator[tuple[int, int]]:
    keys = _index((key, count) for count, clues in enumerate(new) for key in clues.keys)
    for first, clues in enumerate(old):
        yield from ((first, second) for key in clues.keys for second in keys.get(key, ()))
    yield from _claims(old, new)
    yield from ((first, second) for second, first in _claims(new, old))


def _claims(side: Sequence[Clues], others: Sequence[Clues]) -> Iterator[tuple[int, int]]:
    """Yield each of a side with those of the other whose name is inside its own, or whose company alone it prints."""
    starts = _index((each.core[:SHORTEST], count) for count, each in enumerate(others))
    makers = _index((each.project.company, count) for count, each in enumerate(others))
    for count, clues in enumerate(side):
        yield from ((count, other) for other in _inside(clues.core, starts, others))
        if clues.project.company and not clues.project.product:
            yield from ((count, other) for other in makers.get(clues.project.company, ()))


def _inside(name: str, starts: Mapping[str, list[int]], others: Sequence[Clues]) -> Iterator[int]:
    """Yield those of the others whose name is inside this one."""
    for start in range(len(name) - SHORTEST + 1):
        for count in starts.get(name[start : start + SHORTEST], ()):
            if name.startswith(others[count].core, start):
                yield count


def _index(named: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, count in named:
        found[key].append(count)
    return found


def compare(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """Return how sure it is that two names are of one project, and why; `None` where nothing says that they are."""
    return next((found for rule in RULES if (found := rule(before, after))), None)


def same_name(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """Equal names, but for quotation marks and a closing 项目 or 工程; or one id, for the transcriber knew."""
    if before.bare and before.bare == after.bare:
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
        if (old.phase is None) != (new.phase is None):
            return match, say("the same company and product, and one phase is not printed")
        return match, say("the same company and product")
    if not (old.product and new.product):
        return _by_phase(before, after, Match.LIKELY), say("the same company, and one product is not printed")
    return None


def near_name(before: Clues, after: Clues) -> tuple[Match, Message] | None:
    """Without phase, section and brackets, the names are equal, or one is inside the other.

    Where both print a product, or both something in brackets, and it is not the same, they are not of one project.
    """
    shorter, longer = sorted((before.core, after.core), key=len)
    if len(shorter) < SHORTEST or shorter not in longer:
        return None
    products = before.project.product, after.project.product
    if all(products) and products[0] != products[1]:
        return None
    phases = (before.project.phase, after.project.phase)
    if before.brackets and after.brackets and before.brackets != after.brackets and None in phases:
        return None
    because = say("the same name without phase and brackets") if shorter == longer else say("one name is in the other")
    return _by_phase(before, after, Match.LIKELY), because


RULES: tuple[Callable[[Clues, Clues], tuple[Match, Message] | None], ...] = (same_name, same_product, near_name)
"""Asked in this order; the first that answers decides."""


def _by_phase(before: Clues, after: Clues, with_the_same: Match) -> Match:
    """Return the match of two names by their phases, where all else agrees."""
    old, new = before.project.phase, after.project.phase
    if old is None or new is None:
        return Match.LIKELY
    return with_the_same if old == new else Match.OTHER_PHASE

"""Proposals for rows that stand alone on both sides of a diff, for the person who transcribes. Nothing applies them."""

from collections import Counter
from itertools import islice
from typing import NamedTuple

from planctl.diff.changes import Added, Diff, Dropped, with_parts
from planctl.messages.suggestions import MOST_COMPARISONS, likeness
from planctl.report.model import Indicator

LEAST = 60
SURE = 90
MOST_EACH = 2


class Proposal(NamedTuple):
    """Two rows that may be one series, or of which one may follow the other, and how like their names are, of 100."""

    before: Indicator
    after: Indicator
    likeness: int


def propose(diff: Diff) -> tuple[Proposal, ...]:
    """Return what an added row may go on from among the dropped ones: at most two each, the likeliest first.

    A row whose name is nearly another's is proposed for that one alone.
    """
    dropped = [change.before.case.indicator for change in with_parts(diff.changes) if isinstance(change, Dropped)]
    rows = [change.after.indicator for change in with_parts(diff.changes) if isinstance(change, Added)]
    added = [row for row in rows if not row.follows]
    pairs = islice(((new, old) for new in added for old in dropped if _share(new, old)), MOST_COMPARISONS)
    found = [Proposal(old, new, _likeness(old, new)) for new, old in pairs]
    ranked = sorted((each for each in found if each.likeness >= LEAST), key=lambda each: -each.likeness)
    chosen: list[Proposal] = []
    proposed: Counter[str] = Counter()
    sure: set[str] = set()
    for each in ranked:
        if proposed[each.after.id] < MOST_EACH and not sure & {each.before.id, each.after.id}:
            chosen.append(each)
            proposed[each.after.id] += 1
            sure |= {each.before.id, each.after.id} if each.likeness >= SURE else set()
    return tuple(chosen)


def _share(new: Indicator, old: Indicator) -> bool:
    """Return whether two names have two signs in common, or one English name, without which they cannot be alike."""
    named = bool(new.name_en) and new.name_en.casefold() == old.name_en.casefold()
    return named or len(set(new.name) & set(old.name)) > 1


def _likeness(old: Indicator, new: Indicator) -> int:
    return max(likeness(old.name, new.name), likeness(_words(old.name_en), _words(new.name_en)))


def _words(name: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()

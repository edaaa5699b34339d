"""What a misspelt word may have meant, and how like two names are."""

from collections.abc import Iterable, Sequence

MOST_COMPARISONS = 20_000
"""Comparing takes some ten microseconds; a file with ten thousand faults must not take minutes to be refused."""


LONGEST = 200
"""Names are compared as far as that; matching takes longer than in proportion to their length."""


def likeness(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how like two names are, from 0 to 100, by the characters or words that they share in the same order.

    The mean of what both share of their whole and of the shorter one, so that a name that lost a qualifier is near.
    """
    from difflib import SequenceMatcher

    one, other = one[:LONGEST], other[:LONGEST]
    if not (one and other):
        return 0
    shared = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    lengths = len(one) + len(other), min(len(one), len(other))
    return round(100 * shared / lengths[0] + 50 * shared / lengths[1])


class Suggestions:
    """Known words to suggest from, until enough has been compared; after that there are no more suggestions."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._left = MOST_COMPARISONS

    def near(self, word: str, most: int = 3, likeness: float = 0.6) -> tuple[str, ...]:
        """Return the known words that are nearly `word`, the nearest first, or none."""
        from difflib import get_close_matches

        self._left -= len(self._known)
        return tuple(get_close_matches(word, self._known, most, likeness)) if self._left >= 0 else ()

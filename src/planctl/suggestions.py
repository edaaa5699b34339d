"""What a misspelt word may have meant."""

from collections.abc import Iterable

MOST_COMPARISONS = 20_000
"""Comparing takes some ten microseconds; a file with ten thousand faults must not take minutes to be refused."""


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

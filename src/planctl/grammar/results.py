"""What a report in prose says came of the year: names with their figures, as sentences of targets are read.

What is said of several years, of a part of the year, of a part of the whole or beside others is none of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planctl.grammar.periods import SpokenTime, marks_in
from planctl.grammar.result_clauses import Result, results_of
from planctl.grammar.target_clauses import Target

_SENTENCE = re.compile("[^。;!?]+")


def results_in(text: str, begun: Sequence[int] = (), year: int = 0) -> Iterator[Target]:
    """Yield what a normal text says came of its year, in its order, as targets are read: names with their figures.

    The text is what looks back in a report that plans for a year (0 where unknown), without what it plans; `begun` is
    where it begins again behind a heading, in order. Of a part (其中) the prefix says so; what is told in words has no
    figure.
    """
    section = SpokenTime.YEAR
    for start, sentence in _sentences(text, begun):
        marks = marks_in(sentence, year)
        period, waiting = section, list(reversed(marks))
        for found in results_of(sentence):
            while waiting and waiting[-1].at <= found.words[0]:
                period = waiting.pop().period
            if period is SpokenTime.YEAR:
                yield _moved(found, start)
        section = next((each.period for each in reversed(marks) if each.opens), section)


def _sentences(text: str, begun: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield each sentence with where it begins; a heading is one of its own."""
    for first, last in pairwise((0, *begun, len(text))):
        for sentence in _SENTENCE.finditer(text, first, last):
            yield sentence.start(), sentence[0]


def _moved(found: Result, by: int) -> Target:
    (first, last), (start, end) = found.clause, found.words
    place, words = (first + by, last + by), (start + by, end + by)
    return Target(found.name, found.value, place, words, found.prefix, shared=found.shared)

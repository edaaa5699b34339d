"""The clauses of a sentence and their pieces, as its signs part them, and what is read of them: names with targets.

Texts are normal (half-width, without white space).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.grammar.documents import BULLETS

Span = tuple[int, int]

_PIECE = re.compile(
    rf"(?:\([^()]{{0,60}}\)|“[^“”]{{0,60}}”|(?<=[0-9]),(?=[0-9]{{3}}(?![0-9]))|[^,;。!、()“”{BULLETS}]|[()“”])++"
)
_PART_IN_BRACKETS = re.compile("\\((其中[^()]{2,120})\\)")
LEAST_NAME = 2


class Target(NamedTuple):
    """A target, or a result: what it is of, itself as printed, where its clause stands, and in that its own words.

    `prefix` is 其中 where it is of a part of the row before. `shared` says that its figure is one of several. Of
    a result, `guess` is what calls it an estimate, apart from its words, `stated` what it says of its target, and
    `planned` the target that is named before it.
    """

    name: str
    target: str
    clause: Span
    words: Span
    prefix: str = ""
    shared: bool = False
    guess: str = ""
    stated: str = ""
    planned: str = ""

    def moved(self, by: int) -> "Target":
        """Return it as it stands in a longer text, that has so many signs before it."""
        (first, last), (start, end) = self.clause, self.words
        return self._replace(clause=(first + by, last + by), words=(start + by, end + by))


def parts_unbracketed(text: str) -> str:
    """Return a normal text as long as it is with what it says of parts in brackets between commas: (其中 …)."""
    return _PART_IN_BRACKETS.sub(r",\1,", text)


def clauses_in(text: str) -> Iterator[list[Span]]:
    """Yield each clause between two commas, as the pieces that 、 parts."""
    clause: list[Span] = []
    for found in _PIECE.finditer(text):
        if clause and text[clause[-1][1] : found.start()] != "、":
            yield clause
            clause = []
        clause.append(found.span())
    if clause:
        yield clause

"""What a stream can show: how wide it is, which signs it can write, and in which language."""

from typing import NamedTuple

from planctl.judging.verdict import Status
from planctl.showing.wording import ENGLISH, Wording
from planctl.values.characters import escaped


class Signs(NamedTuple):
    """The signs that stand beside words; every one has a word beside it."""

    status: dict[Status, str]
    becomes: str
    raised: str
    lowered: str
    minus: str
    at_least: str
    at_most: str
    bar: str
    mark: str
    beyond: str
    rule: str
    heights: str


def _signs(met: str, unmet: str, discontinued: str, pending: str, **others: str) -> Signs:
    shown = (met, unmet, discontinued, pending, "?")
    return Signs(dict(zip(Status, shown, strict=True)), **others)


SIGNS: tuple[Signs, ...] = (
    _signs(
        "✓",
        "✗",
        "⊘",
        "…",
        becomes="→",
        raised="↑",
        lowered="↓",
        minus="−",
        at_least="≥",
        at_most="≤",
        bar="█",
        mark="│",
        beyond="▶",
        rule="─",
        heights="▁▂▃▄▅▆▇█",
    ),
    _signs(
        "√",
        "×",
        "○",
        "…",
        becomes="→",
        raised="↑",
        lowered="↓",
        minus="-",
        at_least="≥",
        at_most="≤",
        bar="█",
        mark="│",
        beyond=">",
        rule="─",
        heights="▁▂▃▄▅▆▇█",
    ),
    _signs(
        "+",
        "x",
        "o",
        ".",
        becomes="->",
        raised="^",
        lowered="v",
        minus="-",
        at_least=">=",
        at_most="<=",
        bar="#",
        mark="|",
        beyond=">",
        rule="-",
        heights="_.-=+*#%",
    ),
)
"""The best signs first; a stream gets the first of which it can write all."""


class Look:
    """A stream's width in cells (`None` where it has no edge), its encoding and best signs, and a reader's language.

    `columns` are those that the reader wants of the table, by key or title; all that there is room for without any.
    Places are named as in `folder` where that is given: what is handed on names nothing of the machine it was made on.
    """

    def __init__(
        self,
        width: int | None,
        encoding: str,
        wording: Wording = ENGLISH,
        columns: tuple[str, ...] = (),
        folder: str = "",
    ) -> None:
        self.folder = folder
        self.columns = columns
        self.width = width
        self.encoding = encoding
        self.wording = wording
        self.signs = next((signs for signs in SIGNS if self._can_write(signs)), SIGNS[-1])

    def writable(self, text: str) -> str:
        """Return the text with backslash escapes for what the stream cannot write or does harm, to be laid out so."""
        return escaped(text).encode(self.encoding, "backslashreplace").decode(self.encoding)

    def _can_write(self, signs: Signs) -> bool:
        others = (sign for sign in signs if isinstance(sign, str))
        whole = "".join((*signs.status.values(), *others))
        return self.writable(whole) == whole

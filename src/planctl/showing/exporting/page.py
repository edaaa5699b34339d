"""Pages for people, made field by field, and their values as text."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from planctl.messages.message import say
from planctl.showing.exporting.tables import Page, Value, harmless, plain
from planctl.showing.wording import Wording
from planctl.values.characters import escaped

Row = TypeVar("Row")

INDENT = "\u3000"
"""What sets in the name of a part."""


class Field(NamedTuple, Generic[Row]):
    """A column: its head and what stands in it; whether a document has room for it, and if it is for English alone."""

    head: str
    value: Callable[[Row], Value]
    brief: bool = False
    english: bool = False


def page_of(
    title: str,
    fields: Iterable[Field[Row]],
    rows: Iterable[Row],
    wording: Wording,
    lines: Iterable[str] = (),
    *,
    is_parted: bool = False,
) -> Page:
    """Return the page with a line for each row; what only readers of English want is left out for others."""
    shown = tuple(field for field in fields if wording.is_english or not field.english)
    return Page(
        title,
        tuple(field.head for field in shown),
        tuple(tuple(harmless(field.value(row)) for field in shown) for row in rows),
        tuple(at for at, field in enumerate(shown) if field.brief),
        tuple(map(escaped, lines)),
        is_parted,
    )


WORDS = {
    "points": say("points"),
    "indicators": say("indicators"),
    "targets": say("targets"),
    "projects": say("projects"),
}
"""Words of ours that are no members of an enumeration: a unit, and the kinds of reports."""


def shown(value: Value, wording: Wording) -> str:
    """Return a value as text for people: a word of ours in their language, and figures as they are."""
    if isinstance(value, StrEnum):
        return wording.term(value)
    return wording(WORDS[value]) if isinstance(value, str) and value in WORDS else plain(value)

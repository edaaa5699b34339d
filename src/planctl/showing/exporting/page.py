"""Pages for people, made field by field, and their values as text."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from planctl.messages.message import say
from planctl.showing.exporting.figures import single_value
from planctl.showing.exporting.tables import Value, WorkbookPage, harmless, plain
from planctl.showing.fields import Field, Fields, Output, Row, chosen, worded
from planctl.showing.wording import Wording
from planctl.values.characters import escaped

INDENT = "\u3000"
"""What sets in the name of a part."""


def page_of(
    title: str,
    fields: Fields[Row],
    rows: Iterable[Row],
    wording: Wording,
    lines: Iterable[str] = (),
    *,
    is_parted: bool = False,
    is_part: Callable[[Row], bool] = lambda _: False,
) -> WorkbookPage:
    """Return the page with a line for each row; what only readers of English want is left out for others.

    What parts the rows comes first, then what a document has room for; last, for each cell that is read, its figure.
    """
    found = [each for each in chosen(fields, Output.SHEET) if wording.is_english or not each.english]
    first, rest = found[: int(is_parted)], found[int(is_parted) :]
    kept = [*first, *sorted(rest, key=lambda field: Output.DOCUMENT not in field.outputs)]
    read = [each for each in kept if each.reads]
    heads = (
        *(wording(each.title) for each in kept),
        *(wording.say("{title} as a number", title=each.title) for each in read),
    )

    def line(row: Row) -> Iterator[Value]:
        for field in kept:
            said = worded(field.for_people(row), wording)
            yield harmless(f"{INDENT}{said}" if field.names and said and is_part(row) else _numbered(said, field))
        yield from (single_value(each.for_people(row)) for each in read)

    return WorkbookPage(
        title,
        heads,
        tuple(tuple(line(row)) for row in rows),
        tuple(at for at, each in enumerate(kept) if Output.DOCUMENT in each.outputs),
        tuple(map(escaped, lines)),
        is_parted,
        next((at for at, each in enumerate(kept) if each.names), 0),
    )


def _numbered(said: Value, field: Field[Row]) -> Value:
    """Return the number that a row is printed with as one, to be sorted by; any other value as it is."""
    is_number = field.right and isinstance(said, str) and said.isascii() and said.isdigit()
    return int(str(said)) if is_number else said


WORDS = {
    "points": say("points"),
    "indicators": say("indicators"),
    "targets": say("targets"),
    "projects": say("projects"),
    "final": say("final figures"),
}
"""Words of ours that are no members of an enumeration: a unit, and the kinds of reports."""


def shown(value: Value, wording: Wording) -> str:
    """Return a value as text for people: a word of ours in their language, and figures as they are."""
    if isinstance(value, StrEnum):
        return wording.term(value)
    return wording(WORDS[value]) if isinstance(value, str) and value in WORDS else plain(value)

"""Pages for people, made field by field, and their values as text."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from planctl.messages.message import say
from planctl.showing.exporting.figures import single_value
from planctl.showing.exporting.tables import Value, WorkbookPage, harmless, plain
from planctl.showing.fields import Fields, Output, Row, chosen, worded
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

    A cell that is read has its single figure in a column beside it.
    """
    kept = [each for each in chosen(fields, Output.SHEET) if wording.is_english or not each.english]
    heads: list[str] = []
    brief: list[int] = []
    for field in kept:
        brief += [len(heads)] if Output.DOCUMENT in field.outputs else []
        heads.append(wording(field.title))
        heads += [wording.say("{title} as a number", title=field.title)] if field.reads else []

    def line(row: Row) -> Iterator[Value]:
        for field in kept:
            value = field.for_people(row)
            said = worded(value, wording)
            yield harmless(f"{INDENT}{said}" if field.indents and said and is_part(row) else said)
            if field.reads:
                yield single_value(value)

    return WorkbookPage(
        title,
        tuple(heads),
        tuple(tuple(line(row)) for row in rows),
        tuple(brief),
        tuple(map(escaped, lines)),
        is_parted,
    )


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

"""`planctl statements --pairs`: figures in the prose beside those of the year before that they take up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.diff.movement import Shift
from planctl.diff.statements import Against, Pairs, Taken
from planctl.messages.message import say
from planctl.showing.change import shift_fields
from planctl.showing.fields import (
    NOWHERE,
    PAGES,
    UNTITLED,
    Field,
    Output,
    Styled,
    Type,
    brief_of,
    csv_of,
    object_of,
    side,
    table_of,
)
from planctl.showing.look import Look
from planctl.showing.movement import AGAINST_STYLES, against_text, moved_text
from planctl.showing.pieces import heading
from planctl.showing.reading import actual_reading
from planctl.showing.sheet import Sheet
from planctl.showing.statements import STATEMENT, StatementRow, statement_document
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


class PairRow(NamedTuple):
    """A figure in the prose of a year beside the one that it takes up, and which of all pairs it is, from 1."""

    pairs: Pairs
    taken: Taken
    position: int = 0

    @property
    def before(self) -> StatementRow:
        """The statement of the year before."""
        return StatementRow(self.pairs.before, self.taken.before)

    @property
    def after(self) -> StatementRow:
        """The statement that takes it up."""
        return StatementRow(self.pairs.after, self.taken.after)

    @property
    def key(self) -> str:
        """What tells it apart in a dataset."""
        before, after = self.pairs.before, self.pairs.after
        return f"{after.region.code}.{before.year}-{after.year}.{self.position}"


def pair_rows(pairs: Pairs) -> Iterator[PairRow]:
    """Yield each pair, in the order of the later report."""
    return (PairRow(pairs, taken, position) for position, taken in enumerate(pairs.pairs, 1))


def _moved(row: PairRow, look: Look) -> Styled:
    return moved_text(row.taken.moved, row.taken.flags, look), ""


def _before(row: PairRow) -> StatementRow:
    return row.before


def _after(row: PairRow) -> StatementRow:
    return row.after


def _shift(row: PairRow) -> Shift | None:
    return row.taken.moved.shift


IN = ("pairs",)
SIDE_KEYS = ("id", "section", "label", "value", "period")
SIDES = tuple(field for key in SIDE_KEYS for field in STATEMENT if field.key == key)


# fmt: off
def pair_fields(old: str = "", new: str = "") -> tuple[Field[PairRow], ...]:
    """Return the fields of a pair of figures of two years."""
    return (
        Field("key", UNTITLED, say("Region, both years and position."), lambda row: row.key, outputs=NOWHERE, tables=IN,
            required=True),
        Field("region", UNTITLED, say("Whose plans they are."), lambda row: row.pairs.after.region.code,
            outputs=NOWHERE, tables=IN, references="regions", required=True),
        Field("from_year", say("Year before"), say("The year before."), lambda row: row.pairs.before.year, Type.INTEGER,
            outputs=Output.SHEET, tables=IN, required=True),
        Field("to_year", say("Year after"), say("The year after."), lambda row: row.pairs.after.year, Type.INTEGER,
            outputs=PAGES, tables=IN, required=True),
        Field("before_key", UNTITLED, say("The statement of the year before."), lambda row: row.before.key,
            outputs=NOWHERE, tables=IN, references="statements", required=True),
        Field("after_key", UNTITLED, say("The statement of the year after."), lambda row: row.after.key,
            outputs=NOWHERE, tables=IN, references="statements", required=True),
        *side("before", old, SIDES, _before, SIDE_KEYS),
        *side("after", new, SIDES, _after, SIDE_KEYS),
        Field("target", say("Than in {year}", year=old) if old else say("Than before"),
            say("Whether the target is above, at or below what was reached, or cannot be compared."),
            lambda row: row.taken.against, tables=IN, required=True,
            shown=lambda row, look: (against_text(row.taken.against, look), AGAINST_STYLES[row.taken.against])),
        Field("label", say("Figure of"), say("What the figure is of, in Chinese."), lambda row: row.taken.after.label,
            outputs=Output.TABLE | PAGES, least=16, names=True),
        Field("label_en", say("in English"), say("What the figure is of, in English."),
            lambda row: row.taken.after.label_en, outputs=Output.TABLE | Output.SHEET, style="dim", least=30, spare=3,
            english=True),
        Field("figure_before", say("In {year}", year=old), say("The figure before."),
            lambda row: row.taken.before.value, outputs=Output.TABLE, least=10),
        Field("figure_after", say("For {year}", year=new), say("The figure after."),
            lambda row: row.taken.after.value, outputs=Output.TABLE, least=10),
        Field("figure_before", say("Figure before"), say("The figure before."), lambda row: row.taken.before.value,
            outputs=PAGES, reads=actual_reading),
        Field("figure_after", say("Figure after"), say("The figure after."), lambda row: row.taken.after.value,
            outputs=PAGES, reads=actual_reading),
        *shift_fields(_shift, _moved, IN),
        Field("period", say("Period"), say("Whether it is of the year or cumulative."),
            lambda row: row.taken.after.period, outputs=Output.TABLE | Output.SHEET, style="dim", spare=2),
        Field("flags", UNTITLED, say("What else changed."), lambda row: row.taken.flags, outputs=Output.OBJECT),
        Field("section_before", say("Section before"), say("Where the report before has it."),
            lambda row: row.taken.before.section, outputs=Output.SHEET),
        Field("section_after", say("Section after"), say("Where the report after has it."),
            lambda row: row.taken.after.section, outputs=Output.SHEET),
        Field("id", say("Id"), say("The identity of the statement."), lambda row: row.taken.after.id,
            outputs=Output.SHEET),
    )
# fmt: on


PAIR = pair_fields()


def document(pairs: Pairs, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `statements --pairs`."""
    return {
        "schema": 1,
        "region": pairs.after.region._asdict(),
        "from": pairs.before.year,
        "to": pairs.after.year,
        "pairs": [
            {
                "before": statement_document(pairs.before, row.taken.before, wording),
                "after": statement_document(pairs.after, row.taken.after, wording),
                **object_of(PAIR, row, wording),
            }
            for row in pair_rows(pairs)
        ],
    }


def sheet(pairs: Pairs, wording: Wording) -> Sheet:
    """Return a row for each pair."""
    return csv_of(PAIR, pair_rows(pairs), wording)


def brief(pairs: Pairs, wording: Wording) -> Sheet:
    """Return a row for each pair, with what a reader wants of it."""
    return brief_of(PAIR, pair_rows(pairs), wording)


def table(pairs: Pairs, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each pair, and how many went which way."""
    from planctl.showing.table import Piece, fit_lines, left_out

    old, new = pairs.before.year, pairs.after.year
    say = look.wording.say
    shown = table_of(pair_fields(str(old), str(new)), pair_rows(pairs), look)
    counts = Counter(each.against for each in pairs.pairs)
    said = look.wording.summed((counts[against], against) for against in Against)
    total = say("no pairs")
    if said:
        total = say(
            "{count} pairs = {counts} what was reached in {year}", count=len(pairs.pairs), counts=said, year=str(old)
        )
    below = [Piece(""), Piece(total), *left_out(shown, look)]
    head = heading(pairs.after, look, f"{old} {look.signs.becomes} {new}", comes_to=total)
    return [head, shown, fit_lines(below, look)]

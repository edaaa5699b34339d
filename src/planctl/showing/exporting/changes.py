"""The tables of changes: what became of each target, and of each figure in the prose, in the next plan."""

from collections.abc import Iterator, Sequence

from planctl.diff.changes import Added, Change, Diff, Dropped, Paired
from planctl.diff.movement import Shift
from planctl.diff.statements import Pairs
from planctl.diff.summary import fate
from planctl.messages.message import say
from planctl.showing.change import remark_of
from planctl.showing.exporting.indicators import row_key
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.statements import statement_key
from planctl.showing.exporting.tables import Column, Record, Shape, Table, Type, key_of, tabulate
from planctl.showing.wording import Wording
from planctl.values.units import is_rate

_SHIFT = (
    Column("change", Type.DECIMAL, say("The new figure minus the old one.")),
    Column("change_unit", Type.TEXT, say("The unit of the change; points for rates.")),
    Column("change_percent", Type.DECIMAL, say("The change in per cent of the old figure.")),
)
CHANGES = Shape(
    "changes",
    say("What became of each row of a plan in the next one."),
    (
        Column("key", Type.TEXT, say("Region, both years and position."), required=True),
        Column("region", Type.TEXT, say("Whose plans they are."), "regions", required=True),
        Column("from_year", Type.INTEGER, say("The year of the plan before."), required=True),
        Column("to_year", Type.INTEGER, say("The year of the plan after."), required=True),
        Column("position", Type.INTEGER, say("Which of the changes it is, from 1."), required=True),
        Column("part_of_key", Type.TEXT, say("The change of the row that it is printed under."), "changes"),
        Column("became", Type.TEXT, say("What became of the target, in one word."), required=True),
        Column("relation", Type.TEXT, say("How the rows are related."), required=True),
        Column("before_key", Type.TEXT, say("The row of the plan before."), "indicators"),
        Column("after_key", Type.TEXT, say("The row of the plan after."), "indicators"),
        Column("before_id", Type.TEXT, say("The id of the row before.")),
        Column("after_id", Type.TEXT, say("The id of the row after.")),
        Column("target", Type.TEXT, say("Whether the target was raised, lowered and so on.")),
        *_SHIFT,
        Column("versus_actual", Type.TEXT, say("How the new target stands to the last result.")),
        Column("versus_actual_change", Type.DECIMAL, say("The new target minus the last result.")),
        Column("flags", Type.TEXT, say("What else a reader should know, with spaces between.")),
        Column("remark", Type.TEXT, say("Why a row follows another one, and what we note of both.")),
    ),
)
PAIRS = Shape(
    "pairs",
    say("The figures in the prose that take up one of the year before."),
    (
        Column("key", Type.TEXT, say("Region, both years and position."), required=True),
        Column("region", Type.TEXT, say("Whose plans they are."), "regions", required=True),
        Column("from_year", Type.INTEGER, say("The year before."), required=True),
        Column("to_year", Type.INTEGER, say("The year after."), required=True),
        Column("before_key", Type.TEXT, say("The statement of the year before."), "statements", required=True),
        Column("after_key", Type.TEXT, say("The statement of the year after."), "statements", required=True),
        Column("target", Type.TEXT, say("Whether the figure was raised, lowered and so on."), required=True),
        *_SHIFT,
    ),
)


def change_tables(material: Material, wording: Wording) -> tuple[Table, ...]:
    """Return the tables of changes and of pairs, of each two successive years."""
    return (
        tabulate(CHANGES, (record for diff in material.diffs for record in _changes(diff, wording))),
        tabulate(PAIRS, (record for pairs in material.pairs for record in _pairs(pairs))),
    )


def in_order(
    changes: Sequence[Change], owner: int | None = None, first: int = 1
) -> Iterator[tuple[int, int | None, Change]]:
    """Yield each change and then those of its parts, with its position and that of the change that it is part of."""
    position = first
    for change in changes:
        yield position, owner, change
        inside = tuple(in_order(change.parts, position, position + 1))
        yield from inside
        position += 1 + len(inside)


def shift_record(shift: Shift | None) -> Record:
    """Return how far a figure moved, in its unit and in per cent."""
    return {
        "change": shift.size if shift else None,
        "change_unit": ("points" if is_rate(shift.unit) else shift.unit or None) if shift else None,
        "change_percent": shift.percent if shift else None,
    }


def _changes(diff: Diff, wording: Wording) -> Iterator[Record]:
    before, after = diff.before.plan, diff.after

    def key(position: int) -> str:
        return key_of(after.region.code, f"{before.year}-{after.year}", position)

    for position, owner, change in in_order(diff.changes):
        pair = change if isinstance(change, Paired) else None
        old = None if isinstance(change, Added) else change.before.case.indicator.id
        new = None if isinstance(change, Dropped) else change.after.indicator.id
        stands = pair.standing if pair else None
        yield {
            "key": key(position),
            "region": after.region.code,
            "from_year": before.year,
            "to_year": after.year,
            "position": position,
            "part_of_key": key(owner) if owner else None,
            "became": fate(change).value,
            "relation": change.relation.value,
            "before_key": row_key(before, old) if old else None,
            "after_key": row_key(after, new) if new else None,
            "before_id": old,
            "after_id": new,
            "target": pair.target.value if pair and pair.target else None,
            **shift_record(pair.moved.shift if pair else None),
            "versus_actual": stands.standing.value if stands else None,
            "versus_actual_change": stands.shift.size if stands and stands.shift else None,
            "flags": (" ".join(mark.value for mark in pair.marks) or None) if pair else None,
            "remark": remark_of(change, wording),
        }


def _pairs(pairs: Pairs) -> Iterator[Record]:
    before, after = pairs.before, pairs.after
    for position, each in enumerate(pairs.pairs, 1):
        yield {
            "key": key_of(after.region.code, f"{before.year}-{after.year}", position),
            "region": after.region.code,
            "from_year": before.year,
            "to_year": after.year,
            "before_key": statement_key(before, each.before),
            "after_key": statement_key(after, each.after),
            "target": each.moved.movement.value,
            **shift_record(each.moved.shift),
        }

"""What became of a row in the next plan: a change described once, for every output."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from planctl.diff.bridge import Bridge
from planctl.diff.changes import Added, Change, Diff, Dropped, Paired
from planctl.diff.movement import Shift, Stands
from planctl.diff.summary import fate, rows_of
from planctl.judging.cases import Judged
from planctl.judging.verdict import Status
from planctl.messages.message import say
from planctl.report.model import Indicator, Text
from planctl.showing.fields import ALL, NOWHERE, PROGRAMS, UNTITLED, Field, Output, Row, Styled, Type, object_of, side
from planctl.showing.indicator import CONTRACT as ROW_CONTRACT
from planctl.showing.indicator import SIDE, row_key
from planctl.showing.look import Look
from planctl.showing.movement import FATE_STYLES, both, fate_text, is_marked, reached_bar, shift_text, standing_text
from planctl.showing.pieces import STYLES, cell_text, printed_name, status_text, target_text
from planctl.showing.wording import Wording
from planctl.values.units import is_rate


class ChangeRow(NamedTuple):
    """A change, which of all it is from 1, that of the row that it is printed under, and its bridge if one is shown."""

    change: Change
    diff: Diff | None = None
    position: int = 0
    owner: "ChangeRow | None" = None
    bridge: Bridge | None = None

    @property
    def pair(self) -> Paired | None:
        """The change, where the row goes on."""
        return self.change if isinstance(self.change, Paired) else None

    @property
    def before(self) -> Judged | None:
        """The row before, judged."""
        return None if isinstance(self.change, Added) else self.change.before

    @property
    def old(self) -> Indicator | None:
        """The row before."""
        return self.before.case.indicator if self.before else None

    @property
    def new(self) -> Indicator | None:
        """The row after."""
        return None if isinstance(self.change, Dropped) else self.change.after.indicator

    @property
    def status(self) -> Status | None:
        """What had become of the row before."""
        return self.before.verdict.status if self.before and self.before.verdict else None

    @property
    def shift(self) -> Shift | None:
        """How far the target moved."""
        return self.pair.moved.shift if self.pair else None

    @property
    def stands(self) -> Stands | None:
        """How the new target stands to the last result."""
        return self.pair.standing if self.pair else None

    @property
    def units_differ(self) -> bool:
        """Whether figures need their units beside them."""
        return bool(self.old and self.new and self.old.unit != self.new.unit)

    @property
    def remark(self) -> Text | None:
        """Why a row follows another one, and what is noted of it in the plan before and in the plan after."""
        follows = self.change.follows if isinstance(self.change, Paired) else ()
        remarks = [*(each.remark for each in follows), *(row.remark for row in rows_of(self.change) if row.remark)]
        kept = dict.fromkeys(remarks)
        return Text(" ".join(each.zh for each in kept), " ".join(each.en for each in kept)) if kept else None

    def key_of(self, row: "ChangeRow | None") -> str | None:
        """Return what tells a change of the same diff apart in a dataset."""
        if not (row and self.diff):
            return None
        after = self.diff.after
        return f"{after.region.code}.{self.diff.before.plan.year}-{after.year}.{row.position}"


def change_rows(
    changes: Iterable[Change],
    diff: Diff | None = None,
    bridges: Mapping[str, Bridge] | None = None,
    owner: ChangeRow | None = None,
    first: int = 1,
) -> Iterator[ChangeRow]:
    """Yield each change, and then those of its parts."""
    position = first
    for change in changes:
        bridge = (bridges or {}).get(change.after.indicator.id) if isinstance(change, Paired) else None
        row = ChangeRow(change, diff, position, owner, bridge)
        yield row
        inside = tuple(change_rows(change.parts, diff, bridges, row, position + 1))
        yield from inside
        position += 1 + len(inside)


def unit_of(shift: Shift | None) -> str | None:
    """Return the unit of a change: points for rates."""
    return ("points" if is_rate(shift.unit) else shift.unit or None) if shift else None


def shift_fields(
    get: Callable[[Row], Shift | None], shown: Callable[[Row, Look], Styled], tables: tuple[str, ...]
) -> tuple[Field[Row], ...]:
    """Return how far a figure moved, in its unit and in per cent; `shown` is how people are to see it."""
    return (
        Field(
            "change",
            say("Change"),
            say("The new figure minus the old one."),
            lambda row: shift.size if (shift := get(row)) else None,
            Type.DECIMAL,
            shown=shown,
            tables=tables,
            least=11,
            spare=1,
        ),
        Field(
            "change_unit",
            say("Unit of the change"),
            say("The unit of the change; points for rates."),
            lambda row: unit_of(get(row)),
            outputs=PROGRAMS | Output.BRIEF | Output.SHEET,
            tables=tables,
        ),
        Field(
            "change_percent",
            say("Change in per cent"),
            say("The change in per cent of the old figure."),
            lambda row: shift.percent if (shift := get(row)) else None,
            Type.DECIMAL,
            said=lambda row: shift.shown_percent if (shift := get(row)) else None,
            outputs=PROGRAMS | Output.SHEET,
            tables=tables,
        ),
    )


def _indicator(judged: Judged) -> Indicator:
    return judged.case.indicator


def _old(row: ChangeRow) -> Judged | None:
    return row.before


def _new(row: ChangeRow) -> Indicator | None:
    return row.new


def _bridge(row: ChangeRow) -> Bridge | None:
    return row.bridge


def _shift(row: ChangeRow) -> Shift | None:
    return row.shift


def _became(row: ChangeRow, look: Look) -> Styled:
    became = fate(row.change)
    marked = " !" if is_marked(row.change) else ""
    return f"{fate_text(became, look)}{marked}", FATE_STYLES.get(became, "yellow")


def _both(row: ChangeRow, look: Look, get: Callable[[Indicator], str]) -> str:
    return both(get(row.old) if row.old else None, get(row.new) if row.new else None, look)


def _target(side: Indicator | None, row: ChangeRow, look: Look) -> str:
    return target_text(side, look, with_unit=row.units_differ) if side else ""


def _moved(row: ChangeRow, look: Look) -> Styled:
    text = shift_text(row.shift, look, with_unit=row.units_differ) if row.shift else ""
    return text, FATE_STYLES.get(fate(row.change), "")


def _actual(row: ChangeRow) -> str:
    return cell_text(row.old.actual, row.old.unit if row.units_differ else "") if row.old else ""


def _stands(row: ChangeRow) -> bool:
    return bool(row.pair and not row.pair.follows)


# fmt: off
JUDGED_SIDE: tuple[Field[Judged], ...] = (
    *(field.of(_indicator) for field in SIDE),
    Field("verdict", say("Verdict"), say("What had become of the row before."),
        lambda judged: judged.verdict.status if judged.verdict else None),
)
BRIDGE: tuple[Field[Bridge], ...] = (
    Field("value", UNTITLED, say("The last result in terms of the new definition."),
        lambda bridge: bridge.figure.size if bridge.figure else None, Type.DECIMAL),
    Field("unit", UNTITLED, say("The unit of that."),
        lambda bridge: bridge.figure.unit or None if bridge.figure else None),
    Field("reaches", UNTITLED, say("Whether it reaches the new target."), lambda bridge: bridge.reaches, Type.BOOLEAN),
    Field("because", say("Carried over"), say("How it was carried over."), lambda bridge: bridge.because),
    Field("assumptions", say("Assuming"), say("What that takes for granted."), lambda bridge: bridge.assumptions),
)
BRIDGE_KEYS = tuple(field.key for field in BRIDGE)
OF_CHANGE = ("changes",)
KEYS: tuple[Field[ChangeRow], ...] = (
    Field("key", UNTITLED, say("Region, both years and position."), lambda row: row.key_of(row), outputs=NOWHERE,
        tables=OF_CHANGE, required=True),
    Field("region", UNTITLED, say("Whose plans they are."), lambda row: row.diff and row.diff.after.region.code,
        outputs=NOWHERE, tables=OF_CHANGE, references="regions", required=True),
    Field("from_year", UNTITLED, say("The year of the plan before."),
        lambda row: row.diff and row.diff.before.plan.year, Type.INTEGER, outputs=NOWHERE, tables=OF_CHANGE,
        required=True),
    Field("to_year", UNTITLED, say("The year of the plan after."), lambda row: row.diff and row.diff.after.year,
        Type.INTEGER, outputs=NOWHERE, tables=OF_CHANGE, required=True),
    Field("position", UNTITLED, say("Which of the changes it is, from 1."), lambda row: row.position, Type.INTEGER,
        outputs=NOWHERE, tables=OF_CHANGE, required=True),
    Field("part_of_key", UNTITLED, say("The change of the row that it is printed under."),
        lambda row: row.key_of(row.owner), outputs=NOWHERE, tables=OF_CHANGE, references="changes"),
    Field("before_key", UNTITLED, say("The row of the plan before."),
        lambda row: row_key(row.diff.before.plan, row.old.id) if row.diff and row.old else None, outputs=NOWHERE,
        tables=OF_CHANGE, references="indicators"),
    Field("after_key", UNTITLED, say("The row of the plan after."),
        lambda row: row_key(row.diff.after, row.new.id) if row.diff and row.new else None, outputs=NOWHERE,
        tables=OF_CHANGE, references="indicators"),
    Field("before_id", UNTITLED, say("The id of the row before."), lambda row: row.old and row.old.id, outputs=NOWHERE,
        tables=OF_CHANGE),
    Field("after_id", UNTITLED, say("The id of the row after."), lambda row: row.new and row.new.id, outputs=NOWHERE,
        tables=OF_CHANGE),
)
"""What tells a change apart in a dataset."""


def _both_sides(old: str, new: str) -> Iterator[Field[ChangeRow]]:
    """Yield the fields of the row before and of the row after, each beside its like."""
    printed = ("number", "name", "target", "adjusted_target")
    before = side(
        *("before", old, JUDGED_SIDE, _old),
        brief=(*printed, "actual"),
        sheet=(*printed, "actual", "verdict"),
        document=("name", "target", "adjusted_target", "actual", "verdict"),
    )
    after = side("after", new, SIDE, _new, ("number", "name", "target"), printed, ("name", "target"))
    return (field for pair in zip_longest(before, after) for field in pair if field)


def change_fields(old: str = "", new: str = "", *, bridged: bool = False) -> tuple[Field[ChangeRow], ...]:
    """Return the fields of a change between the plans of two years, with those of the bridges where they are shown."""
    return (
        *KEYS,
        Field("became", say("Became"), say("What became of the target, in one word."), lambda row: fate(row.change),
            shown=_became, outputs=ALL ^ Output.OBJECT, tables=OF_CHANGE, required=True),
        Field("relation", say("Relation"), say("How the rows are related."),
            lambda row: row.change.relation, outputs=PROGRAMS | Output.SHEET, tables=OF_CHANGE, required=True),
        Field("target", UNTITLED, say("Whether the target was raised, lowered and so on."),
            lambda row: row.pair.target if row.pair else None, outputs=PROGRAMS, tables=OF_CHANGE),
        *_both_sides(old, new),
        Field("number", say("No."), UNTITLED, lambda row: None, outputs=Output.TABLE, spare=5,
            shown=lambda row, look: (_both(row, look, lambda side: side.number or ""), "dim")),
        Field("name", say("Indicator"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=17, names=True,
            shown=lambda row, look: (_both(row, look, printed_name), "")),
        Field("name_en", say("in English"), UNTITLED, lambda row: rows_of(row.change)[-1].name_en,
            outputs=Output.TABLE | Output.SHEET, style="dim", least=36, spare=8, english=True, names=True),
        Field("unit", say("Unit"), UNTITLED, lambda row: None, outputs=Output.TABLE, spare=7,
            shown=lambda row, look: (_both(row, look, lambda side: side.unit), "dim")),
        Field("target_before", say("Target {year}", year=old), UNTITLED, lambda row: row.old, outputs=Output.TABLE,
            shown=lambda row, look: (_target(row.old, row, look), ""), least=8),
        Field("target_after", say("Target {year}", year=new), UNTITLED, lambda row: row.new, outputs=Output.TABLE,
            shown=lambda row, look: (_target(row.new, row, look), ""), least=8),
        *shift_fields(_shift, _moved, OF_CHANGE),
        Field("actual", say("Actual {year}", year=old), UNTITLED, lambda row: None, outputs=Output.TABLE,
            shown=lambda row, look: (_actual(row), ""), least=8, spare=3),
        Field("versus_actual", say("Against the last actual"), say("How the new target stands to the last result."),
            lambda row: row.stands.standing if row.stands else None, outputs=ALL ^ Output.TABLE, tables=OF_CHANGE),
        Field("versus_actual_change", say("Apart from it by"), say("The new target minus the last result."),
            lambda row: row.stands.shift.size if row.stands and row.stands.shift else None, Type.DECIMAL,
            outputs=PROGRAMS | Output.SHEET, tables=OF_CHANGE),
        Field("standing", say("vs actual"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=12, spare=1,
            shown=lambda row, look: (standing_text(row.stands, look) if _stands(row) and row.stands else "", "")),
        Field("reached", say("Reached"), UNTITLED, lambda row: None, outputs=Output.TABLE, spare=4,
            shown=lambda row, look: (reached_bar(row.stands, look) if _stands(row) and row.stands else "",
            FATE_STYLES.get(fate(row.change), ""))),
        Field("verdict", say("In {year}", year=old), UNTITLED, lambda row: row.status, outputs=Output.TABLE, spare=6,
            shown=lambda row, look: (status_text(row.status, look), STYLES[row.status]) if row.status else ("", "")),
        Field("flags", say("Marks"), say("What else a reader should know."),
            lambda row: row.pair.marks if row.pair else (), outputs=ALL ^ Output.DOCUMENT, tables=OF_CHANGE,
            style="yellow", least=18, spare=2),
        Field("remark", say("Remark"), say("Why a row follows another one, and what we note of both."),
            lambda row: row.remark, outputs=PROGRAMS | Output.TABLE | Output.SHEET, tables=OF_CHANGE, style="dim",
            least=60, spare=9),
        Field("part_of", UNTITLED, say("The id of the row that it is printed under."),
            lambda row: rows_of(row.owner.change)[-1].id if row.owner else None, outputs=Output.CSV),
        *(side("bridge", "", BRIDGE, _bridge, BRIDGE_KEYS) if bridged else ()),
    )
# fmt: on


CHANGE = change_fields()
SIDE_KEYS = tuple(key for key in ROW_CONTRACT if key in {field.key for field in SIDE})
CONTRACT = (
    *("became", "relation", "target"),
    *(f"before_{key}" for key in (*SIDE_KEYS, "verdict")),
    *(f"after_{key}" for key in SIDE_KEYS),
    *("change", "change_unit", "change_percent", "versus_actual", "versus_actual_change", "flags", "remark", "part_of"),
)
"""The order that those who use the JSON were promised, and that of CSV."""


def change_document(change: Change, wording: Wording, bridges: Mapping[str, Bridge] | None = None) -> dict[str, Any]:
    """Return the JSON of a change, those of its parts inside it; with its bridge where there are bridges to show."""
    row = next(change_rows((change,), bridges=bridges))
    found = object_of(CHANGE, row, wording, CONTRACT)
    document = {
        "relation": found.pop("relation"),
        "before": object_of(JUDGED_SIDE, row.before, wording, ROW_CONTRACT) if row.before else None,
        "after": object_of(SIDE, row.new, wording, ROW_CONTRACT) if row.new else None,
        **found,
        "parts": [change_document(part, wording, bridges) for part in change.parts],
    }
    if bridges is not None:
        document["bridge"] = object_of(BRIDGE, row.bridge, wording) if row.bridge else None
    return document

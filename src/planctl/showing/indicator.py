"""An indicator or part, and what became of it: a row described once, for every output."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from planctl.judging.cases import Judged
from planctl.judging.verdict import Flag, Gap, Status, Verdict
from planctl.messages.message import Message, say
from planctl.report.model import Indicator, Text
from planctl.report.plan import Plan, Vintage
from planctl.showing.bar import bar
from planctl.showing.fields import ALL, NOWHERE, PROGRAMS, UNTITLED, Field, Fields, Output, Styled, Type, object_of
from planctl.showing.judged import FINAL
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, gap_text, printed_name, shown_place, target_text, verdict_cell
from planctl.showing.reading import actual_reading, signed_figure, target_reading
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell


class StatusRow(NamedTuple):
    """A judged row of a plan, the id of what it is part of, and which row of the year it is."""

    plan: Plan
    judged: Judged
    part_of: str | None = None
    position: int = 0

    @property
    def indicator(self) -> Indicator:
        """The row itself."""
        return self.judged.case.indicator

    @property
    def verdict(self) -> Verdict | None:
        """What became of it; a part without figures has none."""
        return self.judged.verdict

    @property
    def status(self) -> Status | None:
        """The verdict in one word."""
        return self.verdict.status if self.verdict else None

    @property
    def gap(self) -> Gap | None:
        """How far it is from its target."""
        return self.judged.gap

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What the verdict rests on."""
        return self.verdict.flags if self.verdict else ()

    @property
    def reason(self) -> Text | None:
        """The reason that the report gives, in our words."""
        found = self.plan.reason_for(self.judged.case)
        return found.summary if found else None

    @property
    def key(self) -> str:
        """What tells it apart in a dataset."""
        return row_key(self.plan, self.indicator.id)


def row_key(plan: Plan, id: str) -> str:
    """Return the key of a row of a plan's table."""
    return f"{plan.region.code}.{plan.year}.{id}"


StatusField = Field[StatusRow]
_FINAL: StatusField = FINAL.of(lambda row: row.judged)
"""What stands beside the actual where any row has one; programs always have it."""


def _indicator(row: StatusRow) -> Indicator:
    return row.indicator


def _figures(key: str, cell: Callable[[StatusRow], Cell | None], size: Message, unit: Message) -> Iterator[StatusField]:
    """Yield the number of a printed text and the unit of that, for a spreadsheet, which JSON has as its reading."""
    yield Field(
        f"{key}_value",
        UNTITLED,
        size,
        lambda row: figure.size if (figure := signed_figure(cell(row))) else None,
        Type.DECIMAL,
        outputs=Output.CSV,
    )
    yield Field(
        f"{key}_unit",
        UNTITLED,
        unit,
        lambda row: figure.unit or None if (figure := signed_figure(cell(row))) else None,
        outputs=Output.CSV,
    )


def _styled(row: StatusRow, text: str) -> Styled:
    return text, STYLES[row.status] if row.status else "dim"


def _verdict_cell(row: StatusRow, look: Look) -> Styled:
    return verdict_cell(row.status, look)


def _bar_cell(row: StatusRow, look: Look) -> Styled:
    return _styled(row, bar(row.gap.figure.size, row.gap.limit.size, look) if row.gap else "")


# fmt: off
IN, OF_VERDICT = ("indicators",), ("verdicts",)
BOTH = (*IN, *OF_VERDICT)
PRINTED: tuple[Field[Indicator], ...] = (
    Field("number", say("No."), say("The number as printed; a part has none."), lambda row: row.number, tables=IN,
        style="dim", spare=3, right=True),
    Field("prefix", UNTITLED, say("What is printed before the name of a part."), lambda row: row.prefix or None,
        outputs=PROGRAMS, tables=IN),
    Field("name", say("Indicator"), say("The name as printed."), lambda row: row.name, said=printed_name, tables=IN,
        required=True, least=17, names=True),
    Field("name_en", say("in English"), say("The name in English."), lambda row: row.name_en,
        outputs=PROGRAMS | Output.TABLE | Output.SHEET, tables=IN, style="dim", least=24, spare=6,
        english=True, names=True),
    Field("unit", say("Unit"), say("The unit that is printed with the name."), lambda row: row.unit or None, tables=IN,
        style="dim", spare=2),
    Field("kind", say("Kind"), say("constraint or expected."), lambda row: row.kind, outputs=PROGRAMS | Output.SHEET,
        tables=IN, required=True),
    Field("target", say("Target"), say("The target as printed."), lambda row: row.target,
        shown=lambda row, look: (target_text(row, look), ""), reads=target_reading, least=8),
    Field("adjusted_target", say("Adjusted target"), say("The target that a note gives instead."),
        lambda row: row.adjusted.target if row.adjusted else None, outputs=ALL ^ Output.TABLE,
        reads=target_reading),
    Field("actual", say("Actual"), say("The result as printed."), lambda row: row.actual, reads=actual_reading,
        least=8),
    Field("quote", UNTITLED, say("The words of the report that say it, of a row that stands in no table."),
        lambda row: row.quote or None, outputs=PROGRAMS, tables=IN),
    Field("section", UNTITLED, say("Where the report has those words."), lambda row: row.section or None,
        outputs=PROGRAMS, tables=IN),
    Field("stated", UNTITLED, say("What the report says became of the target, where it does beside the figures."),
        lambda row: row.stated or None, outputs=PROGRAMS, tables=IN),
    Field("better", UNTITLED, say("Whether higher or lower is better."), lambda row: row.better, outputs=NOWHERE,
        tables=IN),
    Field("reference", UNTITLED, say("The id of the indicator that a relative target is measured by."),
        lambda row: row.reference, outputs=NOWHERE, tables=IN),
    Field("follows", UNTITLED, say("The id of the series of an earlier plan that it goes on from."),
        lambda row: row.follows.id if row.follows else None, outputs=NOWHERE, tables=IN),
    Field("follows_relation", UNTITLED, say("Whether that was redefined or replaced."),
        lambda row: row.follows.relation if row.follows else None, outputs=NOWHERE, tables=IN),
    Field("remark", UNTITLED, say("What we note of it."), lambda row: row.remark, outputs=NOWHERE, tables=IN),
)
"""What is printed in a row."""

ID: Field[Indicator] = Field("id", say("Id"), say("The identity of the series across years."), lambda row: row.id,
    outputs=PROGRAMS | Output.SHEET, tables=BOTH, required=True)
SIDE = (*PRINTED, ID)
"""The same with its id, as one side of a change has it."""


JUDGED: tuple[Field[StatusRow], ...] = (
    Field("gap", say("Gap"), say("The actual minus the target, positive when better than required."),
        lambda row: row.gap.size if row.gap else None, Type.DECIMAL,
        shown=lambda row, look: _styled(row, gap_text(row.gap, look)), tables=OF_VERDICT, spare=1, right=True),
    Field("gap_percent", say("Gap in per cent"), say("The gap in per cent of the target."),
        lambda row: row.gap.percent if row.gap else None, Type.DECIMAL,
        said=lambda row: row.gap.shown_percent if row.gap else None, outputs=PROGRAMS | Output.SHEET,
        tables=OF_VERDICT),
    Field("gap_open_ended", UNTITLED, say("Whether the gap is measured from the end of an open actual."),
        lambda row: row.gap.open_ended if row.gap else None, Type.BOOLEAN, outputs=NOWHERE, tables=OF_VERDICT),
    Field("verdict", say("Verdict"),
        say("met, unmet, discontinued, pending or undetermined; a part without figures has none."),
        lambda row: row.status, shown=_verdict_cell, tables=OF_VERDICT, required=True),
    Field("bar", say("vs target"), UNTITLED, lambda row: None, shown=_bar_cell, outputs=Output.TABLE, spare=5),
    Field("because", say("Why"), say("Why, in one line."), lambda row: row.verdict.because if row.verdict else None,
        tables=OF_VERDICT, required=True, style="dim", least=16, spare=4),
    Field("rule", UNTITLED, say("The rule that gave the verdict."),
        lambda row: row.verdict.rule if row.verdict else None, outputs=PROGRAMS, tables=OF_VERDICT, required=True),
    Field("flags", say("Rests on"), say("What the verdict rests on."), lambda row: row.flags,
        outputs=PROGRAMS | Output.SHEET, tables=OF_VERDICT),
    Field("reason", say("Reason of the report"), say("The reason that the report gives, in our words."),
        lambda row: row.reason, outputs=PROGRAMS | Output.SHEET, tables=OF_VERDICT),
)
"""What became of a row."""

STATUS: tuple[Field[StatusRow], ...] = (
    Field("key", UNTITLED, say("Region, year and id."), lambda row: row.key, outputs=NOWHERE, tables=IN, required=True),
    Field("key", UNTITLED, say("The row that is judged."), lambda row: row.key, outputs=NOWHERE, tables=OF_VERDICT,
        references="indicators", required=True),
    Field("region", UNTITLED, say("Whose plan it is in."), lambda row: row.plan.region.code, outputs=Output.CSV,
        tables=BOTH, references="regions", required=True),
    Field("year", say("Year"), say("The year of the plan."), lambda row: row.plan.year, Type.INTEGER,
        outputs=Output.CSV | Output.SHEET, tables=BOTH, required=True),
    Field("position", UNTITLED, say("Which row of the year it is, from 1."), lambda row: row.position, Type.INTEGER,
        outputs=NOWHERE, tables=IN, required=True),
    *(field.of(_indicator) for field in PRINTED),
    *_figures("target", lambda row: row.judged.case.target_in_force,
        say("The single figure of the target that counts, below zero where it is a fall."), say("The unit of that.")),
    *_figures("actual", lambda row: row.judged.case.actual,
        say("The single figure of the result, below zero where it is a fall."), say("The unit of that.")),
    _FINAL,
    *JUDGED,
    ID.of(_indicator),
    Field("part_of", say("Part of"), say("The id of the indicator that it is printed under."), lambda row: row.part_of,
        outputs=Output.CSV | Output.SHEET, tables=IN),
    Field("part_of_key", UNTITLED, say("The same, as a row of this table."),
        lambda row: row_key(row.plan, row.part_of) if row.part_of else None, outputs=NOWHERE, tables=IN,
        references="indicators"),
    Field("place", say("Place"), say("Where it stands in the data: file, line and column."),
        lambda row: shown_place(row.plan.place(row.indicator.id)), outputs=Output.SHEET, tables=IN),
)
# fmt: on
CONTRACT = (
    *("region", "year", "number", "id", "prefix", "name", "name_en", "unit", "kind", "target", "adjusted_target"),
    *("target_value", "target_unit", "actual", "actual_value", "actual_unit"),
    *("verdict", "rule", "because", "gap", "gap_percent", "flags", "reason", "part_of", "final"),
)
"""The order that those who use the JSON were promised."""


def shown_fields(rows: Iterable[StatusRow], vintage: Vintage) -> Fields[StatusRow]:
    """Return the fields that people are shown of rows: final figures where there are any, always if judged by those."""
    if not any(row.judged.case.final for row in rows):
        return tuple(field for field in STATUS if field is not _FINAL)
    kept = _FINAL._replace(spare=0) if vintage is Vintage.FINAL else _FINAL
    return tuple(kept if field is _FINAL else field for field in STATUS)


def status_rows(plan: Plan, judged: Iterable[Judged]) -> Iterator[StatusRow]:
    """Yield each indicator, and then its parts, in the order given."""
    position = 0
    for each in judged:
        for row, part_of in ((each, None), *((part, each.case.indicator.id) for part in each.parts)):
            position += 1
            yield StatusRow(plan, row, part_of, position)


def indicator_document(plan: Plan, judged: Judged, wording: Wording) -> dict[str, Any]:
    """Return the JSON of an indicator or part, its parts inside it."""
    return {
        **object_of(STATUS, StatusRow(plan, judged), wording, CONTRACT),
        "parts": [indicator_document(plan, part, wording) for part in judged.parts],
    }

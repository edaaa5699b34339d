"""A region, and its row in a series: described once, for every output."""

from typing import Any

from planctl.corpus.comparing import ComparedRow, ComparedSeries
from planctl.judging.cases import Judged
from planctl.messages.message import say
from planctl.report.model import Region
from planctl.report.regions import level_of
from planctl.showing.fields import PROGRAMS, UNTITLED, Field, Output, Styled, Type, object_of
from planctl.showing.judged import ACTUAL, GAP, TARGET, VERDICT, printed_cell
from planctl.showing.look import Look
from planctl.showing.movement import FATE_STYLES, fate_text
from planctl.showing.reading import target_reading
from planctl.showing.wording import Wording
from planctl.values.units import has_points


def _gap_unit(row: ComparedRow) -> str | None:
    if not (gap := row.judged.gap):
        return None
    return "points" if has_points(gap.limit.unit) else gap.limit.unit or None


def _judged(row: ComparedRow) -> Judged:
    return row.judged


def _change_cell(row: ComparedRow, look: Look) -> Styled:
    return (fate_text(row.became, look), FATE_STYLES.get(row.became, "")) if row.became else ("", "")


# fmt: off
REGION: tuple[Field[Region], ...] = (
    Field("code", say("Code"), say("The six digits of GB/T 2260."), lambda row: row.code, style="dim", spare=2),
    Field("name", say("Region"), say("The region."), lambda row: row.name, least=8),
    Field("name_en", say("in English"), say("Its name in English."), lambda row: row.name_en,
        outputs=PROGRAMS | Output.TABLE, style="dim", least=10, spare=6, english=True),
    Field("level", say("Level"), say("nation, province, prefecture or county, by the code."),
        lambda row: level_of(row.code), outputs=PROGRAMS),
)
REGION_KEYS = {"code": "region", "name": "region_name", "name_en": "region_name_en", "level": "level"}
"""What its fields are called beside those of other things."""

COMPARED: tuple[Field[ComparedRow], ...] = (
    TARGET.of(_judged),
    Field("wording", say("Wording"),
        say("at-least, at-most, bare, range, about, relative, assigned, words or none."), lambda row: row.wording,
        style="dim", spare=4),
    Field("stretch", say("Aims beyond"), say("What aims beyond the target, as printed."),
        lambda row: (row.case.target_in_force.stretch or None) if row.case.target_in_force else None,
        outputs=PROGRAMS),
    *(field.of(_judged) for field in (ACTUAL, VERDICT, GAP)),
    Field("rank", say("Rank"), say("The rank of the actual among the regions, 1 the best; equals share one."),
        lambda row: row.rank, Type.INTEGER, spare=1, right=True),
    Field("next_target", say("Next target"), say("The target of the next year, as printed."),
        lambda row: row.next_target, reads=target_reading, least=8, spare=3,
        shown=lambda row, look: printed_cell(row.next_target, row.judged)),
    Field("next_change", say("Next year"), say("What the next year's plan made of the target: raised, lowered …"),
        lambda row: row.became, shown=_change_cell, spare=3),
    Field("gap_unit", UNTITLED, say("The unit of the gap: that of the row, or points."), lambda row: _gap_unit(row),
        outputs=PROGRAMS),
)
SERIES: tuple[Field[ComparedSeries], ...] = (
    Field("id", say("Series"), say("The identity of the series."), lambda row: row.id, least=12),
    Field("name", say("Name"), say("The name that most regions print."), lambda row: row.name, least=8, spare=2),
    Field("name_en", say("in English"), say("The English name that most regions have."), lambda row: row.name_en,
        outputs=Output.CSV | Output.TABLE, style="dim", least=12, spare=6, english=True),
    Field("unit", say("Unit"), say("The unit that its figures are brought to."), lambda row: row.measure.unit or None,
        style="dim", spare=3),
)
# fmt: on


def _region(row: ComparedRow) -> Region:
    return row.region


def of_region(fields: tuple[Field[Region], ...] = REGION) -> tuple[Field[ComparedRow], ...]:
    """Return the fields of a region as those of its row."""
    return tuple(field.of(_region)._replace(key=REGION_KEYS[field.key]) for field in fields)


def region_document(region: Region, wording: Wording) -> dict[str, Any]:
    """Return the JSON of a region."""
    return object_of(REGION, region, wording)


def title_of(name: str, name_en: str, unit: str, wording: Wording) -> str:
    """Return how a series is called: its name, its English name for readers of that, and its unit."""
    inside = [name_en] if wording.is_english and name_en else []
    inside += [unit] if unit else []
    return f"{name} ({', '.join(inside)})" if inside else name

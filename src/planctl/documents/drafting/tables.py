"""The rows of a draft: targets and results, the note that adjusts a target, and what a series follows."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from planctl.documents.drafting.adjustments import Adjustments
from planctl.documents.drafting.entries import SUMMARY, Data, compact, row_entry
from planctl.documents.drafting.series import Series
from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.documents.reading.document import Document
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.rows import Role
from planctl.messages.placeholders import TO_TRANSLATE
from planctl.report.catalogue import Catalogue, Entry
from planctl.values.meanings import Bounded, Cell, Comparator, Direction, Discontinued, Relative

ECONOMY = ("经济", "GDP", "生产总值")
GROWTH_OF_ECONOMY = "gdp-growth"


class Context(NamedTuple):
    """What the rows of one file are drafted with: the document, kind and year of the file, ids, what notes adjust."""

    document: Document
    catalogue: Catalogue
    kind: str
    year: int
    series: Mapping[int, Series]
    ids: Collection[str]
    adjustments: Adjustments
    earlier: Collection[str] = ()


def draft_rows(rows: Sequence[PrintedRow], context: Context) -> list[Data]:
    """Return the entries of a table's rows, each with its parts."""
    entries = []
    for row in rows:
        entry = _row(row, context) | {"number": row.number, "kind": row.kind.value}
        parts = [row_entry(_row(part, context) | {"prefix": part.prefix}) for part in row.parts]
        entries.append(row_entry(entry | {"parts": parts}))
    return entries


def _row(row: PrintedRow, context: Context) -> Data:
    series = context.series[row.line]
    target = row.values.get((Role.TARGET, context.year))
    actual = row.values.get((Role.ACTUAL, context.year))
    cell = parse_any_cell(target.text) if target else None
    return {
        "id": series.id,
        "name": row.name,
        "name_en": series.entry.name_en if series.entry else TO_TRANSLATE,
        "unit": row.unit or None,
        "better": better_of(series.entry, cell),
        "reference": reference_of(cell, context.ids),
        "follows": _follows(series.id, context),
        "target": target.text if target else None,
        "adjusted": _adjusted(row, cell, context),
        "actual": actual.text if actual else None,
        "estimate": row.guesses.get((Role.ACTUAL, context.year)) if actual and actual.text else None,
        "stated": (row.stated or None) if actual else None,
        "draft": context.document.place(row.line),
    }


def discontinued_in(rows: Sequence[PrintedRow], series: Mapping[int, Series], year: int) -> tuple[str, ...]:
    """Return the ids of the indicators whose result says that they are no longer counted (不再统计)."""
    results = ((row, row.values.get((Role.ACTUAL, year))) for row in rows)
    found = ((row, parse_any_cell(result.text).meaning) for row, result in results if result)
    return tuple(series[row.line].id for row, meaning in found if isinstance(meaning, Discontinued))


def better_of(entry: Entry | None, target: Cell | None) -> str | None:
    """Return `lower` where less is better: the catalogue says so, or the target of an unknown row is a ceiling."""
    if entry:
        is_lower = entry.better is Direction.LOWER
    else:
        meaning = target.meaning if target else None
        is_lower = isinstance(meaning, Bounded) and meaning.comparator is Comparator.AT_MOST
    return Direction.LOWER.value if is_lower else None


def reference_of(target: Cell | None, ids: Collection[str]) -> str | None:
    """Return the growth of the economy where a target is relative to it alone, and it is among the rows."""
    if target and isinstance(target.meaning, Relative) and GROWTH_OF_ECONOMY in ids:
        reference = target.meaning.reference
        return GROWTH_OF_ECONOMY if any(word in reference for word in ECONOMY) and "、" not in reference else None
    return None


def _follows(id: str, context: Context) -> Data | None:
    known = context.catalogue.follows(id, context.earlier, context.ids)
    if not known:
        return None
    denominator = known.denominator if known.denominator in context.ids else None
    values = (
        ("id", known.earlier),
        ("relation", known.relation.value),
        ("change", known.change.value if known.change else None),
        ("denominator", denominator),
        ("remark", SUMMARY),
    )
    return compact(values)


def _adjusted(row: PrintedRow, target: Cell | None, context: Context) -> Data | None:
    """Return what a note makes of a row's target: it names what the row is of, and the target that is printed."""
    if context.kind != "indicators" or not target or not isinstance(target.meaning, Bounded):
        return None
    return context.adjustments.of(row.name, target.meaning.figure)

"""The rows of an outcome that is told in prose: for series that have a target, the one figure that came of the year.

What the same words tell of it beside that, the amount where the target is its growth, is stated.
"""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from planctl.documents.drafting.entries import Data, row_entry
from planctl.documents.drafting.own_series import OwnSeries, told_as
from planctl.documents.drafting.sentence import as_index_if_told, entry_of, unit_of_row
from planctl.documents.drafting.tables import better_of
from planctl.documents.extraction.targets import PrintedTarget
from planctl.documents.reading.document import Document
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.text import normal
from planctl.grammar.whole import runs_in
from planctl.report.catalogue import Catalogue, Entry
from planctl.report.model import Kind
from planctl.values.meanings import Bounded, Certainty, Comparator, Span
from planctl.values.units import convert, is_rate

FULL_NAME = 4
"""A shorter name (进出口) may be said of what the words before it are of."""


class Conflict(NamedTuple):
    """A series of which the text prints different figures: the line of the first, its name, and the figures."""

    line: int
    name: str
    printed: tuple[str, ...]


class DraftedResults(NamedTuple):
    """The entries of the rows, the figures told beside them, and the series of which the text is not of one mind.

    `others` are figures of what has no target.
    """

    rows: list[Data]
    beside: list[PrintedTarget]
    others: list[PrintedTarget]
    conflicts: tuple[Conflict, ...]


def draft_results(
    document: Document,
    results: Iterable[PrintedTarget],
    catalogue: Catalogue,
    wanted: Container[str],
    own: Sequence[str],
    others_known: OwnSeries,
) -> DraftedResults:
    """Return a row for each series that has one figure and is `wanted` by its id, or whose target is told with it.

    Series that the catalogue lacks are known by what their targets say (`others_known`).

    What is said of a part (其中) is taken where nothing else is said, and words where there is no figure.
    """
    found: dict[str, tuple[Entry, list[PrintedTarget]]] = {}
    others: dict[tuple[str, int], list[PrintedTarget]] = {}
    for result in results:
        entry = entry_of(result, catalogue, own)
        entry = entry if entry and entry.id in wanted else as_index_if_told(entry, result)
        entry = entry or others_known.get(told_as(result.name, result.target))
        if entry and (entry.id in wanted or _has_own_target(result)):
            found.setdefault(entry.id, (entry, []))[1].append(result)
        elif isinstance(parse_any_cell(result.target).meaning, Bounded):
            others.setdefault(_told_of(result), []).append(result)
    rows: list[Data] = []
    beside: list[PrintedTarget] = []
    conflicts: list[Conflict] = []
    for entry, told in found.values():
        plainest = min(map(_rank, told))
        of_rank = [each for each in told if _rank(each) == plainest]
        if chosen := _of_one_mind(of_rank):
            rows.append(_row(document, entry, chosen))
            beside += others.pop(_told_of(chosen), [])
        else:
            printed = tuple(dict.fromkeys(each.target for each in of_rank))
            conflicts.append(Conflict(of_rank[0].line, of_rank[0].name, printed))
    return DraftedResults(rows, beside, [each for told in others.values() for each in told], tuple(conflicts))


def _has_own_target(result: PrintedTarget) -> bool:
    """Return whether the text tells with a result what its target was."""
    return bool(result.planned or parse_any_cell(result.target).recovered)


def names_itself(result: PrintedTarget) -> bool:
    """Return whether the words quoted for a result, of which a long clause has room for the end alone, name it."""
    return bool(runs_in(normal(result.name), normal(result.quote)))


def _told_of(result: PrintedTarget) -> tuple[str, int]:
    """Return what tells a result apart from those of other words: its name, and where its clause begins."""
    return result.name, result.clause[0]


def _rank(result: PrintedTarget) -> tuple[bool, bool, bool, bool]:
    """Return how far a result is from a growth or an amount of the whole by its full name; the least is taken.

    An index of prices (100.2) says again what they grew by, where that is said as well.
    """
    is_figure = isinstance(parse_any_cell(result.target).meaning, Bounded)
    return not is_figure, bool(result.prefix), len(result.name) < FULL_NAME, "价格指数" in result.name


def _of_one_mind(told: Sequence[PrintedTarget]) -> PrintedTarget | None:
    """Return the first of the results that say most exactly what all of them say; `None` where they differ."""
    cells = [parse_any_cell(each.target).meaning for each in told]
    figures = [each for each in cells if isinstance(each, Bounded)]
    if not figures:
        return told[0] if len(set(cells)) == 1 else None
    plain = [each for each in figures if each.comparator is Comparator.PLAIN] or figures
    exact = min(plain, key=lambda each: each.figure.size.as_tuple().exponent)
    if not all(_agrees(each, exact) for each in figures):
        return None
    return next(each for each, meaning in zip(told, cells, strict=True) if meaning == exact)


def _agrees(other: Bounded, exact: Bounded) -> bool:
    """Return whether a figure may be said of what another says exactly: about it, a mark passed, an amount rounded."""
    figure = convert(exact.figure, other.figure.unit)
    if other == exact or not figure or other.decline is not exact.decline:
        return other == exact
    size, span = figure.size, other.figure.rounded_span
    if other.comparator not in (Comparator.PLAIN, Comparator.ABOUT):
        return Span(size, size).satisfies(other.comparator, other.figure.size) is Certainty.ALWAYS
    if is_rate(other.figure.unit) or span.low is None or span.high is None:
        return size == other.figure.size
    return span.low <= size <= span.high


def _row(document: Document, entry: Entry, result: PrintedTarget) -> Data:
    cell = parse_any_cell(result.target)
    row = {
        "id": entry.id,
        "name": result.name,
        "name_en": entry.name_en,
        "unit": unit_of_row(cell, entry) or None,
        "kind": Kind.EXPECTED.value,
        "better": better_of(entry, cell),
        "target": result.planned or None,
        "actual": result.target,
        "estimate": result.guess or None,
        "stated": result.stated or None,
        "quote": result.quote,
        "section": result.section or None,
        "draft": document.place(result.line),
    }
    return row_entry(row)

"""The rows of an outcome that is told in prose: for series that have a target, the one figure that came of the year."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from planctl.documents.drafting.entries import Data, row_entry
from planctl.documents.drafting.sentence import entry_of
from planctl.documents.drafting.tables import better_of
from planctl.documents.extraction.targets import PrintedTarget
from planctl.documents.reading.document import Document
from planctl.grammar.cells import parse_any_cell
from planctl.report.catalogue import Catalogue, Entry
from planctl.report.directions import unit_of
from planctl.report.model import Kind


class Conflict(NamedTuple):
    """A series of which the text prints different figures: the line of the first, its name, and the figures."""

    line: int
    name: str
    printed: tuple[str, ...]


class DraftedResults(NamedTuple):
    """The entries of the rows, and the series of which none was drafted, as the text is not of one mind."""

    rows: list[Data]
    conflicts: tuple[Conflict, ...]


def draft_results(
    document: Document, results: Iterable[PrintedTarget], catalogue: Catalogue, wanted: Container[str]
) -> DraftedResults:
    """Return a row for each series that is `wanted` by its id and has one figure; what is not printed has none."""
    found: dict[str, tuple[Entry, list[PrintedTarget]]] = {}
    for result in results:
        entry = entry_of(result, catalogue)
        if entry and entry.id in wanted:
            found.setdefault(entry.id, (entry, []))[1].append(result)
    rows: list[Data] = []
    conflicts: list[Conflict] = []
    for entry, told in found.values():
        meanings = {parse_any_cell(each.target).meaning for each in told}
        if len(meanings) == 1:
            rows.append(_row(document, entry, told[0]))
        else:
            printed = tuple(dict.fromkeys(each.target for each in told))
            conflicts.append(Conflict(told[0].line, told[0].name, printed))
    return DraftedResults(rows, tuple(conflicts))


def _row(document: Document, entry: Entry, result: PrintedTarget) -> Data:
    cell = parse_any_cell(result.target)
    row = {
        "id": entry.id,
        "name": result.name,
        "name_en": entry.name_en,
        "unit": unit_of(cell) or None,
        "kind": Kind.EXPECTED.value,
        "better": better_of(entry, cell),
        "actual": result.target,
        "quote": result.quote,
        "section": result.section or None,
        "draft": document.place(result.line),
    }
    return row_entry(row)

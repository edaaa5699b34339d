"""What a document prints, read once: its tables with their notes, its lists of projects, and those that it mentions."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.documents.extraction.indicator_tables import IndicatorTable, read_tables, table_of
from planctl.documents.extraction.programmes import PrintedProgramme, PrintedProject, read_programmes
from planctl.documents.extraction.prose import PrintedNote, read_notes
from planctl.documents.extraction.statements import read_told
from planctl.documents.extraction.targets import PrintedSentence, read_sentence
from planctl.documents.reading.document import Document, RunningText
from planctl.grammar.mentions import NamesInClause, lists_in
from planctl.report.model import Report


class PrintedDocument(NamedTuple):
    """A document, its tables of indicators, its lists of projects, and the projects that its text mentions.

    `listed` is where names stand in the text behind the words for a stage, and `sentence` sets the targets in words.
    """

    document: Document
    tables: tuple[IndicatorTable, ...]
    programmes: tuple[PrintedProgramme, ...]
    mentioned: tuple[PrintedProject, ...]
    listed: tuple[NamesInClause, ...]
    sentence: PrintedSentence | None

    def notes_of(self, report: Report) -> tuple[PrintedNote, ...]:
        """Return the notes below the table that a report has; none where there is no such table."""
        table = table_of(self.tables, report.kind, report.year) if report.indicators else None
        return read_notes(self.document, table) if table else ()


def read_printed(document: Document) -> PrintedDocument:
    """Return what a document prints."""
    tables, programmes = read_tables(document).indicators, read_programmes(document)
    told = (read_told(document, tables, programmes, outcome=outcome) for outcome in (True, False))
    mentioned = tuple(each.project for some in told for each in some.projects)
    return PrintedDocument(
        document, tuple(tables), programmes, mentioned, tuple(_listed(document.flow)), read_sentence(document)
    )


def _listed(flow: RunningText) -> Iterator[NamesInClause]:
    """Yield the names behind the words for a stage in each clause of a text, where they stand in it."""
    for line in dict.fromkeys(flow.lines):
        first, last = flow.line_span(line)
        for names in lists_in(flow.text[first:last]):
            yield names._replace(spans=tuple((first + start, first + end) for start, end in names.spans))

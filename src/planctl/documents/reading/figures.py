"""The figures of a document: what the data may hold, or leave out."""

from collections.abc import Iterator
from itertools import dropwhile

from planctl.documents.reading.document import Document, PrintedTable
from planctl.grammar.documents import figures_in
from planctl.grammar.text import normal

CELL_END = "\t"


def figures_of(document: Document) -> tuple[tuple[int, int], ...]:
    """Return where the figures stand in a document's text: each in one cell, and none the number of a row."""
    numbers = {span for table in document.tables for span in _row_numbers(document, table)}
    return tuple(span for span in _figures(document) if span not in numbers)


def _figures(document: Document) -> Iterator[tuple[int, int]]:
    for number, line in enumerate(document.lines, 1):
        position, _ = document.flow.line_span(number)
        for cell in line.split(CELL_END):
            plain = normal(cell)
            yield from ((position + start, position + end) for start, end in figures_in(plain))
            position += len(plain)


def _row_numbers(document: Document, table: PrintedTable) -> Iterator[tuple[int, int]]:
    """Yield where the rows of a table are numbered, if its first column has nothing but numbers below its head."""
    below = dropwhile(lambda row: not row[0].text.isdecimal(), table.rows)
    column = [row[0] for row in below if not row[0].shared]
    if all(not field.text or field.text.isdecimal() for field in column):
        for field in column:
            start = document.flow.line_span(field.line)[0] + field.offset
            yield start, start + len(field.text)

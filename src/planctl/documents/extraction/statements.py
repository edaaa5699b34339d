"""Figures that the text states, and projects that it mentions, of what was done and of what is planned."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.documents.extraction.chapters import lines_looking_back
from planctl.documents.extraction.indicator_tables import IndicatorTable
from planctl.documents.extraction.programmes import PrintedProgramme, PrintedProject
from planctl.documents.extraction.prose import read_notes
from planctl.documents.reading.document import Document
from planctl.grammar.documents import is_box, touches
from planctl.grammar.mentions import mentions_in
from planctl.grammar.outcomes import parse_claim
from planctl.grammar.programmes import counted_in
from planctl.grammar.prose import StatedFigure, stated_in
from planctl.grammar.reasons import reasons_in
from planctl.grammar.target_pieces import Span
from planctl.grammar.text import normal


class PrintedStatement(NamedTuple):
    """A figure that the text states, with where it stands in all of it, and the section and line that it stands in."""

    figure: StatedFigure
    section: str
    line: int


class Mentioned(NamedTuple):
    """A project that the text mentions outside of lists, and the section that it stands in."""

    project: PrintedProject
    section: str


class Told(NamedTuple):
    """What the text states and mentions, of the outcome of a year or of the plan for the next."""

    statements: tuple[PrintedStatement, ...]
    projects: tuple[Mentioned, ...]


class _Line(NamedTuple):
    number: int
    start: int
    text: str
    section: str
    looks_back: bool


def read_told(
    document: Document,
    tables: Iterable[IndicatorTable],
    programmes: Iterable[PrintedProgramme],
    *,
    outcome: bool,
    apart: Iterable[Span] = (),
) -> Told:
    """Return what the chapters on the outcome, or all others, state and mention; tables and lists are left out.

    So are figures in stretches of the text that are read `apart`.
    """
    tables, programmes = tuple(tables), tuple(programmes)
    lines = [line for line in _lines(document, tables) if line.looks_back is outcome]
    names = {normal(each.name) for programme in programmes for each in programme.projects}
    lengths = {len(name) for name in names}
    read = sorted(apart)
    statements = (
        PrintedStatement(figure, line.section, line.number)
        for line in lines
        for figure in _figures(line)
        if not touches(read, *figure.span) and not _names_one(normal(figure.quote), names, lengths)
    )
    return Told(tuple(statements), tuple(_mentions(lines, names)))


def _names_one(quote: str, names: set[str], lengths: set[int]) -> bool:
    """Return whether a quotation has one of many names in it."""
    return any(
        quote[start : start + length] in names
        for length in lengths
        if length <= len(quote)
        for start in range(len(quote) - length + 1)
    )


def _figures(line: _Line) -> Iterator[StatedFigure]:
    """Yield the figures of a line that are no figures of a programme or of a part of one; none of those is over."""
    counted = [each.span for each in counted_in(line.text) if each.total or each.planned] if not line.looks_back else []
    for figure in stated_in(line.text):
        start, end = figure.span
        if not touches(counted, start, start + 1):
            yield figure._replace(span=(line.start + start, line.start + end))


def _mentions(lines: Iterable[_Line], listed: set[str]) -> Iterator[Mentioned]:
    """Yield each project once, where it is first mentioned outside of boxes, and is in no list."""
    seen: set[str] = set()
    in_order = sorted(listed)
    for line in lines:
        for name, stage in mentions_in(line.text) if not is_box(line.section) else ():
            plain = normal(name)
            first_behind = bisect_left(in_order, plain)
            begins_one = any(each.startswith(plain) for each in in_order[first_behind : first_behind + 1])
            if plain not in seen and not begins_one:
                seen.add(plain)
                yield Mentioned(PrintedProject(name, stage, "", line.number), line.section)


def _lines(document: Document, tables: tuple[IndicatorTable, ...]) -> Iterator[_Line]:
    """Yield the lines of prose: not those of tables, of their notes, of the count sentence or of the reasons."""
    claim = parse_claim(document.flow.text)
    elsewhere = {document.flow.lines[claim.span[0]]} if claim else set()
    elsewhere |= {note.line for table in tables for note in read_notes(document, table)}
    back = lines_looking_back(document)
    for number, line in enumerate(document.lines, 1):
        start, _ = document.flow.line_span(number)
        text = "".join(line.split())
        in_table = any(table.line <= number <= table.end for table in tables)
        if not text or in_table or number in elsewhere or reasons_in(normal(text)) is not None:
            continue
        section = document.flow.section_at(start)
        if section:
            yield _Line(number, start, text, section, number in back)

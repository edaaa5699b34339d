"""What the document prints and the data does not have: figures, projects, reasons and notes."""

from collections.abc import Iterable, Iterator, Sequence

from planctl.documents.reading.document import RunningText
from planctl.documents.verification.ledger import Ledger
from planctl.documents.verification.printed import PrintedDocument
from planctl.grammar.documents import clause_start, piece_end
from planctl.grammar.lengths import QUOTE
from planctl.grammar.projects import bare_name, is_works
from planctl.grammar.text import normal
from planctl.messages.message import say
from planctl.projects.listing import OUTCOME, named_in
from planctl.report.model import Report

Span = tuple[int, int]


def tell_figures(reports: Sequence[Report], printed: PrintedDocument, ledger: Ledger) -> None:
    """Tell every figure outside of the tables that nothing of the data holds; of tables, rows and cells are told.

    Where no statements were transcribed at all, that is told once; and so are the figures of a report without a table,
    of which those beside its rows are stated and no others.
    """
    within = [(table.line, table.end) for table in printed.tables]
    lines = ((span, ledger.line_of(span[0])) for span in ledger.missed())
    left = [span for span, line in lines if not any(first <= line <= last for first, last in within)]
    if left and not any(report.statements for report in reports):
        message = say("the data has no statements, and the text {count} figures", count=len(left))
        ledger.miss(*left[0], message, "statements")
        return
    if left and not printed.tables:
        message = say("the data does not have {count} figures of the text", count=len(left))
        ledger.miss(*left[0], message, "statements")
        return
    for start, end in left:
        message = say("the data does not have {name}", name=ledger.flow.text[start:end])
        ledger.miss(*_around(start, end, ledger.flow), message)


def tell_projects(reports: Sequence[Report], printed: PrintedDocument, ledger: Ledger) -> None:
    """Tell every project that the document names and the data does not.

    Of lists of projects all are told; of the text those that are begun, built or done, or are named beside one that the
    data has. What is named again under a shorter or a longer name is not. Where no projects were transcribed at all,
    that is told once.
    """
    left = [*_listed(reports, printed, ledger), *_mentioned(reports, printed, ledger)]
    left = [span for span in dict.fromkeys(left) if not any(_is_within(span, other) for other in left)]
    if left and not any(any(named_in(report)) for report in reports):
        message = say("the data has no projects, and the document names {count}", count=len(left))
        ledger.miss(*left[0], message, "projects")
        return
    for start, end in left:
        ledger.miss(start, end, say("the data does not have {name}", name=ledger.flow.text[start:end]))


def _is_within(span: Span, other: Span) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def _listed(reports: Sequence[Report], printed: PrintedDocument, ledger: Ledger) -> Iterator[Span]:
    """Yield where lists of projects stand that the data does not have, and projects in the others."""
    known = {normal(named.project.name) for report in reports for named in named_in(report)}
    programmes = {normal(programme.name) for report in reports for programme in report.programmes}
    for programme in printed.programmes:
        if not programme.figures and normal(programme.name) not in programmes:
            yield from _place(programme.name, programme.line, ledger)
        for each in programme.projects:
            if normal(each.name) not in known:
                yield from _place(each.name, each.line, ledger)


def _mentioned(reports: Sequence[Report], printed: PrintedDocument, ledger: Ledger) -> Iterator[Span]:
    """Yield where the text names projects that the data does not have, of what was done or of what is planned."""
    cores: dict[bool, set[str]] = {True: set(), False: set()}
    for report in reports:
        cores[report.kind == OUTCOME] |= {bare_name(normal(named.project.name)) for named in named_in(report)}
    beside = {(each.line, each.stage) for each in printed.mentioned if _is_known(each.name, cores[True] | cores[False])}
    for each in printed.mentioned:
        if is_works(each.stage) or (each.line, each.stage) in beside:
            for start, end in _place(each.name, each.line, ledger):
                if not _is_known(each.name, cores[ledger.report_of(start).kind == OUTCOME]):
                    yield start, end
    held = list(ledger.held_by("projects"))
    for names in printed.listed:
        having = [any(first < end and start < last for first, last in held) for start, end in names.spans]
        if names.are_begun or any(having):
            for span, has in zip(names.spans, having, strict=True):
                side = cores[ledger.report_of(span[0]).kind == OUTCOME]
                if not has and not _is_known(ledger.flow.text[slice(*span)], side):
                    yield span


def _is_known(name: str, known: Iterable[str]) -> bool:
    plain = bare_name(normal(name))
    return any(each in plain or plain in each for each in known)


def _place(name: str, line: int, ledger: Ledger) -> Iterator[Span]:
    """Yield where a name stands in its line."""
    first, last = ledger.flow.line_span(line)
    at = ledger.flow.text.find(normal(name), first, last)
    if at >= 0:
        yield at, at + len(normal(name))


def _around(start: int, end: int, flow: RunningText) -> tuple[int, int]:
    """Return the piece of the text that a figure stands in, or as much of it around the figure as may be quoted."""
    first, last = flow.line_span(flow.lines[start])
    begin, finish = clause_start(flow.text, start, first, ",。;:、"), piece_end(flow.text, end, last)
    if finish - begin <= QUOTE:
        return begin, finish
    begin = max(begin, end - QUOTE)
    return begin, min(finish, begin + QUOTE)

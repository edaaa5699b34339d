"""The targets of the year in a document without a table: those of the sentence that sets them, as it prints them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.documents.extraction.chapters import lines_looking_back
from planctl.documents.reading.document import Document
from planctl.grammar.documents import parse_heading, piece_end, years_in
from planctl.grammar.lengths import CLAUSE, QUOTE
from planctl.grammar.names import parse_subject
from planctl.grammar.prose import StatedFigure
from planctl.grammar.result_words import of_kind
from planctl.grammar.results import results_in
from planctl.grammar.target_pieces import Span, Target
from planctl.grammar.target_sentences import (
    is_constraint,
    retold_sentence,
    target_sentence,
    targets_in_brackets,
    without_kind,
    year_called,
    year_of_headings,
)
from planctl.grammar.text import normal
from planctl.grammar.titles import in_digits, parse_title, spoken_names, year_of_report
from planctl.report.model import Kind


class PrintedTarget(NamedTuple):
    """A target as it is printed: what it is of, itself, the words that say it, their section, and where they stand.

    `clause` is where its words stand in the text, and `words` where those of the target do. Of a result, `guess` is
    what calls it an estimate, apart from its words, and `planned` the target that is named before it.
    """

    name: str
    target: str
    prefix: str
    quote: str
    section: str
    line: int
    clause: Span
    words: Span
    guess: str = ""
    stated: str = ""
    planned: str = ""
    kind: Kind = Kind.EXPECTED


class RefusedClause(NamedTuple):
    """A clause of the sentence that could not be read: its line, its text, and where it stands in the text."""

    line: int
    printed: str
    span: Span


class PrintedSentence(NamedTuple):
    """What the sentence sets, and of which year; `None` where nothing says that.

    `results` are the figures that the text before it says came of the year before.
    """

    year: int | None
    targets: tuple[PrintedTarget, ...]
    refused: tuple[RefusedClause, ...]
    results: tuple[PrintedTarget, ...] = ()


def read_sentence(document: Document) -> PrintedSentence | None:
    """Return the targets that a document sets in a sentence for the year; `None` where it has no such sentence."""
    text = document.flow.text
    back = lines_looking_back(document)
    past = frozenset(at for at, line in enumerate(document.flow.lines) if line in back)
    found = target_sentence(text, past)
    if not found:
        return None
    refused = tuple(
        RefusedClause(document.flow.lines[start], _printed(document, (start, end)), (start, end))
        for start, end in found.refused
    )
    head = parse_title(list(document.lines))
    before, begun = text[: found.span[0]], tuple(_behind_headings(document, found.span[0]))
    headings = (normal(document.lines[document.flow.lines[at - 1] - 1]) for at in begun)
    planned = found.year or year_of_headings(headings) or max(years_in(in_digits(head.title)), default=None)
    year = planned or year_of_report(text) or year_called(before)
    told = results_in(before, begun, year or 0, spoken_names(head.region))
    retold = retold_sentence(text, past)
    again = [(each.name, each.target) for each in (retold.targets if retold else ())]
    told = _with_retold(told, (*again, *targets_in_brackets(before)))
    results = (_target(document, each) for each in told)
    targets = []
    for each in found.targets:
        bound = is_constraint(text, max(found.span[0] - CLAUSE, 0), *each.clause)
        targets.append(_target(document, each)._replace(kind=Kind.CONSTRAINT if bound else Kind.EXPECTED))
    return PrintedSentence(year, tuple(targets), refused, tuple(results))


def _with_retold(results: Iterable[Target], targets: Iterable[tuple[str, str]]) -> Iterator[Target]:
    """Yield results with the targets that the report tells again, by name, of the same kind of figure."""
    known: dict[str, list[str]] = {}
    for name, target in targets:
        known.setdefault(parse_subject(name).key, []).append(target)
    for each in results:
        of_it = known.get(parse_subject(each.name).key, ()) if not each.planned else ()
        planned = next((target for target in of_it if of_kind(target, each.target)), each.planned)
        yield each._replace(planned=planned)


def stated_as(result: PrintedTarget) -> StatedFigure:
    """Return a result as a figure that the text states; an amount of a year is none that has grown up to then."""
    value, quote = result.target, normal(result.quote)
    parts = (value[start:] for start in range(len(value)))  # of several figures it may be put together: 达到5元、6元
    told = next((part for part in parts if normal(part) in quote), value)
    return StatedFigure(result.name, told, result.quote, result.words, cumulative=False)


def _behind_headings(document: Document, last: int) -> Iterator[int]:
    """Yield where the text begins again behind a line that is a heading, which ends with no sign, up to a position."""
    lines = document.flow.lines
    for at in range(1, last):
        if lines[at] != lines[at - 1]:
            line = document.lines[lines[at - 1] - 1]
            if parse_heading(line) and len(line) <= QUOTE:
                yield at


def _target(document: Document, target: Target) -> PrintedTarget:
    """Return a target with the signs that the document prints; what is put together from its clause has those of it."""
    start, end = target.clause
    first, last = target.words
    words = first, first + len(without_kind(document.flow.text[first:last]))
    printed = target.target if target.shared else _printed(document, words)
    at = document.flow.text.find(target.name, start, end)
    name = _printed(document, (at, at + len(target.name))) if at >= 0 else target.name
    return PrintedTarget(
        name=name,
        target=printed,
        prefix=target.prefix,
        quote=_printed(document, _quoted(document.flow.text, start, end)),
        section=document.flow.section_at(start),
        line=document.flow.lines[start],
        clause=target.clause,
        words=target.words,
        guess=target.guess,
        stated=target.stated,
        planned=target.planned,
    )


def _quoted(text: str, start: int, end: int) -> Span:
    """Return as much of a clause as may be quoted: of a longer one its end, from the first piece on that has room."""
    if end - start <= QUOTE:
        return start, end
    sign = piece_end(text, end - QUOTE - 1, end)
    return (sign + 1 if sign < end else end - QUOTE), end


def _printed(document: Document, span: Span) -> str:
    """Return a stretch of the text with its signs as printed, full-width or not."""
    start, end = span
    lines = dict.fromkeys(document.flow.lines[start:end])
    first = document.flow.line_span(next(iter(lines)))[0]
    printed = "".join("".join(document.lines[line - 1].split()) for line in lines)[start - first : end - first]
    words = document.flow.text[start:end]
    return printed if normal(printed) == words else words

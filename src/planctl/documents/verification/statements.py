"""Every statement held against the text: its words, its figure whole, and the words of what the figure is of."""

from collections.abc import Iterable
from typing import NamedTuple

from planctl.checks.verified import Verified
from planctl.documents.reading.document import RunningText
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.documents import clause_start, figures_in, is_one_piece, piece_end
from planctl.grammar.lengths import QUOTE, SENTENCE
from planctl.grammar.prose import places_in_quote, said_of
from planctl.grammar.text import normal
from planctl.grammar.whole import (
    begins_new,
    begins_whole,
    cuts_figure,
    ends_whole,
    is_balanced,
    leads_to_figure,
    runs_in,
)
from planctl.messages.message import Message, say
from planctl.report.model import Report, Statement


class _Stated(NamedTuple):
    """A statement whose words were found: where they and its figure stand in the text, and in which line."""

    report: Report
    statement: Statement
    quote: tuple[int, int]
    value: tuple[int, int]
    line: tuple[int, int]

    @property
    def at(self) -> str:
        """The name that findings have for it."""
        return f"statements.{self.statement.id}"


class _Label(NamedTuple):
    """Where the words of a label stand in the sentence of its figure, and whether they stand whole."""

    runs: tuple[tuple[int, int], ...]
    is_whole: bool


def verify_statements(reports: Iterable[Report], ledger: Ledger) -> None:
    """Hold every statement of some reports against the text, and each figure by one of them alone."""
    holders: dict[tuple[int, int], list[str]] = {}
    for report in reports:
        for statement in report.statements:
            places = _places(report, statement, ledger)
            labels = [_label(stated, ledger.flow) for stated in places]
            for stated, label in zip(places, labels, strict=True):
                ledger.hold(*_stretch(stated.value), report, stated.at, "value")
                for run in label.runs:
                    ledger.hold(*_stretch(run), report, stated.at, "label")
            if places and (fault := _fault(places, labels, ledger.flow, holders)):
                key, message = fault
                line = ledger.line_of(places[0].quote[0])
                ledger.differ(
                    Verified.DIFFERENT, report, f"statements.{statement.id}", key, message, line, statement.quote
                )
            elif places:
                ledger.match()


def _stretch(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], span[1] - span[0]


def _places(report: Report, statement: Statement, ledger: Ledger) -> list[_Stated]:
    """Return where the words of a statement stand with its figure; tell what is otherwise."""
    at, quote = f"statements.{statement.id}", normal(statement.quote)
    found = ledger.flow.find(quote, statement.section)
    if not found and (elsewhere := ledger.flow.find(quote)):
        there = ledger.flow.section_at(elsewhere[0])
        message = say(
            "the document has it in {there}, not in {here}", there=there or "—", here=statement.section or "—"
        )
        line = ledger.line_of(elsewhere[0])
        ledger.differ(Verified.DIFFERENT, report, at, "section", message, line, there)
    elif not found:
        message = say("the document does not have the words {quote}", quote=statement.quote)
        ledger.differ(Verified.MISSING_IN_DOCUMENT, report, at, "quote", message)
    elif not (value := _value(statement, quote)):
        message = say("{value} is not in the words that are quoted", value=statement.value.printed)
        line = ledger.line_of(found[0])
        ledger.differ(Verified.DIFFERENT, report, at, "value", message, line, statement.quote)
    else:
        spans = ((start, ledger.flow.line_span(ledger.line_of(start))) for start in found)
        return [
            _Stated(report, statement, (start, start + len(quote)), (start + value[0], start + value[1]), line)
            for start, line in spans
        ]
    return []


def _value(statement: Statement, quote: str) -> tuple[int, int] | None:
    """Return where the value of a statement stands in its words: of several places, where these say it of its label."""
    places = list(places_in_quote(normal(statement.value.printed), quote))
    label = normal(statement.label)
    return next((each for each in places if said_of(quote, *each).may_be(label)), next(iter(places), None))


def _fault(
    places: list[_Stated], labels: list[_Label], flow: RunningText, holders: dict[tuple[int, int], list[str]]
) -> tuple[str, Message] | None:
    """Return what is wrong with a statement whose figure is in its words, and with which of its keys; else `None`."""
    first = places[0]
    if not any(_is_whole(each, flow) for each in places):
        return "quote", say("the words that are quoted begin or end within a longer name or figure")
    if not any(label.is_whole for label in labels):
        message = say("{label} does not stand before the figure in its sentence", label=first.statement.label)
        return "label", message
    start, end = first.quote
    if not any(run[0] < end and start < run[1] for run in labels[0].runs):
        return "quote", say("the words that are quoted do not name {label}", label=first.statement.label)
    said = said_of(flow.text[slice(*first.quote)], *(position - first.quote[0] for position in first.value))
    if not said.may_be(normal(first.statement.label)):
        return "value", say("the words give {value} to something else", value=first.statement.value.printed)
    others = holders.setdefault(first.value, [])
    others.append(first.at)
    if len(others) > len(places) * said.many:
        return "value", say("{other} holds the same figure of the document", other=others[0].partition(".")[2])
    return None


def _is_whole(stated: _Stated, flow: RunningText) -> bool:
    """Return whether the words that are quoted begin and end at a boundary, as far as there is room to quote them."""
    (start, end), (first, last) = stated.quote, stated.line
    if cuts_figure(flow.text[first:start], flow.text[start:last]) or cuts_figure(
        flow.text[first:end], flow.text[end:last]
    ):
        return False
    ends = ends_whole(flow.text[end:last]) or end == stated.value[1]
    return (begins_whole(flow.text[first:start]) and ends) or end - start >= QUOTE - 1


def _label(stated: _Stated, flow: RunningText) -> _Label:
    """Return where the words of a label stand: in their order, and some of them in the clause of the figure."""
    first, last = stated.line
    start = clause_start(flow.text, stated.quote[0], max(first, stated.quote[0] - SENTENCE), "。")
    end = piece_end(flow.text, stated.value[1], last)
    found = [
        (start + one, start + other) for one, other in runs_in(normal(stated.statement.label), flow.text[start:end])
    ]
    if not found:
        return _Label((), is_whole=False)
    before, behind = flow.text[first : found[0][0]], flow.text[found[-1][1] : last].lstrip("”\"'")
    is_cut = (len(found) == 1 and begins_new(before)) or behind.startswith("项目")
    if stated.quote[0] <= found[-1][1] <= stated.value[0]:
        between = flow.text[found[-1][1] : stated.value[0]]
        ends = leads_to_figure(between) if is_one_piece(between) and not figures_in(between) else ends_whole(behind)
    else:
        ends = ends_whole(behind)
    whole = begins_whole(before) and ends and not is_cut and is_balanced(normal(stated.statement.label))
    return _Label(tuple(found), whole)

"""The rows of sentences held against the text: the words of each, its target, and each target that is printed."""

from collections.abc import Iterable, Sequence

from planctl.checks.verified import Verified
from planctl.documents.extraction.indicator_tables import table_of
from planctl.documents.extraction.targets import PrintedSentence, PrintedTarget
from planctl.documents.verification.ledger import Ledger
from planctl.documents.verification.printed import PrintedDocument
from planctl.grammar.prose import place_in_quote
from planctl.grammar.results import results_in
from planctl.grammar.target_clauses import read_clauses
from planctl.grammar.text import normal
from planctl.messages.message import say
from planctl.report.model import Indicator, Report, with_parts

TARGETS, RESULTS = "targets", "indicators"


def verify_sentence(reports: Sequence[Report], printed: PrintedDocument, ledger: Ledger, *, whole: bool) -> None:
    """Hold the rows with a quote against the text, and the sentence that sets the year's targets against the rows.

    Of a document with a table of those targets, the table is what counts. Where the reports are the `whole` of what was
    transcribed, a sentence that none of them is of is missing in the data.
    """
    sentence = printed.sentence
    if sentence and sentence.year and table_of(printed.tables, TARGETS, sentence.year):
        sentence = None
    ours = next((each for each in reports if sentence and (each.kind, each.year) == (TARGETS, sentence.year)), None)
    for report in reports:
        left = list(sentence.targets) if sentence and report is ours else []
        results = sentence.results if sentence and report.kind == RESULTS else ()
        for row in (each for each in with_parts(report.indicators) if each.quote):
            _row(report, row, left, results, ledger)
        if sentence and report is ours:
            _left_out(report, sentence, left, ledger)
    if sentence and whole and reports and not ours:
        message = say("no file has the targets of the sentence")
        first = sentence.targets[0]
        ledger.differ(Verified.MISSING_IN_DATA, reports[0], "indicators", "", message, first.line, first.quote)


def _row(
    report: Report, row: Indicator, left: list[PrintedTarget], results: Sequence[PrintedTarget], ledger: Ledger
) -> None:
    """Hold a row against the text, and take what the sentence prints of it out of what is left.

    A row of an outcome is also what the text as a whole, which is read as `results`, says in the words that are quoted.
    """
    cell = row.target if report.kind == TARGETS else row.actual
    said, quote = normal(cell.printed) if cell else "", normal(row.quote)
    found = ledger.flow.find(quote, row.section or None)
    named = [each for each in left if normal(each.name) == normal(row.name)]
    there = next((each for each in named if normal(each.target) == said), next(iter(named), None))
    if there:
        left.remove(there)
    if not found and (elsewhere := ledger.flow.find(quote)):
        section = ledger.flow.section_at(elsewhere[0])
        message = say("the document has it in {there}, not in {here}", there=section or "—", here=row.section or "—")
        ledger.differ(Verified.DIFFERENT, report, row.id, "section", message, ledger.line_of(elsewhere[0]), section)
    elif not found:
        message = say("the document does not have the words {quote}", quote=row.quote)
        ledger.differ(Verified.MISSING_IN_DOCUMENT, report, row.id, "quote", message)
    elif there and normal(there.target) != said:
        message = say("the data has {here}, and the document {there}", here=said or "—", there=there.target)
        ledger.differ(Verified.DIFFERENT, report, row.id, TARGET[report.kind], message, there.line, there.quote)
    elif not (there or _told(quote, row, said, results) or _says(quote, row, said)):
        message = say("the words that are quoted do not say {value} of {name}", value=said, name=row.name)
        key, line = TARGET[report.kind], ledger.line_of(found[0])
        ledger.differ(Verified.DIFFERENT, report, row.id, key, message, line, row.quote)
    else:
        if report.kind == RESULTS:
            _hold_beside(report, row, results, ledger, found[0])
        ledger.match()
        start, end = there.clause if there else (found[0], found[0] + len(quote))
        ledger.hold(start, end - start, report, row.id, TARGET[report.kind])


TARGET = {TARGETS: "target", RESULTS: "actual"}
"""The key of what a row of each kind of file says."""


def _hold_beside(report: Report, row: Indicator, results: Iterable[PrintedTarget], ledger: Ledger, at: int) -> None:
    """Hold what is said of a result beside it against its sentence, which the words quoted at a place are of.

    That is what calls it an estimate, what became of its target, and the target itself where that is named before it.
    """
    text, quote, said = ledger.flow.text, normal(row.quote), normal(row.actual.printed) if row.actual else ""
    told = next((each for each in results if (normal(each.quote), normal(each.target)) == (quote, said)), None)
    sentence = text[text.rfind("。", 0, at) + 1 : text.find("。", at) % (len(text) + 1)]
    for key, ours, theirs in (
        ("estimate", row.estimate, told and told.guess),
        ("stated", row.stated, told and told.stated),
        ("target", row.target.printed if row.target and told and told.planned else "", told and told.planned),
    ):
        here = normal(ours)
        there = theirs if theirs is not None else here if here in sentence else ""
        if here != there:
            message = say("the data has {here}, and the document {there}", here=here or "—", there=there or "—")
            ledger.differ(Verified.DIFFERENT, report, row.id, key, message, ledger.line_of(at), there or row.quote)
        elif here:
            ledger.match()


def _told(quote: str, row: Indicator, said: str, results: Iterable[PrintedTarget]) -> bool:
    """Return whether the words quoted for a row are where the text tells that result of it."""
    told = (each for each in results if normal(each.quote) == quote and normal(each.target) == said)
    return any(normal(each.name) == normal(row.name) for each in told)


def _says(quote: str, row: Indicator, said: str) -> bool:
    """Return whether quoted words give a target to a row by its name, or name it and have the target whole.

    Of a result, the words may go on beside others: 增长2.6%、高于全国0.9个百分点.
    """
    name = normal(row.name)
    clauses = [each for each in (*read_clauses(quote).targets, *results_in(quote)) if each.name == name]
    if clauses:
        return any(each.target == said for each in clauses)
    return name in quote and place_in_quote(said, quote) is not None


def _left_out(report: Report, sentence: PrintedSentence, left: Iterable[PrintedTarget], ledger: Ledger) -> None:
    """Tell the targets of the sentence that no row has, and the clauses that could not be read and no row quotes."""
    for each in left:
        message = say("the data does not have {name}", name=f"{each.name}{each.target}")
        ledger.differ(Verified.MISSING_IN_DATA, report, each.quote, "", message, each.line, each.quote)
    quotes = [normal(row.quote) for row in with_parts(report.indicators) if row.quote]
    for clause in sentence.refused:
        words = normal(clause.printed)
        if not any(quote in words or words in quote for quote in quotes):
            message = say("the data does not have {name}", name=clause.printed)
            ledger.differ(Verified.MISSING_IN_DATA, report, words, "", message, clause.line, clause.printed)

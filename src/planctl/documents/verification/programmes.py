"""The programmes of the data held against the text: their figures, and how they are told apart."""

from collections.abc import Sequence

from planctl.checks.verified import Verified
from planctl.documents.extraction.programmes import PrintedBreakdown, PrintedProgramme, apart
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.documents import sentence_from
from planctl.grammar.programmes import FigureOf, figure_in
from planctl.grammar.projects import is_other
from planctl.grammar.text import normal
from planctl.grammar.whole import begins_whole
from planctl.messages.message import say
from planctl.report.model import Breakdown, Figures, Measure, Programme, Report

PRINTED = {
    Measure.COUNT: FigureOf.COUNT,
    Measure.TOTAL_INVESTMENT: FigureOf.TOTAL,
    Measure.PLANNED_INVESTMENT: FigureOf.YEAR,
}
"""What each measure is in print; a count stands right behind the name."""


def verify_programmes(report: Report, printed: Sequence[PrintedProgramme], ledger: Ledger) -> None:
    """Hold every figure of a programme and of its parts against the text, and by what it is told apart."""
    first_of: dict[tuple[str, str], str] = {}
    for programme in report.programmes:
        at = f"programmes.{programme.id}"
        first = first_of.setdefault((normal(programme.name), programme.section), programme.id)
        if first != programme.id:
            message = say("{first} is of the same words of the document", first=first)
            ledger.differ(Verified.DIFFERENT, report, at, "name", message, 0, programme.name)
            continue
        _figures(report, at, programme.name, programme.section, programme.figures, ledger)
        known = next((each for each in printed if normal(each.name) == normal(programme.name)), None)
        if known:
            _as_printed(report, programme, known, ledger)
        for breakdown in programme.breakdowns:
            for count, item in enumerate(breakdown.items, 1):
                place = f"{at}.breakdowns.{breakdown.by}.items.{count}"
                _figures(report, place, item.name, breakdown.section, item.figures, ledger)


def _as_printed(report: Report, programme: Programme, printed: PrintedProgramme, ledger: Ledger) -> None:
    """Hold the section of a programme, the stage in its name, and what tells it apart against the printed list."""
    at = f"programmes.{programme.id}"
    pairs = {
        "section": (programme.section, printed.section),
        "stage": (programme.stage.printed if programme.stage else "", printed.stage),
    }
    for key, (here, there) in pairs.items():
        if here == there:
            ledger.match()
        else:
            message = say("the data has {here}, and the document {there}", here=here or "—", there=there or "—")
            ledger.differ(Verified.DIFFERENT, report, at, key, message, printed.line, there)
    for breakdown in programme.breakdowns:
        known = max(printed.breakdowns, key=lambda each: _shared(breakdown, each), default=None)
        if known and _shared(breakdown, known) and known.by != breakdown.by:
            message = say("it is told apart by {there}, and the data has {here}", there=known.by, here=breakdown.by)
            ledger.differ(Verified.DIFFERENT, report, f"{at}.breakdowns.{breakdown.by}", "", message, known.line)
        elif known:
            _parts_apart(report, f"{at}.breakdowns.{breakdown.by}", breakdown, known, ledger)


def _parts_apart(report: Report, at: str, breakdown: Breakdown, printed: PrintedBreakdown, ledger: Ledger) -> None:
    """Hold by what each part is told apart, in a list that may mix places and sectors."""
    theirs = {normal(item.name): apart(item, printed.by) or printed.by for item in printed.items}
    for count, item in enumerate(breakdown.items, 1):
        here, there = item.grouping or breakdown.by, theirs.get(normal(item.name))
        if there and here != there and not is_other(item.name):
            message = say("it is told apart by {there}, and the data has {here}", there=there, here=here)
            ledger.differ(Verified.DIFFERENT, report, f"{at}.items.{count}", "grouping", message, printed.line)


def _shared(breakdown: Breakdown, printed: PrintedBreakdown) -> int:
    """Return how many parts a printed list has that one of the data has."""
    return len({normal(item.name) for item in breakdown.items} & {normal(item.name) for item in printed.items})


def _figures(report: Report, at: str, name: str, section: str, figures: Figures, ledger: Ledger) -> None:
    """Look for a whole name that is followed by its figures in one sentence."""
    plain = normal(name)
    expected = {measure: normal(cell.printed) for measure in PRINTED if (cell := figures.of(measure))}
    places = [start for start in ledger.flow.find(plain, section) if _begins(start, ledger)]
    sentences = [(start, sentence_from(ledger.flow.text, start)) for start in places]
    best = max(sentences, key=lambda each: _agreeing(each[1], plain, expected), default=None)
    if best is None:
        message = say("{section} of the document does not have {name}", section=section, name=name)
        ledger.differ(Verified.MISSING_IN_DOCUMENT, report, at, "name", message)
        return
    start, sentence = best
    ledger.match()
    for measure, printed in expected.items():
        if place := _place(sentence, plain, measure, printed):
            ledger.match()
            ledger.hold(start + place[0], place[1] - place[0], report, at, measure)
        else:
            message = say("{words} is not printed of {name}", words=printed, name=name)
            ledger.differ(Verified.DIFFERENT, report, at, measure, message, ledger.line_of(start), sentence)


def _begins(start: int, ledger: Ledger) -> bool:
    first, _ = ledger.flow.line_span(ledger.line_of(start))
    return begins_whole(ledger.flow.text[first:start])


def _place(sentence: str, name: str, measure: Measure, printed: str) -> tuple[int, int] | None:
    """Return where a figure stands in a sentence, a count behind the name that it begins with."""
    behind = len(name) if measure is Measure.COUNT else 0
    found = figure_in(sentence[behind:], PRINTED[measure], printed)
    if not found or (behind and found[0]):
        return None
    return (0 if behind else found[0]), found[1] + behind


def _agreeing(sentence: str, name: str, expected: dict[Measure, str]) -> int:
    return sum(_place(sentence, name, measure, printed) is not None for measure, printed in expected.items())

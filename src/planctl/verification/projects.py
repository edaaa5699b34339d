"""The programmes and the named projects of the data held against the text."""

from planctl.grammar.documents import clause_around, sentence_from
from planctl.grammar.text import normal
from planctl.messages import say
from planctl.model import Figures, Measure, Programme, Report
from planctl.projects.listing import Named, named_in
from planctl.verification.ledger import Ledger, Outcome

WORDS = {Measure.COUNT: "", Measure.TOTAL_INVESTMENT: "总投资", Measure.PLANNED_INVESTMENT: "计划投资"}
"""The words before each figure; a count stands right behind the name."""


def verify_projects(report: Report, ledger: Ledger) -> None:
    """Hold every figure of a programme and every named project of a report against the text."""
    for programme in report.programmes:
        at = f"programmes.{programme.id}"
        _figures(report, at, programme.name, programme.section, programme.figures, ledger)
        for breakdown in programme.breakdowns:
            for count, item in enumerate(breakdown.items, 1):
                place = f"{at}.breakdowns.{breakdown.by}.items.{count}"
                _figures(report, place, item.name, breakdown.section, item.figures, ledger)
    for named in named_in(report):
        _project(named, ledger)


def _figures(report: Report, at: str, name: str, section: str, figures: Figures, ledger: Ledger) -> None:
    """Look for a name that is followed by its figures in one sentence."""
    expected = {
        measure: f"{word}{normal(cell.printed)}" for measure, word in WORDS.items() if (cell := figures.of(measure))
    }
    places = ledger.flow.find(normal(name), section)
    sentences = [(start, sentence_from(ledger.flow.text, start)) for start in places]
    best = max(sentences, key=lambda each: _agreeing(each[1], normal(name), expected), default=None)
    if best is None:
        message = say("{section} of the document does not have {name}", section=section, name=name)
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, "name", message)
        return
    start, sentence = best
    ledger.match()
    for measure, words in expected.items():
        sought = normal(name) + words if measure is Measure.COUNT else words
        position = sentence.find(sought)
        if position >= 0 and not sentence[position + len(sought) : position + len(sought) + 1].isdigit():
            ledger.match()
            ledger.hold(start + position, len(sought), report, at, measure)
        else:
            message = say("{words} is not printed of {name}", words=words, name=name)
            ledger.differ(Outcome.DIFFERENT, report, at, measure, message, ledger.line_of(start), sentence)


def _agreeing(sentence: str, name: str, expected: dict[Measure, str]) -> int:
    count = sentence.startswith(name + expected.get(Measure.COUNT, ""))
    return count + sum(words in sentence for words in expected.values())


def _project(named: Named, ledger: Ledger) -> None:
    project, programme, report = named
    at, name = f"projects.{project.id}", normal(project.name)
    places = ledger.flow.find(name, project.section)
    if not places:
        message = say("{section} of the document does not have {name}", section=project.section, name=project.name)
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, at, "name", message)
        return
    ledger.match()
    for start in places:
        ledger.hold(start, len(name), report, at, "name")
    by_line = bool(programme and (programme.stage or _told_by_stage(programme)))
    if project.stage and not any(_has_stage(ledger, start, name, project.stage.printed, by_line) for start in places):
        message = say("{stage} does not stand with {name}", stage=project.stage.printed, name=project.name)
        line = ledger.line_of(places[0])
        ledger.differ(Outcome.DIFFERENT, report, at, "stage", message, line, clause_around(ledger.flow.text, places[0]))
    elif project.stage:
        ledger.match()
    for key in ("company", "product", "capacity"):
        word = getattr(project, key)
        if normal(word) not in name:
            message = say("{word} does not stand in the name", word=word)
            ledger.differ(Outcome.DIFFERENT, report, at, key, message, ledger.line_of(places[0]), project.name)
    if project.sector and normal(project.sector) not in ledger.flow.line_around(places[0]):
        message = say("{sector} does not stand over {name}", sector=project.sector, name=project.name)
        ledger.differ(Outcome.DIFFERENT, report, at, "sector", message, ledger.line_of(places[0]))


def _told_by_stage(programme: Programme) -> bool:
    return any(item.stage for breakdown in programme.breakdowns for item in breakdown.items)


def _has_stage(ledger: Ledger, start: int, name: str, stage: str, by_line: bool) -> bool:
    """Return whether the words for a stage stand around a name: in its clause, or over its list."""
    around = ledger.flow.line_around(start) if by_line else clause_around(ledger.flow.text, start, len(name))
    outside = around.replace(name, "")
    return all(normal(piece) in outside for piece in stage.split("…"))

"""The named projects of the data held against the lists and the sentences of the text, and these against the data."""

from collections.abc import Iterable, Iterator, Sequence

from planctl.checks.verified import Verified
from planctl.documents.extraction.programmes import PrintedProgramme, PrintedProject
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.mentions import Surroundings, surroundings_of
from planctl.grammar.projects import NameWords
from planctl.grammar.text import normal
from planctl.grammar.whole import whole_in
from planctl.messages.message import say
from planctl.projects.listing import Named, named_in
from planctl.report.model import Programme, Project, Report


def verify_projects(reports: Sequence[Report], printed: Sequence[PrintedProgramme], ledger: Ledger) -> None:
    """Hold every named project against the list of its programme, or the sentence that mentions it."""
    known: dict[tuple[str, str, str], str] = {}
    listed: dict[str, list[tuple[PrintedProgramme, PrintedProject]]] = {}
    for programme in printed:
        for found in programme.projects:
            listed.setdefault(normal(found.name), []).append((programme, found))
    companies = {normal(named.project.company) for report in reports for named in named_in(report)}
    for report in reports:
        for named in named_in(report):
            project = named.project
            first = known.setdefault((report.kind, project.section, normal(project.name)), project.id)
            if first != project.id:
                message = say("{first} is of the same words of the document", first=first)
                ledger.differ(Verified.DIFFERENT, report, _at(project), "name", message, 0, project.name)
            elif _is_held(named, listed.get(normal(project.name), ()), ledger):
                ledger.match()
            _words_of_name(named, companies, ledger)


def _is_held(named: Named, listed: Sequence[tuple[PrintedProgramme, PrintedProject]], ledger: Ledger) -> bool:
    """Return whether a project stands where the data has it, and as it has it; tell what is otherwise.

    `listed` is where a list of the document has its name.
    """
    project, programme, report = named
    if programme:
        own = next(((each, found) for each, found in listed if is_printing_of(each, programme)), None)
        if own:
            return _is_as_listed(named, *own, ledger)
        if listed:
            there = listed[0][0].name
            message = say("it stands in the list of {there}, not of {here}", there=there, here=programme.name)
            ledger.differ(Verified.DIFFERENT, report, _at(project), "name", message, listed[0][1].line, project.name)
            return False
    return _is_mentioned(named, ledger)


def is_printing_of(printed: PrintedProgramme, programme: Programme) -> bool:
    """Return whether a printed list is the programme of that name in its section."""
    return (normal(printed.name), printed.section) == (normal(programme.name), programme.section)


def _at(project: Project) -> str:
    return f"projects.{project.id}"


def _is_as_listed(named: Named, programme: PrintedProgramme, found: PrintedProject, ledger: Ledger) -> bool:
    """Return whether the stage and the sector of a project are those of its list."""
    project, _, report = named
    start, end = ledger.flow.line_span(found.line)
    place = ledger.flow.text.find(normal(project.name), start, end)
    ledger.hold(place, len(normal(project.name)), report, _at(project), "name")
    pairs = {
        "stage": (project.stage.printed if project.stage else "", found.stage or programme.stage),
        "sector": (project.sector, found.sector),
    }
    for key, (here, there) in pairs.items():
        if normal(here) != normal(there):
            message = say("the data has {here}, and the document {there}", here=here or "—", there=there or "—")
            ledger.differ(Verified.DIFFERENT, report, _at(project), key, message, found.line, there)
            return False
    return True


def _is_mentioned(named: Named, ledger: Ledger) -> bool:
    """Return whether a sentence mentions a project by its whole name, with the words for its stage."""
    project, programme, report = named
    name = normal(project.name)
    places = list(_whole_places(name, project.section, ledger))
    if not places:
        part = ledger.flow.find(name, project.section)
        message = say(
            "{section} of the document does not have {name}", section=project.section or "—", name=project.name
        )
        if part:
            message = say("{name} stands there only as a part of a longer name", name=project.name)
        outcome = Verified.DIFFERENT if part else Verified.MISSING_IN_DOCUMENT
        around = ledger.flow.line_around(part[0]) if part else ""
        line = ledger.line_of(part[0]) if part else 0
        ledger.differ(outcome, report, _at(project), "name", message, line, around)
        return False
    for start in places:
        ledger.hold(start, len(name), report, _at(project), "name")
    stage = normal(project.stage.printed) if project.stage else ""
    said = [_surroundings(start, len(name), ledger) for start in places]
    if any(each.says(stage) for each in said) or (programme and not stage):
        return True
    message = say("{stage} does not stand with {name}", stage=stage or "—", name=project.name)
    line = ledger.line_of(places[0])
    ledger.differ(Verified.DIFFERENT, report, _at(project), "stage", message, line, said[0].clause)
    return False


def _whole_places(name: str, section: str, ledger: Ledger) -> Iterator[int]:
    """Yield where a name stands whole in a section; no name goes over the end of a line."""
    lines = dict.fromkeys(ledger.line_of(start) for start in ledger.flow.find(name, section))
    spans = ledger.flow.spans(section)
    for line in lines:
        start, end = ledger.flow.line_span(line)
        for at in whole_in(name, ledger.flow.text[start:end]):
            if any(first <= start + at < last for first, last in spans):
                yield start + at


def _surroundings(start: int, length: int, ledger: Ledger) -> Surroundings:
    first, last = ledger.flow.line_span(ledger.line_of(start))
    return surroundings_of(ledger.flow.text[first:last], start - first, start - first + length)


def _words_of_name(named: Named, companies: Iterable[str], ledger: Ledger) -> None:
    """Tell words that are no whole part of a project's name, as far as it or the companies of others show that."""
    project, _, report = named
    words = NameWords(normal(project.company), normal(project.product), normal(project.capacity))
    not_whole = list(words.not_whole_in(normal(project.name), normal(report.source.region.name)))
    if words.company and any(_is_of_longer(words.company, each, normal(project.name)) for each in companies):
        not_whole.append("company")
    for key in not_whole:
        message = say("{word} does not stand in the name", word=getattr(project, key))
        ledger.differ(Verified.DIFFERENT, report, _at(project), key, message, 0, project.name)


def _is_of_longer(company: str, other: str, name: str) -> bool:
    """Return whether a name begins with another company, of which this one is the beginning: 华 of 华峰."""
    return other != company and other.startswith(company) and name.startswith(other)

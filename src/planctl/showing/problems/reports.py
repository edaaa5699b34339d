"""The findings for continuous integration: GitHub's annotations and step summary, and JUnit's XML."""

from planctl.checks.registry import Checked, Examination
from planctl.messages.message import Severity
from planctl.showing.problems.summary import counts_of, is_shown
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(examination: Examination, least: Severity, wording: Wording, *, everything: bool) -> str:
    """Return workflow commands that annotate the lines of a change, one for each finding."""
    shown = [each for each in examination.checked if everything or is_shown(each, least)]
    return "".join(f"{_annotation(each, wording)}\n" for each in shown) + _counts(examination, wording)


def _annotation(checked: Checked, wording: Wording) -> str:
    problem = checked.problem
    place = problem.place
    command = "notice" if checked.accepted else COMMANDS[problem.severity]
    where = {"file": place.file, "line": place.line or 1, "col": place.column or 1, "title": problem.name}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    return f"::{command} {properties}::{_data(wording.advice(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(examination: Examination, wording: Wording) -> str:
    """Return the findings that a person has to look at as Markdown, for the page of a run."""
    rows = [
        (wording.term(each.problem.severity), str(each.problem.place), each.problem.name, wording(each.problem.message))
        for each in examination.checked
        if is_shown(each)
    ]
    columns = (wording.say("severity"), wording.say("place"), wording.say("check"), wording.say("message"))
    table = Sheet(columns, tuple(rows)).to_markdown() if rows else ""
    return f"## planctl check\n\n{table}\n{_counts(examination, wording)}"


def junit(examination: Examination, least: Severity, wording: Wording) -> str:
    """Return a test suite as JUnit's XML: a test case for each finding, failed where it weighs enough to fail."""
    from xml.etree import ElementTree

    suite = ElementTree.Element("testsuite", name="planctl check", tests=str(max(len(examination.checked), 1)))
    failures = 0
    for each in examination.checked:
        place = each.problem.place
        case = ElementTree.SubElement(suite, "testcase", classname=place.file, name=f"{each.problem.name} {place}")
        if each.fails(least):
            failures += 1
            kind = each.problem.severity.value
            failure = ElementTree.SubElement(case, "failure", type=kind, message=wording(each.problem.message))
            failure.text = wording.problem(each.problem)
    if not examination.checked:
        ElementTree.SubElement(suite, "testcase", classname="planctl", name="all checks")
    suite.set("failures", str(failures))
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _counts(examination: Examination, wording: Wording) -> str:
    return wording.listed(map(wording, counts_of(examination, every=True))) + "\n"

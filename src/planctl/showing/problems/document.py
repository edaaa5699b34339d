"""The findings as JSON: planctl's own, and SARIF 2.1.0 for code scanning."""

from typing import Any

from planctl import __version__
from planctl.checks.registry import CHECKS, Checked, Examination
from planctl.messages.message import Place
from planctl.showing.explanation import summary_of
from planctl.showing.problems.summary import counted
from planctl.showing.problems.text import end_column
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording


def document(examination: Examination, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `check`: every finding, those that are acknowledged with the reason."""
    return {
        "schema": 1,
        "problems": [problem_document(each, examination, wording) for each in examination.checked],
        "summary": counted(examination),
    }


COLUMNS = ("severity", "check", "file", "line", "column", "entry", "message", "remedy", "accepted")


def sheet(examination: Examination, wording: Wording) -> Sheet:
    """Return a row for each finding, with all that the JSON says of it but other places."""
    found = (problem_document(each, examination, wording) for each in examination.checked)
    return sheet_of(COLUMNS, ({**each, "entry": each["at"]} for each in found))


def problem_document(checked: Checked, examination: Examination, wording: Wording) -> dict[str, Any]:
    """Return the JSON of a finding."""
    problem = checked.problem
    return {
        "check": problem.name,
        "severity": problem.severity.value,
        "at": problem.at or None,
        **_place(problem.place),
        "end_column": _end(problem.place, examination),
        "message": wording(problem.message),
        "remedy": wording(problem.remedy),
        "related": [{**_place(each.place), "message": wording(each.message)} for each in problem.related],
        "accepted": wording.text(checked.accepted.reason) if checked.accepted else None,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line or None, "column": place.column or None}


def _end(place: Place, examination: Examination) -> int | None:
    line = examination.line(place)
    return None if line is None else end_column(line, place.column)


def sarif(examination: Examination, wording: Wording) -> dict[str, Any]:
    """Return the findings as SARIF 2.1.0; those that are acknowledged are suppressed, with the reason.

    The words for how much a finding weighs are those of SARIF.
    """
    rules = [
        {
            "id": check.name,
            "shortDescription": {"text": wording.translate(summary_of(check.find))},
            "defaultConfiguration": {"level": check.severity.value},
        }
        for check in CHECKS
    ]
    driver = {"name": "planctl", "version": __version__, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, examination, wording) for each in examination.checked],
            }
        ],
    }


def _result(checked: Checked, examination: Examination, wording: Wording) -> dict[str, Any]:
    problem = checked.problem
    result = {
        "ruleId": problem.name,
        "level": problem.severity.value,
        "message": {"text": wording.advice(problem)},
        "locations": [_location(problem.place, _end(problem.place, examination))],
        "relatedLocations": [
            {**_location(each.place), "message": {"text": wording(each.message)}} for each in problem.related
        ],
    }
    if checked.accepted:
        reason = wording.text(checked.accepted.reason)
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _location(place: Place, end: int | None = None) -> dict[str, Any]:
    region = {
        "startLine": max(place.line, 1),
        "startColumn": max(place.column, 1),
        **({"endColumn": end} if end else {}),
    }
    return {"physicalLocation": {"artifactLocation": {"uri": place.file.replace("\\", "/")}, "region": region}}

"""`planctl verify`: what the data and the published document do not agree on, and how much of it the data holds."""

from collections.abc import Iterable, Iterator
from typing import Any

from planctl.checks.registry import Examination
from planctl.documents.verification.ledger import Verification
from planctl.messages.message import Message, say
from planctl.showing.look import Look
from planctl.showing.problems.acknowledging import blocks
from planctl.showing.problems.document import COLUMNS as PROBLEM_COLUMNS
from planctl.showing.problems.document import problem_document
from planctl.showing.problems.text import lines_of
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

AROUND = 12
"""So many characters are shown on either side of a figure that the data does not have."""


COLUMNS = ("document", *PROBLEM_COLUMNS, "document_place", "printed")


def sheet(found: Iterable[tuple[Verification, Examination]], wording: Wording) -> Sheet:
    """Return a row for each difference of each document, those that are acknowledged with the reason."""
    rows = (
        {"document": each.document.file, **problem, "entry": problem["at"]}
        for each, examination in found
        for problem in _problems(each, examination, wording)
    )
    return sheet_of(COLUMNS, rows)


def _problems(found: Verification, examination: Examination, wording: Wording) -> list[dict[str, Any]]:
    return [
        {
            **problem_document(checked, examination, wording),
            "document_place": each.document_place,
            "printed": each.printed or None,
        }
        for checked, each in zip(examination.checked, found.told, strict=True)
    ]


def document(found: Verification, examination: Examination, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `verify`."""
    source, coverage = found.document, found.coverage
    problems = _problems(found, examination, wording)
    return {
        "schema": 1,
        "document": {"file": source.file, "sha256": source.sha256, "kind": source.kind},
        "problems": problems,
        "summary": found.summary._asdict(),
        "coverage": {
            "figures": coverage.figures,
            "held": coverage.held,
            "not_held": len(coverage.left),
            "left": [
                {"document_place": place, "printed": printed, "around": around}
                for place, printed, around in _left(found)
            ],
        },
        "unread": [
            {"document_place": source.place_of(each), "reason": wording(each.message)} for each in source.unread
        ],
    }


def text(found: Verification, examination: Examination, look: Look, *, coverage: bool, locked: bool = False) -> str:
    """Return the differences as text, where each stands in the data and in the document, and what there is in all."""
    wording, source = look.wording, found.document
    lines: list[str] = []
    for checked, each in zip(examination.checked, found.told, strict=True):
        if checked.accepted and not coverage:
            continue
        lines += lines_of(checked, examination, wording)
        printed = each.printed or wording.say("not printed there")
        lines.append(f"  {each.document_place}: {printed}")
    for where, pasted in blocks(examination.checked, examination.lines):
        lines += ["", wording(where), *pasted, ""]
    for unread in source.unread:
        lines.append(wording.say("{place}: {message}", place=source.place_of(unread), message=unread.message))
    if coverage:
        for place, printed, around in _left(found):
            said = say("{printed} is not in the data: {around}", printed=printed, around=around)
            lines.append(wording.say("{place}: {message}", place=place, message=said))
    lines += map(wording, summed(found, coverage=coverage))
    if locked:
        lines.append(wording.say("that they agree is written down in verified.lock, beside the data"))
    return "".join(f"{look.writable(line)}\n" for line in lines)


def summed(found: Verification, *, coverage: bool = True) -> Iterator[Message]:
    """Yield what a verification comes to; without `coverage` with how to ask for the figures that are left."""
    summary, held = found.summary, found.coverage
    yield say(
        "{matched} of {cells} names, cells, marks and quotations of the data agree with {document}, {different} differ",
        matched=summary.matched,
        cells=summary.cells,
        document=found.document.file,
        different=summary.different,
    )
    yield say(
        "{missing} of the data are not in it, {extra} of it not in the data",
        missing=summary.missing_in_document,
        extra=summary.missing_in_data,
    )
    if summary.accepted:
        yield say("{count} are acknowledged in the data; --coverage lists them", count=summary.accepted)
    figures = say(
        "{held} of the {figures} figures of the document are in the data", held=held.held, figures=held.figures
    )
    yield figures if coverage or not held.left else say("{figures}; --coverage lists the others", figures=figures)


def _left(found: Verification) -> Iterator[tuple[str, str, str]]:
    """Yield each figure that the data does not have: where it stands, itself, and what stands around it."""
    flow = found.document.flow
    for start, end in found.coverage.left:
        around = flow.text[max(0, start - AROUND) : end + AROUND]
        yield found.document.place(flow.lines[start]), flow.text[start:end], around

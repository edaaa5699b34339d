"""`planctl verify`: what the data and the published document do not agree on, and how much of it the data holds."""

from collections.abc import Iterator
from typing import Any

from planctl.checks import Examination
from planctl.verification.ledger import Verification
from planctl.views.look import Look
from planctl.views.problems.document import problem_document
from planctl.views.problems.text import lines_of
from planctl.views.wording import render

AROUND = 12
"""So many characters are shown on either side of a figure that the data does not have."""


def document(found: Verification, examination: Examination) -> dict[str, Any]:
    """Return the JSON of `verify`."""
    source, coverage = found.document, found.coverage
    problems = [
        {
            **problem_document(checked, examination),
            "document_place": each.document_place,
            "printed": each.printed or None,
        }
        for checked, each in zip(examination.checked, found.differences, strict=True)
    ]
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
        "unread": [{"document_place": source.place_of(each), "reason": render(each.message)} for each in source.unread],
    }


def text(found: Verification, examination: Examination, look: Look, *, coverage: bool, locked: bool = False) -> str:
    """Return the differences as text, where each stands in the data and in the document, and what there is in all."""
    lines: list[str] = []
    for checked, each in zip(examination.checked, found.differences, strict=True):
        lines += lines_of(checked, examination)
        lines.append(f"  {each.document_place}: {each.printed or 'not printed there'}")
    source = found.document
    lines += [f"{source.place_of(each)}: {render(each.message)}" for each in source.unread]
    if coverage:
        lines += [f"{place}: {printed} is not in the data: {around}" for place, printed, around in _left(found)]
    summary, held = found.summary, found.coverage
    looked = f"{summary.matched} of {summary.cells} names, cells, marks and quotations of the data"
    lines.append(f"{looked} agree with {found.document.file}, {summary.different} differ")
    lines.append(
        f"{summary.missing_in_document} of the data are not in it, {summary.missing_in_data} of it not in the data"
    )
    shown = "" if coverage or not held.left else "; --coverage lists the others"
    lines.append(f"{held.held} of the {held.figures} figures of the document are in the data{shown}")
    if locked:
        lines.append("that they agree is written down in verified.lock, beside the data")
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _left(found: Verification) -> Iterator[tuple[str, str, str]]:
    """Yield each figure that the data does not have: where it stands, itself, and what stands around it."""
    flow = found.document.flow
    for start, end in found.coverage.left:
        around = flow.text[max(0, start - AROUND) : end + AROUND]
        yield found.document.place(flow.lines[start]), flow.text[start:end], around

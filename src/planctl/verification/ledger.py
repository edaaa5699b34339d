"""What a verification finds: what agrees, what differs, what is missing on either side, and which figures are held."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from planctl.checks.corpus import place_of
from planctl.documents.document import Document, Field
from planctl.grammar.documents import figures_in
from planctl.grammar.text import normal
from planctl.messages import Message, Place, Problem, say
from planctl.model import Report


class Outcome(StrEnum):
    """How something in the data stands to the document."""

    DIFFERENT = "different"
    MISSING_IN_DOCUMENT = "missing-in-document"
    MISSING_IN_DATA = "missing-in-data"


REMEDIES = {
    Outcome.DIFFERENT: say("mend the data, unless the document was read wrongly"),
    Outcome.MISSING_IN_DOCUMENT: say("compare it with the page; what is not printed there does not belong here"),
    Outcome.MISSING_IN_DATA: say("transcribe it"),
}


class Difference(NamedTuple):
    """A problem, where the document prints what it is about, and what that is; empty where it prints nothing."""

    problem: Problem
    document_place: str
    printed: str


class Summary(NamedTuple):
    """How many things of the data were looked for, and what came of it."""

    cells: int
    matched: int
    different: int
    missing_in_document: int
    missing_in_data: int


class Coverage(NamedTuple):
    """How many figures the document prints, and how many of them the data holds; `left` is where the others stand."""

    figures: int
    held: int
    left: tuple[tuple[int, int], ...]


class Verification(NamedTuple):
    """A document, what differs from it, and how much of it the data holds."""

    document: Document
    differences: tuple[Difference, ...]
    summary: Summary
    coverage: Coverage


class Ledger:
    """Written while a document is read beside the data; `close` returns what it came to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.flow = document.flow
        self._matched = 0
        self._held: list[tuple[int, int]] = []
        self._differences: list[Difference] = []

    def match(self, start: int | None = None, length: int = 0) -> None:
        """Write down that something agrees, and where the document prints it."""
        self._matched += 1
        if start is not None:
            self.hold(start, length)

    def hold(self, start: int, length: int) -> None:
        """Write down that the data holds a stretch of the text."""
        self._held.append((start, start + length))

    def hold_field(self, field: Field) -> None:
        """Write down that the data holds a field of a table."""
        start, _ = self.flow.line_span(field.line)
        self.hold(start + field.offset, len(normal(field.text)))

    def differ(
        self, outcome: Outcome, report: Report, at: str, key: str, message: Message, line: int = 0, printed: str = ""
    ) -> None:
        """Write down that something does not agree: what of the data, what is wrong, and what the document prints."""
        problem = Problem(place_of(report, at, key), outcome, message, REMEDIES[outcome], at=at)
        where = str(Place(self.document.file, line, 1)) if line else self.document.file
        self._differences.append(Difference(problem, where, printed))

    def line_of(self, position: int) -> int:
        """Return the line of a position in the text."""
        return self.flow.lines[position]

    def close(self) -> Verification:
        """Return all that was written down, in the order of the data."""
        found = sorted(self._differences, key=lambda each: (each.problem.place, each.document_place))
        counts = [sum(each.problem.name == outcome for each in found) for outcome in Outcome]
        cells = self._matched + counts[0] + counts[1]
        summary = Summary(cells, self._matched, *counts)
        return Verification(self.document, tuple(found), summary, self._coverage())

    def _coverage(self) -> Coverage:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(self._held):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        figures = figures_in(self.flow.text)
        left = tuple(span for span in figures if not _inside(span, starts, ends))
        return Coverage(len(figures), len(figures) - len(left), left)


def _inside(span: tuple[int, int], starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, span[0]) - 1
    return index >= 0 and span[1] <= ends[index]

"""What a verification finds: what agrees, what differs, what is missing on either side, and which figures are held."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from planctl.checks.corpus import place_of
from planctl.documents.document import Document, Field
from planctl.documents.figures import figures_of
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


class Held(NamedTuple):
    """A stretch of the text from `start` to `end`, and where the data has what is printed there."""

    start: int
    end: int
    place: Place


class Verification(NamedTuple):
    """A document, what differs from it, and how much of it the data holds: `held` as printed, `apart` otherwise."""

    document: Document
    differences: tuple[Difference, ...]
    summary: Summary
    coverage: Coverage
    held: tuple[Held, ...] = ()
    apart: tuple[Held, ...] = ()


class Ledger:
    """Written while a document is read beside the data; `close` returns what it came to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.flow = document.flow
        self._matched = 0
        self._held: list[Held] = []
        self._apart: list[Held] = []
        self._differences: list[Difference] = []

    def match(self) -> None:
        """Write down that something agrees."""
        self._matched += 1

    def hold(self, start: int, length: int, report: Report, at: str, key: str = "") -> None:
        """Write down that something of the data, by what it is of, holds a stretch of the text."""
        self._held.append(Held(start, start + length, place_of(report, at, key)))

    def hold_field(self, field: Field, report: Report, at: str, key: str = "") -> None:
        """Write down that something of the data holds a field of a table."""
        start, _ = self.flow.line_span(field.line)
        self.hold(start + field.offset, len(normal(field.text)), report, at, key)

    def differ(
        self, outcome: Outcome, report: Report, at: str, key: str, message: Message, line: int = 0, printed: str = ""
    ) -> None:
        """Write down that something does not agree: what of the data, what is wrong, and what the document prints."""
        problem = Problem(place_of(report, at, key), outcome, message, REMEDIES[outcome], at=at)
        where = self.document.place(line) if line else self.document.file
        self._differences.append(Difference(problem, where, printed))
        if outcome is Outcome.DIFFERENT and line:
            start, end = self.flow.line_span(line)
            found = self.flow.text.find(normal(printed), start, end) if printed else -1
            span = (found, found + len(normal(printed))) if found >= 0 else (start, end)
            self._apart.append(Held(*span, problem.place))

    def line_of(self, position: int) -> int:
        """Return the line of a position in the text."""
        return self.flow.lines[position]

    def close(self) -> Verification:
        """Return all that was written down, in the order of the data."""
        found = sorted(self._differences, key=lambda each: (each.problem.place, each.document_place))
        counts = [sum(each.problem.name == outcome for each in found) for outcome in Outcome]
        cells = self._matched + counts[0] + counts[1]
        summary = Summary(cells, self._matched, *counts)
        held, apart = tuple(sorted(self._held)), tuple(sorted(self._apart))
        return Verification(self.document, tuple(found), summary, self._coverage(), held, apart)

    def _coverage(self) -> Coverage:
        starts: list[int] = []
        ends: list[int] = []
        for start, end, _ in sorted(self._held):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        figures = figures_of(self.document)
        left = tuple(span for span in figures if not _inside(span, starts, ends))
        return Coverage(len(figures), len(figures) - len(left), left)


def _inside(span: tuple[int, int], starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, span[0]) - 1
    return index >= 0 and span[1] <= ends[index]

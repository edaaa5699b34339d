"""What a verification finds: what agrees, what differs, what is missing on either side, and which figures are held."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planctl.checks.dossier import place_of
from planctl.checks.verified import Verified
from planctl.documents.reading.document import Document, TableField
from planctl.documents.reading.figures import figures_of
from planctl.documents.verification.acknowledged import Acknowledged
from planctl.grammar.text import normal
from planctl.messages.message import Message, Place, Problem, say
from planctl.report.model import Acceptance, Report, Source

REMEDIES = {
    Verified.DIFFERENT: say("mend the data, unless the document was read wrongly"),
    Verified.MISSING_IN_DOCUMENT: say("compare it with the page; what is not printed there does not belong here"),
    Verified.MISSING_IN_DATA: say("transcribe it; where it is left out on purpose, acknowledge it under 'accept'"),
}


class Difference(NamedTuple):
    """A problem, where the document prints what it is about, and what that is; empty where it prints nothing.

    `accepted` is the acknowledgement that it is known and stands, if there is one.
    """

    problem: Problem
    document_place: str
    printed: str
    accepted: Acceptance | None = None


class VerificationSummary(NamedTuple):
    """How many things of the data were looked for, and what came of it; what is acknowledged is counted apart."""

    cells: int
    matched: int
    different: int
    missing_in_document: int
    missing_in_data: int
    accepted: int


class Coverage(NamedTuple):
    """How many figures the document prints, and how many of them the data holds; `left` is where the others stand."""

    figures: int
    held: int
    left: tuple[tuple[int, int], ...]


class HeldStretch(NamedTuple):
    """A stretch of the text from `start` to `end`, where the data has what is printed there, and of what."""

    start: int
    end: int
    place: Place
    at: str = ""


class Verification(NamedTuple):
    """A document, the report that it is of, what differs from it, and how much of it the data holds.

    `held` is what the data has as printed, `apart` what it has otherwise. `told` has what is acknowledged, too.
    """

    document: Document
    source: Source
    told: tuple[Difference, ...]
    summary: VerificationSummary
    coverage: Coverage
    held: tuple[HeldStretch, ...] = ()
    apart: tuple[HeldStretch, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What differs and is not acknowledged."""
        return tuple(each for each in self.told if not each.accepted)


class Ledger:
    """Written while a document is read beside the data; `close` returns what it came to."""

    def __init__(self, document: Document, reports: Sequence[Report]) -> None:
        self.document = document
        self.flow = document.flow
        self.reports = reports
        self._acknowledged = Acknowledged(document.flow, reports)
        self._sections = {(report.kind, report.year): _sections(report) for report in reports}
        self._figures = figures_of(document)
        self.matched = 0
        self._held: list[HeldStretch] = []
        self._apart: list[HeldStretch] = []
        self._told: list[Difference] = []

    def match(self) -> None:
        """Write down that something agrees."""
        self.matched += 1

    def hold(self, start: int, length: int, report: Report, at: str, key: str = "") -> None:
        """Write down that something of the data, by what it is of, holds a stretch of the text."""
        self._held.append(HeldStretch(start, start + length, place_of(report, at, key), at))

    def hold_field(self, field: TableField, report: Report, at: str, key: str = "") -> None:
        """Write down that something of the data holds a field of a table."""
        start, _ = self.flow.line_span(field.line)
        self.hold(start + field.offset, len(normal(field.text)), report, at, key)

    def differ(
        self,
        outcome: Verified,
        report: Report,
        at: str,
        key: str,
        message: Message,
        line: int = 0,
        printed: str = "",
        remedy: Message | None = None,
    ) -> None:
        """Write down that something does not agree: what of the data, what is wrong, and what the document prints."""
        where = self.document.place(line) if line else self.document.file
        problem = self._tell(outcome, report, at, key, message, where, printed, remedy=remedy)
        if outcome is Verified.DIFFERENT and line:
            start, end = self.flow.line_span(line)
            found = self.flow.text.find(normal(printed), start, end) if printed else -1
            span = (found, found + len(normal(printed))) if found >= 0 else (start, end)
            self._apart.append(HeldStretch(*span, problem.place))

    def miss(self, start: int, end: int, message: Message, at: str = "") -> None:
        """Write down that the data does not have a stretch of the text; `at` names it where its own words do not."""
        report, words = self.report_of(start), self.flow.text[start:end]
        where = self.document.place(self.line_of(start))
        self._tell(Verified.MISSING_IN_DATA, report, at or words, "", message, where, words, (start, end))

    def _tell(
        self,
        outcome: Verified,
        report: Report,
        at: str,
        key: str,
        message: Message,
        where: str,
        printed: str,
        span: tuple[int, int] | None = None,
        *,
        remedy: Message | None = None,
    ) -> Problem:
        problem = Problem(place_of(report, at, key), outcome, message, remedy or REMEDIES[outcome], at=at)
        self._told.append(Difference(problem, where, printed, self._acknowledged.of(outcome, at, span)))
        return problem

    def line_of(self, position: int) -> int:
        """Return the line of a position in the text."""
        return self.flow.lines[position]

    def report_of(self, position: int) -> Report:
        """Return the report that something at a position would stand in: one that has the same section, or chapter."""
        section = self.flow.section_at(position)

        def having(report: Report) -> tuple[int, int]:
            sections, chapters = self._sections[report.kind, report.year]
            return sections[section], chapters[section[:1]]

        return max(self.reports, key=having)

    def held_by(self, group: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the text that something of a group holds, such as `projects`."""
        return ((each.start, each.end) for each in self._held if each.at.startswith(f"{group}."))

    def missed(self) -> Iterator[tuple[int, int]]:
        """Yield where the figures of the document stand that nothing of the data holds, nor has otherwise."""
        apart = _together(self._apart)
        return (span for span in self._coverage().left if not _inside(span, *apart))

    def close(self, *, whole: bool) -> Verification:
        """Return all that was written down, in the order of the data; of the `whole`, what acknowledges nothing too."""
        if whole:
            self._told += (Difference(each, self.document.file, "") for each in self._acknowledged.unused())
        found = sorted(self._told, key=lambda each: (each.problem.place, each.document_place))
        open_ones = [each.problem.name for each in found if not each.accepted]
        different, absent, left_out = (open_ones.count(outcome) for outcome in Verified)
        accepted = len(found) - len(open_ones)
        cells = self.matched + different + absent
        summary = VerificationSummary(cells, self.matched, different, absent, left_out, accepted)
        held, apart = tuple(sorted(self._held)), tuple(sorted(self._apart))
        source = self.reports[0].source
        return Verification(self.document, source, tuple(found), summary, self._coverage(), held, apart)

    def _coverage(self) -> Coverage:
        held = _together(self._held)
        left = tuple(span for span in self._figures if not _inside(span, *held))
        return Coverage(len(self._figures), len(self._figures) - len(left), left)


def _sections(report: Report) -> tuple[Counter[str], Counter[str]]:
    """Return of how much that a report has of the text each section is, and each chapter."""
    having = (report.statements, report.programmes, report.projects)
    sections = [each.section for some in having for each in some]
    return Counter(sections), Counter(section[:1] for section in sections)


def _together(held: Iterable[HeldStretch]) -> tuple[list[int], list[int]]:
    """Return where stretches begin and end, those that touch as one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end, *_ in sorted(held):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _inside(span: tuple[int, int], starts: list[int], ends: list[int]) -> bool:
    index = bisect_right(starts, span[0]) - 1
    return index >= 0 and span[1] <= ends[index]

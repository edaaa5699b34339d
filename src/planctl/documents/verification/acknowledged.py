"""What the data acknowledges of a document under `accept`: what is otherwise there, or left out on purpose."""

from collections.abc import Iterator, Sequence

from planctl.checks.dossier import place_of
from planctl.checks.registry import UNUSED, VERIFIED
from planctl.checks.verified import Verified
from planctl.documents.reading.document import RunningText
from planctl.grammar.text import normal
from planctl.messages.message import Problem, Severity, say
from planctl.report.model import Acceptance, Report


class Acknowledged:
    """The acknowledgements of what is verified, in some reports, and which of them were of any use.

    `missing-in-data` is acknowledged by words of the document: all that they stand over is left out, and so is all of a
    section that they name.
    """

    def __init__(self, flow: RunningText, reports: Sequence[Report]) -> None:
        self._flow = flow
        self._known = [
            (report, f"accept.{count}", each)
            for report in reports
            for count, each in enumerate(report.accept, 1)
            if each.check in VERIFIED
        ]
        self._places = {
            at: [(start, start + len(normal(each.at))) for start in flow.find(normal(each.at))]
            for _, at, each in self._known
            if each.check == Verified.MISSING_IN_DATA
        }
        self._used: set[tuple[int, str]] = set()

    def of(self, outcome: Verified, at: str, span: tuple[int, int] | None) -> Acceptance | None:
        """Return the acknowledgement of something by its name, or by where it stands, if there is one."""
        for report, name, each in self._known:
            if each.check == outcome and (each.at == at or (span and self._stands_over(name, each, span))):
                self._used.add((id(report), name))
                return each
        return None

    def _stands_over(self, name: str, each: Acceptance, span: tuple[int, int]) -> bool:
        if each.check != Verified.MISSING_IN_DATA:
            return False
        if each.at == self._flow.section_at(span[0]):
            return True
        return any(start <= span[0] and span[1] <= end for start, end in self._places[name])

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for each that acknowledges nothing."""
        for report, name, each in self._known:
            if (id(report), name) not in self._used:
                message = say("nothing is {outcome} at '{at}' any more", outcome=each.check, at=each.at)
                remedy = say("look whether something there was changed by mistake, and remove it if not")
                yield Problem(place_of(report, name, "at"), UNUSED, message, remedy, Severity.WARNING, name)

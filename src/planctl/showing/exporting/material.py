"""What a dataset is made of: the values of the core, of every year of a folder."""

from typing import NamedTuple

from planctl.diff.changes import Diff
from planctl.diff.statements import Pairs
from planctl.judging.assessment import Assessment
from planctl.messages.message import Place
from planctl.report.model import Report
from planctl.report.plan import Plan


class Material(NamedTuple):
    """All years judged, in order, each pair of successive plans compared, and the statements that take up others."""

    assessments: tuple[Assessment, ...]
    diffs: tuple[Diff, ...]
    pairs: tuple[Pairs, ...]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of all years."""
        return tuple(assessment.plan for assessment in self.assessments)


def report_name(report: Report) -> str:
    """Return how a report is called: the name of its file, without the ending."""
    return f"{report.kind}_{report.year}"


def shown_place(place: Place | None) -> str | None:
    """Return a place with the bare name of its file, which is the same wherever the folder stands."""
    return str(place._replace(file=place.file.replace("\\", "/").rsplit("/", 1)[-1])) if place else None

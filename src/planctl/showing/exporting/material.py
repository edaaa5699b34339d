"""What a dataset is made of: the values of the core, of every year of a folder."""

from typing import NamedTuple

from planctl.diff.changes import Diff
from planctl.diff.statements import Pairs
from planctl.judging.assessment import Assessment
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

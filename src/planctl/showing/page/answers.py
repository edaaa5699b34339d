"""What the page is made of: the answers of the other commands, for a year, and for a later one beside it."""

from typing import NamedTuple

from planctl.checks.registry import Examination
from planctl.diff.changes import Diff
from planctl.diff.statements import Pairs
from planctl.judging.assessment import Assessment
from planctl.judging.scenarios import Outcome
from planctl.report.plan import Plan


class Answers(NamedTuple):
    """A year judged, and all else that is on its page.

    `diff` is there with a later year alone. `planned` is the plan of the later year, or else of the year itself, with
    its projects. `pairs` are figures in the prose for the later year, or else for the year itself, beside those of the
    year before; `None` where there is no such year.
    """

    assessment: Assessment
    outcomes: tuple[Outcome, ...]
    diff: Diff | None
    planned: Plan
    pairs: Pairs | None
    examination: Examination

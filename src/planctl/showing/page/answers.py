"""What the pages are made of: the answers of the other commands, for a year of a region or of many."""

from typing import NamedTuple

from planctl.checks.registry import Examination
from planctl.corpus.comparing import Comparison, RegionYear
from planctl.diff.changes import Diff
from planctl.diff.statements import Pairs
from planctl.judging.assessment import Assessment
from planctl.judging.scenarios import ScenarioOutcome
from planctl.report.model import Region
from planctl.report.plan import Plan


class Answers(NamedTuple):
    """A year judged, and all else that is on its page.

    `diff` is there with a later year alone. `planned` is the plan of the later year, or else of the year itself, with
    its projects. `pairs` are figures in the prose for the later year, or else for the year itself, beside those of the
    year before; `None` where there is no such year. `folder` is where the data stands, which no place on it names.
    """

    assessment: Assessment
    outcomes: tuple[ScenarioOutcome, ...]
    diff: Diff | None
    planned: Plan
    pairs: Pairs | None
    examination: Examination
    folder: str


class RegionAnswers(NamedTuple):
    """A year of many regions: the series that several share, and each region's year with its plan of the next one.

    `without` are regions of which nothing of the year is there or can be read, and `faults` is how often something
    could not be read.
    """

    comparison: Comparison
    years: tuple[RegionYear, ...]
    without: tuple[Region, ...]
    faults: int

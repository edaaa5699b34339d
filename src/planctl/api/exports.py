"""A folder of reports as one dataset, and in the formats of other programs."""

from itertools import pairwise
from pathlib import Path
from typing import Protocol

from planctl.api.regions import one_region
from planctl.diff.changes import Diff
from planctl.diff.statements import Pairs
from planctl.files.loading import ALL, own_data, report_files, years_in
from planctl.judging.assessment import assess
from planctl.messages.languages import Language
from planctl.messages.message import Problem, Unreadable
from planctl.report.plan import Plan
from planctl.showing.exporting.dataset import dataset_of
from planctl.showing.exporting.formats import ExportFormat
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import Dataset
from planctl.showing.exporting.writers import Content, written_as
from planctl.showing.wording import Wording, wording_in


class Years(Protocol):
    """What an export asks of an archive."""

    folder: Path

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose indicators there are files of, in order."""

    def whole_plan(self, year: int | None = None) -> Plan:
        """Return a year's plan with its projects and what is stated beside them."""

    def diff(self, before: int | None = None, after: int | None = None) -> Diff:
        """Return what became of each target from one plan to another."""

    def pairs(self, year: int | None = None, text: str = "") -> Pairs:
        """Return the figures in the prose for a year beside those of the year before."""


def export(archive: Years, format: ExportFormat, lang: Language) -> Content:
    """Return what `Archive.export` does."""
    wording = wording_in(lang)
    return written_as(dataset(archive, wording), format, wording)


def dataset(archive: Years, wording: Wording) -> Dataset:
    """Return the dataset of all years of a folder.

    Raises `PlanctlError` where it has no report files or those of two regions, and `Unreadable` with the faults of all.
    """
    report_files(archive.folder)
    plans = _plans(archive)
    one_region((str(plan.year), plan) for plan in plans)
    years = [plan.year for plan in plans]
    found = dataset_of(
        Material(
            tuple(map(assess, plans)),
            tuple(archive.diff(before, after) for before, after in pairwise(archive.years)),
            tuple(archive.pairs(year) for year in years if year - 1 in years),
        ),
        wording,
    )
    return found._replace(is_own=archive.folder.resolve() == own_data().resolve())


def _plans(archive: Years) -> list[Plan]:
    plans: list[Plan] = []
    problems: list[Problem] = []
    for year in years_in(archive.folder, ALL):
        try:
            plans.append(archive.whole_plan(year))
        except Unreadable as fault:
            problems += fault.problems
    if problems:
        raise Unreadable(tuple(problems))
    return plans

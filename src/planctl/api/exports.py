"""A folder of reports as one dataset, and in the formats of other programs."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.api.regions import one_region
from planctl.files.finding import ALL, own_data, report_files
from planctl.judging.assessment import assess
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, Problem, Unreadable
from planctl.report.plan import PROGRESS, Plan
from planctl.showing.exporting.dataset import DatasetRows, dataset_of, without_shapes
from planctl.showing.exporting.formats import WHOLE, DatasetPart, ExportFormat
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.tables import Dataset
from planctl.showing.exporting.writers import Content, written_as
from planctl.showing.wording import Wording, wording_in

if TYPE_CHECKING:
    from planctl.api.archive import Archive


def export(archive: "Archive", format: ExportFormat, lang: Language) -> Content:
    """Return what `Archive.export` does."""
    wording = wording_in(lang)
    return written_as(dataset(archive, wording, format.parts), format, wording)


def dataset_rows(folders: Iterable[Path], lang: Language, parts: DatasetPart) -> "list[DatasetRows | PlanctlError]":
    """Return parts of the dataset of each folder, with the names of its tables for their shapes, or why there is none.

    A shape computes and cannot be sent to another process; each folder is forgotten once its rows are made.
    """
    from planctl.api.archive import Archive

    found: list[DatasetRows | PlanctlError] = []
    for folder in folders:
        try:
            found.append(without_shapes(dataset(Archive(folder), wording_in(lang), parts)))
        except PlanctlError as fault:
            found.append(fault)
    return found


def dataset(archive: "Archive", wording: Wording, parts: DatasetPart = WHOLE) -> Dataset:
    """Return the dataset of all years of a folder, or parts of it.

    Raises `PlanctlError` where it has no report files or those of two regions, and `Unreadable` with the faults of all.
    """
    report_files(archive.folder, ALL)
    plans = _plans(archive)
    one_region((str(plan.year), plan) for plan in plans)
    years = [plan.year for plan in plans]
    compared = pairwise(archive.years) if parts != DatasetPart.FIGURES else ()
    taken_up = [year for year in years if year - 1 in years] if parts != DatasetPart.FIGURES else ()
    material = Material(
        tuple(map(assess, plans)),
        tuple(archive.diff(before, after) for before, after in compared),
        tuple(map(archive.pairs, taken_up)),
    )
    found = dataset_of(material, wording, parts)
    return found._replace(is_own=archive.folder.resolve().is_relative_to(own_data().resolve()))


def _plans(archive: "Archive") -> list[Plan]:
    plans: list[Plan] = []
    problems: list[Problem] = []
    for year in archive.all_years:
        try:
            plans.append(archive.read_plan(year, (*ALL, PROGRESS)))
        except Unreadable as fault:
            problems += fault.problems
    if problems:
        raise Unreadable(tuple(problems))
    return plans

"""The provinces' files: of one region each, consistent, and as their reports print them where those are at hand."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from planctl import load
from planctl.checks.verified import Verified
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.messages.message import Severity
from planctl.report.model import with_parts
from tests.conftest import DATA
from tests.grammar.score import REPORTS

FOLDERS = sorted(path for path in (DATA / "provinces").iterdir() if path.is_dir())
PRINTED = (Verified.DIFFERENT, Verified.MISSING_IN_DOCUMENT)


def named(path: Path) -> str:
    return path.name


def published() -> Iterator[tuple[Path, Path]]:
    """Yield each folder with each of its reports."""
    if (REPORTS / "index.tsv").exists():
        with (REPORTS / "index.tsv").open(encoding="utf-8") as file:
            for code, _, *reports in csv.reader(file, delimiter="\t"):
                if code.isdecimal():
                    yield from ((DATA / "provinces" / code, REPORTS / report) for report in reports)


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_province_has_two_years_of_targets_and_what_came_of_the_first(folder: Path) -> None:
    reports = load_reports(report_files(folder)).reports
    assert [(each.kind, each.year) for each in reports] == [("indicators", 2025), ("targets", 2025), ("targets", 2026)]
    assert {each.source.region.code for each in reports} == {folder.name}
    rows = [row for each in reports for row in with_parts(each.indicators)]
    assert all(row.quote and not row.number for row in rows)


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_province_contradicts_itself_nowhere(folder: Path) -> None:
    archive = load(folder)
    assert [each for each in archive.check().checked if each.problem.severity is Severity.ERROR] == []
    assert archive.status(2025).counts.total
    assert archive.diff(2025, 2026).changes


def test_a_series_has_one_english_name_in_all_provinces() -> None:
    reports = [report for folder in FOLDERS for report in load_reports(report_files(folder)).reports]
    names: dict[str, set[str]] = {}
    for row in (row for report in reports for row in with_parts(report.indicators)):
        names.setdefault(row.id, set()).add(row.name_en)
    assert {id: each for id, each in names.items() if len(each) > 1} == {}


@pytest.mark.parametrize(("folder", "report"), [*published()], ids=lambda path: path.name)
def test_what_a_province_has_is_what_its_report_prints(folder: Path, report: Path) -> None:
    found, _ = load(folder).verify(report)
    assert [str(each.problem) for each in found.told if each.problem.name in PRINTED] == []

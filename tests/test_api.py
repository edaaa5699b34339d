"""`import planctl`: folders, years, and indicators found by what one types."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import planctl
from planctl.diff.changes import Diff
from tests.conftest import DATA, HEAD

ARCHIVE = planctl.load(DATA)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gdp-growth", "gdp-growth"),
        ("GDP growth", "gdp-growth"),
        ("21", "budget-revenue-growth-excluding-vat-refunds"),
        (" 23 ", "resident-income-growth"),
        ("氮氧", "ammonia-nitrogen"),
        ("#氮氧化物", "nitrogen-oxides"),
        ("失业率", "surveyed-urban-unemployment-rate"),
        ("unemployment", "surveyed-urban-unemployment-rate"),
        ("农村", "rural-income-growth"),
        ("其中：农村", "rural-income-growth"),
    ],
)
def test_an_indicator_is_found(query: str, found: str) -> None:
    assert ARCHIVE.find(query)[1].case.indicator.id == found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("gdp-grwth", "'gdp-grwth' is not in 2022; did you mean gdp-growth"),
        ("unemploymint rate", "surveyed-urban-unemployment-rate"),
        ("国内生产总值", "did you mean gdp-growth?"),
        ("99", "'99' is not in 2022; 'planctl status 2022' lists all"),
        ("", "'' is not in 2022"),
        ("二氧化碳", "'二氧化碳' is not in 2022; it is in 2023: choose with --year"),
        ("氮", "could be several of 2022:\n  ammonia-nitrogen #氮氧\n  nitrogen-oxides #氮氧化物"),
    ],
)
def test_what_is_not_found_is_told_with_what_may_have_been_meant(query: str, said: str) -> None:
    with pytest.raises(planctl.PlanctlError) as fault:
        ARCHIVE.find(query)
    assert said in str(fault.value)


def test_the_newest_year_with_results_is_asked_first() -> None:
    assert ARCHIVE.years == (2022, 2023)
    assert ARCHIVE.newest == 2022
    assert ARCHIVE.status().plan.year == 2022


def test_an_unknown_year_names_those_there_are() -> None:
    with pytest.raises(planctl.PlanctlError) as fault:
        ARCHIVE.status(2021)
    assert str(fault.value.message) == "no data for 2021 in data: there are 2022, 2023"


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(planctl.PlanctlError) as fault:
        planctl.load(tmp_path).status()
    assert "there are no files of indicators or targets in" in str(fault.value.message)
    with pytest.raises(planctl.PlanctlError) as fault:
        planctl.load(tmp_path).status(2022)
    assert "there are no such files at all" in str(fault.value.message)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(planctl.PlanctlError) as fault:
        planctl.load(tmp_path / "nowhere")
    assert "is not a folder" in str(fault.value.message)


def test_the_folder_given_goes_before_the_variable_and_that_before_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert planctl.load().folder.samefile(DATA)
    (tmp_path / "variable").mkdir()
    monkeypatch.setenv("PLANCTL_DATA", str(tmp_path / "variable"))
    assert planctl.load().folder == tmp_path / "variable"
    assert planctl.load(tmp_path).folder == tmp_path


def test_the_faults_of_all_files_of_a_year_are_told_at_once(tmp_path: Path) -> None:
    for kind in ("indicators", "targets"):
        (tmp_path / f"{kind}_2022.yaml").write_text(f"{HEAD}year: 2022\nindicators: []\n", encoding="utf-8")
    with pytest.raises(planctl.Unreadable) as fault:
        planctl.load(tmp_path).status(2022)
    assert [Path(problem.place.file).name for problem in fault.value.problems] == [
        "indicators_2022.yaml",
        "targets_2022.yaml",
    ]


def test_a_file_that_cannot_be_opened_is_a_fault_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "indicators_2022.yaml").mkdir()
    with pytest.raises(planctl.Unreadable) as fault:
        planctl.load(tmp_path).status(2022)
    assert [problem.name for problem in fault.value.problems] == ["file"]


def test_two_regions_in_a_folder_are_a_fault(tmp_path: Path) -> None:
    row = '{id: gdp, number: "1", name: 增速, name_en: GDP growth, kind: expected, target: "6.5"'
    for kind, code, end in (("indicators", "110000", ', actual: "2.6"}'), ("targets", "120000", "}")):
        text = f"{HEAD.replace('110000', code)}year: 2022\nindicators:\n  - {row}{end}\n"
        (tmp_path / f"{kind}_2022.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(planctl.Unreadable) as fault:
        planctl.load(tmp_path).status(2022)
    (problem,) = fault.value.problems
    assert problem.name == "region"
    assert "120000" in str(problem.message)
    assert "110000" in str(problem.message)


def test_a_pipe_or_a_huge_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "indicators_2022.yaml")
    with (tmp_path / "targets_2022.yaml").open("wb") as huge:
        huge.truncate(1_000_000_000)
    with pytest.raises(planctl.Unreadable) as fault:
        planctl.load(tmp_path).status(2022)
    assert [problem.name for problem in fault.value.problems] == ["file", "too-large"]


def test_an_error_says_what_it_means() -> None:
    with pytest.raises(planctl.PlanctlError, match="no data for 1999 in data: there are 2022, 2023"):
        ARCHIVE.status(1999)


def test_another_year_with_faults_does_not_hide_what_was_asked(tmp_path: Path) -> None:
    (tmp_path / "indicators_2022.yaml").write_bytes((DATA / "indicators_2022.yaml").read_bytes())
    (tmp_path / "targets_2023.yaml").write_text("nonsense: [")
    archive = planctl.load(tmp_path)
    assert archive.status(2022).counts.total == 32
    with pytest.raises(planctl.PlanctlError) as fault:
        archive.find("nothing like it at all")
    assert not isinstance(fault.value, planctl.Unreadable)


def test_importing_planctl_costs_nothing_until_it_is_used() -> None:
    code = "import sys, planctl; print(sorted({'pydantic', 'rich', 'typer', 'yaml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"
    assert all(getattr(planctl, name) for name in planctl.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = planctl.nothing


def folder_of(tmp_path: Path, **files: str) -> planctl.Archive:
    """Return the archive of a folder with these files: `targets_2023='indicators: …'`."""
    for name, text in files.items():
        year = name.rpartition("_")[2]
        (tmp_path / f"{name}.yaml").write_text(f"{HEAD}year: {year}\nindicators:\n{text}", encoding="utf-8")
    return planctl.load(tmp_path)


def row(id: str, follows: str = "") -> str:
    said = f", follows: {{id: {follows}, relation: redefined, remark: {{zh: 因, en: so}}}}" if follows else ""
    return f'  - {{id: {id}, number: "1", name: 名, name_en: Name, kind: expected, target: "1"{said}}}\n'


def years_of(found: Diff) -> tuple[int, int]:
    return found.before.plan.year, found.after.year


def test_the_last_two_years_are_compared_or_a_year_with_the_next(tmp_path: Path) -> None:
    archive = folder_of(tmp_path, **{f"targets_{year}": row("a") for year in (2020, 2022, 2023)})
    assert years_of(archive.diff()) == (2022, 2023)
    assert years_of(archive.diff(2020)) == (2020, 2022)
    assert years_of(archive.diff(2023, 2020)) == (2023, 2020)
    assert years_of(archive.diff(after=2022)) == (2020, 2022)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2021, 2023), "no data for 2021 in .*: there are 2022, 2023"),
        ((2022, 2025), "no data for 2025 in .*: there are 2022, 2023"),
        ((2023, None), "there is no year after 2023 to compare it with"),
    ],
)
def test_a_year_that_is_not_there_is_told(years: tuple[int, int | None], said: str) -> None:
    with pytest.raises(planctl.PlanctlError, match=said):
        ARCHIVE.diff(*years)


def test_one_year_alone_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    with pytest.raises(planctl.PlanctlError, match="there are not two years in"):
        folder_of(tmp_path, targets_2023=row("a")).diff()


def test_plans_of_two_regions_are_not_compared(tmp_path: Path) -> None:
    archive = folder_of(tmp_path, targets_2022=row("a"), targets_2023=row("a"))
    path = tmp_path / "targets_2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"110000"', '"120000"'), encoding="utf-8")
    with pytest.raises(planctl.PlanctlError, match="2022 is of 110000 某市, and 2023 is of 120000 某市"):
        archive.diff(2022, 2023)


def test_a_row_that_follows_what_no_earlier_plan_has_is_told_with_its_place(tmp_path: Path) -> None:
    archive = folder_of(tmp_path, targets_2022=row("share"), targets_2023=row("growth", "shares"))
    with pytest.raises(planctl.Unreadable) as fault:
        archive.diff(2022, 2023)
    assert re.search(r"targets_2023\.yaml:11:\d+: error: 'shares' is in no earlier plan \(2022\)", str(fault.value))
    assert years_of(archive.diff(2023, 2023)) == (2023, 2023), "what 2023 follows does not matter here"


def test_a_series_of_years_before_both_plans_is_known(tmp_path: Path) -> None:
    archive = folder_of(
        tmp_path, targets_2021=row("share"), targets_2022=row("other"), targets_2023=row("growth", "share")
    )
    assert [change.relation.value for change in archive.diff(2022, 2023).changes] == ["added", "dropped"]
    assert [change.relation.value for change in archive.diff(2021, 2023).changes] == ["redefined"]


def test_a_lineage_goes_through_the_years_between(tmp_path: Path) -> None:
    archive = folder_of(
        tmp_path, targets_2021=row("a"), targets_2022=row("b", "a"), targets_2023=row("b"), targets_2024=row("c", "b")
    )
    assert [change.relation.value for change in archive.diff(2021, 2024).changes] == ["redefined"]


def test_an_answer_is_shown_in_a_line_and_not_with_all_that_is_in_it() -> None:
    corpus = planctl.load_corpus(DATA)
    year, changed = ARCHIVE.status(2022), ARCHIVE.diff(2022, 2023)
    shown: dict[object, object] = {
        **dict(enumerate(ARCHIVE.scenarios(2022))),
        "archive": ARCHIVE,
        "corpus": corpus,
        "selection": year.select(),
        "found": ARCHIVE.find("失业率"),
        "report": ARCHIVE.plan(2022).reports[0],
        "indicator": ARCHIVE.plan(2022).rows[0].indicator,
        "diff": changed,
        "change": changed.changes[0],
        "projects": ARCHIVE.named_projects(2023),
        "returns": ARCHIVE.returning_projects(2022, 2023),
        "statements": ARCHIVE.statements(2022),
        "pairs": ARCHIVE.pairs(2023),
        "pair": ARCHIVE.pairs(2023).pairs[0],
        "findings": ARCHIVE.check(),
        "comparison": corpus.compare(2025, ["gdp-growth"]),
        "row": corpus.compare(2025, ["gdp-growth"]).series[0].rows[0],
        "chains": corpus.levels(2025, "gdp-growth"),
        "series": corpus.series("gdp-growth"),
    }
    assert {name: repr(answer) for name, answer in shown.items() if len(repr(answer)) > 160} == {}
    assert (
        repr(ARCHIVE.find("失业率")[1]) == "<Judged surveyed-urban-unemployment-rate: <Verdict met by bound: 5 ≤ 5.5>>"
    )

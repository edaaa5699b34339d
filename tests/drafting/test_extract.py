"""A document drafted: the same verdicts, rows and sums as the transcript that a person made of it."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from planctl.api.archive import Archive, load
from planctl.api.checking import check_files
from planctl.api.drafts import extract
from planctl.checks.verified import Verified
from planctl.documents.drafting.outcome import draft_claim
from planctl.documents.reading.text import read_text
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.grammar.text import normal
from planctl.messages.message import PlanctlError
from planctl.projects.totals import Share, total
from planctl.report.model import Indicator, Measure, Programme, Report, with_parts
from tests.conftest import DATA, Golden, Run
from tests.documents.formats import Format
from tests.documents.test_text_layouts import printed
from tests.verification.rendering import rendered, rendered_as, shipped

REPORTS = shipped()
CASES = Path(__file__).parent / "cases"
OURS = {"name_en", "remark", "partition", "follows"}
"""What no document says of a row, or says in its own words."""


Drafted = Callable[..., Archive]


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    """Return the draft of the shipped reports as a file of a kind prints them, made once; the file is beside it."""

    @cache
    def made(kind: str, note: str | None = None) -> Archive:
        folder = tmp_path_factory.mktemp(kind)
        report = folder / f"report.{kind}"
        text = rendered(REPORTS).encode()
        report.write_bytes(text if kind == "txt" else rendered_as(REPORTS, kind, Format(rows_a_page=20), note))
        extract(report, folder / "draft", region="500102")
        return load(folder / "draft")

    return made


def row(indicator: Indicator) -> dict[str, object]:
    """Return what a document says of a row, cells in half-width."""
    said = {key: value for key, value in indicator._asdict().items() if key not in OURS}
    cells = {key: normal(said[key].printed) if said[key] else None for key in ("target", "actual")}
    return {**said, **cells, "parts": [row(part) for part in indicator.parts]}


def of(archive: Archive, kind: str) -> Report:
    reports = load_reports(report_files(archive.folder)).reports
    return next(report for report in reports if report.kind == kind)


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf"])
def test_every_row_of_the_shipped_report_is_drafted_as_it_was_transcribed(kind: str, drafted: Drafted) -> None:
    archive = drafted(kind)
    for ours in REPORTS:
        theirs = of(archive, ours.kind)
        assert (theirs.kind, theirs.year, theirs.source.title) == (ours.kind, ours.year, ours.source.title)
        assert (theirs.source.region.name, theirs.source.issuer) == (ours.source.region.name, ours.source.issuer)
        assert theirs.source.delivered == ours.source.delivered
        assert [row(each) for each in theirs.indicators] == [row(each) for each in ours.indicators]
    ours, theirs = (next(each for each in REPORTS if each.kind == "indicators"), of(archive, "indicators"))
    assert theirs.claim == ours.claim
    assert [note.adjusts for note in theirs.notes] == [note.adjusts for note in ours.notes if note.adjusts]
    assert [(each.number, each.indicators) for each in theirs.reasons] == [
        (each.number, each.indicators) for each in ours.reasons
    ]


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_rows_with_a_raised_sign_and_a_note_are_drafted_as_constraints_with_their_names(
    kind: str, drafted: Drafted
) -> None:
    archive = drafted(kind, "2")
    for ours in REPORTS:
        rows = zip(of(archive, ours.kind).indicators, ours.indicators, strict=True)
        assert all((row(here)["kind"], here.name) == (row(there)["kind"], there.name) for here, there in rows)


@pytest.mark.parametrize("layout", ["ruled", "bars", "aligned"])
def test_every_row_is_drafted_of_a_text_that_draws_or_aligns_its_tables(layout: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(printed(1, layout))
    extract(report, tmp_path / "draft", region="500102")
    archive = load(tmp_path / "draft")
    for ours in REPORTS:
        theirs = of(archive, ours.kind)
        assert [row(each) for each in theirs.indicators] == [row(each) for each in ours.indicators]
        assert [programme(each) for each in theirs.programmes] == [programme(each) for each in ours.programmes]


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf"])
def test_every_programme_is_drafted_with_its_figures_its_parts_and_its_projects(kind: str, drafted: Drafted) -> None:
    ours, theirs = next(each for each in REPORTS if each.kind == "projects"), of(drafted(kind), "projects")
    assert [programme(each) for each in theirs.programmes] == [programme(each) for each in ours.programmes]


def programme(made: Programme) -> list[object]:
    """Return what a document says of a programme."""
    return [
        *(made.name, made.level, made.section, made.figures, made.stage and made.stage.printed),
        [(each.by, each.section, [(item.name, item.figures) for item in each.items]) for each in made.breakdowns],
        [(each.name, each.stage and each.stage.printed, each.sector) for each in made.projects],
    ]


def test_the_sums_over_programmes_are_those_of_the_shipped_data(drafted: Drafted) -> None:
    drafted_archive, shipped = drafted("txt"), load()
    for measure in Measure:
        ours, theirs = (
            total([Share(each, each.figures) for each in archive.projects(2023).programmes], measure)
            for archive in (shipped, drafted_archive)
        )
        assert ours
        assert theirs
        assert (theirs.least, theirs.most, theirs.unit) == (ours.least, ours.most, ours.unit)


def test_the_verdicts_and_the_changes_are_those_of_the_shipped_data(drafted: Drafted, tmp_path: Path) -> None:
    of_report = copytree(DATA, tmp_path / "data", ignore=ignore_patterns("provinces", "final_*"))
    archive, transcribed = drafted("txt"), load(of_report)
    for year in (2022, 2023):
        ours, theirs = (
            [(each.case.indicator.id, each.verdict) for each in a.status(year).judged] for a in (transcribed, archive)
        )
        assert theirs == ours
    agreement = archive.status(2022).agreement
    assert agreement
    assert agreement.agrees
    relations = [
        [(change.relation, [part.relation for part in change.parts]) for change in each.diff(2022, 2023).changes]
        for each in (transcribed, archive)
    ]
    assert relations[0] == relations[1]


def test_a_draft_agrees_with_the_document_that_it_is_of_and_holds_most_of_its_figures(drafted: Drafted) -> None:
    archive = drafted("txt")
    found, _ = archive.verify(archive.folder.parent / "report.txt")
    otherwise = [each for each in found.differences if each.problem.name != Verified.MISSING_IN_DATA]
    assert [str(each.problem) for each in otherwise] == []
    assert len(found.differences) < 0.1 * found.coverage.figures
    assert found.coverage.held > 0.9 * found.coverage.figures
    shipped = {each.quote for report in REPORTS for each in report.statements}
    quotes = {each.quote for kind in ("indicators", "targets") for each in of(archive, kind).statements}
    assert len(quotes) > 150
    assert len(shipped & quotes) > 100
    mentioned = {each.name for report in REPORTS for each in report.projects}
    assert (
        len(mentioned & {each.name for kind in ("indicators", "projects") for each in of(archive, kind).projects}) > 40
    )


def test_all_that_was_drafted_is_a_draft_until_a_person_has_looked(drafted: Drafted, tmp_path: Path) -> None:
    archive = load(copytree(drafted("txt").folder, tmp_path / "draft"))
    found = check_files(report_files(archive.folder))
    drafts = [str(each.problem.message) for each in found.checked if each.problem.name == "draft"]
    for reports in load_reports(report_files(archive.folder)).reports:
        rows = [each.id for each in with_parts(reports.indicators)]
        if rows:
            assert any(each.startswith(f"rows: {len(rows)} drafts") for each in drafts)
    assert any(each.startswith("reasons: 8 drafts") for each in drafts)
    assert sum(each.startswith("the head of the file is a draft") for each in drafts) == 3
    assert not [each for each in found.checked if each.problem.severity == "error"]
    path = archive.folder / "targets_2023.yaml"
    looked = "".join(line for line in path.read_text(encoding="utf-8").splitlines(True) if "draft:" not in line)
    path.write_text(looked, encoding="utf-8")
    left = {(each.problem.name, each.problem.at) for each in check_files([path]).checked}
    assert ("placeholder", "report") in left
    assert ("placeholder", "stated-2023-1") not in left
    assert not [at for name, at in left if name == "draft"]


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda case: case.stem)
def test_a_report_of_another_region(case: Path, tmp_path: Path, golden: Golden, planctl: Run) -> None:
    ran = planctl("extract", str(case), "-o", str(tmp_path / "draft"))
    assert ran.returncode == 0, ran.stderr.decode()
    said = ran.stdout.decode().replace(str(tmp_path), "").replace(str(case), case.name)
    files = sorted((tmp_path / "draft").iterdir())
    text = said + "".join(f"\n==> {path.name}\n{path.read_text(encoding='utf-8')}" for path in files)
    golden(case.with_suffix(".out"), text)
    found = json.loads(planctl("verify", str(case), "--data", str(tmp_path / "draft"), "--format", "json").stdout)
    assert (found["summary"]["different"], found["summary"]["missing_in_document"]) == (0, 0)
    assert planctl("check", *map(str, files)).returncode == 0


def test_nothing_is_written_over_and_nothing_is_half_written(tmp_path: Path, planctl: Run) -> None:
    report = tmp_path / "report.txt"
    report.write_text(rendered(REPORTS), encoding="utf-8")
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "targets_2023.yaml").write_text("mine", encoding="utf-8")
    ran = planctl("extract", str(report), "-o", str(folder))
    assert ran.returncode == 2
    assert "targets_2023.yaml would be written over; choose another folder" in ran.stderr.decode()
    assert [path.name for path in folder.iterdir()] == ["targets_2023.yaml"]
    assert (folder / "targets_2023.yaml").read_text(encoding="utf-8") == "mine"


def test_a_document_without_a_table_of_indicators_says_what_it_has(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "重点任务清单\n序号\t工作任务\t责任单位\n1\t抓好粮食生产\t农业农村局\n2\t抓好投资\t发改委\n", encoding="utf-8"
    )
    with pytest.raises(PlanctlError, match=r"report.txt:2:1 重点任务清单: it is a list of tasks or of projects"):
        extract(report, tmp_path / "draft")
    assert not (tmp_path / "draft").exists()


def test_reports_of_unknown_regions_have_a_folder_each_and_one_that_fails_stops_no_other(
    tmp_path: Path, planctl: Run
) -> None:
    for name, text in (("a", rendered(REPORTS)), ("b", "nothing"), ("c", rendered(REPORTS, "pipes"))):
        (tmp_path / f"{name}.txt").write_text(text.replace("涪陵区", "某区"), encoding="utf-8")
    reports = [str(tmp_path / f"{name}.txt") for name in "abc"]
    ran = planctl("extract", *reports, "-o", str(tmp_path / "out"), "-j", "2", "--format", "json")
    assert ran.returncode == 2
    assert "b.txt has no tables" in ran.stderr.decode()
    drafts = json.loads(ran.stdout)["drafts"]
    assert [Path(each["files"][0]["file"]).parent.name for each in drafts] == ["a", "c"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "c"]


def test_the_next_report_is_begun_from_the_targets_of_this_year(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("new", "2023", "-o", str(tmp_path))
    assert ran.returncode == 0
    for name in ("indicators_2022.yaml", "targets_2023.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    archive = load(tmp_path)
    assert archive.years == (2022, 2023, 2024)
    counts = archive.status(2023).counts
    assert (counts.total, counts.pending) == (31, 31)
    assert [each.id for each in of(archive, "indicators").indicators]
    assert planctl("new", "2023", "-o", str(tmp_path)).returncode == 2
    refused = planctl("new", "2022", "-o", str(tmp_path / "other"))
    assert "there is no targets_2022.yaml" in refused.stderr.decode()
    assert not (tmp_path / "other").exists()


def test_a_year_that_was_only_begun_is_not_the_newest_with_results(tmp_path: Path, planctl: Run) -> None:
    for name in ("indicators_2022.yaml", "targets_2023.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    assert planctl("new", "2023", "-o", str(tmp_path), "--data", str(tmp_path)).returncode == 0
    for command in (("status",), ("show", "gdp-growth"), ("scenarios",), ("statements",)):
        ran = planctl(*command, "--data", str(tmp_path))
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.decode().startswith("重庆市涪陵区 2022 ")
    begun = tmp_path / "indicators_2023.yaml"
    begun.write_text(begun.read_text(encoding="utf-8").replace('actual: ""', 'actual: "6.1"', 1), encoding="utf-8")
    assert load(tmp_path).newest == 2023


def test_a_year_that_was_only_begun_is_the_newest_where_there_is_no_other(tmp_path: Path, planctl: Run) -> None:
    assert planctl("new", "2023", "-o", str(tmp_path)).returncode == 0
    assert load(tmp_path).newest == 2023


def test_a_year_whose_results_are_blank_and_no_draft_is_the_newest(tmp_path: Path, planctl: Run) -> None:
    assert planctl("new", "2023", "-o", str(tmp_path)).returncode == 0
    (tmp_path / "indicators_2022.yaml").write_bytes((DATA / "indicators_2022.yaml").read_bytes())
    begun = tmp_path / "indicators_2023.yaml"
    lines = begun.read_text(encoding="utf-8").splitlines()
    begun.write_text("\n".join(line for line in lines if "draft:" not in line), encoding="utf-8")
    assert load(tmp_path).newest == 2023


@pytest.mark.parametrize(
    ("sentence", "discontinued"),
    [
        ("区十八届人大通过的3项指标，完成2项，未完成1项。", None),
        ("区十八届人大通过的3项指标，完成2项，未完成1项，不再统计0项。", 0),
        ("区十八届人大通过的4项指标，完成2项，未完成1项，不再统计1项。", 1),
    ],
)
def test_a_count_that_is_not_printed_is_not_written(sentence: str, discontinued: int | None) -> None:
    claim = draft_claim(read_text(sentence.encode(), "report.txt"), {})
    assert claim is not None
    assert (claim["met"], claim["unmet"], claim.get("discontinued")) == (2, 1, discontinued)

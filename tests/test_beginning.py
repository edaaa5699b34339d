"""A transcript begun by hand: the least that works, files of a region from nothing, drafts accepted one by one."""

import json
from pathlib import Path

import pytest

from planctl.files.accepting import without_marks
from planctl.files.places import parse_yaml
from planctl.messages.message import Place, PlanctlError
from tests.conftest import DATA, Run
from tests.pages import LEAST_RESULTS, LEAST_TARGETS


@pytest.fixture
def least(tmp_path: Path) -> Path:
    """A folder with the smallest files that the documentation shows."""
    (tmp_path / "indicators_2022.yaml").write_text(LEAST_RESULTS, encoding="utf-8")
    (tmp_path / "targets_2023.yaml").write_text(LEAST_TARGETS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        *("status 2022", "status 2023", "show 1", "scenarios 2022", "diff 2022 2023 --suggest", "diff 2022 2023"),
        *("projects 2023", "statements 2022", "regions", "compare 2022 clean-air-days", "series clean-air-days"),
        *("levels 2022 clean-air-days", "wording 2022", "check --strict", "export csv", "export json", "export md"),
        *("export sdmx-csv", "report 2022 2023 -o -"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_smallest_files_that_work_work_with_every_command(planctl: Run, least: Path, line: str, lang: str) -> None:
    ran = planctl(*line.split(), "--data", str(least), "--lang", lang)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"(None" not in ran.stdout
    assert b" ()" not in ran.stdout or line.startswith("report")


def test_a_data_package_of_the_smallest_files_is_whole(planctl: Run, least: Path, tmp_path: Path) -> None:
    ran = planctl("export", "datapackage", "-o", str(tmp_path / "package"), "--data", str(least))
    assert ran.returncode == 0
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    fields = {field["name"]: field for each in package["resources"] for field in each["schema"]["fields"]}
    assert "constraints" not in fields["name_en"] or not fields["name_en"]["constraints"].get("required")


def test_what_a_person_does_not_have_is_asked_for_as_notes(planctl: Run, least: Path) -> None:
    found = json.loads(planctl("check", "--data", str(least), "-f", "json").stdout)
    asked = {each["check"]: each["severity"] for each in found["problems"]}
    assert {"no-english": "note", "no-digest": "note", "no-address": "note"}.items() <= asked.items()
    assert found["summary"]["errors"] == found["summary"]["warnings"] == 0


def test_a_region_is_begun_from_nothing_with_its_name_and_files_that_can_be_read(planctl: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    ran = planctl("new", "--region", "500102", "--year", "2022", "-o", str(folder))
    assert ran.returncode == 0
    names = ["indicators_2022.yaml", "projects_2023.yaml", "targets_2023.yaml"]
    assert sorted(path.name for path in folder.iterdir()) == names
    status = json.loads(planctl("status", "2022", "-d", str(folder), "-f", "json").stdout)
    assert status["region"]["name"] == "重庆市涪陵区"
    assert [row["verdict"] for row in status["indicators"]] == ["pending", "pending"]
    assert planctl("check", "-d", str(folder)).returncode == 0
    again = planctl("new", "2022", "--region", "500102", "-o", str(folder))
    assert again.returncode == 2
    assert b"would be written over" in again.stderr


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("new 2022 --region 500102", "say where to write with -o"),
        ("new 2022 --region 500102 -o x -d data", "leave --data"),
        ("new 2022 --region abc -o x", "write the six digits of GB/T 2260"),
    ],
)
def test_a_region_by_hand_needs_a_code_and_a_folder(planctl: Run, line: str, reason: str) -> None:
    ran = planctl(*line.split())
    assert ran.returncode == 2
    assert reason in ran.stderr.decode()


def test_an_empty_folder_is_told_how_a_region_is_begun(planctl: Run, tmp_path: Path) -> None:
    ran = planctl("new", "2023", "--data", str(tmp_path))
    assert ran.returncode == 2
    assert b"'planctl new 2023 --region CODE -o DIR' begins a region by hand" in ran.stderr


def test_the_files_of_the_next_report_leave_a_bare_diff_as_it_was(planctl: Run, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    wanted = ("diff", "-d", str(tmp_path), "--columns", "became,name,target_before,target_after,change,actual")
    before = planctl(*wanted).stdout
    assert planctl("new", "2023", "-d", str(tmp_path)).returncode == 0
    after = planctl(*wanted)
    assert after.stdout == before
    assert after.stderr == b"planctl: passed over, for they have no target yet: 2024\n"
    assert planctl("statements", "--pairs", "-d", str(tmp_path)).returncode == 0
    named = json.loads(planctl("diff", "2023", "2024", "-d", str(tmp_path), "-f", "json").stdout)
    assert (named["from"], named["to"]) == (2023, 2024)


DRAFT = """# kept
report:
  draft: page 1  # gone with its line
  title: t
indicators:
  - {id: a, draft: x, name: 甲}   # kept
  - {draft: "x, y", id: b}
  - id: c
    draft: a long place
      that goes on
    name: 丙
    parts:
      - {id: d, draft: x}
"""


def test_marks_are_taken_out_and_nothing_else_is_touched() -> None:
    read = parse_yaml(DRAFT.encode(), "f.yaml")
    places = [Place("f.yaml", *mark) for path, mark in read.marks.items() if path and path[-1] == "draft"]
    assert len(places) == 5
    assert (
        without_marks(DRAFT.encode(), places, "f.yaml").decode()
        == """# kept
report:
  title: t
indicators:
  - {id: a, name: 甲}   # kept
  - {id: b}
  - id: c
    name: 丙
    parts:
      - {id: d}
"""
    )
    assert without_marks(DRAFT.encode(), places[:1], "f.yaml").decode().count("draft") == 4


def test_a_mark_that_is_written_in_an_unusual_way_is_left_alone() -> None:
    text = "a: {'draft': x, id: b}\n"
    with pytest.raises(PlanctlError, match="by hand"):
        without_marks(text.encode(), [Place("f.yaml", 1, 14)], "f.yaml")


@pytest.fixture
def drafted(planctl: Run, tmp_path: Path) -> Path:
    """The files of the next report of the shipped data, all of them drafts."""
    assert planctl("new", "2023", "-o", str(tmp_path)).returncode == 0
    return tmp_path / "indicators_2023.yaml"


def left(file: Path) -> int:
    return file.read_text(encoding="utf-8").count("draft: ")


def test_rows_are_shown_and_written_only_when_that_is_asked(planctl: Run, drafted: Path) -> None:
    before = drafted.read_bytes()
    shown = planctl("accept", str(drafted), "1", "空气质量优良天数").stdout.decode()
    assert "gdp-growth: 地区生产总值增速" in shown
    assert "--yes writes it" in shown
    assert drafted.read_bytes() == before
    drafts = left(drafted)
    assert planctl("accept", str(drafted), "1", "空气质量优良天数", "--yes").returncode == 0
    assert left(drafted) == drafts - 2
    assert planctl("status", "2023", "-d", str(drafted.parent)).returncode == 0


def test_an_indicator_is_accepted_with_its_parts_and_the_head_by_its_name(planctl: Run, drafted: Path) -> None:
    drafts = left(drafted)
    text = planctl("accept", str(drafted), "resident-income-growth", "report", "--yes").stdout.decode()
    assert "rural-income-growth" in text
    accepted = len(text.splitlines()) - 1
    assert left(drafted) == drafts - accepted


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([], "name entries, or give the document with --against"),
        (["gdp-grwth"], "did you mean 'gdp-growth'?"),
        (["zzz"], "'zzz' is no draft in it:"),
    ],
)
def test_what_cannot_be_accepted_is_told(planctl: Run, drafted: Path, entries: list[str], reason: str) -> None:
    before = drafted.read_bytes()
    ran = planctl("accept", str(drafted), *entries, "--yes")
    assert ran.returncode == 2
    assert reason in ran.stderr.decode()
    assert drafted.read_bytes() == before


def test_a_file_without_drafts_has_nothing_to_accept(planctl: Run) -> None:
    ran = planctl("accept", str(DATA / "targets_2023.yaml"), "1", "--yes")
    assert ran.returncode == 2
    assert b"is a draft" in ran.stderr


PAGE = """重庆市涪陵区发展和改革委员会

表1 2022年国民经济和社会发展计划指标完成情况

| 序号 | 指标名称 | 单位 | 2022年预期目标 | 2022年完成情况 |
| --- | --- | --- | --- | --- |
| 1 | 地区生产总值增速 | % | 6.5 | 2.6 |
| 2 | 农业增加值增速 | % | 5 | 3.7 |
"""


def test_what_the_document_holds_is_accepted_and_what_was_changed_is_not(planctl: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "data"
    assert planctl("extract", str(page), "-o", str(folder), "--region", "500102").returncode == 0
    file = folder / "indicators_2022.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"3.7"', '"3.8"'), encoding="utf-8")
    text = planctl("accept", str(file), "--against", str(page), "--yes").stdout.decode()
    assert "gdp-growth: 地区生产总值增速" in text
    assert "agriculture" not in text
    marked = file.read_text(encoding="utf-8").partition("农业增加值增速")
    assert "draft:" in marked[2]


CEASED = """重庆市涪陵区发展和改革委员会

表1 2022年国民经济和社会发展计划指标完成情况

| 序号 | 指标名称 | 单位 | 2022年预期目标 | 2022年完成情况 |
| --- | --- | --- | --- | --- |
| 1 | 地区生产总值增速 | % | 6.5 | 2.6 |
| 2 | 实际利用外资 | 亿美元 | 2 | 不再统计 |

注：“*”代表约束性指标。

全区2项指标中，完成0项，未完成1项，1项不再统计。
"""


@pytest.mark.parametrize(
    ("page", "members"),
    [
        (CEASED, ["foreign-investment-used"]),
        (CEASED.replace("| 2.6 |", "| 不再统计 |"), None),
        (CEASED.replace("| 不再统计 |", "| 2.1 |"), None),
    ],
    ids=["one", "two", "none"],
)
def test_the_member_that_is_no_longer_counted_is_drafted_where_as_many_rows_print_it(
    planctl: Run, tmp_path: Path, page: str, members: list[str] | None
) -> None:
    (tmp_path / "report.txt").write_text(page, encoding="utf-8")
    folder = tmp_path / "data"
    assert planctl("extract", str(tmp_path / "report.txt"), "-o", str(folder), "--region", "500102").returncode == 0
    data = parse_yaml((folder / "indicators_2022.yaml").read_bytes(), "f.yaml").data
    assert isinstance(data, dict)
    claim = data["claim"]
    assert isinstance(claim, dict)
    assert claim.get("discontinued_indicators") == members
    assert "notes" not in data, "what a sign stands for needs no summary"
    assert planctl("verify", str(tmp_path / "report.txt"), "-d", str(folder)).returncode == 0


def test_a_name_of_a_region_that_lacks_its_end_is_guessed(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("new", "2022", "--region", "万州", "-o", "region", cwd=tmp_path)
    assert (ran.returncode, ran.stderr.decode()) == (2, "planctl: there is no region 万州; did you mean 万州区?\n")
    assert not (tmp_path / "region").exists()


def test_the_advice_has_a_folder_with_blanks_in_quotes(tmp_path: Path, planctl: Run) -> None:
    told = planctl("new", "2022", "--region", "万州区", "-o", "my region", cwd=tmp_path).stdout.decode()
    assert "planctl check --data 'my region'" in told
    found = planctl("check", "--data", "my region", cwd=tmp_path).stdout.decode()
    assert "[draft]" in found
    assert "check: draft" not in found
    assert "check: placeholder" not in found

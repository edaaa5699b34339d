"""Many reports at once: a folder for each region, whatever order they were named in, and nothing typed."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract
from planctl.files.finding import report_files
from planctl.files.loading import load_reports
from planctl.report.model import Region
from tests.conftest import Run
from tests.drafting.test_extract import CASES
from tests.drafting.test_results import FIRST, SECOND

FILES = ["indicators_2031.yaml", "targets_2031.yaml", "targets_2032.yaml"]


def reports(folder: Path, *regions: str) -> list[str]:
    """Write two reports of each region, and return their paths, those of the later year first."""
    paths = []
    for number, region in enumerate(regions):
        for name, text in (("b", SECOND.format(grain="90.5")), ("a", FIRST)):
            path = folder / f"{name}{number}.txt"
            path.write_text(text.replace("甲省", region), encoding="utf-8")
            paths.append(str(path))
    return paths


def files(folder: Path) -> dict[str, list[str]]:
    return {each.name: sorted(path.name for path in each.iterdir()) for each in folder.iterdir()}


def region(folder: Path) -> Region:
    (found,) = {each.source.region for each in load_reports(report_files(folder)).reports}
    return found


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("step", [1, -1])
def test_reports_of_a_region_go_into_one_folder_the_earlier_first(
    jobs: str, step: int, tmp_path: Path, planctl: Run
) -> None:
    named = reports(tmp_path, "重庆市", "湖南省")[::step]
    ran = planctl("extract", *named, "-o", str(tmp_path / "out"), "-j", jobs)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert files(tmp_path / "out") == {"430000": FILES, "500000": FILES}
    assert region(tmp_path / "out" / "500000") == Region("500000", "重庆市", "Chongqing")
    # 粮食产量 has no target in the later report: its result was sought for the target of the earlier one
    judged = {each.case.indicator.id for each in load(tmp_path / "out" / "500000").status(2031).judged if each.verdict}
    assert "grain-output" in judged
    for command in (["status", "2031"], ["diff", "2031", "2032"], ["check"]):
        assert planctl(*command, "--data", str(tmp_path / "out" / "430000")).returncode == 0


def test_a_report_of_an_unknown_region_has_a_folder_of_its_own(tmp_path: Path, planctl: Run) -> None:
    named = reports(tmp_path, "甲省", "重庆市")
    ran = planctl("extract", *named, "-o", str(tmp_path / "out"), "-j", "2")
    assert ran.returncode == 0
    assert sorted(files(tmp_path / "out")) == ["500000", "a0", "b0"]


def test_a_report_that_fails_stops_no_other_of_its_region(tmp_path: Path, planctl: Run) -> None:
    named = reports(tmp_path, "重庆市")
    (tmp_path / "c.txt").write_text("2030年重庆市政府工作报告\n无", encoding="utf-8")
    ran = planctl("extract", *named, str(tmp_path / "c.txt"), "-o", str(tmp_path / "out"), "-j", "2")
    assert ran.returncode == 2
    assert "c.txt has no tables" in ran.stderr.decode()
    assert files(tmp_path / "out") == {"500000": FILES}


@pytest.mark.parametrize("step", [1, -1])
def test_the_second_report_of_a_year_is_told_and_writes_nothing(step: int, tmp_path: Path, planctl: Run) -> None:
    named = reports(tmp_path, "重庆市")
    (tmp_path / "c.txt").write_text(SECOND.format(grain="80").replace("甲省", "重庆市"), encoding="utf-8")
    ran = planctl("extract", *[*named, str(tmp_path / "c.txt")][::step], "-o", str(tmp_path / "out"))
    assert ran.returncode == 2
    assert ran.stderr.decode() == (
        "planctl: c.txt would go where b0.txt went: draft it alone, into another folder, or name its region\n"
    )
    folder = tmp_path / "out" / "500000"
    assert '"80"' not in (folder / "indicators_2031.yaml").read_text(encoding="utf-8")
    assert files(tmp_path / "out") == {"500000": FILES}


def test_two_reports_of_unknown_regions_with_one_name_are_not_mixed(tmp_path: Path, planctl: Run) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        reports(tmp_path / name, "甲省")
    ran = planctl(
        "extract", str(tmp_path / "one" / "a0.txt"), str(tmp_path / "two" / "a0.txt"), "-o", str(tmp_path / "out")
    )
    assert ran.returncode == 2
    assert files(tmp_path / "out") == {"a0": ["targets_2031.yaml"]}


def test_one_report_goes_into_the_folder_itself(tmp_path: Path, planctl: Run) -> None:
    (_, first) = reports(tmp_path, "重庆市")
    assert planctl("extract", first, "-o", str(tmp_path / "out")).returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["targets_2031.yaml"]


@pytest.mark.parametrize(
    ("printed", "code", "name", "english"),
    [
        ("鼓楼区", "999999", "鼓楼区", "to be translated"),
        ("南京市鼓楼区", "320106", "江苏省南京市鼓楼区", "to be translated"),
        ("重庆市涪陵区", "500102", "重庆市涪陵区", "Fuling District, Chongqing"),
        ("西藏自治区", "540000", "西藏自治区", "Tibet"),
    ],
)
def test_a_draft_has_its_region_from_its_head(printed: str, code: str, name: str, english: str, tmp_path: Path) -> None:
    (_, first) = reports(tmp_path, printed)
    extract(first, tmp_path / "out")
    assert region(tmp_path / "out") == Region(code, name, english)
    found, _ = load(tmp_path / "out").verify(Path(first))
    assert [each for each in found.differences if each.problem.at.startswith("report")] == []


def test_a_code_that_is_given_is_taken_and_what_contradicts_it_is_told(tmp_path: Path, planctl: Run) -> None:
    (_, first) = reports(tmp_path, "鼓楼区")
    ran = planctl("extract", first, "-o", str(tmp_path / "fits"), "--region", "350102")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert region(tmp_path / "fits").name == "福建省福州市鼓楼区"
    ran = planctl("extract", first, "-o", str(tmp_path / "other"), "--region", "500102")
    assert ran.returncode == 0
    assert ran.stderr.decode() == (
        f"planctl: {first} names 鼓楼区 in its head, and was drafted as of 500102 重庆市涪陵区, as was asked\n"
    )
    assert region(tmp_path / "other").code == "500102"


def test_a_folder_of_another_region_is_refused_and_a_shorter_name_of_its_own_is_not(
    tmp_path: Path, planctl: Run
) -> None:
    later, first = reports(tmp_path, "成都市")
    assert planctl("extract", first, "-o", str(tmp_path / "out")).returncode == 0
    file = tmp_path / "out" / "targets_2031.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("四川省成都市", "成都市"), encoding="utf-8")
    city = str(CASES / "city.txt")
    assert b"give each region a folder" in planctl("extract", city, "-o", str(tmp_path / "out")).stderr
    assert planctl("extract", later, "-o", str(tmp_path / "out")).returncode == 0

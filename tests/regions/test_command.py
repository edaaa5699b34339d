"""Many regions from the command line: what is answered, what is left out and told, and which region is meant."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DATA, TESTS, Golden, Run

PROVINCES = DATA / "provinces"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Beijing and Hebei in different depths, and a folder without files."""
    shutil.copytree(PROVINCES / "110000", tmp_path / "north" / "beijing")
    shutil.copytree(PROVINCES / "130000", tmp_path / "hebei")
    (tmp_path / "empty").mkdir()
    return tmp_path


def answer(planctl: Run, *arguments: str, **environment: str) -> Any:
    ran = planctl(*arguments, "--format", "json", **environment)
    assert ran.returncode == 0, ran.stderr.decode()
    return json.loads(ran.stdout)


def change(folder: Path, old: str, new: str) -> None:
    for path in folder.glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_regions_are_known_by_their_codes_in_any_depth(planctl: Run, corpus: Path) -> None:
    found = answer(planctl, "regions", "--data", str(corpus))
    assert [(each["code"], each["level"], each["targets"], each["outcomes"]) for each in found["regions"]] == [
        ("110000", "province", ["2025", "2026"], ["2025"]),
        ("130000", "province", ["2025", "2026"], ["2025"]),
    ]
    assert answer(planctl, "regions", PLANCTL_DATA=str(corpus)) == found


def test_the_json_of_a_comparison_has_the_keys_that_were_promised(planctl: Run) -> None:
    found = answer(planctl, "compare", "2025", "gdp-growth")
    assert list(found) == ["schema", "year", "series"]
    (series,) = found["series"]
    assert list(series)[:5] == ["id", "name", "unit", "counts", "rows"]
    assert list(series["counts"]) == ["regions", "met", "unmet", "pending", "undetermined", "none"]
    (row,) = (each for each in series["rows"] if each["region"]["code"] == "500000")
    assert list(row)[:13] == [
        *("region", "target", "target_reading", "wording", "stretch", "actual", "actual_reading", "verdict", "gap"),
        *("rank", "next_target", "next_target_reading", "next_change"),
    ]
    assert row["region"] == {"code": "500000", "name": "重庆市", "name_en": "Chongqing", "level": "province"}
    assert (row["target"], row["wording"], row["actual"], row["verdict"]) == (
        "增长6%左右",
        "about",
        "增长5.3%",
        "unmet",
    )
    assert (row["gap"], row["next_target"], row["next_change"]) == ("-0.7", "增长5%以上", "lowered")


def test_the_sixteen_provinces_side_by_side(planctl: Run, golden: Golden) -> None:
    """Each row can be laid beside the texts: target, result, verdict and next target of 2025."""
    shown = planctl("compare", "2025", "gdp-growth", "--format", "md", "--data", str(PROVINCES)).stdout.decode()
    every = planctl("compare", "2025", "--format", "md", "--data", str(PROVINCES)).stdout.decode()
    golden(TESTS / "golden" / "compare_2025.md", f"{shown}\n{every}")


def test_series_are_found_by_a_part_of_their_name_and_stand_side_by_side(planctl: Run) -> None:
    found = answer(planctl, "compare", "2025", "失业率", "GDP growth")
    assert [series["id"] for series in found["series"]] == ["surveyed-urban-unemployment-rate", "gdp-growth"]
    shown = planctl("compare", "2025", "失业率", "gdp-growth", COLUMNS="200").stdout.decode()
    assert "gdp-growth: target" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("compare 2025 没有", "no region has a series '没有'"),
        ("compare 2025 居民人均", "could be several series:"),
        ("compare 1999", "has files of 1999"),
        ("compare 1999 gdp-growth", "has files of 1999"),
        ("series nothing", "no region has a series 'nothing'"),
        ("levels 2025 gpd-growth", "did you mean gdp-growth"),
        ("status 2025 --region 火星", "no region of"),
        ("status 2025 --region 省", "could be several regions"),
    ],
)
def test_what_is_not_there_is_told_in_a_line_with_what_is_a_line_each(planctl: Run, arguments: str, said: str) -> None:
    ran = planctl(*arguments.split(), "--data", str(PROVINCES))
    assert ran.returncode == 2
    first, *choices = ran.stderr.decode().splitlines()
    assert said in first
    assert all(line.startswith("  ") for line in choices)


@pytest.mark.parametrize("query", ["500000", "重庆", "重庆市", "Chongqing"])
def test_a_region_is_chosen_by_code_name_or_a_clear_part_of_it(planctl: Run, query: str) -> None:
    assert answer(planctl, "status", "2025", "--region", query)["region"]["code"] == "500000"


def test_a_folder_that_is_a_region_answers_for_itself_without_being_asked(planctl: Run) -> None:
    assert answer(planctl, "status", "2022")["region"]["code"] == "500102"


def test_of_several_regions_one_has_to_be_chosen_and_of_one_none(planctl: Run, corpus: Path) -> None:
    ran = planctl("status", "--data", str(corpus))
    assert ran.returncode == 2
    assert "--region chooses one:\n  110000  北京市\n  130000  河北省\n" in ran.stderr.decode()
    shutil.rmtree(corpus / "hebei")
    assert answer(planctl, "status", "--data", str(corpus))["region"]["code"] == "110000"


@pytest.mark.parametrize(
    "command", ["regions", "compare 2025", "series gdp-growth", "wording 2025", "export jsonl", "check"]
)
def test_a_broken_region_is_told_and_stops_no_other(planctl: Run, corpus: Path, command: str) -> None:
    with (corpus / "hebei" / "targets_2025.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {\n")
    ran = planctl(*command.split(), "--data", str(corpus))
    told = ran.stderr if command != "check" else ran.stdout
    assert "targets_2025.yaml:" in told.decode()
    assert ran.returncode == (1 if command == "check" else 2)
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.count(b"targets_2025.yaml:") <= 1
    if command.startswith("compare"):
        assert "北京" not in ran.stderr.decode()


def test_of_two_folders_of_one_region_the_second_is_left_out_and_told(planctl: Run, corpus: Path) -> None:
    shutil.copytree(corpus / "hebei", corpus / "zhili")
    ran = planctl("compare", "2025", "gdp-growth", "--format", "json", "--data", str(corpus))
    assert ran.returncode == 2
    assert [row["region"]["code"] for row in json.loads(ran.stdout)["series"][0]["rows"]] == ["110000", "130000"]
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("planctl: 130000 河北省 is in ")
    assert line.index("hebei") < line.index("zhili")
    checked = planctl("check", "--data", str(corpus))
    assert (checked.returncode, checked.stderr) == (2, ran.stderr)


def test_two_folders_whose_code_is_still_to_be_written_are_two_regions(planctl: Run, corpus: Path) -> None:
    for folder, code in (("hebei", "130000"), ("north/beijing", "110000")):
        change(corpus / folder, f'"{code}"', '"999999"')
    found = answer(planctl, "regions", "--data", str(corpus))["regions"]
    assert [(each["code"], each["name"]) for each in found] == [("999999", "河北省"), ("999999", "北京市")]


def test_a_code_that_no_table_has_is_a_region_by_its_digits_and_told(planctl: Run, corpus: Path) -> None:
    change(corpus / "hebei", '"130000"', '"999900"')
    found = answer(planctl, "regions", "--data", str(corpus))["regions"]
    assert [(each["code"], each["level"], each["is_known"]) for each in found] == [
        ("110000", "province", True),
        ("999900", "prefecture", False),
    ]
    assert "not in the table of regions: 999900" in planctl("regions", "--data", str(corpus)).stdout.decode()


def test_the_nation_is_a_region_above_all(planctl: Run, corpus: Path) -> None:
    shutil.copytree(corpus / "hebei", corpus / "nation")
    change(corpus / "nation", '"130000"', '"000000"')
    found = answer(planctl, "levels", "2025", "gdp-growth", "--data", str(corpus))
    assert [(each["region"]["level"], each["above"], each["position"]) for each in found["regions"]] == [
        ("nation", None, None),
        ("province", "000000", "same"),
        ("province", "000000", "same"),
    ]


def test_a_gap_has_the_unit_of_its_row(planctl: Run) -> None:
    (series,) = answer(planctl, "compare", "2025", "grain-output")["series"]
    assert {row["gap_unit"] for row in series["rows"] if row["gap"]} == {"亿斤", "万吨"}
    shown = planctl("compare", "2025", "grain-output").stdout.decode()
    assert "+47万吨" in shown


def test_a_target_that_the_next_plan_drops_is_told_apart_from_no_next_plan(planctl: Run) -> None:
    (series,) = answer(planctl, "compare", "2025", "fixed-asset-investment-growth")["series"]
    changes = {row["region"]["code"]: row["next_change"] for row in series["rows"]}
    assert (changes["150000"], changes["500000"]) == ("dropped", "lowered")
    (series,) = answer(planctl, "compare", "2026", "gdp-growth")["series"]
    assert {row["next_change"] for row in series["rows"]} == {None}


@pytest.mark.parametrize("command", ["regions", "compare 2025", "series growth", "levels 2025 growth", "wording"])
def test_an_empty_folder_is_told_as_that(planctl: Run, tmp_path: Path, command: str) -> None:
    ran = planctl(*command.split(), "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode().startswith(f"planctl: there are no report files in {tmp_path}; they are named ")


def test_what_narrows_the_regions_of_a_series_needs_one(planctl: Run) -> None:
    ran = planctl("compare", "2025", "--only", "unmet")
    assert (ran.returncode, b"name one" in ran.stderr) == (2, True)


def test_a_level_that_no_region_has_is_told_with_those_there_are(planctl: Run) -> None:
    ran = planctl("compare", "2025", "--level", "county", "--data", str(PROVINCES))
    assert ran.returncode == 2
    assert "is of that level; there are: province" in ran.stderr.decode()


def test_levels_say_which_level_is_not_there(planctl: Run) -> None:
    (county,) = answer(planctl, "levels", "2023", "gdp-growth")["regions"]
    assert (county["region"]["code"], county["above"], county["missing"]) == ("500102", None, ["500000", "000000"])


def test_a_level_narrows_the_regions_and_their_counts(planctl: Run) -> None:
    (series,) = answer(planctl, "compare", "2025", "gdp-growth", "--level", "province", "--only", "unmet")["series"]
    assert (series["counts"]["regions"], series["counts"]["none"]) == (16, 0)
    assert {row["verdict"] for row in series["rows"]} == {"unmet"}
    assert len(series["rows"]) == series["counts"]["unmet"]


def test_an_export_has_all_regions_and_of_one_what_it_had(planctl: Run, corpus: Path) -> None:
    every = planctl("export", "csv", "--data", str(corpus)).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(every)))
    assert {row["region"] for row in rows} == {"110000", "130000"}
    assert len({row["key"] for row in rows}) == len(rows)
    one = planctl("export", "csv", "--data", str(corpus), "--region", "河北").stdout.decode()
    assert one == planctl("export", "csv", "--data", str(corpus / "hebei")).stdout.decode()


def test_parquet_into_a_name_without_an_ending_is_a_folder_parted_by_year(
    planctl: Run, corpus: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import dataset

    output = tmp_path / "figures"
    assert planctl("export", "parquet", "--data", str(corpus), "-o", str(output)).returncode == 0
    assert sorted(path.name for path in output.iterdir()) == ["year=2025", "year=2026"]
    read = dataset.dataset(output, partitioning="hive").to_table()
    whole = planctl("export", "csv", "--data", str(corpus)).stdout.decode().splitlines()
    assert read.num_rows == len(whole) - 1
    assert set(read.column("year").to_pylist()) == {2025, 2026}
    again = planctl("export", "parquet", "--data", str(corpus), "-o", str(output), "--force")
    assert (again.returncode, b"would be written over" in again.stderr) == (2, True)


def test_check_asks_every_region_in_the_order_of_their_folders(planctl: Run, corpus: Path) -> None:
    for folder, row in (("hebei", "gdp-growth"), ("north/beijing", "gdp-growth")):
        change(corpus / folder, f"id: {row}", f"id: {row}\n    draft: report.txt:1:1")
    ran = planctl("check", "--format", "json", "--data", str(corpus))
    drafts = [each for each in json.loads(ran.stdout)["problems"] if each["check"] == "draft"]
    folders = [Path(each["file"]).parent.name for each in drafts]
    assert folders == ["hebei"] * 3 + ["beijing"] * 3

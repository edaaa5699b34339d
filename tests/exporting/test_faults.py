"""What cannot be exported is said in one line each, and nothing is written."""

from pathlib import Path

import pytest

import planctl
from tests.conftest import Run
from tests.exporting.test_cells import ROWS, TARGETS
from tests.exporting.test_formats import folder_of


def test_an_empty_folder(planctl: Run, tmp_path: Path) -> None:
    ran = planctl("export", "csv", "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    names = "indicators_YEAR.yaml, targets_YEAR.yaml, projects_YEAR.yaml, final_YEAR.yaml, progress_YEAR.yaml"
    assert ran.stderr.decode() == f"planctl: there are no report files in {tmp_path}; they are named {names}\n"


def test_the_faults_of_all_years_are_told_at_once(planctl: Run, tmp_path: Path) -> None:
    texts = {"indicators_2022": ROWS, "targets_2023": TARGETS}
    folder = folder_of(tmp_path, **{name: text.replace("expected", "x", 1) for name, text in texts.items()})
    ran = planctl("export", "xlsx", "-o", str(tmp_path / "plans.xlsx"), "--data", str(folder))
    assert ran.returncode == 2
    lines = ran.stderr.decode().splitlines()
    assert [line.split("/")[-1].split(":")[0] for line in lines] == ["indicators_2022.yaml", "targets_2023.yaml"]
    assert all(line.endswith("[schema]") for line in lines)
    assert not (tmp_path / "plans.xlsx").exists()


def test_two_regions_in_one_folder(planctl: Run, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, indicators_2022=ROWS, targets_2023=TARGETS)
    path = folder / "targets_2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"110000"', '"120000"'), encoding="utf-8")
    ran = planctl("export", "csv", "--data", str(folder))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.decode() == "planctl: 2022 is of 110000 某市, and 2023 is of 120000 某市\n"


def test_a_format_that_is_none(planctl: Run) -> None:
    ran = planctl("export", "xls")
    assert ran.returncode == 2
    assert "'xls' is none of" in ran.stderr.decode()


def test_the_interface_in_python_refuses_what_is_no_format() -> None:
    with pytest.raises(ValueError, match="xls"):
        planctl.load().export("xls")

"""The command `projects`, run as a program."""

import json
from pathlib import Path

from tests.conftest import DATA, Run


def test_the_contract_of_projects(planctl: Run) -> None:
    document = json.loads(planctl("projects", "2023", "--format", "json").stdout)
    assert list(document) == ["schema", "region", "year", "programmes", "named", "totals"]
    government = document["programmes"][0]
    figures = {
        key: government[key] for key in ("id", "level", "count", "total_investment", "planned_investment", "unit")
    }
    assert figures == {
        "id": "government-investment-projects",
        "level": "district",
        "count": 281,
        "total_investment": "915.4",
        "planned_investment": "175.2",
        "unit": "亿元",
    }
    areas, stages = government["breakdowns"]
    assert (areas["by"], areas["agreement"], areas["difference"]) == ("area", "within-rounding", "-0.20")
    assert areas["sum"] == {"count": 281, "planned_investment": "175.00"}
    assert (stages["by"], stages["agreement"], stages["difference"]) == ("stage", "exact", "0.0")
    assert stages["sum"] == {"count": 281, "planned_investment": "175.2"}
    preparatory = document["programmes"][3]
    assert (preparatory["total_investment"], preparatory["printed"]["total_investment"]["reading"]["kind"]) == (
        "396.5",
        "about",
    )
    acid = next(each for each in document["programmes"][1]["named"] if "己二酸" in each["name"] and each["phase"])
    assert (acid["stage"], acid["stage_printed"], acid["sector"], acid["capacity"], acid["phase"]) == (
        "completing",
        "建成",
        "材料",
        "115万吨/年",
        6,
    )
    assert document["totals"]["planned_investment"] == {
        "least": "318.3",
        "most": "574.8",
        "unit": "亿元",
        "without": ["industrial-projects", "district-preparatory-projects", "municipal-preparatory-projects"],
    }


def test_the_contract_of_projects_of_two_years(planctl: Run) -> None:
    document = json.loads(planctl("projects", "2022", "2023", "--format", "json").stdout)
    assert list(document) == ["schema", "region", "from", "to", "returns", "gone", "new"]
    twice = [each for each in document["returns"] if each["course"] == "completed-twice"]
    assert [(each["match"], each["after"]["name"]) for each in twice] == [
        ("likely", "华峰年产30万吨尼龙66一体化"),
        ("same", "华峰115万吨/年己二酸扩建六期"),
        ("likely", "“长涪汇”城市会客厅"),
    ]


def test_a_changed_figure_changes_the_sums(planctl: Run, tmp_path: Path) -> None:
    text = (DATA / "projects_2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "projects_2023.yaml").write_text(text.replace("77.7亿元", "70.7亿元"), encoding="utf-8")
    said = planctl("projects", "--data", str(tmp_path)).stdout.decode()
    assert "the parts add up to 168.00亿元" in said
    assert "−7.20亿元 apart, and rounding could explain only 0.51亿元" in said


def test_a_filter_lists_also_without_being_told_to(planctl: Run) -> None:
    said = planctl("projects", "2023", "--stage", "preparatory", "--level", "municipal").stdout.decode()
    assert "4 of 131 named projects" in said
    assert said == planctl("projects", "--list", "--stage", "preparatory", "--level", "municipal").stdout.decode()


def test_csv_of_projects_that_return_has_those_that_stand_alone_too(planctl: Run) -> None:
    rows = planctl("projects", "2022", "2023", "--format", "csv").stdout.decode().splitlines()
    assert len(rows) == 1 + 21 + 24 + 112


def test_faults_of_the_project_plan_are_told_where_it_is_read_and_nowhere_else(planctl: Run, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("stage: 新开工", "stege: 新开工")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    for command in (("projects",), ("statements", "2023")):
        ran = planctl(*command, "--data", str(tmp_path))
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert ran.stderr.decode().count("the key 'stege' is not known here; did you mean stage?") == 9
    assert planctl("status", "2023", "--data", str(tmp_path)).returncode == 0


def test_a_folder_with_the_project_plan_alone_answers_for_it(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "projects_2023.yaml").write_bytes((DATA / "projects_2023.yaml").read_bytes())
    assert b"175.00" in planctl("projects", "--data", str(tmp_path)).stdout
    assert "18 of 18 statements" in planctl("statements", "2023", "--data", str(tmp_path)).stdout.decode()
    assert planctl("check", "--data", str(tmp_path)).returncode == 0
    ran = planctl("status", "2023", "--data", str(tmp_path))
    assert (ran.returncode, b"Traceback" in ran.stderr) == (2, False)

"""planctl is typed as people type: lists with commas, the year as an option, slips of the pen, the TAB key."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from shutil import copytree, which
from typing import Any

import pytest
from typer.main import get_command

from planctl.cli.advice import where_among
from planctl.cli.app import app
from planctl.cli.commands import HOMES
from planctl.cli.examples import EXAMPLES
from tests.conftest import DATA, Run

GROUP: Any = get_command(app)
COMMANDS = {name: GROUP.get_command(None, name) for name in HOMES}


def said(planctl: Run, line: str, **environment: str) -> str:
    """Return the last line of what planctl says on standard error, where it leaves with 2."""
    ran = planctl(*shlex.split(line), **environment)
    assert ran.returncode == 2
    assert not ran.stdout
    return ran.stderr.decode().splitlines()[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("status 2022 --only met,discontinued", "status 2022 --only met --only discontinued"),
        ("status 2022 --only 'met, unmet'", "status 2022 --only met --only unmet"),
        ("diff 2022 2023 --change raised,added", "diff 2022 2023 --change raised --change added"),
        ("projects 2023 --stage starting,completing", "projects 2023 --stage starting --stage completing"),
        ("check --select claim-count,claim-sum", "check --select claim-count --select claim-sum"),
        ("compare 2025 gdp-growth --level province,county", "compare 2025 gdp-growth --level province --level county"),
        ("status --year 2023", "status 2023"),
        ("status -y2023 --only pending", "status 2023 --only pending"),
        ("scenarios --year=2022", "scenarios 2022"),
        ("projects -y 2023 --list", "projects 2023 --list"),
        ("statements --year 2022", "statements 2022"),
        ("compare gdp-growth --year 2025", "compare 2025 gdp-growth"),
        ("levels --year 2025 gdp-growth", "levels 2025 gdp-growth"),
        ("wording -y 2025", "wording 2025"),
        ("diff --year 2022", "diff 2022"),
        ("help status", "status --help"),
        ("help", "--help"),
        ("-V", "--version"),
    ],
)
def test_two_ways_to_type_the_same(planctl: Run, one: str, other: str) -> None:
    first, second = (planctl(*shlex.split(line)) for line in (one, other))
    assert first.stdout == second.stdout != b""
    assert first.returncode == second.returncode


def test_what_follows_two_hyphens_is_no_list_and_no_option(planctl: Run) -> None:
    assert b"--year" in planctl("parse", "--", "--year", "5,6").stdout


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("status 2022 --sort gap --sort printed", "Error: --sort is given twice, and takes one value"),
        ("status -d data --data data", "Error: --data is given twice, and takes one value"),
        ("status 2022 --only unmt", "did you mean 'unmet'?"),
        ("status 2022 --only met,unmt", "did you mean 'unmet'?"),
        ("export exel", "did you mean 'xlsx'?"),
        ("export markdown", "did you mean 'md'?"),
        ("check --select claim-cont", "did you mean 'claim-count'?"),
        ("scenarois 2022", "did you mean 'scenarios'?"),
        ("help scenarois", "did you mean 'scenarios'?"),
        ("status --yaer 2022", "did you mean --year?"),
        ("status --onli met", "did you mean --only?"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(planctl: Run, line: str, reason: str) -> None:
    assert said(planctl, line).endswith(reason)


@pytest.mark.parametrize(
    "line", ["extract --year 2022", "check --foo", "status 2022 --only zzzz", "rule bound --stage x"]
)
def test_what_is_like_nothing_is_told_without_a_guess(planctl: Run, line: str) -> None:
    assert "did you mean" not in said(planctl, line)


def test_an_advice_keeps_where_was_asked(planctl: Run) -> None:
    assert said(planctl, "show nosuch -d data").endswith("'planctl status 2022 --data data' lists all")
    assert "“planctl status 2022 --data data”" in said(planctl, "show nosuch -d data --lang zh")
    assert said(planctl, "show nosuch").endswith("'planctl status 2022' lists all")


def test_where_is_asked_is_read_from_each_way_to_say_it() -> None:
    assert where_among(["status", "-dmy data", "--region=涪陵"]) == " --data 'my data' --region 涪陵"
    assert where_among(["status", "--", "-d", "data"]) == ""


def test_an_advised_command_with_a_folder_of_odd_signs_can_be_pasted(planctl: Run, tmp_path: Path) -> None:
    copytree(DATA, odd := tmp_path / "a {b}'s", ignore=lambda *_: ["provinces"])
    advised = said(planctl, shlex.join(["show", "nosuch", "-d", str(odd)]))
    assert f"status 2022 --data {shlex.quote(str(odd))}" in advised


def test_what_could_be_several_is_a_list_to_choose_from(planctl: Run) -> None:
    lines = planctl("show", "氮").stderr.decode().splitlines()
    assert lines == [
        "planctl: '氮' could be several of 2022:",
        "  ammonia-nitrogen  #氮氧",
        "  nitrogen-oxides   #氮氧化物",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_three_examples_that_are_its_own_and_can_be_read(name: str, planctl: Run) -> None:
    examples = EXAMPLES[name]
    assert len(examples) == 3
    shown = planctl(name, "--help", COLUMNS="80").stdout.decode()
    for line, about in examples:
        assert f"planctl {line}" in shown
        assert str(about) in shown
        words = shlex.split(line)
        while words[0].startswith("--"):
            words = words[2:]
        command = COMMANDS[words[0]]
        command.make_context(words[0], words[1:])  # raises where an option is none of the command's


def test_examples_that_need_no_file_run(planctl: Run) -> None:
    own = ("status", "show", "scenarios", "projects", "statements", "parse", "compare", "series", "levels", "wording")
    for name in own:
        for line, _ in EXAMPLES[name]:
            if "reports" not in line:
                assert planctl(*shlex.split(line)).returncode == 0, line


def completed(planctl: Run, line: str) -> list[str]:
    words = line.split(" ")
    environment = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_PLANCTL_COMPLETE": "complete_bash"}
    return planctl(**environment).stdout.decode().split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("planctl sta", ["status", "statements"]),
        ("planctl help sc", ["scenarios", "schema"]),
        ("planctl status 202", ["2022", "2023", "2025", "2026"]),
        ("planctl status --year 2023 --only un", ["unmet", "undetermined"]),
        ("planctl show --year 2023 grain", ["grain-output"]),
        ("planctl show --region 5", ["500000", "500102", "510000", "530000"]),
        ("planctl regions --data data/provinces --format m", ["md"]),
        ("planctl check --select claim-", ["claim-sum", "claim-count", "claim-members"]),
        ("planctl rule bou", ["bound"]),
        ("planctl series urban-inc", ["urban-income-growth"]),
        ("planctl status -d nowhere 20", []),
    ],
)
def test_the_shell_completes(planctl: Run, line: str, words: list[str]) -> None:
    assert completed(planctl, line) == words


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_script_of_a_shell_is_one_that_it_reads(planctl: Run, shell: str) -> None:
    if not which(shell):
        pytest.skip(f"there is no {shell}")
    script = planctl("--show-completion", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").stdout
    shown = planctl("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").stdout or script
    subprocess.run([shell, "-n"], input=shown, check=True, timeout=20)


def test_a_table_in_a_pipe_is_as_wide_as_asked(planctl: Run) -> None:
    wide, narrow = (planctl("status", "2022", *more).stdout.decode() for more in ((), ("--width", "80")))
    assert max(map(len, narrow.splitlines())) <= 80 < max(map(len, wide.splitlines()))
    assert narrow == planctl("status", "2022", COLUMNS="80").stdout.decode()


def test_chosen_columns_alone_are_shown_in_their_order(planctl: Run) -> None:
    lines = planctl("status", "2022", "--columns", "id,Verdict,no.", "--width", "70").stdout.decode().splitlines()
    assert lines[3].split() == ["Id", "Verdict", "No."]
    assert lines[5].split() == ["gdp-growth", "✗", "unmet", "1"]
    sheet = planctl("status", "2022", "--columns", "id,verdict", "-f", "csv").stdout.decode().splitlines()
    assert sheet[:2] == ["id,verdict", "gdp-growth,unmet"]
    assert planctl("status", "2022", "--columns", "id,gap", "-f", "md").stdout.decode().startswith("| id | gap |\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("status 2022 --columns nosuch", "there is no column 'nosuch'; there are "),
        ("status 2022 --columns nosuch -f csv", "there is no column 'nosuch'; there are "),
        ("status 2022 --columns id -f json", "JSON has all"),
        ("projects 2023 --columns name", "--columns is of lists of projects"),
        ("diff data data --columns id", "two folders are compared whole"),
    ],
)
def test_columns_that_are_not_there_are_refused(planctl: Run, line: str, reason: str) -> None:
    assert reason in said(planctl, line)


def test_searching_a_year_shows_indicators_and_those_whose_parts_are_meant(planctl: Run) -> None:
    found = json.loads(planctl("status", "2022", "--search", "农村", "-f", "json").stdout)
    assert [row["id"] for row in found["indicators"]] == ["resident-income-growth"]
    assert found["summary"]["total"] == 32
    assert json.loads(planctl("status", "2022", "--search", "GDP", "-f", "json").stdout)["indicators"]
    assert not json.loads(planctl("status", "2022", "--search", "nosuch", "-f", "json").stdout)["indicators"]


def test_years_that_stand_backward_are_told_and_so_is_one_year_twice(planctl: Run) -> None:
    backward = planctl("diff", "2023", "2022")
    assert backward.returncode == 0
    assert b"backward: 2022 is before 2023" in backward.stderr
    assert not planctl("diff", "2022", "2023").stderr
    assert planctl("diff", "2022", "2022").stderr == b"planctl: 2022 is compared with itself; give two years\n"


def test_a_year_without_projects_does_not_advise_to_list_them(planctl: Run) -> None:
    none = planctl("projects", "2025", "--region", "320000").stdout.decode()
    assert "no projects of 2025 are in the data" in none
    assert "--list" not in none


@pytest.mark.parametrize("command", ["check data/targets_2023.yaml", "check --list", "rule bound"])
@pytest.mark.parametrize("format", ["json", "csv", "md"])
def test_what_answers_does_so_in_each_format(planctl: Run, command: str, format: str) -> None:
    if (command, format) == ("rule bound", "csv"):
        pytest.skip("an explanation is no table")
    ran = planctl(*command.split(), "--format", format)
    assert ran.returncode == 0
    text = ran.stdout.decode()
    if format == "json":
        assert json.loads(text)["schema"] == 1
    else:
        assert re.match(r"\w+,\w+" if format == "csv" else r"[|#]", text)


def test_findings_in_a_spreadsheet_are_those_of_the_json(planctl: Run) -> None:
    rows = planctl("check", "-f", "csv").stdout.decode().splitlines()[1:]
    assert len(rows) == len(json.loads(planctl("check", "-f", "json").stdout)["problems"])

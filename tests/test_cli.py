"""planctl run as a program: streams, encodings, terminals, exit codes."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT, Run
from tests.terminals import Size, on_a_terminal

COMMANDS = (
    ("status", "2022"),
    ("status", "2023"),
    ("show", "21"),
    ("scenarios", "2022"),
    ("diff", "2022", "2023", "--bridge"),
    ("projects", "2023"),
    ("projects", "2023", "--list"),
    ("projects", "2023", "--by", "stage"),
    ("projects", "2022", "2023"),
    ("statements", "2022"),
    ("statements", "2023", "--pairs"),
    ("parse", "≥330", "预计64以上"),
)
ids = [" ".join(command) for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=ids)
@pytest.mark.parametrize(
    ("environment", "width"),
    [
        *(({"LC_ALL": "C"}, width) for width in ("60", "80", "200", "")),
        *(({"PYTHONIOENCODING": "gbk"}, width) for width in ("60", "")),
        *(({"PYTHONIOENCODING": "ascii"}, width) for width in ("60", "")),
        *(({"LC_ALL": "C", "PYTHONUTF8": "0"}, width) for width in ("80", "")),
    ],
    ids=str,
)
def test_every_command_works_on_every_stream(
    planctl: Run, command: tuple[str, ...], environment: dict[str, str], width: str
) -> None:
    ran = planctl(*command, **environment, **({"COLUMNS": width} if width else {}))
    assert (ran.returncode, ran.stderr) == (0, b"")
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    if environment.get("PYTHONUTF8") == "0":
        encoding = "ascii"
    text = ran.stdout.decode(encoding)
    if encoding == "ascii":
        assert "\\u" in text
    elif command[0] != "parse":
        assert "重庆市涪陵区" in text
    if encoding == "gbk" and command == ("status", "2022"):
        assert "√ met" in text


@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_json_is_json_on_every_stream(planctl: Run, command: tuple[str, ...]) -> None:
    usual = json.loads(planctl(*command, "--format", "json").stdout)
    assert usual["schema"] == 1
    for encoding in ("utf-8", "gbk", "ascii"):
        ran = planctl(*command, "--format", "json", PYTHONIOENCODING=encoding)
        assert json.loads(ran.stdout.decode(encoding)) == usual, encoding


def test_the_contract_of_status(planctl: Run) -> None:
    document = json.loads(planctl("status", "2022", "--format", "json").stdout)
    assert list(document) == ["schema", "region", "year", "vintage", "summary", "stated", "agrees", "indicators"]
    assert document["region"] == {
        "code": "500102",
        "name": "重庆市涪陵区",
        "name_en": "Fuling District, Chongqing",
    }
    assert document["summary"] == {
        "total": 32,
        "met": 17,
        "unmet": 14,
        "discontinued": 1,
        "pending": 0,
        "undetermined": 0,
    }
    plan = json.loads(planctl("status", "2023", "--format", "json").stdout)
    assert (plan["stated"], plan["agrees"], plan["summary"]["pending"]) == (None, None, 31)


def test_show_adds_steps_places_and_remarks(planctl: Run) -> None:
    document = json.loads(planctl("show", "21", "--format", "json").stdout)
    assert document["id"] == "budget-revenue-growth-excluding-vat-refunds"
    assert document["parts"][0]["steps"]
    for cell, text in (("target", '"4"'), ("adjusted.target", '"0.1%"'), ("actual", '"2.6"')):
        file, line, column = document["places"][cell].rsplit(":", 2)
        printed = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert printed[int(column) - 1 :] == text


@pytest.mark.parametrize("format", ["csv", "md"])
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_csv_and_markdown_of_every_command(planctl: Run, command: tuple[str, ...], format: str) -> None:
    ran = planctl(*command, "--format", format)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(ran.stdout.decode().splitlines()) > 2


def test_csv_has_a_byte_order_mark_in_a_file_and_none_in_a_pipe(planctl: Run, tmp_path: Path) -> None:
    piped = planctl("status", "2022", "--format", "csv").stdout
    assert piped.startswith(b"region,")
    target = tmp_path / "status.csv"
    with target.open("wb") as stream:
        command = [sys.executable, "-m", "planctl", "status", "2022", "--format", "csv"]
        subprocess.run(command, stdout=stream, cwd=ROOT, check=True)
    assert target.read_bytes() == b"\xef\xbb\xbf" + piped
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert rows[0]["name"] == "地区生产总值增速"


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_terminal_gets_its_width_and_colours(columns: int) -> None:
    from rich.cells import cell_len

    _, text = on_a_terminal("status", "2022", "--no-pager", size=Size(50, columns))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert plain != text
    assert max(cell_len(line.rstrip("\r")) for line in plain.split("\n")) <= columns
    assert ("left out at 60 columns" in plain) is (columns == 60)
    for name in ("战略性新兴产业产值占规上工业产值比重", "税收收入扣除留抵退税因素后增速"):
        assert all(plain.count(sign) for sign in name)


def test_no_color_is_honoured() -> None:
    assert "\x1b[3" not in on_a_terminal("status", "2022", "--no-pager", NO_COLOR="1")[1]


def test_a_pipe_is_not_cut_at_eighty_columns(planctl: Run) -> None:
    lines = planctl("status", "2022").stdout.decode().splitlines()
    assert any("战略性新兴产业产值占规上工业产值比重" in line and "29.5 < 32" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("status", "2021"), "planctl: no data for 2021 in data: there are 2022, 2023"),
        (("status", "soon"), "Error: 'YEAR': it has to be a whole number"),
        (("status", "--only", "lost"), "Error: '--only': 'lost' is none of 'met', 'unmet'"),
        (("status", "--data", "/nowhere/at/all"), "planctl: '/nowhere/at/all' is not a folder"),
        (("show", "gdp-grwth"), "did you mean gdp-growth"),
        (("show",), "Error: 'indicator' is missing"),
        (("parse",), "Error: 'texts' is missing"),
        (("diff", "2021", "2023"), "planctl: no data for 2021 in data: there are 2022, 2023"),
        (("diff", "2023"), "planctl: there is no year after 2023"),
        (("diff", "lastyear", "2023"), "'lastyear' is not a year; give one or two years, or two folders"),
        (("diff", "data"), "'data' is not a year"),
        (("diff", "data", "nowhere"), "planctl: 'nowhere' is not a folder"),
        (("diff", "data", "data", "--only", "unmet"), "two folders are compared whole"),
        (("diff", "--suggest", "--bridge"), "with --suggest, only --data, --format and --lang go"),
        (("check", "--select", "nothing"), "'nothing' is not a check; 'planctl check --list' has all"),
        (("check", "indicators_1999.yaml"), "the file cannot be read: there is no such file"),
        (("check", "README.md"), "'README.md' says neither kind nor year"),
        (("check", "--data", "docs"), "there are no report files in docs"),
        (("rule", "claim"), "did you mean claim-sum"),
        (("schema", "budget"), "'budget' is not a kind of file; there are indicators, targets, projects"),
        (("projects", "2021"), "planctl: no data for 2021 in data: there are 2022, 2023"),
        (("projects", "2023", "2022"), "planctl: 2022 is not after 2023"),
        (("projects", "2023", "--by", "area", "--list"), "a second year, --by and --list are asked one at a time"),
        (("projects", "2022", "2023", "--list"), "are asked one at a time"),
        (("projects", "2023", "--by", "area", "--search", "华峰"), "filters not with --by"),
        (("projects", "--stage", "done"), "Error: '--stage': 'done' is none of 'preparatory'"),
        (("statements", "2022", "--pairs"), "planctl: no data for 2021 in data"),
        (("diff", "--change", "improved"), "Error: '--change': 'improved' is none of 'raised'"),
        (("stat",), "Error: there is no command 'stat'; did you mean 'status'?"),
        (("status", "--frmat", "json"), "Error: there is no option --frmat; did you mean --format?"),
        (("status", "--year"), "Error: '--year' needs a value"),
        (("status", "2022", "2023"), "Error: more than is asked for: 2023"),
        (("status", "--tolerance", "101"), "Error: '--tolerance': it has to be at most 100"),
        (("status", "--sort"), "Error: '--sort' needs a value"),
        (("nothing",), "Error: there is no command 'nothing'; 'planctl --help' has all"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_told_on_stderr_and_exits_with_2(planctl: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = planctl(*arguments)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert said in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr


def test_unreadable_data_is_told_with_every_place_and_exits_with_2(planctl: Run, tmp_path: Path) -> None:
    text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8")
    text = text.replace("delivered: 2023-01-31", "delivered: 31.1.", 1).replace("kind: constraint", "kind: binding", 1)
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    ran = planctl("status", "2022", "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    lines = ran.stderr.decode().splitlines()
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["[schema]", "[schema]"]
    line = text[: text.index("31.1.")].count("\n") + 1
    assert lines[0].startswith(f"{tmp_path}/indicators_2022.yaml:{line}:14: error: this is not a date")


def test_no_arguments_show_help_with_examples(planctl: Run) -> None:
    ran = planctl()
    assert ran.returncode == 0
    assert "Examples:" in ran.stdout.decode()
    assert planctl("-h").stdout == planctl("--help").stdout == ran.stdout


def test_the_version_is_that_of_the_package(planctl: Run) -> None:
    from planctl import __version__

    assert planctl("--version").stdout.decode() == f"planctl {__version__}\n"


def test_a_text_that_cannot_be_read_is_an_answer(planctl: Run) -> None:
    ran = planctl("parse", "≥330", "8.5②", "--format", "json")
    readings = json.loads(ran.stdout)["readings"]
    assert [reading["kind"] for reading in readings] == ["at_least", "unreadable"]
    assert readings[0] == {
        "text": "≥330",
        "unit": None,
        "kind": "at_least",
        "value": "330",
        "estimated": False,
        "reference": None,
        "stretch": None,
        "beside": None,
        "tolerance": None,
        "cumulative": False,
        "recovered_target": None,
    }
    assert ran.returncode == 0


def test_a_cell_is_read_for_an_indicator(planctl: Run) -> None:
    ran = planctl("parse", "5.5", "--for", "失业率", "--format", "json")
    reading = json.loads(ran.stdout)["readings"][0]
    assert (reading["kind"], reading["judged_as"], reading["unit"]) == ("plain", "at_most", "%")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "planctl", "status", "2022"]
    ran = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [["status", "2022"], ["--help"], ["--version"]], ids=str)
def test_a_full_disk_is_told_in_a_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "planctl", *arguments]
        ran = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr
    assert b"the disk is full" in ran.stderr


def test_planctl_works_from_another_folder(planctl: Run, tmp_path: Path) -> None:
    assert json.loads(planctl("status", "2022", "--format", "json", cwd=tmp_path).stdout)["agrees"] is True


def test_the_variable_names_another_folder(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "targets_2023.yaml").write_bytes((DATA / "targets_2023.yaml").read_bytes())
    document = json.loads(planctl("status", "--format", "json", PLANCTL_DATA=str(tmp_path)).stdout)
    assert document["year"] == 2023


def test_the_contract_of_diff(planctl: Run) -> None:
    document = json.loads(planctl("diff", "2022", "2023", "--format", "json").stdout)
    assert list(document) == ["schema", "region", "from", "to", "summary", "changes"]
    assert (document["from"], document["to"]) == (2022, 2023)
    changes = {(change["after"] or change["before"])["id"]: change for change in document["changes"]}
    investment = changes["foreign-investment-used"]
    assert {
        key: investment[key] for key in ("relation", "target", "change", "change_unit", "change_percent", "flags")
    } == {
        "relation": "renamed",
        "target": "lowered",
        "change": "-17000",
        "change_unit": "万美元",
        "change_percent": "-85.00",
        "flags": ["reinstated", "unit-changed"],
    }
    assert (investment["before"]["verdict"], investment["versus_actual"]) == ("discontinued", None)
    grain = changes["grain-output"]
    assert (grain["before"]["target"], grain["after"]["target"], grain["before"]["actual"]) == ("≥43", "44", "44.4")
    assert (grain["target"], grain["versus_actual"], grain["versus_actual_change"]) == ("raised", "easier", "-0.4")
    assert grain["flags"] == ["constraint-lost", "comparator-changed"]
    budget = changes["budget-revenue-growth"]
    assert (budget["relation"], budget["target"], budget["change"]) == ("redefined", None, None)
    assert budget["before"]["adjusted_target"] == "0.1%"
    assert budget["remark"].startswith("The year before, the name said")
    assert [part["relation"] for part in budget["parts"]] == ["redefined"]
    targets = [change["target"] for change in document["changes"]]
    assert {each: targets.count(each) for each in ("raised", "lowered", "unchanged", "incomparable")} == {
        each: document["summary"]["targets"][each] for each in ("raised", "lowered", "unchanged", "incomparable")
    }
    assert changes["industry-growth"]["change_unit"] == "points"
    assert changes["industry-profit-growth"]["before"] is None
    assert changes["forest-coverage"]["after"] is None
    assert "bridge" not in budget
    bridged = json.loads(planctl("diff", "2022", "2023", "--bridge", "--format", "json").stdout)["changes"]
    found = {change["after"]["id"]: change["bridge"] for change in bridged if change["after"]}
    patents = found["invention-patents-per-10000-people-growth"]
    assert (patents["value"], patents["unit"], patents["reaches"]) == ("6.875", "件", False)
    assert found["gdp-growth"] is None


def test_filters_of_a_diff_change_its_rows_and_not_its_summary(planctl: Run) -> None:
    whole = json.loads(planctl("diff", "2022", "2023", "--format", "json").stdout)
    unmet = json.loads(planctl("diff", "2022", "2023", "--only", "unmet", "--format", "json").stdout)
    assert unmet["summary"] == whole["summary"]
    assert len(unmet["changes"]) == unmet["summary"]["unmet"]["total"] == 14
    sorted_by_change = json.loads(planctl("diff", "--sort", "change", "--format", "json").stdout)["changes"]
    assert sorted_by_change[0]["before"]["id"] == "foreign-investment-used"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("2022", "2023"), 0),
        (("2022", "2023", "--exit-code"), 1),
        (("2022", "2022", "--exit-code"), 0),
        (("2022", "2023", "--change", "incomparable", "--exit-code"), 0),
        (("data", "data", "--exit-code"), 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_script_can_ask_whether_anything_changed(planctl: Run, arguments: tuple[str, ...], code: int) -> None:
    ran = planctl("diff", *arguments)
    told = b"2022 is compared with itself" if arguments[:2] == ("2022", "2022") else b""
    assert ran.returncode == code
    assert told in ran.stderr
    assert bool(told) is bool(ran.stderr)


def test_two_folders_tell_what_a_correction_changed(planctl: Run, tmp_path: Path) -> None:
    text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8")
    corrected = text.replace('actual: "326"', 'actual: "331"', 1)
    (tmp_path / "indicators_2022.yaml").write_text(corrected, encoding="utf-8")
    ran = planctl("diff", "data", str(tmp_path), "--exit-code")
    assert ran.returncode == 1
    lines = [" ".join(line.split()) for line in ran.stdout.decode().splitlines()]
    assert "2022 26 空气质量优良天数* actual 326 331" in lines
    assert "2022 26 空气质量优良天数* verdict ✗ unmet ✓ met flipped" in lines
    assert "2023 the whole year, 38 rows dropped" in lines
    document = json.loads(planctl("diff", "data", str(tmp_path), "--format", "json").stdout)
    assert list(document) == ["schema", "from", "to", "summary", "years"]
    (year, _) = document["years"]
    (row,) = year["rows"]
    assert (row["id"], row["flipped"], row["verdict_before"], row["verdict_after"]) == (
        "clean-air-days",
        True,
        "unmet",
        "met",
    )
    assert row["edits"] == [{"field": "actual", "before": "326", "after": "331", "same_meaning": False}]
    assert (year["before"]["agrees"], year["after"]["agrees"]) == (True, False)


def test_proposals_are_shown_with_what_to_do_and_nothing_is_written(planctl: Run, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(re.sub(r"(?m)^( +)follows:\n(?:\1 +.*\n)+", "", text), encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    text = planctl("diff", "--suggest", "--data", str(tmp_path)).stdout.decode()
    assert "research-intensity" in text
    assert "Nothing is applied." in text
    found = json.loads(planctl("diff", "--suggest", "--data", str(tmp_path), "--format", "json").stdout)["proposals"]
    assert {each["before"]["id"] for each in found} >= {"research-intensity", "digital-economy-size"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_follow_that_leads_nowhere_is_told_with_its_place_and_exits_with_2(planctl: Run, tmp_path: Path) -> None:
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace(
            "id: research-intensity\n      relation", "id: intensity\n      relation"
        )
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    ran = planctl("diff", "--data", str(tmp_path))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert re.search(
        r"targets_2023\.yaml:\d+:7: error: 'intensity' is in no earlier plan \(2022\); did you mean research-intensity",
        ran.stderr.decode(),
    )


def test_an_interruption_while_modules_are_imported_is_no_traceback() -> None:
    code = """
import builtins

known = builtins.__import__


def interrupted(name, *others, **more):
    if name == "planctl.cli.app":
        raise KeyboardInterrupt
    return known(name, *others, **more)


builtins.__import__ = interrupted
from planctl.__main__ import main

main()
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")

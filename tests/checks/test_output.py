"""What `planctl check` writes, and with which exit code: for people, for programs, for continuous integration."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planctl.api.checking import check_files
from planctl.files.loading import MOST_BYTES
from planctl.files.places import parse_yaml
from planctl.messages.message import Place, Unreadable
from planctl.showing.problems.text import end_column, excerpt
from tests.conftest import DATA, FULING, HEAD, ROOT, Run

INDICATORS = DATA / "indicators_2022.yaml"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A copy of the shipped data with an error, a warning and no acknowledgements of the text's own findings."""
    text = INDICATORS.read_text(encoding="utf-8").replace("  met: 17", "  met: 16", 1)
    (tmp_path / "indicators_2022.yaml").write_text(text.partition("\naccept:\n")[0] + "\n", encoding="utf-8")
    return tmp_path


def test_clean_data_is_0_also_when_warnings_fail(planctl: Run) -> None:
    for arguments in ((), ("--strict",), ("--fail-on", "warning")):
        ran = planctl("check", *FULING, *arguments)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert "59 notes, 4 accepted" in ran.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--select", "adjustment-name"), 0),
        (("--select", "adjustment-name", "--strict"), 1),
        (("--select", "rests-on-estimate", "--strict"), 0),
        (("--select", "rests-on-estimate", "--fail-on", "note"), 1),
        (("--ignore", "claim-sum", "--ignore", "claim-members"), 0),
    ],
)
def test_findings_are_1_from_the_weight_that_is_asked_for(
    planctl: Run, wrong: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert planctl("check", "--data", str(wrong), *arguments).returncode == code


def test_a_person_sees_the_line_and_a_mark_below_it(planctl: Run, wrong: Path) -> None:
    lines = planctl("check", "--data", str(wrong), "--select", "claim-sum").stdout.decode().splitlines()
    assert re.match(r".*indicators_2022\.yaml:\d+:10: error: 16 met, 14 unmet and 1 discontinued are not 32", lines[0])
    assert [*lines[1:3], lines[-1]] == ["    total: 32", "           ^~", "1 error"]


def test_a_mark_is_right_below_wide_characters() -> None:
    line, mark = excerpt(Place("f.yaml", 1, 9), "地区: {名: '增速', b: c}")
    assert line == "  地区: {名: '增速', b: c}"
    assert mark == "  " + " " * len("xxxx: {xx: ") + "^" + "~" * (len("'xxxx'") - 1)
    assert excerpt(Place("f.yaml"), None) == ()
    assert excerpt(Place("f.yaml", 1, 5), "a: " + "x" * 5_000) == ("  a: " + "x" * 997 + " …",)


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [('target: "≥330"', 9, 15), ("a: b # c", 4, 5), ("{a: b, c: d}", 5, 6), ("a: 'b", 4, 6), ("a:", 3, 4)],
)
def test_the_end_of_what_stands_at_a_place(line: str, column: int, end: int) -> None:
    assert end_column(line, column) == end


def test_the_contract_of_check(planctl: Run) -> None:
    document = json.loads(planctl("check", *FULING, "--format", "json").stdout)
    assert list(document) == ["schema", "problems", "summary"]
    assert document["summary"] == {"errors": 0, "warnings": 0, "notes": 59, "accepted": 4}
    (problem,) = (each for each in document["problems"] if each["check"] == "outside-parts")
    assert (problem["severity"], problem["at"]) == ("warning", "resident-income-growth")
    text = INDICATORS.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]
    assert text[problem["column"] - 1 : problem["end_column"] - 1] == '"7.8"'
    assert problem["accepted"].startswith("The report prints all three so")
    assert len(problem["related"]) == 2


def test_github_gets_annotations_by_itself_and_a_summary(planctl: Run, wrong: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    ran = planctl("check", "--data", str(wrong), GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(page))
    assert ran.returncode == 1
    first = ran.stdout.decode().splitlines()[0]
    assert re.match(r"::error file=.*indicators_2022\.yaml,line=\d+,col=10,title=claim-(sum|members)::", first)
    summary = page.read_text(encoding="utf-8")
    assert summary.startswith("before\n## planctl check\n")
    assert "claim-sum" in summary


def test_annotations_escape_what_a_command_would_end(planctl: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a,b:c%d"
    folder.mkdir()
    (folder / "indicators_2022.yaml").write_bytes(INDICATORS.read_bytes().replace(b"met: 17", b"met: 16"))
    ran = planctl("check", "--data", str(folder), "--format", "github")
    assert f"file={tmp_path}/a%2Cb%3Ac%25d/indicators_2022.yaml," in ran.stdout.decode()


def test_junit_counts_failures_and_leaves_notes_passed(planctl: Run, wrong: Path) -> None:
    suite = ElementTree.fromstring(planctl("check", "--data", str(wrong), "--format", "junit").stdout)
    failures = suite.findall("testcase/failure")
    assert int(suite.get("failures", "")) == len(failures) > 0
    assert int(suite.get("tests", "")) == len(suite.findall("testcase")) > len(failures)


def test_sarif_suppresses_what_is_acknowledged(planctl: Run) -> None:
    (run,) = json.loads(planctl("check", *FULING, "--format", "sarif").stdout)["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules
    assert sum("suppressions" in result for result in run["results"]) == 4
    assert all(result["locations"][0]["physicalLocation"]["region"]["startLine"] > 0 for result in run["results"])


def test_standard_input_is_checked_under_its_name(planctl: Run) -> None:
    content = INDICATORS.read_bytes().replace(b"  met: 17", b"  met: 16", 1)
    ran = planctl("check", "-", "--stdin-name", "drafts/indicators_2022.yaml", stdin=content)
    assert ran.returncode == 1
    assert ran.stdout.decode().startswith("drafts/indicators_2022.yaml:")
    assert planctl("check", "-", "--stdin-name", "draft.yaml", stdin=content).returncode == 2


def test_a_fault_of_shape_is_a_finding_and_the_other_files_are_checked_too(planctl: Run, wrong: Path) -> None:
    (wrong / "targets_2023.yaml").write_text("year: 2023\nyear: 2024\n", encoding="utf-8")
    ran = planctl("check", "--data", str(wrong))
    assert ran.returncode == 1
    said = ran.stdout.decode()
    assert "[duplicate-key]" in said
    assert "[claim-sum]" in said


HOSTILE = {
    "deep": b"a: " + b"[" * 50_000,
    "alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "zero byte": b"a: b\x00",
    "surrogate": b'a: "\\ud800"\n',
    "an endless line": b"a: " + b"x" * 1_000_000,
    "a tag": b"a: !!python/object/apply:os.system ['true']\n",
    "not a number": b"report: .nan\nyear: 1e999999\n",
    "too large": b"a" * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_told_and_never_a_traceback(planctl: Run, content: bytes) -> None:
    start = time.monotonic()
    ran = planctl("check", "-", stdin=content)
    assert time.monotonic() - start < 20
    assert ran.returncode == 1, ran.stderr
    assert b"Traceback" not in ran.stderr + ran.stdout


@settings(max_examples=60)
@given(st.integers(0, len(INDICATORS.read_bytes()) - 1), st.binary(min_size=0, max_size=4))
def test_a_damaged_file_is_told_or_passes(position: int, damage: bytes) -> None:
    content = INDICATORS.read_bytes()
    try:
        found = check_files(given={"indicators_2022.yaml": content[:position] + damage + content[position + 1 :]})
    except Unreadable as fault:
        found = None
        assert fault.problems
    if found:
        assert all(str(each.problem) for each in found.checked)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell")
def test_ten_thousand_faults_are_told_in_time_and_in_little_memory(tmp_path: Path) -> None:
    row = '  - {{id: r-{0}, number: "{0}", name: 名, name_en: Name, kind: expected, target: "5", actual: x{0}}}\n'
    text = f"{HEAD}year: 2022\nindicators:\n{''.join(map(row.format, range(1, 10_001)))}"
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    code = (
        "import re, sys; from pathlib import Path; from planctl.cli.app import app\n"
        f"try: app(['check', '--data', {str(tmp_path)!r}])\n"
        "finally: sys.stderr.write(re.search(r'VmHWM:\\s+([0-9]+)', Path('/proc/self/status').read_text())[1])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert ran.stdout.decode().splitlines()[-1] == "10000 errors"
    assert int(ran.stderr) < 200_000, "kilobytes"


def test_the_hook_for_pre_commit_names_the_shipped_files_and_passes_on_them(planctl: Run) -> None:
    (hook,) = parse_list((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    names = [f"data/{path.name}" for path in sorted(DATA.glob("*.yaml"))]
    assert all(re.search(hook["files"], name) for name in names)
    assert not re.search(hook["files"], "docs/data.md")
    program, *arguments = hook["entry"].split()
    assert program == "planctl"
    assert planctl(*arguments, *names).returncode == 0


def parse_list(content: bytes) -> list[dict[str, str]]:
    document = parse_yaml(content, "hooks.yaml")
    assert isinstance(document.data, list)
    return [{key: str(value) for key, value in entry.items()} for entry in document.data if isinstance(entry, dict)]


def test_the_action_has_the_form_that_github_asks_for() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    ran = subprocess.run([*command, str(ROOT / "action.yml")], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stdout.decode()


def test_a_file_is_held_against_those_beside_it_and_only_its_own_findings_are_told(
    planctl: Run, tmp_path: Path
) -> None:
    for path in DATA.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("continues: industrial-output", "continues: industrial-outputt")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    alone = planctl("check", str(tmp_path / "targets_2023.yaml"))
    assert alone.returncode == 1
    assert "[unknown-statement]" in alone.stdout.decode()
    other = planctl("check", str(tmp_path / "indicators_2022.yaml"), "--strict")
    assert (other.returncode, b"unknown-statement" in other.stdout) == (0, False)
    content = (tmp_path / "targets_2023.yaml").read_bytes()
    piped = planctl("check", "-", "--stdin-name", "targets_2023.yaml", "--data", str(tmp_path), stdin=content)
    assert piped.returncode == 1


def test_an_acknowledgement_of_what_another_year_shows_stands_where_that_year_is_not_there(planctl: Run) -> None:
    accept = "  - {check: constraint-lost, at: grain-output, reason: {zh: 因, en: so}}\n"
    content = (DATA / "targets_2023.yaml").read_bytes() + accept.encode()
    assert planctl("check", "-", "--stdin-name", "targets_2023.yaml", "--strict", stdin=content).returncode == 0


@pytest.mark.parametrize("format", ["text", "github", "junit"])
def test_what_fails_is_shown(planctl: Run, format: str) -> None:
    ran = planctl("check", "--select", "constraint-lost", "--fail-on", "note", "--format", format)
    assert ran.returncode == 1
    assert b"constraint-lost" in ran.stdout
    if format == "junit":
        assert ElementTree.fromstring(ran.stdout).get("failures") == "1"


def test_a_summary_that_cannot_be_written_is_told_with_its_path(planctl: Run) -> None:
    ran = planctl("check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="/nowhere/at/all")
    assert ran.returncode == 2
    assert "planctl: /nowhere/at/all cannot be written" in ran.stderr.decode()


def test_the_folders_of_two_regions_are_checked_apart(planctl: Run, tmp_path: Path) -> None:
    names = []
    for code in ("500102", "500199"):
        (tmp_path / code).mkdir()
        for path in DATA.glob("*.yaml"):
            text = path.read_text(encoding="utf-8").replace('code: "500102"', f'code: "{code}"')
            (tmp_path / code / path.name).write_text(text, encoding="utf-8")
            names.append(str(tmp_path / code / path.name))
    ran = planctl("check", "--strict", *names)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "118 notes, 8 accepted" in ran.stdout.decode()

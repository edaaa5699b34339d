"""planctl that was forked does what planctl does that was started from nothing: each command once, each kind of end."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DATA, Run
from tests.forking import Forking, started

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked there")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--version",), 0),
        (("status", "2022"), 0),
        (("scenarios", "2022", "--lang", "zh"), 0),
        (("diff", "2022", "2023", "--format", "csv"), 0),
        (("projects", "2022", "2023", "--format", "md"), 0),
        (("statements", "2023", "--pairs", "--format", "json"), 0),
        (("parse", "≥330"), 0),
        (("check", "-"), 1),
        (("rule", "numbering"), 0),
        (("schema", "targets"), 0),
        (("export", "xlsx"), 2),
        (("report", "2022", "-o", "/nowhere/at/all"), 2),
        (("extract", "nowhere.pdf"), 2),
        (("verify", "nowhere.pdf"), 2),
        (("new", "1"), 2),
        (("nothing",), 2),
    ],
    ids=str,
)
def test_it_says_the_same_and_ends_with_the_same_code(planctl: Run, arguments: tuple[str, ...], code: int) -> None:
    given = (DATA / "indicators_2022.yaml").read_bytes().replace(b"  met: 17", b"  met: 16", 1)
    forked, fresh = planctl(*arguments, stdin=given), started(arguments, stdin=given)
    assert (forked.returncode, forked.stdout, forked.stderr) == (fresh.returncode, fresh.stdout, fresh.stderr)
    assert forked.returncode == code


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii:replace"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "zh_CN.UTF-8"},
        {"COLUMNS": "60", "PLANCTL_LANG": "zh"},
    ],
    ids=str,
)
def test_it_heeds_the_environment_as_a_start_does(planctl: Run, environment: dict[str, str]) -> None:
    forked, fresh = planctl("show", "21", **environment), started(("show", "21"), environment=environment)
    assert (forked.returncode, forked.stdout, forked.stderr) == (fresh.returncode, fresh.stdout, fresh.stderr)


def test_one_run_leaves_nothing_to_the_next(planctl: Run, tmp_path: Path) -> None:
    first = planctl("status", "2022")
    planctl("status", "2022", "--data", str(tmp_path), cwd=tmp_path, COLUMNS="60", PLANCTL_LANG="zh")
    again = planctl("status", "2022")
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)


def test_what_does_not_end_is_ended(tmp_path: Path) -> None:
    with Forking() as forking, pytest.raises(subprocess.TimeoutExpired):
        forking.run(("export", "xlsx", "-o", str(tmp_path / "book.xlsx")), tmp_path, b"", {}, timeout=0.01)

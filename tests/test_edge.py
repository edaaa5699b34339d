"""The edge of the process: what nobody foresaw, streams that are closed, and environments that are odd."""

import os
import shlex
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT, Ran, Run
from tests.terminals import USUAL, on_a_terminal

ANSWERS = ("status 2022", "status 2022 --format json", "check --list", "--help", "status --help", "--version", "")
ASKED = "this is a fault of planctl; please report it"


def in_a_shell(line: str) -> Ran:
    """Run planctl with what a shell makes of a line: its options, and what becomes of its streams."""
    command = f"{shlex.quote(sys.executable)} -m planctl {line}"
    return subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)


def failing(fault: str, *arguments: str, module: str = "planctl.api.archive", **environment: str) -> Ran:
    """Run planctl where loading an archive raises a fault that nobody foresaw."""
    code = (
        "import sys, importlib\n"
        "from planctl.__main__ import main\n"
        "def fail(*arguments, **options):\n"
        f"    {fault}\n"
        f"importlib.import_module({module!r}).load = fail\n"
        f"sys.argv = ['planctl', *{arguments!r}]\n"
        "main()\n"
    )
    given = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=given, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ("raise KeyError('row')", "KeyError ('row')"),
        ("raise ValueError('one\\ntwo \\x1b[31m')", "ValueError (one two \\u001b[31m)"),
        ("raise MemoryError", "MemoryError"),
        ("fail()", "RecursionError (maximum recursion depth exceeded)"),
        ("open('/nowhere/at/all')", "FileNotFoundError ([Errno 2] No such file or directory: '/nowhere/at/all')"),
        ("raise ValueError('x' * 5000)", f"ValueError ({'x' * 200})"),
    ],
)
def test_what_nobody_foresaw_is_one_line_that_asks_for_a_report(fault: str, named: str) -> None:
    ran = failing(fault, "status", "2022")
    assert (ran.returncode, ran.stdout) == (70, b"")
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith(f"planctl: {named}: {ASKED}")


def test_its_traceback_is_shown_where_that_is_asked_for() -> None:
    ran = failing("raise KeyError('row')", "--traceback", "status", "2022")
    lines = ran.stderr.decode().splitlines()
    assert (ran.returncode, lines[0]) == (70, "Traceback (most recent call last):")
    assert ASKED in lines[-1]


def test_it_is_told_in_the_language_of_the_reader() -> None:
    assert "请报告" in failing("raise KeyError('row')", "status", "2022", LANG="zh_CN.UTF-8").stderr.decode()
    assert "请报告" in failing("raise KeyError('row')", "status", "2022", "--lang", "zh").stderr.decode()


@pytest.mark.parametrize("arguments", [("status", "1999"), ("status", "2022")])
def test_the_option_changes_nothing_where_planctl_does_not_fail(arguments: tuple[str, ...], planctl: Run) -> None:
    plain, traced = planctl(*arguments), planctl("--traceback", *arguments)
    assert (plain.returncode, plain.stdout, plain.stderr) == (traced.returncode, traced.stdout, traced.stderr)


def test_a_library_that_is_missing_is_no_finding() -> None:
    code = "import sys; sys.modules['typer'] = None; from planctl.__main__ import main; main()"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout) == (70, b"")
    assert b"typer" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("line", [*ANSWERS, "export csv -o -", "report 2022 -o -", "rule bound", "parse 5"])
def test_a_closed_output_is_told_and_is_no_success(line: str) -> None:
    ran = in_a_shell(f"{line} >&-")
    assert (ran.returncode, ran.stderr) == (2, b"planctl: the answer cannot be written: the stream is closed\n")


def test_an_answer_in_a_file_needs_no_output(tmp_path: Path) -> None:
    ran = in_a_shell(f"export csv -o {tmp_path}/plans.csv >&- 2>&- <&-")
    assert ran.returncode == 0
    assert b"gdp-growth" in (tmp_path / "plans.csv").read_bytes()


@pytest.mark.parametrize("line", ANSWERS)
def test_without_an_input_or_a_place_for_messages_the_answer_is_the_same(line: str) -> None:
    whole = in_a_shell(line)
    for without in ("<&-", "2>&-", "2>/dev/full", "<&- 2>&-"):
        ran = in_a_shell(f"{line} {without}")
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, whole.stdout, b"")


@pytest.mark.parametrize("line", ["status 1999", "nothing", "check nothing.yaml", "status 2022 >&-", "check - <&-"])
def test_a_fault_that_cannot_be_told_is_in_the_exit_code_all_the_same(line: str) -> None:
    for without in ("2>&-", "2>/dev/full"):
        ran = in_a_shell(f"{line} {without}")
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, b"", b"")


def test_a_closed_input_is_told_where_it_is_to_be_read() -> None:
    ran = in_a_shell("check - <&-")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr == b"planctl: standard input cannot be read: the stream is closed\n"


@pytest.mark.parametrize("line", ["--help", "--version", "status --help", "status 2022"])
def test_a_reader_that_leaves_before_the_first_word_is_no_error(line: str) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "planctl", *line.split()]
    ran = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("columns", ["²", "", "0", "-1", "1e3", "abc", "9" * 30, "9" * 5000, " 80", "８０"])
@pytest.mark.parametrize("command", [("status", "2022"), ("show", "21"), ("--help",)], ids=" ".join)
def test_a_width_that_is_none_is_no_width(columns: str, command: tuple[str, ...], planctl: Run) -> None:
    ran = planctl(*command, COLUMNS=columns, LINES=columns)
    assert (ran.returncode, ran.stderr) == (0, b"")
    if columns != "８０":
        assert ran.stdout == planctl(*command, **({"COLUMNS": "10000"} if columns.startswith("9") else {})).stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "dumb"},
        {"TERM": ""},
        {"TERM": "there-is-no-such-terminal"},
        {"LANG": "xx_YY.nothing", "LC_ALL": ""},
        {"PLANCTL_LANG": "tlh"},
        {"HOME": ""},
        {"HOME": "/nowhere/at/all"},
        {"TMPDIR": "/nowhere/at/all"},
        {"PYTHONIOENCODING": "", "LINES": "abc"},
        {"LINES": "²", "COLUMNS": "²"},
    ],
    ids=str,
)
def test_an_odd_environment_changes_no_answer(environment: dict[str, str], planctl: Run) -> None:
    ran = planctl("status", "2022", **environment)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, planctl("status", "2022").stdout, b"")
    code, shown = on_a_terminal("status", "2022", "--no-pager", size=USUAL, **environment)
    assert (code, "32 = 17 met + 14 unmet" in shown) == (0, True)


@pytest.mark.parametrize("program", ["'", "''", " ", '"less', "/", "/etc/passwd", "false", "sh -c 'exit 3'", "\\"])
def test_a_pager_that_is_none_or_fails_leaves_the_answer_on_the_terminal(program: str) -> None:
    code, shown = on_a_terminal("status", "2022", PAGER=program)
    assert code == 0
    assert "32 = 17 met + 14 unmet" in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_planctl_that_is_ended_leaves_quietly(number: signal.Signals) -> None:
    code = (
        "import os, sys, time, planctl.api.archive as archive\n"
        "from planctl.__main__ import main\n"
        "def wait(*arguments):\n"
        "    os.write(2, b'ready')\n"
        "    time.sleep(60)\n"
        "archive.load = wait\n"
        "sys.argv = ['planctl', 'status']\n"
        "main()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) as running:
        assert running.stderr
        assert running.stderr.read(5) == b"ready"
        running.send_signal(number)
        assert (running.wait(30), running.stderr.read()) == (128 + number, b"")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return planctl in a zip file, as a wheel has it."""
    made = tmp_path_factory.mktemp("zip") / "planctl.whl"
    examples = (ROOT / "tests" / "checks").glob("*/bad.out")
    with zipfile.ZipFile(made, "w") as written:
        for path in (ROOT / "src" / "planctl").rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                written.write(path, Path("planctl") / path.relative_to(ROOT / "src" / "planctl"))
        for path in (path for path in DATA.rglob("*") if path.is_file()):
            written.write(path, Path("planctl") / "data" / path.relative_to(DATA))
        for path in examples:
            written.write(path, Path("planctl") / "examples" / path.parent.name / path.name)
    return made


@pytest.mark.parametrize(
    "command",
    [
        "status 2022 --format json",
        "status 2022 --lang zh",
        "check --strict --format json",
        "rule claim-sum",
        "export json -o -",
        "schema",
    ],
)
def test_planctl_in_a_zip_file_has_all_that_it_brings(command: str, archive: Path, planctl: Run) -> None:
    ran = planctl(*command.split(), PYTHONPATH=str(archive))
    plain = planctl(*command.split())
    assert (ran.returncode, ran.stderr) == (plain.returncode, b"")
    assert ran.stdout.replace(f"{archive}/planctl/data".encode(), b"data") == plain.stdout
    code = "import planctl; print(planctl.__file__)"
    shown = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(archive)}, capture_output=True, check=True
    )
    assert shown.stdout.decode().startswith(str(archive))


def test_planctl_in_a_zip_file_makes_pages_and_drafts(archive: Path, planctl: Run, tmp_path: Path) -> None:
    ran = planctl("report", "2022", "2023", "-o", str(tmp_path / "page.html"), PYTHONPATH=str(archive))
    assert (ran.returncode, ran.stderr) == (0, b"")
    ran = planctl("new", "2023", "-o", str(tmp_path / "new"), PYTHONPATH=str(archive))
    assert (ran.returncode, len(list((tmp_path / "new").iterdir()))) == (0, 3)
    case = ROOT / "tests" / "drafting" / "cases" / "city.txt"
    ran = planctl("extract", str(case), "-o", str(tmp_path / "draft"), PYTHONPATH=str(archive))
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_what_planctl_brings_in_a_zip_file_cannot_be_written(archive: Path, planctl: Run) -> None:
    ran = planctl("new", "2023", PYTHONPATH=str(archive))
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("planctl: say where to write them, with -o")

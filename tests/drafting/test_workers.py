"""Several reports read at once: what becomes of them when a process, or planctl itself, is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Ran
from tests.drafting.test_extract import CASES

TEXT = (CASES / "city.txt").read_text(encoding="utf-8")
FAILING = """
import os, signal, sys, time
import planctl.documents.reading.reader as reader
from planctl.__main__ import main

read = reader.read_document

def fail(content, name, *others):
    if name.endswith("b.txt"):
        {fault}
    return read(content, name, *others)

reader.read_document = fail
sys.argv = ["planctl", *{arguments!r}]
main()
"""


def arguments(folder: Path, *options: str) -> list[str]:
    for name in "abc":
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return ["extract", *(str(folder / f"{name}.txt") for name in "abc"), "-o", str(folder / "out"), *options]


def failing(fault: str, folder: Path, *options: str) -> Ran:
    """Draft three reports, of which the process that reads the second fails."""
    code = FAILING.format(fault=fault, arguments=arguments(folder, *options))
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"),
        ("os.kill(os.getpid(), signal.SIGTERM)", "SIGTERM"),
        ("os.abort()", "SIGABRT"),
        ("os._exit(3)", "3"),
    ],
)
@pytest.mark.parametrize("jobs", ["2", "3"])
def test_a_process_that_is_killed_is_told_with_its_report_and_the_others_go_on(
    fault: str, reason: str, jobs: str, tmp_path: Path
) -> None:
    ran = failing(fault, tmp_path, "-j", jobs, "--format", "json")
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines()[-1] == (
        f"planctl: {tmp_path}/b.txt: the process that read it was ended ({reason}); "
        "read it again, alone if memory is short"
    )
    assert len(json.loads(ran.stdout)["drafts"]) == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "c"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_that_nobody_foresaw_in_a_report_stops_no_other(jobs: str, tmp_path: Path) -> None:
    ran = failing("raise KeyError('cell')", tmp_path, "-j", jobs)
    assert ran.returncode == 70
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith(f"{tmp_path}/b.txt: planctl: KeyError ('cell'): this is a fault of planctl")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "c"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_planctl(number: signal.Signals, tmp_path: Path) -> None:
    fault = f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = FAILING.format(fault=fault, arguments=arguments(tmp_path, "-j", "3"))
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) as running:
        assert running.stderr
        worker = int(until_written(tmp_path / "pid"))
        running.send_signal(number)
        code_left = running.wait(30)
        assert running.stderr.read() == b""
    assert code_left == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[number]
    for _ in range(500):
        if not lives(worker):
            break
        time.sleep(0.02)
    assert not lives(worker)


def until_written(path: Path) -> str:
    """Return what a file has as soon as it is there and has something."""
    for _ in range(1500):
        if path.exists() and (text := path.read_text(encoding="utf-8")):
            return text
        time.sleep(0.02)
    raise AssertionError(f"nothing is written to {path}")


def lives(process: int) -> bool:
    """Return whether a process runs; one that nobody has asked after does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and ") Z" in state.read_text())

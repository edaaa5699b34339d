"""What tests share: goldens that one flag rewrites, reports written in a docstring, and planctl run as a program."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
from hypothesis import settings

from planctl.files.places import parse_yaml
from planctl.files.schema import read_report
from planctl.report.model import Report
from planctl.report.plan import Plan, join
from tests import disks
from tests.forking import Forking, started

TESTS = Path(__file__).parent
ROOT = TESTS.parent
DATA = ROOT / "data"
FULING = ("--region", "500102")
"""The options that choose the shipped district among the shipped regions."""

HEAD = """\
report:
  title: 关于2022年国民经济和社会发展计划执行情况的报告
  region: {code: "110000", name: 某市, name_en: A city}
  issuer: 某市发展和改革委员会
  delivered: 2023-01-10
  source:
    url: https://example.org/report
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"
"""

Golden = Callable[[Path, str], None]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


settings.register_profile("planctl", deadline=None)
settings.load_profile("planctl")
"""How long an example takes is no finding: it depends on what else the machine does."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite goldens and the pages made from the code")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the caches of whoever runs the tests out of them, and use none: a test may change how files are read."""
    folder = TemporaryDirectory(prefix="planctl-tests-")
    config.add_cleanup(folder.cleanup)
    os.environ["XDG_CACHE_HOME"] = folder.name
    os.environ["PLANCTL_NO_CACHE"] = "1"


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what was imported and collected for the tests, which stays to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def signals_as_usual() -> None:
    """Let programs that tests start be ended by a signal also where the suite was begun with `nohup`."""
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file that a person has reviewed."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {path.name}; run pytest --update and review what it writes"
        assert text == path.read_text(encoding="utf-8"), f"{path.name} is not current; pytest --update rewrites it"

    return compare


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """The report in the test's docstring, without its head; with `actual` cells it is an outcome, otherwise a plan."""
    return report_of(request.function.__doc__)


def report_of(text: str, year: int = 2022) -> Report:
    """Return the report of a file's text, to which the head and the year are added."""
    body = dedent(text)
    kind = "indicators" if "actual:" in body else "targets"
    return read_report(parse_yaml(f"{HEAD}year: {year}\n{body}".encode(), f"{kind}.yaml"), kind, year)


def plan_of(text: str, year: int = 2022) -> Plan:
    """Return the plan of one file's text: an outcome where it has `actual` cells, targets otherwise."""
    found = report_of(text, year)
    return join(found, None) if "actual:" in text else join(None, found)


@pytest.fixture(scope="session")
def forking() -> Iterator[Forking]:
    """The processes that planctl is forked from, for all tests that this one runs."""
    with Forking() as processes:
        yield processes


def run_without(library: str, *arguments: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[bytes]":
    """Run planctl where a library is not installed."""
    code = f"import sys; sys.modules[{library!r}] = None; from planctl.__main__ import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, capture_output=True, check=False)


@pytest.fixture(scope="session")
def planctl(forking: Forking, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run planctl as a program of a user who has compiled copies; no setting of this process reaches it but PATH.

    It is forked from a process that has it imported, where the system can do that.
    """
    caches = str(tmp_path_factory.mktemp("caches"))

    def run(*arguments: str, cwd: Path = ROOT, stdin: bytes = b"", **environment: str) -> Ran:
        run_as = forking.run if sys.platform == "linux" else started
        return run_as(arguments, cwd, stdin, {"XDG_CACHE_HOME": caches, **environment})

    return run


Ran = subprocess.CompletedProcess[bytes]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with less room than a page or an export needs."""
    with disks.small_disk(tmp_path / "small") as folder:
        yield folder

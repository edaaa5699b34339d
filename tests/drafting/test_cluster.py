"""Reports read by a Dask cluster: a scheduler and two workers on this machine, which die as workers do."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from socket import socket
from typing import NamedTuple

import pytest
from docx import Document

from planctl.cli.cluster import GONE, answers, differences, refuse_other_planctl
from planctl.messages.installing import install_command
from planctl.messages.message import DISTRIBUTION, PlanctlError
from tests.conftest import Ran, Run, run_without
from tests.drafting.test_results import FIRST, SECOND
from tests.drafting.test_workers import until_written

pytestmark = pytest.mark.skipif(not find_spec("distributed"), reason="the extra cluster is not installed")

REGIONS = ("重庆市", "湖南省", "四川省", "陕西省", "贵州省", "云南省")
ENVIRONMENT = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
"""A task is tried on two workers, where Dask tries it on four unless it is told."""
HOOK = """
import os, signal, time
from pathlib import Path
from planctl.documents.reading import confined
from planctl.documents.reading.reader import read_document as read

def fail(content, name, *others):
    if name.endswith("deadly.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.endswith("midway.txt") and not Path("midway.pid").exists():
        Path("midway.new").write_text(str(os.getpid()))
        Path("midway.new").rename("midway.pid")
        time.sleep(60)
    return read(content, name, *others)

confined.read_document = fail
"""
"""What workers are started with: a document that ends each that reads it, and one that waits where it is read first."""


class Cluster(NamedTuple):
    """A running cluster: the address of its scheduler, and the folder that its workers run in."""

    address: str
    folder: Path


def started(folder: Path, module: str, *options: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *options]
    with (folder / f"{module}.log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=log, stderr=log)


@contextmanager
def cluster_in(folder: Path) -> Iterator[Cluster]:
    """Start a scheduler on a free port, and two workers that are started anew when they die; yield them."""
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    told = folder / "scheduler.json"
    host = ("--host", "127.0.0.1")
    running = [started(folder, "dask_scheduler", *host, "--port", "0", "--scheduler-file", str(told))]
    workers = ("--nworkers", "2", "--nthreads", "1", "--preload", str(folder / "hook.py"))
    try:
        running.append(started(folder, "dask_worker", *host, *workers, "--scheduler-file", str(told)))
        yield Cluster(address_in(told), folder)
    finally:
        for process in running[::-1]:
            process.terminate()
            process.wait(30)


def address_in(told: Path) -> str:
    """Return the address that a scheduler writes once it listens."""
    return str(json.loads(until_written(told))["address"])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster_in(tmp_path_factory.mktemp("cluster")) as running:
        yield running


def reports(folder: Path, regions: tuple[str, ...] = REGIONS) -> Path:
    """Write two reports of each region, one of them as a Word document, one that is broken, and what is none."""
    for number, region in enumerate(regions):
        here = folder / "reports" / str(number % 2)
        here.mkdir(parents=True, exist_ok=True)
        (here / f"later{number}.txt").write_text(SECOND.format(grain="90.5").replace("甲省", region), encoding="utf-8")
        document = Document()
        for line in FIRST.replace("甲省", region).splitlines():
            document.add_paragraph(line)
        document.save(str(here / f"earlier{number}.docx"))
    (folder / "reports" / "1" / "broken.docx").write_bytes(b"PK\3\4")
    (folder / "reports" / "1" / "cover.png").write_bytes(b"\x89PNG")
    return folder / "reports"


def drafted(planctl: Run, folder: Path, *options: str) -> tuple[Ran, dict[str, bytes]]:
    """Draft all reports of a folder into `out`, and return what that says, with all that it wrote; and remove that."""
    ran = planctl("extract", "reports", "-o", "out", *options, cwd=folder)
    files = {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "out").rglob("*.yaml")}
    shutil.rmtree(folder / "out", ignore_errors=True)
    return ran, files


def test_a_cluster_drafts_what_one_process_drafts_and_says_the_same(
    cluster: Cluster, tmp_path: Path, planctl: Run
) -> None:
    reports(tmp_path)
    alone, files = drafted(planctl, tmp_path)
    assert alone.returncode == 2
    assert alone.stderr.decode().splitlines() == [
        "planctl: passed over, for they are no documents: 1 files",
        "planctl: reports/1/broken.docx is damaged or encrypted: it cannot be unpacked",
    ]
    assert len(files) == 3 * len(REGIONS)
    ran, same = drafted(planctl, tmp_path, "--scheduler", cluster.address)
    assert ran.stderr.decode() == alone.stderr.decode()
    assert (ran.returncode, ran.stdout) == (alone.returncode, alone.stdout)
    assert same == files


def test_a_worker_that_is_killed_midway_loses_nothing_and_nothing_is_there_twice(
    cluster: Cluster, tmp_path: Path, planctl: Run
) -> None:
    folder = reports(tmp_path)
    (folder / "midway.txt").write_text(FIRST, encoding="utf-8")
    alone, files = drafted(planctl, tmp_path)
    with ThreadPoolExecutor(1) as beside:
        running = beside.submit(drafted, planctl, tmp_path, "--scheduler", cluster.address)
        os.kill(int(until_written(cluster.folder / "midway.pid")), signal.SIGKILL)
        ran, written = running.result()
    assert ran.stderr.decode() == alone.stderr.decode()
    assert (ran.returncode, ran.stdout) == (alone.returncode, alone.stdout)
    assert written == files
    assert len(written) == 3 * len(REGIONS) + 1


def test_a_report_whose_workers_die_each_time_is_told_and_stops_no_other(
    cluster: Cluster, tmp_path: Path, planctl: Run
) -> None:
    folder = reports(tmp_path, REGIONS[:2])
    _, files = drafted(planctl, tmp_path)
    (folder / "deadly.txt").write_text(FIRST, encoding="utf-8")
    ran, written = drafted(planctl, tmp_path, "--scheduler", cluster.address)
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines()[1:] == [
        "planctl: reports/1/broken.docx is damaged or encrypted: it cannot be unpacked",
        "planctl: reports/deadly.txt: each worker that read it died; read it again, alone if memory is short",
    ]
    assert written == files


def test_a_scheduler_that_is_not_there_is_told_in_one_line_and_nothing_is_written(tmp_path: Path, planctl: Run) -> None:
    reports(tmp_path)
    with socket() as free:
        free.bind(("127.0.0.1", 0))  # and nobody listens
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        ran, written = drafted(planctl, tmp_path, "--scheduler", address)
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines()[1:] == [
        f"planctl: no Dask scheduler answers at {address}; give the address that 'dask scheduler' says when it starts"
    ]
    assert not written


class Elsewhere:
    """A cluster in which something is installed for the scheduler, and for its one worker."""

    def __init__(self, scheduler: str | Exception, worker: str | Exception) -> None:
        self.there, self.worker = scheduler, worker
        self.scheduler = self
        self.address = "tcp://10.0.0.5:8786"

    def run(self, *_: object, **__: object) -> dict[str, str | Exception]:
        return {"tcp://10.0.0.7:4000": self.worker}

    def run_on_scheduler(self, *_: object) -> str:
        if isinstance(self.there, Exception):
            raise self.there
        return self.there


OURS = version(DISTRIBUTION)


@pytest.mark.parametrize(
    ("scheduler", "worker", "said"),
    [
        (OURS, "0.0.0", "what runs at tcp://10.0.0.7:4000 has planctl 0.0.0, and this is planctl "),
        (OURS, PackageNotFoundError(), "what runs at tcp://10.0.0.7:4000 has no planctl, and this is planctl "),
        ("0.0.0", OURS, "what runs at tcp://10.0.0.5:8786 has planctl 0.0.0, and this is planctl "),
        (PackageNotFoundError(), OURS, "what runs at tcp://10.0.0.5:8786 has no planctl, and this is planctl "),
    ],
)
def test_a_cluster_with_another_planctl_is_refused(
    scheduler: str | Exception, worker: str | Exception, said: str
) -> None:
    with pytest.raises(PlanctlError, match=said):
        refuse_other_planctl(Elsewhere(scheduler, worker))


class Differing:
    """A cluster whose worker has another Python than the scheduler and this machine."""

    def get_versions(self) -> dict[str, object]:
        same = {"packages": {"python": "3.11", "dask": "1", "distributed": "1", "numpy": None}}
        other = {"packages": {"python": "3.12", "dask": "1", "distributed": "1", "numpy": "2"}}
        return {"client": same, "scheduler": same, "workers": {"tcp://10.0.0.7:4000": other}}


def test_versions_that_differ_in_a_cluster_are_named_and_those_of_what_is_not_used_are_not() -> None:
    assert str(differences(Differing())) == (
        "the cluster has other versions than this machine of python; if it fails, install the same"
    )


def test_a_cluster_and_processes_are_not_both_taken(tmp_path: Path, planctl: Run) -> None:
    ran = planctl("extract", "a.txt", "-o", "out", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2", cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.decode().endswith("Error: a cluster has its own workers: give --scheduler or --workers\n")


def test_without_the_library_of_clusters_the_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    asked = ("extract", "a.txt", "-o", "out", "--scheduler", "tcp://127.0.0.1:1")
    ran = run_without("distributed", *asked, cwd=tmp_path)
    assert ran.returncode == 2
    monkeypatch.chdir(tmp_path)
    assert ran.stderr.decode() == f"planctl: a cluster needs distributed: {install_command('distributed')}\n"


class Gone:
    """A cluster whose scheduler ended."""

    status = "closed"

    def wait_for_workers(self, *_: object, **__: object) -> None:
        raise OSError

    nthreads = wait_for_workers


def test_once_a_cluster_is_gone_each_call_that_is_left_is_told() -> None:
    assert list(answers(Gone(), len, [("a",), ("b",)])) == [(0, GONE), (1, GONE)]

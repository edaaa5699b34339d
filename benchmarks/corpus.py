"""What one series of every region of a corpus costs: read for the first time, and from the copies of that.

    python -m benchmarks.corpus DIR [SERIES]

DIR is what `benchmarks.nation` makes. Each measurement is a process of its own, the copies are in a folder of their
own, and times are given as ratios to parsing the same files with libyaml and nothing else: of the processor, which is
what a busy machine gives too, and in brackets as a clock on the wall shows them.
"""

import gc
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml

from planctl.files.loading import load_plan
from planctl.judging.cases import judge

YEARS = (2025, 2026)
KILOBYTES = 1 if sys.platform != "darwin" else 1024
ROUNDS = 3


def parse(folder: Path, series: str) -> int:
    """Parse every file with libyaml, and return how many there are."""
    files = sorted(folder.glob("*/*.yaml"))
    for file in files:
        yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return len(files)


def load(folder: Path, series: str) -> int:
    """Judge one series in every region, and return how many have it."""
    found = 0
    for region in sorted(folder.iterdir()):
        for year in YEARS:
            rows = [row for row in load_plan(region, year, only=[series]).rows if row.indicator.id == series]
            found += len([judge(row) for row in rows])
    return found


TASKS = {"parse": parse, "load": load}


class Measured(NamedTuple):
    """What a task takes: seconds of the processor and of the wall, its peak of memory in MB, and what it counted."""

    used: float
    waited: float
    memory: int
    counted: int


def measured(task: str, folder: Path, series: str, cache: str) -> Measured:
    """Return what a task takes in a process of its own, with its start."""
    command = [sys.executable, "-m", "benchmarks.corpus", str(folder), series, task]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran = subprocess.run(command, env={**os.environ, "XDG_CACHE_HOME": cache}, capture_output=True, check=True)
    waited, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    count, memory = map(int, ran.stdout.split())
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Measured(used, waited, memory // 1000, count)


def main(folder: Path, series: str) -> None:
    """Measure, and print seconds, ratios and memory."""
    with TemporaryDirectory() as cache:
        raw = min(measured("parse", folder, series, cache) for _ in range(ROUNDS))
        cold = measured("load", folder, series, cache)
        warm = min(measured("load", folder, series, cache) for _ in range(ROUNDS))
    for name, each in {"libyaml": raw, "cold": cold, "warm": warm}.items():
        ratio = each.used / raw.used
        print(f"{name:8} {ratio:5.2f}  {each.used:6.2f} s ({each.waited:.2f} s) {each.memory:5} MB {each.counted:6}")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        gc.disable()  # as planctl does
        print(TASKS[sys.argv[3]](Path(sys.argv[1]), sys.argv[2]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTES)
    else:
        main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "gdp-growth")

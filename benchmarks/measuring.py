"""Processes measured in alternating rounds, and what that comes to: ratios, and how far the rounds were apart.

Each measurement is a process of its own, from its start to its end. In each round every task runs once, in shuffled
order, and a ratio is the median of the ratios of the rounds: what else the machine does meets both sides alike.
"""

import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LAUNCHING = Path(__file__).with_name("launching.py")
KILOBYTES = 1 if sys.platform != "darwin" else 1024
WARM_UP = 1
FEWEST = 3
"""Rounds that are run even where the time for them is up: fewer have no median."""

Command = tuple[str, ...]


class Measured(NamedTuple):
    """What a process took: seconds by the clock and of all its processors, its peak of memory in MB, and its output."""

    waited: float
    used: float
    memory: int
    output: bytes


Rounds = Mapping[str, Sequence[Measured]]


class Laboratory(NamedTuple):
    """Where it is measured: a folder for what is made, and the share of the usual time that there is."""

    folder: Path
    share: float = 1.0

    def run(self, command: Command) -> Measured:
        """Return what a command takes that leaves with 0 or 1; raises `RuntimeError` for any other exit code.

        It has the copies of what it read before in a place of their own, and the compiled modules where Python puts
        them, whatever the environment says of that.
        """
        result = self.folder / "result"
        launched = (sys.executable, "-S", "-E", str(LAUNCHING), str(result), *command)
        ran = subprocess.run(
            launched, cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
        )
        if ran.returncode not in (0, 1):
            raise RuntimeError(f"exit code {ran.returncode} of {' '.join(command)}")
        waited, used, memory = map(float, result.read_text(encoding="ascii").split())
        return Measured(waited, used, int(memory) * KILOBYTES // 1000, ran.stdout)

    def finds(self, command: Command) -> bool:
        """Return whether a command leaves with anything but 0."""
        ran = subprocess.run(command, cwd=ROOT, env=self._environment(), capture_output=True, check=False)
        return ran.returncode != 0

    def alternate(self, tasks: Mapping[str, Command], rounds: int, seconds: float) -> Rounds:
        """Return what each task takes in each of some rounds, fewer where the seconds for them are used up before."""
        taken: dict[str, list[Measured]] = {name: [] for name in tasks}
        end = time.perf_counter() + seconds * self.share
        for number in range(rounds + WARM_UP):
            for name in random.sample(list(tasks), len(tasks)):
                measured = self.run(tasks[name])
                if number >= WARM_UP:
                    taken[name].append(measured)
            if number >= WARM_UP + FEWEST - 1 and time.perf_counter() > end:
                break
        return taken

    def _environment(self) -> dict[str, str]:
        kept = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "PLANCTL", "LC_"))}
        return {**kept, "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(self.folder / "cache"), "COLUMNS": "100"}


def planctl(*arguments: str) -> Command:
    """Return the command that runs planctl as its script does."""
    return (sys.executable, "-c", "from planctl.__main__ import main; main()", *arguments)


def ratio(ones: Sequence[Measured], others: Sequence[Measured]) -> float:
    """Return how many times as long the first take by the clock as the second, in the middle round."""
    return statistics.median(one.waited / other.waited for one, other in zip(ones, others, strict=True))


def used_ratio(ones: Sequence[Measured], others: Sequence[Measured]) -> float:
    """Return how many times as much of the processors the first take as the second, in the middle round."""
    return statistics.median(one.used / other.used for one, other in zip(ones, others, strict=True))


def spread(rounds: Sequence[Measured]) -> float:
    """Return how far the middle half of some rounds is apart, as a share of their median."""
    low, middle, high = statistics.quantiles((each.waited for each in rounds), n=4)
    return (high - low) / middle


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the exponent of the power of its size that a cost grows with, from the first of two sizes to the other."""
    return math.log(costs[1] / costs[0]) / math.log(sizes[1] / sizes[0])

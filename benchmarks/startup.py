"""How long `planctl status 2022` takes, whole process, as a ratio to importing what it is built on.

    python benchmarks/startup.py [ROUNDS]

It is asked with the copies of what it read before, and without (`anew`). All commands run in shuffled order in each
round, and the ratios of their medians are printed: ratios, because they mean the same on a slow machine and on a fast
one.
"""

import random
import statistics
import subprocess
import sys
import time

IMPORTS = "import typer, rich.table, rich.console, yaml; from pydantic import BaseModel"
STATUS = [sys.executable, "-c", "from planctl.__main__ import main; main()", "status", "2022"]
COMMANDS = {
    "imports": [sys.executable, "-c", IMPORTS],
    "status": STATUS,
    "anew": [*STATUS, "--no-cache"],
}
WARM_UP = 2


def seconds(command: list[str]) -> float:
    """Return how long a command takes, start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(rounds: int) -> None:
    """Measure, and print the medians and their ratio."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + WARM_UP):
        for name in random.sample(list(COMMANDS), len(COMMANDS)):
            measured = seconds(COMMANDS[name])
            if number >= WARM_UP:
                taken[name].append(measured)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name:8} {median * 1000:6.1f} ms {median / medians['imports']:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

"""How time and memory grow with the rows of a region, and with the regions of a corpus."""

import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks import making
from benchmarks.measuring import Laboratory, exponent, planctl
from benchmarks.others import write_rows
from benchmarks.page import NONE, Section, Table, number
from benchmarks.rows import flat, report

SECONDS = 210
COPIES = (1, 10, 100)
REGIONS = (10, 100, 1_000, making.REGIONS)
STEEPEST = 1.1
SHORT = 1.5
"""Seconds below which a command is run more than once."""
LEFT_OUT = "…"
SAID = """
What a command takes beyond the start of `planctl --version`, where files were read before, as a ratio to what it
takes at the least size; the exponent with which that grows from the last size but one to the last, which is to be at
most {steepest} (1 is in proportion); and its peak of memory at the last, with its ratio to that at the first.
`status` is of one region, in a corpus too. What would not fit into the time of a run is left out ({left_out}).
"""

Arguments = Mapping[str, tuple[str, ...]]


class Cost(NamedTuple):
    """What a command costs at a size: seconds above those of `--version`, and its peak of memory in MB."""

    seconds: float
    memory: int


def of_rows(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the commands on one region."""
    return {
        "status": ("status", "2022", "--data", str(folder)),
        "check": ("check", str(folder)),
        "compare": ("compare", "2022", "gdp-growth", "--data", str(folder)),
        "export parquet": ("export", "parquet", "--force", "-o", f"{folder}.parquet", "--data", str(folder)),
    }


def of_regions(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the commands on a corpus; `status` is of one region in it."""
    return {
        "status": ("status", "2025", "--region", "110000", "--data", str(folder)),
        "check": ("check", "--data", str(folder)),
        "compare": ("compare", "2025", "gdp-growth", "--data", str(folder)),
        "export parquet": ("export", "parquet", "--force", "-o", f"{folder}.parquet", "--data", str(folder)),
    }


def cost(laboratory: Laboratory, arguments: tuple[str, ...], start: float) -> Cost:
    """Return what a command costs once it has started, where files were read before; the least of some where short."""
    found = [laboratory.run(planctl(*arguments))]
    while len(found) < 2 or (len(found) < 4 and found[-1].waited < SHORT):
        found.append(laboratory.run(planctl(*arguments)))
        if found[0].waited > 10 * SHORT:
            break
    seconds = min(each.waited for each in found) - start
    return Cost(max(seconds, start / 100), max(each.memory for each in found))


def costs(
    laboratory: Laboratory, sizes: Mapping[float, Path], commands: Callable[[Path], Arguments], end: float
) -> Mapping[str, Mapping[float, Cost]]:
    """Return what each command costs at each size, but for those that would take until after the end."""
    start = min(laboratory.run(planctl("--version")).waited for _ in range(5))
    found: dict[str, dict[float, Cost]] = {}
    for smaller, size in pairwise((0.0, *sizes)):
        for name, arguments in commands(sizes[size]).items():
            known = found.setdefault(name, {})
            expected = known[smaller].seconds * size / smaller * 2.5 if smaller in known else 0.0
            if not smaller or (smaller in known and time.perf_counter() + expected < end):
                known[size] = cost(laboratory, arguments, start)
    return found


def rows_of(found: Mapping[str, Mapping[float, Cost]], sizes: tuple[float, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table of a growth: the costs as ratios to those at the least size."""
    lines = []
    for name, known in found.items():
        least = known[sizes[0]]
        ratios = [number(known[size].seconds / least.seconds) if size in known else LEFT_OUT for size in sizes[1:]]
        last = sorted(known)[-2:]
        steep = exponent(last, [known[size].seconds for size in last]) if len(last) > 1 else 0.0
        reached = "yes" if steep <= STEEPEST else "no"
        heavy = last[-1]
        memory = f"{known[heavy].memory} MB ({number(known[heavy].memory / least.memory)})"
        lines.append((name, *ratios, f"{steep:.2f}" if len(last) > 1 else NONE, reached, memory))
    return tuple(lines)


def measure(laboratory: Laboratory) -> Section:
    """Return the section on growth."""
    end = time.perf_counter() + SECONDS * laboratory.share
    by_rows = {}
    for copies in COPIES:
        file = report(copies)
        by_rows[float(sum(1 for _ in flat(file["indicators"])))] = write_rows(
            laboratory.folder / f"rows{copies}", file
        ).folder
    rows = costs(laboratory, by_rows, of_rows, end)
    by_regions = {}
    for size in REGIONS:
        folder = laboratory.folder / f"regions{size}"
        if not folder.is_dir():
            making.make(folder, size)
        by_regions[float(making.size_of(folder))] = folder
    regions = costs(laboratory, by_regions, of_regions, end)
    return Section(
        "Growth",
        (SAID.format(steepest=STEEPEST, left_out=LEFT_OUT),),
        (_table("rows", rows, tuple(by_rows)), _table("regions", regions, tuple(by_regions))),
    )


def _table(title: str, found: Mapping[str, Mapping[float, Cost]], sizes: tuple[float, ...]) -> Table:
    first, *others = (f"{size:,.0f}" for size in sizes)
    return Table((f"{title}: {first} to", *others, "exponent", "reached", "memory"), rows_of(found, sizes))

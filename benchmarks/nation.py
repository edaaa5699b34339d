"""What one question to all regions of a nation takes, beside parsing the same files with libyaml and nothing else."""

from benchmarks import making
from benchmarks.measuring import Laboratory, Measured, planctl
from benchmarks.others import script
from benchmarks.page import NONE, Section, Table, bound_cells, number

ROUNDS, SECONDS = 3, 60
COLD, WARM_SECONDS, WARM_MEMORY = 6.0, 1.5, 300
SERIES = "gdp-growth"
RAW = "libyaml alone"
SAID = """
{size:,} regions, made from the provinces: {files:,} files. A question as a ratio to parsing all of them with libyaml
and nothing else. For the first time it may take {cold:.0f} times that of the processor; when nothing has changed, it
may take {seconds} seconds and {memory} MB on the machine that it is measured on.
"""
QUESTIONS = (("regions",), ("compare", "2025", SERIES), ("series", SERIES))


def measure(laboratory: Laboratory) -> Section:
    """Return the section on a nation; its corpus and the copies of it stay in the folder of the laboratory."""
    folder = laboratory.folder / f"regions{making.REGIONS}"
    size = making.make(folder)
    raw = laboratory.run(script("libyaml_files", str(folder)))
    files = int(raw.output)
    warm = {" ".join(each): planctl(*each, "--data", str(folder)) for each in QUESTIONS}
    first = "compare 2025 gdp-growth"
    cold = laboratory.run(warm[first])
    taken = laboratory.alternate(warm, ROUNDS, SECONDS)
    bound = bound_cells(cold.used / raw.used, COLD)
    lines = [
        (RAW, *_against(raw, raw), NONE, NONE),
        (f"`planctl {first}`, for the first time", *_against(cold, raw), *bound),
    ]
    for name, rounds in taken.items():
        least = min(rounds)
        fits = least.waited <= WARM_SECONDS and least.memory <= WARM_MEMORY
        lines.append((f"`planctl {name}`", *_against(least, raw), f"{WARM_MEMORY} MB", "yes" if fits else "no"))
    return Section(
        "A nation",
        (SAID.format(size=size, files=files, cold=COLD, seconds=WARM_SECONDS, memory=WARM_MEMORY),),
        (Table(("", "by the clock", "of the processor", "memory", "bound", "reached"), tuple(lines)),),
    )


def _against(one: Measured, other: Measured) -> tuple[str, str, str]:
    return number(one.waited / other.waited), number(one.used / other.used), f"{one.memory} MB"

"""How long a command takes from its start to its end, beside bare Python and beside the imports it is built on."""

import sys

from benchmarks.measuring import Command, Laboratory, planctl, ratio, spread, used_ratio
from benchmarks.page import Section, Table, bound_cells, number

ROUNDS, SECONDS = 25, 80
IMPORTS = "import typer, rich.table, rich.console, yaml; from pydantic import BaseModel"
REFERENCE = "the imports"
REGION = "500102"
BOUNDS = {
    "--version": 0.55,
    "--help": 0.55,
    "status 2022": 1.10,
    "status 2022 --no-cache": 1.5,
    "diff 2022 2023": 1.20,
    f"check --region {REGION}": 1.5,
}
SAID = f"""
As ratios to `{IMPORTS}`, which is what planctl is built on. Files were read before, so that there are copies of what
they hold; `--no-cache` reads them anew. `--region` is one region with all its files; without it all seventeen are
checked that come with planctl, on as many cores as there are where that is worth it.
"""
OTHERS = ("check", "report 2022 2023 -o -")


def commands() -> dict[str, Command]:
    """Return what is measured, the reference first."""
    python = {REFERENCE: (sys.executable, "-c", IMPORTS), "bare Python": (sys.executable, "-c", "pass")}
    return python | {each: planctl(*each.split()) for each in (*BOUNDS, *OTHERS)}


def measure(laboratory: Laboratory) -> Section:
    """Return the section on the start."""
    taken = laboratory.alternate(commands(), ROUNDS, SECONDS)
    reference = taken[REFERENCE]
    rows = []
    for name, rounds in taken.items():
        found = ratio(rounds, reference)
        shown = f"`planctl {name}`" if name in (*BOUNDS, *OTHERS) else name
        rows.append(
            (shown, number(found), number(used_ratio(rounds, reference)), *bound_cells(found, BOUNDS.get(name)))
        )
    return Section(
        "Start",
        (
            SAID,
            f"Rounds: {len(reference)}; the middle half of those of the imports is {spread(reference):.0%} apart.",
        ),
        (Table(("command", "by the clock", "of the processor", "bound", "reached"), tuple(rows)),),
    )

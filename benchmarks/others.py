"""The same job by others, on the same rows as the tools want them: schema and rules, and the table of verdicts."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.faults import FAULTS
from benchmarks.measuring import ROOT, Command, Laboratory, planctl, ratio, spread, used_ratio
from benchmarks.page import NONE, Section, Table, number
from benchmarks.rows import NAME, as_csv, as_yaml, report

ROUNDS, SECONDS = 9, 45
RIVALS = Path(__file__).parent / "rivals"
CHECK, STATUS = "planctl check --strict", "planctl status"
MAY_BE_FASTER = ("yamale",)

SAID = """
The forty rows of Fuling's outcome of 2022, as the tools want them: as YAML, and as CSV. Below are the time that each
takes as a ratio to planctl's, which is to be the least but for yamale's, and how many of {faults} faults it notices,
put in one at a time: an id that is given twice, a number left out, a cell that nobody can read, a figure that slipped
so that the counts of the report no longer hold, an unknown kind, no name, and a ceiling where more is said to be
better. `benchmarks/rivals` has what each is asked: yamale and check-jsonschema a schema of the file, frictionless one
of the table, pandera that and rules, pandas what a careful analyst would write, who also judges. planctl asks all its
checks.
"""


class Rows(NamedTuple):
    """The rows in a folder of their own: the folder, its report file, and the same as CSV, with what is claimed."""

    folder: Path
    claim: str

    @property
    def yaml(self) -> str:
        """The report file."""
        return str(self.folder / NAME)

    @property
    def csv(self) -> str:
        """The rows as CSV."""
        return str(self.folder / "rows.csv")


def write_rows(folder: Path, file: dict[str, Any]) -> Rows:
    """Write a report file into a folder, and its rows as CSV beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = (file["claim"][name] for name in ("total", "met", "unmet", "discontinued"))
    rows = Rows(folder, ",".join(map(str, counts)))
    Path(rows.yaml).write_text(as_yaml(file), encoding="utf-8")
    Path(rows.csv).write_text(as_csv(file), encoding="utf-8")
    return rows


def script(name: str, *arguments: str) -> Command:
    """Return the command that runs one of the scripts of the rivals."""
    return (sys.executable, str(RIVALS / f"{name}.py"), *arguments)


def checkers(rows: Rows) -> Mapping[str, Command]:
    """Return what holds the rows against a schema and rules, planctl first; those alone that are installed."""
    schema = str(ROOT / "schema" / "indicators.schema.json")
    every = {
        "yamale": script("yamale_rows", str(RIVALS / "rows.yamale.yaml"), rows.yaml),
        "check_jsonschema": (sys.executable, "-m", "check_jsonschema", "--schemafile", schema, rows.yaml),
        "frictionless": script("frictionless_rows", rows.csv),
        "pandera": script("pandera_rows", rows.csv),
        "pandas": script("pandas_rows", rows.csv, rows.claim),
    }
    installed = {name: command for name, command in every.items() if find_spec(name)}
    return {CHECK: planctl("check", "--strict", str(rows.folder)), **installed}


def noticed(laboratory: Laboratory) -> dict[str, int]:
    """Return how many of the faults each notices, one at a time."""
    found: dict[str, int] = {}
    for fault in FAULTS:
        file = report()
        fault(file)
        rows = write_rows(laboratory.folder / f"fault{fault.__name__}", file)
        for name, command in checkers(rows).items():
            found[name] = found.get(name, 0) + laboratory.finds(command)
    return found


def measure(laboratory: Laboratory) -> Section:
    """Return the section on the same job by others."""
    rows = write_rows(laboratory.folder / "rows", report())
    checking = checkers(rows)
    judging = {STATUS: planctl("status", "2022", "--data", str(rows.folder))}
    if find_spec("pandas"):
        judging["pandas, verdicts"] = script("pandas_verdicts", rows.csv)
    if unhappy := [name for name, command in checking.items() if laboratory.finds(command)]:
        raise RuntimeError(f"nothing is wrong with the rows, and it is for {', '.join(unhappy)}")
    taken = laboratory.alternate({**checking, **judging}, ROUNDS, SECONDS)
    caught = noticed(laboratory)
    lines = []
    for name, rounds in taken.items():
        ours = taken[STATUS if name in judging else CHECK]
        slower = ratio(rounds, ours)
        is_ours = name in (CHECK, STATUS)
        reached = NONE if is_ours or name in MAY_BE_FASTER else "yes" if slower > 1 else "no"
        seen = f"{caught[name]} of {len(FAULTS)}" if name in caught else NONE
        shown = name.replace("check_jsonschema", "check-jsonschema")
        lines.append((shown, number(slower), number(used_ratio(rounds, ours)), seen, reached))
    return Section(
        "The same job by others",
        (
            SAID.format(faults=len(FAULTS)),
            f"Rounds: {len(taken[CHECK])}; the middle half of those of `{CHECK}` is {spread(taken[CHECK]):.0%} apart.",
        ),
        (Table(("", "by the clock", "of the processor", "faults noticed", "planctl is faster"), tuple(lines)),),
    )

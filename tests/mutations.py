"""What `planctl check` notices: every figure, mark, claim and repeated statement changed, one at a time.

    python -m tests.mutations

Each change is one that a slip of the hand could make. A change is noticed where the checks find more than before, or
find fault with the file. The table that is printed stands in docs/checks.md; a short form of the run is a test.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from planctl.api.checking import check_files
from planctl.checks.registry import Examination

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"


FIGURES = {
    **{("claim", key): "claim" for key in ("total", "met", "unmet", "discontinued")},
    ("reasons", "count"): "enumeration",
    ("programmes", "count"): "project count",
    ("programmes", "total_investment"): "investment",
    ("programmes", "planned_investment"): "investment",
}
"""Figures that are one kind of change each, by their section and key."""


class Mutation(NamedTuple):
    """A change: what kind of thing it changes, in which file, and the line that is replaced by which."""

    kind: str
    file: str
    line: int
    new: str


def mutations(name: str, text: str) -> Iterator[Mutation]:
    """Yield every change to a file, in the order of its lines."""
    section, statement_repeats = "", _repeating(text)
    identity = ""
    for number, line in enumerate(text.splitlines()):
        if found := re.fullmatch(r"([a-z_]+):.*", line):
            section = found[1]
        if found := re.match(r" +- id: (\S+)", line):
            identity = found[1]
        for kind, new in _changes(section, line, repeated=identity in statement_repeats):
            yield Mutation(kind, name, number, new)


def _repeating(text: str) -> frozenset[str]:
    """Return the ids of the statements that say what stands elsewhere too."""
    statements = re.findall(r"(?m)^  - id: (\S+)\n((?:    .*\n)+)", text.partition("\nstatements:\n")[2])
    return frozenset(id for id, body in statements if "    repeats:" in body or "    part_of:" in body)


def _changes(section: str, line: str, *, repeated: bool) -> Iterator[tuple[str, str]]:
    key = line.strip().removeprefix("- ").partition(":")[0]
    if section == "indicators":
        if key in ("target", "actual", "replaces") and re.search(r"\d", line):
            within = line.startswith("      ") and key == "target" and not line.startswith("        target")
            yield "adjusted target" if within and "%" in line else key, next_digit(line)
        if key == "target" and "≥" in line:
            yield "comparator", line.replace("≥", "≤")
        if key == "actual" and "预计" in line:
            yield "estimate", line.replace("预计", "")
        if key == "kind":
            yield "mark", line.replace("constraint", "?").replace("expected", "constraint").replace("?", "expected")
        if key == "number":
            yield "number", next_digit(line)
    elif kind := FIGURES.get((section, key)):
        yield kind, next_digit(line)
    elif section == "statements" and repeated and key == "value" and re.search(r"\d", line):
        yield "repeated statement", next_digit(line)


def next_digit(line: str) -> str:
    """Return the line with the last digit of its figure one higher, as a slip of the hand would have it."""
    found = list(re.finditer(r"\d", line))[-1]
    return f"{line[: found.start()]}{(int(found[0]) + 1) % 10}{line[found.end() :]}"


def noticed(mutation: Mutation, texts: dict[str, str], before: frozenset[str]) -> bool:
    """Return whether the checks say more of the data once it is changed, or refuse it."""
    lines = texts[mutation.file].splitlines()
    lines[mutation.line] = mutation.new
    changed = {**texts, mutation.file: "\n".join(lines) + "\n"}
    return bool(said(check_files(given={name: text.encode() for name, text in changed.items()})) - before)


def said(examination: Examination) -> frozenset[str]:
    """Return what the checks say of the data that a person has to look at, without its places."""
    open_ones = (each.problem for each in examination.checked if not each.accepted)
    return frozenset(f"{each.name} {each.at} {each.message}" for each in open_ones if each.severity != "note")


def shipped() -> dict[str, str]:
    """Return the text of each shipped file by its name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.yaml"))}


def tally(every: int = 1) -> dict[str, tuple[int, int]]:
    """Return of each kind of change how many were noticed, and how many there were, of every so many-th change."""
    texts = shipped()
    before = said(check_files(given={name: text.encode() for name, text in texts.items()}))
    counts: dict[str, tuple[int, int]] = {}
    changes = [mutation for name, text in texts.items() for mutation in mutations(name, text)]
    for mutation in changes[::every]:
        seen, total = counts.get(mutation.kind, (0, 0))
        counts[mutation.kind] = seen + noticed(mutation, texts, before), total + 1
    return counts


def page(counts: dict[str, tuple[int, int]]) -> str:
    """Return the counts as a part of docs/checks.md."""
    total = tuple(map(sum, zip(*counts.values(), strict=True)))
    rows = "".join(f"| {kind} | {seen} | {number} |\n" for kind, (seen, number) in sorted(counts.items()))
    return f"""## What is noticed

`python -m tests.mutations` changes the shipped data in one place at a time, as a slip of the hand would: the last digit
of each figure, each mark, comparator and 预计, each number of the claim, each figure of a programme, each statement
that is repeated elsewhere. Of {total[1]} changes, `planctl check` notices {total[0]}:

| changed | noticed | of |
| --- | --- | --- |
{rows}
What it cannot notice from the data alone: a figure that is printed once and whose verdict stays the same with another
last digit, a mark or comparator that no verdict turns on, a target of a year without results that no prose repeats, and
an investment whose sum rounding explains with either digit.
For these, the published text itself is the only witness.
"""


if __name__ == "__main__":
    sys.stdout.write(page(tally()))

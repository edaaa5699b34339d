"""The page that the benchmarks write: what was measured on what, and nothing that only holds on one machine."""

import os
import platform
import re
from collections.abc import Iterable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

WIDTH = 120
LIBRARIES = ("typer", "rich", "pydantic", "PyYAML", "pypdfium2", "lxml", "pyarrow")
NONE = "–"
WHAT = """
What planctl takes, measured beside what people would use instead. `python -m benchmarks` writes this page, in at most
ten minutes on two cores; `pip install -e '.[bench]'` brings what it needs.
"""
HOW = """
All are ratios of whole processes, each with its start: in each round every task runs once, in shuffled order, and a
ratio is the median of those of the rounds. Ratios mean about the same on a slow machine and on a fast one; seconds do
not. No test asks for any of them.
"""


class Table(NamedTuple):
    """A table: its head, and its rows as they are shown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """A part of the page: its title, what is said before its tables, and these."""

    title: str
    paragraphs: tuple[str, ...]
    tables: tuple[Table, ...]


def number(value: float) -> str:
    """Return a ratio as it is shown: with two digits behind the point, fewer where it is large."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def bound_cells(found: float, most: float | None) -> tuple[str, str]:
    """Return the cells that say what something may come to, and whether it does not come to more."""
    return (NONE, NONE) if most is None else (f"≤ {number(most)}", "yes" if found <= most else "no")


def versions(names: Iterable[str]) -> str:
    """Return libraries with their versions, without those that are not installed."""
    return ", ".join(f"{name} {found}" for name in names if (found := version_of(name)))


def version_of(name: str) -> str:
    """Return the version of a distribution; an empty text where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def machine() -> str:
    """Return what kind of machine this is: how many cores, of which family of processors, and which system."""
    family = ""
    information = Path("/proc/cpuinfo")
    if information.is_file():
        found = re.search(r"^model name\s*: (.*)$", information.read_text(encoding="utf-8"), re.MULTILINE)
        family = re.sub(r"\s+", " ", re.sub(r"\((?:R|TM)\)|@.*$", "", found[1])).strip() if found else ""
    return f"{os.cpu_count()} cores of {family or platform.machine()}, {platform.system()}"


def busy() -> str:
    """Return how much else the machine does, as a page tells it."""
    return f"other work on it asked for {os.getloadavg()[0]:.1f} cores when that began"


def page(sections: Iterable[Section], today: date, rivals: Iterable[str], noise: str) -> str:
    """Return the page in Markdown, with what was said of other work before it was measured."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    measured = f"""
        Measured on {today.isoformat()}, on {machine()} ({noise}); planctl {version_of("plan-report-ctl")}, {python};
        {versions(LIBRARIES)}; beside them {versions(rivals)}.
    """
    parts = ["# Performance", *map(_filled, (WHAT, measured, HOW))]
    for section in sections:
        parts.append(f"## {section.title}")
        parts += map(_filled, section.paragraphs)
        parts += (_markdown(table) for table in section.tables)
    return "\n\n".join(parts) + "\n"


def _markdown(table: Table) -> str:
    rows = (table.head, ("---",) * len(table.head), *table.rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _filled(text: str) -> str:
    return fill(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)

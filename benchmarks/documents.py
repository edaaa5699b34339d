"""The tables of the same document read by planctl and by others: how long it takes, and how many cells are right."""

import json
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measuring import Command, Laboratory, ratio, spread, used_ratio
from benchmarks.others import script
from benchmarks.page import NONE, Section, Table, bound_cells, number
from benchmarks.rows import TITLE, cells

ROUNDS, SECONDS = 5, 30
COPIES = 10
OURS = "planctl"
LIBRARIES = {
    "pdf": {"pdfplumber": "pdfplumber", "camelot": "camelot"},
    "docx": {"python-docx": "docx", "markitdown": "markitdown"},
}
"""What else reads each kind of document, and the module that it is found by."""
BOUNDS = {"pdfplumber": 0.1, "python-docx": 0.5}
SAID = """
A report with a ruled table of {rows} rows and {columns} columns, as PDF and as Word: planctl's time as a ratio to
that of each, and how many cells each gives with the text that they were written with, in their row and column. All
print the cells and nothing else; planctl also joins the pieces of a table, and finds headings, sections and notes.
docling is left out: what it installs, a framework for machine learning with its models, weighs gigabytes.
"""


def write_documents(folder: Path, copies: int) -> Mapping[str, Path]:
    """Write the rows, so many times over, as a PDF of ruled tables and as a Word document; return where they are."""
    from tests.documents.formats import CellSpec, Format, Grid, Paragraph, as_docx, as_pdf

    grid = Grid(tuple(tuple(map(CellSpec, row)) for row in cells(copies)))
    parts: list[Paragraph | Grid] = [Paragraph(TITLE), grid]
    written = {}
    for kind, content in {"pdf": as_pdf(parts, Format()), "docx": as_docx(parts, Format())}.items():
        written[kind] = folder / f"report.{kind}"
        written[kind].write_bytes(content)
    return written


def readers(kind: str, path: Path) -> Mapping[str, Command]:
    """Return what reads a kind of document, planctl first; those alone that are installed."""
    others = {name: module for name, module in LIBRARIES[kind].items() if find_spec(module)}
    found = {name: script(f"{name.replace('-', '_')}_cells", str(path)) for name in others}
    return {OURS: script("planctl_cells", str(path)), **found}


def right(output: bytes, expected: Sequence[Sequence[str]]) -> int:
    """Return how many cells of the expected rows stand in a row read with that number, white space aside."""
    found: dict[str, list[str]] = {}
    for line in output.splitlines():
        row = ["".join((text or "").split()) for text in json.loads(line)]
        found.setdefault(row[0], row)
    return sum(
        text == there
        for row in expected
        for text, there in zip(map(_plain, row), found.get(_plain(row[0]), ()), strict=False)
    )


def _plain(text: str) -> str:
    return "".join(text.split())


def measure(laboratory: Laboratory) -> Section:
    """Return the section on documents."""
    expected = cells(COPIES)
    size = sum(map(len, expected))
    lines = []
    rounds = 0
    apart = []
    for kind, path in write_documents(laboratory.folder, COPIES).items():
        taken = laboratory.alternate(readers(kind, path), ROUNDS, SECONDS)
        ours = taken[OURS]
        rounds = len(ours)
        apart.append(f"{spread(ours):.0%}")
        for name, measured in taken.items():
            faster = ratio(ours, measured)
            bound = bound_cells(faster, BOUNDS.get(name)) if name != OURS else (NONE, NONE)
            cells_right = f"{right(measured[-1].output, expected)} of {size}"
            lines.append((kind, name, number(faster), number(used_ratio(ours, measured)), cells_right, *bound))
    return Section(
        "Documents",
        (
            SAID.format(rows=len(expected), columns=len(expected[0])),
            f"Rounds: {rounds}; the middle half of those of planctl is {' and '.join(apart)} apart.",
        ),
        (
            Table(
                ("document", "beside", "by the clock", "of the processor", "its cells right", "bound", "reached"),
                tuple(lines),
            ),
        ),
    )

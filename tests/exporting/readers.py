"""Exports read back, each by a program that others read it with."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet
from openpyxl import load_workbook

Rows = list[dict[str, Any]]

SDMX = {
    "year": "TIME_PERIOD",
    "subject": "SUBJECT",
    "id": "INDICATOR",
    "measure": "MEASURE",
    "position": "POSITION",
    "value": "OBS_VALUE",
    "low": "LOW",
    "high": "HIGH",
    "comparator": "COMPARATOR",
    "unit": "UNIT_MEASURE",
    "status": "OBS_STATUS",
    "printed": "PRINTED",
    "verdict": "VERDICT",
    "gap": "GAP",
    "gap_percent": "GAP_PERCENT",
}


def read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def read_jsonl(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_json(path: Path, table: str = "observations") -> Rows:
    document = json.loads(path.read_text(encoding="utf-8"))
    return list(document["tables"][table])


def read_parquet(path: Path) -> Rows:
    """Return the rows with their digits from the columns of text, after holding those against the decimals."""
    rows: Rows = pyarrow.parquet.read_table(path).to_pylist()
    for row in rows:
        for name in [name for name in row if name.endswith("_text")]:
            text, number = row[name], row[name.removesuffix("_text")]
            assert (text is None) == (number is None)
            assert text is None or number == type(number)(text)
            row[name.removesuffix("_text")] = text
    return rows


def read_sdmx(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream, strict=True))
    return [{name: row[column] for name, column in SDMX.items()} for row in found]


def read_sqlite(path: Path, table: str = "observations") -> Rows:
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f'SELECT * FROM "{table}"')]


def read_package(path: Path, table: str = "observations") -> Rows:
    from frictionless import Package

    with Package(str(path / "datapackage.json")).get_resource(table) as resource:
        return [dict(row) for row in resource.row_stream]


OBSERVATIONS: dict[str, Callable[[Path], Rows]] = {
    "csv": read_csv,
    "jsonl": read_jsonl,
    "json": read_json,
    "parquet": read_parquet,
    "sdmx-csv": read_sdmx,
    "sqlite": read_sqlite,
    "datapackage": read_package,
}
TABLES: dict[str, Callable[[Path, str], Rows]] = {"json": read_json, "sqlite": read_sqlite, "datapackage": read_package}


def read_sheet(path: Path, title: str) -> Rows:
    sheet = load_workbook(path)[title]
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def read_markdown(path: Path) -> dict[str, Rows]:
    """Return the tables of a document, by the headings above each."""
    tables: dict[str, Rows] = {}
    headings: dict[int, str] = {}
    heads: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            headings = {**{at: text for at, text in headings.items() if at < level}, level: line.strip("# ")}
            heads = []
        elif line.startswith("| "):
            cells = [cell.replace("\\", "") for cell in line[2:-2].split(" | ")]
            name = " / ".join(text for at, text in sorted(headings.items()) if at > 1)
            if not heads:
                heads = cells
            elif set(cells) != {"---"}:
                tables.setdefault(name, []).append(dict(zip(heads, cells, strict=True)))
    return tables

"""The observations as CSV, SDMX-CSV and JSON Lines, and the whole dataset as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from planctl.report.model import Region
from planctl.showing.exporting.tables import Dataset, DataTable, plain, stored
from planctl.showing.sheet import Sheet

STRUCTURE = "PLANCTL:PLAN_FIGURES(1.0.0)"
"""The dataflow that SDMX-CSV names: agency, id and version."""
DIMENSIONS = {
    "REF_AREA": "region",
    "SUBJECT": "subject",
    "INDICATOR": "id",
    "MEASURE": "measure",
    "POSITION": "position",
    "TIME_PERIOD": "year",
}
ATTRIBUTES = {
    "UNIT_MEASURE": "unit",
    "OBS_STATUS": "status",
    "COMPARATOR": "comparator",
    "LOW": "low",
    "HIGH": "high",
    "DECLINE": "decline",
    "ESTIMATED": "estimated",
    "PRINTED": "printed",
    "TITLE": "name",
    "TITLE_EN": "name_en",
    "PART_OF": "part_of",
    "FOLLOWS": "follows",
    "VERDICT": "verdict",
    "GAP": "gap",
    "GAP_PERCENT": "gap_percent",
}


def csv_text(dataset: Dataset) -> str:
    """Return the observations as tidy CSV, without a byte order mark."""
    return table_text(dataset.table("observations"))


def table_text(table: DataTable) -> str:
    """Return a table as CSV with a header."""
    return Sheet(table.shape.names, tuple(tuple(map(plain, row)) for row in table.rows)).to_csv()


def sdmx_text(dataset: Dataset) -> str:
    """Return the observations as SDMX-CSV 2.0 with ids: each row says its dataflow and that it is information."""
    columns = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)
    names = (*DIMENSIONS.values(), "value", *ATTRIBUTES.values())
    rows = []
    for record in dataset.table("observations").records():
        until = record["until"]
        own = record if until is None else {**record, "year": until}
        rows.append(("dataflow", STRUCTURE, "I", "A" if until is None else "M", *(plain(own[name]) for name in names)))
    return Sheet(columns, tuple(rows)).to_csv()


def json_lines(dataset: Dataset) -> str:
    """Return the observations as JSON, one in each line; decimals are strings."""
    return "".join(f"{_dumped(record)}\n" for record in _plain_records(dataset.table("observations")))


def json_text(dataset: Dataset) -> str:
    """Return the whole dataset as one JSON document, with a list of objects for each table; decimals are strings."""
    document: dict[str, Any] = {
        "schema": 1,
        **_whose(dataset.regions),
        "years": list(dataset.years),
        "tables": {table.shape.name: list(_plain_records(table)) for table in dataset.tables},
    }
    return _dumped(document, indent=2) + "\n"


def _whose(regions: Sequence[Region]) -> dict[str, Any]:
    if len(regions) == 1:
        return {"region": regions[0]._asdict()}
    return {"regions": [region._asdict() for region in regions]}


def _plain_records(table: DataTable) -> Iterator[dict[str, Any]]:
    for record in table.records():
        yield {name: stored(value) for name, value in record.items()}


def _dumped(document: object, indent: int | None = None) -> str:
    return json.dumps(document, ensure_ascii=False, indent=indent)

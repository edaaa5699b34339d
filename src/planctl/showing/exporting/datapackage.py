"""The dataset as a Data Package: a descriptor and a CSV file for each table, with types and keys in Table Schema."""

import json
from collections.abc import Sequence
from typing import Any

from planctl.report.model import Region
from planctl.showing.exporting.dataset import KEYS
from planctl.showing.exporting.tables import Dataset, DataTable
from planctl.showing.exporting.text import table_text
from planctl.showing.fields import Field
from planctl.showing.wording import Wording

DESCRIPTOR = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
LICENCE = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
"""Of the transcript that planctl brings. What others transcribe is theirs to license."""


def datapackage(dataset: Dataset, wording: Wording) -> dict[str, bytes]:
    """Return the files of the package by their names: the descriptor first, and the tables in `data/`."""
    resources = [_resource(table, wording) for table in dataset.tables]
    about = wording.say("What plan reports print of targets, outcomes and projects, and what planctl makes of it.")
    descriptor = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "-".join(("plan-figures", *_code(dataset.regions))),
        "title": dataset.heading,
        "description": about,
        "created": f"{dataset.date.isoformat()}T00:00:00Z",
        **({"licenses": [LICENCE]} if dataset.is_own else {}),
        "sources": _sources(dataset),
        "resources": resources,
    }
    files = {DESCRIPTOR: (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()}
    return files | {_path(table): table_text(table).encode() for table in dataset.tables}


def _path(table: DataTable) -> str:
    return f"data/{table.shape.name}.csv"


def _sources(dataset: Dataset) -> list[dict[str, str]]:
    found = {(str(each["title"]), str(each["url"] or "")) for each in dataset.table("reports").records()}
    return [{"title": title, **({"path": url} if url else {})} for title, url in sorted(found)]


def _code(regions: Sequence[Region]) -> tuple[str, ...]:
    return (regions[0].code,) if len(regions) == 1 else ()


def _resource(table: DataTable, wording: Wording) -> dict[str, Any]:
    shape = table.shape
    return {
        "name": shape.name,
        "type": "table",
        "path": _path(table),
        "description": wording(shape.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [_field(column, wording) for column in shape.columns],
            "missingValues": [""],
            "primaryKey": [shape.key],
            "foreignKeys": [
                {
                    "fields": [column.key],
                    "reference": {
                        "resource": "" if column.references == shape.name else column.references,
                        "fields": [KEYS[column.references]],
                    },
                }
                for column in shape.columns
                if column.references
            ],
        },
    }


def _field(column: Field[Any], wording: Wording) -> dict[str, Any]:
    field = {"name": column.key, "type": column.type.value, "description": wording(column.description)}
    return {**field, "constraints": {"required": True}} if column.required else field

"""The dataset as an SQLite database, with every key declared.

SQLite has no decimals. A decimal is kept as text with its digits, and beside it stands `NAME_number`, which is computed
from it, to sort and reckon by. Keys are single columns, for Datasette makes links of those.
"""

import sqlite3
from contextlib import closing
from typing import Any

from planctl.showing.exporting.dataset import KEYS
from planctl.showing.exporting.tables import Dataset, Shape, stored
from planctl.showing.fields import Field, Type

TYPES = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.DECIMAL: "TEXT",
    Type.BOOLEAN: "INTEGER",
    Type.DATE: "TEXT",
}


def sqlite(dataset: Dataset) -> bytes:
    """Return the database: a table for each of the dataset's, with an index for each key that refers to another."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for table in dataset.tables:
            database.execute(_create(table.shape))
            names = ", ".join(map(_quoted, table.shape.names))
            gaps = ", ".join("?" * len(table.shape.names))
            database.executemany(
                f"INSERT INTO {_quoted(table.shape.name)} ({names}) VALUES ({gaps})",
                (tuple(map(stored, row)) for row in table.rows),
            )
            for statement in _indexes(table.shape):
                database.execute(statement)
        database.commit()
        return database.serialize()


def _create(shape: Shape) -> str:
    """Return the statement that makes a table, with what its columns mean as comments, which the database keeps."""
    lines = [(_definition(column, is_key=column.key == shape.key), str(column.description)) for column in shape.columns]
    for column in shape.columns:
        if column.type is Type.DECIMAL:
            name = _quoted(f"{column.key}_number")
            computed = f"{name} REAL GENERATED ALWAYS AS (CAST({_quoted(column.key)} AS REAL)) VIRTUAL"
            lines.append((computed, f"{column.key}, to sort and reckon by."))
    body = "\n".join(
        f"  {line}{',' if number < len(lines) else ''} -- {comment}" for number, (line, comment) in enumerate(lines, 1)
    )
    return f"CREATE TABLE {_quoted(shape.name)} ( -- {shape.description}\n{body}\n)"


def _definition(column: Field[Any], *, is_key: bool) -> str:
    parts = [_quoted(column.key), TYPES[column.type]]
    if is_key:
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if column.references:
        parts.append(f"REFERENCES {_quoted(column.references)} ({_quoted(KEYS[column.references])})")
    return " ".join(parts)


def _indexes(shape: Shape) -> list[str]:
    return [
        f"CREATE INDEX {_quoted(f'{shape.name}_{column.key}')} ON {_quoted(shape.name)} ({_quoted(column.key)})"
        for column in shape.columns
        if column.references and column.key != shape.key
    ]


def _quoted(name: str) -> str:
    return f'"{name}"'

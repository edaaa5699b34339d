"""Typed tables, frozen: what a dataset is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from planctl.messages.message import Message
from planctl.report.model import Region
from planctl.showing.fields import NOWHERE, UNTITLED, Field, Fields, Row, Type, typed
from planctl.showing.wording import Wording
from planctl.values.characters import LAID_OUT, escaped

Value = str | int | Decimal | date | None
Record = Mapping[str, Value]


class Shape(NamedTuple):
    """A table without its rows. Its first column is its key."""

    name: str
    description: Message
    columns: Fields[Any]

    @property
    def key(self) -> str:
        """The name of the column that tells its rows apart."""
        return self.columns[0].key

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.key for column in self.columns)


class DataTable(NamedTuple):
    """A shape and its rows, each with a value for every column."""

    shape: Shape
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> Iterator[dict[str, Value]]:
        """Yield each row by the names of the columns."""
        for row in self.rows:
            yield dict(zip(self.shape.names, row, strict=True))


class WorkbookPage(NamedTuple):
    """A sheet for people: its name, the heads of its columns, its rows, and lines that stand above them.

    `brief` are the columns that a document has room for, counted from 0 and side by side; `is_parted` says that it
    parts the rows by their first value, the year. `named` is the column of what each row is of. A word of ours is an
    enum member, so that a writer can both translate and colour it.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    brief: tuple[int, ...] = ()
    lines: tuple[str, ...] = ()
    is_parted: bool = False
    named: int = 0


class Dataset(NamedTuple):
    """Tables for programs and pages for people, of the reports of a region, or of several by their codes.

    `heading` is whose they are and of which years; `date` is when the last of the reports was delivered, which stands
    for the time at which a file was made, for no clock is looked at. `is_own` says that it is of planctl's own data.
    """

    regions: tuple[Region, ...]
    years: tuple[int, ...]
    heading: str
    date: date
    tables: tuple[DataTable, ...]
    pages: tuple[WorkbookPage, ...]
    is_own: bool = False

    def table(self, name: str) -> DataTable:
        """Return the table of a name; raises `KeyError` for none."""
        return {table.shape.name: table for table in self.tables}[name]


def column(
    key: str,
    description: Message,
    value: Callable[[Row], Any],
    type: Type = Type.TEXT,
    references: str = "",
    *,
    required: bool = False,
) -> Field[Row]:
    """Return a field that is in a table of a dataset and nowhere else."""
    return Field(key, UNTITLED, description, value, type, outputs=NOWHERE, references=references, required=required)


def shape_of(name: str, description: Message, fields: Fields[Row]) -> Shape:
    """Return the shape of the table that holds those fields which name it."""
    return Shape(name, description, tuple(field for field in fields if name in field.tables))


def filled(shape: Shape, rows: Iterable[Any], wording: Wording) -> DataTable:
    """Return the table of a shape with a line for each row."""
    return DataTable(
        shape,
        tuple(tuple(harmless(typed(field.value(row), wording)) for field in shape.columns) for row in rows),
    )


def harmless(value: Value) -> Value:
    """Return a value that every format can hold: in a text, what does harm is escaped."""
    return escaped(value, LAID_OUT) if type(value) is str else value


def key_of(*words: str | int) -> str:
    """Return the key of a row: whose, of when, and which, with points between."""
    return ".".join(map(str, words))


def stored(value: Value) -> str | int | None:
    """Return a value for formats without decimals and dates, which have them as text."""
    return plain(value) if isinstance(value, Decimal | date) else value


def plain(value: Value) -> str:
    """Return a value as text for programs: exact decimals, `true` and `false`, and nothing for what is not there."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
    return str(value)

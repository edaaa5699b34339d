"""The observations as Parquet, typed: decimals as decimal128, exactly, and beside them with the digits printed."""

import io
from decimal import Decimal
from typing import Any

import pyarrow
import pyarrow.compute
import pyarrow.parquet

from planctl.messages.message import PlanctlError, say
from planctl.showing.exporting.tables import Dataset, DataTable, plain
from planctl.showing.fields import Field, Type

DIGITS, PLACES = 38, 12
TYPES: dict[Type, Any] = {
    Type.TEXT: pyarrow.string(),
    Type.INTEGER: pyarrow.int32(),
    Type.BOOLEAN: pyarrow.bool_(),
    Type.DATE: pyarrow.date32(),
    Type.DECIMAL: pyarrow.decimal128(DIGITS, PLACES),
}


def parquet(dataset: Dataset) -> bytes:
    """Return the observations; of each decimal column there is a second one, `NAME_text`, with its digits as printed.

    The type of a column does not depend on the data, so that files of several regions can be read as one. Raises
    `PlanctlError` for a figure that has more digits than the type.
    """
    return _file(_arrow(dataset.table("observations")))


def parquet_by_year(dataset: Dataset) -> dict[str, bytes]:
    """Return the same as a file for each year, by their names in a folder, which say the year as Hive has it.

    The column `year` is in the names alone, where those who read such folders look for it.
    """
    found = _arrow(dataset.table("observations"))
    years = found.column("year")
    parts = {year: found.filter(pyarrow.compute.equal(years, year)) for year in sorted(set(years.to_pylist()))}
    return {f"year={year}/observations.parquet": _file(part.drop_columns("year")) for year, part in parts.items()}


def _arrow(table: DataTable) -> Any:
    arrays, fields = [], []
    for column, values in zip(table.shape.columns, _columns(table), strict=True):
        arrays.append(_array(column, values))
        fields.append(_field(column.key, column, TYPES[column.type]))
        if column.type is Type.DECIMAL:
            texts = [plain(value) if value is not None else None for value in values]
            arrays.append(pyarrow.array(texts, pyarrow.string()))
            fields.append(_field(f"{column.key}_text", column, pyarrow.string()))
    return pyarrow.Table.from_arrays(arrays, schema=pyarrow.schema(fields))


def _file(table: Any) -> bytes:
    stream = io.BytesIO()
    pyarrow.parquet.write_table(table, stream)
    return stream.getvalue()


def _columns(table: DataTable) -> list[list[Any]]:
    return [[row[at] for row in table.rows] for at in range(len(table.shape.columns))]


def _field(name: str, column: Field[Any], type: Any) -> Any:
    described = {"description": str(column.description)}
    return pyarrow.field(name, type, nullable=not column.required, metadata=described)


def _array(column: Field[Any], values: list[Any]) -> Any:
    try:
        return pyarrow.array(values, TYPES[column.type])
    except pyarrow.ArrowInvalid:
        long = next((plain(value) for value in values if isinstance(value, Decimal) and not _fits(value)), "")
        message = say(
            "{figure} has more digits than Parquet keeps; choose another format, such as csv or sqlite", figure=long
        )
        raise PlanctlError(message) from None


def _fits(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return -int(exponent) <= PLACES and len(digits) + int(exponent) <= DIGITS - PLACES

"""The cells of a table on a page, made of the fields that every other output of the rows is made of."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import NamedTuple

from planctl.showing.fields import Field, Fields, Output, Row, chosen
from planctl.showing.look import Look

NAMES = frozenset({"name", "name_en"})
"""The fields that stand together in the first cell of a row."""
NOTHING: Mapping[str, str] = {}


class TableCell(NamedTuple):
    """A cell with the title of its column, its class, what it is sorted by, and whether it holds printed Chinese."""

    label: str
    text: str
    style: str
    sort: str | None
    is_chinese: bool


def columns_of(
    fields: Fields[Row], look: Look, without: Collection[str] = NAMES
) -> tuple[list[Field[Row]], list[tuple[str, str]]]:
    """Return the fields that a terminal's table has, but for some, and the heads of their columns with a class each."""
    kept = [field for field in chosen(fields, Output.TABLE) if field.key not in without]
    return kept, [(look.wording(field.title), "r" if field.right else "") for field in kept]


def cells_of(
    fields: Fields[Row],
    row: Row,
    look: Look,
    styles: Mapping[str, str] = NOTHING,
    sorts: Mapping[str, Decimal | None] | None = None,
) -> list[TableCell]:
    """Return the cells of a row; `styles` are further classes and `sorts` figures to sort by, both by key."""
    found = []
    for field in fields:
        value, style = field.value(row), styles.get(field.key, "")
        size = (sorts or {}).get(field.key, value if isinstance(value, Decimal | int) else None)
        is_sorted = field.key in (sorts or {}) or field.right
        found.append(
            TableCell(
                label=look.wording(field.title),
                text=field.cell(row, look)[0],
                style=f"{style} r".strip() if field.right else style,
                sort=("" if size is None else f"{size:f}" if isinstance(size, Decimal) else str(size))
                if is_sorted
                else None,
                is_chinese=field.reads is not None,
            )
        )
    return found

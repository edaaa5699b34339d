"""A row described once. A kind of row is a record and a tuple of fields; what is shown of it is made of them.

`object_of` and `records` make what programs read; `table_of` makes the table of a terminal. The workbook's page, the
tables of a dataset and those of the documentation are made of the same fields by `exporting`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Flag, StrEnum, auto
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from planctl.messages.message import NOTHING, Message, say
from planctl.report.model import Text
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet, refuse_unknown, sheet_of
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell

if TYPE_CHECKING:
    from planctl.showing.table import Table

Row = TypeVar("Row")
Outer = TypeVar("Outer")
Styled = tuple[str, str]
"""A text and its style."""


class Type(StrEnum):
    """What a field holds, by the names that Table Schema has for it. A number is an exact decimal."""

    TEXT = "string"
    INTEGER = "integer"
    DECIMAL = "number"
    BOOLEAN = "boolean"
    DATE = "date"


class Output(Flag):
    """Where a field is shown: for programs, in a terminal, a workbook, and where there is room for few columns.

    Those are the answer of a command in Markdown (`BRIEF`), and the sheet of a workbook as part of a document.
    """

    OBJECT = auto()
    CSV = auto()
    BRIEF = auto()
    TABLE = auto()
    SHEET = auto()
    DOCUMENT = auto()


PROGRAMS = Output.OBJECT | Output.CSV
PEOPLE = Output.BRIEF | Output.TABLE | Output.SHEET | Output.DOCUMENT
ALL = PROGRAMS | PEOPLE
PAGES = Output.SHEET | Output.DOCUMENT
NOWHERE = Output(0)
UNTITLED = NOTHING
"""The title of what only programs see."""


class Field(NamedTuple, Generic[Row]):
    """A column: the key that programs see, the title that people see, what it holds, and how that is got.

    `said` is got instead of `value` for people, and `shown` is the cell of a terminal, where either differs. Of what a
    cell prints (`reads`), programs also get how it is read, and a workbook its single figure. `tables` names the tables
    of a dataset that have the field, `references` the one whose key it holds there. A terminal may fold a column to its
    `least` width (0 never folds), and gives up the one with the highest `spare` first; one that is `english` is for
    readers of English alone. One that `names` its row sets parts in, and stays in sight in a workbook.
    """

    key: str
    title: Message
    description: Message
    value: Callable[[Row], Any]
    type: Type = Type.TEXT
    said: Callable[[Row], Any] | None = None
    shown: Callable[[Row, Look], Styled] | None = None
    outputs: Output = ALL
    reads: Callable[[Cell | None], dict[str, Any] | None] | None = None
    tables: tuple[str, ...] = ()
    references: str = ""
    required: bool = False
    style: str = ""
    least: int = 0
    spare: int = 0
    right: bool = False
    english: bool = False
    names: bool = False

    def for_people(self, row: Row) -> Any:
        """Return what people are to see of a row, before it is put into words."""
        return self.said(row) if self.said else self.value(row)

    def cell(self, row: Row, look: Look) -> Styled:
        """Return the cell of a terminal."""
        if self.shown:
            return self.shown(row, look)
        return text_of(self.for_people(row), look.wording), self.style

    def of(self, get: "Callable[[Outer], Row | None]") -> "Field[Outer]":
        """Return it as a field of a row that has this one inside it, or does not."""

        def lift(function: Callable[..., Any], nothing: Any) -> Callable[..., Any]:
            return lambda row, *rest: nothing if (inner := get(row)) is None else function(inner, *rest)

        lifted = self._replace(
            value=lift(self.value, None),
            said=self.said and lift(self.said, None),
            shown=self.shown and lift(self.shown, ("", "")),
        )
        return cast("Field[Outer]", lifted)


Fields = Sequence[Field[Row]]


def side(
    prefix: str,
    year: str,
    fields: Fields[Any],
    get: Callable[[Row], Any],
    brief: Sequence[str] = (),
    sheet: Sequence[str] = (),
    document: Sequence[str] = (),
) -> Iterator[Field[Row]]:
    """Yield the fields of one side of a row as its own, for what cannot nest; where a row has no such side, none."""
    for field in fields:
        outputs = Output.CSV if Output.CSV in field.outputs else NOWHERE
        for output, keys in ((Output.BRIEF, brief), (Output.SHEET, sheet), (Output.DOCUMENT, document)):
            outputs |= output if field.key in keys else NOWHERE
        yield field.of(get)._replace(
            key=f"{prefix}_{field.key}",
            title=say("{title} in {year}", title=field.title, year=year),
            outputs=outputs,
            tables=(),
        )


def plain(value: Any, wording: Wording) -> Any:
    """Return a value as JSON has it: exact decimals as text, lists as lists, our own texts in the reader's language."""
    match value:
        case Cell():
            return value.printed
        case Message():
            return wording(value)
        case Text():
            return wording.text(value)
        case Decimal():
            return f"{value:f}"
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [plain(each, wording) for each in value]
        case dict():
            return {key: plain(each, wording) for key, each in value.items()}
    return value


def typed(value: Any, wording: Wording) -> Any:
    """Return a value as a table of a dataset has it: a decimal, a date, a number, or text without lists."""
    if isinstance(value, Decimal | date):
        return value
    found = plain(value, wording)
    return (" ".join(found) or None) if isinstance(found, list) else found


def worded(value: Any, wording: Wording) -> Any:
    """Return a value as a page for people has it: words for terms, figures as they are, nothing for blank text."""
    if type(value) is tuple:
        return wording.listed(text_of(each, wording) for each in value) or None
    if isinstance(value, Decimal | date | StrEnum):
        return value
    found = plain(value, wording)
    return None if found == "" else found


def text_of(value: Any, wording: Wording) -> str:
    """Return a value as the text of a cell."""
    found = worded(value, wording)
    if isinstance(found, StrEnum):
        return wording.term(found)
    return f"{found:f}" if isinstance(found, Decimal) else str(found if found is not None else "")


def chosen(fields: Fields[Row], output: Output, contract: Sequence[str] = ()) -> list[Field[Row]]:
    """Return the fields of an output, those of a contract first and in its order."""
    ranks = {key: rank for rank, key in enumerate(contract)}
    found = [field for field in fields if output in field.outputs]
    return sorted(found, key=lambda field: ranks.get(field.key, len(ranks)))


def object_of(fields: Fields[Row], row: Row, wording: Wording, contract: Sequence[str] = ()) -> dict[str, Any]:
    """Return the JSON of a row; how a cell is read stands behind it."""
    found: dict[str, Any] = {}
    for field in chosen(fields, Output.OBJECT, contract):
        value = field.value(row)
        found[field.key] = plain(value, wording)
        if field.reads:
            found[f"{field.key}_reading"] = field.reads(value)
    return found


def csv_of(fields: Fields[Row], rows: Iterable[Row], wording: Wording, contract: Sequence[str] = ()) -> Sheet:
    """Return a sheet of every row, for programs."""
    kept = chosen(fields, Output.CSV, contract)
    records = ({field.key: plain(field.value(row), wording) for field in kept} for row in rows)
    return sheet_of([field.key for field in kept], records)


def brief_of(fields: Fields[Row], rows: Iterable[Row], wording: Wording) -> Sheet:
    """Return a sheet of what a reader wants of the rows, for a document."""
    kept = chosen(fields, Output.BRIEF)
    records = ({field.key: plain(field.for_people(row), wording) for field in kept} for row in rows)
    return sheet_of([field.key for field in kept], records)


def table_of(
    fields: Fields[Row], rows: Iterable[Row | None], look: Look, is_part: Callable[[Row], bool] = lambda _: False
) -> "Table":
    """Return the table of a terminal, with an empty line for `None`."""
    from planctl.showing.table import Column, Piece, fit_table

    kept = _asked(fields, look) if look.columns else chosen(fields, Output.TABLE)
    columns = [
        Column(look.wording(field.title) or field.key, field.least, field.spare, field.right, field.english)
        for field in kept
    ]

    def cells(row: Row | None) -> Iterator[Piece]:
        for field in kept:
            text, style = field.cell(row, look) if row is not None else ("", "")
            indent = "  " if field.names and row is not None and is_part(row) else ""
            yield Piece(indent + text, style)

    return fit_table(columns, [list(cells(row)) for row in rows], look)


def _asked(fields: Fields[Row], look: Look) -> list[Field[Row]]:
    """Return the fields that a reader asks for, which are never given up; raises `PlanctlError` for what is none."""
    known: dict[str, Field[Row]] = {}
    for field in sorted(fields, key=lambda field: Output.TABLE not in field.outputs):
        if field.outputs & ~Output.DOCUMENT:
            for name in (field.key, look.wording(field.title).casefold()):
                known.setdefault(name, field)
    keys = tuple(dict.fromkeys(field.key for field in fields if field.key in known))
    refuse_unknown(look.columns, known, keys)
    return [known[name.casefold()]._replace(spare=0, english=False) for name in look.columns]


def texts_of(fields: Fields[Row], row: Row, look: Look) -> dict[str, str]:
    """Return the texts of the cells that a terminal has of a row, by their keys; empty where they are not for it."""
    kept = chosen(fields, Output.TABLE)
    unwanted = {field.key for field in kept if field.english and not look.wording.is_english}
    return {field.key: "" if field.key in unwanted else field.cell(row, look)[0] for field in kept}

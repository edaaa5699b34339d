"""The kinds of value that fields have: how each is written, and what is said of one that is not."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.projects import parse_stage
from planctl.grammar.text import half_width
from planctl.messages.message import Message, say
from planctl.report.model import Measure
from planctl.values.meanings import Cell, PrintedStage

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ID_OR_FIGURE = f"{ID[:-1]}(\\.({'|'.join(Measure)}))?$"
REGION_CODE = r"^([1-9][0-9]{5}|000000)$"
MONTH = r"^[0-9]{4}-(0[1-9]|1[01])$"
SHA256 = r"^[0-9a-f]{64}$"
WEB_ADDRESS = r"^https?://\S+$"

REMEDIES: dict[str, Message] = {
    ID: say("write lower-case words joined by hyphens, such as gdp-growth"),
    ID_OR_FIGURE: say("write an id, or a programme's id and a measure, such as key-projects.count"),
    REGION_CODE: say("write the six digits of GB/T 2260, such as 500102, or 000000 of the nation"),
    MONTH: say("write the month up to which it is, such as 2023-06; a figure of the whole year is a result"),
    SHA256: say("write the 64 hexadecimal digits of the text's SHA-256"),
    WEB_ADDRESS: say("write the whole address, with http:// or https://"),
}
"""What to do about a text that does not have the form of its field."""


def has_form(text: str, form: str) -> bool:
    """Return whether a text has one of the forms in `REMEDIES`."""
    return bool(re.fullmatch(form, text))


def _cell(value: object) -> Cell:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a cell is a text")
    return parse_any_cell(value)


def _stage(value: object) -> PrintedStage:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "a stage is a text")
    return parse_stage(value)


def _day(value: object) -> date:
    try:
        if isinstance(value, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("date_parsing", "this is not a date")


def _digits(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch("-?[0-9]{1,9}", value):
        raise PydanticCustomError("int_parsing", "this is not a whole number")
    return value


def _truth(value: object) -> object:
    if value not in ("true", "false", True, False):
        raise PydanticCustomError("bool_parsing", "this is neither true nor false")
    return value


CellText = Annotated[Cell, PlainValidator(_cell), WithJsonSchema({"type": "string"})]
StageText = Annotated[PrintedStage, PlainValidator(_stage), WithJsonSchema({"type": "string"})]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Unit = Annotated[str, AfterValidator(half_width)]
Id = Annotated[str, Field(pattern=ID)]
IdOrFigure = Annotated[str, Field(pattern=ID_OR_FIGURE)]
Name = Annotated[str, Field(min_length=1)]
ProjectName = Annotated[str, Field(min_length=1, max_length=200)]
Quote = Annotated[str, Field(min_length=1, max_length=40)]
Count = Annotated[int, BeforeValidator(_digits), Field(ge=0)]
Year = Annotated[int, BeforeValidator(_digits), Field(ge=1949, le=2100)]
Month = Annotated[str, Field(pattern=MONTH)]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
RegionCode = Annotated[str, Field(pattern=REGION_CODE)]
Sha256 = Annotated[str, Field(pattern=SHA256)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]

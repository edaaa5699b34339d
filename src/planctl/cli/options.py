"""The arguments and options that commands share, each described once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.report.model import Kind


class Format(StrEnum):
    """What an answer is written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


Year = Annotated[
    int | None, typer.Argument(metavar="YEAR", help="The year; the newest with results where none is given.")
]
YearOption = Annotated[int | None, typer.Option("--year", "-y", help="The year; the newest with results otherwise.")]
Data = Annotated[
    Path | None,
    typer.Option("--data", "-d", help="The folder of report files; before PLANCTL_DATA and planctl's own data."),
]
RegionOption = Annotated[
    str | None,
    typer.Option("--region", help="Which region of a folder of many: its code, its name or a clear part of that."),
]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="Show those of this kind.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]

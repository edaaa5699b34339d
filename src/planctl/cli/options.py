"""The arguments and options that commands share, each described once."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.report.kinds import Kind


class Format(StrEnum):
    """What an answer is written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


def _read_anew(wanted: bool) -> bool:
    """Let nothing of this process, nor of those that it starts, use the copies of what was read before."""
    if wanted:
        from planctl.files.copies import VARIABLE

        os.environ[VARIABLE] = "1"
    return wanted


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
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Read all files anew, and keep no copies of what they hold; PLANCTL_NO_CACHE=1 asks the same.",
        callback=_read_anew,
    ),
]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="Show those of this kind.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]

"""The arguments and options that commands share, each described once."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli import completing
from planctl.cli.streams import WIDEST
from planctl.report.kinds import Kind

NARROWEST = 20
"""Cells that a line has at least where it is said how many; no table is to be read with fewer."""


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


def _as_wide(width: int | None) -> int | None:
    if width is not None:
        os.environ["COLUMNS"] = str(width)
    return width


Year = Annotated[
    int | None,
    typer.Argument(
        metavar="YEAR",
        help="The year; the newest with results where none is given.",
        autocompletion=completing.years,
    ),
]
YearOption = Annotated[
    int | None,
    typer.Option("--year", "-y", help="The year; the newest with results otherwise.", autocompletion=completing.years),
]
ByYear = Annotated[
    int | None,
    typer.Option("--year", "-y", help="The same as YEAR.", autocompletion=completing.years, show_default=False),
]
"""Where YEAR is an argument; the command puts it there, and the function gets `None`."""
Data = Annotated[
    Path | None,
    typer.Option("--data", "-d", help="The folder of report files; before PLANCTL_DATA and planctl's own data."),
]
RegionOption = Annotated[
    str | None,
    typer.Option(
        "--region",
        help="Which region of a folder of many: its code, its name or a clear part of that.",
        autocompletion=completing.regions,
    ),
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
Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        min=NARROWEST,
        max=WIDEST,
        metavar="N",
        help="Cells of a line of the table, also in a pipe, which has no edge; COLUMNS=N asks the same.",
        show_default=False,
        callback=_as_wide,
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        help="Show these columns alone and in this order: keys of the JSON or heads of the table, with commas.",
        show_default=False,
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]

"""The command that explains how a cell is read: `parse`."""

from typing import Annotated

import typer

from planctl.cli.options import Data, Format, FormatOption, YearOption
from planctl.cli.output import emit


def parse(
    texts: Annotated[list[str], typer.Argument(help="Cells as printed; put -- before one that begins with a minus.")],
    indicator: Annotated[str | None, typer.Option("--for", help="Read them as cells of this indicator.")] = None,
    year: YearOption = None,
    data: Data = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Show how printed cells are read.

    With --for, a figure takes the unit of that indicator, and one without a sign is shown as it is judged there: as a
    ceiling where less is better. A text that cannot be read is shown with the forms that can.
    """
    from planctl.api import load
    from planctl.views import parse as view

    emit(view, load(data).read_all(texts, indicator, year), format)

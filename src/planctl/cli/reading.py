"""The commands that read: `parse` a cell, list the `statements` of the prose."""

from typing import Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption
from planctl.cli.options import (
    ByYear,
    Columns,
    Data,
    Format,
    FormatOption,
    NoCache,
    RegionOption,
    Width,
    Year,
    YearOption,
)
from planctl.cli.output import emit
from planctl.cli.pager import PagerOption


def parse(
    texts: Annotated[list[str], typer.Argument(help="Cells as printed; put -- before one that begins with a minus.")],
    indicator: Annotated[
        str | None,
        typer.Option("--for", help="Read them as cells of this indicator.", autocompletion=completing.indicators),
    ] = None,
    tokens: Annotated[
        bool,
        typer.Option("--tokens", help="Show the words, numbers and signs that each is parted into, and their kinds."),
    ] = False,
    year: YearOption = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show how printed cells are read.

    With --for, a figure takes the unit of that indicator, and one without a sign is shown as it is judged there: as a
    ceiling where less is better. A text that cannot be read is shown with the forms that can; with --tokens, any text
    with the kinds that the lexicon has for its words, which says why.
    """
    if tokens:
        from planctl.showing import tokens as parted

        emit(parted, texts, format, lang, paged=pager)
        return
    from planctl.api.archive import load
    from planctl.showing import parse as view

    emit(view, load(data, region).read_all(texts, indicator, year), format, lang, paged=pager)


def statements(
    year: Year = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Show each beside the figure of the year before that it takes up.")
    ] = False,
    search: Annotated[str, typer.Option("--search", help="Show those that mention this text.")] = "",
    by_year: ByYear = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show the figures in the prose of a report.

    With --pairs, those for a year (the last one that there is, without a year) stand beside the figures of the year
    before that they take up: above, at or below what was reached. A cumulative figure is never held against a yearly
    one.
    """
    from planctl.api.archive import load

    archive = load(data, region)
    if pairs:
        from planctl.showing import pairs as pairs_view

        emit(pairs_view, archive.pairs(year, search), format, lang, paged=pager, columns=columns)
    else:
        from planctl.showing import statements as view

        emit(view, archive.statements(year, search), format, lang, paged=pager, columns=columns)

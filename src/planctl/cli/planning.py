"""The command for what is planned in money and works: `projects`."""

from typing import Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption, misuse
from planctl.cli.options import ByYear, Columns, Data, Format, FormatOption, NoCache, RegionOption, Width
from planctl.cli.output import emit
from planctl.cli.pager import PagerOption
from planctl.messages.message import say
from planctl.report.kinds import Grouping, Level
from planctl.values.meanings import Stage

First = Annotated[
    int | None,
    typer.Argument(
        metavar="YEAR", help="The year; the last one that there is otherwise.", autocompletion=completing.years
    ),
]
Second = Annotated[
    int | None,
    typer.Argument(
        metavar="YEAR", help="A later year, to see which projects return in it.", autocompletion=completing.years
    ),
]
Listed = Annotated[bool, typer.Option("--list", help="List the named projects.")]
By = Annotated[Grouping | None, typer.Option("--by", help="Show all programmes group by group.")]
Stages = Annotated[list[Stage] | None, typer.Option("--stage", help="List those of this stage; may be repeated.")]
Sector = Annotated[str, typer.Option("--sector", help="List those whose sector has this text.")]
Levels = Annotated[list[Level] | None, typer.Option("--level", help="List those of this level; may be repeated.")]
Search = Annotated[str, typer.Option("--search", help="List those that mention this text.")]


def projects(
    year: First = None,
    later: Second = None,
    listed: Listed = False,
    by: By = None,
    stage: Stages = None,
    sector: Sector = "",
    level: Levels = None,
    search: Search = "",
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
    """Show where the money of a year goes, and whether its sums hold.

    With --list, or any of --stage, --sector, --level and --search, the projects that are named; with two years, which
    of the first return in the second. Programmes that may have projects in common are never simply added.
    """
    from planctl.api.archive import load
    from planctl.projects.listing import ALL_NAMED, Wanted

    wanted = Wanted(frozenset(stage or ()), frozenset(level or ()), sector, search)
    if (by is not None) + listed + (later is not None) > 1 or (by is not None and wanted != ALL_NAMED):
        said = say("a second year, --by and --list are asked one at a time, and filters not with --by")
        raise misuse(said, lang)
    if columns and (by or (wanted == ALL_NAMED and not listed and later is None)):
        raise misuse(say("--columns is of lists of projects: --list, a filter, or two years"), lang)
    archive = load(data, region)
    if year is not None and later is not None:
        from planctl.showing.projects import returns

        emit(returns, archive.returning_projects(year, later, wanted), format, lang, paged=pager, columns=columns)
    elif by is not None:
        from planctl.showing.projects import groups

        emit(groups, archive.grouped_projects(by, year), format, lang, paged=pager)
    elif listed or wanted != ALL_NAMED:
        from planctl.showing.projects import listing

        emit(listing, archive.named_projects(year, wanted), format, lang, paged=pager, columns=columns)
    else:
        from planctl.showing.projects import programmes

        emit(programmes, archive.projects(year), format, lang, paged=pager)

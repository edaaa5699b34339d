"""The commands that judge a year: `status`, `show` and `scenarios`."""

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
    KindOption,
    NoCache,
    RegionOption,
    Width,
    Year,
    YearOption,
)
from planctl.cli.output import emit
from planctl.cli.pager import PagerOption
from planctl.judging.statuses import Order, Status
from planctl.report.kinds import Vintage

Only = Annotated[list[Status] | None, typer.Option("--only", help="Show those with this status; may be repeated.")]
Search = Annotated[str, typer.Option("--search", help="Show those with this text in a name or an id.")]
Sort = Annotated[Order, typer.Option("--sort", help="As printed, or by the gap in per cent, the worst first.")]
Tolerance = Annotated[
    int, typer.Option("--tolerance", min=0, max=100, help="How far short of 左右 still counts, in per cent of it.")
]
VintageOption = Annotated[
    Vintage, typer.Option("--vintage", help="Judge by the report, or by final figures where there are any.")
]


def status(
    year: Year = None,
    only: Only = None,
    kind: KindOption = None,
    sort: Sort = Order.PRINTED,
    search: Search = "",
    tolerance: Tolerance = 5,
    vintage: VintageOption = Vintage.REPORT,
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
    """Show what became of each target of a year.

    Below the table stand the counts, what the met ones rest on, and whether the report says the same; they are always
    of the whole plan.
    """
    from planctl.api.archive import load
    from planctl.judging.rules import tolerating
    from planctl.showing import status as view

    policy = tolerating(tolerance)._replace(vintage=vintage)
    assessment = load(data, region).status(year, policy)
    emit(view, assessment.select(frozenset(only or ()), kind, sort, search), format, lang, paged=pager, columns=columns)


def show(
    indicator: Annotated[
        str,
        typer.Argument(
            help="An id, a number, or a part of a Chinese or English name.", autocompletion=completing.indicators
        ),
    ],
    year: YearOption = None,
    tolerance: Tolerance = 5,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show one indicator and how it was judged.

    Every figure as printed with its place, each step of the verdict, the report's reason, and remarks.
    """
    from planctl.api.archive import load
    from planctl.judging.rules import tolerating
    from planctl.showing import show as view

    archive = load(data, region)
    plan, judged = archive.find(indicator, year, tolerating(tolerance))
    emit(view, view.ShownIndicator(plan, judged, archive.history(judged.case.indicator.id)), format, lang, paged=pager)


def scenarios(
    year: Year = None,
    tolerance: Tolerance = 5,
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
    """Show the counts under other readings.

    And which indicators would move: with targets as printed, without parts, without estimates, without the tolerance of
    左右 and so on.
    """
    from planctl.api.archive import load
    from planctl.judging.rules import tolerating
    from planctl.showing import scenarios as view

    archive = load(data, region)
    emit(
        view,
        (archive.plan(year), archive.scenarios(year, tolerating(tolerance))),
        format,
        lang,
        paged=pager,
        columns=columns,
    )

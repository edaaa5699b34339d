"""The commands that judge a year: `status`, `show` and `scenarios`."""

from enum import StrEnum
from typing import Annotated, TypeVar

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
from planctl.judging.statuses import Order, Pace, Status
from planctl.messages.message import PlanctlError, say
from planctl.report.kinds import Vintage

Word = TypeVar("Word", Status, Pace)

Shown = StrEnum("Shown", {word.name: word.value for word in (*Status, *Pace)})  # type: ignore[misc]
"""What the answers of `status` can be chosen by: verdicts on the year, and how it stands within it."""
Only = Annotated[list[Shown] | None, typer.Option("--only", help="Show those with this status; may be repeated.")]
Search = Annotated[str, typer.Option("--search", help="Show those with this text in a name or an id.")]
Sort = Annotated[Order, typer.Option("--sort", help="As printed, or by the gap in per cent, the worst first.")]
Tolerance = Annotated[
    int, typer.Option("--tolerance", min=0, max=100, help="How far short of 左右 still counts, in per cent of it.")
]
VintageOption = Annotated[
    Vintage, typer.Option("--vintage", help="Judge by the report, or by final figures where there are any.")
]
Until = Annotated[
    int | None,
    typer.Option(
        "--until",
        min=1,
        max=11,
        help="Hold the figures up to this month against what is due by then, in place of verdicts on the year.",
    ),
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
    until: Until = None,
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
    of the whole plan. With --until, it shows how each stands within the year: on course, or behind what is due.
    """
    from planctl.api.archive import load
    from planctl.judging.rules import tolerating
    from planctl.showing import status as view

    archive, policy = load(data, region), tolerating(tolerance)._replace(vintage=vintage)
    if until is None:
        chosen = archive.status(year, policy).select(_of(Status, only), kind, sort, search)
        emit(view, chosen, format, lang, paged=pager, columns=columns)
        return
    from planctl.showing import progress as view_within_year

    if vintage is Vintage.FINAL:
        raise PlanctlError(say("--until asks for a part of the year, and final figures are of all of it"))
    watched = archive.progress(until, year, policy).select(_of(Pace, only), kind, sort)
    emit(view_within_year, watched, format, lang, paged=pager, columns=columns)


def _of(words: type[Word], only: "list[Shown] | None") -> frozenset[Word]:
    """Return what is chosen among the words of one kind; raises `PlanctlError` for one of the other kind."""
    known = {word.value: word for word in words}
    for each in only or ():
        if each.value not in known:
            message = say("--only {word} chooses none here; {words} do", word=each.value, words=tuple(known))
            raise PlanctlError(message)
    return frozenset(known[each.value] for each in only or ())


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

"""The commands that ask many regions at once: `regions`, `compare`, `series`, `levels`, `wording`."""

from typing import Annotated

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption, misuse
from planctl.cli.options import ByYear, Columns, Data, Format, FormatOption, NoCache, RegionOption, Width
from planctl.cli.output import emit, leave_with_faults
from planctl.cli.pager import PagerOption
from planctl.corpus.orders import GroupedBy, RegionOrder
from planctl.judging.statuses import Status
from planctl.messages.message import say
from planctl.report.kinds import RegionLevel

Year = Annotated[
    int | None,
    typer.Argument(
        metavar="YEAR", help="The year; the newest with results otherwise.", autocompletion=completing.years
    ),
]
Series = Annotated[
    str,
    typer.Argument(
        metavar="SERIES", help="An id, or a part of a Chinese or English name.", autocompletion=completing.series
    ),
]
SeriesNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SERIES",
        help="Ids, or parts of names; those that several regions share otherwise.",
        autocompletion=completing.series,
    ),
]
Only = Annotated[list[Status] | None, typer.Option("--only", help="Show those with this status; may be repeated.")]
Sort = Annotated[
    RegionOrder,
    typer.Option(
        "--sort", help="By code, the worst gap (in points, or per cent), the best actual, the hardest target."
    ),
]
Levels = Annotated[
    list[RegionLevel] | None, typer.Option("--level", help="Ask regions of this level; may be repeated.")
]


def regions(
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """List the regions of a folder, and what there is of each.

    A region is a folder of report files anywhere in it, known by the code in them. What cannot be read of one is told,
    and stops no other; the exit code is then 2.
    """
    from planctl.api.corpus import load_corpus
    from planctl.showing.regions import overview as view

    corpus = load_corpus(data)
    emit(view, corpus.regions(), format, lang, paged=pager, columns=columns)
    leave_with_faults(corpus, lang)


def compare(
    year: Year = None,
    series: SeriesNames = None,
    only: Only = None,
    levels: Levels = None,
    sort: Sort = RegionOrder.CODE,
    by_year: ByYear = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Compare the regions of a folder in a year.

    Without a series, those that several regions share: how many met their target, and how targets and results spread.
    With one, the regions as rows: target, result, verdict, rank, and what the next year asks. With several, side by
    side. Figures are ranked in one unit; counts and ranks are of all regions, whatever is shown.
    """
    from planctl.api.corpus import load_corpus
    from planctl.showing.regions import comparison as view

    if not series and (only or sort is not RegionOrder.CODE):
        raise misuse(say("--only and --sort are of the regions in a series: name one"), lang)
    corpus = load_corpus(data)
    found = corpus.compare(year, series or (), levels or ())
    emit(
        view,
        view.ShownComparison(found, tuple(only or ()), sort, bool(series)),
        format,
        lang,
        paged=pager,
        columns=columns,
    )
    leave_with_faults(corpus, lang)


def series(
    series: Series,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show a series through the years: regions as rows, or one region with --region.

    Each year has the result with the sign of its verdict, and the target. Where the series was redefined on the way,
    the years before are another series, and that is said.
    """
    from planctl.api.corpus import load_corpus
    from planctl.showing.regions import series as view

    corpus = load_corpus(data)
    emit(view, corpus.series(series, region), format, lang, paged=pager, columns=columns)
    leave_with_faults(corpus, lang)


def levels(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="The year.", autocompletion=completing.years)],
    series: Series,
    by_year: ByYear = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Show what each region asks beside the level above it (层层加码).

    Above, same and below are of the figures; whether it asks more or less also where less is better, and of words. The
    nearest level that has the series is taken, and the levels that the folder lacks are named.
    """
    from planctl.api.corpus import load_corpus
    from planctl.showing.regions import levels as view

    corpus = load_corpus(data)
    emit(view, corpus.levels(year, series), format, lang, paged=pager, columns=columns)
    leave_with_faults(corpus, lang)


def wording(
    year: Year = None,
    by: Annotated[GroupedBy, typer.Option("--by", help="Count by series, or by region.")] = GroupedBy.SERIES,
    by_year: ByYear = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: FormatOption = Format.TABLE,
    width: Width = None,
    columns: Columns = None,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Count how firm the targets of a year are worded: at least, at most, bare, in a range, about, or without a figure.

    Researchers call the first three hard and the others soft; docs/regions.md names them.
    """
    from planctl.api.corpus import load_corpus
    from planctl.showing.regions import wordings as view

    corpus = load_corpus(data)
    emit(view, corpus.wordings(year, by), format, lang, paged=pager, columns=columns)
    leave_with_faults(corpus, lang)

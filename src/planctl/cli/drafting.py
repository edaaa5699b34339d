"""The commands that begin a transcript: `extract` and `new`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.language import LanguageOption, misuse, spoken, written
from planctl.cli.options import ByYear, Data, NoCache
from planctl.cli.output import plain_look, tell, tell_line, write, write_csv, write_json
from planctl.cli.unforeseen import EXIT_CODE, Unforeseen
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE

if TYPE_CHECKING:
    from planctl.cli.batch import Batch, Pool
    from planctl.showing.drafts import Made

UNUSABLE = 2

Reports = Annotated[
    list[Path],
    typer.Argument(
        metavar="REPORT",
        help="Published reports: PDF, Word, workbook (.xlsx), CSV, web page or text; or folders of them.",
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        help="The folder to write into; of several reports, or of a folder, one below for each region.",
    ),
]
Region = Annotated[
    str,
    typer.Option(
        "--region", help="Code of the region, as GB/T 2260 has it, if not that of its head.", show_default=False
    ),
]
Address = Annotated[str, typer.Option("--url", help="Address of the published report.", show_default=False)]
Workers = Annotated[
    int, typer.Option("--workers", "--jobs", "-j", metavar="N", min=1, help="How many reports to read at once.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        help="Let the Dask cluster at this address read them: tcp://host:port.",
        show_default=False,
    ),
]


ByHand = Annotated[
    str | None,
    typer.Option("--region", help="Begin a region by hand: its code, as GB/T 2260 has it, or its name."),
]
Entries = Annotated[list[str] | None, typer.Argument(metavar="ENTRY", help="What to accept.")]
Against = Annotated[
    Path | None, typer.Option("--against", help="Accept what this document holds, of the entries or of all.")
]


class DraftFormat(StrEnum):
    """What is told of a draft."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


def extract(
    reports: Reports,
    output: Output,
    region: Region = NO_CODE,
    url: Address = NO_ADDRESS,
    workers: Workers = 1,
    scheduler: Scheduler = None,
    format: Annotated[DraftFormat, typer.Option("--format", "-f", help="What to write.")] = DraftFormat.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Draft the transcript of a published report: its outcome, its targets and its projects.

    Rows get the id, English name and direction that the catalogue has for their names, reasons their members, notes the
    targets that they adjust; what is left open has a placeholder. Everything is marked `draft`, with the place where it
    was found, until a person has looked: check says what is left. Nothing is ever written over. Several reports go into
    a folder for each region, named by its code, the earlier year first; one of an unknown region goes into a folder
    named after the file. Of a folder all documents are taken, in any depth, by path. Without a table of indicators,
    targets are drafted from the sentence that sets them. Exit 2 where a report cannot be read or has neither.
    """
    from planctl.cli.batch import drafted
    from planctl.files.finding import shown_path

    if scheduler is not None and workers > 1:
        raise misuse(say("a cluster has its own workers: give --scheduler or --workers"), lang)
    batch, code = _batch(reports, output, region, url, lang)
    made = []
    told: list[PlanctlError] = []
    with _pool(batch, workers, scheduler, lang) as pool:
        for report, folder, found in drafted(batch, pool):
            if isinstance(found, PlanctlError):
                if not any(found is each for each in told):  # which is of their folder where it is of several
                    tell(found, lang)
                told.append(found)
                code = max(code, UNUSABLE)
            elif isinstance(found, Unforeseen):
                for line in f"{shown_path(report)}: {found.text(sys.argv[1:])}".splitlines():
                    tell_line(line)
                code = EXIT_CODE
            else:
                if found.whose.contradiction:
                    tell(PlanctlError(found.whose.contradiction), lang)
                made.append((found, folder))
    _write(made, format, lang)
    if code:
        raise typer.Exit(code)


def _write(made: "Made", format: DraftFormat, lang: Language | None) -> None:
    from planctl.showing import drafts as view

    match format:
        case DraftFormat.JSON:
            write_json(view.document(made, written(lang)))
        case DraftFormat.CSV:
            write_csv(view.sheet(made, written(lang)).to_csv())
        case DraftFormat.MARKDOWN:
            write(view.sheet(made, spoken(lang)).worded(spoken(lang)).to_markdown())
        case DraftFormat.TEXT:
            write(view.text(made, plain_look(lang)))


def _batch(reports: list[Path], output: Path, region: str, url: str, lang: Language | None) -> "tuple[Batch, int]":
    """Return what is to be drafted, and the exit code of what is told of its folders."""
    from planctl.cli.batch import Batch
    from planctl.files.finding import shown_path
    from planctl.files.published import find_documents

    found = find_documents(reports)
    for folder in found.empty:
        tell(PlanctlError(say("{folder} has no documents that planctl reads", folder=shown_path(folder))), lang)
    if found.passed_over:
        tell(PlanctlError(say("passed over, for they are no documents: {count} files", count=found.passed_over)), lang)
    apart = len(found.documents) > 1 or found.documents != tuple(reports)
    return Batch(found.documents, output, region, url, apart), UNUSABLE if found.empty else 0


@contextmanager
def _pool(batch: "Batch", workers: int, scheduler: str | None, lang: Language | None) -> "Iterator[Pool | None]":
    """Yield what reads and drafts: a cluster, processes, or `None` for this one."""
    if scheduler is not None and batch.reports:
        from planctl.cli.cluster import connected

        with connected(scheduler) as (pool, differences):
            if differences:
                tell(PlanctlError(differences), lang)
            yield pool
    elif workers == 1 or len(batch.reports) <= 1:
        yield None
    else:
        from planctl.cli.workers import answers

        yield partial(answers, jobs=workers)


def new(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="The year whose outcome the next report will tell.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write into; that of --data otherwise.")
    ] = None,
    by_year: ByYear = None,
    region: ByHand = None,
    data: Data = None,
    no_cache: NoCache = False,
    lang: LanguageOption = None,
) -> None:
    """Begin the files of the next report from the targets of this year, or of a region by hand.

    Of `new 2023` come indicators_2023.yaml, with the rows and targets of targets_2023.yaml and blank results, and
    targets_2024.yaml, with blank targets; where 2023 has a project plan, projects_2024.yaml has its programmes. What is
    left is to fill the cells, and to mend what was renamed, dropped or added. Everything is marked `draft`. Nothing is
    ever written over.

    With --region, the same three files of a region that there is no data of, with example rows to write over.
    """
    from planctl.api.drafts import begin, start
    from planctl.showing import drafts as view

    if region is None:
        write(view.started(start(year, data, output), plain_look(lang)))
    elif output is None or data is not None:
        raise misuse(say("with --region, nothing is read: say where to write with -o, and leave --data"), lang)
    else:
        write(view.started(begin(year, region, output), plain_look(lang)))


def accept(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file with drafts.")],
    entries: Entries = None,
    against: Against = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write it; otherwise it is only shown.")] = False,
    lang: LanguageOption = None,
) -> None:
    """Take the mark of drafts from entries that were compared with the page, and show them first.

    Entries are rows by id, number or name, with their parts, or what `check` names: report, claim, reasons.一. With
    --against, those that the document holds word for word, as `verify` has it. Nothing else of the file is touched.
    """
    from planctl.api.accepting import accept as accepted
    from planctl.api.accepting import write_accepted
    from planctl.showing import accepted as view

    if not entries and against is None:
        raise misuse(say("name entries, or give the document with --against"), lang)
    found = accepted(file, entries or (), against)
    written_now = yes and bool(found.names)
    if written_now:
        write_accepted(found)
    write(view.text(found.names, found.rows, found.left, plain_look(lang), written=written_now))

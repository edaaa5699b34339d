"""The commands that begin a transcript: `extract` and `new`."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from planctl.cli.language import LanguageOption, written
from planctl.cli.options import Data, NoCache
from planctl.cli.output import plain_look, tell, tell_line, write, write_json
from planctl.cli.progress import bar
from planctl.cli.unforeseen import EXIT_CODE, Unforeseen, described
from planctl.messages.message import PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE

if TYPE_CHECKING:
    from planctl.api.drafts import ReadDocument
    from planctl.documents.drafting.draft import Draft
    from planctl.documents.reading.document import Progress

    Failed = PlanctlError | Unforeseen
    Found = Draft | Failed

Made = TypeVar("Made")

UNUSABLE = 2

Reports = Annotated[
    list[Path],
    typer.Argument(metavar="REPORT", help="Published reports: PDF, Word, workbook (.xlsx), CSV, web page or text."),
]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", help="The folder to write into; of several reports, one below it for each region."),
]
Region = Annotated[
    str,
    typer.Option(
        "--region", help="Code of the region, as GB/T 2260 has it, if not that of its head.", show_default=False
    ),
]
Address = Annotated[str, typer.Option("--url", help="Address of the published report.", show_default=False)]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many reports to read at once.")]


class DraftFormat(StrEnum):
    """What is told of a draft."""

    TEXT = "text"
    JSON = "json"


def extract(
    reports: Reports,
    output: Output,
    region: Region = NO_CODE,
    url: Address = NO_ADDRESS,
    jobs: Jobs = 1,
    format: Annotated[DraftFormat, typer.Option("--format", "-f", help="What to write.")] = DraftFormat.TEXT,
    lang: LanguageOption = None,
) -> None:
    """Draft the transcript of a published report: its outcome, its targets and its projects.

    Rows get the id, English name and direction that the catalogue has for their names, reasons their members, notes the
    targets that they adjust; what is left open has a placeholder. Everything is marked `draft`, with the place where it
    was found, until a person has looked: check says what is left. Nothing is ever written over. Several reports go into
    a folder for each region, named by its code, the earlier year first; one of an unknown region goes into a folder
    named after the file. Without a table of indicators, targets are drafted from the sentence that sets them. Exit 2
    where a report cannot be read or has neither.
    """
    from planctl.showing import drafts as view

    made = []
    code = 0
    for folder, found in _drafted(reports, output, region, url, jobs):
        if isinstance(found, PlanctlError):
            tell(found, lang)
            code = max(code, UNUSABLE)
        elif isinstance(found, Unforeseen):
            for line in found.text.splitlines():
                tell_line(line)
            code = EXIT_CODE
        else:
            if found.whose.contradiction:
                tell(PlanctlError(found.whose.contradiction), lang)
            made.append((found, folder))
    if format is DraftFormat.JSON:
        write_json(view.document(made, written(lang)))
    else:
        write(view.text(made, plain_look(lang)))
    if code:
        raise typer.Exit(code)


def _drafted(reports: list[Path], output: Path, region: str, url: str, jobs: int) -> "Iterator[tuple[Path, Found]]":
    """Yield the draft of each report in their order, with its folder, or why there is none, while a bar shows how far.

    Several processes read and draft, those of a region one after the other; this one writes, so that any of them may
    be killed at any time.
    """
    from planctl.api.drafts import ReadDocument, groups

    with bar(len(reports)) as advance:
        tasks = [(report, region) for report in reports]
        unread = [partial(_lost, report) for report in reports]
        read = list(_answered(_try_reading, tasks, unread, jobs, advance))
    found = [(output, each) for each in read]
    whole = [each for each in read if isinstance(each, ReadDocument)]
    by_folder = {output: whole} if len(reports) == 1 else groups(whole, output)
    together = [(each, folder, url) for folder, each in by_folder.items() if each]
    undrafted = [partial(_all_lost, group) for group, *_ in together]
    places = {id(each): index for index, each in enumerate(read)}
    for (group, folder, _), drafts in zip(together, _answered(_try_drafting, together, undrafted, jobs), strict=True):
        for each, draft in zip(group, _written(drafts, folder), strict=True):
            found[places[id(each)]] = folder, draft
    yield from found


def _answered(
    task: Any, calls: list[Any], lost: "Sequence[Callable[[str], Any]]", jobs: int, advance: "Progress | None" = None
) -> Iterator[Any]:
    """Yield the answers of calls in their order; where the process of one was ended, what its `lost` says of that."""
    heard = advance or (lambda done, whole: None)
    if jobs == 1 or len(calls) <= 1:
        for call in calls:
            yield task(*call, progress=heard)
            heard(0, 0)
        return
    from planctl.cli.workers import Lost, answers

    found = {}
    for index, answer in answers(task, calls, jobs):
        found[index] = lost[index](answer.reason) if isinstance(answer, Lost) else answer
        heard(0, 0)
    yield from (found[index] for index in range(len(calls)))


def _all_lost(documents: "list[ReadDocument]", reason: str) -> list[PlanctlError]:
    return [_lost(each.path, reason) for each in documents]


def _lost(report: Path, reason: str) -> PlanctlError:
    from planctl.files.finding import shown_path

    return PlanctlError(
        say(
            "{report}: the process that read it was ended ({reason}); read it again, alone if memory is short",
            report=shown_path(report),
            reason=reason,
        )
    )


def _written(drafts: "Iterable[Found]", folder: Path) -> "Iterator[Found]":
    """Write drafts into their folder, one after the other, and yield each, or why it was not written."""
    from planctl.api.drafts import refuse_twice, write_draft

    before: list[Draft] = []
    for found in drafts:
        if isinstance(found, PlanctlError | Unforeseen):
            yield found
            continue
        try:
            refuse_twice(found, before)
            write_draft(found, folder)
        except PlanctlError as fault:
            yield fault
        else:
            before.append(found)
            yield found


def _try_reading(report: Path, region: str, progress: "Progress | None" = None) -> "ReadDocument | Failed":
    from planctl.api.drafts import read
    from planctl.documents.reading.document import unheeded

    return _tried(report, lambda: read(report, region=region, progress=progress or unheeded))


def _try_drafting(
    documents: "list[ReadDocument]", folder: Path, url: str, progress: "Progress | None" = None
) -> "list[Found]":
    """Return the drafts of the documents of a region; what the earlier ones plan is known to the later ones."""
    from planctl.api.drafts import planned_in, prepare, targets_of

    found: list[Found] = []
    planned: dict[int, frozenset[str]] = {}
    for each in documents:
        known = planned | planned_in(folder)
        made = _tried(each.path, partial(prepare, each, folder, address=url, planned=known))
        found.append(made)
        if not isinstance(made, PlanctlError | Unforeseen):
            planned = targets_of(made) | planned
    return found


def _tried(report: Path, step: "Callable[[], Made]") -> "Made | Failed":
    from planctl.files.finding import shown_path

    try:
        return step()
    except PlanctlError as fault:
        return fault
    except Exception as fault:  # which is to stop no other report
        return Unforeseen(f"{shown_path(report)}: {described(fault, sys.argv[1:])}")


def new(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="The year whose outcome the next report will tell.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write into; that of --data otherwise.")
    ] = None,
    data: Data = None,
    no_cache: NoCache = False,
    lang: LanguageOption = None,
) -> None:
    """Begin the files of the next report from the targets of this year.

    Of `new 2023` come indicators_2023.yaml, with the rows and targets of targets_2023.yaml and blank results, and
    targets_2024.yaml, with blank targets; where 2023 has a project plan, projects_2024.yaml has its programmes. What is
    left is to fill the cells, and to mend what was renamed, dropped or added. Everything is marked `draft`. Nothing is
    ever written over.
    """
    from planctl.api.drafts import start
    from planctl.showing import drafts as view

    write(view.started(start(year, data, output), plain_look(lang)))

"""The commands that begin a transcript: `extract` and `new`."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.language import LanguageOption, misuse, written
from planctl.cli.options import Data
from planctl.cli.output import plain_look, tell, tell_line, write, write_json
from planctl.cli.progress import bar
from planctl.cli.unforeseen import EXIT_CODE, Unforeseen, described
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE

if TYPE_CHECKING:
    from planctl.documents.drafting.draft import Draft
    from planctl.documents.reading.document import Progress

    Found = Draft | PlanctlError | Unforeseen

UNUSABLE = 2

Reports = Annotated[
    list[Path],
    typer.Argument(metavar="REPORT", help="Published reports: PDF, Word, workbook (.xlsx), CSV, web page or text."),
]
Output = Annotated[Path, typer.Option("--output", "-o", help="The folder to write into; one for each of several.")]
Region = Annotated[str, typer.Option("--region", help="Code of the region, as GB/T 2260 has it.", show_default=False)]
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
    a folder each, named after the file. Without a table of indicators, targets are drafted from the sentence that sets
    them. Exit 2 where a report cannot be read or has neither.
    """
    from planctl.showing import drafts as view

    folders = {report: output if len(reports) == 1 else output / report.stem for report in reports}
    if len(set(folders.values())) < len(reports):
        raise misuse(say("two reports have the same name, and would be written into the same folder"), lang)
    made = []
    code = 0
    for report, found in _drafted(folders, region, url, jobs):
        if isinstance(found, PlanctlError):
            tell(found, lang)
            code = max(code, UNUSABLE)
        elif isinstance(found, Unforeseen):
            for line in found.text.splitlines():
                tell_line(line)
            code = EXIT_CODE
        else:
            made.append((found, folders[report]))
    if format is DraftFormat.JSON:
        write_json(view.document(made, written(lang)))
    else:
        write(view.text(made, plain_look(lang)))
    if code:
        raise typer.Exit(code)


def _drafted(folders: dict[Path, Path], region: str, url: str, jobs: int) -> "Iterator[tuple[Path, Found]]":
    """Yield the draft of each report in their order, or why there is none, while a bar shows how far it is.

    Several processes read; this one writes, so that a reader may be killed at any time.
    """
    tasks = [(report, folder, region, url) for report, folder in folders.items()]
    with bar(len(tasks)) as advance:
        if jobs == 1 or len(tasks) == 1:
            for task in tasks:
                yield task[0], _written_draft(_try(*task, advance), task[1])
                advance(0, 0)
            return
        from planctl.cli.workers import Lost, answers

        found: dict[int, Found] = {}
        for index, answer in answers(_try, tasks, jobs):
            report, folder, *_ = tasks[index]
            if isinstance(answer, Lost):
                answer = PlanctlError(_lost(report, answer.reason))
            found[index] = _written_draft(answer, folder)
            advance(0, 0)
        for index in sorted(found):
            yield tasks[index][0], found[index]


def _lost(report: Path, reason: str) -> Message:
    from planctl.files.loading import shown_path

    return say(
        "{report}: the process that read it was ended ({reason}); read it again, alone if memory is short",
        report=shown_path(report),
        reason=reason,
    )


def _written_draft(found: "Found", folder: Path) -> "Found":
    from planctl.api.drafts import write_draft

    if not isinstance(found, PlanctlError | Unforeseen):
        try:
            write_draft(found, folder)
        except PlanctlError as fault:
            return fault
    return found


def _try(report: Path, folder: Path, region: str, url: str, progress: "Progress | None" = None) -> "Found":
    from planctl.api.drafts import prepare
    from planctl.documents.reading.document import unheeded
    from planctl.files.loading import shown_path

    try:
        return prepare(report, folder, region=region, address=url, progress=progress or unheeded)
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

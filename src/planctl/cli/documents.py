"""The commands that read a published document: `verify`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.language import LanguageOption, spoken, written
from planctl.cli.options import Data
from planctl.cli.output import plain_look, write, write_json
from planctl.cli.pager import PagerOption
from planctl.cli.progress import bar

DIFFERENT = 1


class VerifyFormat(StrEnum):
    """What differences are written as."""

    TEXT = "text"
    JSON = "json"


def verify(
    report: Annotated[
        Path, typer.Argument(help="The published report: PDF, Word, workbook (.xlsx), CSV, web page or text.")
    ],
    years: Annotated[
        list[int] | None,
        typer.Argument(metavar="YEAR", help="Verify the data of these alone, not all that is of the report."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="List the figures that are not in the data, and what is acknowledged.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the document as a page with every figure marked.")
    ] = None,
    lock: Annotated[bool, typer.Option("--lock", help="Where all agree, write that down beside the data.")] = False,
    data: Data = None,
    format: Annotated[VerifyFormat, typer.Option("--format", "-f", help="What to write.")] = VerifyFormat.TEXT,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Hold the data against the published report, word for word and both ways.

    Every cell of the tables, the count sentence, the notes, each reason's members, every statement's words, figure and
    label, every figure of a programme, every named project and the head is looked for in the document, whole; and
    every figure, listed project, reason and note of the document in the data, unless that acknowledges it under
    accept. Exit 0 where all agree, 1 where something differs or is missing on either side, 2 where the document cannot
    be read. With --lock, check finds from then on whatever is changed in the data and not verified again. With --html,
    the text is written as a page in which each figure is marked as in the data, otherwise in it, or not in it, with
    its place there.
    """
    from planctl.api.archive import load
    from planctl.showing import verification as view

    with bar() as advance:
        found, examination = load(data).verify(report, years or (), lock=lock, progress=advance)
    if html:
        from planctl.files.writing import relative_address, write_page
        from planctl.showing import marked

        write_page(html, marked.page(found, spoken(lang), lambda file: relative_address(file, html)), marked.GENERATOR)
    if format is VerifyFormat.JSON:
        write_json(view.document(found, examination, written(lang)))
    else:
        locked = lock and not found.differences
        write(view.text(found, examination, plain_look(lang), coverage=coverage, locked=locked), paged=pager)
    if found.differences:
        raise typer.Exit(DIFFERENT)

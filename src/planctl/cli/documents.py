"""The commands that read a published document: `verify`."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.language import LanguageOption, misuse, spoken, written
from planctl.cli.options import ByYear, Data, NoCache, RegionOption
from planctl.cli.output import UNUSABLE, plain_look, size_line, tell, tell_line, write, write_csv, write_json
from planctl.cli.pager import PagerOption
from planctl.cli.progress import bar
from planctl.messages.languages import Language
from planctl.messages.message import PlanctlError, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planctl.api.archive import Archive
    from planctl.checks.registry import Examination
    from planctl.documents.verification.ledger import Verification

DIFFERENT = 1


class VerifyFormat(StrEnum):
    """What differences are written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


def verify(
    report: Annotated[
        Path,
        typer.Argument(help="The published report: PDF, Word, workbook (.xlsx), CSV, web page or text; or a folder."),
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
    by_year: ByYear = None,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    format: Annotated[VerifyFormat, typer.Option("--format", "-f", help="What to write.")] = VerifyFormat.TEXT,
    lang: LanguageOption = None,
    pager: PagerOption = True,
) -> None:
    """Hold the data against the published report, word for word and both ways.

    Every cell of the tables, the count sentence, the notes, each reason's members, every statement's words, figure and
    label, every figure of a programme, every named project and the head is looked for in the document, whole; and
    every figure, listed project, reason and note of the document in the data, unless that acknowledges it under
    accept. The region is the one whose data names the document by its digest, or else the one of --data; of a folder,
    all documents are taken that data names so. Exit 0 where all agree, 1 where something differs or is missing on
    either side, 2 where a document cannot be read. With --lock, check finds from then on whatever is changed in the
    data and not verified again. With --html, the text is written as a page in which each figure is marked as in the
    data, otherwise in it, or not in it, with its place there.
    """
    if report.is_dir():
        _refuse(html, region, years, lang)
        _verify_all(report, data, format, lang, coverage=coverage, lock=lock)
        return
    with bar() as advance:
        archive = _whose(report, data, region)
        found, examination = archive.verify(report, years or (), lock=lock, progress=advance)
    if html:
        _write_marked(found, archive.folder, html, lang)
    if format is VerifyFormat.TEXT:
        write(_text(found, examination, lang, coverage=coverage, lock=lock), paged=pager)
    else:
        _write(found, examination, format, lang)
    if found.differences:
        raise typer.Exit(DIFFERENT)


def _write(found: "Verification", examination: "Examination", format: VerifyFormat, lang: Language | None) -> None:
    from planctl.showing import verification as view

    if format is VerifyFormat.JSON:
        write_json(view.document(found, examination, written(lang)))
    else:
        _write_sheet([(found, examination)], format, lang)


def _refuse(html: Path | None, region: str | None, years: list[int] | None, lang: Language | None) -> None:
    if html or region or years:
        raise misuse(say("a folder of reports is verified whole: without years, --html and --region"), lang)


def _text(
    found: "Verification", examination: "Examination", lang: Language | None, *, coverage: bool, lock: bool
) -> str:
    from planctl.showing import verification as view

    locked = lock and not found.differences
    return view.text(found, examination, plain_look(lang), coverage=coverage, locked=locked)


def _write_sheet(
    found: "Iterable[tuple[Verification, Examination]]", format: VerifyFormat, lang: Language | None
) -> None:
    from planctl.showing import verification as view

    if format is VerifyFormat.CSV:
        write_csv(view.sheet(found, written(lang)).to_csv())
    else:
        write(view.sheet(found, spoken(lang)).worded(spoken(lang)).to_markdown())


def _write_marked(found: "Verification", folder: Path, html: Path, lang: Language | None) -> None:
    """Write the marked page, and say so beside the answer, which may be for a program."""
    from planctl.files.finding import shown_path
    from planctl.files.writing import address_below, write_page
    from planctl.showing.page import marked

    text = marked.page(found, spoken(lang), lambda file: address_below(file, html), shown_path(folder))
    write_page(html, text, marked.GENERATOR)
    tell_line(size_line(html, text.encode(), lang))


def _whose(report: Path, data: Path | None, region: str | None) -> "Archive":
    """Return the region that a document is of: the one named, the one whose data names it, or the one there is."""
    from planctl.api.archive import load
    from planctl.api.corpus import load_corpus

    return (None if region else load_corpus(data).of_document(report)) or load(data, region)


def _verify_all(
    folder: Path,
    data: Path | None,
    format: VerifyFormat,
    lang: Language | None,
    *,
    coverage: bool,
    lock: bool,
) -> None:
    """Verify every document of a folder that data names, region by region, and tell those that cannot be read."""
    from planctl.api.corpus import load_corpus, verify_documents
    from planctl.cli.workers import every_answer
    from planctl.files.finding import shown_path
    from planctl.showing import verification as view

    documents = load_corpus(data).documents_in(folder)
    if not documents:
        raise PlanctlError(say("no data names a document that is in {folder}", folder=shown_path(folder)))
    verified = partial(verify_documents, lock=lock)
    answers = [each for region in every_answer(verified, [*documents.items()]) for each in region]
    found = [each for each in answers if not isinstance(each, PlanctlError)]
    faults = [each for each in answers if isinstance(each, PlanctlError)]
    if format is VerifyFormat.JSON:
        told = [view.document(*each, written(lang)) for each in found]
        write_json({"schema": 1, "documents": told})
    elif format is not VerifyFormat.TEXT:
        _write_sheet(found, format, lang)
    else:
        for each in found:
            write(_text(*each, lang, coverage=coverage, lock=lock))
    for fault in faults:
        tell(fault, lang)
    if faults or any(each.differences for each, _ in found):
        raise typer.Exit(UNUSABLE if faults else DIFFERENT)

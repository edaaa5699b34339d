"""The command that hands the data to other programs: `export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.language import LanguageOption, language_spoken, misuse
from planctl.cli.options import Data, NoCache, RegionOption
from planctl.cli.output import BYTE_ORDER_MARK, leave_with_faults, tell, write, write_csv, write_json_text
from planctl.messages.languages import Language
from planctl.messages.message import Message, PlanctlError, say
from planctl.showing.exporting.formats import ExportFormat

if TYPE_CHECKING:
    from planctl.showing.exporting.writers import Content

STANDARD_OUTPUT = Path("-")
DESCRIPTOR = "datapackage.json"
JSON = (ExportFormat.JSON, ExportFormat.JSONL)


def export(
    format: Annotated[ExportFormat, typer.Argument(help="What to write.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write, of a datapackage the folder; - for standard output."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
    region: RegionOption = None,
    data: Data = None,
    no_cache: NoCache = False,
    lang: LanguageOption = None,
) -> None:
    """Write all years of all regions for other programs: spreadsheets, databases, statistics.

    csv, jsonl, parquet and sdmx-csv have every printed figure, one row each; json, sqlite and datapackage have all
    tables with their keys; xlsx and md are what people read, in their language. What is text goes to standard output
    without -o. Parquet into a name without an ending is a folder with a file for each year. Files are written whole or
    not at all, and nothing is written over without --force. A name whose ending is not one of the format is warned of.
    """
    from planctl.api.corpus import load_corpus
    from planctl.cli.workers import every_answer

    if output == STANDARD_OUTPUT:
        output = None
    if output is None and not format.is_text:
        message = say("{format} is no text: say where to write it, with -o", format=format.value)
        raise misuse(message, lang)
    if output:
        _refuse(output, format, force=force)
    language = language_spoken(lang) if format.is_for_people else lang or Language.ENGLISH
    corpus = load_corpus(data)
    by_year = output is not None and _is_by_year(output, format)
    content = corpus.export(format, region, lang=language, by_year=by_year, every=every_answer)
    if output:
        _write(output, content, format, force=force)
    elif isinstance(content, bytes):
        _print(content.decode(), format)
    if output and not by_year and not format.fits(output.suffix):
        tell(PlanctlError(_misnamed(output, format)), lang)
    leave_with_faults(corpus, lang)


def _is_by_year(output: Path, format: ExportFormat) -> bool:
    """Return whether an output is a folder with a file for each year."""
    return format is ExportFormat.PARQUET and not output.suffix


def _refuse(output: Path, format: ExportFormat, *, force: bool) -> None:
    """Raise `PlanctlError` where an output may not be written; before anything is read, which takes longer."""
    from planctl.files.replacing import refuse_taken
    from planctl.files.writing import refuse_file, refuse_package

    if _is_by_year(output, format):
        refuse_taken(output)
    elif format is ExportFormat.DATAPACKAGE:
        refuse_package(output, DESCRIPTOR, force=force)
    else:
        refuse_file(output, force=force)


def _write(output: Path, content: "Content", format: ExportFormat, *, force: bool) -> None:
    from planctl.files.writing import write_file, write_folder, write_package

    if isinstance(content, bytes):
        mark = BYTE_ORDER_MARK.encode() if format is ExportFormat.CSV else b""
        write_file(output, mark + content, force=force)
    elif format is ExportFormat.DATAPACKAGE:
        write_package(output, content, DESCRIPTOR, force=force)
    else:
        write_folder(output, content)


def _misnamed(output: Path, format: ExportFormat) -> Message:
    """Return the warning that other programs will take an output for something else."""
    from planctl.files.finding import shown_path

    path, ending = shown_path(output), output.suffix
    if not format.endings:
        return say("warning: {path} is a folder, and ends in {ending} like a file", path=path, ending=ending)
    return say(
        "warning: {path} is {format}, and ends in {ending}; other programs look for {endings}",
        path=path,
        format=format.value,
        ending=ending,
        endings=format.endings,
    )


def _print(text: str, format: ExportFormat) -> None:
    if format is ExportFormat.CSV:
        write_csv(text)
    elif format in JSON:
        write_json_text(text)
    else:
        write(text)

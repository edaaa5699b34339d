"""The command that hands the data to other programs: `export`."""

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.language import LanguageOption, language_spoken, misuse
from planctl.cli.options import Data
from planctl.cli.output import BYTE_ORDER_MARK, tell, write, write_csv, write_json_text
from planctl.messages.languages import Language
from planctl.messages.message import Message, PlanctlError, say
from planctl.showing.exporting.formats import ExportFormat

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
    data: Data = None,
    lang: LanguageOption = None,
) -> None:
    """Write all years for other programs: spreadsheets, databases, statistics.

    csv, jsonl, parquet and sdmx-csv have every printed figure, one row each; json, sqlite and datapackage have all
    tables with their keys; xlsx and md are what people read, in their language. What is text goes to standard output
    without -o. Files are written whole or not at all, and nothing is written over without --force. A name whose
    ending is not one of the format is warned of.
    """
    from planctl.api.archive import load
    from planctl.files.writing import refuse_file, refuse_package, write_file, write_package

    if output == STANDARD_OUTPUT:
        output = None
    if output is None and not format.is_text:
        message = say("{format} is no text: say where to write it, with -o", format=format.value)
        raise misuse(message, lang)
    if output:
        if format is ExportFormat.DATAPACKAGE:
            refuse_package(output, DESCRIPTOR, force=force)
        else:
            refuse_file(output, force=force)
    language = language_spoken(lang) if format.is_for_people else lang or Language.ENGLISH
    content = load(data).export(format, lang=language)
    if isinstance(content, bytes):
        if output is None:
            _print(content.decode(), format)
        else:
            mark = BYTE_ORDER_MARK.encode() if format is ExportFormat.CSV else b""
            write_file(output, mark + content, force=force)
    elif output:
        write_package(output, content, DESCRIPTOR, force=force)
    if output and not format.fits(output.suffix):
        tell(PlanctlError(_misnamed(output, format)), lang)


def _misnamed(output: Path, format: ExportFormat) -> Message:
    """Return the warning that other programs will take an output for something else."""
    from planctl.files.loading import shown_path

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

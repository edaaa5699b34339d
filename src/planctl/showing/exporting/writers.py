"""A dataset in a format: the one place that knows all writers."""

from collections.abc import Mapping

from planctl.messages.installing import missing_library
from planctl.messages.message import say
from planctl.showing.exporting.formats import ExportFormat
from planctl.showing.exporting.tables import Dataset
from planctl.showing.wording import Wording
from planctl.values.characters import LAID_OUT, escaped

Content = bytes | Mapping[str, bytes]


def written_as(dataset: Dataset, format: ExportFormat, wording: Wording, *, by_year: bool = False) -> Content:
    """Return a dataset as the bytes of a file, or those of each file of a folder by its name.

    Parquet is a folder where it is wanted `by_year`. Texts are UTF-8, without a byte order mark. Raises `PlanctlError`
    where the library that writes it is missing.
    """
    try:
        if format.is_text:
            return escaped(_text(dataset, format, wording), LAID_OUT).encode()
        return _binary(dataset, format, wording, by_year=by_year)
    except ModuleNotFoundError as fault:
        raise missing_library(say("writing {format}", format=format.value), fault) from None


def _text(dataset: Dataset, format: ExportFormat, wording: Wording) -> str:
    from planctl.showing.exporting import markdown, text

    match format:
        case ExportFormat.MARKDOWN:
            return markdown.markdown(dataset, wording)
        case ExportFormat.SDMX_CSV:
            return text.sdmx_text(dataset)
        case ExportFormat.JSON:
            return text.json_text(dataset)
        case ExportFormat.JSONL:
            return text.json_lines(dataset)
    return text.csv_text(dataset)


def _binary(dataset: Dataset, format: ExportFormat, wording: Wording, *, by_year: bool) -> Content:
    match format:
        case ExportFormat.XLSX:
            from planctl.showing.exporting.workbook import workbook

            return workbook(dataset, wording)
        case ExportFormat.PARQUET:
            from planctl.showing.exporting.parquet import parquet, parquet_by_year

            return parquet_by_year(dataset) if by_year else parquet(dataset)
        case ExportFormat.SQLITE:
            from planctl.showing.exporting.sqlite import sqlite

            return sqlite(dataset)
    from planctl.showing.exporting.datapackage import datapackage

    return datapackage(dataset, wording)

"""The formats there are, and which are text; apart from the writers, for a command line names them first."""

from enum import StrEnum


class ExportFormat(StrEnum):
    """What a folder of reports is exported as."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DATAPACKAGE = "datapackage"
    SDMX_CSV = "sdmx-csv"
    MARKDOWN = "md"

    @property
    def is_text(self) -> bool:
        """Whether it is one text, which may go to standard output."""
        return self not in (
            ExportFormat.XLSX,
            ExportFormat.PARQUET,
            ExportFormat.SQLITE,
            ExportFormat.DATAPACKAGE,
        )

    @property
    def is_for_people(self) -> bool:
        """Whether people read it, in the language of their environment, rather than programs."""
        return self in (ExportFormat.XLSX, ExportFormat.MARKDOWN)

"""The formats there are, and which are text; apart from the writers, for a command line names them first."""

from enum import Flag, StrEnum, auto


class DatasetPart(Flag):
    """What a dataset is made of: the printed figures, the tables around them, and pages for people."""

    FIGURES = auto()
    TABLES = auto()
    PAGES = auto()


WHOLE = DatasetPart.FIGURES | DatasetPart.TABLES | DatasetPart.PAGES


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
    def parts(self) -> DatasetPart:
        """What of a dataset is written; the rest need not be made, which of many regions takes its time."""
        if self.is_for_people:
            return DatasetPart.PAGES
        figures = self in (ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.PARQUET, ExportFormat.SDMX_CSV)
        return DatasetPart.FIGURES if figures else DatasetPart.FIGURES | DatasetPart.TABLES

    @property
    def is_for_people(self) -> bool:
        """Whether people read it, in the language of their environment, rather than programs."""
        return self in (ExportFormat.XLSX, ExportFormat.MARKDOWN)

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that names of its files have, the usual one first; none of a folder."""
        return _ENDINGS.get(self, ())

    def fits(self, suffix: str) -> bool:
        """Return whether other programs will know a file with that ending for what it is; none is no wrong one."""
        suffix = suffix.lower()
        if not self.endings:
            return not any(suffix in endings for endings in _ENDINGS.values())
        return suffix in ("", f".{self.value}", *self.endings) or (self.is_text and suffix == ".txt")


_ENDINGS = {
    ExportFormat.CSV: (".csv",),
    ExportFormat.XLSX: (".xlsx",),
    ExportFormat.JSON: (".json",),
    ExportFormat.JSONL: (".jsonl", ".ndjson"),
    ExportFormat.PARQUET: (".parquet", ".pq"),
    ExportFormat.SQLITE: (".db", ".sqlite", ".sqlite3", ".db3"),
    ExportFormat.SDMX_CSV: (".csv",),
    ExportFormat.MARKDOWN: (".md", ".markdown"),
}

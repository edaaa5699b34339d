"""What drafts are made of: entries as plain data, in the order of keys that a transcript has."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from planctl.files.layout import Quoted
from planctl.messages.placeholders import TO_WRITE, TO_WRITE_EN
from planctl.values.characters import without_harmful

KEYS_OF_ROW = (
    *("id", "number", "prefix", "name", "name_en", "unit", "kind", "better", "reference", "due", "follows"),
    *("target", "adjusted", "actual", "estimate", "stated", "quote", "section", "draft", "parts"),
)
NAMES = frozenset({"number", "name", "label", "value", "quote", "words", "title", "issuer", "note"})
"""The keys that cannot be blank."""
CELLS = frozenset({"number", "prefix", "unit", "target", "actual"})
SUMMARY = {"zh": TO_WRITE, "en": TO_WRITE_EN}
"""What stands for a text of our own."""

Data = dict[str, Any]
"""Plain data as a YAML file has it."""


class DraftFile(NamedTuple):
    """A file of a draft: its kind and year, what is in it, and how many of its rows have a known name."""

    kind: str
    year: int
    data: Data
    rows: int = 0
    known: int = 0

    @property
    def name(self) -> str:
        """Its name in a folder."""
        return f"{self.kind}_{self.year}.yaml"


def readable(value: Any) -> Any:
    """Return data as planctl reads it again: without what no text may have, and a name that is blank left to write."""
    if isinstance(value, dict):
        plain = {key: readable(each) for key, each in value.items()}
        return {key: TO_WRITE if key in NAMES and not each else each for key, each in plain.items()}
    if isinstance(value, list):
        return [readable(each) for each in value]
    return type(value)(without_harmful(value)) if isinstance(value, str) else value


def compact(entries: Iterable[tuple[str, Any]]) -> Data:
    """Return data without what is `None` or an empty list."""
    return {key: value for key, value in entries if value is not None and value != []}


def row_entry(row: Mapping[str, Any]) -> Data:
    """Return the data of a row, with its keys in order and its printed cells in quotes; what it has not is left out."""
    values = ((key, None if key == "prefix" and not row.get(key) else row.get(key)) for key in KEYS_OF_ROW)
    return compact((key, Quoted(value) if key in CELLS and value is not None else value) for key, value in values)

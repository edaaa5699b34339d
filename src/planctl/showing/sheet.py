"""A plain sheet of texts, and its two ways out: CSV and Markdown."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from planctl.messages.message import PlanctlError, say
from planctl.showing.wording import Wording
from planctl.values.characters import escaped


class Sheet(NamedTuple):
    """Named columns and rows of texts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def worded(self, wording: Wording) -> "Sheet":
        """Return the sheet for a reader of a language: its columns, and the terms in them, in words."""
        if wording.is_english:
            return self
        columns = tuple(wording.translate(column.replace("_", " ")) for column in self.columns)
        return Sheet(columns, tuple(tuple(_worded(text, wording) for text in row) for row in self.rows))

    def only(self, columns: Sequence[str]) -> "Sheet":
        """Return the sheet with some of its columns, in their order; raises `PlanctlError` for what is none."""
        refuse_unknown(columns, self.columns, self.columns)
        places = [self.columns.index(column.casefold()) for column in columns]
        return Sheet(
            tuple(self.columns[place] for place in places),
            tuple(tuple(row[place] for place in places) for row in self.rows),
        )

    def to_csv(self) -> str:
        """Return the sheet as CSV with a header; lines end in a bare newline, and a cell has none."""
        import csv
        import io

        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows(map(escaped, row) for row in (self.columns, *self.rows))
        return stream.getvalue()

    def to_markdown(self) -> str:
        """Return the sheet as a Markdown table."""
        rule = tuple("---" for _ in self.columns)
        lines = (" | ".join(map(plain_markdown, row)) for row in (self.columns, rule, *self.rows))
        return "".join(f"| {line} |\n" for line in lines)


def refuse_unknown(asked: Iterable[str], known: Container[str], keys: tuple[str, ...]) -> None:
    """Raise `PlanctlError` for a column that there is not, with the keys of those that there are."""
    for name in asked:
        if name.casefold() not in known:
            raise PlanctlError(say("there is no column '{name}'; there are {keys}", name=name, keys=keys))


def sheet_of(columns: Iterable[str], records: Iterable[dict[str, object]]) -> Sheet:
    """Return a sheet with a row for each record; a list becomes words with spaces between, and `None` is empty."""
    names = tuple(columns)
    return Sheet(names, tuple(tuple(_text(record.get(name)) for name in names) for record in records))


def _worded(text: str, wording: Wording) -> str:
    """Return a term, or several with spaces between, in words; any other text is itself."""
    terms = [wording.translate(term.replace("-", " ")) for term in text.split(" ")]
    known = all(term != word.replace("-", " ") for term, word in zip(terms, text.split(" "), strict=True))
    return wording.listed(terms) if known else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return str(value)


def plain_markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    escaped = "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~" else sign for sign in text)
    return " ".join(escaped.split())

"""A published document as it is read, whatever it was: one running text, its sections, and its tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from typing import NamedTuple

from planctl.messages.message import Message

Progress = Callable[[int, int], None]
"""Is told how many pages were read, and of how many."""


def unheeded(done: int, whole: int) -> None:
    """Hear of the progress and do nothing."""


class TableField(NamedTuple):
    """The text of a cell of a table, the line that it stands in, and how far in it, without white space.

    `mark` is what is printed raised in it: a sign that marks its row, or the notes that it refers to. By `indent`
    characters it is set in. A cell that a merge covers is `shared`: it has the text of the cell that covers it, and
    none of its own. It may go on in so many `more` lines.
    """

    text: str
    line: int
    offset: int = 0
    mark: str = ""
    indent: int = 0
    shared: bool = False
    more: int = 0


class PrintedTable(NamedTuple):
    """A table: the short lines above it, its rows with as many fields each, head and all, and its first line."""

    caption: str
    rows: tuple[tuple[TableField, ...], ...]
    line: int


class RunningText(NamedTuple):
    """The whole text without white space, half-width; the line of each character, and where each section begins.

    `stretches` has for each section where its text stands.
    """

    text: str
    lines: tuple[int, ...]
    sections: tuple[tuple[int, str], ...]
    stretches: Mapping[str, tuple[tuple[int, int], ...]]

    def section_at(self, position: int) -> str:
        """Return the section that a position is in; empty before the first."""
        index = bisect_right(self.sections, (position, "\U0010ffff")) - 1
        return self.sections[index][1] if index >= 0 else ""

    def line_span(self, line: int) -> tuple[int, int]:
        """Return where a line begins and ends in the text."""
        return bisect_left(self.lines, line), bisect_right(self.lines, line)

    def line_around(self, position: int) -> str:
        """Return the whole line that a position is in."""
        start, end = self.line_span(self.lines[position])
        return self.text[start:end]

    def spans(self, section: str) -> tuple[tuple[int, int], ...]:
        """Return the stretches of text that are of a section."""
        return self.stretches.get(section, ())

    def find(self, words: str, section: str | None = None) -> tuple[int, ...]:
        """Return where words stand, in a section or anywhere."""
        spans = ((0, len(self.text)),) if section is None else self.spans(section)
        found = []
        for start, end in spans:
            at = self.text.find(words, start, end)
            while words and at >= 0:
                found.append(at)
                at = self.text.find(words, at + 1, end)
        return tuple(found)


class Unread(NamedTuple):
    """What of a document cannot be read: the line before it, what it is, and the page where all of that is meant."""

    line: int
    message: Message
    page: int = 0


class Document(NamedTuple):
    """A document that was read: its name, the SHA-256 of its bytes, what kind it is, its lines, text and tables.

    `pages` has the first line of each page, where there are pages, and `paragraphs` the line of each outside of tables
    and boxes. `unread` is what holds no text, such as a scan.
    """

    file: str
    sha256: str
    kind: str
    lines: tuple[str, ...]
    flow: RunningText
    tables: tuple[PrintedTable, ...]
    pages: tuple[int, ...] = ()
    unread: tuple[Unread, ...] = ()
    paragraphs: tuple[int, ...] = ()

    def place_of(self, unread: Unread) -> str:
        """Return where something stands that cannot be read."""
        return f"{self.file}:page {unread.page}" if unread.page else self.place(unread.line)

    def place(self, line: int) -> str:
        """Return where a line stands as a person would look for it: `file:line:1` in a text.

        In other documents it is the page, if there are pages, and the row of a table or the paragraph.
        """
        if self.kind == "text":
            return f"{self.file}:{line}:1"
        page = f"page {bisect_right(self.pages, line)}, " if self.pages else ""
        number = bisect_right(self.tables, line, key=lambda table: table.line)
        rows = self.tables[number - 1].rows if number else ()
        row = bisect_left(rows, line, key=lambda fields: max(field.line for field in fields))
        if row < len(rows) and any(field.line == line for field in rows[row]):
            return f"{self.file}:{page}table {number}, row {row + 1}"
        return f"{self.file}:{page}paragraph {bisect_right(self.paragraphs, line)}"

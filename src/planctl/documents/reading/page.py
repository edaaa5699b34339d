"""What is written while a document is read, whatever it is: its lines, its tables, and what cannot be read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from planctl.documents.reading.assembly import assemble
from planctl.documents.reading.document import Document, TableField, Unread
from planctl.documents.reading.grids import Grid, Origin, make_field, spread
from planctl.documents.reading.limits import CHARACTERS, LINES, Allowance
from planctl.documents.reading.short_rows import aligned
from planctl.documents.reading.sieve import Sieve
from planctl.grammar.documents import is_table_caption, names_table, parse_heading
from planctl.grammar.marks import printed_with_marks
from planctl.grammar.text import without_invisible
from planctl.messages.message import Message, say

PICTURE = say("the table is an image; planctl reads no images: transcribe it by hand")


class PageBuilder:
    """A document while it is read; a line that begins with a tab is a cell of a table, or stands in a box."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.allowance = Allowance(name)
        self._sieve = Sieve()
        self._lines: list[str] = []
        self._grids: list[Grid] = []
        self._unread: list[Unread] = []
        self._pages: list[int] = []
        self._before = ""

    def line(self, text: str) -> int:
        """Add a line, and return its number; raises `PlanctlError` where there are too many."""
        self.allowance.take(LINES)
        self.allowance.take(CHARACTERS, len(text))
        plain = self.visible(text)
        self._lines.append(self._before + plain if plain else "")
        return len(self._lines)

    def visible(self, text: str) -> str:
        """Return a text of the line that comes next without what cannot be seen, which is counted."""
        return self._sieve.through(text, len(self._lines) + 1)

    def cell(self, runs: Sequence[tuple[str, bool]], indent: str = "") -> TableField:
        """Add a cell by its pieces of text, each with whether it is raised, and return its field."""
        text, mark = printed_with_marks([(self.visible(text), raised) for text, raised in runs])
        whole = text.lstrip(" \t\r\n")
        return make_field(indent + whole, self.line("\t" + "".join(whole.split())), mark=mark)

    def expect(self, lines: int) -> None:
        """Raise `PlanctlError` already where so many more lines are to come that there will be too many."""
        self.allowance.check(LINES, lines)

    def table(self, rows: Sequence[Sequence[Origin | None]]) -> None:
        """Add a table, the cells of which were added before."""
        self._grids.append(aligned(spread(rows, self.allowance)))

    @contextmanager
    def frame(self, beginning: str) -> Iterator[None]:
        """Add what stands in a frame: where it begins with a heading it is a box."""
        if parse_heading(without_invisible(beginning).strip()):
            with self.box():
                yield
        else:
            yield

    @contextmanager
    def box(self) -> Iterator[None]:
        """Add what stands in a box, which a gap of two lines ends."""
        outer, self._before = self._before, "\t"
        yield
        self._before = outer
        self.line("")
        self.line("")

    def picture(self) -> None:
        """Note an image, which matters where a table should stand."""
        last = next((line for line in reversed(self._lines) if line), "")
        if is_table_caption(last) or names_table(last):
            self.not_read(PICTURE)

    def not_read(self, message: Message, page: int = 0) -> None:
        """Note that something holds no text that can be read, behind the line that was added last, or on a page."""
        self._unread.append(Unread(len(self._lines), message, page))

    @property
    def number(self) -> int:
        """The number of the page of paper that was begun last."""
        return len(self._pages)

    def turn(self, *, pending: bool) -> None:
        """Begin the next page of paper; a line that is `pending` began on the last one and is not yet added."""
        self._pages.append(len(self._lines) + 1 + pending)

    def close(self, content: bytes, kind: str) -> Document:
        """Return the document that was read from `content`."""
        unread = (*self._unread, *self._sieve.told())
        return assemble(content, self.name, kind, self._lines, self._grids, pages=self._pages, unread=unread)

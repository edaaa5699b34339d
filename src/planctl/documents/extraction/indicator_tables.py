"""The tables of indicators in a document: which they are, and what they print; all others are refused with a reason."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from planctl.documents.extraction.columns import Head, LeftOut, read_head
from planctl.documents.extraction.printed_rows import Key, PrintedRow, SignMeanings, read_rows
from planctl.documents.reading.document import Document, PrintedTable, TableField
from planctl.grammar.cells import is_readable
from planctl.grammar.documents import is_continued, years_in
from planctl.grammar.names import core_of
from planctl.grammar.rows import (
    Role,
    begins_row,
    estimate_notes,
    is_class,
    is_unit,
    kind_of_class,
    parse_kind_mark,
    sign_explained,
)
from planctl.grammar.titles import in_digits, parse_title
from planctl.messages.message import Message, say
from planctl.report.model import Kind

LINES_BEHIND = 12
"""How many lines behind a table may say what its marks mean."""
LINES_ABOVE = 3
"""How many lines above a table may begin a class of its rows."""
LINES_BETWEEN = 6
"""How many lines may stand between a table and what goes on with it on the next page."""
LEAST_COLUMNS = 2
LEAST_ROWS = 3
"""A table without a head that has fewer rows is not worth a word."""
MOST_HEADS = 8
"""A table that is refused is told with no more texts of its head."""
STARS = {"*": Kind.CONSTRAINT}


class IndicatorTable(NamedTuple):
    """A table of indicators: its caption, its first and last line, what it has of which years, and its rows.

    `left_out` are columns that have the same of a year as another one; `says_so` where it speaks of indicators.
    """

    caption: str
    line: int
    end: int
    keys: tuple[Key, ...]
    rows: tuple[PrintedRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    says_so: bool = True


class Refused(NamedTuple):
    """A table that is none of indicators: its caption and line, and why."""

    caption: str
    line: int
    reason: Message


class Tables(NamedTuple):
    """The tables of a document: those of indicators, and those that are none."""

    indicators: tuple[IndicatorTable, ...]
    refused: tuple[Refused, ...]


class _Guess(NamedTuple):
    """What a note calls estimates: the results of a year, in its words; those with a sign, or of rows that it names."""

    key: Key
    words: str
    sign: str
    named: frozenset[str]

    def is_of(self, row: PrintedRow) -> bool:
        """Whether it is of a row."""
        value = row.values.get(self.key)
        if value is None or self.sign not in value.mark:
            return False
        return not self.named or core_of(row.name) in self.named


def read_tables(document: Document) -> Tables:
    """Return the tables of indicators in a document, with those that go on behind a page break as one."""
    accepted: list[IndicatorTable] = []
    refused: list[Refused] = []
    years = years_in(in_digits(parse_title(list(document.lines)).title))
    for table, head, rows in _joined(map(_unfolded, document.tables), years):
        if not isinstance(head, Head):
            if head or len(table.rows) >= LEAST_ROWS:
                texts = tuple(filter(None, dict.fromkeys(_texts(table.rows[0]))))
                why = head or say("its head says nothing that is known: {heads}", heads=texts[:MOST_HEADS])
                refused.append(Refused(table.caption, table.line, why))
            continue
        made = read_rows(rows, head, _signs(document, rows), _classes(document, table.line, rows))
        if reason := _why_none(made):
            refused.append(Refused(table.caption, table.line, reason))
        else:
            keys = tuple(column.key for column in head.values)
            made = tuple(_guessed(made, _guesses_behind(document, rows, keys, made)))
            accepted.append(
                IndicatorTable(table.caption, table.line, _end(rows), keys, made, head.left_out, head.says_so)
            )
    return Tables(tuple(accepted), tuple(refused))


def _joined(
    tables: Iterable[PrintedTable], years: tuple[int, ...]
) -> Iterator[tuple[PrintedTable, Head | Message | None, list[tuple[TableField, ...]]]]:
    """Yield each table with its head and the rows below it, and those of the tables that go on with it.

    A head that is printed again, on the next page, is passed over.
    """
    last: tuple[PrintedTable, Head | Message | None, list[tuple[TableField, ...]]] | None = None
    for table in tables:
        head = read_head(table, years)
        depth = head.rows if isinstance(head, Head) else 0
        if last and isinstance(last[1], Head):
            depth = max(depth, _repeated(last[0].rows[: last[1].rows], table))
        heads = [_texts(row) for row in table.rows[:depth]]
        rows = [row for row in table.rows[depth:] if _texts(row) not in heads]
        if last and isinstance(last[1], Head) and _goes_on(last[0], last[1], last[2], table, head):
            if last[2] and rows and (whole := _whole_row(last[1], last[2][-1], rows[0])):
                last[2][-1], rows = whole, rows[1:]
            last[2].extend(rows)
            continue
        if last:
            yield last
        last = (table, head, rows)
    if last:
        yield last


def _whole_row(head: Head, first: Sequence[TableField], second: Sequence[TableField]) -> tuple[TableField, ...] | None:
    """Return the row of which one part ends a page and the other begins the next; `None` where these are two.

    The second has a name that begins no row and no class, and no cell of its own beside it that the first has as well.
    """
    place = head.place_of(Role.NAME) or 0
    pairs = list(zip(first, second, strict=True))
    beside = [(one.text, other.text) for at, (one, other) in enumerate(pairs) if at != place]
    name = second[place].text
    is_begun = not name or begins_row(name) or is_class(name)
    if is_begun or not first[place].text or any(map(all, beside)) or not any(map(any, beside)):
        return None
    return tuple(one._replace(text=f"{one.text}{other.text}") for one, other in pairs)


def _goes_on(
    first: PrintedTable,
    head: Head,
    rows: Sequence[Sequence[TableField]],
    table: PrintedTable,
    other: Head | Message | None,
) -> bool:
    """Return whether a table goes on with an earlier one: as many columns, no caption, and no head or the same."""
    if len(table.rows[0]) != len(first.rows[0]) or table.line - _end(rows) > LINES_BETWEEN:
        return False
    if table.caption and not is_continued(table.caption):
        return False
    repeated = _repeated(first.rows[: head.rows], table)
    if isinstance(other, Head) and not repeated:
        return False
    return not (repeated and _counts_anew(table.rows[repeated:], head)) and (other is None or bool(repeated))


def _repeated(head: Sequence[Sequence[TableField]], table: PrintedTable) -> int:
    """Return how many rows of a head a table prints again at its top; the head may be cut short."""
    pairs = zip(head, table.rows, strict=False)
    return len(list(takewhile(lambda pair: _texts(pair[0]) == _texts(pair[1]), pairs)))


def _unfolded(table: PrintedTable) -> PrintedTable:
    """Return a table that prints its columns twice side by side with one half below the other."""
    width = len(table.rows[0])
    half = width // 2
    if width % 2 or half < LEAST_COLUMNS or _texts(table.rows[0][:half]) != _texts(table.rows[0][half:]):
        return table
    if table.rows[0][half].shared:
        return table
    right = [row[half:] for row in table.rows[1:] if any(field.text for field in row[half:])]
    return table._replace(rows=(*(row[:half] for row in table.rows), *right))


def _texts(row: Sequence[TableField]) -> list[str]:
    return [field.text for field in row]


def _counts_anew(rows: Sequence[Sequence[TableField]], head: Head) -> bool:
    number = head.place_of(Role.NUMBER)
    return number is not None and bool(rows) and rows[0][number].text == "1"


def _end(rows: Sequence[Sequence[TableField]]) -> int:
    return max((field.line + field.more for row in rows for field in row), default=0)


def _classes(document: Document, first: int, rows: Sequence[Sequence[TableField]]) -> dict[int, Kind]:
    """Return the kinds that lines above a table, or between its rows, begin, by their numbers: （二）约束性指标."""
    lines = range(max(first - LINES_ABOVE, 1), _end(rows))
    kinds = ((line, kind_of_class(document.lines[line - 1])) for line in lines)
    return {line: Kind(kind) for line, kind in kinds if kind}


def _signs(document: Document, rows: Sequence[Sequence[TableField]]) -> SignMeanings:
    """Return what the signs beside names mean, as the notes below a table or in it say.

    Without a note, * marks constraints where it stands beside a name or a number, and no note says another thing of it.
    """
    end = _end(rows)
    behind = [*document.lines[end : end + LINES_BEHIND], *(row[0].text for row in rows[-2:])]
    said = {mark[0]: Kind(mark[1]) for line in behind if (mark := parse_kind_mark(line))}
    explained = {sign for line in behind if (sign := sign_explained(line))}
    usual = {sign: kind for sign, kind in STARS.items() if sign not in explained}
    return SignMeanings(said or usual, of_values=bool(said))


def _guesses_behind(
    document: Document, rows: Sequence[Sequence[TableField]], keys: Iterable[Key], made: Sequence[PrintedRow]
) -> tuple[_Guess, ...]:
    """Return what the notes behind a table say of its results of a year, or of its last results, as estimates."""
    latest = max((year for role, year in keys if role is Role.ACTUAL), default=0)
    names = {core_of(row.name) for each in made for row in (each, *each.parts)}
    end = _end(rows)
    guesses = []
    for line in document.lines[end : end + LINES_BEHIND]:
        for note in estimate_notes(line):
            named = frozenset(name for name in names if name in note.sentence)
            key = (Role.ACTUAL, note.year or latest)
            guesses.append(_Guess(key, note.words, sign_explained(note.sentence), named))
    return tuple(guesses)


def _guessed(rows: Iterable[PrintedRow], guesses: Sequence[_Guess]) -> Iterator[PrintedRow]:
    for row in rows:
        own = {guess.key: guess.words for guess in guesses if guess.is_of(row)}
        yield row._replace(guesses={**own, **row.guesses}, parts=tuple(_guessed(row.parts, guesses)))


def _why_none(rows: Sequence[PrintedRow]) -> Message | None:
    texts = [field.text for row in rows for each in (row, *row.parts) for field in each.values.values() if field.text]
    if not texts:
        return say("it has no rows with targets or results")
    if 2 * sum(map(is_readable, texts)) < len(texts):
        return say("its cells are no targets and no results")
    units = [field.text for row in rows if (field := row.fields.get(Role.UNIT)) and field.text]
    if 2 * sum(map(is_unit, units)) < len(units):
        return say("its column of units has none")
    return None


def table_of(tables: Sequence[IndicatorTable], kind: str, year: int) -> IndicatorTable | None:
    """Return the table that a file of a kind (`indicators`, `targets`) and year is transcribed from, if there is one.

    Results stand beside their targets; where no table has both, one that has the results alone will do. Of several,
    it is the first of those that speak of indicators.
    """
    target, actual = (Role.TARGET, year), (Role.ACTUAL, year)
    if kind == "indicators":
        having = [table for table in tables if actual in table.keys]
        both = [table for table in having if target in table.keys]
        return _best(both) or _best(having)
    return _best([table for table in tables if target in table.keys and actual not in table.keys])


def _best(tables: Sequence[IndicatorTable]) -> IndicatorTable | None:
    return next((table for table in tables if table.says_so), next(iter(tables), None))

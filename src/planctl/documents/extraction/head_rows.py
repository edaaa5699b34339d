"""The head of a table: its titles and rows, told from the rows below, and the texts over each column."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from planctl.documents.reading.document import TableField
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.documents import years_in
from planctl.grammar.rows import VALUES, Role, is_class_number, is_within_head, parse_head
from planctl.grammar.titles import in_digits

DEEPEST_HEAD = 4

Row = Sequence[TableField]


def head_of(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows at the top of a table that are its titles, and those of its head, with their years in digits."""
    titles = list(takewhile(_is_title, rows))
    return titles, _rows_of_head(_in_digits(row) for row in rows[len(titles) :][:DEEPEST_HEAD])


def levels_of(rows: Sequence[Row]) -> list[list[str]]:
    """Return the texts of the head of each column from the top down, each once."""
    return [_texts_down(column) for column in zip(*_years_spread(rows), strict=True)]


def _is_title(row: Row) -> bool:
    """Return whether one cell has a whole row, as a title within a table does, or 单位：亿元."""
    merged = all(field.shared for field in row[1:]) and len({field.line for field in row}) == 1
    alone = bool(row[0].text) and not any(field.text for field in row[1:])
    return len(row) > 1 and (merged or alone) and not is_class_number(row[0].text)


def _in_digits(row: Row) -> tuple[TableField, ...]:
    """Return a row with its years in digits: 二〇二四年计划."""
    return tuple(field._replace(text=in_digits(field.text)) for field in row)


def _rows_of_head(rows: Iterable[Row]) -> list[Row]:
    """Return the rows of a head."""
    head: list[Row] = []
    for row in rows:
        if not _is_head(row, head):
            break
        head.append(row)
    return head


def _is_head(row: Row, above: Sequence[Row]) -> bool:
    """Return whether a row belongs to a head; one with a single text at its left begins a class of rows.

    Some texts may be unknown, where the row, or that above, names the column of names, and none of them is a figure.
    """
    texts = {field.text for field in row} - {""}
    begins_class = len(texts) == 1 and bool(row[0].text)
    if not texts or begins_class:
        return False
    unknown = {text for text in texts if not is_within_head(text)}
    if not unknown:
        return True
    if any(parse_any_cell(text).is_readable for text in unknown):
        return False
    names = [place for place, field in enumerate((above or [row])[0]) if parse_head(field.text) is Role.NAME]
    own = all(row[place].text in ("", *(each[place].text for each in above[:1])) for place in names)
    says = any(years_in(text) or parse_head(text) in VALUES for text in texts - unknown)
    return bool(names) and says and (own or not above)


def _years_spread(rows: Sequence[Row]) -> list[list[TableField]]:
    """Return the rows of a head with a year also over the columns to its right, where a text has lost that it spans."""
    spread = [list(row) for row in rows]
    for above, below in pairwise(spread):
        for index in range(1, len(above)):
            if not above[index].text and below[index].text and years_in(above[index - 1].text):
                above[index] = above[index - 1]
    return spread


def _texts_down(column: Row) -> list[str]:
    """Return the texts of a column's head from the top down, each once."""
    levels: list[str] = []
    for field in column:
        if field.text and field.text not in levels[-1:]:
            levels.append(field.text)
    return levels

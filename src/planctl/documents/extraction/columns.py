"""What the columns of a table have, by its head: which tables are tables of indicators, and of which years."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from planctl.documents.reading.document import PrintedTable, TableField
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.documents import years_in
from planctl.grammar.outcomes import stated_outcome
from planctl.grammar.rows import (
    Role,
    head_unit,
    is_class_number,
    is_estimate_head,
    is_growth_head,
    is_lesser_head,
    is_lone_growth,
    is_other_caption,
    is_refused_head,
    is_within_head,
    names_indicators,
    parse_head,
    parse_kind,
    role_of_last_year,
)
from planctl.messages.message import Message, say
from planctl.values.meanings import Blank
from planctl.values.units import is_rate

VALUES = (Role.TARGET, Role.ACTUAL)
DEEPEST_HEAD = 4

Body = Sequence[Sequence[TableField]]
"""The rows below a head."""


class HeadedColumn(NamedTuple):
    """A column: what it has, of which year where it has targets or results, and its place from the left.

    `unit` is what its head says of all that is below it, `guess` those words of it that call results estimates, and
    `grows` whether it has growths and no amounts.
    """

    role: Role
    year: int
    place: int
    unit: str = ""
    guess: str = ""
    grows: bool = False

    @property
    def key(self) -> tuple[Role, int]:
        """What it has, and of which year."""
        return self.role, self.year


class LeftOut(NamedTuple):
    """A column that was left out, for another has the same of its year: its head, and the line of that."""

    head: str
    line: int


class Head(NamedTuple):
    """The head of a table of indicators: its columns, how many rows it takes, and the columns that were left out.

    `others` are those of the left out that have growths where the one that was taken has amounts, or the other way
    round: a row may have its figures there. `says_so` where it, or the caption, speaks of indicators.
    """

    columns: tuple[HeadedColumn, ...]
    rows: int
    left_out: tuple[LeftOut, ...] = ()
    says_so: bool = False
    others: tuple[HeadedColumn, ...] = ()

    def place_of(self, role: Role) -> int | None:
        """Return the place of the first column with a role."""
        return next((column.place for column in self.columns if column.role is role), None)

    def places_of(self, role: Role) -> tuple[int, ...]:
        """Return the places of all columns with a role."""
        return tuple(column.place for column in self.columns if column.role is role)

    @property
    def values(self) -> tuple[HeadedColumn, ...]:
        """The columns with targets or results."""
        return tuple(column for column in self.columns if column.role in VALUES)


def read_head(table: PrintedTable, years: tuple[int, ...] = ()) -> Head | Message | None:
    """Return the head of a table of indicators; why a table is none; or `None` where it has no head at all.

    `years` are those of the document, for a table that names none itself.
    """
    titles = list(takewhile(_is_title, table.rows))
    depth = len(list(takewhile(_is_head, table.rows[len(titles) :][:DEEPEST_HEAD])))
    rows = table.rows[len(titles) : len(titles) + depth]
    levels = [_levels(column) for column in zip(*_years_spread(rows), strict=True)]
    title = "".join([table.caption, *(row[0].text for row in titles)])
    if is_other_caption(title) or _is_list(levels):
        return say("it is a list of tasks or of projects, a budget, or a ranking")
    if not any(parse_head(text) for column in levels for text in column):
        return None
    body = table.rows[len(titles) + depth :]
    headed = _columns(levels, years_in(title) or years, body)
    columns, left_out = _one_each(headed, levels, body)
    lines = [rows[0][index].line for index in left_out]
    apart = tuple(LeftOut("".join(levels[index]), line) for index, line in zip(left_out, lines, strict=True))
    head = Head(
        tuple(columns),
        len(titles) + depth,
        apart,
        any(names_indicators(text) for text in (title, *chain.from_iterable(levels))),
        tuple(_others(columns, [headed[place] for place in left_out], levels)),
    )
    if head.place_of(Role.NAME) is None:
        return say("no column of it has names of indicators")
    if not head.values:
        return say("no column of it has targets or results")
    if any(not column.year for column in head.values):
        return say("it does not say of which year it is")
    return head


def _is_list(levels: Sequence[Sequence[str]]) -> bool:
    """Return whether heads are those of a list of tasks or projects; beside names of indicators they may stand too."""
    texts = [text for column in levels for text in column]
    return any(map(is_refused_head, texts)) and not any(
        parse_head(text) is Role.NAME and names_indicators(text) for text in texts
    )


def _is_title(row: Sequence[TableField]) -> bool:
    """Return whether one cell has a whole row, as a title within a table does, or 单位：亿元."""
    merged = all(field.shared for field in row[1:]) and len({field.line for field in row}) == 1
    alone = bool(row[0].text) and not any(field.text for field in row[1:])
    return len(row) > 1 and (merged or alone) and not is_class_number(row[0].text)


def _is_head(row: Sequence[TableField]) -> bool:
    """Return whether a row belongs to a head; one with a single text at its left begins a class of rows."""
    texts = {field.text for field in row} - {""}
    begins_class = len(texts) == 1 and bool(row[0].text)
    return bool(texts) and not begins_class and all(is_within_head(field.text) for field in row)


def _years_spread(rows: Sequence[Sequence[TableField]]) -> list[list[TableField]]:
    """Return the rows of a head with a year also over the columns to its right, where a text has lost that it spans."""
    spread = [list(row) for row in rows]
    for above, below in pairwise(spread):
        for index in range(1, len(above)):
            if not above[index].text and below[index].text and years_in(above[index - 1].text):
                above[index] = above[index - 1]
    return spread


def _levels(column: Sequence[TableField]) -> list[str]:
    """Return the texts of a column's head from the top down, each once."""
    levels: list[str] = []
    for field in column:
        if field.text and field.text not in levels[-1:]:
            levels.append(field.text)
    return levels


def _columns(levels: Sequence[Sequence[str]], years: tuple[int, ...], body: Body) -> list[HeadedColumn]:
    """Return the columns; one that says no year is of the first year in the title, or of the last for lone targets.

    A column of classes in which kinds stand is one of kinds, and one of results that has none beside another, but words
    for what became of the targets, one of those.
    """
    columns: list[HeadedColumn] = []
    roles = [_role(column) for column in levels]
    for index, role in enumerate(roles):
        if role is Role.CLASS and all(parse_kind(row[index].text) for row in body if row[index].text):
            roles[index] = Role.KIND
    results = [index for index, role in enumerate(roles) if role is Role.ACTUAL]
    concluding = [index for index in results if _concludes(row[index].text for row in body)]
    if len(concluding) < len(results):
        for index in concluding:
            roles[index] = Role.STATED
    usual = (years[0] if Role.ACTUAL in roles else years[-1]) if years else 0
    heads = ["".join(column) for column in levels]
    before = _of_last_year(heads) if years else {}
    for index, (role, column) in enumerate(zip(roles, levels, strict=True)):
        said = next((found[-1] for text in reversed(column) if (found := years_in(text))), usual)
        if before:
            role, said = (before[index], years[-1] - 1) if index in before else (role, years[-1])
        unit = next((printed for text in reversed(column) if (printed := head_unit(text))), "")
        guess = next(filter(is_estimate_head, reversed(column)), "") if role is Role.ACTUAL else ""
        grows = is_growth_head("".join(column))
        year, unit = (said, unit) if role in VALUES else (0, "")
        columns.append(HeadedColumn(role, year, index, unit, guess, grows))
    return columns


def _concludes(texts: Iterable[str]) -> bool:
    """Return whether most cells say what became of targets (完成, 未完成, √), and none has a figure."""
    said = [text for text in texts if says_something(text)]
    having = any(character.isdecimal() for text in said for character in text)
    return not having and 2 * sum(stated_outcome(text) is not None for text in said) > len(said)


def says_something(text: str) -> bool:
    """Return whether the text of a cell says anything."""
    return not isinstance(parse_any_cell(text).meaning, Blank)


def _of_last_year(heads: Sequence[str]) -> dict[int, Role]:
    """Return what columns have of the year before, by their places, where heads name the years 上年 and 本年 alone."""
    if any(map(years_in, heads)) or not any("本年" in head or "今年" in head for head in heads):
        return {}
    return {index: role for index, head in enumerate(heads) if (role := role_of_last_year(head))}


def _one_each(
    columns: Sequence[HeadedColumn], levels: Sequence[Sequence[str]], body: Body
) -> tuple[list[HeadedColumn], list[int]]:
    """Return the columns with one for the targets and one for the results of each year, and those that were left out.

    Where a year has an amount and its growth, that is taken which is a growth, or is none, as the other of the year is;
    then what is of the whole year and the plan's own; then what has the most figures.
    """
    heads = ["".join(column) for column in levels]
    rates = _are_rates(columns, body)
    by_key: dict[tuple[Role, int], list[HeadedColumn]] = {}
    for column in columns:
        if column.role in VALUES:
            by_key.setdefault((column.role, column.year), []).append(column)
    left_out: list[int] = []
    for (role, year), having in by_key.items():
        other = by_key.get((VALUES[VALUES.index(role) - 1], year), ())
        wanted = {is_growth_head(heads[each.place]) for each in other}

        def rank(column: HeadedColumn, wanted: set[bool] = wanted) -> tuple[bool, bool, bool, int]:
            head = heads[column.place]
            figures = sum(any(map(str.isdecimal, row[column.place].text)) for row in body)
            grows = is_growth_head(head)
            return {grows} == wanted, not is_lesser_head(head), rates in (grows, None), figures

        chosen = max(having, key=rank)
        left_out += [each.place for each in having if each is not chosen]
    kept = [each._replace(role=Role.OTHER) if each.place in left_out else each for each in columns]
    return kept, sorted(left_out)


def _others(
    columns: Sequence[HeadedColumn], left_out: Sequence[HeadedColumn], levels: Sequence[Sequence[str]]
) -> Iterator[HeadedColumn]:
    """Yield the columns of growths beside amounts, or of amounts beside growths, of the same and of the same year.

    What stands right behind results and says no more than that they grew (同比±%) is their growth.
    """
    taken = {column.key: column for column in columns if column.role in VALUES}
    for column in left_out:
        if column.grows is not taken[column.key].grows:
            yield column
    for before, column in pairwise(columns):
        if before.role is Role.ACTUAL and not before.grows and is_lone_growth("".join(levels[column.place])):
            yield column._replace(role=Role.ACTUAL, year=before.year, unit="%", grows=True)


def _are_rates(columns: Sequence[HeadedColumn], body: Body) -> bool | None:
    """Return whether most units in a column of units are rates; `None` without such a column."""
    place = next((column.place for column in columns if column.role is Role.UNIT), None)
    if place is None:
        return None
    units = [row[place].text for row in body if row[place].text]
    return 2 * sum(map(is_rate, units)) > len(units)


def _role(levels: Sequence[str]) -> Role:
    """Return what a column has: the lowest text in its head that says so decides, and then all of them together."""
    found = [role for text in (*reversed(levels), "".join(levels)) if (role := parse_head(text))]
    return found[0] if found else Role.OTHER

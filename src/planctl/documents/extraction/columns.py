"""What the columns of a table have, by its head: which tables are tables of indicators, and of which years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from planctl.documents.extraction.head_rows import head_of, levels_of
from planctl.documents.reading.document import PrintedTable, TableField
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.documents import years_in
from planctl.grammar.outcomes import stated_outcome
from planctl.grammar.rows import (
    VALUES,
    Role,
    head_unit,
    is_bare_year,
    is_estimate_head,
    is_growth_head,
    is_lesser_head,
    is_lone_growth,
    is_other_caption,
    is_refused_head,
    is_wider_head,
    names_indicators,
    parse_head,
    parse_kind,
    role_of_last_year,
    unit_above,
)
from planctl.messages.message import Message, say
from planctl.values.meanings import Blank
from planctl.values.units import is_rate

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
    """A column that was left out: its head, the line of that, and the head of the one that has the same of its year.

    That is empty where nothing is known of what it has.
    """

    head: str
    line: int
    taken: str


class Head(NamedTuple):
    """The head of a table of indicators: its columns, how many rows it takes, and the columns that were left out.

    `others` are those of the left out that have growths where the one that was taken has amounts, or the other way
    round: a row may have its figures there. `says_so` where it, or the caption, speaks of indicators, and `unit` is
    what stands above the table as that of all of it (单位：%).
    """

    columns: tuple[HeadedColumn, ...]
    rows: int
    left_out: tuple[LeftOut, ...] = ()
    says_so: bool = False
    others: tuple[HeadedColumn, ...] = ()
    unit: str = ""

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
    titles, rows = head_of(table.rows)
    depth = len(rows)
    levels = levels_of(rows)
    title = "".join([table.caption, *(row[0].text for row in titles)])
    if is_other_caption(title) or _is_list(levels):
        return say("it is a list of tasks or of projects, a budget, or a ranking")
    if not any(parse_head(text) for column in levels for text in column):
        return None
    body = table.rows[len(titles) + depth :]
    headed = _columns(levels, years_in(title) or years, body)
    columns, left_out = _one_each(headed, levels, body)
    others = tuple(_others(columns, [headed[place] for place in left_out], levels))
    head = Head(
        tuple(columns),
        len(titles) + depth,
        tuple(_left_out(headed, columns, others, levels, [field.line for field in rows[0]])),
        any(names_indicators(text) for text in (title, *chain.from_iterable(levels))),
        others,
        unit_above(title),
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
    for index in _bare_years(levels, roles):
        roles[index] = Role.ACTUAL
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
        year, unit = (said, unit or ("%" if grows else "")) if role in VALUES else (0, "")
        columns.append(HeadedColumn(role, year, index, unit, guess, grows))
    return columns


def _bare_years(levels: Sequence[Sequence[str]], roles: Sequence[Role]) -> list[int]:
    """Return the places of heads that are a year alone, of which there are targets and no other results."""
    having = {(role, year) for role, column in zip(roles, levels, strict=True) for year in years_in("".join(column))}
    bare = [index for index, column in enumerate(levels) if len(column) == 1 and is_bare_year(column[0])]
    years = [(index, years_in(levels[index][0])[:1]) for index in bare]
    return [
        index for index, year in years if year and (Role.TARGET, *year) in having and (Role.ACTUAL, *year) not in having
    ]


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

    That is taken whose head names the year; where a year has an amount and its growth, that which is a growth, or is
    none, as the other of the year is; then what is of the whole year and the plan's own; then what has most figures.
    """
    heads = ["".join(column) for column in levels]
    rates = _are_rates(columns, body)
    figures = [sum(any(map(str.isdecimal, row[place].text)) for row in body) for place in range(len(levels))]
    by_key: dict[tuple[Role, int], list[HeadedColumn]] = {}
    for column in columns:
        if column.role in VALUES:
            by_key.setdefault((column.role, column.year), []).append(column)
    usual = _usual_kind(by_key, figures)
    left_out: list[int] = []
    for (role, year), having in by_key.items():
        other = by_key.get((VALUES[VALUES.index(role) - 1], year), ())
        kinds = {each.grows for each in other}
        wanted = kinds if len(kinds) == 1 else usual

        def rank(column: HeadedColumn, wanted: set[bool] = wanted) -> tuple[bool | int, ...]:
            head = heads[column.place]
            own = not is_lesser_head(head), not is_wider_head(head)
            fits = rates in (column.grows, None)
            return bool(years_in(head)), {column.grows} == wanted, *own, fits, figures[column.place]

        chosen = max(having, key=rank)
        left_out += [each.place for each in having if each is not chosen]
    kept = [each._replace(role=Role.OTHER) if each.place in left_out else each for each in columns]
    return kept, sorted(left_out)


def _usual_kind(by_key: Mapping[tuple[Role, int], Sequence[HeadedColumn]], figures: Sequence[int]) -> set[bool]:
    """Return whether growths or amounts have more figures, where years have both; empty where none has."""
    both = [having for having in by_key.values() if len({each.grows for each in having}) > 1]
    growths = sum(figures[each.place] for having in both for each in having if each.grows)
    amounts = sum(figures[each.place] for having in both for each in having if not each.grows)
    return {growths > amounts} if both else set()


def _left_out(
    headed: Sequence[HeadedColumn],
    columns: Sequence[HeadedColumn],
    others: Sequence[HeadedColumn],
    levels: Sequence[Sequence[str]],
    lines: Sequence[int],
) -> Iterator[LeftOut]:
    """Yield the columns that were left out: another was taken, or nothing is known of what they have."""
    taken = {column.key: column.place for column in columns if column.role in VALUES}
    used = {column.place for column in others}
    for column in headed:
        place, head = column.place, "".join(levels[column.place])
        if column.key in taken and taken[column.key] != place:
            yield LeftOut(head, lines[place], "".join(levels[taken[column.key]]))
        elif head and column.role is Role.OTHER and place not in used and not _is_known(levels[place]):
            yield LeftOut(head, lines[place], "")


def _is_known(levels: Sequence[str]) -> bool:
    """Return whether a head says what its column has, be it nothing of the indicator's own."""
    return any(parse_head(text) for text in (*levels, "".join(levels)))


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
        if before.role in VALUES and not before.grows and is_lone_growth("".join(levels[column.place])):
            yield column._replace(role=before.role, year=before.year, unit="%", grows=True)


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

"""The rows of a table of indicators as printed: which are indicators, which are parts, and which begin a class."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from planctl.documents.extraction.columns import Head, HeadedColumn, says_something
from planctl.documents.reading.document import TableField
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.marks import STARS, parse_marks, without_stars
from planctl.grammar.outcomes import stated_outcome
from planctl.grammar.rows import (
    PrintedName,
    Role,
    goes_on_with_industries,
    is_class,
    is_class_number,
    is_part_number,
    kind_of_class,
    parse_kind,
    parse_name,
    parse_value,
)
from planctl.grammar.target_names import TargetMovement, movement_of
from planctl.grammar.text import half_width, normal
from planctl.report.model import Kind
from planctl.values.meanings import Between, Bounded, Meaning, Relative, Several, UnreadableText
from planctl.values.units import is_rate

Key = tuple[Role, int]
"""What a value is, and of which year."""
NO_CLASSES: Mapping[int, Kind] = MappingProxyType({})


class PrintedRow(NamedTuple):
    """A row as printed: an indicator by its number, or a part, whose `number` is empty; its values by what they are.

    `fields` has the cells that were read for its number, name, unit, kind and stated outcome, where the table has them,
    and `guesses` the words at the head of values that call them estimates.
    """

    number: str
    prefix: str
    name: str
    unit: str
    kind: Kind
    notes: tuple[str, ...]
    values: Mapping[Key, TableField]
    fields: Mapping[Role, TableField]
    guesses: Mapping[Key, str]
    parts: tuple["PrintedRow", ...] = ()

    @property
    def stated(self) -> str:
        """What the table says beside its figures of what became of the target; empty where it says nothing of that."""
        field = self.fields.get(Role.STATED)
        return field.text if field and stated_outcome(field.text) else ""

    @property
    def unit_of_figures(self) -> str:
        """The unit that its figures have themselves, where they are all rates, or growths beside their amounts."""
        texts = [each.text for each in self.values.values() if any(map(str.isdecimal, each.text))]
        units = [unit for text in texts for unit in _units(parse_any_cell(text).meaning)]
        return "%" if units and set(units) == {"%"} else ""

    @property
    def line(self) -> int:
        """The line that its name stands in, or where that is merged with the name above, the first cell of its own."""
        name = self.fields[Role.NAME]
        own = (field for field in (name, *self.fields.values(), *self.values.values()) if not field.shared)
        return next(own, name).line


class SignMeanings(NamedTuple):
    """What signs beside names and numbers mean, and whether they mean it beside values as well."""

    kinds: Mapping[str, Kind]
    of_values: bool


def read_rows(
    rows: Iterable[Sequence[TableField]], head: Head, signs: SignMeanings, classes: Mapping[int, Kind] = NO_CLASSES
) -> tuple[PrintedRow, ...]:
    """Return the indicators below a head, each with its parts; `signs` tell their kinds.

    So do lines outside of the rows that begin a class of them: `classes` has their numbers.
    """
    reading = _Reading(head, signs)
    begun = sorted(classes)
    for row in rows:
        line = max(field.line for field in row)
        while begun and begun[0] < line:
            reading.begin(classes[begun.pop(0)])
        if not all(field.shared for field in row):  # one that is merged with the row above is no row
            reading.read(row)
    return tuple(row._replace(parts=tuple(parts)) for row, parts in reading.indicators)


class _Reading:
    """Written row by row; a row may be of the class, and under the indicator, that stands above it.

    Known from the rows above are the kind of the class, how far the last indicator was set in, whether rows have
    numbers, and whether a class began since the last indicator.
    """

    def __init__(self, head: Head, signs: SignMeanings) -> None:
        self.head = head
        self.signs = signs
        self.indicators: list[tuple[PrintedRow, list[PrintedRow]]] = []
        self._class: Kind | None = None
        self._indent = 0
        self._numbered = False
        self._new_class = False

    def begin(self, kind: Kind) -> None:
        """Begin a class of rows of a kind."""
        self._class, self._new_class = kind, True

    def read(self, row: Sequence[TableField]) -> None:
        """Read the next row; one without a name is passed over."""
        field = self._name(row)
        texts = [each.text for each in row if each.text and not each.shared]
        if not field or not field.text:
            self._class = (self._kind_in(texts[0]) if len(texts) == 1 else None) or self._class
            return
        printed = parse_name(field.text)
        if self._is_class(row, field, printed):
            self._class = self._kind_in("".join(texts)) or self._class
            self._new_class = True
            return
        number, prefix = self._number(row, printed)
        self._numbered = self._numbered or bool(number)
        if self._is_part(field, number, prefix):
            owner = self.indicators[-1][0]
            values = self._values(row, of_part=True)
            part = self._row(row, printed, values, owner.kind)._replace(prefix=prefix)
            self.indicators[-1][1].append(part)
            return
        self._indent = field.indent
        values = self._values(row, of_part=False)
        made = self._row(row, printed, values, self._kind(row, printed, values))
        number = number or str(len(self.indicators) + 1)
        self.indicators.append((made._replace(number=number), []))
        self._new_class = False

    def _row(
        self, row: Sequence[TableField], printed: PrintedName, values: Mapping[Key, TableField], kind: Kind
    ) -> PrintedRow:
        roles = (Role.NUMBER, Role.NAME, Role.UNIT, Role.KIND, Role.STATED)
        fields = {role: field for role in roles if (field := self._field(row, role))}
        fields[Role.NAME] = self._name(row) or fields[Role.NAME]
        marks = (field.mark for field in (*fields.values(), *values.values()))
        notes = [*printed.notes, *(note for mark in marks for note in parse_marks(mark).notes)]
        return PrintedRow(
            number="",
            prefix=printed.prefix,
            name=printed.name,
            unit=self._unit(row, printed),
            kind=kind,
            notes=tuple(notes),
            values=values,
            fields=fields,
            guesses={column.key: column.guess for column in self._columns_of(row) if column.guess},
        )

    def _unit(self, row: Sequence[TableField], printed: PrintedName) -> str:
        """Return the unit of a row; of growths that stand beside amounts, that of their head."""
        field = self._field(row, Role.UNIT)
        unit = printed.unit or (_unbracketed(field.text) if field else self._head_unit())
        parts = half_width(unit).replace("、", ",").split(",")
        if len(parts) > 1 and is_rate(parts[-1]):  # 亿元，% of a table with both
            unit = parts[0]
        if is_rate(unit):
            return unit
        others = {column.key for column in self.head.others}
        asked = [column for column in self._columns_of(row) if column.key in others]
        if asked and all(column.grows for column in asked):
            return next((column.unit for column in asked if is_rate(column.unit)), "%")
        return unit

    def _head_unit(self) -> str:
        """Return the unit that the head says of all values, if it says one of them all, or the one above the table."""
        units = {column.unit for column in self.head.values}
        return (units.pop() if len(units) == 1 else "") or self.head.unit

    def _name(self, row: Sequence[TableField]) -> TableField | None:
        """Return the name of a row; where the head has several columns for it, what stands in all of them."""
        fields = [row[place] for place in self.head.places_of(Role.NAME)]
        own = [field for count, field in enumerate(fields) if not (count and _same_cell(fields[count - 1], field))]
        texts = [field.text for field in own if field.text]
        if len(texts) < 2:
            return next((field for field in own if field.text), own[0] if own else None)
        last = next(field for field in reversed(own) if field.text)
        return last._replace(text="".join(texts), shared=False)

    def _field(self, row: Sequence[TableField], role: Role) -> TableField | None:
        index = self.head.place_of(role)
        return None if index is None else row[index]

    def _number(self, row: Sequence[TableField], printed: PrintedName) -> tuple[str, str]:
        """Return the number of a row, and what stands before its name; a number such as 21-1 stands before a part."""
        field = self._field(row, Role.NUMBER)
        if field is None:
            return self._own_number(printed)
        number = "" if field.shared else half_width(field.text).strip(f".、(){STARS}")
        if is_part_number(half_width(field.text)) and self.indicators:
            return "", printed.prefix or field.text
        return number, printed.prefix

    def _own_number(self, printed: PrintedName) -> tuple[str, str]:
        """Return the number in a name; 1. below 一、 is that of a part."""
        outer = self.indicators[-1][0].number if self.indicators and not self._new_class else ""
        if printed.number.isdecimal() and is_class_number(outer):
            return "", printed.prefix or f"{printed.number}."
        return printed.number, printed.prefix

    def _is_part(self, field: TableField, number: str, prefix: str) -> bool:
        if not self.indicators or number:
            return False
        name = parse_name(field.text).name
        if any(goes_on_with_industries(part.name, name) for part in self.indicators[-1][1]):
            return True
        counted = self.head.place_of(Role.NUMBER) is not None or self._numbered
        return bool(prefix) or counted or field.indent > self._indent

    def _is_class(self, row: Sequence[TableField], name: TableField, printed: PrintedName) -> bool:
        """Return whether a row begins a class: its one text takes all columns, or it has no number and no values."""
        others = [field for field in row if field.text and field is not name]
        if others and all(field.text == name.text for field in others) and any(field.shared for field in others):
            return True
        if not others and kind_of_class(name.text):
            return True
        values = [row[column.place] for column in self.head.values]
        number, unit = self._field(row, Role.NUMBER), self._field(row, Role.UNIT)
        if printed.prefix or printed.unit or (unit and unit.text) or any(field.text for field in values):
            return False
        if number and number.text and not number.shared:
            return is_class_number(number.text)
        return is_class(name.text)

    def _kind(self, row: Sequence[TableField], printed: PrintedName, values: Mapping[Key, TableField]) -> Kind:
        number = self._field(row, Role.NUMBER)
        places = {column.place for column in self.head.values}
        own = [field for place, field in enumerate(row) if place not in places]
        beside = [
            field.mark for field in (*own, *(values.values() if self.signs.of_values else ())) if not field.shared
        ]
        beside += [number.text] if number and not number.shared else []
        for star in printed.stars + "".join(parse_marks(mark).stars for mark in beside):
            if star in self.signs.kinds:
                return self.signs.kinds[star]
        if printed.kind:
            return Kind(printed.kind)
        column = self._field(row, Role.KIND)
        return (self._kind_in(column.text) if column else None) or self._class or Kind.EXPECTED

    def _kind_in(self, text: str) -> Kind | None:
        kind = parse_kind(text)
        return Kind(kind) if kind else None

    def _values(self, row: Sequence[TableField], *, of_part: bool) -> dict[Key, TableField]:
        """Return the values of a row without marks of notes; a part has none of what is merged with the row above."""
        own = {field.line for field in row if not field.shared}
        values = {}
        for column in self._columns_of(row):
            field = row[column.place]
            plain, stars = without_stars(field.text)
            text, notes = parse_value(plain)
            blank = of_part and field.shared and field.line not in own
            mark = ",".join(each for each in (field.mark, stars, *notes) if each)
            values[column.role, column.year] = field._replace(text="" if blank else text, mark=mark)
        return values

    def _columns_of(self, row: Sequence[TableField]) -> tuple[HeadedColumn, ...]:
        """Return the columns that have the values of a row: those of the table, or where it has more there, the others.

        Where one column alone has the target or the result, the other one is to be of the same, a growth or an amount.
        """
        others = {column.key: column for column in self.head.others}
        taken = self.head.values
        instead = tuple(others.get(column.key, column) for column in taken)
        alone = (column for column in taken if column.key not in others)
        votes = [vote for column in alone if (vote := column.grows or _grows(row[column.place].text)) is not None]
        growths = {2 * sum(votes) >= len(votes)} if votes else set()

        def fit(columns: Sequence[HeadedColumn]) -> tuple[bool, int]:
            asked = [column for column in columns if column.key in others]
            said = sum(says_something(row[column.place].text) for column in asked)
            return said > 0 and {column.grows for column in asked} == growths, said

        return instead if others and fit(instead) > fit(taken) else taken


def _grows(text: str) -> bool | None:
    """Return whether the text of a cell says by how much something moves; `None` where it has no figure."""
    match parse_any_cell(text).meaning:
        case Relative():
            return True
        case Bounded() | Between() | UnreadableText():
            return "%" in text or movement_of(normal(text)) is not TargetMovement.NONE
    return None


def _units(meaning: Meaning) -> tuple[str, ...]:
    """Return the units of the figures of a cell; an empty one where it has none that can be read."""
    match meaning:
        case Bounded(figure=figure) | Between(high=figure):
            return (figure.unit,)
        case Several(bounds):
            return tuple(each.figure.unit for each in bounds)
    return ("",)


def _unbracketed(text: str) -> str:
    plain = half_width(text)
    return plain[1:-1] if plain.startswith("(") and plain.endswith(")") else plain


def _same_cell(before: TableField, field: TableField) -> bool:
    return field.shared and field.line == before.line

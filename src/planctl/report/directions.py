"""Whether more or less of an indicator is better, where the data does not write it: decided here and nowhere else.

What is written stands. Of what is not, the catalogue knows many by name, and a part goes as the row that it is part of.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from planctl.grammar.directions import is_burden, lessens
from planctl.report.model import Indicator, Report, Statement
from planctl.values.meanings import Between, Bounded, Cell, Direction, Given, Ground

if TYPE_CHECKING:
    from planctl.report.catalogue import Catalogue


def directed(report: Report, catalogue: "Callable[[], Catalogue]") -> Report:
    """Return the report with the direction of each row and statement, and what that rests on.

    The catalogue is asked for only where a name could be one of which less is better: to read it takes its time.
    """
    rows = tuple(_row(row, None, catalogue) for row in report.indicators)
    statements = tuple(_statement(each, catalogue) for each in report.statements)
    return report._replace(indicators=rows, statements=statements)


def _row(row: Indicator, whole: Indicator | None, catalogue: "Callable[[], Catalogue]") -> Indicator:
    given = row.given
    if given.ground is not Ground.WRITTEN:
        as_whole = whole is not None and whole.better is Direction.LOWER and whole.unit == row.unit
        given = _by_name(row.name, row.unit, catalogue, as_whole=as_whole)
    row = row._replace(**given._asdict())
    return row._replace(parts=tuple(_row(part, row, catalogue) for part in row.parts)) if row.parts else row


def _statement(statement: Statement, catalogue: "Callable[[], Catalogue]") -> Statement:
    meaning = statement.value.meaning
    if statement.ground is Ground.WRITTEN or (isinstance(meaning, Bounded | Between) and meaning.decline):
        return statement
    given = _by_name(statement.label, unit_of(statement.value), catalogue)
    return statement._replace(**given._asdict())


def unit_of(cell: Cell) -> str:
    """Return the unit that a cell prints with its figure; empty where it prints none."""
    match cell.meaning:
        case Bounded(figure=figure) | Between(high=figure):
            return figure.unit
    return ""


def _by_name(name: str, unit: str, catalogue: "Callable[[], Catalogue]", *, as_whole: bool = False) -> Given:
    burden = is_burden(name)
    if not burden and (not as_whole or lessens(name)):
        return Given(Direction.HIGHER, Ground.DEFAULT)
    if known := catalogue().better(name, unit):
        return Given(known, Ground.CATALOGUE)
    return Given(Direction.LOWER, Ground.WHOLE) if as_whole else Given(Direction.HIGHER, Ground.UNKNOWN)

"""Whether more or less of an indicator is better, where the data does not write it: decided here and nowhere else.

What is written stands. Of what is not, the catalogue knows many by name, and a part goes as the row that it is part of.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from planctl.grammar.directions import becomes_less, is_burden, lessens
from planctl.grammar.readings import negated
from planctl.report.model import Indicator, Report, Statement
from planctl.values.meanings import Between, Bounded, Cell, Direction, Given, Ground
from planctl.values.units import is_rate

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
    row = _falling(row._replace(**given._asdict()))
    return row._replace(parts=tuple(_row(part, row, catalogue) for part in row.parts)) if row.parts else row


def _falling(row: Indicator) -> Indicator:
    """Return a row whose target is a negative rate with that as a fall, where it is of what is to become less.

    单位GDP能耗 of -3% is to fall by 3%, as is its 降低率 of -3%; 进出口总额 of -3% may fall by no more.
    """
    adjusted = row.adjusted
    cells = [cell for cell in (row.target, adjusted.target if adjusted else None) if cell]
    if not any(map(_is_negative_rate, cells)) or not becomes_less(row.name):
        return row
    if adjusted:
        adjusted = adjusted._replace(target=_as_fall(adjusted.target), replaces=_as_fall(adjusted.replaces))
    return row._replace(target=row.target and _as_fall(row.target), adjusted=adjusted)


def _is_negative_rate(cell: Cell) -> bool:
    match cell.meaning:
        case Bounded(figure=figure, decline=False):
            return figure.size < 0 and is_rate(figure.unit)
    return False


def _as_fall(cell: Cell) -> Cell:
    meaning = cell.meaning
    if not isinstance(meaning, Bounded) or not _is_negative_rate(cell):
        return cell
    return cell._replace(meaning=negated(meaning)._replace(decline=True))


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

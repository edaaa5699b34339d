"""The rows of the data held against the tables of the document: numbers, names, units, marks, targets and results."""

from collections.abc import Iterable
from itertools import zip_longest

from planctl.documents.document import Field, Table
from planctl.grammar.documents import year_in
from planctl.grammar.text import normal
from planctl.messages import say
from planctl.model import Indicator, Kind, Report
from planctl.values import Cell
from planctl.verification.ledger import Ledger, Outcome

RESULTS = "完成"


def verify_tables(reports: Iterable[Report], ledger: Ledger) -> None:
    """Hold every table of indicators that the document has against the report of its kind and year."""
    known = {(report.kind, report.year): report for report in reports}
    seen = set()
    for table in ledger.document.tables:
        kind = "indicators" if any(RESULTS in field.text for field in table.head[3:]) else "targets"
        year = next((found for field in table.head[2:] if (found := year_in(field.text))), None)
        report = known.get((kind, year or 0))
        if report:
            seen.add((report.kind, report.year))
            _verify(report, table, ledger)
    for key, report in known.items():
        if report.indicators and key not in seen:
            message = say("the document has no table of these indicators")
            ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, "indicators", "", message)


def _verify(report: Report, table: Table, ledger: Ledger) -> None:
    rows = {row.number or "": row for row in report.indicators}
    groups = _groups(table)
    for number, printed in groups.items():
        row = rows.pop(number, None)
        if row is None:
            message = say("row {number}, {name}, is not in the data", number=number, name=printed[0][1].text)
            ledger.differ(Outcome.MISSING_IN_DATA, report, "indicators", "", message, printed[0][0].line, number)
            continue
        _row(report, row, printed[0], ledger)
        for part, fields in zip_longest(row.parts, printed[1:]):
            if part is None:
                message = say("the part {name} is not in the data", name=fields[1].text)
                ledger.differ(Outcome.MISSING_IN_DATA, report, row.id, "", message, fields[1].line, fields[1].text)
            elif fields is None:
                message = say("the document has no such part of row {number}", number=number)
                ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, part.id, "", message)
            else:
                _row(report, part, fields, ledger)
    for number, row in rows.items():
        message = say("the table of the document has no row {number}", number=number)
        ledger.differ(Outcome.MISSING_IN_DOCUMENT, report, row.id, "", message, table.line)


def _groups(table: Table) -> dict[str, list[tuple[Field, ...]]]:
    """Return the rows of a table by their numbers, each with the rows without a number below it."""
    groups: dict[str, list[tuple[Field, ...]]] = {}
    for row in table.rows:
        if row[0].text:
            groups[row[0].text] = [row]
        elif groups:
            groups[next(reversed(groups))].append(row)
    return groups


def _row(report: Report, row: Indicator, fields: tuple[Field, ...], ledger: Ledger) -> None:
    mark = "*" if row.kind is Kind.CONSTRAINT and row.number else ""
    unit = f"（{row.unit}）" if row.unit else ""
    columns: list[tuple[str, str, Field]] = [("name", f"{row.prefix}{row.name}{unit}{mark}", fields[1])]
    if row.number:
        ledger.hold_field(fields[0])
        ledger.match()
    columns.append(("target", _text(row.target), fields[2]))
    if report.kind == "indicators":
        columns.append(("actual", _text(row.actual), fields[3]))
    for key, expected, field in columns:
        if normal(expected) == normal(field.text):
            ledger.match()
        else:
            message = say(
                "the data has {here}, and the document {there}", here=expected or "—", there=field.text or "—"
            )
            ledger.differ(Outcome.DIFFERENT, report, row.id, key, message, field.line, field.text)
        ledger.hold_field(field)


def _text(cell: Cell | None) -> str:
    return cell.printed if cell else ""

"""The rows of the data held against the tables of the document: numbers, names, units, marks, targets and results."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planctl.checks.verified import Verified
from planctl.documents.extraction.indicator_tables import IndicatorTable, table_of
from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.documents.reading.document import TableField
from planctl.documents.verification.ledger import Ledger
from planctl.grammar.rows import Role
from planctl.grammar.text import normal
from planctl.messages.message import say
from planctl.report.model import Indicator, Report

Pair = tuple[str, str, str, TableField]
"""A key, what the data has at it, what the document has, and where."""


def verify_tables(reports: Sequence[Report], tables: Sequence[IndicatorTable], ledger: Ledger, *, whole: bool) -> None:
    """Hold every report against the table of the document that has its targets and results.

    Where the reports are the `whole` of what was transcribed, a table that none of them is of is missing in the data.
    """
    left = list(tables)
    for report in reports:
        if all(row.quote for row in report.indicators):
            continue
        if table := table_of(tables, report.kind, report.year):
            _verify(report, table, ledger)
            left = [each for each in left if each is not table]
        else:
            message = say("the document has no table of these indicators")
            ledger.differ(Verified.MISSING_IN_DOCUMENT, report, "indicators", "", message)
    known = {(report.kind, report.year) for report in reports if not all(row.quote for row in report.indicators)}
    for table in (each for each in left if whole and reports and not _is_known(each, known)):
        message = say("no file has the table {caption}", caption=table.caption)
        ledger.differ(Verified.MISSING_IN_DATA, reports[0], "indicators", "", message, table.line, table.caption)


def _is_known(table: IndicatorTable, known: set[tuple[str, int]]) -> bool:
    """Return whether there is a file for each year that a table has something of: another table has it too."""
    kinds = {Role.ACTUAL: ("indicators",), Role.TARGET: ("indicators", "targets")}
    return all(any((kind, year) in known for kind in kinds[role]) for role, year in table.keys)


def _verify(report: Report, table: IndicatorTable, ledger: Ledger) -> None:
    rows: dict[str, list[Indicator]] = {}
    for indicator in report.indicators:
        if not indicator.quote:
            rows.setdefault(indicator.number or "", []).append(indicator)
    for printed in table.rows:
        row = next(iter(rows.get(printed.number, ())), None)
        if row is None:
            message = say("row {number}, {name}, is not in the data", number=printed.number, name=printed.name)
            at, line = "indicators", printed.line
            ledger.differ(Verified.MISSING_IN_DATA, report, at, "", message, line, printed.number)
            continue
        rows[printed.number].remove(row)
        _row(report, row, printed, ledger)
        for part, under in zip_longest(row.parts, printed.parts):
            if part is None:
                message = say("the part {name} is not in the data", name=under.name)
                ledger.differ(Verified.MISSING_IN_DATA, report, row.id, "", message, under.line, under.name)
            elif under is None:
                message = say("the document has no such part of row {number}", number=printed.number)
                ledger.differ(Verified.MISSING_IN_DOCUMENT, report, part.id, "", message)
            else:
                _row(report, part, under, ledger)
    for row in (each for left in rows.values() for each in left):
        message = say("the table of the document has no row {number}", number=row.number or "")
        ledger.differ(Verified.MISSING_IN_DOCUMENT, report, row.id, "", message, table.line)


def _row(report: Report, row: Indicator, printed: PrintedRow, ledger: Ledger) -> None:
    for role, field in printed.fields.items():
        ledger.hold_field(field, report, row.id, role)
    if row.number:
        ledger.match()
    name = printed.fields[Role.NAME]
    there = printed.name if row.number else f"{printed.prefix}{printed.name}"
    pairs: list[Pair] = [
        ("name", f"{row.prefix}{row.name}", there, name),
        ("unit", row.unit, printed.unit, printed.fields.get(Role.UNIT, name)),
    ]
    if row.number:
        pairs.append(("kind", row.kind, printed.kind, printed.fields.get(Role.KIND, name)))
    for role, cell in {Role.TARGET: row.target, Role.ACTUAL: row.actual}.items():
        if value := printed.values.get((role, report.year)):
            pairs.append((role, cell.printed if cell else "", value.text, value))
            ledger.hold_field(value, report, row.id, role)
        elif cell:
            message = say("the table of the document has no {column}", column=role.value)
            ledger.differ(Verified.MISSING_IN_DOCUMENT, report, row.id, role, message, printed.line)
    if result := printed.values.get((Role.ACTUAL, report.year)):
        pairs += _beside(row, printed, result, report.year)
    for key, here, there, field in pairs:
        if normal(here) == normal(there):
            ledger.match()
        else:
            message = say("the data has {here}, and the document {there}", here=here or "—", there=there or "—")
            ledger.differ(Verified.DIFFERENT, report, row.id, key, message, field.line, field.text)


def _beside(row: Indicator, printed: PrintedRow, result: TableField, year: int) -> Iterator[Pair]:
    """Yield what is said of a result elsewhere than in its cell, where either side says it."""
    guess = printed.guesses.get((Role.ACTUAL, year), "") if result.text else ""
    if row.estimate or guess:
        yield "estimate", row.estimate, guess, result
    if row.stated or printed.stated:
        yield "stated", row.stated, printed.stated, printed.fields.get(Role.STATED, result)

"""Checks of what a report says twice: a figure in the prose and in a table or box, a target in two reports.

And of what a statement says that it repeats or is part of.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.diff.marks import move_target
from planctl.diff.movement import Movement
from planctl.grammar.prose import place_in_quote
from planctl.grammar.readings import SIGNS, printed_with_unit
from planctl.grammar.text import normal
from planctl.messages.message import Message, Place, Related, say
from planctl.messages.suggestions import Suggestions
from planctl.report.model import Measure, Report, Statement, with_parts
from planctl.values.meanings import Bounded, Cell, Certainty, Figure, Span
from planctl.values.units import convert


def quote_differs(dossier: Dossier) -> Iterator[Finding]:
    """The value of a statement does not stand in the words that are quoted for it.

    One of the two was misread.

    Example: value 2259亿元, quote 规上工业产值实现2295亿元.
    """
    for report in dossier.reports:
        for statement in report.statements:
            if not place_in_quote(normal(statement.value.printed), normal(statement.quote)):
                message = say(
                    "{value} is not in its quote, {quote}", value=statement.value.printed, quote=statement.quote
                )
                at = f"statements.{statement.id}"
                yield Finding(report, at, "value", message, say("compare both with the page"))


def repetition_value(dossier: Dossier) -> Iterator[Finding]:
    """A figure in the prose is not the one of the row or programme that it repeats.

    Units of a kind are brought together first. A bound in the prose that the other figure keeps is left to
    `repetition-form`.

    Example: 粮食产量实现44.4万吨 in the prose, 44.3 in the table; 281个 in the prose, 280个 in the box.
    """
    for repetition in _repetitions(dossier):
        stated, cell = repetition.statement.value, repetition.cell
        if not _same_size(stated, cell) and not _agrees(stated, cell):
            yield _finding(repetition, say("compare both with the page"))


def repetition_form(dossier: Dossier) -> Iterator[Finding]:
    """A figure in the prose agrees with its row or programme in number, but not in its unit or in how to stand to it.

    A floor in the prose that a plan keeps is no contradiction.

    Example: 突破100家 in the prose, 100 in the table; 220亿元以上 in the prose, 233.3亿元 in the box.
    """
    for repetition in _repetitions(dossier):
        value, cell = repetition.statement.value, repetition.cell
        stated, printed = value.meaning, cell.meaning
        if not (isinstance(stated, Bounded) and isinstance(printed, Bounded)):
            continue
        if _same_size(value, cell):
            if stated.comparator is printed.comparator and stated.figure.unit == printed.figure.unit:
                continue
        elif not _agrees(value, cell):
            continue
        yield _finding(repetition, say("nothing to mend where both stand so"))


def repetition_estimate(dossier: Dossier) -> Iterator[Finding]:
    """A figure is an estimate in one place, and a fact in the other.

    Example: 预计2.25 in the table, 达2.25% in the prose.
    """
    for repetition in _repetitions(dossier):
        if repetition.cell.estimated is not repetition.statement.value.estimated:
            remedy = say("compare both with the page; where they stand so, acknowledge it under 'accept'")
            yield _finding(repetition, remedy)


def target_differs(dossier: Dossier) -> Iterator[Finding]:
    """The target beside a result is not the one that the plan of that year had.

    The verdict uses the one beside the result.

    Example: targets_2023.yaml has 8.5, and indicators_2023.yaml 8 beside the result.
    """
    for outcome in dossier.reports:
        planned = dossier.report("targets", outcome.year) if outcome.kind == "indicators" else None
        rows = {row.id: row for row in with_parts(planned.indicators)} if planned else {}
        for row in with_parts(outcome.indicators):
            plan = rows.get(row.id)
            if not planned or not plan or not row.target or not plan.target:
                continue
            if move_target(plan, row, plan.target, row.target).movement is not Movement.UNCHANGED:
                message = say(
                    "the target here is {here}, and the plan had {there}",
                    here=row.target.printed,
                    there=plan.target.printed,
                )
                related = Related(place_of(planned, row.id, "target"), say("the plan's target is here"))
                yield Finding(outcome, row.id, "target", message, say("compare both with the pages"), (related,))


def unknown_reference(dossier: Dossier) -> Iterator[Finding]:
    """A statement is part of, or repeats a figure of, what no file of its year has.

    Asked where the file that would have it is there.

    Example: `repeats: key-project.count`, and the programme is `key-projects`.
    """
    for report in dossier.reports:
        if not (plan := dossier.plans.get(report.year)):
            continue
        wholes = {*(row.indicator.id for row in plan.rows), *(each.id for each in plan.statements)}
        figures = {
            f"{programme.id}.{measure}"
            for programme in plan.programmes
            for measure in Measure
            if programme.figures.of(measure)
        }
        known = (("part_of", wholes, bool(plan.cases)), ("repeats", figures, bool(plan.programmes)))
        for statement in report.statements:
            for key, names, asked in known:
                name = getattr(statement, key)
                if asked and name and name not in names and (key == "part_of" or "." in name):
                    near = Suggestions(sorted(names)).near(name)
                    message = say("'{name}' is in no file of {year}", name=name, year=str(report.year))
                    remedy = say("did you mean {near}?", near=near) if near else say("name one that is there")
                    yield Finding(report, f"statements.{statement.id}", key, message, remedy)


class Repetition(NamedTuple):
    """A statement and its report, and the cell that it repeats: its unit, its place, and what it stands in."""

    report: Report
    statement: Statement
    cell: Cell
    unit: str
    place: Place
    there: Message


def _repetitions(dossier: Dossier) -> Iterator[Repetition]:
    """Yield each statement that repeats a row (its result, or else its target) or a figure of a programme."""
    for report in dossier.reports:
        rows = {row.id: row for row in with_parts(report.indicators)}
        key = "actual" if report.kind == "indicators" else "target"
        for statement in report.statements:
            row = rows.get(statement.repeats or "")
            cell = (row.actual if report.kind == "indicators" else row.target) if row else None
            if row and cell:
                yield Repetition(report, statement, cell, row.unit, place_of(report, row.id, key), say("the table"))
        for statement, home, programme, measure in dossier.figures_repeated(report):
            if figure := programme.figures.of(measure):
                place = place_of(home, f"programmes.{programme.id}", measure)
                yield Repetition(report, statement, figure, "", place, say("the programme"))


def _same_size(stated: Cell, printed: Cell) -> bool:
    one, other = stated.meaning, printed.meaning
    if isinstance(one, Bounded) and isinstance(other, Bounded):
        there = convert(one.figure, other.figure.unit)
        return there is not None and there.size == other.figure.size and one.decline is other.decline
    return type(one) is type(other)


def _agrees(stated: Cell, printed: Cell) -> bool:
    """Return whether one is a bound that the other keeps, or both are of one number, printed more or less finely."""
    if _within(stated, printed) or _within(printed, stated):
        return True
    one, other = stated.meaning, printed.meaning
    if not (isinstance(one, Bounded) and isinstance(other, Bounded)) or one.decline is not other.decline:
        return False
    there = convert(one.figure, other.figure.unit)
    least = convert(Figure(one.figure.rounding, one.figure.unit), other.figure.unit)
    if not (there and least) or {one.comparator, other.comparator} & set(SIGNS):
        return False
    return abs(there.size - other.figure.size) <= max(least.size, other.figure.rounding)


def _within(bounded: Cell, printed: Cell) -> bool:
    """Return whether one has a bound, and the other a figure that keeps it."""
    bound, figure = bounded.meaning, printed.meaning
    if not (isinstance(bound, Bounded) and isinstance(figure, Bounded)) or bound.comparator not in SIGNS:
        return False
    limit = convert(bound.figure, figure.figure.unit)
    if figure.comparator in SIGNS or not limit or bound.decline is not figure.decline:
        return False
    value = Span(figure.figure.size, figure.figure.size)
    return value.satisfies(bound.comparator, limit.size) is Certainty.ALWAYS


def _finding(repetition: Repetition, remedy: Message) -> Finding:
    report, statement, cell, unit, place, there = repetition
    message = say(
        "the text has {stated}, and {there} {printed}",
        stated=statement.value.printed,
        there=there,
        printed=printed_with_unit(cell, unit),
    )
    related = Related(place, say("{there} has it here", there=there))
    return Finding(report, f"statements.{statement.id}", "value", message, remedy, (related,))

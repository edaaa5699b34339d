"""Checks of what a report says twice: a figure in the prose and in a table, a target in two reports."""

from collections.abc import Iterator

from planctl.checks.corpus import Corpus, Finding, place_of
from planctl.diff.marks import move_target
from planctl.diff.movement import Movement
from planctl.messages import Message, Related, say
from planctl.model import Indicator, Report, Statement, with_parts
from planctl.readings import SIGNS
from planctl.units import convert
from planctl.values import Bounded, Cell, Certainty, Span


def quote_differs(corpus: Corpus) -> Iterator[Finding]:
    """The value of a statement does not stand in the words that are quoted for it.

    One of the two was misread.

    Example: value 2259亿元, quote 规上工业产值实现2295亿元.
    """
    for report in corpus.reports:
        for statement in report.statements:
            if statement.value.printed not in statement.quote:
                message = say(
                    "{value} is not in its quote, {quote}", value=statement.value.printed, quote=statement.quote
                )
                at = f"statements.{statement.id}"
                yield Finding(report, at, "value", message, say("compare both with the page"))


def repetition_value(corpus: Corpus) -> Iterator[Finding]:
    """A figure in the prose is not the one of the row that it repeats.

    Units of a kind are brought together first. A bound in the prose that the row's figure keeps is left to
    `repetition_form`.

    Example: 粮食产量实现44.4万吨 in the prose, 44.3 in the table.
    """
    for report, statement, row, cell in _repetitions(corpus):
        if not _same_size(statement.value, cell) and not _within(statement.value, cell):
            message = _both(statement, row, cell)
            yield _finding(report, statement, row, message, say("compare both with the page"))


def repetition_form(corpus: Corpus) -> Iterator[Finding]:
    """A figure in the prose agrees with its row in number, but not in its unit or in how to stand to it.

    Example: 突破100家 in the prose, 100 in the table; 控制在5.5%以内 in the prose, 5 in the table.
    """
    for report, statement, row, cell in _repetitions(corpus):
        stated, printed = statement.value.meaning, cell.meaning
        if not (isinstance(stated, Bounded) and isinstance(printed, Bounded)):
            continue
        if _same_size(statement.value, cell):
            if stated.comparator is printed.comparator and stated.figure.unit == printed.figure.unit:
                continue
        elif not _within(statement.value, cell):
            continue
        message = _both(statement, row, cell)
        yield _finding(report, statement, row, message, say("nothing to mend where both stand so"))


def repetition_estimate(corpus: Corpus) -> Iterator[Finding]:
    """A result is an estimate in one place, and a fact in the other.

    Example: 预计2.25 in the table, 达2.25% in the prose.
    """
    for report, statement, row, cell in _repetitions(corpus):
        if cell.estimated is not statement.value.estimated:
            message = _both(statement, row, cell)
            remedy = say("compare both with the page; where they stand so, acknowledge it under 'accept'")
            yield _finding(report, statement, row, message, remedy)


def target_differs(corpus: Corpus) -> Iterator[Finding]:
    """The target beside a result is not the one that the plan of that year had.

    The verdict uses the one beside the result.

    Example: targets_2023.yaml has 8.5, and indicators_2023.yaml 8 beside the result.
    """
    for outcome in corpus.reports:
        planned = corpus.report("targets", outcome.year) if outcome.kind == "indicators" else None
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


def _repetitions(corpus: Corpus) -> Iterator[tuple[Report, Statement, Indicator, Cell]]:
    """Yield each statement that repeats a row, with the cell that it repeats: a result, or else a target."""
    for report in corpus.reports:
        rows = {row.id: row for row in with_parts(report.indicators)}
        for statement in report.statements:
            row = rows.get(statement.repeats or "")
            cell = (row.actual if report.kind == "indicators" else row.target) if row else None
            if row and cell:
                yield report, statement, row, cell


def _same_size(stated: Cell, printed: Cell) -> bool:
    one, other = stated.meaning, printed.meaning
    if isinstance(one, Bounded) and isinstance(other, Bounded):
        there = convert(one.figure, other.figure.unit)
        return there is not None and there.size == other.figure.size and one.decline is other.decline
    return type(one) is type(other)


def _within(stated: Cell, printed: Cell) -> bool:
    """Return whether the prose has a bound, and the table a figure that keeps it."""
    bound, figure = stated.meaning, printed.meaning
    if not (isinstance(bound, Bounded) and isinstance(figure, Bounded)) or bound.comparator not in SIGNS:
        return False
    limit = convert(bound.figure, figure.figure.unit)
    if figure.comparator in SIGNS or not limit or bound.decline is not figure.decline:
        return False
    value = Span(figure.figure.size, figure.figure.size)
    return value.satisfies(bound.comparator, limit.size) is Certainty.ALWAYS


def _both(statement: Statement, row: Indicator, cell: Cell) -> Message:
    unit = row.unit if isinstance(cell.meaning, Bounded) and not cell.printed.endswith(row.unit) else ""
    return say(
        "the text has {stated}, and the table {printed}",
        stated=statement.value.printed,
        printed=f"{cell.printed}{unit}",
    )


def _finding(report: Report, statement: Statement, row: Indicator, message: Message, remedy: Message) -> Finding:
    key = "actual" if report.kind == "indicators" else "target"
    related = Related(place_of(report, row.id, key), say("the table has it here"))
    return Finding(report, f"statements.{statement.id}", "value", message, remedy, (related,))

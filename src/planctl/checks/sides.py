"""The check of a rate against those of its parts that are known, where they need not be all of it."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.judging.sums import printed_span
from planctl.messages.message import Related, say
from planctl.report.model import Indicator, Report, Statement
from planctl.values.meanings import Bounded, Cell, Span
from planctl.values.units import is_rate

GROWS = "增"


class Rated(NamedTuple):
    """Something that grows at a rate: its name, its cell, the values that this can stand for, and where it stands."""

    name: str
    cell: Cell
    span: Span
    report: Report
    at: str
    key: str


def parts_on_one_side(dossier: Dossier) -> Iterator[Finding]:
    """All known parts of a whole grow faster than it does, or all of them slower: there have to be other parts.

    A whole grows no slower than its slowest part and no faster than its fastest. Parts are the rows under it and the
    statements that are part of it, at least two; a whole whose parts are all of it is left to `outside-parts`.

    Example: investment grows by 10, industrial investment by 12%以上 and infrastructure investment by 12%以上.
    """
    for whole, parts in _wholes(dossier):
        if len(parts) < 2:
            continue
        above = all(_lies_below(whole.span, part.span) for part in parts)
        if not above and not all(_lies_below(part.span, whole.span) for part in parts):
            continue
        side = say("above") if above else say("below")
        message = say(
            "all known parts are {side} the whole, {whole}: {parts}",
            side=side,
            whole=whole.cell.printed,
            parts=tuple(say("{name} {figure}", name=part.name, figure=part.cell.printed) for part in parts),
        )
        remedy = say("other parts have to make up for it; nothing to mend where all stand so")
        said = say("a part of it is here")
        related = tuple(Related(place_of(part.report, part.at, part.key), said) for part in parts)
        yield Finding(whole.report, whole.at, whole.key, message, remedy, related)


def _lies_below(low: Span, high: Span) -> bool:
    """Return whether all values of one span are below all of another."""
    if low.high is None or high.low is None:
        return False
    return low.high < high.low or (low.high == high.low and not (low.high_included and high.low_included))


def _wholes(dossier: Dossier) -> Iterator[tuple[Rated, tuple[Rated, ...]]]:
    """Yield each row and each statement that grows at a rate, with those of its parts that do."""
    for report in dossier.reports:
        for row in report.indicators:
            if not row.partition and (whole := _row(report, row)):
                inside = (_row(report, part) for part in row.parts)
                stated = _stated(dossier, report.year, row.id, {part.id for part in row.parts})
                yield whole, tuple(each for each in (*inside, *stated) if each)
        for statement in report.statements:
            if whole := _statement(report, statement):
                yield whole, tuple(each for each in _stated(dossier, report.year, statement.id, set()) if each)


def _stated(dossier: Dossier, year: int, whole: str, rows: set[str]) -> Iterator[Rated | None]:
    """Yield the statements that are part of something, without those that repeat a part that is a row."""
    for report, statement in dossier.statements(year):
        if statement.part_of == whole and statement.repeats not in rows:
            yield _statement(report, statement)


def _row(report: Report, row: Indicator) -> Rated | None:
    key = "actual" if report.kind == "indicators" else "target"
    cell = row.actual if report.kind == "indicators" else row.target
    return _rated(Rated(row.name, cell, Span(None, None), report, row.id, key), row.name) if cell else None


def _statement(report: Report, statement: Statement) -> Rated | None:
    at = f"statements.{statement.id}"
    return _rated(
        Rated(statement.label, statement.value, Span(None, None), report, at, "value"),
        f"{statement.label}{statement.quote}",
    )


def _rated(rated: Rated, words: str) -> Rated | None:
    """Return it with its span where its words say that it grows, and its figure is a rate; `None` otherwise."""
    match rated.cell.meaning:
        case Bounded(_, figure) if is_rate(figure.unit) and GROWS in words:
            span = printed_span(rated.cell)
            return rated._replace(span=span) if span else None
    return None

"""Checks of a whole against its parts: rows whose parts are all of them (`partition: true`), programmes, statements."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.diff.statements import Taken, pair
from planctl.judging.sums import Sum, SumAgreement, add_up, plain_figure
from planctl.messages.message import Related, say
from planctl.projects.breakdowns import hold
from planctl.report.model import Indicator, Report, Statement
from planctl.values.meanings import Bounded, Cell, Comparator, Figure
from planctl.values.units import convert, is_rate


class SummedPart(NamedTuple):
    """A part of a row: its name, its cell, and what it is named as in its report."""

    name: str
    cell: Cell | None
    report: Report
    at: str


class SummedWhole(NamedTuple):
    """A whole with the sum of its parts: where it stands, and where what it was added up from does."""

    report: Report
    at: str
    key: str
    sum: Sum
    related: tuple[Related, ...]


def outside_parts(dossier: Dossier) -> Iterator[Finding]:
    """A growth rate lies outside those of all its parts.

    With the same weights a whole grows no faster than its fastest part and no slower than its slowest, as far as
    rounding goes; a change of composition could explain it.

    Example: income grows by 7.8, urban income by 5.5 and rural income by 6.6.
    """
    for report, row, parts in _partitions(dossier):
        whole = _figure(_cell(report, row), row.unit)
        figures = [(part.name, figure) for part in parts if (figure := _figure(part.cell, row.unit))]
        if not is_rate(row.unit) or not whole or len(figures) < len(parts):
            continue
        spans = [figure.rounded_span for _, figure in figures]
        lows = [span.low for span in spans if span.low is not None]
        highs = [span.high for span in spans if span.high is not None]
        own = whole.rounded_span
        if own.low is None or own.high is None or (own.low <= max(highs) and own.high >= min(lows)):
            continue
        message = say(
            "{whole} lies outside its parts, {parts}; a change of composition could explain it",
            whole=whole,
            parts=tuple(say("{name} {figure}", name=name, figure=figure) for name, figure in figures),
        )
        remedy = say("compare them with the page; where they stand so, acknowledge it under 'accept'")
        yield Finding(report, row.id, _key(report), message, remedy, _related(parts))


def sum_of_parts(dossier: Dossier) -> Iterator[Finding]:
    """A total is not the sum of its parts, and rounding does not explain it.

    The parts are those of a row, or the items of a breakdown of a programme. Printed figures are intervals, and sums of
    intervals; counts are exact.

    Example: 100 projects, of which 60 and 41.
    """
    for report, at, key, added, related in _sums(dossier):
        if added.agreement is SumAgreement.BEYOND and added.whole:
            message = say(
                "the parts add up to {total}, and the whole is {whole}", total=added.figure, whole=added.whole
            )
            yield Finding(report, at, key, message, say("compare them with the page"), related)


def rounded_sum(dossier: Dossier) -> Iterator[Finding]:
    """A total is not the sum of its parts as they are printed, and rounding could explain it.

    Example: 175.2亿元, of which eleven parts that add up to 175.00亿元.
    """
    for report, at, key, added, related in _sums(dossier):
        if added.agreement is SumAgreement.WITHIN_ROUNDING and added.whole:
            message = say(
                "the parts add up to {total}, and the whole is {whole}; rounding could explain {rounding}",
                total=added.figure,
                whole=added.whole,
                rounding=Figure(added.rounding, added.figure.unit),
            )
            yield Finding(report, at, key, message, say("nothing to mend where all stand so"), related)


def whole_against_parts(dossier: Dossier) -> Iterator[Finding]:
    """A figure of the prose falls from one year to the next while all its parts rise, or rises while all of them fall.

    The parts are the statements that are part of it. They may not be all of it, or be counted on another basis.

    Example: 到位资金 falls from 210亿元 to 200亿元, and each of three parks is to grow by 10%.
    """
    for before, after in dossier.successive():
        homes = list(dossier.statements(after.year))
        taken_up = {each.after.id: each for each in pair(before, after).pairs}
        for report, whole in homes:
            if whole.id not in taken_up:
                continue
            parts = [(home, each) for home, each in homes if each.part_of == whole.id]
            taken = taken_up.get(whole.id)
            way = _way(taken)
            if (
                not taken
                or len(parts) < 2
                or not way
                or {_way_of_part(part, whole, taken_up) for _, part in parts} != {-way}
            ):
                continue
            message = say(
                "it becomes {after} after {before}, and all its parts go the other way: {parts}",
                after=taken.after.value.printed,
                before=taken.before.value.printed,
                parts=tuple(say("{name} {figure}", name=part.label, figure=part.value.printed) for _, part in parts),
            )
            remedy = say("the bases may differ, or the parts not be all of it; nothing to mend where all stand so")
            inside = tuple(SummedPart(each.label, each.value, home, f"statements.{each.id}") for home, each in parts)
            yield Finding(report, f"statements.{whole.id}", "value", message, remedy, _related(inside))


def _way(taken: Taken | None) -> int:
    """Return 1 where a figure is higher than the one it takes up, -1 where it is lower, and 0 otherwise."""
    return _sign(taken.moved.shift.size) if taken and taken.moved.shift else 0


def _way_of_part(part: Statement, whole: Statement, taken_up: Mapping[str, Taken]) -> int:
    """Return the same of a part; one that says by which rate it grows or falls, of a whole that is no rate, says so."""
    match part.value.meaning, whole.value.meaning:
        case Bounded(sign, rate, decline), Bounded(_, amount) if is_rate(rate.unit) and not is_rate(amount.unit):
            if sign in (Comparator.AT_MOST, Comparator.LESS_THAN) or not (decline or "增" in part.value.printed):
                return 0
            return -_sign(rate.size) if decline else _sign(rate.size)
    return _way(taken_up.get(part.id))


def _sign(size: Decimal) -> int:
    return (size > 0) - (size < 0)


def _sums(dossier: Dossier) -> Iterator[SummedWhole]:
    """Yield each row and each figure of a programme that can be held against the sum of its parts."""
    for report, row, parts in _partitions(dossier):
        if not is_rate(row.unit) and (found := add_up(_cell(report, row), [part.cell for part in parts])):
            yield SummedWhole(report, row.id, _key(report), found, _related(parts))
    for report in dossier.reports:
        for programme in report.programmes:
            whole = f"programmes.{programme.id}"
            for held in hold(programme):
                for measure, found in held.sums:
                    related = (Related(place_of(report, whole, measure), say("the whole is here")),)
                    yield SummedWhole(report, f"{whole}.breakdowns.{held.breakdown.by}", "", found, related)


def _partitions(dossier: Dossier) -> Iterator[tuple[Report, Indicator, tuple[SummedPart, ...]]]:
    """Yield each row that is a partition, with its parts and the statements that are part of it."""
    for report in dossier.reports:
        for row in report.indicators:
            if not row.partition:
                continue
            names = {part.id for part in row.parts}
            inside = [SummedPart(part.name, _cell(report, part), report, part.id) for part in row.parts]
            inside += [
                SummedPart(each.label, each.value, home, f"statements.{each.id}")
                for home, each in dossier.statements(report.year)
                if each.part_of == row.id and each.repeats not in names
            ]
            if len(inside) > 1:
                yield report, row, tuple(inside)


def _cell(report: Report, row: Indicator) -> Cell | None:
    return row.actual if report.kind == "indicators" else row.target


def _figure(cell: Cell | None, unit: str) -> Figure | None:
    figure = plain_figure(cell)
    return convert(figure, unit) if figure else None


def _key(report: Report) -> str:
    return "actual" if report.kind == "indicators" else "target"


def _related(parts: tuple[SummedPart, ...]) -> tuple[Related, ...]:
    said = say("a part of it is here")
    return tuple(
        Related(
            place_of(part.report, part.at, "value" if part.at.startswith("statements.") else _key(part.report)), said
        )
        for part in parts
    )

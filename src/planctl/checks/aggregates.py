"""Checks of a whole against its parts, where the data says that they are all of it (`partition: true`)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planctl.checks.corpus import Corpus, Finding, place_of
from planctl.messages import Related, say
from planctl.model import Indicator, Report
from planctl.units import convert, is_rate
from planctl.values import Bounded, Cell, Comparator, Figure


class Part(NamedTuple):
    """A part of a whole: its name, its figure in the whole's unit, and where it stands."""

    name: str
    figure: Figure
    at: str


def outside_parts(corpus: Corpus) -> Iterator[Finding]:
    """A growth rate lies outside those of all its parts.

    With the same weights a whole grows no faster than its fastest part and no slower than its slowest, as far as
    rounding goes; a change of composition could explain it.

    Example: income grows by 7.8, urban income by 5.5 and rural income by 6.6.
    """
    for report, row, figure, parts in _wholes(corpus):
        if not is_rate(row.unit):
            continue
        spans = [part.figure.rounded_span for part in parts]
        lows = [span.low for span in spans if span.low is not None]
        highs = [span.high for span in spans if span.high is not None]
        own = figure.rounded_span
        if own.low is None or own.high is None or (own.low <= max(highs) and own.high >= min(lows)):
            continue
        message = say(
            "{whole} lies outside its parts, {parts}; a change of composition could explain it",
            whole=figure,
            parts=tuple(say("{name} {figure}", name=part.name, figure=part.figure) for part in parts),
        )
        remedy = say("compare them with the page; where they stand so, acknowledge it under 'accept'")
        yield Finding(report, row.id, _key(report), message, remedy, _related(report, parts))


def sum_of_parts(corpus: Corpus) -> Iterator[Finding]:
    """A total is not the sum of its parts, and rounding does not explain it.

    Printed figures are intervals, and sums of intervals; counts are exact.

    Example: 100 projects, of which 60 and 41.
    """
    for report, row, figure, parts in _wholes(corpus):
        if is_rate(row.unit):
            continue
        spans = [part.figure.rounded_span for part in parts]
        low = sum((span.low or Decimal(0) for span in spans), Decimal(0))
        high = sum((span.high or Decimal(0) for span in spans), Decimal(0))
        own = figure.rounded_span
        if own.low is None or own.high is None or (own.low <= high and own.high >= low):
            continue
        total = sum((part.figure.size for part in parts), Decimal(0))
        message = say("the parts add up to {total}, and the whole is {whole}", total=total, whole=figure)
        yield Finding(report, row.id, _key(report), message, say("compare them with the page"), _related(report, parts))


def _wholes(corpus: Corpus) -> Iterator[tuple[Report, Indicator, Figure, tuple[Part, ...]]]:
    """Yield each row that is a partition, with its figure and those of its parts, where all of them are figures."""
    for report in corpus.reports:
        for row in report.indicators:
            if not row.partition or not (whole := _figure(_cell(report, row), row.unit)):
                continue
            inside = [(part.name, _figure(_cell(report, part), row.unit), part.id) for part in row.parts]
            names = {part.id for part in row.parts}
            inside += [
                (each.label, _figure(each.value, row.unit), f"statements.{each.id}")
                for each in report.statements
                if each.part_of == row.id and each.repeats not in names
            ]
            parts = tuple(Part(name, figure, at) for name, figure, at in inside if figure)
            if len(parts) == len(inside) >= 2:
                yield report, row, whole, parts


def _cell(report: Report, row: Indicator) -> Cell | None:
    return row.actual if report.kind == "indicators" else row.target


def _figure(cell: Cell | None, unit: str) -> Figure | None:
    match cell:
        case Cell(_, Bounded(Comparator.PLAIN, figure, False)):
            return convert(figure, unit)
    return None


def _key(report: Report) -> str:
    return "actual" if report.kind == "indicators" else "target"


def _related(report: Report, parts: tuple[Part, ...]) -> tuple[Related, ...]:
    said = say("a part of it is here")
    return tuple(
        Related(place_of(report, part.at, "value" if part.at.startswith("statements.") else _key(report)), said)
        for part in parts
    )

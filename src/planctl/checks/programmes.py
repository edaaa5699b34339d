"""Checks of the figures of programmes: their kinds, what is planned of a total, and what cannot be added up."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.judging.sums import plain_figure
from planctl.messages.message import Message, say
from planctl.projects.breakdowns import hold
from planctl.report.model import Figures, Item, Measure, Report
from planctl.values.meanings import Between, Bounded, Cell, Figure
from planctl.values.units import MONEY, convert, scale

KINDS = {
    Measure.COUNT: say("a count"),
    Measure.TOTAL_INVESTMENT: say("a total investment"),
    Measure.PLANNED_INVESTMENT: say("a planned investment"),
}


def odd_figure(dossier: Dossier) -> Iterator[Finding]:
    """A figure of a programme is not of the kind of its measure: a count is a whole number, an investment is money.

    Example: count 60亿元; planned investment 15.5% or -15.5亿元.
    """
    for report in dossier.reports:
        for at, figures in _all_figures(report):
            for measure in Measure:
                cell = figures.of(measure)
                if cell and not _of_kind(cell, measure):
                    message = say("{cell} is not {kind}", cell=cell.printed, kind=KINDS[measure])
                    remedy = say("write it as printed, with its unit; 'unit' of the programme has the one over a table")
                    yield Finding(report, at, measure, message, remedy)


def planned_beyond_total(dossier: Dossier) -> Iterator[Finding]:
    """More is planned for the year than the projects cost in all.

    Example: planned investment 15.5亿元 of a total of 10亿元.
    """
    for report in dossier.reports:
        for at, figures in _all_figures(report):
            total, planned = plain_figure(figures.total_investment), plain_figure(figures.planned_investment)
            there = convert(planned, total.unit) if total and planned else None
            if total and there and there.size > total.size + total.rounding:
                message = say("{planned} is planned of a total of {total}", planned=there, total=total)
                yield Finding(report, at, "planned_investment", message, say("compare both with the page"))


def not_added(dossier: Dossier) -> Iterator[Finding]:
    """The parts of a programme cannot be added up, for one of them has no plain figure, or one of another kind.

    Example: 30.1亿元, 约20亿元 and a part without a figure.
    """
    for report in dossier.reports:
        for programme in report.programmes:
            for held in hold(programme):
                for measure in Measure:
                    if items := held.unsummed(measure):
                        message = say(
                            "no sum of {measure}: {items}", measure=KINDS[measure], items=_printed(items, measure)
                        )
                        remedy = say("look whether a figure is missing; nothing to mend where it is printed so")
                        at = f"programmes.{programme.id}.breakdowns.{held.breakdown.by}"
                        yield Finding(report, at, "", message, remedy)


def _all_figures(report: Report) -> Iterator[tuple[str, Figures]]:
    """Yield the figures of each programme and of each item of its breakdowns, with what they are named as."""
    for programme in report.programmes:
        yield f"programmes.{programme.id}", programme.figures
        for breakdown in programme.breakdowns:
            for count, item in enumerate(breakdown.items, 1):
                yield f"programmes.{programme.id}.breakdowns.{breakdown.by}.items.{count}", item.figures


def _of_kind(cell: Cell, measure: Measure) -> bool:
    match cell.meaning:
        case Bounded(_, figure, False):
            figures: tuple[Figure, ...] = (figure,)
        case Between(low, high):
            figures = (low, high)
        case _:
            return False
    if any(figure.size < 0 for figure in figures):
        return False
    if measure is Measure.COUNT:
        return all(figure.is_count for figure in figures)
    return all(scale(figure.unit)[1] in MONEY for figure in figures)


def _printed(items: tuple[Item, ...], measure: Measure) -> tuple[Message, ...]:
    cells = ((item.name, item.figures.of(measure)) for item in items)
    return tuple(say("{name} {cell}", name=name, cell=cell.printed if cell else "—") for name, cell in cells)

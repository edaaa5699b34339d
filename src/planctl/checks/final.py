"""Checks of figures beside a report: which verdicts they turn, and whether each is of a row that the plan has."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.judging.cases import Judged
from planctl.judging.verdict import Flag
from planctl.messages.message import Related, say
from planctl.messages.suggestions import Suggestions
from planctl.report.model import PublishedFigure, Report
from planctl.report.plan import FINAL, Case, name_of_figure


def estimate_turned(dossier: Dossier) -> Iterator[Finding]:
    """A verdict turns on the final figure: by the one that the report gives, often an estimate, it is another.

    The verdict rests on the report all the same, which was presented; `planctl status --vintage final` has the other.

    Example: 预计64以上 is held against 60, and the statistical bulletin says 59.6.
    """
    for report, assessment in dossier.outcomes():
        final = dossier.report(FINAL, report.year)
        for judged in (row for each in assessment.judged for row in (each, *each.parts)):
            if final and judged.verdict and judged.other and Flag.TURNED_BY_FINAL in judged.verdict.flags:
                message = say(
                    "{status} by the report, for {because}; by the final figure {other}, for {why}",
                    status=judged.verdict.status,
                    because=judged.verdict.because,
                    other=judged.other.status,
                    why=judged.other.because,
                )
                remedy = say("nothing to mend if both are as printed")
                related = tuple(_related(final, judged))
                yield Finding(report, judged.case.indicator.id, "actual", message, remedy, related)


def _related(final: Report, judged: Judged) -> Iterator[Related]:
    for figure in dict.fromkeys(_figures(judged.case)):
        said = say("the final figure {figure} is here: {source}", figure=figure.actual.printed, source=figure.source)
        yield Related(place_of(final, name_of_figure(figure), "actual"), said)


def _figures(case: Case) -> Iterator[PublishedFigure]:
    yield from (figure for figure in (case.final, case.reference_final) if figure)
    for part in case.parts:
        yield from _figures(part)


def unknown_row(dossier: Dossier) -> Iterator[Finding]:
    """A final figure, or one of part of the year, is of a row that no table of its year has.

    Nothing is held against it.

    Example: a figure of gdp-growth, and no table of the year has such a row.
    """
    otherwise = say("name a row or part of that year, or leave the figure out")
    for report in dossier.reports:
        if not report.figures:
            continue
        plan = dossier.plans.get(report.year)
        known = sorted(row.indicator.id for row in plan.rows) if plan else []
        suggestions = Suggestions(known)
        for figure in report.figures:
            if figure.id not in known:
                near = suggestions.near(figure.id)
                message = say("'{id}' is no row of {year}", id=figure.id, year=str(report.year))
                remedy = say("did you mean {near}?", near=near) if near else otherwise
                yield Finding(report, name_of_figure(figure), "id", message, remedy)

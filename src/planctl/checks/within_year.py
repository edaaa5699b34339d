"""The check that what stands as the result of a year is no figure of a part of it."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.grammar.periods import part_of_year as part_named
from planctl.messages.message import say
from planctl.messages.placeholders import NO_DAY
from planctl.report.model import with_parts

OVER = 10
"""The first month in which a report may tell the outcome of its year, as far as that can be foreseen then."""


def part_of_year(dossier: Dossier) -> Iterator[Finding]:
    """A result of a year is one of a part of it: its cell says so, or the report was presented when it was not over.

    Figures up to a month belong in `progress_YEAR.yaml`, where `planctl status --until` holds them against what is due.
    A report that is presented from October on may tell what is expected of the year.

    Example: `上半年增长5.2%`, or an outcome of 2023 in a report of July 2023.
    """
    remedy = say("put figures up to a month into progress_YEAR.yaml")
    for report in dossier.reports:
        if report.kind != "indicators":
            continue
        day = report.source.delivered
        if day and day.isoformat() != NO_DAY and (day.year, day.month) < (report.year, OVER):
            message = say("presented on {day}, when {year} was not over", day=day.isoformat(), year=str(report.year))
            yield Finding(report, "report", "delivered", message, remedy)
        for row in with_parts(report.indicators):
            if row.actual and (named := part_named(row.actual.printed)):
                message = say("'{actual}' is of {part}", actual=row.actual.printed, part=named)
                yield Finding(report, f"{row.id}.actual", "", message, remedy)

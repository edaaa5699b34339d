"""Checks of whether more or less of an indicator is better: what the data writes, and what it leaves open."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.messages.message import say
from planctl.report.model import Report, with_parts
from planctl.values.meanings import Direction, Ground


def direction_differs(dossier: Dossier) -> Iterator[Finding]:
    """The data writes that more is better where the catalogue has less for that name, or the other way round.

    What is written counts; where it is right of this report, acknowledge it.

    Example: `better: higher` for 城镇调查失业率, of which less is better everywhere.
    """
    for report in dossier.reports:
        for row in with_parts(report.indicators):
            if row.ground is not Ground.WRITTEN:
                continue
            known = dossier.catalogue().better(row.name, row.unit)
            if known and known is not row.better:
                message = (
                    say("more of {name} is said to be better, and less is, as far as it is known", name=row.name)
                    if known is Direction.LOWER
                    else say("less of {name} is said to be better, and more is, as far as it is known", name=row.name)
                )
                remedy = say("compare 'better' with what the row is of, and with its name and unit on the page")
                yield Finding(report, row.id, "better", message, remedy)


def direction_unknown(dossier: Dossier) -> Iterator[Finding]:
    """Nothing says whether more or less is better, and the name is of a kind of which less often is.

    What hangs on that is not judged; of a part less is taken for better where less of its row is. Neither the data nor
    the catalogue says so.

    Example: 青年失业率, without `better`.
    """
    for plan in dossier.plans.values():
        for case in plan.rows:
            row = case.indicator
            if row.ground is Ground.UNKNOWN:
                message = say(
                    "nothing says whether less of {name} is better; what hangs on that is not judged", name=row.name
                )
            elif row.ground is Ground.WHOLE:
                message = say(
                    "nothing says whether less of {name} is better; it is taken so, as of the row that it is part of",
                    name=row.name,
                )
            else:
                continue
            remedy = say("write 'better: lower' or 'better: higher'")
            yield Finding(_home(dossier, plan.year, row.id), row.id, "", message, remedy)


def _home(dossier: Dossier, year: int, row: str) -> Report:
    """Return the report of a year in which a row stands, its outcome first."""
    reports = [report for kind in ("indicators", "targets") if (report := dossier.report(kind, year))]
    return next(report for report in reports if row in report.places)

"""What checks are asked of: the reports of a region, the plans that they make, and the verdicts on those."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from planctl.checks.lock import NOTHING, Lock, file_name
from planctl.diff.changes import Diff, diff
from planctl.judging.assessment import Assessment, assess
from planctl.messages.message import Message, Place, Related
from planctl.report.catalogue import NOTHING_KNOWN, Catalogue
from planctl.report.model import Measure, Programme, Report, Statement
from planctl.report.plan import BESIDE, Plan, join
from planctl.report.regions import Regions

KINDS = ("indicators", "targets", "projects")


class Finding(NamedTuple):
    """What a check found: in which report, what it is about, at which key of that, what is wrong, and what to do.

    The runner adds the check's name and severity, and the place.
    """

    report: Report
    at: str
    key: str
    message: Message
    remedy: Message
    related: tuple[Related, ...] = ()


class Dossier:
    """The reports of one region, in the order of their years, what of them was verified, and what is known by name."""

    def __init__(
        self,
        reports: Iterable[Report],
        lock: Lock = NOTHING,
        catalogue: Callable[[], Catalogue] = lambda: NOTHING_KNOWN,
        regions: Callable[[], Regions] = lambda: Regions({}),
    ) -> None:
        self.lock = lock
        self.catalogue = catalogue
        self.regions = regions
        self.reports = tuple(sorted(reports, key=lambda report: (report.year, report.kind)))

    @cached_property
    def plans(self) -> dict[int, Plan]:
        """The plan of each year that there is a report of; figures beside it alone make none."""
        years = sorted({report.year for report in self.reports if report.kind not in BESIDE})
        return {year: join(*(self.report(kind, year) for kind in (*KINDS, *BESIDE))) for year in years}

    @cached_property
    def assessments(self) -> dict[int, Assessment]:
        """The verdicts on each year's plan."""
        return {year: assess(plan) for year, plan in self.plans.items()}

    @cached_property
    def diffs(self) -> tuple[Diff, ...]:
        """What became of each year's plan in that of the next year."""
        return tuple(diff(before, after) for before, after in self.successive())

    def report(self, kind: str, year: int) -> Report | None:
        """Return the report of a kind and year, if there is one."""
        return next((report for report in self.reports if (report.kind, report.year) == (kind, year)), None)

    def statements(self, year: int) -> Iterator[tuple[Report, Statement]]:
        """Yield the statements of a year, each with the report that it stands in."""
        for report in self.reports:
            if report.year == year:
                yield from ((report, statement) for statement in report.statements)

    def programmes(self, year: int) -> Iterator[tuple[Report, Programme]]:
        """Yield the programmes of a year, each with the report that it stands in."""
        for report in self.reports:
            if report.year == year:
                yield from ((report, programme) for programme in report.programmes)

    def figures_repeated(self, report: Report) -> Iterator[tuple[Statement, Report, Programme, Measure]]:
        """Yield each statement of a report that repeats a figure of a programme, with that programme and its report."""
        known = {programme.id: (home, programme) for home, programme in self.programmes(report.year)}
        for statement in report.statements:
            programme, dot, measure = (statement.repeats or "").partition(".")
            if dot and programme in known:
                yield (statement, *known[programme], Measure(measure))

    def outcomes(self) -> Iterator[tuple[Report, Assessment]]:
        """Yield each report of an outcome with the verdicts of its year."""
        for report in self.reports:
            if report.kind == "indicators":
                yield report, self.assessments[report.year]

    def successive(self) -> Iterator[tuple[Plan, Plan]]:
        """Yield each plan with that of the year before it, the one before first."""
        for year, plan in self.plans.items():
            if year - 1 in self.plans:
                yield self.plans[year - 1], plan

    def home(self, plan: Plan, row: str) -> Report:
        """Return the report of a plan's year that something stands in: the targets where they have it, else another."""
        kinds = ("targets", "indicators", "projects")
        reports = [report for kind in kinds if (report := self.report(kind, plan.year))]
        return next((report for report in reports if row in report.places), reports[0])


def place_of(report: Report, at: str, key: str = "") -> Place:
    """Return where a key of something stands in a report, or the thing itself, or the file."""
    names = (f"{at}.{key}" if key else at, at)
    return next((report.places[name] for name in names if name in report.places), Place(_file(report)))


def _file(report: Report) -> str:
    return next((place.file for place in report.places.values()), file_name(report))

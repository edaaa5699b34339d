"""A folder of report files, asked year by year."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.api.regions import one_region
from planctl.files.finding import ALL, TABLES, WITHIN, files_of, find_data, region_folders, years_in, years_of
from planctl.files.loading import load_plan, load_region, years_with_results
from planctl.grammar.readings import Reading, read_text
from planctl.judging.assessment import assess
from planctl.judging.cases import Judged, judge
from planctl.judging.rules import AS_JUDGED, Policy
from planctl.messages.languages import Language
from planctl.messages.message import Message, PlanctlError, Unreadable, say
from planctl.report.plan import PROGRESS, Plan

if TYPE_CHECKING:
    from planctl.api.answers.difference import PlanDiff
    from planctl.api.answers.findings import Findings
    from planctl.api.answers.year import YearStatus
    from planctl.checks.registry import Check, Examination
    from planctl.diff.correction import CorrectedYear
    from planctl.diff.statements import Pairs, Stated
    from planctl.documents.reading.document import Progress
    from planctl.documents.verification.ledger import Verification
    from planctl.files.finding import Files
    from planctl.judging.scenarios import ScenarioOutcome
    from planctl.judging.within_year import PlanProgress
    from planctl.projects.groups import Grouped
    from planctl.projects.listing import Listing, Wanted
    from planctl.projects.returns import Returns
    from planctl.report.history import Year
    from planctl.report.model import Grouping, Region, Report
    from planctl.showing.exporting.writers import Content


def load(folder: str | PathLike[str] | None = None, region: str | None = None) -> "Archive":
    """Return the archive in `folder`; without one, in the folder that PLANCTL_DATA names, or else planctl's own data.

    Of a folder of several regions, in any depth, it is the one that `region` names by its code, its name or a part of
    that; without one, that of the folder itself, or the only one below it. Raises `PlanctlError` where it is not a
    folder, and where no region is named so, or several are.
    """
    found = find_data(Path(folder) if folder is not None else None)
    if region is None and (years_in(found, ALL) or not region_folders(found)):
        return Archive(found)
    from planctl.api.corpus import Corpus

    return Corpus(found).one(region)


class Archive:
    """A region's report files in one folder; a year is read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._plans: dict[tuple[int, tuple[str, ...], frozenset[str] | None], Plan] = {}

    def __repr__(self) -> str:
        return f"<Archive of {self.folder}>"

    @cached_property
    def _files(self) -> "Files":
        return files_of(self.folder)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years whose indicators there are files of, in order."""
        return years_of(self._files, TABLES)

    @cached_property
    def all_years(self) -> tuple[int, ...]:
        """The same with those that there are projects of alone."""
        return years_of(self._files, ALL)

    @cached_property
    def region(self) -> "Region":
        """The region that the files are of, by what was read of them, or the first of them that can be.

        Raises `PlanctlError` where there are none, and `Unreadable` where none can be read.
        """
        read = next(iter(self._plans.values()), None)
        return read.region if read else load_region(self.folder, self._files)

    @cached_property
    def newest(self) -> int:
        """The newest year with results, or with targets where none has results."""
        years = years_with_results(self.folder) or self.years
        if not years:
            raise PlanctlError(
                say(
                    "there are no files of indicators or targets in {folder}; see docs/data.md for their names",
                    folder=str(self.folder),
                )
            )
        return years[-1]

    def plan(self, year: int | None = None) -> Plan:
        """Return the indicators of a year's plan, the newest with results where none is given.

        Raises `PlanctlError` for a year without files, and `Unreadable` for files with faults.
        """
        return self.read_plan(year, TABLES)

    def whole_plan(self, year: int | None = None) -> Plan:
        """Return a year's plan with its projects and what is stated beside them; raises as `plan` does."""
        return self.read_plan(year, ALL)

    def projects(self, year: int | None = None) -> Plan:
        """Return a year's plan with its programmes and named projects; without one, of the last year that plans any.

        Raises as `plan` does.
        """
        years = years_of(self._files, ("projects",)) or self.all_years
        return self.whole_plan(years[-1] if year is None and years else year)

    def named_projects(self, year: int | None = None, wanted: "Wanted | None" = None) -> "Listing":
        """Return the named projects of a year that are wanted, or all; raises as `projects` does."""
        from planctl.projects.listing import ALL_NAMED, list_named

        return list_named(self.projects(year), wanted or ALL_NAMED)

    def grouped_projects(self, by: "Grouping", year: int | None = None) -> "Grouped":
        """Return a year's projects group by group, over all programmes; raises as `projects` does."""
        from planctl.projects.groups import group_by

        return group_by(self.projects(year), by)

    def returning_projects(self, before: int, after: int, wanted: "Wanted | None" = None) -> "Returns":
        """Return which named projects of a year return in a later one, all or where either is wanted.

        Raises as `projects` does, and `PlanctlError` where the years are in no order or of two regions.
        """
        from planctl.projects.listing import ALL_NAMED, all_named
        from planctl.projects.returns import lay_together

        if before >= after:
            raise PlanctlError(say("{after} is not after {before}", after=str(after), before=str(before)))
        old, new = self.whole_plan(before), self.whole_plan(after)
        one_region((str(plan.year), plan) for plan in (old, new))
        for plan in (old, new):
            if not all_named(plan):
                raise PlanctlError(
                    say("no projects of {year} are in {folder}", year=str(plan.year), folder=str(self.folder))
                )
        return lay_together(old, new, wanted or ALL_NAMED)

    def status(self, year: int | None = None, policy: Policy = AS_JUDGED) -> "YearStatus":
        """Return a year's plan with the verdict on each of its indicators, by a policy; raises as `plan` does."""
        from planctl.api.answers.year import YearStatus

        judged = assess(self.plan(year), policy)
        return YearStatus(judged.plan, judged.judged, judged.vintage)

    def progress(self, month: int, year: int | None = None, policy: Policy = AS_JUDGED) -> "PlanProgress":
        """Return how each indicator of a year's plan stands by a month, 1 to 11, to what is due by then.

        Without a year, the last one that has figures within it. Raises `PlanctlError` where it has none up to that
        month, and as `plan` does.
        """
        from planctl.files.loading import load_catalogue
        from planctl.judging.within_year import watch_plan

        years = years_of(self._files, (PROGRESS,))
        plan = self.read_plan(years[-1] if year is None and years else year, WITHIN)
        return watch_plan(plan, month, load_catalogue().due, policy)

    def scenarios(self, year: int | None = None, policy: Policy = AS_JUDGED) -> "tuple[ScenarioOutcome, ...]":
        """Return a year's counts under each reading, with the tolerance of a policy; raises as `plan` does."""
        from planctl.judging.scenarios import run_scenarios

        return run_scenarios(self.plan(year), policy.tolerance)

    def diff(self, before: int | None = None, after: int | None = None) -> "PlanDiff":
        """Return what became of each target from one plan to another: the last two years where none is given.

        To `before` alone the next year there is is compared, to `after` alone the last one before it; plans without any
        target are passed over. Raises `PlanctlError` where there is no such year or the files are of two regions, and
        `Unreadable` for files with faults: also where a row follows a series that no earlier plan has.
        """
        from planctl.api.answers.difference import PlanDiff
        from planctl.diff.changes import diff

        first, last = self._two_years(before, after)
        old, new = self.plan(first), self.plan(last)
        between = [self.plan(year) for year in self.years if min(first, last) < year < max(first, last)]
        one_region((str(plan.year), plan) for plan in (old, new, *between))
        self._check_lineage([old, *between, new])
        return PlanDiff._make(diff(old, new, between))

    def statements(self, year: int | None = None, text: str = "") -> "Stated":
        """Return the figures in the prose of a year's report that mention `text`, or all; raises as `plan` does."""
        from planctl.diff.statements import search

        return search(self.whole_plan(year), text)

    def pairs(self, year: int | None = None, text: str = "") -> "Pairs":
        """Return the figures in the prose for a year beside those of the year before; raises as `diff` does.

        Without a year, the last one.
        """
        from planctl.diff.statements import pair

        after = self.whole_plan(next(self._aiming(), None) if year is None else year)
        before = self.whole_plan(after.year - 1)
        one_region((str(plan.year), plan) for plan in (before, after))
        return pair(before, after, text)

    def corrections(self, corrected: "Archive") -> "tuple[CorrectedYear, ...]":
        """Return what another transcript of the same reports changes, year by year; raises as `plan` does."""
        from planctl.diff.correction import correct

        named: list[tuple[str | Message, Plan]] = [
            (str(archive.folder), archive.plan()) for archive in (self, corrected)
        ]
        found = []
        for year in sorted({*self.years, *corrected.years}):
            old, new = (each.status(year) if year in each.years else None for each in (self, corrected))
            sides = ((self, old), (corrected, new))
            for archive, side in sides:
                if side:
                    named.append((say("{folder} in {year}", folder=str(archive.folder), year=str(year)), side.plan))
            found.append(correct(year, old, new))
        one_region(named)
        return tuple(found)

    def export(self, format: str, *, lang: str = Language.ENGLISH) -> "Content":
        """Return all years in the format of other programs: the bytes of a file, or those of a folder by file name.

        `format` is one of `csv`, `xlsx`, `json`, `jsonl`, `parquet`, `sqlite`, `datapackage`, `sdmx-csv` and `md`, and
        `lang` `en` or `zh`; texts are UTF-8. Raises `ValueError` for any other, `PlanctlError` where a library that
        writes it is missing or there is nothing to export, and `Unreadable` with the faults of all files.
        """
        from planctl.api.exports import export
        from planctl.showing.exporting.formats import ExportFormat

        return export(self, ExportFormat(format), Language(lang))

    def check(self, chosen: "Iterable[Check] | None" = None) -> "Findings":
        """Return what the checks find in all files of the folder; raises as `check_files` does."""
        from planctl.api.answers.findings import Findings
        from planctl.api.checking import check_files

        return Findings._make(check_files([self.folder], chosen=chosen))

    def verify(
        self,
        document: str | PathLike[str],
        years: Iterable[int] = (),
        *,
        lock: bool = False,
        progress: "Progress | None" = None,
    ) -> "tuple[Verification, Examination]":
        """Return what the data and a published document do not agree on: what was transcribed from it, or some years.

        With `lock`, it is written down beside the data that they agree, if they do and are no drafts.

        The second is the same differences with the lines of the data that they stand in. Raises `PlanctlError` for a
        document that cannot be read and a year without files, and `Unreadable` for data with faults.
        """
        from planctl.checks.lock import file_name, lock_of
        from planctl.checks.registry import Checked, Examination
        from planctl.documents.reading.confined import load_document
        from planctl.documents.verification.verify import transcribed_from, verify
        from planctl.files.finding import report_files
        from planctl.files.loading import load_lock, load_reports
        from planctl.files.writing import write_lock

        loaded = load_reports(report_files(self.folder, ALL))  # final figures are of another document
        if loaded.problems:
            raise Unreadable(loaded.problems)
        wanted = frozenset(years)
        for year in sorted(wanted - {report.year for report in loaded.reports}):
            raise PlanctlError(say("no data for {year} in {folder}", year=str(year), folder=str(self.folder)))
        page = load_document(Path(document), progress)
        of_page = transcribed_from(page, loaded.reports)
        reports = tuple(each for each in of_page if not wanted or each.year in wanted)
        if not reports:
            asked = tuple(map(str, sorted(wanted)))
            raise PlanctlError(say("nothing of {years} was transcribed from {file}", years=asked, file=page.file))
        found = verify(reports, page, whole=set(map(file_name, of_page)) <= set(map(file_name, reports)))
        if lock and not found.differences:
            _check_looked_at(reports)
            write_lock(self.folder, lock_of(reports, found.document.sha256, load_lock(self.folder)))
        return found, Examination(tuple(Checked(each.problem, each.accepted) for each in found.told), loaded.lines)

    def find(self, query: str, year: int | None = None, policy: Policy = AS_JUDGED) -> tuple[Plan, Judged]:
        """Return the plan of a year, and the indicator or part in it that `query` names, judged by a policy.

        Raises `PlanctlError` where none or several match, with what may have been meant; and as `plan` does.
        """
        from planctl.report.lookup import find_cases

        plan = self.read_plan(year, WITHIN)
        found = find_cases(plan.rows, query)
        if len(found) == 1:
            return plan, judge(found[0], policy)
        if found:
            message = say("'{query}' could be several of {year}:", query=query, year=str(plan.year))
            names = ((row.id, f"{row.prefix}{row.name}") for row in (case.indicator for case in found))
            raise PlanctlError(message, tuple(names))
        raise PlanctlError(self._not_found(plan, query))

    def history(self, id: str) -> "tuple[Year, ...]":
        """Return what was asked of an indicator or part in each year that has it, and what came of it.

        Raises as `plan` does.
        """
        from planctl.report.history import follow

        return follow(map(self.plan, self.years), id)

    def read_all(self, texts: Iterable[str], query: str | None = None, year: int | None = None) -> tuple[Reading, ...]:
        """Return how texts of cells are read, for the indicator that `query` names where one is given.

        Raises as `find` does; a text that cannot be read is a reading that says so.
        """
        if query is None:
            return tuple(read_text(text) for text in texts)
        indicator = self.find(query, year)[1].case.indicator
        return tuple(read_text(text, indicator.unit, indicator.better) for text in texts)

    def read_plan(self, year: int | None, kinds: tuple[str, ...], only: frozenset[str] | None = None) -> Plan:
        """Return a year's plan from files of some kinds, which are read once: several answers need the same.

        With `only`, it has no more than the rows of those ids, and what a verdict on them needs. Raises as `plan` does.
        """
        key = self.newest if year is None else year, kinds, only
        if key not in self._plans:
            self._plans[key] = load_plan(self.folder, *key, self._files)
        return self._plans[key]

    def _two_years(self, before: int | None, after: int | None) -> tuple[int, int]:
        if before is not None and after is not None:
            return before, after
        if before is not None:
            following = next((year for year in self.years if year > before and self.aims(year)), None)
            if following is None:
                raise PlanctlError(say("there is no year after {year} to compare it with", year=str(before)))
            return before, following
        last = next(self._aiming(), None) if after is None else after
        earlier = next((year for year in self._aiming() if last is not None and year < last), None)
        if last is None or earlier is None:
            raise PlanctlError(say("there are not two years in {folder} to compare", folder=str(self.folder)))
        return earlier, last

    def _aiming(self) -> Iterator[int]:
        """Yield the years whose plans have any target, the last first; a plan that was only begun has none."""
        return (year for year in reversed(self.years) if self.aims(year))

    def aims(self, year: int) -> bool:
        """Return whether any row of a year's plan has a target; raises as `plan` does."""
        targets = (case.target_in_force for case in self.plan(year).rows)
        return any(target is not None and target.printed for target in targets)

    def _check_lineage(self, plans: list[Plan]) -> None:
        """Raise `Unreadable` for rows that follow what no earlier plan has; years before all of them are asked last."""
        from planctl.diff.lineage import unknown_series

        plans = sorted(plans, key=lambda plan: plan.year, reverse=True)
        older = [year for year in reversed(self.years) if year < plans[-1].year]
        later = [plan for plan in plans if plan.year > plans[-1].year]
        for count, plan in enumerate(later, 1):
            problems = tuple(unknown_series(plan, plans[count:]))
            if problems and older:
                problems = tuple(unknown_series(plan, [*plans[count:], *map(self.plan, older)]))
            if problems:
                raise Unreadable(problems)

    def _not_found(self, plan: Plan, query: str) -> Message:
        from planctl.report.lookup import near_ids

        elsewhere = tuple(str(year) for year in self.years if year != plan.year and self._has(year, query))
        if elsewhere:
            remedy = say("it is in {years}: choose with --year", years=elsewhere)
        elif near := near_ids(plan.rows, query):
            remedy = say("did you mean {near}?", near=near)
        else:
            remedy = say("'planctl status {year}' lists all", year=str(plan.year))
        return say("'{query}' is not in {year}; {remedy}", query=query, year=str(plan.year), remedy=remedy)

    def _has(self, year: int, query: str) -> bool:
        from planctl.report.lookup import find_cases

        try:
            return bool(find_cases(self.plan(year).rows, query))
        except Unreadable:
            return False


def _check_looked_at(reports: "Iterable[Report]") -> None:
    """Raise `PlanctlError` for drafts: a draft agrees with the document that it was made from, whatever that means."""
    drafts = sum(name.endswith(".draft") for report in reports for name in report.places)
    if drafts:
        remedy = say("'planctl check' says which; compare them with the page, and remove 'draft'")
        raise PlanctlError(say("nothing was locked: {count} entries are drafts; {remedy}", count=drafts, remedy=remedy))

"""A folder of regions, in any depth, asked side by side."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from planctl.api.archive import Archive
from planctl.files.finding import TABLES, digest_of, find_data, region_folders, report_files, shown_path
from planctl.files.loading import digests_in, load_outlines, load_regions, years_with_results
from planctl.judging.assessment import assess
from planctl.messages.languages import Language
from planctl.messages.message import Message, PlanctlError, Unreadable, say
from planctl.messages.placeholders import NO_CODE
from planctl.report.lookup import find_cases, near_ids
from planctl.report.model import Region
from planctl.report.plan import Case, Plan
from planctl.report.regions import RegionLevel, level_of

if TYPE_CHECKING:
    from planctl.checks.registry import Examination
    from planctl.corpus.chains import Chains
    from planctl.corpus.comparing import Comparison, RegionsInYear
    from planctl.corpus.overview import RegionOverview
    from planctl.corpus.through_years import SeriesThroughYears
    from planctl.corpus.wordings import GroupedBy, WordedYear
    from planctl.documents.verification.ledger import Verification
    from planctl.showing.exporting.dataset import DatasetRows
    from planctl.showing.exporting.writers import Content

MOST_NAMED = 20
"""So many regions are named where one has to be chosen."""
AT_ONCE = 50
"""So many folders are read before what they come to is told; fewer are not worth a process."""

Answer = TypeVar("Answer")
Every = Callable[[Callable[..., Answer], Sequence[tuple[Any, ...]]], list[Answer]]
"""What answers calls of a task in their order, perhaps on several cores."""


def one_by_one(task: Callable[..., Answer], calls: Sequence[tuple[Any, ...]]) -> list[Answer]:
    """Return the answers of calls, one after the other."""
    return [task(*call) for call in calls]


def chunks(folders: Sequence[Path]) -> list[Sequence[Path]]:
    """Return folders in parts that are worth a process each."""
    return [folders[at : at + AT_ONCE] for at in range(0, len(folders), AT_ONCE)]


def load_corpus(folder: str | PathLike[str] | None = None) -> "Corpus":
    """Return the regions in `folder`; without one, in the folder that PLANCTL_DATA names, or else planctl's own data.

    Nothing is read yet. Raises `PlanctlError` where it is not a folder.
    """
    return Corpus(find_data(Path(folder) if folder is not None else None))


class Member(NamedTuple):
    """A region of a corpus, and the folder of its files."""

    region: Region
    archive: Archive


class FoundRegions(NamedTuple):
    """The regions of a corpus, what could not be read, and the folders whose region has another one."""

    members: tuple[Member, ...]
    unread: tuple[PlanctlError, ...]
    repeated: tuple[PlanctlError, ...]


class Corpus:
    """All regions of a folder, known by the codes in their files; what cannot be read of one stops no other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._left_out: list[PlanctlError] = []

    def __repr__(self) -> str:
        return f"<Corpus of {self.folder}>"

    @cached_property
    def archives(self) -> tuple[Archive, ...]:
        """The folders that have report files, by name."""
        return tuple(map(Archive, region_folders(self.folder)))

    @property
    def members(self) -> tuple[Member, ...]:
        """The regions by their codes, without those that cannot be read; of two folders of one region the first.

        Those whose code has still to be written are each their own.
        """
        return self._found.members

    @property
    def repeated(self) -> tuple[PlanctlError, ...]:
        """What is said of each folder whose region has another one before it."""
        return self._found.repeated

    @property
    def faults(self) -> tuple[PlanctlError, ...]:
        """Why something was left out of the answers so far, each once."""
        every = (*self._found.unread, *self._found.repeated, *self._left_out)
        return tuple({_said(fault): fault for fault in every}.values())

    @cached_property
    def _found(self) -> FoundRegions:
        members: dict[str, Member] = {}
        unread, repeated = [], []
        if not self.archives:
            report_files(self.folder)
        for archive in self.archives:
            try:
                region = archive.region
            except PlanctlError as fault:
                unread.append(fault)
                continue
            key = f"{region.code} {archive.folder}" if region.code == NO_CODE else region.code
            if first := members.get(key):
                repeated.append(PlanctlError(_twice(region, first.archive, archive)))
            else:
                members[key] = Member(region, archive)
        return FoundRegions(tuple(members[key] for key in sorted(members)), tuple(unread), tuple(repeated))

    def one(self, query: str | None = None) -> Archive:
        """Return the region that a code or a name is of, or the only one there is.

        Raises `PlanctlError` where none is or several are, with those that there are.
        """
        return self._chosen(query).archive

    def regions(self) -> "tuple[RegionOverview, ...]":
        """Return what there is of each region, by code."""
        from planctl.corpus.overview import overview_of

        known = load_regions()
        found = []
        for region, archive in self.members:
            try:
                outlines = load_outlines(archive.folder)
            except PlanctlError as fault:
                self._left_out.append(fault)
            else:
                found.append(overview_of(outlines, is_known=known.at(region.code) is not None))
        return tuple(found)

    def newest(self) -> int:
        """Return the newest year that a region has results of; raises `PlanctlError` where none has any files."""
        years = [year for member in self.members for year in years_with_results(member.archive.folder)]
        years = years or [year for member in self.members for year in member.archive.years]
        if not years:
            raise PlanctlError(say("there are no files of indicators or targets in {folder}", folder=str(self.folder)))
        return max(years)

    def compare(
        self, year: int | None = None, queries: Sequence[str] = (), levels: Collection[RegionLevel] = ()
    ) -> "Comparison":
        """Return the series that `queries` name, by id or name, or those that two regions share, in a year.

        Without a year, in the newest with results; with levels, of regions of those alone. Raises `PlanctlError` where
        no region has that year, or such a series.
        """
        from planctl.corpus.comparing import compare

        if year is None:
            year = self.newest()
        self._read_ahead(queries, (year,))
        members = self._of(levels)
        self._year(members, year, queries)
        ids = self._series(members, queries, (year,))
        there = self.in_year(year, levels, ids)
        found = compare(there.year, there.years, there.regions, least=1 if ids else 2)
        if not ids:
            return found
        by_id = {each.id: each for each in found.series}
        return found._replace(series=tuple(by_id[id] for id in ids))

    def in_year(
        self, year: int | None = None, levels: Collection[RegionLevel] = (), only: Sequence[str] = ()
    ) -> "RegionsInYear":
        """Return the regions that have a year, or the newest, judged, each with its plan of the next year.

        With levels, of those alone, and with ids, `only` of the rows of those. Raises `PlanctlError` where no region
        has that year.
        """
        from planctl.corpus.comparing import RegionsInYear, RegionYear

        year = self.newest() if year is None else year
        members = self._of(levels)
        years = tuple(
            RegionYear(assess(plan), next(iter(self._plans(member, (year + 1,), only)), None))
            for member, plan in self._year(members, year, only)
        )
        return RegionsInYear(year, years, len(members))

    def _of(self, levels: Collection[RegionLevel]) -> list[Member]:
        found = [each for each in self.members if not levels or level_of(each.region.code) in levels]
        if self.members and not found:
            there = tuple(dict.fromkeys(level_of(each.region.code) for each in self.members))
            message = say(
                "no region of {folder} is of that level; there are: {levels}", folder=str(self.folder), levels=there
            )
            raise PlanctlError(message)
        return found

    def levels(self, year: int | None, query: str) -> "Chains":
        """Return a series of a year, each region under the level above it; raises as `compare` does."""
        from planctl.corpus.chains import chain

        found = self.compare(year, [query])
        return chain(found.year, found.series[0], load_regions().above)

    def series(self, query: str, region: str | None = None) -> "SeriesThroughYears":
        """Return a series through all years, of every region or of one; raises `PlanctlError` where none has it."""
        from planctl.corpus.through_years import through_years

        if not region:
            self._read_ahead([query])
        members = [self._chosen(region)] if region else self.members
        (id,) = self._series(members, [query])
        plans = [plans for member in members if (plans := self._plans(member, only=(id,)))]
        return through_years(id, ([assess(plan) for plan in years] for years in plans))

    def wordings(self, year: int | None, by: "GroupedBy") -> "WordedYear":
        """Return how the targets of a year are worded, by series or by region; raises as `compare` does."""
        from planctl.corpus.wordings import count_wordings

        year = self.newest() if year is None else year
        return count_wordings(year, [plan for _, plan in self._year(self.members, year)], by)

    def export(
        self,
        format: str,
        region: str | None = None,
        *,
        lang: str = Language.ENGLISH,
        by_year: bool = False,
        every: "Every[list[DatasetRows | PlanctlError]]" = one_by_one,
    ) -> "Content":
        """Return all years of all regions, or of one, in the format of other programs, as `Archive.export` does.

        With `by_year`, Parquet is a folder with a file for each year. Raises `PlanctlError` where nothing can be read.
        """
        from planctl.api.exports import dataset_rows
        from planctl.showing.exporting.dataset import merged, with_shapes
        from planctl.showing.exporting.formats import ExportFormat
        from planctl.showing.exporting.writers import written_as
        from planctl.showing.wording import wording_in

        language, parts = Language(lang), ExportFormat(format).parts
        folders = [member.archive.folder for member in ([self._chosen(region)] if region else self.members)]
        answers = every(dataset_rows, [(each, language, parts) for each in chunks(folders)])
        made = [each for answer in answers for each in answer]
        self._left_out += [each for each in made if isinstance(each, PlanctlError)]
        found = [with_shapes(each) for each in made if not isinstance(each, PlanctlError)]
        if not found:
            report_files(self.folder)
            raise self.faults[0]
        wording = wording_in(language)
        return written_as(merged(found, wording), ExportFormat(format), wording, by_year=by_year)

    def documents_in(self, folder: Path) -> dict[Path, list[Path]]:
        """Return the published documents in a folder, in any depth, of which there is data, by the region's folder."""
        of_digest = {digest: archive.folder for archive in self.archives for digest in digests_in(archive.folder)}
        found: dict[Path, list[Path]] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            if home := of_digest.get(digest_of(path)):
                found.setdefault(home, []).append(path)
        return found

    def of_document(self, path: Path) -> Archive | None:
        """Return the region whose data names a document by its digest; `None` for none."""
        digest = digest_of(path)
        return next((archive for archive in self.archives if digest in digests_in(archive.folder)), None)

    def _year(self, members: Iterable[Member], year: int, only: Sequence[str] = ()) -> list[tuple[Member, Plan]]:
        """Return the plans of those regions that have a year; raises `PlanctlError` where none has."""
        plans = [(member, plan) for member in members for plan in self._plans(member, (year,), only)]
        if not plans:
            raise PlanctlError(
                say("no region of {folder} has files of {year}", folder=str(self.folder), year=str(year))
            )
        return plans

    def _chosen(self, query: str | None) -> Member:
        found = self.members if query is None else self._named(query)
        if len(found) == 1:
            return found[0]
        folder = str(self.folder)
        if query is None:
            message = say(
                "there are {number} regions in {folder}: --region chooses one", number=len(found), folder=folder
            )
        elif found:
            message = say("'{query}' could be several regions of {folder}", query=query, folder=folder)
        else:
            message, found = say("no region of {folder} is '{query}'", query=query, folder=folder), self.members
        if len(found) > MOST_NAMED:
            message = say("{message}; the first {number}:", message=message, number=MOST_NAMED)
        else:
            message = say("{message}:", message=message)
        named = ((each.region.code, each.region.name) for each in found[:MOST_NAMED])
        raise PlanctlError(message, tuple(named))

    def _named(self, query: str) -> tuple[Member, ...]:
        """Return the regions that a code or a name is of: one that it names whole, or else those with it in theirs."""
        wanted = query.strip().casefold()
        codes = load_regions().all_of(query.strip()) | {wanted}
        if found := tuple(each for each in self.members if each.region.code in codes):
            return found
        names = [(each, [name.casefold() for name in (each.region.name, each.region.name_en)]) for each in self.members]
        exact = tuple(each for each, both in names if wanted in both)
        return exact or tuple(each for each, both in names if wanted and any(wanted in name for name in both))

    def _plans(self, member: Member, years: Sequence[int] = (), only: Sequence[str] = ()) -> list[Plan]:
        """Return the plans of a region in those years that it has, or in all; what cannot be read is a fault.

        With ids, they have `only` the rows of those and what a verdict on them needs.
        """
        try:
            return _read(member.archive, years, only)
        except PlanctlError as fault:
            self._left_out.append(fault)
            return []

    def _read_ahead(self, only: Sequence[str], years: Sequence[int] = ()) -> None:
        """Read what is asked for before whose it is, so that no file is read once more for that.

        What cannot be read is told when it is asked for.
        """
        for archive in self.archives:
            with suppress(PlanctlError):
                _read(archive, years, only)

    def _series(self, members: Iterable[Member], queries: Sequence[str], years: Sequence[int] = ()) -> tuple[str, ...]:
        """Return the ids of the series that queries name, each once: those that are ids themselves, or by their names.

        Raises `PlanctlError` where one names none, or several.
        """

        def rows(only: Sequence[str]) -> list[Case]:
            plans = (plan for member in members for plan in self._plans(member, years, only))
            return [row for plan in plans for row in plan.rows]

        if not queries or {row.indicator.id for row in rows(queries)} >= set(queries):
            return tuple(dict.fromkeys(queries))
        every = rows(())
        return tuple(dict.fromkeys(_one_series(query, every) for query in queries))


def _read(archive: Archive, years: Sequence[int], only: Sequence[str]) -> list[Plan]:
    there = (year for year in archive.years if not years or year in years)
    return [archive.read_plan(year, TABLES, frozenset(only) or None) for year in there]


def _one_series(query: str, rows: Sequence[Case]) -> str:
    names = {case.indicator.id: case.indicator.name for case in find_cases(rows, query)}
    if len(names) == 1:
        return next(iter(names))
    if names:
        raise PlanctlError(say("'{query}' could be several series:", query=query), tuple(names.items()))
    message = say("no region has a series '{query}'", query=query)
    near = near_ids(rows, query)
    raise PlanctlError(say("{message}; did you mean {ids}?", message=message, ids=near) if near else message)


def _said(fault: PlanctlError) -> object:
    return fault.problems if isinstance(fault, Unreadable) else fault.message


def _twice(region: Region, first: Archive, second: Archive) -> Message:
    return say(
        "{code} {name} is in {first} and in {second}: a region is one folder, so the second is left out",
        code=region.code,
        name=region.name,
        first=shown_path(first.folder),
        second=shown_path(second.folder),
    )


def verify_documents(
    folder: Path, documents: Sequence[Path], *, lock: bool = False
) -> "list[tuple[Verification, Examination] | PlanctlError]":
    """Return what the data of a folder and each of its documents do not agree on, or why one cannot be read."""
    found: list[tuple[Verification, Examination] | PlanctlError] = []
    for document in documents:
        try:
            found.append(Archive(folder).verify(document, lock=lock))
        except PlanctlError as fault:
            found.append(fault)
    return found

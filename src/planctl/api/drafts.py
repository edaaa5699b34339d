"""Drafts written: of a published document, and of the files of the next report."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from planctl.api.archive import load
from planctl.documents.drafting.draft import Draft, draft
from planctl.documents.drafting.entries import DraftFile, readable
from planctl.documents.drafting.header import Whose, whose_plan
from planctl.documents.drafting.own_series import Planned, PlannedSeries, series_in
from planctl.documents.drafting.scaffold import by_hand, scaffold
from planctl.documents.extraction.targets import read_sentence
from planctl.documents.reading.confined import load_content, read_confined
from planctl.documents.reading.document import Document, Progress, unheeded
from planctl.files.finding import own_data, report_files, shown_path
from planctl.files.layout import yaml_text
from planctl.files.loading import load_catalogue, load_regions, load_reports
from planctl.files.writing import write_new
from planctl.grammar.titles import parse_title, year_of_title
from planctl.messages.message import PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE, TO_TRANSLATE, TO_WRITE
from planctl.report.model import Indicator, Region, with_parts
from planctl.values.characters import first_harmful

REGION_ENDS = ("区", "县", "市", "自治县", "自治州", "地区")
"""What a name that lacks its end may be meant with."""


class FolderContent(NamedTuple):
    """What a folder has before drafts are written into it: its path as shown, the regions of its files, and its plans.

    `planned` has the series with a target of each year.
    """

    folder: str
    regions: tuple[Region, ...]
    planned: Planned

    def before(self, made: Draft) -> "FolderContent":
        """Return it with the targets of a draft, where it has none of their year, for a draft that comes behind."""
        return self._replace(planned={**_targets_of(made), **self.planned})


class ReadDocument(NamedTuple):
    """A document that was read to be drafted: from where, whose plan it is, the year that it sets targets of, or 0."""

    path: Path
    document: Document
    whose: Whose
    year: int

    @property
    def order(self) -> tuple[int, str, str]:
        """What the documents of a region are drafted in the order of, whatever order they were named in."""
        return self.year, self.path.name, str(self.path)


def extract(
    document: str | PathLike[str],
    folder: str | PathLike[str],
    *,
    region: str = NO_CODE,
    address: str = NO_ADDRESS,
    progress: Progress = unheeded,
) -> Draft:
    """Write the draft of a transcript of a published document into a folder, and return it.

    `region` is its code of GB/T 2260 and `address` where it was published, where they are known. Raises `PlanctlError`
    where the document cannot be read or has neither a table of indicators nor a sentence of targets, and where a file
    of the draft is there already: then nothing is written.
    """
    _check_forms(region, address)
    found = read(document, region=region, progress=progress)
    made = prepare(found, standing(folder), address=address)
    write_draft(made, folder)
    return made


def read(document: str | PathLike[str], *, region: str = NO_CODE, progress: Progress = unheeded) -> ReadDocument:
    """Return a document with what its head says, which is of the region of a code that is given, or of its own.

    Raises `PlanctlError` where it cannot be read.
    """
    _check_forms(region, NO_ADDRESS)
    path = Path(document)
    return read_content(load_content(path), path, shown_path(path), region=region, progress=progress)


def read_content(
    content: bytes, path: Path, name: str, *, region: str = NO_CODE, progress: Progress = unheeded
) -> ReadDocument:
    """Return what `read` does of a document whose bytes are at hand, and raise as it does; no file is opened.

    It is told by its name, and came from the path.
    """
    _check_forms(region, NO_ADDRESS)
    found = read_confined(content, name, progress)
    year = year_of_title(parse_title(list(found.lines)))
    if not year and (sentence := read_sentence(found)):
        year = sentence.year or 0
    return ReadDocument(path, found, whose_plan(found, load_regions(), region), year)


def prepare(found: ReadDocument, there: FolderContent, *, address: str = NO_ADDRESS) -> Draft:
    """Return the draft that `extract` writes into a folder that has something, and write nothing; raises as it does."""
    _check_forms(NO_CODE, address)
    made = draft(found.document, load_catalogue(), found.whose, address, there.planned)
    _check_region(made, there)
    return made


def groups(documents: Iterable[ReadDocument], output: Path) -> dict[Path, list[ReadDocument]]:
    """Return documents by the folder of each: the code of its region below `output`, or its name where that is unknown.

    Those of a folder are in the order of their years.
    """
    folders: dict[Path, list[ReadDocument]] = {}
    for each in sorted(documents, key=lambda each: each.order):
        code = each.whose.region.code
        folders.setdefault(output / (each.path.stem if code == NO_CODE else code), []).append(each)
    return folders


def refuse_twice(later: Draft, earlier: Iterable[Draft]) -> None:
    """Raise `PlanctlError` where drafts for one folder, made earlier in the same run, have a file of a later one too.

    So it is too where two documents are of unknown regions and of one name.
    """
    names = {file.name for file in later.files}
    for each in earlier:
        region, other = later.whose.region, each.whose.region
        both = sorted(names & {file.name for file in each.files})
        if both or region != other or region.code == NO_CODE:
            raise PlanctlError(
                say(
                    "{document} would go where {other} went: {remedy}",
                    document=later.document.file,
                    other=each.document.file,
                    remedy=say("draft it alone, into another folder, or name its region"),
                )
            )


def _targets_of(made: Draft) -> Planned:
    files = (file for file in made.files if file.kind == "targets")
    return {file.year: tuple(series_in(file.data["indicators"])) for file in files}


def write_draft(made: Draft, folder: str | PathLike[str]) -> None:
    """Write a draft into a folder; raises `PlanctlError` where a file of it is there already."""
    comments = (
        f"Drafted by planctl from {made.document.file}. Compare each entry with the page, and remove its 'draft'.",
        "docs/data.md has the keys; 'planctl check' says what is still a draft.",
    )
    _write(made.files, Path(folder), comments)


def _check_forms(region: str, address: str) -> None:
    from planctl.files.schema.fields import REGION_CODE, REMEDIES, WEB_ADDRESS, has_form

    for text, form in ((region, REGION_CODE), (address, WEB_ADDRESS)):
        if not has_form(text, form) or first_harmful(text) is not None:
            raise PlanctlError(say("'{text}' will not do; {remedy}", text=text, remedy=REMEDIES[form]))


def standing(place: str | PathLike[str]) -> FolderContent:
    """Return what a folder has already, or that it has nothing; raises `Unreadable` where a file cannot be read."""
    folder = Path(place)
    any_file = folder.is_dir() and any(folder.glob("*.yaml"))
    reports = load_reports(report_files(folder)).reports if any_file else ()
    regions = tuple(dict.fromkeys(report.source.region for report in reports))
    planned = {
        report.year: tuple(_series_of(row) for row in with_parts(report.indicators))
        for report in reports
        if report.kind == "targets"
    }
    return FolderContent(str(folder), regions, planned)


def _series_of(row: Indicator) -> PlannedSeries:
    target = row.target.printed if row.target else ""
    return PlannedSeries(row.id, row.name, row.name_en or TO_TRANSLATE, row.better, target, row.unit)


def _check_region(made: Draft, there: FolderContent) -> None:
    """Raise `PlanctlError` where the folder has files of another region."""
    region = made.whose.region
    ours = made.files[0].data["report"]["region"]["name"]
    for other in there.regions:
        known = NO_CODE not in (region.code, other.code)
        same = region.code == other.code if known else TO_WRITE in (ours, other.name) or _is_one(ours, other.name)
        if not same:
            remedy = say("give each region a folder of its own")
            raise PlanctlError(
                say(
                    "{folder} is of {there}, and the report is of {here}; {remedy}",
                    folder=there.folder,
                    there=other.name,
                    here=ours,
                    remedy=remedy,
                )
            )


def _is_one(one: str, other: str) -> bool:
    """Return whether two names are of one region; one may lack those of the regions that it is in."""
    return one.endswith(other) or other.endswith(one)


def start(
    year: int, folder: str | PathLike[str] | None = None, output: str | PathLike[str] | None = None
) -> tuple[Path, ...]:
    """Write the files that the report on a year's outcome will fill, from the year's targets, and return where.

    They are written into `output`, or beside the targets in a `folder` that is named.

    Raises `PlanctlError` where there are no targets of that year, where no folder is named, and where a file is there
    already: then nothing is written.
    """
    archive = load(folder)
    if not output and archive.folder == own_data():
        raise PlanctlError(
            say("say where to write them, with -o; planctl's own data is in {folder}", folder=str(archive.folder))
        )
    if not archive.all_years:
        folder = str(archive.folder)
        remedy = say("'planctl new {year} --region CODE -o DIR' begins a region by hand", year=str(year))
        raise PlanctlError(say("there is no data in {folder}; {remedy}", folder=folder, remedy=remedy))
    reports = {report.kind: report for report in archive.whole_plan(year).reports}
    targets = reports.get("targets")
    if not targets:
        folder = str(archive.folder)
        raise PlanctlError(say("there is no targets_{year}.yaml in {folder}", year=str(year), folder=folder))
    comments = ("Made by planctl from the targets of the year. Write what the report prints, and remove each 'draft'.",)
    return _write(scaffold(targets, reports.get("projects")), Path(output) if output else archive.folder, comments)


def begin(year: int, region: str, output: str | PathLike[str]) -> tuple[Path, ...]:
    """Write files for the report on a year's outcome of a region that there is no data of, and return where.

    The region is named by its code or its name. Raises `PlanctlError` where it is neither, and where a file is there
    already: then nothing is written.
    """
    known = load_regions()
    found = known.at(region) or known.find(region)
    if not found:
        if meant := [name for end in REGION_ENDS if (name := f"{region}{end}") and known.find(name)]:
            raise PlanctlError(say("there is no region {name}; did you mean {near}?", name=region, near=tuple(meant)))
        _check_forms(region, NO_ADDRESS)
        found = Region(region, "", "")
    comments = (
        "Begun by planctl: write what the report prints over the examples, and remove each 'draft'.",
        "docs/data.md opens with the smallest file that works; 'planctl check' says what is left.",
    )
    return _write(by_hand(found, year), Path(output), comments)


def _write(files: tuple[DraftFile, ...], folder: Path, comments: tuple[str, ...]) -> tuple[Path, ...]:
    return write_new(folder, {file.name: yaml_text(readable(file.data), comments) for file in files})

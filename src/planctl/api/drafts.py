"""Drafts written: of a published document, and of the files of the next report."""

from os import PathLike
from pathlib import Path

from planctl.api.archive import load
from planctl.documents.drafting.draft import Draft, draft
from planctl.documents.drafting.entries import DraftFile, readable
from planctl.documents.drafting.scaffold import scaffold
from planctl.documents.reading.confined import load_document
from planctl.documents.reading.document import Progress, unheeded
from planctl.files.layout import yaml_text
from planctl.files.loading import load_catalogue, load_reports, own_data, report_files
from planctl.files.writing import write_new
from planctl.messages.message import PlanctlError, say
from planctl.messages.placeholders import NO_ADDRESS, NO_CODE, TO_WRITE
from planctl.report.model import with_parts
from planctl.values.characters import first_harmful


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
    made = prepare(document, folder, region=region, address=address, progress=progress)
    write_draft(made, folder)
    return made


def prepare(
    document: str | PathLike[str],
    folder: str | PathLike[str],
    *,
    region: str = NO_CODE,
    address: str = NO_ADDRESS,
    progress: Progress = unheeded,
) -> Draft:
    """Return the draft that `extract` writes into a folder, and write nothing; raises as it does."""
    _check_forms(region, address)
    made = draft(load_document(Path(document), progress), load_catalogue(), region, address, _planned(Path(folder)))
    _check_folder(made, Path(folder))
    return made


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


def _planned(folder: Path) -> dict[int, frozenset[str]]:
    """Return the ids of the targets of each year that a folder has already."""
    if not folder.is_dir() or not any(folder.glob("*.yaml")):
        return {}
    reports = load_reports(report_files(folder)).reports
    planned = (report for report in reports if report.kind == "targets")
    return {report.year: frozenset(row.id for row in with_parts(report.indicators)) for report in planned}


def _check_folder(made: Draft, folder: Path) -> None:
    """Raise `PlanctlError` where the folder has files of another region."""
    if not folder.is_dir() or not any(folder.glob("*.yaml")):
        return
    for report in load_reports(report_files(folder)).reports:
        ours, theirs = made.files[0].data["report"]["region"]["name"], report.source.region.name
        if TO_WRITE not in (ours, theirs) and ours != theirs:
            remedy = say("give each region a folder of its own")
            raise PlanctlError(
                say(
                    "{folder} is of {there}, and the report is of {here}; {remedy}",
                    folder=str(folder),
                    there=theirs,
                    here=ours,
                    remedy=remedy,
                )
            )


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
    reports = {report.kind: report for report in archive.whole_plan(year).reports}
    targets = reports.get("targets")
    if not targets:
        folder = str(archive.folder)
        raise PlanctlError(say("there is no targets_{year}.yaml in {folder}", year=str(year), folder=folder))
    comments = ("Made by planctl from the targets of the year. Write what the report prints, and remove each 'draft'.",)
    return _write(scaffold(targets, reports.get("projects")), Path(output) if output else archive.folder, comments)


def _write(files: tuple[DraftFile, ...], folder: Path, comments: tuple[str, ...]) -> tuple[Path, ...]:
    return write_new(folder, {file.name: yaml_text(readable(file.data), comments) for file in files})

"""Files read. The only module that opens files to read them."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from errno import EINVAL, EISDIR, ENOENT
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.files.finding import (
    ALL,
    FILE_NAME,
    FORMS_OF_NAME,
    PACKAGE,
    TABLES,
    Files,
    files_of,
    packaged,
    readable,
    region_folders,
    report_files,
    shown_path,
    years_in,
)
from planctl.messages.message import Message, Place, PlanctlError, Problem, Unreadable, say
from planctl.messages.refusals import reason_of
from planctl.report.model import Region, Report, with_parts
from planctl.report.narrowing import Outline, narrowed_together, outline_of
from planctl.report.plan import BESIDE, FINAL, Plan, join

if TYPE_CHECKING:
    from planctl.checks.lock import Lock
    from planctl.files.copies import File
    from planctl.report.catalogue import Catalogue
    from planctl.report.regions import Regions

DRAFT = "draft"
"""The key that marks what nobody has compared with the page."""
MOST_BYTES = 1_500_000
"""Bytes that a transcript may have."""
USUAL_BYTES = 65_536
_DIGEST = re.compile(rb"\b[0-9a-f]{64}\b")


def years_with_results(folder: Path) -> tuple[int, ...]:
    """Return the years whose outcome `folder` has, in order: without those begun, in which no result stands yet.

    Where it has no others, those are returned.
    """
    files = {year: path for (kind, year), path in sorted(files_of(folder).items()) if kind == "indicators"}
    return tuple(year for year, path in files.items() if not _is_blank_draft(path, year)) or tuple(files)


def _is_blank_draft(path: Path, year: int) -> bool:
    """Return whether a file of an outcome is a draft without any result; one that cannot be read is none."""
    try:
        content = _content(path)
        if DRAFT.encode() not in content:
            return False
        report = _load_report(path, "indicators", year)
    except Unreadable:
        return False
    is_draft = any(name.endswith(f".{DRAFT}") for name in report.places)
    return is_draft and not any(row.actual and row.actual.printed.strip() for row in with_parts(report.indicators))


def load_region(folder: Path, files: Files | None = None) -> Region:
    """Return the region of a folder, by the first of its files that can be read.

    Raises `PlanctlError` where the folder has none, and `Unreadable` with the faults of all where none can be read.
    """
    problems: list[Problem] = []
    for (kind, year), path in sorted((files_of(folder) if files is None else files).items()):
        try:
            if copied := _load_narrowed({kind: path}, year, ()):
                return copied[kind].source.region
            return _load_report(path, kind, year).source.region
        except Unreadable as fault:
            problems += fault.problems
    report_files(folder)
    raise Unreadable(tuple(problems))


def load_outlines(folder: Path) -> tuple[Outline, ...]:
    """Return the outline of each report file of a folder, by kind and year; raises `Unreadable` as `load_plan` does."""
    from planctl.files.copies import File, copied_outline

    found: list[Outline] = []
    problems: list[Problem] = []
    for (kind, year), path in sorted(files_of(folder).items()):
        try:
            file = File(_content(path), shown_path(path), kind, year)
            found.append(copied_outline(file) or outline_of(_read(*file[:2], kind, year)))
        except Unreadable as fault:
            problems += fault.problems
    if problems:
        raise Unreadable(tuple(problems))
    return tuple(found)


def digests_in(folder: Path) -> frozenset[str]:
    """Return every SHA-256 that is written in the files of a folder; of one that cannot be opened none."""
    found: set[str] = set()
    for path in files_of(folder).values():
        with suppress(Unreadable):
            found |= {digest.decode() for digest in _DIGEST.findall(_content(path))}
    return frozenset(found)


def load_plan(
    folder: Path,
    year: int,
    kinds: tuple[str, ...] = TABLES,
    only: Collection[str] | None = None,
    files: Files | None = None,
) -> Plan:
    """Return the plan of a year, read from the files of those kinds of that year, and its final figures.

    Figures within the year, of the kind `progress`, are read where they are asked for.

    With `only`, it has no more than the rows of those ids, with what they are judged by, and nothing that is stated of
    all rows: that is read in a third of the time where the files were read before.

    `files` are those of the folder, where they are known. Raises `PlanctlError` where it has none, and `Unreadable`
    with every fault of those that it has.
    """
    files = files_of(folder) if files is None else files
    own = tuple(kind for kind in kinds if kind not in BESIDE)
    if not any((kind, year) in files for kind in own):
        raise PlanctlError(_no_year(folder, year, own))
    asked = {kind: files[kind, year] for kind in (*own, *BESIDE) if (kind, year) in files and kind in (*kinds, FINAL)}
    reports = None if only is None else _load_narrowed(asked, year, only)
    problems: list[Problem] = []
    if reports is None:
        reports = {}
        for kind, path in asked.items():
            try:
                reports[kind] = _load_report(path, kind, year)
            except Unreadable as fault:
                problems += fault.problems
        if only is not None:
            reports = dict(zip(reports, narrowed_together(reports.values(), only), strict=True))
    problems += _regions_apart(reports, files, year)
    if problems:
        raise Unreadable(tuple(problems))
    return join(*map(reports.get, (*ALL, *BESIDE)))


def _no_year(folder: Path, year: int, kinds: tuple[str, ...]) -> Message:
    """Return what is said of a year that a folder has no files of, with what there is, also of regions below it."""
    years = tuple(str(known) for known in years_in(folder, kinds))
    remedy = say("there are {years}", years=years) if years else say("there are no such files at all")
    if any(year in years_in(each, kinds) for each in region_folders(folder) if each != folder):
        remedy = say("{remedy}; regions below it have that year, and --region chooses one", remedy=remedy)
    return say("no data for {year} in {folder}: {remedy}", year=str(year), folder=shown_path(folder), remedy=remedy)


class Loaded(NamedTuple):
    """What several files came to: the reports that could be read, the faults of the others, and the lines of each."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    lines: Mapping[str, tuple[str, ...]]


def load_reports(paths: Iterable[Path], given: Mapping[str, bytes] = MappingProxyType({})) -> Loaded:
    """Return what the files hold, and what is `given` under the name of a file (standard input).

    Raises `PlanctlError` for a name that says neither kind nor year, and `Unreadable` for a file that cannot be opened:
    what was not read must not look like success. Faults inside a file are told with the others.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    lines: dict[str, tuple[str, ...]] = {}
    contents = {**{shown_path(path): _content(path) for path in paths}, **given}
    for shown, content in contents.items():
        if not (found := FILE_NAME.fullmatch(Path(shown).name)):
            remedy = say("name it {names}", names=FORMS_OF_NAME)
            raise PlanctlError(say("'{file}' says neither kind nor year; {remedy}", file=shown, remedy=remedy))
        lines[shown] = tuple(content.decode("utf-8", "replace").splitlines())
        try:
            reports.append(_read(content, shown, found[1], int(found[2])))
        except Unreadable as fault:
            problems += fault.problems
    return Loaded(tuple(reports), tuple(problems), lines)


def example_of(check: str) -> str:
    """Return what is said of the example of a check, which is a case of its tests; empty where it has none.

    The cases travel in the package beside the data, and stand in the tests of a checkout.
    """
    if Path(check).name != check:
        return ""
    content = packaged("examples", check, "bad.out")
    case = PACKAGE.parents[1] / "tests" / "checks" / check / "bad.out"
    if content is None and not (PACKAGE / "examples").is_dir() and case.is_file():
        content = case.read_bytes()
    return (content or b"").decode()


@cache
def load_catalogue() -> "Catalogue":
    """Return the catalogue of indicators that travels in the package; it is read once, when it is first asked for."""
    from planctl.files.copies import plain_through
    from planctl.report.catalogue import FILE_NAME, read_catalogue

    return read_catalogue(plain_through(packaged("report", FILE_NAME) or b"", _read_catalogue_anew))


def _read_catalogue_anew(content: bytes) -> Any:
    from planctl.files.places import parse_yaml
    from planctl.report.catalogue import FILE_NAME, keyed

    return keyed(parse_yaml(content, FILE_NAME).data)


@cache
def load_regions() -> "Regions":
    """Return the table of regions that travels in the package; it is read once, when it is first asked for."""
    from planctl.report.regions import FILE_NAME, read_regions

    return read_regions(packaged("report", FILE_NAME) or b"")


def load_translations(language: str) -> bytes | None:
    """Return the compiled catalogue of a language; `None` where planctl was installed without it."""
    return packaged("messages", "locale", language, "LC_MESSAGES", "planctl.mo")


def load_bytes(path: Path, most: int) -> bytes:
    """Return what a file holds; raises `PlanctlError` where it cannot be read, or is larger than `most`."""
    try:
        content = _bytes(path, most)
    except OSError as fault:
        message = say("{path} cannot be read: {fault}", path=shown_path(path), fault=reason_of(fault))
        raise PlanctlError(message) from None
    if len(content) > most:
        raise PlanctlError(say("{path} is larger than {most} bytes", path=shown_path(path), most=most))
    return content


def load_lock(folder: Path) -> "Lock":
    """Return what of a folder's files was verified; raises `PlanctlError` for a lock that cannot be read."""
    from planctl.checks.lock import FILE_NAME, NOTHING, parse_lock

    path = folder / FILE_NAME
    there = os.path.lexists(path) or readable(path).is_file()
    return parse_lock(load_bytes(path, MOST_BYTES), shown_path(path)) if there else NOTHING


def _regions_apart(reports: dict[str, Report], files: Files, year: int) -> Iterator[Problem]:
    regions = {kind: report.source.region for kind, report in reports.items()}
    for first, other in ((next(iter(regions)), kind) for kind in regions):
        if not regions[other].may_be(regions[first]):
            yield Problem(
                Place(shown_path(files[other, year])),
                "region",
                say(
                    "the file is of {other}, and {file} is of {first}",
                    other=f"{regions[other].code} {regions[other].name}",
                    file=shown_path(files[first, year]),
                    first=f"{regions[first].code} {regions[first].name}",
                ),
                say("keep each region's files in a folder of their own"),
            )


def _load_report(path: Path, kind: str, year: int) -> Report:
    return _read(_content(path), shown_path(path), kind, year)


def _load_narrowed(paths: Mapping[str, Path], year: int, only: Collection[str]) -> dict[str, Report] | None:
    """Return the reports of a year narrowed to some rows, by kind; `None` where they have to be read whole first."""
    from planctl.files.copies import File, narrowed_copies

    try:
        files = [File(_content(path), shown_path(path), kind, year) for kind, path in paths.items()]
    except Unreadable:
        return None
    found = narrowed_copies(files, only)
    return dict(zip(paths, found, strict=True)) if found is not None else None


def _read(content: bytes, name: str, kind: str, year: int) -> Report:
    from planctl.files.copies import File, read_through

    return read_through(File(content, name, kind, year), _read_anew)


def _read_anew(file: "File") -> Report:
    from planctl.files.places import parse_yaml
    from planctl.files.schema import read_report
    from planctl.report.directions import directed

    return directed(read_report(parse_yaml(file.content, file.name), file.kind, file.year), load_catalogue)


def _bytes(path: Path, most: int) -> bytes:
    """Return a regular file's bytes, and one more than `most` of a larger one; raises `OSError` for any other."""
    found = readable(path)
    if not found.is_file():
        if isinstance(found, Path) and not found.exists():
            raise FileNotFoundError(ENOENT, str(path))
        if found.is_dir():
            raise IsADirectoryError(EISDIR, str(path))
        raise OSError(EINVAL if isinstance(found, Path) else ENOENT, str(path))
    with found.open("rb") as stream:
        begin = stream.read(min(USUAL_BYTES, most + 1))  # room for `most` takes longer to get than a usual file to read
        return begin if len(begin) < USUAL_BYTES else begin + stream.read(most + 1 - len(begin))


def _content(path: Path) -> bytes:
    try:
        return _bytes(path, MOST_BYTES)
    except OSError as fault:
        message = say("the file cannot be read: {fault}", fault=reason_of(fault))
        raise Unreadable(
            (Problem(Place(shown_path(path)), "file", message, say("check that it is a file you may read")),)
        ) from None

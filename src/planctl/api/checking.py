"""Files checked: against themselves, against what stands beside them, and against the years before."""

from collections.abc import Iterable, Mapping
from os.path import realpath
from pathlib import Path

from planctl.api.regions import one_region
from planctl.checks.dossier import Dossier
from planctl.checks.lock import FILE_NAME, NOTHING, parse_lock
from planctl.checks.registry import CHECKS, Check, Checked, Examination, run_checks
from planctl.files.finding import files_beside, is_folder, report_files
from planctl.files.loading import load_catalogue, load_lock, load_regions, load_reports
from planctl.messages.message import PlanctlError, say


def check_files(
    paths: Iterable[Path] = (),
    given: Mapping[str, bytes] | None = None,
    context: Path | None = None,
    chosen: Iterable[Check] | None = None,
) -> Examination:
    """Return what the checks find in files, and in what is `given` under the name of a file; all checks by default.

    A folder stands for all its report files. Report files beside those named, and those of `context` for what is given,
    are read with them, for a year is held against the one before; what is found in those is left out. Each folder is a
    region of its own, by whatever path it is named. Faults of a file are among the problems. Raises `PlanctlError` for
    a folder without report files, for a name that says neither kind nor year or that a file and what is given share,
    and for files of two regions in one folder, and `Unreadable` for a file that cannot be opened.
    """
    checks = tuple(CHECKS if chosen is None else chosen)
    found = [_examine(files, {}, files[0].parent, checks) for files in _by_folder(paths)]
    lines = {name: text for each in found for name, text in each.lines.items()}
    if given:
        if twice := next((name for name in given if name in lines), None):
            raise PlanctlError(
                say("'{file}' is named as a file and as standard input; give that another --stdin-name", file=twice)
            )
        found.append(_examine([], given, context, checks))
        lines |= found[-1].lines
    return Examination(tuple(checked for each in found for checked in each.checked), lines)


def check_folders(
    folders: Iterable[Path], chosen: Iterable[Check] | None = None
) -> tuple[Examination, tuple[PlanctlError, ...]]:
    """Return what the checks find in folders of one region each, and why some of them could not be asked at all."""
    checked: list[Checked] = []
    lines: dict[str, tuple[str, ...]] = {}
    faults = []
    checks = tuple(CHECKS if chosen is None else chosen)
    for folder in folders:
        try:
            found = check_files([folder], chosen=checks)
        except PlanctlError as fault:
            faults.append(fault)
        else:
            checked += found.checked
            lines |= {each.problem.place.file: found.lines.get(each.problem.place.file, ()) for each in found.checked}
    return Examination(tuple(checked), lines), tuple(faults)


def _by_folder(paths: Iterable[Path]) -> list[list[Path]]:
    """Return the files that are named, themselves or by their folder, those of each folder together and each once."""
    folders: dict[str, dict[str, Path]] = {}
    for path in paths:
        for file in report_files(path) if is_folder(path) else (path,):
            folders.setdefault(realpath(file.parent), {}).setdefault(file.name, file)
    return [list(files.values()) for files in folders.values()]


def _examine(
    paths: list[Path], given: Mapping[str, bytes], context: Path | None, checks: tuple[Check, ...]
) -> Examination:
    """Return what checks find in some files of one region, held against the others in a folder."""
    texts = dict(given)
    locked = texts.pop(FILE_NAME, None)
    asked = load_reports(paths, texts)
    beside = load_reports(files_beside(asked.lines, context) if context else ())
    lock = parse_lock(locked, FILE_NAME) if locked else load_lock(context) if context else NOTHING
    dossier = Dossier((*asked.reports, *beside.reports), lock, load_catalogue, load_regions)
    one_region((str(year), plan) for year, plan in dossier.plans.items())
    here = (each for each in run_checks(dossier, checks) if each.problem.place.file in asked.lines)
    return Examination((*map(Checked, asked.problems), *here), asked.lines)

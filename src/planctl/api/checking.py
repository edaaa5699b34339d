"""Files checked: against themselves, against what stands beside them, and against the years before."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from planctl.api.regions import one_region
from planctl.checks import CHECKS, Check, Checked, Examination, run_checks
from planctl.checks.corpus import Corpus
from planctl.files import files_beside, load_lock, load_reports
from planctl.lock import FILE_NAME, NOTHING, parse_lock


def check_files(
    paths: Iterable[Path] = (),
    given: Mapping[str, bytes] | None = None,
    context: Path | None = None,
    chosen: Iterable[Check] | None = None,
) -> Examination:
    """Return what the checks find in files, and in what is `given` under the name of a file; all checks by default.

    Report files beside them, and those of `context` for what is given, are read with them, for a year is held against
    the one before; what is found in those is left out. Each folder is a region of its own. Faults of a file are among
    the problems. Raises `PlanctlError` for a name that says neither kind nor year or for files of two regions in one
    folder, and `Unreadable` for a file that cannot be opened.
    """
    checks = tuple(CHECKS if chosen is None else chosen)
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        folders.setdefault(path.parent, []).append(path)
    found = [_examine(files, {}, folder, checks) for folder, files in folders.items()]
    found += [_examine([], given, context, checks)] if given else []
    lines = {name: text for each in found for name, text in each.lines.items()}
    return Examination(tuple(checked for each in found for checked in each.checked), lines)


def _examine(
    paths: list[Path], given: Mapping[str, bytes], context: Path | None, checks: tuple[Check, ...]
) -> Examination:
    """Return what checks find in some files of one region, held against the others in a folder."""
    texts = dict(given)
    locked = texts.pop(FILE_NAME, None)
    asked = load_reports(paths, texts)
    beside = load_reports(files_beside(asked.lines, context) if context else ())
    lock = parse_lock(locked, FILE_NAME) if locked else load_lock(context) if context else NOTHING
    corpus = Corpus((*asked.reports, *beside.reports), lock)
    one_region((str(year), plan) for year, plan in corpus.plans.items())
    here = (each for each in run_checks(corpus, checks) if each.problem.place.file in asked.lines)
    return Examination((*map(Checked, asked.problems), *here), asked.lines)

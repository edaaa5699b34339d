"""Where files are: the folder to read, the regions in it, and the report files of each, by kind and year."""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.messages.message import NOTHING, PlanctlError, say
from planctl.messages.refusals import reason_of
from planctl.report.plan import BESIDE, PROGRESS
from planctl.values.characters import escaped

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACKAGE = Path(__file__).parents[1]
"""Where planctl is installed; no folder where it was imported from an archive."""
VARIABLE = "PLANCTL_DATA"
TABLES = ("indicators", "targets")
"""The kinds of file that a year is judged by."""
WITHIN = (*TABLES, PROGRESS)
"""The same and figures within the year, which are read where they are shown: no verdict rests on them."""
ALL = (*TABLES, "projects")
Files = Mapping[tuple[str, int], Path]
"""Report files by their kind and year."""
FORMS_OF_NAME = tuple(f"{kind}_YEAR.yaml" for kind in (*ALL, *BESIDE))
FILE_NAME = re.compile(f"({'|'.join((*ALL, *BESIDE))})_([0-9]{{4}})\\.yaml")


def find_data(folder: Path | None = None) -> Path:
    """Return the folder to read: the one given, the one that PLANCTL_DATA names, or planctl's own.

    Raises `PlanctlError` where it is not a folder.
    """
    named = os.environ.get(VARIABLE)
    chosen = folder or (Path(named) if named else own_data())
    if not is_folder(chosen):
        by = say(", which {variable} names,", variable=VARIABLE) if named and not folder else NOTHING
        raise PlanctlError(say("'{folder}'{by} is not a folder", folder=str(chosen), by=by))
    return chosen


def is_folder(path: Path) -> bool:
    """Return whether there is a folder at a path; one that cannot be looked at is none."""
    try:
        return readable(path).is_dir()
    except OSError:
        return False


def region_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders in `folder`, in any depth and itself, that have report files, by name; hidden ones are not.

    One that cannot be looked into is among them, so that whoever reads it is told.
    """
    found, waiting = [], [folder]
    while waiting:
        here = waiting.pop()
        try:
            inside = sorted(readable(here).iterdir(), key=lambda path: path.name, reverse=True)
        except OSError:
            found.append(here)
            continue
        if any(FILE_NAME.fullmatch(path.name) for path in inside):
            found.append(here)
        names = (path for path in inside if not path.name.startswith(".") and not FILE_NAME.fullmatch(path.name))
        waiting += [here / path.name for path in names if _is_own_folder(path)]
    return tuple(found)


def own_data() -> Path:
    """Return the data that travels in the package, or, in a checkout, the folder where it is edited."""
    packaged = PACKAGE / "data"
    return packaged if readable(packaged).is_dir() else PACKAGE.parents[1] / "data"


def _is_own_folder(path: "Path | Traversable") -> bool:
    """Return whether a path is a folder, and no link to one, which may lead round in a circle."""
    return not (isinstance(path, Path) and path.is_symlink()) and path.is_dir()


def packaged(*parts: str) -> bytes | None:
    """Return the content of a file that travels in the package; `None` where it has none of that name."""
    found = readable(PACKAGE.joinpath(*parts))
    return found.read_bytes() if found.is_file() else None


def readable(path: Path) -> "Path | Traversable":
    """Return what a path is read by: itself, or what is there inside the archive that planctl was imported from."""
    if _is_folder_itself() or not path.is_relative_to(PACKAGE):
        return path
    from importlib.resources import files

    return files("planctl").joinpath(*path.relative_to(PACKAGE).parts)


@cache
def _is_folder_itself() -> bool:
    """Return whether planctl was imported from a folder."""
    return PACKAGE.is_dir()


def years_in(folder: Path, kinds: tuple[str, ...] = TABLES) -> tuple[int, ...]:
    """Return the years that `folder` has files of those kinds of, in order."""
    return years_of(files_of(folder), kinds)


def years_of(files: Files, kinds: tuple[str, ...]) -> tuple[int, ...]:
    """Return the years that there are files of those kinds of, in order."""
    return tuple(sorted({year for kind, year in files if kind in kinds}))


def report_files(folder: Path, kinds: tuple[str, ...] = (*ALL, *BESIDE)) -> tuple[Path, ...]:
    """Return the files of those kinds in a folder, by name; raises `PlanctlError` where it has none."""
    found = tuple(sorted(path for (kind, _), path in files_of(folder).items() if kind in kinds))
    if not found:
        said = say(
            "there are no report files in {folder}; they are named {names}",
            folder=shown_path(folder),
            names=tuple(f"{kind}_YEAR.yaml" for kind in kinds),
        )
        raise PlanctlError(said)
    return found


def files_beside(names: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Return the report files of a folder that have none of the names."""
    taken = {Path(name).name for name in names}
    return tuple(path for path in sorted(files_of(folder).values()) if path.name not in taken)


def files_of(folder: Path) -> Files:
    """Return the report files of a folder by their kind and year; raises `PlanctlError` where it cannot be read."""
    try:
        found = readable(folder)
        names = os.listdir(found) if isinstance(found, Path) else [path.name for path in found.iterdir()]  # noqa: PTH208
    except OSError as fault:
        raise PlanctlError(
            say("'{folder}' cannot be read: {fault}", folder=shown_path(folder), fault=reason_of(fault))
        ) from None
    return {(words[1], int(words[2])): folder / words[0] for words in map(FILE_NAME.fullmatch, names) if words}


def shown_path(path: Path) -> str:
    """Return the path as a person here would type it; what a line may not have is escaped."""
    shown = str(path)
    with suppress(OSError):
        here = os.getcwd()  # noqa: PTH109  # as text, for there may be thousands of paths
        shown = os.curdir if shown == here else shown.removeprefix(os.path.join(here, ""))  # noqa: PTH118
    return escaped(shown)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a regular file; empty where there is none that can be read."""
    from hashlib import file_digest

    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""

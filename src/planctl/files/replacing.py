"""What may be written over: regular files, and folders with a data package and nothing else."""

import json
import os
from errno import EINVAL, EISDIR, ELOOP
from pathlib import Path, PurePosixPath
from stat import S_IMODE, S_ISDIR, S_ISLNK, S_ISREG

from planctl.files.finding import shown_path
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.refusals import reason_of

MOST_DESCRIBED = 20_000_000
"""Bytes of a descriptor that are read."""
MOST_ENTRIES = 10_000


def place_of(path: Path) -> Path:
    """Return where a file is to be written: a link is followed to its target's place.

    Raises `OSError` where something else than a regular file is there.
    """
    place = Path(os.path.realpath(path))
    for each in (path, place):  # of some links only the system knows where they lead: /dev/stdout
        try:
            mode = each.stat().st_mode if each is path else each.lstat().st_mode
        except FileNotFoundError:
            continue
        if S_ISDIR(mode):
            raise IsADirectoryError(EISDIR, str(path))
        if not S_ISREG(mode):
            raise OSError(ELOOP if S_ISLNK(mode) else EINVAL, str(path))
    if not place.name:
        raise IsADirectoryError(EISDIR, str(path))
    return place


def mode_of(place: Path) -> int | None:
    """Return the permissions of what is at a place; `None` where nothing is."""
    try:
        return S_IMODE(place.stat().st_mode)
    except FileNotFoundError:
        return None


def refuse_taken(path: Path, *, force: bool = False) -> None:
    """Raise `PlanctlError` where something is there already and `force` is not given."""
    if os.path.lexists(path) and path.exists() and not force:
        raise PlanctlError(would_be_lost((shown_path(path),), say("choose another name, or give --force")))


def would_be_lost(taken: tuple[str, ...], remedy: Message) -> Message:
    """Return what is said of names that are taken."""
    return say("{taken} would be written over; {remedy}", taken=taken, remedy=remedy)


def refuse_other_folder(folder: Path, descriptor: str) -> None:
    """Raise `PlanctlError` where something is there that is no data package, or has more in it than its files."""
    if not os.path.lexists(folder):
        return
    shown, remedy = shown_path(folder), say("choose another name")
    if not (folder / descriptor).is_file():
        raise PlanctlError(
            say("{path} is there and has no {mark}; {remedy}", path=shown, mark=descriptor, remedy=remedy)
        )
    try:
        listed = _listed(folder / descriptor)
        strange = None if listed is None else _strange(folder, {PurePosixPath(descriptor), *listed})
    except OSError as fault:
        raise PlanctlError(say("{path} cannot be read: {fault}", path=shown, fault=reason_of(fault))) from None
    if listed is None:
        raise PlanctlError(say("{path} is there and is no data package; {remedy}", path=shown, remedy=remedy))
    if strange:
        raise PlanctlError(
            say(
                "{path} has {strange}, which its {mark} does not list; {remedy}",
                path=shown,
                strange=shown_path(Path(strange)),
                mark=descriptor,
                remedy=remedy,
            )
        )


def _listed(descriptor: Path) -> set[PurePosixPath] | None:
    """Return the files that a descriptor lists; `None` where it is none."""
    with descriptor.open("rb") as stream:
        content = stream.read(MOST_DESCRIBED)
    try:
        resources = json.loads(content)["resources"]
        return {PurePosixPath(resource["path"]) for resource in resources}
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _strange(folder: Path, listed: set[PurePosixPath]) -> str | None:
    """Return something in a folder that is none of the files listed, nor a folder of such; `None` where all is."""
    folders = {parent for file in listed for parent in file.parents}
    for count, found in enumerate(folder.rglob("*")):
        inside = PurePosixPath(found.relative_to(folder).as_posix())
        mode = found.lstat().st_mode
        known = listed if S_ISREG(mode) else folders if S_ISDIR(mode) else ()
        if inside not in known or count > MOST_ENTRIES:
            return str(inside)
    return None

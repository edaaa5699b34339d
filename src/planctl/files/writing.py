"""Files written, whole or not at all. The only room that writes any."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EEXIST, ENOTEMPTY
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from planctl.files.aside import OLD, beside, file_aside, folder_aside, put_in, remove, sweep
from planctl.files.finding import shown_path
from planctl.files.replacing import mode_of, place_of, refuse_other_folder, refuse_taken, would_be_lost
from planctl.messages.message import Message, PlanctlError, say
from planctl.messages.refusals import reason_of
from planctl.values.characters import LAID_OUT, escaped

if TYPE_CHECKING:
    from planctl.checks.lock import Lock

MOST_BEGINNING = 1_000
SET = "planctl"
"""What a set of files is called while it stands aside in the folder that it goes into."""


def write_new(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write texts under their names into a folder, which is made where there is none: all of them or none.

    Returns where each is. Raises `PlanctlError` where one of the names is taken, or nothing can be written there. What
    a run that was killed in the midst of it put there is taken away first.
    """
    place = Path(os.path.realpath(folder))
    with _told_of(folder):
        sweep(place / SET)
        taken = tuple(shown_path(folder / name) for name in texts if os.path.lexists(place / name))
        if taken:
            raise PlanctlError(would_be_lost(taken, say("choose another folder, or remove what is there")))
        if place.is_dir() or not _wrote_all_anew(place, texts):
            with folder_aside(place / SET) as aside:
                _write_all(aside, texts)
                put_in(aside, place)
    return tuple(folder / name for name in texts)


def _wrote_all_anew(place: Path, texts: Mapping[str, str]) -> bool:
    """Write texts into a folder that is not there, and return whether it still was not when they were written."""
    top = next(each for each in (place, *place.parents) if each.parent.exists())
    with folder_aside(top) as aside:
        inner = aside / place.relative_to(top)
        inner.mkdir(parents=True, exist_ok=True)
        _write_all(inner, texts)
        try:
            aside.replace(top)
        except OSError as fault:
            if fault.errno in (EEXIST, ENOTEMPTY):
                place.mkdir(parents=True, exist_ok=True)
                return False
            raise
    return True


def _write_all(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file, where a link leads to if it is one; one that was there lends it its permissions.

    Raises `PlanctlError` where it cannot be written, where it is there already and `force` is not given, and where
    something else than a regular file is there.
    """
    refuse_file(path, force=force)
    with _told_of(path):
        _write_whole(path, content)


def refuse_file(path: Path, *, force: bool = False) -> None:
    """Raise `PlanctlError` where a file may not be written: something else is there, or a file without `force`."""
    with _told_of(path):
        place_of(path)
    refuse_taken(path, force=force)


def write_package(folder: Path, contents: Mapping[str, bytes], descriptor: str, *, force: bool = False) -> None:
    """Write a data package; what was there under its name is gone only once all of it is written.

    Raises `PlanctlError` where it cannot be written, where it is there already and `force` is not given, and where
    something else is there than a data package and its files.
    """
    refuse_package(folder, descriptor, force=force)
    _write_folder(folder, contents)


def write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of a folder that is not there yet, all or none; raises `PlanctlError` where that cannot be."""
    refuse_taken(folder)
    _write_folder(folder, contents)


def _write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    with _told_of(folder):
        place = Path(os.path.realpath(folder))
        with folder_aside(place) as aside:
            mode = mode_of(place)
            for name, content in contents.items():
                (aside / name).parent.mkdir(parents=True, exist_ok=True)
                (aside / name).write_bytes(content)
            if mode is not None:
                aside.chmod(mode)
            _put_in_place(aside, place)


def refuse_package(folder: Path, descriptor: str, *, force: bool = False) -> None:
    """Raise `PlanctlError` where a data package may not be written, as `write_package` does."""
    with _told_of(folder):
        sweep(Path(os.path.realpath(folder)))
    refuse_taken(folder, force=force)
    refuse_other_folder(folder, descriptor)


def _put_in_place(aside: Path, place: Path) -> None:
    before = beside(place, OLD)
    try:
        if place.exists():
            place.replace(before)
        aside.replace(place)
    finally:
        if before.exists() and not place.exists():
            before.replace(place)
        remove(before)


def write_page(path: Path, text: str, mark: str) -> None:
    """Write a page with a mark near its beginning; raises as `write_marked` does."""
    write_marked(path, escaped(text, LAID_OUT).encode(), mark)


def write_marked(path: Path, content: bytes, mark: str) -> None:
    """Write a file with a mark near its beginning, in place of such a file alone; whole or not at all.

    Raises `PlanctlError` where something else is there, or nothing can be written.
    """
    if path.exists() and not _begins_with(path, mark):
        raise PlanctlError(_not_ours(path))
    with _told_of(path):
        _write_whole(path, content)


def _not_ours(path: Path) -> Message:
    remedy = say("choose another name")
    return say("{path} is there and not as planctl wrote it; {remedy}", path=shown_path(path), remedy=remedy)


def write_marked_set(folder: Path, contents: Mapping[str, bytes], mark: str) -> None:
    """Write files into a folder, each over an earlier one of them alone: that has a mark, or whose twin has it.

    A twin is a file of the same name but for its ending, which may be of a kind that has no place for a mark. Raises
    `PlanctlError` where something else has one of the names, before any is written, or nothing can be written.
    """
    marked = {Path(name).stem for name in contents if _begins_with(folder / name, mark)}
    for name in contents:
        if Path(name).stem not in marked and os.path.lexists(folder / name):
            raise PlanctlError(_not_ours(folder / name))
    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            _write_whole(folder / name, content)


def _begins_with(path: Path, mark: str) -> bool:
    if not path.is_file():
        return False
    with _told_of(path), path.open("rb") as stream:
        return mark in stream.read(MOST_BEGINNING).decode("utf-8", "replace")


def write_lock(folder: Path, lock: "Lock") -> Path:
    """Write a lock beside the files that it is of, whole or not at all, and return where."""
    from planctl.checks.lock import FILE_NAME, lock_text

    path = folder / FILE_NAME
    with _told_of(path):
        _write_whole(path, lock_text(lock).encode())
    return path


def append_text(path: Path, text: str) -> None:
    """Add text at the end of a file, which is made where there is none; raises `PlanctlError` where it cannot be."""
    with _told_of(path), path.open("a", encoding="utf-8") as stream:
        stream.write(escaped(text, LAID_OUT))


def address_below(file: str, page: Path) -> str:
    """Return the address of a file as a page sees it that stands in a folder above it; empty where it does not.

    A way up and down again would name folders that are of this machine alone.
    """
    there, here = (Path(os.path.abspath(each)) for each in (file, page.parent))  # noqa: PTH100  # not through links
    return quote(there.relative_to(here).as_posix()) if there.is_relative_to(here) else ""


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Turn what the system says against writing somewhere into a `PlanctlError` with that place."""
    try:
        yield
    except OSError as fault:
        missing = isinstance(fault, FileNotFoundError) and not path.parent.exists()
        reason = say("there is no folder {folder}; make it first", folder=shown_path(path.parent)) if missing else None
        message = say("{path} cannot be written: {fault}", path=shown_path(path), fault=reason or reason_of(fault))
        raise PlanctlError(message) from None


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file aside and then put it in its place; raises `OSError`, and leaves nothing behind then."""
    place = place_of(path)
    with file_aside(place, content, mode_of(place)) as aside:
        aside.replace(place)

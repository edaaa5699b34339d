"""Files written, whole or not at all. The only module that writes any."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EISDIR
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING
from urllib.parse import quote

from planctl.characters import LAID_OUT, escaped
from planctl.files import shown_path
from planctl.messages import Message, PlanctlError, say
from planctl.refusals import reason_of

if TYPE_CHECKING:
    from planctl.lock import Lock

MOST_BEGINNING = 1_000


def write_new(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write texts under their names into a folder, which is made where there is none: all of them or none.

    Returns where each is. Raises `PlanctlError` where one of the names is taken, or nothing can be written there.
    """
    paths = {folder / name: text for name, text in texts.items()}
    taken = tuple(shown_path(path) for path in paths if path.exists())
    if taken:
        raise PlanctlError(_would_be_lost(taken, say("choose another folder, or remove what is there")))
    written: list[Path] = []
    made = not folder.exists()
    with _told_of(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for path, text in paths.items():
                _write_whole(path, text.encode())
                written.append(path)
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            if made and folder.is_dir():
                folder.rmdir()
            raise
    return tuple(written)


def refuse_taken(path: Path, *, force: bool = False) -> None:
    """Raise `PlanctlError` where something is there already and `force` is not given."""
    if path.exists() and not force:
        raise PlanctlError(_would_be_lost((shown_path(path),), say("choose another name, or give --force")))


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file; raises `PlanctlError` where it cannot be written, or is there already and `force` is not given."""
    refuse_taken(path, force=force)
    with _told_of(path):
        _write_whole(path.resolve(), content)


def write_folder(folder: Path, contents: Mapping[str, bytes], *, force: bool = False, mark: str = "") -> None:
    """Write a folder of files; what was there under its name is gone only once all of it is written.

    Raises `PlanctlError` where it cannot be written, or is there already and `force` is not given. With a `mark`, also
    where it is there and has no file of that name: then it holds something else, which nobody means to lose.
    """
    if mark and force and folder.exists() and not (folder / mark).is_file():
        remedy = say("choose another name")
        raise PlanctlError(
            say("{path} is there and has no {mark}; {remedy}", path=shown_path(folder), mark=mark, remedy=remedy)
        )
    refuse_taken(folder, force=force)
    with _told_of(folder):
        place = folder.resolve()
        beside, before = _beside(place, "new"), _beside(place, "old")
        try:
            beside.mkdir()
            for name, content in contents.items():
                (beside / name).parent.mkdir(parents=True, exist_ok=True)
                (beside / name).write_bytes(content)
            if place.exists():
                place.replace(before)
            beside.replace(place)
        except BaseException:
            rmtree(beside, ignore_errors=True)
            if before.exists():
                before.replace(place)
            raise
        rmtree(before, ignore_errors=True) if before.is_dir() else before.unlink(missing_ok=True)


def write_page(path: Path, text: str, mark: str) -> None:
    """Write a page with a mark near its beginning, in place of such a page alone; whole or not at all.

    Raises `PlanctlError` where something else is there, or nothing can be written.
    """
    if path.exists() and not _begins_with(path, mark):
        remedy = say("choose another name")
        raise PlanctlError(say("{path} is there and is no such page; {remedy}", path=shown_path(path), remedy=remedy))
    with _told_of(path):
        _write_whole(path.resolve(), escaped(text, LAID_OUT).encode())


def _begins_with(path: Path, mark: str) -> bool:
    if not path.is_file():
        return False
    with _told_of(path), path.open("rb") as stream:
        return mark in stream.read(MOST_BEGINNING).decode("utf-8", "replace")


def write_lock(folder: Path, lock: "Lock") -> Path:
    """Write a lock beside the files that it is of, whole or not at all, and return where."""
    from planctl.lock import FILE_NAME, lock_text

    path = folder / FILE_NAME
    with _told_of(path):
        _write_whole(path, lock_text(lock).encode())
    return path


def append_text(path: Path, text: str) -> None:
    """Add text at the end of a file, which is made where there is none; raises `PlanctlError` where it cannot be."""
    with _told_of(path), path.open("a", encoding="utf-8") as stream:
        stream.write(escaped(text, LAID_OUT))


def relative_address(file: str, page: Path) -> str:
    """Return the address of a file as a page sees it from where it stands."""
    return quote(Path(os.path.relpath(Path(file).absolute(), page.absolute().parent)).as_posix())


def _would_be_lost(taken: tuple[str, ...], remedy: Message) -> Message:
    return say("{taken} would be written over; {remedy}", taken=taken, remedy=remedy)


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Turn what the system says against writing somewhere into a `PlanctlError` with that place."""
    try:
        yield
    except OSError as fault:
        message = say("{path} cannot be written: {fault}", path=shown_path(path), fault=reason_of(fault))
        raise PlanctlError(message) from None


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and then put it there; raises `OSError`, and leaves nothing behind then."""
    if not path.name or path.is_dir():
        raise IsADirectoryError(EISDIR, str(path))
    beside = _beside(path, "new")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _beside(path: Path, state: str) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.{state}")

"""What is written aside first, beside its place, and put there once it is whole; and what killed runs left aside.

It stands under a hidden name with the number of the process, as `.plans.csv.4711.new`, and what it takes the place of
under the same with `old`. Whoever makes it holds it locked, so that a later run can tell what nobody goes on with.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from shutil import rmtree

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_NB, flock

NEW, OLD = "new", "old"


def beside(path: Path, state: str) -> Path:
    """Return a name beside a path that nothing has."""
    names = (path.with_name(f".{path.name}.{os.getpid()}.{number}.{state}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


@contextmanager
def file_aside(path: Path, content: bytes, mode: int | None) -> Iterator[Path]:
    """Write a file beside a path, with these permissions; it is removed if nobody moves it away."""
    sweep(path)
    name = beside(path, NEW)
    try:
        name.open("xb").close()
        with _held(name):
            if mode is not None:
                name.chmod(mode)
            name.write_bytes(content)
            yield name
    finally:
        name.unlink(missing_ok=True)


@contextmanager
def folder_aside(path: Path) -> Iterator[Path]:
    """Make a folder beside a path; it is removed with all in it if nobody moves it away."""
    sweep(path)
    name = beside(path, NEW)
    try:
        name.mkdir()
        with _held(name):
            yield name
    finally:
        remove(name)


def sweep(path: Path) -> None:
    """Remove what killed runs left beside a path; what they moved away and put nothing in the place of comes back."""
    with suppress(OSError):
        for left in _left(path, OLD):
            if not os.path.lexists(path):
                left.replace(path)
            remove(left)
        for left in _left(path, NEW):
            take_back(left, left.parent)
            remove(left)


def put_in(aside: Path, folder: Path) -> None:
    """Put each file of a folder aside into another; where that fails, none is put there.

    They are linked, not moved: as long as the folder aside is there, it shows which were put there from it. Raises
    `OSError`, also where a name is taken.
    """
    os.utime(aside)  # whatever is changed from now on, a person changed
    moved: list[Path] = []
    try:
        for file in sorted(aside.iterdir()):
            if not _linked(file, folder / file.name):
                moved.append(file.rename(folder / file.name))
    except BaseException:
        take_back(aside, folder)
        for file in moved:
            file.unlink()
        raise


def take_back(aside: Path, folder: Path) -> None:
    """Take the files of a folder aside out of another again, but for those that somebody has changed since."""
    for file in aside.iterdir() if aside.is_dir() else ():
        put = folder / file.name
        unchanged = file.stat().st_mtime_ns <= aside.stat().st_mtime_ns
        if unchanged and file.is_file() and put.is_file() and put.samefile(file):
            put.unlink()


def remove(path: Path) -> None:
    """Remove a file or a folder with all in it, as far as that can be done."""
    with suppress(OSError):
        rmtree(path, ignore_errors=True) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)


def _linked(file: Path, place: Path) -> bool:
    """Give a file a second place, and return whether the file system can; raises `FileExistsError` for a taken one."""
    try:
        place.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _left(path: Path, state: str) -> Iterator[Path]:
    """Yield what is beside a path in a state, and is of a process that is no more."""
    begin, end = f".{path.name}.", f".{state}"
    for found in list(path.parent.iterdir()) if path.parent.is_dir() else ():
        if found.name.startswith(begin) and found.name.endswith(end):
            process, _, number = found.name[len(begin) : -len(end)].partition(".")
            if process.isdecimal() and number.isdecimal() and not _lives(int(process)) and _is_free(found):
                yield found


def _lives(process: int) -> bool:
    """Return whether another process has a number; what has our own was left by one before us."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Keep something aside locked, where the system and the file system can."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):
            flock(descriptor, LOCK_EX | LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def _is_free(path: Path) -> bool:
    """Return whether nobody holds what is aside: a process in another container may have a number that is none here."""
    if sys.platform == "win32":
        return True
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True

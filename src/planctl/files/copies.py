"""Compiled copies of report files that were read without fault, beside the caches of the user.

A copy is known by all that the reading depends on: the content of the file, its kind and year, and planctl and Python
as they are. So a file that changed has none, and nothing has to be told which is stale. PLANCTL_NO_CACHE does without,
and then nothing is imported for it.
"""

import atexit
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl import __version__
from planctl.report.model import Report
from planctl.report.narrowing import Outline, needed

if TYPE_CHECKING:
    from planctl.files.store import Store

VARIABLE = "PLANCTL_NO_CACHE"
FOLDER, FILE_NAME = "planctl", "copies.sqlite"
PLACES = ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA")
"""The variables that say where a user's caches are."""
PACKAGE = Path(__file__).parents[1]
ROOMS = ("values", "messages", "grammar", "report", "files")
"""What a reading depends on; the tables that travel in them are of it."""
LIBRARIES = ("yaml", "pydantic")
"""What else it depends on."""


class File(NamedTuple):
    """What is read: the content of a file, its name, and the kind and the year that its name says."""

    content: bytes
    name: str
    kind: str
    year: int


def place_in(environment: Mapping[str, str], system: str = sys.platform) -> Path | None:
    """Return where the store is for a user; `None` where the environment names no place for caches."""
    chosen, home, local = (environment.get(name, "") for name in PLACES)
    usual = f"{home}/Library/Caches" if system == "darwin" else f"{home}/.cache"
    named = local if system == "win32" else chosen if Path(chosen).is_absolute() else usual
    return Path(named, FOLDER, FILE_NAME) if Path(named).is_absolute() and (home or named != usual) else None


def read_through(file: File, read: Callable[[File], Report]) -> Report:
    """Return the report in a file: its copy, or what `read` makes of it, of which a copy is kept.

    Raises what `read` raises, and keeps nothing then.
    """
    if not (store := _store()):
        return read(file)
    from planctl.files.compiled import Compiled, compiled

    key = _key(file)
    try:
        if content := store.get(key):
            return Compiled(content, file.name).report()
    except Exception:  # whatever a copy may have in it: one that cannot be read is none
        pass
    report = read(file)
    with suppress(Exception):  # a report that could not be copied is still one
        store.put(key, compiled(report))
    return report


def plain_through(content: bytes, read: Callable[[bytes], Any]) -> Any:
    """Return the plain data that `read` makes of some content: the copy of it, or else itself, of which one is kept."""
    if not (store := _store()):
        return read(content)
    import json

    key = sha256(f"{reader()} {read.__qualname__} ".encode() + content).digest()
    try:
        if copy := store.get(key):
            return json.loads(copy)
    except Exception:  # as above
        pass
    found = read(content)
    store.put(key, json.dumps(found, ensure_ascii=False).encode())
    return found


def narrowed_copies(files: Collection[File], wanted: Iterable[str]) -> tuple[Report, ...] | None:
    """Return what `report.narrowing.narrowed_together` makes of the reports; `None` where not all have a copy."""
    if not (store := _store()):
        return None
    from planctl.files.compiled import Compiled

    try:
        found = [Compiled(content, file.name) for file in files if (content := store.get(_key(file)))]
        ids = needed([each.entries for each in found], wanted)
        return tuple(each.narrowed(ids) for each in found) if len(found) == len(files) else None
    except Exception:
        return None


def copied_outline(file: File) -> Outline | None:
    """Return the outline of the report in a file; `None` where it has no copy."""
    if not (store := _store()):
        return None
    from planctl.files.compiled import Compiled

    try:
        content = store.get(_key(file))
        return Compiled(content, file.name).outline() if content else None
    except Exception:  # as above
        return None


def let_go() -> None:
    """Write what is to be kept, and let go of the store; it is opened anew when it is next asked for."""
    if store := _store():
        store.close()
    _opened.cache_clear()


def _key(file: File) -> bytes:
    return sha256(f"{reader()} {file.kind} {file.year} ".encode() + file.content).digest()


def _store() -> "Store | None":
    if os.environ.get(VARIABLE):
        return None
    named = tuple((name, os.environ.get(name, "")) for name in PLACES)
    return _opened(named, os.getpid(), get_ident())


@cache
def _opened(named: tuple[tuple[str, str], ...], process: int, thread: int) -> "Store | None":
    """Return the store of a process and a thread, for what is open goes with neither a fork nor another thread."""
    place = place_in(dict(named))
    if not place:
        return None
    try:
        from planctl.files.store import Store
    except ImportError:  # a Python that was built without SQLite
        return None
    store = Store(place, reader())
    atexit.register(_close, store, process)
    return store


def _close(store: "Store", process: int) -> None:
    if os.getpid() == process:
        with suppress(KeyboardInterrupt, SystemExit):
            store.close()


@cache
def reader() -> str:
    """Return what is different wherever a file could be read differently: by another planctl, or another Python."""
    where = PACKAGE if PACKAGE.is_dir() else next(each for each in PACKAGE.parents if each.exists())
    modules = sorted(module for room in ROOMS for module in _modules(where / room))
    others = [_stamp(Path(spec.origin)) for each in LIBRARIES if (spec := find_spec(each)) and spec.origin]
    return sha256(repr((__version__, sys.version, _stamp(where), modules, others)).encode()).hexdigest()


def _stamp(path: Path) -> tuple[str, int, int]:
    """Return a path, and how large a file there is and when it was changed, where it is one."""
    if not path.is_file():
        return str(path), 0, 0
    status = path.stat()
    return str(path), status.st_size, status.st_mtime_ns


def _modules(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each file of a room with its size and when it was changed; there are none inside an archive."""
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if entry.is_dir():
            yield from () if entry.name.startswith("_") else _modules(Path(entry.path))
        else:
            yield _stamp(Path(entry.path))

"""One file beside the caches of the user that keeps bytes under keys, as long as one reader wants them.

It may be missing, locked, full, damaged, somebody else's or deleted at any time: then there is nothing in it, and
nothing is said. What it gives back is what was put there, or nothing: each is sealed with its key. Its journal stays in
memory, so that there is no second file that a new one could be mended with; what a killed run leaves half written is
noticed and thrown away.
"""

import os
import sqlite3
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISVTX, S_IWGRP, S_IWOTH

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS reader (name TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS copies (key INTEGER PRIMARY KEY, seal BLOB NOT NULL, content BLOB NOT NULL)",
)
SETTINGS = ("page_size = 16384", "journal_mode = MEMORY", "synchronous = OFF")
MOST_BYTES = 512_000_000
PATIENCE = 0.1
"""Seconds to wait for another process; each holds it for some thousandths of one."""
MOST_WAITING = 128
"""How many are put there at once: that costs as much as five do one by one."""
_BEYOND_REPAIR = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Store:
    """What is kept at a place for a reader by that name; it raises nothing that the place is to blame for."""

    def __init__(self, place: Path, reader: str) -> None:
        self._place = place
        self._reader = reader
        self._waiting: dict[bytes, bytes] = {}
        self._connection: sqlite3.Connection | None = None
        self._is_of_use = _may_be_used(place)

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under a key; `None` for nothing."""
        if not self._is_of_use or key in self._waiting:
            return self._waiting.get(key)
        try:
            if not self._connection and not self._place.exists():
                return None
            found = self._opened().execute("SELECT seal, content FROM copies WHERE key = ?", (_number(key),)).fetchone()
        except (sqlite3.Error, OSError) as fault:
            if _code(fault) != sqlite3.SQLITE_ERROR:  # which it is while there are no tables yet
                self._give_up(fault)
            return None
        return found[1] if found and isinstance(found[1], bytes) and found[0] == _seal(key, found[1]) else None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something under a key; it is written with others, at the latest by `close`."""
        self._waiting[key] = content
        if len(self._waiting) >= MOST_WAITING:
            self._write()

    def close(self) -> None:
        """Write what was put, and let go of the file."""
        self._write()
        self._let_go()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not waiting or not self._is_of_use:
            return
        rows = [(_number(key), _seal(key, content), content) for key, content in waiting.items()]
        try:
            for folder in (self._place.parents[1], self._place.parent):
                folder.mkdir(0o700, exist_ok=True)
            with self._opened() as connection:
                connection.execute("BEGIN IMMEDIATE")
                self._make_ready(connection)
                connection.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", rows)
        except (sqlite3.Error, OSError) as fault:
            self._give_up(fault)

    def _make_ready(self, connection: sqlite3.Connection) -> None:
        """Throw away what another reader put there, and all where that has become too much."""
        for statement in SCHEMA:
            connection.execute(statement)
        readers = connection.execute("SELECT name FROM reader").fetchall()
        pages, free, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        if readers != [(self._reader,)] or (pages - free) * size > MOST_BYTES:
            connection.execute("DELETE FROM copies")
            connection.execute("DELETE FROM reader")
            connection.execute("INSERT INTO reader VALUES (?)", (self._reader,))

    def _opened(self) -> sqlite3.Connection:
        if not self._connection:
            self._connection = sqlite3.connect(
                self._place, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            for setting in SETTINGS:
                self._connection.execute(f"PRAGMA {setting}")
        return self._connection

    def _give_up(self, fault: Exception) -> None:
        """Go on without; what is beyond repair is begun anew by the next process."""
        self._is_of_use = False
        self._let_go()
        if _code(fault) in _BEYOND_REPAIR:
            with suppress(OSError):
                self._place.unlink(missing_ok=True)

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection:
            with suppress(sqlite3.Error):
                connection.close()


def _number(key: bytes) -> int:
    """Return what a row is found by, which two keys may share: the seal tells them apart."""
    return int.from_bytes(key[:8], signed=True)


def _seal(key: bytes, content: bytes) -> bytes:
    return sha256(key + content).digest()


def _code(fault: Exception) -> int:
    """Return what SQLite says is wrong, without its details; 0 for what it does not say."""
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF


def _may_be_used(place: Path) -> bool:
    """Return whether what is there is the user's alone, or can be made so; what another could write is not trusted.

    Nor is anything made in another's folder, as `sudo` would do with the home of who called it, and no home at all.
    """
    if sys.platform == "win32":
        return True
    user = os.geteuid()
    try:
        above = (place.parents[1] if place.parents[1].exists() else place.parents[2]).stat()
        own = [each.stat() for each in (place, place.parent) if each.exists()]
    except OSError:
        return False
    is_shared = any(each.st_uid != user or each.st_mode & (S_IWGRP | S_IWOTH) for each in own)
    return not is_shared and (above.st_uid == user or bool(above.st_mode & S_ISVTX))

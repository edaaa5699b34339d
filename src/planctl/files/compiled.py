"""A report as bytes that are read back in a tenth of the time that its file takes, all of it or a few of its rows.

The parts stand behind one another, each with its length before: what rows there are, the head, all but the rows, the
places, and each row. Places are lines and columns alone, for the name of a file depends on who asks. Nothing but the
values of a report can be read back, whatever the bytes say.
"""

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, cached_property
from io import BytesIO
from types import MappingProxyType
from typing import Any

from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import FINAL, Report
from planctl.report.narrowing import Entry, entry_of, narrowed, row_of
from planctl.values import meanings

_SIZE = 4
"""Bytes that say how long a part is."""
_HOMES = ("planctl.report.model", "planctl.values.meanings", "decimal", date.__module__)
"""Where the values of a report are defined."""


def compiled(report: Report) -> bytes:
    """Return a report as bytes."""
    entries = tuple(tuple(entry_of(row)) for row in report.indicators)
    head = report.kind, report.year, report.source
    around = report._replace(indicators=(), places={})
    places = {name: place[1:] for name, place in report.places.items()}
    parts = map(_written, (entries, head, around, places, *report.indicators))
    return b"".join(len(part).to_bytes(_SIZE) + part for part in parts)


class Compiled:
    """The report in some bytes, of a file with that name; any fault in them is raised as whatever it comes to."""

    def __init__(self, content: bytes, file: str) -> None:
        entries, self._head, self._around, self._places, *self._rows = _parted(content)
        self._file = file
        self.entries: tuple[Entry, ...] = tuple(Entry(*entry) for entry in _read(entries))

    def report(self) -> Report:
        """Return all of the report."""
        rows = tuple(_read(row) for row in self._rows)
        around: Report = _read(self._around)
        return around._replace(indicators=rows, places=_Places(self._places, self._file))

    def narrowed(self, ids: Collection[str]) -> Report:
        """Return what `report.narrowing.narrowed` makes of the report, without reading its other rows."""
        pairs = zip(self.entries, self._rows, strict=True)
        rows = tuple(_read(row) for entry, row in pairs if any(id in ids for id in entry.ids))
        kind, year, source = _read(self._head)
        if kind == FINAL:
            return narrowed(self.report(), ids)
        return Report(kind, year, source, rows, places=_Places(self._places, self._file, frozenset(ids)))


class _Places(Mapping[str, Place]):
    """Where each name stands in a file, or each that begins with one of some ids; read when the first is asked for."""

    def __init__(self, content: bytes, file: str, ids: frozenset[str] | None = None) -> None:
        self._content = content
        self._file = file
        self._ids = ids

    @cached_property
    def _found(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = _read(self._content)
        if self._ids is None:
            return found
        return {name: place for name, place in found.items() if row_of(name) in self._ids}

    def __getitem__(self, name: str) -> Place:
        return Place(self._file, *self._found[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class _Writer(pickle.Pickler):
    """Writes members of enumerations by their values, which every version of Python reads back by their class alone."""

    def reducer_override(self, value: Any) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; raises `KeyError` for all else, before any of it is imported."""
        return _classes()[module, name]


@cache
def _classes() -> Mapping[tuple[str, str], type]:
    known = (each for home in (model, meanings) for each in vars(home).values() if isinstance(each, type))
    return MappingProxyType({(each.__module__, each.__name__): each for each in known if each.__module__ in _HOMES})


def _written(value: object) -> bytes:
    stream = BytesIO()
    _Writer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def _read(content: bytes) -> Any:
    return _Reader(BytesIO(content)).load()


def _parted(content: bytes) -> Iterable[bytes]:
    at = 0
    while at < len(content):
        start = at + _SIZE
        at = start + int.from_bytes(content[at:start])
        yield content[start:at]

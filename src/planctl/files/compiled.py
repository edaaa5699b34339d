"""A report as bytes that are read back in a tenth of the time that its file takes, all of it or a few of its rows.

An index comes first: what rows there are, the head, and where each of the other parts ends. They are all but the rows,
the places, and each row. Places are lines and columns alone, for the name of a file depends on who asks. Nothing but
the values of a report can be read back, whatever the bytes say.
"""

import pickle
from collections.abc import Iterator, Mapping
from copyreg import dispatch_table
from datetime import date
from enum import Enum
from functools import cache, cached_property
from io import BytesIO
from itertools import accumulate
from typing import Any

from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import Report
from planctl.report.narrowing import Outline, RowNames, names_of, narrowed, outlined, row_of
from planctl.report.plan import BESIDE
from planctl.values import meanings

_SIZE = 4
"""Bytes that say how long the index is."""
_HOMES = ("planctl.report.model", "planctl.report.kinds", "planctl.values.meanings", "decimal", date.__module__)
"""Where the values of a report are defined."""
_AROUND, _PLACES, _ROWS = range(3)


def compiled(report: Report) -> bytes:
    """Return a report as bytes."""
    around = report._replace(indicators=(), places={})
    places = {name: place[1:] for name, place in report.places.items()}
    parts = [_written(part) for part in (around, places, *report.indicators)]
    entries = tuple(tuple(names_of(row)) for row in report.indicators)
    index = _written((entries, (report.kind, report.year, report.source), tuple(accumulate(map(len, parts)))))
    return b"".join((len(index).to_bytes(_SIZE), index, *parts))


class Compiled:
    """The report in some bytes, of a file with that name; any fault in them is raised as whatever it comes to."""

    def __init__(self, content: bytes, file: str) -> None:
        start = _SIZE + int.from_bytes(content[:_SIZE])
        self.entries: tuple[RowNames, ...]
        self.entries, self._head, self._ends = _read(content[_SIZE:start])
        self._parts = content[start:]
        self._file = file

    def report(self) -> Report:
        """Return all of the report."""
        around: Report = _read(self._part(_AROUND))
        rows = tuple(_read(self._part(_ROWS + number)) for number in range(len(self.entries)))
        return around._replace(indicators=rows, places=_Places(self._part(_PLACES), self._file))

    def narrowed(self, ids: frozenset[str]) -> Report:
        """Return what `report.narrowing.narrowed` makes of the report, without reading its other rows."""
        kept = (number for number, (names, *_) in enumerate(self.entries) if not ids.isdisjoint(names))
        rows = tuple(_read(self._part(_ROWS + number)) for number in kept)
        kind, year, source = self._head
        if kind in BESIDE:
            return narrowed(self.report(), ids)
        return Report(kind, year, source, rows, places=_Places(self._part(_PLACES), self._file, ids))

    def outline(self) -> Outline:
        """Return the outline of the report, without reading its rows."""
        return outlined(self._head, self.entries, _read(self._part(_PLACES)))

    def _part(self, number: int) -> bytes:
        return self._parts[self._ends[number - 1] if number else 0 : self._ends[number]]


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


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; raises `KeyError` for all else, before any of it is imported."""
        return _classes()[module, name]


@cache
def _classes() -> Mapping[tuple[str, str], type]:
    known = (each for home in (model, meanings) for each in vars(home).values() if isinstance(each, type))
    return {(each.__module__, each.__name__): each for each in known if each.__module__ in _HOMES}


@cache
def _reductions() -> dict[type, Any]:
    """Return how to write members of enumerations: by values, which every Python reads back by their class alone."""
    return dispatch_table | {each: _by_value for each in _classes().values() if issubclass(each, Enum)}


def _by_value(member: Enum) -> tuple[type, tuple[str]]:
    return type(member), (member.value,)


def _written(value: object) -> bytes:
    stream = BytesIO()
    writer = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    writer.dispatch_table = _reductions()
    writer.dump(value)
    return stream.getvalue()


def _read(content: bytes) -> Any:
    return _Reader(BytesIO(content)).load()

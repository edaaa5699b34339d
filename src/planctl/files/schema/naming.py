"""Where each thing in a file stands, under a name that does not count lines: `clean-air-days.target`, `claim.met`.

An entry of a list goes by its id or number, or by what it breaks down `by`, and by the month that it is `until`; a text
in a list by itself; rows and parts by their ids alone, and projects by `projects.ID` wherever they are listed.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from planctl.files.places import Data, Path, PlacedData
from planctl.messages.message import Place

ROWS = frozenset({"indicators", "parts"})
ANYWHERE = frozenset({"projects"})
KEYS = ("id", "number", "by")
UNTIL = "until"


class NamedPlaces(Mapping[str, Place]):
    """The places of a document by name; nothing is looked up before the first is asked for."""

    def __init__(self, document: PlacedData) -> None:
        self._document = document

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for name, path in _named(self._document.data, (), ()):
            paths.setdefault(".".join(name), path)
        return paths

    def __getitem__(self, name: str) -> Place:
        return self._document.place(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _named(data: Data, name: tuple[str, ...], path: Path) -> Iterator[tuple[tuple[str, ...], Path]]:
    if name:
        yield name, path
    if isinstance(data, dict):
        for key, inner in data.items():
            outer = () if key in ANYWHERE else name
            yield from _named(inner, () if key in ROWS and _has_rows(inner) else (*outer, key), (*path, key))
    elif isinstance(data, list):
        for count, entry in enumerate(data):
            yield from _named(entry, (*name, _label(entry, count)), (*path, count))


def _has_rows(data: Data) -> bool:
    return isinstance(data, list) and any(isinstance(entry, dict) for entry in data)


def _label(entry: Data, count: int) -> str:
    name = next((entry[key] for key in KEYS if entry.get(key)), str(count + 1)) if isinstance(entry, dict) else entry
    if not isinstance(name, str):
        return str(count + 1)
    until = entry.get(UNTIL) if isinstance(entry, dict) else None
    return figure_of(name, until) if isinstance(until, str) else name


def figure_of(id: str, until: str) -> str:
    """Return what an entry is called that says up to which month it is: there may be another of the same row."""
    return f"{id}.{until}"

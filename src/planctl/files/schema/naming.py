"""Where each thing in a file stands, under a name that does not count lines: `clean-air-days.target`, `claim.met`.

An entry of a list goes by its id or number, or by what it breaks down `by`; a text in a list by itself; rows and parts
by their ids alone, and projects by `projects.ID` wherever they are listed.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from planctl.files.places import Data, Path, PlacedData
from planctl.messages.message import Place

ROWS = frozenset({"indicators", "parts"})
ANYWHERE = frozenset({"projects"})
KEYS = ("id", "number", "by")


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
    if isinstance(entry, dict):
        entry = next((entry[key] for key in KEYS if entry.get(key)), str(count + 1))
    return entry if isinstance(entry, str) else str(count + 1)

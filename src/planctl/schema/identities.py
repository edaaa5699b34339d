"""Names inside one file: each id given once, and every id that is named is there.

Works on the plain data, so that these faults are told together with faults of shape.
"""

from collections.abc import Iterator

from planctl.messages import Place, Problem, say
from planctl.places import Data, Document, Path
from planctl.suggestions import Suggestions

ROW_IDS: tuple[Path, ...] = (("indicators", "*", "id"), ("indicators", "*", "parts", "*", "id"))
STATEMENT_IDS: tuple[Path, ...] = (("statements", "*", "id"),)
NOTE_NUMBERS: tuple[Path, ...] = (("notes", "*", "number"),)
ROW_REFERENCES: tuple[Path, ...] = (
    ("indicators", "*", "reference"),
    ("indicators", "*", "parts", "*", "reference"),
    ("indicators", "*", "follows", "denominator"),
    ("indicators", "*", "parts", "*", "follows", "denominator"),
    ("claim", "discontinued_indicators", "*"),
    ("reasons", "*", "indicators", "*"),
    ("reasons", "*", "enumeration", "indicators", "*"),
    ("statements", "*", "repeats"),
    ("statements", "*", "part_of"),
)
NOTE_REFERENCES: tuple[Path, ...] = (
    ("indicators", "*", "adjusted", "note"),
    ("indicators", "*", "parts", "*", "adjusted", "note"),
)


def identity_problems(document: Document) -> Iterator[Problem]:
    """Yield a problem for each id given twice, and for each id or note number that is named but not given."""
    rows: dict[str, Place] = {}
    notes: dict[str, Place] = {}
    yield from _repeated(document, ROW_IDS, rows)
    yield from _repeated(document, STATEMENT_IDS, {})
    yield from _repeated(document, NOTE_NUMBERS, notes)
    yield from _unknown(document, ROW_REFERENCES, rows)
    yield from _unknown(document, NOTE_REFERENCES, notes)


def _repeated(document: Document, patterns: tuple[Path, ...], first: dict[str, Place]) -> Iterator[Problem]:
    for path, name in _texts(document, patterns):
        place = document.place(path)
        if name in first:
            message = say("'{name}' was already given at {place}", name=name, place=str(first[name]))
            yield Problem(place, "duplicate-id", message, say("give each its own"))
        else:
            first[name] = place


def _unknown(document: Document, patterns: tuple[Path, ...], known: dict[str, Place]) -> Iterator[Problem]:
    suggestions = Suggestions(known)
    for path, name in _texts(document, patterns):
        if name not in known:
            near = suggestions.near(name)
            remedy = say("did you mean {near}?", near=near) if near else say("name one that this file has")
            yield Problem(document.place(path), "unknown-id", say("'{name}' is not in this file", name=name), remedy)


def _texts(document: Document, patterns: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    for pattern in patterns:
        for path, value in found(document.data, pattern):
            if isinstance(value, str) and value:
                yield path, value


def found(data: Data, pattern: Path, path: Path = ()) -> Iterator[tuple[Path, Data]]:
    """Yield each value that a pattern of keys leads to, with its path; `*` is any entry of a list."""
    if not pattern:
        yield path, data
        return
    step, *rest = pattern
    if step == "*" and isinstance(data, list):
        for index, item in enumerate(data):
            yield from found(item, tuple(rest), (*path, index))
    elif isinstance(data, dict) and isinstance(step, str) and step in data:
        yield from found(data[step], tuple(rest), (*path, step))

"""Names inside one file: each id given once, and every id that is named is there.

Works on the plain data, so that these faults are told together with faults of shape.
"""

from collections.abc import Collection, Iterable, Iterator

from planctl.files.places import Data, Path, PlacedData
from planctl.files.schema.naming import UNTIL, figure_of
from planctl.messages.message import Place, Problem, say
from planctl.messages.suggestions import Suggestions

ROW_IDS: tuple[Path, ...] = (("indicators", "*", "id"), ("indicators", "*", "parts", "*", "id"))
STATEMENT_IDS: tuple[Path, ...] = (("statements", "*", "id"),)
PROGRAMME_IDS: tuple[Path, ...] = (("programmes", "*", "id"),)
PROJECT_IDS: tuple[Path, ...] = (("programmes", "*", "projects", "*", "id"), ("projects", "*", "id"))
FIGURE: Path = ("figures", "*")
NOTE_NUMBERS: tuple[Path, ...] = (("notes", "*", "number"),)
ROW_REFERENCES: tuple[Path, ...] = (
    ("indicators", "*", "reference"),
    ("indicators", "*", "parts", "*", "reference"),
    ("claim", "discontinued_indicators", "*"),
    ("claim", "unmet_indicators", "*"),
    ("reasons", "*", "indicators", "*"),
    ("reasons", "*", "enumeration", "indicators", "*"),
)
DENOMINATORS: tuple[Path, ...] = (
    ("indicators", "*", "follows", "denominator"),
    ("indicators", "*", "parts", "*", "follows", "denominator"),
)
STATED_AGAIN: Path = ("statements", "*", "repeats")
PROGRAMME_REFERENCES: tuple[Path, ...] = (("programmes", "*", "overlaps", "*", "id"),)
NOTE_REFERENCES: tuple[Path, ...] = (
    ("indicators", "*", "adjusted", "note"),
    ("indicators", "*", "parts", "*", "adjusted", "note"),
)


def identity_problems(document: PlacedData) -> Iterator[Problem]:
    """Yield a problem for each id given twice, and for each id or note number that is named but not given.

    What other files of the year may have is left to the check `unknown-reference`.
    """
    rows: dict[str, Place] = {}
    notes: dict[str, Place] = {}
    programmes: dict[str, Place] = {}
    yield from _repeated(document, _texts(document, ROW_IDS), rows)
    statements: dict[str, Place] = {}
    yield from _repeated(document, _texts(document, STATEMENT_IDS), statements)
    yield from _repeated(document, _texts(document, NOTE_NUMBERS), notes)
    yield from _repeated(document, _texts(document, PROGRAMME_IDS), programmes)
    yield from _repeated(document, _texts(document, PROJECT_IDS), {})
    yield from _repeated(document, _figures(document), {})
    yield from _unknown(document, _texts(document, ROW_REFERENCES), rows)
    yield from _unknown(document, _texts(document, DENOMINATORS), {**rows, **statements})
    yield from _unknown(document, _rows_repeated(document, programmes), rows)
    yield from _programmes_repeated(document, programmes)
    yield from _unknown(document, _texts(document, NOTE_REFERENCES), notes)
    yield from _unknown(document, _texts(document, PROGRAMME_REFERENCES), programmes)


def _figures(document: PlacedData) -> Iterator[tuple[Path, str]]:
    """Yield the id of each figure, with the month that it is of: a row may have one of each."""
    general = document.data.get(UNTIL) if isinstance(document.data, dict) else None
    for path, entry in found(document.data, FIGURE):
        id = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(entry, dict) and isinstance(id, str) and id:
            until = entry.get(UNTIL) or general
            yield (*path, "id"), figure_of(id, until) if isinstance(until, str) else id


def _repeated(document: PlacedData, names: Iterable[tuple[Path, str]], first: dict[str, Place]) -> Iterator[Problem]:
    for path, name in names:
        place = document.place(path)
        if name in first:
            message = say("'{name}' was already given at {place}", name=name, place=str(first[name]))
            yield Problem(place, "duplicate-id", message, say("give each its own"))
        else:
            first[name] = place


def _rows_repeated(document: PlacedData, programmes: Collection[str]) -> Iterator[tuple[Path, str]]:
    """Yield the statements that repeat a row; one that names a programme without its figure is told by itself."""
    return (
        (path, name) for path, name in _texts(document, (STATED_AGAIN,)) if "." not in name and name not in programmes
    )


def _programmes_repeated(document: PlacedData, programmes: Collection[str]) -> Iterator[Problem]:
    for path, name in _texts(document, (STATED_AGAIN,)):
        if name in programmes:
            message = say("'{name}' is a programme, and not one of its figures", name=name)
            remedy = say("name the figure, such as {name}.count", name=name)
            yield Problem(document.place(path), "unknown-id", message, remedy)


def _unknown(document: PlacedData, references: Iterable[tuple[Path, str]], known: Collection[str]) -> Iterator[Problem]:
    suggestions = Suggestions(known)
    for path, name in references:
        if name not in known:
            near = suggestions.near(name)
            remedy = say("did you mean {near}?", near=near) if near else say("name one that this file has")
            yield Problem(document.place(path), "unknown-id", say("'{name}' is not in this file", name=name), remedy)


def _texts(document: PlacedData, patterns: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
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

"""What `planctl verify` and its lock notice: everything in the data changed, one thing at a time, by kinds.

    python -m tests.verification.mutations [DOCUMENT]

Each change is one that a slip could make: a text cut at either end, another figure or word in it, something left out,
moved, exchanged with its neighbour, or invented. The document is the page that prints the data, or one that is named.
A short form of the run is a test.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from planctl.checks.lock import digests
from planctl.documents.reading.document import Document
from planctl.documents.reading.reader import read_document
from planctl.documents.verification.printed import PrintedDocument, read_printed
from planctl.documents.verification.verify import verify_printed
from planctl.grammar.cells import parse_any_cell
from planctl.grammar.projects import parse_stage
from planctl.messages.message import PlanctlError
from planctl.report.model import Report
from planctl.values.meanings import Cell, PrintedStage
from tests.verification.rendering import rendered, shipped

PRINTED = frozenset(
    {"title", "issuer", "name", "unit", "target", "actual", "replaces", "stated", "includes", "words", "quote", "value"}
    | {
        "label",
        "section",
        "stage",
        "sector",
        "company",
        "product",
        "capacity",
        "number",
        "size",
        "total",
        "met",
        "unmet",
    }
    | {"discontinued", "total_investment", "planned_investment", "prefix", "kind", "delivered", "sha256", "by"}
)
"""What is transcribed; all else was decided by whoever read it, and is held by the lock alone."""
EXCHANGED = (
    *("target", "actual", "value", "label", "name", "stage"),
    *("quote", "unit", "number", "indicators", "figures"),
)
OPTIONAL = frozenset({"stage", "includes", "enumeration", "claim", "adjusted", "stated", "target", "actual", "sector"})

Path_ = tuple[str | int, ...]
Reports = tuple[Report, ...]


class Change(NamedTuple):
    """A change: of which kind, of what, and the reports with it."""

    kind: str
    label: str
    reports: Reports


def changes(reports: Reports) -> Iterator[Change]:
    """Yield every change of some reports, one at a time."""
    for index, report in enumerate(reports):
        for kind, path, new, *label in _all(report):
            where = f"{report.kind} {'.'.join(map(str, path))}"
            if (changed := _put(report, path, new)) != report:
                said = f"{where}: {label[0] if label else _shown(new)}"
                yield Change(kind, said, (*reports[:index], changed, *reports[index + 1 :]))


def _all(report: Report) -> Iterator[tuple[Any, ...]]:
    for path, value in _leaves(report, ()):
        key = str(path[-1])
        kind = "" if key in PRINTED else "reading"
        for way, new in _texts(key, value):
            yield kind or way, path, new
        needed = key == "target" and {"notes", "adjusted"} & set(path)
        if key in OPTIONAL and not needed and getattr(value, "printed", value):
            yield "drop", path, type(value)() if isinstance(value, str) else None
    for path, values in _groups(report, ()):
        for place in range(len(values)):
            yield "drop", path, (*values[:place], *values[place + 1 :]), _named(values[place])
        for first, second in pairwise(range(len(values))):
            yield from _swapped(path, values, first, second)
        yield from _invented(path, values)
    yield from _moved(report)


def _named(value: Any) -> str:
    """Return how something of a list is called."""
    return str(getattr(value, "id", None) or getattr(value, "name", None) or getattr(value, "number", value))


def _leaves(value: Any, path: Path_) -> Iterator[tuple[Path_, Any]]:
    """Yield every text, cell, count and choice of a value with the names that lead to it."""
    if isinstance(value, Cell | PrintedStage):
        yield path, value
    elif hasattr(value, "_asdict"):
        for key, each in value._asdict().items():
            of_another = key == (
                "section" if "programmes" in path and "projects" in path else "stage" if "items" in path else ""
            )
            if key not in ("places", "ground", "accept", "year", "id", "kind") and not of_another:
                yield from _leaves(each, (*path, key))
    elif isinstance(value, tuple):
        for count, each in enumerate(value):
            yield from _leaves(each, (*path, count))
    elif value is not None:
        yield path, value


def _is_derived(key: str, path: Path_) -> bool:
    """Return whether no file has something: the section of a programme's project, or the stage of a part."""
    return (key == "section" and {"programmes", "projects"} <= set(path)) or (key == "stage" and "items" in path)


def _groups(value: Any, path: Path_) -> Iterator[tuple[Path_, tuple[Any, ...]]]:
    """Yield every list of a value with the names that lead to it."""
    if hasattr(value, "_asdict") and not isinstance(value, Cell | PrintedStage):
        for key, each in value._asdict().items():
            if isinstance(each, tuple) and not hasattr(each, "_asdict") and each and key not in ("accept", "overlaps"):
                yield (*path, key), each
            if key not in ("places", "accept"):
                yield from _groups(each, (*path, key))
    elif isinstance(value, tuple):
        for count, each in enumerate(value):
            yield from _groups(each, (*path, count))


def _texts(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a text could be by a slip: cut at either end or within, or with another figure or word."""
    text, made = _as_text(value)
    if made is None:
        return
    cuts = {text[1:], text[2:], text[:-1], text[:-2], text[len(text) // 2 :], text[: len(text) // 2]}
    cuts |= {re.sub("^[^0-9]+", "", text), re.sub("[^0-9]+$", "", text), re.sub(r"\(.*?\)|（.*?）", "", text)}
    for cut in sorted(cuts - {"", text}):
        if not (isinstance(value, Cell) and made(cut).meaning == value.meaning):  # 达3.6亿元 says what 3.6亿元 does
            yield "cut", made(cut)
    if found := re.search("[0-9]", text):
        yield "alter", made(text[: found.start()] + str((int(found[0]) + 1) % 10) + text[found.end() :])
    if len(text) > 2 and key != "section":
        yield "alter", made(f"{text[:1]}某{text[2:]}")


def _as_text(value: Any) -> tuple[str, Callable[[str], Any] | None]:
    if isinstance(value, Cell):
        return value.printed, parse_any_cell
    if isinstance(value, PrintedStage):
        return value.printed, parse_stage
    if type(value) is str:
        return value, str
    if type(value) is int:
        return "", None
    return "", None


def _swapped(path: Path_, values: tuple[Any, ...], first: int, second: int) -> Iterator[tuple[Any, ...]]:
    """Yield two neighbours with what is printed of each exchanged."""
    one, other = values[first], values[second]
    for key in EXCHANGED:
        told_apart = key in getattr(one, "_fields", ()) and getattr(one, key) != getattr(other, key)
        alike = key == "name" and getattr(one, "stage", 0) == getattr(other, "stage", 0)
        if told_apart and not alike and not _is_derived(key, path):
            here, there = one._replace(**{key: getattr(other, key)}), other._replace(**{key: getattr(one, key)})
            label = f"{key} of {_named(one)} and {_named(other)}"
            yield "swap", path, (*values[:first], here, there, *values[second + 1 :]), label


def _invented(path: Path_, values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield a list with something more: one of it again, or under another name."""
    for value in values:
        if "id" in getattr(value, "_fields", ()):
            again = value._replace(id=f"{value.id}-again")
            yield "invent", path, (*values, again), f"{_named(value)} again"
            if "name" in value._fields:
                more = again._replace(name=f"{value.name[:2]}新材料二期")
                yield "invent", path, (*values, more), f"{_named(value)} again, as {more.name}"
        elif "name" in getattr(value, "_fields", ()):
            more = value._replace(name=f"{value.name[:2]}中心项目")
            yield "invent", path, (*values, more), f"{_named(value)} again, as {more.name}"


def _moved(report: Report) -> Iterator[tuple[str, Path_, Any]]:
    """Yield what stands elsewhere than it is printed: in another section, list, reason or row."""
    groups: list[Any] = [*report.statements, *report.projects, *report.programmes]
    sections = sorted({each.section for each in groups})
    for key in ("statements", "projects", "programmes"):
        for count, each in enumerate(getattr(report, key)):
            other = next((section for section in sections if section != each.section), "三")
            yield "move", (key, count, "section"), other
    for key, under in (("programmes", "projects"), ("reasons", "indicators"), ("indicators", "parts")):
        yield from _moved_under(key, under, getattr(report, key))


def _moved_under(key: str, under: str, values: tuple[Any, ...]) -> Iterator[tuple[str, Path_, Any]]:
    """Yield the last of what stands under each of some values as standing under the next."""
    for one, other in pairwise(range(len(values))):
        here, there = getattr(values[one], under), getattr(values[other], under)
        if here:
            moved = here[-1]._replace(section=values[other].section) if key == "programmes" else here[-1]
            changed = (
                values[one]._replace(**{under: here[:-1]}),
                values[other]._replace(**{under: (*there, moved)}),
            )
            yield "move", (key,), (*values[:one], *changed, *values[other + 1 :])


def _put(value: Any, path: Path_, new: Any) -> Any:
    if not path:
        return new
    key, *rest = path
    if isinstance(key, int):
        return (*value[:key], _put(value[key], tuple(rest), new), *value[key + 1 :])
    return value._replace(**{key: _put(getattr(value, key), tuple(rest), new)})


def _shown(new: Any) -> str:
    return str(getattr(new, "printed", new))[:60]


class Tally(NamedTuple):
    """How many changes of each kind were tried and caught, and what of them was not: by the document, by the lock."""

    tried: Counter[str]
    caught: Counter[str]
    missed: tuple[str, ...]
    unlocked: tuple[str, ...]


def tally(reports: Sequence[Report], document: Document, every: int = 1) -> Tally:
    """Return what became of every so many-th change of some reports beside a document."""
    printed = read_printed(document)
    known = {(each.kind, each.year): digests(each) for each in reports}
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    missed: list[str] = []
    unlocked: list[str] = []
    for change in list(changes(tuple(reports)))[::every]:
        tried[change.kind] += 1
        if all(digests(each) == known[each.kind, each.year] for each in change.reports):
            unlocked.append(f"{change.kind}: {change.label}")
        if change.kind == "reading" or _differs(change.reports, printed):
            caught[change.kind] += 1
        else:
            missed.append(f"{change.kind}: {change.label}")
    return Tally(tried, caught, tuple(missed), tuple(unlocked))


def _differs(reports: Sequence[Report], printed: PrintedDocument) -> bool:
    try:
        return bool(verify_printed(reports, printed).differences)
    except PlanctlError:
        return True


if __name__ == "__main__":
    REPORTS = shipped()
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    content = named.read_bytes() if named else rendered(REPORTS).encode()
    page = read_document(content, named.name if named else "report.txt")
    found = tally(REPORTS, page, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for kind in found.tried:
        sys.stdout.write(f"{kind}: {found.caught[kind]} of {found.tried[kind]} caught\n")
    sys.stdout.writelines(f"not caught: {line}\n" for line in found.missed)
    sys.stdout.writelines(f"not locked: {line}\n" for line in found.unlocked)

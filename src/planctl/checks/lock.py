"""What was verified: a digest of everything in each file as it last agreed with the document.

A lock is a plain text with a line each: the file, what of it, and the digest; `document` has that of the document. What
stands in a name and would part it, as in a note numbered "1 2", is written as in an address: `notes.1%202`.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote

from planctl.messages.message import Message, PlanctlError, say
from planctl.projects.listing import named_in
from planctl.report.model import Claim, Indicator, Report, with_parts
from planctl.report.plan import name_of_figure
from planctl.values.meanings import Cell

FILE_NAME = "verified.lock"
HEAD = "# Made by 'planctl verify REPORT --lock': what agreed with the published document when it was last verified.\n"
DOCUMENT = "document"
DIGITS = 16
WORDS = 3
OF_LOCK = "unverified"
"""The check that holds the data against a lock."""
AGAIN = "\t"
"""What tells a key from another of the same name; no name in a report ends in it."""


class Lock(NamedTuple):
    """The digests of each file that was verified, by what they are of."""

    files: Mapping[str, Mapping[str, str]] = MappingProxyType({})


NOTHING = Lock()
LATER = frozenset({"quote", "section", "due", "estimate", "stated", "unmet_indicators"})
"""What few rows have: the digest of any other is the one that it had before there was such a thing."""


def file_name(report: Report) -> str:
    """Return the name of the file that a report stands in."""
    return f"{report.kind}_{report.year}.yaml"


def digests(report: Report) -> dict[str, str]:
    """Return the digest of everything in a report, each under a key of its own: no change of it goes unnoticed."""
    found: dict[str, str] = {}
    for at, value, under in parts_of(report):
        key = at
        while key in found or key == DOCUMENT:  # a row may be called `claim`, and a note have the number of another
            key += AGAIN
        found[key] = sha256(repr((_plain(value), under)).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]
    return found


def name_of(key: str) -> str:
    """Return the name that findings have for what a key stands for."""
    return key.rstrip(AGAIN)


class LockedPart(NamedTuple):
    """Something in a report: the name that findings have for it, what it is, and the ids of what stands under it."""

    at: str
    value: object
    under: tuple[str, ...] = ()


def parts_of(report: Report) -> Iterator[LockedPart]:
    """Yield everything in a report; what stands under a row or a programme is a part of its own."""
    yield LockedPart("report", report.source)
    for row in with_parts(report.indicators):
        yield LockedPart(row.id, row._replace(parts=()), tuple(part.id for part in row.parts))
    if report.claim:
        yield LockedPart("claim", report.claim)
    for count, note in enumerate(report.notes, 1):
        yield LockedPart(f"notes.{note.number or count}", note)
    for reason in report.reasons:
        yield LockedPart(f"reasons.{reason.number}", reason)
    for statement in report.statements:
        yield LockedPart(f"statements.{statement.id}", statement)
    for programme in report.programmes:
        named = tuple(project.id for project in programme.projects)
        yield LockedPart(f"programmes.{programme.id}", programme._replace(projects=()), named)
    for project, _, _ in named_in(report):
        yield LockedPart(f"projects.{project.id}", project)
    yield from (LockedPart(name_of_figure(figure), figure) for figure in report.figures)
    for count, each in enumerate(report.accept, 1):
        if each.check != OF_LOCK:  # what acknowledges a change would be another
            yield LockedPart(f"accept.{count}", each)


def _plain(value: object) -> object:
    """Return a value as plain text and tuples, so that its digest hangs on what it says and on nothing else."""
    if isinstance(value, Cell):
        return value.printed
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        items = value._asdict().items()
        return tuple((key, _plain(each)) for key, each in items if each or not _came_later(value, key))
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value


def _came_later(value: object, key: str) -> bool:
    return isinstance(value, Indicator | Claim) and key in LATER


def lock_text(lock: Lock) -> str:
    """Return a lock as the text of its file."""
    lines = (
        f"{name} {_written(at)} {digest}\n"
        for name, found in sorted(lock.files.items())
        for at, digest in found.items()
    )
    return HEAD + "".join(lines)


def _written(key: str) -> str:
    signs = (sign if sign.isprintable() and sign not in " %" else quote(sign, errors="surrogatepass") for sign in key)
    return "".join(signs)


def parse_lock(content: bytes, name: str) -> Lock:
    """Return the lock in the content of a file; raises `PlanctlError` where that is no text, or no line of a lock."""
    try:
        text = content.decode()
    except UnicodeDecodeError as fault:
        raise PlanctlError(_no_lock(name, content[: fault.start].count(b"\n") + 1)) from None
    files: dict[str, dict[str, str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if line.startswith("#") or not words:
            continue
        if len(words) != WORDS:
            raise PlanctlError(_no_lock(name, number))
        files.setdefault(words[0], {})[unquote(words[1], errors="surrogatepass")] = words[2]
    return Lock(files)


def _no_lock(name: str, number: int) -> Message:
    remedy = say("run 'planctl verify REPORT --lock'")
    return say("{name}:{number} is no line of a lock; {remedy}", name=name, number=number, remedy=remedy)


def lock_of(reports: Iterable[Report], document: str, before: Lock) -> Lock:
    """Return a lock with these reports as they are, verified against the document with that hash, and all it had."""
    files = dict(before.files)
    for report in reports:
        files[file_name(report)] = {DOCUMENT: document, **digests(report)}
    return Lock(files)

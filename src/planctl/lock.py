"""What was verified: a digest of each row, note, statement and project as it last agreed with the document.

A lock is a plain text with a line each: the file, what of it, and the digest; `document` has that of the document.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from planctl.messages import PlanctlError, say
from planctl.model import Report, with_parts
from planctl.projects.listing import named_in
from planctl.values import Cell

FILE_NAME = "verified.lock"
HEAD = "# Made by 'planctl verify REPORT --lock': what agreed with the published document when it was last verified.\n"
DOCUMENT = "document"
DIGITS = 16
WORDS = 3
OWN_WORDS = frozenset({"name_en", "label_en", "remark", "summary", "follows", "reference", "better", "partition"}) | {
    *("repeats", "continues", "part_of", "period"),
    *("level", "company", "product", "phase"),
}
"""What is not in the document, or only our reading of it: it may change without anything to verify."""


class Lock(NamedTuple):
    """The digests of each file that was verified, by what they are of."""

    files: Mapping[str, Mapping[str, str]] = MappingProxyType({})


NOTHING = Lock()


def file_name(report: Report) -> str:
    """Return the name of the file that a report stands in."""
    return f"{report.kind}_{report.year}.yaml"


def digests(report: Report) -> dict[str, str]:
    """Return the digest of everything in a report that a document can bear out, by what it is named as."""
    return {at: sha256(repr(_plain(value)).encode()).hexdigest()[:DIGITS] for at, value in parts_of(report)}


def parts_of(report: Report) -> Iterator[tuple[str, object]]:
    """Yield everything in a report that a document can bear out, under the name that findings have for it."""
    for row in with_parts(report.indicators):
        yield row.id, row._replace(parts=())
    if report.claim:
        yield "claim", report.claim
    for count, note in enumerate(report.notes, 1):
        yield f"notes.{note.number or count}", note
    for reason in report.reasons:
        yield f"reasons.{reason.number}", reason
    for statement in report.statements:
        yield f"statements.{statement.id}", statement
    for programme in report.programmes:
        yield f"programmes.{programme.id}", programme._replace(projects=(), overlaps=())
    for project, _, _ in named_in(report):
        yield f"projects.{project.id}", project


def _plain(value: object) -> object:
    """Return a value as plain text and tuples, so that its digest hangs on what is transcribed and on nothing else."""
    if isinstance(value, Cell):
        return value.printed
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return tuple((key, _plain(each)) for key, each in value._asdict().items() if key not in OWN_WORDS)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value


def lock_text(lock: Lock) -> str:
    """Return a lock as the text of its file."""
    lines = (f"{name} {at} {digest}\n" for name, found in sorted(lock.files.items()) for at, digest in found.items())
    return HEAD + "".join(lines)


def parse_lock(text: str, name: str) -> Lock:
    """Return the lock in a text; raises `PlanctlError` for a line that is none of a lock."""
    files: dict[str, dict[str, str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if line.startswith("#") or not words:
            continue
        if len(words) != WORDS:
            remedy = say("run 'planctl verify REPORT --lock'")
            raise PlanctlError(
                say("{name}:{number} is no line of a lock; {remedy}", name=name, number=number, remedy=remedy)
            )
        files.setdefault(words[0], {})[words[1]] = words[2]
    return Lock(files)


def lock_of(reports: Iterable[Report], document: str, before: Lock) -> Lock:
    """Return a lock with these reports as they are, verified against the document with that hash, and all it had."""
    files = dict(before.files)
    for report in reports:
        files[file_name(report)] = {DOCUMENT: document, **digests(report)}
    return Lock(files)

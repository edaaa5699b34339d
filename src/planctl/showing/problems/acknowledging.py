"""What acknowledges findings, as the lines of YAML that a person pastes into the file they are found in."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planctl.checks.registry import CHECKS, Checked
from planctl.checks.verified import Verified
from planctl.messages.message import Message, say
from planctl.messages.placeholders import TO_WRITE, TO_WRITE_EN

KEY = "accept"
TO_DO = frozenset({"draft", "placeholder"})
"""The checks that find what a transcriber has not done yet."""
USUAL = 2
"""The blanks before an entry, where a file has none yet."""


class _Asked(NamedTuple):
    """A finding as `accept` names it."""

    check: str
    at: str


def blocks(shown: Iterable[Checked], lines: Mapping[str, Sequence[str]]) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Yield for each file what acknowledges those of its findings that can be: where it goes, and the lines to paste.

    `lines` are those of each file: one that acknowledges something already has its list gone on with, as far set in.
    Faults of a file's shape cannot be acknowledged, nor what is itself under `accept`, nor what the data has otherwise
    than the document; and what is still to be done is no finding that stands.
    """
    known = {check.name for check in CHECKS} - TO_DO | {Verified.MISSING_IN_DATA}
    files: dict[str, dict[_Asked, None]] = {}
    for problem, accepted in shown:
        if problem.name in known and not accepted and not problem.at.startswith(f"{KEY}."):
            files.setdefault(problem.place.file, {})[_Asked(problem.name, problem.at)] = None
    for file, asked in files.items():
        yield _pasted(file, list(map(_entry, asked)), lines.get(file, ()))


def _pasted(file: str, entries: list[str], lines: Sequence[str]) -> tuple[Message, tuple[str, ...]]:
    """Return where entries go in a file, by what its lines have under `accept`, and the lines to paste there."""
    begun = next((count for count, line in enumerate(lines) if _key_of(line) == KEY), None)
    if begun is None:
        where = say("to acknowledge what stands so in {file}: paste this at its end, and write the reason", file=file)
        return where, (f"{KEY}:", *_listed(entries, USUAL))
    below = [lines[begun].partition(":")[2], *lines[begun + 1 :]]
    first = next((line for line in below if line.split("#")[0].strip()), "")
    if first.lstrip().startswith("["):
        where = say(
            "to acknowledge what stands so in {file}: paste this behind its 'accept: [', and write the reason",
            file=file,
        )
        return where, tuple(f"{entry}," for entry in entries)
    where = say(
        "to acknowledge what stands so in {file}: paste this below its 'accept:', and write the reason", file=file
    )
    return where, _listed(entries, len(first) - len(first.lstrip()) if first.lstrip().startswith("-") else USUAL)


def _listed(entries: list[str], blanks: int) -> tuple[str, ...]:
    return tuple(f"{' ' * blanks}- {entry}" for entry in entries)


def _key_of(line: str) -> str:
    """Return the key of the file that a line begins; of a line that is set in, nothing that is one."""
    return line.partition(":")[0].rstrip().strip("\"'")


def _entry(asked: _Asked) -> str:
    return f"{{check: {asked.check}, at: {_scalar(asked.at)}, reason: {{zh: {TO_WRITE}, en: {TO_WRITE_EN}}}}}"


def _scalar(name: str) -> str:
    """Return a name as YAML has it between braces: in quotes where a sign in it would end it."""
    plain = name[:1].isalpha() and all(sign.isalnum() or sign in "-_." for sign in name)
    return name if plain else json.dumps(name, ensure_ascii=False)

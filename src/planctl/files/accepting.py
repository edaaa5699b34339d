"""The marks of drafts taken out of a file, and nothing else in it touched: comments, order and quotes stay."""

import re
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

from planctl.files.finding import shown_path
from planctl.files.loading import MOST_BYTES
from planctl.files.places import parse_yaml
from planctl.messages.message import Place, PlanctlError, Unreadable, say
from planctl.messages.refusals import reason_of

MARK = "draft"
_IN_FLOW = re.compile(r"""(?P<before>,\s*)?draft:\s*(?:"[^"]*"|'[^']*'|[^,}\n]*)(?P<after>,\s*)?""")


def read_file(path: Path) -> bytes:
    """Return the content of a file; raises `PlanctlError` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as fault:
        said = say("{file} cannot be read: {reason}", file=shown_path(path), reason=reason_of(fault))
        raise PlanctlError(said) from None


def without_marks(content: bytes, places: Iterable[Place], file: str) -> bytes:
    """Return a file without the marks whose values stand at some places.

    Raises `PlanctlError` where what is left would say anything else, as where a mark is written in an unusual way.
    """
    before = parse_yaml(content, file)
    marks = {(place.line, place.column) for place in places}
    wanted = deepcopy(before.data)
    for path, mark in before.marks.items():
        if mark in marks and path[-1] == MARK:
            entry: Any = wanted
            for step in path[:-1]:
                entry = entry[step]
            del entry[MARK]
    lines = content.decode("utf-8-sig").split("\n")
    for line, column in sorted(marks, reverse=True):
        _take_out(lines, line - 1, column - 1)
    after = "\n".join(lines).encode()
    try:
        same = parse_yaml(after, file).data == wanted
    except Unreadable:
        same = False
    if not same:
        remedy = say("remove the marks by hand")
        raise PlanctlError(say("{file} is not written as planctl writes drafts; {remedy}", file=file, remedy=remedy))
    return after


def _take_out(lines: list[str], at: int, column: int) -> None:
    """Take the mark whose value begins at a place out of lines: its own lines, or what is between two commas."""
    line = lines[at]
    key = line[:column].rstrip()
    if key.strip() == f"{MARK}:":
        indent = len(key) - len(key.lstrip())
        end = at + 1
        while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > indent:
            end += 1
        del lines[at:end]
        return
    begun = key.rfind(f"{MARK}:")
    for found in _IN_FLOW.finditer(line):
        if found.start() <= begun < found.end():
            between = found["after"] if found["before"] and found["after"] else ""
            lines[at] = line[: found.start()] + between + line[found.end() :]
            return

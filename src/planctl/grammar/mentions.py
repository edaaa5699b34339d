"""Projects that prose mentions: names with words for their stage before or behind them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.grammar.lengths import STAGE_BESIDE_NAME
from planctl.grammar.programmes import split_names, stage_before
from planctl.grammar.projects import parse_stage
from planctl.grammar.text import half_width

_CLAUSE = "[^,。;:]+"
_KINDS = "(?:一批|重点|重大|续建|在建)*"
_LISTED = re.compile(f"(?P<names>.+?)等{_KINDS}(?:项目|工程)?(?P<behind>前期工作|建设|开工建设|实施|加快建设)?")
_DONE = re.compile(f"(?P<names>.+?)等{_KINDS}(?:项目|工程)(?P<stage>.{{2,10}})")
_PLACE = re.compile(
    "(?:路|大道|桥|隧道|厂|基地|中心|园区|产业园|馆|院|铁路|高速|高铁|航道|码头|港区?|机场|枢纽|水库|管网|泵站|电站|工程|项目|"
    "[一二三四五六七八九]期|公园|学校|小学|中学|幼儿园|广场|专用线|平台|校区)$"
)
"""What the name of a works ends with; a name that is listed with others needs none."""
_NO_NAME = re.compile("^(?:[一二三四五六七八九十]是|一批|一系列|若干|多个|[0-9]+[个座条所])|^.{1,2}$")


class Mention(NamedTuple):
    """A project that is mentioned: its name, and the words for its stage, with … where the name comes between."""

    name: str
    stage: str


def mentions_in(line: str) -> Iterator[Mention]:
    """Yield the projects that a line without white space mentions with their stage, as printed."""
    half = half_width(line)
    for found in re.finditer(_CLAUSE, half):
        for name, stage in _in_clause(line[found.start() : found.end()], found[0]):
            plain = name.removesuffix("项目")
            if not _NO_NAME.search(plain):
                yield Mention(plain, stage)


def _in_clause(clause: str, half: str) -> Iterator[tuple[str, str]]:
    before = stage_before(clause)
    if (found := _DONE.fullmatch(half)) and not before and parse_stage(found["stage"]).stage:
        yield from ((name, found["stage"]) for name in split_names(clause[: found.end("names")]))
    elif before and (found := _LISTED.fullmatch(half)):
        stage = f"{before}…{found['behind']}" if found["behind"] else before
        yield from ((name, stage) for name in split_names(clause[len(before) : found.end("names")]))
    else:
        yield from _alone(clause, before)


def _alone(clause: str, before: str) -> Iterator[tuple[str, str]]:
    """Yield names that are no part of a list, where all of them end as works do."""
    behind = "" if before else _stage_behind(clause)
    names = split_names(clause[len(before) : len(clause) - len(behind)])
    if (before or behind) and names and all(_PLACE.search(half_width(name)) for name in names):
        yield from ((name, before or behind) for name in names)


def _stage_behind(clause: str) -> str:
    lengths = range(min(STAGE_BESIDE_NAME, len(clause) - 2), 1, -1)
    return next((clause[-length:] for length in lengths if parse_stage(clause[-length:]).stage), "")

"""Projects that prose mentions: names with words for their stage before or behind them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.grammar.documents import MARK_OF_ITEM, clause_start, figures_in
from planctl.grammar.lengths import STAGE_BESIDE_NAME
from planctl.grammar.programmes import split_names, stage_before
from planctl.grammar.projects import parse_stage
from planctl.grammar.text import half_width
from planctl.grammar.whole import COST_BEHIND

_PAUSES = ",。;:"
_CLAUSE = f"[^{_PAUSES}]+"
_KINDS = "(?:一批|重点|重大|续建|在建|[0-9]*亿元以上)*"
_COUNT = "(?:[0-9]{1,4}[个项])?"
_LISTED = re.compile(
    f"(?P<names>.+?)等{_COUNT}{_KINDS}(?:项目|工程)?"
    "(?P<behind>前期工作|建设|实施|加快建设|(?:开工|动工|竣工|投产|投用|建成|交付)[一-鿿]{0,4})?"
)
_CLOSES = "等[^,。;:、等]{0,12}?(?:项目|工程)"
_DONE = re.compile(f"(?P<names>.+?)等{_COUNT}{_KINDS}(?:项目|工程)(?P<stage>.{{2,10}})")
_PLACE = re.compile(
    "(?:路|大道|桥|隧道|厂|基地|中心|园区|产业园|馆|院|铁路|高速|高铁|航道|码头|港区?|机场|枢纽|水库|管网|泵站|电站|工程|项目|"
    "[一二三四五六七八九]期|(?<=.{4})(?:楼|池|场|站|线|渠|坝|堤)|院区|公园|学校|小学|中学|幼儿园|广场|专用线|平台|校区)$"
)
"""What the name of a works ends with; a name that is listed with others needs none, and 停车场 is a kind of works."""
_LEADS = re.compile(
    f"(?:{MARK_OF_ITEM})?"
    "(?:(?:确保|力争|全力|重点|大力|着力|扎实|有序|统筹)*+(?:推进|推动|做好|抓好|抓实|狠抓|开展|促进|确保|实现)|确保|力争|实现)?"
)
"""What may stand before the first of some names and is none of it."""
_BUILT = re.compile("(?:前期工作|建设|实施)$")
LEAST_LISTED = 5
"""Shorter names that are listed before what is done with them (加快公园、学校建设) are kinds of works and no works."""
_BEGUN = "开工|开建|建成|竣工|投用|投产|投运|通车|交付|启动建设"
_NO_NAME = re.compile(
    "^(?:考虑|由于|随着|因|受|但|虽|[一二三四五六七八九十]是|[(（][一二三四五六七八九十]{1,2}[)）]|若干|多个|[0-9]+[个座条所])|一批|一系列|^.{0,2}$"
)


class Mention(NamedTuple):
    """A project that is mentioned: its name, and the words for its stage, with … where the name comes between."""

    name: str
    stage: str


class NamesInClause(NamedTuple):
    """Where names stand in a clause behind the words for their stage, and whether works are begun or done by these."""

    spans: tuple[tuple[int, int], ...]
    are_begun: bool


def lists_in(line: str) -> Iterator[NamesInClause]:
    """Yield the names behind the words for a stage in each clause of a normal line that has no figure."""
    for found in re.finditer(_CLAUSE, line):
        stage = stage_before(found[0])
        if stage and not figures_in(found[0]):
            start = found.start() + len(stage)
            closing = re.search(_CLOSES, line[start : found.end()])
            end = start + closing.start() if closing else found.end()
            spans = []
            for name in split_names(line[start:end]):
                at = line.index(name, start, end)
                start = at + len(name)
                if not _NO_NAME.search(name):
                    spans.append((at, start))
            yield NamesInClause(tuple(spans), bool(re.search(_BEGUN, stage)))


class Surroundings(NamedTuple):
    """The words for a stage before a name's list and behind it, empty where there are none, and the whole clause."""

    before: str
    behind: str
    clause: str

    def says(self, stage: str) -> bool:
        """Return whether these are all the words of a stage, with … where the name comes between."""
        first, between, last = stage.partition("…")
        return (self.before, self.behind) == (first, last) if between else stage == f"{self.before}{self.behind}"


def surroundings_of(line: str, start: int, end: int) -> Surroundings:
    """Return what a normal line says of the stage of a name that stands in it from `start` to `end`."""
    first = clause_start(line, start, 0, _PAUSES)
    found = re.compile(f"[{_PAUSES}]").search(line, end)
    clause = line[first : found.start() if found else len(line)]
    head, tail = line[first:start], re.sub(f"^{COST_BEHIND}", "", clause[end - first :])
    before = stage_before(clause) if "、" in head else _stage_last(head)
    return Surroundings(before, stage_before(_behind_list(tail)), clause)


def _behind_list(tail: str) -> str:
    """Return what stands behind the names of a list, of which the first was read."""
    tail = re.sub("^(?:项目|工程)(?=、)", "", tail)
    listed = re.match("(?:[^等]*?)(?=等)|", tail)
    if tail.startswith("、") and listed and not listed[0]:
        return _stage_behind(tail)
    rest = tail[listed.end() :] if listed and tail.startswith("、") else tail
    return re.sub(f"^(?:{_CLOSES}|等{_KINDS}|项目|工程)", "", rest)


def _stage_behind(clause: str) -> str:
    """Return the words for a stage at the end of a clause that begins with a name."""
    return _stage_last(clause[2:])


def _stage_last(text: str) -> str:
    """Return the longest words at the end of a text that say a stage."""
    lengths = range(min(STAGE_BESIDE_NAME, len(text)), 1, -1)
    words = (text[-length:] for length in lengths)
    return next((each for each in words if parse_stage(each).stage and not each.endswith(("项目", "工程"))), "")


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
    if not before and (lead := _LEADS.match(half)):
        clause, half = clause[lead.end() :], half[lead.end() :]
    if (found := _DONE.fullmatch(half)) and not before and parse_stage(found["stage"]).stage:
        yield from ((name, found["stage"]) for name in split_names(clause[: found.end("names")]))
    elif before and (found := _LISTED.fullmatch(half)):
        stage = f"{before}…{found['behind']}" if found["behind"] else before
        yield from ((name, stage) for name in split_names(clause[len(before) : found.end("names")]))
    else:
        yield from _alone(clause, before)


def _alone(clause: str, before: str) -> Iterator[tuple[str, str]]:
    """Yield names that are no part of a list, where all of them end as works do."""
    closing = _BUILT.search(clause) if before else None
    behind = closing[0] if closing else "" if before else _stage_behind(clause)
    names = split_names(clause[len(before) : len(clause) - len(behind)])
    if closing and (len(names) < 2 or min(map(len, names)) < LEAST_LISTED or "等" in clause):
        return
    stage = f"{before}…{behind}" if closing else before or behind
    if stage and names and all(_PLACE.search(half_width(name)) for name in names):
        yield from ((name, stage) for name in names)

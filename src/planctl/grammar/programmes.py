"""How a report prints its lists of projects: a name with a count and investments, and names one after the other."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from planctl.grammar.documents import MARK_OF_ITEM, clause_start
from planctl.grammar.figures import AFTER
from planctl.grammar.lengths import LIST, SENTENCE, STAGE_BESIDE_NAME
from planctl.grammar.lexer import NUMBER
from planctl.grammar.projects import parse_stage
from planctl.grammar.text import half_width
from planctl.values.meanings import PrintedStage

_MONEY = f"(?:约|近|超|超过)?{NUMBER}(?:万亿|亿|万)?元(?:{AFTER})?"
_COUNTS = "(?:共|共计|总数)?"
_IN_TOTAL = "(?:估算|计划|匡算|概算)?总投资(?:额)?(?:为|达)?"
_IN_YEAR = (
    "(?:(?:年度|当年|本年|年内|今年|全年|20[0-9]{2}年)?(?:计划|力争|确保)?(?:完成)?(?<!总)投资|"
    "(?:年度|当年)投资计划)(?:为|达)?"
)
_OF_PLAN = ",?[占为是](?:年度?|全年)?(?:计划|任务|目标)"
"""What says of an investment that it was made, and is none that is planned."""
_STAGES = "续建|新建|新开工|结转|在建|竣工|收尾|前期|储备"
"""What parts of a programme may be called by alone: 其中续建80项、新建120项."""
_COUNTED = (
    f"(?P<name>(?:[^,;。:、()]|\\([^()]{{0,60}}\\)){{1,40}}?(?:项目|类|工程|实事)|(?<=[中、,;:])(?:{_STAGES})){_COUNTS}"
    f"(?P<count>(?:约)?[0-9]{{1,5}}[个项件](?:{AFTER})?)(?:\\([^()]{{1,40}}\\))?(?:,其中(?:[^,。;:项类]{{2,16}}[0-9]{{1,5}}[个项]、?){{1,6}}(?=,))?"
    f"(?:[,、]{_IN_TOTAL}(?P<total>{_MONEY}))?(?:[,、]{_IN_YEAR}(?P<planned>{_MONEY})(?!{_OF_PLAN}))?"
)
_LEAD = (
    f"^(?:{MARK_OF_ITEM}|其中:?|(?:20[0-9]{{2}}年|今年|本年)|全(?:区|市|县|省)|"
    "(?:(?:初步|统筹|重点|滚动|组织)*+(?:拟|计划)?(?:实施|安排|谋划实施)|(?:统筹|重点|滚动|加快)推进|争取|铺排)(?:的)?|"
    "另外|此外|同时|另|,|全年|拟|计划|共|力争|确保|集中)*"
)
_APART = "另外|此外|同时"
_PARTS = "其中|从[^,。]{1,8}看|按[^,。]{1,8}分"
_LIST = "(?:,|。)?(?:(?:主要)?包括|主要有):?(?P<names>[^。;]+?)等?(?:项目|工程)?(?:[。;]|$)"
_HEADING = "[一二三四五六七八九十]{1,2}、(?P<heading>.{2,20}?(?:项目|工程))$"
_PREPARATORY = "前期(?:论证|工作|研究)?|储备|谋划"
_NAMED = "等(?:一批)?(?:重点|重大|续建|在建)?(?:项目|工程)(?P<behind>(?:前期工作|建设|开工建设|实施)?)"

_BY_STAGE = r"(?P<stage>[^:,。;()0-9]{2,14})(?:[0-9]{1,4}[个项])?(?:\([^()]{0,40}\))?:"
_COSTS = r"\([^()]*[0-9](?:万亿|亿|万)?元[^()]*\)$"
_PRICED = (
    r"(?P<name>(?:[^:,。;、()]|\([^()0-9]{1,20}\)){3,40})(?:[:。,]|\()(?=[^。;]{0,80}?总投资)"
    r"(?P<said>[^,。;()]{0,14})"
)


class FigureOf(Enum):
    """What a figure of projects says, as the pattern of what may stand before it."""

    COUNT = _COUNTS
    TOTAL = _IN_TOTAL
    YEAR = _IN_YEAR


class Counted(NamedTuple):
    """A name with how many projects it has, what they cost in all, and what is planned of it, as printed; and where.

    `is_part` where the words before say that it is told apart from what was said before (其中, 从投资来源看).
    """

    name: str
    number: str
    total: str
    planned: str
    span: tuple[int, int]
    is_part: bool


def counted_in(text: str) -> Iterator[Counted]:
    """Yield the names with counts of projects in a text without white space, in its order."""
    half = half_width(text)
    counts_any = any(word in half for word in ("项目", "类", "工程", "实事"))
    for found in re.finditer(_COUNTED, half) if counts_any else ():
        start = found.start("name")
        lead = re.match(_LEAD, half[start : found.end("name")])
        start += lead.end() if lead else 0
        sentence = half[clause_start(half, start, start - SENTENCE, "。") : start]
        number, total, planned = (
            text[slice(*found.span(group))] if found[group] else "" for group in ("count", "total", "planned")
        )
        is_part = bool(re.search(_PARTS, re.split(_APART, sentence)[-1]))
        by_stage = is_part and re.fullmatch(_STAGES, found["name"])
        if by_stage or (start < found.end("name") - 2 and (total or planned or found["name"].endswith("项目"))):
            yield Counted(text[start : found.end("name")], number, total, planned, found.span(), is_part)


def figure_in(sentence: str, of: FigureOf, printed: str) -> tuple[int, int] | None:
    """Return where a figure stands whole in a normal sentence, with what says of what it is; `None` for nowhere."""
    found = re.search(f"{of.value}{re.escape(printed)}(?=$|[,。;:、()包的])", sentence)
    return found.span() if found else None


def leads_to_parts(text: str) -> bool:
    """Return whether a line ends with words that say of what it is made, on the lines below (其中：)."""
    return bool(re.search("(?:其中|分别为|分别是|如下|包括|划分|分):$", half_width(text)))


def stands_apart(text: str) -> bool:
    """Return whether a line begins with words that say that it is no part of what stands above it (另外)."""
    return bool(re.match(_APART, text))


def listed_behind(text: str, position: int) -> tuple[str, ...]:
    """Return the names of projects that a text lists right behind a position (包括 … 等项目)."""
    if not re.search("包括|主要有", text[position : position + len(",主要包括")]):
        return ()
    behind = text[position : position + LIST + 1]
    if len(behind) > LIST and not any(behind.find(sign, 1) > 0 for sign in "。；;"):
        return ()
    found = re.match(_LIST, half_width(behind))
    return split_names(behind[slice(*found.span("names"))]) if found and found.end() <= LIST else ()


def listed_by_stage(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the stage that a line begins with and the names behind its colon (续建：甲、乙); empty for any other line.

    What a project costs, in brackets behind its name, is none of that.
    """
    found = re.match(_BY_STAGE, half_width(text))
    if not found or not parse_stage(found["stage"]).stage:
        return "", ()
    pieces = re.split("[；;]", text[found.end() :].rstrip("。；;"))
    listed = [name for piece in pieces for name in split_names(piece)]
    names = tuple(re.sub("等(?:重点|重大)?(?:项目|工程)?$", "", name) for name in listed)
    return ("", ()) if any(re.search("[,。:]", half_width(name)) for name in names) else (found["stage"], names)


def priced(item: str) -> tuple[str, str]:
    """Return the name of a project of which an item of a list says what it costs, and its stage if it says that too.

    Both are empty for any other item: 甲电站：总投资68亿元, 甲大桥（续建，总投资3亿元）.
    """
    found = re.match(_PRICED, half_width(item))
    if not found or found["name"].endswith(("方面", "领域", "投资", "计划")):
        return "", ""
    said = item[slice(*found.span("said"))]
    return item[: found.end("name")], said if parse_stage(said).stage else ""


def parse_project_heading(line: str) -> str:
    """Return the name of a list of projects that a line is the heading of; empty for any other."""
    found = re.fullmatch(_HEADING, line.strip())
    return found["heading"] if found else ""


def named_with_stage(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each stage in a text that is printed with names (开工建设 … 等项目), as printed, with these names."""
    half = half_width(text)
    last = 0
    for found in re.finditer(_NAMED, half):
        first = clause_start(half, found.start(), last, ",。;")
        if first == found.start():
            continue
        clause, last = text[first : found.start()], found.end()
        before = stage_before(clause)
        if before:
            behind = found["behind"]
            stage = f"{before}…{behind}" if behind else before
            yield stage, split_names(clause[len(before) :])


def stage_before(clause: str) -> str:
    """Return the longest words at the beginning of a clause that say a stage; empty where none do."""
    lengths = range(min(STAGE_BESIDE_NAME, len(clause)), 1, -1)
    return next((clause[:length] for length in lengths if parse_stage(clause[:length]).stage), "")


def stage_of_programme(name: str) -> PrintedStage | None:
    """Return the stage of all projects of a programme, where its name says that they are being prepared."""
    found = re.search(_PREPARATORY, name)
    return parse_stage(found[0]) if found else None


def split_names(text: str) -> tuple[str, ...]:
    """Return the names that a text lists with 、 between them; one in brackets, or behind a berth (12#), parts none.

    What a project costs, before its name, is none of that.
    """
    names: list[str] = []
    depth = 0
    start = 0
    end = -1
    for piece in half_width(text).split("、"):
        end += 1 + len(piece)
        depth += piece.count("(") - piece.count(")")
        if depth <= 0 and not piece.endswith("#"):
            names.append(text[start:end])
            start = end + 1
    listed = (_without_cost(name) for name in [*names, text[start:]])
    return tuple(name for name in listed if name)


def _without_cost(name: str) -> str:
    """Return a name without what it costs, before it or in brackets behind: 总投资60亿元的甲, 甲（总投资60亿元）."""
    half = half_width(name)
    before, behind = re.match(f"{_IN_TOTAL}{_MONEY}的", half), re.search(_COSTS, half)
    return name[before.end() if before else 0 : behind.start() if behind else None]

"""The clauses of a sentence that sets targets, read apart: what each target is of, and the target as printed.

A clause has a name and, from the first word on that can begin a target, the target, which has to read as a cell does.
Names may share a target, a target may go on in the next clause, and a name may stand behind its verb. What cannot be
read so is refused. Texts are normal (half-width, without white space).
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.lengths import CELL
from planctl.grammar.lexicon import any_of
from planctl.grammar.rows import goes_on_with_industries
from planctl.grammar.target_figures import figures_of, figures_of_names
from planctl.grammar.target_names import BOTH, continued, names_of
from planctl.grammar.target_pieces import LEAST_NAME, Span, Target, clauses_in, parts_unbracketed
from planctl.grammar.text import end_of
from planctl.values.meanings import Assigned, Blank, Bounded, Meaning, Qualitative
from planctl.values.units import is_rate

_NOT_DONE = "(?!(?:目标|任务|率|幅度)?(?:均|都|全面|全部|如期|圆满|确保)?(?:完成|落实|达到(?![0-9])))"
"""A move that is done is part of a name: 增长目标如期完成."""
_NO_NAME_GOES_ON = "(?!的|[及、]|和(?![^,]{1,16}(?:同步|一致|持平|相当|匹配)))"
"""A move that goes on so is part of a name: 能耗降幅和主要污染物减排, 科技对经济增长的贡献率."""
_MOVES = f"(?<!下)(?:{any_of('target-moves')}){_NOT_DONE}{_NO_NAME_GOES_ON}|{any_of('target-moves-so')}"
_OF_CLASS = "(?!(?:[或和]?[好优]于)?[Ⅰ-Ⅴ]类[一-鿿]{0,8}(?:比例|比率|率|比重|断面))"
"""达到或好于Ⅲ类水体比例 is a name."""
_RELATES = (
    f"(?:不|略|稍|明显|大幅)?(?:高|低|快|慢|少|多)于|[好优]于{_OF_CLASS}|{any_of('target-compares')}|"
    "(?:[与和同跟较]|比(?![重例率值]))(?=[一-鿿“”0-9]{1,24}(?:同步|一致|持平|相当|匹配|适应|衔接|(?<!提)高|(?<!加)快))"
)
_KEEPS = (
    f"(?:{any_of('target-keeps')})(?<!达到)|达到{_OF_CLASS}|以(?=[一-鿿]{{2,14}}为准)|居(?=全)|在(?=全国|全省)|按(?=增长|照|[国省市区县州上])|目标(?=在“)|"
    f"(?:{any_of('target-figure')})(?=[0-9])"
)
_HOW = (
    f"{any_of('target-how')}|(?<![人户日月年平])均(?![衡等价值])|可比(?!价|口)|只[增减降升]不|和谐(?=稳定)|由[负降减]转|"
    "全年(?=控制|保持|稳定|增长|平均|达)"
)
_IDIOM = (
    "(?:稳中[一-鿿]{1,3}|[稳保促扩调优增][一-鿿][提促增扩调优升进][一-鿿]|提质[一-鿿]{2}|(?<![产总数质流存])量(?:[稳增]质[升优增稳]|质[齐双]升)|"
    "质[量效][齐双]升|[增扩]量[增提升][质效])(?![一-鿿])"
)
_FIGURE = "(?<![A-Za-z0-9.])[-+]?(?![0-9]{1,2}(?:岁|个月))[0-9]|[≥≤<>]"
_MEANT = f"(?:{any_of('target-meant')})(?=(?:值|为|是)?(?:{_MOVES}|{_KEEPS}|{_HOW}|{_FIGURE}))(?<!主要)"
_START = re.compile(
    f"(?!{any_of('target-in-name')})“?(?:{_MOVES}|{_RELATES}|{_KEEPS}|{_HOW}|{_IDIOM}|{_MEANT}|{_FIGURE})"
)
"""What may begin a target behind its name."""
_BEGINS = re.compile(
    "(?:[-—–]{1,4}|[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]{1,2}是|\\([一二三四五六七八九十0-9]{1,2}\\)|20[0-9]{2}年|(?!其中)[一-鿿]{2,16}(?:\\((?:约束|预期)性\\))?:|全年|今年|同时|另外|并且|以及|并|"
    "(?:全力(?=确保|争取|实现|保持)|(?:确保|力争|努力|争取|实现|推动|促进|保持)(?=[一-鿿]{2})))*"
)
"""What may stand before a name and is none of it; of a verb, only where a name follows."""
_WITH = frozenset("与和同跟")
_AGAIN = re.compile("[与和同跟][一-鿿“”]{1,16}(?:同步|一致|持平|相当|匹配)")
"""Behind another 和 this begins the target: 城镇和农村居民收入与经济增长同步."""
_NONE_BEGINS = re.compile(
    "比(?![重例值])|较|在|对|向|与|以|更|从|把|将|为|统筹|抓[好实住紧]|推[进动]|加[快强大]|深[化入]|全[面力]|扎实|着力|坚[持决]|做[好强优]|切实|强化|"
    "促进|实施|健全|支持|巩固|守[住牢]|要|我们"
)
"""What no name begins with."""
_ITS_OWN_VERB = re.compile("[新净]增|引进|培育|建成|新建|完成|实现|城镇|实施|失业|就业|[^企户家]*再就业")
_BARE_MOVE = re.compile("下降|降低|减少|削减|提高|提升|上升")
_PART = re.compile("(?:其中|#):?")
_BEYOND = re.compile(
    "(?:并|且|、)*(?:在(?:实际|具体)?工作中|在(?:执行|实施)中|实际工作|力争|努力|争取|尽最大|尽可能|尽力|奋力|力求|冲刺|挑战|确保(?!完成)|对标|"
    "奋斗目标|[争冲](?=[0-9])|加快|重点控制|[一-鿿]{0,6}更[好快优高实]一?些|并|且|能快则快|能高则高|向[^,]{1,10}(?:冲刺|迈进))"
)
"""What begins a clause that aims beyond the target before it."""
_ORGAN = "国家|中央|上级|部委|自治区|[省市州区县]委?|党中央"
_BEHIND = re.compile(
    "(?:确保|坚决|全面|全力|如期|努力|力争|严格|按期|高质量|顺利|圆满|(?:按照?|根据)[^,]{1,16}?(?:要求|部署|安排)){0,4}"
    f"(?:完成|落实|达到|实现|执行)"
    f"(?:(?:(?:{_ORGAN})(?:政府)?[上里]?[、和及]?){{1,2}}(?:审核)?(?:下达|核定|确定|分解|规定|要求|明确|考核)(?:给?我[省市区县]的?|的)(?:年度)?)?"
    "(?P<name>(?:PM2\\.5|PM10|[^,;。0-9]){2,60}?)(?P<rest>等)?(?:各项)?(?:约束性)?(?:目标任务|任务目标|指标任务|目标|任务|指标|要求)$"
)
"""A name behind its verb: 完成国家下达的节能减排任务."""
_NO_NAME = re.compile(
    f"(?:{_ORGAN}|“?十[三四五六]五”?|的|下达|考核|规划|预期|年度|全年|各项|既定|约束性|主要|目标|任务|指标|计划|要求|进度|审核|衔接|后|经|确定)*"
)
_NAMED_BEHIND = re.compile("(?:提高|提升|增加|扩大|降低|减少|改善)(?=[一-鿿]{2})")
"""A verb before a name whose target follows: 提高养老金,实现位次前移."""
_STRIVING = re.compile("(?:奋力|努力|全力|力争|争取|确保)*(?:冲刺|挑战|奋斗(?:目标)?|力争|争取|力求|确保|努力|保|争)")
"""What is no name before a figure: 增长6%、冲刺6.5%."""
_FIELD = re.compile("[一-鿿]{2,12}方面")
"""What heads some of the targets: 资源节约方面."""
_NO_SERIES = re.compile(
    "^(?:各项|各类|主要|全部|多数|大多数)(?:经济|社会|发展|核心)*指标(?:增速|增幅)?$|:|保持|力争|确保(?!障)"
)
"""What is no series: 各项指标增速高于全省平均水平 is said of all targets; nor is a name with signs or verbs in it."""
_SHARED_MOVE = re.compile("(?:增速|增幅|涨幅|降幅)(?=均|都)")
"""What is part of the last of several names: 登记失业率和居民消费价格涨幅均控制在3%以内."""
_ALL_OF_THEM = re.compile("各项|全部(?:目标|指标)|其他(?:目标|指标)")
"""What is said of all targets, and of none by name."""


class Clauses(NamedTuple):
    """What a sentence sets: its targets, and where the clauses stand that were refused."""

    targets: tuple[Target, ...]
    refused: tuple[Span, ...]


def read_clauses(text: str) -> Clauses:
    """Return the targets that a sentence sets, in its order, and what of it cannot be read."""
    text = parts_unbracketed(text)
    reading = _Reading(text)
    for clause in clauses_in(text):
        reading.take(clause)
    return reading.close()


class _Reading:
    """A sentence read clause by clause, with the name that still waits for its target."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._targets: list[Target] = []
        self._refused: list[Span] = []
        self._last: list[Target] = []
        self._waiting: Span | None = None
        self._prefix = self._carried = self._led = ""

    def take(self, clause: Sequence[Span]) -> None:
        """Read one clause."""
        whole = clause[0][0], clause[-1][1]
        if self._behind(whole):
            return
        if self._waiting and not self._is_target(clause[0]):
            self._refuse(self._waiting)
        pieces = list(clause)
        self._carried, self._led = self._led, ""
        while pieces:
            self._piece(pieces)

    def close(self) -> Clauses:
        """Return what was read."""
        if self._waiting:
            self._refuse(self._waiting)
        return Clauses(tuple(self._targets), tuple(self._refused))

    def _piece(self, pieces: list[Span]) -> None:
        """Read the first of some pieces, and with it those that go on with its figures."""
        start, end = pieces.pop(0)
        if self._is_target((start, end)):
            self._without_name(start, end)
            return
        begin, prefix = self._begin(start, end)
        if begin == end:
            self._led = prefix
            return
        if _FIELD.fullmatch(self._text, begin, end):
            return
        prefix = self._carried = prefix or self._carried
        at = self._target_from(begin, end, pieces)
        if at is None:
            self._without_target(start, begin, end, prefix)
            return
        if self._last and _STRIVING.fullmatch(self._text, begin, at):
            self._go_on(start, end)
            return
        first = self._waiting[0] if self._waiting else begin
        end = self._with_figures(first, at, end, pieces)
        self._prefix = prefix or (self._prefix if self._waiting else "")
        self._waiting = None
        self._add(first, at, end)

    def _with_figures(self, first: int, at: int, end: int, pieces: list[Span]) -> int:
        """Return where a target ends that several names share, with the pieces that have figures of it."""
        more = list(takewhile(lambda piece: self._text[piece[0]].isdecimal(), pieces))
        last = more[-1][1] if more else end
        if "分别" not in self._text[at:end] and not figures_of_names(self._text[first:at], self._text[at:last]):
            return end
        del pieces[: len(more)]
        return last

    def _without_name(self, start: int, end: int) -> None:
        """Read a piece that has no name: it is of the name that waits, or goes on with the target before it."""
        if self._waiting:
            first, last = self._waiting
            self._waiting = None
            self._add(first, start, end, (end_of(_NAMED_BEHIND.match(self._text, first, last), first), last))
            return
        meaning = _meaning(self._text[start:end])
        if _ALL_OF_THEM.search(self._text, start, end):
            self._refuse((start, end))
        elif self._text.startswith(("均", "都"), start) and isinstance(meaning, Bounded):
            self._of_each(start, end)
        elif self._last and self._is_another(meaning):
            self._last = [
                each._replace(target=self._text[start:end], clause=(each.clause[0], end), words=(start, end))
                for each in self._last
            ]
            self._targets += self._last
        else:
            self._go_on(start, end)

    def _of_each(self, start: int, end: int) -> None:
        """Give a target that is said of each (均增长15%) to all names that are listed before it with their own."""
        listed: list[Target] = []
        for each in reversed(self._targets):
            listed.insert(0, each)
            if self._text[each.clause[0] - 1 : each.clause[0]] != "、":
                break
        words = (start + 1, end)
        self._last = [
            each._replace(target=self._text[slice(*words)], clause=(each.clause[0], end), words=words)
            for each in listed
        ]
        self._targets += self._last

    def _without_target(self, start: int, begin: int, end: int, prefix: str) -> None:
        """Read a piece that is a name alone, or aims beyond the target before it."""
        if not self._waiting and _BEYOND.match(self._text, start, end):
            self._go_on(start, end)
        elif self._waiting:
            self._waiting = self._waiting[0], end
        elif _NONE_BEGINS.match(self._text, begin, end):
            self._refuse((start, end))
        else:
            self._waiting, self._prefix = (begin, end), prefix

    def _go_on(self, start: int, end: int) -> None:
        """Make a piece a part of the target before it, where that reads with it, or is in words and this its figure."""
        last = [
            each._replace(
                target=self._text[each.words[0] : end], clause=(each.clause[0], end), words=(each.words[0], end)
            )
            for each in self._last
        ]
        if not last or any(each.shared for each in last):
            self._refuse((start, end))
            return
        if not all(_reads(each.target) for each in last):
            figure = isinstance(_meaning(self._text[start:end]), Bounded)
            if not figure or not all(isinstance(_meaning(each.target), Qualitative) for each in self._last):
                self._refuse((start, end))
                return
            last = [each._replace(target=self._text[start:end], words=(start, end)) for each in last]
        self._targets[-len(last) :] = self._last = last

    def _add(self, first: int, at: int, end: int, named: Span | None = None) -> None:
        """Write down the targets from `at` on of a clause from `first` on, which is named there or in its beginning."""
        if not named and (move := _SHARED_MOVE.match(self._text, at, end)):
            at = move.end()
        subject, words = self._text[slice(*(named or (first, at)))], self._text[at:end]
        figures = figures_of(words) or figures_of_names(subject, words)
        whole, count = (f"{subject}{figures.of_last}", len(figures.targets)) if figures else (subject, 0)
        names = names_of(whole, count, of_each=words.startswith(("均", "都")))
        if not figures and words.startswith("分别"):
            names = names_of(subject, len(BOTH)) or names
        targets = figures.targets if figures else tuple(_of_all(words) for _ in names)
        if not names or _NO_SERIES.search(subject):
            self._refuse((first, end))
            return
        names = tuple(f"{self._shared_new(first, name, targets[0])}{name}" for name in names)
        self._share_task(first, end, targets[0])
        before = [self._last[0].name if self._last else "", *names]
        if self._last and goes_on_with_industries(self._last[-1].name, names[0]):
            self._prefix = self._prefix or self._last[-1].prefix
        self._last = [
            Target(
                continued(name, before[count]),
                target,
                (first, end),
                (end - len(target) if not figures else at, end),
                self._prefix,
                shared=bool(figures),
            )
            for count, (name, target) in enumerate(zip(names, targets, strict=True))
        ]
        self._targets += self._last
        self._prefix = ""

    def _goes_on(self, first: int) -> bool:
        """Return whether what begins at a place goes on with a list of names, each with its target."""
        return bool(self._last) and self._text[first - 1 : first] == "、"

    def _shared_new(self, first: int, name: str, target: str) -> str:
        """Return the 新增 that is said before a list of names, where it holds for one more: for the same unit."""
        new = re.match("新增|净增", self._last[0].name) if self._goes_on(first) else None
        if not new or _ITS_OWN_VERB.match(name):
            return ""
        one, other = _meaning(self._last[0].target), _meaning(target)
        alike = isinstance(one, Bounded) and isinstance(other, Bounded) and one.figure.unit == other.figure.unit
        return new[0] if alike else ""

    def _share_task(self, first: int, end: int, task: str) -> None:
        """Give names that only say what is to move (能耗下降、主要污染物减排完成市下达目标) the task behind them."""
        if not self._goes_on(first) or not isinstance(_meaning(task), Assigned):
            return
        if all(_BARE_MOVE.fullmatch(each.target) for each in self._last):
            words = (end - len(task), end)
            moved = [
                each._replace(name=f"{each.name}{each.target}", target=task, clause=(each.clause[0], end), words=words)
                for each in self._last
            ]
            self._targets[-len(moved) :] = self._last = moved

    def _refuse(self, span: Span) -> None:
        self._refused.append(span)
        self._waiting, self._last, self._prefix = None, [], ""

    def _behind(self, whole: Span) -> bool:
        """Read a clause with its name behind the verb; return whether it is one."""
        found = _BEHIND.fullmatch(self._text[slice(*whole)]) if whole[1] - whole[0] <= CELL else None
        if not found or _NO_NAME.fullmatch(found["name"]) or not _reads(found[0]):
            return False
        if self._waiting:
            self._refuse(self._waiting)
        name = found[0][found.start("name") :] if found["rest"] else found["name"]
        self._last = [Target(name, found[0], whole, whole)]
        self._targets += self._last
        return True

    def _begin(self, start: int, end: int) -> tuple[int, str]:
        """Return where a name begins behind what is none of it, and 其中 where that stands before it."""
        at = end_of(_BEGINS.match(self._text, start, end), start)
        behind = end_of(_PART.match(self._text, at, end), at)
        return end_of(_BEGINS.match(self._text, behind, end), behind), self._text[at:behind]

    def _is_target(self, piece: Span) -> bool:
        """Return whether a piece is a target without a name."""
        if not _START.match(self._text, *piece) or not _reads(self._text[slice(*piece)]):
            return False
        begin, _ = self._begin(*piece)
        return begin == piece[0] or self._target_from(begin, piece[1], ()) is None

    def _target_from(self, start: int, end: int, behind: Sequence[Span]) -> int | None:
        """Return where the target of a piece begins behind its name; it may go on in the figures `behind`."""
        if end - start > CELL or _NONE_BEGINS.match(self._text, start, end):
            return None
        if _START.match(self._text, start, end) and not self._waiting:
            return None
        for found in _START.finditer(self._text, start + LEAST_NAME, end):
            words = self._text[found.start() : end]
            if found[0] in _WITH and any(each in words[1:] for each in _WITH) and _AGAIN.search(words, 1):
                continue
            bare = _of_all(words)
            if (
                _reads(words)
                or (bare != words and _reads(bare))
                or (words.startswith("分别") and figures_of(f"{words}、1%"))
                or ("和" in words and figures_of_names(self._text[start : found.start()], words))
            ):
                return found.start()
        return None

    def _is_another(self, meaning: Meaning | None) -> bool:
        """Return whether a figure is of the name before it, and no bound of the same figure (5亿元、增长5%)."""
        if not isinstance(meaning, Bounded) or any(each.shared for each in self._last):
            return False
        before = _meaning(self._last[0].target)
        return isinstance(before, Bounded) and is_rate(before.figure.unit) is not is_rate(meaning.figure.unit)


def _of_all(words: str) -> str:
    """Return a target without the word that says that it is of all the names before it."""
    return re.sub("^(?:均|都|分别)", "", words)


def _meaning(words: str) -> Meaning | None:
    cell = parse_any_cell(words)
    return cell.meaning if cell.is_readable and not isinstance(cell.meaning, Blank) else None


def _reads(words: str) -> bool:
    return len(words) <= CELL and (_meaning(words) is not None or figures_of(words) is not None)

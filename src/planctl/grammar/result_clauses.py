"""The clauses of a sentence that tells an outcome, read apart: what each result is of, and the result as printed.

A clause is read piece by piece, as its signs part it. A piece may have a name and a value, a value of the name before
it (an amount and then its growth), a name alone, or an aside: a rank, a record, what it is beside others. Texts are
normal (half-width, without white space).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.figures import AFTER, UNIT
from planctl.grammar.lengths import CLAUSE, WORDS
from planctl.grammar.lexer import NUMBER
from planctl.grammar.result_words import has_place, is_result, meaning_of, of_kind, reads_as_result
from planctl.grammar.target_figures import figures_in_turn
from planctl.grammar.target_names import continued, is_measured, names_of
from planctl.grammar.target_pieces import LEAST_NAME, Span, Target
from planctl.grammar.text import end_of
from planctl.grammar.titles import NATION
from planctl.values.meanings import Bounded, Figure, Meaning
from planctl.values.units import convert, is_rate

_PIECE = re.compile(
    r"(?:\([^()]{0,60}\)|“[^“”]{0,60}”|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[0-9]):(?=[0-9])|(?<=其中):|[^,、:()“”]|[()“”])++"
)
_BEGINS = re.compile(
    "(?:[-—–]{1,4}|[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]{1,2}是|\\([一二三四五六七八九十0-9]{1,2}\\)|(?:20[0-9]{2}|[去这])年|同时|另外|以及|并且|并|但|全年|预计|"
    "(?:据)?(?:初步)?(?:核算|统计|测算)|(?:扣除|剔除)[^,0-9]{2,20}(?:因素|影响)(?:之?后)?|初步|推动|促进|(?:圆满|顺利|超额|如期)?(?:实现|完成|达成)(?![^0-9]{0,12}(?:目标|任务)|(?:年初|全年|年度?)?(?:计划|预算|预期))|全[省市区县州旗疆](?![域民])|"
    "我(?:省|市|区|县|州|旗)|年末|自治区(?=[一-鿿]{3}))++"
)
"""What may stand before a name and is none of it."""
_PART = re.compile("其中:?")
_NATIONAL = re.compile("全国|我国|国内")
_MOVES = (
    "增长(?!率|点|极)|增速|增幅|涨幅|降幅|上涨|下降|下跌|下滑|回落|降低|减少|提高|提升|上升|回升|增加(?!值)|微[增降涨]|累计(?=同比)|同比|[比较]上年|[比较]去年|名义|实际(?!使用|利用)|"
    "按可比|按不变|可比|同口径|正增长|零增长|两位数增长"
)
_REACHES = (
    "达到?|为(?=[0-9])|突破|超过?(?=[0-9])|近(?=[0-9])|约|接近|实现|完成|保持|稳定(?!器)|控制|平均(?!浓度|价|工资|寿命|年限)|(?<!平)均值|均为|总体|基本|与[上去]年|持平|首次|再次|"
    "[迈跨站登跃][上过入]|跃升|[降升增]至|[降升增]到|(?:缩小|扩大|收窄)[至到]|首[破超]|在(?=[0-9])|分别|均(?=增|达|为)|都(?=增|达|为)|(?<![A-Za-z0-9.])[-+]?[0-9]|(?<=GDP)[0-9]|[低高]于(?=[0-9])"
)
_WORDED = "[与和同]经济|[快高]于(?:经济|GDP|地区生产总值)|跑赢|平稳|温和|稳中|稳步|持续|不断|明显|显著|超额|全面|如期"
_EXPECTED = "预计|有望|可(?:达|突破|完成|实现|增长)"
_GUESS = re.compile(_EXPECTED)
"""A figure that it stands before is an estimate, and so is what the rest of its sentence says, or of its subject."""
_MISSED = "(?:尚?未能?|没有?能?|不能)(?:如期|全面|按期|全部)?(?=完成|实现|达)|[不未]及预期"
_START = re.compile(f"{_MISSED}|{_EXPECTED}|{_MOVES}|{_REACHES}|{_WORDED}")
"""What may begin a value behind its name."""
_VALUE = re.compile(
    f"(?:[^0-9]{{0,24}}?)(?:分别|各)?[^0-9]{{0,12}}?-?{NUMBER}(?:[-–—~至到]{{1,2}}{NUMBER})?(?:余|多)?(?:{UNIT})?(?:{AFTER})?"
)
_REST = re.compile(
    f"(?:\\(|的|并|且|为|是|创|居(?!民)|位居|稳居|排|列|[比较]|[高低快慢好优]于|实现|连续|再|首次|继续|达到?(?=[0-9])|{AFTER}|大关|关口|新?台阶|高位|"
    "水平|增长区间|合理区间|良好|同比|其中|在全国)"
)
"""What may go on behind a value in its piece and says nothing else of it; or brackets."""
_UNDER = re.compile(
    "(?:在|扣除|剔除|克服|面对)[^,]{2,40}(?:情况|基础|背景|形势|前提|条件|压力|因素|影响)(?:之?[上下]|后)?$|"
    "由[^,]{2,16}(?:转为?|变为)$"
)
"""Under what a figure came about; it stands between the name and the value."""
_ENDS = re.compile(
    "(?:已经?|恢复性|补偿性|年?平均值|年均值|平均水平|平均|均值|总体|全年|逆势|平稳|稳步|快速|大幅|强劲|同比|达到?|实现|完成|首次|再次|为|按|仅|只有?|的|"
    "(?:20[0-9]{2}年)?(?:1[-—–~至到]1?[0-9]月份?|前?[一二三四]个?季度|前1?[0-9]个?月|上半年))++$"
)
_ASIDE = re.compile(
    "(?:均|都|分别|其|已经?|继续|连续|再次|首次|历史性|成功|仍|也|又)*+(?:(?:增速|增幅|降幅|涨幅|总量|规模|增量|总额|位次|排名|排位|人均|占比|量|分别|均|和|、)*+"
    "(?:稳?居(?!民)|位[居列]|排(?!放)|列|跻身|进入|进位|前移|[高低快慢好优]于|[比较]全国|占|创(?![新业投造意])|再创|跑赢|领先|扭转|超出|超全国)|"
    "(?:超额|圆满|顺利|提前|如期|全面)*+完成(?=[^0-9]{0,12}(?:目标|任务|计划|预期|预算|$))|(?:顺利|圆满|超额)?实现(?:年度|全年|预期)|为近|是近|为历史|按(?:可比|不变)价格?(?:计算)?$|[为占](?:年初|年度|全年)?(?:预算|计划|目标|任务)的?[0-9]|扣除|同比多增|"
    "连续|(?:好|高|优)于预期|(?:净增|增加|新增|增量|增产)(?=[约近超]?[0-9])|提高|提升|[增降]了?[0-9.]+个百分)"
)
"""A rank, a record, what a figure is beside others, or by how much it is another than last year's."""
_OF_OTHERS = re.compile("全[国省市区县州](?:平均)?(?:水平)?[0-9.]+个")
"""What goes on with a comparison: 高于全国、全省1.1个、0.8个百分点."""
_HEAD_ALONE = re.compile("总产量|总产|产量|总量|总额|总值|规模|总规模|总数|总户数")
_CROP = re.compile(
    "粮食|棉花|油料|油菜|大豆|玉米|小麦|水稻|稻谷|蔬菜|水果|糖料|甘蔗|肉|奶|蛋|水产|茶|药材|原油|煤炭|工业|原煤|天然气"
)
_BEFORE_CROP = 200
_OF_PLACES = re.compile("生产总值|GDP|经济|增加值|公共预算|投资|进出口|财政|税收")
"""What is told of cities and regions of a province as well, under the same name."""
_SEVERAL = re.compile("分别|城乡|[一-鿿]{2}[和与及](?![谐])[一-鿿]{2}")
_OF_TRADE = frozenset({"出口", "进口"})
_CUT = re.compile(
    "连续|年均(?![浓值])|累计|跃居|稳居|位[居列]|居(?![民住家])|排(?!放)|名列|创(?![新业投造意])|再(?!生|制造|就业)|(?<!自)由(?!于)|(?<!服)从(?![业事])|扭|止跌|触底|"
    "首次|实现“|翻了?[近约超]?[一二两三]番|继续|仍|一举|(?<![占之入])[比较](?![重例率值])|"
    "(?:[为占]|达到?|完成)(?:年初|年度|全年)?(?:预算|计划|目标|任务)"
)
"""What may be said of a name before its figure, which is then another's or stands in a piece behind."""
_ON_THE_WAY = frozenset({"首次", "继续", "仍", "一举", "再"})
"""What of it leaves the figure the name's own."""
_FROM = frozenset({"由", "从"})
"""What says from where to where something went: what follows is a result where that was last year."""
_LAST_YEARS = re.compile(
    f"(?:由|从)[上去]年(?:同期|末|底)?的?{NUMBER}(?:余|多)?(?:{UNIT})?(?=(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|回落|[升增降])[至到为])"
)
_SECTOR = re.compile("第?[一二三]产业?")
_NEW = re.compile("新|净增|改造")
BRACKETED_TARGET = re.compile(r"\((?=[^()0-9]{0,8}(?:目标|计划|预期))[^()]{2,36}\)")
"""The target of a figure, in brackets behind it: 增长6.3%(计划6.5%)."""
_PLANNED = re.compile(
    "(?:(?:20[0-9]{2}|[去上今])?年初|我们)(?:我们|我[省市区县州])?(?:原|曾)?(?:计划|提出|确定|安排|设定|制定|预期)(?:的|了)?|原?计划(?!生育|投资)|(?:年初|年度|预期|计划)?目标$"
)
"""Before a name and behind it: its figure was planned, and what came of it is told behind."""
_WITHOUT = re.compile("(?:若|如)?(?:扣除|剔除|不含|不包括)(?![^,]{0,16}(?:因素|价格|影响|不可比|汇率))[^0-9,]{2,24}$")
"""What leaves out a part, so that the next figure is not of the whole: 扣除房地产开发投资后."""
_LISTED = 12
"""Names that wait for their figures are no more than so many."""


def results_of(sentence: str, own: Sequence[str] = (), guess: str = "") -> Iterator[Target]:
    """Yield the results that a sentence tells, in its order; `own` is how the region that tells them calls itself.

    `guess` is what calls all of them estimates, where something before the sentence does.
    """
    return _Reading(sentence, own, guess).results()


class _Subject(NamedTuple):
    """What a value may be of: names, where they stand, and whether there is a rate and an amount of them already."""

    names: tuple[str, ...]
    start: int
    prefix: str
    has_rate: bool = False
    amount: Figure | None = None
    guess: str = ""
    planned: Sequence[str] = ()

    def taking(self, meaning: Meaning | None) -> "_Subject | None":
        """Return the subject with one value more; `None` for a second rate, and for an amount of something else.

        Of what is new (新增), a second amount is how many there are now.
        """
        if not isinstance(meaning, Bounded):
            return self
        if is_rate(meaning.figure.unit):
            return None if self.has_rate else self._replace(has_rate=True)
        if self.amount and (_NEW.match(self.names[0]) or not convert(meaning.figure, self.amount.unit)):
            return None
        return self._replace(amount=meaning.figure)


class _Reading:
    """A sentence read piece by piece, with what the next value may be of."""

    def __init__(self, text: str, own: Sequence[str], guess: str) -> None:
        self._text = text
        self._own = own
        self._guess = guess
        self._less = False
        self._pieces = [found.span() for found in _PIECE.finditer(text)]
        self._listed: list[Span] = []
        self._subject: _Subject | None = None
        self._before: list[_Subject] = []
        self._prefix = ""
        self._elsewhere = False

    def results(self) -> Iterator[Target]:
        """Yield what the sentence tells."""
        at = 0
        while at < len(self._pieces):
            start, end = self._pieces[at]
            if start and self._text[start - 1] != "、":
                self._listed, self._prefix = [], ""
            end, at = self._with_figures(start, end, at)
            if end - start <= CLAUSE:
                yield from self._piece(start, end)
            else:
                self._subject = None

    def _with_figures(self, start: int, end: int, at: int) -> tuple[int, int]:
        """Return where a piece ends with the figures behind it that go on with its own, and the place of the next."""
        at += 1
        if not self._is_of_several(start, end):
            return end, at
        while at < len(self._pieces) and self._text[self._pieces[at][0]] in "-0123456789":
            if self._text[self._pieces[at][0] - 1] != "、":
                break
            end = self._pieces[at][1]
            at += 1
        return end, at

    def _is_of_several(self, start: int, end: int) -> bool:
        """Return whether a piece may have the first of several figures, as it says or its names do."""
        if self._listed or _SEVERAL.search(self._text, start, end):
            return True
        several = self._subject is not None and len(self._subject.names) > 1
        return several and bool(_START.match(self._text, start, end))

    def _piece(self, start: int, end: int) -> Iterator[Target]:
        begin = self._begin(start, end)
        words = self._text[begin:end]
        if _WITHOUT.match(words):
            self._less, self._subject = True, None
            return
        if self._subject and (_ASIDE.match(words) or _OF_OTHERS.match(self._text, start, end)):
            return
        is_value = _START.match(words) and (begin == start or self._value_end(begin, end) is not None)
        if is_value and (self._subject or reads_as_result(words)):
            yield from self._of_subject(start, begin, end)
            return
        found = self._value_from(begin, end)
        spoken = self._spoken(start, found[0] if found else end)
        self._elsewhere = NATION not in self._own and has_place(spoken, before=self._elsewhere)
        behind = found[0] if found else end
        if under := _UNDER.search(self._text[begin:behind]):
            behind = begin + under.start()
        cut = _CUT.search(self._text, begin + LEAST_NAME, behind)
        if found and (not cut or cut[0] in _ON_THE_WAY):
            yield from self._named(begin, cut.start() if cut else behind, *found)
        elif found and cut and cut[0] in _FROM:
            yield from self._from_last_year(begin, cut.start(), end)
        else:
            self._name_alone(begin, end, cut.start() if cut else end)

    def _from_last_year(self, begin: int, behind: int, end: int) -> Iterator[Target]:
        """Yield what came of a name that ends before `behind`, where it went from a figure of last year to it."""
        before = _LAST_YEARS.match(self._text, behind, end)
        last = self._value_end(before.end(), end) if before else None
        if before and last:
            yield from self._named(begin, behind, before.end(), last)
        else:
            self._subject = None

    def _guessed(self, start: int, end: int) -> str:
        """Return what calls a figure an estimate in the words between two positions; nothing where nothing does."""
        found = _GUESS.search(self._text, start, end)
        return found[0] if found else ""

    def _spoken(self, start: int, end: int) -> str:
        """Return words without the name of the region itself, which is no place in it."""
        words = self._text[start:end]
        return next((words.replace(name, "", 1) for name in self._own if name in words), words)

    def _begin(self, start: int, end: int) -> int:
        """Return where a name begins behind what is none of it, and note 其中 before it."""
        own = next((len(name) for name in self._own if self._text.startswith(name, start, end)), 0)
        at = end_of(_BEGINS.match(self._text, start + own, end), start + own)
        at = start if at == start + own else at
        behind = end_of(_PART.match(self._text, at, end), at)
        if behind > at:
            self._prefix = "其中"
        at = end_of(_BEGINS.match(self._text, behind, end), behind)
        self._guess = self._guessed(start, at) or self._guess
        return at if at < end - 1 else start

    def _value_from(self, start: int, end: int) -> Span | None:
        """Return where the value of a piece stands behind its name."""
        for found in _START.finditer(self._text, start + LEAST_NAME, end):
            if (last := self._value_end(found.start(), end)) is not None:
                return found.start(), last
        return None

    def _value_end(self, start: int, end: int) -> int | None:
        """Return where a value ends that begins at a position, in a piece that may go on with an aside."""
        words = self._text[start:end]
        if target := BRACKETED_TARGET.search(words):
            end, words = start + target.start(), words[: target.start()]
        if reads_as_result(words) or figures_in_turn(words):
            return end
        found = _VALUE.match(words)
        if not found or found.end() == len(words) or not reads_as_result(found[0]):
            return None
        return start + found.end() if _REST.match(words, found.end()) else None

    def _name_alone(self, begin: int, end: int, cut: int) -> None:
        """Note a piece without a value as a name that waits for one; its own words may tell what became of it."""
        found = _START.search(self._text, begin + LEAST_NAME, cut)
        subject = self._text[begin : found.start() if found else cut]
        self._listed = [*self._listed[1 - _LISTED :], (begin, end)]
        self._subject = _Subject((subject,), begin, self._prefix) if len(subject) <= WORDS else None

    def _named(self, begin: int, behind: int, at: int, end: int) -> Iterator[Target]:
        """Yield the results of a piece with a name, that ends before `behind`, and a value."""
        words = self._text[at:end]
        figures, of_all = figures_in_turn(words), re.match("均(?!值)|都", words)
        is_worded = not isinstance(meaning_of(words), Bounded)
        first = self._listed[0][0] if (figures or of_all or is_worded) and self._listed else begin
        subject = self._text[first:behind]
        self._listed = []
        if (_NATIONAL.match(subject) and NATION not in self._own) or (self._elsewhere and _OF_PLACES.search(subject)):
            self._subject = None
            return
        plain = _ENDS.sub("", subject) or subject
        planned = _PLANNED.match(plain) or _PLANNED.search(plain, max(len(plain) - 7, LEAST_NAME))
        if planned:
            plain = plain[planned.end() :] if not planned.start() else plain[: planned.start()].removesuffix("的")
            words = re.sub("的(?:预期|年度)?目标$", "", words)
        if figures:
            together = names_of(f"{plain}{figures.of_last}", len(figures.targets))
            names: Sequence[str] = tuple(self._full(each, begin) for each in together)
            values = figures.targets
        else:
            names = names_of(plain, of_each=bool(of_all)) if of_all or is_worded else (self._full(plain, begin),)
            values = tuple(words.removeprefix(of_all[0] if of_all else "") for _ in names)
        if self._subject and _OF_TRADE.issuperset((*names, *self._subject.names)):
            self._prefix = self._subject.prefix
        if planned or not self._subject or (self._subject.names, self._subject.prefix) != (tuple(names), self._prefix):
            self._subject = _Subject(tuple(names), first, self._prefix, planned=values if planned else ())
            self._before.append(self._subject)
        if not planned:
            yield from self._told(values, (at, end), shared=len(values) > 1)

    def _full(self, name: str, begin: int) -> str:
        """Return a name that only says what is counted (总产量), or of whom, with the rest that stands before it."""
        if name.endswith("居民"):
            told = (each for subject in reversed(self._before) for each in subject.names if "居民" in each)
            return continued(name, next(told, ""))
        if not _HEAD_ALONE.fullmatch(name):
            return name
        if "产" in name:
            crops = _CROP.findall(self._text, max(begin - _BEFORE_CROP, 0), begin)
            return f"粮食{name}" if crops and crops[-1] == "粮食" else name
        whole = self._subject.names[0] if self._subject and len(self._subject.names) == 1 else name
        return re.sub("(?:净增|新增)$", "", whole) or name

    def _of_subject(self, piece: int, start: int, end: int) -> Iterator[Target]:
        """Yield the results of a value that is of the names before it; of 全年 too, where that was of a part of it."""
        subject = self._subject
        if not subject:
            return
        if "全年" in self._text[piece:start]:
            subject = self._subject = subject._replace(has_rate=False, amount=None)
        last = self._value_end(start, end)
        many = len(subject.names)
        if last is None and many == 1:
            return
        words = self._text[start:last] if last else self._text[start:end]
        figures = figures_in_turn(words) if many > 1 or words.startswith("分别") else None
        if figures and many == 1:
            yield from self._in_turn(figures.targets, (start, last or end))
            return
        if many > 1 and (not figures or len(figures.targets) != many):
            self._subject = None
            return
        values = figures.targets if figures else (words,)
        yield from self._told(values, (start, last or end), shared=bool(figures))

    def _in_whole(self, name: str) -> str:
        """Return the name of a part of trade (其中出口) as of all of it, which alone says too little."""
        before = self._before[-1 - len(_OF_TRADE) : -1] if name in _OF_TRADE else ()
        return f"外贸{name}" if any("进出口" in each for subject in before for each in subject.names) else name

    def _in_turn(self, values: Sequence[str], words: Span) -> Iterator[Target]:
        """Yield the results of subjects that were told one by one, in their order (甲5元,乙6元,分别增长5%、6%)."""
        subjects = self._before[-len(values) :]
        if len(subjects) == len(values) and all(len(each.names) == 1 for each in subjects):
            for self._subject, value in zip(subjects, values, strict=True):
                yield from self._told((value,), words, shared=True)
        self._subject = None

    def _told(self, values: Sequence[str], words: Span, *, shared: bool) -> Iterator[Target]:
        """Yield what is told of the subject: one value for each of its names, in their order."""
        subject = self._subject
        if not subject or not subject.names or len(subject.names) != len(values):
            self._subject = None
            return
        known = subject.taking(meaning_of(values[0]))
        if not known:
            return
        if self._less:
            self._less, self._subject = False, None
            return
        guess = self._guess or known.guess or self._guessed(*words)
        self._subject = known._replace(guess=guess)
        for name, value, planned in zip_longest(subject.names, values, subject.planned, fillvalue=""):
            if is_result(self._in_whole(name), value) and (not shared or is_measured(name) or _SECTOR.fullmatch(name)):
                apart = "" if parse_any_cell(value).estimated else guess
                yield Target(
                    name,
                    value,
                    (subject.start, words[1]),
                    words,
                    subject.prefix,
                    shared,
                    apart,
                    planned=of_kind(planned, value),
                )

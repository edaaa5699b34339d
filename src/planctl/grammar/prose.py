"""Figures in prose: what each is of, and how it is printed."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from planctl.grammar.cells import is_readable, parse_cell
from planctl.grammar.documents import clause_start, figures_in, touches
from planctl.grammar.figures import AFTER, BEFORE, UNIT
from planctl.grammar.lengths import CELL, CLAUSE, QUOTE
from planctl.grammar.lexer import NUMBER
from planctl.grammar.target_names import BOTH
from planctl.grammar.text import half_width, normal
from planctl.grammar.whole import begins_whole, ends_whole, is_balanced

LEAST_LABEL = 2
_PIECE = "[^,。;:、]+"
_CHANGE = "增长|增加|提高|提升|上升|下降|降低|减少|压减|上涨|回落|扩大"
_VALUE = re.compile(
    f"(?P<lead>(?:(?:{_CHANGE})(?:至(?!少|多)|到)?|(?:{BEFORE})|保持在|稳定在|控制在|达到|达|至){{0,8}}+)"
    f"(?P<figure>(?:{NUMBER}(?:{UNIT})?[-—~])?{NUMBER}(?:余|多)?(?:{UNIT}))"
    f"(?P<after>{AFTER})?"
)
_BEGIN_WORDS = "力争|确保|全年|预计|其中|同时|共|约|将|推动|促进|实现|有效|保持|使|另有|以及"
_BEGINS = f"^(?:{_BEGIN_WORDS}|[—–-]{{1,4}})+"
_END_WORDS = "实现|完成|达到|达|为|同比|比上年|较上年|累计|约|共|至|保持在|稳定在|控制在|突破|超|近|的|均|分别"
_ENDS = f"(?:{_END_WORDS})+$"
_CUMULATIVE = "累计|总量|余额|达到|达|突破|保有|拥有|提高至|提升至|提高到|增至|覆盖率|占比|比重|普及率"
_LEADS = f"(?:同比|比上年|较上年|各|{_CHANGE}|{BEFORE}|达到|达|为)*+"
_SHARED = (
    f"(?P<first>(?:{_CHANGE}|{BEFORE})?)(?:均|分别)(?P<lead>{_LEADS})"
    f"(?P<figures>{NUMBER}(?:{UNIT})?(?:(?:、|以及|和|及|与){NUMBER}(?:{UNIT})?)+)(?P<after>{AFTER})?"
)
_TOGETHER = re.compile(_SHARED)
_LONGEST_LEAD = 24
_BESIDE = f"{_CHANGE}|{BEFORE}|{AFTER}|{_BEGIN_WORDS}|{_END_WORDS}|实际|名义"
_COMPARED = re.compile(
    f"[,、(]?(?:同比|比上年|较上年|比去年|较去年)?(?:实际|名义)?(?:增长|增加|下降|降低|减少|上涨)+{NUMBER}%"
)
_NOT_OF_THE_YEAR = re.compile(
    "(?:^的|[（(])(?:年初|年度|全年|预期|计划|控制)*(?:目标|计划|任务)|[由从](?:[上去]年|20[0-9]{2}年)[^,]{0,4}$"
)
"""What is of a target (完成5%的目标), or leads to one in brackets, or to what something was: 由上年的48.2%提高到."""
_OF_TARGET = re.compile("(?:年初|年度|全年|原)*(?:预期|计划)*(?:目标|计划)")
"""What tells a target of the name before it: 地区生产总值。年初目标增长6%."""
_NO_NAME = re.compile(
    "(?:其中|同比)*(?:按.{1,8}计算|占比|增[速幅]|[涨降]幅|总[数量额]|总规模|规模|[比较][上去]年.{0,6}|(?:稳?居|位[居列]|排名?|[高低快慢优好]于|[比较超]|"
    "[为占]|(?:超额)?完成|达到).{0,10}(?:全[国省市区县州]|平均水平|第|计划|目标|任务|预算|预期|年度).{0,6})"
)
"""What says no more than where a figure before it stands beside others: 占比, 居全市第, 高于平均水平, 为年度计划."""
MOST_BETWEEN = 10
_MADE = re.compile("年产|等(?:项目|工程)")
"""What says that a figure is part of the name of a works."""


class StatedFigure(NamedTuple):
    """A figure in prose: what it is of, itself with unit and comparator, the words that say it, and where it stands.

    `cumulative` says that it was reached by then, and not done within the year, as far as the words tell.
    """

    label: str
    value: str
    quote: str
    span: tuple[int, int]
    cumulative: bool


def stated_in(line: str) -> Iterator[StatedFigure]:
    """Yield the figures that a line without white space states, those that can be read and have a name beside them."""
    half = half_width(line)
    begins = [(start, start + 1) for start, _ in figures_in(half)]
    taken: list[tuple[int, int]] = []
    for found in _TOGETHER.finditer(half):
        start = clause_start(half, found.start(), taken[-1][1] if taken else 0, ",。;:")
        if start < found.start():
            taken.append((start, found.end()))
            yield from _together(line, start, found)
    before: StatedFigure | None = None
    for found in re.finditer(_PIECE, half):
        if half[found.start() - 1 : found.start()] in "。;":
            before = None
        for value in _values(half, *found.span()):
            at = value.start("figure")
            if touches(begins, at, value.end("figure")) and not touches(taken, value.start(), value.start() + 1):
                stated = _stated(line, found.span(), value.span())
                if stated and _NO_NAME.fullmatch(stated.label):
                    stated = _with_name(line, before, stated)
                elif stated:
                    before = stated
                if stated:
                    yield stated


def _with_name(line: str, before: StatedFigure | None, stated: StatedFigure) -> StatedFigure:
    """Return a figure without a name of its own with that of the one before it, quoted as well where there is room."""
    at = line.rfind(before.quote, 0, stated.span[0]) if before else -1
    if not before or at < 0:
        return stated
    end = line.find(stated.quote, at) + len(stated.quote)
    name = re.sub("^(?:新增|净增|新认定|新登记)" if stated.label.startswith("总") else "", "", before.label)
    quote = line[at:end] if end - at <= QUOTE else stated.quote
    return stated._replace(label=f"{name}{stated.label}", quote=quote)


def _values(half: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _VALUE.finditer(half, start, end) if end - start <= CLAUSE else iter(())


def _together(line: str, start: int, found: re.Match[str]) -> Iterator[StatedFigure]:
    """Yield the figures of several things that are named before them, from `start` on, in the same order (分别)."""
    quote = line[start : found.end()]
    if len(quote) > QUOTE:
        return
    figures = list(_each(found))
    names = _names_together(line[start : found.start()], len(figures))
    if len(names) != len(figures):
        return
    for name, (span, whole) in zip(names, figures, strict=True):
        label, bare = re.sub(_BEGINS, "", name), line[slice(*span)]
        value = bare if _means_the_same(bare, whole) else whole
        if label and not _NOT_OF_THE_YEAR.search(label) and is_readable(value):
            yield StatedFigure(label, value, quote, span, bool(re.search(_CUMULATIVE, normal(quote))))


def _each(found: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where each of several figures stands, and that figure with the words and the unit that hold for all."""
    figures = list(re.finditer(f"{NUMBER}(?P<unit>{UNIT})?", found["figures"]))
    for figure in figures:
        start = found.start("figures") + figure.start()
        unit = "" if figure["unit"] else figures[-1]["unit"] or ""
        whole = f"{found['first']}{found['lead']}{figure[0]}{unit}{found['after'] or ''}"
        yield (start, start + len(figure[0])), whole


def _means_the_same(bare: str, whole: str) -> bool:
    return is_readable(bare) and (not is_readable(whole) or _same(bare, whole))


def place_in_quote(value: str, quote: str) -> tuple[int, int] | None:
    """Return where a value first stands whole in the words quoted for it, both normal text; `None` for nowhere."""
    return next(places_in_quote(value, quote), None)


def places_in_quote(value: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where a value stands whole in the words quoted for it, both normal text.

    No longer text around it may read as anything else: 500亿元 is not in 突破1500亿元, nor is 1500亿元. Of figures that
    stand together, each may be given with the words that hold for all: 总量分别突破200户、1400户 says 突破1400户.
    """
    shared = list(_shared_in(quote)) if len(value) <= CELL else []
    for (start, end), whole in shared:
        if _same(value, whole):
            yield (end - len(value) if quote.endswith(value, 0, end) else start), end
    start = quote.find(value) if 0 < len(value) <= CELL else -1
    while start >= 0:
        end = start + len(value)
        before, behind = quote[:start], quote[end:]
        in_shared = touches([each for each, _ in shared], start, end)
        is_words = not is_readable(value) and not (begins_whole(before) and ends_whole(behind))
        if not in_shared and not is_words and not _reads_on(value, before, behind):
            yield start, end
        start = quote.find(value, end)


class Said(NamedTuple):
    """What a figure is said of: the names in some words, and which of them; `of_all` where it is of every one (均).

    `shared` is what figures are of all the names before them, such as 总量.
    """

    names: tuple[str, ...]
    place: int
    of_all: bool = False
    shared: str = ""

    @property
    def many(self) -> int:
        """Of how many things the figure is said."""
        return len(re.split("、|和|及|与", self.names[self.place])) if self.of_all else 1

    def may_be(self, label: str) -> bool:
        """Return whether a label names what the figure is said of, and no other of the names more than that."""
        if self.shared and not _part_named(label, self.shared):
            return False
        shared = [_part_named(label, name) for name in self.names]
        return self.of_all or not self.names[self.place] or 0 < shared[self.place] == max(shared)


def said_of(quote: str, start: int, end: int) -> Said:
    """Return what the figure from `start` to `end` is said of in a normal text.

    Of figures that stand together, each is of the name in its place; any other is of what stands in its own piece, or,
    where that has only a move (产量达到880吨、增长3%), in the one before.
    """
    for found in _groups_in(quote):
        spans = [span for span, _ in _each(found)]
        place = next((count for count, each in enumerate(spans) if touches([each], start, end)), None)
        if place is not None:
            return _said_together(quote, found, place, len(spans))
    pieces = [piece for piece in re.finditer(_PIECE, quote) if re.search(NUMBER, piece[0])]
    place = next((count for count, piece in enumerate(pieces) if touches([piece.span()], start, end)), None)
    if place is None:
        return Said(("",), 0)
    before = re.findall(_PIECE, quote[: pieces[0].start()])[-1:]
    names: list[str] = before if _OF_TARGET.match(pieces[0][0]) else []
    led = len(names)
    for piece in pieces:
        name = re.sub(f"[-+]?{NUMBER}(?:余|多)?(?:{UNIT})?", "", piece[0])
        goes_on = names and (_OF_TARGET.match(name) or not re.sub(_BESIDE, "", name))
        names.append(
            names[-1] if goes_on else f"{name[:-_LONGEST_LEAD]}{re.sub(_ENDS, '', name[-_LONGEST_LEAD:])}" or name
        )
    return Said(tuple(names[led:]), place, of_all=bool(re.search("均|都", pieces[place][0])))


def _said_together(quote: str, found: re.Match[str], place: int, count: int) -> Said:
    """Return what a figure of several is said of: names in their clause, or, where it has one, in the pieces before."""
    first = clause_start(quote, found.start(), 0, ",。;:")
    names = _names_together(quote[first : found.start()], count)
    shared = ""
    if len(names) != count and "均" not in found[0]:
        shared, names = names[-1], re.findall(_PIECE, quote[:first])[-count:]
    if len(names) != count:
        return Said(("",), 0, of_all="均" in found[0])
    return Said(tuple(names), place, shared=shared)


def _names_together(text: str, count: int) -> list[str]:
    """Return the names that a text lists before so many figures; 城乡 before two of them is 城镇 and 农村."""
    if count == len(BOTH) and text.count("城乡") == 1 and not re.search("、|和|及", text):
        return [text.replace("城乡", each) for each in BOTH]
    return re.split("、|和|及", text)


def _part_named(label: str, name: str) -> Fraction:
    """Return how much of a name a label has in one stretch; words of change that it does not have are none of it."""
    plain = re.sub(_BESIDE, lambda word: word[0] if word[0] in label else "", name)
    sizes = range(len(plain), 0, -1)
    found = (size for size in sizes if any(plain[at : at + size] in label for at in range(len(plain) - size + 1)))
    return Fraction(next(found, 0), len(plain) or 1)


def _groups_in(quote: str) -> Iterator[re.Match[str]]:
    """Yield the figures of a normal text that stand together for several things."""
    return _TOGETHER.finditer(quote) if re.search("均|分别", quote) else iter(())


def _shared_in(quote: str) -> Iterator[tuple[tuple[int, int], str]]:
    return (each for found in _groups_in(quote) for each in _each(found))


def _reads_on(value: str, before: str, behind: str) -> bool:
    """Return whether a value with more of the text around it reads as another one."""
    if behind[:1] == "/":
        return True
    is_number = value[:1].isdigit() or value[:1] == "."
    lead = re.search(
        f"(?:{_CHANGE}|{BEFORE}|{'[-0-9.,]|' if is_number else ''}[至到在]|[快慢]于|[优好]于)+$",
        before[-_LONGEST_LEAD:],
    )
    starts = [lead.start() + count for count in range(len(lead[0]) + 1)] if lead else []
    before = before[-_LONGEST_LEAD:]
    follow = re.match(f"(?:[0-9.,]+)?(?:余|多)?(?:{UNIT}|[万亿]?元)?(?:/[^,。;:、]{{1,3}})?(?:{AFTER})?", behind)
    longer = ["", *(behind[:count] for count in range(1, (follow.end() if follow else 0) + 1))]
    wider = (f"{before[start:]}{value}{more}" for start in starts or [len(before)] for more in longer)
    return any(each != value and is_readable(each) and not _same(value, each) for each in wider)


def grows_by(level: str, growth: str, quote: str) -> bool:
    """Return whether a growth rate stands right behind an amount in a quote, all normal text, and so is its growth.

    新设立市场主体1.4万户、同比增长6% says that 1.4万户 are 6% more; in 产值近200亿元，新增面积5% nothing does.
    """
    if not all(number in quote for number in re.findall(NUMBER, level)):
        return False
    amount, rate = place_in_quote(level, quote), place_in_quote(growth, quote)
    if not (amount and rate) or not 0 <= rate[0] - amount[1] <= MOST_BETWEEN:
        return False
    return bool(_COMPARED.fullmatch(f"{quote[amount[1] : rate[0]]}{growth}"))


def _same(value: str, whole: str) -> bool:
    if value == whole:
        return True
    return is_readable(value) and is_readable(whole) and parse_cell(value).meaning == parse_cell(whole).meaning


def _stated(line: str, piece: tuple[int, int], value: tuple[int, int]) -> StatedFigure | None:
    printed = line[slice(*value)]
    before, behind = line[piece[0] : value[0]], line[value[1] : piece[1]]
    is_behind = len(behind) > 1 and behind[0] not in "）)" and not figures_in(normal(behind))
    label = behind if is_behind else re.sub(_ENDS, "", re.sub(_BEGINS, "", before))
    quote = f"{before}{printed}{behind}"
    if _MADE.search(normal(quote)) or not is_readable(printed):
        return None
    if len(quote) > QUOTE:
        quote = f"{before}{printed}"[-QUOTE:]
    if _NOT_OF_THE_YEAR.search(label):
        return None
    if not is_balanced(normal(label)):
        label = re.sub("[“”\"'（）()]", "", label)
    if len(label) < LEAST_LABEL:
        return None
    return StatedFigure(label, printed, quote, value, bool(re.search(_CUMULATIVE, normal(quote))))

"""Figures in prose: what each is of, and how it is printed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planctl.grammar.cells import is_readable, parse_cell
from planctl.grammar.documents import clause_start, figures_in, touches
from planctl.grammar.figures import COMPARATORS, NUMBER, UNIT
from planctl.grammar.lengths import CLAUSE, QUOTE
from planctl.grammar.text import half_width, normal

LEAST_LABEL = 2
_PIECE = "[^,。;:、]+"
_BEFORE = "|".join(before for before, _ in COMPARATORS.values())
_AFTER = "|".join(after for _, after in COMPARATORS.values() if after)
_CHANGE = "增长|增加|提高|提升|上升|下降|降低|减少|压减|上涨|回落|扩大"
_VALUE = re.compile(
    f"(?P<lead>(?:(?:{_CHANGE})(?:至(?!少|多)|到)?|(?:{_BEFORE})|保持在|稳定在|控制在|达到|达|至){{0,8}}+)"
    f"(?P<figure>{NUMBER}(?:余|多)?(?:{UNIT}))"
    f"(?P<after>{_AFTER})?"
)
_BEGINS = "^(?:力争|确保|全年|预计|其中|同时|共|约|将|推动|促进|实现|有效|保持|使|另有|以及)+"
_ENDS = "(?:实现|完成|达到|达|为|同比|比上年|较上年|累计|约|共|至|保持在|稳定在|控制在|突破|超|近|的|均|分别)+$"
_CUMULATIVE = "累计|总量|余额|达到|达|突破|保有|拥有|提高至|提升至|提高到|增至|覆盖率|占比|比重|普及率"
_LEADS = f"(?:同比|比上年|较上年|各|{_CHANGE}|{_BEFORE}|达到|达|为)*+"
_SHARED = (
    f"(?P<first>(?:{_CHANGE}|{_BEFORE})?)(?:均|分别)(?P<lead>{_LEADS})"
    f"(?P<figures>{NUMBER}(?:{UNIT})?(?:(?:、|以及|和|及|与){NUMBER}(?:{UNIT})?)+)(?P<after>{_AFTER})?"
)
_TOGETHER = re.compile(_SHARED)
_COMPARED = re.compile(
    f"[,、(]?(?:同比|比上年|较上年|比去年|较去年)?(?:实际|名义)?(?:增长|增加|下降|降低|减少|上涨)+{NUMBER}%"
)
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
    for found in re.finditer(_PIECE, half):
        for value in _values(half, *found.span()):
            at = value.start("figure")
            if touches(begins, at, value.end("figure")) and not touches(taken, value.start(), value.start() + 1):
                stated = _stated(line, found.span(), value.span())
                if stated:
                    yield stated


def _values(half: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _VALUE.finditer(half, start, end) if end - start <= CLAUSE else iter(())


def _together(line: str, start: int, found: re.Match[str]) -> Iterator[StatedFigure]:
    """Yield the figures of several things that are named before them, from `start` on, in the same order (分别)."""
    quote = line[start : found.end()]
    if len(quote) > QUOTE:
        return
    names = re.split("、|和|及", line[start : found.start()])
    figures = list(_each(found))
    if len(names) != len(figures):
        return
    for name, (span, whole) in zip(names, figures, strict=True):
        label, bare = re.sub(_BEGINS, "", name), line[slice(*span)]
        value = bare if _means_the_same(bare, whole) else whole
        if label and is_readable(value):
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
    return is_readable(bare) and (not is_readable(whole) or parse_cell(bare).meaning == parse_cell(whole).meaning)


def place_in_quote(value: str, quote: str) -> tuple[int, int] | None:
    """Return where a value stands in the words quoted for it, both normal text; `None` where they do not say it.

    Of figures that stand together, each may be given with the words that hold for all: 总量分别突破200户、1400户 says
    突破1400户, and stands where its figure does.
    """
    if (start := quote.find(value)) >= 0:
        return start, start + len(value)
    if not re.search("均|分别", quote):
        return None
    said = (each for found in re.finditer(_SHARED, quote) for each in _each(found))
    return next((span for span, whole in said if is_readable(value) and _same(value, whole)), None)


def grows_by(level: str, growth: str, quote: str) -> bool:
    """Return whether a growth rate stands right behind an amount in a quote, all normal text, and so is its growth.

    新设立市场主体1.4万户、同比增长6% says that 1.4万户 are 6% more; in 产值近200亿元，新增面积5% nothing does.
    """
    amount, rate = place_in_quote(level, quote), place_in_quote(growth, quote)
    if not (amount and rate) or not 0 <= rate[0] - amount[1] <= MOST_BETWEEN:
        return False
    return bool(_COMPARED.fullmatch(f"{quote[amount[1] : rate[0]]}{growth}"))


def _same(value: str, whole: str) -> bool:
    return value == whole or (is_readable(whole) and parse_cell(value).meaning == parse_cell(whole).meaning)


def _stated(line: str, piece: tuple[int, int], value: tuple[int, int]) -> StatedFigure | None:
    printed = line[slice(*value)]
    before, behind = line[piece[0] : value[0]], line[value[1] : piece[1]]
    label = behind if len(behind) > 1 else re.sub(_ENDS, "", re.sub(_BEGINS, "", before))
    quote = f"{before}{printed}{behind}"
    if _MADE.search(normal(quote)) or not is_readable(printed):
        return None
    if len(quote) > QUOTE:
        quote = f"{before}{printed}"[-QUOTE:]
    label = label.strip("“”\"'（）()")
    if len(label) < LEAST_LABEL:
        return None
    return StatedFigure(label, printed, quote, value, bool(re.search(_CUMULATIVE, normal(quote))))

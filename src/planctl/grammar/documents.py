"""What structures a report's text: headings, captions, figures, and the sentence that counts the indicators."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from planctl.grammar.lengths import SENTENCE, TITLE
from planctl.grammar.text import half_width

_CHINESE = "一二三四五六七八九十"
_PART = re.compile(f"(第[{_CHINESE}]{{1,3}}部分)(?![是为的,、])")
_CHAPTER = re.compile(f"([{_CHINESE}]{{1,3}})、")
_SECTION = re.compile(rf"\(([{_CHINESE}]{{1,3}})\)")
_ITEM = re.compile(f"([{_CHINESE}]{{1,3}})是")
_NUMBERED = re.compile(r"(?<=[。;:])\(?([0-9]{1,2})[).、](?![0-9])")
_BOX = re.compile("(专栏[0-9]+)")
_TABLE = re.compile("表[0-9]+")
_FIGURE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_NO_FIGURE = re.compile(
    r"20[0-9]{2}年|[0-9]{1,2}月(?:[0-9]{1,2}日)?|(?<![0-9])[0-9]{1,2}\.(?![0-9])|[A-Z]{1,5}[0-9]+(?:\.[0-9]+)?|(?<![0-9])[0-9]++#|[0-9][A-Z]|"
    r"表[0-9]+|附[件表录图][0-9]+|专栏[0-9]+|尼龙[0-9]+|注:?[0-9]\.|[“(][0-9+N]+[+“”][0-9+NX“”]*|[0-9]{3}三线|[0-9]{3}小镇"
)
_PAGE = re.compile(r"[-—–―·\s]*(?:第?[0-9]{1,4}页?(?:[/共]*[0-9]{1,4}页?)?)[-—–―·\s]*")
_BARRED = {">": "≥", "<": "≤", "＞": "≥", "＜": "≤"}
_YEAR = re.compile("(?<![0-9])(20[0-9]{2})(?=年|—|-|$|[^0-9.,%])")
_ENDS = "。;"
_SIGN = re.compile("[,。;:、]")


BULLETS = "●•◆■▪○◎★►➢√"
MARK_OF_ITEM = f"[—–-]{{1,4}}(?=[一-鿿])|[{BULLETS}]|[0-9]{{1,2}}[.、](?![0-9])|\\([0-9]{{1,2}}\\)"
"""What begins an item of a list, as a pattern over normal text: a dash, a dot, 1. or (1)."""


class Heading(NamedTuple):
    """A line that begins a part of a report: how deep (1 chapter, 2 section, 3 box), and its number as printed.

    What gathers chapters (第一部分) is as deep as they are, and they go on to be of it.
    """

    depth: int
    number: str

    @property
    def gathers(self) -> bool:
        """Whether chapters may be of it."""
        return bool(_PART.fullmatch(self.number))


def parse_heading(line: str) -> Heading | None:
    """Return the heading that a line is: 第一部分, 一、, （一）, 专栏1; `None` for any other line."""
    plain = half_width(line).strip()
    if found := _BOX.match(plain):
        return Heading(3, found[1])
    if found := _SECTION.match(plain):
        return Heading(2, f"（{found[1]}）")
    found = _PART.match(plain) or _CHAPTER.match(plain)
    return Heading(1, found[1]) if found else None


def is_box(section: str) -> bool:
    """Return whether a section is a box (专栏1)."""
    return bool(_BOX.fullmatch(section))


def names_table(line: str) -> bool:
    """Return whether a short line is the title of a table of indicators, also where it does not number it."""
    plain = half_width(line).strip()
    return len(plain) <= TITLE and bool(re.search("(?:指标|目标|计划).{0,12}(?:表|情况|草案)$|附表", plain))


def looks_back(heading: str, planned: int = 0) -> bool:
    """Return whether the chapter with such a heading tells what was done (…计划执行情况), or is of earlier years.

    `planned` is the year that the report plans for, 0 where that is not known.
    """
    plain = half_width(heading).partition("。")[0]
    if re.search("执行情况|完成情况|回顾|总结|主要成效|过去[一的]年|去年|一年来", plain):
        return True
    return max(years_in(plain), default=planned) < planned


def is_item(line: str) -> bool:
    """Return whether a line goes on counting in the text (二是 …)."""
    return bool(_ITEM.match(half_width(line).strip()))


def behind_mark(text: str) -> str | None:
    """Return the text of an item of a list behind what begins it (1、, （2）, ——); `None` for a line that is none."""
    found = re.match(MARK_OF_ITEM, half_width(text))
    return text[found.end() :] if found else None


def is_table_caption(line: str) -> bool:
    """Return whether a line begins with the number of a table."""
    return bool(_TABLE.match(half_width(line).strip()))


def is_continued(caption: str) -> bool:
    """Return whether what stands over a table says that it goes on (续表)."""
    return "续" in caption


def with_bar(text: str) -> str:
    """Return a text that is underlined, where > and < stand for ≥ and ≤."""
    return "".join(_BARRED.get(sign, sign) for sign in text)


def indent_in(style: str) -> int:
    """Return by how many pixels or so a style sheet sets text in; 0 where it does not."""
    found = re.search(r"(?:text-indent|padding-left|margin-left)\s*:\s*([0-9]{1,3})(?:\.[0-9]+)?", style)
    return int(found[1]) if found else 0


def begins_as_figure(text: str) -> bool:
    """Return whether a cell begins with a figure or its sign, or has a dash in its place."""
    return bool(re.match("[≥≤<>+-]?[0-9]|[—-]+$", half_width(text)))


def is_page_number(line: str) -> bool:
    """Return whether a line is the number of a page alone: 3, — 3 —, 第3页."""
    return bool(_PAGE.fullmatch(half_width(line)))


def ends_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence of the text does, and not as a title."""
    return line.rstrip().endswith(("。", "；", ";", "：", "！", "!"))


def figures_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the figures of a text stand: numbers that are no year, date, list number or part of a name."""
    taken = [found.span() for found in _NO_FIGURE.finditer(text)]
    return tuple(found.span() for found in _FIGURE.finditer(text) if not touches(taken, *found.span()))


def touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether any of some stretches has a part of the one from `start` to `end`; they stand in their order."""
    before = bisect_left(spans, (end,))
    return before > 0 and spans[before - 1][1] > start


def reason_clauses(text: str) -> dict[str, tuple[int, int]]:
    """Return where each numbered clause (一是 …, or （1） …) of a normal text stands, by its number."""
    found = list(_ITEM.finditer(text)) or list(_NUMBERED.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return {each[1]: (each.start(), end) for each, end in zip(found, ends[-len(found) :], strict=True)} if found else {}


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names, in its order."""
    return tuple(int(found) for found in _YEAR.findall(half_width(text)))


def sentence_from(text: str, start: int) -> str:
    """Return the text from a position to the end of its sentence, or of its part before a semicolon."""
    ends = [end for sign in _ENDS if (end := text.find(sign, start, start + SENTENCE)) >= 0]
    return text[start : min(ends, default=start + SENTENCE)]


def piece_end(text: str, position: int, last: int) -> int:
    """Return where the piece of a text ends that a position is in: before the next sign, or at the last position."""
    found = _SIGN.search(text, position, last)
    return found.start() if found else last


def is_one_piece(text: str) -> bool:
    """Return whether no sign parts a text."""
    return not _SIGN.search(text)


def clause_start(text: str, end: int, first: int, signs: str) -> int:
    """Return where the clause begins that ends at a position: behind the last of the signs, and not before `first`."""
    first = max(first, 0)
    return max([first, *(text.rfind(sign, first, end) + 1 for sign in signs)])

"""Lines folded to a width in cells: between words, and where one is too wide between its parts, or Chinese signs."""

from collections.abc import Callable, Iterator

from rich.cells import cell_len

CLOSING = frozenset("，。、；：！？）】》〉」』”’％*)")
PAUSES = frozenset("，。；：")
"""What a name does not have, and a sentence does: that may be parted although it would fit on a line of its own."""
OPENING = frozenset("（【《〈「『“‘")
JOINTS = frozenset("/_-:")
"""Where an id or a path has its parts; one that is too wide is parted behind them."""
WORDS = (
    *("个百分点", "百分点", "左右", "以上", "以下", "以内", "上下"),
    *("亿美元", "万美元", "亿元", "万元", "万吨", "万人", "万户", "公里", "公顷"),
    *("目标", "实际", "计划", "指标", "完成", "增长", "增速", "比重"),
)
"""Chinese words that are not parted where there is room: what stands behind figures, in heads, and ends names."""


def fold(text: str, width: int) -> list[str]:
    """Return the text as lines of at most `width` cells, which is two at least."""
    if cell_len(text) <= width:
        return [text]
    lines, line, room = [], "", width
    for unit in _units(text, width):
        if cell_len(unit.rstrip()) > room and line:
            lines.append(line.rstrip())
            line, room = "", width
        line += unit
        room -= cell_len(unit)
    return [*lines, line.rstrip()]


def _units(text: str, width: int) -> Iterator[str]:
    """Yield what stays together: a word or name with the space behind it, or else a sign with what clings to it."""
    for word in _split(text, lambda before, after: before == " " and after != " "):
        if cell_len(word.rstrip()) <= width and not PAUSES & set(word):
            yield word
        else:
            for unit in _split(word, _may_part, _inside_words(word)):
                yield from _parted(unit, width)


def widest_word(text: str) -> int:
    """Return how many cells the widest word of a head needs to stand on a line of its own."""
    words = (unit for word in text.split() for unit in _split(word, _may_part, _inside_words(word)))
    return max(map(cell_len, words), default=0)


def _split(text: str, may_part: Callable[[str, str], bool], inside: frozenset[int] = frozenset()) -> Iterator[str]:
    """Yield a text in pieces, parted where two signs may be, but not before the places that are inside a word."""
    unit = ""
    for place, sign in enumerate(text):
        if unit and place not in inside and may_part(unit[-1], sign):
            yield unit
            unit = ""
        unit += sign
    yield unit


def _inside_words(text: str) -> frozenset[int]:
    found: set[int] = set()
    for word in WORDS:
        place = text.find(word)
        while place >= 0:
            found.update(range(place + 1, place + len(word)))
            place = text.find(word, place + len(word))
    return frozenset(found)


def _may_part(before: str, after: str) -> bool:
    if after == " " or after in CLOSING or before in OPENING:
        return False
    return after in OPENING or cell_len(before) == 2 or cell_len(after) == 2


def _parted(unit: str, width: int) -> Iterator[str]:
    """Yield a unit in pieces that fit: the parts of an id or a path, and pieces of what is too wide still."""
    parts = [unit] if cell_len(unit) <= width else _split(unit, _is_joint)
    for part in parts:
        piece = ""
        for sign in part:
            if piece and cell_len(piece) + cell_len(sign) > width:
                yield piece
                piece = ""
            piece += sign
        yield piece


def _is_joint(before: str, after: str) -> bool:
    return before in JOINTS and after.isalnum()

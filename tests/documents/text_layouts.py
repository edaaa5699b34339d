"""A test document as text whose tables are drawn with lines, or whose columns stand apart by white space."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from tests.documents.formats import Format, Grid, Paragraph, Piece, Placed, _text_cell, pieces, place


class Setting(NamedTuple):
    """How a table is set as text: widths of its columns, where cells stand in them, and what is between them.

    `across` is where cells stand from left to right, `down` from top to bottom; `ambiguous` and `wide` are how many
    columns signs take.
    """

    widths: tuple[int, ...]
    across: tuple[str, ...]
    down: str = "middle"
    gap: int = 3
    margin: int = 0
    apart: bool = False
    page: int = 0
    running_head: str = ""
    wide: int = 2
    ambiguous: int = 1


def width_of(text: str, setting: Setting) -> int:
    """Return how many columns a text takes."""
    sizes = {"W": setting.wide, "F": setting.wide, "A": setting.ambiguous}
    return sum(1 if sign.isascii() else sizes.get(east_asian_width(sign), 1) for sign in text)


def folded(text: str, width: int, setting: Setting) -> list[str]:
    """Return the lines of a cell; a figure, or a word in Latin letters, is never parted."""
    words: list[str] = []
    for sign in text:
        if (
            words and sign.isascii() and sign not in " ()" and words[-1][-1].isascii() and words[-1][-1] not in " ()"
        ) or (words and sign in "）)，、。%*"):
            words[-1] += sign
        else:
            words.append(sign)
    lines = [""]
    for word in words:
        if lines[-1] and width_of(lines[-1] + word, setting) > width:
            lines.append("")
        lines[-1] += word
    return lines


def set_across(text: str, width: int, where: str, setting: Setting) -> str:
    """Return a line of a cell filled up to its width."""
    free = max(width - width_of(text, setting), 0)
    before = {"left": 0, "right": free, "centre": free // 2}[where]
    return " " * before + text + " " * (free - before)


def set_down(lines: Sequence[str], height: int, where: str) -> list[str]:
    """Return the lines of a cell filled up to the height of its row."""
    free = height - len(lines)
    before = {"top": 0, "bottom": free, "middle": free // 2}[where]
    return [""] * before + list(lines) + [""] * (free - before)


def fitting(grid: Grid, chance: random.Random, **more: object) -> Setting:
    """Return a setting at random in which each cell finds room: names fold, and figures do not."""
    whole = place(grid)
    setting = Setting((), ())
    widths, across = [], []
    for column in range(whole.width):
        texts = [
            _text_cell(each.cell, Format())
            for each in whole.cells
            if each.column == column and each.end_column == column + 1
        ]
        longest = max((width_of(text, setting) for text in texts), default=4)
        words = max((width_of(word, setting) for text in texts for word in folded(text, 1, setting)), default=2)
        named = any("指" in text for text in texts)
        widths.append(max(words, min(longest, chance.randint(14, 30) if named else chance.randint(10, 18))))
        across.append("left" if named else chance.choice(("left", "centre", "right")))
    return Setting(tuple(widths), tuple(across), **more)  # type: ignore[arg-type]


def as_aligned(parts: Sequence[Paragraph | Grid], form: Format, settings: Iterator[Setting]) -> bytes:
    """Render the document as text whose columns stand apart by white space."""
    blocks = []
    for part in parts:
        if isinstance(part, Paragraph):
            blocks.append(part.text)
            continue
        if place(part).width == 1:
            blocks += [*(f"    {row[0].text}" for row in part.rows), ""]
            continue
        setting = next(settings)
        blocks.append("\n".join(line for piece in pieces(part, form) for line in _aligned(piece, form, setting)))
    return ("\n\n".join(blocks) + "\n").encode()


def _aligned(piece: Piece, form: Format, setting: Setting) -> Iterator[str]:
    number = 1
    for count in range(piece.height):
        cells = [each for each in piece.cells if each.row == count]
        lines = _row_lines(cells, piece.width, form, setting)
        yield from ((" " * setting.margin + line).rstrip() for line in lines)
        if setting.apart:
            yield ""
        if setting.page and count % setting.page == setting.page - 1 and count < piece.height - 1:
            yield from ("", " " * 30 + f"— {number} —", "", setting.running_head, "")
            number += 1


def _row_lines(cells: Sequence[Placed], width: int, form: Format, setting: Setting) -> list[str]:
    blocks: dict[int, tuple[list[str], int, int]] = {}
    for each in cells:
        room = sum(setting.widths[each.column : each.end_column]) + setting.gap * (each.end_column - each.column - 1)
        blocks[each.column] = (folded(_text_cell(each.cell, form), room, setting), room, each.end_column)
    height = max((len(lines) for lines, _, _ in blocks.values()), default=1)
    rows = [""] * height
    column = 0
    while column < width:
        lines, room, end = blocks.get(column, ([""], setting.widths[column], column + 1))
        where = "centre" if end > column + 1 else setting.across[column]
        for index, line in enumerate(set_down(lines, height, setting.down)):
            rows[index] += set_across(line, room, where, setting) + " " * setting.gap
        column = end
    return rows


LINES = {
    "light": ("─", "│", "┌┬┐├┼┤└┴┘"),
    "heavy": ("━", "┃", "┏┳┓┣╋┫┗┻┛"),
    "double": ("═", "║", "╔╦╗╠╬╣╚╩╝"),
    "ascii": ("-", "|", "+++++++++"),
}


def as_drawn(
    parts: Sequence[Paragraph | Grid],
    form: Format,
    settings: Iterator[Setting],
    lines: str = "light",
    ruled: bool = True,
) -> bytes:
    """Render the document as text with lines around its tables and boxes; `ruled` where lines part rows too."""
    blocks = []
    for part in parts:
        if isinstance(part, Paragraph):
            blocks.append(part.text)
            continue
        setting = next(settings) if place(part).width > 1 else Setting((70,), ("left",))
        for piece in pieces(part, form):
            blocks.append("\n".join(_drawn(piece, form, setting, lines, ruled)))
    return ("\n\n".join(blocks) + "\n").encode()


def _drawn(piece: Piece, form: Format, setting: Setting, lines: str, ruled: bool) -> Iterator[str]:  # noqa: C901
    across, bar, corners = LINES[lines]
    head = max(each.end_row for each in piece.cells if not each.row)

    def has_rule(row: int) -> bool:
        return ruled or row <= head

    owner = {
        (row, column): each
        for each in piece.cells
        for row in range(each.row, each.end_row)
        for column in range(each.column, each.end_column)
    }
    sign_width = setting.ambiguous if lines != "ascii" else 1
    widths = [width + 2 + (width % 2 if sign_width == 2 else 0) for width in setting.widths]
    texts: dict[tuple[int, int], list[str]] = {}
    heights = [1] * piece.height
    blocks: dict[int, list[str]] = {}
    for number, each in enumerate(piece.cells):
        room = sum(widths[each.column : each.end_column]) + sign_width * (each.end_column - each.column - 1) - 2
        blocks[number] = folded(_text_cell(each.cell, form), room, setting)
        if each.end_row == each.row + 1:
            heights[each.row] = max(heights[each.row], len(blocks[number]))
    for number, each in enumerate(piece.cells):
        room = sum(widths[each.column : each.end_column]) + sign_width * (each.end_column - each.column - 1)
        between = sum(has_rule(row) for row in range(each.row + 1, each.end_row))
        height = sum(heights[each.row : each.end_row]) + between
        where = setting.across[each.column]
        set_ = set_down(blocks[number], max(height, len(blocks[number])), setting.down)[:height]
        texts[each.row, each.column] = [f" {set_across(line, room - 2, where, setting)} " for line in set_]
    used: dict[tuple[int, int], int] = dict.fromkeys(texts, 0)

    def line_of(row: int) -> str:
        made, column = bar, 0
        while column < piece.width:
            each = owner[row, column]
            key = (each.row, each.column)
            made += texts[key][used[key]] + bar
            used[key] += 1
            column = each.end_column
        return made

    def rule_of(row: int) -> str:
        made = ""
        for column in range(piece.width + 1):
            left, right = column - 1, column
            above_left = owner.get((row - 1, left)), owner.get((row, left))
            above_right = owner.get((row - 1, right)), owner.get((row, right))
            left_rule = left >= 0 and above_left[0] is not above_left[1]
            right_rule = right < piece.width and above_right[0] is not above_right[1]
            up = row > 0 and above_left[0] is not above_right[0]
            down = row < piece.height and above_left[1] is not above_right[1]
            if left_rule or right_rule:
                made += _corner(corners, up, down, left_rule, right_rule, across)
            elif up or down or left < 0 or right >= piece.width or above_right[0] is not above_left[0]:
                made += bar
            else:
                made += ""
            if right < piece.width:
                if right_rule:
                    made += across * (widths[right] // (sign_width if across != "-" else 1))
                else:
                    each = owner[row, right]
                    if each.column == right:
                        key = (each.row, each.column)
                        made += texts[key][used[key]]
                        used[key] += 1
        return made

    yield rule_of(0)
    for row in range(piece.height):
        for _ in range(heights[row]):
            yield line_of(row)
        if row < piece.height - 1 and has_rule(row + 1):
            yield rule_of(row + 1)
    yield rule_of(piece.height)


def _corner(corners: str, up: bool, down: bool, left: bool, right: bool, across: str) -> str:
    if not up and not down:
        return across
    row = 0 if not up else 2 if not down else 1
    column = 0 if not left else 2 if not right else 1
    return corners[3 * row + column]

"""Tables of a plain text whose columns stand apart by white space alone, under a head that names them.

The columns are what the blanks leave that all lines with figures have in common. A line that has a part of a cell alone
is joined to its row; page numbers and running heads between rows are passed over.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from planctl.documents.reading.grids import Origin
from planctl.documents.reading.strips import MOST_LINES, CellStrip, Strip, rows_of, with_indents
from planctl.documents.reading.text_words import LEAST_GAP, METRICS, Metric, Word, spelled, words_in
from planctl.grammar.cells import is_readable
from planctl.grammar.documents import ends_sentence, is_page_number, is_table_caption, parse_heading
from planctl.grammar.rows import (
    VALUES,
    Role,
    begins_note,
    begins_row,
    is_class,
    is_numbered_class,
    is_within_head,
    parse_head,
)
from planctl.grammar.text import without_digits
from planctl.messages.message import PlanctlError, say

LONGEST_HEAD = 14
LONGEST_FOLDED = 8
SHORT_HEAD = 4
CLASS_LINES = 4
"""So many lines below the row that begins a class, one has the values of its first row."""
HEAD_LINES = 3
"""So many lines above and below the one that names the indicators may be of the head."""
MOST_BLANK = 6
MOST_FAILED = 3
"""Heads below which no table is found are looked for until so many times all lines were read."""
LEAST_WIDE = 30


class Aligned(NamedTuple):
    """A table: its rows, and the line that ends it."""

    rows: list[list[Origin | None]]
    end: int


class _Placed(NamedTuple):
    """Lines in columns: how many columns, how many lines of head, and how many words stand in line with others."""

    strips: list[Strip]
    columns: int
    head: int
    in_line: int


class _Line(NamedTuple):
    number: int
    words: tuple[Word, ...]
    apart: bool


class AlignedText:
    """A text in which tables are looked for line by line."""

    def __init__(self, lines: Sequence[str], file: str) -> None:
        self.file = file
        self.lines = list(lines)
        self.passed_over: set[int] = set()
        """The lines, from 0, between the rows of the tables that were found, which are none of them."""
        self._failed = 0

    @cached_property
    def _repeated(self) -> Mapping[str, int]:
        """How often short lines stand in the text."""
        return _repeated(self.lines)

    @cached_property
    def _beside(self) -> Counter[str]:
        """How often lines stand beside the number of a page."""
        return _beside_numbers(self.lines)

    def table_at(self, start: int) -> Aligned | None:
        """Return the table whose head has its names in a line, counted from 0; `None` where it is no such line."""
        is_head = _names(self.lines[start]) and self._has_values(start)
        if not is_head or self._failed > MOST_FAILED * (len(self.lines) + 1):
            return None
        top = self._top(start)
        end = self._end(start)
        if end - top > MOST_LINES:
            raise PlanctlError(say("{file} has a table of more than {most} lines", file=self.file, most=MOST_LINES))
        breaks = self._breaks(top, end)
        measured = dict.fromkeys(self._words(range(top, end), breaks, metric) for metric in METRICS)
        found = sorted((self._read(lines, start, breaks) for lines in measured), key=lambda each: -each.in_line)
        table = next((made for each in found if (made := _table(each))), None)
        self._failed += 0 if table else end - top
        if table:
            rows = {strip.line - 1 for each in found for strip in each.strips}
            self.passed_over |= {at for at in range(top, table.end) if at not in rows}
        return table

    def _has_values(self, start: int) -> bool:
        """Return whether a line near to one says what columns of values have."""
        near = self.lines[max(start - HEAD_LINES, 0) : start + HEAD_LINES + 1]
        return any(parse_head(word.text) in VALUES for line in near for word in _head_words(line))

    def _top(self, start: int) -> int:
        """Return where the head begins: lines above it are of it that have words of a head alone."""
        top = start
        for number in range(start - 1, max(start - HEAD_LINES, 0) - 1, -1):
            words = _head_words(self.lines[number])
            if not self.lines[number].strip():
                continue
            if not words or not all(is_within_head(word.text) for word in words):
                break
            if len(words) > 1 or (number == top - 1 and len(words[0].text) <= LONGEST_FOLDED):
                top = number
        return top

    def _head_end(self, named: int) -> int:
        """Return the last line of a head: those below the one with its names that have words of a head alone."""
        last = named
        for number in range(named + 1, min(named + HEAD_LINES, len(self.lines))):
            words = _head_words(self.lines[number])
            if words and all(map(_is_head_word, words)):
                last = number
            elif self.lines[number].strip():
                break
        return last

    def _end(self, start: int) -> int:
        """Return how far down a table may go: to a note, a caption, a sentence, or text as wide as the table."""
        left, right, blank = 10_000, 0, 0
        for number in range(start, min(start + MOST_LINES + 1, len(self.lines))):
            line = self.lines[number]
            plain = line.strip()
            if not plain:
                blank += 1
                if blank > MOST_BLANK:
                    return number
                continue
            blank = 0
            if "\t" in line or "|" in line or begins_note(plain) or is_table_caption(plain) or ends_sentence(plain):
                return number
            words = words_in(line)
            if not words:
                return number
            if len(words) > 1:
                left, right = min(left, words[0].start), max(right, words[-1].end)
            elif words[0].end - words[0].start > max((right - left) * 2 // 3, LEAST_WIDE) and not self._is_furniture(
                number
            ):
                return number
        return min(start + MOST_LINES + 1, len(self.lines))

    def _is_furniture(self, number: int) -> bool:
        line = self.lines[number].strip()
        return is_page_number(line) or self._repeated.get(without_digits(line), 0) > 1

    def _read(self, lines: Sequence[_Line], named: int, breaks: frozenset[int]) -> _Placed:
        """Return the lines of a table in their columns."""
        named = self._head_end(named)
        head = [line for line in lines if line.number <= named + 1]
        pages = _pages(lines, breaks)
        edges = _edges(lines, head)
        by_page = [edges] * len(pages)
        if len(pages) > 1 and len(first := _edges(pages[0], head)) > len(edges):
            by_page = [first]
            for page in pages[1:]:
                own = _edges(page, head if _texts(head) & _texts(page) else ())
                by_page.append(own if len(own) == len(first) else by_page[-1])
        placed: list[tuple[_Line, Sequence[int]]] = []
        usual = Counter(start for start, _ in {(word.start, word.text) for line in lines for word in line.words})
        read = 0
        for page, columns in zip(pages, by_page, strict=True):
            for line in page:
                read += 1
                if self._fits(line, columns, lines[read : read + CLASS_LINES], named):
                    placed += [] if self._is_running_head(line, usual) else [(line, columns)]
                elif not self._is_furniture(line.number - 1):
                    return self._placed(placed, len(by_page[0]) + 1, named + 1)
        return self._placed(placed, len(by_page[0]) + 1, named + 1)

    def _words(self, numbers: Sequence[int], breaks: frozenset[int], metric: Metric) -> tuple[_Line, ...]:
        """Return the words of lines, as wide as signs are by a metric; the numbers of pages are none."""
        made: list[_Line] = []
        apart = False
        for number in numbers:
            words = words_in(self.lines[number], metric)
            if words and number not in breaks:
                made.append(_Line(number + 1, tuple(words), apart))
            apart = not words
        return tuple(made)

    def _breaks(self, top: int, end: int) -> frozenset[int]:
        """Return the lines that are numbers of pages."""
        return frozenset(number for number in range(top, end) if _is_number_of_page(self.lines[number]))

    def _is_running_head(self, line: _Line, usual: Mapping[int, int]) -> bool:
        """Return whether a line stands alone at the end of a page, and not where other cells do."""
        if begins_row(line.words[0].text) or not any(self._near(line.number - 1, step) for step in (-1, 1)):
            return False
        if len(line.words) > 1:
            return self._is_furniture(line.number - 1) and not _head_words(self.lines[line.number - 1])
        is_again = self._beside[without_digits(self.lines[line.number - 1].strip())] > 1
        around = self.lines[line.number - 2 : line.number - 1] + self.lines[line.number : line.number + 1]
        alone = all(not each.strip() or _is_number_of_page(each) for each in around)
        return alone and (is_again or usual[line.words[0].start] < 2)

    def _near(self, number: int, step: int) -> bool:
        """Return whether the next line that has text is the number of a page."""
        beside = range(number + step, number + 4 * step, step)
        texts = [self.lines[at] for at in beside if 0 <= at < len(self.lines)]
        return _is_number_of_page(next((text for text in texts if text.strip()), ""))

    def _fits(self, line: _Line, edges: Sequence[int], behind: Sequence[_Line], named: int) -> bool:
        """Return whether the words of a line stand in columns; in the head, and in a class's row, they may not."""
        across = [word for word in line.words if _column(word.start, edges) != _column(word.end - 1, edges)]
        if not across or line.number <= named + 1:
            return True
        if len(line.words) > 1:
            return len(across) == 1 and across[0] is not line.words[0]
        return is_class(line.words[0].text) and any(len(each.words) > 1 for each in behind)

    def _placed(self, placed: list[tuple[_Line, Sequence[int]]], columns: int, named: int) -> _Placed:
        """Return lines in their columns, without those at the end that are none of the table's rows."""
        while placed and len(placed[-1][0].words) < 2 and self._ends([line for line, _ in placed[-2:]]):
            placed.pop()
        words = [_joined(line.words, edges) for line, edges in placed]
        strips = [_strip(line, each, edges) for (line, edges), each in zip(placed, words, strict=True)]
        head = sum(strip.line <= named for strip in strips)
        indented = with_indents(strips, [[word.start for word in each] for each in words])
        return _Placed(indented, columns, head, _in_line(strips, words))

    def _ends(self, lines: Sequence[_Line]) -> bool:
        """Return whether the last line is of the text behind a table: a heading, a caption, or far below it."""
        text = self.lines[lines[-1].number - 1].strip()
        is_far = lines[-1].apart and len(lines) > 1 and not lines[-2].apart
        return parse_heading(text) is not None or is_page_number(text) or (is_far and not begins_row(text))


def _table(placed: _Placed) -> Aligned | None:
    """Return the table that lines in columns make; `None` where its head is none of indicators."""
    if placed.columns < 2 or len(placed.strips) < 2:
        return None
    rows = rows_of(placed.strips, placed.columns, placed.head)
    heads = {parse_head(origin.field.text) for row in rows[:HEAD_LINES] for origin in row if origin}
    if len(rows) < 2 or Role.NAME not in heads or not heads & set(VALUES):
        return None
    return Aligned(rows, placed.strips[-1].line)


def _names(line: str) -> bool:
    """Return whether a line has the head of a column of names, beside another word."""
    if not any(sign in line for sign in "指项名内") or len(line.split()) < 2:
        return False
    words = _head_words(line)
    return len(words) > 1 and any(parse_head(word.text) is Role.NAME for word in words)


def _is_head_word(word: Word) -> bool:
    """Return whether a word is of a head, and no part of a value (完成上级下 of a cell that goes on)."""
    return is_within_head(word.text) and not (len(word.text) > SHORT_HEAD and is_readable(word.text))


def _head_words(line: str) -> list[Word]:
    return [word for word in spelled(words_in(line)) if len(word.text) <= LONGEST_HEAD]


def _is_number_of_page(line: str) -> bool:
    """Return whether a line is the number of a page, and not that of a row: with a dash or 页, or far to the right."""
    plain = line.strip()
    return is_page_number(plain) and (not plain.isdecimal() or len(line) - len(line.lstrip()) > 2 * LONGEST_HEAD)


def _repeated(lines: Sequence[str]) -> Mapping[str, int]:
    return Counter(without_digits(plain) for line in lines if 1 < len(plain := line.strip()) <= 2 * LEAST_WIDE)


def _beside_numbers(lines: Sequence[str]) -> Counter[str]:
    """Return how often each line stands next to the number of a page."""
    printed = [line.strip() for line in lines if line.strip()]
    numbers = [_is_number_of_page(line) for line in lines if line.strip()]
    beside = [at + step for at, is_number in enumerate(numbers) if is_number for step in (-1, 1)]
    return Counter(without_digits(printed[at]) for at in beside if 0 <= at < len(printed))


def _texts(lines: Sequence[_Line]) -> set[str]:
    return {word.text for line in lines for word in line.words if parse_head(word.text)}


def _pages(lines: Sequence[_Line], breaks: frozenset[int]) -> list[list[_Line]]:
    """Return the lines of each page."""
    pages: list[list[_Line]] = [[]]
    last = 0
    for line in lines:
        if pages[-1] and any(number in breaks for number in range(last, line.number - 1)):
            pages.append([])
        pages[-1].append(line)
        last = line.number - 1
    return pages


def _edges(lines: Sequence[_Line], head: Sequence[_Line]) -> list[int]:
    """Return where one column ends and the next begins: in blanks that lines with figures have in common.

    Words of the head that stand in one column part it where the fewest lines have a sign between them.
    """
    last = max((line.number for line in head), default=0)
    body = [line for line in lines if line.number > last and len(line.words) > 1]
    body = [line for line in body if any(map(str.isdecimal, "".join(word.text for word in line.words)))] or list(lines)
    taken = _taken([word for line in body for word in line.words])
    cells = [line for line in lines if not _is_class_row(line)]
    whole = _taken([word for line in cells for word in line.words])
    below = _taken([word for line in cells for word in line.words if line.number > last])
    edges = [
        min(range(start + 1, end), key=lambda at: (below[at - 1 : at], whole[at - 1 : at], abs(2 * at - start - end)))
        for start, end in _blanks(taken, LEAST_GAP)
    ]
    heads = spelled([word for line in head for word in line.words if parse_head(word.text)]) if head else []
    for before, word in pairwise(sorted(heads, key=lambda each: each.start)):
        if before.end <= word.start and _column(before.start, edges) == _column(word.end - 1, edges):
            between = range((before.start + before.end) // 2, (word.start + word.end) // 2 + 1)
            at = min(between, key=lambda each: (taken[each] if each < len(taken) else 0, abs(each - word.start)))
            if (taken[at] if at < len(taken) else 0) <= len(body) // 10:
                edges = sorted({*edges, at})
    return edges


def _is_class_row(line: _Line) -> bool:
    return len(line.words) == 1 and is_numbered_class(line.words[0].text)


def _taken(words: Sequence[Word]) -> list[int]:
    """Return how many words take each column of the screen."""
    steps = [0] * (max((word.end for word in words), default=0) + 1)
    for word in words:
        steps[word.start] += 1
        steps[word.end] -= 1
    taken, now = [], 0
    for step in steps:
        now += step
        taken.append(now)
    return taken


def _blanks(taken: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """Yield where stretches of so many columns begin and end that no word takes, between those that words take."""
    start: int | None = None
    begun = False
    for at, count in enumerate(taken):
        if count:
            if begun and start is not None and at - start >= least:
                yield start, at
            begun, start = True, None
        elif start is None:
            start = at


def _column(at: int, edges: Sequence[int]) -> int:
    return bisect_right(edges, at)


def _joined(words: Sequence[Word], edges: Sequence[int]) -> list[Word]:
    """Return the words of a line with those that stand in one column as one."""
    made: list[Word] = []
    for word in words:
        if made and _column(made[-1].end - 1, edges) == _column(word.start, edges):
            made[-1] = made[-1]._replace(text=made[-1].text + word.text, end=word.end)
        else:
            made.append(word)
    return made


def _strip(line: _Line, words: Sequence[Word], edges: Sequence[int]) -> Strip:
    pieces = (
        CellStrip(word.text, word.offset, _column(word.start, edges), _column(word.end - 1, edges)) for word in words
    )
    return Strip(line.number, tuple(pieces), line.apart)


def _in_line(strips: Sequence[Strip], words: Sequence[Sequence[Word]]) -> int:
    """Return how many words begin, end, or have their middle where most of their column do."""
    columns: dict[int, list[Word]] = {}
    for strip, each in zip(strips, words, strict=True):
        for piece, word in zip(strip.pieces, each, strict=True):
            if piece.first == piece.last:
                columns.setdefault(piece.first, []).append(word)
    return sum(
        max(
            Counter(word.start for word in column).most_common(1)[0][1],
            Counter(word.end for word in column).most_common(1)[0][1],
            Counter((word.start + word.end) // 2 for word in column).most_common(1)[0][1],
        )
        for column in columns.values()
    )

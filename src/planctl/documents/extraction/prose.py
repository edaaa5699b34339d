"""What a document says around its tables: the notes below them, and why targets were missed."""

from collections.abc import Mapping
from typing import NamedTuple

from planctl.documents.extraction.indicator_tables import LINES_BEHIND, IndicatorTable
from planctl.documents.reading.document import Document
from planctl.grammar.documents import reason_clauses
from planctl.grammar.names import core_of
from planctl.grammar.outcomes import PrintedAdjustment, enumeration_in, notes_in, parse_adjustment
from planctl.grammar.reasons import explained_in, missed_in, reasons_in
from planctl.grammar.rows import parse_kind_mark
from planctl.grammar.text import normal
from planctl.grammar.whole import stands_alone

NUMERALS = "一二三四五六七八九"


class PrintedNote(NamedTuple):
    """A note below a table: its number, its line, and the targets that it adjusts, if it does.

    A legend says what a sign stands for (“*”代表约束性指标); the kind of each row has that, and needs no summary.
    """

    number: str
    line: int
    adjustment: PrintedAdjustment | None
    is_legend: bool = False


class PrintedReason(NamedTuple):
    """A reason for missed targets: its number, the line it stands in, and its text, normal."""

    number: str
    line: int
    text: str

    def members(self, names: Mapping[str, str]) -> tuple[str, ...]:
        """Return the ids of the rows that it names before it explains them, or at all, and those that it counts."""
        counted = enumeration_in(self.text)
        listed = mentioned(self.text[counted.start : counted.end], names) if counted else ()
        explained = mentioned(explained_in(self.text), names) or mentioned(self.text.partition("。")[0], names)
        return tuple(dict.fromkeys((*explained, *listed)))


def read_notes(document: Document, table: IndicatorTable) -> tuple[PrintedNote, ...]:
    """Return the numbered notes in a table's last rows, or in the lines below it, to the first that is none."""
    notes: list[PrintedNote] = []
    for line, text in enumerate(document.lines[table.end : table.end + LINES_BEHIND], table.end + 1):
        if not text.strip():
            continue
        found = notes_in(normal(text), go_on=bool(notes))
        if not found:
            break
        notes += (PrintedNote(number, line, parse_adjustment(said), _is_legend(said)) for number, said in found)
    if len(notes) > 1:
        notes = [note for note in notes if note.number]
    return tuple(note if note.number else note._replace(number="1") for note in notes)


def _is_legend(text: str) -> bool:
    """Return whether a note says what a sign stands for, and nothing else."""
    first, _, rest = text.partition("。")
    return parse_kind_mark(first) is not None and not rest.strip() and "," not in first


def read_reasons(document: Document) -> tuple[PrintedReason, ...]:
    """Return the numbered reasons (一是 …) of the paragraph that explains missed targets, or its sentences that do.

    Sentences without a number are counted: 一, 二 …
    """
    flow = document.flow
    if (start := reasons_in(flow.text)) is not None:
        line = flow.lines[start]
        text = flow.text[start : flow.line_span(line)[1]]
        if numbered := reason_clauses(text):
            spans = numbered.items()
            return tuple(PrintedReason(number, line, text[first:last]) for number, (first, last) in spans)
    found = missed_in(flow.text)[: len(NUMERALS)]
    return tuple(
        PrintedReason(number, flow.lines[first], flow.text[first:last])
        for number, (first, last) in zip(NUMERALS, found, strict=False)
    )


def mentioned(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids whose names a normal text mentions, in its order; of two names at one place, the longer.

    What is a part of a longer name (单位地区生产总值能耗, 民间固定资产投资) is none.
    """
    found: list[tuple[int, int, str]] = []
    for id, name in names.items():
        core = core_of(name)
        at = text.find(core)
        while core and at >= 0:
            if stands_alone(text, at, at + len(core)):
                found.append((at, -len(core), id))
            at = text.find(core, at + 1)
    ids: list[str] = []
    end = 0
    for start, length, id in sorted(found):
        if start >= end:
            end = start - length
            ids.append(id)
    return tuple(dict.fromkeys(ids))

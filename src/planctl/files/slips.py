"""Slips of the hand in YAML, such as signs of a Chinese keyboard: where they stand, what they are, what belongs there.

The reader of YAML gets stuck lines behind them, and says what it expected there.
"""

import re
from typing import NamedTuple

from planctl.messages.message import Message, say

LINES_BACK = 3
"""So many lines above the one in which the reader got stuck may have the slip."""
_KEY = r"\s*+(?:-\s++)?+[A-Za-z_][\w-]{0,40}+"
_SLIPS: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        re.compile(f"{_KEY}(：)"),
        say("a full-width colon stands behind the key"),
        say("write ': ', a colon and a blank, and straight quotes around what follows"),
    ),
    (
        re.compile(f'{_KEY}(:)(?=["“‘0-9一-鿿])'),
        say("a blank is missing behind the colon"),
        say("write ': ', a colon and a blank"),
    ),
    (
        re.compile(r"\s*+(-)(?=[A-Za-z_])"),
        say("a blank is missing behind the -"),
        say("begin the entry with '- '"),
    ),
    (
        re.compile(r'[^"{}]{0,80}\{[^{}]{0,200}?["\w](，)(?=\s*[A-Za-z_]{1,20}\s*[:：])'),
        say("a full-width comma stands between two keys"),
        say("write ', ', a comma and a blank"),
    ),
    (
        re.compile(f'{_KEY}:\\s++(")[^"]*+$'),
        say("a quotation mark is opened and not closed"),
        say('close it with " on the same line'),
    ),
)


class Slip(NamedTuple):
    """Where a slip is, by line and column from 1, what is wrong, and what to do."""

    line: int
    column: int
    message: Message
    remedy: Message


def slip_near(lines: list[str], stuck: int) -> Slip | None:
    """Return the slip nearest above a line, by its number from 1, or in it; `None` where the lines there have none."""
    last = min(stuck, len(lines))
    for number in range(last, max(last - LINES_BACK, 1) - 1, -1):
        for pattern, message, remedy in _SLIPS:
            if found := pattern.match(lines[number - 1].rstrip("\r")):
                return Slip(number, found.start(1) + 1, message, remedy)
    return None

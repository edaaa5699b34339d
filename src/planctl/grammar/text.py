"""Printed text before it is read: full-width forms halved, white space passed over, dashes and brackets made one."""

import re
from unicodedata import east_asian_width

from planctl.messages.message import Message
from planctl.values.characters import without_harmful

_SIGNS = str.maketrans(
    {"≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "−": "-", "﹣": "-", "﹥": ">", "﹤": "<", "﹡": "*", "∗": "*", "⁎": "*"}
)
_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | _SIGNS
_HAS_FULL = re.compile(f"[\uff01-\uff5e{''.join(map(chr, _SIGNS))}]")
_SAME = str.maketrans(
    {"〔": "[", "【": "[", "﹝": "[", "〕": "]", "﹞": "]", "】": "]", "〜": "~", "∼": "~", "。": ";"}
)
_SPACE = r"(?<![0-9.,])\s+|\s+(?![0-9.,])"


class UnreadableCell(ValueError):
    """A text has no form that is known; carries what to say of it and what to do."""

    def __init__(self, message: Message, remedy: Message) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def half_width(text: str) -> str:
    """Return the text with full-width digits, letters and signs as their half-width twins, and nothing else changed."""
    return text.translate(_HALF_WIDTH) if _HAS_FULL.search(text) else text


def without_invisible(text: str) -> str:
    """Return the text without what does harm or has no width, which pages and Word leave behind; white space stays."""
    return without_harmful(text, "\t\n\f\r")


def normal(text: str) -> str:
    """Return the text half-width and without white space, as two printings of it are held against each other."""
    return "".join(half_width(text).split())


def compact(text: str) -> str:
    """Return the text as the forms are written for: half-width, one kind of bracket, no space but inside numbers."""
    return re.sub(_SPACE, "", half_width(text).translate(_SAME)).rstrip(";,")


def end_of(found: re.Match[str] | None, otherwise: int) -> int:
    """Return where a match ends; another place where there is none."""
    return found.end() if found else otherwise


def width_of(text: str, ambiguous: int = 1) -> int:
    """Return how many columns a text takes: two for each sign of East Asia, and as many for those that may be."""
    if text.isascii():
        return len(text)
    return sum({"W": 2, "F": 2, "A": ambiguous}.get(east_asian_width(sign), 1) for sign in text)


def without_digits(text: str) -> str:
    """Return the text without its digits, as lines that number pages are alike."""
    return re.sub("[0-9]+", "", half_width(text))

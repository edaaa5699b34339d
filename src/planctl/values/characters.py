"""Which characters a text may have: the one place that decides it, for what is read and for all that is written.

A control character can command a terminal; a format character turns a line round or takes no room, so that two equal
names differ; a separator breaks a line where none is meant; a lone surrogate and a noncharacter cannot be written in
every format. None of them is part of what a report says. Unassigned and private ones are left alone: they are signs of
Chinese that a library or a font does not know yet.
"""

import re
from collections.abc import Callable

HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""The general categories of Unicode: control, format, surrogate, line separator, paragraph separator."""
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that Unicode has ignored where they cannot be shown: nobody sees them, and two names differ."""
LAID_OUT = "\n\t"
"""What may stand in a text of several lines and columns, and not in a value, a name or a message."""


def first_harmful(text: str, allowed: str = "") -> int | None:
    """Return where the first character stands that a text may not have, but those `allowed`; `None` without one."""
    if _is_plain(text):
        return None
    return next((at for at, sign in enumerate(text) if _does_harm(sign, allowed)), None)


def escaped(text: str, allowed: str = "") -> str:
    r"""Return a text with `\uXXXX` for each character that it may not have, but those `allowed`.

    The same form is read back inside the strings of JSON, and is plain to see everywhere else.
    """
    return _replaced(text, allowed, _escape)


def without_harmful(text: str, allowed: str = "") -> str:
    """Return a text without the characters that it may not have, but those `allowed`."""
    return _replaced(text, allowed, lambda _: "")


def code_point(sign: str) -> str:
    """Return the name by which standards call a character: U+202E."""
    return f"U+{ord(sign):04X}"


def _replaced(text: str, allowed: str, replacement: Callable[[str], str]) -> str:
    if _is_plain(text):
        return text
    if "\n" in allowed and "\n" in text:  # most lines need no look at each sign
        return "\n".join(_replaced(line, allowed, replacement) for line in text.split("\n"))
    return "".join(replacement(sign) if _does_harm(sign, allowed) else sign for sign in text)


def _is_plain(text: str) -> bool:
    return text.isprintable() and not _UNSEEN.search(text)


def _does_harm(sign: str, allowed: str) -> bool:
    if sign in allowed or _is_plain(sign):
        return False
    if sign.isprintable():
        return True
    from unicodedata import category

    return category(sign) in HARMFUL or _is_noncharacter(ord(sign))


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _escape(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))

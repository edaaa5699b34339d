"""How much a document may hold, in one place: far more than any plan report has, and little enough for any machine."""

from collections import Counter
from typing import NamedTuple

from planctl.messages.message import Message, PlanctlError, say


class Limit(NamedTuple):
    """How many of something one document may have, and what that is called."""

    most: int
    things: Message


LINES = Limit(200_000, say("lines"))
CELLS = Limit(100_000, say("cells"))
"""Of all its tables, those that a merge covers counted each."""
CHARACTERS = Limit(2_000_000, say("characters"))
"""Those of a merged cell are counted wherever it reaches."""
PAGES = Limit(2_000, say("pages"))
PRINTED = Limit(400_000, say("printed characters"))
"""In a PDF, where each has a place of its own."""
DRAWN = Limit(400_000, say("drawn lines and objects"))
RULED = Limit(100_000, say("cells between drawn lines"))
MEETINGS = Limit(8_000_000, say("places where drawn lines could meet"))
MARKUP = Limit(1_500_000, say("tags and attributes"))
ATTRIBUTES = Limit(5_000, say("attributes in one tag"))
COLUMNS = Limit(200, say("columns in a table"))
MOST_UNPACKED = 40_000_000
"""So many bytes the text of a package may be."""
DEEPEST = 100
"""What is nested deeper in a web page is one piece of text."""

MEMORY = 272_000_000
"""So many bytes a process that reads a document may have, and some more for each byte of a large one."""
SECONDS = 4
"""So long it may compute, and a second more for each `BYTES_A_SECOND` of a large one."""
BYTES_A_SECOND = 1_000_000
OFFICE_SECONDS = 60
"""So long LibreOffice may take to make a .docx of a document, beginning with none of its settings."""
OFFICE_MEMORY = 3_000_000_000
"""Of addresses, of which it uses a tenth."""


def memory_for(size: int) -> int:
    """Return how many bytes of memory reading a document of a size may take."""
    return MEMORY + 10 * max(size - BYTES_A_SECOND, 0)


def seconds_for(size: int) -> int:
    """Return how many seconds of computing reading a document of a size may take."""
    return SECONDS + 2 * (size // BYTES_A_SECOND)


class Allowance:
    """What one document has taken of each limit while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._taken: Counter[Message] = Counter()

    def take(self, limit: Limit, count: int = 1) -> None:
        """Count what was found or is about to be made; raises `PlanctlError` beyond the limit."""
        self._taken[limit.things] += count
        self.check(limit)

    def check(self, limit: Limit, more: int = 0) -> None:
        """Raise `PlanctlError` where so many more would be too many."""
        if self._taken[limit.things] + more > limit.most:
            raise PlanctlError(
                say(
                    "{file} has more than {most} {things}, which no plan report has; give planctl the report alone",
                    file=self.file,
                    most=limit.most,
                    things=limit.things,
                )
            )


def bounded(text: str | None, most: int, otherwise: int = 0) -> int:
    """Return the whole number that a file says, but no more than `most`; `otherwise` where it says none."""
    plain = (text or "").strip()
    if not (plain.isascii() and plain.isdigit()):
        return otherwise
    digits = plain.lstrip("0") or "0"
    return most if len(digits) > len(str(most)) else min(int(digits), most)

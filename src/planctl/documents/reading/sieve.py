"""Text as it is read, without the characters that show nothing or steer what is shown; how many there were is told."""

from planctl.documents.reading.document import Unread
from planctl.grammar.text import without_invisible
from planctl.messages.message import say


class Sieve:
    """Lets through what can be seen; counts what was left out, and knows the line where that began."""

    def __init__(self) -> None:
        self._left_out = 0
        self._line = 0

    def through(self, text: str, line: int) -> str:
        """Return a text that stands in a line without what cannot be seen."""
        plain = without_invisible(text)
        if len(plain) < len(text):
            self._left_out += len(text) - len(plain)
            self._line = self._line or line
        return plain

    def told(self) -> tuple[Unread, ...]:
        """Return what to say of it; nothing where all could be seen."""
        if not self._left_out:
            return ()
        message = say(
            "{count} characters from here on were left out, which show nothing or change the order of others; "
            "compare with the page",
            count=self._left_out,
        )
        return (Unread(self._line, message),)

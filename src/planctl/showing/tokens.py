"""`planctl parse --tokens`: how printed texts are parted, and of what kinds their words are."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.grammar.lexer import Token, each_token, tokens_of
from planctl.grammar.text import compact
from planctl.messages.message import say
from planctl.showing.fields import ALL, Field, Output, brief_of, csv_of, object_of, table_of
from planctl.showing.look import Look
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


class TextToken(NamedTuple):
    """A token, and the text that it is of."""

    text: str
    token: Token


# fmt: off
TOKEN: tuple[Field[TextToken], ...] = (
    Field("text", say("Text"), say("The text that it is of."), lambda row: row.text, outputs=ALL & ~Output.OBJECT,
        least=12, spare=1),
    Field("token", say("Token"), say("A number, a unit, a word or a single sign."), lambda row: row.token.printed),
    Field("kinds", say("Kinds"), say("What the word may be, by the lexicon; none for a word that is not in it."),
        lambda row: row.token.kinds, least=20),
)
# fmt: on


def document(texts: Sequence[str], wording: Wording) -> dict[str, Any]:
    """Return the JSON of `parse --tokens`."""
    rows = groupby(_rows(texts), key=lambda row: row.text)
    parted = [{"text": text, "tokens": [object_of(TOKEN, row, wording) for row in of_text]} for text, of_text in rows]
    return {"schema": 1, "texts": parted}


def sheet(texts: Sequence[str], wording: Wording) -> Sheet:
    """Return a row for each token."""
    return csv_of(TOKEN, _rows(texts), wording)


def brief(texts: Sequence[str], wording: Wording) -> Sheet:
    """Return the same rows."""
    return brief_of(TOKEN, _rows(texts), wording)


def table(texts: Sequence[str], look: Look) -> Sequence["RenderableType"]:
    """Return a row for each token."""
    return [table_of(TOKEN, tuple(_rows(texts)), look)]


def _rows(texts: Sequence[str]) -> Iterator[TextToken]:
    return (TextToken(text, token) for text in texts for token in each_token(tokens_of(compact(text))))

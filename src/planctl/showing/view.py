"""The four functions that the module of each kind of answer has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.showing.look import Look

Answer = TypeVar("Answer", contravariant=True)


class View(Protocol[Answer]):
    """How one kind of answer is shown."""

    def document(self, answer: Answer, wording: Wording, /) -> dict[str, Any]:
        """Return the JSON document; its keys are a contract, in docs/json.md."""

    def sheet(self, answer: Answer, wording: Wording, /) -> Sheet:
        """Return every row and column, for CSV."""

    def brief(self, answer: Answer, wording: Wording, /) -> Sheet:
        """Return what a reader wants of it, for Markdown."""

    def table(self, answer: Answer, look: "Look", /) -> Sequence["RenderableType"]:
        """Return what to print on a terminal that looks like `look`."""

"""The language of texts in records."""

from typing import TYPE_CHECKING, Literal

from planctl.messages.languages import Language

if TYPE_CHECKING:
    from planctl.showing.wording import Wording

Lang = Literal["en", "zh"]


def wording_of(lang: Lang) -> "Wording":
    """Return the wording of a language; raises `ValueError` for one that planctl does not speak."""
    from planctl.showing.wording import wording_in

    return wording_in(Language(lang))

"""The language of an answer: what `--lang` asks for, or else the environment."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from planctl.cli.advice import keeping, where_among
from planctl.messages.languages import Language, language_of

if TYPE_CHECKING:
    from planctl.messages.message import Message
    from planctl.showing.wording import Wording


def _asked(context: typer.Context, given: Language | None) -> Language | None:
    """Return the language given to a command, or before it: `planctl --lang zh status`."""
    before: Language | None = context.find_root().params.get("lang")
    return given or before


LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        help="The language to answer in; before PLANCTL_LANG and the locale, which JSON and CSV do not heed.",
        callback=_asked,
    ),
]


def asked_among(arguments: Sequence[str]) -> Language | None:
    """Return the language that a command line asks for, before it is read: its own help and faults are told in it."""
    before_texts = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for index, option in enumerate(before_texts):
        name, _, value = option.partition("=")
        given = value or "".join(before_texts[index + 1 : index + 2]) if name == "--lang" else ""
        if given in tuple(Language):
            return Language(given)
    return None


def language_spoken(asked: Language | None) -> Language:
    """Return the language for people: the one asked for, or else that of the environment."""
    return asked or language_of(os.environ)


def spoken(asked: Language | None) -> "Wording":
    """Return the wording for people: in the language asked for, or else in that of the environment.

    What it advises is asked where the command line asks.
    """
    return keeping(_wording(language_spoken(asked)), where_among(sys.argv[1:]))


def written(asked: Language | None) -> "Wording":
    """Return the wording for programs: in English, unless another language is asked for."""
    return _wording(asked or Language.ENGLISH)


def misuse(message: "Message", asked: Language | None) -> typer.BadParameter:
    """Return the error for options that do not go together, or a value that is none, to be raised."""
    return typer.BadParameter(spoken(asked)(message))


def _wording(language: Language) -> "Wording":
    from planctl.showing.wording import wording_in

    return wording_in(language)

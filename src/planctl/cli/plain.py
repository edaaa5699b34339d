"""Values of the command line that are read as what they are, without the library that typer reads each with.

Importing that library takes a fourth of a start. A number, a word out of a few, a path or a text needs none of it;
whatever is not as usual is left to it, and with that all that is said of wrong values.
"""

import os
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_origin

NOT_PLAIN: Final = object()
LONGEST_NUMBER = 9


class PlainHelp:
    """A command whose option for help is off where nobody gives it: nothing at all would be no plain value to typer."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option for help; `None` where the command has none."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.default = False
        return option


def read_plainly(command: Any) -> None:
    """Let the arguments and options of a command read by themselves what is plain.

    What typer adds to them, to install completion, is given or not.
    """
    annotations = command.callback.__annotations__
    for param in command.params:
        annotation = annotations.get(param.name, bool)
        param.process_value = partial(_processed, param, annotation, param.process_value)


def plain(annotation: Any, value: Any, *, several: bool) -> Any:
    """Return what a value is for a parameter of that annotation, `several` as a tuple; `NOT_PLAIN` where it may differ.

    The value is a text of the command line, or a default.
    """
    kind, *described = get_args(annotation) or (annotation,)
    if several:
        read = tuple(_one(kind, described, each) for each in value or ())
        return NOT_PLAIN if NOT_PLAIN in read else read
    return None if value is None else _one(kind, described, value)


def _processed(param: Any, annotation: Any, otherwise: Callable[[Any, Any], Any], context: Any, value: Any) -> Any:
    """Return what a parameter comes to; typer's own way, `otherwise`, is taken where a value is not plain."""
    read = plain(annotation, value, several=param.multiple or param.nargs != 1)
    if read is NOT_PLAIN or (param.required and read in (None, ())):
        return otherwise(context, value)
    return param.callback(context, param, read) if param.callback else read


def _one(annotated: Any, described: list[Any], value: Any) -> Any:
    kind = next((each for each in get_args(annotated) if each is not NoneType), annotated)
    kind = get_args(kind)[0] if get_origin(kind) is list else kind
    if not isinstance(value, str) or isinstance(value, Enum):
        return value if isinstance(value, kind) else NOT_PLAIN
    if kind is str:
        return value
    if kind is int and not any(each.min is not None or each.max is not None for each in described):
        return int(value) if value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER else NOT_PLAIN
    if kind is Path:
        return Path(value) if _is_usual(value) else NOT_PLAIN
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next((member for member in kind if member.value == value), NOT_PLAIN)
    return NOT_PLAIN


def _is_usual(path: str) -> bool:
    """Return whether a path can be read, or nothing is there."""
    try:
        return os.access(path, os.R_OK) or not os.path.lexists(path)
    except ValueError:  # it can be no path
        return False

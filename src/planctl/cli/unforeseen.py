"""What nobody foresaw: told in a line that asks for a report."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from planctl.values.characters import escaped

OPTION = "--traceback"
MOST_TOLD = 200
EXIT_CODE = 70
"""EX_SOFTWARE of sysexits.h: neither findings nor a fault of what was given."""


class Unforeseen(NamedTuple):
    """A fault that nobody foresaw in one of several tasks, as it is told."""

    text: str


def told(fault: BaseException, arguments: Sequence[str]) -> str:
    """Return one line on a fault that nobody foresaw, in the language that a command line asks for."""
    try:
        from planctl.cli.language import asked_among, spoken

        said = spoken(asked_among(arguments)).say(
            "{fault}: this is a fault of planctl; please report it with the command, and with what "
            "'planctl --traceback ...' shows of it",
            fault=_named(fault),
        )
        return f"planctl: {said}"
    except Exception:  # where memory is out, or half of planctl is missing
        return f"planctl: {_named(fault)}: this is a fault of planctl; please report it"


def _named(fault: BaseException) -> str:
    try:
        text = " ".join(str(fault).split())
    except Exception:
        text = ""
    name = type(fault).__name__
    return f"{name} ({escaped(text[:MOST_TOLD])})" if text else name


def described(fault: BaseException, arguments: Sequence[str]) -> str:
    """Return the line on a fault, and before it where it came from, if a command line asks for that."""
    text = told(fault, arguments)
    if OPTION in arguments:
        import traceback

        text = "".join(traceback.format_exception(fault)) + text
    return text


def leave(fault: BaseException) -> int:
    """Tell of a fault on standard error, and return the exit code."""
    text = f"{described(fault, sys.argv[1:])}\n"
    try:
        sys.stderr.write(text)
    except Exception:
        os.write(2, text.encode("ascii", "backslashreplace"))
    return EXIT_CODE

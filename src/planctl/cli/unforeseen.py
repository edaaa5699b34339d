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
    """A fault that nobody foresaw, perhaps of a task elsewhere: what it is, and where it came from."""

    name: str
    trace: str

    def text(self, arguments: Sequence[str]) -> str:
        """Return the line on it, and before that where it came from, if a command line asks for it."""
        return f"{self.trace if OPTION in arguments else ''}{_told(self.name, arguments)}"


def unforeseen(fault: BaseException) -> Unforeseen:
    """Return a fault as it can be told, here or elsewhere."""
    import traceback

    return Unforeseen(named(fault), "".join(traceback.format_exception(fault)))


def _told(name: str, arguments: Sequence[str]) -> str:
    """Return one line on a fault, in the language that a command line asks for."""
    try:
        from planctl.cli.language import asked_among, spoken

        said = spoken(asked_among(arguments)).say(
            "{fault}: this is a fault of planctl; please report it with the command, and with what "
            "'planctl --traceback ...' shows of it",
            fault=name,
        )
        return f"planctl: {said}"
    except Exception:  # where memory is out, or half of planctl is missing
        return f"planctl: {name}: this is a fault of planctl; please report it"


def named(fault: BaseException) -> str:
    """Return what a fault is, with the beginning of what it says."""
    try:
        text = " ".join(str(fault).split())
    except Exception:
        text = ""
    name = type(fault).__name__
    return f"{name} ({escaped(text[:MOST_TOLD])})" if text else name


def leave(fault: BaseException) -> int:
    """Tell of a fault on standard error, and return the exit code."""
    text = f"{_described(fault, sys.argv[1:])}\n"
    try:
        sys.stderr.write(text)
    except Exception:
        os.write(2, text.encode("ascii", "backslashreplace"))
    return EXIT_CODE


def _described(fault: BaseException, arguments: Sequence[str]) -> str:
    """Return what `Unforeseen.text` does, and import nothing for it where memory may be out."""
    return unforeseen(fault).text(arguments) if OPTION in arguments else _told(named(fault), arguments)

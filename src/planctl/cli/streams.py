"""The streams and the environment as they come, made such that the rest of planctl can rely on them."""

import io
import os
import signal
import sys
from collections.abc import MutableMapping
from errno import EBADF
from types import FrameType
from typing import Any

from planctl.messages.message import PlanctlError, say
from planctl.messages.refusals import reason_of

WIDEST = 10_000
"""Cells that a line may have: nobody reads wider ones, and filling them takes memory."""
FIRST_OF_SIGNALS = 128
ENDING = ("SIGTERM", "SIGHUP")


class _Hearsay(io.FileIO):
    """Standard error, on which what cannot be written is lost: the exit code tells it all the same."""

    def write(self, content: Any, /) -> int:
        try:
            return super().write(content)
        except OSError:
            return memoryview(content).nbytes


def prepare_streams() -> None:
    """Let the streams write what they cannot encode as backslash escapes, and stand in for those that are closed.

    A closed one (`planctl status >&-`) keeps its number, or else the next file that is opened would get it. Writing to
    what stands in for standard output fails as on any that takes no more; `sys.stdin` stays `None`.
    """
    descriptors = [
        os.open(os.devnull, os.O_RDONLY) if stream is None else stream.fileno()
        for stream in (sys.stdin, sys.stdout, sys.stderr)
    ]
    if sys.stdout is None:
        sys.stdout = os.fdopen(descriptors[1], "w", encoding="utf-8")
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    encoding = sys.stderr.encoding if sys.stderr else "utf-8"
    heard = io.BufferedWriter(_Hearsay(descriptors[2], "w", closefd=False))
    sys.stderr = io.TextIOWrapper(heard, encoding, "backslashreplace", line_buffering=True)


def read_input(most: int) -> bytes:
    """Return standard input, and a byte more than `most` of a longer one; raises `PlanctlError` where it is closed."""
    try:
        if sys.stdin is None:
            raise OSError(EBADF, "")
        return sys.stdin.buffer.read(most + 1)
    except OSError as fault:
        raise PlanctlError(say("standard input cannot be read: {reason}", reason=reason_of(fault))) from None


def prepare_environment(environment: MutableMapping[str, str]) -> None:
    """Leave out of an environment what is no size of a terminal, which libraries trip over, and bound a large one."""
    for name in ("COLUMNS", "LINES"):
        text = environment.get(name, "")
        if not (text.isdecimal() and text.strip("0")):
            environment.pop(name, None)
        else:
            environment[name] = str(int(text) if len(text) < len(str(WIDEST)) else WIDEST)


def prepare_to_end() -> None:
    """Let signals that end planctl raise `SystemExit`, so that what is half written is removed on the way out.

    One that is ignored, as `nohup` has it, stays ignored.
    """
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough, and cleaning up is not to be interrupted
    sys.exit(FIRST_OF_SIGNALS + number)

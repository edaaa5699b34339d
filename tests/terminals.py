"""planctl on a terminal of its own: what it shows there, which is not what a pipe gets."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from typing import NamedTuple

from tests.conftest import ROOT


class Size(NamedTuple):
    """So many lines and columns."""

    lines: int = 24
    columns: int = 100


USUAL = Size()


def on_a_terminal(*arguments: str, size: Size = USUAL, **environment: str) -> tuple[int, str]:
    """Return the exit code of planctl on a terminal, and all that it shows; no setting reaches it but PATH."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    given = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment}
    command = [sys.executable, "-m", "planctl", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=given, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        code = running.wait(30)
    os.close(ours)
    return code, shown.decode()


def _read(descriptor: int) -> bytes:
    """Return what comes next from a terminal; nothing once the other side has left."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""

"""Long answers through a pager, on a terminal alone."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Show what is longer than the terminal in PAGER, or else less.")
]


def is_long(text: str) -> bool:
    """Return whether standard output is a terminal that a text does not fit on, and a pager is not turned off.

    PAGER set to nothing or to `cat` turns it off, as in other programs.
    """
    if os.environ.get("PAGER", "less") in ("", "cat") or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines


def show(text: str) -> bool:
    """Show a text in the pager, and return whether there is one.

    `less` gets the options that it needs for colours, and to leave by itself where all fits, unless LESS says others.
    A pager that would show the codes of colours gets none.
    """
    import shlex
    import shutil
    import subprocess
    from contextlib import suppress

    command = shlex.split(os.environ.get("PAGER", "less"))
    if not shutil.which(command[0]):
        return False
    if not _shows_colours(command):
        from rich.text import Text

        text = Text.from_ansi(text).plain + "\n"
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:
        assert pager.stdin
        with suppress(BrokenPipeError), pager.stdin as stream:
            stream.write(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
        while pager.poll() is None:
            with suppress(KeyboardInterrupt):  # which is for the pager
                pager.wait()
    return True


def _shows_colours(command: list[str]) -> bool:
    options = os.environ.get("LESS", "R") + "".join(part for part in command[1:] if part.startswith("-"))
    return Path(command[0]).name == "less" and "r" in options.lower()

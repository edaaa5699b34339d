"""Long answers through a pager, on a terminal alone."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

USUAL_LINES = 24
PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Show what is longer than the terminal in PAGER, or else less.")
]


def is_long(text: str) -> bool:
    """Return whether standard output is a terminal that a text does not fit on, and a pager is not turned off.

    PAGER set to nothing or to `cat` turns it off, as in other programs.
    """
    asked = os.environ.get("PAGER", "less").strip()
    if asked in ("", "cat") or not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return text.count("\n") >= (os.get_terminal_size(sys.stdout.fileno()).lines or USUAL_LINES)


def show(text: str) -> bool:
    """Show a text in the pager, and return whether that has shown it: there is one, and it did not fail.

    `less` gets the options that it needs for colours, and to leave by itself where all fits, unless LESS says others.
    A pager that would show the codes of colours gets none.
    """
    import shutil

    command = _command()
    if not shutil.which(command[0]):
        return False
    if not _shows_colours(command):
        from rich.text import Text

        text = Text.from_ansi(text).plain + "\n"
    try:
        return _run(command, text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")) <= 0
    except OSError:  # it is no program
        return False


def _command() -> list[str]:
    """Return the words of PAGER, as it is where it has no words: a quotation that does not end."""
    import shlex

    asked = os.environ.get("PAGER", "less")
    try:
        return shlex.split(asked) or [asked]
    except ValueError:
        return [asked]


def _run(command: list[str], content: bytes) -> int:
    """Give a pager what it is to show, wait for it, and return its exit code, negative where a signal ended it."""
    import subprocess
    from contextlib import suppress

    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager:
        try:
            assert pager.stdin
            with suppress(BrokenPipeError), pager.stdin as stream:
                stream.write(content)
            while pager.poll() is None:
                with suppress(KeyboardInterrupt):  # which is for the pager
                    pager.wait()
        except SystemExit:
            pager.terminate()
            raise
        return pager.returncode


def _shows_colours(command: list[str]) -> bool:
    options = os.environ.get("LESS", "R") + "".join(part for part in command[1:] if part.startswith("-"))
    return Path(command[0]).name == "less" and "r" in options.lower()

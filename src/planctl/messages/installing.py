"""What to say where a library that is not installed is needed: its name, and the command that installs it here."""

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

from planctl.messages.message import Message, PlanctlError, say

LIBRARIES = {"docx": "python-docx", "dask": "distributed", "resvg_py": "resvg-py"}
"""What is to be installed for a module that is named otherwise, or that comes with another."""


def missing_library(wanted: Message, fault: ModuleNotFoundError) -> PlanctlError:
    """Return the error that tells what is wanted, and which command brings the module that it needs."""
    module = (fault.name or "").partition(".")[0]
    library = LIBRARIES.get(module, module)
    return PlanctlError(
        say("{wanted} needs {library}: {command}", wanted=wanted, library=library, command=install_command(library))
    )


def install_command(library: str) -> str:
    """Return the line for a shell that installs a library where this planctl runs.

    An environment may lack pip (`python3 -m venv --without-pip`, pipx, uv); that of the Python it was made from then
    serves it, by its full name: in an environment that is activated, `python3` is the one that lacks it.
    """
    here = Path(sys.executable)
    python = str(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here)
    if find_spec("pip"):
        return shlex.join([python, "-m", "pip", "install", library])
    return shlex.join([_made_from(), "-m", "pip", "--python", python, "install", library])


def _made_from() -> str:
    """Return the Python that this one's environment was made from, or how one is usually called."""
    names = ("python.exe",) if os.name == "nt" else (f"bin/python3.{sys.version_info.minor}", "bin/python3")
    found = [str(path) for name in names if (path := Path(sys.base_prefix, name)).is_file()]
    usual = "py" if os.name == "nt" else "python3"
    return found[0] if found and sys.prefix != sys.base_prefix else usual

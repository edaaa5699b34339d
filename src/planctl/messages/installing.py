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

    An environment may lack pip (`python3 -m venv --without-pip`, pipx, uv); pip of the system then serves it.
    """
    here = Path(sys.executable)
    python = here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here
    if find_spec("pip"):
        words = [str(python), "-m", "pip", "install", library]
    else:
        words = ["py" if os.name == "nt" else "python3", "-m", "pip", "--python", str(python), "install", library]
    return shlex.join(words)

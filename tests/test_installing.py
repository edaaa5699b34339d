"""A library that is missing is told with the command that brings it, in the environment that planctl runs in."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from planctl.messages import installing
from planctl.messages.installing import LIBRARIES, install_command, missing_library
from planctl.messages.message import say
from tests.conftest import ROOT


def test_where_there_is_pip_it_is_pip_of_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "find_spec", lambda name: name)
    monkeypatch.setattr(sys, "executable", "/elsewhere/of mine/bin/python")
    assert install_command("openpyxl") == "'/elsewhere/of mine/bin/python' -m pip install openpyxl"


def test_where_there_is_no_pip_it_is_that_of_the_python_the_environment_was_made_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / f"bin/python3.{sys.version_info.minor}"
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(installing, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv/bin/python"))
    monkeypatch.chdir(tmp_path)
    assert install_command("openpyxl") == f"{python} -m pip --python .venv/bin/python install openpyxl"


def test_the_command_reaches_an_environment_without_pip_that_is_activated(tmp_path: Path) -> None:
    venv.create(tmp_path / ".venv", with_pip=False)
    code = "import sys; sys.path.append(sys.argv[1]); from planctl.messages.installing import install_command as of"
    told = subprocess.run(
        [tmp_path / ".venv/bin/python", "-c", f"{code}; print(of('--version'))", ROOT / "src"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    words = shlex.split(told)
    assert words[-2:] == ["install", "--version"]
    words[-2:] = ["--version"]
    activated = {**os.environ, "PATH": f"{tmp_path / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"}
    ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False, env=activated)
    assert re.search(r"pip \d.* from ", ran.stdout), ran.stderr


@pytest.mark.parametrize(("module", "library"), [("docx", "python-docx"), ("openpyxl.styles", "openpyxl")])
def test_a_module_is_told_by_the_library_that_has_it(module: str, library: str) -> None:
    told = str(missing_library(say("writing {format}", format="xlsx"), ModuleNotFoundError(name=module)))
    assert told == f"writing xlsx needs {library}: {install_command(library)}"


def test_every_library_of_another_name_is_one_of_an_extra() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    brought = {re.split("[>=]", need)[0] for needs in extras.values() for need in needs}
    assert set(LIBRARIES.values()) <= brought

"""What is installed has a name that is free on the package index, and every text that names it has that name."""

import re
import subprocess
import tomllib
from typing import Any

import pytest

from planctl.messages.message import DISTRIBUTION
from tests.conftest import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
OF_SOMEBODY_ELSE = (
    re.compile(r"\b(?:install|uvx|pipx run|uv add)\b[^\n`&|;]*?[ '\"]planctl(?=[\s'\"`\[=<>~!]|$)", re.MULTILINE),
    re.compile(r"""(?<![\w.])planctl\[[a-z]"""),
    re.compile(r"""["']planctl *[=<>~!]=? *[0-9]"""),
)
"""What asks the index for `planctl`: a command that installs it, its extras, a requirement of a version."""


def texts() -> dict[str, str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.splitlines() if name != "tests/test_packaging.py"]
    return {str(path.relative_to(ROOT)): path.read_bytes().decode("utf-8", "replace") for path in paths}


def test_no_text_asks_for_the_program_of_somebody_else() -> None:
    found = [
        (name, match[0]) for name, text in texts().items() for form in OF_SOMEBODY_ELSE for match in form.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "pip install planctl",
        "python -m pip install --quiet planctl",
        "pip install 'planctl[all]'",
        'all = ["planctl[documents,export]"]',
        "pipx install planctl\n",
        "uvx planctl status",
        "`pip install planctl`",
        'additional_dependencies = ["planctl>=0.1"]',
    ],
)
def test_such_a_text_would_be_found(text: str) -> None:
    assert any(form.search(text) for form in OF_SOMEBODY_ELSE)


@pytest.mark.parametrize(
    "text",
    [
        "pip install plan-report-ctl",
        "pip install 'plan-report-ctl[all]'",
        "python3 -m pip --python .venv/bin/python install --quiet --editable . && .venv/bin/planctl status 2022",
        "import planctl",
        "planctl --version",
    ],
)
def test_what_is_right_would_not(text: str) -> None:
    assert not any(form.search(text) for form in OF_SOMEBODY_ELSE)


def test_the_name_in_messages_is_that_of_the_project() -> None:
    assert PROJECT["name"] == DISTRIBUTION
    assert list(PROJECT["scripts"]) == ["planctl"]


def test_extras_that_bring_others_name_the_project() -> None:
    whole = [need for needs in EXTRAS.values() for need in needs if need.startswith(f"{DISTRIBUTION}[")]
    assert whole
    named = {extra for need in whole for extra in need.partition("[")[2].rstrip("]").split(",")}
    assert named <= set(EXTRAS)
    assert not [need for needs in EXTRAS.values() for need in needs if need.startswith("planctl")]


def test_the_wheel_that_is_tried_is_the_one_that_is_built() -> None:
    assert f"/wheel/{DISTRIBUTION.replace('-', '_')}-*.whl" in texts()[".ci/run"]

"""The shipped data exported once in every format, by planctl run as a program, and what its answers say of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planctl.showing.exporting.formats import ExportFormat
from tests.conftest import DATA, FULING, ROOT, Run

Written = Callable[..., bytes]


@pytest.fixture(scope="session")
def run(planctl: Run) -> Written:
    """Return what planctl writes to standard output; it must succeed and say nothing else."""

    def written(*arguments: str, cwd: Path = ROOT) -> bytes:
        ran = planctl(*arguments, cwd=cwd)
        assert (ran.returncode, ran.stderr) == (0, b""), ran.stderr.decode()
        return ran.stdout

    return written


@pytest.fixture(scope="session")
def exports(run: Written, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where each export is, by its format."""
    folder = tmp_path_factory.mktemp("exports")
    paths = {format.value: folder / f"fuling.{format.value}" for format in ExportFormat}
    for format, path in paths.items():
        assert run("export", format, "-o", str(path), "--data", str(DATA), *FULING) == b""
    return paths


@pytest.fixture(scope="session")
def answers(run: Written) -> dict[str, Any]:
    """What planctl says as JSON, by the command."""
    commands = (
        "status 2022",
        "status 2023",
        "statements 2022",
        "statements 2023",
        "statements 2023 --pairs",
        "diff 2022 2023",
        "projects 2022",
        "projects 2023",
    )
    return {command: json.loads(run(*command.split(), "--format", "json")) for command in commands}

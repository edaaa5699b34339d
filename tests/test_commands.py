"""Commands by name, and values of the command line that are read without the library that typer reads them with."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from planctl.cli.app import app
from planctl.cli.commands import HOMES
from planctl.cli.plain import NOT_PLAIN, plain
from tests.conftest import Run

PROGRAM: Any = get_command(app)
COMMANDS = {"planctl": PROGRAM, **{name: PROGRAM.get_command(None, name) for name in HOMES}}
PARAMETERS = [(name, param) for name, command in COMMANDS.items() for param in command.params]
TEXTS = (
    *("2022", "02022", "٢٠٢٢", "２０２２", "+1", "-1", "1e3", "1_000", " 7", "101", "9" * 5000, "", " ", "-"),
    *(
        "met",
        "MET",
        "unmet",
        "gap",
        "json",
        "zh",
        "error",
        "xlsx",
        "series",
        "500102",
        "重庆",
        "a,b",
        "\udcff",
        "\ud800",
        "\0",
        ".",
    ),
    *("tests", "tests/", "no/such/file", "tests/golden/../golden", "~", "//tmp", str(Path(__file__))),
)


def by_typer(param: Any, value: Any) -> Any:
    """Return what typer reads a value as by its own way, or the fault that it tells."""
    context = typer.Context(PROGRAM)
    try:
        return param.get_runtime_param().coerce(value, param=param, ctx=context)
    except typer.TyperException as fault:
        return type(fault)


@pytest.mark.parametrize(("command", "param"), PARAMETERS, ids=[f"{name}-{param.name}" for name, param in PARAMETERS])
def test_what_is_plain_is_read_as_typer_reads_it(command: str, param: Any) -> None:
    annotation = COMMANDS[command].callback.__annotations__.get(param.name, bool)
    several = param.multiple or param.nargs != 1
    for text in (*TEXTS, None):
        value = text if text is None or not several else (text, text)
        read = plain(annotation, value, several=several)
        if read is not NOT_PLAIN:
            known = by_typer(param, value)
            assert (read, [*map(type, read or ())] if several else type(read)) == (
                tuple(known) if several else known,
                [*map(type, known or ())] if several else type(known),
            )


@pytest.mark.parametrize(
    "arguments",
    [("diff", "2022", "2023"), ("--help",), ("--lang", "zh", "show", "21")],
    ids=" ".join,
)
def test_a_usual_command_line_is_read_without_pydantic(arguments: tuple[str, ...], tmp_path: Path) -> None:
    code = (
        "import sys; from planctl.cli.app import run\n"
        "try: run()\n"
        "finally: print(*{'pydantic', 'yaml', 'typer'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2 if len(arguments) > 1 else 1):
        ran = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert ran.stderr.decode().split() == ["typer"]


def test_a_command_imports_no_other(planctl: Run) -> None:
    code = "import sys; from planctl.cli.app import run\ntry: run()\nfinally: print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code, "rule", "numbering"], capture_output=True, check=True)
    loaded = {name.removeprefix("planctl.cli.") for name in ran.stderr.decode().split() if "planctl.cli." in name}
    assert loaded & set(HOMES.values()) == {"checking"}


def test_a_name_that_no_command_has_is_held_against_all_of_them(planctl: Run) -> None:
    assert "did you mean 'export'?" in planctl("exprot").stderr.decode()

"""The commands by name, each imported when it is asked for: the imports of one take longer than what it does."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from planctl.cli.command import PlanctlCommand
from planctl.cli.help import localize, paragraphs_of
from planctl.cli.plain import PlainHelp, read_plainly

if TYPE_CHECKING:
    from planctl.showing.wording import Wording

HOMES: Mapping[str, str] = MappingProxyType(
    {
        "status": "judging",
        "show": "judging",
        "scenarios": "judging",
        "diff": "comparing",
        "projects": "planning",
        "statements": "reading",
        "parse": "reading",
        "regions": "regions",
        "compare": "regions",
        "series": "regions",
        "levels": "regions",
        "wording": "regions",
        "report": "reporting",
        "check": "checking",
        "verify": "documents",
        "extract": "drafting",
        "new": "drafting",
        "accept": "drafting",
        "export": "exporting",
        "rule": "checking",
        "schema": "checking",
        "help": "helping",
    }
)
"""The module that each command is a function of, in the order of the help."""


class Command(PlainHelp, PlanctlCommand):
    """A command that reads plainly what is plain."""


class Commands(PlainHelp, TyperGroup):
    """All commands, of which none is there before it is asked for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._wording: Wording | None = None

    def speak(self, wording: "Wording") -> None:
        """Say all help in a language."""
        self._wording = wording
        localize(self, wording)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the name of a command; typer has added all options by now."""
        read_plainly(self)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return list(HOMES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command; `None` where none has that name, and then all are there that may be meant."""
        for name in [cmd_name] if cmd_name in HOMES else HOMES:
            if name not in self.commands:
                self.commands[name] = _made(name)
                if self._wording:
                    localize(self.commands[name], self._wording)
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write what each command does, as the first paragraph of its function says; none has to be made for that."""
        said = self._wording.translate if self._wording else str
        rows = [(name, said(paragraphs_of(function_of(name).__doc__)[0]).rstrip("。")) for name in HOMES]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def function_of(name: str) -> Callable[..., None]:
    """Return the function of a command."""
    found: Callable[..., None] = getattr(import_module(f"planctl.cli.{HOMES[name]}"), name)
    return found


def _made(name: str) -> Any:
    alone = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    alone.command(cls=Command)(function_of(name))
    command = get_command(alone)
    read_plainly(command)
    return command

"""The command that explains the others: `help`."""

from typing import Annotated, Any

import typer

from planctl.cli import completing
from planctl.cli.language import LanguageOption

Name = Annotated[
    str | None,
    typer.Argument(metavar="COMMAND", help="The command to explain.", autocompletion=completing.commands),
]


def help(context: typer.Context, command: Name = None, lang: LanguageOption = None) -> None:
    """Show the help of a command, or what commands there are."""
    root: Any = context.find_root()
    if command is None:
        typer.echo(root.get_help())
        return
    _, found, _ = root.command.resolve_command(root, [command])
    found.make_context(command, ["--help"], parent=root)

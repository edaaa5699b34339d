"""The command line: options to a call, its answer to a view, and an exit code."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from planctl import __version__
from planctl.cli.commands import Commands
from planctl.cli.language import LanguageOption, asked_among, spoken
from planctl.cli.output import abandon_output, tell, tell_line
from planctl.cli.streams import prepare_environment, prepare_streams, prepare_to_end
from planctl.messages.languages import Language, language_of
from planctl.messages.message import PlanctlError, say
from planctl.messages.refusals import reason_of

FINE, UNUSABLE, INTERRUPTED = 0, 2, 130
READER_GONE = 1
"""What the command line library leaves with where the reader of its help has left."""

EXAMPLES = """\b
Examples:
  planctl status 2022                           every indicator, its verdict
  planctl status 2022 --only unmet --sort gap   the misses, the worst first
  planctl status 2022 --format json             for programs
  planctl show 21                               why indicator 21 is met
  planctl show 失业率                           find one by part of its name
  planctl scenarios 2022                        counts under other readings
  planctl diff 2022 2023                        what became of each target
  planctl diff 2022 2023 --only unmet           what became of the misses
  planctl projects 2023                         the money, and whether sums hold
  planctl projects 2023 --list --search 华峰    the projects that are named
  planctl projects 2022 2023                    which of them return
  planctl statements 2022 --search 企业         figures in the prose
  planctl parse 预计64以上 快于经济增速         how cells are read
  planctl report 2022 2023 -o report.html       all of it on one page
  planctl check --strict                        the data against itself
  planctl verify report.pdf                     the data against the document
  planctl extract report.docx -o chengdu        a transcript begun from one
  planctl export xlsx -o fuling.xlsx            all of it, for other programs
"""

app = typer.Typer(
    name="planctl",
    cls=Commands,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"planctl {__version__}")
        raise typer.Exit(FINE)


@app.callback(invoke_without_command=True)
def planctl(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version.", callback=_print_version, is_eager=True)
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where in planctl it failed, where that is a fault of planctl.")
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """Ask a Chinese government plan report what became of its targets.

    planctl reads YAML transcribed from a report, judges each indicator by rules, and holds its verdicts against what
    the report says of itself.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run() -> None:
    """Run the command line and leave with its exit code.

    That is 0 for fine, 1 for findings, 2 for usage, input or output; a fault that nobody foresaw is raised.
    """
    prepare_streams()
    prepare_environment(os.environ)
    prepare_to_end()
    asked = asked_among(sys.argv[1:])
    try:
        code = _answer(asked)
        sys.stdout.flush()
    except PlanctlError as fault:
        tell(fault, asked)
        code = UNUSABLE
    except BrokenPipeError:
        abandon_output()
        code = FINE
    except OSError as fault:
        if fault.filename is not None:  # then it is of a file, and not of a stream
            raise
        abandon_output()
        tell(PlanctlError(say("the answer cannot be written: {reason}", reason=reason_of(fault))), asked)
        code = UNUSABLE
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _answer(asked: Language | None) -> int:
    command: Any = get_command(app)
    if (asked or language_of(os.environ)) is not Language.ENGLISH:
        command.speak(spoken(asked))
    try:
        return command.main(prog_name="planctl", standalone_mode=False) or FINE
    except TyperException as fault:
        from planctl.cli.usage import told

        for line in told(fault, spoken(asked)):
            tell_line(line)
        return fault.exit_code
    except SystemExit as left:
        if left.code != READER_GONE:
            raise
        return FINE

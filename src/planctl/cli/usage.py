"""What the command line library says of wrong usage, told in the reader's language."""

from string import Formatter
from typing import TYPE_CHECKING

from planctl.messages.message import Message, say

if TYPE_CHECKING:
    from typer.exceptions import TyperException

    from planctl.showing.wording import Wording

SAID: tuple[tuple[str, Message], ...] = (
    (
        "No such command {name}. Did you mean {others}?",
        say("there is no command {name}; did you mean {others}?", name="", others=""),
    ),
    ("No such command {name}.", say("there is no command {name}; 'planctl --help' has all", name="")),
    (
        "No such option: {name} (Possible options: {others})",
        say("there is no option {name}; did you mean {others}?", name="", others=""),
    ),
    ("No such option: {name}", say("there is no option {name}", name="")),
    ("Missing argument {name}.", say("{name} is missing", name="")),
    ("Missing option {name}.", say("{name} is missing", name="")),
    ("Option {name} requires an argument.", say("{name} needs a value", name="")),
    ("Option {name} does not take a value.", say("{name} takes no value", name="")),
    ("Got unexpected extra argument(s) ({arguments})", say("more than is asked for: {arguments}", arguments="")),
    ("Invalid value for {name}: {reason}", say("{name}: {reason}", name="", reason="")),
    ("Invalid value: {reason}", say("{reason}", reason="")),
    ("Value error, {value} is not one of {values}.", say("{value} is none of {values}", value="", values="")),
    (
        "Input should be a valid integer, unable to parse string as an integer",
        say("it has to be a whole number"),
    ),
    ("Input should be greater than or equal to {least}", say("it has to be at least {least}", least="")),
    ("Input should be less than or equal to {most}", say("it has to be at most {most}", most="")),
)
"""What the library says of a fault, and how it is told; what is not among them stays as it is."""


def told(fault: "TyperException", wording: "Wording") -> tuple[str, ...]:
    """Return the lines that say what is wrong, with the usage of the command before it."""
    lines: list[str] = []
    if context := getattr(fault, "ctx", None):
        lines += context.get_usage().splitlines()
        hint = f"{context.command_path} {context.help_option_names[0]}"
        lines += [wording.say("Try '{command}' for help.", command=hint), ""]
    lines.append(wording.say("Error: {reason}", reason=_translated(fault.format_message(), wording)))
    return tuple(lines)


def _translated(said: str, wording: "Wording") -> str:
    for template, message in SAID:
        gaps = _gaps(template, said)
        if gaps is not None:
            known = {name: _translated(text, wording) for name, text in gaps.items()}
            return wording(message._replace(arguments=tuple(known.items())))
    return said


def _gaps(template: str, said: str) -> dict[str, str] | None:
    """Return what stands in the gaps of a template, where a text was made from it."""
    found: dict[str, str] = {}
    gap = ""
    for literal, name, _, _ in Formatter().parse(template):
        before, there, said = said.partition(literal) if literal else ("", "", said)
        if literal and (not there or (before and not gap)):
            return None
        if gap:
            found[gap] = before
        gap = name or ""
    if gap:
        return {**found, gap: said}
    return None if said else found

"""What the command line library says of wrong usage, told in the reader's language."""

from string import Formatter
from typing import TYPE_CHECKING

from planctl.messages import Message, say

if TYPE_CHECKING:
    from typer.exceptions import TyperException

    from planctl.views.wording import Wording

SAID: tuple[Message, ...] = (
    say("No such command {name}.", name=""),
    say("No such option: {name} (Possible options: {others})", name="", others=""),
    say("No such option: {name}", name=""),
    say("Missing argument {name}.", name=""),
    say("Missing option {name}.", name=""),
    say("Option {name} requires an argument.", name=""),
    say("Option {name} does not take a value.", name=""),
    say("Got unexpected extra argument(s) ({arguments})", arguments=""),
    say("Invalid value for {name}: {reason}", name="", reason=""),
    say("Invalid value: {reason}", reason=""),
    say("Value error, {value} is not one of {values}.", value="", values=""),
    say("Input should be a valid integer, unable to parse string as an integer"),
    say("Input should be greater than or equal to {least}", least=""),
    say("Input should be less than or equal to {most}", most=""),
)
"""The faults that the library tells of, in its words; what is not among them stays as it is."""


def told(fault: "TyperException", wording: "Wording") -> str:
    """Return what is wrong, with the usage of the command before it."""
    lines = []
    if context := getattr(fault, "ctx", None):
        lines.append(context.get_usage())
        hint = f"{context.command_path} {context.help_option_names[0]}"
        lines += [wording.say("Try '{command}' for help.", command=hint), ""]
    lines.append(wording.say("Error: {reason}", reason=_translated(fault.format_message(), wording)))
    return "\n".join(lines)


def _translated(said: str, wording: "Wording") -> str:
    for message in SAID:
        gaps = _gaps(message.template, said)
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

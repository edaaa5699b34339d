"""What the command line library says of wrong usage, told in the reader's language."""

from string import Formatter
from typing import TYPE_CHECKING, Any

from planctl.messages.message import Message, say
from planctl.messages.suggestions import Suggestions

if TYPE_CHECKING:
    from typer.exceptions import TyperException

    from planctl.showing.wording import Wording

SAID: tuple[tuple[str, Message], ...] = (
    (
        "Missing argument {name}. Choose from:{choices}",
        say("{name} is missing; it is one of {choices}", name="", choices=""),
    ),
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


NO_COMMAND = "No such command {name}.{rest}"
OTHER_NAMES = {"excel": "xlsx", "xls": "xlsx", "markdown": "md", "ndjson": "jsonl", "db": "sqlite", "text": "table"}
"""What people call what planctl calls by another name."""
NEAR_NAME, NEAR_VALUE = 0.7, 0.6
"""How like a command or an option, or a value, has to be to what is known; `--year` is not `--pager`."""


def told(fault: "TyperException", wording: "Wording") -> tuple[str, ...]:
    """Return the lines that say what is wrong, with the usage of the command before it."""
    lines: list[str] = []
    context = getattr(fault, "ctx", None)
    if context:
        lines += context.get_usage().splitlines()
        hint = f"{context.command_path} {context.help_option_names[0]}"
        lines += [wording.say("Try '{command}' for help.", command=hint), ""]
    unknown = getattr(fault, "option_name", "")
    if unknown and hasattr(fault, "possibilities"):
        reason = _no_option(unknown, context, wording)
    elif gaps := _gaps(NO_COMMAND, fault.message):
        reason = _no_command(gaps["name"], context, wording)
    else:
        reason = _translated(fault.format_message(), wording)
    lines.append(wording.say("Error: {reason}", reason=reason))
    return tuple(lines)


def _no_command(name: str, context: Any, wording: "Wording") -> str:
    near = Suggestions(context.command.list_commands(context)).near(name.strip("'"), 1, NEAR_NAME)
    if not near:
        return wording.say("there is no command {name}; 'planctl --help' has all", name=name)
    return wording.say("there is no command {name}; did you mean '{near}'?", name=name, near=near[0])


def _no_option(name: str, context: Any, wording: "Wording") -> str:
    """Return that there is no such option, and the one that is like it but for a letter or two."""
    known = {option.lstrip("-"): option for param in context.command.params for option in param.opts}
    near = [known[each] for each in Suggestions(known).near(name.lstrip("-"), 1, NEAR_NAME)]
    if not near:
        return wording.say("there is no option {name}", name=name)
    return wording.say("there is no option {name}; did you mean {others}?", name=name, others=tuple(near))


def _none_of(value: str, values: str, wording: "Wording") -> str:
    """Return that a value is none of those that there are, and which of them may be meant."""
    known = [each.strip("'") for each in values.split(", ")]
    names = {each: each for each in known} | {name: each for name, each in OTHER_NAMES.items() if each in known}
    near = [names[each] for each in Suggestions(names).near(value.strip("'").casefold(), 1, NEAR_VALUE)]
    if not near:
        return wording.say("{value} is none of {values}", value=value, values=values)
    return wording.say("{value} is none of {values}; did you mean '{near}'?", value=value, values=values, near=near[0])


def _translated(said: str, wording: "Wording") -> str:
    for template, message in SAID:
        gaps = _gaps(template, said)
        if gaps is not None and "values" in gaps:
            return _none_of(gaps["value"], gaps["values"], wording)
        if gaps is not None:
            known = {name: _translated(" ".join(text.split()), wording) for name, text in gaps.items()}
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

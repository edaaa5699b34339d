"""The help of every command in the reader's language, laid out for signs that are two cells wide."""

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planctl.showing.wording import Wording

VERBATIM = "\b"
"""What stands before a paragraph whose lines are kept."""


def paragraphs_of(text: str | None) -> list[str]:
    """Return the paragraphs of a help text, each on one line unless its lines are to be kept: what is translated."""
    found = [paragraph.strip("\n") for paragraph in (text or "").split("\n\n")]
    return [part if part.startswith(VERBATIM) else " ".join(part.split()) for part in found if part.strip()]


def texts_of(command: Any) -> "Iterator[str]":
    """Yield all that the help of a command says in words of its own, as it is translated."""
    yield from paragraphs_of(command.help)
    yield from paragraphs_of(command.epilog)
    for param in command.params:
        if param.help:
            yield param.help
        if param.param_type_name == "argument":
            yield param.metavar or param.name


def localize(command: Any, wording: "Wording") -> None:
    """Put the help of a command into a language."""
    formatter = _formatter(wording)
    command.context_class = type("Context", (command.context_class,), {"formatter_class": formatter})
    command.options_metavar = wording.say("[OPTIONS]")
    command.help = "\n\n".join(map(wording.translate, paragraphs_of(command.help)))
    command.epilog = "\n\n".join(map(wording.translate, paragraphs_of(command.epilog)))
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = wording.say("COMMAND [ARGS]...")
    for param in command.params:
        param.help = param.help and wording.translate(param.help)
        if param.param_type_name == "argument":
            param.metavar = wording.translate(param.metavar or param.name)
    command.wording = wording


def _formatter(wording: "Wording") -> type:
    base: Any = typer.Context.formatter_class

    class Formatter(base):  # type: ignore[misc]
        """Lays out by cells, and says in the reader's language what the command line library says by itself."""

        def write_usage(self, program: str, arguments: str = "", prefix: str | None = None) -> None:
            super().write_usage(program, arguments, prefix or wording.say("Usage: "))

        def write_heading(self, heading: str) -> None:
            self.write(f"{' ' * self.current_indent}{_heading(heading, wording)}\n")

        def write_text(self, text: str) -> None:
            indent = " " * self.current_indent
            lines = _folded(text, self.width - self.current_indent)
            self.write("".join(f"{indent}{line}".rstrip() + "\n" for line in lines))

        def write_dl(self, rows: "Iterable[tuple[str, str]]", *_: int, **__: int) -> None:
            from rich.cells import cell_len

            known = [(_types(names, wording), _defaults(said, wording)) for names, said in rows]
            first = min(max(cell_len(names) for names, _ in known), 30) + 2
            indent = " " * (first + self.current_indent)
            for names, said in known:
                lines = _folded(said, max(self.width - first - self.current_indent, 10))
                head = f"{' ' * self.current_indent}{names}"
                if cell_len(names) <= first - 2 and lines:
                    head += " " * (first - cell_len(names)) + lines.pop(0)
                self.write("\n".join([head.rstrip(), *(f"{indent}{line}" for line in lines)]) + "\n")

    return Formatter


def _folded(text: str, width: int) -> list[str]:
    from planctl.showing.folding import fold

    lines: list[str] = []
    for paragraph in paragraphs_of(text):
        lines += [""] if lines else []
        if paragraph.startswith(VERBATIM):
            lines += paragraph.strip(f"{VERBATIM}\n").splitlines()
        else:
            lines += fold(paragraph, width)
    return lines


def _heading(heading: str, wording: "Wording") -> str:
    known = {
        "Arguments": wording.say("Arguments:"),
        "Options": wording.say("Options:"),
        "Commands": wording.say("Commands:"),
    }
    return known.get(heading, f"{heading}:")


def _types(names: str, wording: "Wording") -> str:
    """Return what stands before a help text, with the types in it named as people call them."""
    before, opened, rest = names.partition(" <")
    inner = rest.removesuffix(">")
    if inner.startswith("list["):
        inner = inner.removeprefix("list[").removesuffix("]")
    known = {
        "int": wording.say("whole number"),
        "int range": wording.say("whole number"),
        "str": wording.say("text"),
        "path": wording.say("path"),
        "Path": wording.say("path"),
    }
    return f"{before} <{known.get(inner, inner)}>" if opened else names


def _defaults(said: str, wording: "Wording") -> str:
    """Return a help text with what the command line library adds to it and to its own option translated."""
    if said == "Show this message and exit.":
        return wording.say("Show this message and exit.")
    text, opened, notes = said.rpartition("[")
    if not (opened and notes.endswith("]")):
        return said
    told = []
    for note in notes.removesuffix("]").split("; "):
        key, colon, value = note.partition(": ")
        if colon and key == "default":
            told.append(wording.say("default: {value}", value=value))
        else:
            told.append(wording.say("required") if note == "required" else note)
    return f"{text}[{wording.semicolon.join(told)}]"

"""What is said, as values: a message and its arguments, where it applies, and what to do about it.

A message's id is its English template, as in gettext, and `str` gives it in English; `showing.wording` renders it for a
reader, so that another language needs a catalogue and no change to the core.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple, Union

from planctl.values.meanings import Figure

DISTRIBUTION = "plan-report-ctl"
"""What is installed; `planctl` on the package index is another program."""

Argument = Union[str, int, Decimal, Figure, "Message", tuple["Argument", ...]]


class Message(NamedTuple):
    """A template with named gaps, and what goes into them; a tuple in a gap is a list of things."""

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def __str__(self) -> str:
        """Return the message in English, as one line."""
        return self.rendered(str, ", ", "; ")

    def rendered(self, translate: Callable[[str], str], comma: str, semicolon: str) -> str:
        """Return the message as one line in a language: its templates and terms translated, lists parted as given."""

        def shown(argument: Argument) -> str:
            match argument:
                case Message():
                    return argument.rendered(translate, comma, semicolon)
                case StrEnum():
                    return translate(argument.replace("-", " "))
                case Decimal():
                    return f"{argument:f}"
                case str() | int() | Figure():
                    return str(argument)
            between = semicolon if any(isinstance(item, Message) for item in argument) else comma
            return between.join(map(shown, argument))

        return translate(self.template).format(**{name: shown(argument) for name, argument in self.arguments})


def say(template: str, /, **arguments: Argument) -> Message:
    """Return the message of a template that is written out at the call, so that a catalogue can be made of them."""
    return Message(template, tuple(arguments.items()))


NOTHING = Message("")
"""What is said where there is nothing to say."""


class Place(NamedTuple):
    """Where printed text stands in a file; line and column count from 1, and 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Show the place as editors and compilers do: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def below(self, folder: str) -> "Place":
        """Return the place as it is named in a folder that its file stands in; any other as it is."""
        file = PurePath(self.file)
        return self._replace(file=file.relative_to(folder).as_posix()) if file.is_relative_to(folder) else self


class Severity(StrEnum):
    """How much a problem weighs.

    An error: the data contradicts itself or what it transcribes. A warning: the report contradicts itself. A note: it
    is true, and worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Related(NamedTuple):
    """Another place that a problem speaks of, and what stands there."""

    place: Place
    message: Message


class Problem(NamedTuple):
    """A fault in a file: where it is, which kind it is, what is wrong and how to mend it.

    `at` names what it is about by an id, where an acknowledgement can refer to it.
    """

    place: Place
    name: str
    message: Message
    remedy: Message
    severity: Severity = Severity.ERROR
    at: str = ""
    related: tuple[Related, ...] = ()

    def below(self, folder: str) -> "Problem":
        """Return the problem with its places as they are named in a folder."""
        related = tuple(each._replace(place=each.place.below(folder)) for each in self.related)
        return self._replace(place=self.place.below(folder), related=related)

    def __str__(self) -> str:
        """Return the problem in English, as one line: place, severity, what is wrong, what to do, and its name."""
        return f"{self.place}: {self.severity}: {self.message}; {self.remedy} [{self.name}]"


class PlanctlError(Exception):
    """planctl cannot go on. One place, in `cli`, catches it and shows what it carries.

    `choices` are what may have been meant, a line each: a word that can be typed, and what it is of.
    """

    def __init__(self, message: Message, choices: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message, *([choices] if choices else []))
        self.message = message
        self.choices = choices

    def __str__(self) -> str:
        """Return the message, and the choices a line each."""
        return "\n".join([str(self.message), *(f"  {word} {name}".rstrip() for word, name in self.choices)])


class Unreadable(PlanctlError):
    """A file cannot be used; `problems` are all its faults, in their order in the file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(say("{count} problems", count=len(problems)))
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))

    def __str__(self) -> str:
        """Return all problems, a line each."""
        return "\n".join(map(str, self.problems))

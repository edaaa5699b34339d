"""Messages rendered for a reader. Another language is another catalogue of templates, looked up here."""

from decimal import Decimal

from planctl.messages import Argument, Message, Problem
from planctl.model import Text
from planctl.values import Figure


def render(message: Message) -> str:
    """Return the message as one line of English."""
    return message.template.format(**{name: _shown(argument) for name, argument in message.arguments})


def render_problem(problem: Problem) -> str:
    """Return the problem as one line: place, severity, what is wrong, what to do, and its name."""
    said, remedy = render(problem.message), render(problem.remedy)
    return f"{problem.place}: {problem.severity}: {said}; {remedy} [{problem.name}]"


def in_english(text: Text) -> str:
    """Return our own text in the language that messages are in."""
    return text.en


def _shown(argument: Argument) -> str:
    if isinstance(argument, Message):
        return render(argument)
    if isinstance(argument, Figure):
        return str(argument)
    if isinstance(argument, tuple):
        messages = any(isinstance(item, Message) for item in argument)
        return ("; " if messages else ", ").join(_shown(item) for item in argument)
    return f"{argument:f}" if isinstance(argument, Decimal) else str(argument)

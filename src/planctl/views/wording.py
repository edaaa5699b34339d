"""Messages rendered for a reader. Another language is another catalogue of templates, looked up here."""

from planctl.messages import Message, Problem
from planctl.model import Text


def render(message: Message) -> str:
    """Return the message as one line in the reader's language."""
    return str(message)


def render_problem(problem: Problem) -> str:
    """Return the problem as one line in the reader's language."""
    return str(problem)


def in_english(text: Text) -> str:
    """Return our own text in the language that messages are in."""
    return text.en

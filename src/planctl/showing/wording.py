"""What is said, rendered for a reader: messages, terms and texts of our own in the reader's language."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from planctl.files.loading import load_translations
from planctl.messages.languages import Language, translations_of
from planctl.messages.message import Argument, Message, Problem, say
from planctl.report.model import Text


class Wording:
    """One language: `translate` gives a template in it, and itself where it has none, as gettext does.

    Ids, keys, names of checks, and all that is printed in a report are the same in every language; a rule has a title
    beside its name, which programs see.
    """

    def __init__(self, language: str, translate: Callable[[str], str], comma: str, semicolon: str) -> None:
        self.language = language
        self.translate = translate
        self.comma = comma
        self.semicolon = semicolon

    @property
    def is_english(self) -> bool:
        """Whether English names are of use to the reader beside the printed ones."""
        return self.language == "en"

    def __call__(self, message: Message) -> str:
        """Return the message as one line."""
        return message.rendered(self.translate, self.comma, self.semicolon)

    def say(self, template: str, /, **arguments: Argument) -> str:
        """Return the message of a template that is written out at the call."""
        return self(say(template, **arguments))

    def term(self, term: StrEnum) -> str:
        """Return the words for a status, a flag and the like."""
        return self.translate(term.replace("-", " "))

    def text(self, text: Text) -> str:
        """Return our own text in the reader's language."""
        return text.zh if self.language == "zh" else text.en

    def problem(self, problem: Problem) -> str:
        """Return a problem as one line: place, weight, what is wrong, what to do, and its name."""
        return f"{problem.place}: {self.term(problem.severity)}: {self.advice(problem)} [{problem.name}]"

    def advice(self, problem: Problem) -> str:
        """Return what is wrong, and what to do."""
        return f"{self(problem.message)}{self.semicolon}{self(problem.remedy)}"

    def summed(self, counts: Iterable[tuple[int, Argument]]) -> str:
        """Return how many there are of what, as a sum, without those of which there are none."""
        return " + ".join(self.say("{number} {term}", number=number, term=term) for number, term in counts if number)

    def listed(self, words: Iterable[str]) -> str:
        """Return words one after another, parted as the language parts them."""
        return self.comma.join(words)


ENGLISH = Wording("en", str, ", ", "; ")


def chinese(translate: Callable[[str], str]) -> Wording:
    """Return the wording in Chinese, by a catalogue of translations."""
    return Wording("zh", translate, "、", "；")


def wording_in(language: Language) -> Wording:
    """Return the wording in a language, with the translations that planctl has."""
    if language is Language.ENGLISH:
        return ENGLISH
    compiled = load_translations(language)
    return chinese(translations_of(compiled) if compiled else str)

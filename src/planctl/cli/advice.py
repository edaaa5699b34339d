"""Commands that planctl advises, with the folder and the region that it was asked about.

Whoever works on a folder of his own and follows an advice without it is answered from planctl's own data.
"""

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.showing.wording import Wording

WHERE = {"-d": "--data", "--data": "--data", "--region": "--region"}
"""The options that say what is asked about."""
OF_DATA = ("check", "show", "status", "verify")
"""The commands that are advised and take them."""
QUOTES = {"'planctl ": "'", "“planctl ": "”"}


def where_among(arguments: Sequence[str]) -> str:
    """Return the options of a command line that say what is asked about, as they are to be typed again."""
    words = arguments[: arguments.index("--")] if "--" in arguments else arguments
    found = {}
    for index, word in enumerate(words):
        name, _, value = word.partition("=")
        if name in WHERE:
            found[WHERE[name]] = value or "".join(words[index + 1 : index + 2])
        elif word.startswith("-d") and not word.startswith("--"):
            found["--data"] = word[2:]
    return "".join(f" {name} {_quoted(value)}" for name, value in found.items() if value)


def _quoted(value: str) -> str:
    """Return a value as it is to be typed: in quotation marks where a shell would read something else."""
    return value if all(sign.isalnum() or sign in "./_-~" for sign in value) else quote(value)


def keeping(wording: "Wording", where: str) -> "Wording":
    """Return a wording whose advised commands say where they are asked."""
    from planctl.showing.wording import Wording

    def translate(template: str) -> str:
        return _kept(wording.translate(template), where.replace("{", "{{").replace("}", "}}"))

    return Wording(wording.language, translate, wording.comma, wording.semicolon) if where else wording


def _kept(text: str, where: str) -> str:
    for opening, closing in QUOTES.items():
        before, quoted, rest = text.partition(opening)
        command, closed, behind = rest.partition(closing)
        words = command.split(" ")
        if quoted and closed and words[0] in OF_DATA and not {"--data", "--list"} & set(words):
            return f"{before}{quoted}{command}{where}{closed}{_kept(behind, where)}"
    return text

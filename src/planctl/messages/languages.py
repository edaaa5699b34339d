"""Which language a reader wants, and its translations, compiled from `locale/` when planctl is installed."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from io import BytesIO

VARIABLES = ("PLANCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set decides, as POSIX has it for messages, with planctl's own before them."""


class Language(StrEnum):
    """The languages that planctl speaks."""

    CHINESE = "zh"
    ENGLISH = "en"


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language that an environment asks for: Chinese in a zh locale, and English in any other."""
    named = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return Language.CHINESE if named.replace("-", "_").lower().split("_")[0] == "zh" else Language.ENGLISH


def translations_of(compiled: bytes) -> Callable[[str], str]:
    """Return what gives a template in the language of a compiled catalogue; the template itself where it has none."""
    from gettext import GNUTranslations

    known = GNUTranslations(BytesIO(compiled)).gettext
    return lambda template: template and known(template)  # for gettext answers nothing with the catalogue's own header

"""Which language a reader wants, and its translations, compiled from `locale/` when planctl is installed."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from io import BytesIO

DOMAIN = "planctl"
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


def translate_into(language: Language) -> Callable[[str], str]:
    """Return what gives a template in a language; the template itself where there is no translation of it."""
    if language is Language.ENGLISH:
        return str
    from gettext import GNUTranslations

    from planctl.files import packaged

    catalogue = packaged("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    if catalogue is None:
        return str
    known = GNUTranslations(BytesIO(catalogue)).gettext
    return lambda template: template and known(template)  # for gettext answers nothing with the catalogue's own header

"""Compiles the translations when planctl is built or installed, also in place: gettext reads no other form."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Writes a `planctl.mo` beside each `planctl.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each catalogue, before what goes into the wheel is collected."""
        for catalogue in Path(self.root, "src", "planctl", "messages", "locale").glob("*/LC_MESSAGES/*.po"):
            with catalogue.open("rb") as source, catalogue.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source))

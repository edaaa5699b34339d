"""What planctl says, collected from its source for translators: `python -m tests.translations` brings the catalogue up.

What is new gets an empty translation, what is gone is removed, and the catalogue is compiled. Nothing is guessed.
"""

import io
import pkgutil
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract
from typer.main import get_command

from planctl import showing
from planctl.checks.registry import CHECKS
from planctl.cli.app import app
from planctl.cli.help import texts_of
from planctl.corpus.chains import Position
from planctl.corpus.wordings import GroupedBy, TargetWording
from planctl.diff.changes import Relation
from planctl.diff.fate import Fate
from planctl.diff.marks import Mark
from planctl.diff.movement import Movement, Standing
from planctl.diff.statements import Against
from planctl.judging.assessment import Basis
from planctl.judging.progress import Pace
from planctl.judging.rules import name_of
from planctl.judging.scenarios import SCENARIOS
from planctl.judging.sums import SumAgreement
from planctl.judging.verdict import Flag, Status
from planctl.messages.message import Severity
from planctl.report.model import Grouping, Kind, Level, Period, Succession
from planctl.report.regions import RegionLevel
from planctl.showing.explanation import EXPLAINED, paragraphs_of, unused_acceptance
from planctl.showing.fields import Field, Output
from planctl.values.meanings import Due, Stage
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "planctl"
DOMAIN = "planctl"
CATALOGUE = SOURCE / "messages" / "locale" / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"
TERMS: tuple[type[StrEnum], ...] = (
    *(Status, Pace, Flag, Kind, Basis, Fate, Relation, Mark, Movement, Standing, Against, Severity),
    *(RegionLevel, Position, TargetWording, GroupedBy),
    *(Grouping, Level, Period, Succession, SumAgreement, Stage, Due),
)
"""The enumerations whose members are shown in words."""
HEADER = """\
# The Chinese of planctl.
msgid ""
msgstr ""
"POT-Creation-Date: 2026-11-26 00:00+0000\\n"
"PO-Revision-Date: 2026-11-26 00:00+0000\\n"
"Language: zh\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def said() -> Iterator[tuple[str, str]]:
    """Yield each template, term and text that is shown, with the file or the part of planctl that it is of."""
    for path in sorted(SOURCE.rglob("*.py")):
        with path.open("rb") as stream:
            for _, template, _, _ in extract("python", stream, keywords={"say": None}):
                assert isinstance(template, str)
                yield template, path.relative_to(ROOT).as_posix()
    for path in sorted(SOURCE.rglob("*.j2")):
        with path.open("rb") as stream:
            for _, _, found, _ in babel_extract(stream, ["say"], [], {}):
                said_there = found if isinstance(found, str) else (found or ("",))[0]
                yield said_there or "", path.relative_to(ROOT).as_posix()
    yield from words()
    program: Any = get_command(app)
    for command in (program, *(program.get_command(None, name) for name in program.list_commands(None))):
        for text in texts_of(command):
            yield text, f"help of {command.name}"
    functions: tuple[Callable[..., object], ...] = (*(check.find for check in CHECKS), unused_acceptance, *EXPLAINED)
    for function in functions:
        for paragraph in paragraphs_of(function):
            yield paragraph, f"page of {function.__name__}"


def words() -> Iterator[tuple[str, str]]:
    """Yield the words of the data that a reader sees: members of enumerations, columns of Markdown, values in them."""
    for term in (member for each in TERMS for member in each):
        yield term.replace("-", " "), "terms"
    for view in pkgutil.walk_packages(showing.__path__, f"{showing.__name__}."):
        module = import_module(view.name)
        described = (field for value in vars(module).values() for field in _fields_in(value))
        brief = [field.key for field in described if Output.BRIEF in field.outputs]
        for column in (*brief, *getattr(module, "BRIEF", getattr(module, "COLUMNS", ()))):
            yield column.replace("_", " "), "columns"
    for value in ("points", "true", "false"):
        yield value, "values"
    for rule in EXPLAINED:
        yield name_of(rule), "rules"
    for scenario in SCENARIOS:
        yield scenario.name.replace("-", " "), "scenarios"


def _fields_in(value: object) -> tuple[Field[object], ...]:
    return value if isinstance(value, tuple) and value and isinstance(value[0], Field) else ()


def template() -> Catalog:
    """Return all that is shown, without translations."""
    found = Catalog(domain=DOMAIN)
    for text, origin in said():
        if re.search(r"[\w,;:()]|\} \{", re.sub(r"\{\w+\}", "{}", text)):
            found.add(text, locations=[(origin, 1)])
    return found


def current() -> Catalog:
    """Return the catalogue as it stands."""
    if not CATALOGUE.exists():
        return Catalog(locale="zh", domain=DOMAIN)
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="zh", domain=DOMAIN)


def updated() -> bytes:
    """Return the text of the catalogue with all that is shown now, its translations kept."""
    known = {message.id: message.string for message in current() if message.id}
    found = template()
    for message in found:
        message.string = known.get(message.id, "") if message.id else ""
        message.flags.discard("python-format")
        message.flags.discard("python-brace-format")
    stream = io.BytesIO()
    write_po(stream, found, width=0, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return HEADER.encode() + stream.getvalue()


def main() -> None:
    """Bring the catalogue up, and compile it."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(updated())
    with CATALOGUE.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, current())


if __name__ == "__main__":
    main()

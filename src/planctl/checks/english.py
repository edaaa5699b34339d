"""Checks of the English names that the data gives to what a report names in Chinese."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.messages.message import Related, say
from planctl.messages.placeholders import PLACEHOLDERS
from planctl.report.model import Report, with_parts


class EnglishNamed(NamedTuple):
    """Something with a Chinese and an English name: what it is called in its report, and the key of the English one."""

    at: str
    key: str
    chinese: str
    english: str


def english_differs(dossier: Dossier) -> Iterator[Finding]:
    """One Chinese name has another English name elsewhere, so that a reader of English takes one thing for two.

    Asked of rows, statements, programmes and their parts, in all files.

    Example: 区级重点项目 is District key projects in 2022, and Key projects at district level in 2023.
    """
    first: dict[str, tuple[Report, EnglishNamed]] = {}
    for report in dossier.reports:
        for named in _named(report):
            if not named.english or named.english in PLACEHOLDERS:
                continue
            there, other = first.setdefault(named.chinese, (report, named))
            if other.english != named.english:
                message = say(
                    "{name} is '{english}' here, and '{other}' elsewhere",
                    name=named.chinese,
                    english=named.english,
                    other=other.english,
                )
                related = Related(place_of(there, other.at, other.key), say("here it is '{name}'", name=other.english))
                remedy = say("give both one name, or acknowledge that they are two things")
                yield Finding(report, named.at, named.key, message, remedy, (related,))


def no_english(dossier: Dossier) -> Iterator[Finding]:
    """Names of a file are in Chinese alone, so that readers of English have none for them.

    Nothing is computed from an English name. Whoever writes for Chinese readers alone may leave this note.

    Example: a row without `name_en`.
    """
    for report in dossier.reports:
        named = list(_named(report))
        without = sum(not each.english for each in named) + (not report.source.region.name_en)
        if without:
            message = say(
                "{without} of {total} names have no English beside them", without=without, total=len(named) + 1
            )
            remedy = say("write 'name_en', and 'label_en' of a statement, for readers of English")
            yield Finding(report, "report", "region", message, remedy)


def _named(report: Report) -> Iterator[EnglishNamed]:
    for row in with_parts(report.indicators):
        yield EnglishNamed(row.id, "name_en", row.name, row.name_en)
    for statement in report.statements:
        yield EnglishNamed(f"statements.{statement.id}", "label_en", statement.label, statement.label_en)
    for programme in report.programmes:
        at = f"programmes.{programme.id}"
        yield EnglishNamed(at, "name_en", programme.name, programme.name_en)
        for breakdown in programme.breakdowns:
            for count, item in enumerate(breakdown.items, 1):
                yield EnglishNamed(f"{at}.breakdowns.{breakdown.by}.items.{count}", "name_en", item.name, item.name_en)

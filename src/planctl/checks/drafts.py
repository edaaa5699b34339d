"""The checks of what was drafted, and has still to be compared with the page or to be written."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.checks.lock import parts_of
from planctl.messages.message import NOTHING, say
from planctl.messages.placeholders import PLACEHOLDERS
from planctl.report.model import Report

MARK = ".draft"
ROWS = "rows"
SHOWN = 3
SOURCE = frozenset({"url", "sha256"})
"""What a file has under `source`, and the model has of the report itself."""


GROUPS = {
    "report": say("head of the file"),
    "claim": say("count sentence"),
    ROWS: say("rows"),
    "notes": say("notes"),
    "reasons": say("reasons"),
    "statements": say("statements"),
    "programmes": say("programmes"),
    "projects": say("projects"),
    "figures": say("figures"),
}
"""How what is drafted is called, by its key in the file."""


def draft(dossier: Dossier) -> Iterator[Finding]:
    """Something was drafted by `planctl extract` or `planctl new`, and nobody has compared it with the page yet.

    Whoever has looked removes the key `draft`, which says where it was found. Rows are counted together, and so are
    statements, projects, and the like; the first of each is shown.

    Example: a row with `draft: report.txt:26:1`.
    """
    for report in dossier.reports:
        groups: dict[str, list[str]] = {}
        for name in report.places:
            if name.endswith(MARK):
                at = name.removesuffix(MARK)
                group, dot, _ = at.partition(".")
                groups.setdefault(group if dot or at in ("report", "claim") else ROWS, []).append(at)
        for group, drafts in groups.items():
            left = len(drafts) - SHOWN
            more = say(" and {count} more", count=left) if left > 0 else NOTHING
            message = say(
                "{group}: {count} drafts, which nobody has compared with the page: {first}{more}",
                group=GROUPS.get(group, group),
                count=len(drafts),
                first=tuple(drafts[:SHOWN]),
                more=more,
            )
            if group in ("report", "claim"):
                message = say("the {group} is a draft, which nobody has compared with the page", group=GROUPS[group])
            remedy = say("compare each with the place that it names, mend it, and remove 'draft'")
            yield Finding(report, drafts[0], "draft", message, remedy)


def placeholder(dossier: Dossier) -> Iterator[Finding]:
    """Something that a draft left open has not been written: an English name, a summary, an address, a code.

    Asked of the published report, of what is no draft any more, and of the reasons under `accept`.

    Example: `name_en: to be translated`.
    """
    for report in dossier.reports:
        for at, value, _ in parts_of(report):
            if at == "report" or f"{at}{MARK}" not in report.places:
                for key, found in _placeholders(value, ()):
                    message = say("'{found}' stands where something has to be written", found=found)
                    yield Finding(report, at, _key(report, at, key), message, say("write it, as docs/data.md says"))


def _key(report: Report, at: str, path: tuple[str, ...]) -> str:
    """Return the key at which something stands in the file: the whole path to it, or its beginning."""
    keys = [".".join(path), f"source.{path[-1]}" if path[-1] in SOURCE else path[0]]
    return next((key for key in keys if f"{at}.{key}" in report.places), "")


def _placeholders(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each placeholder in a value with the names that lead to it; parts and projects are told by themselves."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        for key, each in value._asdict().items():
            yield from _placeholders(each, (*path, key))
    elif isinstance(value, tuple):
        for count, each in enumerate(value, 1):
            yield from _placeholders(each, (*path, str(count)))
    elif str(value) in PLACEHOLDERS:
        yield path, str(value)

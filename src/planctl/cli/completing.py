"""What a shell completes: years, regions, indicators, series and checks of the data that a command line names.

What cannot be read completes nothing, for a shell has no place for a complaint.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from planctl.messages.message import PlanctlError

Completed = list[tuple[str, str]]
"""Words with what is told beside them."""


def _data(context: typer.Context) -> Path | None:
    given = context.params.get("data")
    return Path(given) if given else None


def _corpus(context: typer.Context) -> Any:
    from planctl.api.corpus import load_corpus

    return load_corpus(_data(context))


def _archive(context: typer.Context) -> Any:
    from planctl.api.archive import load

    return load(_data(context), context.params.get("region"))


def years(context: typer.Context) -> Completed:
    """Return the years that there is anything of."""
    with suppress(PlanctlError):
        found = {year for archive in _corpus(context).archives for year in archive.all_years}
        return [(str(year), "") for year in sorted(found)]
    return []


def regions(context: typer.Context) -> Completed:
    """Return the codes of the regions, with their names."""
    with suppress(PlanctlError):
        return [(member.region.code, member.region.name) for member in _corpus(context).members]
    return []


def indicators(context: typer.Context) -> Completed:
    """Return the ids of the rows of a year, with their names."""
    with suppress(PlanctlError):
        plan = _archive(context).plan(context.params.get("year"))
        return [(case.indicator.id, case.indicator.name) for case in plan.rows]
    return []


def series(context: typer.Context) -> Completed:
    """Return the ids of the rows of all regions."""
    with suppress(PlanctlError):
        found = dict(_series(context))
        return sorted(found.items())
    return []


def _series(context: typer.Context) -> Iterator[tuple[str, str]]:
    for archive in _corpus(context).archives:
        for year in archive.years:
            with suppress(PlanctlError):
                yield from ((case.indicator.id, case.indicator.name) for case in archive.plan(year).rows)


def checks() -> Completed:
    """Return the names of the checks."""
    from planctl.checks.registry import CHECKS

    return [(check.name, "") for check in CHECKS]


def explained() -> Completed:
    """Return the names of the checks, and of the rules that give verdicts."""
    from planctl.judging.rules import name_of
    from planctl.showing.explanation import EXPLAINED

    return [*checks(), *((name_of(rule), "") for rule in EXPLAINED)]


def commands(context: typer.Context) -> Completed:
    """Return the names of the commands."""
    root: Any = context.find_root().command
    return [(name, "") for name in root.list_commands(context)]

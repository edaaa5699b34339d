"""The check of ids: a series that is known by its name has the id that it has everywhere."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.messages.message import say
from planctl.report.model import with_parts


def id_differs(dossier: Dossier) -> Iterator[Finding]:
    """A row has an id that the catalogue has not for its name, in any unit.

    By the id a series is known from year to year and from region to region; a mistyped one is a series of its own, and
    one of another series is compared with that.

    Example: id `gdp-grwth` of 地区生产总值增速, which is `gdp-growth` everywhere.
    """
    for report in dossier.reports:
        for row in with_parts(report.indicators):
            known = dossier.catalogue().find(row.name, row.unit)
            if known and not row.follows and row.id not in dossier.catalogue().ids(row.name):
                message = say("{name} is '{id}' everywhere, and '{here}' here", name=row.name, id=known.id, here=row.id)
                yield Finding(report, row.id, "id", message, say("write '{id}'", id=known.id))

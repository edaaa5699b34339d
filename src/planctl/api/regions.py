"""What is asked together must be of one region."""

from collections.abc import Iterable

from planctl.messages.message import Message, PlanctlError, say
from planctl.report.model import Region
from planctl.report.plan import Plan


def one_region(named: Iterable[tuple[str | Message, Plan]]) -> None:
    """Raise `PlanctlError` where plans, each with its name, are of two regions: nothing of one became of the other."""
    regions = [(name, plan.region) for name, plan in named]
    for last, other in regions[1:]:
        first, one = regions[0]
        if not other.may_be(one):
            raise PlanctlError(
                say(
                    "{first} is of {one}, and {last} is of {other}",
                    first=first,
                    one=_shown(one),
                    last=last,
                    other=_shown(other),
                )
            )


def _shown(region: Region) -> str:
    return f"{region.code} {region.name}"

"""What is asked together must be of one region."""

from collections.abc import Iterable

from planctl.messages import PlanctlError, say
from planctl.plan import Plan


def one_region(named: Iterable[tuple[str, Plan]]) -> None:
    """Raise `PlanctlError` where plans, each with its name, are of two regions: nothing of one became of the other."""
    regions = [(name, f"{plan.region.code} {plan.region.name}", plan.region.code) for name, plan in named]
    for name, region, code in regions[1:]:
        first, one, expected = regions[0]
        if code != expected:
            raise PlanctlError(
                say("{first} is of {one}, and {last} is of {other}", first=first, one=one, last=name, other=region)
            )

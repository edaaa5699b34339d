"""A year's plan judged as a whole: the counts, what the met ones rest on, and whether the report says the same."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from planctl.judging.cases import Judged, judge
from planctl.judging.rules import AS_JUDGED, Policy
from planctl.judging.statuses import Order as Order
from planctl.judging.verdict import Flag, Status, Verdict
from planctl.report.lookup import mentions
from planctl.report.model import Kind, Text
from planctl.report.plan import Plan, Vintage


class Counts(NamedTuple):
    """How many indicators have each status."""

    total: int
    met: int
    unmet: int
    discontinued: int
    pending: int
    undetermined: int


class Basis(StrEnum):
    """What a verdict rests on, the weakest that applies.

    A statement, a tolerance (a result short of a target with 左右), an adjusted target, an estimate, or figures.
    """

    FIGURES = "figures"
    ESTIMATE = "estimate"
    ADJUSTED = "adjusted target"
    TOLERANCE = "tolerance"
    STATEMENT = "statement"


class Agreement(NamedTuple):
    """Whether the verdicts are those that the report states: the same counts, and the same members.

    `only_judged` and `only_stated` are pairs of status and id that the other side does not have. `acknowledged` are the
    reasons for which the data accepts all that differs; empty where nothing differs, or not all is accepted.
    """

    counts: bool
    only_judged: tuple[tuple[Status, str], ...]
    only_stated: tuple[tuple[Status, str], ...]
    acknowledged: tuple[Text, ...] = ()

    @property
    def members(self) -> bool:
        """Whether the unmet and the discontinued are the same ones, as sets."""
        return not (self.only_judged or self.only_stated)

    @property
    def agrees(self) -> bool:
        """Whether counts and members both agree."""
        return self.counts and self.members


class Assessment:
    """A plan with the verdict on each of its indicators; what is counted from them is counted once."""

    def __init__(self, plan: Plan, judged: tuple[Judged, ...], vintage: Vintage = Vintage.REPORT) -> None:
        self.plan = plan
        self.judged = judged
        self.vintage = vintage

    def __repr__(self) -> str:
        """Show whose plan it is, and its counts."""
        counts = ", ".join(f"{number} {name}" for name, number in self.counts._asdict().items() if number)
        return f"<{type(self).__name__} of {self.plan.region.name}, {self.plan.year}: {counts}>"

    @property
    def rows(self) -> tuple[Judged, ...]:
        """All indicators in printed order, each followed by its parts."""
        return tuple(row for each in self.judged for row in (each, *each.parts))

    @cached_property
    def counts(self) -> Counts:
        """The counts of all indicators."""
        return count(self.judged)

    @cached_property
    def agreement(self) -> Agreement | None:
        """How the verdicts compare with what the report states; `None` where it states nothing."""
        return agreement(self.plan, self.judged)

    @cached_property
    def turned(self) -> tuple[Judged, ...]:
        """The indicators whose verdict would be another by the figures of the other vintage."""
        return tuple(each for each in self.judged if each.verdict and Flag.TURNED_BY_FINAL in each.verdict.flags)

    @cached_property
    def bases(self) -> dict[Basis, int]:
        """How many of the met rest on what."""
        found = Counter(basis(each.verdict) for each in self.judged if status_of(each) is Status.MET and each.verdict)
        return {base: found[base] for base in Basis if found[base]}

    def select(
        self,
        statuses: frozenset[Status] = frozenset(),
        kind: Kind | None = None,
        order: Order = Order.PRINTED,
        text: str = "",
    ) -> "Selection":
        """Return the indicators of `kind` that have one of `statuses`, or any where none is named, in `order`.

        With `text`, those that have it in a name or an id, or whose parts do.
        """
        wanted = text.strip().casefold()
        rows = [
            each
            for each in self.judged
            if (not statuses or status_of(each) in statuses)
            and kind in (None, each.case.indicator.kind)
            and any(mentions(row.case.indicator, wanted) for row in (each, *each.parts))
        ]
        return Selection(self, tuple(sorted(rows, key=_gap_key) if order is Order.GAP else rows))

    def of_kind(self, kind: Kind) -> tuple[Judged, ...]:
        """Return the judged indicators of one kind."""
        return tuple(each for each in self.judged if each.case.indicator.kind is kind)


class Selection(NamedTuple):
    """Some rows of an assessment, in the order to show them; counts and agreement stay those of the whole."""

    assessment: Assessment
    rows: tuple[Judged, ...]

    def __repr__(self) -> str:
        return f"<Selection of {len(self.rows)} rows of {self.assessment!r}>"


def assess(plan: Plan, policy: Policy = AS_JUDGED) -> Assessment:
    """Return the plan with each of its indicators judged under a policy."""
    return Assessment(plan, tuple(judge(case, policy) for case in plan.cases), policy.vintage)


def status_of(judged: Judged) -> Status | None:
    """Return the status of a judged case; `None` for a part without figures."""
    return judged.verdict.status if judged.verdict else None


def count(judged: Iterable[Judged]) -> Counts:
    """Return how many have each status; what has no verdict is not counted."""
    found = Counter(filter(None, map(status_of, judged)))
    return Counts(found.total(), **{status.value: found[status] for status in Status})


def basis(verdict: Verdict) -> Basis:
    """Return the weakest thing that a verdict rests on."""
    if Flag.STATED in verdict.flags:
        return Basis.STATEMENT
    if Flag.TOLERATED in verdict.flags:
        return Basis.TOLERANCE
    if Flag.ADJUSTED in verdict.flags:
        return Basis.ADJUSTED
    return Basis.ESTIMATE if Flag.ESTIMATED in verdict.flags else Basis.FIGURES


def names_all_unmet(plan: Plan) -> bool:
    """Return whether a report names as many indicators that were not met as it counts, and any at all."""
    named = _named_as_unmet(plan)
    return bool(named) and len(named) >= (plan.claim.unmet or 0 if plan.claim else 0)


def _named_as_unmet(plan: Plan) -> set[str]:
    """Return the ids of the indicators that claim and reasons name as not met, a part counting as its indicator."""
    owner = _owners(plan)
    named = [id for reason in plan.reasons for id in reason.indicators]
    return {owner.get(id, id) for id in (*named, *(plan.claim.unmet_indicators if plan.claim else ()))}


def _owners(plan: Plan) -> dict[str, str]:
    return {part.indicator.id: case.indicator.id for case in plan.cases for part in case.parts}


def agreement(plan: Plan, judged: tuple[Judged, ...]) -> Agreement | None:
    """Return how verdicts on a plan's indicators compare with its claim and reasons; `None` without a claim.

    The unmet that the report states are the indicators that its claim and its reasons name, a part counting as its
    indicator; where it names none, or fewer than it counts, no other is held to be missing there. The discontinued are
    those that the claim names; where it counts some and names none, their number alone is compared too.
    """
    if not (claim := plan.claim):
        return None
    counts = count(judged)
    owner = _owners(plan)
    stated = {(Status.UNMET, id) for id in _named_as_unmet(plan)}
    stated |= {(Status.DISCONTINUED, owner.get(id, id)) for id in claim.discontinued_indicators}
    named = {Status.UNMET} if names_all_unmet(plan) else set()
    if claim.discontinued_indicators or not claim.discontinued:
        named.add(Status.DISCONTINUED)
    found = {(each.verdict.status, each.case.indicator.id) for each in judged if each.verdict}
    same = Agreement(
        counts=counts.total == claim.total and claim.agrees(counts.met, counts.unmet, counts.discontinued),
        only_judged=tuple(sorted(pair for pair in found - stated if pair[0] in named)),
        only_stated=tuple(sorted(stated - found)),
    )
    return same._replace(acknowledged=_acknowledged(plan, same, same_total=counts.total == claim.total))


def _acknowledged(plan: Plan, same: Agreement, *, same_total: bool) -> tuple[Text, ...]:
    """Return the reasons for which the data accepts what differs, under the names by which checks find that."""
    differing = {("claim-members", row) for _, row in (*same.only_judged, *same.only_stated)}
    if not same_total:
        differing.add(("claim-count", "claim"))
    elif not same.counts and same.members:
        differing.add(("claim-members", "claim"))
    accepted = {(each.check, each.at): each.reason for report in plan.reports for each in report.accept}
    return tuple(accepted[each] for each in sorted(differing)) if differing <= set(accepted) else ()


def _gap_key(judged: Judged) -> tuple[bool, Decimal]:
    percent = judged.verdict.gap.percent if judged.verdict and judged.verdict.gap else None
    return (percent is None, percent if percent is not None else Decimal(0))

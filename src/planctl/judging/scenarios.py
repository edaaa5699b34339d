"""The same cases under other readings: what the counts would be, and which rows would move.

`SCENARIOS` is the whole list; to add a reading, add an entry.
"""

from decimal import Decimal
from typing import NamedTuple

from planctl.judging.assessment import Agreement, Assessment, Counts, agreement, assess, count, status_of
from planctl.judging.cases import Judged
from planctl.judging.rules import AS_JUDGED, Policy
from planctl.judging.verdict import Status
from planctl.messages.message import Message, say
from planctl.report.model import Indicator, Kind
from planctl.report.plan import Plan, Vintage


class Scenario(NamedTuple):
    """A reading: its name, what it does, the policy it judges by, and which rows it counts."""

    name: str
    about: Message
    policy: Policy = AS_JUDGED
    parts_apart: bool = False
    only: Kind | None = None


SCENARIOS: tuple[Scenario, ...] = (
    Scenario("as-judged", say("adjusted targets, a part can fail its whole, estimates count, equality is met")),
    Scenario(
        "printed-targets",
        say("targets as printed, before any note adjusts them"),
        Policy(adjusted_targets=False),
    ),
    Scenario("parts-ignored", say("an unmet part leaves its whole alone"), Policy(parts_count=False)),
    Scenario(
        "parts-apart",
        say("a part with figures is a row of its own"),
        Policy(parts_count=False),
        parts_apart=True,
    ),
    Scenario(
        "printed-targets-parts-ignored",
        say("targets as printed, and an unmet part leaves its whole alone"),
        Policy(adjusted_targets=False, parts_count=False),
    ),
    Scenario("estimates-aside", say("an estimate decides nothing: undetermined"), Policy(estimates_count=False)),
    Scenario("strictly-above", say("equality is not met"), Policy(equality_meets=False)),
    Scenario(
        "strict-about",
        say("a target with 左右 has to be reached, without a tolerance"),
        Policy(tolerance=Decimal(0)),
    ),
    Scenario("constraint-only", say("constraint indicators alone"), only=Kind.CONSTRAINT),
    Scenario("expected-only", say("expected indicators alone"), only=Kind.EXPECTED),
    Scenario(
        "final-figures",
        say("final figures of a later publication, where there are any"),
        Policy(vintage=Vintage.FINAL),
    ),
)


class Move(NamedTuple):
    """A row whose status differs from `as-judged`; `before` is `None` for a part that only this reading counts."""

    indicator: Indicator
    before: Status | None
    after: Status


class ScenarioOutcome(NamedTuple):
    """What a scenario comes to; `agreement` is `None` without a claim, or where other rows are counted."""

    scenario: Scenario
    counts: Counts
    moved: tuple[Move, ...]
    agreement: Agreement | None

    def __repr__(self) -> str:
        return f"<ScenarioOutcome {self.scenario.name}: {len(self.moved)} rows move, {self.counts}>"


def run_scenarios(plan: Plan, tolerance: Decimal = AS_JUDGED.tolerance) -> tuple[ScenarioOutcome, ...]:
    """Return what each scenario comes to, in the order of the list; with another tolerance for targets with 左右."""
    policy = AS_JUDGED._replace(tolerance=tolerance)
    judged = assess(plan, policy)
    return tuple(_outcome(_tolerating(scenario, tolerance), plan, judged, policy) for scenario in SCENARIOS)


def _tolerating(scenario: Scenario, tolerance: Decimal) -> Scenario:
    """Return a reading with another tolerance, where it does not set one of its own."""
    if scenario.policy.tolerance != AS_JUDGED.tolerance:
        return scenario
    return scenario._replace(policy=scenario.policy._replace(tolerance=tolerance))


def _outcome(scenario: Scenario, plan: Plan, as_judged: Assessment, policy: Policy) -> ScenarioOutcome:
    assessment = as_judged if scenario.policy == policy else assess(plan, scenario.policy)
    rows = assessment.of_kind(scenario.only) if scenario.only else assessment.judged
    if scenario.parts_apart:
        rows = tuple(row for each in rows for row in (each, *(part for part in each.parts if part.verdict)))
    same_rows = not (scenario.only or scenario.parts_apart)
    found = agreement(plan, rows) if same_rows else None
    if found and (count(rows), found) != (as_judged.counts, as_judged.agreement):
        found = found._replace(acknowledged=())  # what is acknowledged is what planctl's own reading finds
    return ScenarioOutcome(scenario, count(rows), _moves(rows, as_judged), found)


def _moves(rows: tuple[Judged, ...], as_judged: Assessment) -> tuple[Move, ...]:
    before = {each.case.indicator.id: status_of(each) for each in as_judged.judged}
    moves = ((row.case.indicator, before.get(row.case.indicator.id), status_of(row)) for row in rows)
    return tuple(Move(indicator, old, new) for indicator, old, new in moves if new and new is not old)

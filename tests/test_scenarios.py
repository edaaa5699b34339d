"""The other readings of the real plan, and what their moves add up to."""

from collections import Counter

import pytest

import planctl
from planctl.judging.scenarios import SCENARIOS, ScenarioOutcome, run_scenarios
from planctl.messages.message import Message
from planctl.report.model import Kind
from tests.conftest import DATA


@pytest.fixture(scope="module")
def outcomes() -> dict[str, ScenarioOutcome]:
    return {outcome.scenario.name: outcome for outcome in planctl.load(DATA).scenarios(2022)}


@pytest.mark.parametrize(
    ("name", "counts", "moved"),
    [
        ("as-judged", (32, 17, 14, 1, 0, 0), []),
        ("printed-targets", (32, 16, 15, 1, 0, 0), [("21", "met", "unmet")]),
        ("parts-ignored", (32, 18, 13, 1, 0, 0), [("23", "unmet", "met")]),
        (
            "parts-apart",
            (34, 19, 14, 1, 0, 0),
            [("其中：", None, "met"), ("23", "unmet", "met"), ("其中：", None, "unmet")],
        ),
        (
            "printed-targets-parts-ignored",
            (32, 17, 14, 1, 0, 0),
            [("21", "met", "unmet"), ("23", "unmet", "met")],
        ),
        (
            "estimates-aside",
            (32, 14, 12, 1, 0, 5),
            [
                ("9", "unmet", "undetermined"),
                ("14", "met", "undetermined"),
                ("22", "met", "undetermined"),
                ("29", "unmet", "undetermined"),
                ("30", "met", "undetermined"),
            ],
        ),
        ("strictly-above", (32, 15, 16, 1, 0, 0), [("11", "met", "unmet"), ("27", "met", "unmet")]),
        ("constraint-only", (7, 4, 3, 0, 0, 0), []),
        ("expected-only", (25, 13, 11, 1, 0, 0), []),
        ("final-figures", (32, 16, 15, 1, 0, 0), [("14", "met", "unmet")]),
    ],
)
def test_a_reading_of_2022(
    outcomes: dict[str, ScenarioOutcome], name: str, counts: tuple[int, ...], moved: list[tuple[str, str | None, str]]
) -> None:
    outcome = outcomes[name]
    assert tuple(outcome.counts) == counts
    assert [
        (move.indicator.number or move.indicator.prefix, move.before, move.after) for move in outcome.moved
    ] == moved


def test_only_the_reading_of_the_report_gives_its_members(outcomes: dict[str, ScenarioOutcome]) -> None:
    agreeing = {name for name, outcome in outcomes.items() if outcome.agreement and outcome.agreement.agrees}
    same_counts = {name for name, outcome in outcomes.items() if outcome.agreement and outcome.agreement.counts}
    assert agreeing == {"as-judged"}
    assert same_counts == {"as-judged", "printed-targets-parts-ignored"}


def test_what_moves_is_what_the_counts_differ_by(outcomes: dict[str, ScenarioOutcome]) -> None:
    before = Counter(outcomes["as-judged"].counts._asdict())
    for outcome in outcomes.values():
        if outcome.scenario.only:
            continue
        after = Counter(before)
        for move in outcome.moved:
            after[move.after] += 1
            after["total"] += not move.before
            if move.before:
                after[move.before] -= 1
        assert dict(after) == outcome.counts._asdict(), outcome.scenario.name


def test_the_two_kinds_are_the_whole(outcomes: dict[str, ScenarioOutcome]) -> None:
    kinds = [outcomes[f"{kind}-only"].counts for kind in Kind]
    assert tuple(map(sum, zip(*kinds, strict=True))) == tuple(outcomes["as-judged"].counts)


def test_a_plan_without_results_is_pending_under_every_reading() -> None:
    for outcome in run_scenarios(planctl.load(DATA).plan(2023)):
        assert outcome.counts.pending == outcome.counts.total
        assert outcome.agreement is None


def test_every_reading_says_what_it_does() -> None:
    names = [scenario.name for scenario in SCENARIOS]
    assert len(set(names)) == len(names)
    assert all(isinstance(scenario.about, Message) and str(scenario.about) for scenario in SCENARIOS)

"""The other readings of the real plan, and what their moves add up to."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import planctl
from planctl.judging.assessment import Basis, assess
from planctl.judging.scenarios import SCENARIOS, ScenarioOutcome, run_scenarios
from planctl.judging.verdict import Status
from planctl.messages.message import Message
from planctl.report.model import Kind
from tests.conftest import DATA, HEAD, Run, plan_of


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
    assert agreeing == {"as-judged", "strict-about"}, "the report has no target with 左右"
    assert same_counts == agreeing | {"printed-targets-parts-ignored"}


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


ABOUT = """
indicators:
  - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: 6左右, actual: "5.8"}
  - {id: b, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: 6左右, actual: "6.1"}
  - {id: c, number: "3", name: 丙, name_en: C, unit: "%", kind: expected, target: 6左右, actual: "5.6"}
"""


def test_what_is_met_on_a_tolerance_alone_is_told_apart_from_what_was_reached() -> None:
    judged = assess(plan_of(ABOUT))
    assert judged.bases == {Basis.FIGURES: 1, Basis.TOLERANCE: 1}
    assert judged.counts.met == 2


def test_strict_about_moves_what_is_met_on_a_tolerance_and_no_other() -> None:
    outcomes = {outcome.scenario.name: outcome for outcome in run_scenarios(plan_of(ABOUT))}
    assert [(move.indicator.id, move.after) for move in outcomes["strict-about"].moved] == [("a", Status.UNMET)]


def test_another_tolerance_holds_in_every_reading_but_the_strict_one() -> None:
    outcomes = {outcome.scenario.name: outcome for outcome in run_scenarios(plan_of(ABOUT), Decimal(10))}
    met = {name: outcome.counts.met for name, outcome in outcomes.items() if name != "constraint-only"}
    assert met.pop("strict-about") == 1
    assert set(met.values()) == {3}


def test_the_tolerance_of_scenarios_is_that_of_status(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "indicators_2022.yaml").write_text(f"{HEAD}year: 2022\n{ABOUT}", encoding="utf-8")
    for tolerance, met in (("0", 1), ("5", 2), ("10", 3)):
        asked = ("2022", "-d", str(tmp_path), "--tolerance", tolerance, "-f", "json")
        readings = json.loads(planctl("scenarios", *asked).stdout)["scenarios"]
        assert readings[0]["counts"]["met"] == json.loads(planctl("status", *asked).stdout)["summary"]["met"] == met

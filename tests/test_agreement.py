"""What the report states of its outcome against the verdicts: members that are not named, and what is acknowledged."""

import json
from pathlib import Path

import pytest

import planctl as library
from tests.conftest import HEAD, Run

ROWS = """indicators:
  - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: "5", actual: "6"}
  - {id: b, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: "5", actual: 不再统计}
"""
REASON = "{zh: 表中所列不同, en: the table has it so}"
KEY = "discontinued_indicators"


def folder(path: Path, claim: str, accept: str = "") -> dict[str, str]:
    """Write a year with a claim, and return the setting that reads it."""
    text = f"{HEAD}year: 2022\nclaim: {{{claim}}}\n{ROWS}{accept}"
    (path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    return {"PLANCTL_DATA": str(path)}


@pytest.mark.parametrize(
    ("claim", "agrees"),
    [
        ("total: 2, met: 1, unmet: 0, discontinued: 1", True),
        ("total: 2, met: 1, unmet: 0, discontinued: 1, discontinued_indicators: [b]", True),
        ("total: 2, met: 1, unmet: 0, discontinued: 1, discontinued_indicators: [a]", False),
        ("total: 2, met: 1, unmet: 1, discontinued: 0", False),
        ("total: 2, met: 0, unmet: 0, discontinued: 2", False),
    ],
)
def test_where_no_discontinued_are_named_their_number_decides(claim: str, agrees: bool, tmp_path: Path) -> None:
    folder(tmp_path, claim)
    agreement = library.load(tmp_path).status(2022).agreement
    assert agreement
    assert agreement.agrees is agrees


def test_the_key_that_would_name_them_is_told_where_they_are_not_named(tmp_path: Path, planctl: Run) -> None:
    said = planctl("status", "2022", **folder(tmp_path, "total: 2, met: 1, unmet: 0, discontinued: 1"))
    assert b"agrees with the report" in said.stdout
    assert KEY in said.stdout.decode()
    assert b"names the same" not in said.stdout
    named = folder(tmp_path, "total: 2, met: 1, unmet: 0, discontinued: 1, discontinued_indicators: [b]")
    assert KEY not in planctl("status", "2022", **named).stdout.decode()


def test_a_claim_that_is_acknowledged_is_no_disagreement(tmp_path: Path, planctl: Run) -> None:
    accept = f"accept:\n  - {{check: claim-members, at: claim, reason: {REASON}}}\n"
    known = folder(tmp_path, "total: 2, met: 0, unmet: 1, discontinued: 1", accept)
    text = planctl("status", "2022", **known).stdout.decode()
    assert "acknowledged: the table has it so" in text
    assert "disagrees" not in text
    assert json.loads(planctl("status", "2022", "--format", "json", **known).stdout)["agrees"] is False
    scenarios = planctl("scenarios", "2022", **known).stdout.decode()
    assert "acknowledged:" in scenarios


@pytest.mark.parametrize("at", ["a", "b"])
def test_a_member_that_is_acknowledged_alone_leaves_the_others_in_disagreement(at: str, tmp_path: Path) -> None:
    accept = f"accept:\n  - {{check: claim-members, at: {at}, reason: {REASON}}}\n"
    folder(tmp_path, "total: 2, met: 1, unmet: 0, discontinued: 1, discontinued_indicators: [a]", accept)
    agreement = library.load(tmp_path).status(2022).agreement
    assert agreement
    assert not agreement.acknowledged


def test_an_acknowledgement_does_not_reach_other_readings(tmp_path: Path) -> None:
    accept = f"accept:\n  - {{check: claim-members, at: claim, reason: {REASON}}}\n"
    rows = ROWS.replace('"6"', "预计6")
    text = f"{HEAD}year: 2022\nclaim: {{total: 2, met: 0, unmet: 1, discontinued: 1}}\n{rows}{accept}"
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    found = {each.scenario.name: each.agreement for each in library.load(tmp_path).scenarios(2022)}
    own, aside = found["as-judged"], found["estimates-aside"]
    assert own
    assert aside
    assert own.acknowledged
    assert not aside.acknowledged


@pytest.mark.parametrize(
    ("named", "only_judged", "only_stated"),
    [("[a]", [], []), ("[a, b]", [], []), ("[c]", [], ["c"]), ("[a, c]", ["b"], ["c"])],
)
def test_no_miss_is_held_to_be_untold_while_the_report_names_fewer_than_it_counts(
    named: str, only_judged: list[str], only_stated: list[str], tmp_path: Path
) -> None:
    row = (
        '  - {{id: {0}, number: "{1}", name: {0}, name_en: A, unit: "%", kind: expected, target: "5", actual: "{2}"}}\n'
    )
    rows = "".join(row.format(*each) for each in (("a", 1, 4), ("b", 2, 4), ("c", 3, 6)))
    text = f"{HEAD}year: 2022\nclaim: {{total: 3, met: 1, unmet: 2, unmet_indicators: {named}}}\nindicators:\n{rows}"
    (tmp_path / "indicators_2022.yaml").write_text(text, encoding="utf-8")
    agreement = library.load(tmp_path).status(2022).agreement
    assert agreement
    assert [id for _, id in agreement.only_judged] == only_judged
    assert [id for _, id in agreement.only_stated] == only_stated

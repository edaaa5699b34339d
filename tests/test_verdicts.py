"""The real plan, judged: every verdict with its reason, and what changes when a figure does."""

from pathlib import Path

import pytest

import planctl
from planctl.judging.assessment import Assessment, Counts
from planctl.judging.cases import Judged
from tests.conftest import DATA, TESTS, Golden


@pytest.fixture
def changed(tmp_path: Path) -> "Changed":
    return Changed(tmp_path)


class Changed:
    """The shipped data of 2022 with one piece of it replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.text = (DATA / "indicators_2022.yaml").read_text(encoding="utf-8")

    def row(self, row: str, old: str, new: str) -> Assessment:
        """Return 2022 judged with `old` replaced by `new` after the row's id."""
        head, found, tail = self.text.partition(f"- id: {row}\n")
        assert found
        assert old in tail
        (self.folder / "indicators_2022.yaml").write_text(head + found + tail.replace(old, new, 1), encoding="utf-8")
        return planctl.load(self.folder).status(2022)


def status(assessment: Assessment, row: str) -> str | None:
    rows = {each.case.indicator.id: each for judged in assessment.judged for each in (judged, *judged.parts)}
    verdict = rows[row].verdict
    return verdict.status.value if verdict else None


@pytest.mark.parametrize("year", [2022, 2023])
def test_every_verdict_with_its_reason(year: int, golden: Golden) -> None:
    lines = [
        line
        for judged in planctl.load(DATA).status(year).judged
        for line in (_line(judged), *(f"   {_line(part)}" for part in judged.parts))
    ]
    golden(TESTS / "golden" / f"verdicts_{year}.txt", "\n".join(lines) + "\n")


def _line(judged: Judged) -> str:
    indicator, verdict = judged.case.indicator, judged.verdict
    name = f"{indicator.number or indicator.prefix} {indicator.name}"
    if not verdict:
        return f"{name}: no figure"
    gap = f" ({verdict.gap.size:+f}, {verdict.gap.percent} %)" if verdict.gap else ""
    flags = f" [{' '.join(verdict.flags)}]" if verdict.flags else ""
    return f"{name}: {verdict.status} by {verdict.rule}: {verdict.because!s}{gap}{flags}"


def test_the_report_and_the_rules_agree_by_count_and_by_name() -> None:
    assessment = planctl.load(DATA).status(2022)
    assert assessment.counts == Counts(total=32, met=17, unmet=14, discontinued=1, pending=0, undetermined=0)
    assert assessment.agreement
    assert assessment.agreement.agrees


def test_the_verdicts_that_turn_on_more_than_a_figure() -> None:
    rows = {judged.case.indicator.number: judged.verdict for judged in planctl.load(DATA).status(2022).judged}
    assert rows["21"]
    assert (rows["21"].status, rows["21"].rule) == ("met", "bound")
    assert {"adjusted", "printed-target-differs"} <= set(rows["21"].flags)
    assert rows["23"]
    assert (rows["23"].status, rows["23"].rule) == ("unmet", "part")
    assert str(rows["23"].because) == "6.6 < 8 in its part 农村居民人均可支配收入增速"
    assert rows["20"]
    assert rows["20"].status == "discontinued"
    assert rows["30"]
    assert (rows["30"].status, "stated" in rows["30"].flags) == ("met", True)


@pytest.mark.parametrize(
    ("row", "old", "new", "becomes"),
    [
        ("gdp-growth", 'actual: "2.6"', 'actual: "6.5"', "met"),
        ("clean-air-days", 'actual: "326"', 'actual: "330"', "met"),
        ("grain-output", 'target: "≥43"', 'target: "≥45"', "unmet"),
        ("surveyed-urban-unemployment-rate", 'actual: "5"', 'actual: "5.6"', "unmet"),
        ("budget-revenue-growth-excluding-vat-refunds", 'target: "0.1%"', 'target: "3%"', "unmet"),
        ("tax-revenue-growth-excluding-vat-refunds", 'actual: "3.3"', 'actual: "0.9"', "unmet"),
        ("foreign-investment-used", 'actual: "不再统计"', 'actual: "2"', "met"),
        ("major-pollutants-reduction", 'actual: "预计完成', 'actual: "未完成', "unmet"),
        ("forest-coverage", 'actual: "52"', 'actual: ""', "pending"),
        ("forest-coverage", 'actual: "52"', 'actual: "稳步提升"', "undetermined"),
    ],
)
def test_a_figure_that_changes_moves_the_verdict_the_counts_and_the_agreement(
    changed: Changed, row: str, old: str, new: str, becomes: str
) -> None:
    before = planctl.load(DATA).status(2022)
    after = changed.row(row, old, new)
    assert status(before, row) != becomes
    assert status(after, row) == becomes
    assert after.counts != before.counts
    assert after.agreement
    assert not after.agreement.agrees


def test_a_part_that_is_mended_mends_its_whole(changed: Changed) -> None:
    after = changed.row("rural-income-growth", 'actual: "6.6"', 'actual: "8"')
    assert status(after, "resident-income-growth") == "met"
    assert after.counts.unmet == 13


def test_equal_counts_with_other_members_do_not_agree(changed: Changed) -> None:
    changed.row("clean-air-days", 'actual: "326"', 'actual: "331"')
    changed.text = (changed.folder / "indicators_2022.yaml").read_text(encoding="utf-8")
    after = changed.row("grain-output", 'actual: "44.4"', 'actual: "42"')
    assert (after.counts.met, after.counts.unmet) == (17, 14)
    assert after.agreement
    assert (after.agreement.counts, after.agreement.members, after.agreement.agrees) == (True, False, False)
    assert after.agreement.only_judged == (("unmet", "grain-output"),)
    assert after.agreement.only_stated == (("unmet", "clean-air-days"),)


def test_a_discontinued_one_that_the_claim_does_not_name_does_not_agree(changed: Changed) -> None:
    changed.text = changed.text.replace("[foreign-investment-used]", "[grain-output]")
    after = changed.row("gdp-growth", 'actual: "2.6"', 'actual: "2.6"')
    assert after.agreement
    assert after.agreement.counts
    assert not after.agreement.members

"""A figure of the prose beside the outcome that it takes up: above, at or below it, and never raised or lowered."""

import pytest

from planctl.diff.statements import Against, pair
from tests.conftest import Run, plan_of

ROW = '{id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: "1"'


def against(reached: str, aimed: str, *, period: str = "year", better: str = "higher") -> Against:
    """Return how a target of the prose stands to an outcome of the year before."""

    def statement(id: str, value: str, when: str) -> str:
        return f'{{id: {id}, label: 甲, label_en: A, value: "{value}", period: {when}, section: 一, quote: "{value}"'

    before = f"""
    indicators:
      - {ROW}, actual: "1"}}
    statements:
      - {statement("old", reached, "year")}, better: {better}}}
    """
    after = f"""
    indicators:
      - {ROW}}}
    statements:
      - {statement("new", aimed, period)}, better: {better}, continues: old}}
    """
    (taken,) = pair(plan_of(before), plan_of(after, 2023)).pairs
    return taken.against


@pytest.mark.parametrize(
    ("reached", "aimed", "stands"),
    [
        ("8个", "10个以上", Against.ABOVE),
        ("8个", "8个", Against.AT),
        ("突破10万户", "保持10万户以上", Against.AT),
        ("10个", "8个", Against.BELOW),
        ("2亿元", "3000万元", Against.BELOW),
        ("增长5%", "稳定增长", Against.INCOMPARABLE),
    ],
)
def test_a_target_stands_above_at_or_below_what_was_reached(reached: str, aimed: str, stands: Against) -> None:
    assert against(reached, aimed) is stands


def test_where_less_is_better_a_target_below_what_was_reached_is_below_it_all_the_same() -> None:
    assert against("6%", "5%", better="lower") is Against.BELOW


def test_a_cumulative_figure_is_not_held_against_one_of_a_year() -> None:
    assert against("8个", "10个", period="cumulative") is Against.INCOMPARABLE


def test_pairs_say_nothing_is_raised_where_diff_calls_the_target_unchanged(planctl: Run) -> None:
    for language, words in {"en": ("raised", "lowered"), "zh": ("提高", "降低")}.items():
        text = planctl("statements", "2023", "--pairs", "--lang", language).stdout.decode()
        assert not any(word in text for word in words)

"""The work reports that lie beside the repository: each sentence is found, and all of it is read or told."""

import pytest

from planctl.grammar.target_sentences import TargetSentence
from tests.grammar.score import OUTCOMES, REPORTS, Result, Score, lines, results, scores


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports are not at hand")
def test_each_report_sets_targets_that_can_be_read() -> None:
    for score in scores():
        assert score.sentence, score.name
        assert len(score.sentence.targets) > 5, score.name
        assert not score.unreadable, score.name


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports are not at hand")
def test_what_reports_print_of_last_year_is_drafted_and_nothing_else() -> None:
    told = list(results())
    assert [each for each in told if each[2] in (Result.WRONG, Result.MISSING)] == []
    printed = len(OUTCOMES.read_text(encoding="utf-8").splitlines()) - 1
    assert sum(result is Result.RIGHT for _, _, result in told) == printed


def test_a_report_without_a_sentence_is_told() -> None:
    assert list(lines(Score("2031/甲", "", None), listed=True)) == ["2031/甲: no sentence"]


def test_what_was_refused_is_listed() -> None:
    sentence = TargetSentence((0, 4), None, (), ((0, 4),))
    assert list(lines(Score("2031/甲", "抓好改革", sentence), listed=True)) == [
        "2031/甲: 0 targets, 0 unreadable, 1 refused",
        "  抓好改革",
        "  refused: 抓好改革",
    ]

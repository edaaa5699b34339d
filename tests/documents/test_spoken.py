"""Random plans in prose are drafted as they were said: every target, every result, and nothing else."""

import pytest

from planctl.grammar.target_sentences import target_sentence
from planctl.grammar.text import normal
from tests.conftest import ROOT
from tests.documents.spoken import (
    BESIDE,
    FORMS,
    GROWING,
    JOINT,
    LEADS,
    LEVELS,
    LEVELS_TOLD,
    PLANS,
    TOLD,
    WORDED,
    differences,
    make_report,
)

SEEDS = range(10_000, 10_060)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_report_is_drafted_as_it_was_said(seed: int) -> None:
    cells, apart = differences(seed)
    assert apart == []
    assert cells > 4


def test_the_seeds_bring_every_wording_and_every_series() -> None:
    whole = "\n".join(make_report(seed).text for seed in SEEDS)
    forms = (*(form for form, _ in FORMS), *(form for _, form, _ in (*LEVELS, *LEVELS_TOLD)))
    for wording in (*forms, *(form for form, _, _ in JOINT), *(text for _, text in WORDED), *TOLD, *LEADS, *BESIDE):
        assert all(piece in whole for piece in wording.replace("{", "}").split("}")[::2]), wording
    assert all(name in whole for series in GROWING for name in series.names)


def test_the_page_states_what_the_script_prints() -> None:
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8").replace("\n", " ")
    cells = sum(len(each.targets) + len(each.results) for each in map(make_report, range(PLANS)))
    assert f"Of {PLANS} such reports with {cells} targets and results" in page


def test_a_figure_that_is_changed_in_the_text_is_another_in_the_draft() -> None:
    spoken = make_report(10_000)
    _, figure = next(iter(spoken.targets.values()))
    changed = target_sentence(normal(spoken.text.replace(figure, "77.7")))
    assert changed
    assert any("77.7" in each.target for each in changed.targets)


@pytest.mark.parametrize(
    ("clause", "name", "target"),
    [
        ("固定资产投资预期增长4%左右", "固定资产投资", "预期增长4%左右"),
        ("固定资产投资目标增长4%左右", "固定资产投资", "目标增长4%左右"),
        ("城镇调查失业率预期控制在5.5%以内", "城镇调查失业率", "预期控制在5.5%以内"),
        ("进出口总额预期目标为增长4%", "进出口总额", "预期目标为增长4%"),
        ("重大项目计划投资增长4%", "重大项目计划投资", "增长4%"),
        ("目标任务完成率98%", "目标任务完成率", "98%"),
    ],
)
def test_a_word_that_says_it_is_a_target_is_part_of_no_name(clause: str, name: str, target: str) -> None:
    found = target_sentence(normal(f"今年主要预期目标是：地区生产总值增长5%，{clause}，粮食产量900亿斤。"))
    assert found
    assert (found.targets[1].name, found.targets[1].target) == (name, target)

"""Results that a report calls estimates elsewhere than in their cells: at the head of a column, or in a sentence."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract
from planctl.judging.assessment import Basis
from planctl.judging.verdict import Flag

TABLE = """某某县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
——2025年1月10日在某某县第五届人民代表大会第四次会议上
一、2024年国民经济和社会发展计划执行情况
附表　2024年主要指标完成情况和2025年计划
序号\t指标名称\t单位\t2024年计划\t2024年预计完成\t2025年计划
1\t地区生产总值增速\t%\t5\t5.2\t5.5左右
2\t规模以上工业增加值增速\t%\t7\t7.5\t7
3\t城镇新增就业\t人\t4000\t\t4000
"""
BEFORE = """某某县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告
——2024年1月10日在某某县第五届人民代表大会第三次会议上
二、2024年主要目标
2024年主要预期目标是：地区生产总值增长5%；固定资产投资增长3%；城镇新增就业4万人。
"""
PROSE = """某某县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
——2025年1月10日在某某县第五届人民代表大会第四次会议上
一、2024年国民经济和社会发展计划执行情况
预计全年地区生产总值增长5.2%，固定资产投资增长2%。城镇新增就业4.2万人。
二、2025年主要目标
2025年主要预期目标是：地区生产总值增长5.5%左右；固定资产投资增长3%。
"""


def drafted(folder: Path, *texts: str) -> Path:
    """Draft reports into one folder, the earlier first, and return the file of the outcome of 2024."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        extract(folder / f"{number}.txt", folder / "data", region="500101")
    return folder / "data" / "indicators_2024.yaml"


def told(folder: Path, report: str) -> list[tuple[str, str]]:
    found, _ = load(folder / "data").verify(folder / report)
    return [(each.problem.at, str(each.problem.message)) for each in found.differences]


def test_a_column_of_estimates_makes_verdicts_rest_on_estimates(tmp_path: Path) -> None:
    drafted(tmp_path, TABLE)
    archive = load(tmp_path / "data")
    status = archive.status(2024)
    assert status.bases == {Basis.ESTIMATE: 2}
    flagged = {each.case.indicator.id: each.verdict.flags for each in status.judged if each.verdict}
    assert [Flag.ESTIMATED in flags for flags in flagged.values()] == [True, True, False]  # the last is blank
    aside = next(each for each in archive.scenarios(2024) if each.scenario.name == "estimates-aside")
    assert (aside.counts.met, aside.counts.undetermined) == (0, 2)
    assert told(tmp_path, "0.txt") == []


def test_a_sentence_of_estimates_makes_its_results_estimates_and_no_others(tmp_path: Path) -> None:
    file = drafted(tmp_path, BEFORE, PROSE)
    assert file.read_text(encoding="utf-8").count("estimate: 预计") == 2
    judged = {each.case.indicator.id: each.case.actual for each in load(tmp_path / "data").status(2024).judged}
    assert {id: cell.estimated for id, cell in judged.items() if cell} == {
        "gdp-growth": True,
        "fixed-asset-investment-growth": True,
        "new-urban-jobs": False,
    }
    assert told(tmp_path, "1.txt") == []


@pytest.mark.parametrize(("texts", "report"), [((TABLE,), "0.txt"), ((BEFORE, PROSE), "1.txt")])
def test_an_estimate_that_is_not_transcribed_or_not_printed_is_told(
    texts: tuple[str, ...], report: str, tmp_path: Path
) -> None:
    file = drafted(tmp_path, *texts)
    text = file.read_text(encoding="utf-8")
    words = next(line.strip() for line in text.splitlines() if line.strip().startswith("estimate: "))
    there = words.removeprefix("estimate: ")
    for other, here in (("", "—"), ("    estimate: 初步核算\n", "初步核算")):
        file.write_text(text.replace(f"    {words}\n", other, 1), encoding="utf-8")
        assert told(tmp_path, report)[-1] == ("gdp-growth", f"the data has {here}, and the document {there}")

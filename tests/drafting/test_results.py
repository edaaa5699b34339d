"""What came of a year, told in the prose of the next report: drafted for the series that have a target, and judged."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract
from planctl.diff.changes import Paired
from planctl.documents.drafting.draft import Draft
from planctl.files.loading import load_reports
from planctl.judging.verdict import Status

FIRST = """2031年甲省政府工作报告

——2031年1月9日在甲省会议上

一、今年工作
今年主要预期目标是：地区生产总值增长5%左右，固定资产投资增长6%，城乡居民人均可支配收入分别增长5%、6%，城镇调查失业率5.5%左右，\
居民消费价格涨幅2%左右，粮食产量稳定在90亿斤以上。
"""
SECOND = """2032年甲省政府工作报告

——2032年1月9日在甲省会议上

一、工作回顾
五年来，地区生产总值年均增长7%，固定资产投资增长40%。过去一年，地区生产总值3.2万亿元、增长5.4%，固定资产投资增长4%；\
城乡居民人均可支配收入分别增长5.5%、6%，居民消费价格与上年持平，其中粮食产量91亿斤。粮食产量{grain}亿斤、居全国第3位。上半年城镇调查失业率5.1%。

二、今年工作
今年主要预期目标是：地区生产总值增长5%以上，固定资产投资增长5%。实现上述目标，要真抓实干。
"""


def drafted(folder: Path, grain: str = "90.5") -> Draft:
    """Draft both reports into one folder, and return the draft of the second."""
    for name, text in (("first", FIRST), ("second", SECOND.format(grain=grain))):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        made = extract(folder / f"{name}.txt", folder / "data", region="110000")
    return made


def test_two_reports_in_a_folder_judge_the_year_between_them_without_a_line_typed(tmp_path: Path) -> None:
    drafted(tmp_path)
    archive = load(tmp_path / "data")
    judged = {each.case.indicator.id: each for each in archive.status(2031).judged}
    assert {id: each.verdict.status for id, each in judged.items() if each.verdict} == {
        "gdp-growth": Status.MET,
        "fixed-asset-investment-growth": Status.UNMET,
        "urban-income-growth": Status.MET,
        "rural-income-growth": Status.MET,
        "surveyed-urban-unemployment-rate": Status.PENDING,
        "consumer-price-growth": Status.MET,  # as in the year before: no growth, where less is better
        "grain-output": Status.MET,
    }
    kept = {each.after.indicator.id for each in archive.diff(2031, 2032).changes if isinstance(each, Paired)}
    assert kept == {"gdp-growth", "fixed-asset-investment-growth"}
    for name in ("first", "second"):
        found, _ = archive.verify(tmp_path / f"{name}.txt")
        left = [each for each in found.differences if each.problem.at != "statements"]
        assert [str(each.problem.message) for each in left] == []


def test_the_amount_beside_a_growth_is_stated_and_no_other_figure(tmp_path: Path) -> None:
    drafted(tmp_path)
    (report,) = load_reports([tmp_path / "data" / "indicators_2031.yaml"]).reports
    assert [(each.label, each.value.printed) for each in report.statements] == [("地区生产总值", "3.2万亿元")]
    found, _ = load(tmp_path / "data").verify(tmp_path / "second.txt")
    assert [each.problem.at for each in found.differences] == ["statements"]


def test_a_figure_that_is_changed_is_told_beside_its_report(tmp_path: Path) -> None:
    drafted(tmp_path)
    path = tmp_path / "data" / "indicators_2031.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"增长5.4%"', '"增长5.6%"'), encoding="utf-8")
    found, _ = load(tmp_path / "data").verify(tmp_path / "second.txt")
    assert ("different", "gdp-growth") in [(each.problem.name, each.problem.at) for each in found.differences]


def test_where_the_text_is_not_of_one_mind_both_are_told_and_none_is_drafted(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
    assert drafted(tmp_path / "one").conflicts == ()
    text = SECOND.format(grain="90.5")
    (tmp_path / "other" / "first.txt").write_text(FIRST, encoding="utf-8")
    extract(tmp_path / "other" / "first.txt", tmp_path / "other" / "data", region="110000")
    twice = text.replace("上半年", "固定资产投资增长4.5%。上半年")
    (tmp_path / "other" / "second.txt").write_text(twice, encoding="utf-8")
    made = extract(tmp_path / "other" / "second.txt", tmp_path / "other" / "data", region="110000")
    (conflict,) = made.conflicts
    assert (conflict.name, conflict.printed) == ("固定资产投资", ("增长4%", "增长4.5%"))
    rows = {row["id"] for file in made.files if file.kind == "indicators" for row in file.data["indicators"]}
    assert "fixed-asset-investment-growth" not in rows


@pytest.mark.parametrize("grain", ["90.5", "89"])
def test_the_verdict_comes_from_the_figure(tmp_path: Path, grain: str) -> None:
    drafted(tmp_path, grain)
    judged = {each.case.indicator.id: each for each in load(tmp_path / "data").status(2031).judged}
    verdict = judged["grain-output"].verdict
    assert verdict
    assert verdict.status is (Status.MET if grain == "90.5" else Status.UNMET)


HEAD = "2032年甲省政府工作报告\n\n——2032年1月9日在甲省会议上\n\n一、工作回顾\n"
PLAN = "\n\n二、今年工作\n今年主要预期目标是：地区生产总值增长5%以上，固定资产投资增长5%。实现上述目标，要真抓实干。\n"


def told(folder: Path, text: str) -> dict[str, str]:
    """Draft the first report and one that tells a year in a text; return the results by their ids, held to the text."""
    for name, written in (("first", FIRST), ("second", f"{HEAD}{text}{PLAN}")):
        (folder / f"{name}.txt").write_text(written, encoding="utf-8")
        made = extract(folder / f"{name}.txt", folder / "data", region="110000")
    found, _ = load(folder / "data").verify(folder / "second.txt")
    assert [str(each.problem.message) for each in found.differences if each.problem.at != "statements"] == []
    rows = (row for file in made.files if file.kind == "indicators" for row in file.data["indicators"])
    return {row["id"]: row["actual"] for row in rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮食产量突破95亿斤。粮食总产量94.8亿斤。", {}),
        ("固定资产投资增长5%。固定资产投资增长5.4%。", {}),
        ("固定资产投资增长5%。固定资产投资下降5%。", {}),
        ("粮食产量突破94亿斤。粮食总产量94.8亿斤。", {"grain-output": "94.8亿斤"}),
        ("粮食产量95亿斤。粮食总产量94.8亿斤，再创新高。", {"grain-output": "94.8亿斤"}),
        ("地区生产总值增长5.2%左右。全省地区生产总值增长5.2%。", {"gdp-growth": "增长5.2%"}),
    ],
)
def test_two_figures_are_one_where_one_says_the_other_less_exactly(
    text: str, expected: dict[str, str], tmp_path: Path
) -> None:
    assert told(tmp_path, f"{text}城镇调查失业率5.1%。") == expected | {"surveyed-urban-unemployment-rate": "5.1%"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省会粮食产量2亿斤，其中粮食产量91亿斤。", "91亿斤"),
        ("粮食产量94亿斤，其中粮食产量91亿斤。", "94亿斤"),
        ("粮食产量保持稳定。", "保持稳定"),
        ("粮食产量保持稳定。粮食总产达94亿斤。", "达94亿斤"),
    ],
)
def test_what_is_said_of_a_part_or_in_words_is_taken_where_nothing_else_is(
    text: str, expected: str, tmp_path: Path
) -> None:
    assert told(tmp_path, text) == {"grain-output": expected}


def test_a_short_name_gives_way_to_a_full_one(tmp_path: Path) -> None:
    text = "县域活力增强，经济增长9%。全省地区生产总值达到3万亿元、位居全国前列、增速好于预期、增长5.2%。"
    assert told(tmp_path, text) == {"gdp-growth": "增长5.2%"}


def test_a_series_that_the_catalogue_lacks_keeps_the_id_that_a_person_gave_it(tmp_path: Path) -> None:
    own = "羊绒产量"
    first = FIRST.replace("粮食产量稳定在90亿斤以上", f"{own}900吨")
    second = SECOND.replace("粮食产量{grain}亿斤", f"{own}达到880吨、增长3%").replace(
        "增长5%。实现", f"增长5%，{own}950吨。实现"
    )
    extract_text(first, tmp_path)
    targets = tmp_path / "data" / "targets_2031.yaml"
    text = targets.read_text(encoding="utf-8")
    id = next(row.id for row in load(tmp_path / "data").plan(2031).reports[0].indicators if row.name == own)
    targets.write_text(text.replace(id, "cashmere-output"), encoding="utf-8")
    extract_text(second, tmp_path)
    archive = load(tmp_path / "data")
    (judged,) = (each for each in archive.status(2031).judged if each.case.indicator.id == "cashmere-output")
    assert judged.verdict
    assert (judged.verdict.status, judged.case.actual and judged.case.actual.printed) == (Status.UNMET, "达到880吨")
    assert "cashmere-output" in {row.id for report in archive.plan(2032).reports for row in report.indicators}
    found, _ = archive.verify(tmp_path / "report.txt")
    assert [each for each in found.differences if each.problem.at != "statements"] == [], "its growth is stated of it"


def extract_text(text: str, folder: Path) -> Draft:
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return extract(folder / "report.txt", folder / "data", region="110000")

"""A plan report without any table, whole: what it states and mentions beside its targets and their results."""

from pathlib import Path

import pytest

from planctl.api.archive import Archive, load
from planctl.api.drafts import extract
from planctl.report.model import Period
from tests.drafting.test_estimates import told

REPORT = """某某市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告
——2024年2月5日在某某市第六届人民代表大会第三次会议上
{past}
全年地区生产总值586.2亿元，增长5.6%，居全省第3位，增速较上年回落1.1个百分点。
新增规上工业企业14家，总数达到131家。接待游客2180万人次。全年实施市重点项目98个，完成投资121.3亿元。
森林覆盖率由上年的45.1%提高到45.6%。丙大桥建成通车。
{coming}
2024年全市经济社会发展的主要预期目标建议为：
地区生产总值增长6%左右，固定资产投资增长7%，城镇新增就业5万人，居民消费价格涨幅3%左右。
（一）扩大投资。新建高标准农田2.8万亩，研发投入强度达到2.6%。
"""
PAST = "一、2023年国民经济和社会发展计划执行情况"
COMING = "二、2024年经济社会发展的主要目标"


def drafted(folder: Path, past: str = PAST, coming: str = COMING, title: str = "") -> Archive:
    text = REPORT.format(past=past, coming=coming)
    text = f"{title}\n{text.partition(chr(10))[2]}" if title else text
    (folder / "0.txt").write_text(text, encoding="utf-8")
    extract(folder / "0.txt", folder / "data", region="500101")
    return load(folder / "data")


def stated(archive: Archive, year: int) -> list[tuple[str, str]]:
    return [(each.label, each.value.printed) for each in archive.plan(year).statements]


@pytest.mark.parametrize(
    ("past", "coming"),
    [
        (PAST, COMING),
        ("第一部分  2023年国民经济和社会发展计划执行情况", "第二部分  2024年国民经济和社会发展计划"),
        ("第一部分 2023年计划执行情况\n一、经济运行总体平稳", "第二部分 2024年计划\n一、主要目标"),
        ("一、2023年国民经济和社会发展情况", "二、2024年国民经济和社会发展计划"),
        ("一、过去一年的工作", COMING),
    ],
)
def test_each_figure_beside_targets_and_results_is_stated_of_its_year(past: str, coming: str, tmp_path: Path) -> None:
    archive = drafted(tmp_path, past, coming)
    assert stated(archive, 2023) == [
        ("地区生产总值", "586.2亿元"),
        ("地区生产总值居全省第", "3位"),
        ("地区生产总值增速", "回落1.1个百分点"),
        ("新增规上工业企业", "14家"),
        ("规上工业企业总数", "达到131家"),
        ("接待游客", "2180万人次"),
        ("实施市重点项目", "98个"),
        ("完成投资", "121.3亿元"),
        ("森林覆盖率", "提高到45.6%"),
    ]
    assert stated(archive, 2024) == [("新建高标准农田", "2.8万亩"), ("研发投入强度", "达到2.6%")]
    assert [listed.project.name for listed in archive.named_projects(2023).projects] == ["丙大桥"]
    differing = [each for each in told(tmp_path, "0.txt") if each[0] != "statements"]
    assert differing == []


def test_what_was_reached_by_then_is_no_figure_of_the_year(tmp_path: Path) -> None:
    periods = {each.label: each.period for each in drafted(tmp_path).plan(2023).statements}
    assert periods["规上工业企业总数"] is Period.CUMULATIVE
    assert periods["接待游客"] is Period.YEAR


def test_a_work_report_is_not_read_whole(tmp_path: Path) -> None:
    archive = drafted(tmp_path, title="某某市2024年政府工作报告")
    assert stated(archive, 2023) == [("地区生产总值", "586.2亿元")]
    assert stated(archive, 2024) == []


def test_the_nations_own_report_agrees_with_its_draft_though_it_does_not_name_the_nation(tmp_path: Path) -> None:
    nation = "关于2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告"
    text = REPORT.format(past=PAST, coming=COMING).partition("\n")[2]
    text = text.replace("某某市第六届人民代表大会", "第十四届全国人民代表大会").replace("第三次会议上", "第二次会议上")
    (tmp_path / "0.txt").write_text(f"{nation}\n{text}", encoding="utf-8")
    extract(tmp_path / "0.txt", tmp_path / "data")
    archive = load(tmp_path / "data")
    assert {each.source.region.name for each in archive.plan(2024).reports} == {"中国"}
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []

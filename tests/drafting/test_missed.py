"""The indicators that a count sentence names as missed: drafted, verified, and compared with the verdicts."""

from pathlib import Path

import pytest

from planctl.api.archive import Archive, load
from planctl.api.drafts import extract
from planctl.judging.verdict import Status
from tests.conftest import Run
from tests.drafting.test_estimates import told

REPORT = """某某县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
——2025年1月10日在某某县第五届人民代表大会第四次会议上
一、2024年国民经济和社会发展计划执行情况
从完成情况看，{count}
{why}
附表　2024年主要指标完成情况和2025年计划
序号\t指标名称\t单位\t2024年目标\t2024年实际\t2025年目标
1\t地区生产总值增速\t%\t6\t6.2\t6
2\t固定资产投资增速\t%\t7\t3.5\t7
3\t社会消费品零售总额增速\t%\t7\t3.5\t7
4\t城镇新增就业\t人\t4000\t4100\t4000
"""
ALL_BUT = "除固定资产投资增速、社会消费品零售总额增速2项指标外，其余2项指标均完成年度目标。"
ANOTHER = "4项指标中，2项完成年度目标，2项未完成，分别是固定资产投资增速、城镇新增就业。"
UNNAMED = "4项指标中，2项完成年度目标，2项未完成年度目标。"
MISSED = ("fixed-asset-investment-growth", "retail-sales-growth")


def draft(folder: Path, count: str, why: str = "") -> Archive:
    (folder / "0.txt").write_text(REPORT.format(count=count, why=why), encoding="utf-8")
    extract(folder / "0.txt", folder / "data", region="500101")
    return load(folder / "data")


def test_those_that_are_named_are_members_of_the_claim(tmp_path: Path) -> None:
    status = draft(tmp_path, ALL_BUT).status(2024)
    assert status.plan.claim
    assert status.plan.claim.unmet_indicators == MISSED
    assert status.agreement
    assert status.agreement.agrees
    assert told(tmp_path, "0.txt") == []


def test_others_than_those_that_were_missed_disagree_though_the_counts_are_the_same(tmp_path: Path) -> None:
    agreement = draft(tmp_path, ANOTHER).status(2024).agreement
    assert agreement
    assert (agreement.counts, agreement.agrees) == (True, False)
    assert agreement.only_judged == ((Status.UNMET, "retail-sales-growth"),)
    assert agreement.only_stated == ((Status.UNMET, "new-urban-jobs"),)


def test_where_none_is_named_it_is_not_said_that_they_are_the_same(tmp_path: Path, planctl: Run) -> None:
    draft(tmp_path, UNNAMED)
    shown = planctl("status", "2024", "--data", str(tmp_path / "data")).stdout.decode()
    assert "agrees with the report: it states 2 met, 2 unmet of 4\n" in shown
    draft_named = tmp_path / "named"
    draft_named.mkdir()
    draft(draft_named, ALL_BUT)
    shown = planctl("status", "2024", "--data", str(draft_named / "data")).stdout.decode()
    assert "2 unmet of 4, and names the same ones" in shown


def test_what_the_data_names_otherwise_is_told(tmp_path: Path) -> None:
    draft(tmp_path, ALL_BUT)
    path = tmp_path / "data" / "indicators_2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    - retail-sales-growth\n", "    - new-urban-jobs\n", 1), encoding="utf-8")
    said = "the data has 固定资产投资增速、城镇新增就业, and the document 固定资产投资增速、社会消费品零售总额增速"
    assert told(tmp_path, "0.txt") == [("claim", said)]


@pytest.mark.parametrize(
    "why",
    [
        "部分指标未达到预期：一是固定资产投资增速受市场影响；二是社会消费品零售总额增速受消费影响。",
        "2项未完成年度目标，主要原因：一是固定资产投资增速受市场影响；二是社会消费品零售总额增速受消费影响。",
        "受市场下行影响，固定资产投资仅增长3%，未完成年度目标。社会消费品零售总额未达预期，究其原因，信心不足。",
        "固定资产投资未达预期，主要原因是市场下行。社会消费品零售总额未完成目标，主要受消费影响。",
    ],
)
def test_the_reasons_are_drafted_in_each_of_their_usual_wordings(why: str, tmp_path: Path) -> None:
    plan = draft(tmp_path, ALL_BUT, why).plan(2024)
    assert [each.indicators for each in plan.reasons] == [(id,) for id in MISSED]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


@pytest.mark.parametrize(
    ("why", "members"),
    [
        ("城镇居民人均可支配收入增长4%，民间固定资产投资下降3%，未达预期，主要原因是市场下行。", []),
        ("固定资产投资下降3%，未达预期，主要是社会消费品零售总额下降。", ["fixed-asset-investment-growth"]),
        (
            "固定资产投资下降3%，未达预期，主要是市场下行；城镇新增就业6万人，超过目标；社会消费品零售总额未达目标，主要受消费影响。",
            ["fixed-asset-investment-growth", "retail-sales-growth"],
        ),
        ("单位地区生产总值二氧化碳排放下降3.4%，降幅低于预期，主要是能源消费较快。", []),
    ],
)
def test_a_reason_is_of_what_it_says_was_missed_by_its_whole_name(why: str, members: list[str], tmp_path: Path) -> None:
    plan = draft(tmp_path, ALL_BUT, why).plan(2024)
    assert [id for each in plan.reasons for id in each.indicators] == members
    assert [each for each in told(tmp_path, "0.txt") if each[0].startswith("reasons")] == []


def test_a_count_of_misses_alone_is_no_count_of_all(tmp_path: Path) -> None:
    said = "有2项指标未达到预期目标：一是固定资产投资增速低于预期0.2个百分点；二是社会消费品零售总额增速低于预期。"
    assert draft(tmp_path, said).plan(2024).claim is None

"""A plan report without any table: its targets, results, count sentence, reasons and programmes are all drafted."""

from pathlib import Path

import pytest

from planctl.api.archive import Archive, load
from planctl.api.drafts import extract
from planctl.projects.listing import Named
from planctl.report.model import Grouping, Measure
from tests.drafting.test_estimates import told

REPORT = """某某市2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告
——2024年2月5日在某某市第六届人民代表大会第三次会议上
一、2023年国民经济和社会发展计划执行情况
年初确定的14项主要指标，有12项完成或超额完成计划，2项指标未完成计划。全年地区生产总值增长5.6%，固定资产投资增长2%。{before}
未完成的原因：一是固定资产投资增速，受市场影响；二是城镇新增就业，受用工影响。
二、2024年经济社会发展的主要目标
2024年全市经济社会发展的主要预期目标建议为：
——经济增长。地区生产总值增长6%左右，固定资产投资增长7%。
——民生改善。城镇新增就业5万人，居民消费价格涨幅3%左右。
三、2024年主要任务
（一）扩大投资。{lead}，总投资6830亿元，年度计划投资1685亿元。其中：
{parts}
（二）其他工作。持续改善民生。
"""
PARTS = (
    "产业发展项目286个，总投资2950亿元，年度计划投资862亿元",
    "城市建设项目118个，总投资2680亿元，年度计划投资436亿元",
    "民生保障项目116个，总投资1200亿元，年度计划投资387亿元",
)
MARKS = ("", "——", "（{}）", "{}．", "●")


def drafted(
    folder: Path, parts: str, lead: str = "2024年，滚动实施市重点项目520个", before: str = "城镇新增就业4万人。"
) -> Archive:
    (folder / "0.txt").write_text(REPORT.format(parts=parts, lead=lead, before=before), encoding="utf-8")
    extract(folder / "0.txt", folder / "data", region="500101")
    return load(folder / "data")


@pytest.mark.parametrize("mark", MARKS)
def test_a_list_below_a_programme_is_its_parts_whatever_the_items_begin_with(mark: str, tmp_path: Path) -> None:
    parts = "；\n".join(f"{mark.format(number)}{part}" for number, part in enumerate(PARTS, 1))
    archive = drafted(tmp_path, parts)
    (programme,) = archive.projects(2024).programmes
    assert (programme.name, programme.figures.of(Measure.COUNT)) == ("市重点项目", programme.figures.number)
    (breakdown,) = programme.breakdowns
    assert breakdown.by is Grouping.SECTOR
    assert [each.name for each in breakdown.items] == ["产业发展项目", "城市建设项目", "民生保障项目"]
    planned = [each.figures.of(Measure.PLANNED_INVESTMENT) for each in breakdown.items]
    assert [each.printed if each else None for each in planned] == ["862亿元", "436亿元", "387亿元"]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


@pytest.mark.parametrize("invested", ["年度投资", "当年计划投资", "2024年计划完成投资", "年度投资计划", "年内完成投资"])
@pytest.mark.parametrize("pause", ["，", "、"])
def test_what_is_planned_of_a_part_is_found_behind_any_of_its_words(invested: str, pause: str, tmp_path: Path) -> None:
    parts = f"产业项目286个{pause}{invested}862亿元，基础设施项目234个{pause}{invested}823亿元。"
    archive = drafted(tmp_path, parts, "安排市重点项目共520个")
    (programme,) = archive.projects(2024).programmes
    items = [item for breakdown in programme.breakdowns for item in breakdown.items]
    planned = [each.figures.planned_investment for each in items]
    assert [each.printed if each else None for each in planned] == ["862亿元", "823亿元"]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def test_its_targets_results_count_and_reasons_are_drafted(tmp_path: Path) -> None:
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。")
    aims = {row.indicator.id: row.indicator.target for row in archive.plan(2024).rows}
    assert [each.printed if each else None for each in aims.values()] == ["增长6%左右", "增长7%", "5万人", "涨幅3%左右"]
    outcome = archive.plan(2023)
    assert [row.indicator.id for row in outcome.rows] == list(aims)[:3]
    assert outcome.claim
    assert (outcome.claim.total, outcome.claim.met, outcome.claim.unmet) == (14, 12, 2)
    assert [each.indicators for each in outcome.reasons] == [("fixed-asset-investment-growth",), ("new-urban-jobs",)]
    names = {each.problem.name for each in archive.check().checked}
    assert names.isdisjoint({"claim-count", "claim-members"})


def test_a_work_report_counts_no_targets_of_a_plan(tmp_path: Path) -> None:
    text = REPORT.format(parts=PARTS[0], lead="实施市重点项目520个", before="")
    title = "某某市政府工作报告"
    (tmp_path / "0.txt").write_text(f"{title}\n{text.partition(chr(10))[2]}", encoding="utf-8")
    extract(tmp_path / "0.txt", tmp_path / "data", region="500101")
    assert load(tmp_path / "data").plan(2023).claim is None


def test_a_target_that_is_told_before_its_result_is_drafted_judged_and_held_against_the_text(tmp_path: Path) -> None:
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。", before="年初计划城镇新增就业5万人，全年实际新增4.8万人。")
    (row,) = [each for each in archive.plan(2023).rows if each.indicator.id == "new-urban-jobs"]
    assert row.target
    assert row.actual
    assert (row.target.printed, row.actual.printed) == ("5万人", "实际新增4.8万人")
    verdicts = {each.case.indicator.id: each.verdict for each in archive.status(2023).judged}
    assert str(verdicts["new-urban-jobs"] and verdicts["new-urban-jobs"].because) == "4.8 < 5"
    path = tmp_path / "data" / "indicators_2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"5万人"', '"6万人"'), encoding="utf-8")
    found = [each for each in told(tmp_path, "0.txt") if each[0] != "statements"]
    assert found == [("new-urban-jobs", "the data has 6万人, and the document 5万人")]


def test_a_target_that_is_told_behind_other_clauses_is_drafted_and_held_against_the_text(tmp_path: Path) -> None:
    said = "城镇新增就业4.2万人，同比增长2%，超额完成4万人的年度目标。"
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。", before=said)
    (row,) = [each for each in archive.plan(2023).rows if each.indicator.id == "new-urban-jobs"]
    assert row.target
    assert row.actual
    assert (row.target.printed, row.actual.printed) == ("4万人", "4.2万人")
    assert [each.value.printed for each in archive.plan(2023).statements if "就业" in each.label] == ["同比增长2%"]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []
    path = tmp_path / "data" / "indicators_2023.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"4万人"', '"5万人"'), encoding="utf-8")
    found = [each for each in told(tmp_path, "0.txt") if each[0] != "statements"]
    assert found == [("new-urban-jobs", "the data has 5万人, and the document 4万人")]


def test_projects_below_a_programme_are_drafted_with_their_stages(tmp_path: Path) -> None:
    listed = (
        "续建：甲大桥（总投资3亿元）、乙厂扩建工程。",
        "新开工项目2个：丙医院迁建项目；丁路等项目。",
        "1．戊电站：总投资68亿元。",
    )
    archive = drafted(tmp_path, "\n".join(listed))
    (programme,) = archive.projects(2024).programmes
    named = [(each.name, each.stage.printed if each.stage else "") for each in programme.projects]
    assert named == [
        ("甲大桥", "续建"),
        ("乙厂扩建工程", "续建"),
        ("丙医院迁建项目", "新开工项目"),
        ("丁路", "新开工项目"),
        ("戊电站", ""),
    ]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def test_targets_that_the_report_tells_again_are_those_of_its_results(tmp_path: Path) -> None:
    retold = "县人大审议通过的2023年主要预期目标是：地区生产总值增长6%，固定资产投资增长5%，城镇新增就业5万人。执行中，"
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。", before=f"{retold}城镇新增就业4.8万人。")
    aims = {row.indicator.id: row.indicator.target for row in archive.plan(2023).rows}
    assert {id: each.printed if each else "" for id, each in aims.items()} == {
        "gdp-growth": "增长6%",
        "fixed-asset-investment-growth": "增长5%",
        "new-urban-jobs": "5万人",
    }
    assert len(archive.plan(2024).rows) == 4
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def test_what_stands_before_the_first_section_has_none_and_is_found(tmp_path: Path) -> None:
    report = REPORT.format(parts=PARTS[0], lead="实施市重点项目520个", before="")
    report = report.replace("一、2023年国民经济和社会发展计划执行情况\n", "")
    report = report.replace("地区生产总值增长5.6%", "地区生产总值达到480亿元，增长5.6%")
    (tmp_path / "0.txt").write_text(report, encoding="utf-8")
    extract(tmp_path / "0.txt", tmp_path / "data", region="500101")
    statements = load(tmp_path / "data").plan(2023).statements
    assert [(each.label, each.section) for each in statements] == [("地区生产总值", "")]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def test_projects_below_an_item_are_of_the_programme_and_what_stands_apart_is_no_part_of_it(tmp_path: Path) -> None:
    items = (
        "1.产业发展项目286个，总投资950亿元。主要有：甲包装中心（二期）、乙产业园等。",
        "2.民生项目234个，总投资600亿元。",
    )
    archive = drafted(tmp_path, "\n".join((*items, "另外，储备前期项目58个，估算总投资460亿元。")))
    first, second = archive.projects(2024).programmes
    assert [each.name for each in first.projects] == ["甲包装中心（二期）", "乙产业园"]
    assert [item.name for each in first.breakdowns for item in each.items] == ["产业发展项目", "民生项目"]
    assert second.name == "储备前期项目"


def test_a_result_that_tells_its_target_is_drafted_whatever_the_next_plan_has(tmp_path: Path) -> None:
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。", before="城镇登记失业率3.1%，控制在4.5%的目标以内。")
    rows = {row.indicator.id for row in archive.plan(2023).rows}
    assert "registered-urban-unemployment-rate" in rows


def test_targets_in_brackets_behind_the_names_of_those_that_were_missed_are_theirs(tmp_path: Path) -> None:
    missed = "与预期目标相比，固定资产投资（目标为增长5%）、地区生产总值（目标为与全省同步）两项指标未达预期。"
    archive = drafted(tmp_path, f"（1）{PARTS[0]}。", before=missed)
    aims = {row.indicator.id: row.indicator.target for row in archive.plan(2023).rows}
    assert [each.printed if each else "" for each in aims.values()] == ["与全省同步", "增长5%"]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def test_projects_are_drafted_where_no_programme_is(tmp_path: Path) -> None:
    archive = drafted(tmp_path, "建成第三中学、人民医院住院楼，推动甲高速、乙枢纽等36个项目开工。", "抓好落实")
    plan = archive.projects(2024)
    assert plan.programmes == ()
    assert [(each.project.name, each.project.stage and each.project.stage.printed) for each in named(archive)] == [
        ("第三中学", "建成"),
        ("人民医院住院楼", "建成"),
        ("甲高速", "推动…开工"),
        ("乙枢纽", "推动…开工"),
    ]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []


def named(archive: Archive) -> tuple[Named, ...]:
    return archive.named_projects(2024).projects


@pytest.mark.parametrize(
    ("said", "name", "figures"),
    [
        ("安排重大工程104项，年度计划投资190亿元。", "重大工程", ("104项", None, "190亿元")),
        ("安排民生实事项目10件，总投资12.6亿元。", "民生实事项目", ("10件", "12.6亿元", None)),
        ("民生实事10项，计划投资12.6亿元。", "民生实事", ("10项", None, "12.6亿元")),
        ("力争实施亿元以上项目100个以上，总投资9亿元。", "亿元以上项目", ("100个以上", "9亿元", None)),
        ("重点项目100个（续建40个、新建60个），总投资200亿元。", "重点项目", ("100个", "200亿元", None)),
    ],
)
def test_programmes_are_called_projects_works_or_good_deeds(
    said: str, name: str, figures: tuple[str | None, ...], tmp_path: Path
) -> None:
    (programme,) = drafted(tmp_path, said, "抓好落实").projects(2024).programmes
    measures = (Measure.COUNT, Measure.TOTAL_INVESTMENT, Measure.PLANNED_INVESTMENT)
    cells = [programme.figures.of(each) for each in measures]
    assert (programme.name, tuple(each.printed if each else None for each in cells)) == (name, figures)


def test_parts_may_be_called_by_their_stage_alone(tmp_path: Path) -> None:
    said = "实施重点项目200个，总投资300亿元，其中续建80项、新建120项。"
    (programme,) = drafted(tmp_path, said, "抓好落实").projects(2024).programmes
    (breakdown,) = programme.breakdowns
    assert breakdown.by is Grouping.STAGE
    assert [each.name for each in breakdown.items] == ["续建", "新建"]
    assert [each for each in told(tmp_path, "0.txt") if each[0] != "statements"] == []

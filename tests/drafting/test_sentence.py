"""A report without a table drafted from the sentence that sets its targets, verified, and gone on with."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract, start
from planctl.documents.drafting.draft import draft
from planctl.documents.reading.document import Document
from planctl.documents.reading.text import read_text
from planctl.documents.verification.verify import verify
from planctl.files.finding import report_files
from planctl.files.loading import load_catalogue, load_reports
from planctl.messages.message import PlanctlError
from planctl.report.model import Report, with_parts
from planctl.values.meanings import Direction
from tests.conftest import Run

REPORT = """2031年甲省政府工作报告

2031年1月9日在甲省会议上

一、去年工作
去年工业投资增长9%。

二、今年工作
今年全省发展的主要预期目标是：全省地区生产总值增长５％左右，力争更好；一产、二产增加值分别增长3%、4%以上；进出口增长6%，其中出口增长7%；\
城镇调查失业率控制在5%以内；城镇新增就业9万人；居民收入增长与经济增长同步；单位地区生产总值能耗完成考核目标；统筹抓好各类事项；\
完成国家下达的乡村绿化任务。粮食产量稳定在90亿斤以上。实现上述目标，要真抓实干。
"""
WANTED = {
    "gdp-growth": ("全省地区生产总值", "%", "增长５％左右，力争更好"),
    "agriculture-growth": ("一产增加值", "%", "增长3%以上"),
    "secondary-industry-growth": ("二产增加值", "%", "增长4%以上"),
    "foreign-trade-growth": ("进出口", "%", "增长6%"),
    "exports-growth": ("出口", "%", "增长7%"),
    "surveyed-urban-unemployment-rate": ("城镇调查失业率", "%", "控制在5%以内"),
    "new-urban-jobs": ("城镇新增就业", "万人", "9万人"),
    "resident-income-growth": ("居民收入", "%", "增长与经济增长同步"),
    "energy-intensity-reduction": ("单位地区生产总值能耗", "%", "完成考核目标"),
    "unnamed-2031-10": ("乡村绿化", "", "完成国家下达的乡村绿化任务"),
    "grain-output": ("粮食产量", "亿斤", "稳定在90亿斤以上"),
}


def document(text: str = REPORT) -> Document:
    return read_text(text.encode(), "report.txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the draft of the report, and beside it the report."""
    made = tmp_path_factory.mktemp("sentence")
    (made / "report.txt").write_text(REPORT, encoding="utf-8")
    extract(made / "report.txt", made / "draft")
    return made / "draft"


@pytest.fixture(scope="module")
def drafted(folder: Path) -> Report:
    (report,) = load_reports(report_files(folder)).reports
    return report


def test_a_report_without_a_table_is_drafted_from_its_sentence(drafted: Report) -> None:
    rows = {row.id: (row.name, row.unit, row.target.printed) for row in with_parts(drafted.indicators) if row.target}
    assert (drafted.kind, drafted.year) == ("targets", 2031)
    assert rows == WANTED


def test_a_row_of_a_sentence_has_its_words_and_no_number(drafted: Report) -> None:
    assert {row.number for row in drafted.indicators} == {None}
    assert {row.section for row in drafted.indicators} == {"二"}
    assert [row.quote for row in drafted.indicators[:3]] == [
        "全省地区生产总值增长５％左右，力争更好",
        *["一产、二产增加值分别增长3%、4%以上"] * 2,
    ]


def test_a_part_stands_under_the_row_before_it(drafted: Report) -> None:
    rows = {row.id: row for row in drafted.indicators}
    (part,) = rows["foreign-trade-growth"].parts
    assert (part.id, part.prefix, part.is_part) == ("exports-growth", "其中", True)
    assert not rows["gdp-growth"].is_part


def test_what_the_sentence_says_beside_its_figures_is_drafted(drafted: Report) -> None:
    rows = {row.id: row for row in drafted.indicators}
    assert rows["resident-income-growth"].reference == "gdp-growth"
    assert rows["surveyed-urban-unemployment-rate"].better is Direction.LOWER


def test_what_cannot_be_read_is_told(planctl: Run, folder: Path, tmp_path: Path) -> None:
    told = planctl("extract", str(folder.parent / "report.txt"), "-o", str(tmp_path)).stdout.decode()
    assert "a clause of the targets cannot be read, and is left to you: 统筹抓好各类事项" in told
    assert "乡村绿化 is not in the catalogue" in told


def test_two_conditions_are_not_taken_for_one(tmp_path: Path) -> None:
    text = REPORT.replace("与经济增长同步", "高于经济增速、高于全国平均水平")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    extract(tmp_path / "report.txt", tmp_path / "draft")
    (report,) = load_reports(report_files(tmp_path / "draft")).reports
    row = next(row for row in report.indicators if row.id == "resident-income-growth")
    assert row.reference is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (REPORT.replace("预期目标是", "想法有"), "has no tables, and no sentence that sets the targets of a year"),
        (REPORT.replace("2031年", ""), "neither it nor its head names the year"),
    ],
)
def test_a_report_that_sets_no_targets_or_of_no_year_is_refused(text: str, said: str) -> None:
    with pytest.raises(PlanctlError, match=said):
        draft(document(text), load_catalogue())


@pytest.mark.parametrize("command", ["status", "check", "report", "show gdp-growth", "export json"])
def test_every_command_goes_on_with_rows_without_numbers(
    planctl: Run, folder: Path, tmp_path: Path, command: str
) -> None:
    output = ["-o", str(tmp_path / "out")] if command in ("report", "export json") else []
    ran = planctl(*command.split(), *output, "--data", str(folder))
    assert ran.returncode == 0, ran.stderr.decode()
    assert "全省地区生产总值" in (
        ran.stdout.decode() if command in ("status", "show gdp-growth") else "全省地区生产总值"
    )


def test_a_row_without_a_number_is_an_indicator_and_no_part(planctl: Run, folder: Path) -> None:
    shown = planctl("show", "gdp-growth", "--data", str(folder)).stdout.decode()
    assert "indicator" in shown
    assert "part" not in shown.splitlines()[2]
    assert "10 = 10 pending" in planctl("status", "--data", str(folder)).stdout.decode()


def test_the_files_of_the_next_report_keep_the_rows(folder: Path, tmp_path: Path) -> None:
    start(2031, folder, tmp_path)
    outcome = load_reports(report_files(tmp_path)).reports[0]
    assert [row.id for row in with_parts(outcome.indicators)] == list(WANTED)
    assert load(tmp_path)


def told(report: Report, text: str = REPORT) -> list[tuple[str, str, str]]:
    """Return what a verification says of rows: the outcome, what it is about, and what the document prints."""
    return [
        (each.problem.name, each.problem.at, each.printed)
        for each in verify([report], document(text)).differences
        if each.problem.at not in ("report", "statements", "projects")
    ]


REFUSED = ("missing-in-data", "统筹抓好各类事项", "统筹抓好各类事项")


def test_the_draft_agrees_with_its_document_but_for_what_was_refused(drafted: Report) -> None:
    assert told(drafted) == [REFUSED]


@pytest.mark.parametrize(
    ("printed", "other", "expected"),
    [
        ("增长５％左右", "增长６％左右", ("missing-in-document", "gdp-growth", "")),
        ("9万人", "19万人", ("missing-in-document", "new-urban-jobs", "")),
        ("分别增长3%、4%", "分别增长4%、3%", ("missing-in-document", "agriculture-growth", "")),
    ],
)
def test_a_target_that_the_document_prints_otherwise_is_told(
    drafted: Report, printed: str, other: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(drafted, REPORT.replace(printed, other))


def changed(report: Report, id: str, **values: object) -> Report:
    rows = tuple(row._replace(**values) if row.id == id else row for row in report.indicators)  # type: ignore[arg-type]
    return report._replace(indicators=rows)


@pytest.mark.parametrize(
    ("id", "target"), [("gdp-growth", "增长5%"), ("agriculture-growth", "增长4%以上"), ("new-urban-jobs", "9")]
)
def test_a_target_that_the_data_has_otherwise_is_told(drafted: Report, id: str, target: str) -> None:
    row = next(row for row in drafted.indicators if row.id == id)
    assert row.target
    report = changed(drafted, id, target=row.target._replace(printed=target))
    assert ("different", id, row.quote) in told(report)


def test_words_in_another_section_are_told(drafted: Report) -> None:
    assert ("different", "new-urban-jobs", "二") in told(changed(drafted, "new-urban-jobs", section="一"))


def test_words_that_do_not_give_the_target_to_the_row_are_told(drafted: Report) -> None:
    report = changed(drafted, "new-urban-jobs", name="工业投资", quote="去年工业投资增长9%", section="一")
    assert ("different", "new-urban-jobs", "去年工业投资增长9%") in told(report)


def test_a_target_of_the_sentence_that_the_data_lacks_is_told(drafted: Report) -> None:
    report = drafted._replace(indicators=drafted.indicators[:-1])
    assert ("missing-in-data", "粮食产量稳定在90亿斤以上", "粮食产量稳定在90亿斤以上") in told(report)


def test_a_file_of_another_year_does_not_have_the_targets(drafted: Report) -> None:
    assert ("missing-in-data", "indicators", "全省地区生产总值增长５％左右，力争更好") in told(
        drafted._replace(year=2030)
    )


def test_the_name_of_the_region_before_a_row_is_no_part_of_what_it_is_of(tmp_path: Path) -> None:
    text = REPORT.replace("全省地区生产总值增长５％", "甲省地区生产总值增长５％").replace("全省发展", "发展")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    extract(tmp_path / "report.txt", tmp_path / "draft")
    (report,) = load_reports(report_files(tmp_path / "draft")).reports
    assert (report.indicators[0].id, report.indicators[0].name) == ("gdp-growth", "甲省地区生产总值")


def test_a_rate_that_is_to_move_by_points_is_a_series_of_its_own(tmp_path: Path) -> None:
    text = REPORT.replace("进出口增长6%，其中出口增长7%", "城镇化率提高1个百分点")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    extract(tmp_path / "report.txt", tmp_path / "draft")
    (report,) = load_reports(report_files(tmp_path / "draft")).reports
    row = next(row for row in report.indicators if row.name == "城镇化率")
    assert (row.id, row.unit) == ("urbanization-rate-change", "个百分点")


def test_two_targets_of_one_name_are_each_held_by_their_own_row(tmp_path: Path) -> None:
    text = REPORT.replace("城镇新增就业9万人", "经济总量达到900亿元、增长6%")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    extract(tmp_path / "report.txt", tmp_path / "draft")
    (report,) = load_reports(report_files(tmp_path / "draft")).reports
    assert told(report._replace(indicators=report.indicators[::-1]), text) == [REFUSED]


@pytest.mark.parametrize(
    ("clause", "id", "unit"),
    [
        ("一般公共预算收入（扣除一次性因素）增长3%", "budget-revenue-growth", "%"),
        ("国家下达的能耗强度下降目标全面完成", "energy-intensity-reduction", "%"),
        ("完成“十五五”节能减排年度目标任务", "energy-saving-and-emission-reduction", ""),
        ("地表水达到或优于Ⅲ类水体比例达到年度考核要求", "good-surface-water-share", "%"),
        ("粮食播种面积900万亩、产量80亿斤", "grain-output", "亿斤"),
        ("居民消费价格指数控制在103.5左右", "consumer-price-index", ""),
        ("居民消费价格指数控制在3.5左右", "consumer-price-growth", "%"),
        ("居民消费价格涨幅控制在103%以内", "consumer-price-growth", "%"),
        ("人口自然增长率控制在省下达指标以内", "natural-population-growth", "‰"),
        ("生态环境质量保持优良", "ecological-environment-quality", ""),
        ("城乡居民可支配收入与经济增长同步", "resident-income-growth", "%"),
        ("城乡常住居民人均可支配收入增长5%", "resident-income-growth", "%"),
        ("全社会研发（R&D）经费支出占GDP比重达到2%", "research-intensity", "%"),
        ("消费价格涨幅2%左右", "consumer-price-growth", "%"),
        ("居民消费价格涨幅调控目标3%", "consumer-price-growth", "%"),
        ("实际到账注册外资增长5%", "foreign-investment-used-growth", "%"),
        ("财政一般预算收入增长5%", "budget-revenue-growth", "%"),
    ],
)
def test_a_row_is_known_whatever_stands_around_its_name(clause: str, id: str, unit: str) -> None:
    text = f"2031年政府工作报告\n一、今年工作\n今年主要预期目标是：地区生产总值增长5%，{clause}。\n"
    (file,) = draft(document(text), load_catalogue()).files
    row = file.data["indicators"][-1]
    assert (row["id"], row.get("unit", "")) == (id, unit)

"""A direction that is not written is known by name, or as that of the whole, or not at all."""

from pathlib import Path
from typing import Any

import pytest

import planctl
from planctl.files.loading import load_catalogue
from planctl.files.places import parse_yaml
from planctl.grammar.directions import is_burden
from planctl.report.catalogue import FILE_NAME
from planctl.values.meanings import Direction
from tests.conftest import DATA, HEAD, ROOT, Run

PLAIN: Any = parse_yaml((ROOT / "src" / "planctl" / "report" / FILE_NAME).read_bytes(), FILE_NAME).data
LESS = "less is better, as for this name everywhere"


def archive(folder: Path, **files: str) -> planctl.Archive:
    """Return the archive of files by name without their ending, each of which is given as its rows."""
    for name, rows in files.items():
        year = name.rpartition("_")[2]
        (folder / f"{name}.yaml").write_text(f"{HEAD}year: {year}\nindicators:\n{rows}", encoding="utf-8")
    return planctl.load(folder)


def row(name: str, *, id: str = "a", unit: str = "%", **cells: str) -> str:
    """Return a row in YAML."""
    said = "".join(f', {key}: "{text}"' for key, text in cells.items())
    return f'  - {{id: {id}, number: "1", name: "{name}", name_en: N, unit: "{unit}", kind: expected{said}}}\n'


@pytest.mark.parametrize(
    ("name", "target", "actual", "because"),
    [
        ("城镇调查失业率", "5.5", "5.2", "5.2 ≤ 5.5"),
        ("居民消费价格涨幅", "3左右", "0.3", "0.3 ≤ 3"),
        ("居民消费价格指数（CPI）涨幅", "3", "2", "2 ≤ 3"),
        ("全市城镇登记失业率", "4.5", "3.1", "3.1 ≤ 4.5"),
        ("居民消费价格涨幅", "3以内", "100.4", "0.4 ≤ 3"),
        ("居民消费价格涨幅", "3以内", "101.8%", "1.8 ≤ 3"),
        ("居民消费价格指数（上年=100）", "103", "102.1", "102.1 ≤ 103"),
        ("农村贫困发生率", "1.5", "0.8", "0.8 ≤ 1.5"),
        ("企业资产负债率", "55", "53", "53 ≤ 55"),
    ],
)
def test_a_direction_that_is_not_written_is_known_by_name(
    name: str, target: str, actual: str, because: str, tmp_path: Path
) -> None:
    year = archive(tmp_path, indicators_2022=row(name, target=target, actual=actual)).status(2022)
    verdict = year.judged[0].verdict
    assert verdict
    assert (verdict.status, str(verdict.because)) == ("met", because)
    assert LESS in map(str, verdict.steps)


@pytest.mark.parametrize(
    ("name", "target", "actual", "because"),
    [
        ("单位GDP能耗", "-3", "-3.2", "3.2 ≥ 3"),
        ("单位GDP能耗", "-3", "-2.5", "2.5 < 3"),
        ("单位GDP能耗", "-3", "0.5", "-0.5 < 3"),
        ("单位GDP能耗", "-3左右", "下降3.2", "3.2 ≥ 3"),
        ("单位GDP能耗降低率", "−3%", "−3.2%", "3.2 ≥ 3"),
        ("化学需氧量排放量", "-2", "-2.3", "2.3 ≥ 2"),
        ("进出口总额", "-3", "-2.5", "-2.5 ≥ -3"),
        ("固定资产投资增速", "-3", "-3.5", "-3.5 < -3"),
    ],
)
def test_a_negative_rate_of_what_is_to_become_less_is_a_fall(
    name: str, target: str, actual: str, because: str, tmp_path: Path
) -> None:
    year = archive(tmp_path, indicators_2022=row(name, target=target, actual=actual)).status(2022)
    assert str(year.judged[0].verdict and year.judged[0].verdict.because) == because


def test_a_negative_amount_of_a_burden_is_no_fall(tmp_path: Path) -> None:
    rows = row("碳排放总量", unit="万吨", target="-3", actual="-3.2")
    year = archive(tmp_path, indicators_2022=rows).status(2022)
    assert str(year.judged[0].verdict and year.judged[0].verdict.because) == "-3.2 ≤ -3"


@pytest.mark.parametrize("name", ["单位GDP能耗降低", "二氧化硫排放量下降", "婴儿死亡率降幅", "PM2.5浓度下降"])
def test_of_a_reduction_more_is_better_and_nothing_is_said(name: str, tmp_path: Path) -> None:
    year = archive(tmp_path, indicators_2022=row(name, target="3", actual="3.1")).status(2022)
    verdict = year.judged[0].verdict
    assert verdict
    assert verdict.status == "met"
    assert not any("better" in str(step) for step in verdict.steps)


@pytest.mark.parametrize(
    ("unit", "because"), [("亿元", "491 ≥ 480"), ("%", "7 ≥ 6.8")], ids=["of an amount", "of a growth"]
)
def test_of_two_cells_with_an_amount_and_its_growth_the_unit_says_which_are_held(
    unit: str, because: str, tmp_path: Path
) -> None:
    text = row("地区生产总值", unit=unit, target="480，增长6.8%", actual="491，增长7%")
    verdict = archive(tmp_path, indicators_2022=text).status(2022).judged[0].verdict
    assert verdict
    assert (verdict.status, str(verdict.because)) == ("met", because)


def test_what_is_written_counts_against_the_catalogue_also_from_the_targets(tmp_path: Path) -> None:
    known = archive(
        tmp_path,
        indicators_2022=row("城镇调查失业率", actual="5.2"),
        targets_2022=row("城镇调查失业率", target="5.5", better="higher"),
    )
    verdict = known.status(2022).judged[0].verdict
    assert verdict
    assert str(verdict.because) == "5.2 < 5.5"
    assert LESS not in map(str, verdict.steps)


def test_a_name_of_a_kind_of_which_nothing_is_known_is_told_in_the_steps(tmp_path: Path) -> None:
    verdict = (
        archive(tmp_path, indicators_2022=row("青年失业率", target="5.5", actual="5.2")).status(2022).judged[0].verdict
    )
    assert verdict
    assert verdict.status == "undetermined"
    because = "5.2 < 5.5, so unmet where more is better, and 5.2 ≤ 5.5, so met where less is; nothing says which"
    assert str(verdict.because) == because
    assert "nothing says whether more or less is better" in map(str, verdict.steps)


@pytest.mark.parametrize(("target", "status"), [("≤5.5", "met"), ("5.2", "met"), ("≥5.5", "unmet")])
def test_what_hangs_on_no_direction_is_judged_without_one(target: str, status: str, tmp_path: Path) -> None:
    year = archive(tmp_path, indicators_2022=row("青年失业率", target=target, actual="5.2")).status(2022)
    verdict = year.judged[0].verdict
    assert verdict
    assert verdict.status == status


def test_a_part_goes_as_its_row_unless_its_name_or_unit_says_otherwise(tmp_path: Path) -> None:
    parts = "".join(
        f'      - {{id: {id}, name: {name}, name_en: N, unit: "{unit}", target: "1", actual: "2"}}\n'
        for id, name, unit in (
            ("young", "十六至二十四岁", "%"),
            ("reduced", "降低", "%"),
            ("people", "人数", "人"),
        )
    )
    whole = row("城镇调查失业率", id="whole", target="5.5", actual="5.2").replace("{", "{parts: PARTS, ", 1)
    rows = whole.replace("  - {parts: PARTS, ", "  - ").rstrip("}\n").replace(", ", "\n    ").rstrip()
    year = archive(tmp_path, indicators_2022=f"{rows}\n    parts:\n{parts}").status(2022)
    by_id = {part.case.indicator.id: part.case.indicator.better for part in year.judged[0].parts}
    assert by_id == {"young": Direction.LOWER, "reduced": Direction.HIGHER, "people": Direction.HIGHER}


def test_a_lower_ceiling_is_raised_in_a_diff_without_a_written_direction(tmp_path: Path) -> None:
    plans = archive(
        tmp_path,
        targets_2022=row("城镇调查失业率", target="5.5"),
        targets_2023=row("城镇调查失业率", target="5"),
    )
    assert [change.moved.movement for change in plans.diff(2022, 2023).changes] == ["raised"]  # type: ignore[union-attr]


def test_parse_export_and_show_have_the_direction_that_the_name_gives(tmp_path: Path, planctl: Run) -> None:
    archive(tmp_path, targets_2022=row("城镇调查失业率", target="5.5"))
    known = {"PLANCTL_DATA": str(tmp_path)}
    assert "judged as at most 6" in planctl("parse", "--for", "a", "--year", "2022", "6", **known).stdout.decode()
    assert LESS in planctl("show", "a", "--year", "2022", **known).stdout.decode()
    assert b'"better": "lower"' in planctl("export", "json", **known).stdout


def test_the_direction_of_a_figure_in_prose_is_known_by_its_label(tmp_path: Path) -> None:
    statement = (
        "statements:\n  - {id: s, label: 城镇调查失业率, label_en: N, value: 5.5%, period: year, section: 一,"
        " quote: 城镇调查失业率5.5%}\n"
    )
    plan = archive(tmp_path, indicators_2022=row("名", target="1", actual="1") + statement).plan(2022)
    assert plan.statements[0].better is Direction.LOWER


@pytest.mark.parametrize(
    "name",
    [
        *("青年失业率", "居民消费价格指数(CPI)涨幅", "工业生产者出厂价格指数", "孕产妇死亡率(1/10万)", "单位产品能耗"),
        *(
            "氨氮排放量",
            "管网漏损率",
            "PM2.5年均浓度",
            "PM2.5",
            "道路交通事故起数",
            "甲乙类传染病报告发病率",
            "政府债务率",
        ),
        *("煤炭消费占比", "规上工业能耗增速", "房价涨幅", "能耗强度同比增减", "事故发生率"),
    ],
)
def test_a_name_of_a_burden_is_one(name: str) -> None:
    assert is_burden(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "失业保险参保人数",
            "城镇失业人员再就业人数",
            "污水排放达标率",
            "主要污染物减排量",
            "死亡率降幅",
            "负氧离子浓度",
        ),
        *("非化石能源占能源消费总量比重", "农村饮用水安全率", "事故隐患整改率", "排放权交易额", "农产品收购价格"),
        *(
            "再生水利用量",
            "处置森林火灾",
            "服务业占GDP比重",
            "节约用水量",
            "治理水土流失面积",
            "最终消费率",
            "",
            "户",
            "(",
            "占比",
        ),
    ],
)
def test_a_name_that_only_has_a_word_of_a_burden_is_none(name: str) -> None:
    assert not is_burden(name)


def test_every_name_of_which_the_catalogue_has_less_as_better_is_looked_up() -> None:
    lower = [name for entry in PLAIN["indicators"] if "better" in entry for name in entry["names"]]
    assert lower
    assert [name for name in lower if not is_burden(name)] == []


def test_the_catalogue_is_not_read_for_data_that_writes_its_directions() -> None:
    load_catalogue.cache_clear()
    planctl.load(DATA).status(2022)
    assert load_catalogue.cache_info().misses == 0

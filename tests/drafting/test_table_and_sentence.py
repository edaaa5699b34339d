"""A table that has the year that is over, and the next year's targets in a sentence: both are drafted."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.api.drafts import extract
from tests.conftest import HEAD

TEXT = """某某县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
——2025年1月10日在某某县第五届人民代表大会第四次会议上
一、2024年国民经济和社会发展计划执行情况
全年主要指标完成情况见附表。
二、2025年主要目标
2025年经济社会发展主要预期目标为：地区生产总值增长6%左右，规上工业增加值增长7%，羊绒产量900吨。
附表　2024年主要指标完成情况
指标\t2024年预期目标\t2024年完成情况\t是否完成
地区生产总值\t增长6.5%左右\t增长6.6%\t完成
规上工业增加值\t增长8%\t增长7.2%\t未完成
羊绒产量（吨）\t850\t880\t完成
"""


def test_the_targets_of_a_year_that_no_table_has_are_those_of_the_sentence(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    made = extract(report, tmp_path / "data", region="500101")
    assert [file.name for file in made.files] == ["indicators_2024.yaml", "targets_2025.yaml"]
    archive = load(tmp_path / "data")
    assert archive.status(2024).counts[:3] == (3, 2, 1)
    found = {each.after.indicator.name: each.target for each in archive.diff(2024, 2025).changes}  # type: ignore[union-attr]
    assert {name: str(moved) for name, moved in found.items()} == {
        "地区生产总值": "lowered",
        "规上工业增加值": "lowered",
        "羊绒产量": "raised",
    }
    verified, _ = archive.verify(report)
    assert verified.differences == ()


@pytest.mark.parametrize(("target", "because"), [("增长6%", "6.5 ≥ 6"), ("2500", "2480 < 2500")])
def test_a_cell_with_an_amount_and_its_growth_is_held_against_the_target_as_that_is(
    target: str, because: str, tmp_path: Path
) -> None:
    row = f'{{id: gdp, number: "1", name: 地区生产总值, unit: 亿元, kind: expected, target: "{target}"'
    file = tmp_path / "indicators_2022.yaml"
    file.write_text(f'{HEAD}year: 2022\nindicators:\n  - {row}, actual: "2480，增长6.5%"}}\n', encoding="utf-8")
    (judged,) = load(tmp_path).status(2022).judged
    assert judged.verdict
    assert str(judged.verdict.because).startswith(because[:4])
    assert str(judged.verdict.status) == ("met" if because == "6.5 ≥ 6" else "unmet")

"""Two transcripts of the same reports: restated actuals, moved targets, flipped verdicts."""

from pathlib import Path

import pytest

import planctl
from planctl.diff.correction import CorrectedYear
from planctl.messages.message import PlanctlError
from tests.conftest import DATA, HEAD


@pytest.fixture
def corrected(tmp_path: Path) -> "Corrected":
    for path in DATA.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return Corrected(tmp_path)


class Corrected:
    """A copy of the shipped data, to correct."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def years(self) -> dict[int, CorrectedYear]:
        return {year.year: year for year in planctl.load(DATA).corrections(planctl.load(self.folder))}


def told(year: CorrectedYear) -> list[str]:
    """Return a line for each row: its id, its edits, what became of its target, and its verdicts where they flipped."""
    lines = []
    for row in year.rows:
        edits = [
            f"{edit.field} {edit.before}→{edit.after}{' (same)' if edit.same_meaning else ''}" for edit in row.edits
        ]
        verdict = [f"{row.statuses[0]}→{row.statuses[1]}"] if row.flipped else []
        lines.append("; ".join([row.row.id, *edits, *([row.target.value] if row.target else []), *verdict]))
    return lines


def test_a_copy_differs_in_nothing(corrected: Corrected) -> None:
    years = corrected.years()
    assert list(years) == [2022, 2023]
    assert not any(year.is_change for year in years.values())


def test_a_restated_actual_flips_its_verdict_and_is_told(corrected: Corrected) -> None:
    corrected.replace("indicators_2022.yaml", 'actual: "326"', 'actual: "331"')
    years = corrected.years()
    assert told(years[2022]) == ["clean-air-days; actual 326→331; unmet→met"]
    assert not years[2023].is_change
    assert years[2022].before
    assert years[2022].after
    agreements = [each.agreement for each in (years[2022].before, years[2022].after)]
    assert [each.agrees for each in agreements if each] == [True, False]


def test_a_whole_whose_part_is_restated_is_told_for_its_verdict(corrected: Corrected) -> None:
    corrected.replace("indicators_2022.yaml", 'actual: "6.6"', 'actual: "8.6"')
    assert told(corrected.years()[2022]) == [
        "resident-income-growth; unmet→met",
        "rural-income-growth; actual 6.6→8.6; unmet→met",
    ]


def test_a_moved_target_says_which_way_and_a_new_wording_that_it_means_the_same(corrected: Corrected) -> None:
    corrected.replace("targets_2023.yaml", 'target: "8.5"', 'target: "8"')
    corrected.replace("targets_2023.yaml", 'target: "5.5以内"', 'target: "≤5.5"')
    assert told(corrected.years()[2023]) == [
        "industry-growth; target 8.5→8; lowered",
        "surveyed-urban-unemployment-rate; target 5.5以内→≤5.5 (same)",
    ]


def test_other_fields_and_an_adjusted_target_are_told(corrected: Corrected) -> None:
    corrected.replace("indicators_2022.yaml", "name: 粮食产量", "name: 粮食总产量")
    corrected.replace("indicators_2022.yaml", 'target: "0.1%"', 'target: "3%"')
    corrected.replace("targets_2023.yaml", "id: digital-economy-size", "id: forest-coverage")
    years = corrected.years()
    assert told(years[2022]) == [
        "budget-revenue-growth-excluding-vat-refunds; adjusted.target 0.1%→3%; raised; met→unmet",
        "grain-output; name 粮食产量→粮食总产量",
    ]
    assert told(years[2023]) == ["digital-economy-core-enterprises; follows.id digital-economy-size→forest-coverage"]


def test_rows_that_one_side_lacks_and_what_is_stated_beside_them(corrected: Corrected) -> None:
    corrected.replace("indicators_2022.yaml", "id: sulphur-dioxide", "id: sulphur")
    corrected.replace("indicators_2022.yaml", "  met: 17", "  met: 18")
    corrected.replace("indicators_2022.yaml", "indicators: [clean-air-days]", "indicators: [grain-output]")
    year = corrected.years()[2022]
    assert [(row.row.id, bool(row.before), bool(row.after)) for row in year.rows] == [
        ("sulphur", False, True),
        ("sulphur-dioxide", True, False),
    ]
    assert [(edit.field, edit.before, edit.after) for edit in year.others] == [
        ("claim.met", "17", "18"),
        ("reasons.六.indicators", "clean-air-days", "grain-output"),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("targets_2023.yaml", "relation: replaced", "relation: redefined", "follows.relation"),
        ("targets_2023.yaml", "change: level-to-growth", "change: basis", "follows.change"),
        ("targets_2023.yaml", "上年名称写明", "上年的名称写明", "remark.zh"),
        ("indicators_2022.yaml", 'replaces: "4%"', 'replaces: "4"', "adjusted.replaces"),
        ("indicators_2022.yaml", "stated: 视为完成", "stated: 完成", "adjusted.stated"),
        ("indicators_2022.yaml", "quote: 等5项指标", "quote: 5项指标", "reasons.一.enumeration.quote"),
        ("indicators_2022.yaml", "Rows marked *", "Rows with *", "notes.1.summary.en"),
        ("indicators_2022.yaml", "delivered: 2023-01-31", "delivered: 2023-01-30", "source.delivered"),
        ("targets_2023.yaml", "quote: 地区生产总值增长", "quote: 生产总值增长", "statements.headline-gdp-growth.quote"),
        (
            "targets_2023.yaml",
            "repeats: industry-growth",
            "repeats: gdp-growth",
            "statements.headline-industry-growth.repeats",
        ),
    ],
)
def test_no_text_is_passed_over(corrected: Corrected, name: str, old: str, new: str, field: str) -> None:
    corrected.replace(name, old, new)
    edits = [
        edit
        for year in corrected.years().values()
        for edit in (*year.others, *(edit for row in year.rows for edit in row.edits))
    ]
    assert [edit.field for edit in edits] == [field]


def test_a_target_that_the_outcome_prints_too_is_compared_in_both_files(tmp_path: Path) -> None:
    folders = []
    for count, target in enumerate(("5", "6")):
        folders.append(tmp_path / str(count))
        folders[-1].mkdir()
        row = 'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "{}"{}}}\n'
        for name, text in (("indicators", row.format("5", ', actual: "4"')), ("targets", row.format(target, ""))):
            (folders[-1] / f"{name}_2022.yaml").write_text(f"{HEAD}year: 2022\n{text}", encoding="utf-8")
    (year,) = planctl.load(folders[0]).corrections(planctl.load(folders[1]))
    assert told(year) == ["a; plan.target 5→6"]


def test_an_empty_folder_is_told_and_is_not_a_deletion(tmp_path: Path) -> None:
    with pytest.raises(PlanctlError, match="there are no files of indicators or targets in"):
        planctl.load(DATA).corrections(planctl.load(tmp_path))


def test_a_part_that_stands_under_another_row_is_told(corrected: Corrected) -> None:
    path = corrected.folder / "targets_2023.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("    parts:\n      - id: private-investment-growth")
    end = text.index("\n\n", start)
    parts, rest = text[start:end], text[:start] + text[end + 1 :]
    row = rest.index("  - id: research-expenditure-growth")
    path.write_text(f"{rest[: row - 1]}{parts}\n\n{rest[row:]}", encoding="utf-8")
    assert told(corrected.years()[2023]) == [
        "private-investment-growth; part_of fixed-asset-investment-growth→retail-sales-growth"
    ]


def test_a_year_that_one_side_lacks(corrected: Corrected) -> None:
    (corrected.folder / "targets_2023.yaml").unlink()
    year = corrected.years()[2023]
    assert year.is_change
    assert year.before
    assert not year.after
    assert len(year.rows) == 38
    assert {bool(row.after) for row in year.rows} == {False}


def test_two_regions_are_not_a_correction(corrected: Corrected) -> None:
    corrected.replace("indicators_2022.yaml", 'code: "500102"', 'code: "500103"')
    with pytest.raises(PlanctlError, match=r"is of 500102 重庆市涪陵区, and .* is of 500103"):
        corrected.years()

"""Projects told apart by area, stage, source, sector and level."""

import pytest

import planctl
from planctl.projects.groups import Grouped, group_by
from planctl.report.model import Grouping, Measure
from planctl.values.meanings import Stage
from tests.conftest import DATA
from tests.projects.plans import planned

TEXT = """
programmes:
  - id: district
    name: 区级项目
    name_en: District
    level: district
    section: 专栏1
    count: 10个
    breakdowns:
      - by: stage
        section: 专栏1
        items:
          - {name: 完工项目, name_en: Completing, count: 4个}
          - {name: 续建项目, name_en: Continuing, count: 6个}
    projects:
      - {id: a, name: 甲, stage: 竣工, sector: 交通}
      - {id: b, name: 乙, stage: 新开工}
  - {id: later, name: 前期项目, name_en: Later, level: municipal, section: 专栏1, stage: 前期, count: 3个}
projects:
  - {id: c, name: 丙, stage: 建成, section: 三（二）}
"""


def rows(grouped: Grouped) -> list[tuple[str, str, str, int]]:
    return [
        (
            group.name,
            part.programme.id if part.programme else "text",
            part.figures.number.printed if part.figures.number else "",
            part.named,
        )
        for group in grouped.groups
        for part in group.parts
    ]


def test_stages_are_brought_together_and_stand_in_the_order_of_building() -> None:
    assert rows(group_by(planned(TEXT), Grouping.STAGE)) == [
        ("preparatory", "later", "3个", 0),
        ("starting", "district", "", 1),
        ("continuing", "district", "6个", 0),
        ("completing", "district", "4个", 1),
        ("completing", "text", "", 1),
    ]


def test_a_programme_that_is_not_told_apart_stands_in_the_group_without_name() -> None:
    assert rows(group_by(planned(TEXT), Grouping.AREA)) == [("", "district", "10个", 0), ("", "later", "3个", 0)]


def test_levels_are_whole_programmes_and_the_text_says_none() -> None:
    assert rows(group_by(planned(TEXT), Grouping.LEVEL)) == [
        ("municipal", "later", "3个", 0),
        ("district", "district", "10个", 2),
        ("", "text", "", 1),
    ]


def test_sectors_are_those_of_the_named_projects() -> None:
    assert rows(group_by(planned(TEXT), Grouping.SECTOR)) == [
        ("交通", "district", "", 1),
        ("", "district", "10个", 1),
        ("", "later", "3个", 0),
        ("", "text", "", 1),
    ]


def test_a_plan_without_programmes_has_no_areas() -> None:
    assert planctl.load(DATA).grouped_projects(Grouping.AREA, 2022).groups == ()


@pytest.mark.parametrize("by", [Grouping.STAGE, Grouping.SECTOR, Grouping.LEVEL])
def test_every_named_project_is_in_one_group(by: Grouping) -> None:
    grouped = planctl.load(DATA).grouped_projects(by, 2023)
    assert sum(group.named for group in grouped.groups) == 67 + 64


def test_the_money_of_a_year_by_stage() -> None:
    grouped = planctl.load(DATA).grouped_projects(Grouping.STAGE, 2023)
    totals = {group.name: group.total(Measure.PLANNED_INVESTMENT) for group in grouped.groups}
    found = totals[Stage.STARTING]
    assert found
    assert (str(found.least), str(found.most)) == ("76.3", "142.5")
    assert totals[Stage.PREPARATORY] is None

"""Which projects return, how sure that is, and what their stages say."""

from pathlib import Path

import pytest

from planctl.api.archive import load
from planctl.messages.message import PlanctlError
from planctl.projects.likeness import candidates, clues_of, compare
from planctl.projects.listing import Wanted, all_named
from planctl.projects.returns import Returns, lay_together
from tests.conftest import DATA
from tests.projects.plans import done, named


def said(found: Returns) -> list[str]:
    return [
        f"{each.before.project.name} {each.after.project.name}: {each.match}, {each.course or '-'}"
        for each in found.returns
    ]


def between(before: str, after: str) -> list[str]:
    return said(lay_together(done(before), named(after)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "name: 华峰己二酸六期, company: 华峰, product: 己二酸, stage: 建成投产",
            "name: 华峰115万吨/年己二酸扩建六期, company: 华峰, product: 己二酸, stage: 建成",
            "same, completed-twice",
        ),
        (
            "name: 华峰己二酸六期, company: 华峰, product: 己二酸, stage: 建成投产",
            "name: 华峰己二酸七期, company: 华峰, product: 己二酸, stage: 建成",
            "other-phase, -",
        ),
        (
            "name: 华峰尼龙66二期, company: 华峰, product: 尼龙66, stage: 建成投产",
            "name: 华峰年产30万吨尼龙66一体化, company: 华峰, product: 尼龙66, stage: 建成",
            "likely, completed-twice",
        ),
        (
            "name: 卡涞复合材料, company: 卡涞, product: 复合材料, stage: 建成投产",
            "name: 卡涞复合材料二期, company: 卡涞, product: 复合材料, stage: 开工建设",
            "other-phase, -",
        ),
        (
            "name: 万凯三期, company: 万凯, stage: 开工建设",
            "name: 万凯PET扩建, company: 万凯, product: PET, stage: 建成",
            "likely, onward",
        ),
        ("name: 渝万高铁, stage: 开工建设", "name: 渝万高铁项目, stage: 加快建设", "same, onward"),
        ("name: 渝万高铁, stage: 开工建设", "name: 渝万高铁, stage: 新开工", "same, started-twice"),
        ("name: 渝万高铁, stage: 建成", "name: 渝万高铁, stage: 前期", "same, backward"),
        ("name: 渝万高铁", "name: 渝万高铁, stage: 前期", "same, -"),
        ("name: 集绣大道, stage: 开工", "name: 集绣大道（含管网）, stage: 新开工", "likely, started-twice"),
        ("name: 集绣大道, stage: 加快建设", "name: 集绣大道（含管网）, stage: 竣工", "likely, onward"),
        ("name: G351改建（一标段）, stage: 续建", "name: G351改建（二标段）, stage: 竣工", "other-phase, -"),
        ("name: 会客厅首开段, stage: 开放", "name: 会客厅首开段工程, stage: 竣工", "same, completed-twice"),
        ("name: 高新院区一期, stage: 基本完工", "name: 医院高新院区二期, stage: 前期工作", "other-phase, -"),
    ],
)
def test_a_project_returns(before: str, after: str, expected: str) -> None:
    assert [line.partition(": ")[2] for line in between(before, after)] == [expected]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: 华峰己二酸, company: 华峰, product: 己二酸", "name: 华峰氨纶, company: 华峰, product: 氨纶"),
        ("name: 华峰己二酸, company: 华峰, product: 己二酸", "name: 万凯己二酸, company: 万凯, product: 己二酸"),
        ("name: 万凯三期, company: 万凯, stage: 开工建设", "name: 万凯光伏, company: 万凯, product: 光伏, stage: 开工"),
        ("name: 集绣大道, stage: 建成", "name: 集绣大道（含管网）, stage: 续建"),
        ("name: 人民医院, stage: 开工建设", "name: 人民医院传染病楼, stage: 开工建设"),
        ("name: 大道, stage: 建成", "name: 集绣大道, stage: 竣工"),
        ("name: 工程, stage: 建成", "name: 项目, stage: 竣工"),
        ("name: 轨道交通1、2号线, stage: 建成", "name: 轨道交通12号线, stage: 竣工"),
        ("name: 产业园路网（A区）, stage: 建成", "name: 产业园路网（B区）, stage: 竣工"),
        (
            "name: 华峰己二酸, company: 华峰, product: 己二酸, stage: 建成",
            "name: 华峰己二酸酯, company: 华峰, product: 己二酸酯, stage: 建成",
        ),
        ("name: 涞滩河流域综合整治工程, stage: 实施", "name: 涞滩河水环境治理工程, stage: 新开工"),
    ],
)
def test_another_project_does_not_return(before: str, after: str) -> None:
    assert between(before, after) == []


def test_what_certainly_returns_is_not_likely_another_too() -> None:
    found = lay_together(done("name: 集绣大道, stage: 开工"), named("name: 集绣大道", "name: 集绣大道（含管网）"))
    assert said(found) == ["集绣大道 集绣大道: same, -"]
    assert [each.project.name for each in found.new] == ["集绣大道（含管网）"]


def test_one_that_is_likely_several_is_shown_with_each() -> None:
    found = lay_together(
        done("name: 万凯三期, company: 万凯, stage: 开工", "name: 万凯二期, company: 万凯, stage: 续建"),
        named("name: 万凯扩建, company: 万凯, stage: 建成"),
    )
    assert said(found) == ["万凯三期 万凯扩建: likely, onward", "万凯二期 万凯扩建: likely, onward"]
    assert [each.rivals for each in found.returns] == [1, 1]
    assert (found.gone, found.new) == ((), ())


def test_every_project_of_both_years_is_in_the_answer() -> None:
    found = load(DATA).returning_projects(2022, 2023)
    before = {each.before.project.id for each in found.returns} | {each.project.id for each in found.gone}
    after = {each.after.project.id for each in found.returns} | {each.project.id for each in found.new}
    assert (len(before), len(after)) == (43, 67 + 64)


def test_a_filter_keeps_pairs_of_which_either_is_wanted() -> None:
    found = load(DATA).returning_projects(2022, 2023, Wanted(text="华峰"))
    assert len(found.returns) == 3
    assert {named.project.company for named in found.new} == {"华峰", ""}
    assert found.gone == ()


def test_no_pair_is_missed_by_looking_only_where_names_meet() -> None:
    archive = load(DATA)
    old, new = ([clues_of(named) for named in all_named(archive.projects(year))] for year in (2022, 2023))
    every = [(one, other) for one in old for other in new if compare(one, other)]
    assert [pair for pair in candidates(old, new) if compare(*pair)] == every


def test_another_phase_is_no_return_and_leaves_both_alone() -> None:
    found = lay_together(done("name: 高新院区一期, stage: 完工"), named("name: 高新院区二期, stage: 前期"))
    assert said(found) == ["高新院区一期 高新院区二期: other-phase, -"]
    assert [each.project.name for each in (*found.gone, *found.new)] == ["高新院区一期", "高新院区二期"]


def test_what_was_done_is_laid_beside_what_is_planned_also_where_a_year_has_both() -> None:
    before, after = done("name: 渝万高铁, stage: 开工建设"), named("name: 渝万高铁, stage: 加快建设")
    both = after._replace(reports=(*done("name: 渝万高铁, stage: 建成", year=2023).reports, *after.reports))
    assert said(lay_together(before, both)) == ["渝万高铁 渝万高铁: same, onward"]
    later = named("name: 渝万高铁, stage: 竣工", year=2024)
    assert said(lay_together(both, later)) == ["渝万高铁 渝万高铁: same, completed-twice"]


@pytest.mark.parametrize("each", ["name: 工业园{0}号厂房, company: 华峰, stage: 开工", "name: 同一项目, stage: 开工"])
def test_lists_in_which_all_may_be_the_same_do_not_hang(each: str) -> None:
    rows = [each.format(number) for number in range(1_500)]
    assert lay_together(done(*rows), named(*rows)).returns


def test_a_year_without_projects_is_refused(tmp_path: Path) -> None:
    for name in ("indicators_2022.yaml", "targets_2023.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    with pytest.raises(PlanctlError, match="no projects of 2023 are in"):
        load(tmp_path).returning_projects(2022, 2023)


def test_years_in_no_order_are_refused() -> None:
    with pytest.raises(PlanctlError, match="2022 is not after 2023"):
        load(DATA).returning_projects(2023, 2022)


def test_many_projects_are_laid_together_in_time() -> None:
    rows = [f"name: 第{number}中学扩建, stage: 开工" for number in range(2_000)]
    found = lay_together(done(*rows), named(*rows))
    assert len(found.returns) >= 2_000

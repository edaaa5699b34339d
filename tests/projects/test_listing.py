"""Named projects, found by what is asked for."""

import pytest

import planctl
from planctl.projects.listing import Wanted
from planctl.report.model import Level
from planctl.values.meanings import Stage
from tests.conftest import DATA

ARCHIVE = planctl.load(DATA)


def names(wanted: Wanted, year: int = 2023) -> list[str]:
    return [named.project.name for named in ARCHIVE.named_projects(year, wanted).projects]


def test_words_of_one_stage_are_found_together() -> None:
    found = ARCHIVE.named_projects(2023, Wanted(stages=frozenset({Stage.COMPLETING}))).projects
    words = {named.project.stage.printed for named in found if named.project.stage}
    assert words == {"建成", "竣工", "建成投用", "完成", "投入运营", "全面投用", "力争完成"}


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 67 + 64),
        (Wanted(sector="材料"), 16),
        (Wanted(sector="材料", stages=frozenset({Stage.STARTING})), 6),
        (Wanted(levels=frozenset({Level.MUNICIPAL})), 7),
        (Wanted(levels=frozenset({Level.MUNICIPAL}), stages=frozenset({Stage.PREPARATORY})), 4),
        (Wanted(text="华峰"), 8),
        (Wanted(text="LNG"), 1),
        (Wanted(text="lng"), 1),
        (Wanted(text="核电"), 0),
        (Wanted(text="三（八）"), 4),
        (Wanted(text="区级重点"), 25),
        (Wanted(levels=frozenset({Level.COUNTY})), 0),
    ],
    ids=str,
)
def test_every_condition_must_hold(wanted: Wanted, count: int) -> None:
    assert len(names(wanted)) == count


def test_what_is_printed_inside_one_name_stays_in_it() -> None:
    assert names(Wanted(text="12#")) == ["龙头港作业区二期工程12#、13#散货泊位及陆域堆场"]
    assert names(Wanted(text="药用吸管")) == ["汕头东风年产120亿只药用瓶盖及120亿只药用吸管智能制造基地（一期）"]


def test_a_year_without_programmes_names_the_projects_of_its_text() -> None:
    assert len(names(Wanted(), 2022)) == 43
    assert ARCHIVE.projects(2022).programmes == ()

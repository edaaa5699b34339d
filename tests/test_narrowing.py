"""A few rows out of a plan: those asked for with what they are judged by, as if the whole had been read."""

from pathlib import Path

import pytest

from planctl.files.loading import load_plan
from planctl.judging.cases import judge
from planctl.report.model import with_parts
from planctl.report.narrowing import narrowed_together
from planctl.report.plan import Plan, join
from tests.conftest import DATA, report_of

FOLDERS = [(DATA, 2022), *((path, 2025) for path in sorted((DATA / "provinces").iterdir()))]
OUTCOME = """\
indicators:
  - {id: gdp, number: "1", name: 地区生产总值, name_en: GDP, kind: expected, target: "≥5", actual: "5.2"}
  - {id: retail, number: "2", name: 零售额, name_en: Retail, kind: expected, target: 快于经济增速, actual: "6"}
  - id: income
    number: "3"
    name: 居民收入
    name_en: Income
    kind: expected
    actual: "5.0"
    parts:
      - {id: rural, prefix: 其中：, name: 农村, name_en: Rural, target: "≥6", actual: "5.9"}
  - {id: urban, number: "4", name: 城镇, name_en: Urban, kind: expected, target: "≥5", actual: "5.1"}
reasons:
  - {number: 一, indicators: [rural], summary: {zh: 因, en: so}}
"""
TARGETS = """\
indicators:
  - {id: retail, number: "1", name: 零售额, name_en: Retail, kind: expected, target: 快于经济增速, reference: gdp}
  - {id: gdp, number: "2", name: 地区生产总值, name_en: GDP, kind: expected, target: "≥5"}
  - id: income
    number: "3"
    name: 居民收入
    name_en: Income
    kind: expected
    target: "≥5.5"
    parts:
      - {id: urban, prefix: 其中：, name: 城镇, name_en: Urban, target: "≥5"}
"""
REPORTS = report_of(OUTCOME), report_of(TARGETS)
WHOLE = join(*REPORTS)


def ids_of(plan: Plan) -> list[str]:
    return [row.indicator.id for row in plan.rows]


def of(*wanted: str) -> Plan:
    return join(*narrowed_together(REPORTS, wanted))


def test_a_row_alone_comes_alone() -> None:
    assert ids_of(of("gdp")) == ["gdp"]


def test_a_row_brings_what_only_the_other_table_says_that_it_refers_to() -> None:
    assert ids_of(of("retail")) == ["gdp", "retail"]


def test_a_part_brings_its_row_and_the_other_parts_in_whatever_table_they_stand() -> None:
    assert ids_of(of("rural")) == ["income", "rural", "urban"]


def test_a_row_that_another_table_has_as_a_part_brings_what_it_is_part_of_there() -> None:
    assert ids_of(of("urban")) == ["income", "rural", "urban"]


def test_a_row_that_none_has_brings_nothing() -> None:
    assert ids_of(of("exports")) == []


@pytest.mark.parametrize("id", ids_of(WHOLE))
def test_each_row_is_judged_as_in_the_whole(id: str) -> None:
    (case,) = (row for row in of(id).rows if row.indicator.id == id)
    (same,) = (row for row in WHOLE.rows if row.indicator.id == id)
    assert (case, judge(case)) == (same, judge(same))


def test_what_is_stated_of_all_rows_is_left_out_and_what_is_kept_has_its_places() -> None:
    plan = of("gdp")
    assert (plan.claim, plan.reasons) == (None, ())
    assert plan.place("gdp.actual") == WHOLE.place("gdp.actual")
    assert (plan.place("rural"), plan.place("reasons.一")) == (None, None)


@pytest.mark.parametrize(("folder", "year"), FOLDERS, ids=lambda value: getattr(value, "name", str(value)))
def test_real_rows_are_the_same_read_alone_and_from_the_whole(folder: Path, year: int) -> None:
    whole = load_plan(folder, year)
    rows = {row.indicator.id: row for row in whole.rows}
    for id in [case.indicator.id for case in whole.cases[::4]]:
        plan = load_plan(folder, year, only=[id])
        assert [row for row in plan.rows if row.indicator.id == id] == [rows[id]]
        assert plan.reports == narrowed_together(whole.reports, [id])
        kept = {row.id for report in plan.reports for row in with_parts(report.indicators)}
        assert [case for case in whole.cases if case.indicator.id in kept] == list(plan.cases)

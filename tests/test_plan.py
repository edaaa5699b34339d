"""A year's files joined: which rows there are, and which target each has."""

from planctl.judging.cases import judge
from planctl.report.model import Report
from planctl.report.plan import Plan, join
from tests.conftest import report_of

TARGETS = """
indicators:
  - {id: gdp, number: "1", name: 增速, name_en: GDP growth, unit: "%", kind: expected, target: "6.5"}
  - id: income
    number: "2"
    name: 收入
    name_en: Income
    unit: "%"
    kind: expected
    reference: gdp
    target: 快于经济增速
    parts:
      - {id: rural, prefix: "其中：", name: 农村, name_en: Rural, unit: "%", target: "7"}
  - {id: grain, number: "3", name: 粮食, name_en: Grain, kind: constraint, target: "44"}
"""


def target(plan: Plan, row: str) -> str | None:
    rows = {each.indicator.id: each for case in plan.cases for each in (case, *case.parts)}
    cell = rows[row].target
    return cell.printed if cell else None


def test_a_result_that_stands_alone_takes_the_target_of_the_plan(report: Report) -> None:
    """
    indicators:
      - {id: gdp, number: "1", name: 增速, name_en: GDP growth, unit: "%", kind: expected, actual: "2.6"}
      - id: income
        number: "2"
        name: 收入
        name_en: Income
        unit: "%"
        kind: expected
        actual: "7.8"
        parts:
          - {id: rural, prefix: "其中：", name: 农村, name_en: Rural, unit: "%", actual: "6.6"}
    """
    plan = join(report, report_of(TARGETS))
    assert [target(plan, row) for row in ("gdp", "income", "rural")] == ["6.5", "快于经济增速", "7"]
    assert str(plan.place("gdp.target")).startswith("targets.yaml:")
    assert str(plan.place("gdp.actual")).startswith("indicators.yaml:")
    income = judge(plan.cases[1])
    assert income.verdict
    assert income.verdict.rule == "part"
    assert "rule relative: 7.8 > 2.6, so met" in [str(step) for step in income.verdict.steps]


def test_a_target_printed_beside_a_result_stands(report: Report) -> None:
    """
    indicators:
      - {id: gdp, number: "1", name: 增速, name_en: GDP, unit: "%", kind: expected, target: "6", actual: "2.6"}
      - {id: grain, number: "2", name: 粮食, name_en: Grain, kind: constraint, target: "", actual: "44"}
    """
    plan = join(report, report_of(TARGETS))
    assert target(plan, "gdp") == "6"
    assert target(plan, "grain") == ""


def test_what_the_plan_says_of_a_row_is_kept_where_the_outcome_leaves_it_out(report: Report) -> None:
    """
    indicators:
      - {id: jobless, number: "1", name: 失业率, name_en: Unemployment, unit: "％", kind: expected, actual: "5.4"}
    """
    planned = report_of(
        """
        indicators:
          - id: jobless
            number: "1"
            name: 失业率
            name_en: Unemployment
            unit: "%"
            kind: expected
            better: lower
            target: "5.5%"
            parts:
              - {id: young, prefix: "其中：", name: 青年, name_en: Youth, unit: "%", target: "10"}
        """
    )
    (jobless,) = join(report, planned).cases
    judged = judge(jobless)
    assert judged.verdict
    assert str(judged.verdict.because) == "5.4 ≤ 5.5"
    (young,) = judged.parts
    assert young.verdict
    assert young.verdict.status == "pending"


def test_rows_that_only_the_plan_has_come_last_and_are_pending(report: Report) -> None:
    """
    indicators:
      - {id: gdp, number: "1", name: 增速, name_en: GDP growth, unit: "%", kind: expected, actual: "2.6"}
    """
    plan = join(report, report_of(TARGETS))
    assert [case.indicator.id for case in plan.cases] == ["gdp", "income", "grain"]
    last = judge(plan.cases[-1]).verdict
    assert last
    assert last.status == "pending"


def test_a_result_without_any_plan_has_no_target(report: Report) -> None:
    """
    indicators:
      - {id: gdp, number: "1", name: 增速, name_en: GDP growth, unit: "%", kind: expected, actual: "2.6"}
    """
    plan = join(report, None)
    assert target(plan, "gdp") is None
    verdict = judge(plan.cases[0]).verdict
    assert verdict
    assert verdict.status == "undetermined"


def test_rows_that_say_the_same_are_equal_wherever_they_stand() -> None:
    assert report_of(TARGETS).indicators == report_of("\n\n" + TARGETS).indicators
    assert dict(report_of(TARGETS).places) != dict(report_of("\n\n" + TARGETS).places)


def test_a_part_of_the_plan_that_the_outcome_has_elsewhere_is_there_once(report: Report) -> None:
    """
    indicators:
      - {id: income, number: "1", name: 收入, name_en: Income, unit: "%", kind: expected, actual: "7.8"}
      - {id: rural, number: "2", name: 农村, name_en: Rural, unit: "%", kind: expected, actual: "6.6"}
    """
    plan = join(report, report_of(TARGETS))
    assert [row.indicator.id for row in plan.rows] == ["income", "rural", "gdp", "grain"]
    assert target(plan, "rural") == "7"

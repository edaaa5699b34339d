"""The transcript's own shape, as the two printed tables have it."""

import planctl
from planctl.model import Kind
from planctl.plan import Plan
from planctl.values import Blank
from tests.conftest import DATA


def plan(year: int) -> Plan:
    return planctl.load(DATA).plan(year)


def test_the_table_of_results_has_its_rows_marks_and_notes() -> None:
    cases = plan(2022).cases
    assert [case.indicator.number for case in cases] == [str(number) for number in range(1, 33)]
    assert [len(case.parts) for case in cases if case.parts] == [1, 1, 4]
    marked = [case.indicator.number for case in cases if case.indicator.kind is Kind.CONSTRAINT]
    assert marked == ["26", "27", "28", "29", "30", "31", "32"]
    rows = [row.indicator for case in cases for row in (case, *case.parts)]
    adjusted = [row.adjusted for row in rows if row.adjusted]
    assert [(each.replaces.printed, each.target.printed, each.stated) for each in adjusted] == [
        ("4%", "0.1%", "视为完成"),
        ("8%", "1%", "视为完成"),
    ]


def test_the_table_of_targets_has_its_rows_and_marks() -> None:
    cases = plan(2023).cases
    assert [case.indicator.number for case in cases] == [str(number) for number in range(1, 32)]
    assert [len(case.parts) for case in cases if case.parts] == [1, 1, 1, 4]
    marked = [case.indicator.number for case in cases if case.indicator.kind is Kind.CONSTRAINT]
    assert marked == ["25", "26", "27", "28", "29", "31"]


def test_the_reasons_name_the_fourteen_and_count_five_of_the_first() -> None:
    reasons = plan(2022).reasons
    assert [reason.number for reason in reasons] == list("一二三四五六七八")
    assert sum(len(reason.indicators) for reason in reasons) == 14
    counted = reasons[0].enumeration
    assert counted
    assert counted.size == len(counted.indicators) == 5
    assert set(reasons[0].indicators) - set(counted.indicators) == {"gdp-growth"}


def test_the_headline_targets_are_those_of_the_table() -> None:
    planned = plan(2023)
    rows = {case.indicator.id: case.indicator for case in planned.cases}
    headline = [statement for statement in planned.statements if statement.section == "二（三）"]
    assert len(headline) == 11
    for statement in headline:
        assert statement.repeats
        row = rows[statement.repeats]
        assert row.target
        if statement.repeats != "resident-income-growth":
            assert statement.value.in_unit(row.unit).meaning == row.target.meaning
        assert len(statement.quote) <= 40
        assert statement.value.printed in statement.quote


def test_the_figures_in_the_prose_are_quoted_and_linked_to_what_they_repeat_and_continue() -> None:
    done, aimed = plan(2022).statements, plan(2023).statements
    assert (len(done), len(aimed)) == (124, 11 + 86)
    known = {statement.id for statement in done}
    assert {statement.continues for statement in aimed if statement.continues} <= known
    assert sum(statement.continues is not None for statement in aimed) == 34
    for statement in (*done, *aimed):
        assert len(statement.quote) <= 40
        assert statement.value.printed in statement.quote
    sections = {statement.section for statement in done}
    assert sections == {"一", *(f"一（{number}）" for number in "一二三四五六七八")}
    assert {statement.section for statement in aimed} >= {"二（三）", "专栏2", "三（一）", "三（八）"}


def test_blank_cells_are_blank_and_a_slip_is_left_as_printed() -> None:
    rows = {row.indicator.id: row.indicator for case in plan(2022).cases for row in (case, *case.parts)}
    slip = rows["ammonia-nitrogen"]
    assert (slip.prefix, slip.name) == ("#", "氮氧")
    assert slip.remark
    assert slip.target
    assert slip.actual
    assert slip.target.meaning == slip.actual.meaning == Blank()


def test_what_follows_an_earlier_series_says_how_and_why() -> None:
    followed = [row.indicator.follows for row in plan(2023).rows if row.indicator.follows]
    assert [(each.id, each.relation, each.change, each.denominator) for each in followed] == [
        ("strategic-emerging-industries-share", "redefined", "ratio-to-growth", None),
        ("digital-economy-size", "replaced", None, None),
        ("research-intensity", "redefined", "ratio-to-growth", "gdp-growth"),
        ("invention-patents-per-10000-people", "redefined", "level-to-growth", None),
        ("budget-revenue-growth-excluding-vat-refunds", "redefined", "basis", None),
        ("tax-revenue-growth-excluding-vat-refunds", "redefined", "basis", None),
    ]
    assert {each.id for each in followed} <= {row.indicator.id for row in plan(2022).rows}
    assert not {each.id for each in followed} & {row.indicator.id for row in plan(2023).rows}

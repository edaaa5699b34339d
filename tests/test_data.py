"""The transcript's own shape, as the two printed tables have it."""

from collections import Counter
from decimal import Decimal

import planctl
from planctl.grammar.prose import place_in_quote
from planctl.judging.sums import SumAgreement
from planctl.projects.breakdowns import hold
from planctl.projects.listing import all_named
from planctl.report.model import Kind, Measure
from planctl.report.plan import Plan
from planctl.values.meanings import Blank, Figure
from tests.conftest import DATA, TESTS, Golden


def plan(year: int) -> Plan:
    return planctl.load(DATA).projects(year)


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
    assert (len(done), len(aimed)) == (124, 11 + 3 + 86)
    known = {statement.id for statement in done}
    assert {statement.continues for statement in aimed if statement.continues} <= known
    assert sum(statement.continues is not None for statement in aimed) == 34
    for statement in (*done, *aimed):
        assert len(statement.quote) <= 40
        assert place_in_quote(statement.value.printed, statement.quote)
    sections = {statement.section for statement in done}
    assert sections == {"一", *(f"一（{number}）" for number in "一二三四五六七八")}
    assert {statement.section for statement in aimed} >= {"二（三）", "二（四）", "专栏2", "三（一）", "三（八）"}


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
        ("strategic-emerging-industries-share", "redefined", "ratio-to-growth", "industry-output"),
        ("digital-economy-size", "replaced", None, None),
        ("research-intensity", "redefined", "ratio-to-growth", "gdp-growth"),
        ("invention-patents-per-10000-people", "redefined", "level-to-growth", None),
        ("budget-revenue-growth-excluding-vat-refunds", "redefined", "basis", None),
        ("tax-revenue-growth-excluding-vat-refunds", "redefined", "basis", None),
    ]
    assert {each.id for each in followed} <= {row.indicator.id for row in plan(2022).rows}
    assert not {each.id for each in followed} & {row.indicator.id for row in plan(2023).rows}


def test_the_programmes_have_the_figures_of_section_two_and_the_boxes() -> None:
    found = {
        programme.id: tuple(cell.printed if (cell := programme.figures.of(measure)) else None for measure in Measure)
        for programme in plan(2023).programmes
    }
    assert found == {
        "government-investment-projects": ("281个", "915.4亿元", "175.2亿元"),
        "industrial-projects": (None, None, None),
        "district-key-projects": ("100个", "1513.7亿元", "233.3亿元"),
        "district-preparatory-projects": ("10个", "约396.5亿元", None),
        "municipal-key-projects": ("52个", None, "166.3亿元"),
        "municipal-preparatory-projects": ("10个", None, None),
    }


def test_the_sums_hold_but_for_the_eleven_areas_where_rounding_could_explain_it() -> None:
    held = {
        (programme.id, breakdown.breakdown.by.value): breakdown
        for programme in plan(2023).programmes
        for breakdown in hold(programme)
    }
    areas = held.pop(("government-investment-projects", "area"))
    money = areas.sum(Measure.PLANNED_INVESTMENT)
    assert money
    assert len(areas.breakdown.items) == 11
    assert (money.figure, str(money.difference), str(money.rounding)) == (
        Figure(Decimal("175.00"), "亿元"),
        "-0.20",
        "0.51",
    )
    assert areas.agreement is SumAgreement.WITHIN_ROUNDING
    assert [each.agreement for each in held.values()] == [SumAgreement.EXACT] * 3


def test_every_named_project_of_the_boxes_is_listed_once(golden: Golden) -> None:
    boxed = [each for each in all_named(plan(2023)) if each.programme]
    assert len({each.project.name for each in boxed}) == len(boxed) == 35 + 32
    kinds = [
        (project.section, programme.name, project.sector, project.known_stage or "")
        for project, programme, _ in boxed
        if programme
    ]
    lines = ["\t".join((*kind, str(count))) for kind, count in Counter(kinds).items()]
    names = ["\t".join((*kind, named.project.name)) for kind, named in zip(kinds, boxed, strict=True)]
    golden(TESTS / "golden" / "projects_2023.txt", "\n".join([*lines, "", *names, ""]))


def test_the_words_of_a_project_stand_in_its_name() -> None:
    for year in (2022, 2023):
        for project, _, _ in all_named(plan(year)):
            assert project.stage or project.section == "专栏3"
            assert all(word in project.name for word in (project.company, project.product, project.capacity))


def test_a_series_of_one_chinese_name_has_one_english_name() -> None:
    names: dict[str, str] = {}
    for year in (2022, 2023):
        found = plan(year)
        pairs = [(row.indicator.name, row.indicator.name_en) for row in found.rows]
        pairs += [(each.label, each.label_en) for each in found.statements]
        pairs += [(each.name, each.name_en) for each in found.programmes]
        pairs += [(part.name, part.name_en) for each in found.programmes for by in each.breakdowns for part in by.items]
        for chinese, english in pairs:
            assert names.setdefault(chinese, english) == english, chinese


def test_a_series_that_keeps_its_id_keeps_its_english_name() -> None:
    before, after = plan(2022), plan(2023)
    rows = [{row.indicator.id: row.indicator.name_en for row in found.rows} for found in (before, after)]
    told = [{each.id: each.label_en for each in found.statements} for found in (before, after)]
    for old, new in (rows, told):
        kept = set(old) & set(new)
        assert kept
        assert {id: old[id] for id in kept} == {id: new[id] for id in kept}


def test_words_of_the_field_are_not_mixed_up() -> None:
    """社会投资 is not private, 市政 is not 市级, and 农产品 are agricultural products in both years."""
    text = "".join(path.read_text(encoding="utf-8") for path in DATA.glob("*.yaml"))
    assert "社会投资" in text
    assert not [
        word for word in ("Private funds", "Municipal infra", "farm product", "upgrading projects") if word in text
    ]


def test_a_park_to_walk_in_is_no_industrial_park() -> None:
    ids = {year: {each.id: each.label for each in plan(year).statements} for year in (2022, 2023)}
    assert ids[2022]["new-smart-parks"] == "新增智慧公园"
    assert ids[2023]["new-smart-industrial-parks"] == "创建市级智慧园区"
    assert "new-smart-parks" not in ids[2023]

"""Results carried over to new definitions: the real ones, and where it cannot be done."""

import pytest

import planctl
from planctl.diff.bridge import Bridge, bridges
from planctl.diff.changes import diff
from tests.conftest import DATA, plan_of

REAL = bridges(planctl.load(DATA).diff(2022, 2023))


def told(bridge: Bridge) -> str:
    return f"{bridge.reaches}: {bridge.because!s}"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("invention-patents-per-10000-people-growth", "False: 6.25件 becomes 6.875件 < 8件, the target of 2022"),
        ("research-expenditure-growth", "False: 2.25% becomes 2.3239% < 2.55%, the target of 2022"),
        ("strategic-emerging-industries-growth", "False: 29.5% becomes 31.143% < 32%, the target of 2022"),
        ("budget-revenue-growth", "None: the result of 2022 on the new basis is not printed"),
        ("tax-revenue-growth", "None: the result of 2022 on the new basis is not printed"),
        (
            "digital-economy-core-enterprises",
            "None: another measure took its place, and no arithmetic leads from one to the other",
        ),
    ],
)
def test_a_row_of_the_real_plans_that_was_redefined(row: str, expected: str) -> None:
    assert told(REAL[row]) == expected


def test_there_is_a_bridge_for_each_row_that_follows_another_and_no_other() -> None:
    after = planctl.load(DATA).plan(2023)
    assert set(REAL) == {row.indicator.id for row in after.rows if row.indicator.follows}


def test_a_ratio_that_just_reaches_its_old_target_does_so_exactly() -> None:
    before = """
    indicators:
      - {id: a, number: "1", name: 甲, name_en: A, unit: 件, kind: expected, target: "10", actual: "9"}
    """
    after = """
    indicators:
      - id: b
        number: "1"
        name: 乙
        name_en: B
        unit: "%"
        kind: expected
        target: "20"
        follows: {id: a, relation: redefined, change: ratio-to-growth, denominator: d, remark: {zh: 因, en: so}}
      - {id: d, number: "2", name: 丁, name_en: D, unit: "%", kind: expected, target: "8"}
    """
    found = bridges(diff(plan_of(before), plan_of(after, 2023)))["b"]
    assert told(found) == "True: 9件 becomes 10.00件 ≥ 10件, the target of 2022"


def test_what_was_redefined_twice_is_not_carried_over() -> None:
    row = '{{id: {}, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: "1"{}}}'
    step = ", follows: {{id: {}, relation: redefined, change: level-to-growth, remark: {{zh: 因, en: so}}}}"
    plans = [
        plan_of(f"indicators:\n  - {row.format(id, step.format(earlier) if earlier else '')}\n", year)
        for id, earlier, year in (("a", "", 2022), ("b", "a", 2022), ("c", "b", 2023))
    ]
    found = diff(plans[0], plans[2], [plans[1]])
    assert told(bridges(found)["c"]) == "None: it was redefined more than once"


def test_every_assumption_is_named() -> None:
    assert [str(each) for each in REAL["research-expenditure-growth"].assumptions] == [
        "growth is counted from the result of 2022, 预计2.25",
        "the numerator grows by 10 %, which just reaches the target of 全社会研发经费投入增速, 10",
        "the denominator grows by 6.5 %, which just reaches the target of 地区生产总值增速, 6.5",
        "both grow at the same prices",
    ]
    assert [str(each) for each in REAL["strategic-emerging-industries-growth"].assumptions] == [
        "growth is counted from the result of 2022, 29.5",
        "the numerator grows by 15 %, which just reaches the target of 战略性新兴产业产值增速, 15",
        "the denominator goes from 2295亿元 to 2500亿元, "
        "which just reaches what the text says of 规上工业产值, 突破2500亿元",
        "both grow at the same prices",
    ]
    assert [str(each) for each in REAL["invention-patents-per-10000-people-growth"].assumptions] == [
        "growth is counted from the result of 2022, 6.25",
        "the level grows by 10 %, which just reaches the target of 万人发明专利拥有量（件）增长, 10",
    ]


def ratio(later: str, *, earlier: str = "2000亿元", target: str = "11", period: str = "year") -> str:
    """Return what becomes of a share of 10 that grows by 20, where the prose says how its whole goes on."""
    before = f"""
    indicators:
      - {{id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: "{target}", actual: "10"}}
    statements:
      - {{id: old, label: 产值, label_en: Output, value: {earlier}, period: {period}, section: 一, quote: "{earlier}"}}
    """
    after = f"""
    indicators:
      - id: b
        number: "1"
        name: 乙
        name_en: B
        unit: "%"
        kind: expected
        target: "20"
        follows: {{id: a, relation: redefined, change: ratio-to-growth, denominator: new, remark: {{zh: 因, en: so}}}}
    statements:
      - {{id: new, label: 产值, label_en: Output, value: {later}, period: year, section: 一, quote: "{later}",
         continues: old}}
    """
    return told(bridges(diff(plan_of(before), plan_of(after, 2023)))["b"])


def test_a_denominator_of_the_prose_goes_from_its_level_to_the_next() -> None:
    assert ratio("2500亿元", target="13") == "False: 10% becomes 9.60% < 13%, the target of 2022"
    assert ratio("2000亿元", target="9") == "True: 10% becomes 12.00% ≥ 9%, the target of 2022"
    assert ratio("20000000万元", target="9") == "True: 10% becomes 12.00% ≥ 9%, the target of 2022"


def test_the_rounding_of_the_denominator_may_decide() -> None:
    """9.5 and 10.5 become 11.4 and 12.6 for 2000; where it is 2 to 2, of 1.5 to 2.5, they become 8.55 to 15.75."""
    assert ratio("2000亿元", target="11.3").startswith("True: ")
    said = ratio("2亿元", earlier="2亿元", target="11.3")
    assert said.startswith("None: 10% becomes 12.00%; its rounding decides whether it reaches 11.3%")


@pytest.mark.parametrize(
    ("later", "earlier", "period"),
    [
        ("2500公顷", "2000亿元", "year"),
        ("下降3%", "2000亿元", "year"),
        ("增长8%", "2000亿元", "year"),
        ("2500亿元", "2000亿元以上", "year"),
        ("2500亿元", "2000亿元", "cumulative"),
    ],
)
def test_figures_of_the_prose_that_do_not_say_how_the_denominator_grows(later: str, earlier: str, period: str) -> None:
    assert ratio(later, earlier=earlier, period=period) == "None: no two figures say how 产值 grows"


def carried(
    target: str,
    actual: str,
    growth: str,
    *,
    change: str = ", change: level-to-growth",
    better: str = "higher",
) -> str:
    """Return what becomes of a level of 2022 that is a growth rate in 2023."""
    before = f"""
    indicators:
      - {{id: a, number: "1", name: 甲, name_en: A, unit: 件, kind: expected, better: {better}, target: "{target}",
         actual: "{actual}"}}
    """
    after = f"""
    indicators:
      - id: b
        number: "1"
        name: 乙
        name_en: B
        unit: "%"
        kind: expected
        target: "{growth}"
        follows: {{id: a, relation: redefined{change}, remark: {{zh: 因, en: so}}}}
    """
    return told(bridges(diff(plan_of(before), plan_of(after, 2023)))["b"])


@pytest.mark.parametrize(
    ("target", "actual", "growth", "expected"),
    [
        (
            "6.88",
            "6.25",
            "10",
            "None: 6.25件 becomes 6.875件; its rounding decides whether it reaches 6.88件, the target",
        ),
        ("6.8", "6.25", "10", "True: 6.25件 becomes 6.875件 ≥ 6.8件, the target"),
        ("100", "100", "≥-3", "False: 100件 becomes 97件 < 100件, the target"),
        ("8", "预计6以上", "10", "None: there is no single figure of 2022 to start from"),
        ("8", "", "10", "None: there is no single figure of 2022 to start from"),
        ("8", "6", "稳步提升", "None: 乙 has no growth rate as its target"),
        ("8", "6", "-100", "None: 乙 has no growth rate as its target"),
        ("稳步提升", "6", "10", "None: 6件 becomes 6.6件"),
        ("100", "100", "下降3%", "False: 100件 becomes 97件 < 100件, the target"),
        ("下降3%", "100", "10", "None: 100件 becomes 110件"),
    ],
)
def test_a_level_that_became_a_growth_rate(target: str, actual: str, growth: str, expected: str) -> None:
    assert carried(target, actual, growth).startswith(expected)


def test_a_ceiling_is_reached_from_above() -> None:
    assert carried("5", "6.0", "-20", better="lower").startswith("True: 6.0件 becomes 4.8件 ≤ 5件, the target")


def test_what_the_data_does_not_say_is_not_guessed() -> None:
    assert carried("8", "6", "10", change="") == "None: the data does not say what was redefined"


def test_nothing_is_carried_back() -> None:
    archive = planctl.load(DATA)
    found = bridges(archive.diff(2023, 2022))
    assert {told(each) for each in found.values()} == {"None: a result is carried forward, not back"}


def test_a_growth_is_not_counted_over_two_years() -> None:
    archive = planctl.load(DATA)
    before, after = archive.plan(2022), archive.plan(2023)._replace(year=2024)
    found = bridges(diff(before, after))["invention-patents-per-10000-people-growth"]
    assert told(found).startswith("None: growth is counted from the year before")

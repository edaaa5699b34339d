"""Two plans and what became of each row: the real ones in a golden file, and what holds for any two."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planctl
from planctl.diff.changes import Added, Change, Diff, Dropped, Paired, Relation, diff, with_parts
from planctl.diff.fate import ChangeOrder, Fate
from planctl.diff.marks import CONDITIONS, Mark
from planctl.diff.movement import Movement
from planctl.diff.summary import fate, is_change, rows_of, select, summarize
from planctl.judging.assessment import assess, status_of
from planctl.judging.verdict import Status
from planctl.report.model import Follows, Indicator, Kind, Region, Succession, Text
from planctl.report.plan import Case, Plan
from tests.cases import case
from tests.conftest import DATA, TESTS, Golden, plan_of

ARCHIVE = planctl.load(DATA)
REAL = ARCHIVE.diff(2022, 2023)


def test_every_change_of_the_real_plans(golden: Golden) -> None:
    lines = [line for change in REAL.changes for line in _lines(change)]
    golden(TESTS / "golden" / "changes_2022_2023.txt", "\n".join(lines) + "\n")


def _lines(change: Change, indent: str = "") -> Iterable[str]:
    old = "—" if isinstance(change, Added) else _told(change.before.case.indicator)
    new = "—" if isinstance(change, Dropped) else _told(change.after.indicator)
    yield f"{indent}{fate(change)}, {change.relation}: {old} → {new}{_detail(change)}"
    for part in change.parts:
        yield from _lines(part, indent + "   ")


def _told(row: Indicator) -> str:
    mark = "*" if row.kind is Kind.CONSTRAINT and row.number else ""
    target = f"{row.target.printed if row.target else ''}{f' ({row.adjusted.target.printed})' if row.adjusted else ''}"
    return f"{row.number or row.prefix} {row.name} [{row.unit}]{mark} {target}".strip()


def _detail(change: Change) -> str:
    if not isinstance(change, Paired):
        return ""
    shift, stands = change.moved.shift, change.standing
    moved = f"; {shift.size:+f} ({shift.percent} %)" if shift else ""
    actual = change.before.case.actual
    distance = f" {stands.shift.size:+f}" if stands and stands.shift else ""
    beside = f"; {stands.standing}{distance} after {actual.printed}" if stands and actual else ""
    return f"{moved}{beside}{f' [{chr(32).join(change.marks)}]' if change.marks else ''}"


def test_every_row_of_both_plans_is_in_the_answer_exactly_once() -> None:
    assert _ids(REAL, "before") == Counter(row.indicator.id for row in ARCHIVE.plan(2022).rows)
    assert _ids(REAL, "after") == Counter(row.indicator.id for row in ARCHIVE.plan(2023).rows)
    numbered = [row for change in REAL.changes for row in rows_of(change)]
    assert len([row for row in numbered if row.number]) == 32 + 31


def _ids(found: Diff, side: str) -> Counter[str]:
    changes = with_parts(found.changes)
    if side == "before":
        return Counter(each.before.case.indicator.id for each in changes if not isinstance(each, Added))
    return Counter(each.after.indicator.id for each in changes if not isinstance(each, Dropped))


def test_the_counts_of_the_real_plans_add_up() -> None:
    summary = summarize(REAL)
    before = {relation.value: number for relation, number in summary.before.relations.items() if number}
    after = {relation.value: number for relation, number in summary.after.relations.items() if number}
    assert before == {"kept": 15, "renamed": 7, "redefined": 4, "replaced": 1, "dropped": 5}
    assert after == {"kept": 15, "renamed": 7, "redefined": 4, "replaced": 1, "added": 4}
    assert sum(before.values()) == summary.before.total == 32
    assert sum(after.values()) == summary.after.total == 31
    assert sum(summary.fates.values()) == len(REAL.changes) == 36
    assert sum(summary.parts.values()) - summary.parts[Fate.ADDED] == summary.before.parts == 6
    assert sum(summary.parts.values()) - summary.parts[Fate.DROPPED] == summary.after.parts == 7


def test_what_became_of_the_fourteen_misses() -> None:
    missed = {fate.value: number for fate, number in summarize(REAL).missed.items() if number}
    assert missed == {
        "unchanged": 3,
        "raised": 2,
        "lowered": 3,
        "to-words": 1,
        "to-relative": 1,
        "redefined": 3,
        "dropped": 1,
    }
    assert sum(missed.values()) == ARCHIVE.status(2022).counts.unmet == 14
    parts = {fate.value: number for fate, number in summarize(REAL).missed_parts.items() if number}
    assert parts == {"to-blank": 1}, "a part whose cell is blank has no figure of its own, and was not dropped"


def test_the_constraint_indicators_before_and_after() -> None:
    summary = summarize(REAL)
    assert (summary.before.constraint, summary.before.constraint_without_figure) == (7, 1)
    assert (summary.after.constraint, summary.after.constraint_without_figure) == (6, 3)


def test_a_selection_changes_the_rows_and_not_the_counts() -> None:
    unmet = select(REAL, statuses=frozenset({Status.UNMET}))
    assert len(unmet.changes) == 14
    assert {status_of(change.before) for change in unmet.changes if not isinstance(change, Added)} == {Status.UNMET}
    assert summarize(unmet.diff) == summarize(REAL)
    constraint = select(REAL, kind=Kind.CONSTRAINT)
    assert len(constraint.changes) == 9, "seven before, and two that are new"
    assert "grain-output" in {rows_of(change)[0].id for change in constraint.changes}, "it lost its mark"
    added = select(REAL, fates=frozenset({Fate.ADDED, Fate.DROPPED}))
    assert len(added.changes) == 9 + 2, "fixed-asset investment and the pollutants by their parts"
    blank = select(REAL, fates=frozenset({Fate.TO_BLANK}))
    assert [rows_of(change)[0].id for change in blank.changes] == ["resident-income-growth"]


def test_sorting_by_change_puts_the_most_lowered_first_and_what_has_none_last() -> None:
    changes = select(REAL, order=ChangeOrder.CHANGE).changes
    assert rows_of(changes[0])[0].id == "foreign-investment-used"
    moved = [change for change in changes if isinstance(change, Paired) and change.moved.shift]
    assert changes[: len(moved)] == tuple(moved)
    movements = [change.moved.movement for change in moved]
    assert movements == sorted(movements, key=[Movement.LOWERED, Movement.UNCHANGED, Movement.RAISED].index)


OLD = """
indicators:
  - {id: bound, number: "1", name: 甲, name_en: A, unit: 万吨, kind: constraint, target: "≥43", actual: "44.4"}
  - id: whole
    number: "2"
    name: 乙
    name_en: B
    unit: "%"
    kind: expected
    target: "4"
    adjusted: {target: "1", replaces: "4", name: 乙, note: "1", stated: 视为完成}
    actual: "预计2"
    parts:
      - {id: part, prefix: "#", name: 丙, name_en: C, unit: "%", target: "3", actual: "2"}
      - {id: lost, prefix: "#", name: 丁, name_en: D, unit: "%", target: "3", actual: "2"}
  - {id: gone, number: "3", name: 戊, name_en: E, unit: 个, kind: expected, target: "5", actual: 不再统计}
notes:
  - {number: "1", summary: {zh: 注, en: a note}}
"""


def test_the_marks_of_a_pair() -> None:
    after = """
    indicators:
      - {id: bound, number: "1", name: 甲, name_en: A, unit: 亿斤, kind: expected, target: "9"}
      - {id: whole, number: "2", name: 乙, name_en: B, unit: "%", kind: constraint, target: 3左右}
      - {id: gone, number: "3", name: 戊, name_en: E, unit: 家, kind: expected, target: "5"}
    """
    found = {change.before.case.indicator.id: change for change in _pairs(diff(plan_of(OLD), plan_of(after, 2023)))}
    assert found["bound"].marks == (Mark.CONSTRAINT_LOST, Mark.UNIT_CHANGED, Mark.COMPARATOR_CHANGED)
    assert found["bound"].moved.movement is Movement.RAISED
    assert found["whole"].marks == (
        Mark.CONSTRAINT_GAINED,
        Mark.COMPARATOR_CHANGED,
        Mark.ADJUSTED,
        Mark.PRINTED_TARGET_DIFFERS,
        Mark.ESTIMATED,
        Mark.ABOUT,
    )
    assert found["whole"].moved.movement is Movement.RAISED, "from 1, which is in force, and not from the printed 4"
    assert found["gone"].marks == (Mark.REINSTATED, Mark.UNIT_CHANGED)
    assert found["gone"].standing is None


def test_a_range_that_widens_and_a_figure_that_comes_back_are_marked() -> None:
    before = """
    indicators:
      - {id: a, number: "1", name: 甲, name_en: A, unit: "%", kind: expected, target: 5—5.5}
      - {id: b, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: 稳步提升}
    """
    after = before.replace("5—5.5", "5—6").replace("稳步提升", '"3"')
    pairs = _pairs(diff(plan_of(before), plan_of(after, 2023)))
    assert [(pair.moved.movement.value, pair.marks) for pair in pairs] == [
        ("unchanged", (Mark.RANGE_CHANGED,)),
        ("incomparable", (Mark.TO_FIGURE,)),
    ]


def test_a_part_that_is_numbered_now_is_one_change_and_its_whole_keeps_the_rest() -> None:
    after = """
    indicators:
      - {id: part, number: "1", name: 丙, name_en: C, unit: "%", kind: expected, target: "4"}
      - {id: whole, number: "2", name: 乙, name_en: B, unit: "%", kind: expected, target: "4"}
    """
    found = diff(plan_of(OLD), plan_of(after, 2023))
    assert [(change.relation.value, [part.relation.value for part in change.parts]) for change in found.changes] == [
        ("kept", []),
        ("kept", ["dropped"]),
        ("dropped", []),
        ("dropped", []),
    ]
    (part, *_) = _pairs(found)
    assert Mark.PLACE_CHANGED in part.marks


def test_a_series_that_was_split_is_counted_once_among_the_misses() -> None:
    before = 'indicators:\n  - {id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "9", actual: "1"}\n'
    after = """
    indicators:
      - id: b
        number: "1"
        name: 乙
        name_en: B
        kind: expected
        target: "9"
        follows: {id: a, relation: redefined, shared: true, remark: {zh: 分, en: split}}
      - {id: a, number: "2", name: 甲, name_en: A, kind: expected, target: "10"}
    """
    found = diff(plan_of(before), plan_of(after, 2023))
    assert [fate(change).value for change in found.changes] == ["redefined", "raised"]
    assert [Mark.SHARED in pair.marks for pair in _pairs(found)] == [True, True]
    assert {fate.value: number for fate, number in summarize(found).missed.items() if number} == {"raised": 1}
    back = diff(plan_of(after, 2023), plan_of(before))
    assert [change.relation.value for change in back.changes] == ["kept", "redefined"]


def test_the_parts_of_a_split_series_stand_with_the_row_that_goes_on_by_itself() -> None:
    part = '{id: p, prefix: "#", name: 丙, name_en: P, target: "1", actual: "2"}'
    row = '  - {id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "9", actual: "1"'
    follows = "follows: {id: a, relation: redefined, shared: true, remark: {zh: 分, en: split}}"
    before = f"indicators:\n{row}, parts: [{part}]}}\n"
    after = (
        f'indicators:\n  - {{id: b, number: "1", name: 乙, name_en: B, kind: expected, target: "9", {follows}}}\n'
        '  - {id: a, number: "2", name: 甲, name_en: A, kind: expected, target: "10"}\n'
    )
    found = diff(plan_of(before), plan_of(after, 2023))
    assert [(change.relation.value, len(change.parts)) for change in found.changes] == [("redefined", 0), ("kept", 1)]
    back = diff(plan_of(after, 2023), plan_of(before))
    assert [(change.relation.value, len(change.parts)) for change in back.changes] == [("kept", 1), ("redefined", 0)]


def test_an_indicator_that_became_a_part_is_found_by_what_it_was() -> None:
    before = (
        'indicators:\n  - {id: x, number: "1", name: 甲, name_en: X, kind: constraint, target: "9", actual: "1"}\n'
        '  - {id: y, number: "2", name: 乙, name_en: Y, kind: expected, target: "1", actual: "1"}\n'
    )
    part = '{id: x, prefix: "#", name: 甲, name_en: X, target: "9"}'
    after = (
        f'indicators:\n  - {{id: y, number: "1", name: 乙, name_en: Y, kind: expected, target: "1", parts: [{part}]}}\n'
    )
    found = diff(plan_of(before), plan_of(after, 2023))
    for selected in (select(found, statuses=frozenset({Status.UNMET})), select(found, kind=Kind.CONSTRAINT)):
        assert [rows_of(change)[0].id for change in selected.changes] == ["y"]
    assert sum(summarize(found).missed.values()) == 1


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("5个", "5家", ("unit-changed",)),
        ("5个", "5个", ()),
        ("5—6亿元", "50000—60000万元", ("unit-changed",)),
        ("5—6亿元", "50000—70000万元", ("unit-changed", "range-changed")),
        ("5%", "5%左右", ("comparator-changed", "about")),
    ],
)
def test_marks_are_of_what_the_figures_say(old: str, new: str, marks: tuple[str, ...]) -> None:
    row = 'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected, target: {}}}\n'
    (pair,) = _pairs(diff(plan_of(row.format(old)), plan_of(row.format(new), 2023)))
    assert tuple(mark.value for mark in pair.marks) == marks


@pytest.mark.parametrize("target", ['""', "不再统计"])
def test_what_has_no_target_again_is_not_reinstated(target: str) -> None:
    before = (
        'indicators:\n  - {id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "2", actual: 不再统计}\n'
    )
    after = f'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected, target: {target}}}\n'
    (pair,) = _pairs(diff(plan_of(before), plan_of(after, 2023)))
    assert Mark.REINSTATED not in pair.marks


@pytest.mark.parametrize(
    ("old", "new", "movement"),
    [
        ("gdp", "gdp", "unchanged"),
        ("gdp", "city", "incomparable"),
        (None, "gdp", "incomparable"),
        (None, None, "incomparable"),
    ],
)
def test_a_relative_target_is_measured_by_what_the_data_says(old: str | None, new: str | None, movement: str) -> None:
    row = (
        'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected, target: {}{}}}\n'
        '  - {{id: gdp, number: "2", name: 乙, name_en: B, kind: expected, target: "1"}}\n'
        '  - {{id: city, number: "3", name: 丙, name_en: C, kind: expected, target: "1"}}\n'
    )
    said = [f", reference: {each}" if each else "" for each in (old, new)]
    before, after = row.format("快于经济增速", said[0]), row.format("快于全市增速", said[1])
    pair = _pairs(diff(plan_of(before), plan_of(after, 2023)))[0]
    assert pair.moved.movement.value == movement


def test_a_change_in_a_part_alone_is_a_change() -> None:
    row = 'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "1", parts: [{}]}}\n'
    part = '{{id: p, prefix: "#", name: 丙, name_en: P, target: "{}"}}'
    before, after = (plan_of(row.format(part.format(target)), year) for target, year in (("1", 2022), ("2", 2023)))
    assert [is_change(change) for change in diff(before, after).changes] == [True]


def test_a_target_adjusted_in_the_plan_after_is_the_one_compared() -> None:
    after = """
    indicators:
      - id: a
        number: "1"
        name: 甲
        name_en: A
        kind: expected
        target: "9"
        adjusted: {target: "3", replaces: "9", name: 甲, note: "1", stated: 视为完成}
        actual: "4"
    notes:
      - {number: "1", summary: {zh: 注, en: a note}}
    """
    before = 'indicators:\n  - {id: a, number: "1", name: 甲, name_en: A, kind: expected, target: "5"}\n'
    (pair,) = _pairs(diff(plan_of(before), plan_of(after, 2023)))
    assert pair.moved.movement is Movement.LOWERED
    assert {Mark.ADJUSTED, Mark.PRINTED_TARGET_DIFFERS} <= set(pair.marks)


def test_a_direction_that_only_the_earlier_plan_gives_counts() -> None:
    row = 'indicators:\n  - {{id: a, number: "1", name: 甲, name_en: A, kind: expected{}, target: "{}"}}\n'
    before, after = row.format(", better: lower", "5"), row.format("", "6")
    (pair,) = _pairs(diff(plan_of(before), plan_of(after, 2023)))
    assert pair.moved.movement is Movement.LOWERED


def test_every_mark_has_a_condition() -> None:
    assert set(CONDITIONS) == set(Mark)


def _pairs(found: Diff) -> list[Paired]:
    return [change for change in with_parts(found.changes) if isinstance(change, Paired)]


IDS = st.sampled_from("abcdefgh")
TEXTS = st.sampled_from(
    [
        "",
        "5",
        "6",
        "≥5",
        "≤5",
        "5—6",
        "5左右",
        "完成市级下达目标",
        "稳步提升",
        "快于经济增速",
        "2亿元",
        "3000万元",
        "5家",
    ]
)
RESULTS = st.sampled_from([None, "", "5", "预计6以上", "不再统计", "完成任务"])


@st.composite
def rows(draw: st.DrawFn, id: str, number: str) -> Case:
    """A row with any target, result, unit and kind, which may follow another."""
    unit = draw(st.sampled_from(["%", "亿元", "个"]))
    row = case(draw(TEXTS), draw(RESULTS), unit=unit, name=draw(st.sampled_from(["甲", "乙"])), number=number)
    earlier = draw(st.one_of(st.none(), IDS))
    follows = Follows(earlier, draw(st.sampled_from(Succession)), Text("因", "so")) if earlier else None
    kind = draw(st.sampled_from(Kind))
    return row._replace(indicator=row.indicator._replace(id=id, kind=kind, follows=follows))


@st.composite
def plans(draw: st.DrawFn, year: int) -> Plan:
    """A plan of a few rows, some of them parts, in which some follow what an earlier plan may have."""
    ids = draw(st.permutations("abcdefgh"))[: draw(st.integers(1, 8))]
    nested: list[Case] = []
    for count, id in enumerate(ids):
        row, is_part = draw(rows(id, str(count))), draw(st.booleans())
        if nested and is_part:
            part = row._replace(indicator=row.indicator._replace(number=None, prefix="#"))
            nested[-1] = nested[-1]._replace(parts=(*nested[-1].parts, part))
        else:
            nested.append(row)
    return Plan(Region("110000", "某市", "A city"), year, tuple(nested))


@given(plans(2022))
def test_a_plan_beside_itself_is_all_unchanged(plan: Plan) -> None:
    found = diff(plan, plan)
    assert not any(map(is_change, found.changes))
    assert [fate(change) for change in with_parts(found.changes)] == [Fate.UNCHANGED] * len(plan.rows)


MIRRORED = {
    "raised": "lowered",
    "lowered": "raised",
    "added": "dropped",
    "dropped": "added",
    **{same: same for same in ("unchanged", "kept", "renamed", "redefined", "replaced")},
}


@given(plans(2022), plans(2023))
def test_there_and_back_mirror_each_other(before: Plan, after: Plan) -> None:
    there, back = _outline(diff(before, after)), _outline(diff(after, before))
    mirrored = [(new, old, MIRRORED[relation], MIRRORED.get(moved, "other")) for old, new, relation, moved in back]
    assert Counter(there) == Counter(mirrored)


def _outline(found: Diff) -> list[tuple[str, str, str, str]]:
    """Return of each change the ids, the relation, and which way the target moved, if it was either way."""
    rows = []
    for change in with_parts(found.changes):
        old = "" if isinstance(change, Added) else change.before.case.indicator.id
        new = "" if isinstance(change, Dropped) else change.after.indicator.id
        moved = change.moved.movement.value if isinstance(change, Paired) else "other"
        rows.append((old, new, change.relation.value, moved if moved in MIRRORED else "other"))
    return rows


def test_the_lost_part_of_a_series_that_was_split_stands_in_one_place_however_rows_are_ordered() -> None:
    lost = _row("lost")._replace(indicator=_row("lost").indicator._replace(number=None, prefix="#"))
    before = Plan(Region("110000", "某市", "A city"), 2022, (_row("whole")._replace(parts=(lost,)),))
    rows = [_row(id, "whole") for id in ("one", "two")]
    for order in (rows, rows[::-1]):
        found = diff(before, before._replace(year=2023, cases=tuple(order)))
        assert {rows_of(change)[-1].id for change in found.changes if change.parts} == {"one"}


def _row(id: str, follows: str = "") -> Case:
    row = case("5", "5")
    said = Follows(follows, Succession.REDEFINED, Text("因", "so")) if follows else None
    return row._replace(indicator=row.indicator._replace(id=id, follows=said))


@given(plans(2022), plans(2023), st.randoms(use_true_random=False))
def test_permuting_rows_changes_nothing(before: Plan, after: Plan, random: Random) -> None:
    def shuffled(cases: tuple[Case, ...]) -> tuple[Case, ...]:
        return tuple(each._replace(parts=shuffled(each.parts)) for each in random.sample(cases, len(cases)))

    def told(found: Diff) -> Counter[object]:
        return Counter(map(_nested, found.changes))

    one, other = (plan._replace(cases=shuffled(plan.cases)) for plan in (before, after))
    assert told(diff(before, after)) == told(diff(one, other))


def _nested(change: Change) -> tuple[object, ...]:
    """Return what a change says, with the changes inside it in any order."""
    inside = tuple(sorted(map(_nested, change.parts), key=str))
    marks = change.marks if isinstance(change, Paired) else ()
    return tuple(row.id for row in rows_of(change)), fate(change), marks, inside


@given(plans(2022), plans(2023))
def test_every_row_is_there(before: Plan, after: Plan) -> None:
    found = diff(before, after)
    assert set(_ids(found, "before")) == {row.indicator.id for row in before.rows}
    assert _ids(found, "after") == Counter(row.indicator.id for row in after.rows)
    links = Counter(_ids(found, "before"))
    claimed = Counter(
        change.before.case.indicator.id for change in with_parts(found.changes) if isinstance(change, Paired)
    )
    assert all(number == max(1, claimed[id]) for id, number in links.items())


@given(plans(2022), plans(2023))
def test_the_counts_add_up_also_where_a_series_is_split_or_a_part_is_numbered(before: Plan, after: Plan) -> None:
    summary = summarize(diff(before, after))
    for side, plan in ((summary.before, before), (summary.after, after)):
        assert sum(side.relations.values()) == side.total == len(plan.cases)
        assert side.parts == len(plan.rows) - len(plan.cases)
    unmet = sum(status_of(judged) is Status.UNMET for judged in assess(before).judged)
    assert sum(summary.missed.values()) == unmet


def test_a_rate_moves_in_points_and_a_size_in_per_cent() -> None:
    found = {rows_of(change)[-1].id: change for change in REAL.changes if isinstance(change, Paired)}
    industry = found["industry-growth"].moved.shift
    assert industry
    assert (industry.size, industry.unit) == (Decimal("0.5"), "%")
    investment = found["foreign-investment-used"].moved.shift
    assert investment
    assert (investment.size, investment.unit, investment.percent) == (Decimal(-17000), "万美元", Decimal(-85))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("new-high-tech-enterprises", "lowered easier -49"),
        ("grain-output", "raised easier -0.4"),
        ("private-economy-share-of-gdp", "raised incomparable"),
        ("surveyed-urban-unemployment-rate", "unchanged easier 0.5"),
        ("gdp-growth", "unchanged harder 3.9"),
        ("good-water-sections-share", "unchanged same 0"),
    ],
)
def test_a_new_target_beside_what_happened(row: str, expected: str) -> None:
    (change,) = (each for each in REAL.changes if isinstance(each, Paired) and each.after.indicator.id == row)
    assert change.standing
    distance = f" {change.standing.shift.size}" if change.standing.shift else ""
    assert f"{change.moved.movement} {change.standing.standing}{distance}" == expected


def test_a_fate_is_how_a_target_moved_or_how_its_row_is_related() -> None:
    related = [relation.value for relation in Relation if relation not in (Relation.KEPT, Relation.RENAMED)]
    assert [fate.value for fate in Fate] == [*(movement.value for movement in Movement), *related]

"""What programmes come to together, and never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.projects.breakdowns import hold
from planctl.projects.totals import Share, total
from planctl.report.model import Measure
from tests.projects.plans import planned

REMARK = "remark: {zh: 可能重叠, en: They may overlap}"


def programme(id: str, count: str, *overlaps: str, items: str = "") -> str:
    said = ", ".join(f"{{{overlap}, {REMARK}}}" for overlap in overlaps)
    told = f", breakdowns: [{{by: source, section: 专栏1, items: [{items}]}}]" if items else ""
    fields = f"id: {id}, name: 项目, name_en: Projects, level: district, section: 专栏1, count: {count}"
    return f"  - {{{fields}, overlaps: [{said}]{told}}}\n"


def together(*programmes: str) -> tuple[int, int, str] | None:
    plan = planned(f"programmes:\n{''.join(programmes)}")
    found = total((Share(each, each.figures) for each in plan.programmes), Measure.COUNT)
    return (int(found.least), int(found.most), found.unit) if found else None


def test_programmes_that_have_nothing_in_common_are_added() -> None:
    assert together(programme("a", "60个"), programme("b", "40个")) == (100, 100, "个")


def test_of_two_that_may_overlap_the_larger_counts_at_least() -> None:
    assert together(programme("a", "60个"), programme("b", "40个", "id: a")) == (60, 100, "个")


def test_an_overlap_within_a_part_is_no_larger_than_that_part() -> None:
    part = "{name: 政府, name_en: Government, count: 25个}, {name: 社会, name_en: Private, count: 35个}"
    found = together(programme("a", "60个", items=part), programme("b", "40个", "id: a, within: 政府"))
    assert found == (75, 100, "个")


@pytest.mark.parametrize(("parts", "against"), [(("32个",), None), (("32个", "20个"), "86个")])
def test_a_part_that_is_told_alone_is_not_all_of_a_programme(parts: tuple[str, ...], against: str | None) -> None:
    items = ", ".join(f"{{name: 产业{count}, name_en: Industry, count: {count}}}" for count in parts)
    (of_it,) = planned(f"programmes:\n{programme('a', '86个', items=items)}").programmes
    (held,) = hold(of_it)
    added = held.sum(Measure.COUNT)
    assert added
    assert (str(added.whole) if added.whole else None) == against


def test_one_that_overlaps_with_none_is_added_to_those_that_do() -> None:
    found = together(programme("a", "60个"), programme("b", "40个", "id: a"), programme("c", "10个"))
    assert found == (70, 110, "个")


def test_a_family_is_at_least_its_largest_pair() -> None:
    part = "{name: 政府, name_en: Government, count: 5个}"
    found = together(
        programme("a", "60个", items=part),
        programme("b", "40个", "id: a, within: 政府"),
        programme("c", "90个", "id: a", "id: b"),
    )
    assert found == (95, 190, "个")


def test_those_of_a_family_that_have_nothing_in_common_count_each() -> None:
    chain = [programme("a", "10个"), programme("b", "10个", "id: a"), programme("c", "10个", "id: b")]
    assert together(*chain) == (20, 30, "个")
    star = [programme("hub", "12个"), *(programme(f"leaf-{n}", "10个", "id: hub") for n in range(3))]
    assert together(*star) == (30, 42, "个")


def test_an_overlap_that_is_said_from_both_sides_is_no_larger_than_the_smaller() -> None:
    part = "{name: 政府, name_en: Government, count: 25个}"
    first = programme("a", "60个", "id: b", items=part)
    assert together(first, programme("b", "40个", "id: a, within: 政府")) == (75, 100, "个")


@pytest.mark.parametrize("cell", ["约10个", "10个以上", '""'])
def test_what_is_no_plain_figure_is_left_out(cell: str) -> None:
    assert together(programme("a", "60个"), programme("b", cell)) == (60, 60, "个")
    assert together(programme("b", cell)) is None


def test_a_figure_of_another_kind_is_left_out_and_named() -> None:
    plan = planned(f"programmes:\n{programme('a', '60个')}{programme('b', '40公里')}")
    found = total((Share(each, each.figures) for each in plan.programmes), Measure.COUNT)
    assert found
    assert (str(found.most), [each.id for each in found.without]) == ("60", ["b"])


def test_units_of_a_kind_are_brought_together() -> None:
    assert together(programme("a", "60个"), programme("b", "40座")) == (100, 100, "个")


@given(
    sets=st.lists(st.frozensets(st.integers(0, 15), min_size=1), min_size=1, max_size=5),
    declared=st.booleans(),
)
def test_the_truth_lies_between_the_two(sets: list[frozenset[int]], declared: bool) -> None:
    programmes = []
    for one, size in enumerate(map(len, sets)):
        overlaps = [f"id: p{other}" for other in range(one) if declared or sets[one] & sets[other]]
        programmes.append(programme(f"p{one}", f"{size}个", *overlaps))
    found = together(*programmes)
    assert found
    least, most, _ = found
    assert least <= len(frozenset().union(*sets)) <= most

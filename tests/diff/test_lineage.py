"""Which row goes on from which: by id, by what it follows, through years between, and from either side."""

import pytest

from planctl.diff.lineage import link, unknown_series
from planctl.report.plan import Plan
from tests.conftest import plan_of


def row(id: str, follows: str = "", relation: str = "redefined", *, shared: bool = False) -> str:
    """Return a row of a targets file, which follows another series where one is named."""
    said = (
        f", follows: {{id: {follows}, relation: {relation}, shared: {str(shared).lower()}, remark: {{zh: 因, en: so}}}}"
    )
    head = f'id: {id}, number: "1", name: 名, name_en: Name, kind: expected, target: "1"'
    return f"  - {{{head}{said if follows else ''}}}\n"


def plan(year: int, *rows: str) -> Plan:
    return plan_of("indicators:\n" + "".join(rows), year)


def links(before: Plan, after: Plan, *between: Plan) -> list[tuple[str, str, str]]:
    return [(each.before, each.after, each.succession or "same") for each in link(before, after, between)]


def test_a_row_without_its_like_is_linked_to_nothing() -> None:
    assert links(plan(2022, row("old")), plan(2023, row("new"))) == []


def test_the_same_id_is_the_same_series() -> None:
    assert links(plan(2022, row("growth")), plan(2023, row("growth"))) == [("growth", "growth", "same")]


def test_a_row_follows_what_it_names() -> None:
    after = plan(2023, row("growth", "share"), row("number", "size", "replaced"))
    assert links(plan(2022, row("share"), row("size")), after) == [
        ("share", "growth", "redefined"),
        ("size", "number", "replaced"),
    ]


def test_the_links_are_the_same_from_the_other_side() -> None:
    old, new = plan(2022, row("share"), row("gone")), plan(2023, row("growth", "share"), row("come"))
    assert links(new, old) == [("growth", "share", "redefined")]


def test_a_row_is_followed_through_the_years_between_and_the_farthest_step_counts() -> None:
    first = plan(2021, row("a"))
    second = plan(2022, row("b", "a", "replaced"))
    third = plan(2023, row("b"))
    fourth = plan(2024, row("c", "b", "redefined"))
    assert links(first, fourth, second, third) == [("a", "c", "replaced")]
    assert links(third, fourth) == [("b", "c", "redefined")]
    assert links(first, third, second) == [("a", "b", "replaced")]


def test_a_row_that_comes_back_under_its_id_is_the_same_whatever_was_between() -> None:
    first = plan(2021, row("share"))
    second = plan(2022, row("growth", "share"))
    third = plan(2023, row("share", "growth"))
    assert links(first, third, second) == [("share", "share", "same")]
    assert links(first, plan(2023, row("share")), plan(2022, row("other"))) == [("share", "share", "same")]


def test_a_series_that_was_split_is_followed_by_each_of_its_parts() -> None:
    after = plan(2023, row("left", "whole", shared=True), row("right", "whole", shared=True))
    assert links(plan(2022, row("whole")), after) == [
        ("whole", "left", "redefined"),
        ("whole", "right", "redefined"),
    ]


@pytest.mark.parametrize(
    ("follows", "said"),
    [
        ("shares", "'shares' is in no earlier plan (2022, 2021); did you mean share? [follows]"),
        (
            "nothing-like",
            "'nothing-like' is in no earlier plan (2022, 2021); name a series of an earlier plan [follows]",
        ),
    ],
)
def test_what_no_earlier_plan_has_is_told_with_its_place(follows: str, said: str) -> None:
    earlier = [plan(2022, row("share")), plan(2021, row("old"))]
    column = row("growth", follows).index(f"{{id: {follows}") + 1
    (problem,) = unknown_series(plan(2023, row("growth", follows)), earlier)
    assert str(problem) == f"targets.yaml:11:{column}: error: {said}"


def test_a_series_of_any_earlier_plan_is_known() -> None:
    earlier = [plan(2022, row("share")), plan(2021, row("old"))]
    assert not tuple(unknown_series(plan(2023, row("growth", "old")), earlier))


def test_a_row_that_goes_on_by_itself_follows_nothing() -> None:
    earlier = [plan(2022, row("growth"), row("share"))]
    (problem,) = unknown_series(plan(2023, row("growth", "share")), earlier)
    assert "'growth' is itself in the plan of 2022; remove 'follows'" in str(problem)
    assert not tuple(unknown_series(plan(2024, row("growth", "share")), earlier))

"""Proposals for rows that stand alone: the real ones with what the data says of them taken away."""

import planctl
from planctl.diff.changes import diff
from planctl.diff.proposals import MOST_EACH, propose
from planctl.messages.suggestions import likeness
from planctl.report.plan import Case, Plan
from tests.conftest import DATA

ARCHIVE = planctl.load(DATA)


def without_follows(plan: Plan) -> Plan:
    def bare(case: Case) -> Case:
        parts = tuple(map(bare, case.parts))
        return case._replace(indicator=case.indicator._replace(follows=None), parts=parts)

    return plan._replace(cases=tuple(map(bare, plan.cases)))


def test_every_series_that_the_data_says_is_followed_is_the_likeliest_proposal() -> None:
    before, after = ARCHIVE.plan(2022), ARCHIVE.plan(2023)
    proposals = propose(diff(before, without_follows(after)))
    likeliest = {each.after.id: each.before.id for each in reversed(proposals)}
    said = {row.indicator.id: row.indicator.follows.id for row in after.rows if row.indicator.follows}
    assert len(said) == 6
    assert said.items() <= likeliest.items()
    likenesses = [each.likeness for each in proposals]
    assert likenesses == sorted(likenesses, reverse=True)


def test_what_is_said_already_is_not_proposed() -> None:
    assert propose(ARCHIVE.diff(2022, 2023)) == ()


def test_nothing_is_applied() -> None:
    before, after = ARCHIVE.plan(2022), without_follows(ARCHIVE.plan(2023))
    found = diff(before, after)
    assert propose(found)
    assert diff(before, after).changes == found.changes


def test_a_row_has_few_proposals_however_many_are_alike() -> None:
    before, after = ARCHIVE.plan(2022), ARCHIVE.plan(2023)
    one = before.cases[0]
    many = tuple(
        one._replace(indicator=one.indicator._replace(id=f"alike-{count}", follows=None)) for count in range(9)
    )
    found = propose(diff(before._replace(cases=many), after._replace(cases=(one,))))
    assert [each.likeness for each in found] == [100], "a name that is the same is proposed for that one alone"
    unlike = after.cases[5]
    near = unlike._replace(indicator=unlike.indicator._replace(follows=None))
    assert len(propose(diff(before._replace(cases=_sizes(before)), after._replace(cases=(near,))))) == MOST_EACH


def _sizes(plan: Plan) -> tuple[Case, ...]:
    size = next(case for case in plan.cases if case.indicator.id == "digital-economy-size")
    return tuple(size._replace(indicator=size.indicator._replace(id=f"size-{count}")) for count in range(9))


def test_a_row_that_follows_another_series_already_has_no_proposal() -> None:
    before, after = ARCHIVE.plan(2022), ARCHIVE.plan(2023)
    elsewhere = tuple(case for case in before.cases if case.indicator.id != "digital-economy-size")
    alone = before.cases[11]._replace(indicator=before.cases[11].indicator._replace(id="another-size"))
    found = diff(before._replace(cases=(*elsewhere, alone)), after)
    assert "digital-economy-core-enterprises" not in {each.after.id for each in propose(found)}


def test_likeness_is_of_what_both_share_and_of_the_shorter() -> None:
    assert likeness("税收增速", "税收增速") == 100
    assert likeness("税收增速", "人口") == 0
    assert likeness("", "人口") == 0
    assert likeness("税收增速", "税收收入扣除留抵退税因素后增速") == 71
    assert likeness("税收收入扣除留抵退税因素后增速", "税收增速") == 71

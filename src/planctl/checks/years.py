"""Checks of one year against the year before."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.diff.changes import Dropped, Paired, with_parts
from planctl.diff.lineage import unknown_series as unknown
from planctl.diff.marks import Mark
from planctl.diff.movement import Movement, Standing
from planctl.diff.statements import Taken, pair
from planctl.messages.message import Message, Related, say
from planctl.messages.suggestions import Suggestions
from planctl.report.plan import Plan


def unknown_series(dossier: Dossier) -> Iterator[Finding]:
    """A row follows a series that no earlier plan has, or is itself in the plan before and follows another.

    Asked where an earlier plan is there.

    Example: `follows: {id: reserch-intensity}`.
    """
    years = sorted(dossier.plans, reverse=True)
    for count, year in enumerate(years[:-1], 1):
        plan = dossier.plans[year]
        for problem in unknown(plan, [dossier.plans[earlier] for earlier in years[count:]]):
            yield Finding(dossier.home(plan, problem.at), problem.at, "follows", problem.message, problem.remedy)


def unknown_statement(dossier: Dossier) -> Iterator[Finding]:
    """A statement continues one that the year before does not have.

    Asked where the year before is there.

    Example: `continues: base-station`.
    """
    for before, after in dossier.successive():
        known = {statement.id for statement in before.statements}
        suggestions = Suggestions(sorted(known))
        for statement in after.statements:
            if statement.continues and statement.continues not in known:
                at = f"statements.{statement.id}"
                near = suggestions.near(statement.continues)
                message = say("'{id}' is not stated in {year}", id=statement.continues, year=str(before.year))
                remedy = say("did you mean {near}?", near=near) if near else say("name a statement of that year")
                yield Finding(dossier.home(after, at), at, "continues", message, remedy)


def period_differs(dossier: Dossier) -> Iterator[Finding]:
    """A statement continues one of another period: a cumulative figure is never set beside a yearly one.

    Example: 累计建成5G基站3500座 continues a number that was built within the year.
    """
    for before, taken, after in _taken_up(dossier):
        if taken.before.period is not taken.after.period:
            at = f"statements.{taken.after.id}"
            old, new = taken.before.period, taken.after.period
            message = say("this is {new}, and it continues what is {old}", new=new, old=old)
            related = _there(dossier, before, f"statements.{taken.before.id}", "period")
            remedy = say("mend the period of either, or remove 'continues'")
            yield Finding(dossier.home(after, at), at, "continues", message, remedy, related)


def unit_differs(dossier: Dossier) -> Iterator[Finding]:
    """A statement continues one whose figure is of another kind, so that the two cannot be compared.

    Example: 3500公里 continues 3266个.
    """
    for before, taken, after in _taken_up(dossier):
        if taken.moved.movement is Movement.INCOMPARABLE and taken.before.period is taken.after.period:
            at = f"statements.{taken.after.id}"
            old, new = taken.before.value.printed, taken.after.value.printed
            message = say("{new} cannot be held against {old}, which it continues", new=new, old=old)
            related = _there(dossier, before, f"statements.{taken.before.id}", "value")
            remedy = say("look whether it continues another, or remove 'continues'")
            yield Finding(dossier.home(after, at), at, "continues", message, remedy, related)


def reinstated(dossier: Dossier) -> Iterator[Finding]:
    """An indicator that was no longer counted is planned again.

    Example: 实际利用外资 was 不再统计 in 2022, and 实际使用外资 has a target for 2023.
    """
    yield from _marked(dossier, Mark.REINSTATED, "actual", say("it was no longer counted, and has a target again"))


def constraint_lost(dossier: Dossier) -> Iterator[Finding]:
    """A constraint indicator lost its mark.

    Example: 粮食产量* became 粮食产量.
    """
    yield from _marked(dossier, Mark.CONSTRAINT_LOST, "kind", say("it was a constraint indicator the year before"))


def target_below_actual(dossier: Dossier) -> Iterator[Finding]:
    """A new target asks for less than was reached.

    Example: ≥30 new high-tech enterprises after 79.
    """
    for before, change, after in _pairs(dossier):
        target = change.after.target_in_force
        actual = change.before.case.actual
        if change.standing and change.standing.standing is Standing.EASIER and target and actual:
            row = change.after.indicator.id
            message = say(
                "{target} asks for less than was reached, {actual}", target=target.printed, actual=actual.printed
            )
            related = _there(dossier, before, change.before.case.indicator.id, "actual")
            yield Finding(dossier.home(after, row), row, "target", message, say("nothing to mend"), related)


def vanished(dossier: Dossier) -> Iterator[Finding]:
    """A row is not in the next plan, nothing there follows it, and no remark says why.

    Example: 森林覆盖率* stands in the plan of 2022, and not in that of 2023.
    """
    for found in dossier.diffs:
        before, after = found.before.plan, found.after
        for change in with_parts(found.changes):
            if isinstance(change, Dropped) and not change.before.case.indicator.remark:
                row = change.before.case.indicator
                message = say("'{row}' is not in the plan of {year}", row=row.id, year=str(after.year))
                remedy = say("look whether a row there follows it; a 'remark' may say why it is gone")
                yield Finding(dossier.home(before, row.id), row.id, "", message, remedy)


def _marked(dossier: Dossier, mark: Mark, key: str, message: Message) -> Iterator[Finding]:
    for before, change, after in _pairs(dossier):
        if mark in change.marks:
            row = change.after.indicator.id
            related = _there(dossier, before, change.before.case.indicator.id, key)
            yield Finding(
                dossier.home(after, row), row, "", message, say("nothing to mend where both stand so"), related
            )


def _pairs(dossier: Dossier) -> Iterator[tuple[Plan, Paired, Plan]]:
    for found in dossier.diffs:
        for change in with_parts(found.changes):
            if isinstance(change, Paired):
                yield found.before.plan, change, found.after


def _taken_up(dossier: Dossier) -> Iterator[tuple[Plan, Taken, Plan]]:
    for before, after in dossier.successive():
        for taken in pair(before, after).pairs:
            yield before, taken, after


def _there(dossier: Dossier, plan: Plan, at: str, key: str) -> tuple[Related, ...]:
    report = next((each for each in dossier.reports if each.year == plan.year and f"{at}.{key}" in each.places), None)
    home = report or dossier.home(plan, at)
    return (Related(place_of(home, at, key), say("the year before is here")),)

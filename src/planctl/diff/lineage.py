"""Which row of a plan goes on from which of another: by its id, or by what it says it follows. Nothing is guessed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planctl.messages.message import Place, Problem, say
from planctl.messages.suggestions import Suggestions
from planctl.report.model import Follows, Indicator, Succession
from planctl.report.plan import Plan


class Link(NamedTuple):
    """Two rows that are one series, or of which one follows the other; `follows` is empty where the id is the same."""

    before: str
    after: str
    follows: tuple[Follows, ...] = ()

    @property
    def succession(self) -> Succession | None:
        """How one follows the other, the farthest of all steps; `None` for the same series."""
        relations = {follows.relation for follows in self.follows}
        return next((each for each in (Succession.REPLACED, Succession.REDEFINED) if each in relations), None)


def link(before: Plan, after: Plan, between: Sequence[Plan] = ()) -> tuple[Link, ...]:
    """Return the rows of two plans that belong together, in the order of the later plan.

    `between` are plans of years between them, through which a row may follow another step by step. A row has at most
    one in the earlier plan; one in the earlier plan may have several, where a series was split. With the later plan as
    `before`, the links are the same, seen from the other side.
    """
    if before.year > after.year:
        return tuple(Link(each.after, each.before, each.follows) for each in link(after, before, between))
    known = {row.indicator.id for row in before.rows}
    plans = [_rows(plan) for plan in (after, *sorted(between, key=lambda plan: plan.year, reverse=True))]
    return tuple(filter(None, (_trace(row.indicator.id, known, plans) for row in after.rows)))


def _trace(row: str, known: set[str], plans: Sequence[dict[str, Indicator]]) -> Link | None:
    """Return the link of a row to the earlier plan, found by going back plan by plan; `None` where there is none."""
    id = row
    way: tuple[Follows, ...] = ()
    for rows in plans:
        if id in known:
            break
        if id in rows and (follows := rows[id].follows):
            id, way = follows.id, (*way, follows)
    return Link(id, row, way) if id in known else None


def unknown_series(plan: Plan, earlier: Sequence[Plan]) -> Iterator[Problem]:
    """Yield a problem for each row of a plan that follows what no earlier plan has, or that has no need to follow."""
    rows = [_rows(each) for each in earlier]
    suggestions = Suggestions(sorted({id for each in rows for id in each}))
    years = tuple(str(each.year) for each in earlier)
    before = next((_rows(each) for each in earlier if each.year == plan.year - 1), {})
    for case in plan.rows:
        if not (follows := case.indicator.follows):
            continue
        place = plan.place(f"{case.indicator.id}.follows") or Place(str(plan.year))
        if not any(follows.id in each for each in rows):
            near = suggestions.near(follows.id)
            message = say("'{id}' is in no earlier plan ({years})", id=follows.id, years=years)
            remedy = say("did you mean {near}?", near=near) if near else say("name a series of an earlier plan")
            yield Problem(place, "follows", message, remedy, at=case.indicator.id)
        elif case.indicator.id in before and follows.id in before:
            message = say("'{id}' is itself in the plan of {year}", id=case.indicator.id, year=str(plan.year - 1))
            remedy = say("remove 'follows', or give the new series an id of its own")
            yield Problem(place, "follows", message, remedy, at=case.indicator.id)


def _rows(plan: Plan) -> dict[str, Indicator]:
    return {row.indicator.id: row.indicator for row in plan.rows}

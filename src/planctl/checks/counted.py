"""Checks of what a figure is of: words that narrow it on one side of a pair alone, points of what has none."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.diff.changes import Paired, with_parts
from planctl.diff.statements import pair
from planctl.grammar.amounts import amount_before, qualifiers
from planctl.grammar.prose import place_in_quote
from planctl.grammar.text import normal
from planctl.messages.message import Message, Related, say
from planctl.report.model import Report, Text
from planctl.report.model import with_parts as rows_of
from planctl.values.meanings import Bounded
from planctl.values.units import POINT, scale


class PairSide(NamedTuple):
    """One side of a pair: its name, what is remarked of it, and where it stands."""

    name: str
    remarks: tuple[Text, ...]
    report: Report
    at: str
    key: str


def qualifier_differs(dossier: Dossier) -> Iterator[Finding]:
    """A word that narrows what is counted stands in one name of a pair and not in the other.

    The words are those for size (规上, 限上), level (国家, 市级, 市级以上 …) and residence (城镇, 农村), and 同口径. A
    remark on either that has the word says so already.

    Example: 新增高新技术企业 continues 新增国家高新技术企业.
    """
    for one, other, joined in _pairs(dossier):
        for word in sorted(qualifiers(one.name) ^ qualifiers(other.name)):
            if any(word in remark.zh for remark in (*one.remarks, *other.remarks)):
                continue
            has, lacks = (one, other) if word in qualifiers(one.name) else (other, one)
            message = say(
                "'{word}' is in {name}, and not in {other}: {joined}",
                word=word,
                name=has.name,
                other=lacks.name,
                joined=joined,
            )
            remedy = say("look whether both count the same; where they stand so, a 'remark' of a row may say it")
            related = (Related(place_of(other.report, other.at, other.key), say("the other name is here")),)
            yield Finding(one.report, one.at, one.key, message, remedy, related)


def _pairs(dossier: Dossier) -> Iterator[tuple[PairSide, PairSide, Message]]:
    """Yield what is held to be the same, the later or the repeating side first, and what says so."""
    for report in dossier.reports:
        rows = {row.id: row for row in rows_of(report.indicators)}
        for statement in report.statements:
            if row := rows.get(statement.repeats or ""):
                remarks = tuple(filter(None, (row.remark,)))
                side = PairSide(statement.label, (), report, f"statements.{statement.id}", "label")
                yield side, PairSide(row.name, remarks, report, row.id, "name"), say("one repeats the other")
    for before, after in dossier.successive():
        for taken in pair(before, after).pairs:
            sides = []
            for plan, statement in ((after, taken.after), (before, taken.before)):
                at = f"statements.{statement.id}"
                sides.append(PairSide(statement.label, (), dossier.home(plan, at), at, "label"))
            yield sides[0], sides[1], say("one continues the other")
    for found in dossier.diffs:
        for change in with_parts(found.changes):
            if isinstance(change, Paired):
                new, old = change.after.indicator, change.before.case.indicator
                remarks = tuple(filter(None, (new.remark, old.remark, *(each.remark for each in change.follows))))
                home, there = dossier.home(found.after, new.id), dossier.home(found.before.plan, old.id)
                joined = say("one follows the other") if change.follows else say("they have one id")
                yield (
                    PairSide(new.name, remarks, home, new.id, "name"),
                    PairSide(old.name, (), there, old.id, "name"),
                    joined,
                )


def points_of_amount(dossier: Dossier) -> Iterator[Finding]:
    """Percentage points are said of an amount of money, which differs from another by per cent of it.

    Points are the difference of two rates: of 增速, 占比 and the like.

    Example: 超年度计划投资24个百分点, after 完成投资8.5亿元.
    """
    for report in dossier.reports:
        for statement in report.statements:
            match statement.value.meaning:
                case Bounded(_, figure) if scale(figure.unit)[1] == POINT:
                    quote = normal(statement.quote)
                    place = place_in_quote(normal(statement.value.printed), quote)
                    amount = amount_before(quote[: place[0]]) if place else ""
                    if amount:
                        message = say(
                            "{value} is said of {amount}, an amount: it may mean per cent",
                            value=statement.value.printed,
                            amount=amount,
                        )
                        at = f"statements.{statement.id}"
                        yield Finding(
                            report,
                            at,
                            "value",
                            message,
                            say("nothing to mend where it stands so; it is kept as printed"),
                        )

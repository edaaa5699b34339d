"""The money of the page: each programme, what it is broken down by, as lengths, and whether its parts add up."""

from collections.abc import Mapping
from typing import NamedTuple

from planctl.judging.sums import SumAgreement
from planctl.projects.breakdowns import Held, hold
from planctl.report.model import Programme
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.showing.page.bullets import Stretch
from planctl.showing.page.stacks import share_of
from planctl.showing.projects.pieces import printed, share, share_text
from planctl.showing.projects.sums import about_text, sums_text


class MoneyPart(NamedTuple):
    """One part of a breakdown: its figures as printed, and its share of the planned investment as a length."""

    data: Mapping[str, str]
    name: str
    name_en: str
    number: str
    total: str
    planned: str
    share: str
    length: Stretch | None


class Broken(NamedTuple):
    """A breakdown, and a line for each measure with how the sum of its parts agrees with what is printed."""

    by: str
    word: str
    agreement: str
    parts: tuple[MoneyPart, ...]
    has_total: bool
    sums: tuple[tuple[str, str], ...]


class Planned(NamedTuple):
    """A programme with its breakdowns."""

    id: str
    name: str
    name_en: str
    about: str
    breakdowns: tuple[Broken, ...]


def planned(plan: Plan, look: Look) -> tuple[Planned, ...]:
    """Return the programmes of a plan, in printed order."""
    return tuple(_programme(programme, look) for programme in plan.programmes)


def _programme(programme: Programme, look: Look) -> Planned:
    return Planned(
        programme.id,
        programme.name,
        programme.name_en if look.wording.is_english else "",
        about_text(programme, look.wording),
        tuple(_broken(programme, held, look) for held in hold(programme)),
    )


def _broken(programme: Programme, held: Held, look: Look) -> Broken:
    whole = programme.figures.planned_investment
    shares = [share(item.figures.planned_investment, whole) for item in held.breakdown.items]
    parts = []
    for item, size in zip(held.breakdown.items, shares, strict=True):
        parts.append(
            MoneyPart(
                {"data-name": item.name, **({"data-share": f"{size:f}"} if size is not None else {})},
                item.name,
                item.name_en if look.wording.is_english else "",
                printed(item.figures.number),
                printed(item.figures.total_investment),
                printed(item.figures.planned_investment),
                share_text(size),
                share_of(size),
            )
        )
    return Broken(
        held.breakdown.by.value,
        look.wording.say("By {grouping}", grouping=held.breakdown.by),
        held.agreement.value if held.agreement else "",
        tuple(parts),
        any(part.total for part in parts),
        tuple((text, _sign(agreement)) for text, agreement in sums_text(programme, held, look)),
    )


def _sign(agreement: SumAgreement | None) -> str:
    signs = {SumAgreement.EXACT: "=", SumAgreement.WITHIN_ROUNDING: "≈", SumAgreement.BEYOND: "≠"}
    return signs[agreement] if agreement else "?"

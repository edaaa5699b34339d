"""What is said of programmes: their figures, whether their parts add up, and what they come to together."""

from collections.abc import Iterator

from planctl.judging.sums import Sum, SumAgreement
from planctl.messages.message import say
from planctl.projects.breakdowns import Held, hold
from planctl.projects.totals import Share, overlaps, total
from planctl.report.model import Measure, Programme
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.showing.pieces import signed
from planctl.showing.projects.pieces import WORDS, left_out_text, printed, total_text
from planctl.showing.wording import Wording
from planctl.values.meanings import Figure


def about_text(programme: Programme, wording: Wording) -> str:
    """Return whose a programme is, where it is printed, its figures, and how many projects it names."""
    said = [wording.say("{level} level", level=programme.level), programme.section]
    for measure in Measure:
        if cell := programme.figures.of(measure):
            said.append(wording.say("{figure} {measure}", figure=printed(cell), measure=WORDS[measure]))
    if programme.projects:
        said.append(wording.say("{count} named", count=len(programme.projects)))
    return wording.listed(filter(None, said))


def sums_text(programme: Programme, held: Held, look: Look) -> Iterator[tuple[str, SumAgreement | None]]:
    """Yield a line for each measure that is printed: the sum and how it stands to the whole, or why there is none.

    With each comes how the two agree; `None` where there is no sum, `EXACT` where no whole is printed beside it. One
    part alone is no sum.
    """
    if len(held.breakdown.items) == 1:
        return
    say = look.wording.say
    for measure in Measure:
        if found := held.sum(measure):
            parts = say("the parts add up to {sum} {measure}", sum=found.figure, measure=WORDS[measure])
            text = _held(found, parts, printed(programme.figures.of(measure)), look)
            yield text, found.agreement or SumAgreement.EXACT
        elif odd := held.unsummed(measure):
            nothing = say("nothing")
            items = (f"{item.name} {printed(item.figures.of(measure)) or nothing}" for item in odd)
            said = look.wording.listed(items)
            yield say("{measure} cannot be added up: {items}", measure=WORDS[measure], items=said), None


def _held(found: Sum, parts: str, whole: str, look: Look) -> str:
    say, unit = look.wording.say, found.figure.unit
    if found.whole is None or found.difference is None:
        if whole:
            return say("{parts}; {whole} is printed", parts=parts, whole=whole)
        return say("{parts}; no total is printed", parts=parts)
    if found.agreement is SumAgreement.EXACT:
        return say("{parts}, as printed", parts=parts)
    apart = f"{signed(found.difference, look)}{unit}"
    rounding = Figure(found.rounding, unit)
    if found.agreement is SumAgreement.BEYOND:
        return say(
            "{parts}; {whole} is printed: {apart} apart, and rounding could explain only {rounding}",
            parts=parts,
            whole=found.whole,
            apart=apart,
            rounding=rounding,
        )
    return say(
        "{parts}; {whole} is printed: {apart} apart, and rounding could explain {rounding}",
        parts=parts,
        whole=found.whole,
        apart=apart,
        rounding=rounding,
    )


def comes_to_text(plan: Plan, wording: Wording) -> str:
    """Return in one line what all programmes come to, and how many of their sums hold; empty without any."""
    if not plan.programmes:
        return ""
    count = len(plan.programmes)
    said = [
        wording(say("1 programme") if count == 1 else say("{count} programmes", count=count)),
        *_totals_text(plan, wording),
    ]
    found = [each.agreement for programme in plan.programmes for held in hold(programme) for _, each in held.sums]
    held_against = [agreement for agreement in found if agreement]
    if held_against:
        holding = sum(agreement is not SumAgreement.BEYOND for agreement in held_against)
        said.append(wording.say("{count} of {total} sums hold", count=holding, total=len(held_against)))
    return wording.listed(said)


def _totals_text(plan: Plan, wording: Wording) -> Iterator[str]:
    for measure in Measure:
        if found := total(all_shares(plan), measure):
            yield wording.say("{size} {measure}", size=total_text(found, wording), measure=WORDS[measure])


def all_shares(plan: Plan) -> list[Share]:
    """Return all of each programme of a plan."""
    return [Share(programme, programme.figures) for programme in plan.programmes]


def together_text(plan: Plan, wording: Wording) -> Iterator[str]:
    """Yield what all programmes come to together, what is in no total, and which may have projects in common."""
    for told in _totals_text(plan, wording):
        yield wording.say("together: {told}", told=told)
    totals = [(measure, total(all_shares(plan), measure)) for measure in Measure]
    yield from left_out_text(totals, all_shares(plan), wording)
    pairs = overlaps(plan.programmes)
    if pairs:
        yield wording.say("the programmes may have projects in common, and the report does not say how many:")
    for one, other, overlap in pairs:
        both = wording.say("{one} and {other}", one=one.name, other=other.name)
        within = wording.say("{both}, within its {part}", both=both, part=overlap.within) if overlap.within else both
        yield f"  {within}"

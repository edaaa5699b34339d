"""A case judged: the target chosen, the rules asked, the parts heard, and every step written down."""

from typing import NamedTuple

from planctl.grammar.readings import as_growth, as_judged, as_unchanged, describe
from planctl.judging.rules import AS_JUDGED, Policy, Question, first_answer, name_of, part, title_of
from planctl.judging.verdict import Answer, Flag, Gap, Verdict
from planctl.messages.message import Message, say
from planctl.report.model import Adjustment, PublishedFigure
from planctl.report.plan import Case, Vintage
from planctl.values.meanings import Blank, Cell, Direction, Given, Ground, Relative

NO_CELL = Cell("", Blank())


class Judged(NamedTuple):
    """A case with its verdict, and its parts with theirs; a part without figures has none.

    `other` is the verdict by the figures of the other vintage, where a final figure is known that it hangs on.
    """

    case: Case
    verdict: Verdict | None
    parts: tuple["Judged", ...] = ()
    other: Verdict | None = None

    def __repr__(self) -> str:
        return f"<Judged {self.case.indicator.id}: {self.verdict or 'no verdict'}>"

    @property
    def gap(self) -> Gap | None:
        """How far its own figure is from what was asked; `None` where that cannot be said."""
        return self.verdict.gap if self.verdict else None


def judge(case: Case, policy: Policy = AS_JUDGED) -> Judged:
    """Return the case judged under a policy; its parts are always judged, and count where the policy says so."""
    judged = _judge_once(case, policy)
    if not case.rests_on_final:
        return judged
    verdict, other = judged.verdict, _judge_once(case, policy.other_vintage).verdict
    if verdict and other and verdict.status is not other.status:
        flags = (*verdict.flags, Flag.TURNED_BY_FINAL)
        steps = (*verdict.steps, _turned_step(other, policy.other_vintage.vintage))
        judged = judged._replace(verdict=verdict._replace(flags=flags, steps=steps))
    return judged._replace(other=other)


def _turned_step(other: Verdict, vintage: Vintage) -> Message:
    if vintage is Vintage.FINAL:
        return say("by final figures: {because}, so {status}", because=other.because, status=other.status)
    return say("by the figures of the report: {because}, so {status}", because=other.because, status=other.status)


def _judge_once(case: Case, policy: Policy) -> Judged:
    """Return the case judged by the figures of one vintage."""
    parts = tuple(judge(each, policy) for each in case.parts)
    adjustment = case.indicator.adjusted if policy.adjusted_targets else None
    result = case.result(policy.vintage)
    target = adjustment.target if adjustment else case.target or NO_CELL
    if isinstance(target.meaning, Blank) and result and result.recovered:
        target = result.recovered
    target = as_unchanged(target, result or NO_CELL, case.indicator.name)
    actual = as_growth(result or NO_CELL, target, case.indicator.name)
    if case.indicator.is_part and isinstance(target.meaning, Blank) and isinstance(actual.meaning, Blank):
        return Judged(case, None, parts)
    reference = case.result_of_reference(policy.vintage)
    rule, answer = first_answer(Question(target, actual, case.indicator.given, reference, policy))
    steps = [*_opening(case, adjustment, target, actual, policy.vintage), *answer.steps, _conclusion(rule, answer)]
    if policy.parts_count:
        heard = tuple((each.case.indicator.name, each.verdict) for each in parts if each.verdict)
        steps += [
            say(
                "part {part}: {because}, so {status}",
                part=name,
                because=verdict.because,
                status=verdict.status,
            )
            for name, verdict in heard
        ]
        if overruled := part(answer, heard):
            rule, answer = name_of(part), overruled
            steps.append(_conclusion(rule, answer))
    flags = set(answer.flags)
    if not (target.is_readable and actual.is_readable):
        flags.add(Flag.UNREADABLE)
    if actual.estimated:
        flags.add(Flag.ESTIMATED)
    if adjustment:
        flags.add(Flag.ADJUSTED)
    if policy.adjusted_targets and (adjustment or any(each.case.indicator.adjusted for each in parts)):
        printed = _judge_once(case, policy._replace(adjusted_targets=False)).verdict
        if printed and printed.status is not answer.status:
            flags.add(Flag.PRINTED_TARGET_DIFFERS)
            steps.append(
                say(
                    "on printed targets: {because}, so {status}",
                    because=printed.because,
                    status=printed.status,
                )
            )
    ordered = tuple(flag for flag in Flag if flag in flags)
    return Judged(case, Verdict(answer.status, rule, answer.because, tuple(steps), answer.gap, ordered), parts)


def _opening(
    case: Case, adjustment: Adjustment | None, target: Cell, actual: Cell, vintage: Vintage
) -> tuple[Message, ...]:
    said = _target_step(case), _unchanged_step(case, target), _direction_step(case), _adjustment_step(adjustment)
    result = case.result(vintage)
    final = _final_step(case.final) if vintage is Vintage.FINAL else None
    steps = (*said, _actual_step(case), final, _held_step(result, actual))
    return tuple(filter(None, steps))


def _target_step(case: Case) -> Message:
    if not case.target:
        return say("no target is printed")
    judged = as_judged(case.target, case.indicator.better)
    if judged != case.target and case.indicator.ground is not Ground.UNKNOWN:
        return say("target {printed}, judged as {bound}", printed=case.target.printed, bound=describe(judged))
    return say("target {printed}: {reading}", printed=case.target.printed, reading=describe(case.target))


def _unchanged_step(case: Case, target: Cell) -> Message | None:
    asked = case.target_in_force
    if not asked or not isinstance(asked.meaning, Relative) or target == asked:
        return None
    return say("to be as the year before is to grow by {growth}", growth=describe(target))


def _direction_step(case: Case) -> Message | None:
    match case.indicator.given:
        case Given(Direction.LOWER, Ground.CATALOGUE):
            return say("less is better, as for this name everywhere")
        case Given(Direction.LOWER, Ground.WHOLE):
            return say("less is better, as for the row that it is part of")
        case Given(_, Ground.UNKNOWN):
            return say("nothing says whether more or less is better")
    return None


def _adjustment_step(adjustment: Adjustment | None) -> Message | None:
    if not adjustment:
        return None
    return say(
        "note {note} adjusts the target of {name} from {old} to {new} (and says {stated}, which decides nothing)",
        note=adjustment.note,
        name=adjustment.name,
        old=adjustment.replaces.printed,
        new=adjustment.target.printed,
        stated=adjustment.stated,
    )


def _actual_step(case: Case) -> Message | None:
    if not case.actual:
        return None
    return say("actual {printed}: {reading}", printed=case.actual.printed, reading=describe(case.actual))


def _final_step(final: PublishedFigure | None) -> Message | None:
    if not final:
        return None
    said = describe(final.actual)
    return say("final figure {printed}: {reading}", printed=final.actual.printed, reading=said)


def _held_step(result: Cell | None, actual: Cell) -> Message | None:
    if not result or actual == result:
        return None
    return say("held against the target as {actual}", actual=describe(actual))


def _conclusion(rule: str, answer: Answer) -> Message:
    return say("rule {rule}: {because}, so {status}", rule=title_of(rule), because=answer.because, status=answer.status)

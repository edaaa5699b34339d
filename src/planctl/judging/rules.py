"""The verdict on a case: which target counts, the first rule that answers, then its parts.

A rule is a function of a `Question`; its name is its id and its docstring is its page in `docs/rules.md`. `RULES` is
the order in which they are asked. To add a rule, write the function and give it its rank in the tuple.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from planctl.grammar.readings import demanded, describe
from planctl.judging.comparison import compare, figure_and_span
from planctl.judging.verdict import Answer, Flag, Status, Verdict
from planctl.messages.message import Message, say
from planctl.report.plan import Vintage
from planctl.values.meanings import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Certainty,
    Comparator,
    Completion,
    Direction,
    Discontinued,
    Distance,
    Figure,
    Given,
    Ground,
    NoTarget,
    Qualitative,
    Relative,
    Trend,
)
from planctl.values.units import raised_by


class Policy(NamedTuple):
    """How a case is read. The defaults are planctl's own reading; `scenarios` names the others."""

    adjusted_targets: bool = True
    parts_count: bool = True
    estimates_count: bool = True
    equality_meets: bool = True
    tolerance: Decimal = Decimal(5)
    """How far short of a target with 左右, in per cent of it, still counts as reached."""
    vintage: Vintage = Vintage.REPORT

    @property
    def other_vintage(self) -> "Policy":
        """The same reading of the figures of the other vintage."""
        return self._replace(vintage=Vintage.REPORT if self.vintage is Vintage.FINAL else Vintage.FINAL)


AS_JUDGED = Policy()


def tolerating(percent: int) -> Policy:
    """Return planctl's own reading with another tolerance for targets with 左右, in per cent of them."""
    return AS_JUDGED._replace(tolerance=Decimal(percent))


class Question(NamedTuple):
    """What a rule is asked: the target that counts and the result, read under a policy."""

    target: Cell
    actual: Cell
    given: Given
    reference: Cell | None
    policy: Policy

    @property
    def better(self) -> Direction:
        """Whether more or less is better."""
        return self.given.better


Rule = Callable[[Question], Answer | None]


def discontinued(question: Question) -> Answer | None:
    """The report says that the indicator is no longer counted (不再统计), so nothing is held against its target.

    Example: target `2`, actual `不再统计` is discontinued.
    Source: 表1, indicator 20, and the count sentence of section 一, which sets it apart from met and unmet.
    """
    if not isinstance(question.actual.meaning, Discontinued):
        return None
    return Answer(Status.DISCONTINUED, say("{actual}: no longer counted", actual=question.actual.printed))


def pending(question: Question) -> Answer | None:
    """No result is published: the year is not over, or its cell is blank.

    Example: target `6.5`, actual blank is pending.
    Source: 表2, which has targets alone.
    """
    if not isinstance(question.actual.meaning, Blank):
        return None
    return Answer(Status.PENDING, say("no result is published"))


def unreadable(question: Question) -> Answer | None:
    """The target or the result has no form that can be read: nothing is guessed of it.

    What is read still counts: the parts of such a row have verdicts of their own, and so has the row that it is a part
    of. `planctl check` names the cell and its place.

    Example: target `8左一右`, actual `2.6` is undetermined, flagged `unreadable`.
    Source: none; a report of another region may print what no form was written for.
    """
    for cell in (question.target, question.actual):
        if not cell.is_readable:
            return Answer(Status.UNDETERMINED, describe(cell))
    return None


def set_aside(question: Question) -> Answer | None:
    """The result is an estimate (预计), and this reading does not count estimates (only `estimates-aside` does so).

    Example: under `estimates-aside`, target `72.5`, actual `预计73.5` is undetermined.
    Source: the count sentence of section 一, which says that estimates are included (含预计数).
    """
    if question.policy.estimates_count or not question.actual.estimated:
        return None
    return Answer(Status.UNDETERMINED, say("{actual} is an estimate, set aside", actual=question.actual.printed))


def against_plan(question: Question) -> Answer | None:
    """The result is printed as a share of the plan, or as its distance to the target: that decides.

    Example: target `320`, actual `完成年计划的89.4%` is unmet: 89.4% of what was planned. 高于目标0.5个百分点 is met,
    unless less is better.
    Source: reports that print 完成率 or 与目标差距 in place of a result.
    """
    match question.actual.meaning:
        case Completion(share, comparator):
            because = say("{share} of what was planned", share=share)
            return Answer(_STATUS[_done(share, comparator)], because)
        case Distance(figure):
            beyond = figure.size >= 0 if question.better is Direction.HIGHER else figure.size <= 0
            because = say("{figure} from the target", figure=f"{figure.size:+f}{figure.unit}")
            return Answer(Status.MET if beyond else Status.UNMET, because)
    return None


_STATUS = {
    Certainty.ALWAYS: Status.MET,
    Certainty.SOMETIMES: Status.UNDETERMINED,
    Certainty.NEVER: Status.UNMET,
}


def _done(share: Figure, comparator: Comparator) -> Certainty:
    """Return whether a share is all of what was planned; 98%以上 may be."""
    _, span = figure_and_span(Bounded(comparator, share), Direction.HIGHER)
    return span.satisfies(Comparator.AT_LEAST, Decimal(100))


def assigned(question: Question) -> Answer | None:
    """The target is what a higher level assigned, without a figure: the report's own statement decides.

    Example: target `完成市上下达任务`, actual `预计完成市上下达任务` is met, flagged `stated`; a figure beside such a
    target is undetermined, for the assigned figure is not printed, and so is 基本完成.
    Source: 表1, indicator 30.
    """
    if not isinstance(question.target.meaning, Assigned):
        return None
    match question.actual.meaning:
        case Assigned(None):
            because = say("{actual}: does not say whether it was fulfilled", actual=question.actual.printed)
            return Answer(Status.UNDETERMINED, because)
        case Assigned(fulfilled, _):
            status = Status.MET if fulfilled else Status.UNMET
            because = say("{actual}: stated, without a figure", actual=question.actual.printed)
            return Answer(status, because, flags=frozenset({Flag.STATED}))
    return _incomparable(question)


def in_words(question: Question) -> Answer | None:
    """The target is set in words, and the result is a statement of the same kind, without a figure: that decides.

    A result that keeps up with another indicator, or is ahead of it, is held against a target that asks one of the
    two of the same indicator; to keep up is not to be ahead, so that is undetermined. Of directions and states, the
    result has to state the one that is asked.

    Example: target `与经济增长同步`, actual `增长与经济增长基本同步` is met, flagged `stated`.
    Source: government work reports, which tell 居民收入 so.
    """
    match question.target.meaning, question.actual.meaning:
        case Relative(asked, reference, None), Relative(told, other, None) if _is_same(reference, other):
            stated = told is asked or (asked, told) == (Comparator.ABOUT, Comparator.MORE_THAN)
        case Qualitative(_, asked_trend), Qualitative(_, told_trend):
            stated = told_trend is asked_trend
        case _:
            return None
    if not stated:
        return _incomparable(question)
    because = say("{actual}: stated, without a figure", actual=question.actual.printed)
    return Answer(Status.MET, because, flags=frozenset({Flag.STATED}))


def _is_same(reference: str, other: str) -> bool:
    from planctl.grammar.names import is_same_reference  # what reads names is seldom needed to judge

    return is_same_reference(reference, other)


def relative(question: Question) -> Answer | None:
    """The target is measured by another indicator: the result is held against that one's result.

    A growth that is to be as the year before (持平) is to be 0, and is held as a figure is. A margin is added in its
    unit, and has to be reached (高于全国平均水平1个百分点); points are those of a rate, and a margin of another kind is
    undetermined. In step with it (同步) is about it, as `bound` has it.

    Example: target `快于经济增速`, actual `7.8`, growth `2.6` is met: 7.8 > 2.6. Without a result of the other
    indicator it is undetermined.
    Source: 表2, indicator 21; which indicator is meant stands in the data as `reference`.
    """
    if not isinstance(question.target.meaning, Relative):
        return None
    comparator, name, margin = question.target.meaning
    match question.reference:
        case Cell(printed, Bounded(Comparator.PLAIN, figure, False), estimated):
            if estimated and not question.policy.estimates_count:
                because = say("{name} is an estimate, {printed}, set aside", name=name, printed=printed)
                return Answer(Status.UNDETERMINED, because, flags=frozenset({Flag.ESTIMATED}))
            step = say("{name} is {printed}", name=name, printed=printed)
            limit = raised_by(figure, margin) if margin else figure
            if margin and not limit:
                because = say("{margin} is no margin on {figure}: they differ in unit", margin=margin, figure=figure)
                return Answer(Status.UNDETERMINED, because, (step,))
            asked = _REACHED.get(comparator, comparator) if margin else comparator
            answer = _held(question, Bounded(asked, limit or figure))
            flags = {Flag.ESTIMATED} if estimated else set()
            return answer._replace(steps=(step, *answer.steps), flags=answer.flags | flags)
    return Answer(Status.UNDETERMINED, say("no single figure to say what {name} was", name=name))


_REACHED = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
"""What reaches a margin: a result 1 point above is 高于全国1个百分点."""


def bound(question: Question) -> Answer | None:
    """The target is a figure: the result has to reach it, or stay within it where less is better.

    A bare figure means at least, or at most where less is better: where the data says `better: lower`, or says
    nothing and the name is one of which less is better everywhere. Equality is met. A range asks for its easier
    end. With 左右 a floor is met down to 5 per cent of it below, unless `--tolerance` says otherwise; it is flagged
    `about`, and `tolerated` where it is met on that alone. A ceiling has no tolerance. 正增长 asks for more than zero.
    An open-ended result such as `64以上` decides where all that it can be does. Units of a kind are brought together
    (`2亿美元` is `20000万美元`). Where no target is printed, and the result says how far it is from it
    (`增长6.1%，高于年度目标0.1个百分点`), it is held against the target that this comes to. Words against a figure, no
    target at all, figures in units that differ in kind, and a result of the year against a target of several years
    (`[14]`) are undetermined.

    Example: target `≥330`, actual `326` is unmet: 326 < 330.
    Source: 表1; 达到或超过预期 in the count sentence of section 一 (equality is met).
    """
    if target := demanded(question.target.meaning, question.better):
        return _held(question, target)
    if isinstance(question.target.meaning, Qualitative) and question.target.meaning.trend is Trend.POSITIVE_GROWTH:
        return _held(question, Bounded(Comparator.MORE_THAN, Figure(Decimal(0), "%")))
    if isinstance(question.target.meaning, NoTarget):
        return Answer(Status.UNDETERMINED, say("{target}: no target is set", target=question.target.printed))
    if isinstance(question.target.meaning, Blank):
        return Answer(Status.UNDETERMINED, say("no target to hold {actual} against", actual=question.actual.printed))
    return _incomparable(question)


def part(own: Answer, parts: tuple[tuple[str, Verdict], ...]) -> Answer | None:
    """A part (其中, #) that is unmet makes its indicator unmet, whatever the indicator's own figure says.

    Asked after the others. It leaves an indicator alone that is unmet by itself or discontinued; a part without
    figures has no verdict and decides nothing.

    Example: 7.8 ≥ 7.5, but its part 农村居民人均可支配收入增速 has 6.6 < 8, so the indicator is unmet.
    Source: 未完成指标说明 under 表1, reason 五, which counts the indicator among the 14 for its part alone.
    """
    if own.status in (Status.UNMET, Status.DISCONTINUED):
        return None
    missed = tuple((name, verdict) for name, verdict in parts if verdict.status is Status.UNMET)
    if not missed:
        return None
    said = tuple(say("{because} in its part {part}", because=verdict.because, part=name) for name, verdict in missed)
    estimated = {Flag.ESTIMATED for _, verdict in missed if Flag.ESTIMATED in verdict.flags}
    return own._replace(
        status=Status.UNMET,
        because=said[0] if len(said) == 1 else say("{reasons}", reasons=said),
        flags=own.flags | {Flag.BY_PART} | estimated,
    )


RULES: tuple[Rule, ...] = (
    discontinued,
    pending,
    unreadable,
    set_aside,
    against_plan,
    assigned,
    in_words,
    relative,
    bound,
)
"""The rules on a row's own figures, in the order in which they are asked. `bound` always answers; `part` is asked
after them, of their answer and the verdicts of the parts."""


def name_of(rule: Callable[..., object]) -> str:
    """Return the name of a rule as it is shown: its function's, with hyphens."""
    return rule.__name__.replace("_", "-")


def title_of(name: str) -> Message:
    """Return the title of a rule for people: its name, which a catalogue may have words for; programs see the name."""
    return Message(name)


def first_answer(question: Question) -> tuple[str, Answer]:
    """Return the name of the first rule that answers, and its answer.

    Where nothing says whether more or less is better, and the answer hangs on that, it is undetermined.
    """
    if question.given.ground is Ground.UNKNOWN:
        return _either_way(question)
    for rule in RULES:
        if answer := rule(question):
            return name_of(rule), answer
    raise AssertionError("the last rule answers every question")


def _either_way(question: Question) -> tuple[str, Answer]:
    """Return the answer of the first rule that is the same whether more or less is better, or why there is none."""
    (name, more), (_, less) = (
        first_answer(question._replace(given=Given(better, Ground.DEFAULT))) for better in Direction
    )
    if more.status is less.status:
        return name, more
    because = say(
        "{more}, so {met} where more is better, and {less}, so {unmet} where less is; nothing says which",
        more=more.because,
        met=more.status,
        less=less.because,
        unmet=less.status,
    )
    return name, Answer(Status.UNDETERMINED, because)


def _held(question: Question, target: Bounded) -> Answer:
    if question.target.cumulative and not question.actual.cumulative:
        because = say(
            "{target} is of several years, and {actual} of one", target=target.figure, actual=question.actual.printed
        )
        return Answer(Status.UNDETERMINED, because)
    match question.actual.meaning:
        case Bounded() | Between():
            policy = question.policy
            return compare(
                question.actual,
                target,
                question.better,
                equality_meets=policy.equality_meets,
                tolerance=policy.tolerance,
            )
    return _incomparable(question)


def _incomparable(question: Question) -> Answer:
    return Answer(
        Status.UNDETERMINED,
        say(
            "{actual} cannot be held against {target}: words are not a figure",
            actual=question.actual.printed,
            target=question.target.printed,
        ),
    )

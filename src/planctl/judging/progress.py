"""How far a plan has come within its year: a row's figure up to a month, held against what is due by then.

It has words of its own, for it is no verdict: what is on course in June may be unmet in December.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from planctl.grammar.readings import as_growth, asked, demanded, falls
from planctl.judging.cases import NO_CELL
from planctl.judging.comparison import FROM_BELOW, figure_and_span
from planctl.judging.rules import Policy, Question, discontinued, first_answer, pending, unreadable
from planctl.judging.statuses import Pace as Pace
from planctl.judging.verdict import Flag, Gap, Status
from planctl.messages.message import Message, say
from planctl.report.model import Indicator, PublishedFigure
from planctl.report.plan import Case
from planctl.values.meanings import (
    Between,
    Blank,
    Bounded,
    Cell,
    Certainty,
    Comparator,
    Completion,
    Due,
    Figure,
    percent_of,
)
from planctl.values.units import convert, has_points

MONTHS = 12


class Headway(NamedTuple):
    """What is said of a row by a month, and why.

    `due` is what of its target is due; `None` where nothing says so. Of a share, `reached` is the figure in per cent of
    the target. `gap_percent` is what it is ahead of what is due, in per cent of the target, below zero where it is
    behind; where the whole is due, `gap` is the same in the unit.
    """

    pace: Pace
    because: Message
    due: Due | None = None
    reached: Decimal | None = None
    gap_percent: Decimal | None = None
    flags: tuple[Flag, ...] = ()
    gap: Gap | None = None


class Watched(NamedTuple):
    """A case with its last figure up to a month and how it stands, and its parts."""

    case: Case
    figure: PublishedFigure | None
    headway: Headway | None
    parts: tuple["Watched", ...] = ()

    @property
    def pace(self) -> Pace | None:
        """How it stands in one word."""
        return self.headway.pace if self.headway else None


class Known(NamedTuple):
    """What rows are watched by: figures by the ids of their rows, and what is due of a name with a unit, if known."""

    figures: Mapping[str, PublishedFigure]
    due: Callable[[str, str], Due | None]
    policy: Policy


def watch(case: Case, known: Known, whole: Indicator | None = None) -> Watched:
    """Return a case, perhaps a part of a `whole`, and how it stands by its last figure; so do its parts."""
    parts = tuple(watch(each, known, case.indicator) for each in case.parts)
    figure, target = known.figures.get(case.indicator.id), case.target_in_force or NO_CELL
    if not figure:
        silent = case.indicator.is_part and isinstance(target.meaning, Blank)
        nothing = Headway(Pace.UNDETERMINED, say("no figure within the year is known"))
        return Watched(case, None, None if silent else _with_parts(nothing, parts), parts)
    measure = known.figures.get(case.reference.id) if case.reference else None
    reference = measure.actual if measure and measure.until == figure.until else None
    actual = as_growth(figure.actual, target, case.indicator.name)
    question = Question(target, actual, case.indicator.given, reference, known.policy)
    headway = time_progress(question, _due(case, known, whole), figure.until or MONTHS)
    flags = {*headway.flags} | ({Flag.ESTIMATED} if actual.estimated else set())
    flags |= {Flag.ADJUSTED} if case.indicator.adjusted else set()
    headway = _with_parts(headway._replace(flags=tuple(flag for flag in Flag if flag in flags)), parts)
    return Watched(case, figure, headway, parts)


def time_progress(question: Question, due: Due | None, month: int) -> Headway:
    """Within the year a figure is held against what is due by its month (时间进度), and is on course or behind.

    Of an amount of the year that share of the target is due: a half of it by June, and no more than a half where less
    is better. Of a rate or a level the whole is, by the rules that give verdicts. What of a target is due is known by
    `due` of its row, its unit, or its name; where nothing says so, it is undetermined, and so is a target of several
    years. A part that is behind puts its indicator behind. A verdict on the year never hangs on it.

    Example: target `2.8`, `1.3` up to June is behind: 46.43 % of 2.8, and 50 % is due.
    Source: the tables by which offices watch a plan, with 完成年度目标的比例 beside 时间进度.
    """
    if question.target.cumulative:
        return Headway(Pace.UNDETERMINED, say("the target is of several years"), due)
    for rule in (discontinued, pending, unreadable):
        if answer := rule(question):
            return Headway(Pace.UNDETERMINED, answer.because, due)
    if due is Due.WHOLE:
        answer = first_answer(question)[1]
        percent = answer.gap.percent if answer.gap else None
        pace = _PACES.get(answer.status, Pace.UNDETERMINED)
        return Headway(pace, answer.because, due, None, percent, tuple(answer.flags), answer.gap)
    if due is Due.SHARE:
        return _share(question, month)
    return Headway(Pace.UNDETERMINED, say("nothing says whether it is an amount of the year or a level"))


_PACES = {Status.MET: Pace.ON_COURSE, Status.UNMET: Pace.BEHIND}


def _due(case: Case, known: Known, whole: Indicator | None) -> Due | None:
    """Return what of a target is due: as written, by its unit, by its name, or as of the row that it is part of."""
    row, target = case.indicator, case.target_in_force or NO_CELL
    bound = demanded(target.meaning, row.better)
    if row.due or not bound:
        return row.due or Due.WHOLE
    if bound.decline or has_points(bound.figure.unit or row.unit):
        return Due.WHOLE
    if found := known.due(row.name, row.unit):
        return found
    return (whole.due or known.due(whole.name, whole.unit)) if whole and whole.unit == row.unit else None


def _share(question: Question, month: int) -> Headway:
    """Return whether a figure reaches the share of its target that is due, or stays within it where less is better."""
    target = demanded(question.target.meaning, question.better)
    actual = question.actual.meaning
    if isinstance(actual, Completion):
        target = target and target._replace(figure=Figure(Decimal(100), actual.share.unit))
        actual = Bounded(actual.comparator, actual.share)
    if not isinstance(actual, Bounded | Between) or falls(actual):
        return _open(say("{actual} is no figure", actual=question.actual.printed))
    if not target or falls(target):
        return _open(say("{target} is nothing that has a share", target=question.target.printed))
    figure, span = figure_and_span(actual, question.better)
    if not (limit := convert(target.figure, figure.unit)):
        return _open(say("{actual} and {target} differ in unit", actual=figure, target=target.figure))
    comparator = asked(target, question.better)
    from_below = comparator in FROM_BELOW
    rough = target.comparator is Comparator.ABOUT and from_below
    edge = limit.size - abs(limit.size) * question.policy.tolerance / 100 if rough else limit.size
    certainty = span.times(Decimal(MONTHS)).satisfies(comparator, edge * month)
    if certainty is Certainty.SOMETIMES:
        return _open(say("{actual} can lie on both sides of what is due", actual=question.actual.printed))
    ahead = percent_of(figure.size * MONTHS - limit.size * month, limit.size * MONTHS)
    reached = percent_of(figure.size, limit.size)
    return Headway(
        Pace.ON_COURSE if certainty is Certainty.ALWAYS else Pace.BEHIND,
        _because(reached, question.target, due_percent(month), from_below=from_below),
        Due.SHARE,
        reached,
        ahead if from_below or ahead is None else -ahead,
        (Flag.ABOUT,) if rough else (),
    )


def due_percent(month: int) -> Decimal:
    """Return which share of the year is over with a month, in per cent."""
    return percent_of(Decimal(month), Decimal(MONTHS)) or Decimal(0)


def _open(because: Message) -> Headway:
    return Headway(Pace.UNDETERMINED, because, Due.SHARE)


def _because(reached: Decimal | None, target: Cell, due: Decimal, *, from_below: bool) -> Message:
    share = "—" if reached is None else plain(reached)
    if from_below:
        return say("{reached} % of {target}, and {due} % is due", reached=share, target=target.printed, due=plain(due))
    return say(
        "{reached} % of {target}, and no more than {due} % is due",
        reached=share,
        target=target.printed,
        due=plain(due),
    )


def plain(percent: Decimal) -> str:
    """Return a share in per cent without the decimals that say nothing: 50 and 41.67."""
    return f"{percent.normalize():f}"


def _with_parts(own: Headway, parts: tuple[Watched, ...]) -> Headway:
    """Return how a row stands with its parts: one that is behind puts it behind."""
    late = [(each.case.indicator.name, each.headway) for each in parts if each.pace is Pace.BEHIND]
    if own.pace is Pace.BEHIND or not late:
        return own
    said = tuple(
        say("{because} in its part {part}", because=headway.because, part=name) for name, headway in late if headway
    )
    flags = tuple(flag for flag in Flag if flag in own.flags or flag is Flag.BY_PART)
    because = said[0] if len(said) == 1 else say("{reasons}", reasons=said)
    return own._replace(pace=Pace.BEHIND, because=because, flags=flags)

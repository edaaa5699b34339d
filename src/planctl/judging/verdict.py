"""A verdict as a value: the status, and all that it rests on."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from planctl.judging.statuses import Status as Status
from planctl.messages.message import Message
from planctl.values.meanings import Figure, percent_of
from planctl.values.units import has_points


class Flag(StrEnum):
    """What a reader should know before relying on a verdict; told in this order."""

    UNREADABLE = "unreadable"
    ESTIMATED = "estimated"
    ADJUSTED = "adjusted"
    PRINTED_TARGET_DIFFERS = "printed-target-differs"
    BY_PART = "by-part"
    STATED = "stated"
    EXACT = "exact"
    ROUNDING_SENSITIVE = "rounding-sensitive"
    ABOUT = "about"
    TOLERATED = "tolerated"
    TURNED_BY_FINAL = "turned-by-final"


class Gap(NamedTuple):
    """How far a row's own figure is from what was asked, positive when better than required.

    `size` is in the row's unit (points where that is a rate). Where the actual is open-ended, such as 64以上, it is
    measured from the printed end: the least that the gap can be where it is positive, and the most where it is not.
    """

    figure: Figure
    limit: Figure
    size: Decimal
    open_ended: bool = False

    @property
    def percent(self) -> Decimal | None:
        """The gap in per cent of the target, to two decimals, for ranking across units; `None` against zero."""
        return percent_of(self.size, self.limit.size)

    @property
    def shown_percent(self) -> Decimal | None:
        """The same where it says something to a reader: `None` where the unit is a rate, whose gap is in points."""
        return None if has_points(self.limit.unit) else self.percent


class Answer(NamedTuple):
    """What a rule says of a row; `steps` are those that only this rule takes."""

    status: Status
    because: Message
    steps: tuple[Message, ...] = ()
    gap: Gap | None = None
    flags: frozenset[Flag] = frozenset()


class Verdict(NamedTuple):
    """A status with the rule that gave it, why in one line, every step, the gap of the row's own figure, and flags."""

    status: Status
    rule: str
    because: Message
    steps: tuple[Message, ...]
    gap: Gap | None = None
    flags: tuple[Flag, ...] = ()

    def __repr__(self) -> str:
        return f"<Verdict {self.status.value} by {self.rule}: {self.because}>"

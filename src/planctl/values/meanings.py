"""What the text of a printed cell can mean: frozen values, and nothing that reads or shows them.

Small values are named tuples throughout: they cost a sixth of a frozen dataclass to define, and a command defines all
of them before it prints its first line.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from typing import NamedTuple

COUNTERS = frozenset("个家户座件项人天次所名台辆套起条处头只")
"""Units that count whole things. A whole number of them is exact; one with decimals is a rate or an average."""


DIGITS = 60
"""Enough for any figure that can be printed, in any of its units."""

BARE_MAGNITUDES = frozenset({"万", "亿", "万亿"})


class Comparator(StrEnum):
    """How an actual has to stand to a target's figure. `PLAIN` is a bare figure: the indicator's direction decides."""

    PLAIN = "plain"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"


class Direction(StrEnum):
    """Whether more or less of an indicator is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Ground(StrEnum):
    """What a direction rests on, the weakest first.

    `UNKNOWN` is a name of a kind of which less is often better, where nothing says so: a verdict that hangs on it is
    undetermined, and elsewhere more is taken for better, as it is by `DEFAULT`. `WHOLE` is the row that a part is
    printed under, `CATALOGUE` what is known of the name in all reports, `WRITTEN` the data's own word.
    """

    DEFAULT = "default"
    UNKNOWN = "unknown"
    WHOLE = "whole"
    CATALOGUE = "catalogue"
    WRITTEN = "written"


class Given(NamedTuple):
    """A direction and what it rests on."""

    better: Direction
    ground: Ground


def combined(*given: Given) -> Given:
    """Return the direction of a row that several places give: the best founded, and of such `LOWER`, no default."""
    grounds = tuple(Ground)
    return max(given, key=lambda each: (grounds.index(each.ground), each.better is Direction.LOWER))


class Due(StrEnum):
    """What of a target is due within the year: that share of an amount, or the whole of a rate or a level."""

    SHARE = "share"
    WHOLE = "whole"


class Certainty(StrEnum):
    """Whether a comparison holds for every value of a span, for some, or for none."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


OPPOSITE = {Certainty.ALWAYS: Certainty.NEVER, Certainty.NEVER: Certainty.ALWAYS}


class Span(NamedTuple):
    """The values between two bounds; `None` is an open end, and a bound belongs to the span where it is included."""

    low: Decimal | None
    high: Decimal | None
    low_included: bool = True
    high_included: bool = True

    def satisfies(self, comparator: Comparator, limit: Decimal) -> Certainty:
        """Return for how many values of the span `value comparator limit` holds; only the four bounds compare."""
        match comparator:
            case Comparator.AT_LEAST:
                return self._above(limit, included=True)
            case Comparator.MORE_THAN:
                return self._above(limit, included=False)
            case Comparator.LESS_THAN:
                above = self._above(limit, included=True)
                return OPPOSITE.get(above, above)
            case Comparator.AT_MOST:
                above = self._above(limit, included=False)
                return OPPOSITE.get(above, above)
        raise ValueError(f"{comparator} is not a bound")

    def times(self, factor: Decimal) -> "Span":
        """Return the span of all its values multiplied by a factor above zero."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return self._replace(low=low, high=high)

    def _above(self, limit: Decimal, *, included: bool) -> Certainty:
        if self.low is not None and (self.low > limit or (self.low == limit and (included or not self.low_included))):
            return Certainty.ALWAYS
        if self.high is not None and (
            self.high < limit or (self.high == limit and not (included and self.high_included))
        ):
            return Certainty.NEVER
        return Certainty.SOMETIMES


class Figure(NamedTuple):
    """A number with the decimals it was printed with, and its unit (`""` where none is known)."""

    size: Decimal
    unit: str = ""

    def __str__(self) -> str:
        """Show the figure so that it can be read back: digits, then unit."""
        return f"{self.size:f}{self.unit}"

    def completed(self, unit: str) -> "Figure":
        """Return the figure with a row's unit where it has none of its own; `1.2万` in a row of 户 is 1.2万户."""
        if not self.unit:
            return self._replace(unit=unit)
        return self._replace(unit=self.unit + unit.lstrip("百千万亿")) if self.unit in BARE_MAGNITUDES else self

    @property
    def is_count(self) -> bool:
        """Whether whole things are counted, so that the figure is exact."""
        return self.unit in COUNTERS and self.size == self.size.to_integral_value()

    @property
    def rounding(self) -> Decimal:
        """By how much rounding can have moved it: `6.6` is 0.05 off at most, and a count is exact."""
        exponent = self.size.as_tuple().exponent
        return Decimal(0) if self.is_count else Decimal((0, (5,), int(exponent) - 1))

    @property
    def rounded_span(self) -> Span:
        """The values that print as this figure: `6.6` is [6.55, 6.65), and a count is itself."""
        return Span(self.size - self.rounding, self.size + self.rounding, high_included=self.is_count)


def percent_of(size: Decimal, whole: Decimal) -> Decimal | None:
    """Return `size` in per cent of a whole, half up to two decimals; `None` where the whole is zero."""
    with localcontext(prec=DIGITS):
        return (size / abs(whole) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


class Bounded(NamedTuple):
    """A figure and how to stand to it: `≥330`, `5.5以内`, `6.5`; `decline` where it says by how much something fell."""

    comparator: Comparator
    figure: Figure
    decline: bool = False


class Between(NamedTuple):
    """A range, ends included: `5%—5.5%`."""

    low: Figure
    high: Figure
    decline: bool = False


class Relative(NamedTuple):
    """A target measured by another indicator, named as printed: `快于经济增速`, perhaps by a `margin`.

    A margin is below zero where it asks for less than the other; with one, `MORE_THAN` asks for at least as much more.
    """

    comparator: Comparator
    reference: str
    margin: Figure | None = None


class Assigned(NamedTuple):
    """A target set by a higher level, without a figure, and the statement that it was fulfilled or was not.

    `None` where it says neither: 以省下达为准, 基本完成. A statement may name the target, `told`: 低于4.5%的控制目标.
    """

    fulfilled: bool | None = True
    told: "Cell | None" = None


class Trend(StrEnum):
    """Which way a target in words points."""

    POSITIVE_GROWTH = "positive_growth"
    NOT_DECREASE = "not_decrease"
    RISING = "rising"
    DECLINING = "declining"
    IMPROVING = "improving"
    RANK_IMPROVES = "rank_improves"
    STABLE = "stable"


class Qualitative(NamedTuple):
    """A direction or a state in words, without a figure: `稳步提升`."""

    words: str
    trend: Trend


class NoTarget(NamedTuple):
    """The statement that deliberately no target is set: `不设具体目标`."""

    words: str


class Completion(NamedTuple):
    """The share of a plan that was done, in per cent: `完成年计划的89.4%`, and where more or less of it may be."""

    share: Figure
    comparator: Comparator = Comparator.PLAIN


class Distance(NamedTuple):
    """How far from its target a result is, below zero where it is short of it: `低于目标1.7个百分点`."""

    figure: Figure


class Several(NamedTuple):
    """Several figures in one cell, in the order of what they are of: `分别增长5.5%、6.6%`."""

    bounds: tuple[Bounded, ...]


class UnreadableText(NamedTuple):
    """A text of no form that is known: it is kept as printed, and nothing is guessed of it."""

    words: str


@dataclass(frozen=True)
class Discontinued:
    """The statement that the indicator is no longer counted: `不再统计`."""


@dataclass(frozen=True)
class Blank:
    """A cell without text, or with the dash that stands for none."""


Meaning = (
    Bounded
    | Between
    | Several
    | Completion
    | Distance
    | Relative
    | Assigned
    | Qualitative
    | NoTarget
    | UnreadableText
    | Discontinued
    | Blank
)


RATES = ("%", "‰")


class Cell(NamedTuple):
    """A table cell: its text as printed, what that means, and whether the report calls it an estimate (预计).

    `stretch` is what aims beyond it (力争更好), `cumulative` says that it is of several years (in brackets or with 五年
    累计), `recovered` is the target that is named behind a result, or that its printed distance to it comes to, and
    `beside` is what else is printed of it and decides nothing: a floor below it, how it stands to others, its rank.
    `whole` is the amount of which it is the growth, where a cell has both.
    """

    printed: str
    meaning: Meaning
    estimated: bool = False
    stretch: str = ""
    cumulative: bool = False
    recovered: "Cell | None" = None
    beside: str = ""
    whole: Bounded | None = None

    @property
    def is_readable(self) -> bool:
        """Whether its text has a form that is known."""
        return not isinstance(self.meaning, UnreadableText)

    @property
    def is_rate(self) -> bool:
        """Whether its figure is a rate that says so itself: 增长6%."""
        return isinstance(self.meaning, Bounded) and self.meaning.figure.unit in RATES

    def as_estimate(self) -> "Cell":
        """Return the cell as one that the report calls an estimate elsewhere; one that says nothing stays as it is."""
        if isinstance(self.meaning, Blank | Discontinued | UnreadableText):
            return self
        return self._replace(estimated=True)

    def in_unit(self, unit: str) -> "Cell":
        """Return the cell with the row's unit on figures that were printed without one, or with a magnitude alone.

        Of an amount and its growth it is what the unit is of.
        """
        if self.whole and unit and unit not in RATES:
            return Cell(self.printed, self.whole, self.estimated).in_unit(unit)
        match self.meaning:
            case Bounded() as bound:
                return self._replace(meaning=bound._replace(figure=bound.figure.completed(unit)))
            case Between(low, high, decline):
                return self._replace(meaning=Between(low.completed(unit), high.completed(unit), decline))
        return self


class Stage(StrEnum):
    """How far a project is, in the order in which it gets there: 前期, 新开工, 续建, 竣工 (or 完工)."""

    PREPARATORY = "preparatory"
    STARTING = "starting"
    CONTINUING = "continuing"
    COMPLETING = "completing"


class PrintedStage(NamedTuple):
    """The words for a stage in the report, and the stage that they say; `None` where they say none that is known."""

    printed: str
    stage: Stage | None

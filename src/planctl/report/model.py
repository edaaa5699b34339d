"""What a plan report says, as frozen values: the rows of its tables, its projects, and what stands around them.

Everything above works on these; nothing here knows how they were written down. Where a report's cell has text, the
model holds the `Cell`: `None` where the file has no such cell, `Blank` where the cell is empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planctl.messages.message import Place
from planctl.messages.placeholders import NO_CODE
from planctl.report.kinds import Grouping as Grouping
from planctl.report.kinds import Kind as Kind
from planctl.report.kinds import Level as Level
from planctl.values.meanings import Cell, Direction, Due, Given, Ground, PrintedStage, Stage


class Text(NamedTuple):
    """Text of our own, in Chinese and in English."""

    zh: str
    en: str


class Region(NamedTuple):
    """Whose plan it is, by its six-digit GB/T 2260 code."""

    code: str
    name: str
    name_en: str

    def may_be(self, other: "Region") -> bool:
        """Return whether it may be another one: the same code, or one of the two has still to be written."""
        return self.code == other.code or NO_CODE in (self.code, other.code)


class Source(NamedTuple):
    """The published report; `sha256` is of the document that was transcribed, and `form` what kind of file that is.

    What the file does not say is empty: `form` of any, and of a bulletin all but title and region.
    """

    title: str
    region: Region
    issuer: str
    delivered: date | None
    url: str
    sha256: str
    form: str = ""


class NoteTarget(NamedTuple):
    """A target that a note adjusts, as the note prints it: the name, the old target and the new one."""

    name: str
    replaces: Cell
    target: Cell


class Note(NamedTuple):
    """A numbered note under a table, in our words, and the targets that it adjusts, as printed."""

    number: str
    summary: Text
    adjusts: tuple[NoteTarget, ...] = ()


class Adjustment(NamedTuple):
    """What a note says of a row's target: the new one, the one it replaces, and the row's name in the note.

    `stated` is what the report concludes from it (视为完成): a claim, which decides nothing.
    """

    target: Cell
    replaces: Cell
    name: str
    note: str
    stated: str


class Succession(StrEnum):
    """How a series follows another one: the same thing redefined, or another measure of the same thing."""

    REDEFINED = "redefined"
    REPLACED = "replaced"


class Redefinition(StrEnum):
    """What a redefinition changed: the basis of the figure, or a level or a ratio that became a growth rate."""

    BASIS = "basis"
    LEVEL_TO_GROWTH = "level-to-growth"
    RATIO_TO_GROWTH = "ratio-to-growth"


class Follows(NamedTuple):
    """Which series of an earlier plan a row follows, and why we hold that it does.

    `denominator` is the indicator of the row's own plan, or the statement, by which the denominator of a former ratio
    grows. `shared` says that other rows follow the same series: it was split.
    """

    id: str
    relation: Succession
    remark: Text
    change: Redefinition | None = None
    denominator: str | None = None
    shared: bool = False


class Indicator(NamedTuple):
    """A row: an indicator by its number, or a part printed under one (`number` is `None`, `prefix` is 其中：or #).

    An indicator of a sentence has no number, but the `quote` that says it and the `section` where that stands.
    `partition` says that its parts and the statements that are part of it are all of it; `stated` is what the report
    itself says became of the target, and `due` is as written.
    """

    id: str
    number: str | None
    prefix: str
    name: str
    name_en: str
    unit: str
    kind: Kind
    better: Direction = Direction.HIGHER
    ground: Ground = Ground.DEFAULT
    target: Cell | None = None
    adjusted: Adjustment | None = None
    actual: Cell | None = None
    reference: str | None = None
    remark: Text | None = None
    follows: Follows | None = None
    partition: bool = False
    quote: str = ""
    section: str = ""
    estimate: str = ""
    stated: str = ""
    due: Due | None = None
    parts: tuple["Indicator", ...] = ()

    def __repr__(self) -> str:
        return f"<Indicator {self.id}: {self.prefix}{self.name}>"

    @property
    def is_part(self) -> bool:
        """Whether it is printed under another row."""
        return self.number is None and (bool(self.prefix) or not self.quote)

    @property
    def given(self) -> Given:
        """Its direction, and what that rests on."""
        return Given(self.better, self.ground)


def with_parts(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the rows of a table in printed order: each indicator, and then its parts."""
    for indicator in indicators:
        yield indicator
        yield from indicator.parts


class Enumeration(NamedTuple):
    """Names that the report itself counts while it lists them: `等5项指标`."""

    quote: str
    size: int
    indicators: tuple[str, ...]


class Reason(NamedTuple):
    """One of the reasons for missed targets, and the ids of every row that it names."""

    number: str
    indicators: tuple[str, ...]
    summary: Text
    enumeration: Enumeration | None = None


class ClaimedClass(NamedTuple):
    """Indicators that a report counts apart, as neither met nor unmet: the words for them, and how many they are."""

    words: str
    size: int


class Claim(NamedTuple):
    """What the report states of its own outcome: counts, what they include, and which rows it names with them.

    `met` and `unmet` are `None` where the report does not count them; `others` are further classes (暂无数据).
    """

    total: int
    met: int | None
    unmet: int | None
    discontinued: int
    includes: str
    discontinued_indicators: tuple[str, ...]
    others: tuple[ClaimedClass, ...] = ()
    unmet_indicators: tuple[str, ...] = ()

    @property
    def sum(self) -> int | None:
        """What its counts add up to; `None` where one of them is not stated."""
        if self.met is None or self.unmet is None:
            return None
        return self.met + self.unmet + self.discontinued + sum(each.size for each in self.others)

    def agrees(self, met: int, unmet: int, discontinued: int) -> bool:
        """Return whether these counts are those that it states, where it states them."""
        return (self.met in (met, None), self.unmet in (unmet, None), self.discontinued) == (True, True, discontinued)


class Period(StrEnum):
    """What a stated figure is of: what was done or grew within the year, or what was reached by its end."""

    YEAR = "year"
    CUMULATIVE = "cumulative"


class Statement(NamedTuple):
    """A figure in the prose.

    `repeats` is the row of a table that says the same, or the figure of a programme (`ID.count`); `continues` is the
    statement of the year before that it takes up, and `part_of` the row or the statement of which it is a part, such as
    one of three sectors.
    """

    id: str
    label: str
    label_en: str
    value: Cell
    period: Period
    section: str
    quote: str
    better: Direction = Direction.HIGHER
    ground: Ground = Ground.DEFAULT
    repeats: str | None = None
    continues: str | None = None
    part_of: str | None = None

    @property
    def given(self) -> Given:
        """Its direction, and what that rests on."""
        return Given(self.better, self.ground)


class Measure(StrEnum):
    """What is counted or summed of projects: how many, what they cost in all, and what of that is planned this year."""

    COUNT = "count"
    TOTAL_INVESTMENT = "total_investment"
    PLANNED_INVESTMENT = "planned_investment"


class Figures(NamedTuple):
    """The printed figures of a programme or of a part of it, one for each measure that is printed."""

    number: Cell | None = None
    total_investment: Cell | None = None
    planned_investment: Cell | None = None

    def of(self, measure: Measure) -> Cell | None:
        """Return the figure of a measure."""
        return self[tuple(Measure).index(measure)]


class Item(NamedTuple):
    """One part of a programme: `stage` is what its name says where the programme is broken down by stage.

    `grouping` is by what this part is told apart, where it is not what most of its list is.
    """

    name: str
    name_en: str
    figures: Figures
    stage: PrintedStage | None = None
    grouping: Grouping | None = None

    @property
    def known_stage(self) -> Stage | None:
        """The stage that its name says, if that is known."""
        return self.stage.stage if self.stage else None


class Breakdown(NamedTuple):
    """All of a programme, told apart by area, stage or source, or one part of it, and the section that prints it."""

    by: Grouping
    section: str
    items: tuple[Item, ...]


class Overlap(NamedTuple):
    """Another programme that may have projects of this one, and why we hold so.

    `within` is the part of that programme outside of which it cannot have any; `None` where it may be all of it.
    """

    id: str
    within: str | None
    remark: Text


class Project(NamedTuple):
    """A named project. `company`, `product` and `capacity` are words of its name, and `phase` is read from it."""

    id: str
    name: str
    section: str
    stage: PrintedStage | None = None
    sector: str = ""
    company: str = ""
    product: str = ""
    capacity: str = ""
    phase: int | None = None
    remark: Text | None = None

    @property
    def known_stage(self) -> Stage | None:
        """The stage that is printed of it, if that is known."""
        return self.stage.stage if self.stage else None


class Programme(NamedTuple):
    """A list of projects that a report plans, with its figures, its breakdowns, and those projects that it names."""

    id: str
    name: str
    name_en: str
    level: Level
    section: str
    figures: Figures
    stage: PrintedStage | None = None
    overlaps: tuple[Overlap, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    projects: tuple[Project, ...] = ()


class Acceptance(NamedTuple):
    """A finding of a check that is known and true of the report: which check, what it is about, and why it stands."""

    check: str
    at: str
    reason: Text


class PublishedFigure(NamedTuple):
    """What another publication, the `source`, gives of a row: of the year, or `until` a month; `at` names the entry."""

    id: str
    actual: Cell
    source: str
    remark: Text | None = None
    until: int | None = None
    at: str = ""


class Report(NamedTuple):
    """All that one file says of one year: its rows in printed order, and what stands around them.

    `kind` is the first word of the file's name, such as `indicators`. `projects` are those that it names outside its
    programmes, and `figures` those that it gives of rows that stand in other files.
    `places` says where each stands, as `schema.naming` names it: a row under its id, a cell under `id.target`, a reason
    under `reasons.六`. It is kept apart from the rows, so that rows that say the same are equal wherever they stand.
    """

    kind: str
    year: int
    source: Source
    indicators: tuple[Indicator, ...] = ()
    claim: Claim | None = None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Note, ...] = ()
    statements: tuple[Statement, ...] = ()
    programmes: tuple[Programme, ...] = ()
    projects: tuple[Project, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    figures: tuple[PublishedFigure, ...] = ()
    places: Mapping[str, Place] = MappingProxyType({})

    def __repr__(self) -> str:
        return f"<Report {self.kind}_{self.year} of {self.source.region.name}>"

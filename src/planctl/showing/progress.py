"""`planctl status --until`: how each indicator stands within the year to what is due, and the counts below."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.judging.progress import MONTHS, Headway, Pace, Watched, due_percent, plain, time_progress
from planctl.judging.rules import name_of
from planctl.judging.verdict import Status
from planctl.judging.within_year import WatchedSelection, month_of
from planctl.messages.message import say
from planctl.report.model import Indicator
from planctl.report.plan import Plan, name_of_figure
from planctl.showing.fields import PROGRAMS, Field, Output, Styled, Type, brief_of, csv_of, object_of, table_of
from planctl.showing.indicator import ID, PRINTED
from planctl.showing.look import Look
from planctl.showing.pieces import gap_text, heading, shown_place, signed
from planctl.showing.reading import actual_reading
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording
from planctl.values.meanings import Due

if TYPE_CHECKING:
    from decimal import Decimal

    from rich.console import RenderableType

STYLES = {Pace.ON_COURSE: "green", Pace.BEHIND: "bold red", Pace.UNDETERMINED: "yellow"}


class WatchedRow(NamedTuple):
    """A row of a plan as it stands within the year, and the id of what it is part of."""

    plan: Plan
    watched: Watched
    part_of: str | None = None

    @property
    def indicator(self) -> Indicator:
        """The row itself."""
        return self.watched.case.indicator

    @property
    def headway(self) -> Headway | None:
        """How it stands; a part without figures does not."""
        return self.watched.headway

    @property
    def until(self) -> str | None:
        """The month up to which its figure is."""
        figure = self.watched.figure
        return month_of(self.plan.year, figure.until) if figure and figure.until else None

    @property
    def place(self) -> str | None:
        """Where its figure stands in the data."""
        figure = self.watched.figure
        return shown_place(self.plan.place(f"{name_of_figure(figure)}.actual")) if figure else None

    @property
    def due_percent(self) -> "Decimal | None":
        """What of its target is due by the month of its figure, in per cent."""
        figure, headway = self.watched.figure, self.headway
        if not (figure and figure.until and headway and headway.due):
            return None
        return due_percent(figure.until if headway.due is Due.SHARE else MONTHS)


def _due_cell(row: WatchedRow, look: Look) -> Styled:
    share = row.headway is not None and row.headway.due is Due.SHARE
    if share and row.due_percent is not None:
        return f"{plain(row.due_percent)} %", "dim"
    return (look.wording.term(Due.WHOLE) if row.headway and row.headway.due else ""), "dim"


def _gap_cell(row: WatchedRow, look: Look) -> Styled:
    found = row.headway
    if not found:
        return "", ""
    if found.due is Due.SHARE and found.gap_percent is not None:
        return f"{signed(found.gap_percent, look)} %", STYLES[found.pace]
    return gap_text(found.gap, look), STYLES[found.pace]


def _pace_cell(row: WatchedRow, look: Look) -> Styled:
    if not row.headway:
        return look.wording.say("no figure"), "dim"
    pace = row.headway.pace
    sign = {Pace.ON_COURSE: look.signs.raised, Pace.BEHIND: look.signs.lowered}.get(
        pace, look.signs.status[Status.UNDETERMINED]
    )
    return f"{sign} {look.wording.term(pace)}", STYLES[pace]


def _indicator(row: WatchedRow) -> Indicator:
    return row.indicator


# fmt: off
OF_ROW = frozenset({"number", "prefix", "name", "name_en", "unit", "kind", "target", "adjusted_target"})
WATCHED: tuple[Field[WatchedRow], ...] = (
    *(field.of(_indicator) for field in PRINTED if field.key in OF_ROW),
    Field("until", say("Until"), say("The month up to which the figure is."), lambda row: row.until, style="dim",
        spare=3),
    Field("actual", say("So far"), say("What was reached up to that month, as printed."),
        lambda row: row.watched.figure.actual if row.watched.figure else None, reads=actual_reading, least=8),
    Field("reached_percent", say("Reached"), say("The figure in per cent of the target, where a share of it is due."),
        lambda row: row.headway.reached if row.headway else None, Type.DECIMAL, outputs=PROGRAMS | Output.SHEET),
    Field("due", say("Due"), say("What of the target is due: share or whole; null where nothing says so."),
        lambda row: row.headway.due if row.headway else None, shown=_due_cell, spare=2),
    Field("due_percent", say("Due in per cent"), say("The same in per cent, by the month of the figure."),
        lambda row: row.due_percent, Type.DECIMAL, outputs=PROGRAMS | Output.SHEET),
    Field("gap", say("Ahead"), say("Where the whole is due: the figure minus the target, positive when better."),
        lambda row: row.headway.gap.size if row.headway and row.headway.gap else None, Type.DECIMAL,
        shown=_gap_cell, spare=1, right=True),
    Field("gap_percent", say("Ahead in per cent"),
        say("The figure minus what is due in per cent of the target, positive when better."),
        lambda row: row.headway.gap_percent if row.headway else None, Type.DECIMAL, outputs=PROGRAMS | Output.SHEET),
    Field("pace", say("Within the year"), say("on-course, behind or undetermined; a part without figures has none."),
        lambda row: row.watched.pace, shown=_pace_cell),
    Field("because", say("Why"), say("Why, in one line."), lambda row: row.headway.because if row.headway else None,
        style="dim", least=24, spare=5),
    Field("flags", say("Rests on"), say("What that rests on."),
        lambda row: row.headway.flags if row.headway else (), outputs=PROGRAMS | Output.SHEET),
    Field("source", say("Source"), say("The words that name the publication of the figure."),
        lambda row: row.watched.figure.source if row.watched.figure else None, outputs=PROGRAMS | Output.SHEET),
    Field("place", say("Place"), say("Where the figure stands in the data: file, line and column."),
        lambda row: row.place, outputs=PROGRAMS | Output.SHEET),
    ID.of(_indicator),
    Field("part_of", say("Part of"), say("The id of the indicator that it is printed under."), lambda row: row.part_of,
        outputs=Output.CSV | Output.SHEET),
)
# fmt: on
CONTRACT = (
    *("number", "id", "prefix", "name", "name_en", "unit", "kind", "target", "adjusted_target"),
    *("until", "actual", "due", "due_percent", "reached_percent", "pace", "because", "gap", "gap_percent", "flags"),
)
"""The order that those who use the JSON were promised."""


def document(selection: WatchedSelection, wording: Wording) -> dict[str, Any]:
    """Return the JSON: the counts of the whole plan, and the indicators that were selected."""
    progress = selection.progress
    region = progress.plan.region
    return {
        "schema": 1,
        "region": {"code": region.code, "name": region.name, "name_en": region.name_en},
        "year": progress.plan.year,
        "until": progress.until,
        "rule": name_of(time_progress),
        "summary": progress.counts._asdict(),
        "undecided": list(progress.undecided),
        "indicators": [_object(progress.plan, watched, wording) for watched in selection.rows],
    }


def sheet(selection: WatchedSelection, wording: Wording) -> Sheet:
    """Return a row for each indicator and part, with all that the JSON says of it but the readings."""
    return csv_of(WATCHED, _rows(selection), wording, CONTRACT)


def brief(selection: WatchedSelection, wording: Wording) -> Sheet:
    """Return the rows with what a reader wants of them."""
    return brief_of(WATCHED, _rows(selection), wording)


def table(selection: WatchedSelection, look: Look) -> Sequence["RenderableType"]:
    """Return the table in its order, parts indented under their indicators, and the counts below it."""
    from planctl.showing.table import Piece, fit_lines, left_out

    shown = table_of(WATCHED, tuple(_rows(selection)), look, is_part=lambda row: row.part_of is not None)
    below = [*(Piece(line) for line in _below(selection, look.wording)), *left_out(shown, look)]
    head = look.wording.say("up to {month}", month=selection.progress.until)
    return [heading(selection.progress.plan, look, head), shown, fit_lines(below, look)]


def _rows(selection: WatchedSelection) -> Iterator[WatchedRow]:
    plan = selection.progress.plan
    for each in selection.rows:
        yield WatchedRow(plan, each)
        yield from (WatchedRow(plan, part, each.case.indicator.id) for part in each.parts)


def _object(plan: Plan, watched: Watched, wording: Wording) -> dict[str, Any]:
    return {
        **object_of(WATCHED, WatchedRow(plan, watched), wording, CONTRACT),
        "parts": [_object(plan, part, wording) for part in watched.parts],
    }


def _below(selection: WatchedSelection, wording: Wording) -> Iterator[str]:
    progress = selection.progress
    total, *sizes = progress.counts
    yield ""
    if len(selection.rows) < total:
        yield wording.say("shown: {shown} of {total}", shown=len(selection.rows), total=total)
    counts = wording.summed(zip(sizes, Pace, strict=True))
    yield wording.say("all: {counts}", counts=f"{total} = {counts or 0}")
    share = plain(due_percent(progress.month))
    yield wording.say(
        "due by {month}: {share} % of an amount of the year, the whole of a rate or a level; no verdict",
        month=progress.until,
        share=share,
    )
    if progress.undecided:
        yield wording.say(
            "nothing says what is due of {rows}: write 'due: share' or 'due: whole' there",
            rows=wording.listed(progress.undecided),
        )

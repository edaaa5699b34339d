"""The pages of what became of targets: the status of all years, and the changes between two plans."""

from collections.abc import Iterator
from typing import NamedTuple

from planctl.diff.changes import Added, Change, Diff, Dropped, Paired
from planctl.diff.summary import fate, summarize
from planctl.judging.assessment import Assessment
from planctl.judging.cases import Judged
from planctl.report.model import Indicator
from planctl.report.plan import Plan
from planctl.showing.change import remark_of
from planctl.showing.exporting.changes import in_order, shift_record
from planctl.showing.exporting.figures import single_value
from planctl.showing.exporting.indicators import judged_rows
from planctl.showing.exporting.material import shown_place
from planctl.showing.exporting.page import INDENT, Field, page_of
from planctl.showing.exporting.tables import Page, Value
from planctl.showing.pieces import printed_name
from planctl.showing.status import counted
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell


class StatusRow(NamedTuple):
    """A judged row of a plan, and the id of what it is part of."""

    plan: Plan
    judged: Judged
    part_of: str | None

    @property
    def indicator(self) -> Indicator:
        """The row itself."""
        return self.judged.case.indicator

    @property
    def adjusted(self) -> Cell | None:
        """The target that a note gives instead."""
        return self.indicator.adjusted.target if self.indicator.adjusted else None


class ChangeRow(NamedTuple):
    """A change, and both of its rows as far as there are."""

    change: Change
    old: Judged | None
    new: Indicator | None
    is_part: bool

    @property
    def pair(self) -> Paired | None:
        """The change, where the row goes on."""
        return self.change if isinstance(self.change, Paired) else None


def status_page(assessments: tuple[Assessment, ...], wording: Wording) -> Page:
    """Return the page of all indicators of all years, with their verdicts."""
    say = wording.say
    fields = (
        Field[StatusRow](say("Year"), lambda row: row.plan.year),
        Field[StatusRow](say("No."), lambda row: row.indicator.number, brief=True),
        Field[StatusRow](say("Indicator"), lambda row: _name(row.indicator), brief=True),
        Field[StatusRow](say("in English"), lambda row: row.indicator.name_en, english=True),
        Field[StatusRow](say("Unit"), lambda row: row.indicator.unit or None, brief=True),
        Field[StatusRow](say("Kind"), lambda row: row.indicator.kind),
        Field[StatusRow](say("Target"), lambda row: printed(row.indicator.target), brief=True),
        Field[StatusRow](say("Target as a number"), lambda row: single_value(row.indicator.target)),
        Field[StatusRow](say("Adjusted target"), lambda row: printed(row.adjusted), brief=True),
        Field[StatusRow](say("Adjusted target as a number"), lambda row: single_value(row.adjusted)),
        Field[StatusRow](say("Actual"), lambda row: printed(row.indicator.actual), brief=True),
        Field[StatusRow](say("Actual as a number"), lambda row: single_value(row.indicator.actual)),
        Field[StatusRow](say("Gap"), _gap, brief=True),
        Field[StatusRow](say("Gap in per cent"), _gap_percent),
        Field[StatusRow](
            say("Verdict"), lambda row: row.judged.verdict.status if row.judged.verdict else None, brief=True
        ),
        Field[StatusRow](
            say("Why"), lambda row: wording(row.judged.verdict.because) if row.judged.verdict else None, brief=True
        ),
        Field[StatusRow](say("Rests on"), lambda row: _flags(row, wording)),
        Field[StatusRow](say("Reason of the report"), lambda row: _reason(row, wording)),
        Field[StatusRow](say("Id"), lambda row: row.indicator.id),
        Field[StatusRow](say("Part of"), lambda row: row.part_of),
        Field[StatusRow](say("Place"), lambda row: shown_place(row.plan.place(row.indicator.id))),
    )
    rows = (StatusRow(each.plan, judged, part) for each in assessments for judged, part in judged_rows(each))
    lines = (
        wording.say("{year}: {counts}", year=str(each.plan.year), counts=counted(each.counts, wording))
        for each in assessments
    )
    return page_of(say("Status"), fields, rows, wording, lines, is_parted=True)


def diff_page(diff: Diff, wording: Wording) -> Page:
    """Return the page of what became of each row of a plan in the next."""
    say = wording.say
    old, new = diff.before.plan.year, diff.after.year
    fields = (
        Field[ChangeRow](say("Became"), lambda row: fate(row.change), brief=True),
        Field[ChangeRow](say("Relation"), lambda row: row.change.relation),
        Field[ChangeRow](say("No. in {year}", year=str(old)), lambda row: _old(row).number if row.old else None),
        Field[ChangeRow](say("No. in {year}", year=str(new)), lambda row: row.new.number if row.new else None),
        Field[ChangeRow](
            say("Indicator in {year}", year=str(old)), lambda row: _name(_old(row)) if row.old else None, brief=True
        ),
        Field[ChangeRow](
            say("Indicator in {year}", year=str(new)), lambda row: _name(row.new) if row.new else None, brief=True
        ),
        Field[ChangeRow](say("in English"), lambda row: (row.new or _old(row)).name_en, english=True),
        Field[ChangeRow](say("Target in {year}", year=str(old)), lambda row: printed(_in_force(row)), brief=True),
        Field[ChangeRow](say("Target in {year} as a number", year=str(old)), lambda row: single_value(_in_force(row))),
        Field[ChangeRow](say("Actual in {year}", year=str(old)), lambda row: printed(_actual(row)), brief=True),
        Field[ChangeRow](say("Actual in {year} as a number", year=str(old)), lambda row: single_value(_actual(row))),
        Field[ChangeRow](
            say("Verdict in {year}", year=str(old)),
            lambda row: row.old.verdict.status if row.old and row.old.verdict else None,
            brief=True,
        ),
        Field[ChangeRow](say("Target for {year}", year=str(new)), lambda row: printed(_next(row)), brief=True),
        Field[ChangeRow](say("Target for {year} as a number", year=str(new)), lambda row: single_value(_next(row))),
        Field[ChangeRow](say("Change"), lambda row: _shift(row, "change"), brief=True),
        Field[ChangeRow](say("Unit of the change"), lambda row: _shift(row, "change_unit")),
        Field[ChangeRow](say("Change in per cent"), _shift_percent),
        Field[ChangeRow](
            say("Against the last actual"),
            lambda row: row.pair.standing.standing if row.pair and row.pair.standing else None,
            brief=True,
        ),
        Field[ChangeRow](say("Apart from it by"), _apart),
        Field[ChangeRow](say("Marks"), lambda row: _marks(row, wording)),
        Field[ChangeRow](say("Remark"), lambda row: remark_of(row.change, wording)),
    )
    title = say("Diff {before}-{after}", before=str(old), after=str(new))
    return page_of(title, fields, _change_rows(diff), wording, _diff_lines(diff, wording))


def printed(cell: Cell | None) -> str | None:
    """Return a cell as printed; `None` where there is none or it is blank."""
    return cell.printed or None if cell else None


def _name(row: Indicator) -> str:
    return f"{INDENT if row.is_part else ''}{printed_name(row)}"


def _gap(row: StatusRow) -> Value:
    return row.judged.verdict.gap.size if row.judged.verdict and row.judged.verdict.gap else None


def _gap_percent(row: StatusRow) -> Value:
    return row.judged.verdict.gap.shown_percent if row.judged.verdict and row.judged.verdict.gap else None


def _flags(row: StatusRow, wording: Wording) -> str | None:
    verdict = row.judged.verdict
    return wording.listed(map(wording.term, verdict.flags)) or None if verdict else None


def _reason(row: StatusRow, wording: Wording) -> str | None:
    reason = row.plan.reason_for(row.judged.case) if row.judged.verdict else None
    return wording.text(reason.summary) if reason else None


def _change_rows(diff: Diff) -> Iterator[ChangeRow]:
    for _, owner, change in in_order(diff.changes):
        old = None if isinstance(change, Added) else change.before
        new = None if isinstance(change, Dropped) else change.after.indicator
        yield ChangeRow(change, old, new, owner is not None)


def _diff_lines(diff: Diff, wording: Wording) -> Iterator[str]:
    yield wording.say(
        "their targets: {counts}",
        counts=wording.summed((number, became) for became, number in summarize(diff).fates.items()),
    )


def _old(row: ChangeRow) -> Indicator:
    if not row.old:
        raise ValueError("a row that was added has none before")
    return row.old.case.indicator


def _in_force(row: ChangeRow) -> Cell | None:
    return row.old.case.target_in_force if row.old else None


def _actual(row: ChangeRow) -> Cell | None:
    return row.old.case.actual if row.old else None


def _next(row: ChangeRow) -> Cell | None:
    return (row.new.adjusted.target if row.new.adjusted else row.new.target) if row.new else None


def _shift(row: ChangeRow, key: str) -> Value:
    return shift_record(row.pair.moved.shift if row.pair else None)[key]


def _shift_percent(row: ChangeRow) -> Value:
    shift = row.pair.moved.shift if row.pair else None
    return shift.shown_percent if shift else None


def _apart(row: ChangeRow) -> Value:
    stands = row.pair.standing if row.pair else None
    return stands.shift.size if stands and stands.shift else None


def _marks(row: ChangeRow, wording: Wording) -> str | None:
    return wording.listed(map(wording.term, row.pair.marks)) or None if row.pair else None

"""The pages of what became of targets: the status of all years, and the changes between two plans."""

from planctl.diff.changes import Diff
from planctl.diff.summary import summarize
from planctl.judging.assessment import Assessment
from planctl.showing.change import change_fields, change_rows
from planctl.showing.exporting.page import page_of
from planctl.showing.exporting.tables import Page
from planctl.showing.indicator import STATUS, status_rows
from planctl.showing.status import counted
from planctl.showing.wording import Wording


def status_page(assessments: tuple[Assessment, ...], wording: Wording) -> Page:
    """Return the page of all indicators of all years, with their verdicts."""
    rows = (row for each in assessments for row in status_rows(each.plan, each.judged))
    lines = (
        wording.say("{year}: {counts}", year=str(each.plan.year), counts=counted(each.counts, wording))
        for each in assessments
    )
    title = wording.say("Status")
    return page_of(title, STATUS, rows, wording, lines, is_parted=True, is_part=lambda row: row.part_of is not None)


def diff_page(diff: Diff, wording: Wording) -> Page:
    """Return the page of what became of each row of a plan in the next."""
    old, new = str(diff.before.plan.year), str(diff.after.year)
    counts = wording.summed((number, became) for became, number in summarize(diff).fates.items())
    return page_of(
        wording.say("Diff {before}-{after}", before=old, after=new),
        change_fields(old, new),
        change_rows(diff.changes, diff),
        wording,
        (wording.say("their targets: {counts}", counts=counts),),
        is_part=lambda row: row.owner is not None,
    )

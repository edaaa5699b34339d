"""What stands in the Word document of a year: counts, misses with their reasons, every verdict, and what came of all.

It is made of the answers and the fields that the page is made of, and of two of its charts.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from planctl.diff.changes import Diff
from planctl.diff.summary import select
from planctl.judging.assessment import Assessment, Order
from planctl.judging.verdict import Status
from planctl.messages.installing import missing_library
from planctl.messages.message import say
from planctl.report.model import Source, Text
from planctl.showing.change import change_fields, change_rows
from planctl.showing.diff import grouped, summary_lines
from planctl.showing.indicator import STATUS, StatusRow, shown_fields, status_rows
from planctl.showing.look import Look
from planctl.showing.page.answers import Answers
from planctl.showing.status import count_lines
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from planctl.showing.word.paper import Paper

BARS = frozenset({"bar", "reached"})
PICTURES = ("gaps", "targets")
"""The charts that it has."""
COUNTED = 75
"""Millimetres that the counts of what became of the targets take."""
MISSED = frozenset({"number", "name", "name_en", "target", "actual", "gap", "because"})
OF_CHANGES = frozenset({"name_en", "remark", *BARS})
"""What there is no room for beside both years."""


def word(answers: Answers, wording: Wording, pictures: Callable[[], Mapping[str, bytes]] = dict) -> bytes:
    """Return the document, in the language of the wording; raises `PlanctlError` where python-docx is missing.

    `pictures` gives the charts of `PICTURES` as PNG, or fewer; it is asked once there is a document to put them in.
    """
    try:
        from planctl.showing.word.paper import Paper
    except ModuleNotFoundError as fault:
        raise missing_library(say("writing Word"), fault) from None
    drawn = pictures()
    assessment, diff = answers.assessment, answers.diff
    plan, source = assessment.plan, assessment.plan.reports[0].source
    title = f"{plan.region.name} {plan.year}" + (f"–{diff.after.year}" if diff else "")
    paper = Paper(title, Look(None, "utf-8", wording))
    paper.lines(_told(source, wording))
    paper.heading(wording.say("In short"))
    paper.lines(count_lines(assessment, wording))
    _add_missed(paper, assessment)
    if "gaps" in drawn:
        paper.picture(drawn["gaps"], wording.say("How far off"))
    paper.turn()
    _add_indicators(paper, assessment)
    if diff:
        _add_changes(paper, diff, drawn.get("targets"))
    return paper.content()


def _told(source: Source, wording: Wording) -> Iterator[str]:
    """Yield which report it is."""
    yield source.title
    if source.delivered:
        yield wording.say("delivered {day}", day=source.delivered.isoformat())
    if source.url:
        yield source.url


def _add_indicators(paper: "Paper", assessment: Assessment) -> None:
    rows = tuple(status_rows(assessment.plan, assessment.judged))
    fields = [each for each in shown_fields(rows, assessment.vintage) if each.key not in BARS]
    paper.heading(paper.look.wording.say("Each indicator"))
    paper.table(fields, rows, is_part=lambda row: row.part_of is not None)


def _add_missed(paper: "Paper", assessment: Assessment) -> None:
    """Add the indicators that were missed, the worst first, under the reason that the report gives for them."""
    wording = paper.look.wording
    reasons: dict[Text | None, list[StatusRow]] = {}
    for judged in assessment.select(frozenset({Status.UNMET}), order=Order.GAP).rows:
        row = StatusRow(assessment.plan, judged)
        reasons.setdefault(row.reason, []).append(row)
    paper.heading(wording.say("What was missed"))
    if not reasons:
        is_over = assessment.counts.pending < assessment.counts.total
        none = say("No target was missed.") if is_over else say("No result is published yet.")
        paper.lines([wording(none)])
    for reason, rows in reasons.items():
        paper.lines([wording.text(reason) if reason else wording.say("The report gives no reason for these.")])
        paper.table([each for each in STATUS if each.key in MISSED], rows)
        paper.lines([""])


def _add_changes(paper: "Paper", diff: Diff, picture: bytes | None) -> None:
    """Add what became of the targets: the counts, and each change by what became of it."""
    years = (str(diff.before.plan.year), str(diff.after.year))
    fields = [each for each in change_fields(*years) if each.key not in OF_CHANGES]
    rows = [row for group in grouped(select(diff)) for row in change_rows(group)]
    paper.heading(paper.look.wording.say("What became of the targets in {year}", year=years[1]), on_new_page=True)
    paper.lines(summary_lines(diff, paper.look.wording))
    if picture:
        paper.picture(picture, paper.look.wording.say("From verdicts to targets"), above=COUNTED)
    paper.table(fields, rows, is_part=lambda row: row.owner is not None)

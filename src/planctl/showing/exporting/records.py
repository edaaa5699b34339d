"""Answers as flat records, for data frames: texts as printed, figures as exact decimals beside them."""

from collections.abc import Iterator, Sequence

from planctl.checks.registry import Examination
from planctl.diff.changes import Diff
from planctl.judging.assessment import Assessment
from planctl.showing.change import CHANGE, change_rows
from planctl.showing.change import CONTRACT as CHANGE_CONTRACT
from planctl.showing.exporting.tables import Value
from planctl.showing.fields import Fields, Output, Row, chosen, typed
from planctl.showing.indicator import CONTRACT, STATUS, status_rows
from planctl.showing.problems.document import problem_document
from planctl.showing.wording import Wording

Records = Iterator[dict[str, Value]]


def status_records(assessment: Assessment, wording: Wording) -> Records:
    """Yield a record for each indicator and part, in printed order, with the columns of `status --format csv`.

    `gap` is in the row's unit.
    """
    for row in status_rows(assessment.plan, assessment.judged):
        yield _record(STATUS, row, wording, CONTRACT)


def change_records(diff: Diff, wording: Wording) -> Records:
    """Yield a record for each change, then for those of its parts, with the columns of `diff --format csv`."""
    for row in change_rows(diff.changes, diff):
        years = {"from_year": diff.before.plan.year, "to_year": diff.after.year}
        yield {**years, **_record(CHANGE, row, wording, CHANGE_CONTRACT)}


def _record(fields: Fields[Row], row: Row, wording: Wording, contract: Sequence[str]) -> dict[str, Value]:
    return {field.key: typed(field.value(row), wording) for field in chosen(fields, Output.CSV, contract)}


def finding_records(examination: Examination, wording: Wording) -> Records:
    """Yield a record for each finding, with its place; `accepted` is the reason where it is acknowledged."""
    for checked in examination.checked:
        document = problem_document(checked, examination, wording)
        yield {name: value for name, value in document.items() if name != "related"}

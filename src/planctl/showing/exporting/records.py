"""Answers as flat records, for data frames: texts as printed, figures as exact decimals beside them."""

from collections.abc import Iterator
from decimal import Decimal

from planctl.checks.registry import Examination
from planctl.diff.changes import Diff, Paired
from planctl.judging.assessment import Assessment
from planctl.showing import change as change_view
from planctl.showing import indicator as indicator_view
from planctl.showing.exporting.changes import in_order, shift_record
from planctl.showing.exporting.indicators import judged_rows
from planctl.showing.exporting.tables import Value
from planctl.showing.problems.document import problem_document
from planctl.showing.wording import Wording
from planctl.values.meanings import Bounded, Cell

Records = Iterator[dict[str, Value]]


def status_records(assessment: Assessment, wording: Wording) -> Records:
    """Yield a record for each indicator and part, in printed order, with the columns of `status --format csv`.

    `target_value` and `actual_value` are the figures of the target that counts and of the result where they are single
    ones; `gap` is in the row's unit.
    """
    for judged, part_of in judged_rows(assessment):
        document = indicator_view.indicator_document(assessment.plan, judged, wording)
        gap = judged.verdict.gap if judged.verdict else None
        yield {
            "year": assessment.plan.year,
            **{name: _plain(document.get(name)) for name in indicator_view.COLUMNS},
            "target_value": _size(judged.case.target_in_force),
            "actual_value": _size(judged.case.actual),
            "gap": gap.size if gap else None,
            "gap_percent": gap.percent if gap else None,
            "part_of": part_of,
        }


def change_records(diff: Diff, wording: Wording) -> Records:
    """Yield a record for each change, then for those of its parts, with the columns of `diff --format csv`."""
    flat = change_view.records(diff.changes, wording)
    for document, (_, _, change) in zip(flat, in_order(diff.changes), strict=True):
        pair = change if isinstance(change, Paired) else None
        stands = pair.standing if pair else None
        yield {
            "from_year": diff.before.plan.year,
            "to_year": diff.after.year,
            **{name: _plain(document.get(name)) for name in change_view.COLUMNS},
            **shift_record(pair.moved.shift if pair else None),
            "versus_actual_change": stands.shift.size if stands and stands.shift else None,
        }


def finding_records(examination: Examination, wording: Wording) -> Records:
    """Yield a record for each finding, with its place; `accepted` is the reason where it is acknowledged."""
    for checked in examination.checked:
        document = problem_document(checked, examination, wording)
        yield {name: value for name, value in document.items() if name != "related"}


def _plain(value: object) -> Value:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    assert value is None or isinstance(value, str | int)
    return value


def _size(cell: Cell | None) -> Decimal | None:
    return cell.meaning.figure.size if cell and isinstance(cell.meaning, Bounded) else None

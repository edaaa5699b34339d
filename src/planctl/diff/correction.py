"""Two transcripts of one region's reports: what a correction changed, and which verdicts it turned.

Rows are paired by id within each year; here a changed text is a change, also where it means the same.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planctl.assessment import Assessment, status_of
from planctl.diff.movement import Movement, meaning_of, move
from planctl.judging import Judged
from planctl.model import Indicator
from planctl.plan import Plan
from planctl.values import Cell, combined
from planctl.verdict import Status


class Edit(NamedTuple):
    """A text that differs: what it is of, how it was and how it is; `None` where one side does not have it."""

    field: str
    before: str | None
    after: str | None
    same_meaning: bool = False


class Corrected(NamedTuple):
    """A row that one of the transcripts does not have, or that differs in text or in verdict.

    `target` is what became of its target where that means something else now.
    """

    before: Judged | None
    after: Judged | None
    edits: tuple[Edit, ...]
    target: Movement | None

    @property
    def row(self) -> Indicator:
        """The row as the later transcript has it, or else the earlier."""
        judged = self.after or self.before
        if judged is None:
            raise ValueError("a corrected row is in one of the transcripts")
        return judged.case.indicator

    @property
    def statuses(self) -> tuple[Status | None, Status | None]:
        """The verdict before and after; `None` where there is none."""
        return (
            status_of(self.before) if self.before else None,
            status_of(self.after) if self.after else None,
        )

    @property
    def flipped(self) -> bool:
        """Whether a row that both have has another verdict."""
        return bool(self.before and self.after) and self.statuses[0] is not self.statuses[1]


class CorrectedYear(NamedTuple):
    """What differs in one year; `None` for a transcript that has no files of it.

    `others` are what the report states beside its rows: the claim, the reasons, the statements.
    """

    year: int
    before: Assessment | None
    after: Assessment | None
    rows: tuple[Corrected, ...]
    others: tuple[Edit, ...]

    @property
    def is_change(self) -> bool:
        """Whether anything differs."""
        return bool(self.rows or self.others) or (self.before is None) != (self.after is None)


class _Row(NamedTuple):
    judged: Judged
    part_of: str | None = None


Field = Callable[[Indicator], str | None]
CellOf = Callable[[Indicator], Cell | None]

CELLS: dict[str, CellOf] = {
    "target": lambda row: row.target,
    "adjusted_target": lambda row: row.adjusted.target if row.adjusted else None,
    "actual": lambda row: row.actual,
}
FIELDS: dict[str, Field] = {
    "number": lambda row: row.number,
    "prefix": lambda row: row.prefix,
    "name": lambda row: row.name,
    "name_en": lambda row: row.name_en,
    "unit": lambda row: row.unit,
    "kind": lambda row: row.kind,
    "better": lambda row: row.better,
    "reference": lambda row: row.reference,
    "follows": lambda row: row.follows.id if row.follows else None,
    "remark": lambda row: row.remark.zh if row.remark else None,
}


def correct(year: int, before: Assessment | None, after: Assessment | None) -> CorrectedYear:
    """Return what differs between two transcripts of one year, in the later one's order, with what it lost last."""
    old, new = _rows(before), _rows(after)
    rows = [_corrected(old.get(id), row) for id, row in new.items()]
    rows += [_corrected(row, None) for id, row in old.items() if id not in new]
    differing = tuple(row for row in rows if row.edits or row.flipped or not (row.before and row.after))
    others = () if before is None or after is None else tuple(_others(before.plan, after.plan))
    return CorrectedYear(year, before, after, differing, others)


def _rows(assessment: Assessment | None) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for judged in assessment.judged if assessment else ():
        id = judged.case.indicator.id
        rows[id] = _Row(judged)
        rows |= {part.case.indicator.id: _Row(part, id) for part in judged.parts}
    return rows


def _corrected(before: _Row | None, after: _Row | None) -> Corrected:
    if not (before and after):
        return Corrected(before.judged if before else None, after.judged if after else None, (), None)
    old, new = before.judged.case, after.judged.case
    cells = (_cell_edit(name, cell(old.indicator), cell(new.indicator)) for name, cell in CELLS.items())
    fields = (_edit(name, field(old.indicator), field(new.indicator)) for name, field in FIELDS.items())
    edits = tuple(edit for edit in (*cells, *fields, _edit("part_of", before.part_of, after.part_of)) if edit)
    better = combined(old.indicator.better, new.indicator.better)
    moved = move(old.target_in_force, new.target_in_force, better).movement
    target = None if moved is Movement.UNCHANGED else moved
    return Corrected(before.judged, after.judged, edits, target)


def _cell_edit(name: str, old: Cell | None, new: Cell | None) -> Edit | None:
    edit = _edit(name, old.printed if old else None, new.printed if new else None)
    same = (meaning_of(old), old and old.estimated) == (meaning_of(new), new and new.estimated)
    return edit._replace(same_meaning=same) if edit else None


def _edit(name: str, old: str | None, new: str | None) -> Edit | None:
    return Edit(name, old, new) if old != new else None


def _others(before: Plan, after: Plan) -> Iterator[Edit]:
    old, new = dict(_stated(before)), dict(_stated(after))
    for name in {**old, **new}:
        if edit := _edit(name, old.get(name), new.get(name)):
            yield edit


def _stated(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what a report states beside its rows, by a name for each."""
    yield "region", " ".join(plan.region)
    if plan.claim:
        for name, value in plan.claim._asdict().items():
            yield f"claim.{name}", " ".join(value) if isinstance(value, tuple) else str(value)
    for reason in plan.reasons:
        yield f"reasons.{reason.number}", " ".join(reason.indicators)
    for note in plan.notes:
        yield f"notes.{note.number}", note.summary.zh
    for statement in plan.statements:
        yield f"statements.{statement.id}", f"{statement.label} {statement.value.printed}"

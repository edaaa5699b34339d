"""Two transcripts of one region's reports: what a correction changed, and which verdicts it turned.

Rows are paired by id within each year; here a changed text is a change, also where it means the same.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from planctl.diff.marks import move_target
from planctl.diff.movement import Movement
from planctl.judging.assessment import Assessment, status_of
from planctl.judging.cases import Judged
from planctl.judging.verdict import Status
from planctl.report.model import Indicator, with_parts
from planctl.report.plan import Plan
from planctl.values.meanings import Cell


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
    """A row as it is judged, and as each file has it; the plan's own words stand beside those of the outcome."""

    judged: Judged
    printed: tuple[tuple[str, Indicator], ...]
    part_of: str | None = None


def correct(year: int, before: Assessment | None, after: Assessment | None) -> CorrectedYear:
    """Return what differs between two transcripts of one year, in the later one's order, with what it lost last."""
    old, new = _rows(before), _rows(after)
    rows = [_corrected(old.get(id), row) for id, row in new.items()]
    rows += [_corrected(row, None) for id, row in old.items() if id not in new]
    differing = tuple(row for row in rows if row.edits or row.flipped or not (row.before and row.after))
    others = _others(before.plan, after.plan) if before and after else ()
    return CorrectedYear(year, before, after, differing, others)


def _others(before: Plan, after: Plan) -> tuple[Edit, ...]:
    """Return what differs beside the rows; figures that one side has no file of differ by the title of that file."""
    old, new = (
        {report.kind: report.source.title for report in plan.reports if report.figures} for plan in (before, after)
    )
    alone = old.keys() ^ new.keys()
    edits = _edits(dict(_stated(before, alone)), dict(_stated(after, alone)))
    return (*edits, *(Edit(kind, old.get(kind), new.get(kind)) for kind in sorted(alone)))


def _rows(assessment: Assessment | None) -> dict[str, _Row]:
    if not assessment:
        return {}
    first, *second = assessment.plan.reports
    printed: dict[str, list[tuple[str, Indicator]]] = {}
    for kind, report in (("", first), *(("plan.", report) for report in second)):
        for row in with_parts(report.indicators):
            printed.setdefault(row.id, []).append((kind if row.id in printed else "", row))
    rows: dict[str, _Row] = {}
    for judged in assessment.judged:
        id = judged.case.indicator.id
        rows[id] = _Row(judged, tuple(printed[id]))
        parts = {part.case.indicator.id: part for part in judged.parts}
        rows |= {part_id: _Row(part, tuple(printed[part_id]), id) for part_id, part in parts.items()}
    return rows


def _corrected(before: _Row | None, after: _Row | None) -> Corrected:
    if not (before and after):
        return Corrected(before.judged if before else None, after.judged if after else None, (), None)
    old, new = before.judged.case, after.judged.case
    edits = _edits(dict(_row_texts(before)), dict(_row_texts(after)))
    moved = move_target(old.indicator, new.indicator, old.target_in_force, new.target_in_force).movement
    target = None if moved is Movement.UNCHANGED else moved
    return Corrected(before.judged, after.judged, edits, target)


def _edits(old: dict[str, Cell | str], new: dict[str, Cell | str]) -> tuple[Edit, ...]:
    """Return what differs between two sets of named texts, in the order of the later one, with what it lost last."""
    edits = []
    for field in {**new, **old}:
        before, after = old.get(field), new.get(field)
        if _printed(before) != _printed(after):
            edits.append(Edit(field, _printed(before), _printed(after), _same_meaning(before, after)))
    return tuple(edits)


def _printed(text: Cell | str | None) -> str | None:
    return text.printed if isinstance(text, Cell) else text


def _same_meaning(before: Cell | str | None, after: Cell | str | None) -> bool:
    if not (isinstance(before, Cell) and isinstance(after, Cell)):
        return False
    return (before.meaning, before.estimated) == (after.meaning, after.estimated)


def _row_texts(row: _Row) -> Iterator[tuple[str, Cell | str]]:
    for kind, printed in row.printed:
        for field, value in printed._asdict().items():
            if field not in ("id", "parts", "ground"):
                yield from _texts(f"{kind}{field}", value)
    if row.part_of:
        yield "part_of", row.part_of


def _stated(plan: Plan, without: Collection[str]) -> Iterator[tuple[str, Cell | str]]:
    """Yield all that a report states beside its rows, and which report it is, but for reports of some kinds."""
    for count, report in enumerate(plan.reports):
        if report.kind in without:
            continue
        kind = f"{report.kind}." if report.figures else "plan." if count else ""
        for field in ("source", "claim", "reasons", "notes", "statements", "accept", "figures"):
            yield from _texts(f"{kind}{field}", getattr(report, field))


def _texts(field: str, value: object) -> Iterator[tuple[str, Cell | str]]:
    """Yield the cells and texts of which a value is made, each under the names that lead to it, as in `claim.met`.

    Entries of a list stand under their id or number, or else their place; what is empty is not there.
    """
    if isinstance(value, Cell):
        yield field, value
    elif isinstance(value, tuple) and hasattr(value, "_asdict"):
        for name, inner in value._asdict().items():
            if name != "ground":
                yield from _texts(f"{field}.{name}", inner)
    elif isinstance(value, tuple) and not all(isinstance(entry, str) for entry in value):
        names: set[str] = set()
        for count, entry in enumerate(value, 1):
            name = getattr(entry, "id", "") or getattr(entry, "number", "") or str(count)
            yield from _texts(f"{field}.{name if name not in names else f'{name}.{count}'}", entry)
            names.add(name)
    elif value is not None and value != "" and value != ():
        yield field, " ".join(value) if isinstance(value, tuple) else str(value)

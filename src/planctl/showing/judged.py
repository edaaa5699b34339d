"""What is shown of any row that was judged, wherever it stands: described once, for every output."""

from planctl.judging.assessment import status_of
from planctl.judging.cases import Judged
from planctl.messages.message import say
from planctl.showing.fields import Field, Styled, Type
from planctl.showing.look import Look
from planctl.showing.pieces import cell_text, gap_text, verdict_cell
from planctl.showing.reading import actual_reading, target_reading
from planctl.values.meanings import Cell
from planctl.values.units import has_points


def printed_cell(cell: Cell | None, judged: Judged) -> Styled:
    """Return a cell as it is shown beside the rows of other regions or years: with the unit of its own row."""
    return cell_text(cell, judged.case.indicator.unit), ""


def _gap_cell(judged: Judged, look: Look) -> Styled:
    """Return the gap, with its unit where that is none of points: others may print theirs in another one."""
    gap = judged.gap
    unit = gap.limit.unit if gap and not has_points(gap.limit.unit) else ""
    return f"{gap_text(gap, look)}{unit}", ""


# fmt: off
TARGET: Field[Judged] = Field("target", say("Target"),
    say("The target as printed; the adjusted one where a note adjusts it."), lambda row: row.case.target_in_force,
    shown=lambda row, look: printed_cell(row.case.target_in_force, row), reads=target_reading, least=8)
ACTUAL: Field[Judged] = Field("actual", say("Actual"), say("The result as printed."), lambda row: row.case.actual,
    shown=lambda row, look: printed_cell(row.case.actual, row), reads=actual_reading, least=8)
FINAL: Field[Judged] = Field("final", say("Final"),
    say("The final figure of a later publication, as printed there."),
    lambda row: row.case.final.actual if row.case.final else None, reads=actual_reading, least=5, spare=7)
VERDICT: Field[Judged] = Field("verdict", say("Verdict"), say("What became of the target."), status_of,
    shown=lambda row, look: verdict_cell(status_of(row), look))
GAP: Field[Judged] = Field("gap", say("Gap"), say("The actual minus the target, positive when better than required."),
    lambda row: row.gap.size if row.gap else None, Type.DECIMAL, shown=_gap_cell, spare=3, right=True)
# fmt: on

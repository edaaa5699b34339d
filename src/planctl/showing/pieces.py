"""What several tables show: whose plan it is, a row's name, a status and a gap with their signs."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from planctl.files.finding import own_data, shown_path
from planctl.grammar.readings import printed_with_unit
from planctl.judging.verdict import Gap, Status
from planctl.messages.message import Place
from planctl.report.model import Indicator, Kind, Report
from planctl.report.plan import Plan
from planctl.showing.look import Look
from planctl.values.meanings import Cell

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {
    Status.MET: "green",
    Status.UNMET: "bold red",
    Status.DISCONTINUED: "dim",
    Status.PENDING: "dim",
    Status.UNDETERMINED: "yellow",
}


def heading(plan: Plan, look: Look, years: str = "", *, comes_to: str = "") -> "RenderableType":
    """Return whose plan it is and of which year, or which `years`; what it comes to, where that is told; and a blank.

    What stands below a long table is not on the first screen, and in a pager not at all before the end.
    """
    from planctl.showing.table import Piece, fit_lines

    head = f"{plan.region.name} {years or plan.year}"
    if look.wording.is_english and plan.region.name_en:
        head += f" ({plan.region.name_en})"
    told = [Piece(comes_to)] if comes_to else []
    return fit_lines([Piece(head, "bold"), *told, Piece("")], look)


def target_text(indicator: Indicator, look: Look, *, with_unit: bool = False) -> str:
    """Return a row's target as printed, and what a note adjusts it to; with the row's unit where that is needed."""
    unit = indicator.unit if with_unit else ""
    printed = cell_text(indicator.target, unit)
    if not indicator.adjusted:
        return printed
    return f"{printed} {look.signs.becomes} {cell_text(indicator.adjusted.target, unit)}"


def cell_text(cell: Cell | None, unit: str = "") -> str:
    """Return a cell as printed, or nothing; a figure that is printed without its unit gets that, where it is given."""
    return printed_with_unit(cell, unit) if cell else ""


def printed_text(cell: Cell | None) -> str | None:
    """Return the text of a cell; `None` where there is none."""
    return cell.printed if cell else None


def printed_name(indicator: Indicator) -> str:
    """Return a row's name as the table prints it, with its prefix and its mark."""
    mark = "*" if indicator.kind is Kind.CONSTRAINT and not indicator.is_part else ""
    return f"{indicator.prefix}{indicator.name}{mark}"


def status_text(status: Status, look: Look) -> str:
    """Return a status with its sign before it."""
    return f"{look.signs.status[status]} {look.wording.term(status)}"


def verdict_cell(status: Status | None, look: Look) -> tuple[str, str]:
    """Return a status with its sign and its style; a part without figures has none."""
    return (status_text(status, look), STYLES[status]) if status else (look.wording.say("no figure"), "dim")


def gap_text(gap: Gap | None, look: Look) -> str:
    """Return a gap with its sign; an open-ended one says that it is at least, or at most, that."""
    return _ended(gap, gap.size, look) if gap else ""


def percent_text(gap: Gap | None, look: Look) -> str:
    """Return a gap in per cent of the target in the same way; empty where there is none to show, as for a rate."""
    return _ended(gap, gap.shown_percent, look) if gap and gap.shown_percent is not None else ""


def _ended(gap: Gap, size: Decimal, look: Look) -> str:
    end = (look.signs.at_most if gap.size < 0 else look.signs.at_least) if gap.open_ended else ""
    return f"{end}{signed(size, look)}"


def signed(size: Decimal, look: Look) -> str:
    """Return a number with its sign."""
    return f"{look.signs.minus if size < 0 else '+' if size else ''}{abs(size):f}"


def report_name(report: Report) -> str:
    """Return how a report is called: the name of its file, without the ending."""
    return f"{report.kind}_{report.year}"


def report_key(plan: Plan, report: Report) -> str:
    """Return what tells a report apart in a dataset."""
    return f"{plan.region.code}.{report_name(report)}"


def near_place(place: Place | None, look: Look) -> str:
    """Return a place as a person is to read it: as in the folder of a look that has one, or else in planctl's own data.

    Where that stands in the folder that the command runs in, the path is short already, and an editor opens it.
    """
    if not place:
        return ""
    own = shown_path(own_data())
    return str(place.below(look.folder or own) if look.folder or len(Path(own).parts) > 1 else place)


def shown_place(place: Place | None) -> str | None:
    """Return a place with the bare name of its file, which is the same wherever the folder stands."""
    return str(place._replace(file=place.file.replace("\\", "/").rsplit("/", 1)[-1])) if place else None

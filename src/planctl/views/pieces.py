"""What several tables show: whose plan it is, a status with its sign and style, a gap with its sign."""

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.plan import Plan
from planctl.verdict import Gap, Status
from planctl.views.look import Look

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {
    Status.MET: "green",
    Status.UNMET: "bold red",
    Status.DISCONTINUED: "dim",
    Status.PENDING: "dim",
    Status.UNDETERMINED: "yellow",
}


def heading(plan: Plan, look: Look) -> "RenderableType":
    """Return whose plan it is and of which year, and a blank line below it."""
    from planctl.views.table import Piece, fit_lines

    return fit_lines([Piece(f"{plan.region.name} {plan.year} ({plan.region.name_en})", "bold"), Piece("")], look)


def status_text(status: Status, look: Look) -> str:
    """Return a status with its sign before it."""
    return f"{look.signs.status[status]} {status}"


def gap_text(gap: Gap | None, look: Look) -> str:
    """Return a gap with its sign; an open-ended one says that it is at least, or at most, that."""
    if not gap:
        return ""
    end = (look.signs.at_most if gap.size < 0 else look.signs.at_least) if gap.open_ended else ""
    return f"{end}{signed(gap.size, look)}"


def signed(size: Decimal, look: Look) -> str:
    """Return a number with its sign."""
    return f"{look.signs.minus if size < 0 else '+' if size else ''}{abs(size):f}"

"""What several tables show: whose plan it is, a row's name, a status and a gap with their signs."""

from decimal import Decimal
from typing import TYPE_CHECKING

from planctl.model import Indicator, Kind
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


def printed_name(indicator: Indicator) -> str:
    """Return a row's name as the table prints it, with its prefix and its mark."""
    mark = "*" if indicator.kind is Kind.CONSTRAINT and indicator.number else ""
    return f"{indicator.prefix}{indicator.name}{mark}"


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

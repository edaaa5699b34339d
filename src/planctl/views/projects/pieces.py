"""What the answers about projects share: figures, shares, stages and named projects, as data and as text."""

from decimal import Decimal
from typing import Any

from planctl.messages import Place
from planctl.model import Figures, Measure
from planctl.plan import Plan
from planctl.projects.listing import Named
from planctl.projects.totals import Total
from planctl.sums import plain_figure
from planctl.values import Bounded, Cell, Figure, PrintedStage, Stage, percent_of
from planctl.views.reading import target_reading

PROJECT_COLUMNS = (
    "id",
    "name",
    "stage",
    "stage_printed",
    "sector",
    "capacity",
    "company",
    "product",
    "phase",
    "programme",
    "level",
    "section",
    "place",
)
STAGE_STYLES = {Stage.COMPLETING: "green", Stage.STARTING: "cyan", Stage.PREPARATORY: "dim"}
INVESTMENTS = (Measure.TOTAL_INVESTMENT, Measure.PLANNED_INVESTMENT)


def figures_document(figures: Figures) -> dict[str, Any]:
    """Return the JSON of printed figures: a count as a number, investments as decimals in `unit`."""
    count = _figure(figures.number)
    investments = {measure.value: _figure(figures.of(measure)) for measure in INVESTMENTS}
    return {
        "count": int(count.size) if count and count.is_count else None,
        **{name: f"{figure.size:f}" if figure else None for name, figure in investments.items()},
        "unit": next((figure.unit for figure in investments.values() if figure), None),
        "printed": {
            measure.value: {"text": cell.printed, "reading": target_reading(cell)}
            for measure in Measure
            if (cell := figures.of(measure))
        },
    }


def stage_document(stage: PrintedStage | None) -> dict[str, str | None]:
    """Return the JSON of a stage: the one that it is, and the words for it."""
    return {"stage": stage.stage.value if stage else None, "stage_printed": stage.printed if stage else None}


def project_document(plan: Plan, named: Named) -> dict[str, Any]:
    """Return the JSON of a named project, with its place."""
    from planctl.grammar.projects import parse_phase

    project, programme = named
    return {
        "id": project.id,
        "name": project.name,
        **stage_document(project.stage),
        "sector": project.sector or None,
        "capacity": project.capacity or None,
        "company": project.company or None,
        "product": project.product or None,
        "phase": parse_phase(project.name),
        "programme": programme.id if programme else None,
        "level": programme.level.value if programme else None,
        "section": project.section,
        "place": str(plan.place(f"projects.{project.id}") or Place("")),
    }


def total_document(total: Total | None) -> dict[str, str] | None:
    """Return the JSON of what several programmes come to together."""
    return {"least": f"{total.least:f}", "most": f"{total.most:f}", "unit": total.unit} if total else None


def total_text(total: Total | None) -> str:
    """Return the same as text: one figure where there is nothing in common."""
    if not total:
        return ""
    most = Figure(total.most, total.unit)
    return str(most) if total.least == total.most else f"{total.least:f} to {most}"


def share(part: Cell | None, whole: Cell | None) -> Decimal | None:
    """Return a part in per cent of a whole; `None` unless both are plain figures in one unit."""
    figure, of = plain_figure(part), plain_figure(whole)
    return percent_of(figure.size, of.size) if figure and of and figure.unit == of.unit else None


def share_text(size: Decimal | None) -> str:
    """Return a share in per cent."""
    return f"{size:f} %" if size is not None else ""


def printed(cell: Cell | None) -> str:
    """Return a figure as it is printed, with its unit also where that stands over the table."""
    figure = _figure(cell)
    bare = cell and figure and figure.unit not in cell.printed
    return f"{cell.printed}{figure.unit}" if cell and figure and bare else cell.printed if cell else ""


def stage_text(stage: PrintedStage | None) -> tuple[str, str]:
    """Return a stage and the words for it, with a style."""
    return (f"{stage.stage} ({stage.printed})", STAGE_STYLES.get(stage.stage, "")) if stage else ("", "")


def _figure(cell: Cell | None) -> Figure | None:
    return cell.meaning.figure if cell and isinstance(cell.meaning, Bounded) else None

"""What the answers about projects share: figures, shares, stages and named projects, as data and as text."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from planctl.messages import Place
from planctl.model import Figures, Measure
from planctl.plan import Plan
from planctl.projects.listing import Named
from planctl.projects.totals import Share, Total
from planctl.sums import plain_figure
from planctl.units import convert
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
PRINTED = tuple(measure.value for measure in Measure)
WORDS = {
    Measure.COUNT: "projects",
    Measure.TOTAL_INVESTMENT: "total investment",
    Measure.PLANNED_INVESTMENT: "planned investment of the year",
}
INVESTMENTS = (Measure.TOTAL_INVESTMENT, Measure.PLANNED_INVESTMENT)


def figures_document(figures: Figures) -> dict[str, Any]:
    """Return the JSON of printed figures: a count as a number, investments as decimals, both in one `unit`."""
    count = _figure(figures.number)
    total, planned = (_figure(figures.of(measure)) for measure in INVESTMENTS)
    unit = planned.unit if planned else total.unit if total else None
    return {
        "count": int(count.size) if count and count.is_count else None,
        "total_investment": _size(total, unit),
        "planned_investment": _size(planned, unit),
        "unit": unit,
        "printed": {
            measure.value: {"text": cell.printed, "reading": target_reading(cell)}
            for measure in Measure
            if (cell := figures.of(measure))
        },
    }


def stage_document(stage: PrintedStage | None) -> dict[str, str | None]:
    """Return the JSON of a stage: the one that it is, and the words for it."""
    known = stage.stage if stage else None
    return {"stage": known.value if known else None, "stage_printed": stage.printed if stage else None}


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


def records_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return figures for a sheet, each also as it is printed, for 约 and 以上 are not in the numbers."""
    texts = document["printed"]
    return {**document, **{f"{name}_printed": texts.get(name, {}).get("text") for name in PRINTED}}


def left_out_text(totals: Iterable[tuple[Measure, Total | None]], shares: Sequence[Share]) -> Iterator[str]:
    """Yield a line for each measure in which some programmes are in no total, with what they print."""
    for measure, found in totals:
        printed_ones = [
            f"{share.programme.name} {printed(cell)}"
            for share in shares
            if (cell := share.figures.of(measure)) and (not found or share.programme in found.without)
        ]
        if printed_ones:
            yield f"in no total of {WORDS[measure]}: {', '.join(printed_ones)}"


def total_text(total: Total | None) -> str:
    """Return the same as text: one figure where there is nothing in common."""
    if not total:
        return ""
    most = Figure(total.most, total.unit)
    return str(most) if total.least == total.most else f"{total.least:f} to {most}"


def share(part: Cell | None, whole: Cell | None) -> Decimal | None:
    """Return a part in per cent of a whole; `None` unless both are plain figures in units of a kind."""
    figure, of = plain_figure(part), plain_figure(whole)
    there = convert(figure, of.unit) if figure and of else None
    return percent_of(there.size, of.size) if there and of else None


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
    if not stage:
        return "", ""
    if not stage.stage:
        return f"? {stage.printed}", "yellow"
    return f"{stage.stage} {stage.printed}", STAGE_STYLES.get(stage.stage, "")


def _size(figure: Figure | None, unit: str | None) -> str | None:
    """Return a figure's digits in a unit; `None` where it is of another kind."""
    there = convert(figure, unit) if figure and unit is not None else None
    return f"{there.size:f}" if there else None


def _figure(cell: Cell | None) -> Figure | None:
    return cell.meaning.figure if cell and isinstance(cell.meaning, Bounded) else None

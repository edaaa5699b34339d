"""What the answers about projects share: figures, shares, stages and named projects, as data and as text."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from planctl.grammar.readings import printed_with_unit
from planctl.judging.sums import plain_figure
from planctl.messages.message import say
from planctl.projects.totals import Share, Total
from planctl.report.model import Figures, Measure
from planctl.showing.reading import target_reading
from planctl.showing.wording import Wording
from planctl.values.meanings import Bounded, Cell, Figure, PrintedStage, Stage, percent_of
from planctl.values.units import convert

STAGE_STYLES = {Stage.COMPLETING: "green", Stage.STARTING: "cyan", Stage.PREPARATORY: "dim"}
PRINTED = tuple(measure.value for measure in Measure)
PRINTED_KEYS = tuple(f"{name}_printed" for name in PRINTED)
WORDS = {
    Measure.COUNT: say("projects"),
    Measure.TOTAL_INVESTMENT: say("total investment"),
    Measure.PLANNED_INVESTMENT: say("planned investment of the year"),
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


def total_document(total: Total | None) -> dict[str, Any] | None:
    """Return the JSON of what several programmes come to together."""
    if not total:
        return None
    without = [programme.id for programme in total.without]
    return {"least": f"{total.least:f}", "most": f"{total.most:f}", "unit": total.unit, "without": without}


def records_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return figures for a sheet, each also as it is printed, for 约 and 以上 are not in the numbers."""
    texts = document["printed"]
    named = zip(PRINTED_KEYS, PRINTED, strict=True)
    return {**document, **{key: texts.get(name, {}).get("text") for key, name in named}}


def left_out_text(
    totals: Iterable[tuple[Measure, Total | None]], shares: Sequence[Share], wording: Wording
) -> Iterator[str]:
    """Yield a line for each measure with the programmes that are in no total of it, and what they print instead."""
    for measure, found in totals:
        cells = [(share.programme.name, share.figures.of(measure), share.programme) for share in shares]
        odd = [f"{name} {printed(cell)}" for name, cell, each in cells if cell and (not found or each in found.without)]
        none = [name for name, cell, _ in cells if not cell]
        if none and found:
            odd.append(wording.say("{names}, which print none", names="、".join(none)))
        if odd:
            said = wording.semicolon.join(odd)
            yield wording.say("in no total of {measure}: {programmes}", measure=WORDS[measure], programmes=said)


def total_text(total: Total | None, wording: Wording) -> str:
    """Return the same as text: one figure where there is nothing in common."""
    if not total:
        return ""
    most = Figure(total.most, total.unit)
    return str(most) if total.least == total.most else wording.say("{least} to {most}", least=total.least, most=most)


def share(part: Cell | None, whole: Cell | None) -> Decimal | None:
    """Return a part in per cent of a whole; `None` unless both are plain figures in units of a kind."""
    figure, of = plain_figure(part), plain_figure(whole)
    there = convert(figure, of.unit) if figure and of else None
    return percent_of(there.size, of.size) if there and of else None


def share_text(size: Decimal | None) -> str:
    """Return a share in per cent."""
    return f"{size:f}%" if size is not None else ""


def printed(cell: Cell | None) -> str:
    """Return a figure as it is printed, with its unit also where that stands over the table."""
    figure = _figure(cell)
    return printed_with_unit(cell, figure.unit if figure else "") if cell else ""


def stage_text(stage: PrintedStage | None, wording: Wording) -> tuple[str, str]:
    """Return a stage and the words for it, with a style."""
    if not stage:
        return "", ""
    if not stage.stage:
        return f"? {stage.printed}", "yellow"
    known = f"{wording.term(stage.stage)} {stage.printed}" if wording.is_english else stage.printed
    return known, STAGE_STYLES.get(stage.stage, "")


def _size(figure: Figure | None, unit: str | None) -> str | None:
    """Return a figure's digits in a unit; `None` where it is of another kind."""
    there = convert(figure, unit) if figure and unit is not None else None
    return f"{there.size:f}" if there else None


def _figure(cell: Cell | None) -> Figure | None:
    return cell.meaning.figure if cell and isinstance(cell.meaning, Bounded) else None

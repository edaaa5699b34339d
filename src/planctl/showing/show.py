"""`planctl show`: one indicator whole, with every figure's place and each step of its verdict."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.grammar.readings import describe
from planctl.judging.cases import Judged
from planctl.judging.within_year import month_of
from planctl.report.history import Year, sizes_of
from planctl.report.model import Follows, Indicator
from planctl.report.plan import Plan
from planctl.showing.bar import sparkline
from planctl.showing.fields import csv_of
from planctl.showing.indicator import CONTRACT, STATUS, indicator_document, status_rows
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, cell_text, gap_text, heading, near_place, printed_text, signed, status_text
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell

if TYPE_CHECKING:
    from rich.console import RenderableType


class ShownIndicator(NamedTuple):
    """An indicator in its plan, and what was asked of it and came of it in each year, where that is of interest."""

    plan: Plan
    judged: Judged
    history: tuple[Year, ...] = ()


class Line(NamedTuple):
    """A label and what it labels; `place` is first the name of a cell, and then where that stands."""

    label: str
    text: str
    place: str = ""
    style: str = ""


def document(shown: ShownIndicator, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `show`: the indicator as in `status`, with steps, places and remarks, in its parts too."""
    found = _detailed(shown.plan, shown.judged, wording)
    years = [
        {
            "year": each.year,
            "target": printed_text(each.target),
            "actual": printed_text(each.actual),
            "unit": each.unit or None,
        }
        for each in shown.history
    ]
    return {"schema": 1, "year": shown.plan.year, **found, "years": years}


def _detailed(plan: Plan, judged: Judged, wording: Wording) -> dict[str, Any]:
    indicator = judged.case.indicator
    return {
        **indicator_document(plan, judged, wording),
        "steps": [wording(step) for step in judged.verdict.steps] if judged.verdict else [],
        "places": {name: str(place) for name, place in plan.places_of(judged.case).items()},
        "remarks": [wording.text(indicator.remark)] if indicator.remark else [],
        "follows": _follows(indicator.follows, wording) if indicator.follows else None,
        "final_figure": _final_document(judged, wording),
        "within_year": [
            {"until": month_of(plan.year, each.until or 0), "actual": each.actual.printed, "source": each.source}
            for each in plan.within_year_of(indicator)
        ],
        "parts": [_detailed(plan, part, wording) for part in judged.parts],
    }


def _follows(follows: Follows, wording: Wording) -> dict[str, Any]:
    return {**follows._asdict(), "remark": wording.text(follows.remark)}


def _final_document(judged: Judged, wording: Wording) -> dict[str, Any] | None:
    """Return who gives the final figure of a row, and what the verdict is by it."""
    final, by_final = judged.case.final, judged.other
    if not final:
        return None
    return {
        "source": final.source,
        "remark": wording.text(final.remark) if final.remark else None,
        "verdict": by_final.status if by_final else None,
        "because": wording(by_final.because) if by_final else None,
    }


def sheet(shown: ShownIndicator, wording: Wording) -> Sheet:
    """Return the rows that `status` has of the indicator and its parts."""
    return csv_of(STATUS, status_rows(shown.plan, (shown.judged,)), wording, CONTRACT)


def brief(shown: ShownIndicator, wording: Wording) -> Sheet:
    """Return what the terminal shows, as labels and texts."""
    look = Look(None, "utf-8", wording)
    return Sheet(
        ("", "", wording.say("place")),
        tuple((label, text, place) for label, text, place, _ in _all(shown, look)),
    )


def table(shown: ShownIndicator, look: Look) -> Sequence["RenderableType"]:
    """Return the labels and texts as a grid, the places beside the figures."""
    from planctl.showing.table import Column, Piece, fit_table

    rows = [
        [Piece(line.label, "dim"), Piece(line.text, line.style), Piece(line.place, "dim")] for line in _all(shown, look)
    ]
    grid = fit_table((Column(""), Column("", least=24), Column("")), rows, look)
    return [heading(shown.plan, look), grid]


def _all(shown: ShownIndicator, look: Look) -> Iterator[Line]:
    yield from _lines(shown.plan, shown.judged, look)
    if len(shown.history) > 1:
        yield from _years(shown.history, look)


def _years(history: tuple[Year, ...], look: Look) -> Iterator[Line]:
    """Yield what was asked and what came of it in each year, and both as lines of bars where there are figures."""
    say = look.wording.say
    for each in history:
        target, actual = cell_text(each.target, each.unit), cell_text(each.actual, each.unit)
        asked = say("target {target}", target=target) if target else ""
        came = say("actual {actual}", actual=actual) if actual else ""
        if asked or came:
            yield Line(say("in {year}", year=str(each.year)), look.wording.listed(filter(None, (asked, came))))
    measures = (
        (say("targets"), [each.target for each in history]),
        (say("actuals"), [each.actual for each in history]),
    )
    for label, cells in measures:
        if drawn := sparkline(sizes_of(cells), look):
            yield Line(label, drawn, style="cyan")


def lines_of(plan: Plan, judged: Judged, look: Look) -> Iterator[Line]:
    """Yield all there is to say of one row, whatever its parts say: figures with their places, verdict and words."""
    places = plan.places_of(judged.case)
    for label, text, cell, style in chain(
        _figures(judged.case.indicator, look.wording),
        _verdict(judged, look),
        _final(judged, look),
        _within_year(plan, judged, look),
        _words(plan, judged, look.wording),
    ):
        yield Line(label, text, near_place(places.get(cell), look), style)


def _lines(plan: Plan, judged: Judged, look: Look, indent: str = "") -> Iterator[Line]:
    """Yield all there is to say of an indicator, and then of its parts."""
    for line in lines_of(plan, judged, look):
        yield line._replace(label=indent + line.label)
    for part in judged.parts:
        yield from _lines(plan, part, look, indent + "  ")


def _figures(indicator: Indicator, wording: Wording) -> Iterator[Line]:
    number = f"{indicator.number} " if indicator.number else indicator.prefix
    unit = f" ({indicator.unit})" if indicator.unit else ""
    label = wording.say("part") if indicator.is_part else wording.say("indicator")
    yield Line(label, f"{number}{indicator.name}{unit}", "indicator", "bold")
    if wording.is_english and indicator.name_en:
        yield Line(wording.say("in English"), indicator.name_en)
    yield Line(wording.say("id"), indicator.id)
    if not indicator.is_part:
        yield Line(wording.say("kind"), wording.say("{kind} indicator", kind=indicator.kind))
    if indicator.quote:
        yield Line(wording.say("quote"), indicator.quote, "quote")
    yield Line(wording.say("target"), _read(indicator.target, wording), "target")
    if indicator.adjusted:
        yield Line(wording.say("adjusted target"), _read(indicator.adjusted.target, wording), "adjusted.target")
    yield Line(wording.say("actual"), _read(indicator.actual, wording), "actual")
    if indicator.estimate:
        yield Line(wording.say("an estimate by"), indicator.estimate, "estimate")
    if indicator.stated:
        yield Line(wording.say("by the report"), indicator.stated, "stated")


def _verdict(judged: Judged, look: Look) -> Iterator[Line]:
    if not (verdict := judged.verdict):
        return
    wording = look.wording
    said = wording.say("{status}: {because}", status=status_text(verdict.status, look), because=verdict.because)
    yield Line(wording.say("verdict"), said, style=STYLES[verdict.status])
    if gap := verdict.gap:
        size = gap_text(gap, look)
        if gap.shown_percent is not None:
            percent = signed(gap.shown_percent, look)
            size = wording.say("{size} ({percent}% of the target)", size=size, percent=percent)
        yield Line(wording.say("gap"), size)
    if verdict.flags:
        yield Line(wording.say("flags"), wording.listed(map(wording.term, verdict.flags)))
    for count, step in enumerate(verdict.steps, 1):
        yield Line(wording.say("step {count}", count=count), wording(step))


def _final(judged: Judged, look: Look) -> Iterator[Line]:
    """Yield the final figure, who gives it, and what the verdict is by it."""
    wording = look.wording
    if not (final := judged.case.final):
        return
    yield Line(wording.say("final figure"), _read(final.actual, wording), "final")
    yield Line(wording.say("its source"), final.source)
    if final.remark:
        yield Line(wording.say("remark"), wording.text(final.remark))
    if other := judged.other:
        said = wording.say("{status}: {because}", status=status_text(other.status, look), because=other.because)
        yield Line(wording.say("verdict by it"), said, style=STYLES[other.status])


def _within_year(plan: Plan, judged: Judged, look: Look) -> Iterator[Line]:
    """Yield what was reached up to each month of the year that is known, and who says so."""
    wording = look.wording
    for figure in plan.within_year_of(judged.case.indicator):
        month = month_of(plan.year, figure.until or 0)
        text = wording.say("{figure}, by {source}", figure=_read(figure.actual, wording), source=figure.source)
        yield Line(wording.say("up to {month}", month=month), text, f"progress.{figure.until}")


def _words(plan: Plan, judged: Judged, wording: Wording) -> Iterator[Line]:
    indicator = judged.case.indicator
    if reason := plan.reason_for(judged.case):
        yield Line(wording.say("reason {number}", number=reason.number), wording.text(reason.summary))
    if indicator.adjusted and (note := plan.note(indicator.adjusted.note)):
        yield Line(wording.say("note {number}", number=note.number), wording.text(note.summary))
    if follows := indicator.follows:
        remark = wording.text(follows.remark)
        said = wording.say("{id}, {relation}: {remark}", id=follows.id, relation=follows.relation, remark=remark)
        yield Line(wording.say("follows"), said, "follows")
    if indicator.remark:
        yield Line(wording.say("remark"), wording.text(indicator.remark))


def _read(cell: Cell | None, wording: Wording) -> str:
    if not cell:
        return wording.say("none published")
    if not cell.printed:
        return wording(describe(cell))
    return wording.say("{printed} ({reading})", printed=cell.printed, reading=describe(cell))

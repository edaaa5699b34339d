"""`planctl show`: one indicator whole, with every figure's place and each step of its verdict."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.judging import Judged
from planctl.model import Follows, Indicator
from planctl.plan import Plan
from planctl.readings import describe
from planctl.values import Cell
from planctl.views.indicator import COLUMNS, indicator_document, records
from planctl.views.look import Look
from planctl.views.pieces import STYLES, gap_text, heading, signed, status_text
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import in_english, render

if TYPE_CHECKING:
    from rich.console import RenderableType

Shown = tuple[Plan, Judged]


class Line(NamedTuple):
    """A label and what it labels; `place` is first the name of a cell, and then where that stands."""

    label: str
    text: str
    place: str = ""
    style: str = ""


def document(shown: Shown) -> dict[str, Any]:
    """Return the JSON of `show`: the indicator as in `status`, with steps, places and remarks, in its parts too."""
    plan, judged = shown
    return {"schema": 1, "year": plan.year, **_detailed(plan, judged)}


def _detailed(plan: Plan, judged: Judged) -> dict[str, Any]:
    indicator = judged.case.indicator
    return {
        **indicator_document(plan, judged),
        "steps": [render(step) for step in judged.verdict.steps] if judged.verdict else [],
        "places": {name: str(place) for name, place in plan.places_of(judged.case).items()},
        "remarks": [in_english(indicator.remark)] if indicator.remark else [],
        "follows": _follows(indicator.follows) if indicator.follows else None,
        "parts": [_detailed(plan, part) for part in judged.parts],
    }


def _follows(follows: Follows) -> dict[str, Any]:
    return {**follows._asdict(), "remark": in_english(follows.remark)}


def sheet(shown: Shown) -> Sheet:
    """Return the rows that `status` has of the indicator and its parts."""
    return sheet_of(COLUMNS, records([document(shown)]))


def brief(shown: Shown) -> Sheet:
    """Return what the terminal shows, as labels and texts."""
    plan, judged = shown
    look = Look(None, "utf-8")
    return Sheet(("", "", "place"), tuple((label, text, place) for label, text, place, _ in _lines(plan, judged, look)))


def table(shown: Shown, look: Look) -> Sequence["RenderableType"]:
    """Return the labels and texts as a grid, the places beside the figures."""
    from planctl.views.table import Column, Piece, fit_table

    plan, judged = shown
    rows = [
        [Piece(line.label, "dim"), Piece(line.text, line.style), Piece(line.place, "dim")]
        for line in _lines(plan, judged, look)
    ]
    grid = fit_table((Column(""), Column("", least=24), Column("")), rows, look)
    return [heading(plan, look), grid]


def _lines(plan: Plan, judged: Judged, look: Look, indent: str = "") -> Iterator[Line]:
    """Yield all there is to say of an indicator, and then of its parts."""
    places = plan.places_of(judged.case)
    for label, text, cell, style in (*_figures(judged.case.indicator), *_verdict(judged, look), *_words(plan, judged)):
        yield Line(indent + label, text, str(places.get(cell, "")), style)
    for part in judged.parts:
        yield from _lines(plan, part, look, indent + "  ")


def _figures(indicator: Indicator) -> Iterator[Line]:
    number = f"{indicator.number} " if indicator.number else indicator.prefix
    unit = f" ({indicator.unit})" if indicator.unit else ""
    yield Line("indicator" if indicator.number else "part", f"{number}{indicator.name}{unit}", "indicator", "bold")
    yield Line("in English", indicator.name_en)
    yield Line("id", indicator.id)
    if indicator.number:
        yield Line("kind", f"{indicator.kind} indicator")
    yield Line("target", _read(indicator.target), "target")
    if indicator.adjusted:
        yield Line("adjusted", _read(indicator.adjusted.target), "adjusted.target")
    yield Line("actual", _read(indicator.actual), "actual")


def _verdict(judged: Judged, look: Look) -> Iterator[Line]:
    if not (verdict := judged.verdict):
        return
    said = f"{status_text(verdict.status, look)}: {render(verdict.because)}"
    yield Line("verdict", said, style=STYLES[verdict.status])
    if verdict.gap:
        percent = f" ({signed(verdict.gap.percent, look)} % of the target)" if verdict.gap.percent is not None else ""
        yield Line("gap", f"{gap_text(verdict.gap, look)}{percent}")
    if verdict.flags:
        yield Line("flags", ", ".join(verdict.flags))
    for count, step in enumerate(verdict.steps, 1):
        yield Line(f"step {count}", render(step))


def _words(plan: Plan, judged: Judged) -> Iterator[Line]:
    indicator = judged.case.indicator
    if reason := plan.reason_for(judged.case):
        yield Line(f"reason {reason.number}", in_english(reason.summary))
    if indicator.adjusted and (note := plan.note(indicator.adjusted.note)):
        yield Line(f"note {note.number}", in_english(note.summary))
    if follows := indicator.follows:
        yield Line("follows", f"{follows.id}, {follows.relation}: {in_english(follows.remark)}", "follows")
    if indicator.remark:
        yield Line("remark", in_english(indicator.remark))


def _read(cell: Cell | None) -> str:
    if not cell:
        return "none published"
    return f"{cell.printed} ({render(describe(cell))})" if cell.printed else render(describe(cell))

"""How a cell is read, as JSON: kind, value and unit as decimal strings."""

from typing import Any

from planctl.judging.rules import AS_JUDGED
from planctl.values.meanings import (
    Assigned,
    Between,
    Bounded,
    Cell,
    Comparator,
    Completion,
    Discontinued,
    Distance,
    Figure,
    Meaning,
    NoTarget,
    Qualitative,
    Relative,
    Several,
    UnreadableText,
)


def target_reading(cell: Cell | None) -> dict[str, Any] | None:
    """Return how a target is read: its kind, and what goes with that kind; `None` where there is no cell."""
    return _meaning(cell.meaning) if cell else None


def actual_reading(cell: Cell | None) -> dict[str, Any] | None:
    """Return how a result is read: as a target, and whether it is an estimate."""
    return {**_meaning(cell.meaning), "estimated": cell.estimated} if cell else None


def full_reading(cell: Cell) -> dict[str, Any]:
    """Return how a text is read, with every key that applies to any kind but the figures."""
    return {
        "unit": None,
        **_meaning(cell.meaning),
        "estimated": cell.estimated,
        "reference": _reference(cell.meaning),
        "stretch": cell.stretch or None,
        "beside": cell.beside or None,
        "tolerance": _tolerance(cell.meaning),
        "cumulative": cell.cumulative,
        "recovered_target": _figure(signed_figure(cell.recovered)),
    }


def signed_figure(cell: Cell | None) -> Figure | None:
    """Return the single figure of a cell, below zero where it says by how much something fell."""
    if not (cell and isinstance(cell.meaning, Bounded)):
        return None
    figure = cell.meaning.figure
    return figure._replace(size=-figure.size) if cell.meaning.decline else figure


def _meaning(meaning: Meaning) -> dict[str, Any]:
    match meaning:
        case Bounded(comparator, figure, decline):
            return {"kind": comparator.value, **_sized(figure), **_falling(decline)}
        case Between(low, high, decline):
            ends = {"low": f"{low.size:f}", "high": f"{high.size:f}", "unit": high.unit or None}
            return {"kind": "between", **ends, **_falling(decline)}
        case Several(bounds):
            return {"kind": "several", "values": [_meaning(each) for each in bounds]}
        case Completion(figure, comparator):
            return {"kind": "completion", **_sized(figure), "comparator": comparator.value}
        case Distance(figure):
            return {"kind": "distance", **_sized(figure)}
    return _in_words(meaning)


def _in_words(meaning: Meaning) -> dict[str, Any]:
    match meaning:
        case Relative(comparator, reference, margin):
            said = {"kind": "relative", "comparator": comparator.value, "reference": reference}
            return {**said, "margin": _figure(margin)} if margin else said
        case Assigned(fulfilled, told):
            figure = signed_figure(told)
            return {"kind": "assigned", "fulfilled": fulfilled, **(_sized(figure) if figure else {})}
        case Qualitative(words, trend):
            return {"kind": "qualitative", "words": words, "trend": trend.value}
        case NoTarget(words):
            return {"kind": "no_target", "words": words}
        case UnreadableText(words):
            return {"kind": "unreadable", "words": words}
        case Discontinued():
            return {"kind": "discontinued"}
    return {"kind": "none"}


def _sized(figure: Figure) -> dict[str, str | None]:
    return {"value": f"{figure.size:f}", "unit": figure.unit or None}


def _falling(decline: bool) -> dict[str, bool]:
    return {"decline": True} if decline else {}


def _reference(meaning: Meaning) -> str | None:
    return meaning.reference if isinstance(meaning, Relative) else None


def _tolerance(meaning: Meaning) -> str | None:
    """Return how far short of a rough figure still counts, in per cent of it."""
    rough = isinstance(meaning, Bounded | Relative) and meaning.comparator is Comparator.ABOUT
    return f"{AS_JUDGED.tolerance:f}" if rough else None


def _figure(figure: Figure | None) -> dict[str, str | None] | None:
    return _sized(figure) if figure else None

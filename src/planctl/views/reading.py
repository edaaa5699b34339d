"""How a cell is read, as JSON: kind, value and unit as decimal strings."""

from typing import Any

from planctl.values import (
    Assigned,
    Between,
    Blank,
    Bounded,
    Cell,
    Discontinued,
    Meaning,
    Qualitative,
    Relative,
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
    }


def _meaning(meaning: Meaning) -> dict[str, Any]:
    match meaning:
        case Bounded(comparator, figure, decline):
            said = {"kind": comparator.value, "value": f"{figure.size:f}", "unit": figure.unit or None}
            return {**said, "decline": True} if decline else said
        case Between(low, high):
            return {
                "kind": "between",
                "low": f"{low.size:f}",
                "high": f"{high.size:f}",
                "unit": high.unit or None,
            }
        case Relative(comparator, reference):
            return {"kind": "relative", "comparator": comparator.value, "reference": reference}
        case Assigned(fulfilled):
            return {"kind": "assigned", "fulfilled": fulfilled}
        case Qualitative(words):
            return {"kind": "qualitative", "words": words}
        case Discontinued():
            return {"kind": "discontinued"}
        case Blank():
            return {"kind": "none"}


def _reference(meaning: Meaning) -> str | None:
    return meaning.reference if isinstance(meaning, Relative) else None

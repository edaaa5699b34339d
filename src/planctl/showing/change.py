"""One change as data: the JSON of `diff`, and the records of its sheets."""

from collections.abc import Iterator, Mapping
from typing import Any

from planctl.diff.bridge import Bridge
from planctl.diff.changes import Added, Change, Dropped, Paired
from planctl.diff.movement import Shift
from planctl.diff.summary import fate, rows_of
from planctl.showing.indicator import row_document
from planctl.showing.wording import Wording
from planctl.values.units import is_rate

ROW = ("number", "id", "prefix", "name", "name_en", "unit", "kind", "target", "adjusted_target")
BRIEF = (
    "became",
    "before_number",
    "after_number",
    "before_name",
    "after_name",
    "before_target",
    "before_adjusted_target",
    "before_actual",
    "after_target",
    "change",
    "change_unit",
    "versus_actual",
    "flags",
)
SHIFT = ("change", "change_unit", "change_percent")
BRIDGE = ("value", "unit", "reaches", "because", "assumptions")
COLUMNS = (
    "became",
    "relation",
    "target",
    *(f"before_{key}" for key in (*ROW, "actual", "verdict")),
    *(f"after_{key}" for key in (*ROW, "actual")),
    *SHIFT,
    "versus_actual",
    "versus_actual_change",
    "flags",
    "remark",
    "part_of",
)


def change_document(change: Change, wording: Wording, bridges: Mapping[str, Bridge] | None = None) -> dict[str, Any]:
    """Return the JSON of a change, those of its parts inside it; with its bridge where there are bridges to show."""
    pair = change if isinstance(change, Paired) else None
    stands = pair.standing if pair else None
    found = {
        "relation": change.relation.value,
        "before": None if isinstance(change, Added) else _before(change),
        "after": None if isinstance(change, Dropped) else row_document(change.after.indicator),
        "target": pair.target.value if pair and pair.target else None,
        **shift_document(pair.moved.shift if pair else None),
        "versus_actual": stands.standing.value if stands else None,
        "versus_actual_change": f"{stands.shift.size:f}" if stands and stands.shift else None,
        "flags": [mark.value for mark in pair.marks] if pair else [],
        "remark": remark_of(change, wording),
        "parts": [change_document(part, wording, bridges) for part in change.parts],
    }
    if bridges is not None:
        found["bridge"] = _bridge(bridges.get(pair.after.indicator.id) if pair else None, wording)
    return found


def remark_of(change: Change, wording: Wording) -> str | None:
    """Return why a row follows another one, and what is noted of it in the plan before and in the plan after."""
    follows = change.follows if isinstance(change, Paired) else ()
    remarks = [*(each.remark for each in follows), *(row.remark for row in rows_of(change) if row.remark)]
    return " ".join(dict.fromkeys(map(wording.text, remarks))) or None


def columns(names: tuple[str, ...], bridges: Mapping[str, Bridge] | None) -> tuple[str, ...]:
    """Return the names of columns, with those of the bridge where there are bridges to show."""
    return (*names, *(f"bridge_{name}" for name in BRIDGE)) if bridges is not None else names


def records(
    changes: tuple[Change, ...],
    wording: Wording,
    bridges: Mapping[str, Bridge] | None = None,
    part_of: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield a flat record for each change and for each of its parts, which names the row that it is `part_of`."""
    for change in changes:
        document = change_document(change, wording, bridges)
        sides = ((side, document.get(side) or {}) for side in ("before", "after", "bridge"))
        flat = {f"{side}_{key}": value for side, row in sides for key, value in row.items()}
        yield {**document, **flat, "became": fate(change).value, "part_of": part_of}
        yield from records(change.parts, wording, bridges, (document["after"] or document["before"])["id"])


def _before(change: Paired | Dropped) -> dict[str, Any]:
    verdict = change.before.verdict
    return {**row_document(change.before.case.indicator), "verdict": verdict.status.value if verdict else None}


def shift_document(shift: Shift | None) -> dict[str, str | None]:
    """Return the JSON of how far a figure moved, in its unit and in per cent."""
    if not shift:
        return dict.fromkeys(SHIFT)
    return {
        "change": f"{shift.size:f}",
        "change_unit": "points" if is_rate(shift.unit) else shift.unit or None,
        "change_percent": f"{shift.percent:f}" if shift.percent is not None else None,
    }


def _bridge(found: Bridge | None, wording: Wording) -> dict[str, Any] | None:
    if not found:
        return None
    return {
        "value": f"{found.figure.size:f}" if found.figure else None,
        "unit": found.figure.unit or None if found.figure else None,
        "reaches": found.reaches,
        "because": wording(found.because),
        "assumptions": [wording(assumption) for assumption in found.assumptions],
    }

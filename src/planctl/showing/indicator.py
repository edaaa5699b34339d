"""An indicator and its verdict as data: the JSON that `status` and `show` share, and the records of their sheets."""

from collections.abc import Iterator
from typing import Any

from planctl.judging.cases import Judged
from planctl.judging.verdict import Gap
from planctl.report.model import Indicator
from planctl.report.plan import Plan
from planctl.showing.reading import actual_reading, target_reading
from planctl.showing.wording import Wording
from planctl.values.meanings import Cell

COLUMNS = (
    "number",
    "id",
    "prefix",
    "name",
    "name_en",
    "unit",
    "kind",
    "target",
    "adjusted_target",
    "actual",
    "verdict",
    "rule",
    "because",
    "gap",
    "gap_percent",
    "flags",
    "reason",
    "part_of",
)


def row_document(indicator: Indicator) -> dict[str, Any]:
    """Return the JSON of what is printed in a row, and how its cells are read."""
    return {
        "number": indicator.number,
        "id": indicator.id,
        "prefix": indicator.prefix or None,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "unit": indicator.unit or None,
        "kind": indicator.kind.value,
        "target": printed_text(indicator.target),
        "target_reading": target_reading(indicator.target),
        "adjusted_target": printed_text(indicator.adjusted.target) if indicator.adjusted else None,
        "adjusted_target_reading": target_reading(indicator.adjusted.target) if indicator.adjusted else None,
        "actual": printed_text(indicator.actual),
        "actual_reading": actual_reading(indicator.actual),
    }


def indicator_document(plan: Plan, judged: Judged, wording: Wording) -> dict[str, Any]:
    """Return the JSON of an indicator or part, its parts inside it."""
    verdict, reason = judged.verdict, plan.reason_for(judged.case)
    return {
        **row_document(judged.case.indicator),
        "verdict": verdict.status.value if verdict else None,
        "rule": verdict.rule if verdict else None,
        "because": wording(verdict.because) if verdict else None,
        **_gap(verdict.gap if verdict else None),
        "flags": [flag.value for flag in verdict.flags] if verdict else [],
        "reason": wording.text(reason.summary) if reason else None,
        "parts": [indicator_document(plan, part, wording) for part in judged.parts],
    }


def records(documents: list[dict[str, Any]], part_of: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield a flat record for each indicator and each part, which names what it is `part_of`."""
    for document in documents:
        yield {**document, "part_of": part_of}
        yield from records(document["parts"], document["id"])


def printed_text(cell: Cell | None) -> str | None:
    """Return the text of a cell; `None` where there is none."""
    return cell.printed if cell else None


def _gap(gap: Gap | None) -> dict[str, str | None]:
    percent = gap.percent if gap else None
    return {
        "gap": f"{gap.size:f}" if gap else None,
        "gap_percent": f"{percent:f}" if percent is not None else None,
    }

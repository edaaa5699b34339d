"""The indicators of the page: for each row its figures, its chart, what is said of it, and where that stands."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from planctl.grammar.readings import describe
from planctl.judging.cases import Judged
from planctl.report.model import Kind
from planctl.report.plan import Plan
from planctl.showing.indicator import indicator_document
from planctl.showing.look import Look
from planctl.showing.page.bullets import Bullet, bullet
from planctl.showing.pieces import cell_text, gap_text, percent_text, status_text
from planctl.showing.show import Line, lines_of
from planctl.values.meanings import Blank, Cell

KEYS = (
    "id", "number", "kind", "target", "adjusted_target", "actual", "verdict", "rule", "gap", "gap_percent", "flags",
)  # fmt: skip


class Row(NamedTuple):
    """An indicator or part; `words` stand where there is no chart, and `data` are the JSON's words for it."""

    data: Mapping[str, str]
    id: str
    number: str
    prefix: str
    name: str
    name_en: str
    unit: str
    is_constraint: bool
    status: str
    verdict: str
    target: str
    adjusted: str
    actual: str
    final: str
    gap: str
    percent: str
    because: str
    flags: tuple[str, ...]
    chart: Bullet | None
    title: str
    description: str
    words: str
    lines: tuple[Line, ...]
    text: str
    parts: tuple["Row", ...]


def row_of(plan: Plan, judged: Judged, look: Look) -> Row:
    """Return what the page has of a row, its parts inside it."""
    indicator, verdict = judged.case.indicator, judged.verdict
    parts = tuple(row_of(plan, part, look) for part in judged.parts)
    said = status_text(verdict.status, look) if verdict else look.wording.say("no figure")
    name = f"{indicator.prefix}{indicator.name}"
    chart = bullet(judged)
    words = (indicator.number or "", indicator.id, name, indicator.name_en, *(part.text for part in parts))
    return Row(
        data=attributes(indicator_document(plan, judged, look.wording), KEYS),
        id=indicator.id,
        number=indicator.number or "",
        prefix=indicator.prefix,
        name=indicator.name,
        name_en=indicator.name_en if look.wording.is_english else "",
        unit=indicator.unit,
        is_constraint=indicator.kind is Kind.CONSTRAINT,
        status=verdict.status.value if verdict else "none",
        verdict=said,
        target=cell_text(indicator.target),
        adjusted=cell_text(indicator.adjusted.target) if indicator.adjusted else "",
        actual=cell_text(indicator.actual),
        final=cell_text(judged.case.final.actual) if judged.case.final else "",
        gap=gap_text(judged.gap, look),
        percent=percent_text(judged.gap, look),
        because=look.wording(verdict.because) if verdict else "",
        flags=tuple(map(look.wording.term, verdict.flags)) if verdict else (),
        chart=chart,
        title=look.wording.say("{name}: {verdict}", name=name, verdict=said),
        description=_described(judged, look),
        words="" if chart else _words(judged, look),
        lines=tuple(lines_of(plan, judged, look)),
        text=" ".join(filter(None, words)).casefold(),
        parts=parts,
    )


def attributes(document: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    """Return entries of a JSON as attributes of an element; what does not apply is left out."""
    found = {}
    for key in keys:
        value = document[key]
        if value is not None:
            name = f"data-{key.replace('_', '-')}"
            found[name] = " ".join(value) if isinstance(value, list) else str(value)
    return found


def _described(judged: Judged, look: Look) -> str:
    """Return what a screen reader should hear of a chart."""
    indicator, gap = judged.case.indicator, judged.gap
    say, said = look.wording.say, []
    said.append(say("target {cell}", cell=_cell(indicator.target, indicator.unit, look)))
    if indicator.adjusted:
        said.append(say("adjusted to {cell}", cell=_cell(indicator.adjusted.target, indicator.unit, look)))
    said.append(say("actual {cell}", cell=_cell(indicator.actual, indicator.unit, look)))
    if judged.case.final:
        said.append(say("final figure {cell}", cell=_cell(judged.case.final.actual, indicator.unit, look)))
    if gap:
        said.append(say("gap {size}", size=gap_text(gap, look)))
    return look.wording.listed(said)


def _cell(cell: Cell | None, unit: str, look: Look) -> str:
    return cell_text(cell, unit) or look.wording.say("none")


def _words(judged: Judged, look: Look) -> str:
    target = judged.case.target_in_force
    if not target or isinstance(target.meaning, Blank):
        return look.wording.say("no target with a figure")
    return look.wording.say("target: {reading}", reading=describe(target))

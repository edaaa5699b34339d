"""`planctl diff 2022 2023`: what became of each target, grouped by that, and what it comes to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.changes import Change, Diff, Paired, Relation, with_parts
from planctl.diff.fate import ChangeOrder, Fate
from planctl.diff.summary import DiffSummary, PlanSide, Selected, fate, summarize
from planctl.messages.message import Message, say
from planctl.showing.change import CONTRACT, ChangeRow, change_document, change_fields, change_rows
from planctl.showing.fields import Field, brief_of, csv_of, table_of
from planctl.showing.look import Look
from planctl.showing.movement import fate_text, is_marked
from planctl.showing.pieces import heading, printed_name
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

MEANINGS = {
    Fate.RAISED: say("harder to meet"),
    Fate.LOWERED: say("easier"),
    Fate.TO_BLANK: say("no figure of its own"),
    Fate.REDEFINED: say("defined anew"),
    Fate.REPLACED: say("by another measure"),
}


def document(selected: Selected, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `diff`: the counts of the whole, and the changes that were selected."""
    diff = selected.diff
    return {
        "schema": 1,
        "region": diff.after.region._asdict(),
        "from": diff.before.plan.year,
        "to": diff.after.year,
        "summary": _summary(summarize(diff)),
        "changes": [change_document(change, wording, selected.bridges) for change in selected.changes],
    }


def _summary(summary: DiffSummary) -> dict[str, Any]:
    return {
        "before": summary.before._asdict(),
        "after": summary.after._asdict(),
        "targets": dict(summary.fates),
        "unmet": {"total": sum(summary.missed.values()), **summary.missed},
        "unmet_parts": {"total": sum(summary.missed_parts.values()), **summary.missed_parts},
        "parts": {"total": sum(summary.parts.values()), **summary.parts},
    }


def sheet(selected: Selected, wording: Wording) -> Sheet:
    """Return a row for each change and each part, with all that the JSON says of it but the readings."""
    return csv_of(_fields(selected), _rows(selected), wording, CONTRACT)


def brief(selected: Selected, wording: Wording) -> Sheet:
    """Return a row for each change and each part, with what a reader wants of it."""
    return brief_of(_fields(selected), _rows(selected), wording)


def table(selected: Selected, look: Look) -> Sequence["RenderableType"]:
    """Return the changes grouped by what became of the target, the bridges if any, the legend, and the counts."""
    from planctl.showing.table import Piece, fit_lines, left_out

    rows: list[ChangeRow | None] = []
    for group in grouped(selected):
        rows += [*([None] if rows else []), *change_rows(group)]
    shown = table_of(_fields(selected), rows, look, is_part=lambda row: row.owner is not None)
    below = [*(Piece(line) for line in _below(selected, look)), *left_out(shown, look)]
    diff = selected.diff
    years = f"{diff.before.plan.year} {look.signs.becomes} {diff.after.year}"
    head = heading(diff.after, look, years, comes_to=_targets(summarize(diff), look.wording))
    return [head, shown, *_bridged(selected, look), fit_lines(below, look)]


def _fields(selected: Selected) -> tuple[Field[ChangeRow], ...]:
    years = (str(selected.diff.before.plan.year), str(selected.diff.after.year))
    return change_fields(*years, bridged=selected.bridges is not None)


def _rows(selected: Selected) -> Iterator[ChangeRow]:
    return change_rows(selected.changes, bridges=selected.bridges)


def grouped(selected: Selected) -> tuple[tuple[Change, ...], ...]:
    """Return the changes by what became of their targets, as they are told; all together where they are sorted."""
    if selected.order is not ChangeOrder.PRINTED:
        return (selected.changes,)
    groups = (tuple(change for change in selected.changes if fate(change) is became) for became in Fate)
    return tuple(filter(None, groups))


def _bridged(selected: Selected, look: Look) -> Iterator["RenderableType"]:
    from planctl.showing.table import Column, Piece, fit_lines, fit_table

    shown = (change for group in grouped(selected) for change in with_parts(group))
    pairs = [change for change in shown if isinstance(change, Paired)]
    found = [(pair, (selected.bridges or {}).get(pair.after.indicator.id)) for pair in pairs]
    rows = [
        [
            Piece(printed_name(pair.after.indicator)),
            Piece(look.wording(bridge.because)),
            Piece(look.wording.semicolon.join(map(look.wording, bridge.assumptions)), "dim"),
        ]
        for pair, bridge in found
        if bridge
    ]
    if rows:
        columns = (
            Column(look.wording.say("Redefined"), least=16),
            Column(look.wording.say("Carried over"), least=16),
            Column(look.wording.say("Assuming"), least=24),
        )
        yield fit_lines([Piece("")], look)
        yield fit_table(columns, rows, look)


def _below(selected: Selected, look: Look) -> Iterator[str]:
    diff, wording, listed = selected.diff, look.wording, with_parts(selected.changes)
    yield ""
    if len(selected.changes) < len(diff.changes):
        yield wording.say("shown: {count} of {total} changes", count=len(selected.changes), total=len(diff.changes))
    if signs := tuple(_legend(set(map(fate, listed)), look)):
        marked = (wording.say("! marked"),) if any(map(is_marked, listed)) else ()
        yield wording.say("signs: {signs}", signs=(*signs, *marked))
    yield from summary_lines(diff, wording)


def summary_lines(diff: Diff, wording: Wording) -> Iterator[str]:
    """Yield what the changes of the whole come to: counts of both sides, of the targets, and of the missed ones."""
    summary = summarize(diff)
    old, new = diff.before.plan.year, diff.after.year
    for year, side in ((old, summary.before), (new, summary.after)):
        counts = f"{side.total} = {_counts(side.relations, wording)}"
        yield wording.say("{year}: {counts}", year=str(year), counts=counts)
    yield _targets(summary, wording)
    if parts := _counts(summary.parts, wording):
        yield wording.say("parts: {counts}", counts=parts)
    if missed := sum(summary.missed.values()):
        counts = _counts(summary.missed, wording)
        yield wording.say("of the {missed} unmet in {year}: {counts}", missed=missed, year=str(old), counts=counts)
    if parts := _counts(summary.missed_parts, wording):
        yield wording.say("of their parts that were unmet: {counts}", counts=parts)
    sides = (_constraints(summary.before, old), _constraints(summary.after, new))
    yield wording.say("*constraint indicators: {counts}", counts=wording.comma.join(map(wording, sides)))


def _targets(summary: DiffSummary, wording: Wording) -> str:
    return wording.say("their targets: {counts}", counts=_counts(summary.fates, wording))


def _legend(shown: set[Fate], look: Look) -> Iterator[str]:
    for became in Fate:
        if became in shown:
            text = fate_text(became, look)
            meaning = MEANINGS.get(became)
            yield look.wording.say("{term} ({meaning})", term=text, meaning=meaning) if meaning else text


def _constraints(side: PlanSide, year: int) -> Message:
    if without := side.constraint_without_figure:
        return say("{count} in {year} ({without} without a figure)", count=side.constraint, year=year, without=without)
    return say("{count} in {year}", count=side.constraint, year=year)


def _counts(counts: Mapping[Fate, int] | Mapping[Relation, int], wording: Wording) -> str:
    return wording.summed((number, key) for key, number in counts.items())

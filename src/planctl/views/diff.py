"""`planctl diff 2022 2023`: what became of each target, grouped by that, and what it comes to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from planctl.diff.changes import Change, Paired, Relation, with_parts
from planctl.diff.fate import Fate, Order
from planctl.diff.summary import Selected, Side, Summary, fate, summarize
from planctl.views.change import BRIEF, COLUMNS, change_document, columns, records
from planctl.views.change_row import change_row, is_marked, sign, word
from planctl.views.look import Look
from planctl.views.pieces import heading, printed_name
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import render

if TYPE_CHECKING:
    from rich.console import RenderableType

LAYOUT = (
    ("Became", 0, 0),
    ("No.", 0, 4),
    ("Indicator", 17, 0),
    ("in English", 36, 7),
    ("Unit", 0, 6),
    ("Target {old}", 8, 0),
    ("Target {new}", 8, 0),
    ("Change", 11, 1),
    ("Actual {old}", 8, 3),
    ("vs actual", 12, 1),
    ("In {old}", 0, 5),
    ("Marks", 18, 2),
    ("Remark", 60, 8),
)
"""Titles, the least width at which a column folds (0 never does), and how soon it is given up."""

MEANINGS = {
    Fate.RAISED: "harder to meet",
    Fate.LOWERED: "easier",
    Fate.TO_BLANK: "no figure of its own",
    Fate.REDEFINED: "defined anew",
    Fate.REPLACED: "by another measure",
}


def document(selected: Selected) -> dict[str, Any]:
    """Return the JSON of `diff`: the counts of the whole, and the changes that were selected."""
    diff = selected.diff
    return {
        "schema": 1,
        "region": diff.after.region._asdict(),
        "from": diff.before.plan.year,
        "to": diff.after.year,
        "summary": _summary(summarize(diff)),
        "changes": [change_document(change, selected.bridges) for change in selected.changes],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "before": summary.before._asdict(),
        "after": summary.after._asdict(),
        "targets": dict(summary.fates),
        "unmet": {"total": sum(summary.missed.values()), **summary.missed},
        "unmet_parts": {"total": sum(summary.missed_parts.values()), **summary.missed_parts},
        "parts": {"total": sum(summary.parts.values()), **summary.parts},
    }


def sheet(selected: Selected) -> Sheet:
    """Return a row for each change and each part, with all that the JSON says of it but the readings."""
    return sheet_of(columns(COLUMNS, selected.bridges), records(selected.changes, selected.bridges))


def brief(selected: Selected) -> Sheet:
    """Return a row for each change and each part, with what a reader wants of it."""
    return sheet_of(columns(BRIEF, selected.bridges), records(selected.changes, selected.bridges))


def table(selected: Selected, look: Look) -> Sequence["RenderableType"]:
    """Return the changes grouped by what became of the target, the bridges if any, the legend, and the counts."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table, left_out

    diff = selected.diff
    old, new = diff.before.plan.year, diff.after.year
    layout = [Column(title.format(old=old, new=new), least, spare) for title, least, spare in LAYOUT]
    rows: list[list[Piece]] = []
    for group in _groups(selected):
        rows += [[Piece("")] * len(layout)] if rows else []
        rows += [[Piece(*cell) for cell in change_row(*each, look)] for each in _listed(group)]
    shown = fit_table(layout, rows, look)
    below = [*(Piece(line) for line in _below(selected, look)), *left_out(shown, look)]
    years = f"{old} {look.signs.becomes} {new}"
    return [heading(diff.after, look, years), shown, *_bridged(selected, look), fit_lines(below, look)]


def _groups(selected: Selected) -> tuple[tuple[Change, ...], ...]:
    """Return the changes by what became of their targets, as they are told; all together where they are sorted."""
    if selected.order is not Order.PRINTED:
        return (selected.changes,)
    groups = (tuple(change for change in selected.changes if fate(change) is became) for became in Fate)
    return tuple(filter(None, groups))


def _listed(changes: Sequence[Change], indent: str = "") -> Iterator[tuple[Change, str]]:
    for change in changes:
        yield change, indent
        yield from _listed(change.parts, f"{indent}  ")


def _bridged(selected: Selected, look: Look) -> Iterator["RenderableType"]:
    from planctl.views.table import Column, Piece, fit_lines, fit_table

    shown = (change for group in _groups(selected) for change in with_parts(group))
    pairs = [change for change in shown if isinstance(change, Paired)]
    found = [(pair, (selected.bridges or {}).get(pair.after.indicator.id)) for pair in pairs]
    rows = [
        [
            Piece(printed_name(pair.after.indicator)),
            Piece(render(bridge.because)),
            Piece("; ".join(map(render, bridge.assumptions)), "dim"),
        ]
        for pair, bridge in found
        if bridge
    ]
    if rows:
        columns = (Column("Redefined", least=16), Column("Carried over", least=16), Column("Assuming", least=24))
        yield fit_lines([Piece("")], look)
        yield fit_table(columns, rows, look)


def _below(selected: Selected, look: Look) -> Iterator[str]:
    summary, diff = summarize(selected.diff), selected.diff
    old, new = diff.before.plan.year, diff.after.year
    listed = with_parts(selected.changes)
    shown = set(map(fate, listed))
    yield ""
    if len(selected.changes) < len(diff.changes):
        yield f"shown: {len(selected.changes)} of {len(diff.changes)} changes"
    if signs := [*_legend(shown, look), *(["! marked"] if any(map(is_marked, listed)) else [])]:
        yield f"signs: {', '.join(signs)}"
    yield f"{old}: {summary.before.total} = {_counts(summary.before.relations)}"
    yield f"{new}: {summary.after.total} = {_counts(summary.after.relations)}"
    yield f"their targets: {_counts(summary.fates)}"
    if parts := _counts(summary.parts):
        yield f"parts: {parts}"
    if missed := sum(summary.missed.values()):
        yield f"of the {missed} unmet in {old}: {_counts(summary.missed)}"
    if parts := _counts(summary.missed_parts):
        yield f"of their parts that were unmet: {parts}"
    yield f"*constraint indicators: {_constraints(summary.before, old)}, {_constraints(summary.after, new)}"


def _legend(shown: set[Fate], look: Look) -> Iterator[str]:
    for became in Fate:
        if became in shown:
            meaning = f" ({MEANINGS[became]})" if became in MEANINGS else ""
            yield f"{sign(became, look)} {word(became)}{meaning}"


def _constraints(side: Side, year: int) -> str:
    without = f" ({side.constraint_without_figure} without a figure)" if side.constraint_without_figure else ""
    return f"{side.constraint} in {year}{without}"


def _counts(counts: Mapping[Fate, int] | Mapping[Relation, int]) -> str:
    return " + ".join(f"{number} {word(key)}" for key, number in counts.items() if number)

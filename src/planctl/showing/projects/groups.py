"""`planctl projects YEAR --by GROUPING`: the projects of all programmes, group by group."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planctl.messages.message import say
from planctl.projects.groups import NO_FIGURES, Group, Grouped, GroupPart
from planctl.projects.totals import Share, Total
from planctl.report.model import Measure
from planctl.showing.bar import share_bar
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.pieces import (
    PRINTED,
    PRINTED_KEYS,
    figures_document,
    left_out_text,
    printed,
    records_of,
    share,
    share_text,
    total_document,
    total_text,
)
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = ("by", "group", "group_en", "programme", "name", *PRINTED, "unit", "share", *PRINTED_KEYS, "named_count")
NOT_SAID = say("not said")
BRIEF = ("group", "programme", "count", "planned_investment", "unit", "share", "named_count")


def document(grouped: Grouped, _: Wording) -> dict[str, Any]:
    """Return the JSON of `projects --by`."""
    return {
        "schema": 1,
        "region": grouped.plan.region._asdict(),
        "year": grouped.plan.year,
        "by": grouped.by.value,
        "groups": [
            {
                "group": group.name or None,
                "group_en": group.name_en or None,
                "parts": [_part(part) for part in group.parts],
                "named_count": group.named,
                "totals": {measure.value: total_document(group.total(measure)) for measure in Measure},
            }
            for group in grouped.groups
        ],
    }


def sheet(grouped: Grouped, wording: Wording) -> Sheet:
    """Return a row for what each programme has of each group."""
    return sheet_of(COLUMNS, _records(grouped, wording))


def brief(grouped: Grouped, wording: Wording) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return sheet_of(BRIEF, _records(grouped, wording))


def table(grouped: Grouped, look: Look) -> Sequence["RenderableType"]:
    """Return the groups with what each programme has of them, and what they come to together."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out, without_empty

    say = look.wording.say
    columns = (
        Column(say("By {grouping}", grouping=grouped.by), least=11),
        Column(say("in English"), least=16, spare=5, english=True),
        Column(say("Programme"), least=10),
        Column(say("Count"), least=6, spare=1, right=True),
        Column(say("Planned"), least=8, right=True),
        Column(say("Share"), spare=3, right=True),
        Column(say("Bar"), spare=4),
        Column(say("Named"), spare=2, right=True),
    )
    rows = [[Piece(*cell) for cell in cells] for group in grouped.groups for cells in _rows(group, look)]
    shown = fit_table(*without_empty(columns, rows), look)
    below = [Piece(line) for line in _below(grouped, look.wording)]
    return [heading(grouped.plan, look), shown, fit_lines([*below, *left_out(shown, look)], look)]


def _part(part: GroupPart) -> dict[str, Any]:
    size = _share(part)
    return {
        "programme": part.programme.id if part.programme else None,
        "name": part.item.name if part.item else None,
        **figures_document(part.figures),
        "share": f"{size:f}" if size is not None else None,
        "named_count": part.named,
    }


def _records(grouped: Grouped, wording: Wording) -> Iterator[dict[str, Any]]:
    for group in document(grouped, wording)["groups"]:
        for part in group["parts"]:
            yield {**records_of(part), "by": grouped.by.value, "group": group["group"], "group_en": group["group_en"]}


def _rows(group: Group, look: Look) -> Iterator[list[tuple[str, str]]]:
    name = look.wording.translate(group.name) or look.wording(NOT_SAID)
    for part in group.parts:
        size = _share(part)
        yield [
            (name, "" if group.name else "dim"),
            (group.name_en, "dim"),
            (part.programme.name if part.programme else look.wording.say("named in the text"), "dim"),
            (printed(part.figures.number), ""),
            (printed(part.figures.planned_investment), "bold"),
            (share_text(size), ""),
            (share_bar(size, look), "cyan"),
            (str(part.named) if part.named else "", ""),
        ]
        name = ""
    if sum(part.figures != NO_FIGURES for part in group.parts) > 1:
        together, count = (
            total_text(group.total(each), look.wording) for each in (Measure.PLANNED_INVESTMENT, Measure.COUNT)
        )
        yield [
            ("", ""),
            ("", ""),
            (look.wording.say("together"), ""),
            (count, ""),
            (together, ""),
            ("", ""),
            ("", ""),
            (str(group.named or ""), ""),
        ]


def _share(part: GroupPart) -> Decimal | None:
    """Return a part's share of its programme; a whole programme has none."""
    if not (part.programme and part.item):
        return None
    return share(part.figures.planned_investment, part.programme.figures.planned_investment)


def _below(grouped: Grouped, wording: Wording) -> Iterator[str]:
    yield ""
    if not grouped.groups:
        yield wording.say("nothing in this plan is told apart by {grouping}", grouping=grouped.by)
    totals: list[tuple[Measure, Total | None]] = []
    for group in grouped.groups:
        of_group = [(measure, group.total(measure)) for measure in Measure]
        totals += of_group
        printed_ones = (part for part in group.parts if part.figures != NO_FIGURES)
        shares = [Share(part.programme, part.figures) for part in printed_ones if part.programme]
        for line in left_out_text(of_group, shares, wording):
            yield wording.say("{group}, {line}", group=wording.translate(group.name) or NOT_SAID, line=line)
    if any(found.least != found.most for _, found in totals if found):
        yield wording.say(
            "Programmes may have projects in common, and the report does not say how many: together they come to at "
            "least the first figure, and at most the second, where they have nothing in common."
        )

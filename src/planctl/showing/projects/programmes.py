"""`planctl projects YEAR`: the programmes, what each is broken down by, and whether the parts add up."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.judging.sums import Sum, SumAgreement
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import Named, all_named
from planctl.projects.totals import total
from planctl.report.model import Item, Measure, Overlap, Programme
from planctl.report.plan import Plan
from planctl.showing.bar import share_bar
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.pieces import (
    PRINTED,
    PRINTED_KEYS,
    figures_document,
    printed,
    records_of,
    share,
    share_text,
    stage_document,
    total_document,
)
from planctl.showing.projects.project import project_document
from planctl.showing.projects.sums import about_text, all_shares, comes_to_text, sums_text, together_text
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.showing.table import Piece, Table

KEYS = ("name", "name_en", "stage", *PRINTED, "unit", "share", *PRINTED_KEYS)
COLUMNS = ("programme", "level", "section", "by", *KEYS, "agreement", "difference")
SUM_STYLES = {SumAgreement.BEYOND: "red", None: "yellow"}
BRIEF = ("programme", "by", "name", *PRINTED_KEYS, "share")


def document(plan: Plan, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `projects`: programmes with their breakdowns, and the projects that they name."""
    every = all_named(plan)
    return {
        "schema": 1,
        "region": plan.region._asdict(),
        "year": plan.year,
        "programmes": [_programme(programme, every, wording) for programme in plan.programmes],
        "named": [project_document(named) for named in every if not named.programme],
        "totals": {measure.value: total_document(total(all_shares(plan), measure)) for measure in Measure},
    }


def sheet(plan: Plan, wording: Wording) -> Sheet:
    """Return a row for each programme, and one for each part of each breakdown."""
    return sheet_of(COLUMNS, _records(plan, wording))


def brief(plan: Plan, wording: Wording) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return sheet_of(BRIEF, _records(plan, wording))


def table(plan: Plan, look: Look) -> Sequence["RenderableType"]:
    """Return a table for each breakdown of each programme, and what all come to together."""
    from planctl.showing.table import Piece, fit_lines, left_out

    shown: list[RenderableType] = [heading(plan, look, comes_to=comes_to_text(plan, look.wording))]
    for programme in plan.programmes:
        shown.append(fit_lines([Piece(_title(programme, look), "bold"), *_about(programme, look)], look))
        for held in hold(programme):
            parts = _table(programme, held, look)
            shown += [parts, fit_lines([*_sums(programme, held, look), *left_out(parts, look), Piece("")], look)]
        if not programme.breakdowns:
            shown.append(fit_lines([Piece("")], look))
    shown.append(fit_lines([Piece(line) for line in _below(plan, look.wording)], look))
    return shown


def _programme(programme: Programme, named: Sequence[Named], wording: Wording) -> dict[str, Any]:
    return {
        "id": programme.id,
        "name": programme.name,
        "name_en": programme.name_en,
        "level": programme.level.value,
        "section": programme.section,
        **stage_document(programme.stage),
        **figures_document(programme.figures),
        "overlaps": [_overlap(overlap, wording) for overlap in programme.overlaps],
        "breakdowns": [_breakdown(programme, held) for held in hold(programme)],
        "named": [project_document(each) for each in named if each.programme is programme],
    }


def _overlap(overlap: Overlap, wording: Wording) -> dict[str, Any]:
    return {"id": overlap.id, "within": overlap.within, "remark": wording.text(overlap.remark)}


def _breakdown(programme: Programme, held: Held) -> dict[str, Any]:
    count, planned = held.sum(Measure.COUNT), held.sum(Measure.PLANNED_INVESTMENT)
    measure, worst = held.worst or (None, None)
    return {
        "by": held.breakdown.by.value,
        "section": held.breakdown.section,
        "items": [_item(programme, item) for item in held.breakdown.items],
        "sum": {
            "count": int(count.figure.size) if count else None,
            "planned_investment": f"{planned.figure.size:f}" if planned else None,
        },
        "agreement": held.agreement.value if held.agreement else None,
        "difference": f"{worst.difference:f}" if worst and worst.difference is not None else None,
        "measure": measure.value if measure else None,
        "measures": {measure.value: _sum(found) for measure, found in held.sums},
    }


def _item(programme: Programme, item: Item) -> dict[str, Any]:
    size = share(item.figures.planned_investment, programme.figures.planned_investment)
    return {
        "name": item.name,
        "name_en": item.name_en,
        "grouping": item.grouping.value if item.grouping else None,
        **stage_document(item.stage),
        **figures_document(item.figures),
        "share": f"{size:f}" if size is not None else None,
    }


def _sum(found: Sum) -> dict[str, Any]:
    return {
        "sum": f"{found.figure.size:f}",
        "whole": f"{found.whole.size:f}" if found.whole else None,
        "unit": found.figure.unit or None,
        "difference": f"{found.difference:f}" if found.difference is not None else None,
        "rounding": f"{found.rounding:f}" if found.whole else None,
        "agreement": found.agreement.value if found.agreement else None,
    }


def _records(plan: Plan, wording: Wording) -> Iterator[dict[str, Any]]:
    for each in document(plan, wording)["programmes"]:
        common = {"programme": each["id"], "level": each["level"], "section": each["section"]}
        yield {**{key: records_of(each).get(key) for key in KEYS}, **common}
        for breakdown in each["breakdowns"]:
            held = {key: breakdown[key] for key in ("by", "section", "agreement", "difference")}
            for item in breakdown["items"]:
                yield {**{key: records_of(item)[key] for key in KEYS}, **common, **held}


def _title(programme: Programme, look: Look) -> str:
    return f"{programme.name} {programme.name_en}".rstrip() if look.wording.is_english else programme.name


def _about(programme: Programme, look: Look) -> Iterator["Piece"]:
    from planctl.showing.table import Piece

    yield Piece(about_text(programme, look.wording), "dim")


def _table(programme: Programme, held: Held, look: Look) -> "Table":
    from planctl.showing.table import Column, Piece, fit_table, without_empty

    say = look.wording.say
    columns = (
        Column(say("By {grouping}", grouping=held.breakdown.by), least=14),
        Column(say("in English"), least=20, spare=3, english=True),
        Column(say("Count"), right=True),
        Column(say("Total"), spare=1, right=True),
        Column(say("Planned"), right=True),
        Column(say("Share"), spare=2, right=True),
        Column(say("Bar"), spare=4),
    )
    rows = []
    for item in held.breakdown.items:
        size = share(item.figures.planned_investment, programme.figures.planned_investment)
        rows.append(
            [
                Piece(_named(item, look.wording)),
                Piece(item.name_en, "dim"),
                Piece(printed(item.figures.number)),
                Piece(printed(item.figures.total_investment)),
                Piece(printed(item.figures.planned_investment), "bold"),
                Piece(share_text(size)),
                Piece(share_bar(size, look), "cyan"),
            ]
        )
    return fit_table(*without_empty(columns, rows), look)


def _sums(programme: Programme, held: Held, look: Look) -> Iterator["Piece"]:
    from planctl.showing.table import Piece

    for text, agreement in sums_text(programme, held, look):
        yield Piece(text, SUM_STYLES.get(agreement, "dim"))


def _below(plan: Plan, wording: Wording) -> Iterator[str]:
    yield from together_text(plan, wording)
    if not (plan.programmes or all_named(plan)):
        yield wording.say("no projects of {year} are in the data", year=str(plan.year))
        return
    inside = [bool(named.programme) for named in all_named(plan)]
    yield wording.say(
        "named: {inside} in programmes, {outside} in the text; --list shows them",
        inside=inside.count(True),
        outside=inside.count(False),
    )


def _named(item: Item, wording: Wording) -> str:
    """Return the name of a part, and by what it is told apart where its list mixes that."""
    return wording.say("{name} (by {grouping})", name=item.name, grouping=item.grouping) if item.grouping else item.name

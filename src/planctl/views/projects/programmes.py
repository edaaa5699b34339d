"""`planctl projects YEAR`: the programmes, what each is broken down by, and whether the parts add up."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.model import Item, Measure, Overlap, Programme
from planctl.plan import Plan
from planctl.projects.breakdowns import Held, hold
from planctl.projects.listing import Named, all_named
from planctl.projects.totals import Share, overlaps, total
from planctl.sums import Agreement, Sum
from planctl.values import Figure
from planctl.views.bar import share_bar
from planctl.views.look import Look
from planctl.views.pieces import heading, signed
from planctl.views.projects.pieces import (
    PRINTED,
    PRINTED_KEYS,
    WORDS,
    figures_document,
    left_out_text,
    printed,
    project_document,
    records_of,
    share,
    share_text,
    stage_document,
    total_document,
    total_text,
)
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.views.table import Piece, Table

KEYS = ("name", "name_en", "stage", *PRINTED, "unit", "share", *PRINTED_KEYS)
COLUMNS = ("programme", "level", "section", "by", *KEYS, "agreement", "difference")
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
        "totals": {measure.value: total_document(total(_all(plan), measure)) for measure in Measure},
    }


def sheet(plan: Plan, wording: Wording) -> Sheet:
    """Return a row for each programme, and one for each part of each breakdown."""
    return sheet_of(COLUMNS, _records(plan, wording))


def brief(plan: Plan, wording: Wording) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return sheet_of(BRIEF, _records(plan, wording))


def table(plan: Plan, look: Look) -> Sequence["RenderableType"]:
    """Return a table for each breakdown of each programme, and what all come to together."""
    from planctl.views.table import Piece, fit_lines, left_out

    shown: list[RenderableType] = [heading(plan, look)]
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
    return f"{programme.name} {programme.name_en}" if look.wording.is_english else programme.name


def _about(programme: Programme, look: Look) -> Iterator["Piece"]:
    from planctl.views.table import Piece

    wording = look.wording
    said = [wording.say("{level} level", level=programme.level), programme.section]
    for measure in Measure:
        if cell := programme.figures.of(measure):
            said.append(wording.say("{figure} {measure}", figure=printed(cell), measure=WORDS[measure]))
    if programme.projects:
        said.append(wording.say("{count} named", count=len(programme.projects)))
    yield Piece(wording.listed(filter(None, said)), "dim")


def _table(programme: Programme, held: Held, look: Look) -> "Table":
    from planctl.views.table import Column, Piece, fit_table, without_empty

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
                Piece(item.name),
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
    """Yield a line for each measure that is printed: the sum and how it stands to the whole, or why there is none."""
    from planctl.views.table import Piece

    say = look.wording.say
    for measure in Measure:
        if found := held.sum(measure):
            style = "red" if found.agreement is Agreement.BEYOND else "dim"
            parts = say("the parts add up to {sum} {measure}", sum=found.figure, measure=WORDS[measure])
            yield Piece(_held(found, parts, printed(programme.figures.of(measure)), look), style)
        elif odd := held.unsummed(measure):
            nothing = say("nothing")
            items = (f"{item.name} {printed(item.figures.of(measure)) or nothing}" for item in odd)
            said = look.wording.listed(items)
            yield Piece(say("{measure} cannot be added up: {items}", measure=WORDS[measure], items=said), "yellow")


def _held(found: Sum, parts: str, whole: str, look: Look) -> str:
    say, unit = look.wording.say, found.figure.unit
    if found.whole is None or found.difference is None:
        if whole:
            return say("{parts}; {whole} is printed", parts=parts, whole=whole)
        return say("{parts}; no total is printed", parts=parts)
    if found.agreement is Agreement.EXACT:
        return say("{parts}, as printed", parts=parts)
    apart = f"{signed(found.difference, look)}{unit}"
    rounding = Figure(found.rounding, unit)
    if found.agreement is Agreement.BEYOND:
        return say(
            "{parts}; {whole} is printed: {apart} apart, and rounding could explain only {rounding}",
            parts=parts,
            whole=found.whole,
            apart=apart,
            rounding=rounding,
        )
    return say(
        "{parts}; {whole} is printed: {apart} apart, and rounding could explain {rounding}",
        parts=parts,
        whole=found.whole,
        apart=apart,
        rounding=rounding,
    )


def _all(plan: Plan) -> list[Share]:
    return [Share(programme, programme.figures) for programme in plan.programmes]


def _below(plan: Plan, wording: Wording) -> Iterator[str]:
    totals = [(measure, total(_all(plan), measure)) for measure in Measure]
    for measure, found in totals:
        if found:
            size = total_text(found, wording)
            yield wording.say("together: {size} {measure}", size=size, measure=WORDS[measure])
    yield from left_out_text(totals, _all(plan), wording)
    pairs = overlaps(plan.programmes)
    if pairs:
        yield wording.say("the programmes may have projects in common, and the report does not say how many:")
    for one, other, overlap in pairs:
        both = wording.say("{one} and {other}", one=one.name, other=other.name)
        within = wording.say("{both}, within its {part}", both=both, part=overlap.within) if overlap.within else both
        yield f"  {within}"
    inside = [bool(named.programme) for named in all_named(plan)]
    yield wording.say(
        "named: {inside} in programmes, {outside} in the text; --list shows them",
        inside=inside.count(True),
        outside=inside.count(False),
    )

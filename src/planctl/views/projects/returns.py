"""`planctl projects YEAR YEAR`: the named projects of a year that return in a later one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.projects.likeness import Match
from planctl.projects.returns import Course, Return, Returns
from planctl.views.look import Look
from planctl.views.pieces import heading
from planctl.views.projects.pieces import project_document, stage_text
from planctl.views.sheet import Sheet, sheet_of
from planctl.views.wording import render

if TYPE_CHECKING:
    from rich.console import RenderableType

KEYS = ("id", "name", "stage", "stage_printed", "section")
COLUMNS = ("match", "course", "because", "rivals", *(f"{side}_{key}" for side in ("before", "after") for key in KEYS))
BRIEF = ("match", "course", "before_name", "before_stage_printed", "after_name", "after_stage_printed", "because")
MATCHES = {Match.SAME: "the same", Match.LIKELY: "likely the same", Match.OTHER_PHASE: "another phase"}
COURSES = {
    Course.COMPLETED_TWICE: "completed in both years",
    Course.STARTED_TWICE: "started in both years",
    Course.BACKWARD: "its stage went back",
}
STYLES = {Match.SAME: "green", Match.LIKELY: "yellow", Match.OTHER_PHASE: "dim"}


def document(returns: Returns) -> dict[str, Any]:
    """Return the JSON of `projects` of two years."""
    return {
        "schema": 1,
        "region": returns.after.region._asdict(),
        "from": returns.before.year,
        "to": returns.after.year,
        "returns": list(map(_return, returns.returns)),
        "gone": list(map(project_document, returns.gone)),
        "new": list(map(project_document, returns.new)),
    }


def sheet(returns: Returns) -> Sheet:
    """Return a row for each project of either year; one that stands alone has no match."""
    return sheet_of(COLUMNS, _records(returns))


def brief(returns: Returns) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return sheet_of(BRIEF, _records(returns))


def table(returns: Returns, look: Look) -> Sequence["RenderableType"]:
    """Return the projects that return, and how many of each year stand alone."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table, left_out

    old, new = returns.before.year, returns.after.year
    columns = (
        Column("Match", least=8),
        Column(f"In {old}", least=14),
        Column("Stage", least=11, spare=1),
        Column(f"In {new}", least=14),
        Column("Stage", least=11, spare=1),
        Column("Why", least=16),
    )
    rows = [
        [
            Piece(MATCHES[each.match], STYLES[each.match]),
            Piece(each.before.project.name),
            Piece(*stage_text(each.before.project.stage)),
            Piece(each.after.project.name),
            Piece(*stage_text(each.after.project.stage)),
            Piece(_why(each), "bold red" if each.course in COURSES else "dim"),
        ]
        for each in returns.returns
    ]
    shown = fit_table(columns, rows, look)
    below = [Piece(line) for line in ("", *_below(returns))]
    title = heading(returns.after, look, f"{old} {look.signs.becomes} {new}")
    return [title, shown, fit_lines([*below, *left_out(shown, look)], look)]


def _why(each: Return) -> str:
    """Return the reason for a pair, whether others claim it too, and what is remarkable about its stages."""
    said = [render(each.because)]
    if each.rivals:
        said.append(f"one of {each.rivals + 1} that it may be")
    if each.course in COURSES:
        said.append(COURSES[each.course] + (", if it is" if each.match is Match.LIKELY else ""))
    return "; ".join(said)


def _return(each: Return) -> dict[str, Any]:
    return {
        "match": each.match.value,
        "course": each.course.value if each.course else None,
        "because": render(each.because),
        "rivals": each.rivals,
        "before": project_document(each.before),
        "after": project_document(each.after),
    }


def _records(returns: Returns) -> Iterator[dict[str, Any]]:
    found = document(returns)
    alone = [{"before": each} for each in found["gone"]] + [{"after": each} for each in found["new"]]
    for record in found["returns"] + alone:
        sides = {f"{side}_{key}": record.get(side, {}).get(key) for side in ("before", "after") for key in KEYS}
        yield {**record, **sides}


def _below(returns: Returns) -> Iterator[str]:
    old, new = returns.before.year, returns.after.year
    matches = Counter(each.match for each in returns.returns)
    said = " + ".join(f"{matches[match]} {MATCHES[match]}" for match in Match if matches[match])
    yield f"{len(returns.returns)} pairs = {said}" if said else "no pairs"
    names = "；".join(named.project.name for named in returns.gone)
    yield f"{len(returns.gone)} listed in {old} are not in the list of {new}{': ' if names else ''}{names}"
    yield f"{len(returns.new)} listed in {new} are not in the list of {old}; --format csv has them"

"""`planctl projects YEAR YEAR`: the named projects of a year that return in a later one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planctl.messages.message import say
from planctl.projects.likeness import Match
from planctl.projects.returns import Course, Return, Returns
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.pieces import stage_text
from planctl.showing.projects.project import project_document
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

KEYS = ("id", "name", "stage", "stage_printed", "section")
COLUMNS = ("match", "course", "because", "rivals", *(f"{side}_{key}" for side in ("before", "after") for key in KEYS))
BRIEF = ("match", "course", "before_name", "before_stage_printed", "after_name", "after_stage_printed", "because")
MATCHES = {Match.SAME: say("the same"), Match.LIKELY: say("likely the same"), Match.OTHER_PHASE: say("another phase")}
COURSES = {
    Course.COMPLETED_TWICE: say("completed in both years"),
    Course.STARTED_TWICE: say("started in both years"),
    Course.BACKWARD: say("its stage went back"),
}
STYLES = {Match.SAME: "green", Match.LIKELY: "yellow", Match.OTHER_PHASE: "dim"}


def document(returns: Returns, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `projects` of two years."""
    return {
        "schema": 1,
        "region": returns.after.region._asdict(),
        "from": returns.before.year,
        "to": returns.after.year,
        "returns": [_return(each, wording) for each in returns.returns],
        "gone": list(map(project_document, returns.gone)),
        "new": list(map(project_document, returns.new)),
    }


def sheet(returns: Returns, wording: Wording) -> Sheet:
    """Return a row for each project of either year; one that stands alone has no match."""
    return sheet_of(COLUMNS, _records(returns, wording))


def brief(returns: Returns, wording: Wording) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return sheet_of(BRIEF, _records(returns, wording))


def table(returns: Returns, look: Look) -> Sequence["RenderableType"]:
    """Return the projects that return, and how many of each year stand alone."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    old, new = returns.before.year, returns.after.year
    say = look.wording.say
    columns = (
        Column(say("Match"), least=8),
        Column(say("In {year}", year=old), least=14),
        Column(say("Stage"), least=11, spare=1),
        Column(say("In {year}", year=new), least=14),
        Column(say("Stage"), least=11, spare=1),
        Column(say("Why"), least=16),
    )
    rows = [
        [
            Piece(look.wording(MATCHES[each.match]), STYLES[each.match]),
            Piece(each.before.project.name),
            Piece(*stage_text(each.before.project.stage, look.wording)),
            Piece(each.after.project.name),
            Piece(*stage_text(each.after.project.stage, look.wording)),
            Piece(_why(each, look.wording), "bold red" if each.course in COURSES else "dim"),
        ]
        for each in returns.returns
    ]
    shown = fit_table(columns, rows, look)
    below = [Piece(line) for line in ("", *_below(returns, look.wording))]
    title = heading(returns.after, look, f"{old} {look.signs.becomes} {new}")
    return [title, shown, fit_lines([*below, *left_out(shown, look)], look)]


def _why(each: Return, wording: Wording) -> str:
    """Return the reason for a pair, whether others claim it too, and what is remarkable about its stages."""
    said = [wording(each.because)]
    if each.rivals:
        said.append(wording.say("one of {count} that it may be", count=each.rivals + 1))
    if each.course in COURSES:
        course = COURSES[each.course]
        likely = each.match is Match.LIKELY
        said.append(wording.say("{course}, if it is", course=course) if likely else wording(course))
    return wording.semicolon.join(said)


def _return(each: Return, wording: Wording) -> dict[str, Any]:
    return {
        "match": each.match.value,
        "course": each.course.value if each.course else None,
        "because": wording(each.because),
        "rivals": each.rivals,
        "before": project_document(each.before),
        "after": project_document(each.after),
    }


def _records(returns: Returns, wording: Wording) -> Iterator[dict[str, Any]]:
    found = document(returns, wording)
    alone = [{"before": each} for each in found["gone"]] + [{"after": each} for each in found["new"]]
    for record in found["returns"] + alone:
        sides = {f"{side}_{key}": record.get(side, {}).get(key) for side in ("before", "after") for key in KEYS}
        yield {**record, **sides}


def _below(returns: Returns, wording: Wording) -> Iterator[str]:
    old, new = str(returns.before.year), str(returns.after.year)
    matches = Counter(each.match for each in returns.returns)
    said = wording.summed((matches[match], MATCHES[match]) for match in Match)
    pairs = len(returns.returns)
    yield wording.say("{count} pairs = {counts}", count=pairs, counts=said) if said else wording.say("no pairs")
    gone = wording.say(
        "{count} listed in {old} are not in the list of {new}", count=len(returns.gone), old=old, new=new
    )
    names = "；".join(named.project.name for named in returns.gone)
    yield wording.say("{said}: {names}", said=gone, names=names) if names else gone
    yield wording.say(
        "{count} listed in {new} are not in the list of {old}; --format csv has them",
        count=len(returns.new),
        old=old,
        new=new,
    )

"""`planctl projects YEAR YEAR`: the named projects of a year that return in a later one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.messages.message import say
from planctl.projects.likeness import Match
from planctl.projects.listing import Named
from planctl.projects.returns import Course, Return, Returns
from planctl.showing.fields import (
    ALL,
    PROGRAMS,
    UNTITLED,
    Field,
    Output,
    Type,
    brief_of,
    csv_of,
    object_of,
    side,
    table_of,
)
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.pieces import stage_text
from planctl.showing.projects.project import PROJECT, project_document
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

MATCHES = {Match.SAME: say("the same"), Match.LIKELY: say("likely the same"), Match.OTHER_PHASE: say("another phase")}
COURSES = {
    Course.COMPLETED_TWICE: say("completed in both years"),
    Course.STARTED_TWICE: say("started in both years"),
    Course.BACKWARD: say("its stage went back"),
}
STYLES = {Match.SAME: "green", Match.LIKELY: "yellow", Match.OTHER_PHASE: "dim"}


class ReturnRow(NamedTuple):
    """A project and one of the year after that it is or may be, or a project of either year that stands alone."""

    before: Named | None
    after: Named | None
    found: Return | None = None


def _rows(returns: Returns) -> Iterator[ReturnRow]:
    yield from (ReturnRow(each.before, each.after, each) for each in returns.returns)
    yield from (ReturnRow(each, None) for each in returns.gone)
    yield from (ReturnRow(None, each) for each in returns.new)


def _before(row: ReturnRow) -> Named | None:
    return row.before


def _after(row: ReturnRow) -> Named | None:
    return row.after


def _found(row: ReturnRow) -> Return | None:
    return row.found


SIDE_KEYS = ("id", "name", "stage", "stage_printed", "section")
SIDE = tuple(field for key in SIDE_KEYS for field in PROJECT if field.key == key)
SHOWN_KEYS = ("name", "stage_printed")


# fmt: off
def return_fields(old: str = "", new: str = "") -> tuple[Field[ReturnRow], ...]:
    """Return the fields of a project that returns from one year in another."""
    found: tuple[Field[Return], ...] = (
        Field("match", say("Match"), say("same, likely or other-phase."), lambda row: row.match, least=8,
            shown=lambda row, look: (look.wording(MATCHES[row.match]), STYLES[row.match])),
        Field("course", UNTITLED, say("What is remarkable about its stages."), lambda row: row.course,
            outputs=ALL ^ Output.TABLE),
        Field("before_said", say("In {year}", year=old), UNTITLED, lambda row: row.before.project.name,
            outputs=Output.TABLE, least=14),
        Field("before_stage_said", say("Stage"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=11, spare=1,
            shown=lambda row, look: stage_text(row.before.project.stage, look.wording)),
        Field("after_said", say("In {year}", year=new), UNTITLED, lambda row: row.after.project.name,
            outputs=Output.TABLE, least=14),
        Field("after_stage_said", say("Stage"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=11, spare=1,
            shown=lambda row, look: stage_text(row.after.project.stage, look.wording)),
        Field("because", say("Why"), say("Why they are held for one."), lambda row: row.because, least=16,
            shown=lambda row, look: (_why(row, look.wording), "bold red" if row.course in COURSES else "dim")),
        Field("rivals", UNTITLED, say("How many other pairs claim one of the two, where it is only likely."),
            lambda row: row.rivals, Type.INTEGER, outputs=PROGRAMS),
    )
    return (
        *(field.of(_found) for field in found),
        *side("before", old, SIDE, _before, SHOWN_KEYS),
        *side("after", new, SIDE, _after, SHOWN_KEYS),
    )
# fmt: on


RETURN = return_fields()
CONTRACT = ("match", "course", "because", "rivals")


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
    return csv_of(RETURN, _rows(returns), wording, CONTRACT)


def brief(returns: Returns, wording: Wording) -> Sheet:
    """Return the same rows with what a reader wants of them."""
    return brief_of(RETURN, _rows(returns), wording)


def table(returns: Returns, look: Look) -> Sequence["RenderableType"]:
    """Return the projects that return, and how many of each year stand alone."""
    from planctl.showing.table import Piece, fit_lines, left_out

    old, new = str(returns.before.year), str(returns.after.year)
    shown = table_of(return_fields(old, new), [row for row in _rows(returns) if row.found], look)
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
        **object_of(RETURN, ReturnRow(each.before, each.after, each), wording, CONTRACT),
        "before": project_document(each.before),
        "after": project_document(each.after),
    }


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

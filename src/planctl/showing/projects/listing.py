"""`planctl projects YEAR --list`: the named projects."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.projects.listing import Listing, all_named
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.pieces import PROJECT_COLUMNS, project_document, stage_text
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

BRIEF = ("name", "stage_printed", "stage", "sector", "capacity", "programme", "section")


def document(listing: Listing, _: Wording) -> dict[str, Any]:
    """Return the JSON of `projects --list`."""
    plan = listing.plan
    return {
        "schema": 1,
        "region": plan.region._asdict(),
        "year": plan.year,
        "projects": [project_document(named) for named in listing.projects],
    }


def sheet(listing: Listing, wording: Wording) -> Sheet:
    """Return a row for each project."""
    return sheet_of(PROJECT_COLUMNS, document(listing, wording)["projects"])


def brief(listing: Listing, wording: Wording) -> Sheet:
    """Return a row for each project, with what a reader wants of it."""
    return sheet_of(BRIEF, document(listing, wording)["projects"])


def table(listing: Listing, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each project in printed order, and how many there are."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    say = look.wording.say
    columns = (
        Column(say("Project"), least=20),
        Column(say("Stage"), least=10),
        Column(say("Sector"), least=8, spare=2),
        Column(say("Capacity"), least=8, spare=3),
        Column(say("In"), least=12, spare=1),
        Column(say("Level"), spare=4),
    )
    rows = [
        [
            Piece(project.name),
            Piece(*stage_text(project.stage, look.wording)),
            Piece(project.sector, "dim"),
            Piece(project.capacity),
            Piece(f"{project.section} {programme.name}" if programme else project.section, "dim"),
            Piece(look.wording.term(programme.level) if programme else "", "dim"),
        ]
        for project, programme, _ in listing.projects
    ]
    shown = fit_table(columns, rows, look)
    count, total = len(listing.projects), len(all_named(listing.plan))
    said = say("{count} of {total} named projects", count=count, total=total)
    return [heading(listing.plan, look), shown, fit_lines([Piece(""), Piece(said), *left_out(shown, look)], look)]

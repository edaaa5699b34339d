"""`planctl projects YEAR --list`: the named projects."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.projects.listing import Listing, all_named
from planctl.views.look import Look
from planctl.views.pieces import heading
from planctl.views.projects.pieces import PROJECT_COLUMNS, project_document, stage_text
from planctl.views.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from rich.console import RenderableType

BRIEF = ("name", "stage_printed", "stage", "sector", "capacity", "programme", "section")


def document(listing: Listing) -> dict[str, Any]:
    """Return the JSON of `projects --list`."""
    plan = listing.plan
    return {
        "schema": 1,
        "region": plan.region._asdict(),
        "year": plan.year,
        "projects": [project_document(named) for named in listing.projects],
    }


def sheet(listing: Listing) -> Sheet:
    """Return a row for each project."""
    return sheet_of(PROJECT_COLUMNS, document(listing)["projects"])


def brief(listing: Listing) -> Sheet:
    """Return a row for each project, with what a reader wants of it."""
    return sheet_of(BRIEF, document(listing)["projects"])


def table(listing: Listing, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each project in printed order, and how many there are."""
    from planctl.views.table import Column, Piece, fit_lines, fit_table, left_out

    columns = (
        Column("Project", least=20),
        Column("Stage", least=10),
        Column("Sector", least=8, spare=2),
        Column("Capacity", least=8, spare=3),
        Column("In", least=12, spare=1),
        Column("Level", spare=4),
    )
    rows = [
        [
            Piece(project.name),
            Piece(*stage_text(project.stage)),
            Piece(project.sector, "dim"),
            Piece(project.capacity),
            Piece(f"{project.section} {programme.name}" if programme else project.section, "dim"),
            Piece(programme.level if programme else "", "dim"),
        ]
        for project, programme, _ in listing.projects
    ]
    shown = fit_table(columns, rows, look)
    count = f"{len(listing.projects)} of {len(all_named(listing.plan))} named projects"
    return [heading(listing.plan, look), shown, fit_lines([Piece(""), Piece(count), *left_out(shown, look)], look)]

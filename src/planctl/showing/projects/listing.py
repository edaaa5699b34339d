"""`planctl projects YEAR --list`: the named projects."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from planctl.projects.listing import Listing, all_named
from planctl.showing.fields import brief_of, csv_of, table_of
from planctl.showing.look import Look
from planctl.showing.pieces import heading
from planctl.showing.projects.project import CONTRACT, PROJECT, project_document
from planctl.showing.sheet import Sheet
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType


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
    return csv_of(PROJECT, listing.projects, wording, CONTRACT)


def brief(listing: Listing, wording: Wording) -> Sheet:
    """Return a row for each project, with what a reader wants of it."""
    return brief_of(PROJECT, listing.projects, wording)


def table(listing: Listing, look: Look) -> Sequence["RenderableType"]:
    """Return a row for each project in printed order, and how many there are."""
    from planctl.showing.table import Piece, fit_lines, left_out

    say = look.wording.say
    shown = table_of(PROJECT, listing.projects, look)
    count, total = len(listing.projects), len(all_named(listing.plan))
    said = say("{count} of {total} named projects", count=count, total=total)
    return [heading(listing.plan, look), shown, fit_lines([Piece(""), Piece(said), *left_out(shown, look)], look)]

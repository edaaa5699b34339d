"""The answers that make the page of a year."""

from planctl.api.archive import Archive
from planctl.files.finding import ALL, years_in
from planctl.messages.message import PlanctlError, say
from planctl.showing.page.answers import Answers


def gather(archive: Archive, year: int | None = None, later: int | None = None) -> Answers:
    """Return all that there is to say of a year, and of what became of its targets in a later one if that is given.

    Without a year, of the newest with results. Raises `PlanctlError` for a year without files and where the years are
    in no order or of two regions, and `Unreadable` for files with faults.
    """
    year = archive.newest if year is None else year
    if later is not None and year >= later:
        raise PlanctlError(say("{after} is not after {before}", after=str(later), before=str(year)))
    last = year if later is None else later
    assessment = archive.status(year)
    return Answers(
        assessment=assessment,
        outcomes=archive.scenarios(year),
        diff=None if later is None else archive.diff(year, later),
        planned=archive.projects(last),
        pairs=archive.pairs(last) if last - 1 in years_in(archive.folder, ALL) else None,
        examination=archive.check(),
    )

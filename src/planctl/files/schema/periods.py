"""Months within a year: those of a file have to be of its year."""

from collections.abc import Iterator

from planctl.files.places import Path, PlacedData
from planctl.files.schema.fields import MONTH, has_form
from planctl.files.schema.identities import FIGURE, found
from planctl.files.schema.naming import UNTIL
from planctl.messages.message import Problem, say

PERIODS: tuple[Path, ...] = ((UNTIL,), (*FIGURE, UNTIL))


def period_problems(document: PlacedData) -> Iterator[Problem]:
    """Yield a problem for each month that is of another year than the file."""
    if not isinstance(document.data, dict):
        return
    year = document.data.get("year")
    for pattern in PERIODS:
        for path, until in found(document.data, pattern):
            if isinstance(until, str) and has_form(until, MONTH) and until[:4] != year:
                message = say("'{until}' is no month of {year}", until=until, year=str(year))
                yield Problem(document.place(path), "year", message, say("mend the month, or the year of the file"))

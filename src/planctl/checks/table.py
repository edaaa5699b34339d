"""Checks of the rows themselves: their numbers, the rows they stand under, names that nearly equal."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.messages.message import Related, say
from planctl.messages.suggestions import MOST_COMPARISONS, likeness
from planctl.report.model import Indicator, Report, with_parts

NEARLY = 60
SHORT = 6


def numbering(dossier: Dossier) -> Iterator[Finding]:
    """The numbers of a table's rows do not run from 1 without a gap.

    A row was left out, its number was misread or given twice. Numbers that are no digits are left alone.

    Example: rows 1, 2 and 4.
    """
    for report in dossier.reports:
        given: dict[str, str] = {}
        for count, row in enumerate(report.indicators, 1):
            if row.number and row.number.isdecimal() and int(row.number) != count:
                message = say("this is row {count} of the table, numbered {number}", count=count, number=row.number)
                remedy = say("look whether a row is missing before it, or its number is misread")
                related: tuple[Related, ...] = ()
                if first := given.get(row.number):
                    remedy = say("look which of the two has that number on the page")
                    related = (Related(place_of(report, first, "number"), say("here it is given first")),)
                yield Finding(report, row.id, "number", message, remedy, related)
                break
            given.setdefault(row.number or "", row.id)


def part_moved(dossier: Dossier) -> Iterator[Finding]:
    """A part stands under another row than in the other file of its year, or than in the year before.

    A verdict would be counted against the wrong indicator. A row that follows the other one is the same row here.

    Example: 农村居民人均可支配收入增速 under the budget revenue in one file, and under the income in the other.
    """
    seen: dict[str, tuple[int, str, Related]] = {}
    for report in dossier.reports:
        for whole in report.indicators:
            same = {whole.id, whole.follows.id if whole.follows else whole.id}
            for part in whole.parts:
                if part.id in seen and report.year - seen[part.id][0] <= 1 and seen[part.id][1] not in same:
                    message = say("'{part}' stands under '{whole}'", part=part.id, whole=whole.id)
                    remedy = say("look under which row it is printed")
                    yield Finding(report, part.id, "", message, remedy, (seen[part.id][2],))
                here = Related(place_of(report, part.id), say("here it stands under '{whole}'", whole=whole.id))
                seen[part.id] = report.year, whole.id, here


def near_names(dossier: Dossier) -> Iterator[Finding]:
    """Short names that nearly equal stand in one table, or the same row has nearly the same name in two years.

    One may be a slip of the report or of the transcript; nothing is corrected.

    Example: 氮氧 beside 氮氧化物, and 氨氮 in its place a year later.
    """
    for report in dossier.reports:
        rows = [row for row in with_parts(report.indicators) if len(row.name) <= SHORT]
        compared = 0
        for count, row in enumerate(rows):
            for other in rows[:count]:
                compared += 1
                if compared > MOST_COMPARISONS:
                    return
                if row.name != other.name and _near(row, other):
                    yield _near_finding(report, row, report, other)
    for before, after in dossier.successive():
        old = {case.indicator.id: case.indicator for case in before.rows}
        for case in after.rows:
            row, former = case.indicator, old.get(case.indicator.id)
            if former and former.name != row.name and max(len(former.name), len(row.name)) <= SHORT:
                yield _near_finding(dossier.home(after, row.id), row, dossier.home(before, row.id), former)


def _near(row: Indicator, other: Indicator) -> bool:
    contained = row.name in other.name or other.name in row.name
    return contained or likeness(row.name, other.name) >= NEARLY


def _near_finding(report: Report, row: Indicator, elsewhere: Report, other: Indicator) -> Finding:
    message = say("the name {name} is nearly {other}", name=row.name, other=other.name)
    related = Related(place_of(elsewhere, other.id, "name"), say("here it is {other}", other=other.name))
    return Finding(report, row.id, "name", message, say("compare both with the page; a slip is kept"), (related,))

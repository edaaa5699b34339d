"""The answers that make the page of a year, of one region or of many."""

from pathlib import Path

from planctl.api.archive import Archive
from planctl.api.corpus import Corpus, load_corpus
from planctl.corpus.comparing import compare
from planctl.files.finding import ALL, WITHIN, shown_path, years_in
from planctl.judging.assessment import assess
from planctl.messages.message import PlanctlError, say
from planctl.showing.page.answers import Answers, RegionAnswers


def gather(archive: Archive, year: int | None = None, later: int | None = None) -> Answers:
    """Return all that there is to say of a year, and of what became of its targets in a later one if that is given.

    Without a year, of the newest with results. Raises `PlanctlError` for a year without files and where the years are
    in no order or of two regions, and `Unreadable` for files with faults.
    """
    year = archive.newest if year is None else year
    if later is not None and year >= later:
        raise PlanctlError(say("{after} is not after {before}", after=str(later), before=str(year)))
    last = year if later is None else later
    assessment = assess(archive.read_plan(year, WITHIN))
    return Answers(
        assessment=assessment,
        outcomes=archive.scenarios(year),
        diff=None if later is None else archive.diff(year, later),
        planned=archive.projects(last),
        pairs=archive.pairs(last) if last - 1 in archive.all_years else None,
        examination=archive.check(),
        folder=shown_path(archive.folder),
    )


def regions_in(folder: Path | None, region: str | None) -> Corpus | None:
    """Return the regions that a page of `folder` is of; `None` where it is of one.

    It is of one that `region` names, of the one whose files the folder has itself, or of the only one below it. Raises
    `PlanctlError` where there is no such folder.
    """
    corpus = load_corpus(folder)
    if region is not None or years_in(corpus.folder, ALL) or len(corpus.archives) < 2:
        return None
    return corpus


def gather_regions(corpus: Corpus, year: int | None = None, later: int | None = None) -> RegionAnswers:
    """Return all that there is to say of a year of many regions; without a year, of the newest with results.

    The plans of the next year are always among it. Raises `PlanctlError` where no region has that year, and for a later
    year that is not the next one.
    """
    there = corpus.in_year(year)
    if later is not None and later != there.year + 1:
        raise PlanctlError(
            say(
                "a page of many regions has the year after {year} beside it, and cannot have {later}; leave that out",
                year=str(there.year),
                later=str(later),
            )
        )
    shown = {each.region.code for each in there.years}
    return RegionAnswers(
        comparison=compare(there.year, there.years, there.regions, least=2),
        years=there.years,
        without=tuple(each.region for each in corpus.members if each.region.code not in shown),
        faults=len(corpus.faults),
    )

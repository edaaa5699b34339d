"""Checks of the projects that are named: their words, how many they are, and what becomes of them."""

from collections.abc import Iterator

from planctl.checks.corpus import Corpus, Finding, place_of
from planctl.grammar.projects import bare_name
from planctl.messages import Related, say
from planctl.model import Grouping
from planctl.projects.groups import Group, group_by
from planctl.projects.listing import all_named
from planctl.projects.returns import Course, Match, lay_together
from planctl.sums import add_up

WORDS = ("company", "product", "capacity")


def outside_name(corpus: Corpus) -> Iterator[Finding]:
    """A company, product or capacity does not stand in the name of its project.

    One of the two was misread.

    Example: capacity 年产12万吨, name 华峰年产30万吨差别化氨纶扩建.
    """
    for plan in corpus.plans.values():
        for project, _ in all_named(plan):
            for key in WORDS:
                word, at = getattr(project, key), f"projects.{project.id}"
                if word not in project.name:
                    message = say("{word} does not stand in the name {name}", word=word, name=project.name)
                    yield Finding(corpus.home(plan, at), at, key, message, say("compare both with the page"))


def unknown_stage(corpus: Corpus) -> Iterator[Finding]:
    """The words for a stage of a project are not known to say one.

    They are shown as printed, and the project is found under no stage; docs/cells.md has the words that are known.

    Example: stage 建戎.
    """
    for report in corpus.reports:
        stages = [(f"programmes.{each.id}", "stage", each.stage) for each in report.programmes]
        stages += [(f"projects.{each.id}", "stage", each.stage) for each in report.projects]
        for programme in report.programmes:
            stages += [(f"projects.{each.id}", "stage", each.stage) for each in programme.projects]
            for breakdown in programme.breakdowns:
                at = f"programmes.{programme.id}.breakdowns.{breakdown.by}.items"
                stages += [(f"{at}.{count}", "name", each.stage) for count, each in enumerate(breakdown.items, 1)]
        for at, key, stage in stages:
            if stage and not stage.stage:
                message = say("{words} is not known as the stage of a project", words=stage.printed)
                yield Finding(report, at, key, message, say("compare it with the page; a form that is new is kept"))


def named_beyond_count(corpus: Corpus) -> Iterator[Finding]:
    """A programme names more projects, or more of a stage or sector, than it counts.

    Example: 2 projects are counted as completing, and 3 of them are named.
    """
    for plan in corpus.plans.values():
        for by in (Grouping.LEVEL, Grouping.STAGE, Grouping.SECTOR):
            for group in filter(lambda each: each.name, group_by(plan, by).groups):
                for programme, named, counted in _counts(group):
                    if named > counted:
                        at = f"programmes.{programme}"
                        of = say("") if by is Grouping.LEVEL else say(" as {group}", group=group.name)
                        message = say(
                            "{named} projects are named{of}, and {counted} are counted",
                            named=named,
                            of=of,
                            counted=counted,
                        )
                        remedy = say("look whether one is listed twice, or a count is misread")
                        yield Finding(corpus.home(plan, at), at, "", message, remedy)


def named_twice(corpus: Corpus) -> Iterator[Finding]:
    """A project is listed twice in one year.

    Two programmes may both have it; in one of them it is a slip.

    Example: 龙头港铁路专用线 among the key projects, and again in the text.
    """
    for plan in corpus.plans.values():
        first: dict[str, str] = {}
        for project, _ in all_named(plan):
            at, name = f"projects.{project.id}", bare_name(project.name)
            if name in first:
                other = first[name]
                related = Related(place_of(corpus.home(plan, other), other, "name"), say("it is listed here too"))
                message = say("{name} is listed twice", name=project.name)
                remedy = say("list it once, unless two programmes print it")
                yield Finding(corpus.home(plan, at), at, "name", message, remedy, (related,))
            first.setdefault(name, at)


def completed_twice(corpus: Corpus) -> Iterator[Finding]:
    """A project of the same company, product and phase is completed in two successive years.

    `planctl projects YEAR YEAR` also shows those that are likely, but not surely, the same.

    Example: 华峰己二酸六期 was built in 2022, and 华峰115万吨/年己二酸扩建六期 is to be built in 2023.
    """
    for before, after in corpus.successive():
        for found in lay_together(before, after).returns:
            if found.match is Match.SAME and found.course is Course.COMPLETED_TWICE:
                old, new = (f"projects.{side.project.id}" for side in (found.before, found.after))
                message = say(
                    "{name} is completed this year, and {before} was the year before: {because}",
                    name=found.after.project.name,
                    before=found.before.project.name,
                    because=found.because,
                )
                related = Related(place_of(corpus.home(before, old), old, "name"), say("the year before is here"))
                remedy = say("nothing to mend where both stand so")
                yield Finding(corpus.home(after, new), new, "stage", message, remedy, (related,))


def _counts(group: Group) -> Iterator[tuple[str, int, int]]:
    """Yield each programme that counts its projects of a group, how many of them it names, and how many it counts."""
    for id in dict.fromkeys(part.programme.id for part in group.parts if part.programme):
        parts = [part for part in group.parts if part.programme and part.programme.id == id]
        counted = add_up(None, [part.figures.number for part in parts])
        if counted:
            yield id, sum(part.named for part in parts), int(counted.figure.size)

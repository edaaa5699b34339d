"""Checks of the projects that are named: their words, how many they are, and what becomes of them."""

from collections import Counter
from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding, place_of
from planctl.grammar.projects import bare_name
from planctl.judging.sums import plain_figure
from planctl.messages.message import NOTHING, Message, Related, say
from planctl.projects.likeness import Match
from planctl.projects.listing import named_in
from planctl.projects.returns import Course, lay_together
from planctl.report.model import Grouping, Programme
from planctl.values.meanings import Cell
from planctl.values.units import convert

WORDS = ("company", "product", "capacity")


def outside_name(dossier: Dossier) -> Iterator[Finding]:
    """A company, product or capacity does not stand in the name of its project.

    One of the two was misread.

    Example: capacity 年产12万吨, name 华峰年产30万吨差别化氨纶扩建.
    """
    for report in dossier.reports:
        for project, _, _ in named_in(report):
            for key in WORDS:
                word = getattr(project, key)
                if word not in project.name:
                    message = say("{word} does not stand in the name {name}", word=word, name=project.name)
                    yield Finding(report, f"projects.{project.id}", key, message, say("compare both with the page"))


def unknown_stage(dossier: Dossier) -> Iterator[Finding]:
    """The words for a stage of a project are not known to say one.

    They are shown as printed, and the project is found under no stage; docs/cells.md has the words that are known.

    Example: stage 建戎.
    """
    for report in dossier.reports:
        stages = [(f"programmes.{each.id}", "stage", each.stage) for each in report.programmes]
        for programme in report.programmes:
            stages += [
                (f"programmes.{programme.id}.breakdowns.{breakdown.by}.items.{count}", "name", item.stage)
                for breakdown in programme.breakdowns
                for count, item in enumerate(breakdown.items, 1)
            ]
        stages += [(f"projects.{each.project.id}", "stage", each.project.stage) for each in named_in(report)]
        for at, key, stage in stages:
            if stage and not stage.stage:
                message = say("{words} is not known as the stage of a project", words=stage.printed)
                yield Finding(report, at, key, message, say("compare it with the page; a form that is new is kept"))


def named_beyond_count(dossier: Dossier) -> Iterator[Finding]:
    """A programme names more projects, or more of a stage or sector, than it counts.

    Example: 2 projects are counted as completing, and 3 of them are named.
    """
    for report in dossier.reports:
        for programme in report.programmes:
            for what, named, counted in _counts(programme):
                if counted is not None and named > counted:
                    message = say(
                        "{named} projects are named{what}, and {counted} are counted",
                        named=named,
                        what=what,
                        counted=counted,
                    )
                    remedy = say("look whether one is listed twice, or a count is misread")
                    yield Finding(report, f"programmes.{programme.id}", "", message, remedy)


def named_twice(dossier: Dossier) -> Iterator[Finding]:
    """A project is listed twice in one year.

    Two programmes may both have it; in one of them it is a slip.

    Example: 龙头港铁路专用线 among the key projects, and again in the text.
    """
    for report in dossier.reports:
        first: dict[str, str] = {}
        for project, _, _ in named_in(report):
            at, name = f"projects.{project.id}", bare_name(project.name)
            if name and name in first:
                related = Related(place_of(report, first[name], "name"), say("it is listed here too"))
                message = say("{name} is listed twice", name=project.name)
                remedy = say("list it once, unless two programmes print it")
                yield Finding(report, at, "name", message, remedy, (related,))
            first.setdefault(name, at)


def completed_twice(dossier: Dossier) -> Iterator[Finding]:
    """A project of the same company, product and phase is completed in two successive years.

    `planctl projects YEAR YEAR` also shows those that are likely, but not surely, the same.

    Example: 华峰己二酸六期 was built in 2022, and 华峰115万吨/年己二酸扩建六期 is to be built in 2023.
    """
    for before, after in dossier.successive():
        for found in lay_together(before, after).returns:
            if found.match is Match.SAME and found.course is Course.COMPLETED_TWICE:
                old, new = (f"projects.{side.project.id}" for side in (found.before, found.after))
                message = say(
                    "{name} is completed this year, and {before} was the year before: {because}",
                    name=found.after.project.name,
                    before=found.before.project.name,
                    because=found.because,
                )
                related = Related(place_of(found.before.report, old, "name"), say("the year before is here"))
                remedy = say("nothing to mend where both stand so")
                yield Finding(found.after.report, new, "stage", message, remedy, (related,))


def _counts(programme: Programme) -> Iterator[tuple[Message, int, int | None]]:
    """Yield how many projects a programme names and counts: in all, and of each stage or sector it is told apart by.

    A breakdown is all of a programme, so that what it leaves out is none.
    """
    yield NOTHING, len(programme.projects), _whole(programme.figures.number)
    for breakdown in programme.breakdowns:
        if breakdown.by in (Grouping.STAGE, Grouping.SECTOR):
            by_stage = breakdown.by is Grouping.STAGE
            named = Counter(each.known_stage if by_stage else each.sector for each in programme.projects)
            for group, number in named.items():
                items = [item for item in breakdown.items if (item.known_stage if by_stage else item.name) == group]
                counts = [_whole(item.figures.number) for item in items]
                if group and None not in counts:
                    yield say(" as {group}", group=group), number, sum(count for count in counts if count)


def _whole(cell: Cell | None) -> int | None:
    """Return a count, if it is a plain one."""
    figure = plain_figure(cell)
    there = convert(figure, "个") if figure else None
    return int(there.size) if there and there.size == there.size.to_integral_value() else None

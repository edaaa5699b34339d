"""The programmes of a document: their figures, how they are told apart, and the projects that are named in them."""

from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planctl.documents.extraction.chapters import lines_looking_back
from planctl.documents.reading.document import Document
from planctl.grammar.documents import behind_mark, is_box
from planctl.grammar.programmes import (
    Counted,
    counted_in,
    leads_to_parts,
    listed_behind,
    listed_by_stage,
    named_with_stage,
    parse_project_heading,
    priced,
    stage_of_programme,
    stands_apart,
)
from planctl.grammar.projects import is_other, is_place, parse_stage
from planctl.report.model import Grouping

SOURCES = ("政府", "社会", "企业", "民间", "财政")


class PrintedProject(NamedTuple):
    """A named project: its name, the words for its stage and its sector as printed, and its line."""

    name: str
    stage: str
    sector: str
    line: int


class PrintedBreakdown(NamedTuple):
    """All of a programme, told apart: by what, in which section, its parts, and the line of the first."""

    by: Grouping
    section: str
    items: tuple[Counted, ...]
    line: int


class PrintedProgramme(NamedTuple):
    """A list of projects: its name, its section, its figures if there are any, what it is made of, and its line."""

    name: str
    section: str
    figures: Counted | None
    line: int
    breakdowns: tuple[PrintedBreakdown, ...] = ()
    projects: tuple[PrintedProject, ...] = ()

    @property
    def stage(self) -> str:
        """The words in its name for the stage of all its projects, if it has any."""
        stage = stage_of_programme(self.name)
        return stage.printed if stage else ""


def read_programmes(document: Document) -> tuple[PrintedProgramme, ...]:
    """Return the programmes of a document in its order; one that the text and a box print alike stands in the box.

    What a chapter that looks back tells of projects (完成投资312亿元) was done, and is no programme of the year.
    """
    reading, back = _Reading(), lines_looking_back(document)
    for number, line in enumerate(document.lines, 1):
        start, _ = document.flow.line_span(number)
        text = "".join(line.split())
        if text and start < len(document.flow.text) and number not in back:
            reading.read(text, document.flow.section_at(start), number)
    return tuple(reading.programmes())


class _Reading:
    """Written line by line.

    Parts in a sentence are of the programme that was named last; the items of a list, and lines behind 其中：, are of
    the first one in the paragraph above it, or of the heading. Of each programme its parts are kept by the line that
    they begin in; those without figures are found by name and section, and the others by name and count.
    """

    def __init__(self) -> None:
        self._made: list[PrintedProgramme] = []
        self._lists: list[dict[int, tuple[str, list[Counted]]]] = []
        self._projects: list[list[PrintedProject]] = []
        self._headings: dict[tuple[str, str], deque[int]] = defaultdict(deque)
        self._printed: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._open: int | None = None
        self._subject: int | None = None
        self._list: list[Counted] | None = None
        self._parted = False

    def programmes(self) -> Iterator[PrintedProgramme]:
        """Yield the programmes that have figures, parts or projects, their own section's breakdowns first."""
        for made, lists, projects in zip(self._made, self._lists, self._projects, strict=True):
            if made.figures or projects:
                parted = [
                    PrintedBreakdown(_by(items), section, tuple(items), line)
                    for line, (section, items) in lists.items()
                ]
                own_first = sorted(parted, key=lambda each: each.section != made.section)
                yield made._replace(breakdowns=tuple(own_first), projects=tuple(projects))

    def read(self, text: str, section: str, line: int) -> None:
        """Read the next line of the document, without white space."""
        if self._open is not None and self._made[self._open].section != section:
            self._open = self._subject = self._list = None
        if heading := parse_project_heading(text):
            self._list = None
            self._open = self._subject = self._add(PrintedProgramme(heading, section, None, line))
            self._headings[heading, section].append(self._open)
            return
        item = behind_mark(text)
        stage, names = listed_by_stage(item or text)
        if names and self._open is not None:
            self._add_projects(names, stage, "", line)
            return
        counted = _of_the_whole(counted_in(text))
        is_parts = item is None and self._parted and bool(counted) and not stands_apart(text)
        self._parted = leads_to_parts(text) or (self._parted and (is_parts or item is not None))
        if item is None and not is_parts:
            self._list = None
        elif self._subject is not None:
            self._open = self._subject
            self._read_item(item or text, text, counted if is_parts else counted[:1], section, line)
            return
        named = [self._open for each in counted if self._read_counted(each, text, section, line)]
        self._subject = named[0] if named else self._subject
        self._list = None

    def _read_item(self, inside: str, text: str, counted: list[Counted], section: str, line: int) -> None:
        """Read an item of a list: a part of the programme with its figures, or projects of a sector by their stages."""
        for each in counted:
            self._add_part(each, section, line)
            stage = each.name.removesuffix("项目")
            names = listed_behind(text, each.span[1])
            self._add_projects(names, stage if parse_stage(stage).stage else "", "", line)
        if counted:
            return
        name, stage = priced(inside)
        if name:
            self._add_projects((name,), stage, "", line)
            return
        sector, dot, rest = inside.partition("。")
        for stage, names in named_with_stage(rest if dot else inside):
            self._add_projects(names, stage, sector if dot else "", line)

    def _read_counted(self, each: Counted, text: str, section: str, line: int) -> bool:
        """Read a name with a count in a sentence, and return whether it is a programme."""
        if each.is_part and self._open is not None:
            self._add_part(each, section, line)
            return False
        self._list = None
        names = listed_behind(text, each.span[1])
        if not (each.total or each.planned or (names and is_box(section))):
            return False
        self._open = self._place_of(each, section, line)
        self._add_projects(names, "", "", line)
        return True

    def _place_of(self, each: Counted, section: str, line: int) -> int:
        """Return where a programme is among those that are known, or add it: the same name and count are the same."""
        headings, printed = self._headings[each.name, section], self._printed[each.name, each.number]
        first = next((index for index in printed if _both(self._made[index].figures, each)), None)
        if headings and (first is None or headings[0] < first):
            first = headings.popleft()
            insort(printed, first)
        elif first is None:
            first = self._add(PrintedProgramme(each.name, section, each, line))
            printed.append(first)
        known = self._made[first]
        place = section if is_box(section) else known.section
        self._made[first] = known._replace(figures=_both(known.figures, each), section=place)
        return first

    def _add(self, made: PrintedProgramme) -> int:
        self._made.append(made)
        self._lists.append({})
        self._projects.append([])
        return len(self._made) - 1

    def _add_part(self, each: Counted, section: str, line: int) -> None:
        if self._list is None:
            self._list = []
            if self._open is not None:
                self._lists[self._open].pop(line, None)
                self._lists[self._open][line] = (section, self._list)
        self._list.append(each)

    def _add_projects(self, names: tuple[str, ...], stage: str, sector: str, line: int) -> None:
        if self._open is not None:
            self._projects[self._open] += (PrintedProject(name, stage, sector, line) for name in names)


def _of_the_whole(counted: Iterable[Counted]) -> list[Counted]:
    """Return counts of which the first has the money that stands behind the last of its parts, where none has any."""
    found = list(counted)
    plain = [each for each in found if not (each.total or each.planned)]
    if len(found) > 2 and plain == found[:-1] and all(each.is_part for each in found[1:]):
        whole, *others, last = found
        whole = whole._replace(total=last.total, planned=last.planned)
        return [whole, *others, last._replace(total="", planned="")]
    return found


def _both(one: Counted | None, other: Counted) -> Counted | None:
    """Return all figures that are printed of one programme; `None` where two printings of it do not agree."""
    if one is None:
        return other
    pairs = [(one.number, other.number), (one.total, other.total), (one.planned, other.planned)]
    if any(this and that and this != that for this, that in pairs):
        return None
    number, total, planned = (this or that for this, that in pairs)
    return one._replace(number=number, total=total, planned=planned)


def _by(items: list[Counted]) -> Grouping:
    """Return by what the parts of a programme are told apart, as their names say."""
    if all(parse_stage(item.name).stage for item in items):
        return Grouping.STAGE
    if all(item.name.startswith(SOURCES) and "投资" in item.name for item in items):
        return Grouping.SOURCE
    return by_place(items[0].name)


def by_place(name: str) -> Grouping:
    """Return whether a part of a programme is told apart as a place or as a sector, as its name says."""
    return Grouping.AREA if is_place(name) else Grouping.SECTOR


def apart(item: Counted, by: Grouping) -> Grouping | None:
    """Return by what a part of a list is told apart, where it is otherwise than the list."""
    mixed = by in (Grouping.AREA, Grouping.SECTOR) and not is_other(item.name) and by_place(item.name) is not by
    return by_place(item.name) if mixed else None

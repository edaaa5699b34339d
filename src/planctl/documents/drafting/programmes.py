"""The project plan, drafted: programmes with their figures, what they may have in common, and the projects named."""

from collections.abc import Sequence

from planctl.documents.drafting.entries import SUMMARY, Data, compact
from planctl.documents.extraction.programmes import PrintedBreakdown, PrintedProgramme, PrintedProject, apart
from planctl.documents.reading.document import Document
from planctl.files.layout import Quoted
from planctl.grammar.programmes import Counted
from planctl.grammar.projects import parse_stage
from planctl.messages.placeholders import TO_TRANSLATE
from planctl.report.catalogue import Catalogue
from planctl.report.model import Level

LEVELS = {"国": Level.NATIONAL, "省": Level.PROVINCIAL, "自": Level.PROVINCIAL, "市": Level.MUNICIPAL}
LEVELS |= {"区": Level.DISTRICT, "县": Level.COUNTY, "旗": Level.COUNTY}
MOST_OVERLAPS = 30
"""Of a document with more programmes than any report has, not every pair is told."""


def draft_programmes(
    programmes: Sequence[PrintedProgramme], document: Document, catalogue: Catalogue, region: str
) -> list[Data]:
    """Return the entries of programmes, in printed order; `region` is the name of whose plan it is."""
    ids: list[str] = []
    names: list[str] = []
    taken: set[str] = set()
    for count, programme in enumerate(programmes, 1):
        known = catalogue.programme(programme.name)
        ids.append(known.id if known and known.id not in taken else f"programme-{count}")
        taken.add(ids[-1])
        names.append(known.name_en if known else TO_TRANSLATE)
    entries = []
    projects = 0
    for count, (id, programme) in enumerate(zip(ids, programmes, strict=True)):
        breakdowns = [_breakdown(each) for each in programme.breakdowns]
        values = (
            ("id", id),
            ("name", programme.name),
            ("name_en", names[count]),
            ("level", _level(programme.name, region)),
            ("section", programme.section),
            ("stage", programme.stage or None),
            *_figures(programme.figures),
            ("draft", document.place(programme.line)),
            ("overlaps", _overlaps(count, programmes, ids)),
            ("breakdowns", breakdowns),
            ("projects", [_project(each, projects + number, document) for number, each in _numbered(programme)]),
        )
        projects += len(programme.projects)
        entries.append(compact(values))
    return entries


def _numbered(programme: PrintedProgramme) -> Sequence[tuple[int, PrintedProject]]:
    return tuple(enumerate(programme.projects, 1))


def _level(name: str, region: str) -> str:
    """Return whose programme it is: its name says so (市级), or it is of the region whose plan it is."""
    whose = "省" if region.endswith("自治区") else region[-1:]
    sign = name[0] if name[1:2] in ("级", "重") and name[0] in LEVELS else whose
    return LEVELS.get(sign, Level.MUNICIPAL).value


def _figures(figures: Counted | None) -> tuple[tuple[str, str | None], ...]:
    if not figures:
        return ()
    measures = (("count", figures.number), ("total_investment", figures.total), ("planned_investment", figures.planned))
    return tuple((measure, Quoted(text) if text else None) for measure, text in measures)


def _english(name: str) -> str:
    """Return the English of a part that is named for its stage, as that has a word in English."""
    stage = parse_stage(name).stage
    return stage.value.capitalize() if stage else TO_TRANSLATE


def _breakdown(made: PrintedBreakdown) -> Data:
    named = ((item, apart(item, made.by)) for item in made.items)
    items = [
        compact((("name", item.name), ("name_en", _english(item.name)), ("grouping", by and by.value), *_figures(item)))
        for item, by in named
    ]
    return {"by": made.by.value, "section": made.section, "items": items}


def _overlaps(count: int, programmes: Sequence[PrintedProgramme], ids: Sequence[str]) -> list[Data]:
    """Return the later programmes that may have projects of this one, as no report says how many they share.

    Projects that are being prepared are in no list of those that are built. Where a part of one has the name of the
    other, they can share no projects outside of it.
    """
    this = programmes[count]
    entries = []
    later = slice(count + 1, count + 1 + MOST_OVERLAPS)
    for other, id in zip(programmes[later], ids[later], strict=True):
        if bool(other.stage) == bool(this.stage):
            parts = [item.name for each in other.breakdowns for item in each.items]
            within = this.name if this.name in parts else None
            entries.append(compact((("id", id), ("within", within), ("remark", SUMMARY))))
    return entries


def _project(project: PrintedProject, number: int, document: Document) -> Data:
    values = (
        ("id", f"project-{number}"),
        ("name", project.name),
        ("stage", project.stage or None),
        ("sector", project.sector or None),
        ("draft", document.place(project.line)),
    )
    return compact(values)

"""The files of the next report, before it is read: the rows of this year's targets, with cells that wait for it."""

from planctl.documents.drafting.entries import Data, DraftFile, compact, row_entry
from planctl.files.layout import Quoted
from planctl.messages.placeholders import NO_ADDRESS, NO_DAY, NO_HASH, TO_TRANSLATE, TO_WRITE
from planctl.report.model import Indicator, Level, Programme, Region, Report, Source
from planctl.values.meanings import Direction, Ground

WAITS = "the next report"


def scaffold(targets: Report, projects: Report | None = None) -> tuple[DraftFile, ...]:
    """Return the files for the report on the outcome of a year's targets: that outcome, and what is planned next.

    Rows, ids, names and targets are those of this year; results, and the targets of the next year, are blank. Where
    this year has a project plan, its programmes and their parts are begun too, without figures.
    """
    header = _header(targets.source)
    files = []
    for kind, year in (("indicators", targets.year), ("targets", targets.year + 1)):
        rows = [_row(row, kind) for row in targets.indicators]
        data: Data = {"report": header, "year": year, "indicators": rows}
        files.append(DraftFile(kind, year, data, len(rows), len(rows)))
    if projects:
        programmes = [_programme(programme) for programme in projects.programmes]
        year = projects.year + 1
        files.append(DraftFile("projects", year, {"report": header, "year": year, "programmes": programmes}))
    return tuple(files)


EXAMPLE = "an example: write the first rows of the table instead, then remove this line"
EXAMPLES = (("gdp-growth", "地区生产总值增速", "%", "expected"), ("grain-output", "粮食产量", "万吨", "constraint"))
"""Rows that nearly every plan has, to be written over."""


def by_hand(region: Region, year: int) -> tuple[DraftFile, ...]:
    """Return the files for a report on the outcome of a year, of a region that nothing is known of: two rows each.

    Cells are blank, and nothing is asked for that is not needed.
    """
    known = {"name_en": region.name_en} if region.name_en else {}
    header: Data = {
        "draft": WAITS,
        "title": TO_WRITE,
        "region": {"code": Quoted(region.code), "name": region.name or TO_WRITE, **known},
        "issuer": TO_WRITE,
        "delivered": Quoted(NO_DAY),
    }
    files = []
    for kind, of in (("indicators", year), ("targets", year + 1)):
        rows = [_example(kind, str(number), *example) for number, example in enumerate(EXAMPLES, 1)]
        files.append(DraftFile(kind, of, {"report": header, "year": of, "indicators": rows}, len(rows), len(rows)))
    programme: Data = {
        "id": "key-projects",
        "name": TO_WRITE,
        "level": Level.DISTRICT.value,
        "section": TO_WRITE,
        "draft": EXAMPLE,
    }
    files.append(DraftFile("projects", year + 1, {"report": header, "year": year + 1, "programmes": [programme]}))
    return tuple(files)


def _example(kind: str, number: str, id: str, name: str, unit: str, kind_of_row: str) -> Data:
    cells = {"target": ""} | ({"actual": ""} if kind == "indicators" else {})
    entry = {"id": id, "number": number, "name": name, "unit": unit, "kind": kind_of_row, "draft": EXAMPLE}
    return row_entry(entry | cells)


def _header(source: Source) -> Data:
    known = {"name_en": source.region.name_en} if source.region.name_en else {}
    region = {"code": Quoted(source.region.code), "name": source.region.name, **known}
    return {
        "draft": WAITS,
        "title": TO_WRITE,
        "region": region,
        "issuer": source.issuer,
        "delivered": Quoted(NO_DAY),
        "source": {"url": NO_ADDRESS, "sha256": Quoted(NO_HASH)},
    }


def _programme(programme: Programme) -> Data:
    breakdowns = [
        {
            "by": made.by.value,
            "section": made.section,
            "items": [{"name": item.name, "name_en": item.name_en} for item in made.items],
        }
        for made in programme.breakdowns
    ]
    values = (
        ("id", programme.id),
        ("name", programme.name),
        ("name_en", programme.name_en),
        ("level", programme.level.value),
        ("section", programme.section),
        ("stage", programme.stage.printed if programme.stage else None),
        ("draft", WAITS),
        ("breakdowns", breakdowns),
    )
    return compact(values)


def _row(row: Indicator, kind: str) -> Data:
    is_outcome = kind == "indicators"
    entry = {
        "id": row.id,
        "name": row.name,
        "name_en": row.name_en or TO_TRANSLATE,
        "unit": row.unit or None,
        "better": row.better.value if row.better is Direction.LOWER or row.ground is Ground.WRITTEN else None,
        "reference": row.reference,
        "due": row.due.value if row.due else None,
        "target": row.target.printed if is_outcome and row.target else "",
        "actual": "" if is_outcome else None,
        "draft": WAITS,
    }
    if row.is_part:
        return row_entry(entry | {"prefix": row.prefix})
    if row.number is None:
        entry |= {"quote": TO_WRITE, "section": TO_WRITE}
    return row_entry(
        entry | {"number": row.number, "kind": row.kind.value, "parts": [_row(part, kind) for part in row.parts]}
    )

"""The files of the next report, before it is read: the rows of this year's targets, with cells that wait for it."""

from planctl.documents.drafting.entries import Data, DraftFile, compact, row_entry
from planctl.files.layout import Quoted
from planctl.messages.placeholders import NO_ADDRESS, NO_DAY, NO_HASH, TO_TRANSLATE, TO_WRITE
from planctl.report.model import Indicator, Programme, Report, Source
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


def _header(source: Source) -> Data:
    region = {"code": Quoted(source.region.code), "name": source.region.name, "name_en": source.region.name_en}
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

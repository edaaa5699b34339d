"""`planctl diff A/ B/`: what a correction of a transcript changed, year by year."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from planctl.diff.correction import Corrected, CorrectedYear, Edit
from planctl.judging.assessment import Assessment
from planctl.messages.message import say
from planctl.showing.look import Look
from planctl.showing.pieces import STYLES, printed_name, status_text
from planctl.showing.sheet import Sheet, sheet_of
from planctl.showing.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType

    from planctl.showing.table import Piece

AGREEING = {True: say("agrees"), False: say("disagrees"), None: say("is not compared")}
SUMMED = {
    "years": say("years that differ"),
    "added": say("added"),
    "dropped": say("dropped"),
    "changed": say("changed"),
    "targets": say("targets"),
    "actuals": say("actuals"),
    "verdicts": say("verdicts"),
    "others": say("others"),
}
FIELDS = {
    "plan": say("in the file of targets"),
    "final": say("in the final figures"),
    "partition": say("parts are exhaustive"),
    "sha256": say("digest of the document"),
    "url": say("address of the document"),
    "name_en": say("name in English"),
    "better": say("which way is better"),
    "adjusted": say("adjusted"),
    "accept": say("acknowledged"),
    "follows": say("what it follows"),
    "part_of": say("what it is part of"),
    "target": say("target"),
    "actual": say("actual"),
    "estimate": say("an estimate by"),
    "stated": say("by the report"),
    "claim": say("count sentence"),
    "reasons": say("reason"),
    "notes": say("note"),
    "statements": say("statement"),
    "source": say("report"),
    "unit": say("unit"),
    "number": say("number"),
    "name": say("name"),
    "kind": say("kind"),
    "remark": say("remark"),
    "quote": say("quote"),
}
"""What the keys of the files are called for a reader of the table; programs see the keys."""
DIGEST_SHOWN = 8
"""Signs of a digest that tell it from another."""
COLUMNS = ("year", "change", "id", "number", "name", "field", "before", "after", "same_meaning", "target", "flipped")


class ShownCorrection(NamedTuple):
    """Two folders, and what differs between them."""

    before: str
    after: str
    years: tuple[CorrectedYear, ...]


def document(shown: ShownCorrection, _: Wording) -> dict[str, Any]:
    """Return the JSON of `diff A/ B/`."""
    return {
        "schema": 1,
        "from": shown.before,
        "to": shown.after,
        "summary": summary(shown),
        "years": [_year(year) for year in shown.years],
    }


def summary(shown: ShownCorrection) -> dict[str, int]:
    """Return how many rows were added, dropped and changed, and how many of which cells and verdicts."""
    rows = [row for year in shown.years for row in year.rows]
    edited = [edit.field for row in rows for edit in row.edits]
    return {
        "years": sum(year.is_change for year in shown.years),
        "added": sum(_change(row) == "added" for row in rows),
        "dropped": sum(_change(row) == "dropped" for row in rows),
        "changed": sum(_change(row) == "changed" for row in rows),
        "targets": sum(field in ("target", "adjusted.target") for field in edited),
        "actuals": edited.count("actual"),
        "verdicts": sum(row.flipped for row in rows),
        "others": sum(len(year.others) for year in shown.years),
    }


def _year(year: CorrectedYear) -> dict[str, Any]:
    return {
        "year": year.year,
        "before": _assessed(year.before),
        "after": _assessed(year.after),
        "rows": [_row(row) for row in year.rows],
        "others": [edit._asdict() for edit in year.others],
    }


def _assessed(assessment: Assessment | None) -> dict[str, Any] | None:
    if not assessment:
        return None
    agrees = assessment.agreement.agrees if assessment.agreement else None
    return {"summary": assessment.counts._asdict(), "agrees": agrees}


def _row(row: Corrected) -> dict[str, Any]:
    return {
        "change": _change(row),
        "id": row.row.id,
        "number": row.row.number,
        "prefix": row.row.prefix or None,
        "name": row.row.name,
        "name_en": row.row.name_en,
        "edits": [edit._asdict() for edit in row.edits],
        "target": row.target.value if row.target else None,
        "verdict_before": row.statuses[0].value if row.statuses[0] else None,
        "verdict_after": row.statuses[1].value if row.statuses[1] else None,
        "flipped": row.flipped,
    }


def _change(row: Corrected) -> str:
    if not row.before:
        return "added"
    return "changed" if row.after else "dropped"


def sheet(shown: ShownCorrection, _: Wording) -> Sheet:
    """Return a row for each text that differs, for each verdict that flipped, and for each row that one side lacks."""
    return sheet_of(COLUMNS, (record for year in shown.years for record in _records(year)))


def _records(year: CorrectedYear) -> Iterator[dict[str, Any]]:
    if (year.before is None) != (year.after is None):
        yield {"year": year.year, "change": "dropped" if year.before else "added"}
    for row in year.rows:
        found = {**_row(row), "year": year.year}
        for edit in row.edits:
            yield {**found, **edit._asdict()}
        if row.flipped or not row.edits:
            yield {**found, "field": "verdict", "before": found["verdict_before"], "after": found["verdict_after"]}
    for edit in year.others:
        yield {"year": year.year, "change": "changed", **edit._asdict()}


def brief(shown: ShownCorrection, wording: Wording) -> Sheet:
    """Return the same rows."""
    return sheet(shown, wording)


def table(shown: ShownCorrection, look: Look) -> Sequence["RenderableType"]:
    """Return what differs in each year, a line for each text, and the counts below."""
    from planctl.showing.table import Column, Piece, fit_lines, fit_table, left_out

    say = look.wording.say
    columns = (
        Column(say("Year"), spare=1),
        Column(say("No."), right=True, spare=2),
        Column(say("Row"), least=16),
        Column(say("Field"), least=12),
        Column(say("Before"), least=10),
        Column(say("After"), least=10),
        Column("", least=10),
    )
    rows = [line for year in shown.years for line in _lines(year, look)]
    head = fit_lines([Piece(f"{shown.before} {look.signs.becomes} {shown.after}", "bold"), Piece("")], look)
    if not rows:
        return [head, fit_lines([Piece(say("no difference"))], look)]
    grid = fit_table(columns, rows, look)
    both = shown._replace(years=tuple(year for year in shown.years if year.before and year.after))
    found = {**summary(both), "years": summary(shown)["years"]}
    counts = tuple(say("{name} {number}", name=SUMMED[name], number=number) for name, number in found.items() if number)
    agreement = (Piece(line) for year in shown.years for line in _agreement(year, look.wording))
    below = [Piece(""), Piece(say("counts: {counts}", counts=counts)), *agreement, *left_out(grid, look)]
    return [head, grid, fit_lines(below, look)]


def _lines(year: CorrectedYear, look: Look) -> Iterator[list["Piece"]]:
    from planctl.showing.table import Piece

    say = look.wording.say
    if (year.before is None) != (year.after is None):
        said = say("dropped") if year.before else say("added")
        whole = say("the whole year, {count} rows", count=len(year.rows))
        yield [Piece(text) for text in (str(year.year), "", whole, "", "", "", said)]
        return
    for row in year.rows:
        for field, before, after, note, style in _row_lines(row, look):
            texts = (str(year.year), row.row.number or "", printed_name(row.row), field, before, after)
            yield [*map(Piece, texts), Piece(note, style)]
    for edit in year.others:
        yield [Piece(text) for text in (str(year.year), "", "", *_texts(edit, look.wording), "")]


def _row_lines(row: Corrected, look: Look) -> Iterator[tuple[str, str, str, str, str]]:
    say = look.wording.say
    for edit in row.edits:
        of_target = edit.field == ("adjusted.target" if row.row.adjusted else "target")
        moved = look.wording.term(row.target) if row.target and of_target else ""
        field, before, after = _texts(edit, look.wording)
        yield field, before, after, say("means the same") if edit.same_meaning else moved, "dim"
    old, new = row.statuses
    before, after = (status_text(status, look) if status else "" for status in (old, new))
    if row.flipped:
        yield say("verdict"), before, after, say("flipped"), STYLES[new] if new else ""
    if not (row.before and row.after):
        yield "", before, after, say("dropped") if row.before else say("added"), "yellow"


def _texts(edit: Edit, wording: Wording) -> tuple[str, str, str]:
    """Return what differs, and how it was and is, in words; a digest is shown as far as it tells two apart."""
    keys = edit.field.split(".")
    field = ": ".join(wording(FIELDS[key]) if key in FIELDS else key for key in keys)
    values = []
    for value in (edit.before or "", edit.after or ""):
        if keys[-1] == "sha256":
            value = value[:DIGEST_SHOWN]
        values.append(wording.translate(value.lower()) if value in ("True", "False") else value)
    return field, values[0], values[1]


def _agreement(year: CorrectedYear, wording: Wording) -> Iterator[str]:
    before, after = (_assessed(each) for each in (year.before, year.after))
    if before and after and before["agrees"] is not after["agrees"]:
        yield wording.say(
            "{year} {before} with the report before, and {after} after",
            year=str(year.year),
            before=AGREEING[before["agrees"]],
            after=AGREEING[after["agrees"]],
        )

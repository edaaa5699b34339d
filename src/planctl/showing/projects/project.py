"""A named project: a row described once, for every output."""

from typing import Any

from planctl.messages.message import say
from planctl.projects.listing import Named
from planctl.showing.fields import ALL, NOWHERE, PROGRAMS, UNTITLED, Field, Output, Type, object_of
from planctl.showing.pieces import report_name, shown_place
from planctl.showing.projects.pieces import stage_text
from planctl.showing.wording import ENGLISH, Wording


def _at(row: Named) -> str:
    return f"projects.{row.project.id}"


def _within(row: Named) -> str:
    section = row.project.section
    return f"{section} {row.programme.name}" if row.programme else section


def _key(row: Named, *words: str) -> str:
    return ".".join((row.report.source.region.code, report_name(row.report), *words))


# fmt: off
IN = ("projects",)
PROJECT: tuple[Field[Named], ...] = (
    Field("key", UNTITLED, say("Region, report and id."), lambda row: _key(row, "projects", row.project.id),
        outputs=NOWHERE, tables=IN, required=True),
    Field("region", UNTITLED, say("Whose plan it is in."), lambda row: row.report.source.region.code, outputs=NOWHERE,
        tables=IN, references="regions", required=True),
    Field("year", say("Year"), say("The year of the plan."), lambda row: row.report.year, Type.INTEGER,
        outputs=Output.SHEET, tables=IN, required=True),
    Field("report_key", UNTITLED, say("The report."), _key, outputs=NOWHERE, tables=IN, references="reports",
        required=True),
    Field("programme_key", UNTITLED, say("The programme that names it; none where the text does."),
        lambda row: _key(row, "programmes", row.programme.id) if row.programme else None, outputs=NOWHERE, tables=IN,
        references="programmes"),
    Field("name", say("Project"), say("The name as printed."), lambda row: row.project.name, tables=IN, required=True,
        least=20, names=True),
    Field("stage", say("Stage"), say("preparatory, starting, continuing or completing."),
        lambda row: row.project.known_stage, outputs=ALL ^ Output.TABLE, tables=IN),
    Field("stage_printed", say("Stage as printed"), say("The words for the stage."),
        lambda row: row.project.stage.printed if row.project.stage else None, outputs=ALL ^ Output.TABLE, tables=IN),
    Field("stage_said", say("Stage"), UNTITLED, lambda row: None, outputs=Output.TABLE, least=10,
        shown=lambda row, look: stage_text(row.project.stage, look.wording)),
    Field("sector", say("Sector"), say("The sector as printed."), lambda row: row.project.sector or None,
        outputs=ALL ^ Output.DOCUMENT, tables=IN, style="dim", least=8, spare=2),
    Field("capacity", say("Capacity"), say("The capacity, in words of the name."),
        lambda row: row.project.capacity or None, outputs=ALL ^ Output.DOCUMENT, tables=IN, least=8, spare=3),
    Field("company", say("Company"), say("The company, in words of the name."), lambda row: row.project.company or None,
        outputs=PROGRAMS | Output.SHEET, tables=IN),
    Field("product", say("Product"), say("The product, in words of the name."), lambda row: row.project.product or None,
        outputs=PROGRAMS | Output.SHEET, tables=IN),
    Field("phase", say("Phase"), say("The phase or section that the name says."), lambda row: row.project.phase,
        Type.INTEGER, outputs=PROGRAMS | Output.SHEET, tables=IN),
    Field("programme", say("Programme"), say("The id of the programme that names it."),
        lambda row: row.programme.id if row.programme else None,
        said=lambda row: row.programme.name if row.programme else None, outputs=ALL ^ Output.TABLE),
    Field("within", say("In"), UNTITLED, _within, outputs=Output.TABLE, style="dim", least=12, spare=1),
    Field("level", say("Level"), say("The level of its programme."),
        lambda row: row.programme.level if row.programme else None, outputs=PROGRAMS | Output.TABLE | Output.SHEET,
        tables=IN, style="dim", spare=4),
    Field("section", say("Section"), say("Where the report has it."), lambda row: row.project.section,
        outputs=PROGRAMS | Output.BRIEF | Output.SHEET, tables=IN),
    Field("id", say("Id"), say("The identity of the project across years."), lambda row: row.project.id,
        outputs=PROGRAMS | Output.SHEET, tables=IN, required=True),
    Field("place", UNTITLED, say("Where it stands in the data: file, line and column."),
        lambda row: str(row.report.places.get(_at(row), "")), outputs=PROGRAMS),
    Field("place", say("Place"), say("Where it stands in the data: file, line and column."),
        lambda row: shown_place(row.report.places.get(_at(row))), outputs=Output.SHEET, tables=IN),
)
# fmt: on
CONTRACT = (
    *("id", "name", "stage", "stage_printed", "sector", "capacity", "company", "product", "phase", "programme"),
    *("level", "section", "place"),
)
"""The order that those who use the JSON were promised."""


def project_document(named: Named, wording: Wording = ENGLISH) -> dict[str, Any]:
    """Return the JSON of a named project, with its place; nothing in it is in a language of ours."""
    return object_of(PROJECT, named, wording, CONTRACT)

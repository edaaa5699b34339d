"""The shape of `projects_YEAR.yaml`: the programmes of a year's plan and the projects that it names."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from planctl.files.schema.common import DraftedFields, Fields, FileFields, TextFields
from planctl.files.schema.fields import CellText, Id, Name, ProjectName, StageText, Unit
from planctl.grammar.projects import parse_phase, parse_stage
from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import Grouping, Level
from planctl.values.meanings import Blank, Cell

COUNTER = "个"


class FiguresFields(Fields):
    """The figures of a programme, or of a part of it."""

    count: CellText | None = Field(None, description="how many projects, as printed")
    total_investment: CellText | None = Field(None, description="what they cost in all, as printed")
    planned_investment: CellText | None = Field(None, description="what of that is planned for the year, as printed")

    def figures(self, unit: str) -> model.Figures:
        """Return the figures that are printed; `unit` is that of investments without one."""
        return model.Figures(
            number=_printed(self.count, COUNTER),
            total_investment=_printed(self.total_investment, unit),
            planned_investment=_printed(self.planned_investment, unit),
        )


def _printed(cell: Cell | None, unit: str) -> Cell | None:
    """Return a cell with its unit; a blank one is as good as none."""
    return None if cell is None or isinstance(cell.meaning, Blank) else cell.in_unit(unit)


class ItemFields(FiguresFields):
    """A part of a programme."""

    name: Name = Field(description="name as printed; where the breakdown is by stage, the stage is read from it")
    name_en: str = Field("", description="the same in English, where there is a name for it")
    grouping: Grouping | None = Field(
        None, description="by what this part is told apart, in a list that mixes it with others: a sector among areas"
    )


class BreakdownFields(Fields):
    """All of a programme, told apart."""

    by: Grouping = Field(description="by what; where a list is mixed, by what it begins")
    section: str = Field("", description="section or box that prints it; none before the first")
    items: Annotated[tuple[ItemFields, ...], Field(min_length=1)] = Field(description="the parts, in printed order")

    def build(self, unit: str) -> model.Breakdown:
        """Return the breakdown."""
        stages = (parse_stage(each.name) if self.by is Grouping.STAGE else None for each in self.items)
        items = (
            model.Item(each.name, each.name_en, each.figures(unit), stage, each.grouping)
            for each, stage in zip(self.items, stages, strict=True)
        )
        return model.Breakdown(self.by, self.section, tuple(items))


class OverlapFields(Fields):
    """Another programme that may have some of the same projects."""

    id: Id = Field(description="id of the other programme")
    within: Name | None = Field(None, description="name of the part of it outside of which it has none of them")
    remark: TextFields = Field(description="why they may overlap, in your own words")

    def build(self) -> model.Overlap:
        """Return the overlap."""
        return model.Overlap(self.id, self.within, self.remark.build())


class ProjectFields(DraftedFields):
    """A project that a programme names."""

    id: Id = Field(description="identity of the project; the same in another year only where it is certainly the same")
    name: ProjectName = Field(description="name as printed, with all that is in it")
    stage: StageText | None = Field(
        None, description="words for its stage as printed, see cells.md; `…` where the name comes between"
    )
    sector: str = Field("", description="sector as printed")
    company: str = Field("", description="company, as the name has it")
    product: str = Field("", description="product, as the name has it")
    capacity: str = Field("", description="capacity, as the name has it")
    remark: TextFields | None = Field(None, description="what a reader should know of it")

    def build(self, section: str = "", stage: StageText | None = None) -> model.Project:
        """Return the project, with its programme's section and stage where it has none of its own."""
        own = {**self.values(), "remark": self.remark.build() if self.remark else None}
        read = {"stage": self.stage or stage, "phase": parse_phase(self.name)}
        return model.Project(**{"section": section, **own, **read})


class MentionedProjectFields(ProjectFields):
    """A project that the text names outside of any programme."""

    section: str = Field("", description="section of the report, such as 一（四）; none before the first")


class ProgrammeFields(FiguresFields, DraftedFields):
    """A list of projects that the report plans."""

    id: Id = Field(description="identity of the programme, the same in every year")
    name: Name = Field(description="name as printed")
    name_en: str = Field("", description="name in the field's standard English, where there is one")
    level: Level = Field(description="whose it is")
    section: str = Field("", description="section or box that prints it; none before the first")
    stage: StageText | None = Field(None, description="words for the stage of all its projects, as printed")
    unit: Unit = Field("", description="unit of investments that are printed without one, such as 亿元")
    overlaps: tuple[OverlapFields, ...] = Field((), description="programmes that may have some of the same projects")
    breakdowns: tuple[BreakdownFields, ...] = Field(
        (), description="all of it, or one part, told apart by area, stage or source"
    )
    projects: tuple[ProjectFields, ...] = Field((), description="the projects that it names, in printed order")

    def build(self) -> model.Programme:
        """Return the programme."""
        return model.Programme(
            id=self.id,
            name=self.name,
            name_en=self.name_en,
            level=self.level,
            section=self.section,
            figures=self.figures(self.unit),
            stage=self.stage,
            overlaps=tuple(each.build() for each in self.overlaps),
            breakdowns=tuple(each.build(self.unit) for each in self.breakdowns),
            projects=tuple(each.build(self.section, self.stage) for each in self.projects),
        )


class ProjectsFile(FileFields):
    """`projects_YEAR.yaml`: the project plan of a year."""

    programmes: tuple[ProgrammeFields, ...] = Field(
        (), description="the programmes, in printed order; none where the text only names projects"
    )
    projects: tuple[MentionedProjectFields, ...] = Field(
        (), validate_default=True, description="projects that the text names outside of them"
    )

    @field_validator("projects")
    @classmethod
    def _has_any(
        cls, projects: tuple[MentionedProjectFields, ...], read: ValidationInfo
    ) -> tuple[MentionedProjectFields, ...]:
        """Return the projects; a file has programmes or projects."""
        if not projects and read.data.get("programmes", ()) == ():
            raise PydanticKnownError("missing")
        return projects

    def build(self, places: Mapping[str, Place]) -> model.Report:
        """Return the report that the file holds."""
        return self.build_report(places)._replace(
            programmes=tuple(programme.build() for programme in self.programmes),
            projects=tuple(project.build() for project in self.projects),
        )

"""What files of figures have in common that another publication gives for the rows of a year's plan."""

from collections.abc import Mapping

from pydantic import Field, field_validator
from pydantic_core import PydanticKnownError

from planctl.files.schema.common import AcceptanceFields, DraftedFields, Fields, RegionFields, TextFields
from planctl.files.schema.fields import CellText, Day, Id, Name, Sha256, WebAddress, Year
from planctl.messages.message import Place
from planctl.report import model
from planctl.values.meanings import Blank


class BulletinPublicationFields(Fields):
    """Where the bulletin was published, as far as that is known."""

    url: WebAddress | None = Field(None, description="address of the published bulletin")
    sha256: Sha256 | None = Field(None, description="SHA-256 of the document that was transcribed")


class BulletinFields(DraftedFields):
    """The publication that has the figures, such as a statistical bulletin; what is not known is left out."""

    title: Name = Field(description="title as printed, on one line")
    region: RegionFields = Field(description="whose results they are")
    issuer: Name | None = Field(None, description="who published it")
    delivered: Day | None = Field(None, description="the day it was published")
    source: BulletinPublicationFields = Field(BulletinPublicationFields(), description="where it was published")

    def build(self) -> model.Source:
        """Return the source; what is not known of it is empty."""
        region = model.Region(self.region.code, self.region.name, self.region.name_en)
        url, sha256 = self.source.url or "", self.source.sha256 or ""
        return model.Source(self.title, region, self.issuer or "", self.delivered, url, sha256)


class PublishedFigureFields(DraftedFields):
    """What every such figure has."""

    id: Id = Field(description="id of the row or part of that year's plan")
    actual: CellText = Field(description="result as printed there, read in the unit of the row")
    source: Name = Field(description="words that name the publication and, if needed, the section")
    remark: TextFields | None = Field(
        None, description="what a reader should know, such as another name of the row there"
    )

    @field_validator("actual")
    @classmethod
    def _is_printed(cls, cell: CellText) -> CellText:
        """Return the cell; what has no figure has no entry."""
        if isinstance(cell.meaning, Blank):
            raise PydanticKnownError("string_too_short", {"min_length": 1})
        return cell

    def build(self) -> model.PublishedFigure:
        """Return the figure, without the unit of its row."""
        return model.PublishedFigure(self.id, self.actual, self.source, self.remark.build() if self.remark else None)


class PublishedFile(Fields):
    """What every file of such figures has."""

    report: BulletinFields = Field(description="the publication that has them")
    year: Year = Field(description="the year whose results they are, as in the file's name")
    accept: tuple[AcceptanceFields, ...] = Field((), description="findings of checks that stand, and why")

    def build_report(self, figures: tuple[model.PublishedFigure, ...], places: Mapping[str, Place]) -> model.Report:
        """Return the report that has the figures."""
        return model.Report(
            kind="",
            year=self.year,
            source=self.report.build(),
            accept=tuple(each.build() for each in self.accept),
            figures=figures,
            places=places,
        )

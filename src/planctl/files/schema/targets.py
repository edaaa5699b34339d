"""The shape of `targets_YEAR.yaml`: all that a report says of a year's targets."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from planctl.files.schema.common import FileFields, NumberedFields, RowFields
from planctl.files.schema.fields import CellText
from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import Kind


class PlannedPartFields(RowFields):
    """A row without a number, printed under an indicator (其中, #), in a table of targets."""

    prefix: str = Field("", description="what is printed before the name, such as `其中：` or `#`")
    target: CellText = Field(description='target as printed, `""` where the cell is blank')

    def build(self, kind: Kind) -> model.Indicator:
        """Return the part of an indicator of `kind`."""
        return self.row(kind)._replace(prefix=self.prefix, target=self.target.in_unit(self.unit))


class PlannedIndicatorFields(NumberedFields):
    """A row in a table of targets, or a target in a sentence."""

    target: CellText = Field(description="target as printed")
    parts: tuple[PlannedPartFields, ...] = Field((), description="rows printed under it")

    def build(self) -> model.Indicator:
        """Return the indicator."""
        return self.row(self.kind)._replace(
            number=self.number,
            target=self.target.in_unit(self.unit),
            parts=tuple(part.build(self.kind) for part in self.parts),
        )


class TargetsFile(FileFields):
    """`targets_YEAR.yaml`: all that a report says of a year's targets."""

    indicators: Annotated[tuple[PlannedIndicatorFields, ...], Field(min_length=1)] = Field(
        description="the rows of the table, in printed order"
    )

    def build(self, places: Mapping[str, Place]) -> model.Report:
        """Return the report that the file holds."""
        rows = tuple(row.build() for row in self.indicators)
        return self.build_report(places)._replace(indicators=rows)

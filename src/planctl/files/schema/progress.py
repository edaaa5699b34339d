"""The shape of `progress_YEAR.yaml`: what was reached of a year's plan up to a month of it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from planctl.files.schema.fields import Month
from planctl.files.schema.naming import figure_of
from planctl.files.schema.published import PublishedFigureFields, PublishedFile
from planctl.messages.message import Place
from planctl.report import model


class ProgressFigureFields(PublishedFigureFields):
    """What was reached of a row up to a month; a row may have one for each month."""

    until: Month | None = Field(
        None, description="the month up to which it is, such as 2023-03, where it differs from that of the file"
    )

    def build_until(self, general: str) -> model.PublishedFigure:
        """Return the figure, of its own month or the general one."""
        at = figure_of(self.id, self.until) if self.until else ""
        return self.build()._replace(until=int((self.until or general)[-2:]), at=at)


class ProgressFile(PublishedFile):
    """`progress_YEAR.yaml`: what was reached of a year's plan up to a month of it, cumulated from January."""

    until: Month = Field(description="the month up to which the figures are, such as 2023-06; each may say another")
    figures: Annotated[tuple[ProgressFigureFields, ...], Field(min_length=1)] = Field(
        description="the figures, one for a row and month"
    )

    def build(self, places: Mapping[str, Place]) -> model.Report:
        """Return the report that the file holds."""
        return self.build_report(tuple(figure.build_until(self.until) for figure in self.figures), places)

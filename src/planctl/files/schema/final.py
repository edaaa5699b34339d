"""The shape of `final_YEAR.yaml`: what a later publication gives as the results of a year."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from planctl.files.schema.published import PublishedFigureFields, PublishedFile
from planctl.messages.message import Place
from planctl.report import model


class FinalFigureFields(PublishedFigureFields):
    """The final figure of a row."""


class FinalFile(PublishedFile):
    """`final_YEAR.yaml`: what a later publication gives as the results of a year."""

    figures: Annotated[tuple[FinalFigureFields, ...], Field(min_length=1)] = Field(
        description="the final figures, one for a row"
    )

    def build(self, places: Mapping[str, Place]) -> model.Report:
        """Return the report that the file holds."""
        return self.build_report(tuple(figure.build() for figure in self.figures), places)

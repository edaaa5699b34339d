"""The shape of `indicators_YEAR.yaml`: all that a report says of a year's outcome."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from planctl.files.schema.common import DraftedFields, Fields, FileFields, NumberedFields, RowFields, TextFields
from planctl.files.schema.fields import CellText, Count, Id, Name, Quote
from planctl.files.schema.projects import MentionedProjectFields
from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import Kind


class AdjustmentFields(Fields):
    """A note that changes a row's target."""

    target: CellText = Field(description="the new target as printed in the note")
    replaces: CellText = Field(description="the old target as printed in the note")
    name: Name = Field(description="the row's name as printed in the note")
    note: Name = Field(description="number of the note")
    stated: str = Field("", description="what the note concludes, as printed")

    def build(self, unit: str) -> model.Adjustment:
        """Return the adjustment of a row with that unit."""
        return model.Adjustment(
            self.target.in_unit(unit), self.replaces.in_unit(unit), self.name, self.note, self.stated
        )


class ResultRowFields(RowFields):
    """What every row has in a table of results."""

    target: CellText | None = Field(
        None, description="target as printed beside the result; the year's targets file supplies it where none is"
    )
    adjusted: AdjustmentFields | None = Field(None, description="what a note makes of the target")
    actual: CellText = Field(description='result as printed, `""` where the cell is blank')
    estimate: Quote | None = Field(
        None,
        description="the printed words that call the result an estimate, where they stand apart from it: in the head "
        "of its column (2024年预计完成), or before it in its sentence (预计)",
    )
    stated: Quote | None = Field(
        None,
        description="what the report itself says became of the target, where it prints that beside the figures: 未完成",
    )

    def row(self, kind: Kind) -> model.Indicator:
        """Return the row with its target and its result."""
        target = self.target.in_unit(self.unit) if self.target else None
        of_growth = self.actual.whole and target and target.is_rate  # the target says which of both it asks
        actual = self.actual if of_growth else self.actual.in_unit(self.unit)
        return (
            super()
            .row(kind)
            ._replace(
                target=target,
                adjusted=self.adjusted.build(self.unit) if self.adjusted else None,
                actual=actual.as_estimate() if self.estimate else actual,
                estimate=self.estimate or "",
                stated=self.stated or "",
            )
        )


class ResultPartFields(ResultRowFields):
    """A row without a number, printed under an indicator (其中, #), in a table of results."""

    prefix: str = Field("", description="what is printed before the name, such as `其中：` or `#`")

    def build(self, kind: Kind) -> model.Indicator:
        """Return the part of an indicator of `kind`."""
        return self.row(kind)._replace(prefix=self.prefix)


class ResultIndicatorFields(NumberedFields, ResultRowFields):
    """A row in a table of results, or a result in a sentence."""

    parts: tuple[ResultPartFields, ...] = Field((), description="rows printed under it")

    def build(self) -> model.Indicator:
        """Return the indicator."""
        return self.row(self.kind)._replace(
            number=self.number,
            parts=tuple(part.build(self.kind) for part in self.parts),
        )


class ClaimedClassFields(Fields):
    """Indicators that the report counts apart, as neither met nor unmet."""

    words: Name = Field(description="the words for them as printed, such as 暂无数据")
    count: Count = Field(description="how many they are")

    def build(self) -> model.ClaimedClass:
        """Return the class."""
        return model.ClaimedClass(self.words, self.count)


class ClaimFields(DraftedFields):
    """What the report states of its own outcome."""

    total: Count = Field(description="indicators in all")
    met: Count | None = Field(None, description="met or exceeded, where the report counts them")
    unmet: Count | None = Field(None, description="not met, where the report counts them")
    discontinued: Count = Field(0, description="no longer counted")
    includes: str = Field("", description="what the report says the count includes, as printed")
    discontinued_indicators: tuple[Id, ...] = Field((), description="ids that the report calls no longer counted")
    unmet_indicators: tuple[Id, ...] = Field((), description="ids that the count sentence names as not met")
    others: tuple[ClaimedClassFields, ...] = Field((), description="further classes that the report counts")

    def build(self) -> model.Claim:
        """Return the claim."""
        return model.Claim(**{**self.values(), "others": tuple(each.build() for each in self.others)})


class EnumerationFields(Fields):
    """Names that the report counts while it lists them."""

    quote: Quote = Field(description="the words that count them, as printed")
    count: Count = Field(description="the number it gives")
    indicators: tuple[Id, ...] = Field(description="ids that it lists")

    def build(self) -> model.Enumeration:
        """Return the enumeration."""
        return model.Enumeration(self.quote, self.count, self.indicators)


class ReasonFields(DraftedFields):
    """A reason for missed targets."""

    number: Name = Field(description="number as printed, such as 一")
    indicators: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="id of every row that it names; a part counts as its indicator"
    )
    summary: TextFields = Field(description="the reason, in your own words")
    enumeration: EnumerationFields | None = Field(None, description="names that it counts itself")

    def build(self) -> model.Reason:
        """Return the reason."""
        counted = self.enumeration.build() if self.enumeration else None
        return model.Reason(self.number, self.indicators, self.summary.build(), counted)


class IndicatorsFile(FileFields):
    """`indicators_YEAR.yaml`: all that a report says of a year's outcome."""

    claim: ClaimFields | None = Field(None, description="what the report states of its own outcome")
    indicators: Annotated[tuple[ResultIndicatorFields, ...], Field(min_length=1)] = Field(
        description="the rows of the table, in printed order"
    )
    reasons: tuple[ReasonFields, ...] = Field((), description="why targets were missed, as the report groups them")
    projects: tuple[MentionedProjectFields, ...] = Field(
        (), description="projects that the text names as built, started or under way"
    )

    def build(self, places: Mapping[str, Place]) -> model.Report:
        """Return the report that the file holds."""
        rows = tuple(row.build() for row in self.indicators)
        return self.build_report(places)._replace(
            indicators=rows,
            projects=tuple(project.build() for project in self.projects),
            claim=self.claim.build() if self.claim else None,
            reasons=tuple(reason.build() for reason in self.reasons),
        )

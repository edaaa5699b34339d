"""What every kind of file is made of, in pydantic, and how the model is built from it once it is checked.

`docs/data.md` is made from these classes and their descriptions.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from planctl.files.schema.fields import (
    CellText,
    Day,
    Id,
    IdOrFigure,
    Name,
    Quote,
    RegionCode,
    Sha256,
    Truth,
    Unit,
    WebAddress,
    Year,
)
from planctl.messages.message import Place
from planctl.report import model
from planctl.report.model import Kind, Period, Redefinition, Succession
from planctl.values.meanings import Direction, Due, Given, Ground

BETTER = "`lower` where less is better, `higher` where more is; where it is not written, the catalogue knows it by name"


def given(written: Direction | None) -> Given:
    """Return the direction of an entry, as far as it writes one."""
    return Given(written, Ground.WRITTEN) if written else Given(Direction.HIGHER, Ground.DEFAULT)


class Fields(BaseModel):
    """Every key is known, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class DraftedFields(Fields):
    """What a draft marks one by one."""

    draft: Name | None = Field(
        None, description="where it was found, while it is a draft; remove it once it was compared with the page"
    )

    def values(self) -> dict[str, Any]:
        """Return what it says, without the mark of a draft."""
        return {key: value for key, value in self if key != "draft"}


class TextFields(Fields):
    """Text of our own."""

    zh: Name = Field(description="in Chinese")
    en: Name = Field(description="in English")

    def build(self) -> model.Text:
        """Return the text."""
        return model.Text(self.zh, self.en)


class RegionFields(Fields):
    """Whose plan it is."""

    code: RegionCode = Field(description="six-digit code of GB/T 2260")
    name: Name = Field(description="official name")
    name_en: str = Field("", description="English name, where there is one")


class PublicationFields(Fields):
    """Where the report was published."""

    url: WebAddress | None = Field(None, description="address of the published report, where there is one")
    sha256: Sha256 | None = Field(
        None, description="SHA-256 of the document that was transcribed, where that is a file"
    )
    form: Literal["text", "html", "docx", "xlsx", "csv", "pdf"] | None = Field(
        None, description="what kind of file has that digest; `verify` compares it with a document of the same kind"
    )


class ReportFields(DraftedFields):
    """The published report."""

    title: Name = Field(description="title as printed, on one line")
    region: RegionFields = Field(description="whose plan it is")
    issuer: Name = Field(description="who presents it")
    delivered: Day = Field(description="the day it was presented")
    source: PublicationFields = Field(PublicationFields(), description="where it was published")

    def build(self) -> model.Source:
        """Return the source."""
        region = model.Region(self.region.code, self.region.name, self.region.name_en)
        url, sha256, form = self.source.url or "", self.source.sha256 or "", self.source.form or ""
        return model.Source(self.title, region, self.issuer, self.delivered, url, sha256, form)


class NoteTargetFields(Fields):
    """A target that a note adjusts."""

    name: Name = Field(description="the row's name as printed in the note")
    replaces: CellText = Field(description="the old target as printed in the note")
    target: CellText = Field(description="the new target as printed in the note")

    def build(self) -> model.NoteTarget:
        """Return the target."""
        return model.NoteTarget(self.name, self.replaces, self.target)


class NoteFields(DraftedFields):
    """A numbered note under a table."""

    number: str = Field("", description="number as printed")
    summary: TextFields = Field(description="what it says, in your own words")
    adjusts: tuple[NoteTargetFields, ...] = Field((), description="targets that it adjusts, in its order")

    def build(self) -> model.Note:
        """Return the note."""
        return model.Note(self.number, self.summary.build(), tuple(each.build() for each in self.adjusts))


class FollowsFields(Fields):
    """The series of an earlier plan that a row follows under an id of its own."""

    id: Id = Field(description="id of the series in the earlier plan")
    relation: Succession = Field(
        description="`redefined` where the same thing is defined anew, `replaced` where another measure takes its place"
    )
    change: Redefinition | None = Field(
        None, description="what was redefined: `basis`, or a figure that became a growth rate"
    )
    denominator: Id | None = Field(
        None,
        description="for `ratio-to-growth`: id of the row or statement of the same plan by which the denominator grows",
    )
    shared: Truth = Field(False, description="`true` where other rows follow the same series, for it was split")
    remark: TextFields = Field(description="why it follows, in your own words, so that it can be disputed")

    def build(self) -> model.Follows:
        """Return the succession."""
        return model.Follows(**{**dict(self), "remark": self.remark.build()})


class RowFields(DraftedFields):
    """What every row has."""

    id: Id = Field(description="identity of the series, the same in every year")
    name: Name = Field(description="name as printed, without unit, mark and prefix")
    name_en: str = Field("", description="name in the field's standard English, where there is one")
    unit: Unit = Field("", description="unit as printed in brackets after the name")
    better: Direction | None = Field(None, description=BETTER)
    reference: Id | None = Field(None, description="id of the indicator that a relative target means")
    due: Due | None = Field(
        None,
        description="what of the target is due within the year: `share` of an amount of the year, `whole` of a level; "
        "where it is not written, the unit and the catalogue know it of many",
    )
    remark: TextFields | None = Field(None, description="what a reader should know of this row")
    partition: Truth = Field(
        False, description="`true` where its parts, and the statements that are part of it, are all of it"
    )
    follows: FollowsFields | None = Field(None, description="the earlier series that this one follows, if it is not it")
    quote: Quote | None = Field(
        None, description="the words of the text that say it, at most 40 characters, where it stands in no table"
    )
    section: Name | None = Field(None, description="section of the report where those words stand, such as 二（三）")

    def row(self, kind: Kind) -> model.Indicator:
        """Return what the model has of every row."""
        return model.Indicator(
            id=self.id,
            number=None,
            prefix="",
            name=self.name,
            name_en=self.name_en,
            unit=self.unit,
            kind=kind,
            **given(self.better)._asdict(),
            reference=self.reference,
            remark=self.remark.build() if self.remark else None,
            follows=self.follows.build() if self.follows else None,
            partition=self.partition,
            quote=self.quote or "",
            section=self.section or "",
            due=self.due,
        )


class NumberedFields(RowFields):
    """What an indicator has that is printed under no other."""

    number: Name | None = Field(
        None, validate_default=True, description="number as printed; a row of a sentence has none, and a `quote`"
    )
    kind: Kind = Field(description="`constraint` where the row has the mark *, `expected` otherwise")

    @field_validator("number")
    @classmethod
    def _is_in_a_table(cls, number: str | None, read: ValidationInfo) -> str | None:
        """Return the number; only a row that quotes the text has none."""
        if number is None and read.data.get("quote", "") is None:
            raise PydanticKnownError("missing")
        return number


class StatementFields(DraftedFields):
    """A figure in the prose that says what was done or reached, or is aimed at."""

    id: Id = Field(description="identity of the statement within its year")
    label: Name = Field(description="what the figure is of, as printed")
    label_en: str = Field("", description="the same in the field's standard English, where there is one")
    value: CellText = Field(description="figure or words as printed, with unit and comparator (突破, 超, 近, 以上 …)")
    period: Period = Field(
        description="`year` for what was done or grew within it, `cumulative` for what was reached by its end"
    )
    section: str = Field("", description="section of the report, such as 二（三）; none before the first")
    quote: Quote = Field(description="the words that say it, at most 40 characters")
    better: Direction | None = Field(None, description=BETTER)
    repeats: IdOrFigure | None = Field(
        None, description="id of the row that says the same, or a figure of a programme, such as `ID.count`"
    )
    continues: Id | None = Field(None, description="id of the statement of the year before that it takes up")
    part_of: Id | None = Field(None, description="id of the row or statement of which it is a part")

    def build(self) -> model.Statement:
        """Return the statement."""
        return model.Statement(**{**self.values(), **given(self.better)._asdict()})


class AcceptanceFields(Fields):
    """A finding of `planctl check` that is known, and true of the report."""

    check: Name = Field(description="name of the check")
    at: Name = Field(description="what it is about, as `planctl check --format json` names it: an id, never a line")
    reason: TextFields = Field(description="why it stands, in your own words")

    def build(self) -> model.Acceptance:
        """Return the acknowledgement."""
        return model.Acceptance(self.check, self.at, self.reason.build())


class FileFields(Fields):
    """What every file begins and may end with."""

    report: ReportFields = Field(description="the published report")
    year: Year = Field(description="the year that the file speaks of, as in its name")
    notes: tuple[NoteFields, ...] = Field((), description="notes under the table")
    statements: tuple[StatementFields, ...] = Field((), description="figures in the prose")
    accept: tuple[AcceptanceFields, ...] = Field((), description="findings of checks that stand, and why")

    def build_report(self, places: Mapping[str, Place]) -> model.Report:
        """Return what the model has of every file."""
        return model.Report(
            kind="",
            year=self.year,
            source=self.report.build(),
            notes=tuple(note.build() for note in self.notes),
            statements=tuple(statement.build() for statement in self.statements),
            accept=tuple(each.build() for each in self.accept),
            places=places,
        )

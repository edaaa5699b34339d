"""What the files say of one year, joined: each indicator with its target and its result."""

from typing import NamedTuple

from planctl.messages.message import Place
from planctl.report.kinds import Vintage as Vintage
from planctl.report.model import (
    Claim,
    Indicator,
    Note,
    Programme,
    PublishedFigure,
    Reason,
    Region,
    Report,
    Statement,
    with_parts,
)
from planctl.values.meanings import Cell, combined

FINAL = "final"
"""The kind of report that has the final figures of a year."""
PROGRESS = "progress"
"""The kind of report that has figures of a year up to one of its months."""
BESIDE = (FINAL, PROGRESS)
"""The kinds of report that stand beside the others of their year, and make no year by themselves."""
PLACED = ("target", "adjusted.target", "actual", "estimate", "stated", "follows")
"""What is told of a row with its place, beside the row itself."""


class Case(NamedTuple):
    """An indicator or part with what a verdict needs: its target, its result, its parts, and what it is measured by.

    `reference` is the indicator whose result a relative target means; `None` where none is named. `final` and
    `reference_final` are what a later publication gives as their results, in their units.
    """

    indicator: Indicator
    reference: Indicator | None
    parts: tuple["Case", ...]
    final: PublishedFigure | None = None
    reference_final: PublishedFigure | None = None

    def __repr__(self) -> str:
        return f"<Case {self.indicator.id}>"

    @property
    def target(self) -> Cell | None:
        """The target as printed; `join` took it from the plan where none is printed beside the result."""
        return self.indicator.target

    @property
    def target_in_force(self) -> Cell | None:
        """The target that counts: the adjusted one where a note adjusts it, or else the one printed."""
        return self.indicator.adjusted.target if self.indicator.adjusted else self.target

    @property
    def actual(self) -> Cell | None:
        """The result as printed, or `None` where none is published yet."""
        return self.indicator.actual

    @property
    def rests_on_final(self) -> bool:
        """Whether a verdict by final figures looks at one: of the row, of what measures it, or of a part."""
        return bool(self.final or self.reference_final) or any(part.rests_on_final for part in self.parts)

    def result(self, vintage: Vintage) -> Cell | None:
        """Return the result of a vintage: the final figure where that is meant and there is one, or what is printed."""
        return self.final.actual if self.final and vintage is Vintage.FINAL else self.actual

    def result_of_reference(self, vintage: Vintage) -> Cell | None:
        """Return the same of the indicator that a relative target means."""
        if self.reference_final and vintage is Vintage.FINAL:
            return self.reference_final.actual
        return self.reference.actual if self.reference else None


class Plan(NamedTuple):
    """A year's plan: its cases in printed order, what the report states and explains beside them, and its projects.

    `reports` are those of the outcome, the targets, the project plan, the final figures and the progress, as far as
    each is there and was asked for, as they were before they were joined. The projects stand in them, for what is
    planned for a year is one list and what was done in it another.
    """

    region: Region
    year: int
    cases: tuple[Case, ...]
    claim: Claim | None = None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Note, ...] = ()
    statements: tuple[Statement, ...] = ()
    programmes: tuple[Programme, ...] = ()
    reports: tuple[Report, ...] = ()

    def __repr__(self) -> str:
        """Show whose plan it is and of which year; all that is in it would fill screens."""
        return f"<Plan of {self.region.name}, {self.year}: {len(self.cases)} indicators>"

    @property
    def rows(self) -> tuple[Case, ...]:
        """All cases in printed order, each followed by its parts."""
        return tuple(row for case in self.cases for row in (case, *case.parts))

    def place(self, name: str) -> Place | None:
        """Return where a name stands, in the first of its reports that has it; `None` where none has."""
        return next((report.places[name] for report in self.reports if name in report.places), None)

    def drafts(self) -> int:
        """Return how many of its rows were drafted, and not yet compared with the page."""
        return sum(bool(self.place(f"{row.indicator.id}.draft")) for row in self.rows)

    def places_of(self, case: Case) -> dict[str, Place]:
        """Return where a row stands, under `indicator`, and what is placed of it, under its key in the file."""
        row = case.indicator.id
        names = {"indicator": row, **{key: f"{row}.{key}" for key in PLACED}}
        if case.final:
            names["final"] = f"{figure_name(row)}.actual"
        names |= {
            f"progress.{each.until}": f"{name_of_figure(each)}.actual" for each in self.within_year_of(case.indicator)
        }
        found = {key: self.place(name) for key, name in names.items()}
        return {key: place for key, place in found.items() if place}

    def reason_for(self, case: Case) -> Reason | None:
        """Return the reason that the report gives for a case: one that names it, or a part of it."""
        names = {case.indicator.id, *(part.indicator.id for part in case.parts)}
        return next((reason for reason in self.reasons if names & set(reason.indicators)), None)

    def note(self, number: str) -> Note | None:
        """Return the note under the table that has a number."""
        return next((note for note in self.notes if note.number == number), None)

    def figures_until(self, month: int) -> dict[str, PublishedFigure]:
        """Return the figures within the year by the ids of their rows: of each the last up to a month, in its unit."""
        units = {row.indicator.id: row.indicator.unit for row in self.rows}
        last = {each.id: each for each in self._within_year() if each.id in units and (each.until or 0) <= month}
        return {id: each._replace(actual=each.actual.in_unit(units[id])) for id, each in last.items()}

    def within_year_of(self, row: Indicator) -> tuple[PublishedFigure, ...]:
        """Return the figures within the year of a row, by their months and in its unit."""
        found = (each for each in self._within_year() if each.id == row.id)
        return tuple(each._replace(actual=each.actual.in_unit(row.unit)) for each in found)

    def _within_year(self) -> list[PublishedFigure]:
        found = [each for report in self.reports if report.kind == PROGRESS for each in report.figures]
        return sorted(found, key=lambda each: each.until or 0)


def figure_name(entry: str) -> str:
    """Return the name under which a report of figures has the place of an entry."""
    return f"figures.{entry}"


def name_of_figure(figure: PublishedFigure) -> str:
    """Return the name under which its report has the place of a figure."""
    return figure_name(figure.at or figure.id)


def join(
    outcome: Report | None,
    targets: Report | None,
    projects: Report | None = None,
    final: Report | None = None,
    progress: Report | None = None,
) -> Plan:
    """Return the plan of a year from its outcome, its targets and its projects; not all may be published, or kept.

    The rows are those of the outcome where there is one. A target printed beside a result stands; where a result
    stands alone, the targets supply it. Rows and parts that only the targets have come last, without a result. Final
    figures, and those within the year, stand beside the results of the rows that they are of, and make no rows.
    """
    reports = tuple(report for report in (outcome, targets, projects) if report)
    if not reports:
        raise ValueError("a plan needs an outcome, targets or projects")
    first = reports[0]
    planned = {row.id: row for row in with_parts(targets.indicators if targets else ())}
    present = {row.id for row in with_parts(first.indicators)}
    rows = tuple(_with_target(row, planned, present) for row in first.indicators)
    if outcome:
        rows += tuple(row for row in (targets.indicators if targets else ()) if row.id not in present)
    known = {row.id: row for row in with_parts(rows)}
    finals = {figure.id: figure for figure in (final.figures if final else ())}
    return Plan(
        region=first.source.region,
        year=first.year,
        cases=tuple(_case(row, known, finals) for row in rows),
        claim=outcome.claim if outcome else None,
        reasons=outcome.reasons if outcome else (),
        notes=first.notes,
        statements=tuple(statement for report in reports for statement in report.statements),
        programmes=tuple(programme for report in reports for programme in report.programmes),
        reports=(*reports, *(report for report in (final, progress) if report)),
    )


def _with_target(row: Indicator, planned: dict[str, Indicator], present: set[str]) -> Indicator:
    """Return the row with what the plan says of it and the outcome leaves out: target, meaning of it, parts.

    `present` are the ids of all rows of the outcome, wherever they stand in it.
    """
    parts = tuple(_with_target(part, planned, present) for part in row.parts)
    if not (plan := planned.get(row.id)):
        return row._replace(parts=parts)
    return row._replace(
        target=plan.target if row.target is None else row.target,
        **combined(row.given, plan.given)._asdict(),
        reference=row.reference or plan.reference,
        follows=row.follows or plan.follows,
        partition=row.partition or plan.partition,
        due=row.due or plan.due,
        parts=parts + tuple(part for part in plan.parts if part.id not in present),
    )


def _case(row: Indicator, known: dict[str, Indicator], finals: dict[str, PublishedFigure]) -> Case:
    reference = known.get(row.reference) if row.reference else None
    return Case(
        indicator=row,
        reference=reference,
        parts=tuple(_case(part, known, finals) for part in row.parts),
        final=_final(row, finals),
        reference_final=_final(reference, finals) if reference else None,
    )


def _final(row: Indicator, finals: dict[str, PublishedFigure]) -> PublishedFigure | None:
    found = finals.get(row.id)
    return found._replace(actual=found.actual.in_unit(row.unit)) if found else None

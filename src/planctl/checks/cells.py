"""The check of cells that have no form which can be read."""

from collections.abc import Iterator

from planctl.checks.dossier import Dossier, Finding
from planctl.grammar.cells import forms_near, unreadable
from planctl.report.model import Figures, Measure, Report, with_parts
from planctl.report.plan import name_of_figure
from planctl.values.meanings import Cell


def unreadable_cell(dossier: Dossier) -> Iterator[Finding]:
    """A cell, the figure of a programme or the value of a statement has no form that can be read.

    It is kept as written, and what hangs on it is not judged. If it is what the page prints, acknowledge it.

    Example: `8左一右`.
    """
    for report in dossier.reports:
        for at, cell in _cells_of(report):
            if cell and not cell.is_readable:
                yield Finding(report, at, "", unreadable(cell.printed), forms_near(cell.printed))


def _cells_of(report: Report) -> Iterator[tuple[str, Cell | None]]:
    """Yield every cell of a report that is read, with the name of its place."""
    for row in with_parts(report.indicators):
        yield f"{row.id}.target", row.target
        yield f"{row.id}.actual", row.actual
        if row.adjusted:
            yield f"{row.id}.adjusted.target", row.adjusted.target
            yield f"{row.id}.adjusted.replaces", row.adjusted.replaces
    for figure in report.figures:
        yield f"{name_of_figure(figure)}.actual", figure.actual
    for number, note in enumerate(report.notes, 1):
        for count, adjusted in enumerate(note.adjusts, 1):
            within = f"notes.{note.number or number}.adjusts.{count}"
            yield f"{within}.replaces", adjusted.replaces
            yield f"{within}.target", adjusted.target
    for statement in report.statements:
        yield f"statements.{statement.id}.value", statement.value
    for programme in report.programmes:
        at = f"programmes.{programme.id}"
        yield from _measured(at, programme.figures)
        for breakdown in programme.breakdowns:
            for count, item in enumerate(breakdown.items, 1):
                yield from _measured(f"{at}.breakdowns.{breakdown.by}.items.{count}", item.figures)


def _measured(at: str, figures: Figures) -> Iterator[tuple[str, Cell | None]]:
    return ((f"{at}.{measure}", figures.of(measure)) for measure in Measure)

"""The shape of the files: checked by pydantic, then built into the model, with every fault of a file told at once."""

from importlib import import_module
from typing import TYPE_CHECKING

from pydantic import ValidationError

from planctl.files.places import PlacedData
from planctl.files.schema.identities import identity_problems
from planctl.files.schema.naming import NamedPlaces
from planctl.files.schema.overlaps import overlap_problems
from planctl.files.schema.periods import period_problems
from planctl.files.schema.succession import succession_problems
from planctl.messages.message import Problem, Unreadable, say
from planctl.report.model import Report

if TYPE_CHECKING:
    from planctl.files.schema.final import FinalFile
    from planctl.files.schema.indicators import IndicatorsFile
    from planctl.files.schema.progress import ProgressFile
    from planctl.files.schema.projects import ProjectsFile
    from planctl.files.schema.targets import TargetsFile

KINDS = {
    "indicators": "IndicatorsFile",
    "targets": "TargetsFile",
    "projects": "ProjectsFile",
    "final": "FinalFile",
    "progress": "ProgressFile",
}
"""The kinds of file, by the first word of their names, which is that of a module here, and the shape that it has."""


def shape_of(kind: str) -> "type[FinalFile | IndicatorsFile | ProgressFile | ProjectsFile | TargetsFile]":
    """Return the shape of a kind of file; no other is made for it, for that takes a while."""
    found: type[FinalFile | IndicatorsFile | ProgressFile | ProjectsFile | TargetsFile] = getattr(
        import_module(f"{__name__}.{kind}"), KINDS[kind]
    )
    return found


def read_report(document: PlacedData, kind: str, year: int) -> Report:
    """Return the report in a file that is named for `kind` and `year`.

    Raises `Unreadable` with all the faults of the file: of YAML, of shape, of single cells, of names.
    """
    problems = [*document.problems]
    for find in (identity_problems, overlap_problems, succession_problems, period_problems):
        problems += find(document)
    fields = None
    try:
        fields = shape_of(kind).model_validate(document.data)
    except ValidationError as fault:
        from planctl.files.schema.faults import shape_problems

        told = {problem.place for problem in problems}
        shape = shape_problems(fault, document)
        problems += [problem for problem in shape if problem.place not in told]
    if fields and fields.year != year:
        message = say("the file says {said}, its name says {named}", said=str(fields.year), named=str(year))
        problems.append(Problem(document.place(("year",)), "year", message, say("rename the file, or mend the year")))
    if problems or not fields:
        raise Unreadable(tuple(problems))
    return fields.build(NamedPlaces(document))._replace(kind=kind)

"""Drafts accepted: the entries of a file that a person has compared, or that the document holds word for word."""

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from planctl.files.accepting import MARK, read_file, without_marks
from planctl.files.finding import shown_path
from planctl.files.loading import load_reports
from planctl.files.writing import write_file
from planctl.messages.message import Place, PlanctlError, Unreadable, say
from planctl.messages.suggestions import Suggestions
from planctl.report.model import Indicator, Report, with_parts


class AcceptedDrafts(NamedTuple):
    """A file, the entries of it that are accepted with the rows among them, how many stay drafts, and the new text."""

    path: Path
    names: tuple[str, ...]
    rows: Mapping[str, Indicator]
    left: int
    content: bytes

    def __repr__(self) -> str:
        return f"<AcceptedDrafts of {len(self.names)} in {self.path.name}, {self.left} left>"


def accept(
    file: str | PathLike[str], entries: Sequence[str] = (), document: str | PathLike[str] | None = None
) -> AcceptedDrafts:
    """Return a file without the marks of some drafts: the entries that are named, or all that a document holds.

    A row is named by its id, number or name, and takes its parts with it; other entries as `check` names them. Nothing
    is written before `write_accepted`. Raises `PlanctlError` for what is no draft in it, and `Unreadable` for faults.
    """
    path = Path(file)
    loaded = load_reports([path])
    if loaded.problems:
        raise Unreadable(loaded.problems)
    (report,) = loaded.reports
    marked = {name[: -len(MARK) - 1]: place for name, place in report.places.items() if name.endswith(f".{MARK}")}
    if not marked:
        raise PlanctlError(say("nothing in {file} is a draft", file=shown_path(path)))
    chosen = [name for entry in entries for name in _named(entry, report, marked)]
    if document is not None:
        differing = _differing(path, document)
        held = [name for name in marked if not any(at == name or at.startswith(f"{name}.") for at in differing)]
        chosen = [name for name in held if name in chosen] if entries else held
    names = tuple(name for name in marked if name in chosen)
    rows = {row.id: row for row in with_parts(report.indicators) if row.id in names}
    content = without_marks(read_file(path), [marked[name] for name in names], shown_path(path))
    return AcceptedDrafts(path, names, rows, len(marked) - len(names), content)


def write_accepted(accepted: AcceptedDrafts) -> None:
    """Write what was accepted over the file; raises `PlanctlError` where that cannot be."""
    write_file(accepted.path, accepted.content, force=True)


def _named(entry: str, report: Report, marked: Mapping[str, Place]) -> list[str]:
    for row in report.indicators:
        if entry in (row.id, row.number, row.name):
            return [each.id for each in (row, *row.parts) if each.id in marked]
    if entry in marked:
        return [entry]
    if near := Suggestions(marked).near(entry, 1):
        raise PlanctlError(say("'{entry}' is no draft in it; did you mean '{near}'?", entry=entry, near=near[0]))
    raise PlanctlError(say("'{entry}' is no draft in it:", entry=entry), tuple((name, "") for name in marked))


def _differing(path: Path, document: str | PathLike[str]) -> set[str]:
    """Return what of a file a document does not hold, as `verify` names it."""
    from planctl.api.archive import load

    found, _ = load(path.parent).verify(document)
    return {each.problem.at for each in found.told if Path(each.problem.place.file).name == path.name}

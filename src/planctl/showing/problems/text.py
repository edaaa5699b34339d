"""The findings for a person: a line each, the line of the file that it is about, and a mark below it."""

from collections.abc import Iterator, Sequence
from itertools import chain

from planctl.checks.registry import Checked, Examination
from planctl.messages.message import Place, Severity
from planctl.showing.look import Look
from planctl.showing.problems.acknowledging import blocks
from planctl.showing.problems.summary import counted, counts_of, is_shown
from planctl.showing.wording import Wording

LONGEST = 1_000
"""A line longer than that is shown by its beginning alone, without a mark."""


def text(examination: Examination, look: Look, least: Severity = Severity.WARNING, *, everything: bool = False) -> str:
    """Return the findings as text, all of them or those that a person has to look at, and what there is in all.

    Below them stands what would acknowledge them, to be pasted.
    """
    shown = [each for each in examination.checked if everything or is_shown(each, least)]
    closing = _closing(examination, look.wording, everything=everything or least is Severity.NOTE)
    lines = chain(_lines(shown, examination, look.wording), (closing,))
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _lines(shown: Sequence[Checked], examination: Examination, wording: Wording) -> Iterator[str]:
    """Yield the lines of each finding, and then for each file what would acknowledge them, and all are many."""
    for each in shown:
        yield from lines_of(each, examination, wording)
    for where, pasted in blocks(shown, examination.lines):
        yield from ("", wording(where), *pasted, "")


def lines_of(checked: Checked, examination: Examination, wording: Wording) -> Iterator[str]:
    """Yield the lines that a finding is told in."""
    problem = checked.problem
    yield wording.problem(problem)
    yield from excerpt(problem.place, examination.line(problem.place))
    for related in problem.related:
        yield "  " + wording.say("{place}: {message}", place=str(related.place), message=related.message)
    if checked.accepted:
        yield "  " + wording.say("acknowledged: {reason}", reason=wording.text(checked.accepted.reason))


def excerpt(place: Place, line: str | None) -> tuple[str, ...]:
    """Return the line that a place is in, and a mark below what stands there; nothing where there is no line."""
    if line is None:
        return ()
    if len(line) > LONGEST:
        return (f"  {line[:LONGEST]} …",)
    from rich.cells import cell_len

    before, there = line[: place.column - 1], line[place.column - 1 : end_column(line, place.column) - 1]
    return f"  {line}", f"  {' ' * cell_len(before)}^{'~' * (cell_len(there) - 1)}"


def end_column(line: str, column: int) -> int:
    """Return the column after the text that begins at a column: a quoted one to its end, others to the line's."""
    rest = line[column - 1 :]
    if rest[:1] in ("'", '"') and (end := rest.find(rest[0], 1)) > 0:
        return column + end + 1
    return column + max(len(rest.split(",")[0].split(" #")[0].rstrip(" ]}")), 1)


def _closing(examination: Examination, wording: Wording, *, everything: bool) -> str:
    said = wording.listed(map(wording, counts_of(examination))) or wording.say("nothing found")
    counts = counted(examination)
    hidden = counts[f"{Severity.NOTE}s"] + counts["accepted"]
    if everything or not hidden:
        return said
    return wording.say("{counts}; --all shows notes and what is acknowledged", counts=said)

"""`planctl accept`: the entries whose mark is taken out, for a person to look at before."""

from collections.abc import Mapping, Sequence

from planctl.report.model import Indicator
from planctl.showing.look import Look
from planctl.showing.pieces import cell_text, printed_name


def text(names: Sequence[str], rows: Mapping[str, Indicator], left: int, look: Look, *, written: bool) -> str:
    """Return a line for each entry with what it says, and what became of them."""
    wording = look.wording
    lines = [_line(name, rows.get(name), look) for name in names]
    count = len(names)
    if written:
        lines.append(wording.say("{count} accepted, {left} left as drafts", count=count, left=left))
    elif names:
        lines.append(wording.say("{count} to accept, {left} left; --yes writes it", count=count, left=left))
    else:
        lines.append(wording.say("none to accept, {left} left as drafts", left=left))
    return "".join(f"{look.writable(line)}\n" for line in lines)


def _line(name: str, row: Indicator | None, look: Look) -> str:
    if row is None:
        return name
    target, actual = cell_text(row.target, row.unit), cell_text(row.actual, row.unit)
    told = [
        look.wording.say("target {target}", target=target) if target else "",
        look.wording.say("actual {actual}", actual=actual) if actual else "",
    ]
    return f"{name}: {look.wording.listed(filter(None, [printed_name(row), *told]))}"

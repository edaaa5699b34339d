"""How many findings there are of each weight, and which of them a person has to look at."""

from collections.abc import Callable

from planctl.checks.registry import Checked, Examination
from planctl.messages.message import Message, Severity, say


def counted(examination: Examination) -> dict[str, int]:
    """Return how many are not acknowledged, by weight, and how many are."""
    open_ones = [each.problem.severity for each in examination.checked if not each.accepted]
    accepted = len(examination.checked) - len(open_ones)
    return {**{f"{severity}s": open_ones.count(severity) for severity in Severity}, "accepted": accepted}


def is_shown(checked: Checked, least: Severity = Severity.WARNING) -> bool:
    """Return whether a person has to look at it: not acknowledged, and more than a note or heavy enough to fail."""
    return not checked.accepted and (checked.problem.severity is not Severity.NOTE or least is Severity.NOTE)


def counts_of(examination: Examination, *, every: bool = False) -> tuple[Message, ...]:
    """Return the same counts in words; those of which there are none too, where `every` one is to be told."""
    counts = counted(examination)
    return tuple(NAMED[name](number) for name, number in counts.items() if number or every)


NAMED: dict[str, Callable[[int], Message]] = {
    "errors": lambda number: say("1 error") if number == 1 else say("{number} errors", number=number),
    "warnings": lambda number: say("1 warning") if number == 1 else say("{number} warnings", number=number),
    "notes": lambda number: say("1 note") if number == 1 else say("{number} notes", number=number),
    "accepted": lambda number: say("{number} accepted", number=number),
}

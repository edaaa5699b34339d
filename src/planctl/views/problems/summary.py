"""How many findings there are of each weight, and which of them a person has to look at."""

from planctl.checks import Checked, Examination
from planctl.messages import Severity


def counted(examination: Examination) -> dict[str, int]:
    """Return how many are not acknowledged, by weight, and how many are."""
    open_ones = [each.problem.severity for each in examination.checked if not each.accepted]
    accepted = len(examination.checked) - len(open_ones)
    return {**{f"{severity}s": open_ones.count(severity) for severity in Severity}, "accepted": accepted}


def is_shown(checked: Checked, least: Severity = Severity.WARNING) -> bool:
    """Return whether a person has to look at it: not acknowledged, and more than a note or heavy enough to fail."""
    return not checked.accepted and (checked.problem.severity is not Severity.NOTE or least is Severity.NOTE)

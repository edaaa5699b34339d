"""`planctl rule`: a check or a rule explained, in the words of its own docstring."""

from collections.abc import Callable
from inspect import cleandoc

from planctl.checks import CHECKS, UNUSED
from planctl.messages import PlanctlError, Severity, say
from planctl.rules import RULES, name_of, part
from planctl.suggestions import Suggestions


def _unused_acceptance() -> None:
    """An acknowledgement under `accept` is of no check, at nothing in its file, or of what is not found there any more.

    What it was about may have been changed by mistake; otherwise it is removed. It cannot be acknowledged itself.

    Example: `check: outside-parts`, `at: resident-income-growth`, after the parts were corrected.
    """


def explain(name: str, example: str = "") -> str:
    """Return the page of a check or of a rule that gives verdicts, and what is said of an example of it.

    Raises `PlanctlError` for any other name.
    """
    found: dict[str, tuple[str, Callable[..., object]]] = {check.name: (check.severity, check.find) for check in CHECKS}
    rules: tuple[Callable[..., object], ...] = (*RULES, part)
    found |= {name_of(rule): ("rule", rule) for rule in rules}
    found[UNUSED] = Severity.WARNING, _unused_acceptance
    if name not in found:
        near = Suggestions(found).near(name)
        remedy = say("did you mean {near}?", near=near) if near else say("'planctl check --list' has the checks")
        raise PlanctlError(say("'{name}' is neither a check nor a rule; {remedy}", name=name, remedy=remedy))
    kind, function = found[name]
    said = f"\nFor example:\n\n{example}" if example else ""
    return f"{name} ({kind})\n\n{cleandoc(function.__doc__ or '')}\n{said}"

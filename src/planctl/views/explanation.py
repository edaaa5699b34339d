"""`planctl rule`: a check or a rule explained, in the words of its own docstring."""

from collections.abc import Callable
from inspect import cleandoc

from planctl.checks import CHECKS
from planctl.messages import PlanctlError, say
from planctl.rules import RULES, name_of, part
from planctl.suggestions import Suggestions


def explain(name: str) -> str:
    """Return the page of a check or of a rule that gives verdicts; raises `PlanctlError` for any other name."""
    found: dict[str, tuple[str, Callable[..., object]]] = {check.name: (check.severity, check.find) for check in CHECKS}
    rules: tuple[Callable[..., object], ...] = (*RULES, part)
    found |= {name_of(rule): ("rule", rule) for rule in rules}
    if name not in found:
        near = Suggestions(found).near(name)
        remedy = say("did you mean {near}?", near=near) if near else say("'planctl check --list' has the checks")
        raise PlanctlError(say("'{name}' is neither a check nor a rule; {remedy}", name=name, remedy=remedy))
    kind, function = found[name]
    return f"{name} ({kind})\n\n{cleandoc(function.__doc__ or '')}\n"

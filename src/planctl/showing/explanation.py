"""`planctl rule`: a check or a rule explained, in the words of its own docstring."""

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, NamedTuple

from planctl.checks.registry import CHECKS, UNUSED
from planctl.judging.progress import time_progress
from planctl.judging.rules import RULES, name_of, part, title_of
from planctl.messages.message import Message, PlanctlError, Severity, say
from planctl.messages.suggestions import Suggestions
from planctl.showing.faults import OF_A_DOCUMENT, OF_A_FILE
from planctl.showing.wording import Wording

EXPLAINED: tuple[Callable[..., object], ...] = (*RULES, part, time_progress)
"""The rules that have a page: those that give verdicts, and that by which a year is watched."""
WIDTH = 100
"""The cells that a line of a page has."""


def unused_acceptance() -> None:
    """An acknowledgement under `accept` is of no check, at nothing in its file, or of what is not found there any more.

    What it was about may have been changed by mistake; otherwise it is removed. It cannot be acknowledged itself.

    Example: `check: outside-parts`, `at: resident-income-growth`, after the parts were corrected.
    """


def summary_of(function: Callable[..., object]) -> str:
    """Return the first paragraph of a check's or a rule's docstring: what it finds."""
    return paragraphs_of(function)[0]


class Explanation(NamedTuple):
    """A check or a rule explained: its name and title, what it is, its paragraphs, and what is said of an example."""

    name: str
    title: str
    kind: str
    paragraphs: tuple[str, ...]
    example: str


def explanation_of(name: str, wording: Wording, example: Callable[[str], str]) -> Explanation:
    """Return what a check, a rule that gives verdicts, or a fault is; `example` gives what is said of a case of one.

    A rule is also found by its title in the language. Raises `PlanctlError` for any other name.
    """
    if fault := OF_A_FILE.get(name) or OF_A_DOCUMENT.get(name):
        kind = say("{severity}", severity=Severity.ERROR) if name in OF_A_FILE else say("of verify")
        return Explanation(name, name, wording(kind), (wording(fault),), "")
    found: dict[str, tuple[Message, Callable[..., object]]] = {
        check.name: (say("{severity}", severity=check.severity), check.find) for check in CHECKS
    }
    found |= {name_of(rule): (say("rule"), rule) for rule in EXPLAINED}
    found[UNUSED] = say("{severity}", severity=Severity.WARNING), unused_acceptance
    titles = {name_of(rule): wording(title_of(name_of(rule))) for rule in EXPLAINED}
    name = next((rule for rule, title in titles.items() if title == name), name)
    if name not in found:
        near = Suggestions((*found, *OF_A_FILE, *OF_A_DOCUMENT)).near(name)
        remedy = (
            say("did you mean {near}?", near=near)
            if near
            else say("'planctl check --list' has the checks, and docs/rules.md the rules")
        )
        raise PlanctlError(say("'{name}' is neither a check nor a rule; {remedy}", name=name, remedy=remedy))
    kind, function = found[name]
    paragraphs = tuple(map(wording.translate, paragraphs_of(function)))
    return Explanation(name, titles.get(name, name), wording(kind), paragraphs, example(name))


def explain(found: Explanation, wording: Wording) -> str:
    """Return the page of a check or of a rule, for a terminal."""
    from planctl.showing.folding import fold

    lines = (line for text in found.paragraphs for line in ("", *fold(text, WIDTH)))
    lead = wording.say("For example:")
    said = f"\n{lead}\n\n{found.example}" if found.example else ""
    return "".join(f"{line}\n" for line in (_head(found, wording), *lines)) + said


def document(found: Explanation, wording: Wording) -> dict[str, Any]:
    """Return the JSON of `rule`."""
    return {"schema": 1, **found._asdict(), "paragraphs": list(found.paragraphs), "example": found.example or None}


def markdown(found: Explanation, wording: Wording) -> str:
    """Return the page as Markdown, with what is said of an example as it is printed."""
    lead = wording.say("For example:")
    said = f"\n{lead}\n\n```\n{found.example}```\n" if found.example else ""
    return (
        "".join(f"{text}\n" for text in (f"## {_head(found, wording)}", *(f"\n{each}" for each in found.paragraphs)))
        + said
    )


def _head(found: Explanation, wording: Wording) -> str:
    name = found.name if found.title == found.name else f"{found.title} {found.name}"
    return wording.say("{name} ({kind})", name=name, kind=found.kind)


def paragraphs_of(function: Callable[..., object]) -> list[str]:
    """Return the paragraphs of a docstring, each on one line: texts to translate."""
    text = cleandoc(function.__doc__ or "").replace("\nSource: ", "\n\nSource: ")
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]

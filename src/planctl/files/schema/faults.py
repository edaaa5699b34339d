"""What pydantic finds wrong with a file's shape, said with a place and a remedy."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planctl.files.places import Path, PlacedData
from planctl.files.schema.common import Fields
from planctl.files.schema.fields import REMEDIES
from planctl.files.schema.naming import UNTIL
from planctl.messages.message import Message, Problem, say
from planctl.messages.suggestions import Suggestions

NAME = "schema"

TOLD: Mapping[str, tuple[Message, Message]] = {
    "string_type": (say("a list or mapping stands where a text belongs"), say("write one text, in quotes")),
    "model_type": (
        say("a text or list stands where a mapping belongs"),
        say("write its keys below it, indented"),
    ),
    "tuple_type": (say("a text or mapping stands where a list belongs"), say("begin each entry with '- '")),
    "too_short": (say("the list is empty"), say("write at least one entry")),
    "int_parsing": (say("this is not a whole number"), say("write it in digits, such as 32")),
    "bool_parsing": (say("this is neither true nor false"), say("write true, or leave it out")),
    "date_parsing": (say("this is not a date"), say("write it as 2023-01-31")),
}

ELSEWHERE: Mapping[str, Message] = {
    UNTIL: say("figures of part of the year are no result of it: they belong in progress_YEAR.yaml"),
}
"""Where a key belongs that has a file of its own."""


def shape_problems(fault: ValidationError, document: PlacedData) -> Iterator[Problem]:
    """Yield a problem for each error in `fault`."""
    errors = fault.errors(include_url=False)
    within = _paths_within(errors)
    keys = _all_keys()
    suggestions = Suggestions(sorted(keys))
    for error in errors:
        path: Path = error["loc"]
        if error["type"] == "too_short" and path in within:
            continue  # pydantic counts the entries without fault; those with one are told by themselves
        context: Mapping[str, Any] = error.get("ctx", {})
        if error["type"] == "extra_forbidden":
            message, remedy = _unknown_key(str(path[-1]), keys, suggestions)
            yield Problem(document.place_of_key(path), "unknown-key", message, remedy)
        else:
            message, remedy = _told(error["type"], str(path[-1]) if path else "", error["input"], context, error["msg"])
            yield Problem(document.place(path), NAME, message, remedy)


def _paths_within(errors: list[ErrorDetails]) -> set[Path]:
    """Return the paths that have an error further inside."""
    return {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}


def _unknown_key(key: str, keys: frozenset[str], suggestions: Suggestions) -> tuple[Message, Message]:
    message = say("the key '{key}' is not known here", key=key)
    if key in ELSEWHERE:
        return message, ELSEWHERE[key]
    if key in keys:
        return message, say("move it to where it belongs, as docs/data.md says, or remove it")
    near = suggestions.near(key, 1)
    return message, say("did you mean {near}?", near=near) if near else say("remove it; docs/data.md has the keys")


def _all_keys() -> frozenset[str]:
    """Return every key that some file may have somewhere."""
    models: list[type[Fields]] = [Fields]
    for model in models:
        models.extend(model.__subclasses__())
    return frozenset(key for model in models for key in model.model_fields)


def _told(
    kind: str, key: str, value: object, context: Mapping[str, Any], pydantic_says: str
) -> tuple[Message, Message]:
    match kind:
        case "missing":
            return say("the key '{key}' is missing", key=key), say("add '{key}: …'", key=key)
        case "string_too_short":
            return (
                say("'{key}' is empty", key=key),
                say("write it; text after # is a comment unless it stands in quotes"),
            )
        case "string_too_long":
            most = int(context["max_length"])
            return say("'{key}' is longer than {most} characters", key=key, most=most), say("write less of it")
        case "greater_than_equal":
            return say("'{key}' is below {least}", key=key, least=int(context["ge"])), say("check the number")
        case "less_than_equal":
            return say("'{key}' is above {most}", key=key, most=int(context["le"])), say("check the number")
        case "enum":
            return (
                say("'{key}' is '{value}', which is none of its words", key=key, value=str(value)),
                say("write one of {words}", words=tuple(str(context["expected"]).replace(" or ", ", ").split(", "))),
            )
        case "string_pattern_mismatch":
            return say("'{key}' does not have its form", key=key), REMEDIES[context["pattern"]]
    return TOLD.get(kind) or (
        say("'{key}' cannot be used: {fault}", key=key, fault=pydantic_says),
        say("docs/data.md says what belongs here"),
    )

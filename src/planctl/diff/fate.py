"""The words for what became of a target, and for the order of changes; apart, for a command line names them first."""

from enum import StrEnum


class Fate(StrEnum):
    """What became of an indicator's target, in the order in which they are told; each change has exactly one."""

    RAISED = "raised"
    LOWERED = "lowered"
    UNCHANGED = "unchanged"
    TO_WORDS = "to-words"
    TO_RELATIVE = "to-relative"
    TO_BLANK = "to-blank"
    INCOMPARABLE = "incomparable"
    REDEFINED = "redefined"
    REPLACED = "replaced"
    ADDED = "added"
    DROPPED = "dropped"


class ChangeOrder(StrEnum):
    """How changes are sorted: as the plan after prints them, or by how far the target moved, in per cent."""

    PRINTED = "printed"
    CHANGE = "change"

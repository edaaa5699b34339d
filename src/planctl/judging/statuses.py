"""What may become of targets, and how they are sorted by it; apart, for a command line names them first."""

from enum import StrEnum


class Status(StrEnum):
    """What became of a target."""

    MET = "met"
    UNMET = "unmet"
    DISCONTINUED = "discontinued"
    PENDING = "pending"
    UNDETERMINED = "undetermined"


class Pace(StrEnum):
    """How a row stands to what is due by a month."""

    ON_COURSE = "on-course"
    BEHIND = "behind"
    UNDETERMINED = "undetermined"


class Order(StrEnum):
    """How rows are sorted: as printed, or by `gap_percent`, the worst first and those without one last."""

    PRINTED = "printed"
    GAP = "gap"

"""How regions are sorted, and by what wordings are counted; apart, for a command line names them first."""

from enum import StrEnum


class RegionOrder(StrEnum):
    """How regions are sorted: by code, or by a figure: the worst gap, the best actual, the hardest target first."""

    CODE = "code"
    GAP = "gap"
    ACTUAL = "actual"
    TARGET = "target"


class GroupedBy(StrEnum):
    """By what wordings are counted."""

    SERIES = "series"
    REGION = "region"

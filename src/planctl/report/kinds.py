"""Kinds of targets, programmes, figures and regions; apart, for a command line names them first."""

from enum import StrEnum


class Kind(StrEnum):
    """Whether a target binds (约束性, marked * in the tables) or is expected (预期性)."""

    CONSTRAINT = "constraint"
    EXPECTED = "expected"


class Level(StrEnum):
    """Whose programme it is."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    DISTRICT = "district"
    COUNTY = "county"


class Grouping(StrEnum):
    """By what the projects of a programme are told apart."""

    AREA = "area"
    STAGE = "stage"
    SOURCE = "source"
    SECTOR = "sector"
    LEVEL = "level"


class Vintage(StrEnum):
    """Which figures are meant: those of the report, or the final ones of a later publication where there are any."""

    REPORT = "report"
    FINAL = "final"


class RegionLevel(StrEnum):
    """How high a region is; a county of a municipality is one without a prefecture above it."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"

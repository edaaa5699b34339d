"""The dataset of a folder: what every format writes, so that all have the same figures."""

from planctl.showing.exporting.changes import CHANGES, PAIRS, change_tables
from planctl.showing.exporting.indicators import INDICATORS, REGIONS, REPORTS, VERDICTS, YEARS, indicator_tables
from planctl.showing.exporting.material import Material
from planctl.showing.exporting.observations import observation_table
from planctl.showing.exporting.observed import OBSERVATIONS
from planctl.showing.exporting.pages import pages_of
from planctl.showing.exporting.programmes import (
    BREAKDOWNS,
    ITEMS,
    OVERLAPS,
    PROGRAMMES,
    PROJECTS,
    SUMS,
    TOTALS,
    programme_tables,
)
from planctl.showing.exporting.statements import STATEMENTS, statement_table
from planctl.showing.exporting.tables import Dataset
from planctl.showing.wording import Wording
from planctl.values.characters import escaped

SHAPES = (
    REGIONS,
    REPORTS,
    YEARS,
    INDICATORS,
    VERDICTS,
    STATEMENTS,
    PROGRAMMES,
    OVERLAPS,
    BREAKDOWNS,
    SUMS,
    ITEMS,
    TOTALS,
    PROJECTS,
    OBSERVATIONS,
    CHANGES,
    PAIRS,
)
"""The tables of every dataset in their order: none refers to one that comes later."""

KEYS = {shape.name: shape.key for shape in SHAPES}
"""The key of each table."""


def dataset_of(material: Material, wording: Wording) -> Dataset:
    """Return the dataset of all years of one region, in the wording's language where its texts are our own.

    Raises `ValueError` without a year.
    """
    plans = material.plans
    if not plans:
        raise ValueError("a dataset needs a year")
    found = (
        *indicator_tables(material, wording),
        statement_table(material, wording),
        *programme_tables(material, wording),
        observation_table(material, wording),
        *change_tables(material, wording),
    )
    tables = {table.shape.name: table for table in found}
    region, years = plans[-1].region, tuple(plan.year for plan in plans)
    return Dataset(
        region,
        years,
        escaped(_heading(region.name, region.name_en, years, wording)),
        max(report.source.delivered for plan in plans for report in plan.reports),
        tuple(tables[shape.name] for shape in SHAPES),
        pages_of(material, wording),
    )


def _heading(name: str, name_en: str, years: tuple[int, ...], wording: Wording) -> str:
    shown = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    if wording.is_english:
        return wording.say("{region} ({region_en}): plans of {years}", region=name, region_en=name_en, years=shown)
    return wording.say("{region}: plans of {years}", region=name, years=shown)

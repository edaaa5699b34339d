"""The dataset of a folder: what every format writes, so that all have the same figures."""

from collections.abc import Sequence
from typing import NamedTuple

from planctl.report.model import Region
from planctl.showing.exporting.changes import CHANGES, PAIRS, change_tables
from planctl.showing.exporting.formats import WHOLE, DatasetPart
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
from planctl.showing.exporting.tables import Dataset, DataTable, Value, WorkbookPage
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


def dataset_of(material: Material, wording: Wording, parts: DatasetPart = WHOLE) -> Dataset:
    """Return the dataset of all years of one region, or parts of it, in the wording's language where texts are our own.

    Raises `ValueError` without a year.
    """
    plans = material.plans
    if not plans:
        raise ValueError("a dataset needs a year")
    found = [observation_table(material, wording)] if DatasetPart.FIGURES in parts else []
    if DatasetPart.TABLES in parts:
        found += indicator_tables(material, wording)
        found += (statement_table(material, wording), *programme_tables(material, wording))
        found += change_tables(material, wording)
    tables = {table.shape.name: table for table in found}
    region, years = plans[-1].region, tuple(plan.year for plan in plans)
    return Dataset(
        (region,),
        years,
        escaped(_heading(region, years, wording)),
        max(day for plan in plans for report in plan.reports if (day := report.source.delivered)),
        tuple(tables[shape.name] for shape in SHAPES if shape.name in tables),
        pages_of(material, wording) if DatasetPart.PAGES in parts else (),
    )


class DatasetRows(NamedTuple):
    """A dataset whose tables are their names and rows, without what computes them."""

    bare: Dataset
    rows: tuple[tuple[str, tuple[tuple[Value, ...], ...]], ...]


def without_shapes(dataset: Dataset) -> DatasetRows:
    """Return a dataset so that it can be sent to another process."""
    return DatasetRows(dataset._replace(tables=()), tuple((each.shape.name, each.rows) for each in dataset.tables))


def with_shapes(found: DatasetRows) -> Dataset:
    """Return the dataset that was sent."""
    shapes = {shape.name: shape for shape in SHAPES}
    return found.bare._replace(tables=tuple(DataTable(shapes[name], rows) for name, rows in found.rows))


def merged(datasets: Sequence[Dataset], wording: Wording) -> Dataset:
    """Return the datasets of several regions as one: their tables one after the other, and pages with their names.

    Raises `ValueError` without a dataset.
    """
    if len(datasets) == 1:
        return datasets[0]
    years = tuple(sorted({year for each in datasets for year in each.years}))
    regions = tuple(region for each in datasets for region in each.regions)
    titles = dict.fromkeys(page.title for each in datasets for page in each.pages)
    return Dataset(
        regions,
        years,
        wording.say("{number} regions: plans of {years}", number=len(regions), years=_span(years)),
        max(each.date for each in datasets),
        tuple(_one_after_another(tables) for tables in zip(*(each.tables for each in datasets), strict=True)),
        tuple(_joined(title, datasets, wording) for title in titles),
        all(each.is_own for each in datasets),
    )


def _one_after_another(tables: Sequence[DataTable]) -> DataTable:
    return tables[0]._replace(rows=tuple(row for table in tables for row in table.rows))


def _joined(title: str, datasets: Sequence[Dataset], wording: Wording) -> WorkbookPage:
    """Return the page of a title, of all datasets that have it, with the region before each row."""
    found = [(each.regions[0].name, page) for each in datasets for page in each.pages if page.title == title]
    first = found[0][1]
    return first._replace(
        heads=(wording.say("Region"), *first.heads),
        rows=tuple((escaped(name), *row) for name, page in found for row in page.rows),
        brief=(0, *(at + 1 for at in first.brief)),
        lines=tuple(f"{escaped(name)} {line}" for name, page in found for line in page.lines),
        is_parted=True,
        named=first.named + 1,
    )


def _heading(region: Region, years: tuple[int, ...], wording: Wording) -> str:
    name, name_en, shown = region.name, region.name_en, _span(years)
    if wording.is_english and name_en:
        return wording.say("{region} ({region_en}): plans of {years}", region=name, region_en=name_en, years=shown)
    return wording.say("{region}: plans of {years}", region=name, years=shown)


def _span(years: tuple[int, ...]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"

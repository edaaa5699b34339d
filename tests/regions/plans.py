"""Plans of invented regions, each with one series."""

from planctl.corpus.comparing import ComparedSeries, RegionYear, compare
from planctl.judging.assessment import assess
from planctl.report.model import Region
from planctl.report.plan import Plan
from tests.conftest import plan_of


def region(code: str) -> Region:
    return Region(code, f"某地{code}", f"Region {code}")


def plan(code: str, target: str, actual: str | None = None, year: int = 2025, **keys: str) -> Plan:
    """Return a region's plan with one row; further `keys` are those of the row."""
    row = {"id": "gdp-growth", "number": "1", "name": "地区生产总值", "name_en": "GDP growth", "unit": "%"} | keys
    cells = {"target": target} | ({"actual": actual} if actual is not None else {})
    said = ", ".join(f'{key}: "{value}"' for key, value in (row | cells).items() if not value.startswith("{"))
    nested = "".join(f", {key}: {value}" for key, value in keys.items() if value.startswith("{"))
    return plan_of(f"indicators:\n  - {{{said}{nested}, kind: expected}}\n", year)._replace(region=region(code))


def in_year(before: Plan, after: Plan | None = None) -> RegionYear:
    return RegionYear(assess(before), after)


def series(*years: RegionYear) -> ComparedSeries:
    """Return the one series of some regions."""
    (found,) = compare(2025, years, len(years)).series
    return found

"""One series of many regions through the years, and where it was redefined on the way."""

import pytest

from planctl.corpus.through_years import Break, through_years
from planctl.judging.assessment import assess
from planctl.judging.verdict import Status
from planctl.report.model import Succession
from tests.regions.plans import plan


def test_regions_have_the_years_that_they_have() -> None:
    first = [assess(plan("120000", "5", "6", year=2024)), assess(plan("120000", "5", year=2025))]
    second = [assess(plan("110000", "5", "4", year=2025))]
    found = through_years("gdp-growth", [first, second])
    assert found.years == (2024, 2025)
    assert [(each.region.code, [(year.year, year.status) for year in each.years]) for each in found.regions] == [
        ("110000", [(2025, Status.UNMET)]),
        ("120000", [(2024, Status.MET), (2025, Status.PENDING)]),
    ]


def test_a_series_that_was_redefined_is_no_line_with_what_came_before() -> None:
    follows = "{id: old-growth, relation: redefined, remark: {zh: 口径变化, en: another basis}}"
    years = [
        assess(plan("110000", "5", "6", year=2024, id="old-growth")),
        assess(plan("110000", "5", "6", year=2025, id="new-growth", follows=follows)),
    ]
    broken = (Break(2025, "old-growth", "new-growth", Succession.REDEFINED),)
    for id, year in (("old-growth", 2024), ("new-growth", 2025)):
        (region,) = through_years(id, [years]).regions
        assert ([each.year for each in region.years], region.breaks) == ([year], broken)


def test_a_series_that_no_region_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no region"):
        through_years("nothing", [[assess(plan("110000", "5"))]])

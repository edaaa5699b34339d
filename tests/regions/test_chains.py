"""What a region asks beside the level above it: numbers, words, levels that are not there."""

from decimal import Decimal
from typing import Any

from planctl.corpus.chains import Chains, Position, chain
from planctl.corpus.comparing import RegionYear
from planctl.files.loading import load_regions
from tests.regions.plans import in_year, plan, series


def chains(*years: RegionYear) -> Chains:
    return chain(2025, series(*years), load_regions().above)


def test_a_city_asks_more_than_its_province_and_a_county_less_than_its_city() -> None:
    found = chains(
        in_year(plan("440000", "5左右")),
        in_year(plan("440100", "5.5左右")),
        in_year(plan("440103", "5左右")),
        in_year(plan("440200", "5左右")),
    )
    assert [(link.position, link.asks, link.difference) for link in found.links] == [
        (None, None, None),
        (Position.ABOVE, "more", Decimal("0.5")),
        (Position.BELOW, "less", Decimal("-0.5")),
        (Position.SAME, "same", Decimal(0)),
    ]
    assert found.counts == {None: 1, Position.ABOVE: 1, Position.BELOW: 1, Position.SAME: 1}


def test_a_level_that_is_not_there_is_passed_over_and_named() -> None:
    found = chains(in_year(plan("440000", "5")), in_year(plan("440103", "6")))
    assert [(link.above and link.above.region.code, link.missing) for link in found.links] == [
        (None, ("000000",)),
        ("440000", ("440100",)),
    ]


def test_a_county_of_a_municipality_stands_directly_below_that() -> None:
    found = chains(in_year(plan("500000", "6")), in_year(plan("500102", "6.5")))
    assert [(link.position, link.missing) for link in found.links] == [(None, ("000000",)), (Position.ABOVE, ())]


def test_where_less_is_better_a_figure_below_asks_more() -> None:
    keys: dict[str, Any] = {"id": "unemployment", "name": "城镇调查失业率", "better": "lower"}
    found = chains(in_year(plan("000000", "5.5左右", **keys)), in_year(plan("110000", "5%以内", **keys)))
    assert [(link.position, link.asks) for link in found.links] == [(None, None), (Position.BELOW, "more")]


def test_words_beside_a_figure_are_incomparable() -> None:
    found = chains(in_year(plan("440000", "高于全国平均水平")), in_year(plan("440100", "5.5")))
    assert found.links[1].position is Position.INCOMPARABLE
    assert found.links[1].asks is None


def test_amounts_are_brought_to_the_unit_of_the_lower_level() -> None:
    keys: dict[str, Any] = {"id": "grain", "name": "粮食产量"}
    found = chains(
        in_year(plan("440000", "260", unit="亿斤", **keys)), in_year(plan("440100", "14", unit="万吨", **keys))
    )
    assert (found.links[1].difference, found.links[1].unit) == (Decimal(-1286), "万吨")
    assert (found.links[1].position, found.links[1].asks) == (Position.BELOW, None)  # a part of what is below

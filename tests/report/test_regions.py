"""The table of regions: found by code and by name, and by no name that two of them have."""

import pytest

from planctl.api.archive import load
from planctl.files.finding import packaged
from planctl.files.loading import load_regions
from planctl.report.regions import FILE_NAME, LONGEST_NAME, NATION, RegionLevel, level_of

REGIONS = load_regions()


@pytest.mark.parametrize(
    "name",
    ["", "甲省", "朝阳区", "城关区", "鼓楼区", "江苏省鼓楼区", "四川省涪陵区", "涪陵", "市", "重庆市重庆市", "阳区"],
)
def test_a_name_that_no_region_has_or_several_have_is_of_none(name: str) -> None:
    assert REGIONS.find(name) is None


@pytest.mark.parametrize(
    ("name", "code", "full"),
    [
        ("重庆", "500000", "重庆市"),
        ("重庆市", "500000", "重庆市"),
        ("内蒙古", "150000", "内蒙古自治区"),
        ("广西", "450000", "广西壮族自治区"),
        ("西藏", "540000", "西藏自治区"),
        ("宁夏", "640000", "宁夏回族自治区"),
        ("新疆", "650000", "新疆维吾尔自治区"),
        ("香港", "810000", "香港特别行政区"),
        ("吉林", "220000", "吉林省"),
        ("吉林市", "220200", "吉林省吉林市"),
        ("海南", "460000", "海南省"),
        ("成都", "510100", "四川省成都市"),
        ("湘西", "433100", "湖南省湘西土家族苗族自治州"),
        ("涪陵区", "500102", "重庆市涪陵区"),
        ("重庆市涪陵区", "500102", "重庆市涪陵区"),
        ("重庆涪陵区", "500102", "重庆市涪陵区"),
        ("四川武侯区", "510107", "四川省成都市武侯区"),
        ("南京市鼓楼区", "320106", "江苏省南京市鼓楼区"),
        ("兰州城关区", "620102", "甘肃省兰州市城关区"),
        ("北京市朝阳区", "110105", "北京市朝阳区"),
        ("仙桃市", "429004", "湖北省仙桃市"),
        ("忠县", "500233", "重庆市忠县"),
        ("中国", "000000", "中国"),
    ],
)
def test_a_region_is_found_by_each_of_its_names(name: str, code: str, full: str) -> None:
    found = REGIONS.find(name)
    assert found
    assert (found.code, found.name) == (code, full)
    assert found == REGIONS.at(code)


def test_a_name_of_several_is_of_one_within_its_province() -> None:
    assert {each[:2] for each in REGIONS.all_of("鼓楼区")} == {"32", "35", "41"}
    found = REGIONS.find("鼓楼区", within="410000")
    assert found
    assert found.name == "河南省开封市鼓楼区"
    assert REGIONS.find("鼓楼区", within="500000") is None
    assert REGIONS.find("重庆市", within="500000") is None


@pytest.mark.parametrize(
    ("code", "level", "above"),
    [
        ("000000", RegionLevel.NATION, NATION),
        ("110000", RegionLevel.PROVINCE, NATION),
        ("440100", RegionLevel.PREFECTURE, "440000"),
        ("440103", RegionLevel.COUNTY, "440100"),
        ("500102", RegionLevel.COUNTY, "500000"),
        ("429004", RegionLevel.COUNTY, "420000"),
        ("999999", RegionLevel.COUNTY, NATION),
    ],
)
def test_a_code_says_the_level_and_what_is_above(code: str, level: RegionLevel, above: str) -> None:
    assert level_of(code) is level
    assert REGIONS.above(code) == above


def test_a_code_that_is_given_to_no_region_is_of_none() -> None:
    assert REGIONS.at("999999") is None


def test_provinces_have_english_names_and_the_shipped_region_its_own() -> None:
    codes = [line[:6] for line in (packaged("report", FILE_NAME) or b"").decode().splitlines() if line[:1].isdigit()]
    assert codes == sorted(set(codes))
    provinces = [region for code in codes if (region := REGIONS.at(code)) and level_of(code) is RegionLevel.PROVINCE]
    assert len(provinces) == 34
    assert all(region.name_en for region in provinces)
    shipped = load().plan(2023).region
    assert REGIONS.at(shipped.code) == shipped


def test_every_region_is_found_by_its_full_name() -> None:
    codes = [line[:6] for line in (packaged("report", FILE_NAME) or b"").decode().splitlines() if line[:1].isdigit()]
    for region in filter(None, map(REGIONS.at, codes)):
        assert REGIONS.find(region.name) == region


def test_a_name_that_goes_on_and_on_is_of_none_soon() -> None:
    assert REGIONS.find("中国" * (LONGEST_NAME // 2)) is None
    assert REGIONS.find("中国" * 100_000) is None

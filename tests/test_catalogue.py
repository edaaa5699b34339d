"""The catalogue knows the indicators of the shipped data and of reports elsewhere, each under one id."""

import re
from typing import Any

import pytest

from planctl.files.finding import report_files
from planctl.files.loading import load_catalogue, load_reports
from planctl.files.places import parse_yaml
from planctl.files.schema.fields import ID, has_form
from planctl.grammar.names import parse_subject
from planctl.report.catalogue import FILE_NAME, Entry, keyed, read_catalogue
from planctl.report.model import Indicator, Succession, with_parts
from tests.conftest import DATA, ROOT

DOCUMENT = parse_yaml((ROOT / "src" / "planctl" / "report" / FILE_NAME).read_bytes(), FILE_NAME)
PLAIN: Any = DOCUMENT.data
ENTRIES = PLAIN["indicators"]
CATALOGUE = load_catalogue()
ROWS = [row for report in load_reports(report_files(DATA)).reports for row in with_parts(report.indicators)]
ENDINGS = {"growth": "增速", "reduction": "降低", "share": "", "level": ""}


def test_it_has_more_than_the_hundred_most_usual_indicators_each_once() -> None:
    ids = [entry["id"] for entry in ENTRIES]
    assert DOCUMENT.problems == ()
    assert len(ids) == len(set(ids)) >= 150
    assert all(has_form(id, ID) for id in ids)
    assert {entry["family"] for entry in ENTRIES} == set(ENDINGS)
    assert {key for entry in ENTRIES for key in entry} == {
        *("id", "name_en", "family", "due", "better", "units", "names"),
    }
    assert {entry["family"] for entry in ENTRIES if "due" in entry} == {"level"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_it_knows_every_row_of_the_shipped_data(row: Indicator) -> None:
    entry = CATALOGUE.find(row.name, row.unit)
    assert entry
    assert (entry.id, entry.better) == (row.id, row.better)


def printed(name: str, family: str) -> str:
    """Return a name as a table prints it, with the word for its change if it has none yet."""
    subject = parse_subject(name)
    return name if subject.grows or subject.falls else f"{name}{ENDINGS[family]}"


def test_every_entry_is_found_by_each_of_its_names_in_each_of_its_units() -> None:
    lost = [
        (entry["id"], name, unit)
        for entry in ENTRIES
        for name in entry["names"]
        for unit in entry["units"]
        if (found := CATALOGUE.find(printed(name, entry["family"]), unit)) is None or found.id != entry["id"]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("地区生产总值", "%", "gdp-growth"),
        ("GDP", "亿元", "gdp"),
        ("全市生产总值增长", "%", "gdp-growth"),
        ("规模以上工业增加值增长", "", "industry-growth"),
        ("空气质量优良天数比例", "%", "good-air-days-share"),
        ("万元GDP能耗下降", "%", "energy-intensity-reduction"),
        ("城镇调查失业率", "%", "surveyed-urban-unemployment-rate"),
        ("居民消费价格指数（上年=100）", "%", "consumer-price-index"),
        ("居民消费价格指数", "上年=100", "consumer-price-index"),
        ("居民消费价格总水平（以上年为100）", "", "consumer-price-index"),
        ("设区市PM2.5平均浓度", "微克/立方米", "pm25-concentration"),
        ("县级以上城市空气质量优良天数比率", "%", "good-air-days-share"),
        ("城区面积", "平方公里", None),
        ("某某茶产量", "吨", None),
        ("", "", None),
    ],
)
def test_a_name_is_known_with_its_unit_or_not_at_all(name: str, unit: str, expected: str | None) -> None:
    entry = CATALOGUE.find(name, unit)
    assert (entry.id if entry else None) == expected


@pytest.mark.parametrize("name", ["居民消费价格指数", "居民消费价格指数（上年=100）"])
def test_a_name_of_prices_has_the_id_of_its_growth_and_of_its_index(name: str) -> None:
    assert CATALOGUE.ids(name) >= {"consumer-price-growth", "consumer-price-index"}


def test_a_name_that_could_be_two_is_known_as_neither() -> None:
    both = [{"id": name, "name_en": name, "family": "level", "units": ["个"], "names": ["甲"]} for name in ("a", "b")]
    assert read_catalogue(keyed({"indicators": both, "successions": [], "programmes": []})).find("甲", "个") is None


def test_successions_are_between_entries_and_only_where_the_earlier_is_gone() -> None:
    ids = {entry["id"] for entry in ENTRIES}
    for each in PLAIN["successions"]:
        assert {each["from"], each["to"], each.get("denominator", each["to"])} <= ids
    known = CATALOGUE.follows("research-expenditure-growth", ["research-intensity"], ["research-expenditure-growth"])
    assert known
    assert (known.earlier, known.relation) == ("research-intensity", Succession.REDEFINED)
    assert CATALOGUE.follows("research-expenditure-growth", ["research-intensity"], ["research-intensity"]) is None


def test_what_follows_what_in_the_shipped_data_is_known() -> None:
    before = [row.id for row in ROWS if not row.follows]
    for row in ROWS:
        if row.follows:
            known = CATALOGUE.follows(row.id, {row.follows.id}, {row.id})
            assert known, (row.id, before)
            assert (known.relation, known.change) == (row.follows.relation, row.follows.change)


def test_english_names_are_plain() -> None:
    assert [entry["name_en"] for entry in ENTRIES if not re.fullmatch(r"[ -~“”’–₂]+", entry["name_en"])] == []
    assert isinstance(CATALOGUE.find("GDP", "亿元"), Entry)

"""What came of a year, told in prose: names with figures, without what is said of other times, parts and places."""

import pytest

from planctl.grammar.results import results_in


def read(text: str) -> list[tuple[str, str]]:
    return [(each.name, each.target) for each in results_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年地区生产总值3.22万亿元、增长5.7%", [("地区生产总值", "3.22万亿元"), ("地区生产总值", "增长5.7%")]),
        ("固定资产投资下降3.3%,居民消费价格与上年持平", [("固定资产投资", "下降3.3%"), ("居民消费价格", "与上年持平")]),
        (
            "城乡居民人均可支配收入分别增长4.6%、6.7%",
            [("城镇居民人均可支配收入", "增长4.6%"), ("农村居民人均可支配收入", "增长6.7%")],
        ),
        ("城镇调查失业率平均为5.1%", [("城镇调查失业率", "为5.1%")]),
        ("地区生产总值增长5.1%、高于全国0.3个百分点", [("地区生产总值", "增长5.1%")]),
    ],
)
def test_a_name_with_its_figures_is_a_result(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "地区生产总值年均增长5.2%",
        "上半年固定资产投资增长3%",
        "其中民间投资增长4%",
        "一般公共预算收入增速居全国第3位",
        "粮食产量连续五年稳定在800亿斤以上",
        "社会消费品零售总额增速高于全国0.2个百分点",
        "城镇新增就业力争达到50万人",
    ],
)
def test_what_is_of_other_times_parts_or_places_is_none(text: str) -> None:
    assert read(text) == []


def test_what_is_said_of_several_years_is_none_until_the_year_is_named_again() -> None:
    text = "五年来,改革不断深化。地区生产总值增长30%。刚刚过去的一年,地区生产总值增长5%。"
    assert read(text) == [("地区生产总值", "增长5%")]


def test_a_result_stands_where_its_words_do() -> None:
    text = "稳中有进。规上工业增加值增长7.9%,结构优化。"
    (found,) = results_in(text)
    assert (text[slice(*found.clause)], text[slice(*found.words)]) == ("规上工业增加值增长7.9%", "增长7.9%")

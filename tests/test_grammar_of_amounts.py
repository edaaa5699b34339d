"""What is counted: qualifiers of names, amounts that points are said of, and growth said of a level."""

import pytest

from planctl.grammar.amounts import amount_before, qualifiers
from planctl.grammar.prose import grows_by


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("粮食产量", set()),
        ("规上工业产值", {"规上"}),
        ("规模以上工业产值", {"规上"}),
        ("新增市级以上研发机构", {"市级以上"}),
        ("新增市级研发机构", {"市级"}),
        ("新增国家级企业技术中心", {"国家"}),
        ("新增国家高新技术企业", {"国家"}),
        ("国市考核断面水质优良比例", set()),
        ("城镇居民和农村居民收入", {"城镇", "农村"}),
    ],
)
def test_the_words_that_narrow_a_name(name: str, words: set[str]) -> None:
    assert qualifiers(name) == words


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("完成投资8.5亿元,超年度计划投资", "投资"),
        ("税收收入同比增长", "收入"),
        ("投资增速提高", ""),
        ("民间投资占比提高", ""),
        ("投资增速高于全市", ""),
        ("", ""),
    ],
)
def test_the_amount_that_words_end_with(words: str, amount: str) -> None:
    assert amount_before(words) == amount


@pytest.mark.parametrize(
    ("level", "growth", "quote", "said"),
    [
        ("1.4万户", "增长6%", "新设立市场主体1.4万户、同比增长6%", True),
        ("1.4万户", "增长6%", "新设立市场主体1.4万户,比上年增长6%", True),
        ("1.4万户", "6%", "新设立市场主体1.4万户、同比增长6%", True),
        ("44万吨", "增长5%", "粮食产量44万吨,水果产量增长5%", False),
        ("8.5亿元", "24个百分点", "完成投资8.5亿元,超年度计划投资24个百分点", False),
        ("1.4万户", "增长6%", "同比增长6%,新设立市场主体1.4万户", False),
        ("1.5万户", "增长6%", "新设立市场主体1.4万户、同比增长6%", False),
    ],
)
def test_growth_is_of_the_level_right_before_it(level: str, growth: str, quote: str, said: bool) -> None:
    assert grows_by(level, growth, quote) is said

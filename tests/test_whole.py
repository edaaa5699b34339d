"""Names and figures stand whole in a text, or they do not stand in it."""

import pytest

from planctl.grammar.prose import place_in_quote, said_of
from planctl.grammar.whole import begins_whole, cuts_figure, ends_whole, runs_in, whole_in


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("突破1500亿元", "总量突破1500亿元"),
        ("23.4万吨", "果品产量23.4万吨"),
        ("下降3%", "PM2.5浓度同比下降3%"),
        ("增长12%以上", "力争工业投资增长12%以上"),
        ("90余起", "处置8起森林火灾、90余起林区火情"),
        ("552户", "消除风险552户1431人"),
        ("突破1400户", "高新技术企业79户、科技型企业302户,总量分别突破200户、1400户"),
        ("5.5%", "城乡居民收入分别同比增长5.5%、6.6%"),
        ("下降2%", "甲、乙分别下降3%、2%"),
        ("增长快于经济增长", "居民收入增长快于经济增长"),
    ],
)
def test_a_value_stands_in_words_that_say_it(value: str, quote: str) -> None:
    assert place_in_quote(value, quote)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("500亿元", "总量突破1500亿元"),
        ("1500亿元", "总量突破1500亿元"),
        ("突破1500亿", "总量突破1500亿元"),
        ("3.4万吨", "果品产量23.4万吨"),
        ("23.4", "果品产量23.4万吨"),
        ("3%", "PM2.5浓度同比下降3%"),
        ("增长12%", "力争工业投资增长12%以上"),
        ("90起", "处置8起森林火灾、90余起林区火情"),
        ("0.1", "增长0.1%"),
        ("295亿元", "产值实现2,295亿元"),
        ("4.7万吨", "产能4.7万吨/年"),
        ("2%", "甲、乙分别下降3%、2%"),
        ("经济增长", "居民收入增长快于经济增长"),
        ("长20%", "销售额同比增长20%"),
        ("", "增长20%"),
    ],
)
def test_a_part_of_a_figure_is_not_the_figure(value: str, quote: str) -> None:
    assert place_in_quote(value, quote) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("卡涞高性能复合材料二期", "开工建设卡涞高性能复合材料二期、联洋纤维等项目"),
        ("渝宜高铁", "力争开工建设渝宜高铁,加快推进其他工作"),
        ("甲水库", "包括甲水库等项目"),
        ("“城市大脑”", "开工建设“城市大脑”,打造中心"),
        ("某中心", "建成投用某中心。"),
        ("某基地", "2个某基地加快建设"),
    ],
)
def test_a_whole_name_is_found(name: str, text: str) -> None:
    assert list(whole_in(name, text)) == [text.index(name)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("卡涞高性能复合材料", "开工建设卡涞高性能复合材料二期、联洋纤维等项目"),
        ("高性能复合材料二期", "开工建设卡涞高性能复合材料二期"),
        ("峰年产15万吨铝板", "加快建设华峰年产15万吨铝板"),
        ("水库", "包括甲水库等项目"),
        ("聚源大道二期", "包括聚源大道二期(玉珠大道至长江大桥段)等项目"),
        ("“城市大脑", "开工建设“城市大脑”"),
        ("投资", "其中工业投资增长11%"),
        ("预算收入", "一般公共预算收入增长8.5%"),
    ],
)
def test_a_part_of_a_name_is_not_the_name(name: str, text: str) -> None:
    assert list(whole_in(name, text)) == []


def test_a_label_is_found_in_the_order_of_its_words() -> None:
    text = "本外币贷款突破900亿元、存款突破1100亿元"
    assert [text[start:end] for start, end in runs_in("本外币存款", text)] == ["本外币", "存款"]
    assert runs_in("存款本外币", text) == ()
    assert runs_in("社会消费品批发总额", "社会消费品零售总额增长0.7%") == ()
    assert runs_in("第二产业增加值", "一、二、三产业增加值分别增长3.7%、2.2%和3.1%")
    assert runs_in("农村居民人均可支配收入", "城乡居民人均可支配收入分别增长5.5%、6.6%")
    assert runs_in("新增分配公(廉)租房", "新增分配公(廉)租房300套")


SUPPORT = "清单35条、工业39条、服务业56条"
BANKS = "本外币贷款突破900亿元、存款突破1100亿元"
INCOME = "城乡居民收入分别增长5.5%、6.6%"
FIRMS = "甲企业79户、乙企业302户,总量分别突破200户、1400户"


@pytest.mark.parametrize(
    ("quote", "figure", "label", "expected"),
    [
        (SUPPORT, "39条", "稳企政策:工业", True),
        (SUPPORT, "56条", "稳企政策:工业", False),
        (BANKS, "1100亿元", "本外币存款", True),
        (BANKS, "1100亿元", "本外币贷款", False),
        (INCOME, "6.6%", "农村居民收入", True),
        (INCOME, "6.6%", "城镇居民收入", False),
        ("接待人数和旅游收入均增长15%", "15%", "旅游收入", True),
        (FIRMS, "1400户", "乙企业总量", True),
        (FIRMS, "1400户", "乙企业", False),
        (FIRMS, "1400户", "甲企业总量", False),
    ],
)
def test_a_figure_is_said_of_what_stands_in_its_place(quote: str, figure: str, label: str, expected: object) -> None:
    start = quote.index(figure)
    assert said_of(quote, start, start + len(figure)).may_be(label) is expected


def test_boundaries_are_signs_figures_and_words_beside_names() -> None:
    assert begins_whole("")
    assert begins_whole("力争开工建设")
    assert begins_whole("新增3个")
    assert not begins_whole("规上")
    assert ends_whole("等项目建设")
    assert ends_whole("前期工作。")
    assert not ends_whole("一期、")
    assert ends_whole("迈上1400亿元新台阶")
    assert ends_whole("微增0.3%")
    assert cuts_figure("总投资91", "5.4亿元")
    assert cuts_figure("总投资915.4", "亿元")
    assert cuts_figure("达130亿元", "以上")
    assert not cuts_figure("总投资", "915.4亿元")

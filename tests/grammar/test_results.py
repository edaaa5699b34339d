"""What came of a year, told in prose: names with figures, without what is said of other times, parts and places."""

import pytest

from planctl.grammar.cells import parse_cell
from planctl.grammar.results import results_in
from planctl.grammar.text import normal
from planctl.values.meanings import Assigned, Bounded

Told = list[tuple[str, str]]


def read(text: str) -> Told:
    return [(each.name, each.target) for each in results_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "地区生产总值年均增长5.2%",
        "上半年固定资产投资增长3%",
        "1—11月固定资产投资增长3%,规上工业增加值增长6%",
        "一般公共预算收入增速居全国第3位",
        "一般公共预算收入总量跃居全国第3位",
        "粮食产量连续五年稳定在800亿斤以上",
        "社会消费品零售总额增速高于全国0.2个百分点",
        "规上工业增加值增速提高2个百分点",
        "城镇新增就业力争达到50万人",
        "到2030年地区生产总值达到5万亿元",
        "规上工业增加值比2020年增长40%",
        "与2020年相比,规上工业增加值增长40%",
        "2021—2025年规上工业增加值增长40%",
        "2021年至2025年规上工业增加值增长40%",
        "2020年以来规上工业增加值增长40%",
        "本届政府成立以来,居民收入增长20%",
        "预期地区生产总值增长5%",
        "城镇调查失业率从5.5%降到5.3%",
        "全国经济增长5%,国内生产总值增长5%",
        "省会甲市加快发展,地区生产总值增长7%",
        "甲都市圈地区生产总值突破2万亿元、增长5.7%",
        "甲集团做大做强、研发投入增长30%",
        "农村居民收入增速快于城镇居民",
        "农村居民收入增加1200元",
        "城镇新增就业目标实现",
        "经济持续向好",
        "一般公共预算收入达到年初预算的101%",
        "上半年经济向好;固定资产投资增长3%",
        "10月份,社会消费品零售总额增长8%",
        "与2020年相比,经济向好;固定资产投资增长30%",
        "扣除房地产开发投资后,固定资产投资增长2.7%",
        "去年确定的主要预期目标是:固定资产投资增长6%,粮食产量90亿斤;城镇新增就业50万人",
    ],
)
def test_what_is_of_other_times_parts_or_places_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年地区生产总值3.22万亿元、增长5.7%", [("地区生产总值", "3.22万亿元"), ("地区生产总值", "增长5.7%")]),
        ("全省完成地区生产总值9000亿元,同比增长5%", [("地区生产总值", "9000亿元"), ("地区生产总值", "同比增长5%")]),
        (
            "生产总值达到9000亿元,按可比价格计算,比上年增长5%",
            [("生产总值", "达到9000亿元"), ("生产总值", "比上年增长5%")],
        ),
        (
            "地区生产总值达到3万亿元、稳居全国第8、增长4.9%",
            [("地区生产总值", "达到3万亿元"), ("地区生产总值", "增长4.9%")],
        ),
        ("地区生产总值总量跃居全国第9位、增长5.5%", [("地区生产总值总量", "增长5.5%")]),
        ("地区生产总值增长5.1%、高于全国0.3个百分点", [("地区生产总值", "增长5.1%")]),
        ("进出口总额突破千亿元,增速居全国第5位,增长9%", [("进出口总额", "突破千亿元"), ("进出口总额", "增长9%")]),
        ("外贸进出口在基数较高的情况下增长12%", [("外贸进出口", "增长12%")]),
        ("固定资产投资由负转正、增长1.2%", [("固定资产投资", "增长1.2%")]),
        ("地区生产总值由3万亿元增加到5万亿元、增长40%", []),
        ("预算收入增长5%,完成城镇新增就业50万人", [("预算收入", "增长5%"), ("城镇新增就业", "50万人")]),
        ("固定资产投资增长5%,创新型企业产值增长9%", [("固定资产投资", "增长5%"), ("创新型企业产值", "增长9%")]),
        ("预算收入按同口径增长3%", [("预算收入", "同口径增长3%")]),
        ("预算收入剔除政策性因素增长3%", [("预算收入", "增长3%")]),
        ("预算收入3000亿元,为预算的101%,增长3%(同口径4%)", [("预算收入", "3000亿元"), ("预算收入", "增长3%")]),
        ("预算收入名义增长5.2%、实际增长5.1%", [("预算收入", "名义增长5.2%")]),
        ("城镇新增就业79万人、超额完成年度任务", [("城镇新增就业", "79万人")]),
        ("新增创新企业12家、达到180家", [("新增创新企业", "12家")]),
    ],
)
def test_an_amount_and_its_growth_are_two_results_whatever_stands_between(text: str, expected: Told) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("固定资产投资下降3.3%", [("固定资产投资", "下降3.3%")]),
        ("居民消费价格与上年持平,进出口总额持平", [("居民消费价格", "与上年持平"), ("进出口总额", "持平")]),
        ("城镇调查失业率平均为5.1%", [("城镇调查失业率", "平均为5.1%")]),
        ("城镇调查失业率平均值5.1%、低于全国", [("城镇调查失业率", "5.1%")]),
        ("城镇调查失业率年均值5.1%", [("城镇调查失业率", "5.1%")]),
        ("外贸进出口总额逆势增长9%", [("外贸进出口总额", "增长9%")]),
        ("规上工业增加值由上年下降3%转为增长5%", [("规上工业增加值", "增长5%")]),
        ("推动楼市止跌回稳,固定资产投资增长3%", [("固定资产投资", "增长3%")]),
        ("城镇调查失业率保持在5.2%左右的较低水平", [("城镇调查失业率", "保持在5.2%左右")]),
        (
            "PM2.5平均浓度下降5%、降至28微克/立方米",
            [("PM2.5平均浓度", "下降5%"), ("PM2.5平均浓度", "降至28微克/立方米")],
        ),
        ("全年规上工业增加值预计增长6.5%左右", [("规上工业增加值", "预计增长6.5%左右")]),
        ("经济增长5.3%", [("经济", "增长5.3%")]),
        ("扣除价格因素,居民人均可支配收入增长5%", [("居民人均可支配收入", "增长5%")]),
        ("居民消费价格累计同比上涨1.3%", [("居民消费价格", "累计同比上涨1.3%")]),
        ("居民消费价格微降0.1%", [("居民消费价格", "微降0.1%")]),
        ("居民消费价格涨幅控制在2.6%", [("居民消费价格", "涨幅控制在2.6%")]),
        ("城镇调查失业率控制在5.5%以内", [("城镇调查失业率", "控制在5.5%以内")]),
        (
            "工业投资增长8%,实现一般公共预算收入1618.6亿元、增长9.6%",
            [("工业投资", "增长8%"), ("一般公共预算收入", "1618.6亿元"), ("一般公共预算收入", "增长9.6%")],
        ),
        ("1.固定资产投资增长12%达92亿元", [("固定资产投资", "增长12%")]),
        (
            "地区生产总值635亿元,完成年计划710亿元的89.4%,增长2%",
            [("地区生产总值", "635亿元,完成年计划710亿元的89.4%"), ("地区生产总值", "增长2%")],
        ),
        ("城镇调查失业率在5.2%左右", [("城镇调查失业率", "在5.2%左右")]),
        ("人均可支配收入首破8万元", [("人均可支配收入", "首破8万元")]),
    ],
)
def test_words_around_a_figure_are_its_own_or_none_of_its_name(text: str, expected: Told) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮食总产量连续12年超900亿斤、达到1000亿斤", [("粮食总产量", "达到1000亿斤")]),
        ("粮食总产实现“八连丰”,达到1000亿斤", [("粮食总产", "达到1000亿斤")]),
        (
            "粮食播种面积5000万亩,单产居全国第1位,总产量1000亿斤",
            [("粮食播种面积", "5000万亩"), ("粮食总产量", "1000亿斤")],
        ),
        ("粮食再获丰收,棉花增产,总产量500万吨", [("总产量", "500万吨")]),
        ("预算收入增长4.6%,总量首次突破900亿元", [("预算收入", "增长4.6%"), ("预算收入", "首次突破900亿元")]),
    ],
)
def test_a_figure_is_of_the_name_that_stands_before_what_is_said_of_it(text: str, expected: Told) -> None:
    assert read(text) == expected


URBAN, RURAL = "城镇居民人均可支配收入", "农村居民人均可支配收入"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城乡居民人均可支配收入分别增长4.6%、6.7%", [(URBAN, "增长4.6%"), (RURAL, "增长6.7%")]),
        ("城乡居民人均可支配收入增长4.6%和6.7%", [(URBAN, "增长4.6%"), (RURAL, "增长6.7%")]),
        ("城镇、农村居民人均可支配收入分别增长4.6%、6.7%", [(URBAN, "增长4.6%"), (RURAL, "增长6.7%")]),
        (
            "城镇居民人均可支配收入、农村居民人均可支配收入预计分别增长4%、6%",
            [(URBAN, "预计增长4%"), (RURAL, "预计增长6%")],
        ),
        (
            "城乡居民人均可支配收入分别达5万元、3万元,增长4.6%、6.7%",
            [(URBAN, "达5万元"), (RURAL, "达3万元"), (URBAN, "增长4.6%"), (RURAL, "增长6.7%")],
        ),
        (
            "城镇、农村居民人均可支配收入达到5万元、3万元,分别增长4.6%、6.7%",
            [(URBAN, "达到5万元"), (RURAL, "达到3万元"), (URBAN, "增长4.6%"), (RURAL, "增长6.7%")],
        ),
        (
            "三次产业增加值分别增长4%、5%、6%",
            [("第一产业增加值", "增长4%"), ("第二产业增加值", "增长5%"), ("第三产业增加值", "增长6%")],
        ),
        ("一、二、三产业分别增长4%、5%、6%", [("一产业", "增长4%"), ("二产业", "增长5%"), ("三产业", "增长6%")]),
        (
            "全体、城镇、农村居民人均可支配收入分别增长5%、4%、6%",
            [("全体居民人均可支配收入", "增长5%"), (URBAN, "增长4%"), (RURAL, "增长6%")],
        ),
        ("单位GDP能耗、碳排放强度分别下降3%、4%", [("单位GDP能耗", "下降3%"), ("碳排放强度", "下降4%")]),
        ("规上工业增加值、服务业增加值均增长6%", [("规上工业增加值", "增长6%"), ("服务业增加值", "增长6%")]),
        ("工业、制造业、技改投资分别增长9%、13%、6%", [("技改投资", "增长6%")]),
        ("城镇、农村居民人均可支配收入分别增长4.6%", []),
    ],
)
def test_figures_that_stand_together_are_of_their_names_in_turn(text: str, expected: Told) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居民收入增长与经济增长基本同步", [("居民收入", "增长与经济增长基本同步")]),
        ("居民收入增速高于GDP增速", [("居民收入", "增速高于GDP增速")]),
        ("单位GDP能耗降低完成国家下达任务", [("单位GDP能耗降低", "完成国家下达任务")]),
        ("城镇新增就业完成年度目标的120%", [("城镇新增就业", "完成年度目标的120%")]),
        ("居民消费价格总体平稳", [("居民消费价格", "总体平稳")]),
        ("外贸进出口实现正增长", [("外贸进出口", "实现正增长")]),
        ("能耗强度和污染物排放总量持续下降", [("能耗强度", "持续下降"), ("污染物排放总量", "持续下降")]),
    ],
)
def test_a_statement_is_a_result_in_words(text: str, expected: Told) -> None:
    assert read(text) == expected


def test_a_part_says_that_it_is_one() -> None:
    whole, part, next = results_in("固定资产投资增长5%,其中民间投资增长4%,工业投资增长8%")
    assert (whole.prefix, part.prefix, next.prefix) == ("", "其中", "")


@pytest.mark.parametrize(
    "before",
    [
        "关于“十五五”规划《纲要》草案,已提请审议。粮食产量稳定在900亿斤以上。",
        "今后五年,我们要迈上新台阶。粮食产量稳定在900亿斤以上。",
        "五年来,改革不断深化。地区生产总值增长30%。",
        "回首“十三五”,成绩来之不易。地区生产总值增长38%。",
        "五载砥砺奋进,改革不断深化。地区生产总值增长38%。",
        "本届政府任期即将届满。五年的拼搏,成效显著。地区生产总值增长38%。",
        "县十六届人大一次会议以来,改革不断深化。地区生产总值增长38%。",
        "“十四五”时期,我们迈上新台阶。2025年总量居全国第9位,比2020年翻番。地区生产总值增长30%。",
        "过去五年,经济实力跃升。粮食产量达900亿斤,2025年再创新高。地区生产总值增长30%。",
    ],
)
def test_what_is_said_of_several_years_is_none_until_the_year_is_named_again(before: str) -> None:
    text = f"{before}刚刚过去的一年,地区生产总值增长5%。实施五年行动方案,固定资产投资增长4%。"
    assert read(text) == [("地区生产总值", "增长5%"), ("固定资产投资", "增长4%")]


def test_of_the_years_that_are_named_the_one_before_the_plan_is_meant() -> None:
    text = "2030年地区生产总值增长5%。2029年地区生产总值增长6%。2031年地区生产总值增长7%。"
    assert [each.target for each in results_in(text, year=2031)] == ["增长5%"]
    assert [each.target for each in results_in(text)] == ["增长6%", "增长7%"]


def test_a_part_of_the_year_holds_to_the_full_stop_or_the_year() -> None:
    text = "一季度经济向好;固定资产投资增长3%,全年工业投资增长4%;粮食产量90亿斤。城镇新增就业5万人。"
    assert read(text) == [("工业投资", "增长4%"), ("粮食产量", "90亿斤"), ("城镇新增就业", "5万人")]


def test_figures_in_turn_are_of_what_was_told_one_by_one_before_them() -> None:
    text = "城镇居民人均可支配收入39363元,农村居民人均可支配收入17573元,分别增长8.3%和7.7%"
    assert read(text)[2:] == [("城镇居民人均可支配收入", "增长8.3%"), ("农村居民人均可支配收入", "增长7.7%")]
    assert read("粮食产量90亿斤,分别增长8.3%和7.7%") == [("粮食产量", "90亿斤")]


def test_targets_that_were_reached_head_a_list_of_results() -> None:
    assert ("粮食产量", "90亿斤") in read("总体实现确定的预期目标:粮食产量90亿斤")


def test_what_is_compared_with_the_year_before_is_of_the_year() -> None:
    text = "转移支付资金较2029年增加2亿元;固定资产投资增长3%。"
    assert ("固定资产投资", "增长3%") in [(each.name, each.target) for each in results_in(text, year=2031)]


@pytest.mark.parametrize(
    "aside",
    [
        "获批2023年国家试点",
        "为近五年最高",
        "是2017年的2倍",
        "五年累计投入100亿元",
        "出台2021—2025年规划",
        "快于一季度3个百分点",
    ],
)
def test_a_time_that_is_named_aside_holds_for_its_own_clause(aside: str) -> None:
    text = f"工业投资增长5%,{aside},粮食产量90亿斤。"
    assert read(text) == [("工业投资", "增长5%"), ("粮食产量", "90亿斤")]


def test_years_in_brackets_are_of_a_plan_that_is_named() -> None:
    text = "规划(2021—2035年)获批实施,地区生产总值增长5.7%。"
    assert read(text) == [("地区生产总值", "增长5.7%")]


def test_the_name_of_the_region_itself_is_no_place_in_it() -> None:
    text = "甲阳市地区生产总值增长5%。"
    assert [each.name for each in results_in(text, own=("甲阳市", "甲阳"))] == ["甲阳市地区生产总值"]
    assert read(text) == []


def test_the_nation_tells_its_own_product() -> None:
    text = "国内生产总值增长5%。"
    assert [each.target for each in results_in(text, own=("中国",))] == ["增长5%"]


def test_a_heading_is_none_of_the_name_behind_it() -> None:
    text = "(一)经济稳中有进粮食产量90亿斤。"
    assert [each.name for each in results_in(text, (text.index("粮"),))] == ["粮食产量"]


def test_a_result_stands_where_its_words_do() -> None:
    text = "稳中有进。规上工业增加值增长7.9%,结构优化。"
    (found,) = results_in(text)
    assert (text[slice(*found.clause)], text[slice(*found.words)]) == ("规上工业增加值增长7.9%", "增长7.9%")


def guessed(text: str) -> list[tuple[str, str, str]]:
    return [(each.name, each.target, each.guess) for each in results_in(text)]


def test_what_follows_a_guess_in_its_sentence_is_an_estimate_and_what_stands_before_is_none() -> None:
    assert guessed("城镇新增就业4万人,预计全年地区生产总值增长5.2%左右,固定资产投资下降2%。进出口增长3%。") == [
        ("城镇新增就业", "4万人", ""),
        ("地区生产总值", "增长5.2%左右", "预计"),
        ("固定资产投资", "下降2%", "预计"),
        ("进出口", "增长3%", ""),
    ]


def test_a_guess_that_begins_a_sentence_holds_to_its_full_stop() -> None:
    found = guessed("预计,地区生产总值增长5%;规模以上工业增加值增长7%;固定资产投资增长3%。进出口增长3%。")
    assert [guess for *_, guess in found] == ["预计", "预计", "预计", ""]


def test_a_guess_behind_a_name_is_of_that_name_alone_and_stands_in_its_words() -> None:
    assert guessed("一般公共预算收入预计完成180亿元,增长3.2%,固定资产投资增长2%。") == [
        ("一般公共预算收入", "预计完成180亿元", ""),
        ("一般公共预算收入", "增长3.2%", "预计"),
        ("固定资产投资", "增长2%", ""),
    ]


def test_a_guess_before_several_figures_is_of_each() -> None:
    found = guessed("地区生产总值、固定资产投资预计分别增长5%、3%,进出口增长3%。")
    assert [(name, bool(guess) or "预计" in value) for name, value, guess in found] == [
        ("地区生产总值", True),
        ("固定资产投资", True),
        ("进出口", False),
    ]


def test_better_than_was_guessed_is_no_guess() -> None:
    assert [guess for *_, guess in guessed("成效比预计的好,地区生产总值增长5%。")] == [""]


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        (",高于年度目标0.1个百分点", "增长6.1%,高于年度目标0.1个百分点"),
        ("、低于预期目标0.4个百分点", "增长6.1%、低于预期目标0.4个百分点"),
        (",高于全国0.1个百分点", "增长6.1%"),
        (",高于年度目标", "增长6.1%"),
        (",好于预期", "增长6.1%"),
    ],
)
def test_how_far_a_result_is_from_its_target_is_of_it_where_that_can_be_reckoned(behind: str, value: str) -> None:
    found = next(results_in(f"地区生产总值增长6.1%{behind},固定资产投资增长2%。"))
    assert found.target == value


def test_how_much_of_its_plan_an_amount_is_may_stand_behind_its_growth() -> None:
    amount, growth = results_in("地区生产总值完成6102.8亿元,同比增长6.1%,为年度计划的98.6%,居全市第2位")
    assert (amount.target, growth.target) == ("完成6102.8亿元,同比增长6.1%,为年度计划的98.6%", "同比增长6.1%")
    recovered = parse_cell(amount.target).recovered
    assert recovered
    assert isinstance(recovered.meaning, Bounded)
    assert str(recovered.meaning.figure) == "6189.5亿元"
    (_, growth) = results_in("固定资产投资完成302.8亿元,增长6.1%,高于年度目标0.3个百分点")
    assert growth.target == "增长6.1%,高于年度目标0.3个百分点"


def test_how_much_of_its_target_an_amount_is_is_of_it_too() -> None:
    assert read("城镇新增就业6820人,完成年度任务的113.7%。") == [("城镇新增就业", "6820人,完成年度任务的113.7%")]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("地区生产总值增长4.9%，比年初预期目标低2.1个百分点", "7.0%"),
        ("规模以上工业增加值增长6.2%，超年度计划1.2个百分点", "5.0%"),
        ("农村居民人均可支配收入增长7.9%，高出预期目标0.4个百分点", "7.5%"),
        ("固定资产投资下降3.6%，未完成增长7%的年度目标", "7%"),
        ("社会消费品零售总额增长7.4%，完成7%的目标", "7%"),
        ("居民消费价格上涨0.4%，控制在3%的预期目标以内", "3%"),
        ("居民消费价格下降0.1%，低于3%的控制目标", "3%"),
        ("城镇登记失业率为4.1%，控制在4.5%的计划目标以内", "4.5%"),
        ("城镇调查失业率5.4%左右，控制在5.5%以内", "5.5%"),
        ("粮食产量158.6万吨，比计划目标多0.6万吨", "158.0万吨"),
        ("高新技术企业达到312家，较年度目标多12家", "300家"),
        ("PM2.5年均浓度38微克/立方米，未完成36微克/立方米的年度目标", "36微克/立方米"),
        ("城镇新增就业6.83万人，完成年度目标7万人的97.6%", "7万人"),
        ("技术合同成交额完成86.5亿元，是年度目标75亿元的1.15倍", "75亿元"),
        ("研发投入强度达到1.12%，比上年提高0.11个百分点，完成1.1%的年度目标", "1.1%"),
        ("进出口总值下降6.8%，与年度目标增长5%有较大差距", "5%"),
        ("外贸进出口总额98.5亿元，与目标持平", "98.5亿元"),
        ("社会消费品零售总额增长3.4%，未达到8%的预期", "8%"),
        ("居民消费价格上涨0.2%，涨幅低于3%的控制目标", "3%"),
        ("规模以上工业增加值增长7.1%，增速排全区第2位，高出年度目标1.1个百分点", "6.0%"),
        ("地区生产总值增长6.3%（计划6.5%）", "6.5%"),
        ("规模以上工业增加值下降1.6%，比预期目标低10.6个百分点", "9.0%"),
        ("地区生产总值增长3.2%，比年度计划目标（增长5%左右）低1.8个百分点", "5%"),
        ("地区生产总值增长3.1%，完成全年目标（增长3%）", "3%"),
        ("社会消费品零售总额增长4.2%，比目标值低2.9个百分点", "7.1%"),
        ("社会消费品零售总额增长4.2%，超出预期3.7个百分点", "0.5%"),
        ("优良天数比率87%，超过省定目标2.5个百分点", "84.5%"),
        ("社会消费品零售总额增长8.2%，超过年初确定的8%目标", "8%"),
        ("居民消费价格上涨2.1%，基本完成3%的增长目标", "3%"),
        ("合同外资21.3亿元，超额完成全年20亿元目标", "20亿元"),
        ("居民消费价格指数102，控制在103以内", "103"),
        ("城镇登记失业率3.1%（控制目标：4.5%以内）", "4.5%"),
        ("社会消费品零售总额增长5.2%，计划为增长6%", "6%"),
        ("规模以上工业增加值增长4.9%，离6%的计划目标还有1.1个百分点的差距", "6%"),
        ("固定资产投资下降2.3%，与年初确定的增长5%的预期目标相差7.3个百分点", "5%"),
        ("地区生产总值增长6.3%，比年初计划的6.5%低0.2个百分点", "6.5%"),
        ("地区生产总值增长6.3%，低于6.5%的年初目标0.2个百分点", "6.5%"),
        ("单位地区生产总值能耗下降3.2%，未完成市下达下降3.5%的目标", "3.5%"),
        ("地区生产总值增长4.9%，略低于5%的预期目标", "5%"),
        ("固定资产投资下降4.3%，与增长5%的目标差距较大", "5%"),
        ("固定资产投资下降4.3%，与年初增长5%的目标存在较大差距", "5%"),
        ("固定资产投资增长2%，与年度目标尚有3个百分点差距", "5%"),
        ("固定资产投资增长5.3%，低于年度预期目标（8%）2.7个百分点", "8%"),
        ("规上工业增加值增长8.3%，比全省平均水平高0.5个百分点，比年初计划高1.3个百分点", "7.0%"),
        ("规上工业增加值增长8.3%，高于全省平均水平0.5个百分点，高于年初计划1.3个百分点", "7.0%"),
        ("单位GDP能耗下降3.8%，完成降低2.5%左右的年度目标", "2.5%"),
    ],
)
def test_the_target_that_is_named_or_reckoned_behind_a_result_is_its_own(sentence: str, target: str) -> None:
    (found,) = results_in(normal(sentence))
    recovered = parse_cell(found.target).recovered
    assert recovered
    assert isinstance(recovered.meaning, Bounded)
    assert str(recovered.meaning.figure) == target


@pytest.mark.parametrize(
    "said",
    [
        "完成年度目标",
        "未完成年度目标",
        "完成省下达任务",
        "未达预期目标",
        "提前两个月完成全年任务",
        "达到考核要求",
        "好于预期",
        "不及预期",
        "快于全省的目标未能实现",
        "可完成省定目标",
    ],
)
def test_what_is_said_of_the_target_without_a_figure_is_stated_of_the_result(said: str) -> None:
    (found,) = results_in(normal(f"地区生产总值增长6.2%，{said}"))
    assert (found.target, found.stated) == ("增长6.2%", said)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("进出口总额未能完成年度目标", ["进出口总额"]),
        ("社会消费品零售总额、进出口总额未达年度目标", ["社会消费品零售总额", "进出口总额"]),
        ("单位GDP能耗尚未完成省下达任务", ["单位GDP能耗"]),
        ("受外需影响,进出口总额没有达到预期目标", ["进出口总额"]),
        ("固定资产投资不及预期", ["固定资产投资"]),
    ],
)
def test_a_miss_without_a_figure_is_of_the_names_before_it(sentence: str, names: list[str]) -> None:
    found = [*results_in(sentence)]
    assert [each.name for each in found] == names
    assert {parse_cell(each.target).meaning for each in found} == {Assigned(fulfilled=False)}


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        ("规上工业增加值增长6.3%,固定资产投资增长7.1%,年度目标分别为增长5%和8%,均已完成", ["增长5%", "增长8%"]),
        ("规上工业增加值、固定资产投资分别增长6.3%、7.1%(年度目标分别为5%、8%)", ["5%", "8%"]),
        ("城镇、农村居民收入分别达到4.2万元、2.1万元,分别增长5%、7%,计划目标分别为6%和7.5%", ["", "", "6%", "7.5%"]),
        ("地区生产总值增长5%,规上工业增加值增长6%,固定资产投资增长7%,年初目标分别为5%和8%", ["", "5%", "8%"]),
        ("地区生产总值增长5%,年度目标分别为6%和7%", [""]),
        ("城镇新增就业2万人,新登记企业3万户,年度目标分别为6%和7%", ["", ""]),
    ],
)
def test_targets_of_several_results_stand_behind_them_in_their_order(sentence: str, planned: list[str]) -> None:
    assert [each.planned for each in results_in(sentence)] == planned


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("粮食产量51万吨,同比增长2%,超额完成50.5万吨的年度目标", [("51万吨", "50.5万吨"), ("同比增长2%", "")]),
        ("一般公共预算收入105亿元,增长2%,完成100亿元的年度目标", [("105亿元", "100亿元"), ("增长2%", "")]),
        ("粮食产量51万吨,创历史新高,完成50.5万吨的年度目标", [("51万吨", "50.5万吨")]),
        ("优良天数比例84.2%,同比提高1个百分点,未达到85%的年度目标", [("84.2%", "85%")]),
        ("城镇调查失业率5.2%,保持低位,低于5.5%的控制目标", [("5.2%", "5.5%")]),
        ("一般公共预算收入增长4%,年初预算安排为增长8%", [("增长4%", "增长8%")]),
        ("规上工业增加值、固定资产投资分别增长5%、6.1%,均未达到7%的预期目标", [("增长5%", "7%"), ("增长6.1%", "7%")]),
        (
            "1.地区生产总值。年初目标增长6%左右。预计全年可比增长4.5%左右,与目标有差距",
            [("可比增长4.5%左右", "增长6%左右")],
        ),
        ("——固定资产投资。计划增长6%,实际增长4.1%", [("实际增长4.1%", "增长6%")]),
        ("粮食产量51万吨,增长2%,全省增长5%的目标未完成", [("51万吨", ""), ("增长2%", "")]),
    ],
)
def test_a_target_behind_other_clauses_is_of_the_figure_of_its_kind(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(each.target, each.planned) for each in results_in(sentence)] == expected


def test_what_is_said_of_all_before_it_is_stated_of_each() -> None:
    found = results_in("单位GDP能耗下降2.1%,单位GDP二氧化碳排放降低3.5%,均完成省下达的年度任务")
    assert [(each.target, each.stated) for each in found] == [
        ("下降2.1%", "均完成省下达的年度任务"),
        ("降低3.5%", "均完成省下达的年度任务"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("地区生产总值增长6.1%,分别高于全国、全省1.1个、0.8个百分点", [("地区生产总值", "增长6.1%")]),
        ("规上工业增加值增长9.3%,高于全国、全省0.3个、0.5个百分点", [("规上工业增加值", "增长9.3%")]),
        ("固定资产投资仅增长1.1%", [("固定资产投资", "增长1.1%")]),
        (
            "居民人均可支配收入增长5%,其中城镇居民增长4%,农村居民增长6.7%",
            [
                ("居民人均可支配收入", "增长5%"),
                ("城镇居民人均可支配收入", "增长4%"),
                ("农村居民人均可支配收入", "增长6.7%"),
            ],
        ),
        ("固定资产投资1—11月增长3.2%,预计全年增长3.5%左右", [("固定资产投资", "增长3.5%左右")]),
        ("固定资产投资前三季度增长3.2%,全年预计增长3.5%", [("固定资产投资", "增长3.5%")]),
        ("工业经济。规上工业增加值增长7%", [("规上工业增加值", "增长7%")]),
        ("重点项目228个,年度计划投资958亿元", [("重点项目", "228个"), ("年度计划投资", "958亿元")]),
    ],
)
def test_a_comparison_or_a_part_of_the_year_leaves_the_figure_of_the_year(sentence: str, expected: Told) -> None:
    assert read(sentence) == expected


def test_an_estimate_goes_no_further_than_what_it_is_said_of() -> None:
    found = results_in("地区生产总值预计增长3.8%;固定资产投资下降4.3%;社会消费品零售总额增长4.0%")
    assert [each.guess for each in found] == ["", "", ""]
    assert {each.guess for each in results_in("预计全年固定资产投资下降4.3%,零售总额增长4.0%;进出口增长3%")} == {"预计"}


@pytest.mark.parametrize(
    ("sentence", "guesses"),
    [
        ("全年社会消费品零售总额可达120亿元,增长6%左右", ["", "可达"]),
        ("地区生产总值有望达到500亿元,增长5%", ["", "有望"]),
        ("固定资产投资可完成200亿元,增长8%", ["", "可完成"]),
        ("地区生产总值达到500亿元,增长5%", None),
    ],
)
def test_what_is_only_hoped_for_is_an_estimate_and_what_stands_behind_it(
    sentence: str, guesses: list[str] | None
) -> None:
    found = [*results_in(sentence)]
    assert [each.guess for each in found] == (guesses or ["", ""])
    assert [parse_cell(each.target).estimated for each in found] == [bool(guesses), False]


def test_a_share_of_the_plan_is_none_of_a_growth() -> None:
    assert parse_cell("增长8.1%，为年度计划的101.2%").recovered is None


def test_exports_within_trade_are_told_of_it_and_those_of_some_are_not() -> None:
    within = [("外贸进出口总值", "4613亿元"), ("出口", "2896.7亿元"), ("出口", "下降26.7%")]
    assert read("外贸进出口总值4613亿元,其中出口2896.7亿元、下降26.7%") == within
    assert read("外贸进出口总值4613亿元(其中出口2896.7亿元)") == within[:2]
    found = [*results_in("外贸进出口总值4613亿元,其中:出口2896.7亿元,下降26.7%,进口1716.3亿元,增长2%,利用外资3亿美元")]
    assert [(each.prefix, each.name, each.target) for each in found] == [
        ("", "外贸进出口总值", "4613亿元"),
        ("其中", "出口", "2896.7亿元"),
        ("其中", "出口", "下降26.7%"),
        ("其中", "进口", "1716.3亿元"),
        ("其中", "进口", "增长2%"),
        ("", "利用外资", "3亿美元"),
    ]
    assert read("省管企业净资产增长8%、出口增长30%") == [("省管企业净资产", "增长8%")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("年初计划地区生产总值增长6.5%,实际增长6.3%", [("地区生产总值", "增长6.5%", "实际增长6.3%")]),
        ("地区生产总值年初计划增长6.5%,实际增长6.3%", [("地区生产总值", "增长6.5%", "实际增长6.3%")]),
        (
            "去年年初,我们提出地区生产总值增长6.5%以上的目标,实际增长6.3%",
            [("地区生产总值", "增长6.5%以上", "实际增长6.3%")],
        ),
        ("年初确定的地区生产总值增长目标为6.5%,全年完成6.3%", [("地区生产总值", "增长目标为6.5%", "6.3%")]),
        ("计划城镇新增就业2万人,实际新增2.3万人", [("城镇新增就业", "2万人", "实际新增2.3万人")]),
        (
            "年初计划固定资产投资和社会消费品零售总额分别增长8%和7%,实际分别增长6.1%、7.2%",
            [("固定资产投资", "增长8%", "实际增长6.1%"), ("社会消费品零售总额", "增长7%", "实际增长7.2%")],
        ),
        ("年初计划地区生产总值增长6.5%,全年完成480亿元", [("地区生产总值", "", "480亿元")]),
        ("年初计划地区生产总值增长6.5%", []),
        ("预期寿命79.6岁", [("预期寿命", "", "79.6岁")]),
        ("计划生育率98%", [("计划生育率", "", "98%")]),
    ],
)
def test_the_target_that_is_named_before_a_result_is_its_own_and_no_result(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(each.name, each.planned, each.target) for each in results_in(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("研发投入强度由去年的1.62%提升至1.75%", [("研发投入强度", "提升至1.75%")]),
        ("城镇化率由上年的58.2%提高到59.1%,提高0.9个百分点", [("城镇化率", "提高到59.1%")]),
        (
            "高新技术企业由上年末的86家增加到112家,增长30.2%",
            [("高新技术企业", "增加到112家"), ("高新技术企业", "增长30.2%")],
        ),
        ("常住人口城镇化率从2020年的52%提高到59.1%", []),
        ("常住人口城镇化率由52%提高到59.1%", []),
        ("五年来,常住人口城镇化率由50%提高到59.1%", []),
        ("三次产业结构由12:45:43调整为11:46:43", []),
        ("三次产业结构比调整为18.2:35.6:46.2", []),
    ],
)
def test_from_where_a_result_came_is_none_of_it_and_is_of_last_year(sentence: str, expected: Told) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县实现GDP498.3亿元,增长6.0%", [("GDP", "498.3亿元"), ("GDP", "增长6.0%")]),
        ("我县完成固定资产投资120亿元,增长5.2%", [("固定资产投资", "120亿元"), ("固定资产投资", "增长5.2%")]),
        ("GDP498.3亿元,按不变价计算增长6.1%", [("GDP", "498.3亿元"), ("GDP", "按不变价计算增长6.1%")]),
        ("地区生产总值可达498.3亿元左右", [("地区生产总值", "可达498.3亿元左右")]),
        ("居民消费价格指数为100.7", [("居民消费价格指数", "为100.7")]),
        ("城镇调查失业率低于5%", [("城镇调查失业率", "低于5%")]),
        ("城镇调查失业率低于5.5%的控制目标", [("城镇调查失业率", "低于5.5%的控制目标")]),
        ("城乡居民收入比为2.1:1", [("城乡居民收入比", "为2.1:1")]),
        ("城乡居民收入比缩小到2.18:1", [("城乡居民收入比", "缩小到2.18:1")]),
        ("税收收入比上年增长5%", [("税收收入", "比上年增长5%")]),
        ("年末城镇登记失业率3.9%", [("城镇登记失业率", "3.9%")]),
        ("社会消费品零售总额恢复性增长6%", [("社会消费品零售总额", "增长6%")]),
        ("接待游客和旅游综合收入均增长10%", [("接待游客", "增长10%"), ("旅游综合收入", "增长10%")]),
        ("旅游综合收入翻了近一番,达95.3亿元", [("旅游综合收入", "达95.3亿元")]),
        ("工业企业净增86家、总数突破700家", [("工业企业净增", "86家"), ("工业企业", "突破700家")]),
        ("税收收入45.6亿元,剔除一次性因素后同比增加5.1%", [("税收收入", "45.6亿元"), ("税收收入", "同比增加5.1%")]),
        ("扣除价格因素后,城镇居民人均可支配收入实际增长5%", [("城镇居民人均可支配收入", "实际增长5%")]),
    ],
)
def test_how_a_result_came_about_is_none_of_its_name(sentence: str, expected: Told) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("bracket", "planned"),
    [
        ("年度目标为持平", "持平"),
        ("年度目标持平", "持平"),
        ("年初目标为正增长", "正增长"),
        ("年度目标为完成市下达任务", "完成市下达任务"),
        ("目标：与全市同步", "与全市同步"),
        ("目标有待研究的乙", ""),
    ],
)
def test_a_target_in_words_stands_in_brackets_behind_its_result(bracket: str, planned: str) -> None:
    (found,) = results_in(normal(f"工业总产值同比下降2.4%（{bracket}），居第3位"))
    assert (found.name, found.target, found.planned) == ("工业总产值", "同比下降2.4%", planned)

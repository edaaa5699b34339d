"""How printed cells are read: the near misses first, then every form."""

import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.grammar.cells import FORMS, is_readable, parse_cell
from planctl.grammar.leads import lead_of
from planctl.grammar.lengths import CELL
from planctl.grammar.lexer import tokens_of
from planctl.grammar.text import UnreadableCell, compact
from planctl.showing.reading import full_reading
from planctl.values.meanings import Bounded, Comparator, Figure, Trend
from tests.conftest import TESTS


@pytest.mark.parametrize(
    "text",
    [
        "8.5②",
        "4²",
        "1,23",
        "12,34,567",
        "0123",
        "12:30",
        "6 5",
        "1, 203",
        "6.",
        ".5",
        "1e5",
        "NaN",
        "预计",
        "≥",
        "≥≤5",
        "≥5以内",
        "超过5以上",
        "5%—4%",
        "5%—6万元",
        "完成情况",
        "未知",
        "no",
        "null",
        "330abc",
        "9" * 16,
        "一百",
    ],
)
def test_what_has_no_form_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableCell) as fault:
        parse_cell(text)
    assert text in str(fault.value.message)
    assert "docs/cells.md has all" in str(fault.value.remedy)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("6.5", "plain", "6.5", None),
        ("90余起", "more_than", "90", "起"),
        ("4万余人", "more_than", "4", "万人"),
        ("5亿多元", "more_than", "5", "亿元"),
        ("6800余户", "more_than", "6800", "户"),
        ("近2000亿元", "about", "2000", "亿元"),
        ("提高至29.5%", "plain", "29.5", "%"),
        ("提高到65%以上", "at_least", "65", "%"),
        ("压减至0.2次", "plain", "0.2", "次"),
        ("增至9家", "plain", "9", "家"),
        ("保持在65万头以上", "at_least", "65", "万头"),
        ("2.50", "plain", "2.50", None),
        ("0", "plain", "0", None),
        ("0.1%", "plain", "0.1", "%"),
        ("-3%", "plain", "-3", "%"),
        ("－３．５％", "plain", "-3.5", "%"),
        ("１，２０３．４", "plain", "1203.4", None),
        ("1,203.4万元", "plain", "1203.4", "万元"),
        ("2万人", "plain", "2", "万人"),
        ("37微克/立方米", "plain", "37", "微克/立方米"),
        ("24个百分点", "plain", "24", "个百分点"),
        ("增长6.5%", "plain", "6.5", "%"),
        ("达1.2亿美元", "plain", "1.2", "亿美元"),
        ("≥330", "at_least", "330", None),
        ("≥ 330", "at_least", "330", None),
        ("＞＝330", "at_least", "330", None),
        (">=330天", "at_least", "330", "天"),
        ("64以上", "at_least", "64", None),
        ("增长8%以上", "at_least", "8", "%"),
        ("不低于60%", "at_least", "60", "%"),
        ("继续保持500亿斤以上", "at_least", "500", "亿斤"),
        ("保持在500亿斤以上", "at_least", "500", "亿斤"),
        ("≤5.5", "at_most", "5.5", None),
        ("5.5以内", "at_most", "5.5", None),
        ("5.5%以下", "at_most", "5.5", "%"),
        ("控制在5.5%以内", "at_most", "5.5", "%"),
        ("不超过3%", "at_most", "3", "%"),
        ("＞5", "more_than", "5", None),
        ("超过80%", "more_than", "80", "%"),
        ("突破100家", "more_than", "100", "家"),
        ("＜3", "less_than", "3", None),
        ("低于3", "less_than", "3", None),
        ("5%左右", "about", "5", "%"),
        ("约120亿元", "about", "120", "亿元"),
    ],
)
def test_figures(text: str, kind: str, value: str, unit: str | None) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"], reading["unit"]) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"kind": "none"}),
        ("—", {"kind": "none"}),
        ("－", {"kind": "none"}),
        ("不再统计", {"kind": "discontinued"}),
        ("不再进行统计", {"kind": "discontinued"}),
        ("快于经济增速", {"kind": "relative", "comparator": "more_than", "reference": "经济增速"}),
        ("增长快于经济增长", {"kind": "relative", "comparator": "more_than", "reference": "经济增长"}),
        ("不低于全国平均水平", {"kind": "relative", "comparator": "at_least", "reference": "全国平均水平"}),
        ("控制在全省平均水平以内", {"kind": "relative", "comparator": "at_most", "reference": "全省平均水平"}),
        ("控制在全国平均涨幅之内", {"kind": "relative", "comparator": "at_most", "reference": "全国平均涨幅"}),
        ("与经济增长基本同步", {"kind": "relative", "comparator": "about", "reference": "经济增长"}),
        ("和经济增长保持同步", {"kind": "relative", "comparator": "about", "reference": "经济增长"}),
        ("完成市上下达任务", {"kind": "assigned", "fulfilled": True}),
        ("完成市级下达目标", {"kind": "assigned", "fulfilled": True}),
        ("完成国家下达任务", {"kind": "assigned", "fulfilled": True}),
        ("控制在国家下达目标内", {"kind": "assigned", "fulfilled": True}),
        ("未完成市上下达任务", {"kind": "assigned", "fulfilled": False}),
        ("5%—5.5%", {"kind": "between", "low": "5", "high": "5.5", "unit": "%"}),
        ("5-6％", {"kind": "between", "low": "5", "high": "6", "unit": "%"}),
        ("稳步提升", {"kind": "qualitative", "words": "稳步提升"}),
        ("保持正增长", {"kind": "qualitative", "words": "保持正增长"}),
    ],
)
def test_words_and_ranges(text: str, expected: dict[str, Any]) -> None:
    reading = full_reading(parse_cell(text))
    assert expected.items() <= reading.items()
    assert not reading["estimated"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("预计64以上", "at_least"),
        ("预计2.25", "plain"),
        ("预计完成市上下达任务", "assigned"),
        ("预计为73.5%", "plain"),
        ("73.5（预计）", "plain"),
    ],
)
def test_an_estimate_is_read_beside_any_form(text: str, kind: str) -> None:
    reading = full_reading(parse_cell(text))
    assert reading["kind"] == kind
    assert reading["estimated"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.read.__name__)
def test_every_form_reads_its_own_examples(form: Any) -> None:
    assert form.read.__doc__
    for example in form.examples:
        assert form.read(tokens_of(compact(example))) == parse_cell(example).meaning


sizes = st.decimals(-(10**12), 10**12, places=3).map(lambda size: size.quantize(Decimal("0.001")))
figures = st.builds(Figure, sizes, st.sampled_from(["", "%", "天", "万元", "亿美元", "个百分点"]))


@given(figures)
def test_a_figure_survives_being_shown(figure: Figure) -> None:
    assert parse_cell(str(figure)).meaning == Bounded(Comparator.PLAIN, figure)


@given(figures, st.sampled_from([("≥", Comparator.AT_LEAST), ("≤", Comparator.AT_MOST), ("", Comparator.PLAIN)]))
def test_a_bound_survives_being_shown(figure: Figure, sign: tuple[str, Comparator]) -> None:
    assert parse_cell(f"{sign[0]}{figure}").meaning == Bounded(sign[1], figure)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert parse_cell(text).printed == text
    except UnreadableCell as fault:
        assert str(fault.message)


@pytest.mark.parametrize("text", ["下降3%", "同比下降3%", "压减3%", "降低3%"])
def test_a_decline_says_that_it_is_one(text: str) -> None:
    meaning = parse_cell(text).meaning
    assert meaning == Bounded(Comparator.PLAIN, Figure(Decimal(3), "%"), decline=True)
    assert full_reading(parse_cell(text))["decline"] is True


def test_what_falls_to_a_level_is_that_level() -> None:
    assert parse_cell("下降至3%").meaning == Bounded(Comparator.PLAIN, Figure(Decimal(3), "%"))


EXPRESSIONS = [line.split("\t") for line in (TESTS / "expressions.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("printed", "meaning", "unit", "where"), EXPRESSIONS, ids=[each[0] for each in EXPRESSIONS])
def test_targets_as_they_are_printed_across_the_country(printed: str, meaning: str, unit: str, where: str) -> None:
    reading = full_reading(parse_cell(printed))
    kind, *figures = meaning.removesuffix(" +stretch").split(" ")
    assert reading["kind"] == kind, where
    assert bool(reading["stretch"]) is meaning.endswith("+stretch")
    if kind == "between":
        assert [reading["low"], reading["high"], reading["unit"]] == [*figures, unit]
    elif kind in ("plain", "at_least", "at_most", "about"):
        assert [reading["value"], reading["unit"]] == [*figures, unit or None]
    elif kind == "relative":
        assert reading["comparator"] == ("more_than" if figures[0] == "above" else "about")
        assert reading["reference"] in printed
    elif kind == "qualitative" and figures[0] in set(Trend):
        assert reading["trend"] == figures[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确保增长5%、力争增长6%", {"kind": "plain", "value": "5", "stretch": "力争增长6%"}),
        ("力争增长7%，确保6.5%", {"kind": "plain", "value": "6.5", "stretch": "力争增长7%"}),
        ("增长10%以上并力争更高", {"kind": "at_least", "value": "10", "stretch": "力争更高"}),
        ("6%左右、力争更好", {"kind": "about", "value": "6", "tolerance": "5", "stretch": "力争更好"}),
        ("高于全省平均水平1个百分点以上", {"kind": "relative", "reference": "全省平均水平", "comparator": "more_than"}),
        ("达到全省平均水平以上", {"kind": "relative", "comparator": "at_least", "reference": "全省平均水平"}),
        ("保持上年水平", {"kind": "relative", "comparator": "about", "reference": "上年水平"}),
        ("同比持平", {"kind": "relative", "comparator": "about", "reference": "上年"}),
        ("增长5.8%，低于目标1.7个百分点", {"value": "5.8", "recovered_target": {"value": "7.5", "unit": "%"}}),
        ("增长2.6%，比预期目标低3.9个百分点", {"value": "2.6", "recovered_target": {"value": "6.5", "unit": "%"}}),
        ("完成320亿元，占年度计划的80%", {"value": "320", "recovered_target": {"value": "400", "unit": "亿元"}}),
        ("低1.7个百分点", {"kind": "distance", "value": "-1.7", "unit": "个百分点"}),
        ("超目标2个百分点", {"kind": "distance", "value": "2"}),
        ("完成年计划的89.4%", {"kind": "completion", "value": "89.4", "unit": "%"}),
        ("计划完成率98.5%", {"kind": "completion", "value": "98.5"}),
        ("101.5（上年=100）", {"kind": "plain", "value": "1.5", "unit": "%"}),
        ("102左右（以上年为100）", {"kind": "about", "value": "2", "unit": "%"}),
        ("[14.5%]", {"kind": "plain", "value": "14.5", "cumulative": True}),
        ("〔下降13.5%〕", {"value": "13.5", "decline": True, "cumulative": True}),
        ("预计可完成500亿元", {"kind": "plain", "value": "500", "estimated": True}),
        ("初步核算增长5.2%", {"kind": "plain", "value": "5.2", "estimated": True}),
        ("两位数增长", {"kind": "at_least", "value": "10", "unit": "%"}),
        ("九成以上", {"kind": "at_least", "value": "90", "unit": "%"}),
        ("零增长", {"kind": "plain", "value": "0", "unit": "%"}),
        ("规模突破500亿元", {"kind": "more_than", "value": "500", "unit": "亿元"}),
        ("新增就业1.2万人", {"kind": "plain", "value": "1.2", "unit": "万人"}),
        ("6%（剔除留抵退税因素）", {"kind": "plain", "value": "6"}),
        ("在5%—6%之间", {"kind": "between", "low": "5", "high": "6"}),
        ("下降3%—3.5%", {"kind": "between", "low": "3", "high": "3.5", "decline": True}),
        ("不设具体目标", {"kind": "no_target"}),
        ("以省下达为准", {"kind": "assigned", "fulfilled": None}),
        ("待国家下达后确定", {"kind": "assigned"}),
        ("只减不增", {"kind": "qualitative", "trend": "declining"}),
        ("增速居全省前列", {"kind": "qualitative", "trend": "rank_improves"}),
        ("运行在合理区间", {"kind": "qualitative", "trend": "stable"}),
    ],
)
def test_forms_of_other_regions(text: str, expected: dict[str, Any]) -> None:
    assert expected.items() <= full_reading(parse_cell(text)).items()


def test_several_figures_in_one_cell_stand_in_their_order_and_share_what_the_last_one_has() -> None:
    reading = full_reading(parse_cell("分别增长5.5、6%和7%以上"))
    assert [(each["kind"], each["value"], each["unit"]) for each in reading["values"]] == [
        ("at_least", "5.5", "%"),
        ("at_least", "6", "%"),
        ("at_least", "7", "%"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "主要目标",
        "一般公共预算收入",
        "2022年",
        "第3名",
        "尼龙66",
        "G351",
        "5%6%",
        "目标任务",
        "（一）",
        "2023年1月31日",
        "增长5%，总量突破1500亿元",
        "高新区产值",
    ],
)
def test_names_headings_and_two_measures_are_no_cells(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize("text", ["90余以上", "约90余起", "余90起"])
def test_odd_figures_take_no_second_comparator(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "kind", "value", "decline"),
    [
        ("负增长2.3%", "plain", "2.3", True),
        ("同比负增长1.5%左右", "about", "1.5", True),
        ("负增长3%以内", "at_most", "3", True),
        ("降幅达到3%", "plain", "3", True),
        ("降幅不低于3%", "at_least", "3", True),
        ("跌幅控制在3%以内", "at_most", "3", True),
        ("降幅收窄至2%以内", "at_most", "2", True),
        ("下滑2.3%", "plain", "2.3", True),
        ("压减产能100万吨", "plain", "100", True),
        ("累计减排2000吨", "plain", "2000", True),
        ("PM2.5下降3%", "plain", "3", True),
        ("涨幅回落0.3个百分点", "plain", "0.3", True),
        ("增幅收窄1.2个百分点", "plain", "1.2", True),
        ("下降到25微克/立方米", "plain", "25", None),
        ("减税50亿元", "plain", "50", None),
        ("由负转正增长2%", "plain", "2", None),
        ("资产负债率控制在60%以内", "at_most", "60", None),
        ("负2.3%", "plain", "-2.3", None),
        ("–3.2%", "plain", "-3.2", None),
        ("﹣1.5%", "plain", "-1.5", None),
        ("+5.2%", "plain", "5.2", None),
        ("↑5.2%", "plain", "5.2", None),
    ],
)
def test_which_way_a_figure_goes(text: str, kind: str, value: str, decline: bool | None) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"], reading.get("decline")) == (kind, value, decline)


@pytest.mark.parametrize(
    "text",
    [
        "降幅收窄1个百分点",
        "降幅扩大1个百分点",
        "收窄1.2个百分点",
        "同比少增5亿元",
        "多增5亿元",
        "下降-2.3%",
        "—3.2%",
        "-3%以内",
        "-3%以上",
        "3.2%（下降）",
        "2.5%左右（降幅）",
        "3%（负增长）",
        "5.5%（未完成）",
        "超额12%",
    ],
)
def test_a_change_of_a_change_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("没有达到5%", "less_than", "5"),
        ("难以达到5%", "less_than", "5"),
        ("无法达到5%", "less_than", "5"),
        ("达不到5%", "less_than", "5"),
        ("没有突破1000亿元", "at_most", "1000"),
        ("未超过5%", "at_most", "5"),
        ("不突破500万吨", "at_most", "500"),
        ("不得超过5%", "at_most", "5"),
        ("不得低于60%", "at_least", "60"),
        ("不能低于60%", "at_least", "60"),
        ("不良贷款率控制在2%以内", "at_most", "2"),
        ("仅增长2%", "plain", "2"),
    ],
)
def test_a_word_that_denies_turns_a_comparator_round(text: str, kind: str, value: str) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"]) == (kind, value)


@pytest.mark.parametrize("text", ["未增长5%", "未完成120亿元", "未实现5%", "不增长5%", "难以增长5%", "没有新增5万人"])
def test_what_is_denied_of_a_figure_is_no_figure(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("约增长5%", "about", "5"),
        ("约下降3%", "about", "3"),
        ("约新增5万人", "about", "5"),
        ("约占60%", "about", "60"),
        ("至少增长5%", "at_least", "5"),
        ("至少100家", "at_least", "100"),
        ("最低增长5%", "at_least", "5"),
        ("不低于增长5%", "at_least", "5"),
        ("不少于新增100家", "at_least", "100"),
        ("大于等于5%", "at_least", "5"),
        ("小于或等于5%", "at_most", "5"),
        ("新增就业不少于5万人", "at_least", "5"),
    ],
)
def test_a_comparator_counts_before_the_verb_as_behind_it(text: str, kind: str, value: str) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"]) == (kind, value)


@pytest.mark.parametrize("text", ["低于全省1.5个百分点", "超全省2%"])
def test_a_comparator_to_the_figure_of_a_place_is_none_to_its_own(text: str) -> None:
    try:
        assert full_reading(parse_cell(text))["kind"] == "relative"
    except UnreadableCell as fault:
        assert text in str(fault.message)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("突破1000亿元大关", "more_than", "1000", "亿元"),
        ("奋力突破万亿元", "more_than", "1", "万亿元"),
        ("突破千亿元大关", "more_than", "1000", "亿元"),
        ("冲刺1000亿元大关", "plain", "1000", "亿元"),
        ("迈上3000亿元新台阶", "at_least", "3000", "亿元"),
        ("站上万亿元台阶", "at_least", "1", "万亿元"),
        ("11.3年", "plain", "11.3", "年"),
        ("5年以上", "at_least", "5", "年"),
        ("1.5亿吨公里", "plain", "1.5", "亿吨公里"),
        ("20EFLOPS", "plain", "20", "EFLOPS"),
        ("500P", "plain", "500", "P"),
        ("35ug/m³以下", "at_most", "35", "ug/m³"),
        ("28微克每立方米", "plain", "28", "微克每立方米"),
        ("增长5个点", "plain", "5", "个点"),
        ("每千人口4.5个", "plain", "4.5", "个/千人"),
        ("每万人口高价值发明专利拥有量15件", "plain", "15", "件/万人"),
        ("每万人口15", "plain", "15", None),
        ("优良率90%以上", "at_least", "90", "%"),
        ("Ⅲ类以上水质比例95%", "plain", "95", "%"),
        ("R&D经费投入强度2.5%", "plain", "2.5", "%"),
        ("PM2.5浓度28微克/立方米", "plain", "28", "微克/立方米"),
        ("占GDP比重2.8%左右", "about", "2.8", "%"),
        ("生活垃圾无害化处理率达到95%", "plain", "95", "%"),
        ("控制在省下达的1.2亿立方米以内", "at_most", "1.2", "亿立方米"),
        ("100%全覆盖", "plain", "100", "%"),
        ("10万辆次", "plain", "10", "万辆次"),
        ("﹥60", "more_than", "60", None),
        ("5.5%（不含农户）", "plain", "5.5", "%"),
    ],
)
def test_landmarks_units_and_names_before_a_figure(text: str, kind: str, value: str, unit: str | None) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"], reading["unit"]) == (kind, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "2025年",
        "2021-2025年",
        "两年平均增长5.1%",
        "前三季度增长5.1%",
        "上半年增长5%",
        "环比5%",
        "投资完成率98%",
        "年度5%",
        "亿元",
        "12 345 亿元",
    ],
)
def test_other_periods_and_bare_names_are_no_figures(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("-1%—1%", "-1", "1", "%"),
        ("-3%至-1%", "-3", "-1", "%"),
        ("增长-3%—-1%", "-3", "-1", "%"),
        ("-10~-12%", "-12", "-10", "%"),
        ("5%--6%", "5", "6", "%"),
        ("5-6%", "5", "6", "%"),
        ("5%±0.5%", "4.5", "5.5", "%"),
        ("1200万—1300万人", "1200", "1300", "万人"),
        ("1.2万～1.3万人", "1.2", "1.3", "万人"),
        ("8000万—1亿元", "0.8", "1", "亿元"),
        ("介于4%至5%", "4", "5", "%"),
        ("6%以上、8%以内", "6", "8", "%"),
        ("6%以上7%以下", "6", "7", "%"),
    ],
)
def test_ranges_with_signs_and_magnitudes_at_their_ends(text: str, low: str, high: str, unit: str) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["low"], reading["high"], reading["unit"]) == ("between", low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "不低于5%—6%",
        "约5%—6%",
        "8%以上、6%以内",
        "6%以上、8万吨以内",
        "下降-3%—-1%",
        "±3%以内",
    ],
)
def test_ends_that_do_not_go_together_are_no_range(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("仅完成年度计划的76%", "completion", "76"),
        ("完成计划的九成", "completion", "90"),
        ("完成调整预算的101%", "completion", "101"),
        ("完成省下达任务的105%", "completion", "105"),
        ("完成年度计划的98%以上", "completion", "98"),
        ("为调整预算的98.5%", "completion", "98.5"),
        ("超额完成年度目标0.5个百分点", "distance", "0.5"),
        ("不及预期0.5个百分点", "distance", "-0.5"),
    ],
)
def test_a_share_of_a_plan_is_no_figure_of_the_indicator(text: str, kind: str, value: str) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"]) == (kind, value)


@pytest.mark.parametrize("text", ["超额完成5%", "超额完成年度计划的5%"])
def test_five_per_cent_more_than_a_plan_is_not_told_from_five_points_more(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    "word",
    [
        "达到",
        "约",
        "降幅",
        "不超过",
        "新增",
        "每千人口",
        "优良率",
        "未",
        "完成",
        "高于全省",
        "成",
        "以上、",
        "基本",
        "下达",
        "控制在",
        "待",
        "同步",
        "累计",
    ],
)
@pytest.mark.parametrize("end", ["", "5%", "5%—6%", "5%以上、", "水平"])
def test_a_long_row_of_words_takes_no_long_time(word: str, end: str) -> None:
    for text in (word * (CELL // len(word)) + end, (word * (CELL // len(word)))[: CELL - len(end)] + end):
        start = time.perf_counter()
        is_readable(text)
        assert time.perf_counter() - start < 1
    assert lead_of(tokens_of("达到" * 5000)) is not None


@pytest.mark.parametrize(
    ("text", "comparator", "reference", "margin"),
    [
        ("低于全国平均水平0.3个百分点", "less_than", "全国平均水平", "-0.3"),
        ("较全国低0.3个百分点", "less_than", "全国", "-0.3"),
        ("低于全省1.5个百分点以上", "less_than", "全省", "-1.5"),
        ("不高于全国0.3个百分点", "at_most", "全国", "0.3"),
        ("高于全国1个百分点", "more_than", "全国", "1"),
        ("比全国高1个百分点", "more_than", "全国", "1"),
        ("超全省平均1个百分点", "more_than", "全省平均", "1"),
        ("高于全省0.5个百分点左右", "about", "全省", "0.5"),
        ("高于GDP增速1-2个百分点", "more_than", "GDP增速", "1"),
        ("与省同步", "about", "省", None),
        ("分别与经济增长同步", "about", "经济增长", None),
        ("与经济增长同步或略快", "at_least", "经济增长", None),
        ("较上年持平", "about", "上年", None),
        ("与2023年持平", "about", "2023年", None),
        ("高于2019年水平", "more_than", "2019年水平", None),
        ("恢复到2019年水平", "at_least", "2019年水平", None),
        ("恢复至疫情前水平", "at_least", "疫情前水平", None),
        ("没有高于全国", "at_most", "全国", None),
        ("居民收入增长与经济增长同步", "about", "经济增长", None),
        ("居民收入增速快于经济增长", "more_than", "经济增长", None),
        ("高于全省平均水平、力争6%", "more_than", "全省平均水平", None),
        ("快于全省、确保5%", "more_than", "全省", None),
    ],
)
def test_on_which_side_of_another_indicator_and_how_far(
    text: str, comparator: str, reference: str, margin: str | None
) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["comparator"], reading["reference"]) == ("relative", comparator, reference)
    assert (reading.get("margin") or {"value": None})["value"] == margin


@pytest.mark.parametrize(
    "text",
    [
        "不低于全国0.5个百分点",
        "低于经济增速1个百分点以内",
        "快于经济增长、高于全省平均",
        "快于增长",
        "超市",
        "高于全国1",
        "未实现收入快于经济增长",
    ],
)
def test_a_relation_that_can_be_taken_two_ways_is_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "fulfilled"),
    [
        ("未突破省下达指标", True),
        ("未超过省下达控制目标", True),
        ("不超过省下达控制数", True),
        ("不低于上级下达任务", True),
        ("控制在省核定限额内", True),
        ("按省下达任务完成", True),
        ("省考核达标", True),
        ("难以完成省下达任务", False),
        ("预计难以完成省下达任务", False),
        ("不能完成省下达任务", False),
        ("没有完成省下达任务", False),
        ("尚未完成", False),
        ("不达标", False),
        ("未基本完成省下达任务", False),
        ("基本完成省下达任务", None),
        ("按省下达目标执行", None),
        ("按国家要求", None),
        ("省下达目标", None),
        ("待国家下达后确定", None),
    ],
)
def test_whether_what_was_assigned_was_fulfilled(text: str, fulfilled: bool | None) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["fulfilled"]) == ("assigned", fulfilled)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("省未下达", "none"),
        ("国家尚未下达", "none"),
        ("省里未下达目标", "none"),
        ("待下达", "none"),
        ("待省下达", "none"),
        ("待省核定", "none"),
        ("国家核定中", "none"),
        ("年报数未出", "none"),
        ("国家未反馈", "none"),
        ("待定", "none"),
        ("暂无", "none"),
        ("无", "none"),
        ("N/A", "none"),
        ("―", "none"),
        ("另行下达", "no_target"),
    ],
)
def test_what_is_not_known_yet_is_no_result(text: str, kind: str) -> None:
    assert full_reading(parse_cell(text))["kind"] == kind


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("负增长", "declining"),
        ("同比负增长", "declining"),
        ("转为负增长", "declining"),
        ("由正增长转为负增长", "declining"),
        ("由正转负", "declining"),
        ("由增转降", "declining"),
        ("只降不增", "declining"),
        ("略降", "declining"),
        ("避免负增长", "positive_growth"),
        ("扭转负增长", "positive_growth"),
        ("扭负为正", "positive_growth"),
        ("由降转增", "positive_growth"),
        ("微增", "positive_growth"),
        ("由降转升", "rising"),
        ("持续增加", "rising"),
        ("未下降", "not_decrease"),
        ("不再下降", "not_decrease"),
        ("不出现负增长", "not_decrease"),
        ("不断提高", "rising"),
        ("保持不变", "stable"),
        ("不增", "stable"),
        ("不发生重大事故", "stable"),
        ("动态清零", "stable"),
        ("全覆盖", "stable"),
        ("应保尽保", "stable"),
        ("保持全省前列", "stable"),
        ("进入全省前列", "rank_improves"),
    ],
)
def test_which_way_words_point(text: str, trend: str) -> None:
    assert full_reading(parse_cell(text))["trend"] == trend


@pytest.mark.parametrize(
    "text",
    [
        "未实现正增长",
        "未能实现正增长",
        "未增长",
        "没有增长",
        "难以增长",
        "未提高",
        "未改善",
        "不稳定",
        "未进入全省前列",
        "防止下滑",
        "增速回落",
        "降幅收窄",
        "跌幅收窄",
        "位次后移",
        "持续恶化",
    ],
)
def test_words_that_are_denied_or_of_a_pace_are_not_read_by_their_end(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    "text",
    [
        "5.2(预)",
        "5.6（初步数）",
        "5.2（预计完成）",
        "1200（预估）",
        "1200（暂定）",
        "有望达到5.2",
        "全年预计5.2",
        "预估5.2",
        "预5.2",
    ],
)
def test_an_estimate_has_many_words(text: str) -> None:
    assert full_reading(parse_cell(text))["estimated"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五年累计增长30%", "30"),
        ("“十四五”累计下降14%", "14"),
        ("下降3%（五年累计）", "3"),
        ("累计〔16%〕", "16"),
        ("＞[15]", "15"),
        ("下降到[18%]", "18"),
    ],
)
def test_a_figure_of_several_years_says_so(text: str, value: str) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["value"], reading["cumulative"]) == (value, True)


@pytest.mark.parametrize(
    "text",
    [
        "5.1%（前三季度）",
        "5.2（上半年）",
        "5.2（1-11月）",
        "65.3%（2024年数据）",
        "5.2（上年）",
    ],
)
def test_a_figure_of_another_period_is_none_of_the_year(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "value", "stretch", "beside"),
    [
        ("确保5%，力争5.5%，冲刺6%", "5", "力争5.5%，冲刺6%", ""),
        ("增长6%（力争6.5%）", "6", "力争6.5%", ""),
        ("6%以上（奋斗目标7%）", "6", "奋斗目标7%", ""),
        ("底线5%，力争6%", "5", "力争6%", ""),
        ("力争6%以上，确保5.5%", "5.5", "力争6%以上", ""),
        ("增长8%，确保7.5%", "8", "", "确保7.5%"),
        ("目标6%，底线5%", "6", "", "底线5%"),
        ("增长5%左右，确保4.5%", "5", "", "确保4.5%"),
        ("增长6%以上，高于全省平均水平", "6", "", "高于全省平均水平"),
        ("增长7.5%左右，高于全国1个百分点", "7.5", "", "高于全国1个百分点"),
        ("增长4%，低于预期目标", "4", "", "低于预期目标"),
        ("4.8%，未达标", "4.8", "", "未达标"),
        ("5.2%，比上年提高0.3个百分点", "5.2", "", "比上年提高0.3个百分点"),
        ("5.2%，居全省第3位", "5.2", "", "居全省第3位"),
    ],
)
def test_what_stands_beside_a_figure_is_kept(text: str, value: str, stretch: str, beside: str) -> None:
    cell = parse_cell(text)
    assert (full_reading(cell)["value"], cell.stretch, cell.beside) == (value, stretch, beside)


@pytest.mark.parametrize(
    ("text", "unit", "value", "estimated"),
    [
        ("480，增长6.8%", "亿元", "480", False),
        ("480，增长6.8%", "%", "6.8", False),
        ("2465（增长6.1%）", "%", "6.1", False),
        ("1266.3（5.8%）", "亿元", "1266.3", False),
        ("1266.3亿元（-5.8%）", "%", "-5.8", False),
        ("±0", "%", "0", False),
        ("2480增长6.5%", "亿元", "2480", False),
        ("480，-1.2%", "亿元", "480", False),
        ("1,203.4万元、下降5%", "万元", "1203.4", False),
        ("预计480亿元左右，增长5%", "亿元", "480", True),
        ("预计480亿元左右，增长5%", "%", "5", True),
    ],
)
def test_of_an_amount_and_its_growth_the_unit_of_the_row_says_which_is_meant(
    text: str, unit: str, value: str, estimated: bool
) -> None:
    cell = parse_cell(text).in_unit(unit)
    assert isinstance(cell.meaning, Bounded)
    assert (str(cell.meaning.figure.size), cell.estimated, cell.printed) == (value, estimated, text)


@pytest.mark.parametrize("text", ["增长6%，达到1350亿元", "预期目标5%左右，实际增长5.2%", "7%调整为6%", "480，6.8%"])
def test_two_figures_of_which_either_may_be_meant_are_not_guessed(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    ("text", "kind", "value", "decline"),
    [
        ("规上工业增加值近1200亿元", "about", "1200", None),
        ("规上工业增加值回落5%", "plain", "5", True),
        ("城镇新增就业下降5%", "plain", "5", True),
        ("城镇新增就业不低于5万人", "at_least", "5", None),
        ("减排量增长5%", "plain", "5", None),
        ("一般公共预算收入增长5%", "plain", "5", None),
        ("低保标准提高5%以上", "at_least", "5", None),
        ("未成年人救助达到500人", "plain", "500", None),
        ("约束性指标完成95%", "plain", "95", None),
        ("新增升规企业30家", "plain", "30", None),
    ],
)
def test_a_name_with_a_verb_in_it_hides_none_behind_it(text: str, kind: str, value: str, decline: bool | None) -> None:
    reading = full_reading(parse_cell(text))
    assert (reading["kind"], reading["value"], reading.get("decline")) == (kind, value, decline)


@pytest.mark.parametrize(("text", "estimated"), [("GDP预计增长5%", True), ("全市预计5.2%", True), ("GDP增长5%", False)])
def test_an_estimate_is_one_behind_a_name_too(text: str, estimated: bool) -> None:
    assert full_reading(parse_cell(text))["estimated"] is estimated


@pytest.mark.parametrize("text", ["超预计5%", "年初预计5%"])
def test_what_was_expected_is_no_estimate(text: str) -> None:
    with pytest.raises(UnreadableCell):
        parse_cell(text)


@pytest.mark.parametrize(
    "unit", ["万头只", "万亩次", "小时", "万蒸吨", "台套", "万标方", "万千伏安", "万户次", "宗", "万匹"]
)
def test_what_counties_count_is_a_unit(unit: str) -> None:
    meaning = parse_cell(f"增加到2.1{unit}以上").meaning
    assert isinstance(meaning, Bounded)
    assert (str(meaning.figure.size), meaning.figure.unit) == ("2.1", unit)

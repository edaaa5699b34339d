"""What is longer than its kind may be is none of it; what is a character shorter still is."""

import pytest

from planctl.grammar import lengths
from planctl.grammar.cells import is_readable, parse_cell
from planctl.grammar.documents import figures_in, sentence_from
from planctl.grammar.figures import parse_count, parse_size, tenths_of
from planctl.grammar.names import parse_subject
from planctl.grammar.outcomes import parse_adjustment, parse_claim
from planctl.grammar.programmes import listed_behind, named_with_stage, split_names
from planctl.grammar.prose import stated_in
from planctl.grammar.rows import Role, is_within_head, parse_head, parse_value
from planctl.grammar.text import UnreadableCell
from planctl.grammar.titles import parse_title, spoken_names


def test_a_cell_may_be_as_long_as_a_cell_and_no_longer() -> None:
    remark = "（" + "甲" * (lengths.CELL - 4) + "）"
    assert is_readable(f"5%{remark}")
    assert not is_readable(f"15%{remark}")


def test_a_form_is_not_asked_of_what_is_longer_than_a_cell() -> None:
    assert is_readable("完成目标的5%")
    assert not is_readable("完成" + "目标" * lengths.CELL + "的5%")
    assert not is_readable("约" * lengths.CELL + "5%")


def test_a_head_may_be_as_long_as_a_head_and_no_longer() -> None:
    assert parse_head("甲" * (lengths.HEAD - 2) + "目标") is Role.TARGET
    assert parse_head("甲" * (lengths.HEAD - 1) + "目标") is None


@pytest.mark.parametrize("head", ["2022年同比增长率", "2022年（亿元）同比", "绝对值（万元（现价））", "同比"])
def test_words_of_a_head_follow_each_other(head: str) -> None:
    assert is_within_head(head)


@pytest.mark.parametrize("head", ["同比率", "2022年地区", "（亿元）甲"])
def test_a_name_is_not_within_a_head(head: str) -> None:
    assert not is_within_head(head)


def test_a_long_name_is_compared_as_it_is() -> None:
    assert parse_subject("规模以上工业增加值增速").key == "规上工业增加值"
    name = "规模以上" + "甲" * lengths.NAME + "增速"
    assert parse_subject(name) == (name, False, False)


@pytest.mark.parametrize(
    ("printed", "value", "notes"), [("5²", "5", ("2",)), ("5²³①", "5", ("23", "1")), ("m²", "m²", ())]
)
def test_raised_digits_behind_a_value_are_notes(printed: str, value: str, notes: tuple[str, ...]) -> None:
    assert parse_value(printed) == (value, notes)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("999,999,999,999,999", True),
        (f"1{',000' * 9}", True),
        (f"1{',000' * 10}", False),
        ("1,00", False),
        ("9" * 15, True),
        ("9" * 16, False),
    ],
)
def test_a_number_has_no_more_digits_than_can_be_counted_with(text: str, reads: bool) -> None:
    assert is_readable(text) is reads


def test_a_level_that_is_kept_is_read_with_all_its_words() -> None:
    assert parse_cell("保持在全国平均水平").meaning == parse_cell("保持全国平均水平").meaning
    assert is_readable("力争继续保持在全国平均水平以上")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("甲产值增长至少5%", "增长至少5%"),
        ("甲产值提高至95%", "提高至95%"),
        ("甲产值达不到5亿元", "达不到5亿元"),
        ("甲产值没有超过5亿元", "没有超过5亿元"),
        ("甲产值约为5亿元", "5亿元"),
    ],
)
def test_the_words_before_a_figure_are_all_read(text: str, value: str) -> None:
    (stated,) = stated_in(text)
    assert (stated.label, stated.value) == ("甲产值", value)


def test_a_clause_that_is_too_long_states_nothing() -> None:
    assert [each.value for each in stated_in("甲" * (lengths.CLAUSE - 3) + "产值5%")] == []
    assert [each.value for each in stated_in("甲" * (lengths.CLAUSE - 3) + "，产值5%")] == ["5%"]


def test_several_figures_belong_to_the_names_of_their_clause() -> None:
    stated = list(stated_in("分别来看，甲、乙分别增长5%、6%，丙产值均衡，丁和戊均达7亿元、8亿元"))
    assert [(each.label, each.value) for each in stated] == [
        ("甲", "5%"),
        ("乙", "6%"),
        ("丁", "7亿元"),
        ("戊", "8亿元"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲、乙年初计划目标由5%、6%调整为1%、2%。", ("甲", "乙")),
        ("另外,甲的全年预期目标由5%调整为1%。", ("甲",)),
        ("年初,目标由5%调整为1%,乙目标由5%调整为1%。", ("乙",)),
        ("甲目标由1,100、1,200分别调整为5、6。", None),
        ("甲、乙目标由1,100、1,200分别调整为5、6。", ("甲", "乙")),
    ],
)
def test_adjusted_targets_are_of_the_names_before_them(text: str, names: tuple[str, ...] | None) -> None:
    found = parse_adjustment(text)
    assert (found.names if found else None) == names


def test_a_stage_belongs_to_the_names_of_its_clause() -> None:
    text = "等项目,开工建设甲路、乙桥等项目,推进丙厂等重点项目建设"
    assert list(named_with_stage(text)) == [("开工建设", ("甲路", "乙桥")), ("推进…建设", ("丙厂",))]


def test_what_is_counted_stands_between_the_pauses_around_it() -> None:
    claim = parse_claim("共32项指标,其中:约束性指标完成9项、预期性指标未完成3项(含5项),暂无数据2项。")
    assert claim is not None
    assert [(each.size, each.outcome.value) for each in claim.classes] == [(9, "met"), (3, "unmet"), (2, "pending")]


def test_names_are_parted_but_not_within_brackets_or_behind_a_berth() -> None:
    assert split_names("甲（乙、丙）、丁、12#、13#泊位、、戊") == ("甲（乙、丙）", "丁", "12#、13#泊位", "戊")


def test_a_list_that_does_not_end_in_time_is_none() -> None:
    assert listed_behind("甲项目2个，包括乙路、丙桥等项目。", 5) == ("乙路", "丙桥")
    assert listed_behind("甲项目2个，包括" + "乙路、" * lengths.LIST + "丙桥等项目。", 5) == ()


def test_a_sentence_ends_at_its_longest() -> None:
    text = "甲" * 3 * lengths.SENTENCE
    assert sentence_from(text, 5) == "甲" * lengths.SENTENCE


def test_digits_of_a_name_are_no_figure_however_many() -> None:
    assert figures_in(f"{'1' * 50_000}#楼5个") == ((50_002, 50_003),)


@pytest.mark.parametrize(
    ("first", "region"),
    [
        ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市发展和改革委员会关于报告", "新疆维吾尔自治区伊犁哈萨克自治州伊宁市"),
        ("河南省郑州市中原区发展和改革委员会关于报告", "河南省郑州市中原区"),
        ("关于江苏省苏州市姑苏区2022年计划执行情况的报告", "江苏省苏州市姑苏区"),
        ("区" * 44 + "关于某报告", ""),
    ],
)
def test_a_title_says_whose_plan_it_is(first: str, region: str) -> None:
    assert parse_title([first]).region == region


@pytest.mark.parametrize(
    ("lines", "region", "delivered"),
    [
        (["2025年包头市国民经济和社会发展计划"], "包头市", ""),
        (["政府工作报告", "——2026年3月5日在第十四届全国人民代表大会第四次会议上"], "中国", "2026-03-05"),
        (["关于2021年相城区国民经济和社会发展计划执行情况的报告"], "相城区", ""),
        (
            ["政府工作报告", "——2025年1月15日在克什克腾旗", "第十八届人民代表大会第四次会议上"],
            "克什克腾旗",
            "2025-01-15",
        ),
        (["政府工作报告", "二〇二六年一月二十七日在甘肃省第十四届人民代表大会第四次会议上"], "甘肃省", "2026-01-27"),
    ],
)
def test_a_head_says_whose_report_it_is_and_of_which_day(lines: list[str], region: str, delivered: str) -> None:
    head = parse_title(lines)
    assert (head.region, head.delivered) == (region, delivered)


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("重庆市涪陵区", ("重庆市涪陵区", "涪陵区", "涪陵")),
        ("广西壮族自治区", ("广西壮族自治区", "广西")),
        ("内蒙古自治区", ("内蒙古自治区", "内蒙古")),
        ("贵州省黔东南苗族侗族自治州", ("贵州省黔东南苗族侗族自治州", "黔东南苗族侗族自治州", "黔东南")),
        ("西双版纳傣族自治州", ("西双版纳傣族自治州", "西双版纳")),
        ("巴音郭楞蒙古自治州", ("巴音郭楞蒙古自治州", "巴音郭楞")),
        ("东乡族自治县", ("东乡族自治县", "东乡族")),
        ("", ()),
    ],
)
def test_a_region_calls_itself_by_its_own_name_in_full_or_in_short(region: str, names: tuple[str, ...]) -> None:
    assert spoken_names(region) == names


def test_a_document_without_text_has_no_title() -> None:
    assert parse_title(["", " "]) == ("", "", "", "")


@pytest.mark.parametrize("read", [parse_size, parse_count, tenths_of])
def test_a_number_beyond_all_counting_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(UnreadableCell):
        read("9" * 5000)

"""What is printed in and around tables: names, heads, counts, notes, lists of projects, figures in prose, titles."""

import pytest

from planctl.grammar.documents import is_page_number, reason_clauses
from planctl.grammar.marks import is_note_mark
from planctl.grammar.mentions import mentions_in
from planctl.grammar.names import parse_subject
from planctl.grammar.outcomes import (
    CountedOutcome,
    enumeration_in,
    notes_in,
    parse_adjustment,
    parse_claim,
)
from planctl.grammar.programmes import (
    counted_in,
    listed_behind,
    listed_by_stage,
    named_with_stage,
    priced,
    split_names,
)
from planctl.grammar.prose import stated_in
from planctl.grammar.reasons import missed_in, reasons_in
from planctl.grammar.rows import Role, is_class, is_unit, parse_head, parse_kind_mark, parse_name, parse_value
from planctl.grammar.text import normal
from planctl.grammar.titles import parse_title, year_of_title


@pytest.mark.parametrize(
    ("printed", "number", "prefix", "name", "unit", "stars", "notes"),
    [
        ("地区生产总值增速（%）", "", "", "地区生产总值增速", "%", "", ()),
        ("  其中：税收收入（%）", "", "其中：", "税收收入", "%", "", ()),
        ("空气质量优良天数（天）*", "", "", "空气质量优良天数", "天", "*", ()),
        ("▲空气质量优良天数", "", "", "空气质量优良天数", "", "▲", ()),
        ("万人发明专利拥有量（件）增长（%）", "", "", "万人发明专利拥有量（件）增长", "%", "", ()),
        ("#化学需氧量", "", "#", "化学需氧量", "", "", ()),
        ("12.粮食产量（万吨）", "12", "", "粮食产量", "万吨", "", ()),
        ("一般公共预算收入②（亿元）", "", "", "一般公共预算收入", "亿元", "", ("2",)),
        ("一般公共预算收入（亿元）[3]", "", "", "一般公共预算收入", "亿元", "", ("3",)),
        ("（1）城镇居民", "", "（1）", "城镇居民", "", "", ()),
        ("21-1 城镇居民", "", "21-1", "城镇居民", "", "", ()),
        ("单位GDP能耗（吨标准煤/万元）", "", "", "单位GDP能耗", "吨标准煤/万元", "", ()),
        ("聚源大道（一期）", "", "", "聚源大道（一期）", "", "", ()),
        ("每千人口执业（助理）医师数（人）", "", "", "每千人口执业（助理）医师数", "人", "", ()),
        ("城乡收入比（以农村为1）", "", "", "城乡收入比（以农村为1）", "", "", ()),
        ("人均可支配收入比（城镇/农村）", "", "", "人均可支配收入比（城镇/农村）", "", "", ()),
        ("其他收入", "", "", "其他收入", "", "", ()),
        ("5G基站数（个）", "", "", "5G基站数", "个", "", ()),
    ],
)
def test_a_printed_name_is_taken_apart(
    printed: str, number: str, prefix: str, name: str, unit: str, stars: str, notes: tuple[str, ...]
) -> None:
    assert parse_name(printed)[:6] == (number, prefix, name, unit, stars, notes)


@pytest.mark.parametrize(
    ("printed", "value", "notes"),
    [
        ("4²", "4", ("2",)),
        ("8.5②", "8.5", ("2",)),
        ("6[1]", "6", ("1",)),
        ("12", "12", ()),
        ("", "", ()),
        ("②", "②", ()),
    ],
)
def test_the_mark_of_a_note_is_no_digit_of_a_value(printed: str, value: str, notes: tuple[str, ...]) -> None:
    assert parse_value(printed) == (value, notes)


@pytest.mark.parametrize(
    "unit", ["%", "‰", "亿元", "万人次", "微克/立方米", "件/万人", "吨标准煤/万元", "TEU", "℃", "岁"]
)
def test_a_unit_is_known(unit: str) -> None:
    assert is_unit(unit)


@pytest.mark.parametrize("text", ["一期", "助理", "PM2.5浓度下降", "含马鞍街道", "以农村为1", "不含农户"])
def test_what_stands_in_brackets_is_no_unit_for_that(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("序号", Role.NUMBER),
        ("指  标  名  称", Role.NAME),
        ("主要指标", Role.NAME),
        ("计量单位", Role.UNIT),
        ("指标属性", Role.KIND),
        ("类别", Role.CLASS),
        ("2022年预期目标", Role.TARGET),
        ("2023年计划", Role.TARGET),
        ("2022年完成情况", Role.ACTUAL),
        ("2022年计划完成情况", Role.ACTUAL),
        ("2022年预计完成", Role.ACTUAL),
        ("完成率（%）", Role.OTHER),
        ("是否完成", Role.STATED),
        ("备注", Role.OTHER),
        ("2022年", None),
        ("地区生产总值", None),
    ],
)
def test_a_head_says_what_a_column_has(head: str, role: Role | None) -> None:
    assert parse_head(head) is role


@pytest.mark.parametrize("text", ["一、经济发展", "（二）约束性指标", "民生福祉", "创新驱动"])
def test_a_row_that_begins_a_class_is_known(text: str) -> None:
    assert is_class(text)


@pytest.mark.parametrize("text", ["化学需氧量", "#氨氮", "其中：农村居民", "二氧化硫"])
def test_a_part_without_figures_begins_no_class(text: str) -> None:
    assert not is_class(text)


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("1.“*”代表约束性指标，其他为预期性指标。", ("*", "constraint")),
        ("标▲的为约束性指标。", ("▲", "constraint")),
        ("带★号指标为预期性指标", ("★", "expected")),
        ("数据为快报数。", None),
    ],
)
def test_a_note_says_what_a_sign_means(note: str, mark: tuple[str, str] | None) -> None:
    assert parse_kind_mark(note) == mark


CLAIMS = (
    (
        "明确的32项指标中（含预计数）：17项指标达到或超过预期，14项指标未达预期，实际利用外资指标按要求2022年不再进行统计。",
        32,
        17,
        14,
    ),
    ("40项指标中，5项约束性指标全部完成，35项预期性指标中30项完成、5项未完成。", 40, 35, 5),
    ("全年37项主要指标，23项完成或基本完成。", 37, 23, None),
    ("纳入计划的45项指标，完成38项，基本完成3项，未完成2项，暂无数据2项。", 45, 38, 2),
    ("二十八项指标中，有二十项达到预期目标，六项低于预期，二项因口径变化不可比。", 28, 20, 6),
    ("32项指标全部完成年度目标。", 32, 32, None),
    ("确定的22项主要指标中，完成和基本完成的有19项，未完成的有3项。", 22, 19, 3),
    ("16项指标中，12项完成或好于预期目标，3项未达到预期目标，1项待国家核定。", 16, 12, 3),
    ("年初确定的12项预期性指标有10项达到或超过目标，6项约束性指标全部完成。", 18, 16, None),
    ("年初确定的30项主要指标完成情况为：25项完成，其中8项超额完成；5项未完成。", 30, 25, 5),
    ("会议确定的15项预期目标中，甲、乙等11项指标完成或超额完成，丙、丁、戊、己4项指标受影响未能完成。", 15, 11, 4),
    ("从完成情况看，除甲、乙、丙、丁4项指标外，其余2项指标均完成年度目标。", 6, 2, 4),
    ("年初确定的21项主要指标中，除甲、乙、丙、丁、戊外，其余16项均完成年度目标。", 21, 16, 5),
    ("16项主要指标中，除甲、乙外，其余均完成。", 16, 14, 2),
    ("确定的18项预期性指标和8项约束性指标，除甲、乙外，其他均完成。", 26, 24, 2),
    ("甲、乙等2项指标未达到年度目标，其余18项均完成。", 20, 18, 2),
    ("甲、乙2项指标未完成，其他6项指标全部完成年度目标。", 8, 6, 2),
    ("4项指标中，除甲1项指标未完成，乙暂无数据外，其余2项指标均完成年度目标。", 4, 2, 1),
    ("4项指标中，除甲未完成、乙尚未核定外，其余2项均完成年度目标。", 4, 2, 1),
    ("全部25项指标圆满完成。", 25, 25, None),
    ("26项主要指标中，21项完成，3项基本完成，2项（固定资产投资、进出口总额）未完成。", 26, 21, 2),
)


@pytest.mark.parametrize(("text", "total", "met", "unmet"), CLAIMS)
def test_a_sentence_counts_the_indicators_in_many_wordings(text: str, total: int, met: int, unmet: int | None) -> None:
    claim = parse_claim(normal(f"全年经济平稳。{text}新增3项专利。"))
    assert claim
    assert (claim.total, claim.size(CountedOutcome.MET), claim.size(CountedOutcome.UNMET)) == (total, met, unmet)


def test_classes_that_are_neither_met_nor_unmet_keep_their_words() -> None:
    claim = parse_claim(normal(CLAIMS[3][0]))
    assert claim
    others = [(each.outcome, each.words, each.size) for each in claim.classes]
    assert (CountedOutcome.NEARLY, "基本完成", 3) in others
    assert (CountedOutcome.PENDING, "暂无数据", 2) in others


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("15项预期目标中，甲、乙等11项指标完成，丙增速、丁4项指标受影响未能完成。", "丙增速、丁"),
        ("除丙增速、丁2项指标外，其余2项指标均完成年度目标。", "丙增速、丁"),
        ("6项主要指标中，4项完成年度目标，2项未完成年度目标，分别是丙增速、PM2.5浓度。", "丙增速、PM2.5浓度"),
        ("6项主要指标，4项完成，2项（丙增速、PM2.5浓度）未完成。", "丙增速、PM2.5浓度"),
        ("6项主要指标，4项完成。", ""),
    ],
)
def test_those_that_were_missed_are_named_before_their_count_or_behind_it(text: str, missed: str) -> None:
    claim = parse_claim(normal(text))
    assert claim
    assert claim.missed == missed


@pytest.mark.parametrize(
    "text",
    [
        "部分指标未达到预期：一是甲受影响；二是乙受影响。",
        "4项未完成年度目标，主要原因：一是受市场影响，甲未达预期；二是乙未达预期。",
        "未完成的原因：一是甲；二是乙。",
    ],
)
def test_a_paragraph_that_explains_the_missed_begins_with_words_for_that(text: str) -> None:
    plain = normal(text)
    start = reasons_in(plain)
    assert start is not None
    assert list(reason_clauses(plain[start:])) == ["一", "二"]


def test_sentences_without_a_number_may_say_what_was_missed_and_why() -> None:
    text = normal("上述指标中，甲增速、乙等2项指标未达预期，主要原因是市场下行。丙浓度未完成目标，受天气影响。丁未停。")
    assert [text[start:end][:10] for start, end in missed_in(text)] == ["上述指标中,甲增速、", "丙浓度未完成目标,受"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("受市场下行影响，甲、乙未达预期。", True),
        ("甲增长1%，未完成年度目标，主要是丙下降。", True),
        ("甲增速低于预期，原因是丁停产。", True),
        ("甲低于全国平均水平，主要是基数高。", False),
        ("甲增速低于去年，主要是因为基数高。", False),
    ],
)
def test_why_a_target_was_missed_is_said_before_it_or_behind(text: str, said: bool) -> None:
    assert bool(missed_in(normal(text))) is said


def test_what_is_no_longer_counted_is_a_clause_and_no_number() -> None:
    claim = parse_claim(normal(CLAIMS[0][0]))
    assert claim
    assert (claim.ceased, claim.includes) == ("实际利用外资指标按要求2022年不再进行统计", "含预计数")


@pytest.mark.parametrize(
    "text",
    [
        "新增3个智能工厂。",
        "重点项目56项，完成投资30亿元。",
        "实施五大行动。",
        "除固定资产投资外，其余16项指标均完成年度目标任务。",
        "",
    ],
)
def test_other_counts_are_no_count_of_indicators(text: str) -> None:
    assert parse_claim(normal(text)) is None


def test_notes_are_told_apart_by_their_numbers_wherever_they_stand() -> None:
    assert notes_in("注:1.甲。2、乙。", go_on=False) == (("1", "甲。"), ("2", "乙。"))
    assert notes_in("2.乙。", go_on=True) == (("2", "乙。"),)
    assert notes_in("2.乙。", go_on=False) == ()
    assert notes_in("注:数据为快报数。", go_on=False) == (("", "数据为快报数。"),)
    assert notes_in("备注:①甲。②乙。", go_on=False) == (("1", "甲。"), ("2", "乙。"))


@pytest.mark.parametrize(
    ("text", "names", "replaces", "targets", "stated"),
    [
        (
            "收入增速、税收增速计划目标由4%、8%分别调整为增长0.1%、1%，视为完成。",
            ("收入增速", "税收增速"),
            ("4%", "8%"),
            ("0.1%", "1%"),
            "视为完成",
        ),
        (
            "2.一般公共预算收入预期目标由180亿元下调为165.5亿元。",
            ("一般公共预算收入",),
            ("180亿元",),
            ("165.5亿元",),
            "",
        ),
    ],
)
def test_a_note_adjusts_targets(
    text: str, names: tuple[str, ...], replaces: tuple[str, ...], targets: tuple[str, ...], stated: str
) -> None:
    assert parse_adjustment(normal(text)) == (names, replaces, targets, stated)


def test_a_note_that_names_more_than_it_adjusts_adjusts_nothing() -> None:
    assert parse_adjustment(normal("甲、乙、丙目标由4%、8%分别调整为1%、2%。")) is None


def test_an_enumeration_counts_the_names_before_it() -> None:
    text = normal("受影响，甲增速、乙增速等2项指标有差距")
    found = enumeration_in(text)
    assert found
    assert (found.quote, found.size, text[found.start : found.end]) == ("等2项指标", 2, "甲增速、乙增速")


def test_two_printings_of_one_indicator_have_one_subject() -> None:
    assert parse_subject("规模以上工业增加值增速") == parse_subject("规上工业增加值增长")
    assert parse_subject("全市地区生产总值") == parse_subject("GDP")
    assert parse_subject("空气质量优良天数比例").key == parse_subject("空气质量优良天数占比").key
    assert parse_subject("单位GDP能耗降低").falls
    assert not parse_subject("增长").grows


def test_a_programme_is_a_name_with_a_count_and_investments() -> None:
    text = "2023年拟实施政府投资项目281个，总投资915.4亿元，年度计划投资175.2亿元；"
    text += "其中，续建项目35个，年度计划投资61.9亿元。"
    first, part = counted_in(text)
    assert first[:4] == ("政府投资项目", "281个", "915.4亿元", "175.2亿元")
    assert (part[:4], first.is_part, part.is_part) == (("续建项目", "35个", "", "61.9亿元"), False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年实施县级重点项目98个，完成投资121.3亿元，占年度任务的103.5%。",
            [("县级重点项目", "98个", "", "", False)],
        ),
        (
            "安排区级重大项目86个，其中续建52个、新开工21个、建成13个，全年计划完成投资128亿元",
            [("区级重大项目", "86个", "", "128亿元", False)],
        ),
        ("另安排前期预备项目165个，总投资3480亿元", [("前期预备项目", "165个", "3480亿元", "", False)]),
        ("争取省级重点项目120个，总投资90亿元", [("省级重点项目", "120个", "90亿元", "", False)]),
        (
            "县重点项目135个，总投资872亿元，其中省级项目12个，总投资9亿元。另外，储备项目58个，总投资460亿元",
            [
                ("县重点项目", "135个", "872亿元", "", False),
                ("省级项目", "12个", "9亿元", "", True),
                ("储备项目", "58个", "460亿元", "", False),
            ],
        ),
        ("其中新开工项目600个以上，年度投资3亿元", [("新开工项目", "600个以上", "", "3亿元", True)]),
    ],
)
def test_what_was_done_and_what_stands_apart_is_told_from_what_is_planned(
    text: str, expected: list[tuple[str, str, str, str, bool]]
) -> None:
    assert [(*each[:4], each.is_part) for each in counted_in(text)] == expected


def test_names_are_listed_behind_a_programme() -> None:
    text = "竣工项目3个。包括甲路（一期、二期）、乙港12#、13#泊位、丙桥等项目。"
    (counted,) = counted_in(text)
    assert listed_behind(text, counted.span[1]) == ("甲路（一期、二期）", "乙港12#、13#泊位", "丙桥")


@pytest.mark.parametrize(
    ("line", "stage", "names"),
    [
        (
            "续建：甲大桥（总投资3.2亿元）、乙厂扩建工程（总投资1.1亿元，年度投资1亿元）。",
            "续建",
            ("甲大桥", "乙厂扩建工程"),
        ),
        ("新开工项目12个：甲医院迁建项目；乙路等项目。", "新开工项目", ("甲医院迁建项目", "乙路")),
        ("计划竣工：甲路（一期）、乙桥", "计划竣工", ("甲路（一期）", "乙桥")),
        ("续建：加快推进甲大桥建设，确保完工", "", ()),
        ("目标：甲、乙", "", ()),
    ],
)
def test_projects_are_listed_behind_a_stage_and_its_colon(line: str, stage: str, names: tuple[str, ...]) -> None:
    assert listed_by_stage(line) == (stage, names)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("甲抽水蓄能电站：总投资68亿元，年度投资5亿元。", ("甲抽水蓄能电站", "")),
        ("甲大桥（续建，总投资3.2亿元）", ("甲大桥", "续建")),
        ("甲公司锂电（一期）项目，总投资20亿元", ("甲公司锂电（一期）项目", "")),
        ("交通方面：总投资30亿元", ("", "")),
        ("甲医院迁建项目，年内完工", ("", "")),
    ],
)
def test_an_item_that_says_what_it_costs_is_a_project(item: str, expected: tuple[str, str]) -> None:
    assert priced(item) == expected


def test_projects_are_printed_with_their_stage() -> None:
    text = "开工建设甲厂、乙厂等项目，加快建设丙路等项目，推进丁桥等项目前期工作。"
    assert list(named_with_stage(text)) == [
        ("开工建设", ("甲厂", "乙厂")),
        ("加快建设", ("丙路",)),
        ("推进…前期工作", ("丁桥",)),
    ]


def test_names_in_brackets_and_berths_are_not_parted_and_have_no_cost() -> None:
    assert split_names("甲（乙、丙）、丁") == ("甲（乙、丙）", "丁")
    assert split_names("总投资56.8亿元的甲电厂、总投资约3亿元的乙、丙") == ("甲电厂", "乙", "丙")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "开工建设甲中学、乙水库，加快建设丙大道。",
            [("甲中学", "开工建设"), ("乙水库", "开工建设"), ("丙大道", "加快建设")],
        ),
        ("甲科技、乙材料等项目建成投产。", [("甲科技", "建成投产"), ("乙材料", "建成投产")]),
        ("推进甲、乙二号线等项目建设。", [("乙二号线", "推进…建设")]),
        ("加快城北产业园、城南污水处理厂建设。", [("城北产业园", "加快…建设"), ("城南污水处理厂", "加快…建设")]),
        ("加快公园、学校、医院建设。", []),
        ("加快创业孵化基地、创业园区等创业平台建设。", []),
        ("做好引江补水工程前期工作。", [("引江补水工程", "前期工作")]),
        ("考虑到今年甲公司配套项目投产达效，预计可拉动增速", []),
        ("加快建设现代化产业体系，一批智能工厂建成。", []),
    ],
)
def test_projects_are_mentioned_in_prose(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.name, each.stage) for each in mentions_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "label", "value", "quote"),
    [
        ("规上工业产值实现2295亿元，", "规上工业产值", "2295亿元", "规上工业产值实现2295亿元"),
        ("本外币贷款突破900亿元、", "本外币贷款", "突破900亿元", "本外币贷款突破900亿元"),
        ("紧急建设31个抗旱应急水源项目。", "抗旱应急水源项目", "31个", "紧急建设31个抗旱应急水源项目"),
        ("其中工业投资同比增长11%。", "工业投资", "增长11%", "其中工业投资同比增长11%"),
        ("推动303户企业上云上平台。", "企业上云上平台", "303户", "推动303户企业上云上平台"),
    ],
)
def test_a_figure_in_prose_has_what_it_is_of(text: str, label: str, value: str, quote: str) -> None:
    (found,) = stated_in(text)
    assert (found.label, found.value, found.quote) == (label, value, quote)


def test_figures_that_are_told_together_are_told_apart() -> None:
    found = [(each.label, each.value) for each in stated_in("投资、社零、进出口分别同比增长2.3%、0.7%和12%。")]
    assert found == [("投资", "2.3%"), ("社零", "0.7%"), ("进出口", "12%")]


@pytest.mark.parametrize("text", ["2023年1月31日，", "G351国道，", "年产30万吨尼龙66一体化等项目，", "12#泊位。"])
def test_years_roads_and_works_state_no_figure(text: str) -> None:
    assert list(stated_in(text)) == []


def test_the_head_of_a_report_says_whose_it_is() -> None:
    lines = [
        "首页",
        "某市发展和改革委员会",
        "关于某市2022年国民经济和社会发展",
        "计划执行情况及2023年计划草案的报告",
        "——2023年1月5日在大会上",
    ]
    title = parse_title(lines)
    assert title.title.startswith("某市发展和改革委员会关于某市2022年")
    assert (title.issuer, title.region, title.delivered) == ("某市发展和改革委员会", "某市", "2023-01-05")
    page = ["2026年02月10日 07时41分", "2026年某省政府工作报告", "2026年2月3日在某省第十四届人民代表大会第五次会议上"]
    assert parse_title(page).delivered == "2026-02-03"
    assert parse_title(["无题"]) == ("无题", "", "", "")


@pytest.mark.parametrize("person", ["主任 高××", "局长 ×××", "党组书记、局长 王某", "局长"])
def test_who_presents_a_report_stands_before_the_name_of_a_person(person: str) -> None:
    lines = [
        "关于某旗2022年国民经济和社会发展计划执行情况的报告",
        "（2023年1月5日在某旗人民代表大会会议上）",
        f"某旗发展和改革局{person}",
    ]
    assert parse_title(lines).issuer == "某旗发展和改革局"


@pytest.mark.parametrize(
    ("raised", "before", "is_mark"), [("2", "4", True), ("2", "m", False), ("①", "数", True), ("年", "数", False)]
)
def test_a_raised_figure_is_a_mark_unless_it_is_a_power(raised: str, before: str, is_mark: bool) -> None:
    assert is_note_mark(raised, before) is is_mark


@pytest.mark.parametrize(
    ("line", "is_number"), [("— 3 —", True), ("第3页", True), ("3", True), ("3月", False), ("", False)]
)
def test_a_page_number_is_known(line: str, is_number: bool) -> None:
    assert is_page_number(line) is is_number


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["下载", "打印", *("按钮" for _ in range(7)), "2031年某某省政府工作报告", "——2031年1月9日在会议上"],
            ("2031年某某省政府工作报告", "某某省人民政府", "某某省", "2031-01-09"),
        ),
        (
            ["2031年政府工作报告", "2031年1月9日在某某自治区第十四届人民代表大会第三次会议上"],
            ("2031年政府工作报告", "某某自治区人民政府", "某某自治区", "2031-01-09"),
        ),
        (
            ["某某市2031年政府工作报告", "来源：某某市人民政府"],
            ("某某市2031年政府工作报告", "某某市人民政府", "某某市", ""),
        ),
    ],
)
def test_a_work_report_says_whose_it_is_below_the_furniture_of_its_page(
    lines: list[str], expected: tuple[str, ...]
) -> None:
    assert parse_title(lines) == expected


@pytest.mark.parametrize(
    ("own", "congress", "issuer"),
    [
        ("西湖区", "杭州市西湖区第十六届人民代表大会", "杭州市西湖区发展改革和经济信息化局"),
        ("全州", "凉山彝族自治州第十二届人民代表大会", "州发展和改革委员会"),
        ("我县", "沁源县第十七届人民代表大会", "沁源县发展和改革局"),
    ],
)
def test_the_congress_names_a_region_that_the_title_names_in_short(own: str, congress: str, issuer: str) -> None:
    found = parse_title([f"关于{own}2024年计划执行情况的报告", f"——在{congress}第四次会议上", issuer])
    assert (found.region, found.issuer) == (congress.partition("第")[0], issuer)


def test_a_title_in_chinese_numerals_is_kept_as_printed_and_its_years_are_known() -> None:
    found = parse_title(["关于某县二〇二四年计划执行情况及二〇二五年计划草案的报告"])
    assert found.title == "关于某县二〇二四年计划执行情况及二〇二五年计划草案的报告"
    assert year_of_title(found) == 2025

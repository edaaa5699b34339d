"""Sentences that set a year's targets: which they are, where they end, and what their clauses say."""

import pytest

from planctl.grammar.target_clauses import read_clauses
from planctl.grammar.target_sentences import (
    is_constraint,
    retold_sentence,
    target_sentence,
    unread_lead,
    without_kind,
    year_called,
    year_of_headings,
)
from planctl.grammar.text import normal
from planctl.grammar.titles import year_of_report

TWO = "地区生产总值增长4%，城镇新增就业9万人"


def targets(clause: str) -> list[str]:
    """Return the targets of a sentence, each as prefix, name and target with a bar between."""
    return [f"{each.prefix}{each.name}|{each.target}" for each in read_clauses(normal(clause)).targets]


@pytest.mark.parametrize(
    ("lead", "end"),
    [
        ("今年经济社会发展主要预期目标是：", "。重点做好八项工作。"),
        ("全县发展的主要预期目标建议为：", "。实现上述目标，要真抓实干。"),
        ("2031年国民经济发展主要目标安排如下：", "。这些目标，积极稳妥。"),
        ("主要预期目标：", "。确定以上目标，考虑了多种因素。"),
        ("今年的主要预期目标是", "。具体要做好以下工作：（一）扩大内需。"),
        ("主要预期目标为：", "（一）扩大内需。"),
        ("今年发展的主要预期目标和约束指标是：", "。"),
        ("今年发展的主要预期目标——", "。"),
        ("2031年全市高质量发展指标体系安排，具体为：", "。"),
        ("到今年底，力争实现以下经济社会发展目标：", "。"),
        ("要确保完成以下约束性指标：", "。"),
        ("做好今年工作，要锚定以下目标：", "。"),
        ("建议2031年全市国民经济和社会发展主要指标按以下安排：", "。"),
        ("二、“十五五”主要目标任务三、2031年重点工作今年主要预期目标是：", "。"),
    ],
)
def test_the_sentence_that_sets_the_targets_of_the_year_is_found(lead: str, end: str) -> None:
    text = normal(f"我们取得新成绩。{lead}{TWO}{end}")
    found = target_sentence(text)
    assert found
    assert text[slice(*found.span)] == normal(TWO)


@pytest.mark.parametrize(
    "text",
    [
        f"“十五五”时期经济社会发展的主要目标是：{TWO}。",
        f"今后五年的主要目标是：{TWO}。",
        "主要目标包括：地区生产总值年均增长4%，粮食产量9万吨。",
        f"顺利完成去年主要目标是：{TWO}。",
        f"圆满实现2031年主要预期目标：{TWO}。",
        f"2031年至2035年五年主要目标是：{TWO}。",
        "工作的目标是：让群众满意，让企业安心。",
        "今年主要预期目标是：干字当头，再上台阶。",
        "",
    ],
)
def test_other_goals_are_not_those_of_the_year(text: str) -> None:
    assert target_sentence(normal(text)) is None


def test_of_the_goals_of_five_years_and_of_the_year_those_of_the_year_are_taken() -> None:
    many = "“十五五”时期的主要目标是：粮食产量9万吨，森林覆盖率60%，城镇化率70%。"
    found = target_sentence(normal(f"{many}今年是“十五五”开局之年，主要预期目标是：{TWO}。"))
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]


def test_the_sentence_goes_on_over_full_stops_while_each_clause_sets_a_target() -> None:
    text = normal(f"主要预期目标是：{TWO}。一产、二产增加值分别增长3%、4%。全会作了部署。粮食产量9万吨。")
    found = target_sentence(text)
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业", "一产增加值", "二产增加值"]


@pytest.mark.parametrize(
    "retold",
    [
        "县十九届人大四次会议确定的2024年主要预期目标为",
        "县人大审议通过的2024年主要预期目标是",
        "年初确定的主要预期目标是",
        "《2024年计划报告》提出的主要预期目标为",
        "年初县人大批准的2024年目标为",
    ],
)
def test_targets_of_last_year_that_are_told_again_are_not_those_of_the_plan(retold: str) -> None:
    last = "地区生产总值增长7%左右，固定资产投资增长10%，财政收入增长5%"
    text = normal(f"{retold}：{last}。从完成情况看，地区生产总值增长6%。2025年主要预期目标是：{TWO}。")
    found, again = target_sentence(text), retold_sentence(text)
    assert found
    assert again
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]
    assert [each.name for each in again.targets] == ["地区生产总值", "固定资产投资", "财政收入"]


def test_what_stands_in_a_chapter_that_looks_back_is_not_the_plan() -> None:
    last = "2024年主要预期目标是：地区生产总值增长7%，固定资产投资增长10%，财政收入增长5%。"
    text = normal(f"{last}2025年主要预期目标是：{TWO}。")
    found = target_sentence(text, range(len(normal(last))))
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]


def test_an_item_that_cannot_be_read_ends_no_list_and_is_refused() -> None:
    items = "●地区生产总值增长4%；●干字当头，再上台阶；●居民收入增长8%，继续保持农村快于城镇；●城镇新增就业9万人。"
    text = normal(f"主要预期目标为：{items}")
    found = target_sentence(text)
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "居民收入", "城镇新增就业"]
    assert [text[slice(*each)] for each in found.refused] == ["干字当头,再上台阶", "继续保持农村快于城镇"]


@pytest.mark.parametrize(
    "items",
    [
        "（一）经济发展目标：地区生产总值增长4%。（二）民生改善目标：城镇新增就业9万人，有效期内高新技术企业数达到760家。",
        "（一）经济发展。地区生产总值增长4%。这是必要的。（二）民生改善。城镇新增就业9万人，有效期内高新技术企业数达到760家。",
        "经济发展方面：地区生产总值增长4%。社会民生方面：城镇新增就业9万人，有效期内高新技术企业数达到760家。",
        "1.地区生产总值增长4%；2.城镇新增就业9万人。约束性指标：有效期内高新技术企业数达到760家。",
    ],
)
def test_targets_of_several_fields_are_read_to_the_last(items: str) -> None:
    found = target_sentence(normal(f"主要预期目标建议为：{items}三、主要任务（一）扩大投资。新增企业580个。"))
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业", "有效期内高新技术企业数"]


def test_numbers_that_begin_again_end_a_list() -> None:
    text = normal(
        "主要预期目标为：1.地区生产总值增长4%。2.城镇新增就业9万人。工作举措1.聚力创新。新增专精特新企业25家。"
    )
    found = target_sentence(text)
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]


def test_a_chapter_that_begins_without_a_sign_before_it_sets_no_targets() -> None:
    text = normal(f"主要预期目标是：{TWO}。三、重点工作安排重点项目86个，总投资320亿元，年内完成投资43亿元。")
    found = target_sentence(text)
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]


def test_of_a_list_with_explanations_the_items_are_read() -> None:
    items = "——地区生产总值增长4%。主要考虑：需要和可能。——城镇新增就业9万人。这有望实现。"
    found = target_sentence(normal(f"主要预期目标为：{items}（一）工作。粮食产量9万吨。"))
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "城镇新增就业"]


LISTS = (
    "——经济增长。地区生产总值增长4%，服务业增加值增长5%。——民生。城镇新增就业9万人。",
    "1．经济增长。地区生产总值增长4%，服务业增加值增长5%；2．民生。城镇新增就业9万人。",
    "经济增长。地区生产总值增长4%，服务业增加值增长5%。——民生。城镇新增就业9万人。",
    "1、地区生产总值增长4%。2、服务业增加值增长5%；3、城镇新增就业9万人。",
)


@pytest.mark.parametrize("items", LISTS)
@pytest.mark.parametrize("behind", ["专栏2 重大项目安排重点项目9个。", "三、2031年工作粮食产量9万吨。", "（一）工作。"])
def test_an_item_may_say_first_what_its_targets_are_of(items: str, behind: str) -> None:
    found = target_sentence(normal(f"2031年主要预期目标建议为：{items}{behind}"))
    assert found
    assert [each.name for each in found.targets] == ["地区生产总值", "服务业增加值", "城镇新增就业"]


def test_parts_behind_an_item_are_of_it_and_the_next_item_is_none() -> None:
    items = "1、地区生产总值增长13%以上。其中，一产业增长5%，二产业增长18%，三产业增长12%；2、财政总收入增长15%；"
    found = target_sentence(normal(f"2031年主要预期目标为：{items}三、措施"))
    assert found
    assert [(each.prefix, each.name) for each in found.targets] == [
        ("", "地区生产总值"),
        ("其中", "一产业"),
        ("其中", "二产业"),
        ("其中", "三产业"),
        ("", "财政总收入"),
    ]


def test_places_are_in_the_whole_text() -> None:
    text = normal(f"开头。主要预期目标是：{TWO}。")
    found = target_sentence(text)
    assert found
    assert [text[slice(*each.clause)] for each in found.targets] == ["地区生产总值增长4%", "城镇新增就业9万人"]
    assert [text[slice(*each.words)] for each in found.targets] == ["增长4%", "9万人"]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("2031年甲省政府工作报告", 2031),
        ("政府工作报告——2031年1月9日在甲省会议上", 2031),
        ("发布时间:2031-01-20", 2031),
        ("政府工作报告——二〇三一年一月九日在甲省会议上", 2031),
        ("政府工作报告——2030年12月22日在甲县会议上", 2031),
        ("甲省政府工作报告", None),
    ],
)
def test_the_year_of_a_report_is_that_of_its_title_or_day(head: str, year: int | None) -> None:
    assert year_of_report(head) == year


@pytest.mark.parametrize(
    ("headings", "year"),
    [
        (["一、2030年工作回顾", "二、2031年工作安排"], 2031),
        (["一、2030年目标完成情况和工作回顾", "二、今后的路"], None),
    ],
)
def test_the_year_that_is_planned_for_is_the_one_of_the_plans(headings: list[str], year: int | None) -> None:
    assert year_of_headings(headings) == year


def test_a_year_that_is_given_a_name_is_the_last_resort() -> None:
    assert year_called("2030年是收官之年。2031年是新五年的开局之年。") == 2031
    assert year_called("2030年工作很好。") is None


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("工业投资增长5%左右", ["工业投资|增长5%左右"]),
        ("城镇调查失业率5.5%左右", ["城镇调查失业率|5.5%左右"]),
        ("实现城镇新增就业9万人以上", ["城镇新增就业|9万人以上"]),
        ("居民人均可支配收入增长6%", ["居民人均可支配收入|增长6%"]),
        ("居民消费价格涨幅2%左右", ["居民消费价格|涨幅2%左右"]),
        ("居民收入增长与经济增长基本同步", ["居民收入|增长与经济增长基本同步"]),
        ("粮食产量保持稳定", ["粮食产量|保持稳定"]),
        ("粮食总产量稳定在90万吨以上", ["粮食总产量|稳定在90万吨以上"]),
        ("PM2.5浓度控制在29微克/立方米左右、争取更优", ["PM2.5浓度|控制在29微克/立方米左右、争取更优"]),
        ("外贸稳中提质", ["外贸|稳中提质"]),
        ("物价合理回升", ["物价|合理回升"]),
        ("工业投资（不含电力）增速高于工业增速", ["工业投资(不含电力)|增速高于工业增速"]),
        ("投资增速保持在全国平均水平以上", ["投资|增速保持在全国平均水平以上"]),
        ("地区生产总值按增长5%安排", ["地区生产总值|按增长5%安排"]),
        ("单位地区生产总值能耗降低完成国家下达目标", ["单位地区生产总值能耗降低|完成国家下达目标"]),
        ("出省断面水质稳定保持在Ⅱ类及以上", ["出省断面水质|稳定保持在Ⅱ类及以上"]),
        ("PM2.5浓度降至30微克/立方米以下", ["PM2.5浓度|降至30微克/立方米以下"]),
        ("地表水达到或好于Ⅲ类水体比例达到92%", ["地表水达到或好于Ⅲ类水体比例|达到92%"]),
        ("城镇和农村居民收入与经济增长同步", ["城镇居民收入|与经济增长同步", "农村居民收入|与经济增长同步"]),
        ("居民收入和经济增长基本同步", ["居民收入|和经济增长基本同步"]),
        ("研发投入占比2.6%以上", ["研发投入占比|2.6%以上"]),
        ("高新技术企业获批80家", ["高新技术企业|获批80家"]),
        ("能耗强度目标在“十五五”规划期内统筹考核", ["能耗强度|目标在“十五五”规划期内统筹考核"]),
        ("研发经费占GDP比重提高到2.6%", ["研发经费占GDP比重|提高到2.6%"]),
        ("城乡居民收入比缩小到2.2:1", ["城乡居民收入比|缩小到2.2:1"]),
        ("3岁以下婴幼儿入托率提高1个百分点", ["3岁以下婴幼儿入托率|提高1个百分点"]),
        ("城镇调查失业率全年控制在5%以内", ["城镇调查失业率|全年控制在5%以内"]),
        ("减排指标不折不扣完成省下达任务", ["减排指标|不折不扣完成省下达任务"]),
        ("社会消费品零售总额恢复性增长6%", ["社会消费品零售总额|恢复性增长6%"]),
        ("民间投资增速由负转正", ["民间投资|增速由负转正"]),
        ("民间投资增速位居全市前三", ["民间投资|增速位居全市前三"]),
        ("水质方面，出省断面优良率90%以上", ["出省断面优良率|90%以上"]),
    ],
)
def test_a_clause_is_a_name_and_a_target(clause: str, expected: list[str]) -> None:
    assert targets(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("城乡居民收入分别增长5%、6%", ["城镇居民收入|增长5%", "农村居民收入|增长6%"]),
        ("城镇和农村牧区居民收入分别增长5%、6%", ["城镇居民收入|增长5%", "农村牧区居民收入|增长6%"]),
        ("常住和户籍人口城镇化率分别达到59%、45%", ["常住人口城镇化率|达到59%", "户籍人口城镇化率|达到45%"]),
        ("城、乡居民收入分别增长5%、6%", ["城镇居民收入|增长5%", "农村居民收入|增长6%"]),
        ("金融机构存贷款余额分别增长5%、6%", ["金融机构存款余额|增长5%", "金融机构贷款余额|增长6%"]),
        ("利用外资、出口总额持平", ["利用外资|持平", "出口总额|持平"]),
        ("●粮食产量9万吨●森林覆盖率60%", ["粮食产量|9万吨", "森林覆盖率|60%"]),
        ("城乡居民收入增长5%", ["城乡居民收入|增长5%"]),
        ("城镇、农村居民收入分别增长4.5%、5.5%左右", ["城镇居民收入|增长4.5%左右", "农村居民收入|增长5.5%左右"]),
        (
            "一二三产业增加值分别增长4%、5%以上、6%左右",
            ["一产业增加值|增长4%左右", "二产业增加值|增长5%以上", "三产业增加值|增长6%左右"],
        ),
        (
            "三次产业增加值分别增长4%、5%、6%",
            [f"第{each}产业增加值|增长{size}%" for each, size in ("一4", "二5", "三6")],
        ),
        (
            "城镇调查失业率、居民消费价格涨幅分别控制在5%和3%以内",
            ["城镇调查失业率|控制在5%以内", "居民消费价格涨幅|控制在3%以内"],
        ),
        ("水质优良率和森林覆盖率均完成省下达任务", ["水质优良率|完成省下达任务", "森林覆盖率|完成省下达任务"]),
        ("制造业投资和民间投资占比稳步提升", ["制造业投资占比|稳步提升", "民间投资占比|稳步提升"]),
        ("单位GDP能耗、二氧化碳排放进一步下降", ["单位GDP能耗|进一步下降", "单位GDP二氧化碳排放|进一步下降"]),
        ("能耗强度、主要污染物减排完成国家任务", ["能耗强度|完成国家任务", "主要污染物减排|完成国家任务"]),
        ("能源、水资源等指标达到国家要求", ["能源、水资源等指标|达到国家要求"]),
        ("节能减排和碳排放强度下降完成国家下达任务", ["节能减排和碳排放强度下降|完成国家下达任务"]),
        ("能耗降幅和主要污染物减排完成国家任务", ["能耗降幅|完成国家任务", "主要污染物减排|完成国家任务"]),
        (
            "化学需氧量和二氧化硫、氮氧化物排放量控制在省定目标内",
            [f"{each}排放量|控制在省定目标内" for each in ("化学需氧量", "二氧化硫", "氮氧化物")],
        ),
        ("城乡居民人均可支配收入分别增长5%", [f"{each}居民人均可支配收入|增长5%" for each in ("城镇", "农村")]),
        (
            "户籍人口和常住人口城镇化率分别提高2个和1个百分点以上",
            ["户籍人口城镇化率|提高2个百分点以上", "常住人口城镇化率|提高1个百分点以上"],
        ),
        (
            "登记失业率、调查失业率控制在4.5%以内、6.5%以内",
            ["登记失业率|控制在4.5%以内", "调查失业率|控制在6.5%以内"],
        ),
        (
            "登记失业率和居民消费价格涨幅均控制在3%以内",
            ["登记失业率|控制在3%以内", "居民消费价格涨幅|控制在3%以内"],
        ),
        (
            "居民消费价格涨幅和登记失业率均控制在3%以内",
            ["居民消费价格涨幅|控制在3%以内", "登记失业率|控制在3%以内"],
        ),
        (
            "空气优良天数比率（AQI）和水质优良率完成国家任务",
            ["空气优良天数比率(AQI)|完成国家任务", "水质优良率|完成国家任务"],
        ),
        ("粮食产量和播种面积不低于去年水平", ["粮食产量|不低于去年水平", "粮食播种面积|不低于去年水平"]),
        ("接待游客和旅游综合收入均增长10%", ["接待游客|增长10%", "旅游综合收入|增长10%"]),
        ("城乡居民人均可支配收入均增长7%", ["城镇居民人均可支配收入|增长7%", "农村居民人均可支配收入|增长7%"]),
        ("城乡居民人均可支配收入增长7%", ["城乡居民人均可支配收入|增长7%"]),
        ("事故起数和死亡人数“双下降”", ["事故起数|“双下降”", "死亡人数|“双下降”"]),
        (
            "万元GDP能耗下降、空气质量优良天数率完成市下达目标",
            ["万元GDP能耗下降|完成市下达目标", "空气质量优良天数率|完成市下达目标"],
        ),
        ("化学需氧量、氨氮等主要污染物减排完成省任务", ["化学需氧量、氨氮等主要污染物减排|完成省任务"]),
        ("新增“四上”企业50家、高新技术企业10家", ["新增“四上”企业|50家", "新增高新技术企业|10家"]),
        ("新增城镇就业5000人，高新技术企业10家", ["新增城镇就业|5000人", "高新技术企业|10家"]),
        (
            "接待游客1200万人次、旅游收入100亿元，均增长15%",
            ["接待游客|1200万人次", "旅游收入|100亿元", "接待游客|增长15%", "旅游收入|增长15%"],
        ),
        ("综合能耗、二氧化碳排放量以市下达目标为准", ["综合能耗|以市下达目标为准", "二氧化碳排放量|以市下达目标为准"]),
        ("牲畜存栏稳定在260万头（只）以上", ["牲畜存栏|稳定在260万头(只)以上"]),
        ("九年义务教育巩固率达97%", ["九年义务教育巩固率|达97%"]),
        (
            "居民收入增长7%，其中：城镇居民增长6%，农村居民增长8%",
            ["居民收入|增长7%", "其中:城镇居民收入|增长6%", "农村居民收入|增长8%"],
        ),
        ("投资总量保持不减、结构持续优化", ["投资总量|保持不减", "结构|持续优化"]),
        ("节能减排指标均按省定目标要求安排", ["节能减排指标|按省定目标要求安排"]),
    ],
)
def test_names_share_a_target_or_have_one_each(clause: str, expected: list[str]) -> None:
    assert targets(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("经济增长5%，在实际工作中争取更好结果", ["经济|增长5%,在实际工作中争取更好结果"]),
        ("经济增长7%以上、力争达到8%", ["经济|增长7%以上、力争达到8%"]),
        ("税收增长3%，努力跑赢全国；出口增长4%", ["税收|增长3%,努力跑赢全国", "出口|增长4%"]),
        ("居民收入增速高于经济增速、高于全国平均水平", ["居民收入|增速高于经济增速、高于全国平均水平"]),
        ("经济总量达到900亿元、增长6%", ["经济总量|达到900亿元", "经济总量|增长6%"]),
        ("粮食播种面积90万亩、产量8亿斤以上", ["粮食播种面积|90万亩", "粮食产量|8亿斤以上"]),
        ("工业投资增长3%、产量8亿斤", ["工业投资|增长3%", "产量|8亿斤"]),
        ("就业9万人以上、失业率5%以内", ["就业|9万人以上", "失业率|5%以内"]),
        ("提高基础养老金，在全省实现位次前移", ["基础养老金|在全省实现位次前移"]),
        ("进出口增长3%，其中出口增长4%", ["进出口|增长3%", "其中出口|增长4%"]),
        ("进出口增长3%，其中，出口增长4%", ["进出口|增长3%", "其中出口|增长4%"]),
        ("新增就业9万人、失业人员再就业3万人", ["新增就业|9万人", "失业人员再就业|3万人"]),
        (
            "地区生产总值增长6%以上，总量力争突破900亿元",
            ["地区生产总值|增长6%以上", "地区生产总值总量|力争突破900亿元"],
        ),
        ("全力争取地区生产总值增长8%左右", ["地区生产总值|增长8%左右"]),
        ("科技对经济增长的贡献率提高1个百分点", ["科技对经济增长的贡献率|提高1个百分点"]),
        ("污染物排放总量下降幅度完成省下达任务", ["污染物排放总量下降幅度|完成省下达任务"]),
        ("污染物排放总量削减8%", ["污染物排放总量|削减8%"]),
        ("政府债务化解完成总任务的23.6%", ["政府债务化解|完成总任务的23.6%"]),
        ("最低生活保障标准提升至每月1000元左右", ["最低生活保障标准|提升至每月1000元左右"]),
        ("完成省上下达的节能降碳任务", ["节能降碳|完成省上下达的节能降碳任务"]),
        (
            "投资增长3%，其中工业投资增长4%、民间投资增长5%",
            ["投资|增长3%", "其中工业投资|增长4%", "其中民间投资|增长5%"],
        ),
        ("经济方面：投资增长3%，出口增长4%；民生方面：就业9万人", ["投资|增长3%", "出口|增长4%", "就业|9万人"]),
        ("一是投资增长3%；二是就业9万人", ["投资|增长3%", "就业|9万人"]),
        ("完成省下达的减排和绿化等任务", ["减排和绿化等任务|完成省下达的减排和绿化等任务"]),
        ("按照国家要求完成节能减排任务", ["节能减排|按照国家要求完成节能减排任务"]),
        (
            "全面完成国家下达的能耗双控、主要污染物减排等约束性指标任务",
            [
                "能耗双控、主要污染物减排等约束性指标任务|全面完成国家下达的能耗双控、主要污染物减排等约束性指标任务",
            ],
        ),
        ("约束性指标完成国家下达任务", ["约束性指标|完成国家下达任务"]),
        ("完成省下达我市碳排放双控目标", ["碳排放双控|完成省下达我市碳排放双控目标"]),
        ("完成国家、省下达的年度节能减排目标", ["节能减排|完成国家、省下达的年度节能减排目标"]),
        ("生产总值保8%、争9%", ["生产总值|保8%、争9%"]),
        ("生产总值增长6%、冲刺6.5%，税收增长5%、奋斗目标8%", ["生产总值|增长6%、冲刺6.5%", "税收|增长5%、奋斗目标8%"]),
        ("规模以上工业增加值止跌回升、增长5%", ["规模以上工业增加值|增长5%"]),
        ("社会消费品零售总额实现恢复性增长、增速达到6%", ["社会消费品零售总额|增速达到6%"]),
        ("工业投资增长5%、略高于全省增速，争取更好", ["工业投资|增长5%、略高于全省增速,争取更好"]),
    ],
)
def test_what_has_no_name_before_it_goes_on_inherits_or_names_behind(clause: str, expected: list[str]) -> None:
    assert targets(clause) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "全面推进乡村建设",
        "确保完成粮食产量90亿斤以上目标",
        "一产、二产、三产分别增长5%、6%",
        "高于全国平均水平",
        "在实际工作中争取更好结果",
        "粮食产量、",
        "城乡居民收入分别增长5%、6%，力争更好",
        "失业率控制在4%以内，全面完成省下达的各项目标任务",
        "失业率控制在4%以内，各项指标增速高于全省",
        "失业率控制在4%以内，主要经济指标增幅高于全省平均水平",
        "全面建成小康社会指数达到88%",
    ],
)
def test_what_cannot_be_read_is_refused_and_not_guessed(clause: str) -> None:
    assert read_clauses(normal(clause)).refused


def test_a_refused_clause_leaves_those_around_it() -> None:
    read = read_clauses(normal("经济增长5%，统筹抓好各项改革，就业9万人"))
    assert [each.name for each in read.targets] == ["经济", "就业"]
    assert len(read.refused) == 1


def named(text: str) -> list[str]:
    found = target_sentence(normal(text))
    return [f"{each.name}|{each.target}" for each in found.targets] if found else []


@pytest.mark.parametrize(
    "text",
    [
        "二、2031年主要目标建议2031年主要预期目标如下：1.地区生产总值增长6%左右。主要考虑：新投产项目40个。"
        "2.城镇新增就业9万人。主要考虑：2030年预计增长6.2%。附表：主要指标表",
        "2031年主要预期目标为：（1）地区生产总值增长6%左右；（2）城镇新增就业9万人；附件：指标表",
        "2031年主要预期目标为：——地区生产总值增长6%左右；——城镇新增就业9万人；附表：主要指标表",
        "2031年主要预期目标为：地区生产总值增长6%左右。主要依据是，工业回升。城镇新增就业9万人。主要考虑：稳定就业。",
        "综上，安排2031年地区生产总值增长6%左右、城镇新增就业9万人。",
        "2031年全市发展的预期性指标为：地区生产总值增长6%左右，城镇新增就业9万人。",
    ],
)
def test_targets_are_read_whatever_they_are_listed_with(text: str) -> None:
    assert named(text) == ["地区生产总值|增长6%左右", "城镇新增就业|9万人"]


def test_constraints_are_told_from_expectations_by_what_they_are_called_behind() -> None:
    text = normal(
        "2031年预期性指标为：地区生产总值增长6%，城镇新增就业9万人。约束性指标为：单位GDP能耗降低2.5%，粮食产量50万吨（预期性）。"
    )
    found = target_sentence(text)
    assert found
    constraints = [each.name for each in found.targets if is_constraint(text, 0, *each.clause)]
    assert constraints == ["单位GDP能耗"]
    both = normal("2031年主要预期目标和约束性指标是：地区生产总值增长6%，单位GDP能耗降低2.5%（约束性）。")
    found = target_sentence(both)
    assert found
    assert [is_constraint(both, 0, *each.clause) for each in found.targets] == [False, True]
    assert [without_kind(each.target) for each in found.targets] == ["增长6%", "降低2.5%"]


def test_of_two_years_before_the_targets_the_last_is_theirs() -> None:
    found = target_sentence(normal(f"在2030年的基础上2031年主要预期目标是：{TWO}。"))
    assert found
    assert found.year == 2031


def test_a_table_that_is_named_in_a_sentence_ends_none_and_industries_are_no_chapters() -> None:
    text = "2031年主要预期目标是：第一、二、三产业增加值分别增长3%、4%、5%，进出口增长6%（见附表），城镇新增就业9万人。"
    assert [each.partition("|")[2] for each in named(text)][-1] == "9万人"
    assert len(named(text)) == 5


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("城乡居民收入增长7%和8.5%", ["城镇居民收入|增长7%", "农村居民收入|增长8.5%"]),
        ("固定资产投资增长5%（其中制造业投资增长8%以上）", ["固定资产投资|增长5%", "其中制造业投资|增长8%以上"]),
        ("研发经费投入增长10%以上，强度力争达到2%", ["研发经费投入|增长10%以上", "研发经费投入强度|力争达到2%"]),
        ("旅游总人数和总收入分别增长8%和12%", ["旅游总人数|增长8%", "旅游总收入|增长12%"]),
        ("技术改造和设备更新投资增长7%", ["技术改造和设备更新投资|增长7%"]),
    ],
)
def test_what_is_left_to_the_words_before_or_stands_in_brackets_is_read(sentence: str, expected: list[str]) -> None:
    assert targets(sentence) == expected


def test_words_that_lead_to_targets_none_of_which_can_be_read_are_known() -> None:
    assert unread_lead(normal("今年主要预期目标是：努力奋进，勇争一流。")) == "今年主要预期目标是:"
    assert unread_lead("工作很好。") == ""


def test_an_item_in_words_sets_a_target_unless_it_says_what_follows_is_of() -> None:
    text = (
        "2025年经济社会发展主要预期目标是:——经济增长。地区生产总值增长5%左右。——居民收入和经济增长同步。——一般公共预算收入实现正增长。"
        "——粮食产量保持稳定。——城镇新增就业2万人。三、主要任务"
    )
    found = target_sentence(text)
    assert found
    assert [(each.name, each.target) for each in found.targets] == [
        ("地区生产总值", "增长5%左右"),
        ("居民收入", "和经济增长同步"),
        ("一般公共预算收入", "实现正增长"),
        ("粮食产量", "保持稳定"),
        ("城镇新增就业", "2万人"),
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("3.生态环境(约束性)。能耗下降2%,优良天数比例85%。4.安全保障。粮食产量50万吨", ["能耗", "优良天数比例"]),
        ("(1)经济方面(预期性):投资增长5%。(2)生态方面(约束性):能耗下降2%。(3)民生方面:就业2万人", ["能耗"]),
        ("投资增长5%,能耗等约束性指标完成市下达任务", ["能耗等约束性指标"]),
    ],
)
def test_the_kind_that_an_item_says_is_that_of_its_targets_alone(text: str, bound: list[str]) -> None:
    found = target_sentence(f"2025年主要预期目标是:{text}。")
    assert found
    whole = f"2025年主要预期目标是:{text}。"
    assert [each.name for each in found.targets if is_constraint(whole, 0, *each.clause)] == bound

"""Which tables are tables of indicators, what their columns have, and which rows are what."""

import pytest

from planctl.documents.drafting.draft import draft
from planctl.documents.drafting.series import Naming
from planctl.documents.extraction.indicator_tables import Tables, read_tables, table_of
from planctl.documents.extraction.printed_rows import PrintedRow
from planctl.documents.reading.reader import read_document
from planctl.files.loading import load_catalogue
from planctl.grammar.rows import Role
from planctl.messages.message import PlanctlError
from planctl.report.model import Kind

TITLE = "关于某市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告"


def read(text: str, before: str = "表1 2022年主要指标完成情况") -> Tables:
    """Return the tables of a text in which rows are lines and cells stand between bars."""
    return read_tables(read_document(f"{TITLE}\n一、执行情况\n{before}\n{text}\n".encode(), "report.txt"))


def rows(tables: Tables, kind: str = "indicators", year: int = 2022) -> tuple[PrintedRow, ...]:
    table = table_of(tables.indicators, kind, year)
    assert table, [str(each.reason) for each in tables.refused]
    return table.rows


def value(row: PrintedRow, role: Role, year: int = 2022) -> str:
    return row.values[role, year].text


HEADS = (
    ("指标|单位|2022年计划|2022年实际|2023年计划", "GDP增长|%|6|4|5", ("6", "4", "5")),
    ("指标名称|2022年目标（%）|2022年预计（%）|2023年建议目标（%）", "GDP增长|6|4|5", ("6", "4", "5")),
    ("指标|“十四五”规划目标|2022年计划|2022年实际", "GDP增长（%）|7.5|6|4", ("6", "4", None)),
    ("指标|2022年省下达目标|2022年本县计划目标|2022年实际", "GDP增长（%）|7|6|4", ("6", "4", None)),
    ("指标|2022年全年目标|2022年1-11月完成|2022年全年预计", "GDP增长（%）|6|3.8|4", ("6", "4", None)),
    ("指标|2022年计划目标|2022年完成情况|2022年实际值", "GDP增长（%）|6|未完成|4", ("6", "4", None)),
    ("指标|2022年预计总量（亿元）|2022年目标（%）|2022年预计（%）", "GDP|333|6|4", ("6", "4", None)),
    ("指标|2022年人代会通过数|2022年初步统计数|2023年建议数", "GDP增长（%）|6|4|5", ("6", "4", "5")),
    ("指标|目标|完成|责任单位", "GDP增长（%）|6|4|发改委", ("6", "4", None)),
    ("主要指标|2022年预期目标|2022年实际完成|全省平均", "GDP增长（%）|6|4|3", ("6", "4", None)),
    ("指标|“十四五”目标|2022年计划|2022年完成|2023年目标", "GDP增长（%）|7.7|6|4|5", ("6", "4", "5")),
    ("指标|全市目标|2022年计划|全市预计|2022年完成", "GDP增长（%）|7|6|5|4", ("6", "4", None)),
    ("指标|全市2022年目标|2022年计划|全市2022年预计|2022年完成", "GDP增长（%）|7|6|5|4", ("6", "4", None)),
    ("指标|国家考核目标|2022年计划|2022年完成|目标确定依据", "GDP增长（%）|7|6|4|按9%安排", ("6", "4", None)),
    ("指标|2022年计划|开局三年完成|2022年完成", "GDP增长（%）|6|12|4", ("6", "4", None)),
    ("指标|2022年计划|2022年|2023年计划", "GDP增长（%）|6|4|5", ("6", "4", "5")),
    ("指标|二〇二二年计划|二〇二二年完成|二〇二三年计划", "GDP增长（%）|6|4|5", ("6", "4", "5")),
    ("序号|指标名称|权重|2022年计划|2022年1-11月|2022年完成", "1|GDP增长（%）|9|6|3|4", ("6", "4", None)),
    ("指标|数据来源|2022年计划|2022年完成|得分|主管部门", "GDP增长（%）|统计局|6|4|9|发改委", ("6", "4", None)),
)


@pytest.mark.parametrize(("head", "row", "expected"), HEADS, ids=[head for head, _, _ in HEADS])
def test_columns_have_what_their_heads_say(head: str, row: str, expected: tuple[str, str, str | None]) -> None:
    (found,) = rows(read(f"|{head}|\n|{row}|"))
    next_target = found.values.get((Role.TARGET, 2023))
    assert (value(found, Role.TARGET), value(found, Role.ACTUAL), next_target and next_target.text) == expected


@pytest.mark.parametrize(
    ("head", "row", "left_out"),
    [
        (
            "指标|2022年目标|2022年1-11月完成|2022年全年预计",
            "GDP增长（%）|6|3.8|4",
            ("2022年1-11月完成", "2022年全年预计"),
        ),
        ("指标|2022年目标|2022年完成|权重|备注", "GDP增长（%）|6|4|9|—", ("权重", "")),
    ],
)
def test_a_column_that_was_left_out_is_told_with_what_was_taken(head: str, row: str, left_out: tuple[str, str]) -> None:
    (table,) = read(f"|{head}|\n|{row}|").indicators
    assert [(each.head, each.taken) for each in table.left_out] == [left_out]


def test_below_a_year_a_text_that_is_unknown_belongs_to_the_head() -> None:
    head = "|指标名称|单位|2022年|||2023年计划|\n|||计划|完成|偏差||"
    (found,) = rows(read(f"{head}\n|GDP增长|%|6|4|-2|5|"))
    assert (value(found, Role.TARGET), value(found, Role.ACTUAL)) == ("6", "4")
    assert found.values[Role.TARGET, 2023].text == "5"


@pytest.mark.parametrize("row", ["|主要污染物减排|%|完成市下达任务|完成市下达任务|", "|GDP增长|%|6|与全国持平|"])
def test_a_row_of_words_below_a_head_is_no_part_of_it(row: str) -> None:
    (table,) = read(f"|指标名称|单位|2022年计划|2022年完成|\n{row}\n|粮食|万吨|5|6|").indicators
    assert [each.name for each in table.rows] == [row.split("|")[1], "粮食"]


BOTH = (
    "指标|单位|2022年目标（亿元）|2022年目标（%）|2022年完成（亿元）|2022年完成（%）|2023年目标（亿元）|2023年目标（%）"
)


def both(row: str, head: str = BOTH) -> tuple[str, str, str, str]:
    """Return the unit, target, actual and next target of a row of a table with amounts and their growths."""
    found = rows(read(f"|{head}|\n|粮食|万吨|5||5.1||5.2||\n|财政收入|亿元|9||9.1||9.3||\n|{row}|"))[-1]
    return found.unit, value(found, Role.TARGET), value(found, Role.ACTUAL), value(found, Role.TARGET, 2023)


def test_each_row_has_its_figures_from_the_columns_in_which_it_has_them() -> None:
    assert both("固定资产投资|亿元|—|3|—|3.2|—|3") == ("%", "3", "3.2", "3")
    assert both("地区生产总值|亿元|—|5.5左右|5380|5.2|—|5左右") == ("%", "5.5左右", "5.2", "5左右")
    assert both("粮食产量|万吨|43||44.1|1.2|44|") == ("万吨", "43", "44.1", "44")


def test_where_all_years_have_both_no_year_has_an_amount_held_against_a_growth() -> None:
    head = "指标名称|2022年计划总量|2022年计划增速|2022年完成总量|2022年完成增速|2023年计划总量|2023年计划增速"
    lines = "|GDP|350|6.5|341.2|6|362|6|\n|投资||7||3.1||6|\n|实际利用外资（万美元）|3200||2100|-34|2200||"
    found = rows(read(f"|{head}|\n{lines}"))
    values = [(value(row, Role.TARGET), value(row, Role.ACTUAL), value(row, Role.TARGET, 2023)) for row in found]
    assert values == [("6.5", "6", "6"), ("7", "3.1", "6"), ("3200", "2100", "2200")]


def test_a_growth_behind_a_target_has_it_where_there_is_no_amount() -> None:
    head = "指标名称|单位|2022年目标|2022年完成|增长%|2023年目标|增长%"
    lines = "|地区生产总值|亿元|350|341.2|6|362|6|\n|固定资产投资|亿元||88|3.1||6|"
    first, last = rows(read(f"|{head}|\n{lines}"))
    assert (first.unit, value(first, Role.ACTUAL), value(first, Role.TARGET, 2023)) == ("亿元", "341.2", "362")
    assert (last.unit, value(last, Role.ACTUAL), value(last, Role.TARGET, 2023)) == ("%", "3.1", "6")


def test_a_rate_stands_where_the_amounts_are_when_it_has_no_growth() -> None:
    head = "指标名称|2022年目标|2022年完成绝对额|2022年完成增速（%）"
    (found,) = rows(read(f"|{head}|\n|城镇登记失业率|3%以内|1.7%|—|"))
    assert value(found, Role.ACTUAL) == "1.7%"


@pytest.mark.parametrize(
    ("before", "head", "row"),
    [
        ("表1 2022年主要指标完成情况\n单位：%", "指标|2022年目标|2022年完成", "固定资产投资|6|4"),
        ("表1 2022年主要指标完成情况", "指标|2022年目标增速|2022年完成增速", "固定资产投资|6|4"),
        ("表1 2022年主要指标完成情况", "指标|2022年计划增长|2022年实际增长", "固定资产投资|6|4"),
        ("表1 2022年主要指标完成情况", "指标|2022年目标|2022年完成", "固定资产投资|6%|4%"),
        ("表1 2022年主要指标完成情况", "指标|2022年目标|2022年完成", "固定资产投资|增长6%以上|88亿元，增长4%"),
    ],
)
def test_a_growth_is_of_the_series_of_growths_wherever_that_is_said(before: str, head: str, row: str) -> None:
    (found,) = rows(read(f"|{head}|\n|{row}|", before))
    assert load_catalogue().find(found.name, found.unit or found.unit_of_figures) == load_catalogue().find(
        "固定资产投资增速", "%"
    )


def test_the_result_is_taken_that_the_only_target_is_held_against() -> None:
    head = "指标|单位|2022年目标|2022年完成（亿元）|2022年完成增长（%）|2023年目标"
    for row, expected in (
        ("地区生产总值|亿元|增长5.5%左右|4520|3.5|增长5%左右", ("%", "增长5.5%左右", "3.5", "增长5%左右")),
        ("固定资产投资|亿元|持平|900|-12|止跌回稳", ("%", "持平", "-12", "止跌回稳")),
        ("社会消费品零售总额|亿元|1280|1255.4|2|1290", ("亿元", "1280", "1255.4", "1290")),
    ):
        found = rows(read(f"|{head}|\n|粮食|万吨|5|5.1|2|5.2|\n|{row}|"))[-1]
        told = found.unit, value(found, Role.TARGET), value(found, Role.ACTUAL), value(found, Role.TARGET, 2023)
        assert told == expected


def test_a_column_behind_results_that_says_by_how_much_they_grew_is_their_growth() -> None:
    head = "指标|单位|2022年计划(%)|2022年完成(亿元)|2022年增长(%)|2023年计划(%)"
    (found,) = rows(read(f"|{head}|\n|地区生产总值|亿元、%|6.5|2465|6.6|6|"))
    assert (value(found, Role.TARGET), value(found, Role.ACTUAL)) == ("6.5", "6.6")


@pytest.mark.parametrize("share", ["完成目标%", "完成计划的%", "为预算的百分比", "完成年度任务%"])
def test_how_much_of_the_target_was_reached_is_no_result(share: str) -> None:
    head = f"指标名称|2022年目标|2022年预计完成|{share}|2023年目标"
    (found,) = rows(read(f"|{head}|\n|社会消费品零售总额（亿元）|245|248.9|101.6|265|", "2023年主要指标目标表"))
    assert (value(found, Role.ACTUAL), value(found, Role.TARGET, 2023)) == ("248.9", "265")
    assert (Role.ACTUAL, 2023) not in found.values


@pytest.mark.parametrize(
    ("head", "guess"),
    [
        ("指标|2022年目标（%）|2022年预计完成（%）", "2022年预计完成（%）"),
        ("指标|2022年预期目标|2022年完成情况", None),
        ("指标|2022年预计目标|2022年完成情况", None),
        ("指标|2022年计划|2022年初步统计数", "2022年初步统计数"),
    ],
)
def test_a_head_that_calls_results_estimates_is_kept(head: str, guess: str | None) -> None:
    (found,) = rows(read(f"|{head}|\n|GDP增长（%）|6|4|"))
    assert found.guesses.get((Role.ACTUAL, 2022)) == guess


def test_the_unit_of_a_head_is_that_of_its_values() -> None:
    (found,) = rows(read("|指标|2022年目标（%）|2022年完成（%）|\n|GDP|6|4|"))
    assert found.unit == "%"


@pytest.mark.parametrize(
    ("caption", "years"),
    [
        ("表1 2022年主要指标完成情况", 2022),
        ("2022年主要指标完成情况 表1", 2022),
        ("附表：2022年指标完成情况表", 2022),
        ("专栏1 2022年主要指标完成情况", 2022),
        ("主要指标完成情况", 2022),
        ("", 2022),
    ],
)
def test_a_year_is_that_of_the_caption_or_of_the_report(caption: str, years: int) -> None:
    assert rows(read("|指标|目标|完成|\n|GDP增长（%）|6|4|", caption), year=years)


def test_targets_that_name_no_year_are_those_of_the_plan() -> None:
    assert rows(read("|序号|指标|目标|\n|1|GDP增长（%）|5|", "主要目标"), "targets", 2023)


@pytest.mark.parametrize(
    ("caption", "text", "reason"),
    [
        ("重点任务", "|序号|工作任务|责任单位|\n|1|抓好投资|发改委|\n|2|抓好工业|工信局|", "list of tasks"),
        (
            "重大项目",
            "|序号|项目名称|建设内容|总投资|2022年计划|\n|1|甲路|新建|10|2|\n|2|乙路|新建|9|1|",
            "list of tasks",
        ),
        ("一般公共预算收支表", "|项目|2022年预算数|2022年执行数|\n|税收|100|98|\n|非税|20|21|", "budget"),
        ("2022年重点项目完成情况", "|项目|单位|目标|完成|\n|甲路|公里|5|6|\n|乙路|公里|3|3|", "projects"),
        ("“十四五”规划主要指标", "|指标|2025年目标|2022年完成|\n|GDP增长（%）|6|4|\n|人口|100|98|", "list of tasks"),
        ("2022年招商引资完成情况", "|单位|项目|目标|完成|\n|东街道|到位资金|5|6|\n|西街道|到位资金|3|3|", "units"),
        ("2022年指标", "|指标|目标|完成|\n|甲|见正文|详见附件|\n|乙|同上所述内容|参见第三章|", "no targets"),
        ("2022年指标", "|指标|备注|\n|甲|乙|\n|丙|丁|", "no column of it has targets"),
    ],
)
def test_a_table_of_something_else_is_refused_with_a_reason(caption: str, text: str, reason: str) -> None:
    found = read(text, caption)
    assert found.indicators == ()
    assert reason in str(found.refused[0].reason)


def test_of_several_tables_that_is_taken_which_speaks_of_indicators() -> None:
    other = "|内容|目标|完成|\n|甲路|5|6|\n|乙路|3|3|\n二、指标\n"
    found = rows(read(f"{other}表2 2022年主要指标完成情况\n|指标|目标|完成|\n|GDP增长（%）|6|4|", "2022年完成情况"))
    assert [row.name for row in found] == ["GDP增长"]


def test_columns_that_are_printed_twice_side_by_side_are_read_one_half_after_the_other() -> None:
    found = rows(read("|指标|目标|完成|指标|目标|完成|\n|甲（%）|1|2|丙（%）|5|6|\n|乙（%）|3|4||||"))
    assert [(row.name, value(row, Role.TARGET)) for row in found] == [("甲", "1"), ("乙", "3"), ("丙", "5")]


KINDS = (
    ("|指标|指标类别|目标|完成|\n|甲|约束性指标|1|2|\n|乙|预期性指标|3|4|", ["constraint", "expected"]),
    ("|指标|目标|完成|\n|甲（%）【约束性】|1|2|\n|乙（%）|3|4|", ["constraint", "expected"]),
    ("|指标|目标|完成|\n|一、约束性指标|||\n|甲|1|2|\n|二、预期性指标|||\n|乙|3|4|", ["constraint", "expected"]),
    ("|指标|目标|完成|\n|甲▲|1|2|\n|乙*|3|4|\n注：▲为约束性指标。", ["constraint", "expected"]),
    ("|指标|目标|完成|\n|甲*|1|2|\n|乙|3|4|", ["constraint", "expected"]),
)


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_are_told_by_column_name_class_or_sign(text: str, kinds: list[str]) -> None:
    found = rows(read(text))
    assert [row.kind for row in found] == [Kind(kind) for kind in kinds]
    assert [row.name for row in found] == ["甲", "乙"]


PARTS: tuple[tuple[str, list[tuple[str, str, list[tuple[str, str]]]]], ...] = (
    ("|序号|指标|目标|完成|\n|1|甲|1|2|\n||其中：乙|3|4|\n||丙|5|6|", [("1", "甲", [("其中：", "乙"), ("", "丙")])]),
    ("|序号|指标|目标|完成|\n|1|甲|1|2|\n|1-1|乙|3|4|\n|2|丙|5|6|", [("1", "甲", [("1-1", "乙")]), ("2", "丙", [])]),
    ("|指标|目标|完成|\n|1.甲|1|2|\n|其中：乙|3|4|\n|丙|5|6|", [("1", "甲", [("其中：", "乙"), ("", "丙")])]),
    ("|指标|目标|完成|\n|甲|1|2|\n|①乙|3|4|\n|②丙|5|6|", [("1", "甲", [("①", "乙"), ("②", "丙")])]),
    (
        "|指标|目标|完成|\n|一、甲|1|2|\n|（一）乙|3|4|\n|二、丙|5|6|",
        [("一", "甲", [("（一）", "乙")]), ("二", "丙", [])],
    ),
    ("|序号|指标|目标|完成|\n|1|甲|1|2|\n|2|其中：乙|3|4|", [("1", "甲", []), ("2", "乙", [])]),
    (
        "|序号|指标|指标|目标|完成|\n|1|居民收入|城镇|1|2|\n|2||农村|3|4|",
        [("1", "居民收入城镇", []), ("2", "农村", [])],
    ),
    ("|指标|目标|完成|\n|1. 5G基站数|1|2|\n|2.3岁以下托位数|3|4|", [("1", "5G基站数", []), ("2", "3岁以下托位数", [])]),
)


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_rows_are_indicators_or_parts_of_one(text: str, expected: list[tuple[str, str, list[tuple[str, str]]]]) -> None:
    found = [(row.number, row.name, [(part.prefix, part.name) for part in row.parts]) for row in rows(read(text))]
    assert found == expected


def test_a_part_has_none_of_what_is_merged_with_the_row_above_it() -> None:
    page = (
        "<table><tr><td>序号</td><td>指标</td><td>2022年目标</td><td>2022年完成</td></tr>"
        '<tr><td rowspan="2">1</td><td>甲</td><td rowspan="2">完成上级任务</td><td>5</td></tr>'
        "<tr><td>其中：乙</td><td>3</td></tr>"
        '<tr><td>2</td><td>丙</td><td colspan="2">不再统计</td></tr></table>'
    )
    tables = read_tables(read_document(f"<p>指标</p>{page}".encode(), "page.html"))
    first, last = rows(tables)
    assert (value(first, Role.TARGET), value(first.parts[0], Role.TARGET)) == ("完成上级任务", "")
    assert (value(last, Role.TARGET), value(last, Role.ACTUAL)) == ("不再统计", "不再统计")


def test_a_table_goes_on_behind_a_page_break_and_not_behind_another_caption() -> None:
    head = "<tr><td>序号</td><td>指标</td><td>2022年目标</td><td>2022年完成</td></tr>"
    one, two, other = (f"<tr><td>{n}</td><td>甲{n}</td><td>1</td><td>2</td></tr>" for n in (1, 2, 1))
    pages = f"<p>表1 指标</p><table>{head}{one}</table><p>— 3 —</p><table>{{}}{two}</table>{{}}"
    behind = f"<p>附表2 其他内容一览</p><table>{other}</table>"
    for again in ("", head):
        tables = read_tables(read_document(pages.format(again, behind).encode() + b"<p></p>", "<p>.html"))
        assert [row.name for row in rows(tables)] == ["甲1", "甲2"]


def test_what_was_refused_is_told_where_nothing_else_is_found() -> None:
    document = read_document(
        f"{TITLE}\n任务表\n|序号|工作任务|责任单位|\n|1|甲|乙|\n|2|丙|丁|\n".encode(), "report.txt"
    )
    with pytest.raises(PlanctlError, match=r"no table of indicators: report.txt:3:1 任务表: it is a list of tasks"):
        draft(document, load_catalogue())


def test_the_industries_behind_the_first_are_parts_as_it_is() -> None:
    industries = "|其中：第一产业|4|4.2|4|\n|第二产业|8.5|8.1|8|\n|第三产业|7.5|7.8|7|"
    body = f"|地区生产总值增长|6|5|5|\n{industries}\n|进出口增长|3|2|3|"
    found = rows(read(f"|指标|2022年目标（%）|2022年完成（%）|2023年目标（%）|\n{body}"))
    assert [(row.name, [part.name for part in row.parts]) for row in found] == [
        ("地区生产总值增长", ["第一产业", "第二产业", "第三产业"]),
        ("进出口增长", []),
    ]


@pytest.mark.parametrize(
    ("note", "guess"),
    [
        ("注：2022年完成情况为预计数。", "2022年完成情况为预计数"),
        ("注：表中完成数均为初步统计数。", "表中完成数均为初步统计数"),
        ("注：2022年为快报数。", None),
        ("注：2021年为预计数。", None),
    ],
)
def test_a_note_calls_the_results_of_a_table_estimates(note: str, guess: str | None) -> None:
    (found,) = rows(read(f"|指标|2022年目标（%）|2022年完成（%）|\n|GDP增长|6|4|\n\n{note}"))
    assert found.guesses.get((Role.ACTUAL, 2022)) == guess


@pytest.mark.parametrize(
    ("note", "guessed"),
    [
        ("注：2022年城镇新增就业为预计数，其余为统计数。", [False, True]),
        ("注：1.带*的为约束性指标。2.GDP2022年完成数为预计数。", [True, False]),
        ("注：GDP增长按可比价格计算，2022年数据为初步核算数。", [True, False]),
        ("注：1.城镇新增就业为人社部门数据。2.2022年为预计数。", [True, True]),
    ],
)
def test_a_note_that_names_rows_calls_no_others_estimates(note: str, guessed: list[bool]) -> None:
    found = rows(read(f"|指标|2022年目标|2022年完成|\n|GDP增长（%）|6|4|\n|城镇新增就业（人）|6|4|\n\n{note}"))
    assert [bool(row.guesses) for row in found] == guessed


def test_a_line_between_tables_begins_a_class_of_its_kind() -> None:
    head = "指标\t2022年目标（%）\t2022年完成（%）"
    text = (
        f"（一）预期性指标\n{head}\nGDP增长\t6\t4\n（二）约束性指标\n{head}\n森林覆盖率\t70\t71\n单位GDP能耗降低\t3\t3"
    )
    found = rows(read(text))
    assert [(row.name, row.kind, row.parts) for row in found] == [
        ("GDP增长", Kind.EXPECTED, ()),
        ("森林覆盖率", Kind.CONSTRAINT, ()),
        ("单位GDP能耗降低", Kind.CONSTRAINT, ()),
    ]


@pytest.mark.parametrize(
    ("caption", "is_read"),
    [
        ("附表 某市“十四五”以来主要指标完成情况及2023年计划表", True),
        ("附表 2022年及“十四五”主要指标完成情况和2023年预期目标表", True),
        ("附表 “十四五”规划主要指标2022年完成情况及2025年目标表", False),
        ("附表 “十四五”主要指标完成情况表", False),
    ],
)
def test_a_table_that_has_the_targets_of_a_year_is_read_beside_the_goals_of_five(caption: str, is_read: bool) -> None:
    found = read("|指标|2022年计划|2022年完成|2023年计划|\n|GDP增长（%）|6|4|5|", caption)
    assert bool(found.indicators) is is_read


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("地区生产总值增速（%，可比价）", ("地区生产总值增速", "%")),
        ("一般公共预算收入（亿元，同口径）", ("一般公共预算收入", "亿元")),
        ("社会消费品零售总额增长%", ("社会消费品零售总额增长", "%")),
        ("固定资产投资（不含农户）", ("固定资产投资（不含农户）", "")),
    ],
)
def test_a_unit_stands_first_in_brackets_or_right_behind_a_growth(name: str, expected: tuple[str, str]) -> None:
    (found,) = rows(read(f"|指标|2022年目标|2022年完成|\n|{name}|6|4|"))
    assert (found.name, found.unit) == expected


def test_an_industry_goes_on_with_the_one_before_a_part_of_that() -> None:
    lines = "\n".join(
        f"|{name}|6|4|" for name in ("地区生产总值", "其中：第一产业", "第二产业", "其中：规上工业", "第三产业", "投资")
    )
    found = rows(read(f"|指标|2022年目标|2022年完成|\n{lines}"))
    assert [(row.name, [part.name for part in row.parts]) for row in found] == [
        ("地区生产总值", ["第一产业", "第二产业", "规上工业", "第三产业"]),
        ("投资", []),
    ]


def test_a_row_that_leaves_its_name_to_the_one_above_or_around_it_is_of_that_series() -> None:
    lines = (
        "|1|一般公共预算收入|亿元|34|35|\n||增长|%|4|5|\n||其中：税收收入|亿元|22|21|\n||比上年增长|%|5|1|\n"
        "|2|居民人均可支配收入|元|32000|31800|\n||——城镇|元|43000|42800|\n||——农村|元|21000|21300|"
    )
    found = rows(read(f"|序号|指标|单位|2022年目标|2022年完成|\n{lines}"))
    ids = [each.id for each in Naming(load_catalogue()).series(found, 2022).values()]
    assert ids == [
        *("budget-revenue", "budget-revenue-growth", "tax-revenue", "tax-revenue-growth"),
        *("resident-income", "urban-income", "rural-income"),
    ]


PAGES = """<p>{title}</p><p>一、执行情况</p><p>表1 2022年主要指标完成情况</p>
<table><tr><td>指标</td><td>单位</td><td>2022年目标</td><td>2022年完成</td></tr>
<tr><td>GDP增长</td><td>%</td><td>6</td><td>4</td></tr>
<tr><td>规模以上工业增加</td><td>{first}</td><td>8</td><td>5</td></tr></table>
<table><tr><td>{name}</td><td>{second}</td><td></td><td></td></tr>
<tr><td>固定资产投资增速</td><td>%</td><td>6</td><td>7</td></tr></table>"""


@pytest.mark.parametrize(
    ("name", "first", "second", "names"),
    [
        ("值增速", "%", "", ["GDP增长", "规模以上工业增加值增速", "固定资产投资增速"]),
        ("值增速", "", "%", ["GDP增长", "规模以上工业增加值增速", "固定资产投资增速"]),
        ("值增速", "%", "%", ["GDP增长", "规模以上工业增加", "值增速", "固定资产投资增速"]),
        ("二、社会发展", "%", "", ["GDP增长", "规模以上工业增加", "固定资产投资增速"]),
    ],
)
def test_a_row_that_a_page_break_parts_is_one(name: str, first: str, second: str, names: list[str]) -> None:
    page = PAGES.format(title=TITLE, name=name, first=first, second=second)
    found = rows(read_tables(read_document(page.encode(), "report.html")))
    assert [each.name for row in found for each in (row, *row.parts)] == names


def test_columns_of_last_year_and_of_this_one_are_of_the_years_of_the_plan() -> None:
    (found,) = rows(read("|指标|上年计划|上年预计|本年计划|\n|GDP增长（%）|6|5.2|5.5|", "2023年主要指标计划表"))
    assert (value(found, Role.TARGET), value(found, Role.ACTUAL)) == ("6", "5.2")
    assert value(found, Role.TARGET, 2023) == "5.5"
    assert found.guesses == {(Role.ACTUAL, 2022): "上年预计"}


def test_of_two_units_that_is_the_rows_of_which_its_figures_are() -> None:
    assert both("地区生产总值|亿元，%|—|5.5左右|5380|5.2|—|5左右")[0] == "%"
    assert both("粮食产量|万吨、%|43||44.1|1.2|44|")[0] == "万吨"


STARRED = "|指标|2022年目标（%）|2022年完成（%）|\n|研发强度|2.5|2.48*|\n|GDP增长*|6|6.1|\n|工业增加值增长|6|6.5|"


@pytest.mark.parametrize(
    ("note", "kinds", "guessed"),
    [
        ("注：带*号的为预计数。", ("expected", "expected", "expected"), (True, False, False)),
        ("注：“*”为约束性指标。", ("constraint", "constraint", "expected"), (False, False, False)),
        ("注：本表数据为预计数。", ("expected", "constraint", "expected"), (True, True, True)),
        ("注：数据来自统计局。", ("expected", "constraint", "expected"), (False, False, False)),
    ],
)
def test_a_sign_means_what_the_note_says_and_by_itself_a_constraint_beside_a_name_alone(
    note: str, kinds: tuple[str, ...], guessed: tuple[bool, ...]
) -> None:
    found = rows(read(f"{STARRED}\n\n{note}"))
    assert tuple(row.kind.value for row in found) == kinds
    assert tuple(bool(row.guesses) for row in found) == guessed


@pytest.mark.parametrize("above", ["市下达", "市下达目标", "国家确定数"])
@pytest.mark.parametrize("own", ["本县", "县目标", "本级"])
def test_of_two_targets_below_one_head_that_of_the_region_is_taken(above: str, own: str) -> None:
    table = (
        f"|指标|2022年目标|2022年目标|2022年实际|\n||{above}|{own}||\n|GDP增长（%）|5.5|6|5.8|\n|投资增长（%）|6|8|6.5|"
    )
    assert [value(row, Role.TARGET) for row in rows(read(table))] == ["6", "8"]


def test_of_two_targets_the_adjusted_one_is_taken_and_the_other_told() -> None:
    (table,) = read("|指标|2022年年初目标|2022年调整后目标|2022年实际|\n|GDP增长（%）|7|6|6.1|").indicators
    assert value(table.rows[0], Role.TARGET) == "6"
    assert [each.head for each in table.left_out] == ["2022年年初目标"]


def test_a_column_of_units_may_be_called_so_by_what_is_reckoned() -> None:
    (found,) = rows(read("|指标|计算单位|2022年计划|2022年实绩|\n|地区生产总值|亿元|420|421.6|"))
    assert (found.unit, value(found, Role.ACTUAL)) == ("亿元", "421.6")


@pytest.mark.parametrize(("cell", "kept"), [("2.5[15]", "2.5[15]"), ("2.5[1]", "2.5"), ("2.5[13.5]", "2.5[13.5]")])
def test_a_figure_of_several_years_behind_one_is_no_note(cell: str, kept: str) -> None:
    (found,) = rows(read(f"|指标|2022年计划|2022年实际|\n|城镇新增就业（万人）|{cell}|2.9|"))
    assert value(found, Role.TARGET) == kept

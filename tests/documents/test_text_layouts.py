"""Tables of a text that are drawn with lines, or whose columns stand apart by white space alone."""

import random
from functools import partial
from itertools import zip_longest

import pytest

from planctl.documents.extraction.indicator_tables import read_tables
from planctl.documents.reading.document import Document
from planctl.documents.reading.reader import read_document
from planctl.documents.reading.text_words import METRICS, words_in
from planctl.documents.verification.verify import verify
from planctl.messages.message import PlanctlError
from tests.documents.formats import Format, Grid, place
from tests.documents.plans import Layout, Row, make_plan, set_plan
from tests.documents.roundtrip import recovered
from tests.documents.text_layouts import LINES, Setting, as_aligned, as_drawn, fitting
from tests.verification.rendering import as_printed_anew, parts_of, shipped
from tests.worst import keeps_pace

REPORTS = as_printed_anew(shipped())
TITLE = "关于某市2022年国民经济和社会发展计划执行情况与2023年计划草案的报告\n\n一、执行情况\n\n"


def read(text: str) -> Document:
    return read_document((TITLE + text).encode("gb18030"), "report.txt")


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [["~" * field.shared + field.text for field in row] for row in table.rows]


def setting_of(grid: Grid, chance: random.Random) -> Setting:
    """Return a setting at random, with page numbers and running heads between rows in some."""
    return fitting(
        grid,
        chance,
        down=chance.choice(("top", "middle", "bottom")),
        gap=chance.randint(2, 6),
        margin=chance.randint(0, 4),
        apart=chance.random() < 0.3,
        page=chance.choice((0, 0, 7, 12)),
        running_head=chance.choice(("", "某市计划报告")),
        wide=chance.choice((2, 2, 1)),
        ambiguous=chance.choice((1, 1, 2)),
    )


def written(seed: int, layout: str) -> tuple[tuple[Row, ...], Layout, bytes]:
    """Return a random plan as a text prints it in a layout; its parts have a prefix, or numbers would not tell them."""
    chance = random.Random(seed)
    rows, made = make_plan(seed)
    ruled = layout == "ruled"
    rows = tuple(row if row.number or row.prefix else row._replace(prefix="其中：") for row in rows)
    classes = made.classes if ruled or made.classes != "column" else ""
    made = made._replace(classes=classes, head=made.head if layout != "bars" else "one", format=layout)
    parts = set_plan(rows, made)
    (grid,) = (part for part in parts if isinstance(part, Grid))
    form = made.form._replace(rows_a_page=0)
    if layout == "aligned":
        content = as_aligned(parts, form, iter([setting_of(grid, chance)]))
    else:
        drawn = fitting(grid, chance, down=chance.choice(("top", "middle", "bottom")), ambiguous=chance.choice((1, 2)))
        content = as_drawn(parts, form, iter([drawn]), chance.choice(list(LINES)), ruled)
    return tuple(row if made.beside else row._replace(planned="") for row in rows), made, content


def whole(seed: int, layout: str) -> bool:
    """Tell whether a plan is read back as it was set, row by row."""
    rows, made, content = written(seed, layout)
    return all(here == there for here, there in zip_longest(rows, recovered(content, made)))


@pytest.mark.parametrize(("layout", "least"), [("ruled", 40), ("bars", 37), ("aligned", 37)])
@pytest.mark.parametrize("start", [1000, 1040])
def test_random_plans_are_read_back_whole(layout: str, least: int, start: int) -> None:
    apart = [seed for seed in range(start, start + 40) if not whole(seed, layout)]
    assert len(apart) <= 40 - least, apart


PARTS = parts_of(REPORTS)
GRIDS = [part for part in PARTS if isinstance(part, Grid) and place(part).width > 1]


def printed(seed: int, layout: str) -> bytes:
    """Return the report as text in a layout."""
    chance = random.Random(seed)
    if layout == "aligned":
        settings = [setting_of(grid, chance) for grid in GRIDS]
        return as_aligned(PARTS, Format(), iter(settings))
    down, ambiguous = chance.choice(("top", "middle", "bottom")), chance.choice((1, 2))
    settings = [fitting(grid, chance, down=down, ambiguous=ambiguous) for grid in GRIDS]
    lines = chance.choice(list(LINES))
    return as_drawn(PARTS, Format(), iter(settings), lines, layout == "ruled").decode().encode("gb18030")


@pytest.mark.parametrize("layout", ["ruled", "bars", "aligned"])
@pytest.mark.parametrize("seed", range(4))
def test_the_shipped_data_agrees_with_a_text_that_draws_or_aligns_it(layout: str, seed: int) -> None:
    found = verify(REPORTS, read_document(printed(seed, layout), "report.txt"))
    assert [str(each.problem.message) for each in found.differences] == []
    assert found.summary.cells == found.summary.matched > 900
    assert found.coverage.left == ()


ALIGNED = """表1  2022年主要指标完成情况

 序号   指 标 名 称                2022年        2022年
                                  预期目标      完成情况
 1      地区生产总值增速（%）        6.5           2.6
        规上工业增加值占地区
 2      生产总值比重（%）          ≥36         预计36.1

                        — 1 —

        其中：制造业（%）            8             9
 3      空气质量优良天数（天）*     330      完成上级下达任务
"""


def test_names_fold_above_and_below_their_values_and_pages_turn_between_rows() -> None:
    assert cells(read(ALIGNED))[-4:] == [
        ["1", "地区生产总值增速（%）", "6.5", "2.6"],
        ["2", "规上工业增加值占地区生产总值比重（%）", "≥36", "预计36.1"],
        ["", "其中：制造业（%）", "8", "9"],
        ["3", "空气质量优良天数（天）*", "330", "完成上级下达任务"],
    ]
    (table,) = read_tables(read(ALIGNED)).indicators
    names = ["地区生产总值增速", "规上工业增加值占地区生产总值比重", "空气质量优良天数"]
    assert [row.name for row in table.rows] == names
    assert [part.name for part in table.rows[1].parts] == ["制造业"]


def test_a_cell_is_told_by_the_line_that_it_begins_in() -> None:
    document = read(ALIGNED)
    row = document.tables[0].rows[-3]
    assert "≥36" in document.lines[row[2].line - 1]
    assert document.lines[row[1].line - 1].strip() == "规上工业增加值占地区"


PROSE = {
    "a justified paragraph": "全年地区  生产总值  增长2.6%，  指标  完成情况  好于目标，\n"
    "投资  社零  进出口  分别增长  2.3%、  0.7%和\n"
    "12%，  目标  任务  全面  完成，  经济  运行  平稳  。\n",
    "a list with two spaces": "1.  抓好工业指标  2项\n2.  抓好投资目标  3项\n3.  抓好消费  4项\n4.  抓好项目  5项\n",
    "addresses": "单位名称：某市发展改革委    电话：023-12345678\n单位地址：某市某路1号        邮编：408000\n"
    "项目名称：某市计划报告      日期：2023年1月\n",
    "titles in the middle": f"{' ' * 20}关于某市的报告\n\n{' ' * 16}主要指标完成情况\n\n{' ' * 22}2023年1月\n",
    "contents": "一、指标完成情况 ............ 1\n二、主要目标任务 ............ 5\n三、保障措施 ................ 9\n",
    "a head without rows": "序号  指标名称  2022年目标  2022年完成\n\n二、主要任务和要求\n",
    "signatures": "                      某市人民政府\n                      2023年1月1日\n",
    "a sentence that names columns": "各项  指标  的  目标  完成  情况如下。\n",
    "an ornament": "──────────\n文字\n══════════\n",
    "a bar in a sentence": "甲│乙 是两个公司。\n",
}


@pytest.mark.parametrize("name", PROSE)
def test_what_is_no_table_stays_prose(name: str) -> None:
    assert read(PROSE[name]).tables == ()


BOXED = """
┌──────────────────────────────┐
│专栏1：2023年政府投资项目计划 │
├──────────────────────────────┤
│　　拟实施政府投资项目281个，总│
│投资915.4亿元。               │
│1. 高新区项目38个；           │
└──────────────────────────────┘
二、主要任务
"""


def test_a_box_in_a_frame_is_a_section_and_its_folded_lines_are_one_paragraph() -> None:
    document = read(BOXED)
    flow = document.flow
    assert flow.section_at(flow.text.index("281个")) == "专栏1"
    assert "总投资915.4亿元" in flow.text
    assert "│" not in flow.text
    assert flow.section_at(flow.text.index("主要任务")) == "二"
    assert [line.strip() for line in document.lines if "281" in line] == ["拟实施政府投资项目281个，总投资915.4亿元。"]


MERGED = """
╔══════════════════════════════════════╗
║      表1 2022年主要指标完成情况      ║
╠════╦════════════════╦════════════════╣
║    ║                ║     2022年     ║
║序号║    指标名称    ╠════════╦═══════╣
║    ║                ║  目标  ║ 完成  ║
╠════╬════════════════╬════════╬═══════╣
║ 1  ║地区生产总值增速║  6.5   ║  2.6  ║
║    ║（%）           ║        ║       ║
╠════╬════════════════╬════════╩═══════╣
║ 2  ║ 进出口（亿元） ║     不公布     ║
╚════╩════════════════╩════════════════╝
"""


def test_cells_are_merged_where_no_rule_parts_them() -> None:
    title = "表12022年主要指标完成情况"
    assert cells(read(MERGED)) == [
        [title, *(f"~{title}" for _ in range(3))],
        ["序号", "指标名称", "2022年", "~2022年"],
        ["~序号", "~指标名称", "目标", "完成"],
        ["1", "地区生产总值增速（%）", "6.5", "2.6"],
        ["2", "进出口（亿元）", "不公布", "~不公布"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "序号│指标│2022年目标│2022年完成\n──┼──┼─────┼─────\n1│甲（%）│6│4\n2│乙（%）│3│5\n",
        "│序号│指标│2022年目标│2022年完成│\n│1│甲（%）│6│4│\n│2│乙（%）│3│5│\n",
        "+----+------+----------+----------+\n|序号| 指标 |2022年目标|2022年完成|\n"
        "+====+======+==========+==========+\n| 1  |甲（%）|    6     |    4     |\n"
        "| 2  |乙（%）|    3     |    5     |\n+----+------+----------+----------+\n",
    ],
)
def test_lines_may_part_the_head_alone_or_stand_unevenly(text: str) -> None:
    assert cells(read(text)) == [
        ["序号", "指标", "2022年目标", "2022年完成"],
        ["1", "甲（%）", "6", "4"],
        ["2", "乙（%）", "3", "5"],
    ]


def test_words_are_measured_as_a_screen_shows_them() -> None:
    assert [(word.text, word.start, word.end, word.offset) for word in words_in("甲乙  ab ①   c")] == [
        ("甲乙", 0, 4, 0),
        ("ab ①", 6, 10, 2),
        ("c", 13, 14, 5),
    ]
    assert words_in("①  a", METRICS[1])[1].start == 4
    assert words_in("甲\u3000乙")[1].start == 4
    assert words_in("a b" * 400) == []


HEAD = "序号  指标名称  2022年目标  2022年完成\n"
ROW = "  1   地区生产总值增速（%）      6.5       2.6\n"
WORST = {
    "spaces": " " * 80 + "\n",
    "bars": "│" * 40 + "\n",
    "bars of ASCII": "|" * 40 + "\n",
    "rules": "─" * 40 + "\n",
    "corners": "+--+--+\n",
    "heads": HEAD,
    "heads without tables": f"{HEAD}文字。\n",
    "pieces of names": "      地区\n",
    "rows": ROW,
    "numbers of pages": "      — 1 —\n",
    "rows and pages": f"{ROW}{ROW}{' ' * 30}— 1 —\n",
    "a frame": "│ 文字文字文字 │\n",
    "a drawn row": "│ 1 │ 甲乙丙 │ 6.5 │ 2.6 │\n",
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_lines_take_as_much_longer_as_there_are_more_of_them(name: str) -> None:
    def read_lines(lines: int) -> None:
        read_document((HEAD + WORST[name] * (lines // WORST[name].count("\n"))).encode(), "report.txt")

    read_lines(100)
    assert keeps_pace(partial(read_lines, 500), partial(read_lines, 2_000), most=6, floor=0.05)


@pytest.mark.parametrize(
    "text", [HEAD + ROW * 11_000, HEAD + WORST["rows and pages"] * 4_000, "│ 1 │ 甲 │ 6 │\n" * 11_000]
)
def test_a_table_of_too_many_lines_is_refused(text: str) -> None:
    with pytest.raises(PlanctlError, match=r"report\.txt has a table of more than 10000 lines"):
        read(text)


def test_a_table_of_thousands_of_rows_is_read() -> None:
    rows = "".join(f"{number:>4}  指标{number}（%）          6.5       2.6\n" for number in range(1, 3001))
    document = read(f"序号  指标名称        2022年目标  2022年完成\n{rows}")
    assert len(document.tables[0].rows) == 3001


def test_a_line_below_a_head_is_of_the_head_or_begins_the_first_value() -> None:
    text = (
        "序号  指标名称       2022年         2022年\n                       目标           完成\n"
        "                    完成上级下达\n  1   甲指标（%）      任务            5\n"
        "  2   乙指标（%）       8              6\n"
    )
    assert cells(read(text))[-2:] == [["1", "甲指标（%）", "完成上级下达任务", "5"], ["2", "乙指标（%）", "8", "6"]]

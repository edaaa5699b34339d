"""Random plans in random layouts: what a table of indicators prints, and how it is set, from one seed."""

import random
from typing import NamedTuple

from planctl.report.model import Kind
from tests.documents.formats import CellSpec, Format, Grid, Paragraph

FORMATS = ("html", "docx", "xlsx", "csv", "pdf", "cells", "tabs", "pipes")
NAMES = (
    *("地区生产总值增速|%", "规上工业增加值增速|%", "固定资产投资增长|%", "社会消费品零售总额|亿元"),
    *("进出口总额|亿美元", "一般公共预算收入|亿元", "全体居民人均可支配收入增长|%", "居民消费价格指数|%"),
    *("城镇调查失业率|%", "城镇新增就业|万人", "单位GDP能耗降低|%", "空气质量优良天数|天"),
    *("细颗粒物（PM2.5）浓度|微克/立方米", "森林覆盖率|%", "粮食产量|万吨", "每千人口执业（助理）医师数|人"),
    *("高新技术企业数量|家", "万人发明专利拥有量（件）增长|%", "研发经费投入强度|%", "数字经济规模|亿元"),
    *("常住人口城镇化率|%", "劳动年龄人口平均受教育年限|年", "新建改造农村公路|公里", "市场主体|万户"),
    *("国考断面水质优良比例|%", "亿元GDP生产安全事故死亡率|人/亿元", "保障性租赁住房|套"),
    *("港口货物吞吐量|亿吨", "接待游客|万人次", "发电量|亿千瓦时"),
)
PARTS = (
    *("农村居民人均可支配收入增长|%", "税收收入|亿元", "民间投资增长|%", "工业投资增长|%", "化学需氧量|"),
    *("氮氧化物|",),
)
TARGETS = (
    *("6.5", "8", "≥330", "≤5.5", "5.5%左右", "与经济增长同步", "完成上级下达任务", "5.5以内", "1,203.4"),
    *("6—6.5", "稳步提升", "快于经济增速", "控制在3%左右", "不低于60", "[15.5]", "正增长", "增长8%以上"),
    *("持续改善",),
)
ACTUALS = (
    *("2.6", "7.8", "326", "预计5.2", "预计64以上", "完成上级下达任务", "不再统计", "4.5", "100", "-3.2"),
    *("下降3.1", "1,198"),
)
CAPTIONS = (
    "表1  {0}年国民经济和社会发展计划主要指标完成情况",
    "{0}年主要指标计划执行情况",
    "附表：{0}年指标完成情况表",
)
CLASSES = ("一、经济发展", "二、创新驱动", "三、民生福祉", "四、绿色生态")


class Row(NamedTuple):
    """A row of a plan as it will be recovered; `number` is empty for a part."""

    number: str
    prefix: str
    name: str
    unit: str
    kind: Kind
    target: str
    actual: str
    planned: str
    notes: tuple[str, ...] = ()


class Layout(NamedTuple):
    """How a plan is set: which columns there are, where kinds and units stand, how parts and pages are told apart."""

    format: str
    numbers: str
    units: str
    kinds: str
    parts: str
    classes: str
    head: str
    caption: str
    beside: bool
    marks: bool
    form: Format


def make_plan(seed: int) -> tuple[tuple[Row, ...], Layout]:
    """Return the plan and the layout that come of a seed."""
    chance = random.Random(seed)
    layout = _layout(chance)
    rows: list[Row] = []
    for number, printed in enumerate(chance.sample(NAMES, chance.randint(6, len(NAMES))), 1):
        rows.append(_row(chance, layout, printed, str(number)))
        if chance.random() < 0.3:
            rows += [_part(chance, layout, rows[-1], part) for part in chance.sample(PARTS, chance.randint(1, 3))]
    return tuple(_by_class(rows) if layout.kinds == "class" else rows), layout


def _layout(chance: random.Random) -> Layout:
    numbers = chance.choice(("column", "column", "in the name", "none"))
    kinds = chance.choice(("star", "column", "triangle", "class", "none"))
    classes = "rows" if kinds == "class" else chance.choice(("", "column", "rows"))
    head = chance.choice(("one", "two"))
    return Layout(
        format=chance.choice(FORMATS),
        numbers=numbers,
        units=chance.choice(("brackets", "column")),
        kinds=kinds,
        parts=chance.choice(("其中：", "#", "" if numbers == "column" else "其中：")),
        classes=classes,
        head=head,
        caption=chance.choice(CAPTIONS),
        beside=chance.random() < 0.4,
        marks=chance.random() < 0.5,
        form=Format(
            rows_a_page=chance.choice((0, 0, 7, 12)),
            repeat_head=chance.choice((0, 2 if head == "two" else 1)),
            page_numbers=chance.random() < 0.5,
            superscript=chance.random() < 0.7,
        ),
    )


def _row(chance: random.Random, layout: Layout, printed: str, number: str) -> Row:
    name, unit = printed.split("|")
    kind = Kind.CONSTRAINT if layout.kinds != "none" and chance.random() < 0.4 else Kind.EXPECTED
    notes = (str(chance.randint(1, 9)),) if layout.marks and chance.random() < 0.2 else ()
    values = (chance.choice(TARGETS), chance.choice(ACTUALS), chance.choice(TARGETS))
    return Row(number, "", name, unit, kind, *values, notes)


def _part(chance: random.Random, layout: Layout, owner: Row, printed: str) -> Row:
    row = _row(chance, layout, printed, "")
    blank = chance.random() < 0.3
    row = row._replace(prefix=layout.parts, kind=owner.kind)
    return row._replace(target="", actual="", planned="") if blank else row


def _by_class(rows: list[Row]) -> list[Row]:
    """Return the expected indicators first, then the constraint ones, each with its parts, counted anew."""
    groups: list[list[Row]] = []
    for row in rows:
        if row.number:
            groups.append([])
        groups[-1].append(row)
    ordered = sorted(groups, key=lambda group: group[0].kind is Kind.CONSTRAINT)
    return [
        row._replace(number=str(count) if row.number else "") for count, group in enumerate(ordered, 1) for row in group
    ]


def set_plan(rows: tuple[Row, ...], layout: Layout, year: int = 2022) -> list[Paragraph | Grid]:
    """Return the document that prints a plan in a layout."""
    head = _head(layout, year)
    body = _body(rows, layout, sum(cell.column_span for cell in head[0]))
    note = {"star": "*", "triangle": "▲"}.get(layout.kinds, "*")
    return [
        Paragraph(f"关于某市{year}年国民经济和社会发展计划执行情况与{year + 1}年计划草案的报告"),
        Paragraph("一、计划执行情况"),
        Paragraph("全年经济运行总体平稳，主要目标完成情况较好，各项工作取得新的进展，为下一年的工作打下了较好的基础。"),
        Paragraph(layout.caption.format(year)),
        Grid((*head, *body)),
        Paragraph(f"注：1.标“{note}”的为约束性指标，其他为预期性指标。"),
        Paragraph("二、下一年的主要任务和要求"),
    ]


def _head(layout: Layout, year: int) -> list[tuple[CellSpec, ...]]:
    high = 2 if layout.head == "two" else 1
    left = [CellSpec("类别", high)] if layout.classes == "column" else []
    left += [CellSpec("序号", high)] if layout.numbers == "column" else []
    left += [CellSpec("指 标 名 称", high)]
    left += [CellSpec("单位", high)] if layout.units == "column" else []
    left += [CellSpec("指标属性", high)] if layout.kinds == "column" else []
    if high == 1:
        values = [CellSpec(f"{year}年预期目标"), CellSpec(f"{year}年完成情况")]
        values += [CellSpec(f"{year + 1}年预期目标")] if layout.beside else []
        return [(*left, *values)]
    top = [CellSpec(f"{year}年", 1, 2), *([CellSpec(f"{year + 1}年")] if layout.beside else [])]
    below = [CellSpec("预期目标"), CellSpec("完成情况"), *([CellSpec("预期目标")] if layout.beside else [])]
    return [(*left, *top), tuple(below)]


def _body(rows: tuple[Row, ...], layout: Layout, width: int) -> list[tuple[CellSpec, ...]]:
    body: list[tuple[CellSpec, ...]] = []
    starts = _class_starts(rows, layout)
    for position, row in enumerate(rows):
        text, length = starts.get(position, ("", 0))
        if text and layout.classes == "rows":
            body.append((CellSpec(text, 1, width),))
        cells = [CellSpec(text.partition("、")[2], length)] if text and layout.classes == "column" else []
        body.append((*cells, *_cells(row, layout)))
    return body


def _class_starts(rows: tuple[Row, ...], layout: Layout) -> dict[int, tuple[str, int]]:
    """Return at which rows classes begin: what they are called, and how many rows they take."""
    if layout.kinds == "class":
        binding = next((count for count, row in enumerate(rows) if row.kind is Kind.CONSTRAINT), len(rows))
        starts = {0: "一、预期性指标"} if binding else {}
        starts |= {binding: "二、约束性指标"} if binding < len(rows) else {}
    elif layout.classes:
        at = [count for count, row in enumerate(rows) if row.number][:: max(len(rows) // 4, 1)][: len(CLASSES)]
        starts = dict(zip(at, CLASSES, strict=False))
    else:
        return {}
    ends = [*list(starts)[1:], len(rows)]
    return {start: (text, end - start) for (start, text), end in zip(starts.items(), ends, strict=True)}


def _cells(row: Row, layout: Layout) -> list[CellSpec]:
    number = f"{row.number}." if layout.numbers == "in the name" and row.number else ""
    unit = f"（{row.unit}）" if layout.units == "brackets" and row.unit else ""
    star = {"star": "*", "triangle": "▲"}.get(layout.kinds, "") if row.kind is Kind.CONSTRAINT and row.number else ""
    mark = row.notes[0] if row.notes else ""
    cells = [CellSpec(row.number)] if layout.numbers == "column" else []
    cells.append(CellSpec(f"{number}{row.prefix}{row.name}{unit}{star}", mark=mark))
    cells += [CellSpec(row.unit)] if layout.units == "column" else []
    cells += [CellSpec("约束性" if row.kind is Kind.CONSTRAINT else "预期性")] if layout.kinds == "column" else []
    return [*cells, *map(CellSpec, (row.target, row.actual)), *([CellSpec(row.planned)] if layout.beside else [])]

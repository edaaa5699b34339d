"""What is printed in a table of indicators: names with unit, mark and prefix, heads of columns, classes of rows."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from planctl.grammar.figures import UNIT
from planctl.grammar.lengths import CELL, HEAD
from planctl.grammar.marks import STARS, parse_marks
from planctl.grammar.text import half_width, normal

_RAISED = "(?<![mM])[¹²³⁴⁵⁶⁷⁸⁹⁰]++|[①-⑳]|\\[注[0-9]{1,2}\\]|\\(注[0-9]{0,2}\\)"
_NOTE = f"{_RAISED}|\\[[0-9]{{1,2}}\\]|〔[0-9]{{1,2}}〕"
_NOTE_OF_VALUE = f"{_RAISED}|\\[[0-9]\\]|〔[0-9]〕"
"""Behind a value a larger number is a figure of several years: 2.5[15]."""
_OWN_NUMBER = (
    r"([0-9]{1,3})(?:[.．]\s+|、|[.．](?![0-9])|[.．](?=[0-9]+(?:岁|[GD]))|\s+(?=[一-鿿]))|"
    "([一二三四五六七八九十]{1,3})、"
)
_PART = (
    r"(?:其中|#|[-—–―·•]+)[:：、]?|\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)|[①-⑳]|"
    r"[0-9]{1,3}[-.][0-9]{1,2}(?![0-9%岁GD])[.、]?"
)
_KIND_BEHIND = r"[\[【(](约束|预期)性(?:指标)?[\]】)]$"
_CLASS = r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|[ⅠⅡⅢⅣⅤIVX]{1,4}[、.])"
_CLASS_WORDS = (
    "经济|创新|民生|绿色|生态|安全|协调|开放|共享|社会|资源|环境|结构|质量|效益|约束|预期|指标|发展|福祉|驱动|保障|"
    "动力|活力|文化"
)
_COUNTED = "个|家|户|座|件|项|人|万人|万户|次|万人次|亿|万|亿美元|亿元|万元|元|天|吨|万吨|亿斤|亿立方米"
_MORE_UNITS = (
    "℃|标准煤|公顷|毫米|分贝|年|岁|[A-Za-z]{1,5}|[^()/]{0,2}%|"
    f"[^()/]{{0,5}}(?:{_COUNTED}|克|煤|米|亩|公里|千瓦时)/[^()/]{{1,8}}"
)


class PrintedName(NamedTuple):
    """A printed name taken apart: its number, what stands before it (其中：), the name, its unit and its marks.

    `stars` are the signs that tell kinds apart (*), `notes` the numbers of the notes that it refers to, and `kind` is
    what stands behind it in brackets (【约束性】).
    """

    number: str
    prefix: str
    name: str
    unit: str
    stars: str
    notes: tuple[str, ...]
    kind: str = ""


def parse_name(text: str) -> PrintedName:
    """Return what a cell with an indicator's name prints; the name is as printed, without white space."""
    number, prefix, plain = _leading(text)
    notes = tuple(_note_number(each) for each in re.findall(_NOTE, half_width(plain)))
    plain = _without_notes(plain)
    stars = _stars(plain)
    plain = "".join(sign for sign, half in zip(plain, half_width(plain), strict=True) if half not in STARS)
    kind = ""
    if found := re.search(_KIND_BEHIND, half_width(plain)):
        kind, plain = _KINDS[found[1]], plain[: found.start()]
    unit = ""
    found = re.search(r"[(（]([^()（）]*)[)）]$", plain)
    first = re.split("[,，、]", found[1])[0] if found else ""
    if found and is_unit(first):
        unit, plain = half_width(first), plain[: found.start()]
    elif found := re.search("(?:[/，,、]|(?<=[率长速重度幅]))([%％‰])$", plain):
        unit, plain = half_width(found[1]), plain[: found.start()]
    return PrintedName(number, prefix, plain, unit, stars, notes, kind)


def _leading(text: str) -> tuple[str, str, str]:
    """Return the number of a name, what stands before it as of a part, and the rest without white space."""
    stripped = text.strip().lstrip("".join(STARS) + "＊")
    number = prefix = ""
    if found := re.match(_OWN_NUMBER, half_width(stripped)):
        number, stripped = found[1] or found[2], stripped[found.end() :]
    plain = "".join(stripped.split())
    kept = "" if _stars(plain) else _stars("".join(text.split()))
    if found := re.match(_PART, half_width(plain)):
        prefix, plain = plain[: found.end()], plain[found.end() :]
    return number, prefix, plain + kept


def _stars(text: str) -> str:
    return "".join(sign for sign in half_width(text) if sign in STARS)


def is_unit(text: str) -> bool:
    """Return whether a text is a unit as it stands in brackets or in a column of its own."""
    return bool(re.fullmatch(f"{UNIT}|{_COUNTED}|(?:万|亿)?(?:{_MORE_UNITS})", half_width(text)))


def parse_value(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a printed value without the marks of notes behind it, and the numbers of those notes."""
    plain = "".join(text.split())
    found = re.search(f"(?:{_NOTE_OF_VALUE})+$", half_width(plain)) if len(plain) <= CELL else None
    if not found or (found[0].isdigit() and not found.start()) or not found.start():
        return plain, ()
    return plain[: found.start()], tuple(_note_number(each) for each in re.findall(_NOTE_OF_VALUE, found[0]))


def _note_number(mark: str) -> str:
    return "".join(parse_marks(mark).notes)


def _without_notes(text: str) -> str:
    half = half_width(text)
    kept = []
    last = 0
    for found in re.finditer(_NOTE, half):
        kept.append(text[last : found.start()])
        last = found.end()
    return "".join([*kept, text[last:]])


def is_class(text: str) -> bool:
    """Return whether a row that has a name alone begins a class: 一、经济发展, （二）约束性指标, 民生福祉."""
    plain = half_width("".join(text.split()))
    if re.match(_CLASS, plain):
        return True
    return len(plain) <= 10 and not re.match(_PART, plain) and bool(re.search(f"(?:{_CLASS_WORDS})$", plain))


def begins_row(text: str) -> bool:
    """Return whether a text begins a row as such: with its number, with what stands before a part, or as a class."""
    plain = half_width(text.strip())
    found = (re.match(pattern, plain) for pattern in (_PART, _OWN_NUMBER, _CLASS))
    return any(each and each.end() < len(plain) for each in found)


def begins_note(text: str) -> bool:
    """Return whether a line begins the notes below a table."""
    return bool(
        re.match(
            r"\(?(?:备?注|说明|附注)(?:[0-9]{0,2}[:：、.]|\))|[“\"]?[" + STARS + r"][”\"]?(?:号)?(?:为|代表|表示|的)",
            normal(text),
        )
    )


def is_numbered_class(text: str) -> bool:
    """Return whether a row that has a name alone begins a class by its number: 一、经济发展."""
    return bool(re.match(_CLASS, half_width("".join(text.split()))))


def is_numbered_name(text: str) -> bool:
    """Return whether a text is a name behind its number: 1.地区生产总值."""
    return bool(re.match(_OWN_NUMBER, half_width(text.strip())))


def is_class_number(text: str) -> bool:
    """Return whether a number is that of a class: 一, （二）, Ⅰ."""
    return bool(re.fullmatch(r"\(?[一二三四五六七八九十ⅠⅡⅢⅣⅤ]{1,3}\)?[、.]?", half_width(text)))


def is_part_number(text: str) -> bool:
    """Return whether a number is that of a part: (1), ①, 21-1, 21.1."""
    return bool(re.fullmatch(r"\([0-9]{1,2}\)|[①-⑳]|[0-9]{1,3}[-.][0-9]{1,2}|#|其中:?", text))


class Role(StrEnum):
    """What a column of a table of indicators has."""

    NUMBER = "number"
    CLASS = "class"
    NAME = "name"
    UNIT = "unit"
    KIND = "kind"
    TARGET = "target"
    ACTUAL = "actual"
    STATED = "stated"
    OTHER = "other"


VALUES = (Role.TARGET, Role.ACTUAL)
"""What has figures of the indicators: targets and results."""
_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, "序号|编号|序|项次|行次"),
    (Role.UNIT, "(?:计量|指标|计算)?单位"),
    (Role.KIND, "(?:指标)?(?:属性|性质)|指标类型|约束性?/预期性?"),
    (Role.CLASS, "(?:指标)?(?:类别|分类|类型|领域|方面)|(?:一级|大类)指标|类"),
    (
        Role.NAME,
        "(?:主要|计划|具体|二级|经济社会发展|[0-9年])*+(?:指标|项目)(?:名称|内容)?(?:\\(单位\\))?|名称|(?:指标)?内容",
    ),
    (Role.STATED, ".*(?:是否(?:完成|达标|达到)|完成与否|评价|评估结果|达标情况|完成结果).*"),
    (
        Role.OTHER,
        ".*(?:完成率|进度|比例|占.*%|备注|说明|依据|责任|牵头|排名|位次|增减|差距|与.*比|对比|规划|[两二三四五]年|十[一二三四五六]五|中期|平均|"
        "年均|全国|全省).*|"
        "(?:比)?(?:上年|去年|同期).*|"
        ".*(?:完成|达到|实现|为)(?:年度|全年|年初)?(?:目标|计划|任务|预期|预算)的?(?:\\(?%\\)?|百分比|比重|程度)",
    ),
    (Role.ACTUAL, ".*(?:完成|实际|执行|实绩|实现|达到|预计(?!目标|计划|任务)|快报|统计|初步核算|结果).*"),
    (Role.TARGET, ".*(?:目标|计划|预期|建议|安排|草案|任务|通过数|批准数|审议数|下达数).*"),
)
_WITHIN_HEAD = (
    "(?:20[0-9]{2}年?(?:度)?|本年度?|全年|年初|调整[前后]|原|(?:国家|省|市|州|区|县|上级)级?(?:下达|确?定)(?:数|值)?|本[省市州区县旗级]|人代会|绝对[值额数量]|总量|数值|值|增[长速幅]率?|同比|[±+-]?%|"
    "\\([^()]{1,8}\\)|\\(.{1,8}\\))*+"
)
_REFUSED = (
    "责任(?:单位|部门|人)|牵头|配合单位|预算数|计划投资|完成投资|建设(?:内容|地点|规模|性质|年限|单位)|总投资|年度投资|项目(?:单位|业主|法人)|排名|位次|"
    "得分|完成时限|时间节点|工作(?:任务|措施)|任务(?:名称|清单)|主要任务"
)
_LONG_PLAN = "十[一二三四五六]五|五年"
_YEARLY = (
    "20[0-9]{2}年(?:度|主要|经济社会发展|国民经济和社会发展|的)*"
    "(?:预期|计划|主要|建议|预期性|发展)*(?:目标|计划)(?!纲要|规划)"
)
"""What says in the caption of a table that it has the targets of one year, beside the goals of five."""
_OTHER_CAPTION = "预算|收支|项目|投资计划|实事|任务|分解|分工|清单|排名|经费"
_SIGN = (
    f"[“\"‘'(]?([{STARS}])[”\"’')]?(?:号|标记|标识)?(?:的)?(?:者|指标|数据|数字|数值|数)?(?:为|是|代表|表示|系|属于?)"
)
_KIND_MARK = f"{_SIGN}(约束|预期)性"
_SIGN_NOTE = f"{_SIGN}[^,。;]{{2,16}}"
_ESTIMATE_NOTE = "(?:(20[0-9]{2})年?(?:度)?)?[^,。;:()0-9]{0,10}(?:为|系|是|采用)(?:预计|预估|初步)[^,。;:()]{0,6}数"
_KIND_CLASS = f"(?:{_CLASS}|[0-9]{{1,2}}[.、])?(?:约束|预期)性(?:指标|目标)?:?"
_KINDS = {"约束": "constraint", "预期": "expected"}


def parse_head(text: str) -> Role | None:
    """Return what a column with such a head has; `None` where the head does not say."""
    plain = re.sub("[:：]", "", normal(text))
    asked = _ROLES if len(plain) <= HEAD else ()
    return next((role for role, pattern in asked if re.fullmatch(pattern, plain)), None)


def is_within_head(text: str) -> bool:
    """Return whether a text stands in a head without saying what a column has: a year, or a word for a measure."""
    return bool(re.fullmatch(_WITHIN_HEAD, normal(text))) or parse_head(text) is not None


def is_growth_head(text: str) -> bool:
    """Return whether a head says that a column has a growth, and not an amount."""
    return bool(re.search("增长|增速|增幅|±|%", normal(text)))


def is_lone_growth(text: str) -> bool:
    """Return whether a head says of what stands before it by how much that grew, and nothing else: 同比±%."""
    said = r"(?:20[0-9]{2}年)?(?:同比|比上年|[较比]去年|上年)?(?:增长|增速|增减|增幅|±)?(?:率|幅度)?\(?[±+-]{0,3}%?\)?"
    plain = normal(text)
    return bool(re.search("增|±|同比", plain)) and bool(re.fullmatch(said, plain))


def is_bare_year(text: str) -> bool:
    """Return whether a head is a year and nothing else: what it has is told by the columns beside it."""
    return bool(re.fullmatch("20[0-9]{2}年?(?:度|全年)?", normal(text)))


def is_wider_head(text: str) -> bool:
    """Return whether a head has what is of a wider region, or is set by another: 全市2024年预计 beside 2024年预计."""
    return bool(re.search("全[国省市州盟]|国家|考核|上级", normal(text)))


def is_lesser_head(text: str) -> bool:
    """Return whether a head has something that is not of the whole year, or a target that is another's, or no longer.

    Another's is 省下达目标, and no longer in force is 年初目标 beside 调整后目标.
    """
    return bool(
        re.search(
            "下达|(?:国家|上级|省|市)级?[确核]定|年初(?!调整)|调整前|原(?:定|计划|目标)|1[-—~至]1?[0-9]月|[一二三四]季度|半年|累计|截至|市本级",
            normal(text),
        )
    )


def sign_explained(line: str) -> str:
    """Return the sign that a line says the meaning of, whatever that is (带*号的为预计数); empty where it does not."""
    found = re.search(_SIGN_NOTE, normal(line))
    return found[1] if found else ""


class EstimateNote(NamedTuple):
    """A note that calls results of a table estimates: of which year, if it says that, its words, and its sentence."""

    year: int | None
    words: str
    sentence: str


def estimate_notes(line: str) -> Iterator[EstimateNote]:
    """Yield what a line below a table says of estimates: 2024年为预计数; 2.地区生产总值2024年完成数为初步核算数."""
    for sentence in re.split("[。;]", normal(line)):
        if found := re.search(_ESTIMATE_NOTE, sentence):
            yield EstimateNote(int(found[1]) if found[1] else None, found[0], sentence)


def role_of_last_year(text: str) -> Role | None:
    """Return what a head says that its column has of the year before: 上年计划, 上年预计完成; or `None`."""
    plain = normal(text)
    role = parse_head(plain[2:]) if plain.startswith(("上年", "去年")) else None
    return role if role in VALUES else None


def is_growth_alone(name: str) -> bool:
    """Return whether a name says no more than that it is the growth of what stands above it: 比上年增长."""
    return bool(re.fullmatch("(?:比上年|较上年|同比)?(?:实际|名义)?(?:增长|增速|增幅)率?", normal(name)))


def goes_on_with_industries(before: str, name: str) -> bool:
    """Return whether a name is of the industry that comes behind that of another: 二产 behind 一产."""
    order = "一二三"
    places = [found.end() for text in (before, name) if (found := re.match(f"第?(?=[{order}]产)", text))]
    if len(places) < len((before, name)):
        return False
    return order.find(name[places[1]]) == order.find(before[places[0]]) + 1


def is_estimate_head(text: str) -> bool:
    """Return whether a head calls the results below it estimates: 2024年预计完成."""
    return bool(re.search("预计|预估|暂估|估计|预测|初步", normal(text)))


def head_unit(text: str) -> str:
    """Return the unit that a head says of all values below it: 2022年目标（亿元）; empty where it says none."""
    found = re.search(r"\(([^()]*)\)$", normal(text))
    return found[1] if found and is_unit(found[1]) else ""


def unit_above(title: str) -> str:
    """Return the unit that a text above a table says of all of it (单位：%); empty for none, and for several."""
    found = re.search(r"单位:([^,、;:()]{1,8})\)?$", normal(title))
    return found[1] if found and is_unit(found[1]) else ""


def names_indicators(text: str) -> bool:
    """Return whether a head or a caption speaks of indicators."""
    return "指标" in normal(text)


def is_other_caption(text: str) -> bool:
    """Return whether a caption is of another kind of table: a budget, projects, tasks, a plan of five years."""
    plain = normal(text)
    if "规划" in plain or (re.search(_LONG_PLAN, plain) and not re.search(_YEARLY, plain)):
        return True
    return not names_indicators(plain) and bool(re.search(_OTHER_CAPTION, plain))


def is_refused_head(text: str) -> bool:
    """Return whether a head is one of a list of tasks or of projects, or of a ranking."""
    return bool(re.search(_REFUSED, normal(text)))


def kind_of_class(line: str) -> str | None:
    """Return the kind of all rows below a line that heads a class of them by that alone: （二）约束性指标."""
    plain = normal(line)
    return parse_kind(plain) if len(plain) <= HEAD and re.fullmatch(_KIND_CLASS, plain) else None


def parse_kind(text: str) -> str | None:
    """Return `constraint` or `expected` where a text says the one and not the other."""
    said = [kind for word, kind in _KINDS.items() if word in text]
    return said[0] if len(said) == 1 else None


def parse_kind_mark(text: str) -> tuple[str, str] | None:
    """Return the sign that a note explains, and the kind that it is of: “*”代表约束性指标."""
    found = re.search(_KIND_MARK, normal(text))
    return (found[1], _KINDS[found[2]]) if found else None

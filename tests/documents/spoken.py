"""Random plans in prose: the targets of a year in one sentence, and what came of the year before, as reports say it.

    python -m tests.documents.spoken [PLANS]

Series, figures, names, wordings, their order, and the sentences around them come of a seed. What a draft should have is
known from what was chosen, not from what was read.
"""

import random
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from planctl.documents.drafting.draft import draft
from planctl.documents.drafting.own_series import PlannedSeries
from planctl.documents.reading.reader import read_document
from planctl.files.loading import load_catalogue
from planctl.grammar.cells import parse_any_cell
from planctl.messages.message import PlanctlError
from planctl.showing.reading import target_reading
from planctl.values.meanings import Direction

PLANS = 300
YEAR = 2031
Reading = tuple[str, str]
"""The kind of a cell and its figure, as the JSON has them."""


WORDS: Reading = ("words", "")
"""What is said without a figure of its own."""


class Series(NamedTuple):
    """A series with a growth rate: its id and its names; `amount` is what its level is printed in, if it is printed."""

    id: str
    names: tuple[str, ...]
    amount: str = ""


GROWING = (
    Series("gdp-growth", ("地区生产总值",), "万亿元"),
    Series("industry-growth", ("规模以上工业增加值", "规上工业增加值")),
    Series("fixed-asset-investment-growth", ("固定资产投资",)),
    Series("retail-sales-growth", ("社会消费品零售总额",), "亿元"),
    Series("budget-revenue-growth", ("一般公共预算收入", "地方一般公共预算收入"), "亿元"),
    Series("resident-income-growth", ("居民人均可支配收入", "全体居民人均可支配收入"), "元"),
    Series("foreign-trade-growth", ("进出口总额", "外贸进出口总额"), "亿元"),
)
FORMS = (
    ("{name}增长{low}%左右", "about"),
    ("{name}增长{low}%以上", "at_least"),
    ("{name}增长{low}%", "plain"),
    ("{name}预期增长{low}%左右", "about"),
    ("{name}增速{low}%左右", "about"),
    ("{name}力争增长{low}%以上", "at_least"),
    ("{name}目标增长{low}%左右", "about"),
    ("{name}增长{low}%左右、力争更好", "about"),
    ("{name}增长不低于{low}%", "at_least"),
    ("{name}增速保持在{low}%以上", "at_least"),
)
LEVELS = (
    ("surveyed-urban-unemployment-rate", "城镇调查失业率{low}%左右", "about"),
    ("surveyed-urban-unemployment-rate", "城镇调查失业率控制在{low}%以内", "at_most"),
    ("surveyed-urban-unemployment-rate", "城镇调查失业率{low}%以内", "at_most"),
    ("consumer-price-growth", "居民消费价格涨幅{low}%左右", "about"),
    ("consumer-price-growth", "居民消费价格涨幅控制在{low}%左右", "about"),
    ("consumer-price-growth", "居民消费价格总水平涨幅{low}%左右", "about"),
    ("consumer-price-growth", "居民消费价格上涨{low}%左右", "about"),
    ("consumer-price-growth", "居民消费价格指数涨幅控制在{low}%以内", "at_most"),
    ("energy-intensity-reduction", "单位地区生产总值能耗降低{low}%左右", "about"),
    ("energy-intensity-reduction", "单位GDP能耗下降{low}%", "plain"),
    ("new-urban-jobs", "城镇新增就业{whole}万人以上", "at_least"),
    ("new-urban-jobs", "城镇新增就业{whole}万人", "plain"),
    ("new-urban-jobs", "新增城镇就业{whole}万人左右", "about"),
    ("new-urban-jobs", "城镇新增就业不少于{whole}万人", "at_least"),
    ("grain-output", "粮食总产量保持在{whole}亿斤以上", "at_least"),
    ("grain-output", "粮食产量{whole}万吨左右", "about"),
    ("grain-output", "粮食产量{whole}亿斤以上", "at_least"),
    ("grain-output", "粮食产量稳定在{whole}亿斤以上", "at_least"),
)
JOINT = (
    ("城乡居民人均可支配收入分别增长{0}%、{1}%", ("urban-income-growth", "rural-income-growth"), "plain"),
    ("城镇和农村居民人均可支配收入分别增长{0}%和{1}%", ("urban-income-growth", "rural-income-growth"), "plain"),
    ("城镇、农村居民人均可支配收入分别增长{0}%左右、{1}%左右", ("urban-income-growth", "rural-income-growth"), "about"),
    (
        "城镇调查失业率、居民消费价格涨幅分别控制在{0}%左右和{1}%左右",
        ("surveyed-urban-unemployment-rate", "consumer-price-growth"),
        "about",
    ),
)
WORDED = (
    ("energy-saving-and-emission-reduction", "完成国家下达的节能减排任务"),
    ("ecological-environment-quality", "生态环境质量持续改善"),
)
LEADS = (
    *("今年经济社会发展的主要预期目标是：", "全省经济社会发展主要预期目标为：", "今年发展主要预期目标是："),
    "综合考虑各方面因素，今年经济社会发展主要预期目标是：",
)
BEFORE = (
    "“十六五”时期经济社会发展的主要目标是：地区生产总值年均增长5%左右。",
    "我省粮食产量连续5年稳定在700亿斤以上。",
    "做好今年工作，要坚持稳中求进工作总基调。",
)
BEHIND = (
    "实现上述目标，必须坚定信心、团结奋斗。",
    "这些目标，体现了稳的要求和进的导向，经过努力是可以实现的。",
    "重点做好以下工作：加快建设12个产业园区，力争投资增长8%以上。",
)
TOLD = (
    "{name}增长{size}%",
    "{name}同比增长{size}%",
    "{name}达到{amount}{unit}、增长{size}%",
    "{name}{amount}{unit}，增长{size}%",
    "完成{name}{amount}{unit}、增长{size}%",
    "全年{name}增长{size}%",
    "实现{name}{amount}{unit}，同比增长{size}%",
    "{name}突破{amount}{unit}、达{amount}{unit}，增长{size}%",
    "{name}增速达{size}%",
)
LEVELS_TOLD = (
    ("surveyed-urban-unemployment-rate", "城镇调查失业率平均为{low}%", "plain"),
    ("surveyed-urban-unemployment-rate", "全年城镇调查失业率{low}%", "plain"),
    ("consumer-price-growth", "居民消费价格上涨{low}%", "plain"),
    ("new-urban-jobs", "城镇新增就业{whole}万人", "plain"),
    ("new-urban-jobs", "全年城镇新增就业{whole}.5万人", "plain"),
    ("grain-output", "粮食产量达到{whole}.3亿斤", "plain"),
    ("grain-output", "粮食总产量{whole}.3亿斤，创历史新高", "plain"),
)
BESIDE = (
    "过去五年，地区生产总值年均增长5.5%，",
    "上半年地区生产总值增长4.4%。",
    "某某市地区生产总值突破2万亿元、增长7.7%。",
    "高技术制造业增加值增长9.9%。",
    "民间投资增长8.8%。",
    "",
    "",
)
ASIDE = ("、居全国前列", "，高于全国平均水平0.4个百分点", "", "", "")


class Spoken(NamedTuple):
    """A report, and the targets and results that it has, by the ids of their series."""

    text: str
    targets: dict[str, Reading]
    results: dict[str, Reading]


def make_report(seed: int) -> Spoken:
    """Return the report that comes of a seed, and what it says."""
    choose = random.Random(seed)
    series = choose.sample(GROWING, choose.randint(3, len(GROWING)))
    clauses: list[tuple[str, dict[str, Reading]]] = [_growing(each, choose) for each in series]
    levels = {id: (form, kind) for id, form, kind in choose.sample(LEVELS, choose.randint(2, len(LEVELS)))}
    if choose.random() < 0.6:
        form, ids, kind = choose.choice(JOINT)
        levels = {id: each for id, each in levels.items() if id not in ids}
        clauses.append(_joint(form, ids, kind, choose))
    clauses += [_level(id, *each, choose) for id, each in levels.items()]
    if choose.random() < 0.5:
        id, text = choose.choice(WORDED)
        clauses.append((text, {id: WORDS}))
    choose.shuffle(clauses)
    sentence = choose.choice("，；").join(text for text, _ in clauses)
    told = [_told(each, choose) for each in choose.sample(series, choose.randint(1, len(series)))]
    known = {id: (form, kind) for id, form, kind in choose.sample(LEVELS_TOLD, 4) if id in levels}
    told += [_level(id, *each, choose) for id, each in known.items()]
    choose.shuffle(told)
    parts = (
        "政府工作报告",
        f"——{YEAR}年1月20日在某某省第十五届人民代表大会第四次会议上",
        f"一、{YEAR - 1}年工作回顾",
        f"过去一年，我们攻坚克难。{choose.choice('。；').join(text for text, _ in told)}。{choose.choice(BESIDE)}",
        f"二、{YEAR}年工作安排",
        choose.choice(BEFORE),
        f"{choose.choice(LEADS)}{sentence}。{choose.choice(BEHIND)}",
    )
    targets = {id: reading for _, each in clauses for id, reading in each.items()}
    return Spoken("\n".join(parts), targets, {id: reading for _, each in told for id, reading in each.items()})


def _growing(series: Series, choose: random.Random) -> tuple[str, dict[str, Reading]]:
    form, kind = choose.choice(FORMS)
    low = f"{choose.randint(20, 95) / 10:g}"
    return form.format(name=choose.choice(series.names), low=low), {series.id: (kind, low)}


def _joint(form: str, ids: tuple[str, str], kind: str, choose: random.Random) -> tuple[str, dict[str, Reading]]:
    sizes = [str(size) for size in choose.sample(range(4, 9), 2)]
    return form.format(*sizes), {id: (kind, size) for id, size in zip(ids, sizes, strict=True)}


def _level(id: str, form: str, kind: str, choose: random.Random) -> tuple[str, dict[str, Reading]]:
    low, whole = f"{choose.randint(10, 60) / 10:g}", str(choose.randint(20, 900))
    text = form.format(low=low, whole=whole)
    figure = re.search(r"[0-9]+(\.[0-9]+)?", text)
    return text, {id: (kind, figure[0] if figure else "")}


def _told(series: Series, choose: random.Random) -> tuple[str, dict[str, Reading]]:
    size = f"{choose.randint(10, 99) / 10:.1f}"
    form = choose.choice(TOLD if series.amount else (*TOLD[:2], TOLD[5], TOLD[8]))
    name, amount = choose.choice(series.names), f"{choose.randint(1100, 9900) / 100:.2f}"
    text = form.format(name=name, size=size, amount=amount, unit=series.amount) + choose.choice(ASIDE)
    return text, {series.id: ("plain", size)}


def differences(seed: int) -> tuple[int, list[str]]:
    """Return how many cells the report of a seed has, and each that is not drafted as it says, or drafted beyond it."""
    spoken = make_report(seed)
    wanted = {(YEAR, "target", id): each for id, each in spoken.targets.items()}
    wanted |= {(YEAR - 1, "actual", id): each for id, each in spoken.results.items()}
    planned = {YEAR - 1: tuple(PlannedSeries(id, id, id, Direction.HIGHER, "", "") for id in spoken.targets)}
    try:
        made = draft(read_document(spoken.text.encode(), "report.txt"), load_catalogue(), planned=planned)
    except PlanctlError as fault:
        return len(wanted), [f"seed {seed}: {fault}"]
    found = {(file.year, key, id): each for file in made.files for key, id, each in _cells(file.data)}
    keys = sorted({*wanted, *found})
    apart = [key for key in keys if wanted.get(key) != found.get(key)]
    return len(wanted), [f"seed {seed}, {key}: {wanted.get(key)}, drafted as {found.get(key)}" for key in apart]


def _cells(data: object) -> Iterator[tuple[str, str, Reading]]:
    rows = data["indicators"] if isinstance(data, dict) else []
    for row in rows:
        for key in ("target", "actual"):
            if row.get(key):
                reading = target_reading(parse_any_cell(row[key])) or {}
                said = (reading["kind"], str(reading["value"])) if "value" in reading else WORDS
                yield key, row["id"], said


def main(plans: int) -> str:
    """Return how many cells of how many reports were drafted as they were said, and a line for each that was not."""
    found = [differences(seed) for seed in range(plans)]
    cells, apart = sum(size for size, _ in found), [line for _, lines in found for line in lines]
    return "".join(f"{line}\n" for line in (*apart, f"{plans} reports, {cells} cells, {len(apart)} apart"))


if __name__ == "__main__":
    sys.stdout.write(main(int(sys.argv[1]) if len(sys.argv) > 1 else PLANS))

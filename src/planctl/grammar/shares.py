"""Results as they stand to a plan: the share of it that was done, and the distance to its target."""

import re

from planctl.grammar.figures import AFTER, NUMBER, TENTHS, UNIT, comparator_of, parse_figure, per_cent
from planctl.grammar.lengths import CELL, at_most
from planctl.values.meanings import Comparator, Completion, Distance, Meaning

_PLAN = (
    "(?:(?:全年|年度?|年初|预期|预定|既定|计划|目标|任务|预算|投资|增长|序时|调整后?|国家|上级|[省市区县州](?:级|政府)?|下达的?)*"
    "(?:计划|目标|任务|预算|预期)(?:任务|目标|数|值|指标|进度)*)"
)
_PERCENT = f"(?:{NUMBER}%|{TENTHS})"
_SHARE = (
    f"(?:已|累计|仅|只|共|才)*(?:完成|达到|达|占|为|实现|是)(?:了)?{_PLAN}的?(?:完成率)?(?:达到|达|为)?"
    f"(?P<size>{_PERCENT})(?P<after>{AFTER})?|"
    f"(?:{_PLAN})?(?:任务)?(?:完成率|完成进度|完成比例)(?:达到|达|为)?(?P<rate>{_PERCENT})(?P<beyond>{AFTER})?"
)
_DISTANCE = (
    f"(?:但|仍|还|均|都)*(?:与|比|较|距离?|离)?(?:{_PLAN})?(?:值|要求)?(?:仍|还)?"
    f"(?:(?P<short>低于|少于|慢于|落后于?|不及|低|少|差距?|慢|欠|不足|相差|短缺)|"
    f"(?P<over>高于|多于|快于|超过|超出|超额完成|超额|超|高|多|快))"
    f"(?P<plan>{_PLAN})?(?:了|出|约)?(?P<size>{NUMBER}(?:{UNIT})?)"
)
_PLANNED = "计划|目标|任务|预算|预期|完成率|进度|比例"
_APART = "[低少差慢欠足缺高多快超后及]"
"""What a share or a distance cannot be without: cheap to ask, where the whole pattern is not."""
_ALONE = frozenset({"低", "少", "差", "慢", "欠", "相差", "短缺", "高", "快"})
"""What says a distance to the target also where the target is not named."""


@at_most(CELL)
def completion(text: str) -> Meaning | None:
    """The share of a plan that was done (完成年计划的89.4%)."""
    if not (re.search("[%成]", text) and re.search(_PLANNED, text) and (found := re.fullmatch(_SHARE, text))):
        return None
    comparator = comparator_of(set(), found["after"] or found["beyond"])
    share = found["size"] or found["rate"]
    figure = parse_figure(share if share.endswith("%") else per_cent(share))
    return Completion(figure, comparator or Comparator.PLAIN)


@at_most(CELL)
def distance(text: str) -> Meaning | None:
    """How far from its target a result is, below zero where it is short of it (低1.7个百分点, 超目标2个百分点)."""
    if not (re.search(_APART, text) and (found := re.fullmatch(_DISTANCE, text))):
        return None
    said = found["short"] or found["over"]
    figure = parse_figure(found["size"])
    if said == "超额完成" and figure.unit in ("", "%"):
        return None  # 超额完成5% is 5 per cent of the plan for some and 5 points for others
    if said not in _ALONE and said != "超额完成" and not re.search(_PLAN, text):
        return None
    return Distance(figure._replace(size=-figure.size) if found["short"] else figure)

"""The names that share a target: listed one by one, with the end that they have in common, or in one word (城乡)."""

import re
from enum import StrEnum

from planctl.grammar.lengths import CLAUSE, NAME

BOTH = ("城镇", "农村")
"""What 城乡 is short for."""
_SHORT = {"城乡": BOTH, "城、乡": BOTH, "存贷款": ("存款", "贷款")}
"""What one word names two of."""
_SPLIT = "、|以及|(?<![总共])和(?!谐)|(?<![普以])及(?!格)|(?<!参)与"
_HEADS = (
    "(?:率|比|比例|比重|强度|浓度|产量|总量|面积|产值|增加值|总值|额|收入|支出|投资|投入|经费|指数|涨幅|降幅|增速|增长|能耗|耗|排放|降低|下降|"
    "减少|人数|就业|水平|规模|数量|指标|质量|价格|量|值|数|天数|(?<!节能)减排|断面|游客|人次|外资|贸易|进出口|进口|出口)$"
)
"""The ends of what can be measured; 节能减排 is none."""
_YIELD = "总?产量|总产|播种面积|种植面积|面积|产能"
_OF_ALL = "总量|总额|总规模"
_CROP = "粮食|大豆|油料|棉花|糖料|蔬菜|茶叶|生猪|肉类|水产品"
_COLLECTIVE = "等(?:[一-鿿]{0,8}(?:指标|任务|目标|工作|领域|方面|水平|质量))?(?:[一-鿿]{0,8})$"
"""What says that a list is one thing (能源、水资源等指标)."""
_OPPOSED = "全体|一|二|三|第一|第二|第三|一产|二产|三产|货物|服务|内资|外资"
_RESIDENTS = "全体|城镇|农村牧区|农牧区|农村|城市|乡村|常住|户籍"
_POLLUTANTS = "化学需氧量|氨氮化物|氨氮|二氧化硫|氮氧化物|挥发性有机物|总磷|COD|SO2|NOx"
_ALIKE = (_RESIDENTS, _POLLUTANTS)
"""What opposes the same thing in words of different length: 城镇和农村牧区居民收入, 化学需氧量、氨氮排放量."""
_PER = "(?:单位|每?万元)(?:(?:地区|国内)?生产总值|GDP)"
_COUNTED_PER = "二氧化碳|碳排放(?!强度)|能耗|能源消耗|水耗|用水"
"""What is measured per unit of GDP, where that stands before another of them (单位GDP能耗、二氧化碳排放)."""

_RISES = (
    "(?:同口径|可比|同比|比上年|较上年|按|力争|分别|保持|实现|名义|实际|年均|平稳|较快|稳定|稳步)*+"
    "(?:(?:增长|增速|增幅|涨幅|上涨|提高|提升|上升|增加)(?!至|到)|正增长|零增长|两位数)"
)
_FALLS = "(?:力争|分别|保持|实现|持续|进一步|继续|逐步|同比|比上年)*+(?:下降|降低|减少|降幅|压减|削减)(?!至|到)"
_LEVEL = "(?:国家|中央|上级|自治区|[省市州区县])(?:级|里|政府)?"
_SETTER = f"(?:{_LEVEL}[、和及]?){{1,2}}(?:下达|核定|确定|规定)(?:给?我[省市区县])?的?(?:年度)?"
_AROUND = f"^(?:我[省市区县]|20[0-9]{{2}}年|“?十[三四五六七]五”?|{_SETTER})++|(?:涨幅|调控|目标|指标|任务|年度|等)++$"


_ALIKE_FOR_ALL = "因素|价格|影响|原料用能|非化石"
_REMARK = f"(?<=.)[(（](?!(?:不含|不包括|扣除|剔除|除)(?![^()（）]{{0,20}}(?:{_ALIKE_FOR_ALL})))[^()（）]{{1,60}}[)）]$"
"""What stands in brackets behind a name and does not narrow it."""


class TargetMovement(StrEnum):
    """Whether a target is how much something rises or falls, or neither: how much it is."""

    RISES = "rises"
    FALLS = "falls"
    NONE = "none"


def movement_of(target: str) -> TargetMovement:
    """Return how a target moves what it is of; 提高到 and 下降至 lead to a level."""
    if re.match(_RISES, target):
        return TargetMovement.RISES
    return TargetMovement.FALLS if re.match(_FALLS, target) else TargetMovement.NONE


def is_measured(name: str) -> bool:
    """Return whether a name ends in what can be measured, as one of several that share a figure has to."""
    return len(name) <= NAME and bool(re.search(_HEADS, name))


def bare_name(name: str) -> str:
    """Return a name without what only the sentence needs: whose it is, for what plan, that it is a target."""
    return (re.sub(_AROUND, "", name) or name) if len(name) <= NAME else name


def without_remark(name: str) -> str:
    """Return a name without what stands in brackets behind it: 一般公共预算收入(扣除一次性因素)."""
    return re.sub(_REMARK, "", name) if len(name) <= NAME else name


def names_of(subject: str, count: int = 0, *, of_each: bool = False) -> tuple[str, ...]:
    """Return the names in what stands before a target, each with the end that they share.

    `count` is how many figures they have between them, 0 where there is one target for all. Names that cannot be told
    apart are one, in the words of the report, unless that target is said to be `of_each` (均); there is none where the
    figures are not as many.
    """
    if len(subject) > CLAUSE:
        return ()
    if (of_each or count == len(BOTH)) and (both := _both(subject)):
        return both
    parts = re.split(_SPLIT, _spelt(subject) if count else subject)
    if re.search(_COLLECTIVE, subject) or len(parts) == 1:
        return (subject,) if not count or count == 1 else ()
    names = [*(_completed(part, parts[-1]) for part in parts[:-1]), parts[-1]]
    if (per := re.match(_PER, names[0])) and names[0] != per[0]:
        names = [f"{per[0]}{name}" if re.match(_COUNTED_PER, name) else name for name in names]
    if not all(names):
        return ()
    if count:
        return tuple(names) if len(names) == count else ()
    return tuple(names) if of_each or all(re.search(_HEADS, without_remark(name)) for name in names) else (subject,)


def _both(subject: str) -> tuple[str, ...]:
    """Return the two names that a subject has in one word (城乡居民收入); none where it has other names as well."""
    short = [word for word in _SHORT if subject.count(word) == 1]
    if len(short) != 1 or re.search(_SPLIT, subject.replace(short[0], "")):
        return ()
    return tuple(subject.replace(short[0], each) for each in _SHORT[short[0]])


def continued(name: str, before: str) -> str:
    """Return a name with what it is of, where it leaves that to the one before it: 产量 behind 粮食面积, or 总量."""
    if before and re.fullmatch(_OF_ALL, name):
        return f"{before}{name}"
    if re.search("研发.*投入$", before) and name == "强度":
        return f"{before}{name}"
    if name.endswith("居民") and (income := re.search("居民(.*收入)$", before)):
        return f"{name}{income[1]}"
    if before.startswith("旅游") and name in ("收入", "总收入"):
        return f"旅游{name}"
    crop = re.match(_CROP, before) if re.fullmatch(_YIELD, name) else None
    return f"{crop[0]}{name}" if crop else name


def _spelt(subject: str) -> str:
    """Return a subject with sectors that are named in one word apart: 一二三产业 as 一、二、三产业."""
    apart = re.sub("(?<!第)一二三(?=次?产)", "一、二、三", subject)
    return re.sub("三次(?=产业)|第一、二、三(?=产)", "第一、第二、第三", apart)


def _completed(name: str, last: str) -> str:
    """Return a name with the end that the last one has for all: 一产 before 三产增加值 is 一产增加值."""
    for words in _ALIKE:
        if re.fullmatch(words, name) and (other := re.match(words, last)):
            return f"{name}{last[other.end() :]}"
    if re.search(_HEADS, name):
        of_all = last.find(name[-2:])
        end = last[of_all + 2 :] if of_all > 0 and len(name) > 2 else ""
        return f"{name}{end}"
    if len(name) < len(last) and (re.fullmatch(_OPPOSED, name) or last[len(name) - 1 : len(name)] == name[-1:]):
        return f"{name}{last[len(name) :]}"
    return name

"""Words in what tells an outcome: what is a result and what is none, and a place that is a part of the whole."""

import re

from planctl.grammar.cells import parse_any_cell
from planctl.grammar.target_names import TargetMovement, movement_of
from planctl.values.meanings import (
    Assigned,
    Blank,
    Bounded,
    Comparator,
    Completion,
    Meaning,
    Qualitative,
    Relative,
    Trend,
)
from planctl.values.units import POINT, convert, is_rate, scale

_LAST_YEAR = re.compile("[上去]年(?:同期|水平)?")
_ECONOMY = re.compile("(?:全[省市区])?(?:经济|GDP|(?:地区)?生产总值)(?:总量)?(?:的?(?:增长|增速|发展)(?:速度|幅度)?)?")
_TOLD = re.compile(
    "(?:总体|基本|保持|继续|持续|稳步|稳定|不断|整体|运行|温和|明显|显著|进一步|实现|有所|在|处于|合理|区间){0,6}"
    "(?:平稳|稳定|改善|下降|提升|提高|向好|好转|优化|增长|合理区间|正增长|上涨|回升|稳步增长|平稳增长)"
)
_TRENDS = frozenset({Trend.STABLE, Trend.IMPROVING, Trend.DECLINING, Trend.RISING, Trend.POSITIVE_GROWTH})
_PLACE = re.compile(
    "城市群|都市[圈区]|经济[圈带区]|[一-鿿]新区|(?:开发|高新|经开|示范|保税|合作|试验|功能|先导)区|园区|自贸|县域|[中主][心城][城区]区?|省会|副中心|沿海地区|"
    "脱贫(?:地区|县)|民族(?:地区|自治)|[东西南北中]部(?:地区)|[一-鿿](?<![全设省州县地级个城各此超夜股楼房都菜集汇债车门])市(?![场民级值委政区县直外])|[一-鿿]{2}(?<![全各])州(?!府|际)|"
    "我国|国内生产总值|世界|全球"
)
_WHOLE = re.compile("全(?:省|市|区|县|州|旗|疆)|我(?:省|市|区|县|州|旗)|自治区")
_NO_RESULT = re.compile(
    "分别|年均(?!浓度|值)|每年|累计(?!同比)|连续|季度|半年|个月|[0-9]月|以来|目标|预期(?!寿命)|将[达实]|年末|年底|第[0-9一二三四五六七八九十](?!产)|[高低快慢多少]于(?!经济|GDP|地区生产|[0-9])|"
    "居(?!民)|位[列居]|排名|以上年|翻.?番|倍|调整"
)
"""What a result has neither in its name nor in its value."""
_NOT_ITS_OWN = re.compile(
    "(?:粮食)?(?:研发(?:经费)?(?:投入|支出)|出口|进口|投资|工业|农业|服务业|税收|利润|消费|产值|营业收入|用电量|增加值|收入)"
)
"""Names that say too little of what they are of, behind those that do: 省管企业净资产增长8%、研发投入增长30%."""


def is_told_in_words(meaning: Meaning, words: str) -> bool:
    """Return whether words without a figure are a result: as last year, in step with growth, fulfilled, or steady."""
    match meaning:
        case Relative(comparator, reference, None):
            as_before = comparator is Comparator.ABOUT and bool(_LAST_YEAR.fullmatch(reference))
            return as_before or bool(_ECONOMY.fullmatch(reference))
        case Completion():
            return "预算" not in words
        case Assigned(fulfilled):
            return fulfilled is not None
        case Qualitative(_, trend):
            return trend in _TRENDS and bool(_TOLD.fullmatch(words))
    return False


def has_place(words: str, *, before: bool) -> bool:
    """Return whether words go on, or begin, to speak of a place that is a part of the whole, or of more than that."""
    places = [found.start() for found in _PLACE.finditer(words)]
    wholes = [found.start() for found in _WHOLE.finditer(words)]
    if not places and not wholes:
        return before
    return max(places, default=-1) > max(wholes, default=-1)


def meaning_of(words: str) -> Meaning | None:
    """Return what a result or a target means; `None` where it cannot be read."""
    cell = parse_any_cell(words)
    return cell.meaning if cell.is_readable else None


def of_kind(planned: str, value: str) -> str:
    """Return what was planned where it is of the kind of what came of it, as words are of a rate; else nothing."""
    target, actual = meaning_of(planned), meaning_of(value)
    if not isinstance(actual, Bounded) or target is None or isinstance(target, Blank):
        return ""
    unit = actual.figure.unit
    alike = convert(target.figure, unit) is not None if isinstance(target, Bounded) else is_rate(unit)
    return planned if alike else ""


def reads_as_result(words: str) -> bool:
    """Return whether words are a figure, or a result without one."""
    meaning = meaning_of(words)
    return isinstance(meaning, Bounded) or (meaning is not None and is_told_in_words(meaning, words))


def is_result(name: str, value: str) -> bool:
    """Return whether a name and a value are a result of the year: no mean of years, no rank, no change in points."""
    if not name or _NOT_ITS_OWN.fullmatch(name) or _NO_RESULT.search(name):
        return False
    meaning = meaning_of(value)
    if not isinstance(meaning, Bounded):
        return name != "经济" and meaning is not None and is_told_in_words(meaning, value)
    unit = meaning.figure.unit
    prices = "价格" in name and "指数" in name
    is_index = "指数" in name and not prices and movement_of(value) is TargetMovement.NONE
    if is_index or _NO_RESULT.search(value) or scale(unit)[1] == POINT or (not unit and "价格" in name and not prices):
        return False
    return is_rate(unit) or movement_of(value) is TargetMovement.NONE

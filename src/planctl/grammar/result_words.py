"""Words in what tells an outcome: a result without a figure, and a place that is a part of the whole."""

import re

from planctl.values.meanings import Assigned, Comparator, Completion, Meaning, Qualitative, Relative, Trend

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
_WHOLE = re.compile("全(?:省|市|区|州|疆)|我(?:省|市|区)|自治区")


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

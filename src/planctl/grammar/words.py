"""Texts without figures: assigned, relative and qualitative targets, and what is not counted or not set."""

import re

from planctl.grammar.figures import NUMBER, UNIT, parse_figure
from planctl.values import (
    Assigned,
    Blank,
    Comparator,
    Discontinued,
    Meaning,
    NoTarget,
    Qualitative,
    Relative,
    Trend,
)

RELATIONS = {
    Comparator.AT_LEAST: "不低于|不慢于|不少于|不差于|不逊于|不小于|达到或超过|达到并超过",
    Comparator.AT_MOST: "不高于|不超过|不快于|不多于",
    Comparator.MORE_THAN: "快于|高于|超过|大于|好于|优于|多于|强于|跑赢|领先于?|超出",
    Comparator.LESS_THAN: "低于|慢于|小于|少于",
}
"""The words of each relation to another indicator."""

_NO_FIGURE = frozenset({"", "-", "--", "–", "—", "——", "/", "…", "\\"})
_SOFTLY = "(?:略|稍|明显|显著|适度|大幅|继续|力争|确保|努力|争取|保持|增长|增速|增幅|实现|总体|要|均|都|在)*+"
_REFERENCE = "(?:20[0-9]{2}年)?[一-鿿A-Za-z“”·、]{2,24}?"
_MARGIN = f"(?P<margin>{NUMBER}(?:{UNIT}))?(?:以上|左右)?"
_TO = "|".join(f"(?P<{each}>{words})" for each, words in RELATIONS.items())
_RELATIVE = f"{_SOFTLY}(?:{_TO})(?P<reference>{_REFERENCE}){_MARGIN}"
_THAN = f"[比较](?P<reference>{_REFERENCE})(?P<way>高出?|快|低|慢)(?P<margin>{NUMBER}(?:{UNIT}))(?:以上|左右)?"
_IN_STEP = (
    f"{_SOFTLY}(?:[与和同跟](?P<reference>{_REFERENCE})"
    "(?:保持|基本|大致|大体|总体|相)*(?:同步|持平|相当|一致|适应|匹配|协调)(?:增长|提高|提升|增加)?|"
    f"(?:同步于|相当于|持平于)(?P<other>{_REFERENCE}))"
)
_AS_LAST_YEAR = "(?:同比|基本|总体|大体|大致|保持|力争|实现)*持平"
_LEVEL = (
    "(?P<lead>(?:达到|达|不低于|保持在?|维持在?|稳定在|力争|确保|继续|在)*)(?P<reference>(?:全国|全省|全市|全区|全县|上年|去年|同期|历史|区域|西部|中部|东部|[一-鿿]{0,4}平均)"
    "[一-鿿]{0,8}?(?:平均水平|平均|水平|最好水平))(?P<above>及?以上)?"
)
_SET = "(?:下达|考核|约束性?|分解|规定|核定|确定|要求|控制|上下达|交办)"
_ASSIGNED = (
    "(?P<negated>未能|未|没有)?(?:已|要|均|都|全面|如期|按时|顺利|圆满|超额|力争|确保|努力|基本)*"
    "(?:(?:完成|达到|达|控制在|落实|实现|满足|符合|执行|按照?|以|严格执行|不超过|不低于|不突破)"
    f"[一-鿿“”0-9、（）()]{{0,24}}?(?:任务|目标|指标|要求|计划|进度|标准|为准|{_SET})(?:数|值|范围|要求|内容|任务|执行|完成|标准|控制)*"
    f"(?:的?范围)?(?:以内|之内|内|以上)?|[一-鿿“”]{{0,10}}下达(?:的)?(?:任务|目标|指标|计划)+(?:数|值)?(?:以内|内|为准)?|"
    "待?[一-鿿]{0,8}下达(?:后)?(?:确定|明确|执行|为准)?|达标|完成)"
)
_DISCONTINUED = (
    "(?:20[0-9]{2}年起|已|从今年起)*(?:不再|停止|取消)(?:进行|纳入|作为|对外)?"
    "(?:统计|考核|监测|公布|评价|核算)(?:指标)?"
)
_NO_TARGET = (
    "(?:[一-鿿“”]{0,16}?(?:不|未|暂不|不再)(?:单独|再|作|做|设|定|下达|设定|设置|提出|确定|安排|明确){1,3}"
    "(?:具体|量化|约束性?|预期性?|年度|硬性|增长|增速|总量|统一|定量|明确)*(?:目标|指标|要求|任务|考核|增速)?(?:值|数)?(?:要求)?|"
    "[一-鿿“”0-9]{0,24}(?:统筹考核|弹性|统筹安排)|待定|另行(?:确定|下达|通知))"
)
TRENDS = {
    Trend.NOT_DECREASE: "只增不减|不减少?|不下降|不降低|不增加|不反弹|不出现[一-鿿]{0,6}",
    Trend.POSITIVE_GROWTH: (
        "(?:正|有所|实现|保持|稳定|稳步|平稳|持续|较快|快速|恢复性?|合理|适度|继续|进一步|小幅|稳中有|同步)(?:的)?(?:增长|增加)|"
        "转正|由负转正|止跌回升|增长"
    ),
    Trend.RANK_IMPROVES: "(?:位次|排名|排位|位居|名次)[一-鿿]{0,10}(?:前移|提升|上升|进位|前列|靠前)|进位|前列|前移",
    Trend.IMPROVING: "改善|好转|向好|优化|更优|提质|增效|质升|提质增效|稳提质|变好|转好|提档升级|升级|回暖|优良|增强",
    Trend.DECLINING: "只减不增|有降|下降|降低|减少|回落|收窄|缩小|压减|递减|双下降|走低|趋缓|双降|负增长",
    Trend.RISING: (
        "提升|提高|上升|扩大|攀升|壮大|加快|回升|跃升|突破|翻[一两二]?番|有升|有进|稳升|倍增|上台阶|新台阶|拓展"
    ),
    Trend.STABLE: "稳定|平稳|不变|稳|合理区间|基本稳定|平衡|可控|安全|零发生|水平|区间|态势|状态|优秀|良好|同步",
}
"""What a text in words ends in, for each trend; asked in this order."""

LONGEST = 40
_NOT_YET = (
    "(?:目前|暂时)?(?:暂|尚|还)?(?:未|没有|无)(?:能)?(?:公布|发布|反馈|出数|核定|数据|统计数据|核算)(?:数据)?|"
    "待(?:公布|核定|反馈|统计|发布)"
)
_QUALITATIVE = "[一-鿿“”、·A-Za-z]{{0,16}}(?:{})"


def blank(text: str) -> Meaning | None:
    """Nothing printed, the dash that stands for nothing, or words that say that there is no figure yet."""
    return Blank() if text in _NO_FIGURE or re.fullmatch(_NOT_YET, text) else None


def discontinued(text: str) -> Meaning | None:
    """The indicator is no longer counted."""
    return Discontinued() if re.fullmatch(_DISCONTINUED, text) else None


def no_target(text: str) -> Meaning | None:
    """No target is set, and the report says so."""
    return NoTarget(text) if re.fullmatch(_NO_TARGET, text) else None


def relative(text: str) -> Meaning | None:
    """A comparison with another indicator, named in words, perhaps with by how much."""
    if not re.search("[于过同与和跟平赢出比较]", text):
        return None
    if found := re.fullmatch(_RELATIVE, text):
        comparator = next(each for each in RELATIONS if found[each])
        margin = parse_figure(found["margin"]) if found["margin"] else None
        return Relative(comparator, found["reference"], margin)
    if re.search("[0-9]", text) and (found := re.fullmatch(_THAN, text)):
        higher = found["way"][0] in "高快"
        comparator = Comparator.AT_LEAST if higher else Comparator.AT_MOST
        margin = parse_figure(found["margin"])
        return Relative(comparator, found["reference"], margin if higher else margin._replace(size=-margin.size))
    if found := re.fullmatch(_IN_STEP, text):
        return Relative(Comparator.ABOUT, found["reference"] or found["other"])
    if re.fullmatch(_AS_LAST_YEAR, text):
        return Relative(Comparator.ABOUT, "上年")
    if found := re.fullmatch(_LEVEL, text):
        kept = re.search("保持|维持|稳定|持平", found["lead"]) and not found["above"]
        return Relative(Comparator.ABOUT if kept else Comparator.AT_LEAST, found["reference"])
    return None


def assigned(text: str) -> Meaning | None:
    """What a higher level set, without a figure; as a result, the statement that it was or was not fulfilled."""
    found = re.fullmatch(_ASSIGNED, text)
    return Assigned(fulfilled=not found["negated"]) if found else None


def qualitative(text: str) -> Meaning | None:
    """A direction or a state in words."""
    if len(text) > LONGEST:
        return None
    for trend, words in TRENDS.items():
        if re.fullmatch(_QUALITATIVE.format(words), text):
            return Qualitative(text, trend)
    return None

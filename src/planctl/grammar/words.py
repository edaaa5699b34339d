"""Texts without figures: assigned and qualitative targets, and what is not counted, not set or not known yet."""

import re

from planctl.grammar.figures import DENIED
from planctl.grammar.lengths import CELL, WORDS, at_most
from planctl.values.meanings import (
    Assigned,
    Blank,
    Discontinued,
    Meaning,
    NoTarget,
    Qualitative,
    Trend,
)

_NO_FIGURE = frozenset({"", "-", "--", "–", "—", "――", "―", "——", "/", "…", "\\"})
_ORGAN = "(?:国家|自治区|上级|[省市州区县])(?:级|里|政府|统计局|部门)?"
_DONE = "完成|达到|达|落实|实现|满足|符合"
_KEPT = f"控制在|{DENIED}(?:超过|突破|超出|高于|低于)"
"""What keeps to a limit, and so fulfils it, also where it is put as a denial (未突破省下达指标)."""
_DENIED = "未能|未|没有|没能|难以|无法|不能"
_EVENLY = "(?:已|可|要|均|都|全面|全部|如期|按时|提前|顺利|圆满|超额|力争|确保|努力|有望|仍|还|尚|目前)*+"
_SET = "(?:下达|考核|约束性?|分解|规定|核定|限额|确定|要求|控制|上下达|交办|预期)"
_SETTER = f"(?:(?!{_DENIED}|待|另行)[一-鿿“”]){{0,10}}"
_OBJECT = (
    f"(?:(?!{_DENIED}|不达)[一-鿿“”0-9、（）()]){{0,40}}?(?:任务|目标|指标|要求|计划|进度|标准|{_SET})"
    "(?:数|值|范围|要求|内容|任务|执行|标准|控制)*+(?:的?范围)?(?:以内|之内|内|以上)?"
)
_ASSIGNED = (
    f"{_EVENLY}(?:(?P<kept>{_KEPT}){_OBJECT}|"
    f"(?P<denied>{_DENIED})?{_EVENLY}(?P<nearly>基本)?(?:(?:{_DONE}){_OBJECT}|按照?{_OBJECT}完成|达标|完成)|"
    f"(?P<missed>不达标)|(?:{_ORGAN})?考核达标|"
    f"(?P<open>(?:按照?|以|严格执行|执行){_OBJECT}(?:为准)?|与{_OBJECT}(?:相|统筹|充分|做好|保持)*衔接|"
    f"{_SETTER}下达的?(?:任务|目标|指标|计划)+(?:数|值)?(?:以内|内|为准)?|待{_SETTER}下达后?(?:确定|明确|执行|为准)))"
)
_DISCONTINUED = (
    "(?:20[0-9]{2}年起|已|从今年起)*(?:不再|停止|取消)(?:进行|纳入|作为|对外)?"
    "(?:统计|考核|监测|公布|评价|核算)(?:指标)?"
)
_NO_TARGET = (
    "(?:[一-鿿“”]{0,16}?(?:不|未|暂不|不再)(?:单独|再|作|做|设|定|下达|设定|设置|提出|确定|安排|明确){1,3}"
    "(?:具体|量化|约束性?|预期性?|年度|硬性|增长|增速|总量|统一|定量|明确)*(?:目标|指标|要求|任务|考核|增速)?(?:值|数)?(?:要求)?|"
    "[一-鿿“”0-9]{0,24}(?:统筹考核|弹性|统筹安排)|另行(?:确定|下达|通知))"
)
TRENDS: tuple[tuple[Trend, str], ...] = (
    (Trend.STABLE, "(?:保持|稳居|维持|巩固)[一-鿿]{0,10}(?:前列|领先)"),
    (
        Trend.STABLE,
        "(?:稳定)?(?:保持|达到|稳定|控制|达|为)?(?:在|到|或|和|并)?(?:[好优]于)?(?<=[持到定制达为在于])(?:[Ⅰ-Ⅴ]|I{1,3}|IV|V|[一二三四五])类(?:标准|水质|水平|及?以上)*",
    ),
    (
        Trend.NOT_DECREASE,
        "只增不减|不减少?|不降|(?:不|不再|未|没有|不出现)(?:下降|降低|减少|下滑)|不出现负增长",
    ),
    (
        Trend.POSITIVE_GROWTH,
        "转正|[扭转]负为正|止跌回升|由[降减]转增|[略微小]增|(?:避免|防止|扭转|消除)负增长|(?<![负零])增长",
    ),
    (
        Trend.RANK_IMPROVES,
        "(?:位次|排名|排位|位居|名次)[一-鿿]{0,10}(?:前移|提升|上升|进位|前列|靠前)|进位|前列|前移",
    ),
    (
        Trend.IMPROVING,
        "改善|好转|向好|优化|更优|提质|增效|质升|提质增效|稳提质|变好|转好|提档升级|升级|回暖|优良|增强",
    ),
    (
        Trend.DECLINING,
        "只[减降]不增|[有略微小]降|下降|降低|减少|回落|收窄|缩小|压减|递减|双下降|走低|趋缓|双降|下滑|负增长|由正转负|由[增升]转[降减]",
    ),
    (
        Trend.RISING,
        "提升|提高|上升|扩大|攀升|壮大|加快|回升|跃升|突破|翻[一两二]?番|有升|有进|稳升|倍增|上台阶|新台阶|拓展|增加|由降转升",
    ),
    (
        Trend.STABLE,
        "稳定|平稳|不变|稳|合理区间|基本稳定|平衡|可控|安全|零发生|水平|区间|态势|状态|优秀|良好|同步|清零|全覆盖|应[一-鿿]尽[一-鿿]|"
        "不增加?|不反弹|不(?:出现|发生)[一-鿿]{1,10}",
    ),
)
"""What a text in words ends in, for each trend; asked in this order."""

_NOT_YET = (
    f"(?:{_ORGAN})?(?:年报|快报)?(?:数据?|任务)?(?:目前|暂时)?(?:暂|尚|还)?(?:未|没有|无)(?:能)?"
    "(?:公布|发布|反馈|出数?|下达|核定|数据|统计数据|统计|核算)(?:数据|任务|目标|指标)?|"
    f"待(?:{_ORGAN})?(?:公布|核定|反馈|统计|发布|下达|定)(?:任务|目标|指标)?|"
    f"(?:{_ORGAN})?(?:正在)?(?:核定|核算|统计)中|正在(?:核定|核算|统计)|暂?无|N/A"
)
_NO_END = "未(?!来)|没|(?<!困)难(?!题)|无法|不(?!断|变|良)|避免|防止|扭转|遏制|[快高低慢]于|超过"
"""What turns round the end of a text in words (未改善, 难以增长): such a text is not read by its end."""
_QUALITATIVE = tuple((trend, f"([一-鿿“”、·A-Za-z]{{0,16}}?)(?:{words})") for trend, words in TRENDS)
_PACE = "增速|增幅|涨幅|降幅|跌幅|增长率"
"""Of a pace that slows, the level still rises; so 增速回落 says nothing of the indicator itself."""


@at_most(CELL)
def blank(text: str) -> Meaning | None:
    """Nothing printed, the dash that stands for nothing, or words that say that there is no figure yet."""
    return Blank() if text in _NO_FIGURE or re.fullmatch(_NOT_YET, text) else None


@at_most(CELL)
def discontinued(text: str) -> Meaning | None:
    """The indicator is no longer counted."""
    return Discontinued() if re.fullmatch(_DISCONTINUED, text) else None


@at_most(CELL)
def no_target(text: str) -> Meaning | None:
    """No target is set, and the report says so."""
    return NoTarget(text) if re.fullmatch(_NO_TARGET, text) else None


@at_most(CELL)
def assigned(text: str) -> Meaning | None:
    """What a higher level set, without a figure; as a result, the statement that it was or was not fulfilled.

    Who sets it (以省下达为准), and that it is nearly done (基本完成), says neither.
    """
    if not (found := re.fullmatch(_ASSIGNED, text)):
        return None
    if found["open"] or found["nearly"]:
        return Assigned(fulfilled=False if found["denied"] else None)
    return Assigned(fulfilled=not (found["denied"] or found["missed"]))


@at_most(WORDS)
def qualitative(text: str) -> Meaning | None:
    """A direction or a state in words."""
    for trend, words in _QUALITATIVE:
        if (found := re.fullmatch(words, text)) and not re.search(_NO_END, found[1]):
            of_a_pace = trend in (Trend.RISING, Trend.DECLINING) and re.search(_PACE, text)
            return None if of_a_pace else Qualitative(text, trend)
    return None

"""Names of burdens, of which less is usually better: unemployment, prices, deaths, consumption, emissions, debt.

Every row that writes no direction is asked, before anything is printed: so these are plain words and no patterns.
"""

from planctl.grammar.text import normal

_ENDINGS = (
    "的总人均员起次件户率数量值额度强指规模余重例控制目标年月日同累计断面体质类增减速长幅变化涨跌上名义实际在占比"
)
"""Signs of which the endings of a name are made that do not change what it is of: 总量, 人数, 控制目标, 同比增长."""
_NAMED = (
    *("失业率", "失业人口", "通胀率", "通货膨胀率", "恩格尔系数", "基尼系数", "收入差距", "收入倍差", "贫困", "返贫"),
    *(
        "死亡率",
        "病死率",
        "亡人数",
        "发病率",
        "患病率",
        "感染率",
        "致残率",
        "出生缺陷",
        "近视率",
        "肥胖率",
        "吸烟率",
        "性别比",
        "抚养比",
        "离婚率",
        "自杀率",
    ),
    *(
        "能耗",
        "电耗",
        "水耗",
        "煤耗",
        "油耗",
        "气耗",
        "物耗",
        "料耗",
        "材耗",
        "消耗",
        "耗能",
        "耗电",
        "耗水",
        "耗煤",
        "耗油",
        "能源消费",
        "煤炭消费",
    ),
    *("石油消费", "弹性系数"),
    *("用水", "取水", "化肥施用量", "化肥使用量", "农药施用量", "农药使用量", "农膜使用量"),
    *(
        "排放",
        "排污",
        "碳强度",
        "垃圾产生量",
        "废物产生量",
        "固废产生量",
        "废水产生量",
        "危废产生量",
        "污泥产生量",
        "酸雨",
        "噪声",
        "黑臭水体",
    ),
    *(
        "漏损率",
        "漏失率",
        "渗漏率",
        "线损率",
        "产销差率",
        "PM2.5",
        "PM10",
        "细颗粒物",
        "污染天数",
        "污染及以上天数",
        "重污染",
    ),
    *("水土流失面积", "荒漠化面积", "沙化面积", "撂荒率", "空置率", "闲置率", "去化周期"),
    *(
        "事故",
        "火灾",
        "犯罪率",
        "发案率",
        "刑事案件",
        "治安案件",
        "诈骗案件",
        "信访",
        "上访",
        "投诉",
        "超标率",
        "不合格率",
        "故障率",
    ),
    *(
        "债务率",
        "负债率",
        "杠杆率",
        "赤字率",
        "不良率",
        "不良贷款率",
        "不良资产率",
        "逾期率",
        "违约率",
        "税负",
        "亏损面",
        "亏损额",
    ),
    *(
        "物流费用",
        "物流总费用",
        "物流成本",
        "物流总成本",
        "企业成本",
        "综合成本",
        "融资成本",
        "大班额",
        "大校额",
        "辍学率",
        "失学率",
    ),
    *(
        "办理时间",
        "办理时限",
        "办结时间",
        "办结时限",
        "污染负荷",
        "建设用地",
        "审批时间",
        "审批时限",
        "通关时间",
        "停电时间",
        "等候时间",
        "等待时间",
        "通勤时间",
    ),
)
_BURDENS = tuple(burden.rstrip(_ENDINGS) for burden in _NAMED)
_LESSENED = (
    *("降低", "下降", "减少", "削减", "压减", "减排", "降幅", "跌幅", "减幅", "回落", "缩小", "缩短", "收窄", "节约"),
    *("改善", "下调", "消除", "防止", "避免"),
)
_GROWS = ("增长", "增速", "增幅", "涨", "上升")
_WELCOME = ("非化石", "清洁", "再生", "新能源", "绿色", "饮用水", "零排放", "治理", "处置")
_PRICES = ("价格", "物价", "房价", "CPI", "PPI")
_POLLUTANTS = (
    *("PM2.5", "PM10", "颗粒物", "臭氧", "O3", "二氧化硫", "SO2", "二氧化氮", "NO2", "氮氧化物", "一氧化碳", "总磷"),
    *("总氮", "氨氮", "化学需氧量", "COD", "高锰酸盐", "有机物", "污染物"),
)
_SHORT = ("消费总量", "消耗总量")
"""Names of parts that say no more than that something is used up."""
_RATIOS = ("比", "比值", "倍差", "差距", "倍数", "差")
_SHARES = ("比重", "比例", "比率", "比", "占比")


def lessens(name: str) -> bool:
    """Return whether a name says by how much something becomes less (单位GDP能耗降低)."""
    plain = name.replace("涨跌", "涨")
    return any(word in plain for word in _LESSENED)


def becomes_less(name: str) -> bool:
    """Return whether a name is of what is to become less, or says by how much it does, and not by how much it grew."""
    return (lessens(name) or is_burden(name)) and not any(word in name for word in _GROWS)


def is_burden(name: str) -> bool:
    """Return whether a name is of a kind of which less is usually better, and not of its reduction.

    It is no more than a reason to look closer: 调查失业率, 居民消费价格涨幅, 能耗总量, PM2.5平均浓度.
    """
    plain = normal(name)
    if lessens(plain) or any(word in plain for word in _WELCOME):
        return False
    whole = _without_brackets(plain)
    if whole in _SHORT:
        return True
    part, of, _ = whole.partition("占") if "占" in whole else whole.partition("与")
    if of and whole.endswith(_SHARES):
        return part == "煤炭" or _ends_in_burden(part) or (whole.endswith("占比") and _ends_in_burden(whole))
    return _ends_in_burden(whole) or _is_price(plain) or _is_ratio(whole)


def _ends_in_burden(text: str) -> bool:
    core = _core(text)
    if core.endswith(("浓", "浓度")):
        return any(word in text for word in _POLLUTANTS)
    return core.endswith(_BURDENS) or "劣五" in core or "劣V" in core or "劣Ⅴ" in core


def _is_price(text: str) -> bool:
    """Return whether a name is of how prices change; what is paid for goods (收购价格) is none."""
    changes = "居民消费价格" in text or "物价" in text or "PI" in text or "指数" in text or "涨" in text
    return changes and _core(_without_brackets(text)).endswith(_PRICES)


def _is_ratio(text: str) -> bool:
    return "城乡" in text and "收入" in text and text.endswith(_RATIOS)


def _core(text: str) -> str:
    """Return a text without its endings and what stands in brackets among them."""
    while (shorter := _without_brackets(text.rstrip(_ENDINGS).removesuffix("水平").removesuffix("发生"))) != text:
        text = shorter
    return text


def _without_brackets(text: str) -> str:
    return text[: text.rfind("(")] if text.endswith(")") and "(" in text else text

"""Names of indicators as they are printed in different places, brought to one wording so that they can be compared."""

import re
from typing import NamedTuple

from planctl.grammar.lengths import NAME
from planctl.grammar.target_names import TargetMovement, movement_of
from planctl.grammar.text import normal

GROWTH = "(?:比上年|同比|年均|名义|实际)*(?:增长速度|增长率|增速|增长|增幅)"
_REDUCTION = "(?:比上年|同比|年均|累计)*(?:降低率|下降率|降低|下降|减少|削减|降幅)(?:幅度|率)?"
_WHOSE = (
    "^(?:(?:全|本)(?:市|区|县|省|州|旗|自治区|国)(?!域|民|社)|"
    "(?:设区(?:的)?市|县级(?:及)?以上城市|地级(?:及)?以上城市|中心城区|城区|市区|县城)(?=空气|PM|细颗粒|环境|优良))"
)
_BASE_YEAR = "\\(?以?(?:上年|去年)(?:同期)?(?:=|为)100\\)?$"
"""What says in a name or a unit that it is of an index with last year as 100."""
_COUNTED = "(?:的?(?:总数量|数量|总量|总数|个数|总额|数))$"
_SAME: tuple[tuple[str, str], ...] = (
    ("规模以上", "规上"),
    ("限额以上", "限上"),
    ("(?<=[一-鿿])\\((?:GDP|CPI|R&D|PM2\\.5|AQI|EI|EQI|COD|SO2|NOx|NH3-N|VOCs|CO2)\\)", ""),
    ("(?:本地|区属|地区|国内)*生产总值", "GDP"),
    ("万元GDP|每万元GDP|单位GDP", "单位GDP"),
    ("(?:研究与[试实]验发展|科技研发)(?!人员|机构)|R&D", "研发"),
    ("研发经费$|研发(?:经费)?(?:支出|投入)(?=占GDP)|研发(?=占GDP)", "研发经费"),
    ("能源消耗|能源消费", "能耗"),
    ("二氧化碳(?:\\(CO2\\))?排放", "碳排放"),
    ("细颗粒物\\(PM2\\.5\\)|PM2\\.5|细颗粒物", "PM2.5"),
    ("社会消费品零售(?:总额)?|社零(?:总额)?", "社零"),
    ("(?:货物|外贸|对外贸易)?进出口(?:贸易)?(?:总额|总值|总量)?", "进出口"),
    ("(?:验资口径)?(?:实际)?(?:使用|利用)(?:外资|外商直接投资)(?:金额|额)?|实际到[帐账]注册外资", "实际利用外资"),
    ("地方一般公共预算|一般公共预算", "一般公共预算"),
    ("^(?:居民)?消费价格(?:总?(?:指数|水平))?|居民消费价格(?:总?指数)?|CPI", "CPI"),
    ("常住居民", "居民"),
    ("年度排放|排量$", "排放"),
    ("人均可支配收入", "人均收入"),
    ("占(.+?)(?:的)?(?:比重|比例|比率)", "占\\1比重"),
    ("(?:的)?(?:所占)?(?:比重|比例|比率|占比)$", "比重"),
    ("达到[或及](?:优于|好于)|[好优]于或达到", "达到或好于"),
    ("(?:环境|城市|城区)空气", "空气"),
    ("优良天数率", "优良天数比重"),
    ("(?:国家?|国控)考核?断面", "国考断面"),
    ("(?:每万|万)人口?|每万名?人口?", "每万人"),
    ("每?千人(?:口)?(?:拥有)?", "每千人"),
    ("(?:保有|拥有)量", "拥有量"),
    ("覆盖面|覆盖率", "覆盖率"),
    ('[的"“”、·]', ""),
)


_ECONOMY = {"经济": "GDP", "经济总量": "GDP"}


class Subject(NamedTuple):
    """What an indicator is of, in one wording for all printings of it; whether its name says a growth or a fall."""

    key: str
    grows: bool
    falls: bool


def is_same_reference(one: str, other: str) -> bool:
    """Return whether two texts name the same thing to be measured by: 经济增长 and 地区生产总值增速 do."""
    first, second = (_ECONOMY.get(key, key) for key in (parse_subject(one).key, parse_subject(other).key))
    return first == second


def moves_of(name: str, target: str) -> TargetMovement:
    """Return whether what a name is of is how much something grew or fell, by the name or by how its target is printed.

    A level of prices is told by how much it rose.
    """
    subject = parse_subject(name)
    if subject.falls:
        return TargetMovement.FALLS
    printed = movement_of(normal(target)) if len(target) <= NAME else TargetMovement.NONE
    if printed is TargetMovement.NONE and (subject.grows or subject.key.startswith("CPI")):
        return TargetMovement.RISES
    return printed


def core_of(name: str) -> str:
    """Return a name in normal text without a word for growth or number at its end, as prose mentions it."""
    plain = normal(name)
    return re.sub(f"(?<=..)(?:{GROWTH}|数量)$", "", plain) if len(plain) <= NAME else plain


def name_of_index(name: str, unit: str) -> str | None:
    """Return what an index is of, where its name or unit has last year as 100 (…指数（上年=100）); else `None`."""
    plain, base = normal(name), normal(unit)
    if max(len(plain), len(base)) > NAME:
        return None
    found = re.search(_BASE_YEAR, plain)
    if not found and not re.fullmatch(_BASE_YEAR, base):
        return None
    return plain[: found.start()] if found else plain


def parse_subject(name: str) -> Subject:
    """Return what a printed name is of: 规模以上工业增加值增速 and 规上工业增加值增长 are the growth of one thing."""
    plain = re.sub(_WHOSE, "", normal(name))
    if len(plain) > NAME:
        return Subject(plain, grows=False, falls=False)
    grows = bool(found := re.search(f"{GROWTH}$", plain)) and bool(found and found.start())
    falls = not grows and bool(found := re.search(f"{_REDUCTION}$", plain)) and bool(found and found.start())
    if grows or falls:
        plain = re.sub(f"(?:{GROWTH if grows else _REDUCTION})$", "", plain)
    for pattern, one in _SAME:
        plain = re.sub(pattern, one, plain)
    return Subject(re.sub(_COUNTED, "", plain) or plain, grows, falls)

"""What is counted: words that narrow it, and amounts of money that percentage points are said of."""

import re

from planctl.grammar.lengths import QUOTE

_QUALIFIERS = {
    "规模以上|规上": "规上",
    "限额以上|限上": "限上",
    "国家级以上": "国家级以上",
    "省级以上": "省级以上",
    "市级以上": "市级以上",
    "区级以上": "区级以上",
    "县级以上": "县级以上",
    "国家级?": "国家",
    "省级": "省级",
    "市级": "市级",
    "区级": "区级",
    "县级": "县级",
    "城镇": "城镇",
    "农村": "农村",
    "同口径": "同口径",
}
_QUALIFIER = re.compile("|".join(f"({words})" for words in _QUALIFIERS))
_AMOUNTS = "投资|资金|产值|总值|增加值|收入|支出|税收|利润|贷款|存款|余额|总额|零售额|销售额|交易额|进出口|外资"
_POINTS_OF_AMOUNT = re.compile(
    f"({_AMOUNTS})(?:(?:同比|比上年|较上年|增长|增加|提高|提升|上升|下降|降低|减少|回落|约|达|近|超过?)*)$"
)


def qualifiers(name: str) -> frozenset[str]:
    """Return the words of a name that narrow what is counted, written one way: 规上工业 and 规模以上工业 have 规上."""
    written = tuple(_QUALIFIERS.values())
    return frozenset(written[found.lastindex - 1] for found in _QUALIFIER.finditer(name) if found.lastindex)


def amount_before(words: str) -> str:
    """Return the amount of money that words end with, verbs of change aside; empty where they end otherwise.

    超年度计划投资 and 投资增长 end with 投资; 投资增速 and 投资占比, of which there can be points, do not.
    """
    found = _POINTS_OF_AMOUNT.search(words[-QUOTE:])
    return found[1] if found else ""

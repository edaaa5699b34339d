"""The text of a printed cell read into its meaning.

A form is a way of printing. `FORMS` is asked in order and the first that answers decides; to read one more form, add
a function and name it in the tuple. Around a form may stand that it is an estimate, a cumulative figure, a stretch
beyond it, or how far it is from its target. Patterns are compiled when they are first asked.
"""

import re
from collections.abc import Callable
from decimal import localcontext
from typing import NamedTuple

from planctl.grammar.bounds import between, bound, several
from planctl.grammar.figures import NUMBER
from planctl.grammar.lengths import CELL
from planctl.grammar.relations import STRIVES, relative
from planctl.grammar.shares import completion, distance
from planctl.grammar.text import UnreadableCell, compact
from planctl.grammar.words import assigned, blank, discontinued, no_target, qualitative
from planctl.messages.message import Message, say
from planctl.values.meanings import (
    DIGITS,
    Bounded,
    Cell,
    Comparator,
    Completion,
    Distance,
    Figure,
    Meaning,
    Qualitative,
    Relative,
    UnreadableText,
)
from planctl.values.units import POINT, convert, scale

_GUESSED = "预计|预测|预估|暂估|估计|估算"
_ESTIMATED = (
    f"(?:全年)?(?:{_GUESSED}|有望|初步(?:核算|统计|预计|测算)|预(?=[0-9]))(?:数|为|将|可|能|全年|:)*(?P<rest>.+)|"
    f"(?P<name>[一-鿿A-Za-z]{{2,16}}?)(?<![比较超过低高初原于与按])(?:{_GUESSED})(?:数|为|将|可|能|全年|:)*(?P<of_it>.+)|"
    rf"(?P<start>.+)\((?:{_GUESSED}|预|快报|初步(?:核算|统计)?|暂定|E)(?:完成)?[数值]?\)"
)
_CUMULATIVE = r"(?P<before>[^0-9\[\]]*)\[(?P<inside>.+)\](?P<after>[^0-9\[\]]*)"
_YEARS = "“?十[三四五六]五”?(?:规划)?(?:期间|时期|以来)?|[两二三四五六七八九十]年"
_TOGETHER = rf"(?:{_YEARS})累计(?P<all>.+)|(?P<of_all>.+)\((?:{_YEARS})累计\)"
_RANK = (
    "(?:(?:增速|增幅|总量|规模|排名)?(?:位居|居|列|排|排名)?(?:全国|全省|全市|全区)(?:排名|位居|排)?第[0-9]{1,3}位?)"
)
_ARRANGED = "按照?([^,;]{2,30})(?:安排|考虑|把握|掌握)"
"""How a target is put that is only taken as a basis: 按增长5%安排."""
_TURNS = "降|负|跌|缩|减(?!税|免|灾)|未(?!来)|不(?:达|及|足)"
"""What in brackets would turn the figure before them round: 3.2%(下降) is no 3.2%."""
_REMARK = rf"\((?:(?:(?!季度|月|半年|上年|去年|{_TURNS})[^()0-9])*|{_RANK})\)$"
_CLAUSES = "(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|;"
_BEGINS_STRETCH = (
    f"(?<=[0-9%右上内下间人元斤吨家个户点])(?:并|且|、|同时)*(?=在|{STRIVES})|"
    f"(?<=[平省国市区速步])(?:并|且|、)*(?={STRIVES})|"
    "(?<=[0-9%右上内])(?:、|且|并且|并)(?=不?[高低快慢]于|[好优]于|跑赢)"
)
_IN_BRACKETS = r"\(((?:力争|争取|努力|冲刺|奋斗目标|确保|底线|保底)[^()]+)\)$"
_AIMS = "力争|努力|争取|尽可能|尽力|奋力|力求|跑赢|冲刺|挑战|更好|更高|更快|更优|奋斗目标"
_FLOOR = "确保|保底|底线|保证|下限"
_SINCE_LAST_YEAR = (
    f"(?:[比较](?:上年|去年)(?:同期)?|同比)(?:提高|提升|上升|增加|回升|加快|扩大|高|快|下降|降低|回落|减少|放缓|收窄|低|慢)了?{NUMBER}"
    "个(?:百分)?点"
)
_BESIDE = f"{_SINCE_LAST_YEAR}|{_RANK}"
"""Clauses with figures that say nothing else of the indicator's own: how it changed since last year, its rank."""


_NEAR = 4
_PLAINEST = ("6.5", "≥330", "稳步提升", "—")
"""What is shown where too little is near: a figure, a bound, words, and no text."""

_Clause = tuple[str, Meaning | None]


class Form(NamedTuple):
    """A way of printing: the function that reads it, and how it looks."""

    read: Callable[[str], Meaning | None]
    examples: tuple[str, ...]


FORMS: tuple[Form, ...] = (
    Form(blank, ("", "—")),
    Form(discontinued, ("不再统计",)),
    Form(several, ("分别增长5.5%、6.6%",)),
    Form(completion, ("完成年计划的89.4%",)),
    Form(distance, ("低于目标1.7个百分点", "超目标2个百分点")),
    Form(
        bound,
        (
            "6.5",
            "≥330",
            "5.5以内",
            "1,203.4万元",
            "不低于60%",
            "突破100家",
            "90余起",
            "5%左右",
            "下降3%",
            "净增150亿元",
            "101.5(上年=100)",
        ),
    ),
    Form(between, ("5%—5.5%", "增长6%至7%")),
    Form(relative, ("快于经济增速", "与经济增长同步", "高于全国平均水平1个百分点以上")),
    Form(assigned, ("完成市上下达任务", "未完成市上下达任务", "控制在国家下达目标内")),
    Form(no_target, ("不设具体目标",)),
    Form(qualitative, ("稳步提升", "正增长", "保持优秀水平")),
)


def parse_cell(text: str) -> Cell:
    """Return the cell that `text` prints; figures have the printed unit, or none.

    White space is passed over, but not inside a number; full-width digits and signs are read as their half-width
    twins; 预计 before or (预计) after any form makes it an estimate, square brackets a cumulative figure. Clauses after
    the form may say a stretch beyond it or the distance to the target; others are kept beside it where they have no
    figure of their own. Raises `UnreadableCell` for a text of no known form.
    """
    cell = parse_any_cell(text)
    if not cell.is_readable:
        raise UnreadableCell(unreadable(text), forms_near(text))
    return cell


def parse_any_cell(text: str) -> Cell:
    """Return the cell that `text` prints as `parse_cell` does; one of no known form means `UnreadableText`."""
    if len(text) <= CELL and (found := _around(compact(text))):
        return found._replace(printed=text)
    return Cell(text, UnreadableText(text))


def is_readable(text: str) -> bool:
    """Return whether a text has a form that can be read."""
    return parse_any_cell(text).is_readable


def unreadable(text: str) -> Message:
    """Return what is said of a text of no known form; of a long one its beginning."""
    return say("'{text}' has no form that can be read", text=text if len(text) <= CELL else f"{text[:CELL]}…")


def forms_near(text: str) -> Message:
    """Return what to do about a text of no known form: the forms that have most in common with it, by their signs."""
    signs = _signs(text[:CELL])
    examples = [example for form in FORMS for example in form.examples if example]
    alike = {example: len(signs & _signs(example)) / len(signs | _signs(example)) for example in examples}
    near = [example for example in sorted(examples, key=lambda example: -alike[example]) if alike[example]]
    return say(
        "compare it with the page, and write it as printed; near it are {forms}, and docs/cells.md has all",
        forms=tuple(dict.fromkeys((*near, *_PLAINEST)))[:_NEAR],
    )


def _signs(text: str) -> frozenset[str]:
    """Return the signs of a text, all digits being the same one."""
    return frozenset(re.sub("[0-9]", "0", compact(text)))


def _around(text: str) -> Cell | None:
    """Return the cell of a text, with what stands around its form."""
    if estimated := re.fullmatch(_ESTIMATED, text):
        text = estimated["rest"] or estimated["start"] or f"{estimated['name']}{estimated['of_it']}"
    cumulative = None
    if "[" in text and (cumulative := re.fullmatch(_CUMULATIVE, text)):
        text = f"{cumulative['before']}{cumulative['inside']}{cumulative['after']}"
    elif "累计" in text and (cumulative := re.fullmatch(_TOGETHER, text)):
        text = cumulative["all"] or cumulative["of_all"]
    meaning = _read(text) or _read_without_remark(text)
    found = Cell(text, meaning) if meaning else _read_clauses(text)
    return found and found._replace(estimated=bool(estimated), cumulative=bool(cumulative))


def _read(text: str) -> Meaning | None:
    if text.startswith("按") and (arranged := re.fullmatch(_ARRANGED, text)):
        text = arranged[1]
    return next((meaning for form in FORMS if (meaning := form.read(text))), None)


def _read_without_remark(text: str) -> Meaning | None:
    plain = re.sub(_REMARK, "", text) if text.endswith(")") else ""
    return _read(plain) if plain else None


def _read_clauses(text: str) -> Cell | None:
    """Return the cell of a text of several clauses: its target or result, and what the others say of it."""
    parted = re.sub(_BEGINS_STRETCH, ",", re.sub(_IN_BRACKETS, r",\1", text))
    clauses = [each for each in re.split(_CLAUSES, parted) if each]
    readings = [(clause, _read(clause) or _read_without_remark(clause)) for clause in clauses]
    known = [(clause, meaning) for clause, meaning in readings if meaning]
    if len(clauses) < 2 or not known:
        return None
    main, others = _parted(readings, known)
    cell: Cell | None = Cell(text, main)
    for clause, meaning in others:
        cell = cell and _with_clause(cell, clause, meaning)
    return cell


def _parted(readings: list[_Clause], known: list[tuple[str, Meaning]]) -> tuple[Meaning, list[_Clause]]:
    """Return what is to be reached, and the other clauses: the first figure, or the floor where that is only aimed at.

    增长8%，确保7.5% is 8 with a floor below it; 力争8%，确保7.5% is 7.5.
    """
    main = min(known, key=lambda each: isinstance(each[1], Qualitative))
    if re.search(_AIMS, main[0]):
        main = next((each for each in known if re.match(_FLOOR, each[0])), main)
    others = list(readings)
    others.remove(main)
    return main[1], others


def _with_clause(cell: Cell, clause: str, meaning: Meaning | None) -> Cell | None:
    """Return the cell with what another clause says of it; `None` where it has a figure of something else."""
    if recovered := _recovered(cell.meaning, meaning):
        return cell._replace(recovered=recovered)
    if re.search(_AIMS, clause) and not isinstance(meaning, Completion | Distance):
        return cell._replace(stretch="，".join(filter(None, (cell.stretch, clause))))
    is_floor = isinstance(meaning, Bounded) and re.match(_FLOOR, clause)
    if re.search("[0-9]", clause) and not (is_floor or isinstance(meaning, Relative) or re.fullmatch(_BESIDE, clause)):
        return None
    return cell._replace(beside="，".join(filter(None, (cell.beside, clause))))


def _recovered(main: Meaning, other: Meaning | None) -> Figure | None:
    """Return the target that a result and its distance to it, or its share of it, come to."""
    if not isinstance(main, Bounded):
        return None
    match other:
        case Distance(figure):
            unit = main.figure.unit if scale(figure.unit)[1] == POINT else figure.unit
            apart = convert(figure._replace(unit=unit or main.figure.unit), main.figure.unit)
            return Figure(main.figure.size - apart.size, main.figure.unit) if apart else None
        case Completion(figure, Comparator.PLAIN) if figure.size:
            with localcontext(prec=DIGITS):
                whole = main.figure.size * 100 / figure.size
                return Figure(whole.quantize(main.figure.size), main.figure.unit)
    return None

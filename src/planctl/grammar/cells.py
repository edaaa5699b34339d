"""The text of a printed cell read into its meaning.

A form is a way of printing. `FORMS` is asked in order and the first that answers decides; to read one more form, add
a function and name it in the tuple. Around a form may stand that it is an estimate, a cumulative figure, a stretch
beyond it, or how far it is from its target. Patterns are compiled when they are first asked.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from planctl.grammar.bounds import between, bound, several
from planctl.grammar.relations import relative
from planctl.grammar.shares import completion, distance
from planctl.grammar.text import UnreadableCell, compact
from planctl.grammar.words import assigned, blank, discontinued, no_target, qualitative
from planctl.messages import say
from planctl.units import convert
from planctl.values import Bounded, Cell, Comparator, Completion, Distance, Figure, Meaning, Qualitative

_ESTIMATED = (
    "(?:预计|预测|初步(?:核算|统计|预计|测算)|估计|估算)(?:数|为|将|可|能|全年|:)*(?P<rest>.+)|"
    r"(?P<start>.+)\((?:预计|预测|估计|快报|初步核算|初步统计|E)数?\)"
)
_CUMULATIVE = r"\[(?P<inside>.+)\](?P<unit>[^\[\]]*)"
_REMARK = r"\([^()0-9]*\)$"
_CLAUSES = "(?<![0-9]),|,(?![0-9]{3}(?![0-9]))|;"
_BEGINS_STRETCH = (
    "(?<=[0-9%右上内下间人元斤吨家个户点])(?:并|且|、|同时)*(?=(?:在|力争|努力|争取|尽可能|奋力|力求|确保))"
)
_STRETCH = "力争|努力|争取|尽可能|尽力|奋力|力求|跑赢|冲刺|挑战|更好|更高|更快|更优|奋斗目标|确保"
_FLOOR = "确保|保底|底线"


LONGEST = 200
"""A text with more characters is no cell."""


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
    the form may say a stretch beyond it or the distance to the target; other clauses are passed over where they have
    no figure. Raises `UnreadableCell` for a text of no known form.
    """
    if len(text) <= LONGEST and (found := _around(compact(text))):
        return found._replace(printed=text)
    forms = tuple(example for form in FORMS for example in form.examples if example)
    raise UnreadableCell(
        say("'{text}' has no form that can be read", text=text),
        say("write it as printed, in one of the forms {forms}, with 预计 before an estimate", forms=forms),
    )


def is_readable(text: str) -> bool:
    """Return whether a text has a form that can be read."""
    return len(text) <= LONGEST and _around(compact(text)) is not None


def _around(text: str) -> Cell | None:
    """Return the cell of a text, with what stands around its form."""
    if estimated := re.fullmatch(_ESTIMATED, text):
        text = estimated["rest"] or estimated["start"]
    if cumulative := re.fullmatch(_CUMULATIVE, text):
        text = f"{cumulative['inside']}{cumulative['unit']}"
    meaning = _read(text) or _read(re.sub(_REMARK, "", text) or text)
    found = Cell(text, meaning) if meaning else _read_clauses(text)
    return found and found._replace(estimated=bool(estimated), cumulative=bool(cumulative))


def _read(text: str) -> Meaning | None:
    return next((meaning for form in FORMS if (meaning := form.read(text))), None)


def _read_clauses(text: str) -> Cell | None:
    """Return the cell of a text of several clauses: its target or result, and what the others say of it."""
    clauses = [each for each in re.split(_CLAUSES, re.sub(_BEGINS_STRETCH, ",", text)) if each]
    readings = [(clause, _read(clause)) for clause in clauses]
    known = [(clause, meaning) for clause, meaning in readings if meaning]
    if len(clauses) < 2 or not known:
        return None
    main = min(known, key=lambda each: (isinstance(each[1], Qualitative), not re.match(_FLOOR, each[0])))
    cell = Cell(text, main[1])
    for clause, meaning in readings:
        if (clause, meaning) == main:
            continue
        recovered = _recovered(main[1], meaning)
        if recovered:
            cell = cell._replace(recovered=recovered)
        elif re.search(_STRETCH, clause) and not isinstance(meaning, Completion | Distance):
            cell = cell._replace(stretch=clause)
        elif re.search("[0-9]", clause):
            return None
    return cell


def _recovered(main: Meaning, other: Meaning | None) -> Figure | None:
    """Return the target that a result and its distance to it, or its share of it, come to."""
    if not isinstance(main, Bounded):
        return None
    match other:
        case Distance(figure):
            unit = main.figure.unit if "百分点" in figure.unit else figure.unit
            apart = convert(figure._replace(unit=unit or main.figure.unit), main.figure.unit)
            return Figure(main.figure.size - apart.size, main.figure.unit) if apart else None
        case Completion(figure, Comparator.PLAIN) if figure.size:
            whole = main.figure.size * 100 / figure.size
            return Figure(whole.quantize(main.figure.size), main.figure.unit)
    return None

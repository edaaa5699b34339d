"""The text of a printed cell read into its meaning.

A form is a way of printing. `FORMS` is asked in order and the first that answers decides; to read one more form, add
a function over tokens and name it in the tuple. Around a form may stand that it is an estimate, a cumulative figure, a
stretch beyond it, or how far it is from its target.
"""

import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

from planctl.grammar.bounds import between, bound, several
from planctl.grammar.lengths import CELL
from planctl.grammar.lexer import Tokens, tokens_of
from planctl.grammar.relations import relative
from planctl.grammar.shares import completion, distance, named_target, told
from planctl.grammar.target_names import TargetMovement, movement_of
from planctl.grammar.text import UnreadableCell, compact
from planctl.grammar.token_patterns import TokenMatch, TokenPattern
from planctl.grammar.words import assigned, blank, discontinued, no_target, qualitative
from planctl.messages.message import Message, say
from planctl.values.meanings import (
    DIGITS,
    Assigned,
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
from planctl.values.units import POINT, convert, is_rate, scale

_ESTIMATED = TokenPattern("""
    [whole-year]?(?:[guess|hopes]|[guess-short](?=[number]))[guess-tail]*(?P<rest>.+)
    | (?P<name>[text]{1,16}?)(?<![against])[guess][guess-tail]*(?P<of_it>.+)
    | (?P<start>.+)[opens][guess|guess-short|provisional][completes]?[task-tail]?(?:[parts][likewise])?[closes]
""")
_CUMULATIVE = TokenPattern("""
    (?P<before>[^number|digits|opens-square|closes-square]*)[opens-square](?P<inside>[^opens-square|closes-square]+)
    [closes-square](?P<after>[^number|digits|opens-square|closes-square]*)
""")
_YEARS = "(?:[quotes]?[five-years][quotes]?[planning]?[period]?|[some-years])"
_TOGETHER = TokenPattern(f"{_YEARS}[adds-up](?P<all>.+)|(?P<of_all>.+)[opens]{_YEARS}[adds-up][closes]")
_ARRANGED = TokenPattern("(?P<left_to>[according-to](?P<what>[^parts]{1,30}))[arranges]")
"""How a target is put that is only taken as a basis: 按增长5%安排."""
_RANK = "(?:[rank-of]?[ranks]?[whole-place][ranks]?[ordinal][number][unit]?)"
_OF_LAST_YEAR = "(?:[last-year][of]?[text]{0,4}[number][unit]?)"
_REMARK = TokenPattern(
    f"(?P<main>.+)[opens](?:[^opens|closes|number|digits|year|no-remark]*|{_RANK}|{_OF_LAST_YEAR})[closes]"
)
_YEARS_BEHIND = TokenPattern(
    "(?P<main>[^opens-square]*[number][^opens-square]*)[opens-square][^closes-square]+[closes-square]"
)
"""A figure of the year, and behind it in square brackets that of several years: 2.5[13.5]."""
_IN_BRACKETS = TokenPattern(
    "(?P<main>.+)[opens](?P<aim>(?:[aims-apart]|[plan-part|set-so]{0,3}[plan])[^opens|closes]+)[closes]"
)
_CLAUSE_ENDS = TokenPattern("""
    [parts]
    | (?<=[number|unit|or-more|or-less|or-so|within])[joins|lists|meanwhile]*
      (?=[in-practice|strives]|[strives-for][number])
    | (?<=[in-step|organ|known|whole-place|pace|stands-at])[joins|lists]*(?=[strives])
    | (?<=[number|unit|or-more|or-less|or-so])[joins|lists]+(?=[a-little]?[side]|[denies][side])
""")
_AIMS = TokenPattern(".*?[aims].*|[strives-for][number].*")
_FLOOR = TokenPattern("[floor].*")
_BESIDE = TokenPattern(f"[since-then][changes][done]?[number](?P<points>[unit])|{_RANK}")
"""Clauses with figures that say nothing else of the indicator's own: how it changed since last year, its rank."""


_QUOTED = re.compile("“([^“”0-9]{1,16})”")
"""Words that are quoted for their own sake: “双下降”."""
_SIGN_OF_ZERO = re.compile("^±(?=0(?:[.]0+)?%?$)")
_OTHER_UNIT = re.compile("(?<=[一-鿿])\\([一-鿿]\\)(?=以上|以下|以内|左右)")
"""A unit that may stand for the one before it: 260万头(只)以上."""
QUOTES = "“”‘’"
_GROWN = re.compile(
    "(?<=.)[,、;/(]?(?=(?:同比|比上年)?(?:增长|增幅|增速|下降|降低|[+-][0-9]))|(?<=[0-9万亿元])\\((?=-?[0-9.]{1,8}%\\)$)"
)
"""Where behind an amount its growth begins."""
_NEAR = 4
_PLAINEST = ("6.5", "≥330", "稳步提升", "—")
"""What is shown where too little is near: a figure, a bound, words, and no text."""

_Clause = tuple[Tokens, Meaning | None]


class Form(NamedTuple):
    """A way of printing: the function that reads it, and how it looks."""

    read: Callable[[Tokens], Meaning | None]
    examples: tuple[str, ...]


FORMS: tuple[Form, ...] = (
    Form(blank, ("", "—")),
    Form(discontinued, ("不再统计",)),
    Form(several, ("分别增长5.5%、6.6%",)),
    Form(completion, ("完成年计划的89.4%",)),
    Form(distance, ("低于目标1.7个百分点", "超目标2个百分点", "与目标持平")),
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
    Form(told, ("低于4.5%的控制目标", "控制在3%的目标以内", "完成年度目标7万人的97.6%")),
    Form(assigned, ("完成市上下达任务", "未完成市上下达任务", "控制在国家下达目标内")),
    Form(relative, ("快于经济增速", "与经济增长同步", "高于全国平均水平1个百分点以上")),
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


@lru_cache(maxsize=4096)
def parse_any_cell(text: str) -> Cell:
    """Return the cell that `text` prints as `parse_cell` does; one of no known form means `UnreadableText`."""
    if len(text) > CELL:
        return Cell(text, UnreadableText(text))
    plain = _SIGN_OF_ZERO.sub("", _OTHER_UNIT.sub("", _QUOTED.sub(r"\1", compact(text))))
    found = _around(tokens_of(plain)) or _both(plain)
    return found._replace(printed=text) if found else Cell(text, UnreadableText(text))


def _both(text: str) -> Cell | None:
    """Return the growth of an amount that a cell prints with it: 480，增长6.8%; 2465（增长6.1%）.

    The unit of the row decides which of the two it is of.
    """
    found = _GROWN.search(text)
    if not found:
        return None
    at, end = found.start(), len(text) - (found[0] == "(" and text.endswith(")"))
    amount, growth = _around(tokens_of(text[:at])), _around(tokens_of(text[found.end() : end]))
    if not (amount and growth and isinstance(amount.meaning, Bounded) and isinstance(growth.meaning, Bounded)):
        return None
    if is_rate(amount.meaning.figure.unit) or not is_rate(growth.meaning.figure.unit):
        return None
    estimated = amount.estimated or growth.estimated
    return growth._replace(whole=amount.meaning, beside=text[:at], estimated=estimated)


def is_readable(text: str) -> bool:
    """Return whether a text has a form that can be read."""
    return parse_any_cell(text).is_readable


def unreadable(text: str) -> Message:
    """Return what is said of a text of no known form; of a long one its beginning."""
    return say("'{text}' has no form that can be read", text=text if len(text) <= CELL else f"{text[:CELL]}…")


def forms_near(text: str) -> Message:
    """Return what to do about a text of no known form: the forms that have most in common with it, by their signs."""
    if text and text[0] in QUOTES:
        return say('write it in straight quotes, "…": {sign} is a sign of the text itself', sign=text[0])
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


def _around(tokens: Tokens) -> Cell | None:
    """Return the cell of a text, with what stands around its form."""
    if estimated := _ESTIMATED.fullmatch(tokens):
        tokens = _joined(estimated, "name", "of_it") if "name" in estimated else _either(estimated, "rest", "start")
    if cumulative := _CUMULATIVE.fullmatch(tokens):
        tokens = _joined(cumulative, "before", "inside", "after")
    elif cumulative := _TOGETHER.fullmatch(tokens):
        tokens = _either(cumulative, "all", "of_all")
    meaning = _read(tokens) or _read_without_remark(tokens)
    found = Cell(tokens.printed, meaning) if meaning else _read_clauses(tokens)
    return found and found._replace(estimated=bool(estimated), cumulative=bool(cumulative))


def _joined(found: TokenMatch, *groups: str) -> Tokens:
    return tokens_of("".join(found[group] for group in groups))


def _either(found: TokenMatch, one: str, other: str) -> Tokens:
    return found.part(one if one in found else other)


def _read(tokens: Tokens) -> Meaning | None:
    arranged = _ARRANGED.fullmatch(tokens)
    wordings = [arranged.part(each) for each in ("what", "left_to")] if arranged else [tokens]
    return next((meaning for each in wordings for form in FORMS if (meaning := form.read(each))), None)


def _read_without_remark(tokens: Tokens) -> Meaning | None:
    remark = _REMARK.fullmatch(tokens) or _YEARS_BEHIND.fullmatch(tokens)
    return _read(remark.part("main")) if remark else None


def _read_clauses(tokens: Tokens) -> Cell | None:
    """Return the cell of a text of several clauses: its target or result, and what the others say of it."""
    clauses = _clauses(tokens)
    readings = [(clause, _read(clause) or _read_without_remark(clause)) for clause in clauses]
    known = [(clause, meaning) for clause, meaning in readings if meaning]
    if len(clauses) < 2 or not known:
        return None
    main, others = _parted(readings, known)
    cell: Cell | None = Cell(tokens.printed, main)
    if any(isinstance(meaning, Completion) for _, meaning in others):
        growths = [each for each in others if _is_growth(main, each[1])]
        cell = Cell(tokens.printed, main, beside="，".join(clause.printed for clause, _ in growths))
        others = [each for each in others if each not in growths]
    for clause, meaning in others:
        cell = cell and _with_clause(cell, clause, meaning)
    return cell


def _clauses(tokens: Tokens) -> list[Tokens]:
    """Return the clauses of a text: what its commas part, what is aimed at beyond it, and such an aim in brackets."""
    if found := _IN_BRACKETS.fullmatch(tokens):
        return [*_clauses(found.part("main")), found.part("aim")]
    ends = [(found.start, found.end) for found in _CLAUSE_ENDS.all_in(tokens)]
    begins = (0, *(end for _, end in ends))
    stops = (*(start for start, _ in ends), len(tokens.codes))
    parts = (tokens.part(first, last) for first, last in zip(begins, stops, strict=True))
    return [part for part in parts if part.codes]


def _parted(readings: list[_Clause], known: list[tuple[Tokens, Meaning]]) -> tuple[Meaning, list[_Clause]]:
    """Return what is to be reached, and the other clauses: the first figure, or the floor where that is only aimed at.

    增长8%，确保7.5% is 8 with a floor below it; 力争8%，确保7.5% is 7.5.
    """
    main = min(known, key=lambda each: isinstance(each[1], Qualitative))
    if _AIMS.fullmatch(main[0]):
        main = next((each for each in known if _FLOOR.fullmatch(each[0])), main)
    others = list(readings)
    others.remove(main)
    return main[1], others


def _is_growth(main: Meaning, meaning: Meaning | None) -> bool:
    """Return whether a clause is the growth of an amount: 6102亿元，增长6.1%，为年度计划的98.6%."""
    if not isinstance(main, Bounded) or not isinstance(meaning, Bounded):
        return False
    return is_rate(meaning.figure.unit) and not is_rate(main.figure.unit)


def _with_clause(cell: Cell, clause: Tokens, meaning: Meaning | None) -> Cell | None:
    """Return the cell with what another clause says of it; `None` where it has a figure of something else."""
    if recovered := _recovered(cell.meaning, told(clause) or distance(clause) or meaning, named_target(clause)):
        return cell._replace(recovered=recovered)
    words = clause.printed
    if _AIMS.fullmatch(clause) and not isinstance(meaning, Completion | Distance):
        return cell._replace(stretch="，".join(filter(None, (cell.stretch, words))))
    is_known = isinstance(meaning, Relative | Completion | Distance) or _is_beside(clause)
    is_floor = isinstance(meaning, Bounded) and _FLOOR.fullmatch(clause)
    if re.search("[0-9]", words) and not (is_known or is_floor):
        return None
    return cell._replace(beside="，".join(filter(None, (cell.beside, words))))


def _is_beside(clause: Tokens) -> bool:
    found = _BESIDE.fullmatch(clause)
    return bool(found and ("points" not in found or scale(found["points"])[1] == POINT))


def _recovered(main: Meaning, other: Meaning | None, named: Cell | None) -> Cell | None:
    """Return the target that is named behind a result, or that its distance to it, or its share of it, come to.

    How far a fall is from its target says that it was to grow, or nothing: 低于目标 may be of by how much it fell.
    """
    if not isinstance(main, Bounded):
        return None
    match other:
        case Assigned(_, Cell() as told):
            return _as_result(told, main)
        case Distance(figure):
            unit = main.figure.unit if scale(figure.unit)[1] == POINT else figure.unit
            apart = convert(figure._replace(unit=unit or main.figure.unit), main.figure.unit)
            size = (-main.figure.size if main.decline else main.figure.size) - (apart.size if apart else 0)
            return _of_size(size, main) if apart and (size > 0 or not main.decline) else None
        case Completion(figure, Comparator.PLAIN) if figure.size and not is_rate(main.figure.unit):
            with localcontext(prec=DIGITS):
                whole = main.figure.size * 100 / figure.size
                return _of_size(whole.quantize(main.figure.size), main)
    return _as_result(named, main) if named else None


def _of_size(size: Decimal, main: Bounded) -> Cell:
    figure = Figure(size, main.figure.unit)
    return Cell(f"增长{figure}" if main.decline else str(figure), Bounded(Comparator.PLAIN, figure))


def _as_result(target: Cell, main: Bounded) -> Cell | None:
    """Return a target in the unit of its result, and falling as that does where its own words say nothing of a move."""
    target = target.in_unit(main.figure.unit)
    if not isinstance(target.meaning, Bounded) or not convert(target.meaning.figure, main.figure.unit):
        return None
    moves = movement_of(target.printed) is not TargetMovement.NONE
    return target if moves else target._replace(meaning=target.meaning._replace(decline=main.decline))

"""Where a report sets the targets of its year in words: from 主要预期目标是 to the last sentence that sets one."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from planctl.grammar.documents import MARK_OF_ITEM, clause_start, looks_back
from planctl.grammar.figures import parse_count
from planctl.grammar.lengths import CLAUSE, QUOTE, SENTENCE
from planctl.grammar.target_clauses import read_clauses
from planctl.grammar.target_pieces import Span, Target

_ANCHOR = re.compile(
    "(?:目标|预期性?指标|约束性指标|指标体系|主要指标(?=按))(?:任务|指标|值)?(?:[和及与、](?:约束|预期)性?(?:指标|目标))?"
    "(?:按(?:以下|如下|下列))?(?:初步|建议|拟|暂|大体|具体)*(?:安排|设定|考虑|确定|定)*(?:,?具体)?(?:是|为|如下|包括|有)?(?P<colon>:|[—–-]{2})?"
)
_OF_A_YEAR = re.compile("预期|约束|以下|主要|经济社会|国民经济|发展|今年|全年|20[0-9]{2}年")
_THIS_YEAR = re.compile("今年|20[0-9]{2}年")
_OF_MANY = re.compile("十[三四五六]五”?(?!开局|起步|首年|第一年|收官|良好)|五年|20[345][05]年|远景|中长期")
"""What stands before 目标 where it is of several years; before 今年 it is of a heading, or of what the year is in."""
_OF_NONE = re.compile("去年|上年|(?:完成|实现|围绕|锚定|紧扣|聚焦)(?!以下|下列|如下)|顺利|超额|高于|对照|衔接")
"""What stands before 目标 where it is of a year that is over, or no target that is set."""
_RETOLD = re.compile(
    "年初|(?:人大|人代会|代表大会|次会议)[^,]{0,6}(?:通过|批准|确定|提出)|(?:审议|审查)?(?:通过|批准)的|计划报告》?(?:提出|确定)"
)
"""What says of targets that they were set a year ago."""
_BRACKETED = re.compile(
    r"(?<=[,;。、:和及与])(?P<name>[^,;。、:()0-9和及与]{4,24})"
    r"\((?:年初|年度|预期|计划|控制)*目标(?:值|为|是|:)*(?P<target>[^()]{1,16})\)"
)
_MANY_YEARS = re.compile("年均(?:增长|增速|提高|提升|下降|递增|降低|新增|增加|达)|五年累计|20[345][05]年")
_ABOUT = re.compile(
    "(?:上述|以上|这些|这一|该|全年|今年|各项)?[^,]{0,12}?(?:预期|各项|发展|年度|以上|上述|这些)?目标(?!任务完成)|"
    "[^,]{0,8}(?:重点|具体|着力|突出|扎实|切实|全力)?(?:做好|抓好|抓实|推进|推动|落实好)|我们|必须|当前|各位|围绕|为此|"
    "[一二三四五六七八九十]是|\\([一二三四五六七八九十]{1,2}\\)"
)
"""How a sentence begins that speaks of the targets, and sets none."""
_ONE_MORE = re.compile(
    "(?:确保|力争|坚决|全力|努力|同时)(?!实现上|完成上|实现以|完成以|完成全|实现全|完成今|实现今)[^,;:]{4,40}(?:任务|目标|指标|要求|增长|提升)"
)
"""A sentence that may set a target in words, behind others, and cannot be read."""
_HEADING_NUMBER = "[一二三四五六七八九十]{1,3}、(?![一二三])"
_ITEM = re.compile(MARK_OF_ITEM)
"""What begins an item of a list; what is said of an item may follow it, before the next."""
_STOP = re.compile(
    f"[。!?]|(?=\\([一二三四五六七八九十]{{1,2}}\\)[^,;。]{{4}})|(?<=;)(?=附[表件录]|专栏[0-9]|{_HEADING_NUMBER})|"
    f";(?={MARK_OF_ITEM})"
)
_FIELD = re.compile(
    r"\([一二三四五六七八九十]{1,2}\)(?:[一-鿿]{2,16}(?:\((?:约束|预期)性\))?:(?=.))?|"
    r"(?:[一二三四五六七八九十]是)?[一-鿿]{2,16}(?:\((?:约束|预期)性\))?:(?=.)"
)
"""What begins a sentence that has the targets of one field, where the first has that too: 社会民生方面：…, （一）…"""
_TOPIC = re.compile("[^0-9,;:]{2,16}")
"""A sentence that only says what the targets behind it are of: ——经济增长。"""
_ENDS_ITEM = re.compile(f"[。;]?(?:$|{MARK_OF_ITEM}|{_HEADING_NUMBER})")
"""What stands behind an item, so that it is whole: ——居民收入与经济增长同步。——…"""
_HEADING = re.compile(f"{_HEADING_NUMBER}|专栏|附[表件录]|表[0-9]")
_EXPLAINS = re.compile(
    "(?:主要|重点|具体)?(?:考虑|依据|理由|原因)(?:是|有|如下)?[:,]|主要是(?!指标)|"
    "这一(?:目标|增速|指标)|该(?:目标|指标)|提出这"
)
"""How a sentence begins that says why the target before it is what it is."""
_ARRANGED = re.compile(
    "(?:安排|确定|设定|提出)(?P<year>20[0-9]{2}年)(?:全[省市区县州])?(?=[一-鿿]{2,16}(?:增长|增速|下降)[0-9])"
)
"""Targets that are arranged for a year without being called so: 安排2025年地区生产总值增长6%."""
_CONSTRAINTS = re.compile("(?<![和及与、])约束性(?:指标|目标)(?:方面|分别|有|主要)*(?:(?:为|是):?|[:,])")
_EXPECTATIONS = re.compile("预期性?(?:指标|目标)(?:方面|分别|有|主要)*(?:(?:为|是):?|[:,])")
_CONSTRAINT_BEHIND = re.compile(r"\((约束|预期)性(?:指标|目标)?\)$")
_KIND_OF_ITEM = re.compile(r"\((约束|预期)性(?:指标|目标)?\)[。:]")
"""The kind of all that an item sets, behind what that is of: 3.生态环境（约束性）。"""
_NEXT_ITEM = re.compile(f"[。;](?:{MARK_OF_ITEM})")
_AMONG_CONSTRAINTS = re.compile("等约束性(?:指标|目标)")
_YEAR = re.compile("(20[0-9]{2})年")
_PLANS_FOR = re.compile("(20[0-9]{2})年[^,。;]{0,16}(?:安排|任务|目标|部署|要求|打算|思路|建议|重点|取向)")
_CALLED = re.compile("(20[0-9]{2})年是[^。;]{2,40}(?:之年|第一年|一年|开局)")
LEAST = 2
"""A sentence that sets fewer targets is not the one that sets the year's."""


class TargetSentence(NamedTuple):
    """The sentences that set a year's targets: where they stand, the year if they name it, their targets and the rest.

    All places are in the whole text. `refused` is where something stands that could not be read.
    """

    span: Span
    year: int | None
    targets: tuple[Target, ...]
    refused: tuple[Span, ...]


def target_sentence(text: str, past: Container[int] = ()) -> TargetSentence | None:
    """Return the sentences of a normal text that set the targets of the year; `None` where there are none.

    The goals of several years (“十五五”) are not they, nor is a look back at last year's: what stands at places in the
    `past`, or what was resolved or proposed a year ago. Of several that could be, those that call themselves 预期 or
    name this year, and then those that set most.
    """
    found = [sentence for sentence, is_retold in _sentences_of_targets(text, past) if not is_retold]
    return found[0] if found else _arranged(text)


def retold_sentence(text: str, past: Container[int] = ()) -> TargetSentence | None:
    """Return the sentences that tell again what last year's targets were; `None` where none do."""
    return next((sentence for sentence, is_retold in _sentences_of_targets(text, past) if is_retold), None)


def targets_in_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names in a normal text behind which their targets stand in brackets: 固定资产投资(目标为增长8%)."""
    return ((found["name"], found["target"]) for found in _BRACKETED.finditer(text))


def _sentences_of_targets(text: str, past: Container[int]) -> list[tuple[TargetSentence, bool]]:
    """Return all sentences that set the targets of a year, the best first, and whether they only tell them again."""
    found = [(*each, anchor) for anchor in _ANCHOR.finditer(text) if (each := _sentence(text, anchor))]
    found.sort(key=lambda each: each[0], reverse=True)
    return [(sentence, anchor.start() in past or _is_retold(text, anchor)) for _, sentence, anchor in found]


def _is_retold(text: str, anchor: re.Match[str]) -> bool:
    return bool(_RETOLD.search(_lead(text, anchor)))


def unread_lead(text: str) -> str:
    """Return the words that lead to the targets of a year in a normal text in which none can be read, or nothing."""
    leads = (lead for anchor in _ANCHOR.finditer(text) if anchor["colon"] and (lead := _lead(text, anchor)))
    return next(leads, "")[-QUOTE:]


def _arranged(text: str) -> TargetSentence | None:
    """Return the sentence that arranges most targets for a year, where none is called one; `None` without one."""
    found = [(_gathered(text, anchor.end()), anchor["year"]) for anchor in _ARRANGED.finditer(text)]
    best, year = max(found, key=lambda each: len(each[0].targets), default=(None, ""))
    return best._replace(year=int(year[:4])) if best and len(best.targets) >= LEAST else None


def is_constraint(text: str, first: int, at: int, end: int) -> bool:
    """Return whether a target, from `at` to `end`, is one of the constraints named behind `first`, or is called one."""
    if behind := _CONSTRAINT_BEHIND.search(text, at, end):
        return behind[1] == "约束"
    if _AMONG_CONSTRAINTS.search(text, at, end):
        return True
    of_item = next(reversed(list(_KIND_OF_ITEM.finditer(text, first, at))), None)
    if of_item and not _NEXT_ITEM.search(text, of_item.end(), at):
        return of_item[1] == "约束"
    constraints = max((found.start() for found in _CONSTRAINTS.finditer(text, first, at)), default=-1)
    expected = max((found.start() for found in _EXPECTATIONS.finditer(text, first, at)), default=-1)
    return constraints > expected


def without_kind(target: str) -> str:
    """Return a target, as normal text, without the kind that is said in brackets behind it: 降低2.5%(约束性)."""
    return _CONSTRAINT_BEHIND.sub("", target)


def year_of_headings(headings: Iterable[str]) -> int | None:
    """Return the year that the last of some normal headings plans for (2026年工作安排); `None` where none says it."""
    planned = [found for heading in headings if (found := _PLANS_FOR.search(heading)) and not looks_back(heading)]
    return int(planned[-1][1]) if planned else None


def year_called(before: str) -> int | None:
    """Return the latest year that a normal text gives a name (2026年是“十五五”开局之年); `None` where it names none."""
    return max((int(found[1]) for found in _CALLED.finditer(before)), default=None)


def _sentence(text: str, anchor: re.Match[str]) -> tuple[tuple[int, ...], TargetSentence] | None:
    """Return the sentences behind an anchor with their rank among others; `None` where they are none of the year."""
    lead = _lead(text, anchor)
    found = _gathered(text, anchor.end()) if lead else None
    if not found or len(found.targets) < LEAST:
        return None
    years = _YEAR.findall(lead)  # of several, the last is that of the targets
    rank = int("预期" in lead), int(bool(years or "今年" in lead)), len(found.targets) - len(found.refused)
    return rank, found._replace(year=int(years[-1]) if years else None)


def _lead(text: str, anchor: re.Match[str]) -> str:
    """Return the words of the clause before an anchor, where they say that it is of the year; empty otherwise."""
    if not anchor["colon"] and not anchor[0].endswith(("是", "为")):
        return ""
    lead = text[clause_start(text, anchor.start(), anchor.start() - CLAUSE, ",。;:!?") : anchor.end()]
    behind_year = lead[max((found.start() for found in _THIS_YEAR.finditer(lead)), default=0) :]
    return lead if _OF_A_YEAR.search(lead) and not (_OF_NONE.search(lead) or _OF_MANY.search(behind_year)) else ""


def _gathered(text: str, first: int) -> TargetSentence:
    """Return the sentences from a position on, as far as they set targets, or are said of an item of a list of them.

    An item of which something cannot be read ends no list; two that set no target do, and numbers that begin again.
    """
    targets: list[Target] = []
    refused: list[Span] = []
    left: list[Span] = []
    end, listed, topic, number, by_field = first, False, False, 0, False
    for start, stop in _sentences(text, first):
        item = _ITEM.match(text, start, stop)
        field = _FIELD.match(text, start, stop) if by_field or not targets else None
        by_field = by_field or bool(field)
        begun = item or field or _CONSTRAINTS.match(text, start, stop) or _EXPECTATIONS.match(text, start, stop)
        is_item, start = bool(begun), begun.end() if begun else start
        body = text[start:stop]
        goes_on = topic or body.startswith("其中")
        explains = bool(targets and _EXPLAINS.match(body))
        before, number = number, _number_of(begun) or number
        if targets and ((not is_item and _HEADING.match(body)) or (listed and begun and number < before)):
            break
        if (listed or explains) and not is_item and not goes_on and stop - end <= SENTENCE:
            continue
        topic = (is_item or not targets) and bool(_TOPIC.fullmatch(body)) and not _ENDS_ITEM.match(text, stop)
        if topic:
            listed = listed or is_item
            continue
        clauses = read_clauses(body)
        in_list = listed and (is_item or goes_on)
        if targets and in_list and not clauses.targets and not left:
            left, end = [(start, stop)], stop
            continue
        if targets and (not clauses.targets or (not in_list and (clauses.refused or _ABOUT.match(body)))):
            if _ONE_MORE.fullmatch(body):
                refused.append((start, stop))
                end = stop
            break
        if not clauses.targets or _MANY_YEARS.search(body):
            break
        targets += (each.moved(start) for each in clauses.targets)
        refused += (*left, *((start + one, start + other) for one, other in clauses.refused))
        end, left, listed = stop, [], is_item or (listed and goes_on)
    return TargetSentence((first, end), None, tuple(targets), tuple(refused))


def _number_of(item: re.Match[str] | None) -> int:
    """Return the number of an item; 0 for one without."""
    found = re.search("[0-9]+|(?<=\\()[一二三四五六七八九十]+", item[0]) if item else None
    return parse_count(found[0]) if found else 0


def _sentences(text: str, start: int) -> Iterator[Span]:
    """Yield the sentences from a position on, one after the other, as far as each is none too long."""
    while start < len(text):
        found = _STOP.search(text, start + 1, start + SENTENCE)
        if not found:
            return
        yield start, found.start()
        start = found.end()
